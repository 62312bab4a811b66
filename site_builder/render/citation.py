"""How a page is referred to: who says it, what it is called, of what plan and version, of which day, and where."""

from datetime import date
from typing import TYPE_CHECKING

from site_builder.foundation.language.phrases import long_date

if TYPE_CHECKING:
    from site_builder.render.writer import Writer


def citation(writer: "Writer", title: str, changed: date | None) -> str:
    """Return the reference to a page, by the address that stays; what nobody knows is left out of it."""
    context, site = writer.context, writer.context.index.site
    if site is None:
        return ""
    parts = (
        writer.t("theme.cite-title", sender=site.value.sender.name, title=title),
        writer.t("theme.cite-plan", plan=writer.plan.short_title) if writer.plan else "",
        writer.t("theme.cite-site", site=site.value.name),
        writer.t("theme.cite-version", version=context.version) if context.version else "",
        writer.t("theme.cite-day", day=long_date(changed)) if changed else "",
        f"{site.value.url}{writer.address}",
    )
    return " ".join(part for part in parts if part)
