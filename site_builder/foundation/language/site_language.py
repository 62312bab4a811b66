"""Which language the site is in, found before anything else is read: what is wrong with a file is told in it."""

import re
from collections.abc import Mapping

SITE = "content/site.yaml"
# A line of its own, also in a file that is no YAML for some other reason.
LANGUAGE = re.compile(r"""^language:[ \t]*["']?([a-z]{2,3})["']?[ \t]*(?:#.*)?$""", re.MULTILINE)


def site_language(texts: Mapping[str, str]) -> str:
    """Return the code of the language that `site.yaml` gives; nothing where it gives none, or none that can be read."""
    found = LANGUAGE.search(texts.get(SITE, ""))
    return found[1] if found else ""
