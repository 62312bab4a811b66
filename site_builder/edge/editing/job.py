"""A job done on the files below a folder: proposed, checked as it would be, and then written, all or nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.edge.editing.journal import exchange_files
from site_builder.edge.editing.known import Known
from site_builder.edge.editing.raw import carried
from site_builder.edge.inputs import Inputs, inputs
from site_builder.edge.machine import MachineFault
from site_builder.editing.jobs.desk import Desk, Note, Proposal
from site_builder.foundation.diagnostic import Diagnostic, has_errors
from site_builder.meaning.link import PlanIndex
from site_builder.reading.decode import decode

Job = Callable[[Desk], Proposal]


class Done(Struct, frozen=True):
    """What a job came to: the content before and after, what to look at, and what stands in the way.

    With `findings` that are errors nothing has been written: the content had them before (then there is no proposal),
    or would have them after. Findings that are none are those that the job has brought. `index` is of what is after.
    """

    before: Inputs
    after: Inputs
    proposal: Proposal | None
    findings: tuple[Diagnostic, ...]
    notes: tuple[Note, ...] = ()
    index: PlanIndex | None = None

    @property
    def refused(self) -> bool:
        """Tell whether errors stand in the way."""
        return has_errors(self.findings)


def do(root: Path, job: Job, *, dry_run: bool, repairs: bool = False, known: Known | None = None) -> Done:
    """Do a job on the content below a folder. With `dry_run`, and where errors stand in the way, nothing is written.

    In the way of a job that `repairs` stand only errors that it would bring: it is there for content that has some.
    What is `known` from before is not checked again.
    """
    given = inputs(root, history=False)
    known = known or Known()
    before = known.checked(root, given)
    if has_errors(before.diagnostics) and not repairs:
        return Done(given, given, None, before.diagnostics)
    proposal = job(Desk(before.index, given.texts))
    after = replace(given, texts=proposal.after(given.texts))
    checked = after.check(known.memory(root))
    old = {(item.code, item.span.path) for item in before.diagnostics}
    new = tuple(item for item in checked.diagnostics if (item.code, item.span.path) not in old)
    done = Done(given, after, proposal, new, tuple(proposal.look(checked.index)), checked.index)
    if not dry_run and not done.refused:
        save_texts(root, given.texts, proposal.files)
    return done


def save_texts(root: Path, before: Mapping[str, str], files: Mapping[str, str | None]) -> None:
    """Write texts into the files that they are changes of; none of them if a file is not what was read any longer."""
    exchange_files(root, {path: _as_bytes(root, path, before.get(path), text) for path, text in files.items()})


def _as_bytes(root: Path, path: str, old: str | None, new: str | None) -> tuple[bytes | None, bytes | None]:
    if old is None:
        return None, new.encode() if new is not None else None
    raw = (root / path).read_bytes()
    if decode(path, raw) != old:
        raise MachineFault("edited-meanwhile", path=path)
    return raw, carried(raw, new) if new is not None else None
