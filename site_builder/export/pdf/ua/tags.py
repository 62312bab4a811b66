"""Conditions of the structure: which kinds there are, what may stand in what, headings, tables, pictures, notes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from site_builder.export.pdf.ua.tagged import Node, Tagged

GROUPS = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6"
OTHERS = (
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP"
)
STANDARD = frozenset(f"{GROUPS} {OTHERS} Warichu WT WP Figure Formula Form".split())  # ISO 32000-1, 14.8.4

# What may stand in an element of these kinds, and what those may stand in: ISO 32000-1, 14.8.4.3, as veraPDF reads it.
TABLES = {
    "Table": ({"TR", "THead", "TBody", "TFoot", "Caption"}, None),
    "THead": ({"TR"}, {"Table"}),
    "TBody": ({"TR"}, {"Table"}),
    "TFoot": ({"TR"}, {"Table"}),
    "TR": ({"TH", "TD"}, {"Table", "THead", "TBody", "TFoot"}),
    "TH": (None, {"TR"}),
    "TD": (None, {"TR"}),
}
LISTS = {
    "L": ({"L", "LI", "Caption"}, None),
    "LI": ({"Lbl", "LBody"}, {"L"}),
    "LBody": (None, {"LI"}),
}
CONTENTS = {"TOC": ({"TOC", "TOCI", "Caption"}, None), "TOCI": ({"Lbl", "Reference", "NonStruct", "P", "TOC"}, {"TOC"})}
RUBY = {"Ruby": ({"RB", "RT", "RP"}, None), **{name: (None, {"Ruby"}) for name in ("RB", "RT")}}
WARICHU = {"Warichu": ({"WT", "WP"}, None), **{name: (None, {"Warichu"}) for name in ("WT", "WP")}}
Nesting = Mapping[str, tuple[set[str] | None, set[str] | None]]


def unknown_kinds(tagged: Tagged) -> Iterator[str]:
    """Find kinds that stand for no standard one, also by the role map."""
    yield from sorted({node.kind for node in tagged.nodes if node.kind not in STANDARD})


def circular_roles(tagged: Tagged) -> Iterator[str]:
    """Find kinds that stand for themselves by way of others."""
    for name in tagged.roles:
        seen, kind = {name}, tagged.roles[name]
        while kind in tagged.roles and kind not in seen:
            seen.add(kind)
            kind = tagged.roles[kind]
        if kind in seen:
            yield name


def standard_roles(tagged: Tagged) -> Iterator[str]:
    """Find standard kinds that are to stand for something else."""
    yield from sorted(STANDARD & tagged.roles.keys())


def misplaced(nesting: Nesting, single: tuple[str, ...] = ()) -> Callable[[Tagged], Iterator[str]]:
    """Return what finds elements with a child, or in a parent, that they may not have; `single` ones stand once."""

    def found(tagged: Tagged) -> Iterator[str]:
        for node in tagged.of(*nesting):
            may_hold, may_stand_in = nesting[node.kind]
            for child in node.children:
                if may_hold is not None and child not in may_hold:
                    yield f"{child} in {node.kind}"
            if may_stand_in is not None and node.parent not in may_stand_in:
                yield f"{node.kind} in {node.parent or 'the root'}"
            yield from (f"two {name}" for name in single if node.children.count(name) > 1)

    return found


def first_heading_lower(tagged: Tagged) -> Iterator[str]:
    """Find that the first heading is not of the first rank."""
    ranks = _ranks(tagged)
    if ranks and ranks[0] != 1:
        yield f"H{ranks[0]}"


def skipped_ranks(tagged: Tagged) -> Iterator[str]:
    """Find a heading more than one rank below the one before it."""
    yield from (f"H{after} after H{before}" for before, after in pairwise(_ranks(tagged)) if after > before + 1)


def headings_in_a_node(tagged: Tagged) -> Iterator[str]:
    """Find an element with two headings without rank."""
    yield from (node.kind for node in tagged.nodes if node.children.count("H") > 1)


def mixed_headings(tagged: Tagged) -> Iterator[str]:
    """Find headings with a rank beside some without."""
    if _ranks(tagged) and any(tagged.of("H")):
        yield "H"


def heads_without_scope(tagged: Tagged) -> Iterator[str]:
    """Find a head of a table that does not say of what, in a table whose cells do not name their heads."""
    for table in tagged.of("Table"):
        cells = [node for node in tagged.of("TH", "TD") if table in node.above]
        if not any(cell.attribute("/Headers") is not None for cell in cells):
            yield from ("TH" for cell in cells if cell.kind == "TH" and str(cell.attribute("/Scope")) not in SCOPES)


SCOPES = ("/Row", "/Column", "/Both")


def irregular_tables(tagged: Tagged) -> Iterator[str]:
    """Find tables whose rows are of different widths, counting what spans several rows and columns."""
    for table in tagged.of("Table"):
        widths = _widths([node for node in tagged.of("TR") if table in node.above])
        if len(widths) > 1:
            yield f"Table with rows of {sorted(widths)} columns"


def without_words(*kinds: str) -> Callable[[Tagged], Iterator[str]]:
    """Return what finds elements of some kinds without words for whoever does not see them."""
    return lambda tagged: (node.kind for node in tagged.of(*kinds) if not node.says("/Alt", "/ActualText"))


def notes_without_id(tagged: Tagged) -> Iterator[str]:
    """Find notes without an id."""
    yield from ("Note" for node in tagged.of("Note") if not node.says("/ID"))


def notes_with_one_id(tagged: Tagged) -> Iterator[str]:
    """Find notes that share an id."""
    counts = Counter(bytes(node.element.ID) for node in tagged.of("Note") if node.says("/ID"))
    yield from (repr(identity) for identity, count in counts.items() if count > 1)


def _ranks(tagged: Tagged) -> list[int]:
    return [int(node.kind[1:]) for node in tagged.nodes if node.kind[:1] == "H" and node.kind[1:].isdecimal()]


def _widths(rows: list[Node]) -> set[int]:
    """Return how many columns rows have, each once."""
    from_above: Counter[int] = Counter()
    widths: set[int] = set()
    for number, row in enumerate(rows):
        width = from_above[number]
        for cell in row.below:
            columns, deep = (int(cell.attribute(name) or 1) for name in ("/ColSpan", "/RowSpan"))
            width += columns
            for later in range(number + 1, number + deep):
                from_above[later] += columns
        widths.add(width)
    return widths
