"""A new report: whose and which year is asked first; its form then has a row for each measure that it may answer."""

from collections.abc import MutableMapping, Sequence
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace
from pydantic import create_model

from schema.base import Model
from schema.follow_up import FollowUp
from schema.vocabulary import Slug
from site_builder.editing.jobs.follow_up import named, scale_of
from site_builder.forms.answers.adding import Adding
from site_builder.forms.answers.pages import ThingFormView, thing_form
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.fields.placed import Note
from site_builder.forms.fields.shape import FormField, Option
from site_builder.forms.fields.sheet import Sheet, told_of
from site_builder.forms.fields.tree import Tree, tree_of

BODY, YEAR, LIKE = "organization", "year", "like"
YEARS = range(1900, 2200)

Begun = create_model(
    "Begun",
    __base__=Model,
    **{name: (FollowUp.model_fields[name].annotation, FollowUp.model_fields[name]) for name in (BODY, YEAR)},  # type: ignore[call-overload]  # as the schema has them
    like=(Slug | None, None),
)


def reporting(visit: Visit, shown: MutableMapping[str, str]) -> Answer:
    """Answer with the form of the report that the address says, or ask which report it is to be."""
    body, year, like = (visit.request.args.get(name, "") for name in (BODY, YEAR, LIKE))
    if body in visit.index.organizations and _is_year(year):
        return Adding(visit, "follow_up", "", shown, _start(visit, body, year, like)).answer()
    return Asking(visit).answer()


class Asking(Struct, frozen=True):
    """Answers for the form that asks which report it is to be."""

    visit: Visit

    def answer(self) -> Answer:
        """Answer a visit: the empty form, what is missing, or the way on."""
        tree = tree_of(self.visit.posted())
        if not self.visit.pressed:
            return self._form({}, ())
        if notes := self._missing(tree):
            return self._form(tree, notes)
        given = {name: str(tree[name]) for name in (BODY, YEAR, LIKE) if tree.get(name)}
        return replace(self._form(tree, ()), to=f"/ny/follow_up?{urlencode(given)}")

    def _missing(self, tree: Tree) -> tuple[Note, ...]:
        strings = self.visit.strings
        wrong = {} if tree.get(BODY) in self.visit.index.organizations else {BODY: strings("forms.missing")}
        if not _is_year(str(tree.get(YEAR, ""))):
            wrong[YEAR] = strings("forms.report.no-year")
        return tuple(Note(name, words, is_error=True) for name, words in wrong.items())

    def _form(self, tree: Tree, notes: Sequence[Note]) -> Answer:
        visit = self.visit
        fields = Sheet(Begun, (), "", says_plan=False).fields(visit, tree, notes)
        view = ThingFormView(
            heading=visit.strings("forms.report.title"),
            about=visit.strings("forms.report.about"),
            token=visit.token,
            hidden=(),
            fields=tuple(self._of_reports(field) if field.name == LIKE else field for field in fields),
            told=told_of(notes),
            shown_at="",
            way="begin",
        )
        return Answer(view.heading, thing_form(view, visit.strings), status=422 if notes else 200)

    def _of_reports(self, field: FormField) -> FormField:
        """Return the field for the report whose scale is the same."""
        reports = (record.value for record in self.visit.index.follow_ups)
        return replace(
            field,
            title=self.visit.strings("forms.report.like"),
            help=self.visit.strings("forms.report.like-help"),
            kind="choice",
            options=tuple(Option(report.id, report.title) for report in reports),
            is_open=True,
        )


def _is_year(written: str) -> bool:
    return written.isascii() and written.isdecimal() and int(written[:5]) in YEARS


def _start(visit: Visit, body: str, year: str, like: str) -> Tree:
    """Return what the form begins with; the scale is that of the report that was chosen, else of the body's latest."""
    reports = visit.index.follow_ups
    known = [record.value.id for record in reports if record.value.id == like]
    own = [record.value.id for record in reports if record.value.organization == body]
    scale = scale_of(visit.index, (known or own)[0]) if known or own else ()
    start: dict[str, object] = {**named(visit.index, body, year), BODY: body, YEAR: year}
    return {**start, "scale": list(scale)} if scale else start
