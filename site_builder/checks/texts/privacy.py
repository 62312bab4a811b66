"""Nothing personal: no identity numbers, personal e-mail addresses or telephone numbers, not even in a comment.

The files are searched as they are written. A public repository shows comments and keys as well.
"""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.source import SourceFile
from site_builder.meaning.link import PlanIndex

# Skatteverket: six or eight digits of the day of birth, a sign, three digits and a check digit.
GAP = "[ \u00a0\u2009\u202f]"
IDENTITY = re.compile(rf"(?<!\w)(?:1[89]|20)?([0-9]{{6}}){GAP}?[-+\u2010-\u2015\u2212]?{GAP}?([0-9]{{4}})(?!\w)")
EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
NAME = re.compile(r"[^\W\d_][._][^\W\d_]")
PRIVATE_PROVIDERS = ("gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "yahoo", "telia", "proton")
# What such numbers have at least. The patterns look behind at every letter; these do not, and few lines have them.
TEN_DIGITS = re.compile(rf"[0-9][0-9]{{5}}{GAP}?[-+\u2010-\u2015\u2212]?{GAP}?[0-9]{{4}}")
LEADING_ZERO, COUNTRY = re.compile(r"0(?<![\w/.,:+-]0)(?:[1-9]|046)"), re.compile(r"\+46")
AT = re.compile("@")
TELEPHONE = re.compile(
    rf"(?<![\w/.,:+-])(?<!\d\s)(?:(?:\+|00)46{GAP}?(?:\(0\){GAP}?)?-?[1-9]\d{{0,2}}|\(?0[1-9]\d{{0,2}}\)?)"
    rf"(?:{GAP}?[-\u2010-\u2015/]{GAP}?|{GAP})?\d{{2,4}}(?:{GAP}?\d{{2,3}}){{1,3}}(?![\w/])(?!-\d)"
)


def ensure_no_identity_numbers(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no personal identity number is published: a real day of birth and a right check digit."""
    for source in _sources(index):
        for match in _on_lines(source.text, IDENTITY, TEN_DIGITS):
            if is_identity_number(match[1] + match[2]):
                yield Finding(_span(source, match))


def ensure_no_personal_addresses(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no personal e-mail address is published: one with a name in it, or with a private provider.

    A name is two words with a full stop or underscore between them. Addresses of a function, `kontakt@…`, are fine.
    """
    for source in _sources(index):
        for match in _on_lines(source.text, EMAIL, AT):
            provider = match["domain"].lower().split(".")[-2]
            if NAME.search(match["local"]) or provider in PRIVATE_PROVIDERS:
                yield Finding(_span(source, match), {"text": match[0]})


def ensure_no_telephone_numbers(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no telephone number is published: eight to ten digits that begin with 0, or with +46."""
    for source in _sources(index):
        for match in _on_lines(source.text, TELEPHONE, LEADING_ZERO, COUNTRY):
            if is_telephone_number(match[0]):
                yield Finding(_span(source, match), {"text": match[0]})


def is_identity_number(digits: str) -> bool:
    """Tell whether ten digits are a personal identity number: YYMMDD, a serial, and Luhn's check digit."""
    day = int(digits[4:6])
    day -= 60 if day > 60 else 0  # a coordination number's day
    return _is_day(int(digits[:2]), int(digits[2:4]), day) and _luhn(digits) % 10 == 0


def is_telephone_number(text: str) -> bool:
    """Tell whether a text of the right look has as many digits as a Swedish number, and is no identity number."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    national = re.sub(r"^(?:00)?46", "0", digits) if text.lstrip("(").startswith(("+", "00")) else digits
    identity = IDENTITY.fullmatch(text)
    return 8 <= len(national) <= 10 and not (identity and is_identity_number(identity[1] + identity[2]))


def _on_lines(text: str, pattern: re.Pattern[str], *signs: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds on the lines that have any of its signs: nothing personal goes over several."""
    end = -1
    for place in sorted(match.start() for sign in signs for match in sign.finditer(text)):
        if place > end:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = len(text) if end < 0 else end
            yield from pattern.finditer(text, start, end)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> int:
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled)


def _sources(index: PlanIndex) -> Iterator[SourceFile]:
    files = {record.source.path: record.source for _, record in (*index.records, *index.remains)}
    yield from files.values()
    yield from index.hand_written


def _span(source: SourceFile, match: re.Match[str]) -> Span:
    before = source.text[: match.start()]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(source.path, line, column, line, column + len(match[0]))
