"""The index as files: what every search needs, and the rest in pieces that are fetched when a word asks for them.

Nothing that every search fetches grows with the number of pages: what the results show of a page, and what they are
counted by, lie in pieces too, and of a word that stands on very many pages only the best are kept.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

import msgspec
from msgspec.structs import asdict

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.memory import Memory
from site_builder.foundation.packed import MANY_PAGES
from site_builder.foundation.page import Artifact, IndexFile, SearchIndex, SiteFile
from site_builder.foundation.search_words import fold, stop_words, tokens, word_rules
from site_builder.search.asked import ASKED_KEY, Asked, Questions
from site_builder.search.compounds import first_parts, last_parts, parts_by_stem
from site_builder.search.facts import Facts, Searchable
from site_builder.search.lexicon import Lexicon, lexicon, packed_words
from site_builder.search.page_texts import PageText
from site_builder.search.read_pages import PageMemory, quoted, read_pages
from site_builder.search.readings import Readings
from site_builder.search.weights import KIND_ID, WordWeights

PIECE = 12_000  # bytes of postings in a piece
ROWS, TRAITS = 32, 1000  # pages in a file of what results show, and of what they are counted by
MOST_PAGES = 800  # of a word: the best
SPELLING = ("sound_alikes", "joining_letters", "joining_vowels")  # what the language says of misspellings and compounds


def search_index(given: Searchable, texts: Mapping[str, PageText], memory: Memory) -> SearchIndex:
    """Return the index of all pages, given the text of each by its address.

    The files lie in a folder that is named after what is in them, so that a browser may keep them for ever. `memory`
    knows what an earlier build has read on each page.
    """
    pages = read_pages(given.pages, texts)
    before = PageMemory(memory, len(pages))
    words = lexicon(word for page in pages for word in before.words(page))
    readings = Readings(words, parts_by_stem(given.compounds, words.stem), given.concepts)
    postings = WordWeights(readings, before).postings(pages)
    asked = Questions(readings, before).asked(pages, postings)
    rows = chain(((key, _flat(row)) for key, row in postings.items()), _asked_rows(asked))
    pieces = list(_pieces(dict(rows)))
    files: Iterator[tuple[str, object]] = chain(
        (("index.json", _entrance(given, words, [first for first, _ in pieces])),),
        _page_files(given.pages),
        (("questions.json", {"says": asked.says, "counts": [*chain(*asked.counts)]}),),
        (("words.json", {"words": packed_words(_known_words(given, words, {*postings, *asked.rows}))}),),
        ((f"piece-{number}.json", entries) for number, (_, entries) in enumerate(pieces)),
        ((f"text-{number}.json", quoted(page)) for number, page in enumerate(pages)),
    )
    data = {name: msgspec.json.encode(value) for name, value in files}
    folder = f"{spoken().page('sok')}/{_fingerprint(data)}"
    hold: Callable[[str, bytes], SiteFile] = IndexFile if len(pages) < MANY_PAGES else Artifact
    return SearchIndex(f"{folder}/index.json", tuple(hold(f"{folder}/{name}", value) for name, value in data.items()))


def _known_words(given: Searchable, words: Lexicon, keys: Set[str]) -> list[str]:
    """Return the words that a misspelling may stand for: those of the pages, and what people call things."""
    names = (name for concept in given.concepts for name in (*concept.official, *concept.everyday))
    written = {
        word
        for found, under in words.spellings.items()
        for word in under
        if (one := words.same.get(found, found)) in keys or one + ASKED_KEY in keys
    }
    known = {words.same.get(found, found) for found in words.spellings}
    return sorted(
        written | {name for name in names if name.isalpha() and name.islower() and words.stem(name) not in known}
    )


def _entrance(given: Searchable, words: Lexicon, firsts: list[str]) -> dict[str, object]:
    return {
        "page_count": len(given.pages),
        "rows_in_file": ROWS,
        "traits_in_file": TRAITS,
        "pieces": firsts,
        "stop_words": sorted(stop_words()),
        "same": words.same_however_spelt,
        "first_parts": first_parts(given.compounds),
        "last_parts": last_parts(given.compounds, words.stem),
        "concepts": _aliases(given, words),
        "concept_names": {concept.id: concept.official[0] for concept in given.concepts if concept.about},
        "numbered_words": asdict(given.numbered),
        "word_rules": asdict(word_rules()),
        "spelling": {key: list(spoken().list_of(key.replace("_", "-"))) for key in SPELLING},
    }


def _page_files(pages: Sequence[Facts]) -> Iterator[tuple[str, object]]:
    """Yield what the results show of each page, and the choices that it counts for: places in lists of names."""
    for number, some in enumerate(_cut(pages, ROWS)):
        rows = [[page.address, page.title, page.kind, page.area, int(page.is_over)] for page in some]
        yield f"rows-{number}.json", rows
    names = [_distinct(page.kind for page in pages), _distinct(page.area for page in pages)]
    bodies = _distinct(name for page in pages for name in page.organizations)
    yield "choices.json", [list(all_) for all_ in (*names, bodies)]
    for number, some in enumerate(_cut(pages, TRAITS)):
        traits = [
            [
                [names[0][page.kind]],
                [names[1][page.area]] if page.area else [],
                [bodies[name] for name in page.organizations],
            ]
            for page in some
        ]
        yield f"traits-{number}.json", traits


def _cut(pages: Sequence[Facts], size: int) -> Iterator[Sequence[Facts]]:
    yield from (pages[start : start + size] for start in range(0, len(pages), size))


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
    telling = [word for word in tokens(phrase) if word not in stop_words()]
    return tuple(map(words.stem, telling)) if len(telling) > 1 else words.stems(phrase)


def _asked_rows(asked: Asked) -> Iterator[tuple[str, list[int]]]:
    """Yield the questions that each key stands in, each as the step from the one before."""
    for key, numbers in asked.rows.items():
        yield key, [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


def _pieces(rows: Mapping[str, list[int]]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the postings by folded stem, in order, cut into pieces; each with its first stem."""
    entries: dict[str, dict[str, list[int]]] = {}
    for word in sorted(rows, key=lambda word: (fold(word), word)):
        entries.setdefault(fold(word), {})[word] = rows[word]
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


def _flat(values: Sequence[int]) -> list[int]:
    """Return pairs of page and value in a row, each page as the step from the one before; of very many the best."""
    pairs = [*zip(values[::2], values[1::2], strict=True)]
    if len(pairs) > MOST_PAGES:
        pairs = sorted(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:MOST_PAGES])
    row, before = list[int](), 0
    for number, value in pairs:
        row += (number - before, value)
        before = number
    return row


def _fingerprint(data: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, value in sorted(data.items()):
        digest.update(name.encode() + b"\0" + value)
    return digest.hexdigest()[:10]
