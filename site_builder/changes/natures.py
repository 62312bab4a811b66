"""What kind of change a field stands for. What only serves the search or the layout is never told."""

from functools import cache

from site_builder.changes.change import Nature

# The words for the search, the colours of a picture and the settings of the site say nothing of any plan.
UNTOLD_KINDS = (
    *("search_word", "question", "compounds", "accessibility", "redirect", "published", "public_version", "waivers"),
    "help",
)
# Which plan bare numbers in a report mean, and the headings that sources are held against.
UNTOLD_IN = frozenset({("follow_up", "plan"), ("document", "headings")})
UNTOLD_FIELDS = ("order", "everyday", "about", "picture", "slug")
SITE_FIELDS = ("name", "current_plan", "contact", "sender")
# Of these things only the sources, or only the words, are another: no plan says anything else.
KINDS = {"difference": Nature.SOURCE, "term": Nature.TEXT, "summary": Nature.TEXT}
SOURCE_FIELDS = ("sources", "source", "member_sources", "general_explanation", "known_through")
# Of a report: how we read it, how its steps are understood here, and its seal. What was reported is the same.
READING_FIELDS = ("form", "readings", "scale", "lock")
TEXT_FIELDS = ("sections", "levels", "short_name", "short_title", "lead", "figures_title")
# Running text whose being there is a fact: the plan states it or does not.
STATED_FIELDS = ("expected_result", "when", "target_group", "unknown_responsibility")


def is_told(kind: str, field: str) -> bool:
    """Tell whether a field of a kind of thing is compared at all."""
    if field in UNTOLD_FIELDS or (kind, field) in UNTOLD_IN:
        return False
    return kind != "site" or field in SITE_FIELDS


@cache
def nature_of(kind: str, fields: tuple[str, ...], is_prose: bool) -> Nature:
    """Return the nature of a change in what the names of fields lead to, the outermost first."""
    if any(name in SOURCE_FIELDS or (kind == "follow_up" and name in READING_FIELDS) for name in fields):
        return Nature.SOURCE
    if is_prose or any(name in TEXT_FIELDS for name in fields):
        return Nature.TEXT
    return KINDS.get(kind, Nature.FACT)


def nature_of_thing(kind: str) -> Nature:
    """Return the nature of a whole thing's coming or going."""
    return KINDS.get(kind, Nature.FACT)
