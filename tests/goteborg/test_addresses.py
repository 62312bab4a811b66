"""Addresses that were promised to be permanent (`addresses.txt`): each leads somewhere for as long as the site stands.

That list alone may name what stands in the content: an address is added when it is promised, and none is taken away.
"""

from pathlib import Path

from tests.built_site import BuiltPage

PROMISED = Path(__file__).parent / "addresses.txt"


def test_every_permanent_address_has_a_page(built: dict[str, BuiltPage]) -> None:
    """No promise is broken."""
    promised = PROMISED.read_text(encoding="utf-8").split()
    assert promised
    assert [address for address in promised if address.removeprefix("/") not in built] == []
