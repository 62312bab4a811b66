"""Bad input through the real command line: a line for each fault at its place, exit code 1, and nothing lost."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace import Ran, Workspace

FIRST = "content/plans/ungdomsplan-2023-2026/interventions/1-1.yaml"
SECOND = "content/plans/ungdomsplan-2023-2026/interventions/2-2.yaml"
LINE = re.compile(r"^(\S+?):(\d+):(\d+): (fel|varning) \[([a-z0-9-]+)\] \S", re.MULTILINE)


@pytest.fixture(scope="module")
def copy(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A working copy with a good site, which every test leaves as it found it."""
    return Workspace(shutil.copytree(source, tmp_path_factory.mktemp("bad") / "copy"))


@pytest.fixture
def broken(copy: Workspace) -> Iterator[Workspace]:
    """The same working copy, for a test to break; it is mended afterwards."""
    before = copy.site()
    yield copy
    copy.git("checkout", "--quiet", ".")
    copy.git("clean", "-fdq", "content")
    assert copy.site() == before, "the last good site was touched"


def told(ran: Ran) -> set[tuple[str, int, int, str]]:
    """The places and codes that a command told, which ends as faults in the content end."""
    assert ran.code == 1, ran.said
    assert "Traceback" not in ran.said
    return {(path, int(line), int(column), code) for path, line, column, _, code in LINE.findall(ran.said)}


def test_several_faults_in_several_files_are_told_in_one_run(broken: Workspace) -> None:
    """An unknown reference, a misspelt key, two equal keys, a Latin-1 file and a misplaced one: all at once."""
    broken.replace(SECOND, '"2:1"', '"2:7"')
    broken.replace(FIRST, "lead:", "leed:")
    broken.write("content/glossary.yaml", "terms: []\nterms: []\n")
    broken.write("content/organizations/kulturnamnden.yaml", "id: kulturnämnden\n".encode("latin-1"))
    broken.write("content/insatser/1-1.yaml", "number: 1:1\n")
    expected = {
        (SECOND, 10, 19, "unknown-intervention"),
        (FIRST, 5, 1, "unknown-field"),
        ("content/glossary.yaml", 2, 1, "duplicate-key"),
        ("content/organizations/kulturnamnden.yaml", 1, 12, "not-utf8"),
        ("content/insatser/1-1.yaml", 1, 1, "misplaced-file"),
    }
    assert told(broken.run("site_builder", "check")) == expected
    assert told(broken.run("site_builder", "site")) == expected


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("number: 1:1\ntitle: &namn Hej\n", 2, 8, "yaml-anchor"),
        ("number: 1:1\n\ttitle: Hej\n", 2, 1, "tab"),
        ("", 1, 1, "empty-file"),
        ("- number: 1:1\n", 1, 1, "expected-mapping"),
        (b"number\x00", 1, 7, "binary-file"),
        ("a: " + "[" * 100_000, 1, 24, "too-deep"),
        ("# " + "x" * (1 << 20), 1, 1, "too-large"),
    ],
    ids=["anchor", "tab", "empty", "list", "binary", "deep", "large"],
)
def test_a_file_that_cannot_be_read_is_the_only_fault(
    broken: Workspace, text: str | bytes, line: int, column: int, code: str
) -> None:
    """The fault is told where it is, and nothing that follows from it is blamed."""
    broken.write(FIRST, text)
    assert told(broken.run("site_builder", "check")) == {(FIRST, line, column, code)}


def test_a_missing_folder_is_told(broken: Workspace) -> None:
    """Without interventions, and without any content at all."""
    for file in (broken.root / "content/plans/ungdomsplan-2023-2026/interventions").iterdir():
        file.unlink()
    found = told(broken.run("site_builder", "check"))
    assert found == {("content/plans/ungdomsplan-2023-2026/interventions", 1, 1, "missing-folder")}
    (broken.root / "content").rename(broken.root / "annat")
    assert told(broken.run("site_builder", "site")) == {("content", 1, 1, "missing-folder")}
    (broken.root / "annat").rename(broken.root / "content")


def test_plain_mkdocs_stops_before_it_empties_the_site(broken: Workspace) -> None:
    """`mkdocs build --strict` tells the same faults and leaves the site's folder as it was."""
    broken.replace(SECOND, '"2:1"', '"2:7"')
    ran = broken.run("mkdocs", "build", "--strict")
    assert ran.code == 1
    assert f"{SECOND}:10:19: fel [unknown-intervention]" in ran.said
    assert "Traceback" not in ran.said


@pytest.mark.parametrize("address", ["#finns-inte", "ordlista/index.md#finns-inte", "finns-inte.md", "bild.svg"])
def test_a_broken_link_in_a_hand_written_page_stops_the_build(broken: Workspace, address: str) -> None:
    """A place that is on no page, and a file that is not there: what is only seen when all is made is an error too."""
    page = broken.root / "docs/om.md"
    broken.write("docs/om.md", page.read_text(encoding="utf-8") + f"\nSe [här]({address}).\n")
    ran = broken.run("site_builder", "site")
    assert ran.code == 1
    assert address.rpartition("/")[2].removeprefix("index.md").removesuffix(".md") in ran.said


def test_a_link_to_what_is_there_is_no_fault(broken: Workspace) -> None:
    """A generated page, a place on it, a data file, and the page itself."""
    page = broken.root / "docs/om.md"
    text = "Se [a](ordlista/index.md#fn), [b](data/v1/plans.json), [c](om.md), [d](index.md) och [e](#kontakt)."
    broken.write("docs/om.md", f"{page.read_text(encoding='utf-8')}\n{text}\n\n## Kontakt\n\nText.\n")
    other = broken.root / "annan"
    ran = broken.run("mkdocs", "build", "--strict", "--site-dir", str(other))
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("command", ["check", "site"])
def test_a_fault_in_the_program_exits_2_and_says_so(broken: Workspace, command: str) -> None:
    """A fault that is not the content's is told apart from those that are."""
    broken.replace("site_builder/checks/table.py", "for check in checks:", "for check in [1 / 0]:")
    ran = broken.run("site_builder", command)
    assert ran.code == 2
    assert "fel i programmet" in ran.said
    assert "ZeroDivisionError" in ran.said


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_programs_get_the_same_places(broken: Workspace, form: str) -> None:
    """JSON, GitHub's annotations and SARIF hold the place that the text holds."""
    broken.replace(SECOND, '"2:1"', '"2:7"')
    ran = broken.run("site_builder", "check", "--format", form)
    assert ran.code == 1
    if form == "json":
        (found,) = json.loads(ran.out)
        assert (found["path"], found["line"], found["column"], found["code"]) == (
            SECOND,
            10,
            19,
            "unknown-intervention",
        )
    elif form == "github":
        assert ran.out.startswith(f"::error file={SECOND},line=10,col=19,title=unknown-intervention::")
    else:
        (result,) = json.loads(ran.out)["runs"][0]["results"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == SECOND
        assert (place["region"]["startLine"], place["region"]["startColumn"]) == (10, 19)
        assert result["ruleId"] == "unknown-intervention"
