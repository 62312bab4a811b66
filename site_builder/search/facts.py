"""What the search knows of each page beside its text: its kind, area and bodies, and whether its plan is over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schema.plan import FocusArea, Noun, Plan
from site_builder.link import PlanContent, PlanIndex
from site_builder.page import Page
from site_builder.progress import is_over
from site_builder.search.concepts import Concept, concepts
from site_builder.strings import Strings
from site_builder.targets import Target

# What a page is worth as an answer before anybody has asked: the current plan answers most questions.
OTHER_PLAN = 0.7
ABOUT_THE_SITE = 0.4
LISTS = 0.85


@dataclass(frozen=True)
class Facts:
    """A page as the results show and sort it. `names` are other words for what it is about; `is_wide` has big tables."""

    address: str
    title: str
    description: str
    kind: str
    kind_words: str
    area: str = ""
    number: str = ""
    organizations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_over: bool = False
    is_wide: bool = False
    worth: float = 1.0


@dataclass(frozen=True)
class Searchable:
    """All that an index is made of, beside the text of the pages."""

    pages: tuple[Facts, ...]
    concepts: tuple[Concept, ...]
    compounds: tuple[str, ...]


def searchable(index: PlanIndex, pages: Iterable[Page], strings: Strings, as_of: date) -> Searchable:
    """Return what the search knows of the pages that it is to find."""
    about = _Facts(index, strings, as_of)
    found = tuple(about.page(page) for page in pages if page.searchable and not page.parts)
    return Searchable(found, tuple(concepts(index)), _compounds(index))


def _compounds(index: PlanIndex) -> tuple[str, ...]:
    return index.compounds.value.words if index.compounds else ()


class _Facts:
    def __init__(self, index: PlanIndex, strings: Strings, as_of: date) -> None:
        self.index, self.strings, self.as_of = index, strings, as_of
        self.current = index.site.value.current_plan if index.site else ""
        self.targets: dict[str, Target] = {}
        for target in index.targets.values():
            if target.kind != "body" or target.key not in index.organizations:
                self.targets.setdefault(target.address, target)
        self.bodies = _bodies(index)
        self.areas = {
            f"{key}/{record.value.number}": record.value
            for key, content in index.plans.items()
            for record in content.areas
        }

    def page(self, page: Page) -> Facts:
        target = self.targets.get(page.address, Target("page", ""))
        plan_id = page.address.partition("/")[0]
        content = self.index.plans.get(plan_id)
        kind, words = self._kind(target, content.plan.value if content else None)
        number = target.key.partition("/")[2] if target.kind == "intervention" else ""
        return Facts(
            address=page.address,
            title=page.title,
            description=page.description,
            kind=kind,
            kind_words=words,
            area=self._area(target, content) if content else "",
            number=number,
            organizations=tuple(self._organizations(target)),
            names=tuple(self._names(target)),
            is_over=bool(content and is_over(content.plan.value, self.as_of)),
            is_wide=page.wide,
            worth=self._worth(page, target, content),
        )

    def _kind(self, target: Target, plan: Plan | None) -> tuple[str, str]:
        """Return what a reader calls this kind of page, and the words that ask for any of the kind."""
        if plan and target.kind in ("intervention", "area"):
            noun: Noun = plan.terms.measure if target.kind == "intervention" else plan.terms.area
            return noun.indefinite.capitalize(), f"{noun.indefinite} {noun.plural}"
        words = ""
        if target.kind == "organization":
            kind = self.index.organizations[target.key].value.kind.value
            words = self.strings(f"organizations.kinds.{kind}.one")
        name = self.strings.find(f"search.kinds.{target.kind}") or self.strings("search.kinds.page")
        return str(name), words

    def _area(self, target: Target, content: PlanContent) -> str:
        """Return the title of the area that a page is in, in the words of its plan."""
        plan = content.plan.value
        number = target.key.rpartition("/")[2].partition(":")[0] if target.kind in ("intervention", "area") else ""
        area: FocusArea | None = self.areas.get(f"{plan.id}/{number}")
        return self.index.targets["area", f"{plan.id}/{number}"].title if area else ""

    def _organizations(self, target: Target) -> Iterator[str]:
        if target.kind in ("organization", "body"):
            yield target.name
        elif target.kind == "intervention":
            yield from (self.index.organizations[key].value.name for key in self.bodies.get(target.key, ()))

    def _names(self, target: Target) -> Iterator[str]:
        if target.kind == "organization":
            body = self.index.organizations[target.key].value
            yield from (*body.aliases, *([body.administration] if body.administration else ()))

    def _worth(self, page: Page, target: Target, content: PlanContent | None) -> float:
        if content and content.plan.value.id != self.current:
            return OTHER_PLAN
        if page.address.startswith("om/") or page.address == "oppna-data/":
            return ABOUT_THE_SITE
        return LISTS if page.wide or (target.kind == "page" and not content) else 1.0


def _bodies(index: PlanIndex) -> Mapping[str, tuple[str, ...]]:
    """Return who has something to do in each measure, by its key."""
    found = defaultdict[str, dict[str, None]](dict)
    for duty in index.duties:
        found[f"{duty.plan}/{duty.intervention.number}"][duty.organization] = None
    return {key: tuple(bodies) for key, bodies in found.items()}
