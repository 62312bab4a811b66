"""Addresses: where each thing has its page or its place on a page. They are permanent (design: the site).

A page goes by its name in the code, `mal`; the word for it in an address is the language's (`addresses.yaml`).
"""

from functools import lru_cache

from schema.plan import Plan
from site_builder.foundation.language.slugs import slug
from site_builder.foundation.language.spoken import spoken

CHANGES, PUBLIC = "andringar", "andringar/publicerat"
BACKGROUND, DRAFTS, COSTS, ASSIGNMENTS = "bakgrund", "fran-forslag-till-beslut", "kostnader", "angransande-uppdrag"
EDITORS, OPEN_DATA = "om/redaktorer", "oppna-data"
BODIES = "organisationer"
DOCUMENTS, GOVERNING, SUPPORTING = "dokument", "dokument/styrande", "dokument/stodjande"


def named(name: str) -> str:
    """Return the words of a page's name in its address, such as `ordlista`; they are also what a reference says."""
    return spoken().page(name)


def anchor(name: str, identity: str = "") -> str:
    """Return a place on a page that is the program's own, such as `kallor`, for one of many with its identity."""
    word = spoken().anchor(name)
    return f"{word}-{identity}" if identity else word


def table(name: str, identity: str = "") -> str:
    """Return the place of a table by the name of what it shows, and by what tells it from others of its kind."""
    return "-".join(filter(None, (anchor("tabell"), anchor(name), identity)))


def changes_feed() -> str:
    """Return the address of the feed of changes."""
    return f"{site_page(CHANGES)}feed.atom"


def plan_start(plan: Plan) -> str:
    """Return the address of a plan's first page."""
    return f"{plan.id}/"


def plan_page(plan: Plan, name: str) -> str:
    """Return the address of one of the plan's own pages, such as `mal`."""
    return f"{plan.id}/{named(name)}/"


def intervention_list(plan: Plan) -> str:
    """Return the address of the list of the plan's measures."""
    return f"{plan.id}/{plan.terms.measure.slug}/"


def intervention(plan: Plan, number: str) -> str:
    """Return the address of a measure: 1:4 becomes 1-4."""
    return f"{intervention_list(plan)}{number.replace(':', '-')}/"


def area_list(plan: Plan) -> str:
    """Return the address of the list of the plan's areas."""
    return f"{plan.id}/{plan.terms.area.slug}/"


def area(plan: Plan, number: str) -> str:
    """Return the address of an area."""
    return f"{plan.id}/{plan.terms.area.slug}/{number}/"


def category(plan: Plan, identity: str) -> str:
    """Return the address of a target category."""
    return f"{plan_page(plan, 'malgrupper')}{slug(identity)}/"


def starting_point(plan: Plan, identity: str) -> str:
    """Return the address of a starting point."""
    return f"{plan_page(plan, 'utgangspunkter')}{identity}/"


def indicator(plan: Plan, identity: str) -> str:
    """Return the address of an indicator on the page of indicators."""
    return f"{plan_page(plan, 'indikatorer')}#{identity}"


def draft(plan: Plan, identity: str) -> str:
    """Return the address of a draft of a measure, on the page of the way from draft to decision."""
    return f"{plan_page(plan, DRAFTS)}#{anchor('forslag', identity)}"


def follow_up(identity: str) -> str:
    """Return the address of a follow-up report."""
    return f"{site_page('uppfoljningar')}{identity}/"


def answer(identity: str, measure: str) -> str:
    """Return the address of an answer in a follow-up report by the key of its measure: plan-id/1:4."""
    return f"{follow_up(identity)}#{answer_anchor(measure)}"


def answer_anchor(measure: str) -> str:
    """Return the id of an answer on its report's page: plan-id-1-4."""
    return measure.replace("/", "-").replace(":", "-")


def topic(identity: str) -> str:
    """Return the address of a topic, which stands at the root of the site."""
    return f"{identity}/"


def summary(identity: str) -> str:
    """Return the address of a summary, which stands at the root of the site."""
    return f"{identity}/"


def site_page(name: str) -> str:
    """Return the address of one of the whole site's own pages, such as `ordlista`."""
    return f"{named(name)}/"


def body(identity: str) -> str:
    """Return the address of an organization or a group."""
    return f"{site_page(BODIES)}{identity}/"


def document(identity: str, governing: bool) -> str:
    """Return the address of a document: a page of its own if it governs, else its place in the list."""
    return f"{site_page(DOCUMENTS)}{identity}/" if governing else f"{site_page(DOCUMENTS)}#{identity}"


def supporting(plan_id: str) -> str:
    """Return the address of the documents that support a plan, in the list of such documents."""
    return f"{site_page(SUPPORTING)}#plan-{plan_id}"


def decision(identity: str) -> str:
    """Return the address of a decision on the page of decisions."""
    return f"{site_page('beslut')}#{decision_anchor(identity)}"


def decision_anchor(identity: str) -> str:
    """Return the place of a decision on the page of decisions."""
    return anchor("b", identity)


def term(identity: str) -> str:
    """Return the address of a term in the glossary."""
    return f"{site_page('ordlista')}#{identity}"


def difference(identity: str) -> str:
    """Return the address of a difference between sources, which has a page of its own."""
    return f"{site_page('avvikelser')}{identity}/"


def changes_of_day(day: str) -> str:
    """Return the address of the page of what changed on a day, YYYY-MM-DD."""
    return f"{site_page(CHANGES)}{day}/"


def change(anchor: str) -> str:
    """Return the address of a change, whose anchor says its day: a-YYYY-MM-DD-digest."""
    return f"{changes_of_day(anchor[2:12])}#{anchor}"


def sheet(name: str) -> str:
    """Return the path of a workbook with data, `ansvarsmatris` or `uppfoljning`.

    It is not below `v1`: what a workbook says is for people, and may be said otherwise.
    """
    return f"data/{spoken().file(name)}.xlsx"


def hand_written(path: str) -> str:
    """Return the address of a hand-written page by the path of its file in `docs/`."""
    name = path.removeprefix("docs/").removesuffix(".md")
    return "" if name == "index" else f"{name.removesuffix('/index')}/"


def page_file(address: str) -> str:
    """Return the file of a page: every address is a folder with an index."""
    return f"{address}index.md"


def relative_url(origin: str, target: str) -> str:
    """Return the address of `target` as a link in a page at `origin` writes it, so that any prefix works."""
    page, hash_sign, anchor = target.partition("#")
    return f"#{anchor}" if page == origin and anchor else f"{_way(origin, page)}{hash_sign}{anchor}"


@lru_cache(maxsize=1 << 14)
def _way(folder: str, target: str) -> str:
    """Return the way from a folder to a file or another folder. Both are paths from the root; folders end in `/`.

    The standard library's `relpath` asks for the working directory and takes ten times as long.
    """
    here, there = folder.split("/")[:-1], target.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return "../" * (len(here) - common) + "/".join(there[common:]) or "./"
