"""Links and images lead to safe addresses, however the address is disguised and wherever it is given."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from site_builder.checks.texts.judged import Kind
from site_builder.checks.texts.told import told
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex

HOST = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|eu|io|net|nu|org|se)(?:[/?#]|$)")  # of an address without https


def ensure_links_are_safe(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that links lead to https, an e-mail address or a page here: not to script, data, files or plain http.

    A target is judged as a browser would read it: with entities and percent signs resolved, without what is unseen.
    """
    return told(index, Kind.UNSAFE_LINK, "target")


def ensure_links_inside_are_references(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that running text names this site's pages with `[[...]]`: it is shown on pages with other addresses."""
    for found in told(index, Kind.RELATIVE_LINK, "target"):
        target = found.values["target"]
        is_host = HOST.match(target)
        yield replace(found, values={**found.values, "suggestion": f"https://{target}"}) if is_host else found


def ensure_images_are_ours(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no image is fetched from another site, which would learn who reads the page."""
    return told(index, Kind.FOREIGN_IMAGE, "target")


def ensure_images_have_words(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every image says in words what it shows."""
    return told(index, Kind.SILENT_IMAGE, "target")
