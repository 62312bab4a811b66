"""The jobs that have a form: what each asks for, and what it does with the answers."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct

from schema.base import Model
from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.merge import Merger, merge
from site_builder.editing.jobs.names import rename_organization, renumber
from site_builder.editing.jobs.plan import new_plan
from site_builder.editing.jobs.qualify import qualify
from site_builder.editing.jobs.withdraw import withdraw
from site_builder.editing.jobs.written import day_of, measure_of
from site_builder.forms.jobs.asked import Merging, NextPlan, Qualifying, Renaming, Renumbering, Withdrawal
from site_builder.foundation.strings import Strings

Given = Mapping[str, Value]


class JobForm(Struct, frozen=True):
    """A job: the model of what it asks for, the job when it has been answered, and whether it `repairs` errors."""

    asked: type[Model]
    job: Callable[[Desk, Given, Strings], Proposal]
    repairs: bool = False


def _withdraw(desk: Desk, given: Given, _: Strings) -> Proposal:
    return withdraw(desk, measure_of(desk, str(given["measure"])), str(given["decision"]), _day(given["last_day"]))


def _renumber(desk: Desk, given: Given, _: Strings) -> Proposal:
    return renumber(desk, *measure_of(desk, str(given["measure"])), str(given["number"]))


def _rename(desk: Desk, given: Given, _: Strings) -> Proposal:
    return rename_organization(desk, str(given["body"]), str(given["id"]))


def _merge(desk: Desk, given: Given, _: Strings) -> Proposal:
    new, into, old = given.get("new"), str(given.get("into", "")), given["old"]
    fields = dict(new) if isinstance(new, Mapping) else {}
    if bool(fields) == bool(into):
        raise Refusal("merge-into")
    names = [str(name) for name in old] if isinstance(old, list) else []
    identity = into or str(fields.pop("id", ""))
    if not into and identity in desk.index.organizations:
        raise Refusal("id-taken", id=identity)
    return merge(desk, Merger(names, identity, _day(given["first_day"]), str(given.get("decision", ""))), fields)


def _next_plan(desk: Desk, given: Given, strings: Strings) -> Proposal:
    title = given.get("title")
    return new_plan(desk, str(given["id"]), str(given["before"]), str(title) if title else None, strings)


def _qualify(desk: Desk, _: Given, __: Strings) -> Proposal:
    return qualify(desk)


def _day(given: Value) -> date:
    return given if isinstance(given, date) else day_of(str(given))


JOBS: Mapping[str, JobForm] = {
    "withdraw": JobForm(Withdrawal, _withdraw),
    "renumber": JobForm(Renumbering, _renumber),
    "rename": JobForm(Renaming, _rename),
    "merge": JobForm(Merging, _merge),
    "next-plan": JobForm(NextPlan, _next_plan),
    "qualify": JobForm(Qualifying, _qualify, repairs=True),
}
