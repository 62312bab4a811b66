"""Addresses: no page stands in the way of another."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding, Span
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.pages import table
from site_builder.meaning.pages.addresses import made_addresses


def ensure_pages_have_addresses_of_their_own(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no page stands at the address of another: one of the two would be lost.

    Plans, topics and summaries stand at the root, beside the site's own pages; hand-written pages may stand anywhere.
    """
    site = {row.address for row in table.SITE_PAGES if row.maker}
    plans = {urls.plan_start(content.plan.value): content.plan for content in index.plans.values()}
    topics = {urls.topic(record.value.id): record for record in index.topics}
    summaries = ((urls.summary(record.value.id), record) for record in index.summaries)
    for address, record in (*plans.items(), *topics.items(), *summaries):
        if address in site or plans.get(address, topics.get(address, record)) is not record:
            yield Finding(record.span("id"), {"address": f"/{address}"})
    yield from _hand_written(index)


def _hand_written(index: PlanIndex) -> Iterator[Finding]:
    taken = set(made_addresses(index))
    for source in index.hand_written:
        address = urls.hand_written(source.path)
        if address in taken:
            yield Finding(Span(source.path), {"address": f"/{address}"})
        taken.add(address)
