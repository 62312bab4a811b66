"""The start: everything that can be edited, by kind and by name."""

from collections import defaultdict
from collections.abc import Iterator

from site_builder.forms.answers.adding import IN_PLAN, NEW_KINDS, named
from site_builder.forms.answers.changing import heading_of
from site_builder.forms.answers.pages import Group, ThingListView, Way, thing_list
from site_builder.forms.answers.versions import address_of
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.desk import MADE_BY_PROGRAMS, Thing
from site_builder.forms.jobs.table import JOBS
from site_builder.reading.layout import FILE_KINDS, locate_file

FIRST = ("intervention", "organization", "indicator", "follow_up", "document", "decision")


def start(visit: Visit) -> Answer:
    """Answer with the list of everything."""
    ways: defaultdict[tuple[str, str], list[Way]] = defaultdict(list)
    for kind, plan, way in _ways(visit):
        ways[plan, kind].append(way)
    kinds = sorted((kind.kind for kind in FILE_KINDS), key=lambda kind: (kind not in FIRST, (*FIRST, kind).index(kind)))
    plans = ("", *visit.index.plans)
    groups = tuple(
        _group(visit, kind, plan, tuple(ways[plan, kind]))
        for kind in kinds
        for plan in plans
        if ways[plan, kind] or (kind in NEW_KINDS and (kind in IN_PLAN) == bool(plan))
    )
    title = visit.strings("forms.start")
    jobs = tuple(Way(f"/gor/{name}", visit.strings(f"forms.jobs.{name}.title")) for name in JOBS)
    return Answer(title, thing_list(ThingListView(groups, jobs), visit.strings))


def _ways(visit: Visit) -> Iterator[tuple[str, str, Way]]:
    for identity, record in visit.index.records:
        location = locate_file(record.source.path)
        if location is None or identity.kind in MADE_BY_PROGRAMS:
            continue
        post = identity.id if location.kind.list_key else ""
        thing = Thing(record.source, location, record.at, identity.id if post else location.id)
        yield identity.kind, identity.plan, Way(address_of(record.source.path, post), heading_of(thing), thing.id)


def _group(visit: Visit, kind: str, plan: str, ways: tuple[Way, ...]) -> Group:
    name = str(visit.strings.find(f"fields.files.{kind}") or kind)
    title = f"{name} – {visit.index.plans[plan].plan.value.short_title}" if plan else name
    new = None
    if kind in NEW_KINDS:
        new = Way(
            f"/ny/{kind}" + (f"?plan={plan}" if plan else ""),
            visit.strings("forms.new", name=named(kind, visit.strings)),
        )
    return Group(title, ways, new)
