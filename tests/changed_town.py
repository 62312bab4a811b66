"""The miniature after some years: bodies merged, split and renamed, measures added, withdrawn and replaced.

All of it is decided in September 2025. A duty is moved, and somebody leaves a group.
"""

from tests.cases import replaced_once
from tests.miniature import texts

DECISION = "2025-09-01-kommunfullmaktige-3"
YOUTH = "ungdomsplan-2023-2026"
CLIMATE = "content/plans/klimatprogram-2022-2027/interventions"
BODIES, MEASURES = "content/organizations", f"content/plans/{YOUTH}/interventions"
NEW_DECISION = f"""  - id: {DECISION}
    title: Nämnder görs om och planen ändras
    body: kommunfullmaktige
    date: 2025-09-01
    paragraph: 3
    revises: [{YOUTH}]
    sources:
      - document: ungdomsplan
        section: Beslut
"""
ENDED = f"valid_to: 2025-12-31\nended_by: {DECISION}\n"
BEGUN = f"valid_from: 2026-01-01\nadded_by: {DECISION}\n"
SOURCES = "sources:\n  - document: ungdomsplan\n    section: Vem gör vad\n"
REPORT = "content/follow_ups/2024-kulturnamnden.yaml"


def _body(name: str, title: str, more: str) -> str:
    return (
        f"id: {name}\nname: {title}\nkind: committee\nsummary: {title} finns i den påhittade staden.\n{more}{SOURCES}"
    )


def _measure(number: str, title: str, body: str, more: str) -> str:
    duty = f"responsibilities:\n  - role: responsible\n    bodies: [{body}]\n"
    return f'number: "{number}"\ntitle: {title}\nlead: Kommunen gör något nytt.\n{more}{duty}{SOURCES}'


NEW_FILES = {
    f"{BODIES}/idrotten.yaml": _body("idrotten", "Idrotten", ENDED),
    f"{BODIES}/kultur-och-fritidsnamnden.yaml": _body(
        "kultur-och-fritidsnamnden", "Kultur- och fritidsnämnden", f"{BEGUN}replaces: [idrotten, kulturnamnden]\n"
    ),
    f"{BODIES}/gatunamnden.yaml": _body("gatunamnden", "Gatunämnden", f"{BEGUN}replaces: [tekniska-namnden]\n"),
    f"{BODIES}/parknamnden.yaml": _body("parknamnden", "Parknämnden", f"{BEGUN}replaces: [tekniska-namnden]\n"),
    f"{MEASURES}/1-3.yaml": _measure("1:3", "Öppna en verkstad", "barn-och-utbildningsnamnden", BEGUN),
    f"{MEASURES}/2-3.yaml": _measure(
        "2:3", "Låna ut elcyklar", "kultur-och-fritidsnamnden", f'{BEGUN}replaces: ["2:1"]\n'
    ),
}
REPLACED = {
    "content/decisions.yaml": [("  - id: 2022-kommunfullmaktige\n", f"{NEW_DECISION}  - id: 2022-kommunfullmaktige\n")],
    f"{BODIES}/kulturnamnden.yaml": [("kind: committee\n", f"kind: committee\n{ENDED}")],
    f"{BODIES}/tekniska-namnden.yaml": [("kind: committee\n", f"kind: committee\n{ENDED}")],
    f"{BODIES}/lansmuseet.yaml": [
        ("kind: authority\n", "kind: authority\nformer_names:\n  - name: Länets museum\n    valid_to: 2019\n")
    ],
    f"{BODIES}/groups.yaml": [
        (
            "      - lansmuseet\n",
            "      - lansmuseet\n    member_periods:\n      - body: lansmuseet\n        valid_to: 2024\n",
        )
    ],
    f"{MEASURES}/1-1.yaml": [
        (
            (
                "    scope: Samordnar bygget och öppettiderna.\n  - role: responsible\n    bodies:\n"
                "      - barn-och-utbildningsnamnden\n      - kulturnamnden\n"
            ),
            (
                "    scope: Samordnar bygget och öppettiderna.\n    valid_to: 2025-12-31\n"
                "  - role: coordinating\n    bodies: [kultur-och-fritidsnamnden]\n    valid_from: 2026-01-01\n"
                "  - role: responsible\n    bodies: [barn-och-utbildningsnamnden]\n"
                "  - role: responsible\n    bodies: [kulturnamnden]\n    valid_to: 2025-12-31\n"
                f"    ended_by: {DECISION}\n"
                "  - role: responsible\n    bodies: [kultur-och-fritidsnamnden]\n    valid_from: 2026-01-01\n"
                f"    added_by: {DECISION}\n"
            ),
        )
    ],
    f"{MEASURES}/2-1.yaml": [("table_title: Cykelutlåning\n", f"table_title: Cykelutlåning\n{ENDED}")],
    f"{MEASURES}/2-2.yaml": [
        ("title: Håll kurser på museet\n", f"title: Håll kurser på museet\nvalid_to: 2025\nended_by: {DECISION}\n")
    ],
    f"{CLIMATE}/1-1.yaml": [
        (
            "    bodies: [tekniska-namnden]\n",
            (
                "    bodies: [tekniska-namnden]\n    valid_to: 2025\n"
                "  - role: coordinating\n    bodies: [gatunamnden]\n    valid_from: 2026\n"
            ),
        )
    ],
    f"{CLIMATE}/1-2.yaml": [
        (
            "    bodies: [tekniska-namnden]\n",
            (
                "    bodies: [tekniska-namnden]\n    valid_to: 2025\n  - role: responsible\n    bodies: [parknamnden]\n"
                "    valid_from: 2026\n"
            ),
        )
    ],
}


def changed_town() -> dict[str, str]:
    """Return the texts of the miniature as they are after the changes, which leave nothing to remark on."""
    made = {**texts(), **NEW_FILES}
    for path, pairs in REPLACED.items():
        for old, new in pairs:
            made[path] = replaced_once(made[path], old, new)
    return made
