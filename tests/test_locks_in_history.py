"""`check --since`: a lock holds against git's history, and where there is none, that is said."""

from collections.abc import Iterator

import pytest

from site_builder.edge.history import NO_GIT, SHALLOW
from site_builder.edge.inputs import inputs
from site_builder.edge.locks import with_history
from site_builder.edge.machine import NoRevisionError
from site_builder.foundation.diagnostic import Severity, Span
from tests.workspace import Workspace, miniature

REPORT = "content/follow_ups/2024-kulturnamnden.yaml"
LOCK = 'lock: "51d169a2a3f2182d"\n'
ANSWER = "    value: nej\n    comment: Cyklarna är köpta men inte utlånade.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A repository of the miniature, with one revision."""
    workspace = miniature(tmp_path_factory.mktemp("locks") / "copy")
    workspace.commit()
    return workspace


@pytest.fixture
def repository(made: Workspace) -> Iterator[Workspace]:
    """The same, put back afterwards."""
    start = "start"
    made.git("tag", "--force", start)
    yield made
    made.git("reset", "--quiet", "--hard", start)


def since(workspace: Workspace, revision: str = "start") -> dict[str, Span]:
    """The places of the errors of a check since a revision, by their codes."""
    checked = inputs(workspace.root, history=False).check()
    found = with_history(workspace.root, checked, revision)
    return {item.code: item.span for item in found if item.severity is Severity.ERROR}


def codes(workspace: Workspace) -> set[str]:
    """The codes of the errors of a check that asks no history."""
    found = inputs(workspace.root, history=False).check().diagnostics
    return {item.code for item in found if item.severity is Severity.ERROR}


def test_what_is_as_it_was_is_green(repository: Workspace) -> None:
    """Also after a correction, which is an entry of its own."""
    text = "corrections:\n  - date: 2025-02-03\n"
    more = text.replace(
        "- date", '- date: 2025-03-01\n    measure: "1:1"\n    value: ja\n    reason: Ett ord.\n  - date'
    )
    repository.replace(REPORT, text, more)
    assert since(repository) == {}


def test_an_edited_report_whose_lock_is_taken_away(repository: Workspace) -> None:
    """The check alone has nothing to say of it but that it is not locked; against history it is an error."""
    repository.replace(REPORT, ANSWER, ANSWER.replace("nej", "ja"))
    repository.replace(REPORT, LOCK, "")
    assert codes(repository) == set()
    found = since(repository)
    assert (found["lock-removed"].path, found["lock-removed"].line) == (REPORT, 2)
    ran = repository.run("site_builder", "check", "--since", "start")
    assert ran.code == 1
    assert 'lock: "51d169a2a3f2182d"' in ran.out
    assert "corrections" in ran.out


def test_an_edited_report_that_is_locked_anew(repository: Workspace) -> None:
    """The new lock fits, and is not the one that was."""
    repository.replace(REPORT, ANSWER, ANSWER.replace("nej", "ja"))
    repository.replace(REPORT, LOCK, "")
    offered = next(
        item.values["lock"]
        for item in inputs(repository.root, history=False).check().diagnostics
        if item.code == "report-unlocked"
    )
    repository.replace(REPORT, "corrections:\n", f'lock: "{offered}"\ncorrections:\n')
    assert codes(repository) == set()
    found = since(repository)["lock-changed"]
    assert (found.path, found.line) == (REPORT, 54)


def test_a_report_that_is_gone(repository: Workspace) -> None:
    """Its file is named, though it is not there."""
    (repository.root / "content/follow_ups/2023-kulturnamnden.yaml").unlink()
    assert since(repository)["locked-report-removed"].path == "content/follow_ups/2023-kulturnamnden.yaml"


def test_another_plan_than_the_one_that_was_meant(repository: Workspace) -> None:
    """The lock of a report that got the line afterwards does not hold it; its history does."""
    repository.replace(REPORT, "plan: ungdomsplan-2023-2026\n", "plan: lasplan-2024-2027\n")
    found = since(repository)["locked-plan-changed"]
    assert (found.path, found.line) == (REPORT, 74)


def test_a_lock_that_was_set_and_taken_away_since(repository: Workspace) -> None:
    """Every revision on the way counts, not only the first."""
    repository.replace(REPORT, LOCK, "")
    repository.commit()
    repository.git("tag", "--force", "unlocked")
    assert since(repository, "unlocked") == {}
    repository.replace(REPORT, "corrections:\n", f"{LOCK}corrections:\n")
    repository.commit()
    repository.replace(REPORT, LOCK, "")
    assert "lock-removed" in since(repository, "unlocked")


def test_what_was_locked_elsewhere_meanwhile_is_not_missed(repository: Workspace) -> None:
    """A branch that left the main one before a report came there has not taken it away."""
    other = "content/follow_ups/2023-kulturnamnden.yaml"
    text = (repository.root / other).read_text(encoding="utf-8")
    (repository.root / other).unlink()
    repository.commit()
    repository.git("branch", "--force", "work")
    repository.write(other, text)
    repository.commit()
    repository.git("tag", "--force", "main-now")
    repository.git("reset", "--quiet", "--hard", "work")
    assert since(repository, "main-now") == {}


def test_a_broken_report_is_told_of_its_own_faults(repository: Workspace) -> None:
    """Nobody says that it has been removed."""
    repository.replace(REPORT, "year: 2024\n", "year: snart\n")
    found = since(repository)
    assert found
    assert "locked-report-removed" not in found


def test_without_history_that_is_said(repository: Workspace) -> None:
    """A revision that is not there; the tip of a history alone; no git at all. None of it is taken for green."""
    ran = repository.run("site_builder", "check", "--since", "nowhere")
    assert ran.code == 2
    assert "Revisionen nowhere finns inte" in ran.err
    repository.write("content/site.yaml", (repository.root / "content/site.yaml").read_text("utf-8") + "# Ny rad.\n")
    repository.commit()
    shallow = Workspace(repository.root.parent / "shallow")
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(shallow.root))
    bare = miniature(repository.root.parent / "bare")
    for workspace, missing in ((shallow, SHALLOW), (bare, NO_GIT)):
        with pytest.raises(NoRevisionError) as fault:
            since(workspace, "HEAD~1")
        assert fault.value.missing == missing
