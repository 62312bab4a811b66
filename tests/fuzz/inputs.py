"""Inputs from a seed: the miniature's own files and pieces that mean something, cut, joined, repeated and broken."""

from collections.abc import Callable
from random import Random

from site_builder.reading.decode import CONTROL
from tests.miniature import texts

WORDS = tuple(
    piece.encode()
    for piece in (
        *(
            "---",
            "...",
            "- ",
            "? ",
            ": ",
            "'",
            '"',
            "|",
            ">-",
            "&a ",
            "*a",
            "!!str ",
            "<<: ",
            "%YAML 1.1",
            "{",
            "}",
            "#",
        ),
        *("\t", "\n", "\n\n", "\r", "  ", "    ", "[", "]", "]]", "[[", "[[1:4]]", "[[begrepp:", "[x](", "![", "[x]: "),
        *("<", "<b>", "<!--", "-->", "<?", "<![CDATA[", "<https:", "<mailto:", "</div>", "&#", "&#0;", "&lt;", "&#x"),
        *(
            "javascript:a",
            "data:",
            "//a.example",
            "{: onclick=a }",
            "{:",
            "{#x}",
            "[TOC]",
            "!!! note",
            "    :   ",
            ":   ",
        ),
        *(
            "`",
            "```",
            "~~~",
            "***",
            "__",
            "===",
            "\n# ",
            "\n## ",
            "\n> ",
            "| a | b |\n|---|---|\n",
            "\\",
            "\x02",
            "\x03",
        ),
        *(
            "\u200b",
            "\ufeff",
            "\u2028",
            "\u00ad",
            "\u017f",
            "\u0130",
            "\u212a",
            "å",
            "\U0001f600",
            "19811218-9876",
            "null",
            "~",
            "no",
        ),
        *("0x1f", "1:4", "2024-02-30", "https://[", "9" * 400, "klzzwxh:0", "\x02wzxhzdk:0\x03", "\x1a0\x1a"),
    )
)
PIECES = (*WORDS, b"\x00", b"\xff", b"\xfe\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80")
LONGEST = 1_500  # bytes of most inputs: what is found there is found soon
REPEATED = 3_000  # times that a piece of one input in a hundred stands there
FIRST_MARK = ord("0")  # the sign before an input that says which file it is read as: the first file's


class Inputs:
    """An endless row of inputs, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._files = tuple(text.encode() for _, text in sorted(texts().items()))

    def __iter__(self) -> "Inputs":
        return self

    def __next__(self) -> bytes:
        """Return a piece of a file, or nothing, that has been changed a few times.

        Most are text, as what is not is refused at once; before half of them stands which file it is a piece of.
        """
        random = self._random
        number = random.randrange(len(self._files))
        raw = b"" if random.random() < 0.3 else self._cut(self._files[number])
        for _ in range(random.randint(1, 8)):
            raw = random.choice(_CHANGES)(random, raw)
        if random.random() < 0.01:
            raw += random.choice(PIECES) * random.randrange(REPEATED)
        if random.random() < 0.9:
            raw = CONTROL.sub("", raw.decode("utf-8", "ignore")).encode()
        return bytes([FIRST_MARK + number]) + raw if random.random() < 0.5 else raw

    def _cut(self, raw: bytes) -> bytes:
        start = 0 if self._random.random() < 0.4 else self._random.randrange(len(raw) or 1)
        return raw[start : start + self._random.randrange(LONGEST)]


def _with_pieces(random: Random, raw: bytes) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + b"".join(random.choices(PIECES, k=random.randint(1, 6))) + raw[at:]


def _without_a_part(random: Random, raw: bytes) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + raw[at + random.randint(1, 40) :]


def _with_a_part_again(random: Random, raw: bytes) -> bytes:
    start, at = random.randint(0, len(raw)), random.randint(0, len(raw))
    return raw[:at] + raw[start : start + random.randint(1, 60)] + raw[at:]


def _with_another_byte(random: Random, raw: bytes) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.randbytes(1) + raw[at + 1 :]


_CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    _with_pieces,
    _with_pieces,
    _without_a_part,
    _with_a_part_again,
    _with_another_byte,
)
