"""How many visitors one machine serves: wrk on nginx and Caddy with the site in `site/`, on the same machine.

`python -m tests.bench.load [seconds [site]]` after `make site COMPRESS=1`; needs nginx, Caddy and wrk (`apt install
wrk`). The limit is the same server with nothing to decide: the start page's packed bytes as a file of their own, no
headers.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.servers import COMMANDS, free_port, program, serving, settings
from tests.workspace import ROOT

SITE = ROOT / "site"
VISITORS, MOST_SECONDS = 32, 10
PLAN = "handlingsplan-2023-2026"
PLACES = ("/", f"/{PLAN}/insatser/1-1/", f"/{PLAN}/ansvarsmatris/", "/finns-inte/")
BARE = {
    "server.nginx.conf": "types {}\n",
    "server.caddy": "file_server\n",
}


def measured(name: str, site: Path, addresses: tuple[str, ...], seconds: int) -> None:
    """Print requests a second and the slowest hundredth of some addresses on a server."""
    with TemporaryDirectory() as made:
        scratch, port = Path(made), free_port()
        file = scratch / "settings"
        file.write_text(settings(name, site, port, scratch), encoding="utf-8")
        with serving([program(name), *COMMANDS[name], str(file)], port, scratch):
            for address in addresses:
                print(f"| {name} | `{address}` | {' | '.join(_load(port, address, seconds))} |", flush=True)  # noqa: T201


def _load(port: int, address: str, seconds: int) -> tuple[str, str, str]:
    asked = f"http://127.0.0.1:{port}{address}"
    command = ["wrk", "-t1", f"-c{VISITORS}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: br", asked]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    found = [re.search(pattern, said) for pattern in (r"Requests/sec:\s+(\S+)", r"99%\s+(\S+)", r"(\S+) read")]
    rate, slowest, read = (match[1] if match else "?" for match in found)
    return f"{float(rate):,.0f}", slowest, read


def main() -> None:
    """Measure both servers in turns, the limit last."""
    seconds = min(int(sys.argv[1]) if len(sys.argv) > 1 else 5, MOST_SECONDS)
    site = Path(sys.argv[2]) if len(sys.argv) > 2 else SITE
    print("| server | address | requests/s | p99 | read |\n| --- | --- | --- | --- | --- |")  # noqa: T201
    for name in sorted(COMMANDS):
        measured(name, site, tuple(place for place in PLACES if _is_there(site, place)), seconds)
    with TemporaryDirectory() as made:
        bare = Path(made)
        bare.chmod(0o755)
        shutil.copyfile(site / "index.html.br", bare / "file")
        for path, text in BARE.items():
            (bare / path).write_text(text, encoding="utf-8")
        for name in sorted(COMMANDS):
            measured(name, bare, ("/file",), seconds)


def _is_there(site: Path, place: str) -> bool:
    return place == "/finns-inte/" or (site / place.lstrip("/") / "index.html").exists()


if __name__ == "__main__":
    main()
