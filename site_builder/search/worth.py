"""What a page is worth as an answer before anybody has asked, and what its name and its text count."""

from datetime import date

from site_builder.foundation.page import Page
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.pages.rows import Subject
from site_builder.meaning.targets import Target

# What a page is worth as an answer before anybody has asked: the current plan answers most questions.
OTHER_PLAN = 0.6
PAST = 0.85  # of a plan whose period is over: it may still be alone in answering
APART, ONE_OF_MANY = 0.4, 0.35  # about the site itself; one difference, or what changed on one day
NAMES_OF_MANY = 0.25  # what the name of one of many counts: it tells of others, which have the word themselves
BEFORE_NOW = 0.6  # how the plan came to be, and single reports: what is right now stands on other pages
ONLY_IN_GROUPS, WITHOUT_DUTIES = 0.75, 0.6  # a body that the current plan does not name, or gives nothing to do

# What its text counts beside its title: less if it repeats, or holds a little of everything.
OVERVIEW, LIST, COLLECTION = 0.05, 0.1, 0.42


class Worths:
    """Factors of the pages of a content on a day; `parents` are the addresses of pages that have others below them."""

    def __init__(self, index: PlanIndex, as_of: date, parents: frozenset[str]) -> None:
        self.index, self.as_of, self.parents = index, as_of, parents
        self.current = index.site.value.current_plan if index.site else ""
        duties = [duty for duty in index.duties if duty.plan == self.current]
        self.named = {duty.organization for duty in duties if duty.via is None}
        self.in_groups = {duty.organization for duty in duties}
        self.measure_times = {
            f"{plan}/{item.value.number}": lifetime_of(item.value)
            for plan, content in index.plans.items()
            for item in content.interventions
        }

    def of_page(self, page: Page, target: Target, content: PlanContent | None) -> float:
        """Return what a page is worth whatever is asked for."""
        subject = self.subject(page.address)
        if subject is Subject.SITE:
            return ONE_OF_MANY if self._is_one_of_many(page.address) else APART
        if target.kind == "follow_up" or subject is Subject.HISTORY or self._has_ended(target):
            return BEFORE_NOW
        if content and content.plan.value.id != self.current and target.kind != "plan":
            return OTHER_PLAN
        if target.kind != "organization" or target.key in self.named:
            return 1.0
        return ONLY_IN_GROUPS if target.key in self.in_groups else WITHOUT_DUTIES

    def of_name(self, address: str) -> float:
        """Return what the name of a page counts."""
        return NAMES_OF_MANY if self._is_one_of_many(address) else 1.0

    def _is_one_of_many(self, address: str) -> bool:
        """Tell whether a page is one difference, or tells what changed on one day."""
        return address not in self.index.pages and self.subject(address) is Subject.SITE

    def _has_ended(self, target: Target) -> bool:
        """Tell whether the body or the measure that a page is about has ended."""
        bodies = self.index.body_times if target.kind in ("organization", "body") else {}
        found = self.measure_times if target.kind == "intervention" else bodies
        return target.key in found and found[target.key].has_ended(self.as_of)

    def of_text(self, page: Page, target: Target) -> float:
        """Return what the text of a page counts beside its title."""
        if not page.address:
            return OVERVIEW
        if self.subject(page.address) is Subject.SITE:
            return COLLECTION
        if target.kind == "page" and page.address in self.parents:
            return LIST
        of_the_site = target.kind == "body" or (target.kind == "page" and page.address.count("/") == 1)
        row = self.index.pages.get(page.address)
        return COLLECTION if of_the_site and not (row and row.is_answer) else 1.0

    def subject(self, address: str) -> Subject:
        """Return what a page is about; one without a row of its own is about what the page above it is."""
        while address and address not in self.index.pages:
            address = address[: address.rstrip("/").rfind("/") + 1]
        return self.index.pages[address].subject if address else Subject.CONTENT
