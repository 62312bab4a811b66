"""The miniature with the plan that comes next, which is made up: proposed, decided and to come, valid, or over."""

from pathlib import Path

from tests.miniature import texts

FOLDER = Path(__file__).parent / "successor"
OLD, NEW = "ungdomsplan-2023-2026", "ungdomsplan-2027-2030"
PLAN_FILE, SITE_FILE = f"content/plans/{NEW}/plan.yaml", "content/site.yaml"
DOCUMENT = """  - id: nasta-ungdomsplan
    title: Småstads plan för ungas fritid 2027–2030
    kind: plan
    plan: ungdomsplan-2027-2030
    sources:
      - document: nasta-ungdomsplan
        section: Försättsblad
"""
DECISION = """  - id: 2026-11-02-kommunfullmaktige-3
    title: Plan för ungas fritid 2027–2030 antas
    body: kommunfullmaktige
    date: 2026-11-02
    plans: [ungdomsplan-2027-2030]
    sources:
      - document: nasta-ungdomsplan
        section: Beslut
"""


def proposed() -> dict[str, str]:
    """The next plan is a proposal."""
    found = texts()
    for file in sorted(FOLDER.rglob("*.yaml")):
        found[f"content/plans/{file.relative_to(FOLDER).as_posix()}"] = file.read_text(encoding="utf-8")
    found["content/documents.yaml"] += DOCUMENT
    return found


def decided() -> dict[str, str]:
    """The next plan is decided; whether it has begun is the day's business."""
    found = proposed()
    found["content/decisions.yaml"] += DECISION
    found[PLAN_FILE] = found[PLAN_FILE].replace("proposal: true\n", "decision: 2026-11-02-kommunfullmaktige-3\n")
    return found


def switched(found: dict[str, str], plan: str = NEW) -> dict[str, str]:
    """The same with another current plan."""
    other = OLD if plan == NEW else NEW
    old, new = (f"current_plan: {name}\n" for name in (other, plan))
    assert found[SITE_FILE].count(old) == 1
    return {**found, SITE_FILE: found[SITE_FILE].replace(old, new)}
