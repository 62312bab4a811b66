"""The search page: a plain form, and a place for what the script finds. Without scripts it leads to the lists."""

import json
from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.language.phrases import capital
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.area_mark import COLOURS
from site_builder.render.writer import Writer

FILTERS = (("kind", "typ"), ("area", "omrade"), ("organization", "organisation"))
WAYS = ("organisationer", "dokument", "beslut", "ordlista")


class SearchView(Struct, frozen=True):
    """What the template of the search page shows."""

    lead: str
    form: Markup
    ways: tuple[Link, ...]


def search_pages(writer: Writer) -> Iterator[Page]:
    """Yield the search page."""
    yield writer.page(
        "search.html.j2",
        lambda: SearchView(writer.t("search.lead"), _form(writer), tuple(_ways(writer))),
        title=writer.t("site.pages.sok"),
        description=writer.t("search.lead"),
        sources=(spoken().words_file("search"),),
        parent="",
        wide=True,
    )


def _form(writer: Writer) -> Markup:
    """Return the form and the places of the results as HTML in one block, which Markdown leaves as it is."""
    words = json.dumps(writer.context.strings.find("search.script"), ensure_ascii=False)
    filters = Markup("").join(_filter(writer, key, name) for key, name in FILTERS)
    return Markup(
        '<div class="search" data-words="{words}" data-colours="{colours}">\n'
        '<form class="search-form" role="search" aria-label="{form}" action="./">\n'
        '<label for="sok-falt">{label}</label>\n'
        '<div class="search-row"><input id="sok-falt" name="q" type="search" autocomplete="off" maxlength="200">'
        '<button type="submit">{button}</button></div>\n'
        '<details class="search-filter" hidden><summary>{legend}</summary>\n'
        '<div role="group" aria-label="{legend}">\n{filters}</div></details>\n'
        "</form>\n"
        '<p id="sok-status" role="status">{status}</p>\n'
        '<p id="sok-forslag" hidden></p>\n'
        '<ol id="sok-resultat"></ol>\n'
        '<p class="search-more" hidden><button type="button"></button></p>\n'
        "</div>"
    ).format(
        words=words,
        colours=COLOURS,
        form=writer.t("search.form"),
        label=writer.t("search.label"),
        button=writer.t("search.button"),
        legend=writer.t("search.filters"),
        filters=filters,
        status=writer.t("search.without-script"),
    )


def _filter(writer: Writer, key: str, name: str) -> Markup:
    return Markup(
        '<div><label for="sok-{name}">{label}</label>'
        '<select id="sok-{name}" name="{name}"><option value="">{all}</option></select></div>\n'
    ).format(name=name, label=writer.t(f"search.{key}"), all=writer.t("search.all"))


def _ways(writer: Writer) -> Iterator[Link]:
    """Yield links to the lists: what the current plan consists of, and the lists of the whole site."""
    for content in writer.context.plans[:1]:
        plan = content.plan.value
        yield writer.link(urls.plan_start(plan), plan.short_title)
        for row in content.pages:
            if word := row.word(plan):
                yield writer.link(row.address(plan), capital(word.plural))
    for name in WAYS:
        yield writer.link(urls.site_page(name), writer.t(f"site.pages.{name}"))
