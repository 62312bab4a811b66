"""The index as files: what every search needs, and the rest in pieces that are fetched when a word asks for them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.page import Artifact
from site_builder.search.compounds import Compounds
from site_builder.search.concepts import Concept
from site_builder.search.facts import Facts, Searchable
from site_builder.search.text import Field, Section, sections
from site_builder.search.weigh import Postings, Weigher
from site_builder.search.words import STOP_WORDS, fold, stems

FOLDER = "sok"
PIECE = 12_000  # bytes of postings in a piece


@dataclass(frozen=True)
class SearchIndex:
    """The files of an index, and the address of the first."""

    entrance: str
    artifacts: tuple[Artifact, ...]


def search_index(given: Searchable, html: Mapping[str, str]) -> SearchIndex:
    """Return the index of all pages, given the HTML of each by its address.

    The files lie in a folder that is named after what is in them, so that a browser may keep them for ever.
    """
    compounds = Compounds(given.compounds)
    weigher = Weigher(compounds, given.concepts)
    texts = []
    for facts in given.pages:
        found = sections(html[facts.address], with_tables=not facts.is_wide)
        weigher.add(facts, found)
        texts.append(_text(facts, found))
    weighed = weigher.weighed()
    pieces = list(_pieces(weighed.postings))
    files = {
        "index.json": _entrance(given, compounds, [first for first, _ in pieces]),
        "ord.json": sorted(weighed.spellings[word] for word in weighed.postings if word in weighed.spellings),
        **{f"bit-{number}.json": entries for number, (_, entries) in enumerate(pieces)},
        **{f"text-{number}.json": text for number, text in enumerate(texts)},
    }
    data = {name: _json(value) for name, value in files.items()}
    folder = f"{FOLDER}/{_fingerprint(data)}"
    return SearchIndex(
        f"{folder}/index.json", tuple(Artifact(f"{folder}/{name}", value) for name, value in data.items())
    )


def _entrance(given: Searchable, compounds: Compounds, firsts: list[str]) -> dict[str, object]:
    kinds, areas = _distinct(page.kind for page in given.pages), _distinct(page.area for page in given.pages)
    bodies = _distinct(name for page in given.pages for name in page.organizations)
    return {
        "pages": [_page(page, kinds, areas, bodies) for page in given.pages],
        "kinds": list(kinds),
        "areas": list(areas),
        "organizations": list(bodies),
        "pieces": firsts,
        "stop": sorted(STOP_WORDS),
        "first": compounds.first_parts,
        "last": compounds.last_parts,
        "concepts": _aliases(given.concepts),
    }


def _page(page: Facts, kinds: dict[str, int], areas: dict[str, int], bodies: dict[str, int]) -> list[object]:
    """Return a page: address, title, kind, area, bodies, official number and whether its plan is over."""
    found = [bodies[name] for name in page.organizations]
    return [page.address, page.title, kinds[page.kind], areas.get(page.area, -1), found, page.number, int(page.is_over)]


def _distinct(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(name for name in names if name))}


def _aliases(concepts: Iterable[Concept]) -> dict[str, list[str]]:
    """Return the concepts that every word or phrase stands for, by its folded stems."""
    found: dict[str, list[str]] = {}
    for concept in concepts:
        for name in (*concept.official, *concept.everyday):
            known = found.setdefault(fold(" ".join(stems(name))), [])
            if concept.id not in known:
                known.append(concept.id)
    return dict(sorted(found.items()))


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
        [section.anchor, section.heading, *(item.text for item in section.pieces if item.field is not Field.REPEATED)]
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
