"""What a path says of its file is what the table of kinds says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.reading.layout import FILE_KINDS, id_of, locate_file

PARTS = ("plans", "content", "site.yaml", "plan.yaml", "{plan}", "{name}.yaml", "a", "1-4.yaml", ".yaml", "groups.yaml")
FOLDERS = ("", "organizations", "interventions", "topics", "drafts.yaml", "a.yml")


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(("content/", "")), st.lists(st.sampled_from((*PARTS, *FOLDERS)), min_size=1, max_size=5))
def test_a_file_is_of_the_kind_whose_pattern_its_path_has(root: str, parts: list[str]) -> None:
    """The first kind in the table whose pattern is that of the whole path, with the plan and the name in it."""
    path = root + "/".join(parts)
    found = next(((kind, match) for kind in FILE_KINDS if (match := kind.regex.fullmatch(path))), None)
    location = locate_file(path)
    assert (location and location.kind) == (found and found[0])
    if location and found:
        groups = found[1].groupdict()
        plan, name = groups.get("plan", ""), groups.get("name", "")
        assert (location.plan, location.id) == (plan, id_of(location.kind, name or plan))
