"""Which texts need no parser: nothing in them is a tag, an attribute, a definition or a list that may be misread.

Nearly all texts are such. What is not surely harmless is parsed, so a sign too many here costs time and nothing else;
a property holds that no text that passes here is found at fault there.
"""

import re

from site_builder.foundation.dense import too_dense
from site_builder.foundation.inline import replace_references
from site_builder.meaning.texts import Style

# A reference without anything that Markdown reads; a link with plain words and a plain address; an id or a class. Where
# its words go on on another line, that line begins with a letter or a number: with a sign, or as the number of an item,
# it could be a heading or a list. Its words are some: a heading of nothing but a link without any has none.
REFERENCE = re.compile(r"\[\[(?:[^\[\]<>{}`\\\n]++|\n(?=[ \t]*(?:[^\W\d_]|\d+(?![\d.]))))*+\]\]")
WORDS = r"(?<![!\]\\])\[(?=[^\[\]\w]*\w)(?:[^\[\]<>{}`\\!&\n]++|\n(?=[ \t]*[^\W\d_]))++\]"
LINK_OUT = re.compile(WORDS + r"\((?:https://[\w-]|mailto:)[\w./?=#,;+@-]*\)")
RELATIVE = re.compile(WORDS + r"\((?:(?![\w-]*:)(?:\.\./)*[\w-][\w./-]*(?:#[\w-]+)?|#[\w-]+)\)")
# Code of a page between two fences as everybody writes them; nothing in it is Markdown.
FENCED = re.compile(r"^```[\w-]*\n(?:(?!```)[^\n]*\n)*```[ ]*$", re.MULTILINE)
PLACE = re.compile(r"(?<=\S )\{ ?[#.][\w-]+ ?\}$", re.MULTILINE)

# Without these signs, and a line that begins with a sign or a number, a text is nothing but paragraphs.
SIGN = re.compile(r"[#|<{\\~`\[\]!]")
LINE = re.compile(r"\n[ \t]*(?:[-+*=:>_]|\d+\.)")
# What may begin a tag or an attribute, or lead somewhere.
ACTIVE = re.compile(r"[<{\\]|\][(\[:]|!\[|\[TOC\]")
# What makes a heading, a line, a quotation, a box, a table or an explanation of a text.
STRUCTURE = re.compile(
    r"[#|]|~~~|```|^(?:[ \t+*-]|\d+\.)*(?:[=:>]|!!!)|^[ \t]*(?:[*+_-]|\d+\.)(?:[ \t*+_-]|\d+\.)*$", re.MULTILINE
)
# A paragraph that is indented so far that it becomes code.
INDENTED = re.compile(r"(?:^|\n[ \t]*\n)(?: {4}|\t)[ \t]*(?P<line>\S[^\n]*)")
# A heading of a page inside something else, or one without words, also one that is a line with a rule below it.
NO_WORDS = r"(?:[^\w\n&]|_|&(?:#?\w++;?)?+)*+"  # an entity may have no letter, whatever it is called
INNER_HEADING = re.compile(rf"^(?:[ \t>+*:-]|\d+\.)+#|^#+{NO_WORDS}$|^{NO_WORDS}\n[=-]+[ \t]*$", re.MULTILINE)
TITLE = re.compile(r"^(?:#(?!#)|=+[ \t]*$)", re.MULTILINE)
MARK = re.compile(r"^([ \t]*)(?:[-+*]|(\d+)\.)(?=[ \t])", re.MULTILINE)


def is_harmless(text: str, style: Style) -> bool:
    """Tell whether a text surely becomes nothing but what may be shown."""
    if too_dense(text) or (style is Style.PROSE and ("    " in text or "\t" in text) and INDENTED.search(text)):
        return False
    text = REFERENCE.sub("x", text) if "[[" in text else text
    if style is Style.PROSE and not SIGN.search(text) and not LINE.search(f"\n{text}"):
        return True
    text = LINK_OUT.sub("x", text) if "](" in text else text
    if style is Style.PAGE:
        text = PLACE.sub("", RELATIVE.sub("x", _without_code(text)))
        return not ACTIVE.search(text) and not INNER_HEADING.search(text) and len(TITLE.findall(text)) < 2
    return not ACTIVE.search(text) and not STRUCTURE.search(text) and _has_plain_lists(text)


def blanked(text: str) -> str:
    """Return the text with a word of the same length for every reference: what it becomes is made and escaped by us."""
    return replace_references(text, lambda item: "x" * len(item.written))


def _without_code(text: str) -> str:
    """Return a page with a paragraph for each piece of code between fences; as it is where there are other fences."""
    without = FENCED.sub("\n\nx\n\n", text) if "```" in text else text
    return text if "```" in without or "~~~" in without else without


def _has_plain_lists(text: str) -> bool:
    """Tell whether every list stands by itself, between empty lines, and is numbered from 1 on."""
    if not MARK.search(text):
        return True
    blocks = [list(MARK.finditer(block)) for block in re.split(r"\n[ \t]*\n", text) if MARK.search(block)]
    numbered = sum(bool(marks[0][2]) for marks in blocks)
    begins = all(MARK.match(block) for block in re.split(r"\n[ \t]*\n", text) if MARK.search(block))
    return begins and numbered <= 1 and (not numbered or len(blocks) == 1) and all(_is_plain(marks) for marks in blocks)


def _is_plain(marks: list[re.Match[str]]) -> bool:
    numbers = [mark[2] for mark in marks]
    in_order = [str(number) for number in range(1, len(marks) + 1)]
    return not any(mark[1] for mark in marks) and (numbers == in_order or not any(numbers))
