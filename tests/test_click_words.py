"""What click says of a command, in the words of the catalogue."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from site_builder.__main__ import cli
from site_builder.commands.click_words import MODULES, SAID, speak
from site_builder.commands.group import tell
from site_builder.reading.read import read_strings

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Error|Try|Invalid|such|Did you|Show this|unexpected|not a valid|exist)\b"
)


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Click speaks Swedish here, and what it spoke before afterwards."""
    for module in MODULES:
        for name in ("_", "ngettext"):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, getattr(module, name))
    speak(read_strings())


def said_by_click() -> set[str]:
    """Every literal that click asks for in another language."""
    files = (Path(str(module.__file__)) for module in MODULES)
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    calls = (node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    asked = (argument for node in calls if node.func.id in ("_", "ngettext") for argument in node.args)  # type: ignore[attr-defined]
    return {str(argument.value) for argument in asked if isinstance(argument, ast.Constant)}


def test_each_of_the_words_is_one_that_click_asks_for() -> None:
    """Another version of click that says it otherwise would be heard in English."""
    assert {said for all_said in SAID.values() for said in all_said} <= said_by_click()


def test_a_value_is_put_in_where_click_puts_it() -> None:
    """The words in braces are among those that click knows."""
    for key, all_said in SAID.items():
        wanted = set(re.findall(r"\{(\w+)\}", read_strings()(f"click.{key}")))
        assert wanted <= {name for said in all_said for name in re.findall(r"\{(\w+)", said)}, key


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("fel", "fel finns inte"),
        ("chekc", "chekc finns inte"),
        ("check --fel", "--fel är inget"),
        ("check --sinc x", "--sinc är inget"),
        ("check --since", "ska ha ett värde"),
        ("check --format x", "inget av det som går att välja"),
        ("serve --port x", "x är inget heltal"),
        ("set a b c d", "för mycket: d"),
        ("set a b c --dry-run=nej", "ska inte ha något värde"),
        ("export follow-up-form kulturnamnden 1", "ska vara 1900"),
        ("import follow-up finns-inte.xlsx", "finns-inte.xlsx finns inte"),
        ("withdraw 1:2", "Det här saknas: --decision"),
    ],
)
def test_what_is_wrong_with_a_command_is_told_in_swedish(
    line: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(click.ClickException) as fault:
        cli.main(shlex.split(line), standalone_mode=False)
    tell(fault.value, read_strings())
    said = capsys.readouterr().err
    assert words in said
    assert not ENGLISH.search(said)


def test_the_help_of_every_command_is_in_swedish() -> None:
    for context in contexts(click.Context(cli, info_name="site_builder")):
        assert not ENGLISH.search(context.get_help()), context.command_path


def contexts(above: click.Context) -> Iterator[click.Context]:
    yield above
    if isinstance(above.command, click.Group):
        for name in above.command.list_commands(above):
            command = above.command.get_command(above, name)
            assert command
            yield from contexts(click.Context(command, info_name=name, parent=above))
