"""The frame that the theme makes around a page's text, which is finished already and only put in its place."""

import re

from site_builder.html.finish import Finisher

HELD = "\x1a"  # where the theme has to leave room; no text of ours has this character
LEAD = '<div class="lead"'
TOP = re.compile(r"\s*<h1\b.*?</h1>(?:\s*<p\b[^>]*>.*?</p>)?", re.DOTALL)


def halves(html: str) -> tuple[str, str]:
    """Return a page's text in two: down to the end of its lead or of the paragraph below its title, and the rest.

    A page that begins with a list or a box is cut below its title, never inside of that.
    """
    lead = html.find(LEAD)
    if lead >= 0:
        end = html.find("</div>", lead) + len("</div>")
    elif top := TOP.match(html):
        end = top.end()
    else:
        end = html.find("</p>") + len("</p>") if "</p>" in html else 0
    return html[:end], html[end:]


def framed(frame: str, html: str, finisher: Finisher) -> str:
    """Return a whole page: the frame finished, and the two halves of the text in their places."""
    top, *rest = frame.split(HELD)
    pieces = [finisher.whole(top)]
    for half, piece in zip(halves(html), rest, strict=False):
        pieces += (half, finisher.part(piece))
    return "".join(pieces)
