"""How Swedish is set: what belongs together stays on one line, and quotation marks are Swedish.

It works on text of finished HTML, the last thing before a page is written: Markdown, titles, search and data stay
plain.
"""

import re

MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
UNIT = (
    r"(?:%|§|kap\.|procent\b|kr\b|kronor\b|tkr\b|mnkr\b|tusen\b|miljon(?:er)?\b|miljard(?:er)?\b|år\b|månader\b|veckor\b"
    r"|dagar\b|timmar\b|minuter\b)"
)
BEFORE_NUMBER = r"(?:§§?|\bkap\.|\bkl\.|\bkl|\bdnr|\bnr|\bs\.|\bsidan|\bsid\.|\bca|\bcirka|\bår|\bbilaga|\bavsnitt)"
# A space that must not end a line: between the figures of a number, at a unit or a sign, and before a dash.
JOINED = re.compile(
    rf"(?<=\d) (?=\d{{3}}(?!\d))|(?<=\d) (?={UNIT}|{MONTH})|(?P<sign>{BEFORE_NUMBER}) (?=\d)| (?=– )", re.IGNORECASE
)
RANGE = re.compile(r"\d+–\d+")
QUOTATION_MARKS = re.compile(r"\"|&quot;|&#34;")
DIGIT_OR_DASH = re.compile(r"[\d–]")


def typeset(text: str) -> str:
    """Return a piece of running text in HTML, set as Swedish."""
    if '"' in text or "&" in text:
        text = QUOTATION_MARKS.sub("”", text)
    if not DIGIT_OR_DASH.search(text):  # most texts have neither
        return text
    text = JOINED.sub(lambda match: f"{match['sign'] or ''}\u00a0", text)
    return RANGE.sub(r'<span class="together">\g<0></span>', text)
