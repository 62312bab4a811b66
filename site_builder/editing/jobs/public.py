"""`public`: a version of the site has become public, and took the place of the one before."""

from collections.abc import Mapping
from datetime import date

from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.new import new_thing
from site_builder.editing.values import with_value
from site_builder.foundation.content_version import ABOUT_VERSIONS
from site_builder.reading.layout import kind_named

KIND = kind_named("public_version")


def note_public(desk: Desk, day: date | None, known: Mapping[str, Value]) -> Proposal:
    """Note what is known of a version that became public on a day; the one before was public until then.

    Refusal if the last one in the list has the same checksum and no end: the same files have just been noted.
    """
    if day is None:
        raise RuntimeError("content that is read for no day has no today")
    versions = [record.value for record in desk.index.public_versions]
    if versions and not versions[-1].public_until:
        if versions[-1].site_sha256 == known["site_sha256"]:
            raise Refusal("public-already", id=versions[-1].id)
        place = (KIND.list_key, len(versions) - 1, "public_until")
        desk.put(with_value(desk.source(ABOUT_VERSIONS), place, day))
    identity = _free(day.isoformat(), {version.id for version in versions})
    return new_thing(desk, KIND, "", {"id": identity, "public_from": day, **known})


def _free(identity: str, taken: set[str]) -> str:
    """Return an id that nothing has: the day, and a number after it where another version has it."""
    names = (identity, *(f"{identity}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
