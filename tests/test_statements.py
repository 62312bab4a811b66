"""Every sentence that the program makes claims only what the data can carry: cases where the data does not.

The table of these sentences is `docs/dev/statements.md`. A case names a sentence by its key in the catalogue, a page
where the data supports it, and one where it does not: the words stand on the first and not on the second.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.foundation.page import Page
from site_builder.reading.read import read, read_strings
from tests.cases import replaced_once
from tests.goteborg.statements import CITY_CASES
from tests.miniature import texts
from tests.rendered import rendered
from tests.statement_cases import CASES, COUNTS
from tests.statements import CLIMATE, CONTENTS, YOUTH

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs/dev/statements.md"
COUNT = re.compile(r"\{(n|m|total|known|mutual|oneway|counts|cases|pages|rows)\}")
NOT_PAGES = {
    "checks",
    "cli",
    "click",
    "columns",
    "command",
    "editing",
    "editor",
    "forms",
    "form_sheets",
    "messages",
    "recipes",
    "report",
}  # what the program says to editors, with examples of their own, and what the columns of tables are


@cache
def made(content: str) -> Mapping[str, Page]:
    """The pages of a content: the city's, or the miniature with some pieces replaced."""
    if content == "city":
        return rendered(dict(read(ROOT).by_path))
    found = texts()
    for path, old, new in CONTENTS[content]:
        found[path] = replaced_once(found[path], old, new) if old else new
    return rendered({path: text for path, text in found.items() if text})


def said(place: str) -> str:
    """All that a page of a content says, also to those who have not opened it, on one line."""
    content, _, address = place.partition(":")
    page = made(content)[address]
    html = f"{LexborHTMLParser(page.html).text(separator=' ')} {page.description}"
    return re.sub(r"\s+([.,:)])", r"\1", " ".join(html.split()))


def pattern(key: str, values: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """The words of a sentence with these values, and with anything where another is put in."""
    sentence = " ".join(read_strings()(key).replace("**", "").split())  # which are no signs on a page
    for name, value in (values or {}).items():
        sentence = sentence.replace(f"{{{name}}}", value)
    words = re.split(r"\{[a-z_]+\}", sentence)
    return re.compile("[^.]{1,200}?".join(map(re.escape, words)))


@pytest.mark.parametrize(("key", "supported", "unsupported"), CASES, ids=[key for key, _, _ in CASES])
def test_a_sentence_stands_only_where_the_data_supports_it(key: str, supported: str, unsupported: str) -> None:
    """The same words on a page whose data says so, and not on one whose data does not."""
    assert pattern(key).search(said(supported))
    assert not pattern(key).search(said(unsupported))


@pytest.mark.parametrize(("key", "values", "place", "elsewhere"), COUNTS, ids=[key for key, *_ in COUNTS])
def test_a_count_is_that_of_the_data(key: str, values: Mapping[str, str], place: str, elsewhere: str) -> None:
    """A count stands on a page whose data gives it, and not on one whose data gives another."""
    assert pattern(key, values).search(said(place))
    assert not pattern(key, values).search(said(elsewhere))


def test_a_square_that_stands_for_many_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where there are more duties than a picture has room for."""
    assert not pattern("follow_up.unit-many").search(said(f"as it is:{YOUTH}/uppfoljning/"))
    monkeypatch.setattr("site_builder.render.follow_up.picture.MOST", 2)
    assert pattern("follow_up.unit-many").search(" ".join(rendered(texts())[f"{YOUTH}/uppfoljning/"].html.split()))


def documented() -> Iterator[tuple[str, str]]:
    """The keys of the table, and what each row says last: what holds it."""
    for line in TABLE.read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            yield from ((key, cells[-1]) for key in re.findall(r"`([a-z_]+\.[a-z0-9_.-]+)`", cells[0]))


def test_the_table_names_keys_that_exist_and_every_case() -> None:
    """Every key of the table is in the catalogue, and every case here is in the table as held here."""
    found = dict(documented())
    assert all(read_strings().find(key) is not None for key in found)
    assert {key for key, *_ in (*CASES, *CITY_CASES, *COUNTS)} == {key for key, held in found.items() if held == "case"}


def test_what_the_table_says_holds_a_sentence_is_a_test() -> None:
    """A row is held by a case, by a test that there is, or tells of no content at all."""
    tests = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests").rglob("test_*.py")))
    for key, held in documented():
        assert held in ("case", "no content") or f"def {held}(" in tests, key


def test_all_yes_is_said_only_where_all_are() -> None:
    """One no, or one reservation, and it is not said. Where the source gives no question, that is said."""
    assert not pattern("follow_up.no-refusals").search(said(f"as it is:{YOUTH}/uppfoljning/"))
    assert pattern("follow_up.no-question").search(said(f"as it is:{CLIMATE}/strategier/1-2/"))
    assert not pattern("follow_up.no-question").search(said(f"as it is:{CLIMATE}/strategier/1-1/"))


def claims(key: str, text: object) -> Iterator[str]:
    """The keys below a key whose words are a sentence or hold a count."""
    if isinstance(text, Mapping):
        for name, below in text.items():
            yield from claims(f"{key}.{name}", below)
    elif isinstance(text, str) and (text.strip().endswith(".") or COUNT.search(text)):
        yield key


def test_every_sentence_of_the_pages_is_in_the_table() -> None:
    """No new sentence, and no new count, is made without a row that says what carries it."""
    names = sorted(file.stem for file in (ROOT / "site_builder/strings/sv").glob("*.yaml"))
    found = {key for name in names if name not in NOT_PAGES for key in claims(name, read_strings().find(name))}
    assert found - {key for key, _ in documented()} == set()
