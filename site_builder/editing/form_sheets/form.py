"""A form as data: rows with an id each, and the columns that are to be filled in.

What the program needs to know again lies in a hidden sheet, `id`, a row a fact with its name first: so the words of the
visible sheet can be anything, and the rows can be sorted. A row is known again by what stands in its first two columns.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

IDS = "id"  # the name of the hidden sheet
VERSION = "1"
STEP, ROW = "step", "row"
KNOWN_BY = 2  # columns


class FormRow(Struct, frozen=True):
    """A row: the id of what it is about, and what stands in its columns before those that are to be filled in."""

    key: str
    cells: tuple[str, ...]


class Step(Struct, frozen=True):
    """A value that can be chosen, as a scale has it."""

    id: str
    name: str
    short_name: str
    standing: str


class Form(Struct, frozen=True):
    """All of a form. `facts` are what it is about (`organization`, `year`); `headings` those of all columns."""

    kind: str
    facts: Mapping[str, str]
    sheet: str
    headings: tuple[str, ...]
    rows: tuple[FormRow, ...]
    steps: tuple[Step, ...] = ()

    @property
    def ids(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the hidden sheet."""
        return (
            ("form", self.kind, VERSION),
            ("sheet", self.sheet),
            ("headings", *self.headings),
            *(("fact", name, value) for name, value in self.facts.items()),
            *((STEP, step.id, step.name, step.short_name, step.standing) for step in self.steps),
            *((ROW, row.key, *row.cells[:KNOWN_BY]) for row in self.rows),
        )


def form_of(ids: Sequence[Sequence[str]]) -> Form | None:
    """Return the form that the rows of a hidden sheet tell of, None where they are those of no form of ours."""
    found = [tuple(row) for row in ids if row]
    first = {row[0]: row[1:] for row in reversed(found)}
    kind, version, *_ = (*first.get("form", ()), "", "")
    sheet, headings = first.get("sheet", ())[:1], tuple(text for text in first.get("headings", ()) if text)
    if version != VERSION or not sheet or not headings:
        return None
    return Form(
        kind=kind,
        facts={row[1]: row[2] for row in found if row[0] == "fact" and len(row) > 2},
        sheet=sheet[0],
        headings=headings,
        rows=tuple(FormRow(row[1], row[2 : 2 + KNOWN_BY]) for row in found if row[0] == ROW and len(row) > 3),
        steps=tuple(Step(*(*row, "", "")[1:5]) for row in found if row[0] == STEP and len(row) > 2),
    )
