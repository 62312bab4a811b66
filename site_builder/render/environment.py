"""The template engine: every value is escaped unless it is HTML already, and nothing may be missing."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown.extensions.toc import slugify
from markupsafe import Markup, escape

from site_builder.foundation.strings import Strings
from site_builder.render.prose import block, inline, led


def render_template(name: str, view: Any, strings: Strings) -> str:
    """Return what a template makes of a view: the fields of the dataclass are the template's variables.

    The template may also call `t` for words from the catalogue. It neither sorts nor looks up.
    """
    assert is_dataclass(view)  # noqa: S101 - a fault in the program, not in the content
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    return environment().get_template(name).render(t=strings, **values)


def headed(title: str, mark: Markup, body: str) -> str:
    """Return the text of a page below its h1, whose id is made as Markdown makes those of headings: like no other."""
    identity = str(slugify(title, "-"))
    unlike = f"{identity}_1" if f'id="{identity}"' in body else identity
    return f'<h1 id="{unlike}">{mark}{escape(title)}</h1>\n{body.strip()}\n'


@cache
def environment() -> Environment:
    """Return the one environment of all templates."""
    made = Environment(
        loader=PackageLoader("site_builder"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"block": block, "inline": inline, "led": led}
    return made
