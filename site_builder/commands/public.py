"""`public`: notes that a finished site has become public."""

from pathlib import Path

import click

from site_builder.commands.doing import editing, run
from site_builder.commands.words import said
from site_builder.edge.publishing.finished import finished
from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.public import note_public
from site_builder.editing.jobs.written import day_of


@click.command("public", help=said("public"))
@editing
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--day", help=said("public-day"))
@click.option("--release", help=said("public-release"))
@click.option("--archived", help=said("public-archived"))
def public_command(
    root: Path, dry_run: bool, folder: Path | None, day: str | None, release: str | None, archived: str | None
) -> int:
    """Note that a site has become public."""
    place = folder or root / "site"

    def job(desk: Desk) -> Proposal:
        site = finished(place)
        if site is None:
            raise Refusal("no-site", path=str(place))
        facts = {
            "content_version": site.version,
            "revision": site.revision,
            "release": release,
            "site_sha256": site.sha256,
            "archived": archived,
        }
        known: dict[str, Value] = {name: value for name, value in facts.items() if value}
        return note_public(desk, day_of(day) if day else desk.index.as_of, known)

    return run(root, job, dry_run=dry_run)
