"""What the frame says of a page's PDF file: where it is, how large, and of which day."""

from msgspec import Struct

from hooks.session import Result
from site_builder.export.pdf.papers import WHOLE, paper_path
from site_builder.foundation.language.phrases import long_date, with_decimal
from site_builder.foundation.page import Page
from site_builder.meaning import urls

KILOBYTE = 1000


class PaperLink(Struct, frozen=True):
    """A link to a file: the path from the site's root, and words for it."""

    path: str
    words: str


def paper_files(result: Result) -> dict[str, bytes]:
    """Return the files that are published, by path."""
    return {paper_path(address): file for address, file in result.papers.files.items()}


def paper_link(page: Page, result: Result) -> PaperLink | None:
    """Return the link of a page, if its file lies ready: on the start page and that for paper that of the plan."""
    build, papers = result.made, result.papers
    whole = urls.site_page(WHOLE)
    current = f"{build.site.current_plan}/" if build.site else ""
    stands_for = page.address.removesuffix(whole) or current
    file = papers.files.get(stands_for)
    if file is None or papers.day is None:
        return None
    key = "theme.paper-plan" if f"{stands_for}{whole}" in build.by_address else "theme.paper"
    told = {"size": size_words(len(file)), "day": long_date(papers.day)}
    return PaperLink(paper_path(stands_for), result.strings(key, plan=build.by_address[stands_for].title, **told))


def size_words(size: int) -> str:
    """Return how large a file is, as the language writes it: `92 kB`, `1,2 MB`."""
    kilobytes = max(1, round(size / KILOBYTE))
    if kilobytes < KILOBYTE:
        return f"{kilobytes} kB"
    return f"{with_decimal(kilobytes / KILOBYTE)} MB"
