"""The recipes: every job that an editor does, with the forms, in the files and with commands."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.editing.recipe_text import Recipe, recipes
from site_builder.render.links import Link
from site_builder.render.writer import Writer

PAGES = ("om/redigera", "om/falt")


PLACES = ("recepten", "formular", "fil", "kommando")


class RecipeListView(Struct, frozen=True):
    """What the template of the recipes shows; `titles` are names by the recipes' ids, `anchors` the words of places."""

    lead: str
    pages: tuple[Link, ...]
    recipes: tuple[Recipe, ...]
    titles: dict[str, str]
    anchors: dict[str, str]
    language: str


def recipe_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of the recipes."""
    lead = writer.t("recipes.lead")
    yield writer.page(
        "editing/recipe_list.html.j2",
        lambda: _view(writer, lead),
        title=writer.t("site.pages.recept"),
        description=lead,
        sources=(spoken().words_file("recipes"),),
        parent=urls.site_page(urls.EDITORS),
    )


def _view(writer: Writer, lead: str) -> RecipeListView:
    found, targets = tuple(recipes(writer.context.strings)), writer.context.index.targets
    near = (targets["page", name] for name in map(urls.named, PAGES) if ("page", name) in targets)
    links = tuple(writer.link(target.address, target.title or writer.t(target.words)) for target in near)
    titles = {recipe.id: recipe.title for recipe in found}
    return RecipeListView(lead, links, found, titles, {name: urls.anchor(name) for name in PLACES}, _language(writer))


def _language(writer: Writer) -> str:
    """Return the language that the examples are written in, where the page is in another; else nothing."""
    language = writer.t("recipes.examples-in")
    return "" if language == spoken().code else language
