"""Numbers are written in one way wherever they stand, and values are drawn in the order of time."""

from datetime import date
from decimal import Decimal

import pytest

from hooks.frame import halves
from schema.indicator import Indicator
from site_builder.build import check
from site_builder.export.tables.csv_cells import cell_text
from site_builder.foundation.language.phrases import figure
from site_builder.render.plan.indicator_picture import points_of
from tests.cases import AS_OF
from tests.miniature import texts
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
FILE = f"content/plans/{PLAN}/indicators/unga-utan-fritid.yaml"


@pytest.mark.parametrize(
    ("written", "read", "in_table"),
    [
        ("12.50", "12,5", "12,5"),
        ("4.10", "4,1", "4,1"),
        ("20000", "20\u00a0000", "20000"),
        ("1234567.891", "1\u00a0234\u00a0567,891", "1234567,891"),
        ("0", "0", "0"),
        ("-0.50", "-0,5", "-0,5"),
        ("0.000010", "0,00001", "0,00001"),
        ("100", "100", "100"),
    ],
)
def test_a_figure_is_the_same_on_the_page_and_in_the_table(written: str, read: str, in_table: str) -> None:
    """But for the spaces between thousands, which no program reads."""
    value = Decimal(written)
    assert figure(value) == read
    assert cell_text(int(value) if value == value.to_integral_value() else float(value)) == in_table


def test_a_page_shows_figures_so() -> None:
    changed = {**texts(), FILE: texts()[FILE].replace("120.5", "20120.50")}
    html = rendered(changed)[f"{PLAN}/indikatorer/"].html
    assert html.count("20\u00a0120,5 (2023)") == 2  # the table and the picture
    assert "20120" not in html


@pytest.mark.parametrize(
    ("years", "target"),
    [((2023, 2024), 2026), ((2024, 2023), 2026), ((2023, 2028), 2026), ((2027, 2028), 2026), ((), 2026)],
)
def test_values_are_drawn_in_the_order_of_time(years: tuple[int, ...], target: int) -> None:
    """What was measured after the target's year stands to the right of it."""
    changed = {**texts(), FILE: texts()[FILE].replace("value: 0\n", "value: 1\n")}
    index = check(changed, date.fromisoformat(AS_OF)).index
    content = index.plans[PLAN]
    own = next(record.value for record in content.indicators if record.value.id == "unga-utan-fritid")
    data = own.model_dump() | {"values": [{"year": year, "value": 3} for year in years]}
    points = points_of(content.plan.value, Indicator.model_validate(data))
    known = [(point.value.year, point.x) for point in points if point.value]
    assert known == sorted(known)
    assert len({x for _, x in known}) == len(known)
    assert [year for year, _ in known] == sorted([2021, *years, target])


@pytest.mark.parametrize(
    "body",
    ["- ett\n- två", "> citat", "- a\n\n- b", "1. a\n\n    b", '!!! note "Obs"\n\n    text', "Ord\n:   Förklaring"],
)
def test_the_contents_never_stand_inside_something(body: str) -> None:
    """They come below the title or the first paragraph, whatever a hand-written page begins with."""
    pages = rendered({**texts(), "docs/x.md": f"# Titel\n\n{body}\n\n## A\n\n## B\n"})
    assert halves(pages["x/"].html)[0] == '<h1 id="titel">Titel</h1>'
    pages = rendered({**texts(), "docs/x.md": f"# Titel\n\nFörst.\n\n{body}\n\n## A\n\n## B\n"})
    assert halves(pages["x/"].html)[0].endswith("<p>Först.</p>")
