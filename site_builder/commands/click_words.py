"""The words of click in the language of the catalogue: what is wrong with a command, and the headings of its help.

click asks gettext for each, and gettext asks the disk for a catalogue of its own kind. Ours is asked instead.
"""

from collections.abc import Mapping
from types import ModuleType

from click import core, decorators, exceptions, formatting, parser, types

from site_builder.foundation.strings import Strings

MODULES: tuple[ModuleType, ...] = (core, decorators, exceptions, formatting, parser, types)
# The key below `click` in the catalogue -> what click says itself.
SAID: Mapping[str, tuple[str, ...]] = {
    "options": ("Options",),
    "commands": ("Commands",),
    "usage": ("Usage:",),
    "show-help": ("Show this message and exit.",),
    "try": ("Try '{command} {option}' for help.",),
    "error": ("Error: {message}",),
    "default": ("default: {default}",),
    "no-option": ("No such option {name!r}.",),
    "no-command": ("No such command {name!r}.",),
    "missing-command": ("Missing command.",),
    "did-you-mean": ("Did you mean {possibility}?",),
    "did-you-mean-one-of": ("(Did you mean one of: {possibilities}?)",),
    "bad-value": ("Invalid value: {message}",),
    "bad-value-of": ("Invalid value for {param_hint}: {message}",),
    "too-many": ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    "takes-no-value": ("Option {name!r} does not take a value.",),
    "takes-a-value": ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    "not-the-choice": ("{value!r} is not {choice}.",),
    "no-choice": ("{value!r} is not one of {choices}.",),
    "no-number": ("{value!r} is not a valid {number_type}.",),
    "out-of-range": ("{value} is not in the range {range}.",),
    "no-yes-or-no": ("{value!r} is not a valid boolean. Recognized values: {states}",),
    "no-file": ("{name} {filename!r} does not exist.",),
    "is-file": ("{name} {filename!r} is a file.",),
    "is-folder": ("{name} {filename!r} is a directory.",),
    "not-readable": ("{name} {filename!r} is not readable.",),
    "not-writable": ("{name} {filename!r} is not writable.",),
    "file": ("file",),
    "folder": ("directory",),
    "path": ("path",),
}


def speak(strings: Strings) -> None:
    """Let click say what the catalogue says for as long as the process lives."""
    words = {said: strings(f"click.{key}") for key, all_said in SAID.items() for said in all_said}

    def one(said: str) -> str:
        return words.get(said, said)

    def counted(single: str, many: str, count: int) -> str:
        return one(single if count == 1 else many)

    for module in MODULES:
        for name, asked in (("_", one), ("ngettext", counted)):
            if hasattr(module, name):
                setattr(module, name, asked)
