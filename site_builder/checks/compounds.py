"""What the search has to know of words."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.diagnostic import Finding
from site_builder.link import PlanIndex
from site_builder.literal import without_code
from site_builder.passages import Passage, Style
from site_builder.words import stem

# So long is hardly any Swedish word that is not put together of others. What stands in an address is no word.
LONG_WORD = re.compile(r"(?<![\w/.:|-])[a-zåäöA-ZÅÄÖ][a-zåäö]{11,}(?![\w/:|-])")
FOR_THE_SEARCH = {"words", "whole", "everyday"}


def ensure_long_words_are_decided(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the table of compounds has every long word, with its joints or whole. Told once for each word."""
    if index.compounds is None:
        return
    table = index.compounds.value
    words = [word.replace("|", "") for word in (*table.words, *table.whole)]
    known = {*words, *(stem(word) for word in words)}
    for passage in index.passages:
        if not _is_text(passage):
            continue
        for match in LONG_WORD.finditer(without_code(passage.text)):
            found = stem(match[0].lower())
            if found not in known:
                known.add(found)
                yield Finding(passage.span(*match.span()), {"text": match[0].lower()})


def _is_text(passage: Passage) -> bool:
    keys = {str(key) for key in passage.keys}
    return passage.style is not Style.PAGE and not keys & FOR_THE_SEARCH and passage.keys[-1] != "id"
