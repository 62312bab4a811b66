"""The latest change of a fact on a page: which of all changes it is, in words."""

from collections.abc import Collection, Mapping, Sequence

from site_builder.changes.history import History, Told
from site_builder.changes.sentences import sentence
from site_builder.foundation.page import LatestChange
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls
from site_builder.meaning.pages import table

# Files with many things, each of which has a page of its own below this address.
ONE_PAGE_EACH: Mapping[str, str] = {
    "content/documents.yaml": urls.DOCUMENTS,
    "content/organizations/groups.yaml": urls.BODIES,
}


def latest_change(history: History, strings: Strings, address: str, sources: tuple[str, ...]) -> LatestChange | None:
    """Return the latest change of a fact in the files that a page is made from; None where none is known.

    Of a file with many things, a page that is about one of them alone takes the changes of that one.
    """
    told = [one for path in sources for one in _told(history, path, address)]
    moment = max((one.moment for one in told), default="")
    latest = [one for one in told if one.moment == moment]
    if not latest:
        return None
    first = latest[0]
    return LatestChange(first.day, sentence(first.change, strings), urls.change(first.anchor), len(latest) - 1)


def _told(history: History, path: str, address: str) -> Sequence[Told]:
    folder = ONE_PAGE_EACH.get(path)
    is_own = folder and address.startswith(urls.site_page(folder)) and address not in _lists()
    return history.latest.get(f"{path}#{address.rstrip('/').rpartition('/')[2]}" if is_own else path, ())


def _lists() -> Collection[str]:
    return [row.address for row in table.SITE_PAGES]
