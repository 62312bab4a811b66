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

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs/dev/statements.md"
YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
REPORT = "content/follow_ups/2024-kulturnamnden.yaml"
CARRIES = f"content/plans/{YOUTH}/interventions/2-1.yaml"
FORM = "form:\n  - document: uppfoljning-2024\n    section: Fråga 1\n"
READINGS = 'readings:\n  - measure: "1:1"\n    reservation: Årets två första månader var den stängd.\n'
LOCKED_BY = 'lock: "51d169a2a3f2182d"\n'

CONTENTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "as it is": (),
    "without a form": ((REPORT, FORM, ""),),
    "without readings": ((REPORT, READINGS, ""),),
    "without an administration": ((REPORT, "answered_by: Kulturförvaltningen\n", ""), (REPORT, LOCKED_BY, "")),
    "just mentioned": ((CARRIES, "basis: stated", "basis: mentioned"),),
    "worked out": ((CARRIES, "basis: stated", "basis: worked_out"),),
}

# The key of a sentence, a page that may say it, and a page that may not, each with the content that it is made of.
CASES = [
    ("follow_up.caveat", f"as it is:{CLIMATE}/uppfoljning/", "as it is:uppfoljningar/"),
    ("follow_up.caveat-unanswered", f"as it is:{YOUTH}/uppfoljning/", f"as it is:{CLIMATE}/uppfoljning/"),
    ("follow_up.silent", f"as it is:{YOUTH}/uppfoljning/", f"as it is:{CLIMATE}/uppfoljning/"),
    ("follow_up.unanswered-by", f"as it is:{YOUTH}/insatser/1-1/", f"as it is:{YOUTH}/insatser/2-2/"),
    ("follow_up.other", f"as it is:{READING}/uppfoljning/", f"as it is:{YOUTH}/uppfoljning/"),
    ("follow_up.unknown", f"as it is:{READING}/uppfoljning/", f"as it is:{YOUTH}/uppfoljning/"),
    ("follow_up.by", f"as it is:{YOUTH}/uppfoljning/", f"without an administration:{YOUTH}/uppfoljning/"),
    ("follow_up.body-by", "as it is:organisationer/kulturnamnden/", "as it is:organisationer/tekniska-namnden/"),
    ("follow_up.body-other", "as it is:organisationer/kulturnamnden/", "as it is:organisationer/tekniska-namnden/"),
    ("follow_up.body-none", "as it is:organisationer/lansmuseet/", "as it is:organisationer/kulturnamnden/"),
    ("follow_up.qualified-meaning", f"as it is:{YOUTH}/uppfoljning/", f"without readings:{YOUTH}/uppfoljning/"),
    ("follow_up.step-qualified", "as it is:uppfoljningar/2024-kulturnamnden/",
     "without readings:uppfoljningar/2024-kulturnamnden/"),
    ("follow_up.reservation-note", f"as it is:{YOUTH}/insatser/1-1/", f"without readings:{YOUTH}/insatser/1-1/"),
    ("follow_up.not-in-form", f"as it is:{YOUTH}/uppfoljning/", f"without a form:{YOUTH}/uppfoljning/"),
    ("follow_up.not-in-form-by", f"as it is:{YOUTH}/insatser/2-2/", f"without a form:{YOUTH}/insatser/2-2/"),
    ("organizations.summary", "as it is:organisationer/kulturnamnden/", "as it is:organisationer/kommunfullmaktige/"),
    ("organizations.summary-via", "as it is:organisationer/smastads-bussar/",
     "as it is:organisationer/kommunfullmaktige/"),
    ("organizations.no-tasks", "as it is:organisationer/kommunfullmaktige/",
     "as it is:organisationer/smastads-bussar/"),
    ("organizations.unlisted", "as it is:organisationer/samtliga-namnder-och-styrelser/",
     "as it is:organisationer/kulturkretsen/"),
    ("reference.general-explanation", "as it is:ordlista/", "as it is:beslut/"),
    ("intervention.carries-out-basis.stated", f"as it is:{YOUTH}/insatser/2-1/",
     f"just mentioned:{YOUTH}/insatser/2-1/"),
    ("intervention.carries-out-basis.mentioned", f"just mentioned:{YOUTH}/insatser/2-1/",
     f"worked out:{YOUTH}/insatser/2-1/"),
    ("intervention.carries-out-basis.worked_out", f"worked out:{YOUTH}/insatser/2-1/",
     f"as it is:{YOUTH}/insatser/2-1/"),
    ("intervention.carried-out-by-basis.stated", f"as it is:{CLIMATE}/strategier/1-2/",
     f"just mentioned:{CLIMATE}/strategier/1-2/"),
    ("matrix.unknown", f"as it is:{READING}/ansvarsmatris/", f"as it is:{YOUTH}/ansvarsmatris/"),
    ("connections.unknown", f"as it is:{READING}/kopplingar/", f"as it is:{YOUTH}/kopplingar/"),
    ("start.answering", "as it is:", "as it is:uppfoljningar/"),
]  # fmt: skip


@cache
def made(content: str) -> Mapping[str, Page]:
    """The pages of a content: the city's, or the miniature with some pieces replaced."""
    if content == "city":
        return rendered(dict(read(ROOT).by_path))
    found = texts()
    for path, old, new in CONTENTS[content]:
        found[path] = replaced_once(found[path], old, new)
    return rendered(found)


def said(place: str) -> str:
    """All that a page of a content says, on one line."""
    content, _, address = place.partition(":")
    html = LexborHTMLParser(made(content)[address].html).text(separator=" ")
    return re.sub(r"\s+([.,:)])", r"\1", " ".join(html.split()))


def pattern(key: str) -> re.Pattern[str]:
    """The words of a sentence, with anything where a value is put in."""
    words = re.split(r"\{[a-z_]+\}", " ".join(read_strings()(key).split()))
    return re.compile("[^.]{1,200}?".join(map(re.escape, words)))


@pytest.mark.parametrize(("key", "supported", "unsupported"), CASES, ids=[key for key, _, _ in CASES])
def test_a_sentence_stands_only_where_the_data_supports_it(key: str, supported: str, unsupported: str) -> None:
    """The same words on a page whose data says so, and not on one whose data does not."""
    assert pattern(key).search(said(supported))
    assert not pattern(key).search(said(unsupported))


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
    assert {key for key, _, _ in (*CASES, *CITY_CASES)} == {key for key, held in found.items() if held == "case"}


def test_what_the_table_says_holds_a_sentence_is_a_test() -> None:
    """A row is held by a case, by a test that there is, or says that it is not held yet."""
    tests = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests").rglob("test_*.py")))
    for key, held in documented():
        assert held in ("case", "no case yet") or f"def {held}(" in tests, key


def test_all_yes_is_said_only_where_all_are() -> None:
    """One no, or one reservation, and it is not said. Where the source gives no question, that is said."""
    assert not pattern("follow_up.no-refusals").search(said(f"as it is:{YOUTH}/uppfoljning/"))
    assert pattern("follow_up.no-question").search(said(f"as it is:{CLIMATE}/strategier/1-2/"))
    assert not pattern("follow_up.no-question").search(said(f"as it is:{CLIMATE}/strategier/1-1/"))


def test_every_sentence_of_follow_up_is_in_the_table() -> None:
    """No new sentence about follow-up is made without a row that says what carries it."""
    sentences = read_strings().find("follow_up")
    assert isinstance(sentences, Mapping)
    claims = {f"follow_up.{key}" for key, text in sentences.items() if isinstance(text, str) and text.endswith(".")}
    assert claims <= {key for key, _ in documented()}
