"""`qualify` on the disk: all files that it changes, or none."""

from pathlib import Path

from site_builder.edge.editing.job import save_texts
from site_builder.edge.inputs import inputs
from site_builder.editing.jobs import qualify as job
from site_builder.editing.jobs.qualify import Qualified


def qualify(root: Path, dry_run: bool = False) -> Qualified:
    """Name the current plan in the references below a folder that leave their plan out."""
    given = inputs(root, history=False)
    found = job.qualify(given.check().index)
    if not dry_run:
        save_texts(root, given.texts, found.files)
    return found
