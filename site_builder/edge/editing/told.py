"""What a job did or would do, in words: the differences line by line, the files, and what a person should look at."""

import difflib
from collections.abc import Iterator

from site_builder.edge.editing.job import Done
from site_builder.edge.report import as_text
from site_builder.foundation.strings import Strings


def told(done: Done, strings: Strings, *, dry_run: bool) -> str:
    """Return all that a job has to say."""
    if done.proposal is None:
        return "\n".join([strings("editing.done.refused-before"), _findings(done, strings)])
    lines = list(difference_of(done)) if dry_run else []
    if done.refused:
        return "\n".join([*lines, strings("editing.done.refused"), _findings(done, strings)])
    count = len(done.proposal.files) - len(done.proposal.moved)
    lines.append(strings("command.nothing-written" if dry_run else "command.written", count=str(count)))
    lines += [*files_of(done, strings), *notes_of(done, strings)]
    return "\n".join([*lines, *([_findings(done, strings)] if done.findings else [])]) + "\n"


def notes_of(done: Done, strings: Strings) -> Iterator[str]:
    """Yield what a person should look at, with its place."""
    for note in done.notes:
        words = strings(f"editing.notes.{note.key}", **note.values)
        yield strings("editing.done.look", place=f"{note.span.path}:{note.span.line}", words=words)


def files_of(done: Done, strings: Strings) -> Iterator[str]:
    """Yield the files that a job changes, and those that are new or get another name."""
    proposal = done.proposal
    for path, text in sorted(proposal.files.items()) if proposal else ():
        if proposal and path in proposal.moved:
            yield strings("editing.done.moved", old=proposal.moved[path], path=path)
        elif text is not None:
            known = path in done.before.texts
            yield strings(f"editing.done.{'changed' if known else 'added'}", path=path)


def difference_of(done: Done) -> Iterator[str]:
    """Yield the lines that differ, as git shows them."""
    proposal = done.proposal
    for path, text in sorted(proposal.files.items()) if proposal else ():
        if text is not None and proposal:
            old = proposal.moved.get(path, path)
            before = done.before.texts.get(old, "").splitlines()
            names = (f"a/{old}" if before else "/dev/null", f"b/{path}")
            yield from difflib.unified_diff(before, text.splitlines(), *names, n=2, lineterm="")


def _findings(done: Done, strings: Strings) -> str:
    return as_text(done.findings, done.after.texts, strings)
