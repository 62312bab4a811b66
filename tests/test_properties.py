"""What holds for any input: nothing raises, places lie inside the text, and detectors find what they should."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.build import check
from site_builder.checks.texts.links import ensure_links_are_safe
from site_builder.checks.texts.privacy import IDENTITY, TELEPHONE, is_identity_number, is_telephone_number
from site_builder.checks.texts.text import HTML
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Diagnostic, Span
from site_builder.foundation.inline import inline_references
from site_builder.foundation.source import SourceFile, locate
from site_builder.meaning.link import link
from site_builder.reading.decode import decode
from site_builder.reading.load import load
from site_builder.reading.yaml_reader import parse
from tests.cases import AS_OF
from tests.miniature import texts

DAY = date.fromisoformat(AS_OF)
MINIATURE = texts()
INTERVENTION = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
LEAD = "Kommunen frågar unga varje år vad de vill göra."
# Text that is likely to mean something to a parser of YAML or Markdown.
TRICKY = st.text(alphabet="ab1:[]{}<>&*!|%#-'\"`,.?/\\ \n\t()=@+åÅé", max_size=60)
ANY_TEXT = st.one_of(TRICKY, st.text(max_size=60))
DATES = st.dates(date(1930, 1, 1), date(2025, 12, 31))
SEPARATORS = st.sampled_from(["", "-", "+", " ", "–", " - "])


def check_digit(nine: str) -> str:
    """Return Luhn's check digit, worked out another way than the program does."""
    total = sum(sum(divmod(int(digit) * (2, 1)[position % 2], 10)) for position, digit in enumerate(nine))
    return str(-total % 10)


def is_inside(span: Span, text: str) -> bool:
    """Tell whether a place lies in a text and ends after it begins."""
    lines = text.split("\n")
    ordered = (span.line, span.column) <= (span.end_line, span.end_column)
    ends = span.end_line <= len(lines) + 1
    return ordered and ends and 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_diagnostic(raw: bytes) -> None:
    """Decoding never raises, and what it lets through has neither control characters nor Windows line ends."""
    result = decode("content/site.yaml", raw)
    if isinstance(result, Diagnostic):
        assert result.code in {"not-utf8", "binary-file", "control-character"}
    else:
        assert not any(character < " " and character not in "\n\t" for character in result)


@given(ANY_TEXT)
def test_parsing_never_raises_and_places_lie_inside_the_text(text: str) -> None:
    """Either the file with a place for each value, or at least one diagnostic; every place is in the file."""
    decoded = decode("content/site.yaml", text.encode())
    if isinstance(decoded, str):
        source, faults = parse("content/site.yaml", decoded)
        assert (source is None) == bool(faults)
        places = source.all_places() if source else ()
        spans = [span for _, place in places for span in (place.value, place.key) if span]
        assert all(is_inside(span, decoded) for span in (*spans, *(fault.span for fault in faults)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(MINIATURE)), st.integers(0, 100), ANY_TEXT)
def test_a_broken_line_anywhere_never_raises(path: str, number: int, text: str) -> None:
    """Checking ends with diagnostics whose places lie in the files, whatever a line is exchanged for."""
    lines = MINIATURE[path].split("\n")
    lines[number % len(lines)] = text
    changed = decode(path, "\n".join(lines).encode())
    if isinstance(changed, str):
        given_texts = {**MINIATURE, path: changed}
        for found in check(given_texts, DAY).diagnostics:
            assert found.span.path not in given_texts or is_inside(found.span, given_texts[found.span.path])


@settings(deadline=None)
@given(DATES, st.text("0123456789", min_size=3, max_size=3), SEPARATORS, st.booleans(), st.sampled_from([0, 60]))
def test_identity_numbers_are_found(born: date, serial: str, separator: str, century: bool, coordination: int) -> None:
    """With or without century and separator; a coordination number has sixty added to its day."""
    six = f"{born:%y%m}{born.day + coordination:02}"
    written = f"{born.year // 100 if century else ''}{six}{separator}{serial}{check_digit(six + serial)}"
    match = IDENTITY.search(f"Ring {written}, tack.")
    assert match
    assert is_identity_number(match[1] + match[2])


