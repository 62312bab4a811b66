"""The index as files: what every search needs, and the rest in pieces that are fetched when a word asks for them."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.page import Artifact
from site_builder.foundation.search_words import STOP_WORDS, fold, tokens
from site_builder.search.compounds import first_parts, last_parts, parts_by_stem
from site_builder.search.facts import Facts, Searchable
from site_builder.search.lexicon import Lexicon, lexicon
from site_builder.search.text import Field, Section, sections
from site_builder.search.weights import KIND_ID, Postings, Weigher, all_texts

FOLDER = "sok"
PIECE = 12_000  # bytes of postings in a piece


@dataclass(frozen=True)
class SearchIndex:
    """The files of an index, and the address of the first."""

    entrance: str
    artifacts: tuple[Artifact, ...]


def search_index(given: Searchable, html: Mapping[str, str], memory: Memory) -> SearchIndex:
    """Return the index of all pages, given the HTML of each by its address.

    The files lie in a folder that is named after what is in them, so that a browser may keep them for ever.
    """
    pages = [(facts, _sections(facts, html, memory)) for facts in given.pages]
    words = lexicon(text for facts, found in pages for text in all_texts(facts, found))
    weigher = Weigher(words, parts_by_stem(given.compounds, words.stem), given.concepts)
    postings = weigher.postings(pages)
    pieces = list(_pieces(postings))
    files = {
        "index.json": _entrance(given, words, [first for first, _ in pieces]),
        "ord.json": _known_words(given, words, postings),
        **{f"bit-{number}.json": entries for number, (_, entries) in enumerate(pieces)},
        **{f"text-{number}.json": _text(facts, found) for number, (facts, found) in enumerate(pages)},
    }
    data = {name: _json(value) for name, value in files.items()}
    folder = f"{FOLDER}/{_fingerprint(data)}"
    return SearchIndex(
        f"{folder}/index.json", tuple(Artifact(f"{folder}/{name}", value) for name, value in data.items())
    )


def _known_words(given: Searchable, words: Lexicon, postings: Postings) -> list[str]:
    """Return the words that a misspelling may stand for: those of the pages, and what people call things."""
    names = (name for concept in given.concepts for name in (*concept.official, *concept.everyday))
    everyday = {name for name in names if name.isalpha() and name.islower() and words.stem(name) not in words.spellings}
    return sorted({words.spellings[word] for word in postings if word in words.spellings} | everyday)


def _sections(facts: Facts, html: Mapping[str, str], memory: Memory) -> tuple[Section, ...]:
    if not facts.is_read:
        return ()
    text, with_tables = html[facts.address], not facts.is_wide
    return memory.recall("sections", (digest(text), with_tables), lambda: sections(text, with_tables))


def _entrance(given: Searchable, words: Lexicon, firsts: list[str]) -> dict[str, object]:
    kinds, areas = _distinct(page.kind for page in given.pages), _distinct(page.area for page in given.pages)
    bodies = _distinct(name for page in given.pages for name in page.organizations)
    return {
        "pages": [_page(page, kinds, areas, bodies) for page in given.pages],
        "kinds": list(kinds),
        "areas": list(areas),
        "organizations": list(bodies),
        "pieces": firsts,
        "stop": sorted(STOP_WORDS),
        "same": words.same_however_spelt,
        "first": first_parts(given.compounds),
        "last": last_parts(given.compounds, words.stem),
        "concepts": _aliases(given, words),
    }


def _page(page: Facts, kinds: dict[str, int], areas: dict[str, int], bodies: dict[str, int]) -> list[object]:
    """Return a page: address, title, kind, area, bodies, official number and whether its plan is over."""
    found = [bodies[name] for name in page.organizations]
    return [page.address, page.title, kinds[page.kind], areas.get(page.area, -1), found, page.number, int(page.is_over)]


def _distinct(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(name for name in names if name))}


def _aliases(given: Searchable, words: Lexicon) -> dict[str, list[str]]:
    """Return the words and phrases that stand for every concept and kind of page, as folded stems."""
    found = defaultdict[str, dict[str, None]](dict)
    for concept in given.concepts:
        for name in (*concept.official, *concept.everyday):
            for stems in (words.stems(name), _telling(name, words)):
                found[concept.id][fold(" ".join(stems))] = None
    for page in given.pages:
        for name in page.kind_words:
            found[KIND_ID + page.kind][fold(" ".join(words.stems(name)))] = None
    return {identity: sorted(names) for identity, names in found.items()}


def _telling(phrase: str, words: Lexicon) -> tuple[str, ...]:
    """Return the stems of a phrase without the words that say nothing; of `hoppa av` that would leave too little."""
    telling = [word for word in tokens(phrase) if word not in STOP_WORDS]
    return words.stems(" ".join(telling) if len(telling) > 1 else phrase)


def _pieces(postings: Postings) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the postings by folded stem, in order, cut into pieces; each with its first stem."""
    entries: dict[str, dict[str, list[int]]] = {}
    for word in sorted(postings, key=lambda word: (fold(word), word)):
        entries.setdefault(fold(word), {})[word] = _flat(postings[word])
    piece: dict[str, object] = {}
    size = 0
    for key, spellings in entries.items():
        if size > PIECE:
            yield next(iter(piece)), piece
            piece, size = {}, 0
        piece[key] = next(iter(spellings.values())) if [*spellings] == [key] else spellings
        size += len(str(piece[key]))
    if piece:
        yield next(iter(piece)), piece


def _flat(values: Mapping[int, int]) -> list[int]:
    """Return pairs of page and value in a row, each page as the step from the one before."""
    row, before = [], 0
    for number in sorted(values):
        row += [number - before, values[number]]
        before = number
    return row


def _text(facts: Facts, found: Iterable[Section]) -> list[list[str]]:
    """Return what the results quote from: for each section its anchor, its heading and its texts."""
    texts = [
        [
            section.anchor,
            section.heading,
            *(item.text for item in section.pieces if item.field not in (Field.REPEATED, Field.HEADER)),
        ]
        for section in found
    ]
    return [["", "", facts.description], *texts] if facts.description else texts


def _fingerprint(data: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, value in sorted(data.items()):
        digest.update(name.encode() + b"\0" + value)
    return digest.hexdigest()[:10]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
