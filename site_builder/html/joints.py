"""Where a long word of a title may be broken: a soft hyphen at each joint that the table of compounds knows.

A browser without patterns for the language would break it at any letter, and with no hyphen, where the page is narrow.
"""

import re
from collections.abc import Iterable
from itertools import accumulate, pairwise

from site_builder.foundation.memory import digest
from site_builder.html.text import map_text

LONG = 20  # letters, which do not fit on the narrowest page; a shorter word is not broken just because it could be
WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
TITLE = re.compile(r"(<h1[^<>]*>)((?:(?!</h1>).)*)", re.DOTALL)  # what begins with letters is found fastest
SOFT_HYPHEN = "\u00ad"


class Joints:
    """The joints of compounds, which are given as the editors write them: `stadsbyggnads|nämnd`."""

    def __init__(self, compounds: Iterable[str]) -> None:
        self._parts = {word.replace("|", ""): tuple(word.split("|")) for word in compounds if "|" in word}
        self._longest = max(map(len, self._parts), default=0)
        self.identity = digest("|".join(parts) + "\n" for parts in self._parts.values())

    def in_title(self, html: str) -> str:
        """Return HTML with soft hyphens in the long words of its h1."""
        return TITLE.sub(lambda found: found[1] + map_text(found[2], self._in_text), html)

    def _in_text(self, text: str) -> str:
        return WORD.sub(lambda found: self._in_word(found[0]), text)

    def _in_word(self, word: str) -> str:
        """Return a word with a soft hyphen at each joint of the longest compound that it begins with."""
        beginnings = (word[:end].casefold() for end in range(min(len(word), self._longest), 0, -1))
        parts = next((self._parts[beginning] for beginning in beginnings if beginning in self._parts), ())
        joints = [0, *accumulate(map(len, parts[:-1])), len(word)]
        return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(joints))
