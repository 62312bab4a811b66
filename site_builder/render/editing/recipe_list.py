"""The recipes: every job that an editor does, with the forms, in the files and with commands."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.editing.recipe_text import Recipe, recipes
from site_builder.render.links import Link
from site_builder.render.writer import Writer

SOURCES = ("site_builder/strings/sv/recipes.yaml",)
PAGES = ("om/redigera", "om/falt")


@dataclass(frozen=True)
class RecipeListView:
    """What the template of the recipes shows; `titles` are the names of the recipes by their ids."""

    lead: str
    pages: tuple[Link, ...]
    recipes: tuple[Recipe, ...]
    titles: dict[str, str]


def recipe_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of the recipes."""
    found, lead = tuple(recipes(writer.context.strings)), writer.t("recipes.lead")
    targets = writer.context.index.targets
    near = (targets["page", name] for name in PAGES if ("page", name) in targets)
    links = tuple(writer.link(target.address, target.title or writer.t(target.words)) for target in near)
    yield writer.page(
        "editing/recipe_list.html.j2",
        RecipeListView(lead, links, found, {recipe.id: recipe.title for recipe in found}),
        title=writer.t("site.pages.recept"),
        description=lead,
        sources=SOURCES,
        parent=urls.site_page(urls.EDITORS),
    )
