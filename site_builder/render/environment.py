"""The template engine: every value is escaped unless it is HTML already, and nothing may be missing."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from site_builder.foundation.memory import Memory
from site_builder.foundation.packed import LONG, cut
from site_builder.foundation.strings import Strings
from site_builder.render.prose import block, inline, led


def render_template(name: str, view: Any, strings: Strings) -> tuple[str, ...]:
    """Return what a template makes of a view, in pieces: the fields of the dataclass are the template's variables.

    The template may also call `t` for words from the catalogue. It neither sorts nor looks up.
    """
    assert is_dataclass(view)  # noqa: S101 - a fault in the program, not in the content
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    made = list(environment().get_template(name).generate(t=strings, **values))
    return tuple(cut(made)) if sum(map(len, made)) > LONG else ("".join(made),)


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
        auto_reload=False,  # a template that has changed is read by the next run
    )
    made.filters |= {"block": block, "inline": inline, "led": led}
    return made


def remember_templates(engine: Environment, memory: Memory) -> None:
    """Let an engine take templates that were compiled before, also in another run."""
    engine.auto_reload, engine.bytecode_cache = False, _Compiled(memory)


class _Compiled(BytecodeCache):
    """Compiled templates, by Jinja's key for the name and the text of each."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template is known."""
        if (found := self._memory.find("templates", (bucket.key, bucket.checksum))) is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._memory.keep("templates", (bucket.key, bucket.checksum), bucket.bytecode_to_string())
