"""What a row of the table of pages says: a page of a plan, or one of the whole site."""

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from schema.plan import Noun, Plan
from site_builder.meaning import urls

if TYPE_CHECKING:
    from site_builder.meaning.link import PlanContent


class Found(Enum):
    """How the search finds a page."""

    BY_TEXT = auto()  # without the tables of a wide page, whose cells are marks and figures mostly
    BY_TABLES_TOO = auto()  # of a wide page whose cells are texts
    BY_TITLE = auto()  # all of its text stands on better pages
    NOT = auto()


class Subject(Enum):
    """What a page is about, as far as that decides how good an answer it is."""

    CONTENT = auto()
    HISTORY = auto()  # how the plan came to be
    SITE = auto()  # the site itself


class Printed(Enum):
    """What of a page stands in a plan's version for paper."""

    NOT = auto()
    ITSELF = auto()
    BELOW = auto()  # the pages below it, since it only leads to them
    LAST = auto()  # itself after everything else: a wide table


class Holdings(Struct, frozen=True):
    """What a plan holds, as far as that decides which pages it has. What is broken counts: it may hold anything."""

    plan: Plan
    kinds: frozenset[str]
    has_target_groups: bool
    is_followed_up: bool
    continues: bool
    tells_costs: bool = False
    tells_assignments: bool = False

    def has(self, kind: str) -> bool:
        """Tell whether there is anything of a kind."""
        return kind in self.kinds


class PlanPage(Struct, frozen=True):
    """A page that plans have.

    `name` ends its address; its words are `site.pages.NAME` and `site.plan-pages.NAME` in the catalogue. A page with a
    `noun` goes by the plan's own word instead. `maker` is `module:function` below `site_builder.render`; `below` gives
    the addresses of the pages below it, and how deep each is.
    """

    name: str
    maker: str
    exists: Callable[[Holdings], bool]
    noun: str = ""
    in_menu: bool = True
    printed: Printed = Printed.NOT
    below: Callable[["PlanContent"], Iterable[tuple[str, int]]] = lambda _: ()
    found: Found = Found.BY_TEXT
    subject: Subject = Subject.CONTENT
    is_answer: ClassVar[bool] = True

    def address(self, plan: Plan) -> str:
        """Return its address in a plan."""
        if self.noun:
            return {"area": urls.area_list, "measure": urls.intervention_list}[self.noun](plan)
        return urls.plan_page(plan, self.name) if self.name else urls.plan_start(plan)

    def word(self, plan: Plan) -> Noun | None:
        """Return what the plan itself calls the things that the page lists."""
        return {"area": plan.terms.area, "measure": plan.terms.measure}.get(self.noun)


class SitePage(Struct, frozen=True):
    """A page of the whole site. Without a `maker` it is hand-written: `docs/NAME.md`.

    In the menu it stands below the page whose name its own begins with. `foot` is its place in the foot of every page,
    0 if it has none. A page that `is_answer` counts in full in the search, though it holds a little of everything.
    """

    name: str
    maker: str = ""
    in_menu: bool = True
    foot: int = 0
    found: Found = Found.BY_TEXT
    subject: Subject = Subject.CONTENT
    is_answer: bool = False

    @property
    def address(self) -> str:
        """Its address."""
        return urls.site_page(self.name) if self.name else ""
