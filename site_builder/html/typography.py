"""How Swedish is set: what belongs together stays on one line, and quotation marks are Swedish.

It works on finished HTML, the last thing before a page is written: Markdown, titles, search and data stay plain text.
"""

import re

from site_builder.foundation.html_text import in_body, map_text

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


def typeset(html: str) -> str:
    """Return the HTML of a page with the text of its body set as Swedish."""
    return in_body(html, lambda body: map_text(body, _set_text))


def _set_text(text: str) -> str:
    text = text.replace('"', "”").replace("&quot;", "”").replace("&#34;", "”")
    text = JOINED.sub(lambda match: f"{match['sign'] or ''}\u00a0", text)
    return RANGE.sub(r'<span class="ihop">\g<0></span>', text)
