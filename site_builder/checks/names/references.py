"""Everything that is named exists: fields that hold an id, and `[[...]]` in running text.

A thing that exists but is broken, or may exist in a file that cannot be read, is never called unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from site_builder.checks.names.misspelt_ids import misspelt_ids
from site_builder.checks.names.suggestions import Suggestions
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.inline import PLAN_KINDS
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.references import Reference


def ensure_interventions_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every intervention that is named exists: a wrong number leads nowhere."""
    return _numbers(index, "intervention")


def ensure_areas_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every area that is named exists: a wrong number leads nowhere."""
    return _numbers(index, "area")


def ensure_organizations_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every body that is named exists: a duty must not fall on nobody."""
    found = (reference for reference in _unknown(index, "body", "organization") if not _is_group(index, reference))
    return _findings(index, found)


def ensure_members_are_organizations(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that groups have organizations as members: groups of groups would hide who has the duty."""
    found = (reference for reference in _unknown(index, "organization") if _is_group(index, reference))
    return (
        Finding(first.span, {"name": first.name}, tuple(other.span for other in others))
        for first, *others in _by_cause(found)
    )


def ensure_documents_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every document that is named exists: a reader must be able to find it."""
    unknown = list(_unknown(index, "document"))
    sources = {found.key for found in unknown if is_source(found)}
    return _findings(index, (found for found in unknown if found.key not in sources))


def ensure_sources_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every source is a known document: each fact must be possible to trace."""
    unknown = list(_unknown(index, "document"))
    sources = {found.key for found in unknown if is_source(found)}
    return _findings(index, (found for found in unknown if found.key in sources))


def ensure_categories_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every target category is one of the plan's own: another plan's letters mean something else."""
    return _findings(index, _unknown(index, "category"))


def ensure_terms_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every word that is named stands in the glossary: whoever follows the link wants an explanation."""
    return _findings(index, _unknown(index, "term"))


def ensure_decisions_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every decision that is named exists: what is decided must be possible to look up."""
    return _findings(index, _unknown(index, "decision"))


def ensure_starting_points_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every starting point that is named exists: it is a page of its own."""
    return _findings(index, _unknown(index, "starting_point"))


def ensure_indicators_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every indicator that is named exists: it is a place on a page."""
    return _findings(index, _unknown(index, "indicator"))


def ensure_topics_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every topic that is named exists: it is a page of its own."""
    return _findings(index, _unknown(index, "topic"))


def ensure_follow_ups_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every report that is named exists: what was answered must be possible to look up."""
    return _findings(index, _unknown(index, "follow_up"))


def ensure_differences_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every difference that is named exists: it is a page of its own."""
    return _findings(index, _unknown(index, "difference"))


def ensure_summaries_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every summary that is named exists: it is a page of its own."""
    return _findings(index, _unknown(index, "summary"))


def ensure_drafts_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every draft that is named exists: the way back to the first one must not break off."""
    return _findings(index, _unknown(index, "draft"))


def ensure_pages_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every page that is named exists: a broken link helps nobody."""
    return _findings(index, _unknown(index, "page"))


def ensure_plans_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every plan that is named exists, also the one before the slash in `plan-id/1:4`."""
    of_another = (found for found in index.references if _names_plan(found) and not _has_known_plan(index, found))
    suggestions = Suggestions(index)
    by_plan = defaultdict[str, list[Span]](list)
    for reference in (*_unknown(index, "plan"), *of_another):
        by_plan[reference.key.partition("/")[0]].append(reference.span)
    for plan, (first, *others) in by_plan.items():
        yield Finding(first, {"name": plan, "suggestion": suggestions.of_kind("plan", plan)}, tuple(others))


def ensure_references_say_what_they_mean(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every `[[...]]` begins with a known word before its colon: the word says what is meant."""
    return _findings(index, (found for found in index.references if not found.kind and found.name))


def is_source(reference: Reference) -> bool:
    """Tell whether a reference says where a fact stands, rather than names a document for its own sake."""
    return any(key in ("sources", "source") for key in reference.keys[-3:-1])


def _unknown(index: PlanIndex, *kinds: str) -> Iterator[Reference]:
    of_kinds = (reference for kind in kinds for reference in index.references_to.get(kind, ()))
    unknown = [reference for reference in of_kinds if reference.name and not _is_known(index, reference)]
    misspelt = misspelt_ids(index) if unknown else {}
    yield from (reference for reference in unknown if (reference.kind, reference.key) not in misspelt)


def _is_known(index: PlanIndex, reference: Reference) -> bool:
    """Tell whether a thing is known, or its plan is not or is not told, which is another matter."""
    if reference.lacks_plan:
        return True
    if (reference.kind in PLAN_KINDS or reference.is_bare) and not _has_known_plan(index, reference):
        return True
    return index.targets.get_known(reference.kind, reference.key)


def _numbers(index: PlanIndex, kind: str) -> Iterator[Finding]:
    suggestions = Suggestions(index)
    for reference, *others in _by_cause(_unknown(index, kind)):
        content = index.plans.get(reference.key.partition("/")[0])
        terms = content.plan.value.terms if content else None
        noun = (terms.area if kind == "area" else terms.measure).indefinite.capitalize() if terms else ""
        what = f"{noun} {reference.name}".strip()
        values = {"name": what, "suggestion": suggestions.of(reference)}
        yield Finding(reference.span, values, tuple(other.span for other in others))


def _findings(index: PlanIndex, references: Iterator[Reference]) -> Iterator[Finding]:
    suggestions = Suggestions(index)
    for reference, *others in _by_cause(references):
        values = {"name": reference.name, "suggestion": suggestions.of(reference)}
        yield Finding(reference.span, values, tuple(other.span for other in others))


def _by_cause(references: Iterable[Reference]) -> Iterable[list[Reference]]:
    """Return the references by what they name: one thing that is missing is told once, with all its places.

    They are of one kind, or of bodies and organizations, which are one thing under two names.
    """
    found = defaultdict[str, list[Reference]](list)
    for reference in references:
        found[reference.key].append(reference)
    return found.values()


def _is_group(index: PlanIndex, reference: Reference) -> bool:
    """Tell whether what is no known organization is a group."""
    return index.targets.get_known("body", reference.key)


def _names_plan(reference: Reference) -> bool:
    return reference.kind in PLAN_KINDS and "/" in reference.name


def _has_known_plan(index: PlanIndex, reference: Reference) -> bool:
    return index.targets.get_known("plan", reference.key.partition("/")[0])
