"""Where in a text a fault is told: at the very thing, and at the beginning where nobody can tell."""

from site_builder.checks.texts import places


def test_a_tag_that_nothing_is_kept_of_is_found_by_its_word() -> None:
    text = "Ett stycke.\n\n<b>x</b> <div Markdown>y</div>"
    start = text.index("<div")
    assert places.of_taken_apart(text) == (start, start + len("<div Markdown>"))


def test_where_no_tag_has_the_word_the_first_line_is_shown() -> None:
    assert places.of_taken_apart("Ett stycke.\n\n<b>x</b> <div\nmarkdown>y</div>") == (0, len("Ett stycke."))
    assert places.of_taken_apart("Ett stycke.") == (0, len("Ett stycke."))


def test_an_address_of_nothing_but_room_is_shown_where_it_begins() -> None:
    text = "Se [mer](<   >)."
    start = text.index("<") + 1
    assert places.of_target(text, "") == (start, start)


def test_room_around_an_address_is_no_part_of_it() -> None:
    text = "Se [mer](<  a.md  >)."
    start = text.index("a.md")
    assert places.of_target(text, "a.md") == (start, start + len("a.md"))
