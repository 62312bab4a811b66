"""The glossary: words and abbreviations in Swedish order, each with what it means and where it is used."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from schema.words import GlossaryTerm
from site_builder.foundation.language.order import initial, sort_key
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.mentions import mentions
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.writer import Writer


class GlossaryEntry(Struct, frozen=True):
    """A term. Where a term has an abbreviation, the spelt out words are an entry too, which only leads on (`see`)."""

    name: str
    spelt_out: str
    anchor: str
    see: Link | None = None
    definition: Markup | str = ""
    is_general: bool = False
    see_also: tuple[Link, ...] = ()
    mentions: tuple[Link, ...] = ()
    sources: tuple[SourceLine, ...] = ()


class Letter(Struct, frozen=True):
    """The entries under one letter, which are folded, and a link to each that unfolds them."""

    name: str
    anchor: str
    link: Link
    words: tuple[Link, ...]
    entries: tuple[GlossaryEntry, ...]


class GlossaryView(Struct, frozen=True):
    """What the template of the glossary shows."""

    lead: str
    letters: tuple[Letter, ...]


def glossary_pages(writer: Writer) -> Iterator[Page]:
    """Yield the glossary."""
    terms = writer.context.index.terms.values()
    lead = writer.t("reference.glossary-lead")
    yield writer.page(
        "reference/glossary.html.j2",
        lambda: GlossaryView(lead, tuple(_letters(writer, _sorted_entries(writer)))),
        title=writer.t("site.pages.ordlista"),
        description=lead,
        sources=paths_of(terms),
        parent="",
    )


def _sorted_entries(writer: Writer) -> list[GlossaryEntry]:
    terms = writer.context.index.terms.values()
    entries = (entry for record in terms for entry in _entries(writer, record.value))
    return sorted(entries, key=lambda entry: (sort_key(entry.name), entry.anchor))


def _entries(writer: Writer, term: GlossaryTerm) -> Iterator[GlossaryEntry]:
    targets = writer.context.index.targets
    name = term.abbreviation or term.term
    yield GlossaryEntry(
        name=name,
        spelt_out=term.term if term.abbreviation else "",
        anchor=term.id,
        definition=writer.prose(term.definition),
        is_general=term.general_explanation,
        see_also=tuple(
            writer.link(targets["term", other].address, targets["term", other].name) for other in term.see_also
        ),
        mentions=mentions(writer, "term", term.id, in_text=True),
        sources=source_lines(writer, term.sources),
    )
    if term.abbreviation and term.abbreviation.casefold() != term.term.casefold():
        yield GlossaryEntry(term.term, "", f"{term.id}-utskrivet", see=writer.link(urls.term(term.id), name))


def _letters(writer: Writer, entries: list[GlossaryEntry]) -> Iterator[Letter]:
    for letter, under in groupby(entries, key=lambda entry: initial(entry.name)):
        name, anchor = letter or writer.t("reference.digits"), urls.anchor("bokstav", _in_address(letter))
        told = tuple(under)
        words = (_way(writer, entry) for entry in told)
        yield Letter(name, anchor, writer.link(f"{writer.address}#{anchor}", name), tuple(words), told)


def _way(writer: Writer, entry: GlossaryEntry) -> Link:
    """Return the way to an explanation; from a word that only leads on, straight to where it leads."""
    return (
        replace(entry.see, text=entry.name)
        if entry.see
        else writer.link(f"{writer.address}#{entry.anchor}", entry.name)
    )


def _in_address(letter: str) -> str:
    """Return what a letter is called in an address; Å and Ä must not become one."""
    return spoken().letters.get(letter.lower(), letter.lower()) or "0-9"
