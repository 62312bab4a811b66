"""What the search knows of each page beside its text: its kind, area and bodies, and whether its plan is over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from schema.choices import Role
from schema.plan import Noun, Plan
from site_builder.foundation.page import Page
from site_builder.foundation.strings import Strings
from site_builder.meaning.body_duties import duties_by_intervention
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.pages.rows import Found, Subject
from site_builder.meaning.period import is_over
from site_builder.meaning.targets import Target
from site_builder.search.concepts import Concept, concepts
from site_builder.search.names import page_names
from site_builder.search.numbered import NO_WORDS, NumberedWords, numbered_words

# What a page is worth as an answer before anybody has asked: the current plan answers most questions.
OTHER_PLAN = 0.6
PAST = 0.85  # of a plan whose period is over: it may still be alone in answering
APART, ONE_OF_MANY = 0.4, 0.2  # about the site itself; one difference, or what changed on one day
NAMES_OF_MANY = 0.25  # what the name of one of many counts: it tells of others, which have the word themselves
BEFORE_NOW = 0.6  # how the plan came to be, and single reports: what is right now stands on other pages
ONLY_IN_GROUPS, WITHOUT_DUTIES = 0.75, 0.6  # a body that the current plan does not name, or gives nothing to do

# What its text counts beside its title: less if it repeats, or holds a little of everything.
OVERVIEW, LIST, COLLECTION = 0.05, 0.1, 0.3

# What titles of other pages say of the page that repeats them: an area consists of its measures.
OWN_PARTS, OTHERS = 0.6, 0.12


@dataclass(frozen=True)
class Facts:
    """A page as the results show and sort it.

    `kind_words` ask for all pages of a kind; `names` are other words for what it is about. The tables of a wide page
    are left out, and one that is not read is found by its title alone. `worth`,
    `named`, `text` and `repeated` are factors.
    """

    address: str
    title: str
    description: str
    kind: str
    kind_words: tuple[str, ...]
    area: str = ""
    number: str = ""
    organizations: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_over: bool = False
    is_wide: bool = False
    is_read: bool = True
    worth: float = 1.0
    named: float = 1.0
    present: float = 1.0
    is_content: bool = True
    text: float = 1.0
    repeated: float = OTHERS


@dataclass(frozen=True)
class Searchable:
    """All that an index is made of, beside the text of the pages."""

    pages: tuple[Facts, ...]
    concepts: tuple[Concept, ...]
    compounds: tuple[str, ...]
    numbered: NumberedWords = NO_WORDS


def searchable(index: PlanIndex, pages: Iterable[Page], strings: Strings, as_of: date) -> Searchable:
    """Return what the search knows of the pages that it is to find."""
    unfound = {address for address, row in index.pages.items() if row.found is Found.NOT}
    made = tuple(page for page in pages if page.address not in unfound)
    about = _Facts(index, strings, as_of, frozenset(page.parent or "" for page in made))
    words = index.compounds.value.words if index.compounds else ()
    found = tuple(about.page(page) for page in made)
    return Searchable(found, tuple(concepts(index)), words, numbered_words(index, strings))


class _Facts:
    def __init__(self, index: PlanIndex, strings: Strings, as_of: date, parents: frozenset[str]) -> None:
        self.index, self.strings, self.as_of, self.parents = index, strings, as_of, parents
        self.current = index.site.value.current_plan if index.site else ""
        self.targets: dict[str, Target] = {}
        for target in index.targets.values():
            if target.kind != "body" or target.key not in index.organizations:
                self.targets.setdefault(target.address, target)
        self.duties = duties_by_intervention(index.duties)
        duties = [duty for duty in index.duties if duty.plan == self.current]
        self.named = {duty.organization for duty in duties if duty.via is None}
        self.in_groups = {duty.organization for duty in duties}
        self.names = page_names(index, strings)
        self.measure_times = {
            f"{plan}/{item.value.number}": lifetime_of(item.value)
            for plan, content in index.plans.items()
            for item in content.interventions
        }

    def page(self, page: Page) -> Facts:
        """Return what is known of a page."""
        target = self.targets.get(page.address, Target("page", ""))
        content = self.index.plans.get(page.address.partition("/")[0])
        kind, words = self._kind(target, content.plan.value if content else None)
        is_proposed = content is not None and content.plan.value.proposal
        return Facts(
            address=page.address,
            title=self.strings("search.proposed", title=page.title) if is_proposed else page.title,
            description=page.description,
            kind=kind,
            kind_words=words,
            area=self._area(target, content) if content else "",
            number=target.key.partition("/")[2] if target.kind == "intervention" else "",
            organizations=tuple(self._organizations(target)),
            coordinators=tuple(self._names(target, Role.COORDINATING)),
            names=self.names.get(page.address, ()),
            is_over=bool(content and is_over(content.plan.value, self.as_of)),
            is_wide=page.wide,
            is_read=page.searchable,
            worth=self._worth(page, target, content),
            named=NAMES_OF_MANY if self._is_one_of_many(page.address) else 1.0,
            present=PAST if content and is_over(content.plan.value, self.as_of) else 1.0,
            is_content=self._subject(page.address) is not Subject.SITE,
            text=self._text(page, target),
            repeated=OWN_PARTS if target.kind == "area" else OTHERS,
        )

    def _kind(self, target: Target, plan: Plan | None) -> tuple[str, tuple[str, ...]]:
        """Return what a reader calls this kind of page, and the words that ask for any of the kind."""
        if plan and target.kind in ("intervention", "area"):
            noun: Noun = plan.terms.measure if target.kind == "intervention" else plan.terms.area
            return noun.indefinite.capitalize(), (noun.indefinite, noun.plural)
        name = str(self.strings.find(f"search.kinds.{target.kind}") or self.strings("search.kinds.page"))
        if target.kind == "organization":
            kind = self.index.organizations[target.key].value.kind.value
            one, many = (self.strings(f"organizations.kinds.{kind}.{form}") for form in ("one", "many"))
            return one, (one, many)
        return name, (self.strings("site.pages.styrande"),) if target.kind == "document" else ()

    def _area(self, target: Target, content: PlanContent) -> str:
        """Return the title of the area that a page is in, in the words of its plan."""
        if target.kind not in ("intervention", "area"):
            return ""
        number = target.key.rpartition("/")[2].partition(":")[0]
        return self.index.targets["area", f"{content.plan.value.id}/{number}"].title

    def _organizations(self, target: Target) -> Iterator[str]:
        if target.kind in ("organization", "body"):
            yield target.name
        elif target.kind == "intervention":
            yield from self._names(target)

    def _names(self, target: Target, role: Role | None = None) -> Iterator[str]:
        """Yield the names of the bodies that have a role in a measure, or any role."""
        duties = self.duties.get(target.key, ()) if target.kind == "intervention" else ()
        found = dict.fromkeys(duty.organization for duty in duties if role in (None, duty.role))
        yield from (self.index.organizations[key].value.name for key in found)

    def _worth(self, page: Page, target: Target, content: PlanContent | None) -> float:
        subject = self._subject(page.address)
        if subject is Subject.SITE:
            return ONE_OF_MANY if self._is_one_of_many(page.address) else APART
        if target.kind == "follow_up" or subject is Subject.HISTORY or self._has_ended(target):
            return BEFORE_NOW
        if content and content.plan.value.id != self.current and target.kind != "plan":
            return OTHER_PLAN
        if target.kind != "organization" or target.key in self.named:
            return 1.0
        return ONLY_IN_GROUPS if target.key in self.in_groups else WITHOUT_DUTIES

    def _is_one_of_many(self, address: str) -> bool:
        """Tell whether a page is one difference, or tells what changed on one day."""
        return address not in self.index.pages and self._subject(address) is Subject.SITE

    def _has_ended(self, target: Target) -> bool:
        """Tell whether the body or the measure that a page is about has ended."""
        bodies = self.index.body_times if target.kind in ("organization", "body") else {}
        found = self.measure_times if target.kind == "intervention" else bodies
        return target.key in found and found[target.key].has_ended(self.as_of)

    def _text(self, page: Page, target: Target) -> float:
        if not page.address:
            return OVERVIEW
        if self._subject(page.address) is Subject.SITE:
            return COLLECTION
        if target.kind == "page" and page.address in self.parents:
            return LIST
        of_the_site = target.kind == "body" or (target.kind == "page" and page.address.count("/") == 1)
        row = self.index.pages.get(page.address)
        return COLLECTION if of_the_site and not (row and row.is_answer) else 1.0

    def _subject(self, address: str) -> Subject:
        """Return what a page is about; one without a row of its own is about what the page above it is."""
        while address and address not in self.index.pages:
            address = address[: address.rstrip("/").rfind("/") + 1]
        return self.index.pages[address].subject if address else Subject.CONTENT
