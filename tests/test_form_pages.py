"""What the forms keep between two answers could be nothing else; the page beside a form is the one that is built."""

from pathlib import Path

import pytest

from site_builder.edge.editing.job import Done
from site_builder.edge.editing.known import MOST, Known
from site_builder.edge.inputs import inputs
from site_builder.forms.preview import previewed
from tests.form_desk import MEASURE, town


def test_the_page_beside_a_form_is_the_one_that_is_built(tmp_path: Path) -> None:
    """Of every file that has a page of its own, to the letter; a file of the site's settings has none of its own."""
    given = inputs(town(tmp_path), history=False)
    index = given.check().index
    built = {page.sources[0]: page.html for page in reversed(given.build().pages) if page.sources and not page.parts}
    own = [path for path in built if path.startswith("content/")]
    assert len(own) > 20
    for path in own:
        assert previewed(Done(given, given, None, (), (), index), path) == built[path], path
    assert previewed(Done(given, given, None, (), (), index), "content/finns-inte.yaml") == ""


def test_content_is_checked_again_only_when_it_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another text, another day: anew. The same: what there was. Of many folders the oldest goes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    root, known = town(tmp_path), Known()
    first = known.checked(root, inputs(root, history=False))
    assert known.checked(root, inputs(root, history=False)) is first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1817200000")
    later = known.checked(root, inputs(root, history=False))
    assert later is not first
    file = root / MEASURE
    file.write_text(file.read_text("utf-8").replace("lead:", "leads:"), "utf-8")
    broken = known.checked(root, inputs(root, history=False))
    assert {item.code for item in broken.diagnostics} >= {"unknown-field"}
    for number in range(MOST):
        known.checked(root / str(number), inputs(root, history=False))
    assert root not in known.seen
    assert len(known.seen) == MOST
