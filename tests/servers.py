"""Real web servers for the tests: nginx and Caddy, where they are installed (CI installs both)."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest

from tests.workspace import ROOT

EXAMPLES = ROOT / "docs/dev/servers"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
AS_ROOT = "user root;" if os.geteuid() == 0 else ""  # else its workers may not read the folder
COMMANDS = {
    "nginx": ["-e", "stderr", "-g", "daemon off;", "-c"],
    "caddy": ["run", "--adapter", "caddyfile", "--config"],
}


@dataclass(frozen=True)
class Answer:
    """What a server said of an address, with the names of headers in small letters; what is told twice stands twice."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def program(name: str) -> str:
    """Return where a server is. Where there is none, the test is skipped; in CI it fails."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    return found or _not_installed(name)


def _not_installed(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")


def settings(name: str, site: Path, port: int, scratch: Path) -> str:
    """The example that is handed out, with the folder, the port and the user of this machine."""
    if name == "nginx" and not BROTLI.exists():
        _not_installed("nginx's module for brotli")
    text = (EXAMPLES / ("nginx.conf" if name == "nginx" else "Caddyfile")).read_text(encoding="utf-8")
    given = {
        "/run/plan/": f"{scratch}/",
        "/srv/plan/site": str(site),
        "listen 8080": f"listen 127.0.0.1:{port}",
        "plan.example {": f"{{\n    admin off\n    auto_https off\n}}\nhttp://127.0.0.1:{port} {{",
    }
    for old, new in given.items():
        text = text.replace(old, new)
    return f"{AS_ROOT}\n{text}" if name == "nginx" else text


@contextmanager
def serving(command: list[str], port: int, root: Path) -> Iterator[None]:
    """Run a server until it answers, and end it afterwards."""
    own = {**os.environ, "HOME": str(root), "XDG_DATA_HOME": str(root), "XDG_CONFIG_HOME": str(root)}
    log = root / "log"
    with log.open("wb") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, env=own)
    try:
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, log.read_text("utf-8")
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answered(port: int, address: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Return the answer to an address that is asked for as it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", address, headers=dict(headers or {}))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    told: dict[str, str] = {}
    for name, value in answer.getheaders():
        told[name.lower()] = f"{told[name.lower()]}, {value}" if name.lower() in told else value
    return Answer(answer.status, told, body)
