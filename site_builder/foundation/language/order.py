"""The order of letters and numbers in the site's language."""

import re
import unicodedata

from site_builder.foundation.language.spoken import LAST, spoken


def sort_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts as dictionaries do: the language's own letters last, digits by value, accents ignored."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(spoken().order)
    plain = "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
    parts = re.findall(r"\d{1,18}|\D+", plain)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def initial(text: str) -> str:
    """Return the letter that a word is found under in a dictionary; nothing where it begins with no letter."""
    first = sort_key(text)[0][2][:1] if text else ""
    if first >= LAST:
        first = next((letter for place, letter in enumerate(spoken().letters) if ord(first) == ord(LAST) + place), "")
    return first.upper() if first.isalpha() else ""


def number_key(number: str) -> tuple[int, ...]:
    """Return a key that sorts official numbers by value: 1:9 before 1:10."""
    return tuple(int(part) for part in number.split(":"))
