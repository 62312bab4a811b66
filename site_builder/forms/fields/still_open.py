"""The form of a report: a row for each measure in which the body had a duty in the year, answered or not.

The rows are those of the form in a spreadsheet. One that has not been answered stands in the form alone: an answer
that is empty would say in the file that the body left the question open, which nobody has told.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from schema.follow_up import FollowUp
from site_builder.editing.form_sheets.form import FormRow
from site_builder.export.sheets.follow_up_form import follow_up_form
from site_builder.forms.fields.shape import FormField, Option
from site_builder.forms.fields.tree import Tree, is_blank
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex

ANSWERS, MEASURE, SOURCES = "answers", "measure", "sources"
OF_THE_SCALE = (ANSWERS, "corrections")
FIRST = ("value", "comment")  # what is filled in of an answer, unfolded


class StillOpen(Struct, frozen=True):
    """The measures that a report may still answer: what is said of each, by its name with its plan."""

    rows: Mapping[str, str]
    strings: Strings

    def offered(self, tree: Tree) -> Tree:
        """Return what a form holds with a row more for each measure that no answer is about."""
        answers = _answers(tree)
        known = {str(answer.get(MEASURE)) for answer in answers}
        rows = [{MEASURE: key} for key in self.rows if key not in known]
        return {**tree, ANSWERS: [*answers, *rows]} if rows else tree

    def meant(self, tree: Tree) -> Tree:
        """Return what a form says: a row without an answer is blank, and one with an answer has the report's sources.

        Sources of its own come before those of the report.
        """
        if not self.rows or not isinstance(tree.get(ANSWERS), list):
            return tree
        sources = tree.get(SOURCES)
        return {**tree, ANSWERS: [self._meant(answer, sources) for answer in _answers(tree)]}

    def count(self, tree: Tree) -> int:
        """Return how many rows are unanswered."""
        return sum(self._is_open(answer) for answer in _answers(tree))

    def shaped(self, fields: Sequence[FormField], tree: Tree) -> Iterator[FormField]:
        """Yield the fields of a report; values are chosen on its scale, and unanswered rows are folded."""
        steps = tuple(_steps(tree))
        for field in fields:
            parts = field.parts
            if field.name in OF_THE_SCALE:
                parts = tuple(_on_scale(part, steps) for part in parts)
            if field.name != ANSWERS:
                yield replace(field, parts=parts)
                continue
            shown = zip(parts, _answers(tree), strict=False)
            words = f" {self.strings('forms.report.rows')}" if self.rows else ""
            yield replace(field, help=field.help + words, parts=tuple(self._row(*one) for one in shown))

    def _meant(self, answer: Tree, sources: object) -> Tree:
        if self._is_open(answer):
            return {}
        if str(answer.get(MEASURE)) in self.rows and is_blank(answer.get(SOURCES)):
            return {**answer, SOURCES: sources or []}
        return answer

    def _is_open(self, answer: Tree) -> bool:
        said = {name: value for name, value in answer.items() if name != MEASURE}
        return str(answer.get(MEASURE)) in self.rows and is_blank(said)

    def _row(self, part: FormField, answer: Tree) -> FormField:
        about = self.rows.get(str(answer.get(MEASURE)), "")
        parts = tuple(replace(one, is_open=one.is_open or one.name.endswith(FIRST)) for one in part.parts)
        if about:
            words = self.strings("forms.report.own-sources")
            parts = tuple(
                replace(one, needed=False, is_open=bool(one.parts), help=words) if one.name.endswith(SOURCES) else one
                for one in parts
            )
        is_told = any(one.notes for one in (part, *part.parts))
        return replace(part, help=about or part.help, parts=parts, is_open=is_told or not self._is_open(answer))


def still_open(model: type, index: PlanIndex, tree: Tree, strings: Strings) -> StillOpen | None:
    """Return what a report may still answer: of one that is locked, or whose form is held, nothing more.

    None where the model is not that of a report.
    """
    if model is not FollowUp:
        return None
    body, year = str(tree.get("organization", "")), str(tree.get("year", ""))
    is_done = bool(tree.get("lock") or tree.get("form"))
    if is_done or body not in index.organizations or not year.isdecimal():
        return StillOpen({}, strings)
    rows = follow_up_form(index, body, int(year), (), strings).rows
    known = {str(answer.get(MEASURE)) for answer in _answers(tree)}
    return StillOpen({row.key: _said(row, strings) for row in rows if row.key not in known}, strings)


def _said(row: FormRow, strings: Strings) -> str:
    _, number, title, duty = row.cells
    return strings("forms.report.row", number=number, title=title, duty=duty)


def _answers(tree: Tree) -> list[Tree]:
    found = tree.get(ANSWERS)
    return [one if isinstance(one, Mapping) else {} for one in found] if isinstance(found, list) else []


def _steps(tree: Tree) -> Iterator[Option]:
    scale = tree.get("scale")
    for step in scale if isinstance(scale, list) else []:
        if isinstance(step, Mapping) and (identity := str(step.get("id") or "")):
            yield Option(identity, f"{step.get('name') or identity} ({identity})")


def _on_scale(part: FormField, steps: tuple[Option, ...]) -> FormField:
    """Return an answer whose value is chosen among the steps; one that is none of them stands there too."""
    return replace(part, parts=tuple(_chosen(one, steps) if one.name.endswith(".value") else one for one in part.parts))


def _chosen(field: FormField, steps: tuple[Option, ...]) -> FormField:
    if not steps:
        return field
    known = {"", *(one.value for one in steps)}
    strange = () if field.value in known else (Option(field.value, field.value),)
    return replace(field, kind="choice", options=(*steps, *strange))