@given(DATES, st.text("0123456789", min_size=3, max_size=3), st.integers(1, 9))
def test_a_wrong_check_digit_makes_no_identity_number(born: date, serial: str, wrong: int) -> None:
    """The check digit is what tells an identity number from any other ten digits."""
    nine = f"{born:%y%m%d}{serial}"
    assert not is_identity_number(nine + str((int(check_digit(nine)) + wrong) % 10))


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(1900, 2099), st.integers(0, 9_999_999_999))
def test_case_numbers_years_and_amounts_are_nothing_personal(case: int, year: int, start: int, amount: int) -> None:
    """A diarienummer, a period and an amount in kronor are numbers of another kind."""
    grouped = f"{amount:,}".replace(",", " ")
    text = f"Ärende {case:04}/{year:02}, {start}–{start + 3}, {start}-06-08 och {grouped} kronor, {start}:{year}."
    assert not [match for match in IDENTITY.finditer(text) if is_identity_number(match[1] + match[2])]
    assert not [match[0] for match in TELEPHONE.finditer(text) if is_telephone_number(match[0])]


@given(
    st.sampled_from(["031-390 06 {:02}", "08-465 004 {:02}", "070-174 06 {:02}", "07017406{:02}", "0980 319 2{:02}"]),
    st.integers(0, 99),
    st.sampled_from(["0", "+46 ", "+46(0)", "0046 "]),
)
def test_telephone_numbers_are_found(pattern: str, last: int, prefix: str) -> None:
    """National and international, with and without spaces. The numbers are those that PTS sets aside for fiction."""
    number = prefix + pattern.format(last).removeprefix("0")
    match = TELEPHONE.search(f"Ring {number}.")
    assert match
    assert match[0] == number
    # A number may be both, such as 0701740607: then it is told once, as the identity number of a coordinated person.
    identity = IDENTITY.fullmatch(number)
    assert is_telephone_number(number) is not bool(identity and is_identity_number(identity[1] + identity[2]))


@given(
    st.text("abcxyz ", min_size=1), st.sampled_from(["<b", "</p", "<!--", "<!DOCTYPE", "<?php", "<script ", "<SVG/x"])
)
def test_tags_are_found_wherever_they_stand(text: str, tag: str) -> None:
    """A tag that is not closed is found too."""
    assert HTML.search(text + tag)
    assert HTML.search(f"{text}{tag} {text}>")


@given(st.text(st.characters(exclude_characters="<"), max_size=40), st.sampled_from("0123456789 =-(åÅ—\n"))
def test_less_than_is_no_tag(text: str, after: str) -> None:
    """Only a letter a–z, a slash, an exclamation mark or a question mark begins a tag."""
    assert not HTML.search(f"{text} <{after}{text}")


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["javascript", "data", "vbscript", "file", "http", "ftp"]), st.data())
def test_unsafe_links_are_found_however_they_are_written(scheme: str, data: st.DataObject) -> None:
    """Capitals, entities, percent signs, spaces and unseen letters do not hide a scheme."""
    disguises = (
        str.upper,
        str,
        lambda char: f"&#{ord(char)};",
        lambda char: f"%{ord(char):02X}",
        lambda char: f"\u200b{char}",
    )
    letters = [data.draw(st.sampled_from(disguises))(char) for char in f"{scheme}:"]
    changed = MINIATURE[INTERVENTION].replace(f"lead: {LEAD}", f"lead: 'Läs [mer]({''.join(letters)}alert) här.'")
    index = link(load({**MINIATURE, INTERVENTION: changed}))
    assert len(list(ensure_links_are_safe(index, DAY))) == 1


@given(ANY_TEXT)
def test_blanking_code_moves_nothing(text: str) -> None:
    """Everything outside code stays where it was."""
    blanked = without_code(text)
    assert len(blanked) == len(text)
    assert all(new in (old, " ") for new, old in zip(blanked, text, strict=True))


@given(ANY_TEXT)
def test_references_stand_where_they_say(text: str) -> None:
    """Each reference is found again at its place in the text."""
    assert all(text.startswith(item.written, item.start) for item in inline_references(text))


@given(st.lists(st.text("abcåä1:[]", min_size=1, max_size=8), min_size=1, max_size=12), st.data())
def test_a_piece_of_folded_text_is_located(words: list[str], data: st.DataObject) -> None:
    """Wherever lines are broken, the place of a word is the word itself."""
    folded = "".join(word + data.draw(st.sampled_from([" ", "\n    ", "\n\n"])) for word in words)
    whole = Span("x", 1, 1, folded.count("\n") + 1, len(folded.rsplit("\n", 1)[-1]) + 1)
    wanted = data.draw(st.sampled_from(words))
    span = locate(SourceFile("x", folded, None, {}), whole, wanted)
    assert folded.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == wanted
