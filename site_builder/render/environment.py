"""The template engine: every value is escaped unless it is HTML already, and nothing may be missing."""

import marshal
import re
from functools import cache

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from msgspec import Struct
from msgspec.structs import asdict

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.memory import Memory
from site_builder.foundation.packed import LONG, cut
from site_builder.foundation.strings import Strings
from site_builder.render.prose import block, inline, led

# A place on a page as a template writes it: whole, before what tells it from others, and handed to a macro.
PLACE = re.compile(r'(\b(?:id|href)="#?|\bother_times\([\w.]+, ")([a-z]+(?:-[a-z]+)*)(?=-?\{\{|")')


def render_template(name: str, view: Struct, strings: Strings) -> tuple[str, ...]:
    """Return what a template makes of a view, in pieces: the fields of the view are the template's variables.

    The template may also call `t` for words from the catalogue. It neither sorts nor looks up.
    """
    made = list(environment().get_template(name).generate(t=strings, **asdict(view)))
    return tuple(cut(made)) if sum(map(len, made)) > LONG else ("".join(made),)


def environment() -> Environment:
    """Return the one environment of all templates in the language of the site."""
    return _environment(spoken().code)


@cache
def _environment(_: str) -> Environment:
    made = Environment(
        extensions=[_PlacesInWords],
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


class _PlacesInWords(Extension):
    """Gives places on a page that a template names, such as `id="kallor"`, the language's words for them."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - of Jinja
        """Return a template's text with its places in words. This is done once, when it is compiled."""
        return PLACE.sub(lambda match: f"{match[1]}{spoken().anchor(match[2])}", source)


def remember_templates(engine: Environment, memory: Memory, whose: str = "pages") -> None:
    """Let an engine take templates that were compiled before, also in another run and for another site.

    `whose` tells engines apart that may compile the same text to something else.
    """
    engine.auto_reload, engine.bytecode_cache = False, _Compiled(memory, whose)


class _Compiled(BytecodeCache):
    """Compiled templates, by all that they are made of: where a template lies is no matter, nor for which site."""

    def __init__(self, memory: Memory, whose: str) -> None:
        self._memory, self._whose = memory, whose

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - of Jinja
        """Return what stands for a template, wherever it lies."""
        return name

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return a template's bucket; what was compiled is told where the template lies now."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code is not None and filename is not None:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template is known."""
        if (found := self._memory.find("templates", self._key(bucket))) is not None:
            bucket.code = marshal.loads(found)  # noqa: S302 - of our own file: see `edge.compiled`

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._memory.keep("templates", self._key(bucket), marshal.dumps(bucket.code))

    def _key(self, bucket: Bucket) -> tuple[str, ...]:
        return self._whose, *sorted(bucket.environment.extensions), spoken().code, bucket.key, bucket.checksum
