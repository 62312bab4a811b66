"""`import follow-up`: a form that a body has filled in becomes its report."""

from msgspec.structs import replace

from site_builder.editing.edit import Value
from site_builder.editing.form_sheets.filled import CellFault, FilledRow, FormFault, filled_rows, form_in
from site_builder.editing.form_sheets.form import Form, Step
from site_builder.editing.jobs.desk import Desk, Note, Proposal, Refusal
from site_builder.editing.jobs.follow_up import new_follow_up
from site_builder.editing.jobs.new import Given
from site_builder.foundation.diagnostic import Span
from site_builder.meaning.link import PlanIndex
from site_builder.reading.workbook import Sheets

ANSWER, COMMENT = 4, 5  # the columns
EXPLAINED = "yes"  # the only standing that needs no comment


def filled_follow_up(desk: Desk, sheets: Sheets, given: Given) -> Proposal:
    """Make a report of a form. A row that was left empty is no answer, and is told of: why it is, no form says."""
    form = form_in(sheets, "follow-up")
    rows = filled_rows(form, sheets)
    filled = [row for row in rows if row.words(ANSWER) or row.words(COMMENT)]
    if not filled:
        raise Refusal("empty-form")
    faults = [fault for row in filled if (fault := _fault(desk.index, form, row))]
    if faults:
        raise FormFault(faults)
    answers = [_answer(form, row) for row in filled]
    facts: dict[str, Value] = {
        "organization": form.facts.get("organization", ""),
        "year": int(year) if (year := form.facts.get("year", "")).isdecimal() else year,
        **given,
    }
    proposal = new_follow_up(desk, facts, [_step(step) for step in form.steps], answers)
    return _with_note(proposal, [row.key for row in rows if row not in filled])


def _fault(index: PlanIndex, form: Form, row: FilledRow) -> CellFault | None:
    """Return what is wrong with a row that has been filled in."""
    written, step = row.words(ANSWER), _chosen(form, row)
    if ("intervention", row.key) not in index.targets:
        return row.fault("no-measure", 1, number=row.key)
    if not written:
        return row.fault("comment-alone", ANSWER)
    if step is None:
        return row.fault("not-on-scale", ANSWER, value=written, names=", ".join(one.name for one in form.steps))
    if step.standing != EXPLAINED and not row.words(COMMENT):
        return row.fault("no-comment", COMMENT, value=step.name)
    return None


def _chosen(form: Form, row: FilledRow) -> Step | None:
    """Return the step that was chosen or written, by its name, its short one or its id."""
    written = row.words(ANSWER).casefold()
    return next((one for one in form.steps if written in {name.casefold() for name in _names(one)}), None)


def _names(step: Step) -> tuple[str, ...]:
    return tuple(name for name in (step.name, step.short_name, step.id) if name)


def _answer(form: Form, row: FilledRow) -> dict[str, Value]:
    step = _chosen(form, row)
    answer: dict[str, Value] = {"measure": row.key, "value": step.id if step else ""}
    return {**answer, "comment": row.words(COMMENT)} if row.words(COMMENT) else answer


def _step(step: Step) -> dict[str, str]:
    short = {"short_name": step.short_name} if step.short_name else {}
    return {"id": step.id, "name": step.name, **short, "standing": step.standing}


def _with_note(proposal: Proposal, empty: list[str]) -> Proposal:
    """Return a proposal that also tells which rows were empty."""
    path = next(iter(proposal.files))
    note = Note("empty-rows", Span(path), {"measures": ", ".join(empty)})
    look = proposal.look
    return replace(proposal, look=lambda index: (*look(index), note)) if empty else proposal
