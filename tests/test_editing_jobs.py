"""What editors do by command: each job changes exactly the lines that it should, and leaves content without faults."""

import difflib
import shlex
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from site_builder.commands.group import EDITING, NEW, Commands, tell
from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import has_errors
from site_builder.reading.read import read_strings
from site_builder.reading.yaml_reader import parse
from tests.cases import AS_OF
from tests.miniature import ROOT as MINIATURE
from tests.workspace import ROOT, files_below

FOLDER = ROOT / "tests/jobs"
LOCKED = ("2023-kulturnamnden", "2024-kulturnamnden", "2024-tekniska-namnden")


@dataclass(frozen=True)
class Job:
    """A command, those before it, the difference that it makes, and how many files a person touches afterwards."""

    first: Sequence[str]
    run: str
    by_hand: int
    expected: Path


def job_files() -> list[Path]:
    return sorted(FOLDER.glob("*.yaml"))


def read_job(file: Path) -> Job:
    source, faults = parse(file.name, file.read_text(encoding="utf-8"))
    assert source is not None, faults
    data = source.data
    assert isinstance(data, dict)
    return Job(data.get("first", []), str(data["run"]), int(data["by_hand"]), file.with_suffix(".diff"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature in a folder of its own, on the day of the golden cases."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch())
    for name in ("content", "docs"):
        shutil.copytree(MINIATURE / name, tmp_path / name)
    return tmp_path


def epoch() -> str:
    return str(int(datetime.fromisoformat(AS_OF).replace(tzinfo=UTC).timestamp()))


def command(root: Path, line: str, *more: str) -> object:
    """Run a command as a person writes it; return the code that it ends with."""
    name, *arguments = shlex.split(line)
    group = Commands(name="new", modules=NEW) if name == "new" else Commands(name="x", modules=EDITING)
    with click.Context(group) as context:
        found = group if name == "new" else group.get_command(context, name)
    assert found is not None, name
    return found.main([*arguments, *more, "--root", str(root)], standalone_mode=False)


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """Return every line that differs, file by file; a file that got another name stands under both."""
    return "".join(_lines(before, after))


def _lines(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    gone = sorted(path for path in before if path not in after)
    for path in sorted(after):
        old = path if path in before else _nearest(before, gone, after[path])
        was, now = (data.decode().splitlines(keepends=True) for data in (before.get(old, b""), after[path]))
        if was != now or old != path:
            yield from difflib.unified_diff(was, now, old, path, n=0)


def _nearest(before: dict[str, bytes], gone: list[str], data: bytes) -> str:
    alike = [path for path in gone if difflib.SequenceMatcher(None, before[path], data).ratio() > 0.6]
    return alike[0] if alike else "/dev/null"


@pytest.mark.snapshot
@pytest.mark.parametrize("file", job_files(), ids=lambda file: file.stem)
def test_a_job_changes_exactly_these_lines(file: Path, root: Path, request: pytest.FixtureRequest) -> None:
    """The difference is the expected one, the content has no faults, and locked reports are as they were."""
    job = read_job(file)
    for line in job.first:
        assert command(root, line) == 0
    before = files_below(root)
    assert command(root, job.run) == 0
    after = files_below(root)
    if request.config.getoption("--bless"):
        job.expected.write_text(difference(before, after), encoding="utf-8")
    assert difference(before, after) == job.expected.read_text(encoding="utf-8")
    assert not has_errors(inputs(root, history=False).check().diagnostics)
    assert all(before[path] == after[path] for path in (f"content/follow_ups/{name}.yaml" for name in LOCKED))


@pytest.mark.parametrize("file", job_files(), ids=lambda file: file.stem)
def test_a_job_leaves_little_to_a_person(file: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At most two files have to be touched by hand: those in which the command says that something is left."""
    job = read_job(file)
    for line in job.first:
        command(root, line)
    capsys.readouterr()
    command(root, job.run)
    told = [line for line in capsys.readouterr().out.split("\n") if line.startswith("Titta på")]
    left = {line.split()[2].partition(":")[0] for line in told if "som du kan fylla i" not in line}
    assert len(left) == job.by_hand <= 2


@pytest.mark.parametrize("file", job_files(), ids=lambda file: file.stem)
def test_a_dry_run_shows_the_lines_and_writes_nothing(
    file: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line that would be taken away or put in is shown."""
    job = read_job(file)
    for line in job.first:
        command(root, line)
    before = files_below(root)
    capsys.readouterr()
    assert command(root, job.run, "--dry-run") == 0
    said = capsys.readouterr().out.split("\n")
    assert files_below(root) == before
    wanted = [line for line in job.expected.read_text(encoding="utf-8").split("\n") if line[:1] in ("+", "-")]
    assert [line for line in wanted if line[:3] not in ("+++", "---")] == [
        line for line in said if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("renumber 9:9 2:3", "insatsen 9:9 finns inte"),
        ("renumber 2:1 2:2", "redan numret på en annan insats"),
        ("renumber 2:1 två", "inget nytt nummer"),
        ("renumber 2:1 2:3 --plan ingen", "planen ingen finns inte"),
        ("renumber 2:1 7:1", "[number-outside-area]"),
        ("rename organization ingen nagon", "organisationen ingen finns inte"),
        ("rename organization kulturnamnden lansmuseet", "används redan"),
        ("rename organization kulturnamnden Kultur", "inget nytt id"),
        ("withdraw 1:2 --decision inget --to 2025-06-30", "beslutet inget finns inte"),
        ("withdraw 1:2 --decision uppdrag-fritidsgard --to juni", "juni är ingen dag"),
        ("merge organizations kulturnamnden kultur --from 2026-01-01", "A B into C"),
        ("merge organizations kulturnamnden into kultur --from 2026-01-01", "--name  Namn: "),
        ("merge organizations kulturnamnden into kulturnamnden --from 2026-01-01", "kan inte både"),
        ("merge organizations kulturnamnden into kulturkretsen --from 2026-01-01", "används redan"),
        ("new organization idrotten", "--source --section  Källor: "),
        (
            "new organization kulturnamnden --name K --kind committee --summary S --source ungdomsplan --section A",
            "redan",
        ),
        (
            "new organization idrotten --name K --kind x --summary S --source ungdomsplan --section A",
            "[unknown-choice]",
        ),
        ("new intervention 2:3 --title T --lead L --source ungdomsplan --section A", "[no-responsible-body]"),
        ("new intervention 2:3 --title T", "--lead  Ingress: "),
        ("new follow-up ingen 2025", "organisationen ingen finns inte"),
        ("new follow-up kulturnamnden 2025 --scale-of ingen", "rapporten ingen finns inte"),
        ("new follow-up kulturnamnden 2025 --step ja", "ja är inget steg"),
        ("new follow-up kulturnamnden 2025 --answer 1:1", "1:1 är inget svar"),
        ("new follow-up kulturnamnden 2025", "--answer  Svar: "),
        ("new follow-up kulturnamnden 2025", "export follow-up-form kulturnamnden 2025"),
        ("set content/finns-inte.yaml title x", "filen content/finns-inte.yaml finns inte"),
        ("set docs/om.md title x", "filen docs/om.md finns inte"),
        ("set content/site.yaml titel x", "fältet titel finns inte"),
        ("set content/site.yaml name 'Småstads planer'", "det står redan så"),
        ("set content/site.yaml foreign_words x", "Lägg till med add"),
        ("set content/decisions.yaml decisions.ingen.title x", "ingen i decisions.ingen.title finns inte"),
        ("set content/organizations/lansmuseet.yaml kind x", "[unknown-choice]"),
        ("add content/site.yaml name x", "name är ingen lista"),
        ("add content/site.yaml foreign_words en", "en är inget fält med värde"),
        ("add content/glossary.yaml terms id=x term=x", "[missing-field]"),
        ("new decision --title T", "--body  Beslutande organ: "),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    line: str, words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever stands in the way."""
    before = files_below(root)
    assert command(root, line) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
    assert files_below(root) == before


def test_a_number_that_is_no_reference_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In running text, in titles and in the words of a link; not what a source calls its own headings, nor a time."""
    page = root / "docs/om.md"
    written = "\n\nInsats 2:1 och [[ungdomsplan-2023-2026/2:1|insats 2:1]], men inte 12:1, 2:14 eller 2:1:3.\n"
    page.write_text(page.read_text(encoding="utf-8") + written, encoding="utf-8")
    assert command(root, "renumber 2:1 2:3") == 0
    told = [line for line in capsys.readouterr().out.split("\n") if line.startswith("Titta på")]
    line = page.read_text(encoding="utf-8").split("\n").index(written.strip().replace("2:1|", "2:3|")) + 1
    assert [item.split()[2] for item in told] == [f"docs/om.md:{line}:"] * 2
    assert "[[ungdomsplan-2023-2026/2:3|insats 2:1]]" in page.read_text(encoding="utf-8")


def test_content_with_faults_is_not_edited(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody knows what a job would do to it."""
    file = root / "content/organizations/lansmuseet.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind:", "kinds:"), encoding="utf-8")
    before = files_below(root)
    assert command(root, "renumber 2:1 2:3") == 1
    assert "innehållet har fel" in capsys.readouterr().err
    assert files_below(root) == before


def test_an_id_in_letters_that_yaml_turns_into_others_is_found(root: Path) -> None:
    """A quoted text may hold escapes; then the whole text is written anew."""
    file = root / "content/organizations/smastads-bussar.yaml"
    text = file.read_text(encoding="utf-8")
    escaped = 'summary: "Bolaget arbetar med [[organisation:\\x6bulturnamnden|n\\xe4mnden]]."\n'
    file.write_text("".join(escaped if line.startswith("summary") else line for line in text.splitlines(True)), "utf-8")
    assert command(root, "rename organization kulturnamnden kultur") == 0
    assert 'summary: "Bolaget arbetar med [[organisation:kultur|nämnden]]."\n' in file.read_text(encoding="utf-8")


def test_what_a_command_lacks_is_told_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    """An option with its words, an argument with its name, and where to read on."""
    for line, words in (("withdraw 1:2", "--decision. Id för beslutet"), ("rename organization", "OLD")):
        with pytest.raises(click.MissingParameter) as fault:
            command(Path(), line)
        tell(fault.value, read_strings())
        assert f"Det här saknas: {words}" in capsys.readouterr().err


def test_every_command_has_its_words() -> None:
    """The help of every command and option is in the catalogue or the schema."""
    for names in (EDITING, NEW):
        group = Commands(name="x", modules=names)
        with click.Context(group) as context:
            found = [group.get_command(context, name) for name in names]
        below = [item for item in found if item for item in getattr(item, "commands", {"": item}).values()]
        assert all(item.help and item.help.strip().endswith(".") for item in below)
        options = [option for item in below for option in item.params if isinstance(option, click.Option)]
        assert all(option.help for option in options)


def test_one_role_for_different_things_is_left_to_a_person(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first line is taken over; of the other a person is told, and nobody has the role in it after the last day."""
    file = root / "content/plans/ungdomsplan-2023-2026/interventions/2-1.yaml"
    line = "  - role: responsible\n    bodies: [lansmuseet]\n    scope: Lånar ut hjälmar.\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - role: contributing", f"{line}  - role: contributing"), encoding="utf-8")
    given = '--name Kulturen --kind committee --summary "Kultur." --source ungdomsplan --section "Vem gör vad"'
    assert command(root, f"merge organizations kulturnamnden lansmuseet into kulturen --from 2026-01-01 {given}") == 0
    assert f"{file.relative_to(root)}:9: raden slutar gälla, och kulturen har rollen" in capsys.readouterr().out
    made = file.read_text(encoding="utf-8")
    assert f"{line}    valid_to: 2025-12-31\n  - role: contributing" in made
    assert made.count("- kulturen") == 1
