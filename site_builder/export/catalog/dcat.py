"""The catalogue of the data by DCAT-AP-SE 3.0.1 (https://docs.dataportal.se/dcat/), for Sveriges dataportal."""

from collections.abc import Iterator, Sequence

from schema.site import Site
from site_builder.export.catalog.dataset import Dataset, Distribution, Words
from site_builder.export.catalog.rdf import Iri, Literal, Term, Thing, json_ld, turtle
from site_builder.export.rights import CC0
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls

PATH = "data/v1/catalog"
PAGE = urls.site_page(urls.OPEN_DATA)
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority/"
SWEDISH = (Iri(f"{EU}language/SWE"),)
LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
Said = tuple[str, tuple[Term, ...]]


def catalog_files(site: Site, datasets: Sequence[Dataset], strings: Strings) -> Iterator[Artifact]:
    """Yield the catalogue as Turtle and as JSON-LD, which say the same."""
    things = tuple(_things(site, datasets, strings))
    yield Artifact(f"{PATH}.ttl", turtle(things, PREFIXES).encode())
    yield Artifact(f"{PATH}.jsonld", json_ld(things, PREFIXES).encode())


def thing_address(site: Site, name: str) -> str:
    """Return the permanent address of something in the catalogue: one and the same in both files."""
    return f"{site.url}{PATH}.ttl#{name}"


def _things(site: Site, datasets: Sequence[Dataset], strings: Strings) -> Iterator[Thing]:
    yield _catalog(site, datasets, strings)
    name = (("foaf:name", (Literal(site.sender.name, "sv"),)), ("foaf:homepage", (Iri(site.sender.url),)))
    yield Thing(_publisher(site).address, "foaf:Agent", (*name, ("dct:type", (Iri(LOCAL_AUTHORITY),))))
    contact = (("vcard:fn", (Literal(site.name),)), ("vcard:hasEmail", (Iri(f"mailto:{site.contact}"),)))
    yield Thing(_contact(site).address, "vcard:Organization", contact)
    for dataset in datasets:
        yield _dataset(site, dataset, strings)
        yield from (_distribution(site, dataset, item) for item in dataset.distributions)


def _catalog(site: Site, datasets: Sequence[Dataset], strings: Strings) -> Thing:
    said: tuple[Said, ...] = (
        ("dct:title", _both(_named("data.catalog-title", site, strings))),
        ("dct:description", _both(_named("data.catalog-description", site, strings))),
        ("dct:publisher", (_publisher(site),)),
        ("dct:license", (Iri(CC0),)),
        ("dct:language", SWEDISH),
        ("dct:modified", _day(datasets)),
        ("foaf:homepage", (Iri(f"{site.url}{PAGE}"),)),
        ("dcat:themeTaxonomy", (Iri(f"{EU}data-theme"),)),
        ("dcat:dataset", tuple(Iri(thing_address(site, dataset.name)) for dataset in datasets)),
    )
    return Thing(thing_address(site, "catalog"), "dcat:Catalog", _there(said))


def _dataset(site: Site, dataset: Dataset, strings: Strings) -> Thing:
    keywords = (Literal(strings("data.keyword.sv"), "sv"), Literal(strings("data.keyword.en"), "en"))
    said: tuple[Said, ...] = (
        ("dct:title", _both(dataset.title)),
        ("dct:description", _both(dataset.description)),
        ("dct:identifier", (Literal(thing_address(site, dataset.name)),)),
        ("dct:publisher", (_publisher(site),)),
        ("dcat:contactPoint", (_contact(site),)),
        ("dct:language", SWEDISH),
        ("dct:accessRights", (Iri(f"{EU}access-right/PUBLIC"),)),
        ("dct:accrualPeriodicity", (Iri(f"{EU}frequency/IRREG"),)),
        ("dct:modified", _day([dataset])),
        ("dcat:theme", (Iri(f"{EU}data-theme/GOVE"),)),
        ("dcat:keyword", keywords),
        ("dcat:landingPage", (Iri(f"{site.url}{PAGE}"),)),
        ("dcat:distribution", tuple(_file(site, dataset, item) for item in dataset.distributions)),
    )
    return Thing(thing_address(site, dataset.name), "dcat:Dataset", _there(said))


def _distribution(site: Site, dataset: Dataset, item: Distribution) -> Thing:
    address, name = Iri(f"{site.url}{item.path}"), item.path.rpartition("/")[2]
    said: tuple[Said, ...] = (
        ("dct:title", _both(Words(name, name))),
        ("dct:description", _both(item.description)),
        ("dcat:accessURL", (address,)),
        ("dcat:downloadURL", (address,)),
        ("dct:format", (Literal(item.form.media_type),)),  # a text, as DCAT-AP-SE has it and DCAT-AP has not
        ("dcat:mediaType", (Iri(f"{MEDIA_TYPES}{item.form.media_type}"),)),
        ("dcat:byteSize", (Literal(str(item.size), datatype="xsd:nonNegativeInteger"),)),
        ("dct:license", (Iri(CC0),)),
        ("dct:language", SWEDISH),
        ("dcatap:availability", (Iri(f"{EU}planned-availability/STABLE"),)),
        ("dct:modified", _day([dataset])),
    )
    return Thing(_file(site, dataset, item).address, "dcat:Distribution", _there(said))


def _named(key: str, site: Site, strings: Strings) -> Words:
    return Words(strings(f"{key}.sv", site=site.name), strings(f"{key}.en", site=site.name))


def _both(words: Words) -> tuple[Term, ...]:
    return Literal(words.sv, "sv"), Literal(words.en, "en")


def _day(datasets: Sequence[Dataset]) -> tuple[Term, ...]:
    latest = max((dataset.changed for dataset in datasets if dataset.changed), default=None)
    return (Literal(latest.isoformat(), datatype="xsd:date"),) if latest else ()


def _publisher(site: Site) -> Iri:
    return Iri(thing_address(site, "publisher"))


def _contact(site: Site) -> Iri:
    return Iri(thing_address(site, "contact"))


def _file(site: Site, dataset: Dataset, item: Distribution) -> Iri:
    return Iri(thing_address(site, f"{dataset.name}-{item.form.key}"))


def _there(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Return what is said, without that of which nothing is known."""
    return tuple((name, terms) for name, terms in said if terms)
