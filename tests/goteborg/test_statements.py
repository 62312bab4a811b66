"""Sentences that the program makes, on the city's own pages: see `tests/test_statements.py`."""

import pytest

from tests.goteborg.statements import CITY_CASES
from tests.test_statements import pattern, said


@pytest.mark.parametrize(("key", "supported", "unsupported"), CITY_CASES, ids=[key for key, _, _ in CITY_CASES])
def test_a_sentence_stands_only_where_the_citys_data_supports_it(key: str, supported: str, unsupported: str) -> None:
    """The same words on a page whose data says so, and not on one whose data does not."""
    assert pattern(key).search(said(supported))
    assert not pattern(key).search(said(unsupported))
