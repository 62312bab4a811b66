"""The start page: the current plan in sixty seconds, and ways on for its readers."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.plans.state import PlanState, state_of
from site_builder.meaning.reports.follow_up_state import Part
from site_builder.render.follow_up.summary import caveat
from site_builder.render.follow_up.words import KINDS, Marks
from site_builder.render.links import Link
from site_builder.render.plan.area_bars import AreaBar, BarKey, area_bars, bar_keys
from site_builder.render.plan.horizon import Horizon, horizon_of
from site_builder.render.plan.plan_parts import plan_parts
from site_builder.render.shared.decision_words import plan_decision
from site_builder.render.shared.help_box import HelpItem, help_items
from site_builder.render.shared.parts import counted
from site_builder.render.shared.plan_state import marked_plan
from site_builder.render.writer import PlanWriter, Writer


class Door(Struct, frozen=True):
    """A question that a reader comes with, and where it is answered."""

    link: Link
    words: str


class StartView(Struct, frozen=True):
    """What the template of the start page shows."""

    lead: Markup
    kind: str
    plan: Link
    decision: Link | None
    diarienummer: str
    horizon: Horizon
    state: str
    caveat: str
    doors: tuple[Door, ...]
    areas_heading: str
    areas: tuple[AreaBar, ...]
    keys: tuple[BarKey, ...]
    help: tuple[HelpItem, ...]
    other_plans: tuple[Markup, ...]
    editorial_note: Markup


def start_pages(writer: Writer) -> Iterator[Page]:
    """Yield the start page, which shows the current plan."""
    index = writer.context.index
    if index.site is None:
        return
    site, in_plan = index.site, writer.of_plan(index.plans[index.site.value.current_plan])
    page = in_plan.page(
        "start.html.j2",
        lambda: _view(in_plan),
        title=site.value.name,
        description=site.value.description,
        sources=(in_plan.content.plan.source.path, site.source.path),
        parent=None,
        wide=True,
    )
    yield page


def _view(writer: PlanWriter) -> StartView:
    plan, site = writer.plan, writer.context.index.site
    followed_up, help_here = writer.context.follow_up_states.get(plan.id), help_items(writer)
    return StartView(
        lead=writer.prose(plan.lead),
        kind=writer.t(f"plan.kinds.{plan.kind.value}"),
        plan=writer.link(urls.plan_start(plan), plan.short_title),
        decision=plan_decision(writer, plan),
        diarienummer=plan.diarienummer or "",
        horizon=horizon_of(writer),
        state=_state(writer),
        caveat=caveat(writer, followed_up) if followed_up else "",
        doors=tuple(_doors(writer, has_help=bool(help_here))),
        areas_heading=writer.t(_areas_words(writer), measures=counted(len(writer.content.holding), plan.terms.measure),
                               areas=counted(len(writer.content.areas), plan.terms.area)),
        areas=area_bars(writer),
        keys=bar_keys(writer),
        help=help_here,
        other_plans=tuple(_other_plans(writer)),
        editorial_note=writer.prose(site.value.editorial_note if site else None),
    )  # fmt: skip


def _areas_words(writer: PlanWriter) -> str:
    """Return the key of the words above the areas: what is over is no longer to be done."""
    is_over = state_of(writer.plan, writer.context.as_of) is PlanState.OVER
    return "start.areas-over" if is_over else "start.areas"


def _state(writer: PlanWriter) -> str:
    """Return in one sentence how far it has come: of how many duties by name an answer is published here."""
    state = writer.context.follow_up_states.get(writer.plan.id)
    if state is None:
        return writer.t("start.no-follow-up")
    marks = Marks(writer, state, state.years[0])
    own = marks.count(state.numbers, Part.OWN)
    n = sum(number for mark, number in own.items() if mark.kind in KINDS)
    return writer.t("start.state", year=marks.year, n=n, total=own.total(), plan=writer.plan.short_title)


def _doors(writer: PlanWriter, has_help: bool) -> Iterator[Door]:
    """Yield the ways on, by what a reader asks. Each leads to a page that there is."""
    parts = plan_parts(writer)
    found = {"what": parts.get("measures"), "body": writer.link(urls.site_page("organisationer"), "")}
    found["happened"] = parts.get("uppfoljning") or parts.get("bakgrund")
    found["help"] = Link("", f"#{urls.anchor('hjalp')}") if has_help else None
    for name, link in found.items():
        if link:
            question, words = (writer.t(f"start.doors.{name}.{part}") for part in ("question", "words"))
            yield Door(Link(question, link.href), words)


def _other_plans(writer: PlanWriter) -> Iterator[Markup]:
    for other in (content.plan.value for content in writer.context.index.plans.values()):
        if other is not writer.plan:
            yield marked_plan(writer, other, other.title)
