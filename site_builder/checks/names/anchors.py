"""Places on a page: what the content gives an id does not stand in the way of what the page has already."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from pydantic import BaseModel

from site_builder.checks.texts import places
from site_builder.checks.texts.judged import HEADINGS
from site_builder.checks.texts.walk import walk
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.dense import too_dense
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.source import KeyPath, Record, SourceFile, span_in
from site_builder.meaning import urls
from site_builder.meaning.hand_written import body_html
from site_builder.meaning.link import PlanIndex


class HeadedPage(Struct, frozen=True):
    """A page with headings of its own and with those of the content: things in these lists of a kind of record.

    `own` are their names in the code; a test holds them against the page's template.
    """

    kind: str
    template: str
    lists: tuple[str, ...]
    own: frozenset[str]


PAGES = (
    HeadedPage(
        "plan",
        "plan/plan",
        ("sections",),
        frozenset({"fakta", "andringar-av-planen", "delar", "dokument", "bilagor", "kallor"}),
    ),
    HeadedPage("plan", "plan/goals", ("goals",), frozenset({"sa-mats-malen"})),
    HeadedPage("starting_point", "plan/starting_point", ("sections",), frozenset({"kallor"})),
    HeadedPage(
        "background",
        "background/background",
        ("consultations", "sections", "assignments"),
        frozenset(
            {
                "beslut",
                "mer-om-vagen",
                "remisser",
                "synpunkter",
                "fran-forslag-till-beslut",
                "kostnader",
                "angransande-uppdrag",
                "kallor",
            }
        ),
    ),
    HeadedPage("follow_up", "follow_up/follow_up_report", ("sections",), frozenset({"fakta", "skala", "kallor"})),
    HeadedPage(
        "topic",
        "reference/topic",
        ("sections",),
        frozenset({"siffror", "hor-ihop-med", "dokument-i-amnet", "beslut-i-amnet", "namns-pa", "kallor"}),
    ),
)

# What the theme gives an id on every page; a test holds it against the templates.
FRAME = frozenset({"meny", "sidans-text", "sidhuvud-sok"})
# Of ids that Markdown makes itself, which stand beside those that are written, one may be of the theme and no two are
# the same. Other pages need no parser.
WRITTEN_ID = re.compile(r"\{[^{}\n]*?#([\w-]+)")
FRAME_WORD = re.compile("|".join(name.partition("-")[0] for name in sorted(FRAME)), re.IGNORECASE)
HEADING = re.compile(r"^[ \t>*+\d.-]*#+[^\n]*|^[^\n]+(?=\n[ \t>]*(?:=+|-+)[ \t]*$)", re.MULTILINE)


def ensure_headings_have_places_of_their_own(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every heading of a page can be linked to: of two with one id only the first is found."""
    pages: dict[str, list[HeadedPage]] = {}
    for page in PAGES:
        pages.setdefault(page.kind, []).append(page)
    for identity, record in index.records:
        for page in pages.get(identity.kind, ()):
            yield from _taken(page, record)
    for source in index.hand_written:
        if _may_be_taken(source.text) and not too_dense(str(source.data)):
            yield from _taken_by_hand(source)


def _taken(page: HeadedPage, record: Record[BaseModel]) -> Iterator[Finding]:
    """Find headings that the page has already. Two things of one list with the same id are another matter."""
    own = frozenset(map(urls.anchor, page.own))
    seen: dict[str, tuple[KeyPath, Span]] = {}
    for keys, identity in _headed(record.value, page.lists):
        span, place = record.span(*keys), keys[:-2]
        first_place, first = seen.setdefault(identity, (place, span))
        if identity in own:
            yield Finding(span, {"id": identity})
        elif first is not span and (first_place != place or len(keys) > 3):
            yield Finding(span, {"id": identity}, (first,))


def _may_be_taken(text: str) -> bool:
    """Tell whether a hand-written page may have an id twice, or one that the theme has."""
    written = WRITTEN_ID.findall(text)
    is_twice = len(written) > len(set(written)) or not FRAME.isdisjoint(written)
    return is_twice or any(FRAME_WORD.search(heading) for heading in HEADING.findall(text))


def _taken_by_hand(source: SourceFile) -> Iterator[Finding]:
    """Find headings of a hand-written page whose id the page has already, told at the heading or the one above."""
    text, taken, number = without_code(source.text), set(FRAME), 0
    for element in walk(body_html(source.text)).elements:
        number += element.name in HEADINGS
        if identity := element.attributes.get("id"):
            if identity in taken:
                yield Finding(span_in(source, *places.of_heading(text, number)), {"id": identity})
            taken.add(identity)


def _headed(value: BaseModel, lists: tuple[str, ...], keys: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield the id of everything that has a heading of its own on the page, with the keys that lead to it."""
    for name in lists:
        for position, item in enumerate(getattr(value, name, ())):
            here = (*keys, name, position)
            yield (*here, "id"), item.id
            yield from _headed(item, ("sections",), here)
