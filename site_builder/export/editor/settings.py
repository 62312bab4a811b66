"""How Visual Studio Code and its relatives find the schema of a file: the mapping in `.vscode/settings.json`."""

from collections.abc import Iterator

from site_builder.export.editor.schemas import plans_of, schema_path
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import CONTENT, FILE_KINDS, FileKind

SETTINGS = ".vscode/settings.json"
MAPPING = "yaml.schemas"


def schemas_by_file(index: PlanIndex) -> dict[str, list[str]]:
    """Return the patterns of the files that each schema is for, by the schema's path."""
    return {
        f"./{schema_path(kind, plan)}": list(_patterns(kind, plan))
        for kind in FILE_KINDS
        for plan in plans_of(kind, index)
    }


def _patterns(kind: FileKind, plan: str) -> Iterator[str]:
    """Yield the pattern of a kind's files, and with `!` what it would take of another kind."""
    yield CONTENT + kind.pattern.replace("{plan}", plan).replace("{name}", "*")
    for other in FILE_KINDS:
        if other is not kind and kind.regex.fullmatch(CONTENT + other.pattern) and "{" not in other.pattern:
            yield f"!{CONTENT}{other.pattern}"
