"""Topics that several plans touch, as the contract publishes them."""

from schema.topic import Figure, Topic
from site_builder.export.contract import background as contract_background
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.prose import Words
from site_builder.export.plans.values import sections_of, source_of, sources_of


def published_topic(context: ExportContext, topic: Topic) -> contract_background.Topic:
    """Return a topic, with the addresses of what belongs together with it."""
    words = context.site_words
    return contract_background.Topic(
        id=topic.id,
        title=topic.title,
        url=context.address("topic", topic.id),
        lead=words(topic.lead),
        sections=sections_of(words, topic.sections),
        figures_title=topic.figures_title,
        figures=tuple(_figure(words, figure) for figure in topic.figures),
        related=tuple(context.written_address(target) for target in topic.related),
        documents=topic.documents,
        decisions=topic.decisions,
        sources=sources_of(topic.sources),
    )


def _figure(words: Words, figure: Figure) -> contract_background.Figure:
    return contract_background.Figure(
        name=figure.name,
        value=figure.value,
        year=figure.year,
        note=words.optional(figure.note),
        source=source_of(figure.source),
    )
