"""Swedish typography at the edge: what belongs together stays together; what is no text is left alone."""

import pytest

from site_builder.html.text import map_text
from site_builder.html.typography import typeset

NBSP = "\u00a0"


def body(text: str) -> str:
    """What the text of a page becomes."""
    return map_text(text, typeset)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("6 000 000 kronor per år", "6_000_000_kronor per år"),
        ("enligt 7 kap. 3 § den 8 juni 2023", "enligt 7_kap._3_§ den 8_juni 2023"),
        ("kommunfullmäktige, § 7, kl. 10", "kommunfullmäktige, §_7, kl._10"),
        ("dnr 1668/20 och 15 procent", "dnr_1668/20 och 15_procent"),
        ("1:4 Genomföra – och mer", "1:4 Genomföra_– och mer"),
        (
            "Fokusområde 2: Se insats 1:4, strategi 3 och de 4 insatser",
            "Fokusområde_2: Se insats_1:4, strategi_3 och de 4 insatser",
        ),
        (
            "enligt §\n7 kostar det 1,2\nmiljoner kronor\n–\noch mer",
            "enligt §_7 kostar det 1,2_miljoner kronor_–\noch mer",
        ),
        ("enligt §§ 7 och 8, sid. 3", "enligt §§_7 och 8, sid._3"),
        ("2024 2025", "2024 2025"),
        ("5 1:4", "5 1:4"),
        ("fler 3 årsklasser", "fler 3 årsklasser"),
    ],
)
def test_a_number_keeps_its_unit(written: str, shown: str) -> None:
    """Spaces inside numbers, at units and signs, and before dashes do not end a line; all others may."""
    assert body(written) == shown.replace("_", NBSP)


def test_a_range_does_not_break() -> None:
    """Years from one to another stand in an element that does not wrap; copied, they are what was written."""
    assert body("Plan 2023–2026.") == 'Plan <span class="together">2023–2026</span>.'


def test_quotation_marks_are_swedish() -> None:
    """Straight marks are the same mark at both ends, as Swedish has it."""
    assert (
        body('Det heter "insats" och &quot;steg&quot; och &#34;stig&#34;.')
        == "Det heter ”insats” och ”steg” och ”stig”."
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/2023–2026" title="8 juni 2023 – &quot;ja&quot;">x</a>',
        "<code>8 juni 2023–2024</code>",
        "<pre><span>6 000</span></pre>",
        "<svg><title>2023–2026</title><text>8 juni</text></svg>",
        "<select><option>2023–2026</option></select>",
        "<!-- 2023–2026 -->",
    ],
)
def test_what_is_no_running_text_is_left_alone(html: str) -> None:
    """Attributes, code, pictures and choices stay as they are written."""
    assert body(html) == html
