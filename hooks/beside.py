"""Files beside the pages: what the site's folder and the program give, what the build makes, and who comes first."""

from collections.abc import Iterable, Iterator

from hooks.assets import assets
from hooks.papers import paper_files
from hooks.session import Result
from site_builder.export.web.http_headers import POLICY
from site_builder.foundation.page import Artifact


def given_files(result: Result) -> Iterator[Artifact]:
    """Yield what is published as it is."""
    return (Artifact(path, data) for path, data in assets(result.given).items())


def files_beside(result: Result) -> Iterable[Artifact]:
    """Return every file beside the pages but those of the search; of two with one path the latter."""
    policy = Artifact("csp.txt", f"{POLICY}\n".encode())
    papers = (Artifact(path, data) for path, data in paper_files(result).items())
    found = (*given_files(result), *result.made.artifacts, *papers, policy)
    return {artifact.path: artifact for artifact in found}.values()
