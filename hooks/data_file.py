"""A file beside the pages as MkDocs has it, whose bytes stay packed until they are asked for, and are let go at once.

All data of a large site unpacked at the same time would be a fifth of what a build needs.
"""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from hooks.written import new_file
from site_builder.foundation.page import SiteFile


class DataFile(File):
    """A file that is published whatever MkDocs would leave out by its name."""

    def __init__(self, artifact: SiteFile, config: MkDocsConfig) -> None:
        super().__init__(
            artifact.path,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=InclusionLevel.INCLUDED,
        )
        self._artifact = artifact

    @property
    def pieces(self) -> Iterator[bytes]:
        """The bytes in pieces."""
        return self._artifact.pieces

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - of MkDocs, for builds of what has changed alone
        """Write the file, piece by piece."""
        with new_file(Path(self.abs_dest_path)) as file:
            file.writelines(self.pieces)

    @property
    def _content(self) -> bytes:  # type: ignore[override]  # MkDocs reads it here, and never sets it
        return self._artifact.data
