"""`edit`: the content in forms, in the browser."""

import secrets
from pathlib import Path

import click
from waitress.server import create_server

from site_builder.commands.words import ROOT, WORDS
from site_builder.edge.machine import GOOD, PROGRAM, MachineFault
from site_builder.edge.programs.form_files import form_files
from site_builder.forms.application import Application, Asset
from site_builder.forms.guard import MOST_BYTES, Guard, Proxy

HERE = "127.0.0.1"


@click.command("edit", help=WORDS("forms.help"))
@ROOT
@click.option("--port", type=int, default=8010, help=WORDS("forms.help-port"))
@click.option("--listen", default=HERE, help=WORDS("forms.help-listen"))
@click.option("--behind-proxy", "proxy", metavar="ADDRESS", help=WORDS("forms.help-proxy"))
@click.option("--name-header", default="X-Editor-Name", help=WORDS("forms.help-name-header"))
@click.option("--mail-header", default="X-Editor-Mail", help=WORDS("forms.help-mail-header"))
@click.option("--host", "hosts", multiple=True, help=WORDS("forms.help-host"))
@click.option("--desks", type=click.Path(path_type=Path, file_okay=False), help=WORDS("forms.help-desks"))
def edit_command(  # noqa: PLR0913, PLR0917 - an option each
    root: Path,
    port: int,
    listen: str,
    proxy: str | None,
    name_header: str,
    mail_header: str,
    hosts: tuple[str, ...],
    desks: Path | None,
) -> int:
    """Serve the forms on this machine alone, or to editors whom a proxy knows."""
    if listen != HERE and not proxy:
        return _refused("forms.proxy-needed")
    if len({bool(proxy), bool(hosts), bool(desks)}) > 1:
        return _refused("forms.proxy-alone")
    believed = Proxy(proxy, name_header, mail_header) if proxy else None
    guard = Guard(hosts or (f"{HERE}:{port}", f"localhost:{port}"), secrets.token_bytes(32), believed)
    files = {name: Asset(*file) for name, file in form_files().items()}
    try:
        server = create_server(
            Application(root, WORDS, guard, files, desks),
            host=listen,
            port=port,
            ident=None,
            max_request_body_size=MOST_BYTES,
        )
    except OSError as fault:
        raise MachineFault("port", port=str(port), fault=str(fault.strerror)) from None
    click.echo(WORDS("forms.serving", address=f"http://{listen}:{port}/"))
    server.run()
    return GOOD


def _refused(key: str) -> int:
    click.echo(WORDS(key), err=True)
    return PROGRAM
