"""The slips: each changes one line of a file as a hand does, and knows what the line should have been."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

KEY = re.compile(r"(?P<before>\s*(?:- )?)(?P<name>[a-z_]+):(?=\s|$)")
VALUE = re.compile(r"\s*(?:- )?(?:[a-z_]+:\s+)?(?P<name>[a-z0-9]+(?:-[a-z0-9]+)+)$")
CHOICE = re.compile(r"\s*(?:- )?(?:role|kind|status|outcome|basis|standing|weight|stated_in): (?P<name>[a-z_]+)$")
REFERENCE = re.compile(r"\[\[[^\[\]|]+(?:\|[^\[\]]+)?\]\]")
ITEM = re.compile(r"\s+- ")
NEAR = {
    "a": "sq",
    "d": "sf",
    "e": "wr",
    "g": "fh",
    "i": "uo",
    "k": "jl",
    "n": "bm",
    "o": "ip",
    "r": "et",
    "s": "ad",
    "t": "ry",
}


@dataclass(frozen=True)
class Slip:
    """A file with a slip in it: the kind, the line, its text and, of a misspelt word, what it should have been."""

    kind: str
    path: str
    line: int
    text: str
    meant: str = ""
    last: int = 0  # the last line of the slip, where it is several


Change = tuple[str, str] | None  # the new line, and the word that was meant
Kind = Callable[[Random, str], Change]


def misspelt(chance: Random, word: str) -> str:
    """Return a word with one stroke too many or few, two swapped, or a neighbour on the keyboard."""
    place = chance.randrange(1, len(word))
    match chance.randrange(4):
        case 0:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[:place] + word[place - 1] + word[place:]
        case 2 if place + 1 < len(word):
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            return word[:place] + chance.choice(NEAR.get(word[place], "xz")) + word[place + 1 :]


def _word(pattern: re.Pattern[str], shortest: int) -> Kind:
    def slip(chance: Random, line: str) -> Change:
        match = pattern.match(line)
        if not match or len(match["name"]) < shortest:
            return None
        wrong = misspelt(chance, match["name"])
        return (line[: match.start("name")] + wrong + line[match.end("name") :], match["name"])

    return slip


def _replaced(pattern: str, new: str) -> Kind:
    def slip(_: Random, line: str) -> Change:
        made = re.sub(pattern, new, line, count=1)
        return (made, "") if made != line else None

    return slip


def _reference(chance: Random, line: str) -> Change:
    match = REFERENCE.search(line)
    if not match:
        return None
    written = match[0]
    wrong = chance.choice((f"[{written}", f"{written}]", written[1:], written[:-1], written[2:], written[:-2]))
    return line[: match.start()] + wrong + line[match.end() :], ""


def _sign(sign: str) -> Kind:
    def slip(chance: Random, line: str) -> Change:
        words = [match.end() for match in re.finditer(r"[a-zåäö]{4,} (?=[a-zåäö])", line)]
        return (line[: (place := chance.choice(words))] + sign + line[place:], "") if words else None

    return slip


SLIPS: Mapping[str, Kind] = {
    "key misspelt": _word(KEY, 4),
    "id misspelt": _word(VALUE, 6),
    "choice misspelt": _word(CHOICE, 4),
    "colon lost": _replaced(r"^(\s*(?:- )?[a-z_]+):(?=\s)", r"\1"),
    "space after the colon lost": _replaced(r"^(\s*(?:- )?[a-z_]+): (?=\S)", r"\1:"),
    "dash lost": _replaced(r"^(\s+)- ", r"\1  "),
    "space after the dash lost": _replaced(r"^(\s+-) (?=\S)", r"\1"),
    "two steps too far in": _replaced(r"^(?=\s*(?:- )?[a-z_]+:|\s+- )", "  "),
    "one step too far in": _replaced(r"^(?=\s*(?:- )?[a-z_]+:|\s+- )", " "),
    "two steps too far out": _replaced(r"^  (?=\s*\S)", ""),
    "tab": _replaced(r"^  (?=\S)", "\t"),
    "quotation mark lost": _replaced(r'"$', ""),
    "bracket lost": _replaced(r"\]$", ""),
    "bracket of a reference": _reference,
    "bold not closed": _sign("**"),
    "bullet pasted": _sign("• "),
    "letter lost in encoding": _replaced("[åäö]", "\ufffd"),
    "read in the wrong encoding": _replaced("ä", "Ã¤"),
    "sign that turns the text": _sign("\u202e"),
    "capital in an id": _replaced(r"^(\s*(?:- )?(?:id|document|body|organization): )([a-z])", r"\1X\2"),
    "colon in a number lost": _replaced(r'"([0-9]):([0-9])"', r'"\1.\2"'),
    "day in another order": _replaced(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$", r"\3/\2 \1"),
    "letter O for zero": _replaced(r"(?<=year: 2)0", "O"),
    "value gone": _replaced(r"^(\s*(?:- )?[a-z_]+:) \S.*$", r"\1"),
    "comment sign in a value": _replaced(r"^(\s*(?:- )?[a-z_]+: [^\s\"'\[>|]+) (?=[a-zåäö])", r"\1 #"),
    "value begins with a comment sign": _replaced(r"^(\s*(?:- )?[a-z_]+: )(?=[A-ZÅÄÖ])", r"\1#3 "),
    "colon in a title": _replaced(r"^((?:short_)?(?:title|name|heading): [A-ZÅÄÖ]\w+)(?= )", r"\1:"),
    "colon in an item": _replaced(r"^(\s+- [A-ZÅÄÖ]\w+) (?=[a-zåäö])", r"\1: "),
    "typographic quotation marks": _replaced(r"^((?:short_)?(?:title|name): )([A-ZÅÄÖ][^\"”:]*)$", r"\1”\2”"),
    "typographic marks for straight ones": _replaced(r'"([0-9]:[0-9])"', r"”\1”"),
    "words after a quoted value": _replaced(r"^(\s*(?:- )?[a-z_]+: )([A-ZÅÄÖ]\w+)(?= )", r'\1"\2"'),
    "bold at the beginning of a value": _replaced(r"^(\s*(?:- )?[a-z_]+: )([A-ZÅÄÖ]\w+)(?= )", r"\1**\2**"),
    "sign at the beginning of a value": _replaced(r"^(\s*(?:- )?(?:title|lead|name|summary): )(?=[A-ZÅÄÖ])", r"\1@ "),
    "per cent sign first": _replaced(r"^(\s*(?:- )?(?:title|lead|name|summary): )(?=[A-ZÅÄÖ])", r"\1% "),
    "asterisk for a dash": _replaced(r"^(\s+)- (?=\S)", r"\1* "),
    "long dash for a hyphen": _replaced(r"^(\s+)- (?=\S)", r"\1– "),
    "day that does not exist": _replaced(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$", r"\1-13-\3"),
    "season for a day": _replaced(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$", r"hösten \1"),
    "number with a blank and a unit": _replaced(
        r"^(\s*(?:- )?(?:value|year|page|sek_per_year): \d)(\d*)$", r"\1 \2 st"
    ),
    "null": _replaced(r"^(\s*(?:- )?[a-z_]+:) [^\s>|].*$", r"\1 NULL"),
    "empty item": _replaced(r"^(\s+-) \S+$", r"\1"),
    "field twice": _replaced(r"^(\s*)([a-z_]+): ([^\s>|\[\"'].*)$", r"\1\2: \3\n\1\2: \3 igen"),
    "mark for several lines lost": _replaced(r"^(\s*(?:- )?[a-z_]+:) \|-?$", r"\1"),
    "mark for one paragraph": _replaced(r"^(\s*(?:- )?[a-z_]+:) \|-?$", r"\1 >-"),
    "dashes in the middle of a file": _replaced(r"^(?=(?:actions|sources|answers|responsibilities):)", "---\n"),
    "name for an id": _replaced(r"^(\s+- )([a-z]+)(-[a-z]+)*$", r"\1Nämnden för \2"),
    "ids on one line": _replaced(r"^(\s+- )([a-z]+(?:-[a-z]+)+)$", r"\1\2, \2"),
    "dash in an id": _replaced(r"^(\s*(?:- )?(?:[a-z_]+: )?[a-z]+)-([a-z-]+)$", r"\1–\2"),
    "number with a dot in a reference": _replaced(r"\[\[([0-9]):([0-9])\]\]", r"[[\1.\2]]"),
    "address without https": _replaced(r"\]\(https://", "](www."),
    "divided word": _replaced(r"(?<=[ ][a-zåäö]{3})(?=[a-zåäö]{3})", "- "),
    "code for a sign": _replaced(r"(?<=[a-zåäö]{3}) (?=[a-zåäö]{3})", "&nbsp;"),
    "number of a note": _replaced(r"(?<=[a-zåäö]{4})\.$", "[1]."),
    "item twice": _replaced(r"^(\s+- )([A-ZÅÄÖ].{20,}[.])$", r"\1\2\n\1\2"),
    "yes where there is a list of choices": _replaced(r"^(\s*(?:- )?(?:role|kind|status): )\w+$", r"\1ja"),
    "nothing said": _replaced(r"^((?:target_group|expected_result|summary|note|scope|text): ).*$", r"\1okänt"),
}


def drawn(chance: Random, texts: Mapping[str, str]) -> Slip:
    """Return a random slip in one of the files."""
    paths = sorted(path for path in texts if path.startswith("content/"))
    while True:
        kind, path = chance.choice(sorted(SLIPS)), chance.choice(paths)
        lines = texts[path].split("\n")
        number = chance.randrange(len(lines))
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        if made := SLIPS[kind](chance, lines[number]):
            text = "\n".join([*lines[:number], made[0], *lines[number + 1 :]])
            return Slip(kind, path, number + 1, text, made[1], number + 1 + made[0].count("\n"))
