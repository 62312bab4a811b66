"""Pictures: SVG drawn at build time, inside the page, with a title, a description and no script or style of its own.

Colours and fonts come from the site's style sheet by class, so that pictures follow the reader's scheme and print. A
picture never says anything that the page does not also say in a table or a list. One whose texts break, or stand
elsewhere, where there is more room is drawn twice. The style sheet shows the drawing that fits, and nobody hears the
other. What is drawn once the style sheet makes narrow.
"""

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from site_builder.render.links import Link

NARROW = 320  # pixels: what a picture may be wide and still be read on a narrow telephone
WIDE = 640  # pixels that a page has beside its menu, and a sheet of paper between its margins
LINE = 18  # pixels from one line of text to the next


class Picture(Struct, frozen=True):
    """A drawing of `width` × `height` CSS pixels, or smaller where there is less room. `id` is unique on its page.

    One that `has_links` is not one image to assistive technology but a group of what can be reached in it.
    Of one that `is_cut` a narrow screen shows the left part; any other gets smaller.
    `wide` is the same picture as it is drawn for more room.
    """

    id: str
    title: str
    description: str
    width: int
    height: int
    children: tuple[Element, ...]
    caption: str = ""
    css: str = ""
    has_links: bool = False
    is_cut: bool = False
    wide: "Picture | None" = None

    def __html__(self) -> str:
        """Return the picture as HTML in one block, which Markdown leaves as it is."""
        caption = Markup("<figcaption>{}</figcaption>").format(self.caption) if self.caption else Markup("")
        drawings = Markup("").join(Markup(tostring(one, encoding="unicode")) for one in self._drawings())  # noqa: S704 - the trees escape their texts
        return Markup('<figure class="{}">{}{}</figure>').format(f"picture {self.css}".rstrip(), drawings, caption)

    def _drawings(self) -> Iterator[Element]:
        """Yield the drawing, or the two of which the style sheet shows one."""
        if self.wide is None:
            yield self._drawing()
        else:
            yield self._drawing("narrow")
            yield replace(self.wide, id=f"{self.wide.id}-bred")._drawing("wide")  # noqa: SLF001 - one of its own kind

    def _drawing(self, css: str = "") -> Element:
        names = {"title": self.title, "desc": self.description}
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                **({"class": css} if css else {}),
                "viewBox": f"0 0 {self.width} {self.height}",
                "width": str(self.width),
                "height": str(self.height),
                **({"preserveAspectRatio": "xMinYMin slice"} if self.is_cut else {}),
                **self._name(),
            },
        )
        for name, words in names.items():
            SubElement(root, name, {"id": f"{self.id}-{name}"}).text = words
        root.extend(self.children)
        return root

    def _name(self) -> dict[str, str]:
        title, description = (f"{self.id}-{name}" for name in ("title", "desc"))
        if self.has_links:
            return {"role": "group", "aria-labelledby": title, "aria-describedby": description}
        return {"role": "img", "aria-labelledby": f"{title} {description}"}


def in_two_widths(draw: Callable[[int], Picture], narrow: int = NARROW) -> Picture:
    """Return a picture that is drawn for a narrow telephone and once more for a page as wide as most."""
    return replace(draw(narrow), wide=draw(WIDE))


def shape(name: str, css: str = "", **attributes: float | str) -> Element:
    """Return a shape: `shape("rect", "svar-ja", x=0, y=0, width=12, height=12)`."""
    return Element(name, _attributes(css, attributes))


def words(text: str, x: float, y: float, css: str = "", anchor: str = "start") -> Element:
    """Return a line of text that begins, ends or has its middle (`anchor`) at a point on its base line."""
    made = Element("text", _attributes(css, {"x": x, "y": y, "text-anchor": anchor}))
    made.text = text
    return made


def group(children: Iterable[Element], css: str = "", tooltip: str = "", down: int = 0) -> Element:
    """Return elements as one, with words that show when the pointer rests on it, and `down` from where they stood."""
    made = Element("g", _attributes(css, {"transform": f"translate(0 {down})"} if down else {}))
    if tooltip:
        SubElement(made, "title").text = tooltip
    made.extend(children)
    return made


def link(target: Link, children: Iterable[Element], css: str = "") -> Element:
    """Return elements as a link. Its name is the title of what it leads to, which also shows under the pointer."""
    name = target.title or target.text
    made = Element("a", _attributes(css, {"href": target.href, "aria_label": name}))
    SubElement(made, "title").text = name
    made.extend(children)
    return made


def lines(texts: Iterable[str], x: float, y: float, css: str = "", anchor: str = "start") -> Iterator[Element]:
    """Yield lines of text, one below the other."""
    for place, text in enumerate(texts):
        yield words(text, x, y + place * LINE, css, anchor)


def _attributes(css: str, attributes: dict[str, float | str]) -> dict[str, str]:
    made = {name.replace("_", "-"): _written(value) for name, value in attributes.items()}
    return {"class": css, **made} if css else made


def _written(value: float | str) -> str:
    """Return a number as short as it can be written: the same for every machine."""
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
