"""What a thing is called: its editorial short title where it has one, else the title that the source gives it."""

from schema.indicator import Indicator
from schema.intervention import Intervention
from schema.plan import FocusArea

Named = Intervention | FocusArea | Indicator


def short_name(thing: Named) -> str:
    """Return what lists, tables, pictures and references call a thing; empty for an area whose title nobody knows."""
    return thing.short_title or official_name(thing)


def official_name(thing: Named) -> str:
    """Return the whole title that the data publishes; empty for an area whose title nobody knows."""
    return thing.name if isinstance(thing, Indicator) else thing.title or ""


def longer_title(thing: Named) -> str:
    """Return the title of the source where the site calls the thing something else, else nothing."""
    return official_name(thing) if short_name(thing) != official_name(thing) else ""
