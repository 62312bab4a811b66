"""`new plan`: the plan that comes next."""

from pathlib import Path

import click

from site_builder.commands.doing import editing, run, words
from site_builder.commands.words import WORDS
from site_builder.editing.jobs.plan import new_plan


@click.command("plan", help=words("new-plan"))
@editing
@click.argument("identity", metavar="ID")
@click.option("--from", "old", required=True, help=words("new-plan-from"))
@click.option("--title", help=words("new-plan-title"))
def new_plan_command(root: Path, dry_run: bool, identity: str, old: str, title: str | None) -> int:
    """Start the plan that comes next."""
    return run(root, lambda desk: new_plan(desk, identity, old, title, WORDS), dry_run=dry_run)
