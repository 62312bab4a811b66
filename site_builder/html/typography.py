"""How the language is set: what belongs together stays on one line, and quotation marks are the language's own.

It works on text of finished HTML, the last thing before a page is written: Markdown, titles, search and data stay
plain.
"""

import re
from functools import cache

from site_builder.foundation.language.spoken import spoken

RANGE = re.compile(r"(?<!\d)\d++–\d+")
QUOTATION_MARKS = re.compile(r"\"|&quot;|&#34;")
OPENING = re.compile(r"(?<![^\s(\[–])(?:\"|&quot;|&#34;)(?=\w)")
SPACE = r"[ \n]"  # where an editor has begun a new line a browser shows a space
DIGIT_OR_DASH = re.compile(r"[\d–]")


def typeset(text: str) -> str:
    """Return a piece of running text in HTML, set in the language of the site."""
    if '"' in text or "&" in text:
        text = _quoted(text)
    if not DIGIT_OR_DASH.search(text):  # most texts have neither
        return text
    text = _space(spoken().code).sub("\u00a0", text)
    return RANGE.sub(r'<span class="together">\g<0></span>', text) if "–" in text else text


@cache
def _space(_: str) -> re.Pattern[str]:
    """Return a space that must not end a line: between the figures of a number, at a unit or a sign, before a dash.

    It begins with the space, which is found fast, and looks around from there.
    """
    language = spoken()
    after, month = language.words("after-number"), rf"(?:{'|'.join(language.months)})\b"
    signs = "|".join(rf"(?<={sign}{SPACE})" for sign in language.list_of("before-number"))
    return re.compile(
        rf"{SPACE}(?:(?<=\d{SPACE})(?:(?=\d{{3}}(?!\d))|(?=(?:{after})|{month}))|(?=\d)(?:{signs})|(?=–{SPACE}))",
        re.IGNORECASE,
    )


def _quoted(text: str) -> str:
    """Return a text with the language's quotation marks: one opens before a word, and closes after it."""
    opening, closing = spoken().list_of("quotation-marks")
    return QUOTATION_MARKS.sub(closing, OPENING.sub(opening, text) if opening != closing else text)
