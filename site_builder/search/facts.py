"""What the search knows of each page beside its text: its kind, area and bodies, and whether its plan is over."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from schema.choices import Role
from schema.plan import Noun, Plan
from site_builder.foundation.page import Page
from site_builder.foundation.strings import Strings
from site_builder.meaning.body_duties import duties_by_intervention
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.pages.rows import Found, Subject
from site_builder.meaning.period import is_over
from site_builder.meaning.targets import Target
from site_builder.search.concepts import Concept, concepts
from site_builder.search.names import page_names, page_questions
from site_builder.search.numbered import NO_WORDS, NumberedWords, numbered_words
from site_builder.search.worth import PAST, Worths

# What titles of other pages say of the page that repeats them: an area consists of its measures.
OWN_PARTS, OTHERS = 0.6, 0.12


class Facts(Struct, frozen=True):
    """A page as the results show and sort it.

    `kind_words` ask for all pages of a kind; `names` are other words for what it is about, `asked` what readers ask
    that it answers. One that is not read is found by its title alone, a summary `by_names`.
    `worth`, `named`, `text` and `repeated` are factors.
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
    asked: tuple[str, ...] = ()
    is_over: bool = False
    is_read: bool = True
    by_names: bool = False
    worth: float = 1.0
    named: float = 1.0
    present: float = 1.0
    is_content: bool = True
    text: float = 1.0
    repeated: float = OTHERS

    @property
    def titles(self) -> tuple[str, ...]:
        """The title, where the search reads it."""
        return () if self.by_names else (self.title,)


class Searchable(Struct, frozen=True):
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
        self.index, self.strings, self.as_of = index, strings, as_of
        self.targets: dict[str, Target] = {}
        for target in index.targets.values():
            if target.kind != "body" or target.key not in index.organizations:
                self.targets.setdefault(target.address, target)
        self.duties = duties_by_intervention(index.duties)
        self.names, self.asked = page_names(index, strings), page_questions(index)
        self.worths = Worths(index, as_of, parents)

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
            asked=self.asked.get(page.address, ()),
            is_over=bool(content and is_over(content.plan.value, self.as_of)),
            is_read=page.searchable,
            by_names=target.kind == "summary",
            worth=self.worths.of_page(page, target, content),
            named=self.worths.of_name(page.address),
            present=PAST if content and is_over(content.plan.value, self.as_of) else 1.0,
            is_content=self.worths.subject(page.address) is not Subject.SITE,
            text=self.worths.of_text(page, target),
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
