"""Days, numbers and lists in words, as the site's language writes them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from site_builder.foundation.language.spoken import spoken


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
