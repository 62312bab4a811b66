"""Topics that several plans touch and summaries of whole plans, as the contract publishes them."""

from schema.topic import Figure, Summary, Topic
from site_builder.export.contract import background as contract_background
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.prose import Words
from site_builder.export.plans.values import sections_of, source_of, sources_of


def published_topic(context: ExportContext, topic: Topic) -> contract_background.Topic:
    """Return a topic, with the addresses of what belongs together with it."""
    words = context.words
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


def published_summary(context: ExportContext, summary: Summary) -> contract_background.Summary:
    """Return a summary, with the addresses of what its parts are about."""
    words = context.words
    return contract_background.Summary(
        id=summary.id,
        lang=summary.lang,
        easy=summary.easy,
        title=summary.title,
        description=summary.description,
        url=context.address("summary", summary.id),
        plan=summary.plan,
        as_of=summary.as_of,
        lead=words(summary.lead),
        sections=tuple(
            contract_background.SummarySection(
                id=section.id,
                heading=section.heading,
                text=words(section.text),
                about=context.written_address(section.about) if section.about else None,
            )
            for section in summary.sections
        ),
        sources=sources_of(summary.sources),
    )


def _figure(words: Words, figure: Figure) -> contract_background.Figure:
    return contract_background.Figure(
        name=figure.name,
        value=figure.value,
        year=figure.year,
        note=words.optional(figure.note),
        source=source_of(figure.source),
    )
