"""What the maker of PDF files puts where PDF/UA does not allow it: lists, places of links, and what frames each sheet.

Nothing is left out and nothing is read in another order.
"""

from typing import Any

import pikepdf

from site_builder.export.pdf.ua.tagged import Node, Tagged


def mend(file: pikepdf.Pdf) -> None:
    """Mend a file in place."""
    _links(Tagged(file))
    _lists(file, Tagged(file))
    _frames(file, Tagged(file))


def _links(tagged: Tagged) -> None:
    """Put the place of a link into the element of the link, out of what stands in it."""
    parents = pikepdf.NumberTree(tagged.root.StructTreeRoot.ParentTree)
    notes = {note.objgen: note for page in tagged.file.pages for note in page.get("/Annots", ())}
    for node in tagged.nodes:
        link = next((one for one in reversed(node.above) if one.kind == "Link"), None)
        if node.objects and node.kind != "Link" and link is not None:
            kids = [item for item in _kids(node.element) if isinstance(item, pikepdf.Dictionary) and "/Obj" in item]
            for held in kids:
                _kids(node.element).remove(held)
                _kids(link.element).append(held)
                parents[int(notes[held.Obj.objgen].StructParent)] = link.element
            if not len(_kids(node.element)):
                _take_out(node)


def _lists(file: pikepdf.Pdf, tagged: Tagged) -> None:
    """Put what stands in a list beside its items into the item before it, and what an item says into its body."""
    for node in tagged.of("L"):
        items = [child for child in node.below if child.kind == "LI"]
        for place, child in enumerate(node.below):
            if child.kind not in ("L", "LI", "Caption") and items:
                before = [item for item in node.below[:place] if item.kind == "LI"]
                _move(child, _body(file, (before or items)[-1 if before else 0]))
    for node in tagged.of("LI"):
        for child in node.below:
            if child.kind not in ("Lbl", "LBody"):
                _move(child, _body(file, node))


def _body(file: pikepdf.Pdf, item: Node) -> Any:
    """Return the body of an item, which is made if it has none."""
    for child in _kids(item.element):
        if isinstance(child, pikepdf.Dictionary) and child.get("/S") == "/LBody":
            return child
    made = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.LBody, P=item.element)
    body = file.make_indirect(made)
    _kids(item.element).append(body)
    return body


def _move(node: Node, to: Any) -> None:
    _take_out(node)
    _kids(to).append(node.element)
    node.element.P = to


def _take_out(node: Node) -> None:
    kids = _kids(node.element.P)
    for place, child in enumerate(list(kids)):
        if isinstance(child, pikepdf.Dictionary) and child.objgen == node.element.objgen:
            del kids[place]


def _kids(element: Any) -> Any:
    """Return what stands in an element, as a list that can be changed."""
    if not isinstance(element.get("/K"), pikepdf.Array):
        element.K = pikepdf.Array([element.K] if "/K" in element else [])
    return element.K


def _frames(file: pikepdf.Pdf, tagged: Tagged) -> None:
    """Mark the head and the foot of each sheet as nothing to be read: the maker writes them last, with numbers of none.

    What has a number of none before that is left as it is, and the file is then refused: it may be to be read.
    """
    artifact = [pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Pagination)]
    for page in file.pages:
        last = max((number for stream, number in tagged.by_content if stream == page.objgen), default=-1)
        read = pikepdf.parse_content_stream(page)
        written = [(artifact if _is_behind(last, *one) else one[0], one[1]) for one in map(tuple, read)]
        page.Contents = file.make_stream(pikepdf.unparse_content_stream(written))


def _is_behind(last: int, operands: Any, operator: Any) -> bool:
    """Tell whether a mark begins content with a number behind the last that an element has."""
    return str(operator) == "BDC" and "/MCID" in operands[1] and int(operands[1].MCID) > last
