"""What somebody who hears a page must be told: where it speaks another language, and which links leave the site.

WCAG 2.2, 3.1.2 asks that words of another language say so, names and technical terms aside. It works on finished HTML.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from schema.site import ForeignWords
from site_builder.foundation.html_text import in_body, map_text

LINK = re.compile(r'(<a\b[^>]*\bhref="(https?://[^"]+)"[^>]*>)(.*?)</a>', re.DOTALL)
LEAVING = Markup('{tag}{text}<span class="leder-bort"><span class="dold"> ({words})</span></span></a>')


def mark_languages(html: str, foreign: Iterable[ForeignWords]) -> str:
    """Return the HTML of a page with `lang` on each of the given words in its body, in capitals or not."""
    languages = {word.lower(): group.language for group in foreign for word in group.words}
    if not languages:
        return html
    longest_first = sorted(languages, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    if not pattern.search(html):
        return html
    return in_body(html, lambda body: map_text(body, lambda text: _marked(text, pattern, languages)))


def mark_leaving(html: str, own: str, words: str) -> str:
    """Return the HTML of a page with `words` in every link of its body to another host than that of `own`."""
    host = urlsplit(own).netloc

    def told(link: re.Match[str]) -> str:
        tag, address, text = link.groups()
        if urlsplit(address).netloc == host:
            return link[0]
        return LEAVING.format(tag=Markup(tag), text=Markup(text), words=words)  # noqa: S704 - it is the page's own HTML

    return in_body(html, lambda body: LINK.sub(told, body))


def _marked(text: str, pattern: re.Pattern[str], languages: Mapping[str, str]) -> str:
    return pattern.sub(lambda found: f'<span lang="{languages[found[0].lower()]}">{found[0]}</span>', text)
