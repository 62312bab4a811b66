"""What bodies have reported and what is known of every duty, as the contract publishes it."""

from collections.abc import Iterator

from schema.choices import Standing
from schema.follow_up import FollowUp
from site_builder.export.contract import follow_up as contract_follow_up
from site_builder.export.contract.follow_up import Standing as OldStanding
from site_builder.export.contract.follow_up import State as OldState
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.values import sections_of, sources_of
from site_builder.foundation.source import Record
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import Given, Known, State, answers_in

OLD_STANDING = {Standing.YES: OldStanding.YES, Standing.NO: OldStanding.NO}
OLD_STATE = {State.ANSWERED: OldState.ANSWERED, State.UNKNOWN: OldState.UNKNOWN}


def published_follow_up(context: ExportContext, record: Record[FollowUp]) -> contract_follow_up.FollowUp:
    """Return a report with its answers as they were reported, and the corrections of them beside."""
    words, value = context.words, record.value
    return contract_follow_up.FollowUp(
        id=value.id,
        organization=value.organization,
        year=value.year,
        source=value.document,
        scale=tuple(
            contract_follow_up.ScaleStep(
                id=step.id,
                label=step.name,
                standing=OLD_STANDING.get(step.standing, OldStanding.PARTLY),
                level=contract_follow_up.Level(step.standing.value),
                short_name=step.short_name,
            )
            for step in value.scale
        ),
        answers=tuple(_answer(context, given) for given in answers_in(record)),
        title=value.title,
        month=value.month,
        answered_by=value.answered_by,
        url=context.address("follow_up", value.id),
        lead=words(value.lead),
        lock=value.lock,
        corrections=_corrections(context, value),
        sections=sections_of(words, value.sections),
        form=sources_of(value.form),
        unanswered=tuple(_unanswered(value)),
        sources=sources_of(value.sources),
    )


def follow_up_standings(context: ExportContext) -> Iterator[contract_follow_up.FollowUpStanding]:
    """Yield the state of every duty in every year that anybody has reported on the plan, the latest year first.

    A measure whose duty nobody knows has a row without an organization.
    """
    answers = Answers(context.index)
    for plan, content in sorted(context.index.plans.items()):
        for record in content.interventions:
            for year in answers.years(plan):
                yield from _standings(answers, plan, record.value.number, year)


def _answer(context: ExportContext, given: Given) -> contract_follow_up.Answer:
    words, answer = context.words, given.answer
    plan, _, number = given.intervention.rpartition("/")
    return contract_follow_up.Answer(
        plan=plan,
        number=number,
        value=answer.value,
        comment=words.optional(answer.comment),
        question=words.optional(answer.question),
        statement=words.optional(answer.statement),
        reservation=words.optional(given.reading),
        sources=sources_of(answer.sources),
    )


def _corrections(context: ExportContext, value: FollowUp) -> tuple[contract_follow_up.Correction, ...]:
    words, found = context.words, []
    for item in sorted(value.corrections, key=lambda item: item.date):
        plan, _, number = item.measure.rpartition("/")
        found.append(
            contract_follow_up.Correction(
                date=item.date,
                plan=plan,
                number=number,
                value=item.value,
                comment=words.optional(item.comment),
                reason=words(item.reason),
                sources=sources_of(item.sources),
            )
        )
    return tuple(found)


def _unanswered(value: FollowUp) -> Iterator[contract_follow_up.Unanswered]:
    for item in value.unanswered:
        yield contract_follow_up.Unanswered(
            organization=item.organization, measures=item.measures, sources=sources_of(item.sources)
        )


def _standings(answers: Answers, plan: str, number: str, year: int) -> Iterator[contract_follow_up.FollowUpStanding]:
    intervention = f"{plan}/{number}"
    reported = {
        str(item.follow_up.organization)
        for item in answers.by_intervention.get(intervention, ())
        if item.follow_up.year == year
    }
    told = {body for asked, body, of in answers.unanswered if (asked, of) == (intervention, year)}
    filled_in = {body for about, body, of in answers.forms if (about, of) == (plan, year)}
    for body in sorted(answers.concerned(intervention, year) | reported | told | filled_in):
        known = answers.known(intervention, body, year)
        if known.state is State.NOT_CONCERNED:
            continue
        taken_up = answers.is_taken_up(intervention, year)
        state = OLD_STATE.get(known.state) or (OldState.MISSING if taken_up else OldState.NOT_ASKED)
        yield _standing(answers, (plan, number, body, year), known, state)
    if not answers.is_duty_known(intervention, year):
        yield _standing(answers, (plan, number, None, year), Known(State.UNKNOWN), OldState.UNKNOWN)


def _standing(
    answers: Answers, place: tuple[str, str, str | None, int], known: Known, state: OldState
) -> contract_follow_up.FollowUpStanding:
    plan, number, body, year = place
    given = known.given
    return contract_follow_up.FollowUpStanding(
        plan=plan,
        number=number,
        organization=body,
        year=year,
        state=state,
        known=contract_follow_up.KnownState(known.state.value),
        named=body in answers.named(f"{plan}/{number}", year),
        qualified=bool(given and given.is_qualified),
        follow_up=given.follow_up.id if given else None,
        value=given.step.id if given and given.step else None,
        sources=sources_of(known.sources),
    )
