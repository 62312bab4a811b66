"""The language of the site: how it writes days, numbers, lists and addresses, all of it told by the catalogue.

One process makes the site of one content, which has one language. So the language is set once, where the catalogue is
read and again by every build, and asked for where something is written: what it says can be seen from the content
alone. `language.yaml` and `addresses.yaml` of the catalogue are what is read here.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from site_builder.foundation.strings import Strings

SCHEMA_LANGUAGE = "sv"  # of the titles and help that stand in the models themselves
LAST = "{"  # sorts after z, as do the signs that follow it


class Language:
    """A language as its catalogue tells it. What is missing there is a fault in the program.

    `known` are the codes of all languages that there are words of.
    """

    def __init__(self, strings: Strings, known: Sequence[str] = ()) -> None:
        self.strings, self.known = strings, known

    def words(self, key: str) -> str:
        """Return what the language says for a key of `language.yaml`."""
        return self.strings(f"language.{key}")

    def list_of(self, key: str) -> Sequence[str]:
        """Return a list of `language.yaml`."""
        found = self.strings.find(f"language.{key}")
        if not isinstance(found, list):
            raise KeyError(key)
        return tuple(map(str, found))

    @cached_property
    def code(self) -> str:
        """The language's code: sv, en."""
        return self.words("code")

    @cached_property
    def months(self) -> Sequence[str]:
        """The months, January first."""
        return self.list_of("months")

    @cached_property
    def numbers(self) -> Sequence[str]:
        """The numbers that are written as words, from nought."""
        return self.list_of("numbers")

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The letters that come after z, each with its name in an address: å is `aa`."""
        return dict(pair.split(" ") for pair in self.list_of("letters-after-z"))

    @cached_property
    def order(self) -> Mapping[int, str]:
        """What to sort the letters after z as; one that is written with several signs is one letter."""
        same = dict(pair.split(" ") for pair in self.list_of("same-letter"))
        places = {letter: chr(ord(LAST) + place) for place, letter in enumerate(self.letters)}
        return str.maketrans({**places, **{other: places[letter] for other, letter in same.items()}})

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """The words that say nothing of what a page is about."""
        return frozenset(self.words("stop-words").split())

    def figures_of(self, key: str) -> Mapping[str, int]:
        """Return a table of `language.yaml` from words to figures."""
        return {word: int(figure) for word, figure in self._branch(f"language.{key}").items()}

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """The words before the colon of a reference in running text -> the kind of thing."""
        return {str(word): kind for kind, word in self._branch("addresses.references").items()}

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        return self._branch("addresses.pages")

    @cached_property
    def _anchors(self) -> Mapping[str, str]:
        return self._branch("addresses.anchors")

    def page(self, name: str) -> str:
        """Return the words of a page's name in its address: `om/falt` is `about/fields`."""
        return "/".join(self._pages.get(part, part) for part in name.split("/"))

    @cached_property
    def _of_models(self) -> Mapping[str, str]:
        if self.code == SCHEMA_LANGUAGE:
            return {}
        return {**self._branch("contract"), **self._branch("schema")}

    def translated(self, text: str) -> str:
        """Return a text that stands in the models, which is in Swedish there, in this language."""
        return self._of_models.get(text, text)

    def file(self, name: str) -> str:
        """Return what a file that a reader fetches is called."""
        return self._branch("addresses.files")[name]

    def words_file(self, name: str) -> str:
        """Return the path of a file of the catalogue from the program's root."""
        return f"site_builder/strings/{self.code}/{name}.yaml"

    def anchor(self, name: str) -> str:
        """Return the word for a place on a page in addresses."""
        return self._anchors.get(name, name)

    def _branch(self, key: str) -> Mapping[str, str]:
        found = self.strings.find(key)
        if not isinstance(found, Mapping):
            raise KeyError(key)
        return found


class _Spoken:
    """The language that this process speaks, once it is known."""

    language: Language | None = None


def speak(strings: Strings, known: Sequence[str] = ()) -> None:
    """Let this process speak the language of a catalogue; `known` are all that there are, where they are known."""
    before = _Spoken.language
    if before is None or before.strings is not strings:
        _Spoken.language = Language(strings, known or (before.known if before else ()))


def speaks() -> str:
    """Return the code of the language that this process speaks; nothing where none is known yet."""
    return _Spoken.language.code if _Spoken.language else ""


def spoken() -> Language:
    """Return the language that this process speaks."""
    if _Spoken.language is None:
        raise LookupError("no catalogue has been read")
    return _Spoken.language
