"""Addresses that were promised to be permanent (`content/published.yaml`): each leads somewhere in the built site.

The check holds the list against the content; this holds it against the site. Whoever takes an address away from the
list breaks a promise that no check can know of.
"""

from pathlib import Path

from schema.site import Published
from site_builder.meaning.link import PlanIndex
from tests.built_site import BuiltPage

AT_LEAST = 74  # what had been promised when the list was begun


def test_every_permanent_address_has_a_page(index: PlanIndex, built: dict[str, BuiltPage], site: Path) -> None:
    """No promise is broken: a page, or one that leads on."""
    records = (item for _, item in index.records)
    promised = [address for item in records if isinstance(item.value, Published) for address in item.value.addresses]
    assert len(promised) >= AT_LEAST
    names = (address.removeprefix("/") for address in promised)
    assert [name for name in names if name not in built and not (site / name / "index.html").is_file()] == []
