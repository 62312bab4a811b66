"""How the site's language writes: order of letters, days, lists, addresses, the nearest word to a misspelt one."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from site_builder.foundation.language.spoken import LAST, spoken

LIKE = 0.55


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


def slug(text: str) -> str:
    """Return the text as a part of an address: lower case, letters without marks, everything else as hyphens."""
    plain = unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def long_date(day: date) -> str:
    """Return a date as it is read: 8 June 2023."""
    return _date("date", day=str(day.day), month=month_word(day), year=str(day.year))


def month_word(day: date) -> str:
    """Return the name of a day's month."""
    return spoken().months[day.month - 1]


def _date(form: str, **parts: str) -> str:
    return spoken().words(form).format(**parts)


def year_or_day_words(given: int | date) -> str:
    """Return a year or a day as it is read: 2023, 8 June 2023."""
    return str(given) if isinstance(given, int) else long_date(given)


def version_words(version: str) -> str:
    """Return a day, a month or a year that is written in figures as it is read: 2021-10-27 is 27 October 2021."""
    year, *rest = version.split("-")
    if not rest:
        return year
    month = spoken().months[int(rest[0]) - 1]
    return (
        _date("date", day=str(int(rest[1])), month=month, year=year)
        if len(rest) > 1
        else _date("month", month=month, year=year)
    )


def enumeration(items: Sequence[str], last: str = "") -> str:
    """Return items as a list: a, b and c. `last` is what stands before the last one instead."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last or spoken().words('last-of-two')} {items[-1]}"


def number_word(number: int) -> str:
    """Return a number as it is written in running text before a word: one, two … twelve, 13."""
    numbers = spoken().numbers
    return numbers[number] if number < len(numbers) else str(number)


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the candidate that is most like the word, or None where nothing is like it."""
    folded = {slug(candidate) or candidate: candidate for candidate in sorted(candidates)}
    wanted = slug(word) or word
    found = difflib.get_close_matches(wanted, folded, n=3, cutoff=cutoff)
    return next((folded[near] for near in found if _parts_are_alike(wanted, near)), None)


def _parts_are_alike(word: str, near: str) -> bool:
    """Tell whether what is left of two slugs is alike, too, when the parts that they share at their ends are gone.

    `socialnamnd-hisingen` is much like `socialnamnd-centrum`, and no slip makes one of them into the other.
    """
    first, second = re.split("[-_]", word), re.split("[-_]", near)
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    one, other = "-".join(first), "-".join(second)
    return not one or not other or is_one_slip(one, other) or difflib.SequenceMatcher(None, one, other).ratio() >= LIKE


def is_one_slip(word: str, meant: str) -> bool:
    """Tell whether one stroke makes one word of another: a sign too many or few, another sign, or two swapped."""
    start = next((place for place, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), None)
    if start is None:
        return abs(len(word) - len(meant)) == 1
    left, right = word[start:], meant[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (left[1::-1] + left[2:]) == right


def figure(number: Decimal | float) -> str:
    """Return a number as it is read, without zeros at the end: 1 234 567,5 in Swedish."""
    signs = str.maketrans({",": spoken().words("thousands"), ".": spoken().words("decimals")})
    return f"{Decimal(str(number)).normalize():,f}".translate(signs)


def with_decimal(number: float) -> str:
    """Return a number with one decimal, also where that is a nought: 9,0 in Swedish."""
    return f"{number:.1f}".replace(".", spoken().words("decimals"))


def capital(word: str) -> str:
    """Return a word as it begins a heading."""
    return word[:1].upper() + word[1:]
