"""A PDF file made to break each condition of PDF/UA that we judge: what is done to a good one, by the condition."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from site_builder.export.pdf.structure import elements

Fault = Callable[[Any], object]
EMPTY_MAP = b"1 begincodespacerange <0000> <FFFF> endcodespacerange"


def _of(file: Any, kind: str) -> Iterator[Any]:
    return (element for element, _ in elements(file.Root.StructTreeRoot) if str(element.S) == f"/{kind}")


def _called(old: str, *new: str) -> Fault:
    """Let the first elements of a kind be of others."""

    def fault(file: Any) -> None:
        for element, kind in zip(list(_of(file, old)), new, strict=False):
            element.S = Name(f"/{kind}")

    return fault


def _without(kind: str, key: str) -> Fault:
    def fault(file: Any) -> None:
        del next(_of(file, kind))[key]

    return fault


def _painting(words: bytes, *, first: bool = False) -> Fault:
    """Paint something on the first page, before or after all else."""

    def fault(file: Any) -> None:
        page = file.pages[0]
        page.contents_add(words.replace(b"FONT", next(iter(page.Resources.Font.keys())).encode()), prepend=first)

    return fault


def _font(change: Callable[[Any, Any], object]) -> Fault:
    def fault(file: Any) -> None:
        font = next(iter(file.pages[0].Resources.Font.values()))
        change(file, font)

    return fault


def _note(**entries: object) -> Fault:
    """Give an annotation other entries; None takes one away."""

    def fault(file: Any) -> None:
        note = next(note for page in file.pages for note in page.get("/Annots", ()))
        for key, value in entries.items():
            if value is None:
                del note[f"/{key}"]
            else:
                note[f"/{key}"] = value

    return fault


def _xmp(pattern: bytes, words: bytes) -> Fault:
    def fault(file: Any) -> None:
        file.Root.Metadata.write(re.sub(pattern, words, file.Root.Metadata.read_bytes(), flags=re.DOTALL))

    return fault


def _root(**entries: object) -> Fault:
    def fault(file: Any) -> None:
        for key, value in entries.items():
            file.Root[f"/{key}"] = value

    return fault


def _roles(**roles: str) -> Fault:
    def fault(file: Any) -> None:
        file.Root.StructTreeRoot.RoleMap = Dictionary({f"/{name}": Name(f"/{kind}") for name, kind in roles.items()})

    return fault


def _artifact_inside(file: Any) -> None:
    """Put a mark of what is not read behind the first mark of what is."""
    page = file.pages[0]
    written: list[Any] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        written.append((operands, operator))
        if str(operator) == "BDC" and "/MCID" in operands[1]:
            written += [([Name.Artifact], pikepdf.Operator("BMC")), ([], pikepdf.Operator("EMC"))]
    page.Contents = file.make_stream(pikepdf.unparse_content_stream(written))


def _form(file: Any, words: bytes, **entries: object) -> Any:
    """Give the first page a form, which is painted twice as nothing to be read."""
    form = Stream(file, words, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), **entries)
    page = file.pages[0]
    name = page.add_resource(form, Name.XObject)
    page.contents_add(f"/Artifact BMC {name} Do {name} Do EMC".encode())
    return page.Resources.XObject[name]


def _numbered_form(file: Any) -> None:
    form, owner = _form(file, b"/P <</MCID 0>> BDC EMC"), next(_of(file, "P"))
    held = Dictionary(Type=Name.MCR, Pg=file.pages[0].obj, Stm=form, MCID=0)
    owner.K = Array([*(owner.K if isinstance(owner.K, Array) else [owner.K]), held])


def _two_notes(file: Any) -> None:
    for element, _ in zip(list(_of(file, "P")), range(2), strict=False):
        element.S, element.ID = Name.Note, String("samma")


def _two_headings(file: Any) -> None:
    """Take the rank from the first two elements that stand beside each other."""
    held = next(one.K for one in _of(file, "Sect") if isinstance(one.K, Array) and len(one.K) > 1)
    held[0].S = held[1].S = Name.H


def _bare_cells(file: Any) -> None:
    for element in (*_of(file, "TH"), *_of(file, "TD")):
        if "/A" in element:
            del element.A


def _lost_cell(file: Any) -> None:
    row = list(_of(file, "TR"))[-1]
    del row.K[-1]


def _other_parent(file: Any) -> None:
    held = next(iter(pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree).values()))
    place = next(number for number, element in enumerate(held) if isinstance(element, Dictionary))
    held[place] = file.Root.StructTreeRoot


def _letters(words: bytes) -> Fault:
    return _font(lambda _, font: font.ToUnicode.write(words))


_SIMPLE = _font(lambda _, font: font.__setitem__("/Subtype", Name.TrueType))
_LAYERS = _root(OCProperties=Dictionary(D=Dictionary(), OCGs=Array()))
_LANGUAGE = _root(Lang=String("svenska språket"))
_MAP = _font(lambda _, font: font.DescendantFonts[0].__delitem__("/CIDToGIDMap"))
_SET = _font(lambda file, font: font.DescendantFonts[0].FontDescriptor.__setitem__("/CIDSet", Stream(file, b"\x80")))


def _narrow(_: Any, font: Any) -> None:
    font.DescendantFonts[0].W, font.DescendantFonts[0].DW = Array(), 1


def _clip(file: Any) -> None:
    file.Root.Prov = file.make_indirect(Dictionary(Type=Name.MediaClip))


def _attached(file: Any) -> None:
    file.Root.Prov = file.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary()))


FAULTS: Mapping[str, Fault] = {
    "01-003": _artifact_inside,
    "01-004": _painting(b"/Artifact BMC /P <</MCID 0>> BDC EMC EMC", first=True),
    "01-005": _painting(b"0 0 9 9 re f"),
    "01-007": lambda file: file.Root.MarkInfo.__setitem__("/Suspects", True),
    "02-001": _called("P", "Stycke"),
    "02-003": _roles(Ett="Annat", Annat="Ett"),
    "02-004": _roles(P="Div"),
    "06-001": lambda file: file.Root.__delitem__("/Metadata"),
    "06-002": _xmp(b'pdfuaid:part="1"', b'pdfuaid:part="2"'),
    "06-003": _xmp(b"<dc:title>.*</dc:title>", b""),
    "07-001": lambda file: file.Root.__delitem__("/ViewerPreferences"),
    "07-002": _root(ViewerPreferences=Dictionary(DisplayDocTitle=False)),
    "09-004": _called("TR", "P"),
    "09-005": _called("LI", "P"),
    "09-006": _called("P", "TOCI"),
    "09-007": _called("P", "RB"),
    "09-008": _called("P", "WT"),
    "10-001": _letters(EMPTY_MAP),
    **dict.fromkeys((f"11-{number:03}" for number in range(1, 7)), _LANGUAGE),
    "13-004": _without("Figure", "/Alt"),
    "14-002": _called("H1", "H2"),
    "14-003": _called("H2", "H6"),
    "14-006": _two_headings,
    "14-007": _called("H2", "H"),
    "15-003": _bare_cells,
    "17-002": _called("P", "Formula"),
    "17-003": _letters(EMPTY_MAP),
    "19-003": _called("P", "Note"),
    "19-004": _two_notes,
    **dict.fromkeys(("20-001", "20-002", "20-003"), _LAYERS),
    "21-001": _attached,
    "25-001": _root(AcroForm=Dictionary(XFA=String("x"))),
    "28-002": _note(Subtype=Name.Text),
    "28-004": _note(Contents=None),
    "28-005": _note(Subtype=Name.Widget),
    "28-006": _note(Subtype=Name.Okand),
    "28-007": _note(Subtype=Name.TrapNet),
    "28-008": lambda file: [page.__delitem__("/Tabs") for page in file.pages],
    "28-009": lambda file: [page.__setitem__("/Tabs", Name.R) for page in file.pages],
    "28-010": _note(Subtype=Name.Widget),
    "28-011": _called("Link", "Span"),
    "28-012": _note(Contents=None),
    **dict.fromkeys(("28-014", "28-015"), _clip),
    "28-016": _note(Subtype=Name.FileAttachment),
    **dict.fromkeys(("28-017", "28-018"), _note(Subtype=Name.PrinterMark)),
    "30-001": lambda file: _form(file, b"", Ref=Dictionary()),
    "30-002": _numbered_form,
    **dict.fromkeys(("31-001", "31-002", "31-003", "31-006", "31-007", "31-008", "31-012", "31-013"), _SIMPLE),
    **dict.fromkeys(("31-004", "31-005"), _MAP),
    "31-009": _font(lambda _, font: font.DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")),
    "31-011": _painting(b"/Artifact BMC BT FONT 9 Tf <FFFE> Tj ET EMC"),
    **dict.fromkeys(("31-014", "31-015"), _SET),
    "31-016": _font(_narrow),
    **dict.fromkeys((f"31-{number:03}" for number in range(17, 27)), _SIMPLE),
    "31-027": _font(lambda _, font: font.__delitem__("/ToUnicode")),
    "31-028": _letters(b"1 beginbfchar <0003> <0000> endbfchar"),
    "31-029": _letters(b"1 beginbfrange <0003> <0004> [<0041> <FEFF>] endbfrange"),
    "31-030": _painting(b"/Artifact BMC BT FONT 9 Tf <0000> Tj ET EMC"),
    "7.1 tagged": _root(MarkInfo=Dictionary(Marked=False)),
    "7.1 parents": _other_parent,
    "7.5 regular": _lost_cell,
}
