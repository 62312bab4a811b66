"""A form of native controls that narrows a matrix: hidden until the script that does it is there."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.render.writer import Writer


class Choice(Struct, frozen=True):
    """An entry of a control: what stands in the address, its words, and the class of cells that it asks for, if any."""

    value: str
    words: str
    css: str = ""


class Control(Struct, frozen=True):
    """A choice of one thing, or of all. What it narrows is `part`: the columns, the groups of rows or the cells' class.

    The choices of columns and groups stand in the order of the table's own.
    """

    part: str
    name: str
    label: str
    all_words: str
    choices: tuple[Choice, ...]


class FilterForm(Struct, frozen=True):
    """The form of a matrix, by the id of its table.

    `found` says how many rows and columns are left, `chosen` what was chosen, which is printed.
    """

    table: str
    controls: tuple[Control, ...]
    found: str
    chosen: str
    reset: str

    def __html__(self) -> str:
        """Return the form as HTML in one block, which Markdown leaves as it is."""
        controls = Markup("").join(_control(self.table, control) for control in self.controls)
        return Markup(
            '<form class="filter" data-table="{table}" data-found="{found}" data-chosen="{chosen}" hidden>\n{controls}'
            '<button type="reset">{reset}</button>\n<p role="status"></p>\n</form>'
        ).format(table=self.table, found=self.found, chosen=self.chosen, controls=controls, reset=self.reset)


def filter_form(writer: Writer, table: str, *controls: Control) -> FilterForm:
    """Return the form of a table; controls with less than two choices are left out."""
    useful = tuple(control for control in controls if len(control.choices) > 1)
    return FilterForm(table, useful, writer.t("matrix.found"), writer.t("matrix.chosen"), writer.t("matrix.reset"))


def _control(table: str, control: Control) -> Markup:
    identity = f"{table}-{control.name}"
    options = Markup("").join(map(_option, (Choice("", control.all_words), *control.choices)))
    return Markup(
        '<p><label for="{id}">{label}</label>\n'
        '<select id="{id}" name="{name}" data-part="{part}">{options}</select></p>\n'
    ).format(id=identity, label=control.label, name=control.name, part=control.part, options=options)


def _option(choice: Choice) -> Markup:
    css = Markup(' data-class="{}"').format(choice.css) if choice.css else Markup("")
    return Markup('<option value="{}"{}>{}</option>').format(choice.value, css, choice.words)
