"""The one table component: a caption, header cells with their scope, and a region of its own to scroll in."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape
from msgspec import Struct

from site_builder.render.links import Link

Part = str | Link | Markup
FILLED = "filled"  # the class of a cell of a matrix that says something


class Cell(Struct, frozen=True):
    """A cell: texts and links, one after the other. Several parts become a list unless they are `joined`.

    `words` is what a cell of a matrix says where the matrix is a list; for a column that is its whole name. A row of
    the list says it in the order of `rank`.
    """

    parts: tuple[Part, ...] = ()
    joined: bool = False
    css: str = ""
    words: Part = ""
    rank: int = 0


class Group(Struct, frozen=True):
    """Rows under a common header, which may be empty. Each row's first cell is its header."""

    rows: tuple[tuple[Cell, ...], ...]
    header: Cell | None = None


class Table(Struct, frozen=True):
    """A table. `id` is unique on its page; `columns` are the header cells.

    A matrix, whose columns are as many as its rows, is also there as a list, which narrow containers show instead.
    In any other table each cell knows its column's name, so that narrow containers can show a row as lines.
    """

    id: str
    caption: str
    columns: tuple[Cell, ...]
    groups: tuple[Group, ...]
    footer: tuple[Cell, ...] = ()
    css: str = ""
    is_matrix: bool = False

    def __html__(self) -> str:
        """Return the table as HTML in one block, which Markdown leaves as it is."""
        head = _row(self.columns, "thead", "col")
        names = () if self.is_matrix else tuple(map(_plain, self.columns))
        body = (_group(group, len(self.columns), names) for group in self.groups)
        foot = _row(self.footer, "tfoot", "") if self.footer else Markup("")
        start = Markup(
            '<div class="{css}" role="region" aria-labelledby="{id}" tabindex="0">\n'
            '<table class="plan-table">\n<caption id="{id}">{caption}</caption>\n'
        ).format(css=f"table-frame {self.css}".rstrip(), id=self.id, caption=self.caption)
        made = (start, self._columns(), head, *body, foot, "</table>\n</div>")
        listed = ('<div class="grid">\n', *made, "\n", as_list(self), "</div>") if self.is_matrix else made
        return "".join(listed)  # all pieces are HTML already; a matrix is too long to be copied often

    def _columns(self) -> Markup:
        """Return one element for each column of a matrix, so that a whole column can be marked at once."""
        columns = Markup("<col>") * len(self.columns) if self.is_matrix else Markup("")
        return Markup("<colgroup>{}</colgroup>\n").format(columns) if columns else columns


def text(*parts: Part, css: str = "", joined: bool = False) -> Cell:
    """Return an ordinary cell."""
    return Cell(parts, joined, css)


def simple(id: str, caption: str, columns: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Return a table of one group, with text headers."""
    return Table(id, caption, tuple(text(column) for column in columns), (Group(tuple(rows)),))


def hidden(words: str) -> Markup:
    """Return words for assistive technology that the eye does not need."""
    return Markup('<span class="visually-hidden">{}</span>').format(words)


def as_list(table: Table) -> Markup:
    """Return a matrix as a list: its contents, then each row with what its cells say and of whom, by rank."""
    groups = Markup("").join(_listed_group(table, group, place) for place, group in enumerate(table.groups, start=1))
    return Markup(
        '<div class="as-list">\n<p class="as-list-title">{}</p>\n{}<div class="list-groups">\n{}</div>\n</div>\n'
    ).format(table.caption, _list_contents(table), groups)


def _list_contents(table: Table) -> Markup:
    """Return links to the groups of the list, where there are several."""
    item = Markup('<li><a href="#{}-{}">{}</a></li>\n')
    named = [(place, _plain(group.header)) for place, group in enumerate(table.groups, start=1) if group.header]
    links = Markup("").join(item.format(table.id, place, name) for place, name in named)
    return Markup('<ul class="list-contents">\n{}</ul>\n').format(links) if len(named) > 1 else Markup("")


def _listed_group(table: Table, group: Group, place: int) -> Markup:
    header = Markup("<p><strong>{}</strong></p>\n").format(_content(group.header)) if group.header else Markup("")
    rows = Markup("").join(_listed_row(table, row) for row in group.rows)
    return Markup('<div id="{}-{}">\n{}<ul>\n{}</ul>\n</div>\n').format(table.id, place, header, rows)


def _listed_row(table: Table, row: tuple[Cell, ...]) -> Markup:
    said = defaultdict[Cell, list[Markup]](list)
    item = Markup('<li data-column="{}">{}</li>')
    for place, (column, cell) in enumerate(zip(table.columns[1:], row[1:], strict=True), start=1):
        if cell.css.startswith(FILLED):
            said[cell].append(item.format(place, column.words or _content(column)))
    line = Markup('<li><span class="{}">{}</span>: <ul>{}</ul></li>')
    in_order = sorted(said.items(), key=lambda found: found[0].rank)
    lines = Markup("").join(line.format(cell.css, cell.words, Markup("").join(items)) for cell, items in in_order)
    return Markup("<li>{}<ul>{}</ul></li>\n").format(_content(row[0]), lines)


def _row(cells: tuple[Cell, ...], section: str, scope: str) -> Markup:
    """Return the one row of a head (every cell is a header) or a foot (the first one is)."""
    row = Markup("").join(_cell(cell, header=bool(scope) or not place, scope=scope) for place, cell in enumerate(cells))
    return Markup("<{0}><tr>{1}</tr></{0}>\n").format(section, row)


def _group(group: Group, width: int, names: tuple[str, ...]) -> Markup:
    header = Markup("")
    if group.header:
        inner = _content(group.header)
        header = Markup('<tr class="group"><th scope="rowgroup" colspan="{}">{}</th></tr>\n').format(width, inner)
    rows = Markup("").join(_body_row(row, names or ("",) * width) for row in group.rows)
    return Markup("<tbody>\n{}{}</tbody>\n").format(header, rows)


def _body_row(row: tuple[Cell, ...], names: tuple[str, ...]) -> Markup:
    named = enumerate(zip(row, names, strict=True))
    cells = Markup("").join(
        _cell(cell, header=not place, scope="", name=name if place else "") for place, (cell, name) in named
    )
    return Markup("<tr>{}</tr>\n").format(cells)


@lru_cache(maxsize=4096)
def _cell(cell: Cell, *, header: bool, scope: str, name: str = "") -> Markup:
    """Return a cell. A matrix has very many that are the same."""
    tag = "th" if header else "td"
    attributes = f' scope="{scope or "row"}"' if header else ""
    attributes += f' class="{escape(cell.css)}"' if cell.css else ""
    attributes += f' data-heading="{escape(name)}"' if name else ""
    return Markup(f"<{tag}{attributes}>{_content(cell)}</{tag}>")  # noqa: S704 - all is escaped


def _plain(cell: Cell) -> str:
    texts = (part.text if isinstance(part, Link) else part for part in cell.parts)
    return " ".join(words for part in texts if (words := escape(part).striptags()))


def _content(cell: Cell) -> Markup:
    parts = [escape(part) for part in cell.parts]
    if len(parts) < 2 or cell.joined:
        return Markup("").join(parts)
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(part) for part in parts))
