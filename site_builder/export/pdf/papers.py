"""Which pages become PDF files, and where on the site each lies: for those who make them and those who link."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.meaning import urls
from site_builder.meaning.body_duties import duties_by_body, in_decided_plans
from site_builder.meaning.link import PlanIndex

WHOLE = "utskrift"


class Paper(Struct, frozen=True):
    """A file: the page that is laid out, and the page that it stands for, both by address."""

    page: str
    stands_for: str

    @property
    def path(self) -> str:
        """Where it lies, from the site's root: in the folder of its page, by that folder's name."""
        return paper_path(self.stands_for)


def paper_path(address: str) -> str:
    """Return where the file of a page lies. No page can have that address: theirs end in `/`."""
    return f"{address}{address.rstrip('/').rpartition('/')[2]}.pdf"


def papers(index: PlanIndex) -> Iterator[Paper]:
    """Yield a file for each plan that has a page for paper, and for each organization that has duties by name."""
    for content in index.plans.values():
        if any(row.name == WHOLE for row in content.pages):
            plan = content.plan.value
            yield Paper(urls.plan_page(plan, WHOLE), urls.plan_start(plan))
    duties = in_decided_plans(index, duties_by_body(index))
    for body in index.organizations:
        if any(not duty.via for duty in duties.get(body, ())):
            yield Paper(urls.body(body), urls.body(body))
