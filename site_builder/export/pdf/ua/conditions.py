"""The conditions that a PDF/UA-1 file may not break, by their numbers in the Matterhorn Protocol, and what judges each.

They are all 87 that the protocol (1.1) says a program can judge. Those for human judgement (48) and those that it asks
no test for (2) stand in `docs/dev/pdf-ua.md`.
"""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

import pikepdf
from msgspec import Struct

from site_builder.export.pdf.ua import annotations, content, fonts, tags, whole
from site_builder.export.pdf.ua.tagged import Tagged

Judge = Callable[[Tagged], Iterator[str]]

CONDITIONS: Mapping[str, Judge] = {
    "01-003": content.artifacts_in_content,
    "01-004": content.content_in_artifacts,
    "01-005": content.unmarked,
    "01-007": whole.suspects,
    "02-001": tags.unknown_kinds,
    "02-003": tags.circular_roles,
    "02-004": tags.standard_roles,
    "06-001": whole.metadata_missing,
    "06-002": whole.part_missing,
    "06-003": whole.title_missing,
    **dict.fromkeys(("07-001", "07-002"), whole.title_not_shown),
    "09-004": tags.misplaced(tags.TABLES, ("THead", "TFoot", "Caption")),
    "09-005": tags.misplaced(tags.LISTS),
    "09-006": tags.misplaced(tags.CONTENTS),
    "09-007": tags.misplaced(tags.RUBY),
    "09-008": tags.misplaced(tags.WARICHU),
    "10-001": fonts.unreadable_codes,
    **dict.fromkeys(("11-001", "11-002", "11-003", "11-004", "11-005", "11-006"), whole.language_unknown),
    "13-004": tags.without_words("Figure"),
    "14-002": tags.first_heading_lower,
    "14-003": tags.skipped_ranks,
    "14-006": tags.headings_in_a_node,
    "14-007": tags.mixed_headings,
    "15-003": tags.heads_without_scope,
    "17-002": tags.without_words("Formula"),
    "17-003": fonts.unreadable_codes,
    "19-003": tags.notes_without_id,
    "19-004": tags.notes_with_one_id,
    **dict.fromkeys(("20-001", "20-002", "20-003"), whole.optional_content),
    "21-001": whole.embedded_files,
    "25-001": whole.dynamic_forms,
    **dict.fromkeys(("26-001", "26-002"), whole.locked),
    "28-002": annotations.outside_annot,
    "28-004": annotations.without_words,
    "28-005": annotations.fields_without_words,
    "28-006": annotations.unknown_kinds,
    "28-007": annotations.traps,
    "28-008": annotations.pages_without_order,
    "28-009": annotations.pages_with_another_order,
    "28-010": annotations.fields_outside_form,
    "28-011": annotations.links_outside_link,
    "28-012": annotations.links_without_contents,
    **dict.fromkeys(("28-014", "28-015"), whole.media),
    "28-016": annotations.attachments,
    **dict.fromkeys(("28-017", "28-018"), annotations.printers_marks),
    "30-001": content.reference_forms,
    "30-002": content.forms_used_twice,
    **dict.fromkeys(("31-001", "31-002", "31-003"), fonts.other_kinds),
    **dict.fromkeys(("31-004", "31-005"), fonts.without_map_to_glyphs),
    **dict.fromkeys(("31-006", "31-007", "31-008"), fonts.other_kinds),
    "31-009": fonts.not_embedded,
    "31-011": fonts.missing_glyphs,
    **dict.fromkeys(("31-012", "31-013"), fonts.other_kinds),
    **dict.fromkeys(("31-014", "31-015"), fonts.glyph_sets),
    "31-016": fonts.other_widths,
    **dict.fromkeys((f"31-{number:03}" for number in range(17, 27)), fonts.other_kinds),
    "31-027": fonts.without_letters,
    **dict.fromkeys(("31-028", "31-029"), fonts.no_letters),
    "31-030": fonts.notdef,
}
# What the standard asks for, and what readers of PDF files need, without a condition of its own; by clause.
BESIDE: Mapping[str, Judge] = {
    "7.1 tagged": whole.untagged,
    "7.1 parents": content.parents_differ,
    "7.5 regular": tags.irregular_tables,
}


class Broken(Struct, frozen=True):
    """A condition that a file breaks, and the first of the places where it does."""

    condition: str
    place: str


def broken(made: bytes) -> tuple[Broken, ...]:
    """Return every condition that a file breaks; none if it breaks no one of them."""
    with pikepdf.open(BytesIO(made)) as file:
        tagged = Tagged(file)
        found = [(name, next(judge(tagged), None)) for name, judge in {**CONDITIONS, **BESIDE}.items()]
    return tuple(Broken(name, place) for name, place in found if place is not None)
