"""A file or a folder that a town does not have: nothing falls, and what it would say is simply not there."""

from datetime import date

import pytest

from site_builder.build import check
from site_builder.export.plans.plans_json import plans_file
from site_builder.meaning.link import link
from site_builder.reading.load import load
from tests.miniature import texts

TOP = sorted({path.split("/")[1] for path in texts() if path.startswith("content/")})
DAY = date(2026, 1, 15)


@pytest.mark.parametrize("name", TOP)
def test_a_town_may_lack_any_part_of_its_content(name: str) -> None:
    """Whoever begins has next to nothing: that may be a finding, and is never a fault of the program."""
    given = {path: text for path, text in texts().items() if path.split("/")[1] != name}
    found = check(given, DAY)
    linked = found.index
    of = {
        "site.yaml": linked.site,
        "compounds.yaml": linked.compounds,
        "accessibility.yaml": linked.accessibility,
        "plans": linked.plans,
        "follow_ups": linked.follow_ups,
        "topics": linked.topics,
        "glossary.yaml": linked.terms,
    }
    assert not of.get(name)


def test_a_town_with_nothing_is_a_town() -> None:
    """No site, no plan, no words: the data are there, and empty."""
    empty = link(load({}))
    assert (empty.site, empty.compounds, empty.accessibility) == (None, None, None)
    made = plans_file(empty)
    assert (made.plans, made.organizations, made.documents) == ((), (), ())


def test_what_there_is_one_of_is_read() -> None:
    """The site and its compounds are those of their files."""
    found = link(load(texts()))
    assert found.site
    assert found.site.value.name == "Småstads planer"
    assert found.compounds
    assert found.accessibility is None  # the miniature has none
