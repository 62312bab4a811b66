"""A plan's appendices and starting points, as the contract publishes them."""

from schema.document import Appendix
from schema.plan import Level, StartingPoint
from site_builder.export.contract import plan_texts as contract
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.values import sections_of, sources_of


def published_appendix(context: ExportContext, appendix: Appendix) -> contract.Appendix:
    """Return an appendix, with the address of the page that has its content."""
    return contract.Appendix(
        number=int(appendix.number),
        title=appendix.title,
        text=context.words(appendix.text),
        page=context.written_address(appendix.page) if appendix.page else None,
        sources=sources_of(appendix.sources),
    )


def published_starting_point(context: ExportContext, plan: str, point: StartingPoint) -> contract.StartingPoint:
    """Return a starting point with all its text."""
    words = context.words
    return contract.StartingPoint(
        id=point.id,
        title=point.title,
        url=context.address("starting_point", f"{plan}/{point.id}"),
        lead=words(point.lead),
        sections=sections_of(words, point.sections),
        levels=tuple(_level(level) for level in point.levels),
        sources=sources_of(point.sources),
    )


def _level(level: Level) -> contract.Level:
    return contract.Level(title=level.title, text=level.text, mark=level.mark)
