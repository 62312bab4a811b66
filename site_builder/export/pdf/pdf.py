"""A page of the built site as a PDF file: laid out by WeasyPrint from the site's own files alone, then completed."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement

from tinycss2.serializer import serialize_string_value
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from site_builder.export.archive.kinds import kind_of
from site_builder.export.pdf.pictures import dress
from site_builder.export.pdf.structure import completed
from site_builder.export.pdf.usable import usable

VARIANT = "pdf/ua-1"


class _SiteFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is not read by mypy: see pyproject.toml
    """Gives the files of the site, by address, and nothing else: what is missing is a fault, not left out."""

    def __init__(self, base: str, files: dict[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self.base, self.files = base, files

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        path = url.removeprefix(self.base)
        if path == url or path not in self.files:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self.files[path], {"Content-Type": kind_of(path)})


def pdf(base: str, address: str, files: Mapping[str, bytes], day: date, made_on: str) -> bytes:
    """Return the page at an address of the site as PDF; its links lead to the site at `base`.

    `made_on` says on each sheet what paper says of the day when it was printed.
    """
    fetcher = _SiteFetcher(base, dict(files))
    page = HTML(string=files[f"{address}index.html"].decode(), base_url=base + address, url_fetcher=fetcher)
    root = page.etree_element
    sheets = [path for path in sorted(files) if path.startswith("assets/css/plan.")]
    fetcher.files |= {path: usable(files[path].decode(), root).encode() for path in sheets}
    css = "".join(fetcher.files[path].decode() for path in sheets)
    dress(root, css)
    _date(root, day)
    _sheet(root, made_on)
    return completed(page.write_pdf(pdf_variant=VARIANT), _links(root, base + address))


def _date(root: Element, day: date) -> None:
    head = root.find("head")
    if head is not None:
        SubElement(head, "meta", {"name": "dcterms.created", "content": day.isoformat()})


def _sheet(root: Element, made_on: str) -> None:
    """Say by name what each sheet says: WeasyPrint takes no attribute of the page into its margins."""
    said = {name: root.get(f"data-{name}", "") for name in ("site", "version", "address")}
    written = (f'--paper-{name}: "{serialize_string_value(words)}"' for name, words in {**said, "day": made_on}.items())
    root.set("style", "; ".join(written))


def _links(root: Element, own: str) -> dict[str, str]:
    """Return what links say, by where they lead: a place on the page itself by its name."""
    found: dict[str, str] = {}
    for link in root.iterfind(".//a[@href]"):
        target = urljoin(own, link.attrib["href"]).removeprefix(f"{own}#")
        found.setdefault(target, " ".join("".join(link.itertext()).split()))
    return found
