"""Long official titles have a short one for lists, menus and tables."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from schema.indicator import Indicator
from schema.intervention import Intervention
from schema.plan import FocusArea
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex

LONGEST = 10
SHORT = "short_title"


def ensure_long_titles_have_a_short_one(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what has an official title of more than ten words also has a short one, in plain words."""
    for _identity, record in index.records:
        field, official = _unshortened(record.value)
        words = len(official.split())
        if words > LONGEST and (*record.at, SHORT) not in record.source.places:  # an empty one is told already
            yield Finding(record.span(field), {"words": str(words)})


def _unshortened(value: BaseModel) -> tuple[str, str]:
    """Return the field of the title and the whole official wording, if there is one and nothing shorter."""
    if not isinstance(value, Intervention | FocusArea | Indicator) or value.short_title:
        return "", ""
    if isinstance(value, Intervention):
        return "title", value.official_title or value.title
    return ("title", value.title or "") if isinstance(value, FocusArea) else ("name", value.name)
