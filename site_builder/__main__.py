"""The command line: `python -m site_builder <command>`. Exit codes stand in `edge.machine`."""

import gc
import os

# A short run makes few cycles: to look for them is a tenth of its time, for a third less memory. `serve` does.
gc.disable()
# What the content means is the schema's alone to say, and to look for what is installed to say more takes 10 ms.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

import io
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from hooks.publishing.release_command import release
from site_builder.build import Checked
from site_builder.changes.report import RENDERERS as CHANGES
from site_builder.commands.group import EDITING, EXPORT, NEW, PUBLISHING, Commands, Export, tell
from site_builder.commands.words import ROOT, WORDS, said
from site_builder.edge.develop import TASKS, run_task
from site_builder.edge.inputs import inputs
from site_builder.edge.machine import MACHINE, PROGRAM, MachineFault, NoRevisionError, machine_words
from site_builder.edge.programs.renderers import RENDERERS
from site_builder.edge.report import as_text, ink_for
from site_builder.foundation.diagnostic import Diagnostic, has_errors
from site_builder.foundation.strings import Strings
from site_builder.reading.read import CatalogueFaultError, read_strings


@click.group(cls=Commands, modules={**EDITING, **PUBLISHING}, help=said("program"))
@click.pass_context
def cli(context: click.Context) -> None:
    """Run a command."""
    if context.invoked_subcommand == "serve":
        gc.enable()


@cli.command(help=said("check"))
@ROOT
@click.option("--format", "form", type=click.Choice(sorted(RENDERERS)), default="text", help=said("check-format"))
@click.option("--since", metavar="REV", help=said("check-since"))
def check(root: Path, form: str, since: str | None) -> int:
    """Check the content."""
    given = inputs(root, history=False)
    checked = given.check()
    try:
        diagnostics = _with_history(root, checked, since) if since else checked.diagnostics
    except NoRevisionError as fault:
        return _no_revision(fault, given.strings)
    told = RENDERERS[form](diagnostics, given.texts, given.strings)
    if form == "text":
        told = as_text(diagnostics, given.texts, given.strings, ink_for(sys.stdout, os.environ))
    click.echo(told, nl=False)
    return int(has_errors(diagnostics))


@cli.command(help=said("diff"))
@ROOT
@click.option("--format", "form", type=click.Choice(sorted(CHANGES)), default="text", help=said("diff-format"))
@click.argument("old", metavar="REV1")
@click.argument("new", metavar="[REV2]", required=False)
def diff(root: Path, form: str, old: str, new: str | None) -> int:
    """Compare two states of the content."""
    from site_builder.edge.difference import difference

    strings = WORDS
    try:
        click.echo(CHANGES[form](difference(root, old, new), strings), nl=False)
    except NoRevisionError as fault:
        return _no_revision(fault, strings)
    return 0


@cli.command(help=said("site"))
@ROOT
@click.option("--compress", is_flag=True, help=said("site-compress"))
def site(root: Path, compress: bool) -> int:
    """Build the site."""
    from hooks.run import build_site

    return build_site(root, compress)


@cli.command(help=said("serve"))
@ROOT
@click.option("--port", type=int, default=8000, help=said("serve-port"))
def serve(root: Path, port: int) -> int:
    """Serve the site."""
    from hooks.serving.serve import serve_site

    return serve_site(root, port)


@cli.group(cls=Export, modules=EXPORT, help=said("export"))
def export() -> None:
    """Write files of some kind."""


@export.command("site", help=said("export-site"))
@ROOT
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_site(root: Path, folder: Path) -> int:
    """Write pages, navigation and data."""
    from site_builder.edge.write import write
    from site_builder.export.plain import plain_files

    if folder.exists() and any(folder.iterdir()):
        raise MachineFault("not-empty", path=str(folder))
    given = inputs(root)
    built = given.build()
    if has_errors(built.diagnostics):
        click.echo(as_text(built.diagnostics, given.texts, given.strings), nl=False, err=True)
        return 1
    write(folder, plain_files(built))
    return 0


@cli.group(cls=Commands, modules=NEW, help=said("new"))
def new() -> None:
    """Begin something."""


def _with_history(root: Path, checked: Checked, since: str) -> tuple[Diagnostic, ...]:
    from site_builder.edge.locks import with_history

    return with_history(root, checked, since)


def _no_revision(fault: NoRevisionError, strings: Strings) -> int:
    click.echo(strings(f"command.no-revision-{fault.missing or 'here'}", revision=fault.revision), err=True)
    return PROGRAM


def _add_task(name: str) -> None:
    @cli.command(name, help=said(f"tasks.{name}"), context_settings={"ignore_unknown_options": True})
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def task(arguments: tuple[str, ...]) -> int:
        return run_task(name, arguments)


cli.add_command(release)
for _name in TASKS:
    _add_task(_name)


def _leave(code: int) -> NoReturn:
    """End the process. All is written by now; to take every page and place apart again would be a tenth of the time."""
    if logging := sys.modules.get("logging"):  # which most commands do without
        logging.shutdown()
    with suppress(OSError):  # whoever read it may have gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Run a command; a fault in the program itself says so and exits 2, one of the machine 3."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a finding with a letter that the terminal lacks is told
    try:
        code = _ran()
    except CatalogueFaultError as fault:
        click.echo(f"{said('broken-words')}\n{fault}", err=True)
        code = PROGRAM
    _leave(code if isinstance(code, int) else 0)


def _ran() -> object:
    """Run a command and tell what went wrong in words; return the code to exit with."""
    try:
        code: object = cli.main(standalone_mode=False, prog_name="site_builder")
    except click.ClickException as fault:
        tell(fault, read_strings())
        code = PROGRAM
    except click.Abort:
        code = 130
    except BrokenPipeError:  # whoever reads has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = MACHINE
    except (OSError, MachineFault, MemoryError) as fault:
        strings = read_strings()
        click.echo(strings("command.machine.intro", words=machine_words(fault, strings)), err=True)
        code = fault.code if isinstance(fault, MachineFault) else MACHINE
    except CatalogueFaultError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the reader must learn that it is not the content's fault
        sys.excepthook(*sys.exc_info())
        click.echo(read_strings()("report.program-fault"), err=True)
        code = PROGRAM
    return code


if __name__ == "__main__":
    main()
