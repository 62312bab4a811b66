"""Cases of the sentences that the program makes: what the miniature says, and what it says when its data says less."""

YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
REPORT = "content/follow_ups/2024-kulturnamnden.yaml"
UNLOCKED = (REPORT, 'lock: "51d169a2a3f2182d"\n', "")
PLAN, PROGRAMME = f"content/plans/{YOUTH}", f"content/plans/{CLIMATE}"
MEASURE = f"{PLAN}/interventions"
GROUPS, DIFFERENCES = "content/organizations/groups.yaml", "content/differences.yaml"
MEMBERS = "members: [kulturnamnden, tekniska-namnden, barn-och-utbildningsnamnden]"
ASKED_YOUNG = """  - measure: "1:2"
    question: Har ni frågat unga vad de vill?
    sources:
      - document: uppfoljning-2024
        section: Fråga 2
"""
TRIED = """tested: '2026-01-10'
pages: 61
tools:
- name: Chromium
  version: '1'
checks:
- kind: html
  cases: 61
"""
FOUND = """findings:
- kind: axe
  rule: color-contrast
  pages: [/]
"""
NO_HALL = """  - id: 2022-05-2-1
    version: 2022-05-04
    number: "2:1"
    title: Bygg en simhall
    outcome: removed
    sources:
      - document: ungdomsplan
        section: Från förslag till beslut
"""

# What is replaced in the files of the miniature. A whole file is taken away where nothing is named.
CONTENTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "as it is": (),
    "without a form": ((REPORT, "form:\n  - document: uppfoljning-2024\n    section: Fråga 1\n", ""),),
    "without readings": (
        (REPORT, 'readings:\n  - measure: "1:1"\n    reservation: Årets två första månader var den stängd.\n', ""),
    ),
    "without an administration": ((REPORT, "answered_by: Kulturförvaltningen\n", ""), UNLOCKED),
    "just mentioned": ((f"{MEASURE}/2-1.yaml", "basis: stated", "basis: mentioned"),),
    "worked out": ((f"{MEASURE}/2-1.yaml", "basis: stated", "basis: worked_out"),),
    "no answer of a group": ((REPORT, ASKED_YOUNG, ""), UNLOCKED),
    "all answered": ((f"{PROGRAMME}/interventions/1-1.yaml", "[smastads-bussar]", "[tekniska-namnden]"),),
    "not named back": ((f"{MEASURE}/1-2.yaml", 'references:\n  - intervention: "1:1"\n', ""),),
    "named by another plan": (
        (f"{PROGRAMME}/interventions/1-2.yaml", f"{YOUTH}/2:1", "lasplan-2024-2027/1:1"),
    ),
    "members listed": ((GROUPS, "member_kinds: [committee, company_board]", MEMBERS),),
    "no members": (
        (GROUPS, "members:\n      - kulturnamnden\n      - lansmuseet\n", "member_kinds: [company_board]\n"),
        ("content/organizations/smastads-bussar.yaml", "company_board", "authority"),
    ),
    "aimed at somebody": ((f"{MEASURE}/2-1.yaml", "expected_result:", "target_group: Unga.\nexpected_result:"),),
    "a category of nobody": ((f"{MEASURE}/1-2.yaml", "[A, B]", "[A]"),),
    "one baseline less": ((f"{PLAN}/indicators/lanade-cyklar.yaml", "baseline:\n  year: 2022\n  value: 0\n", ""),),
    "no target": ((f"{PLAN}/indicators/unga-utan-fritid.yaml", "target:\n  year: 2026\n  value: 0\n", ""),),
    "no start": (
        (f"{PLAN}/indicators/lanade-cyklar.yaml", "baseline:\n  year: 2022\n  value: 0\n", ""),
        (f"{PLAN}/indicators/unga-utan-fritid.yaml", "baseline:\n  year: 2021\n  value: 136\n", ""),
        (f"{PLAN}/indicators/unga-utan-fritid.yaml", "target:\n  year: 2026\n  value: 0\n", ""),
    ),
    "no later values": (
        (f"{PLAN}/indicators/unga-utan-fritid.yaml", "values:\n  - year: 2023\n    value: 120.5\n", ""),
    ),
    "two decisions": (
        ("content/decisions.yaml", "body: kulturnamnden\n", f"body: kulturnamnden\n    plans: [{YOUTH}]\n"),
    ),
    "no background": ((f"{PLAN}/background.yaml", "", ""),),
    "no drafts": ((f"{PLAN}/drafts.yaml", "", ""),),
    "one draft less": ((f"{PLAN}/drafts.yaml", NO_HALL, ""),),
    "no views": ((f"{PLAN}/drafts.yaml", "    views: Tekniska nämnden undrade vem som lagar cyklarna.\n", ""),),
    "a change": (
        (f"{PLAN}/drafts.yaml", "    views: Skolnämnden", "    change: Unga frågas.\n    views: Skolnämnden"),
    ),
    "no summary": (("content/documents.yaml", "    summary: Skolplanen ses över.\n", ""),),
    "one more duty": ((f"{MEASURE}/2-1.yaml", "[tekniska-namnden]", "[tekniska-namnden, kommunfullmaktige]"),),
    "a group without duties": ((f"{MEASURE}/2-2.yaml", "[kulturkretsen, ", "["),),
    "who does what": ((DIFFERENCES, "weight: facts", "weight: who_does_what"),),
    "editorial": ((DIFFERENCES, "weight: facts", "weight: editorial"),),
    "no differences": ((DIFFERENCES, "", ""),),
    "tried": (("content/accessibility.yaml", "", TRIED + "findings: []\n"),),
    "tried with a fault": (("content/accessibility.yaml", "", TRIED.replace("html", "axe") + FOUND),),
}  # fmt: skip
