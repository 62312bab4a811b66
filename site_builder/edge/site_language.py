"""Which language the site is in, found before anything else is read: what is wrong with a file is told in it."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

SITE = "content/site.yaml"
# A line of its own, also in a file that is no YAML for some other reason.
LANGUAGE = re.compile(r"""^language:[ \t]*["']?([a-z]{2,3})["']?[ \t]*(?:#.*)?$""", re.MULTILINE)


def site_language(texts: Mapping[str, str]) -> str:
    """Return the code of the language that `site.yaml` gives; nothing where it gives none, or none that can be read."""
    found = LANGUAGE.search(texts.get(SITE, ""))
    return found[1] if found else ""


def language_asked_for(arguments: Sequence[str]) -> str:
    """Return the same of the site that a command is about, as far as its arguments tell: `--root FOLDER`, or here."""
    before = next((place for place, word in enumerate(arguments[:-1]) if word == "--root"), None)
    joined = (word.removeprefix("--root=") for word in arguments if word.startswith("--root="))
    root = arguments[before + 1] if before is not None else next(joined, ".")
    try:
        text = (Path(root) / SITE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return site_language({SITE: text})
