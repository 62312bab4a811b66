"""The frame that the theme makes around a page's text, which is finished already and only put in its place."""

from collections.abc import Iterable, Iterator

from site_builder.html.finish import Finisher

HELD = "\x1a"  # where the theme has to leave room; no text of ours has this character
LEAD = '<div class="lead"'


def halves(html: str) -> tuple[str, str]:
    """Return a page's text in two: down to the end of its lead or first paragraph, and the rest."""
    lead = max(0, html.find(LEAD))
    mark = "</div>" if html.startswith(LEAD, lead) else "</p>"
    found = html.find(mark, lead)
    end = found + len(mark) if found >= 0 else 0
    return html[:end], html[end:]


def framed(frame: str, text: Iterable[str], finisher: Finisher) -> Iterator[str]:
    """Yield a whole page in pieces: the frame finished, and the two halves of the text in their places."""
    top, middle, bottom = frame.split(HELD)
    pieces = iter(text)
    first, second = halves(next(pieces))
    yield "".join((finisher.whole(top), first, finisher.part(middle), second))
    yield from pieces
    yield finisher.part(bottom)
