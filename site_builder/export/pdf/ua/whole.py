"""Conditions of the file as a whole: what it says of itself, its language, its security, what lies in it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf

from site_builder.export.pdf.ua.tagged import Tagged

UA = "{http://www.aiim.org/pdfua/ns/id/}part"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*")  # BCP 47, as used
FOR_READERS = 1 << 9  # bit 10 of P: whoever reads aloud may take the text out


def suspects(tagged: Tagged) -> Iterator[str]:
    """Find that tags are only suspected."""
    if bool(tagged.root.get("/MarkInfo", {}).get("/Suspects")):
        yield "/MarkInfo /Suspects"


def untagged(tagged: Tagged) -> Iterator[str]:
    """Find that the file does not say that it is tagged, or is not."""
    if not bool(tagged.root.get("/MarkInfo", {}).get("/Marked")) or not tagged.nodes:
        yield "/MarkInfo /Marked, /StructTreeRoot"


def metadata_missing(tagged: Tagged) -> Iterator[str]:
    """Find that there is no metadata stream, or that it is no XML."""
    if _metadata(tagged) is None:
        yield "/Metadata"


def part_missing(tagged: Tagged) -> Iterator[str]:
    """Find that the metadata does not claim PDF/UA-1."""
    xmp = _metadata(tagged)
    said = [] if xmp is None else [one.text or one.get(UA) for one in xmp.iter() if one.tag == UA or one.get(UA)]
    if said != ["1"]:
        yield f"pdfuaid:part {said}"


def title_missing(tagged: Tagged) -> Iterator[str]:
    """Find that the metadata has no title."""
    xmp = _metadata(tagged)
    titles = [] if xmp is None else list(xmp.iter(DC_TITLE))
    if not any("".join(title.itertext()).strip() for title in titles):
        yield "dc:title"


def title_not_shown(tagged: Tagged) -> Iterator[str]:
    """Find that the window would show the name of the file and not its title."""
    if not bool(tagged.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")):
        yield "/ViewerPreferences /DisplayDocTitle"


def language_unknown(tagged: Tagged) -> Iterator[str]:
    """Find that the file says no language, which then is that of all in it; or that a part says one that is none."""
    said = str(tagged.root.get("/Lang", ""))
    if not LANGUAGE.fullmatch(said):
        yield f"/Lang {said}"
    for node in tagged.nodes:
        if "/Lang" in node.element and not LANGUAGE.fullmatch(str(node.element.Lang)):
            yield f"{node.kind} /Lang {node.element.Lang}"


def optional_content(tagged: Tagged) -> Iterator[str]:
    """Find layers: they would need names, and none of our files has any."""
    if "/OCProperties" in tagged.root:
        yield "/OCProperties"


def embedded_files(tagged: Tagged) -> Iterator[str]:
    """Find embedded files: they would need names in both forms, and none of our files has any."""
    for thing in _dictionaries(tagged):
        if "/EF" in thing and not ("/F" in thing and "/UF" in thing):
            yield f"/Filespec {thing.objgen}"


def dynamic_forms(tagged: Tagged) -> Iterator[str]:
    """Find a form of XFA."""
    if "/XFA" in tagged.root.get("/AcroForm", {}):
        yield "/AcroForm /XFA"


def locked(tagged: Tagged) -> Iterator[str]:
    """Find encryption that says nothing of, or forbids, that assistive technology takes out the text."""
    held = tagged.file.trailer.get("/Encrypt")
    if held is not None and not int(held.get("/P", 0)) & FOR_READERS:
        yield "/Encrypt /P"


def media(tagged: Tagged) -> Iterator[str]:
    """Find media clips: they would need a kind and a description, and none of our files has any."""
    for thing in _dictionaries(tagged):
        if thing.get("/Type") == "/MediaClip":
            yield f"/MediaClip {thing.objgen}"


def _dictionaries(tagged: Tagged) -> Iterator[Any]:
    return (thing for thing in tagged.file.objects if isinstance(thing, pikepdf.Dictionary))


def _metadata(tagged: Tagged) -> ET.Element | None:
    if "/Metadata" not in tagged.root:
        return None
    try:
        return ET.fromstring(tagged.root.Metadata.read_bytes())  # noqa: S314 - of a file that we have just made
    except ET.ParseError:
        return None
