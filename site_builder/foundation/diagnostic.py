"""What can be wrong with the content, as data. Words for it live in the catalogue, formats in `report`."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field


class Severity(StrEnum):
    """How serious a diagnostic is. Only an error stops the build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(Struct, frozen=True, order=True):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is not included."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Finding(Struct, frozen=True):
    """What a check found: where, and the values that its message needs. Neither its code nor its severity."""

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()


class Diagnostic(Struct, frozen=True):
    """A finding with its stable code (kebab-case) and its severity."""

    severity: Severity
    code: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()


def error(code: str, span: Span, **values: str) -> Diagnostic:
    """Return an error of this code at this place, with the values that its message needs."""
    return Diagnostic(Severity.ERROR, code, span, values)


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Tell whether any of the diagnostics stops the build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def ordered(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by place and code, each only once."""
    unique = {(item.span, item.code, tuple(sorted(item.values.items()))): item for item in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
