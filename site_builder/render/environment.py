"""The template engine: every value is escaped unless it is Markdown already, and nothing may be missing."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from site_builder.foundation.strings import Strings
from site_builder.render.markdown import escape


def render_template(name: str, view: Any, strings: Strings) -> str:
    """Return what a template makes of a view: the fields of the dataclass are the template's variables.

    The template may also call `t` for words from the catalogue. It neither sorts nor looks up.
    """
    assert is_dataclass(view)  # noqa: S101 - a fault in the program, not in the content
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    return environment().get_template(name).render(t=strings, **values)


@cache
def environment() -> Environment:
    """Return the one environment of all templates."""
    made = Environment(
        loader=PackageLoader("site_builder"),
        undefined=StrictUndefined,
        autoescape=True,
        comment_start_string="{##",  # {#id} is an anchor in Markdown
        comment_end_string="##}",
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["anchor"] = anchor
    return made


def anchor(identity: str) -> Markup:
    """Return the mark that gives the heading before it an id."""
    return Markup("{{#{}}}").format(identity)


def _finalize(value: object) -> object:
    """Escape what is not Markdown yet; a value that says how it looks in Markdown (`__html__`) is left to say so."""
    return value if hasattr(value, "__html__") else escape(str(value))
