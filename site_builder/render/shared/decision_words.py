"""How a decision is named in one line."""

from schema.document import Decision
from schema.plan import Plan
from site_builder.foundation.language.phrases import long_date
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.writer import Writer


def decision_link(writer: Writer, decision: Decision) -> Link:
    """Return a link to a decision under its words."""
    return writer.link(urls.decision(decision.id), decision_words(writer, decision))


def plan_decision(writer: Writer, plan: Plan) -> Link | None:
    """Return a link to the decision on a plan, if the sources tell of it."""
    return decision_link(writer, writer.context.index.decisions[plan.decision].value) if plan.decision else None


def decision_words(writer: Writer, decision: Decision) -> str:
    """Return who decided, when and in which paragraph; what the sources do not give is said as missing."""
    body = writer.context.index.targets["body", decision.body].name
    day = decision_day(writer, decision)
    return f"{body} {day}, § {decision.paragraph}" if decision.paragraph else f"{body}, {day}"


def decision_day(writer: Writer, decision: Decision) -> str:
    """Return the day of a decision, or the year, or that neither is given."""
    if decision.date:
        return long_date(decision.date)
    return str(decision.year) if decision.year else writer.t("decisions.no-date")
