"""Code in Markdown: it is shown as it is written, so nothing in it is a reference, a link or a tag."""

import re
from functools import lru_cache

# Code as Python-Markdown finds it: fenced blocks, and spans on one line that no backslash has escaped.
FENCE = re.compile(r"^(~{3,}+|`{3,}+)[^`\n]*\n.*?^\1[ ]*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")


def without_code(text: str) -> str:
    """Return Markdown with its code blanked, so that everything else keeps its place."""
    return _blanked(text) if "`" in text or "~~~" in text else text


@lru_cache(maxsize=64)
def _blanked(text: str) -> str:
    """Return a text that has code without it. Such texts are few and long, and one rule after another reads them."""
    return CODE.sub(_blank, FENCE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
