"""The start page: the current plan in one view, and ways on for its readers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from schema.plan import Plan
from site_builder.foundation.page import Page
from site_builder.foundation.swedish import capital
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import short_name
from site_builder.meaning.plans.state import PlanState, state_of
from site_builder.render.follow_up.summary import Answerer, StateWords, answerers, state_link, state_words
from site_builder.render.links import Link
from site_builder.render.plan.areas import area_anchor
from site_builder.render.plan.indicators import indicator_state
from site_builder.render.plan.plan_parts import period_words, plan_parts
from site_builder.render.shared.area_mark import area_css, area_mark
from site_builder.render.shared.decision_words import plan_decision
from site_builder.render.shared.parts import area_title, counted, intervention_link, interventions_by_area
from site_builder.render.shared.plan_state import marked_plan
from site_builder.render.shared.plan_state import state_words as state_words_of
from site_builder.render.writer import PlanWriter, Writer


@dataclass(frozen=True)
class Horizon:
    """When some goals are to be reached, and those goals."""

    words: str
    goals: tuple[str, ...]


@dataclass(frozen=True)
class AreaCard:
    """An area in short, and all its interventions for the list further down."""

    id: str
    css: str
    mark: Markup
    word: str
    link: Link
    number: str
    title: str
    interventions: tuple[Link, ...]


@dataclass(frozen=True)
class Entrance:
    """A way on for one kind of reader."""

    id: str
    question: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class StartView:
    """What the template of the start page shows."""

    lead: Markup
    kind: str
    plan: Link
    period: str
    standing: str
    decision: Link | None
    diarienummer: str
    horizons: tuple[Horizon, ...]
    goals_page: Link
    areas_heading: str
    areas: tuple[AreaCard, ...]
    all_interventions: str
    no_follow_up: str
    follow_up: StateWords | None
    answering: tuple[Answerer, ...]
    follow_up_page: Link | None
    state: str
    state_page: Link | None
    entrances: tuple[Entrance, ...]
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
        _view(in_plan),
        title=site.value.name,
        description=site.value.description,
        sources=(in_plan.content.plan.source.path, site.source.path),
        parent=None,
        wide=True,
    )
    yield page


def _view(writer: PlanWriter) -> StartView:
    plan, site = writer.plan, writer.context.index.site
    state = writer.context.follow_up_states.get(plan.id)
    return StartView(
        lead=writer.prose(plan.lead),
        kind=writer.t(f"plan.kinds.{plan.kind.value}"),
        plan=writer.link(urls.plan_start(plan), plan.short_title),
        period=period_words(writer, plan),
        standing=state_words_of(writer.context.strings, plan, writer.context.as_of),
        decision=plan_decision(writer, plan),
        diarienummer=plan.diarienummer or "",
        horizons=tuple(_horizons(plan)),
        goals_page=writer.link(urls.plan_page(plan, "mal"), writer.t("start.about-goals")),
        areas_heading=writer.t(_areas_words(writer), measures=counted(len(writer.content.holding), plan.terms.measure),
                               areas=counted(len(writer.content.areas), plan.terms.area)),
        areas=tuple(_areas(writer)),
        all_interventions=writer.t("start.all-measures", measures=plan.terms.measure.plural),
        no_follow_up="" if state else writer.t("start.no-follow-up"),
        follow_up=state_words(writer, state, state.numbers) if state else None,
        answering=tuple(answerers(writer, state)) if state else (),
        follow_up_page=state_link(writer) if state else None,
        state=indicator_state(writer),
        state_page=_state_page(writer),
        entrances=tuple(_entrances(writer)),
        other_plans=tuple(_other_plans(writer)),
        editorial_note=writer.prose(site.value.editorial_note if site else None),
    )  # fmt: skip


def _areas_words(writer: PlanWriter) -> str:
    """Return the key of the words above the areas: what is over is no longer to be done."""
    is_over = state_of(writer.plan, writer.context.as_of) is PlanState.OVER
    return "start.areas-over" if is_over else "start.areas"


def _horizons(plan: Plan) -> Iterator[Horizon]:
    """Yield the goals in the plan's order, those that follow each other with the same horizon together."""
    for words, goals in groupby(plan.goals, key=lambda goal: goal.horizon):
        yield Horizon(capital(words), tuple(goal.title for goal in goals))


def _state_page(writer: PlanWriter) -> Link | None:
    if not writer.content.indicators:
        return None
    return writer.link(urls.plan_page(writer.plan, "indikatorer"), writer.t("start.about-state"))


def _areas(writer: PlanWriter) -> Iterator[AreaCard]:
    by_area, terms = interventions_by_area(writer.content.holding), writer.plan.terms
    for area in (record.value for record in writer.content.areas):
        interventions = by_area.get(area.number, ())
        word = f"{capital(terms.area.indefinite)} {area.number}"
        yield AreaCard(
            id=area_anchor(area),
            css=area_css(area.number),
            mark=area_mark(area.number),
            word=word if short_name(area) else "",
            link=writer.link(urls.area(writer.plan, area.number), short_name(area) or word),
            number=counted(len(interventions), terms.measure),
            title=area_title(writer.content, area),
            interventions=tuple(intervention_link(writer, intervention.value) for intervention in interventions),
        )


def _entrances(writer: PlanWriter) -> Iterator[Entrance]:
    """Yield the three kinds of reader that the site is made for, with where each begins."""
    parts = plan_parts(writer)
    links = {
        "resident": (*_some(parts, "measures", "utgangspunkter", "malgrupper"), _page(writer, "ordlista")),
        "official": (_page(writer, "organisationer"), *_some(parts, "ansvarsmatris", "kopplingar")),
        "auditor": (*(_page(writer, name) for name in ("dokument", "beslut", "avvikelser")), *_data(writer)),
    }
    for reader, ways in links.items():
        identity, question = (writer.t(f"start.readers.{reader}.{part}") for part in ("id", "question"))
        yield Entrance(identity, question, ways)


def _some(parts: Mapping[str, Link], *names: str) -> Iterator[Link]:
    return (parts[name] for name in names if name in parts)


def _page(writer: Writer, name: str) -> Link:
    return writer.link(f"{name}/", writer.t(f"site.pages.{name}"))


def _data(writer: Writer) -> Iterator[Link]:
    target = writer.context.index.targets.get(("page", "oppna-data"))
    if target:
        yield writer.link(target.address, target.name)


def _other_plans(writer: PlanWriter) -> Iterator[Markup]:
    for other in (content.plan.value for content in writer.context.index.plans.values()):
        if other is not writer.plan:
            yield marked_plan(writer, other, other.title)
