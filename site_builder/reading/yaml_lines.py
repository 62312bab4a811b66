"""What the lines of a YAML file tell by themselves."""

from site_builder.foundation.diagnostic import Diagnostic, Span, error


def tabs(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find tabs in indentation, which YAML forbids and an editor cannot see."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip() and "\t" in indent:
            column = indent.index("\t") + 1
            found.append(error("tab", Span(path, number, column, number, column + 1)))
    return tuple(found)
