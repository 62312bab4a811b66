"""The responsibility matrix as sheets, one for each plan of which any source says who does what."""

import re
from collections.abc import Iterator

from site_builder.export.sheets.workbook import BUTTON, Column, Sheet
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.strings import Strings
from site_builder.meaning.body_roles import BodyRoles, HeldRole, body_roles_in
from site_builder.meaning.link import PlanContent, PlanIndex

NARROW = 14  # signs of a column, unless a word of its heading is longer
LONGEST = 31  # what a spreadsheet takes for the name of a sheet
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def matrix_sheets(index: PlanIndex, strings: Strings) -> Iterator[Sheet]:
    """Yield a sheet for each plan: a row for each measure that holds, a column for each body with a duty in it."""
    for number, (content, roles) in enumerate(plans_with_duties(index), 1):
        plan = content.plan.value
        words = {"plan": plan.short_title, "measure": plan.terms.measure.indefinite}
        bodies = tuple(index.organizations[name].value.name for name in roles.organizations)
        first = (strings("sheets.number"), capital(plan.terms.measure.indefinite), strings("sheets.note"))
        name = NOT_IN_NAMES.sub(" ", plan.short_title)
        yield Sheet(
            name=name if len(name) <= LONGEST else f"{name[: LONGEST - 3].rstrip()} {number}",
            title=strings("matrix.caption", **words),
            lead=strings("sheets.see-about"),
            table=f"Ansvar{number}",
            alternative=strings("sheets.matrix-alternative", **words),
            columns=(
                *(Column(heading, width) for heading, width in zip(first, (9, 48, 24), strict=True)),
                *(Column(body, max(NARROW, BUTTON + max(map(len, body.split())))) for body in bodies),
            ),
            rows=tuple(_rows(content, roles, strings)),
            page=strings("form_sheets.page"),
        )


def plans_with_duties(index: PlanIndex) -> Iterator[tuple[PlanContent, BodyRoles]]:
    """Yield the plans of which any source says who does what, with the duties that hold."""
    for content in index.plans.values():
        if (roles := body_roles_in(index, content)).cells:
            yield content, roles


def _rows(content: PlanContent, roles: BodyRoles, strings: Strings) -> Iterator[tuple[str, ...]]:
    for record in content.holding:
        intervention = record.value
        found = [roles.cells.get((intervention.number, name), ()) for name in roles.organizations]
        is_unknown = bool(intervention.unknown_responsibility) and not any(found)
        note = strings("matrix.unknown-row") if is_unknown else ""
        yield (intervention.number, intervention.title, note, *(_letters(cell, strings) for cell in found))


def _letters(cell: tuple[HeldRole, ...], strings: Strings) -> str:
    """Return the letters of the roles, as the matrix has them: in brackets what comes from a group."""
    letters = ((strings(f"site.roles.{item.role}.letter"), item.via) for item in cell)
    return " ".join(f"({letter})" if via else letter for letter, via in letters)
