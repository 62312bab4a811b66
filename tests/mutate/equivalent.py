"""Faults that change nothing that anybody could notice, each with its reason; they are not drawn."""

import re
from collections.abc import Mapping


def without(flag: str, reason: str, *lines: str) -> dict[str, str]:
    """Return the lines that faults make of some by not setting a flag, with the reason why it need not be set."""
    made = (
        re.sub(f"{flag}=True(, )?", new, line) for line in lines for new in ("", rf"{flag}=None\1", rf"{flag}=False\1")
    )
    return dict.fromkeys(made, reason)


def otherwise(reason: str, line: str) -> dict[str, str]:
    """Return the lines that faults make of one by another word for nothing, with the reason why any does."""
    return {line.replace(', "")', f", {other})"): reason for other in ("None", "", '"XXXX"')}


SHEET = "for selectors, said in _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)):"
PRINT = "yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))"
SAID = "found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)"

ORDER = 'return sorted(keys, key=lambda key: (plan_of(key) != plan, plan_of(key), number_key(key.partition("/")[2])))'

# The module -> the line that the fault makes -> why nobody can notice it.
EQUIVALENT: Mapping[str, Mapping[str, str]] = {
    "site_builder.checks.texts.harmless": dict.fromkeys(
        (
            line.replace('"x"', word)
            for line in (
                'text = REFERENCE.sub("x", text) if "[[" in text else text',
                'text = LINK_OUT.sub("x", text) if "](" in text else text',
                'text = PLACE.sub("", RELATIVE.sub("x", _without_code(text)))',
            )
            for word in ('"X"', '"XXxXX"')
        ),
        "instead of a link stands a word, and no rule asks which",
    ),
    "site_builder.export.editor.ids": {
        'plan, slash, name = target.key.rpartition("/")': "the key of what lies in a plan has one slash"
    },
    "site_builder.export.editor.schemas": otherwise(
        "no part of a schema is called so",
        'if "enum" in (chosen := self._defined.get(str(node.get("$ref", "")).removeprefix(DEFINED), {})):',
    ),
    "site_builder.export.pdf.ua.annotations": otherwise(
        "no kind of annotation is called so",
        'yield from (_told(note) for _, note in tagged.annotations if str(note.get("/Subtype", "")) not in KNOWN)',
    ),
    "site_builder.export.json_schema": {
        "text = json.dumps(data, ensure_ascii=None, indent=2)": "nothing is as good as no",
    },
    "site_builder.export.markdown_page": {
        "depth -= sum(-1 if edge[1] else 1 for edge in EDGE.finditer(line))": "it is asked only whether it is nought",
    },
    "site_builder.export.pdf.pictures": {
        "return match[:3]": "no two rules have the same place among all, so that what stands after it is never asked",
        **without("skip_comments", "a comment is neither a rule nor a declaration", SHEET, PRINT, SAID),
        **without("skip_whitespace", "room is neither a rule nor a declaration", SHEET, PRINT, SAID),
    },
    "site_builder.export.pdf.usable": without(
        "skip_whitespace",
        "room between rules means nothing",
        "rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)",
        "within = tinycss2.parse_rule_list(rule.content, skip_whitespace=True)",
    ),
    "site_builder.export.plans.intervention": {
        'area=int(value.number.rpartition(":")[0]),': "a number has one colon",
    },
    "site_builder.export.sheets.matrix_sheets": without(
        "strict",
        "three headings and three widths are written out",
        "*(Column(heading, width) for heading, width in zip(first, (9, 48, 24), strict=True)),",
    ),
    "site_builder.export.sheets.workbook": {
        **without(
            "strict",
            "the formats are made of the columns, one of each",
            "for number, (column, form) in enumerate(zip(sheet.columns, formats, strict=True)):",
        ),
        "created = datetime.combine(as_of, time(), None).replace(tzinfo=None)": "the zone is taken away again",
    },
    "site_builder.meaning.connections.stated": {ORDER: "the key of a measure has one slash"},
    "site_builder.meaning.names.former": without(
        "strict",
        "the same thing has as many keys under either name",
        "for old, (_, new) in zip(_keys(entry, name), _keys(entry, entry.identity.id), strict=True):",
    ),
    "site_builder.meaning.names.scope": without(
        "strict",
        "the items are made of the value's, one of each",
        "made = items if any(new is not old for new, old in zip(items, value, strict=True)) else value",
    ),
    "site_builder.meaning.targets": {
        'def is_unreadable(self, kind: str, plan: str = "XXXX") -> bool:': "what holds of all plans is asked anyhow",
    },
}


def is_equivalent(name: str, change: str) -> bool:
    """Say whether a fault, by its name and what it changes, is one of them."""
    known = EQUIVALENT.get(name.rpartition(".")[0], {})
    return any(line[1:].strip() in known for line in change.splitlines() if line.startswith("+"))
