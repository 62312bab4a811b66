"""Click's own words in the language of the site: Click asks for each by its English text, as gettext does.

Click looks up its words in the running process, not in ours: every module of it has taken `gettext` under a name of its
own. Those names are given ours. What the catalogue does not have stays in English.
"""

from collections.abc import Mapping
from importlib import import_module

from site_builder.foundation.strings import Strings

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def speak_to_click(strings: Strings) -> None:
    """Let Click say what it says in the words of a catalogue."""
    found = strings.find("click.words")
    words: Mapping[str, str] = found if isinstance(found, Mapping) else {}

    def one(text: str) -> str:
        return words.get(text, text)

    def counted(singular: str, plural: str, number: int) -> str:
        return one(singular if number == 1 else plural)

    for name in MODULES:
        module = import_module(f"click.{name}")
        for alias, ours in (("_", one), ("ngettext", counted)):
            if hasattr(module, alias):
                setattr(module, alias, ours)
