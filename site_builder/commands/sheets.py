"""`export follow-up-form|indicators` and `import follow-up|indicators`: forms out, and what was filled in comes in."""

from collections.abc import Callable
from pathlib import Path

import click

from schema.follow_up import FollowUp
from site_builder.commands.doing import editing, refused, run, words
from site_builder.commands.fields import given, options
from site_builder.commands.words import ROOT, WORDS
from site_builder.edge.inputs import Inputs, inputs
from site_builder.edge.machine import FAULTS, GOOD
from site_builder.edge.report import as_text
from site_builder.edge.spreadsheets import sheets_in, write_new
from site_builder.editing.edit import Value
from site_builder.editing.form_sheets.filled import CellFault, FormFault
from site_builder.editing.form_sheets.form import Step
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.filled_follow_up import filled_follow_up
from site_builder.editing.jobs.filled_indicators import filled_indicators
from site_builder.editing.jobs.follow_up import scale_in, scale_of
from site_builder.editing.jobs.written import plan_of
from site_builder.foundation.diagnostic import has_errors
from site_builder.reading.workbook import Sheets

TO = click.option("--to", "file", type=click.Path(path_type=Path, dir_okay=False), help=words("to"))
FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
OF_THE_FORM = ("organization", "year", "lock", "formerly")


@click.command("follow-up-form", help=words("export-follow-up-form"))
@ROOT
@TO
@click.argument("body")
@click.argument("year", type=click.IntRange(1900, 2199))
@click.option("--scale-of", "like", help=words("form-scale-of"))
@click.option("--step", "steps", multiple=True, help=words("step"))
def follow_up_form_command(
    root: Path, body: str, year: int, like: str | None, steps: tuple[str, ...], file: Path | None
) -> int:
    """Write the form that a body answers in."""
    from site_builder.export.sheets.follow_up_form import OPEN, follow_up_form
    from site_builder.export.sheets.form_workbook import form_workbook

    def made(known: Inputs, desk: Desk) -> bytes:
        if body not in desk.index.organizations:
            raise Refusal("no-organization", id=body)
        form = follow_up_form(desk.index, body, year, _scale(desk, body, like, steps), WORDS)
        if not form.rows:
            raise Refusal("no-duties", id=body, year=str(year))
        name = desk.index.organizations[body].value.name
        title = WORDS("form_sheets.follow-up.title", name=name, year=str(year))
        return form_workbook(form, title, OPEN, known.as_of, WORDS)

    return _written(root, file or Path(f"uppfoljning-{year}-{body}.xlsx"), made)


@click.command("indicators", help=words("export-indicators"))
@ROOT
@TO
@click.option("--plan", "in_plan", help=words("plan"))
def indicators_form_command(root: Path, in_plan: str | None, file: Path | None) -> int:
    """Write the form for new values of indicators."""
    from site_builder.export.sheets.form_workbook import form_workbook
    from site_builder.export.sheets.indicators_form import OPEN, indicators_form

    def made(known: Inputs, desk: Desk) -> bytes:
        plan = plan_of(desk, in_plan)
        form = indicators_form(desk.index, plan, WORDS)
        if not form.rows:
            raise Refusal("no-indicators", plan=plan)
        title = WORDS("form_sheets.indicators.title", plan=desk.index.plans[plan].plan.value.short_title)
        return form_workbook(form, title, OPEN, known.as_of, WORDS)

    return _written(root, file or Path("indikatorer.xlsx"), made)


@click.command("follow-up", help=words("import-follow-up"))
@editing
@FILE
@options(FollowUp, OF_THE_FORM)
def import_follow_up(root: Path, dry_run: bool, file: Path, **found: object) -> int:
    """Take in a form that a body has filled in."""
    return _taken_in(
        root, file, lambda desk, sheets: filled_follow_up(desk, sheets, given(FollowUp, found)), dry_run=dry_run
    )


@click.command("indicators", help=words("import-indicators"))
@editing
@FILE
@click.option("--source", required=True, help=words("source"))
@click.option("--section", required=True, help=words("section"))
@click.option("--page", type=int, help=words("page"))
def import_indicators(root: Path, dry_run: bool, file: Path, source: str, section: str, page: int | None) -> int:
    """Take in new values of indicators."""
    place: dict[str, Value] = {"document": source, "section": section, **({"page": page} if page else {})}
    return _taken_in(root, file, lambda desk, sheets: filled_indicators(desk, sheets, place), dry_run=dry_run)


def _scale(desk: Desk, body: str, like: str | None, steps: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the scale that was asked for, else that of the body's latest report, else that of the latest one."""
    reports = desk.index.follow_ups
    own = [record for record in reports if record.value.organization == body]
    if not (like or steps or reports):
        raise Refusal("no-scale")
    found = scale_in(steps) if steps else scale_of(desk.index, like or (own or reports)[0].value.id)
    return tuple(Step(step["id"], step["name"], step.get("short_name", ""), step["standing"]) for step in found)


def _written(root: Path, file: Path, made: Callable[[Inputs, Desk], bytes]) -> int:
    """Write what is made of content without errors; return the code to exit with."""
    known = inputs(root, history=False)
    checked = known.check()
    if has_errors(checked.diagnostics):
        click.echo(as_text(checked.diagnostics, known.texts, WORDS), nl=False, err=True)
        return FAULTS
    try:
        data = made(known, Desk(checked.index, known.texts))
    except Refusal as refusal:
        return refused(refusal)
    write_new(file, data)
    click.echo(WORDS("form_sheets.written", file=str(file)))
    return GOOD


def _taken_in(root: Path, file: Path, job: Callable[[Desk, Sheets], Proposal], *, dry_run: bool) -> int:
    """Do a job on a form, or tell every cell that is wrong; return the code to exit with."""
    try:
        return run(root, lambda desk: job(desk, sheets_in(file)), dry_run=dry_run)
    except FormFault as fault:
        lines = [WORDS("form_sheets.refused"), *(_told(file, item) for item in fault.faults)]
        click.echo("\n".join(lines), err=True)
        return FAULTS


def _told(file: Path, fault: CellFault) -> str:
    place = {"sheet": fault.sheet, "row": str(fault.row), "column": chr(ord("A") + fault.column)}
    what = WORDS(f"form_sheets.faults.{fault.key}", **fault.values)
    return WORDS("form_sheets.fault", file=str(file), heading=fault.heading, words=what, **place)
