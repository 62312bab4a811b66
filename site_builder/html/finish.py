"""The last that is done to HTML: typography, the language of foreign words, and links that say they leave.

WCAG 2.2, 3.1.2 asks that words of another language say so, names and technical terms aside. The same texts come back on
page after page, in menus above all, so what became of the latest is remembered for as long as the site is built.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from markupsafe import Markup

from schema.site import ForeignWords
from site_builder.foundation.language.spoken import spoken
from site_builder.html.joints import Joints
from site_builder.html.text import map_text
from site_builder.html.typography import typeset

LINK = re.compile(r'(<a\b[^<>]*?\bhref="(https?://[^"<>]+)"[^<>]*+>)((?:(?!</?a\b).)*+)</a>', re.DOTALL)
REMEMBERED = 1 << 14  # texts
LEAVES = Markup('<span class="leaves-site"{lang}><span class="visually-hidden"> ({words})</span></span></a>')
OWN_WORDS = Markup(' lang="{}"')


class Finisher:
    """Finishes the HTML of one site: `own` is its address, `leaves` what a link to another host says of itself.

    `compounds` are words with a line at each joint, where a title may be broken.
    """

    def __init__(self, foreign: Iterable[ForeignWords], own: str, leaves: str, compounds: Iterable[str] = ()) -> None:
        self._languages = {word.casefold(): group.language for group in foreign for word in group.words}
        self._host, self._joints = _host(own), Joints(compounds)
        self._leaves, self._leaves_foreign = (
            LEAVES.format(words=leaves, lang=lang) for lang in ("", OWN_WORDS.format(spoken().code))
        )
        self._set = lru_cache(maxsize=REMEMBERED)(self._with_languages)
        self.identity = (spoken().code, tuple(self._languages.items()), self._host, leaves, self._joints.identity)

    def of(self, lang: str) -> Callable[[str], str]:
        """Return what finishes the HTML of a page, whose `lang` is empty where it is in the site's language."""
        return self.foreign if lang else self.part

    def part(self, html: str) -> str:
        """Return HTML from inside the body of a page, finished."""
        html = self._joints.in_title(html) if "<h1" in html else html
        return map_text(self._told(html) if '="http' in html else html, self._set)

    def foreign(self, html: str) -> str:
        """Return HTML of a page in another language: its links say that they leave, and nothing is set as Swedish."""
        return LINK.sub(lambda link: self._leaving(link, self._leaves_foreign), html)

    def whole(self, html: str) -> str:
        """Return the HTML of a page with its body finished; what has no body is returned as it is."""
        head, body, rest = html.partition("<body")
        return f"{head}{body}{self.part(rest)}" if body else html

    def _told(self, html: str) -> str:
        return LINK.sub(lambda link: self._leaving(link, self._leaves), html)

    def _leaving(self, link: re.Match[str], leaves: str) -> str:
        tag, address, text = link.groups()
        return link[0] if _host(address) == self._host else f"{tag}{text}{leaves}"

    def _with_languages(self, text: str) -> str:
        """Return a text set, with `lang` on each foreign word, in capitals or not."""
        text = typeset(text)
        folded = text.casefold()
        if not any(map(folded.__contains__, self._languages)):
            return text
        return map_text(text, lambda piece: self._foreign.sub(self._marked, piece))

    def _marked(self, found: re.Match[str]) -> str:
        language = self._languages.get(found[0].casefold())
        return f'<span lang="{language}">{found[0]}</span>' if language else found[0]

    @cached_property
    def _foreign(self) -> re.Pattern[str]:
        longest_first = sorted(self._languages, key=lambda word: (-len(word), word))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _host(address: str) -> str:
    """Return the host of an address, of whatever form: one that is none has no other host than itself."""
    return re.split(r"[/?#]", address.partition("//")[2], maxsplit=1)[0]
