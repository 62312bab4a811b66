"""The generated redirects on real servers: nginx and Caddy, where they are installed (CI installs both)."""

import os
from pathlib import Path

import pytest

from tests.miniature import texts
from tests.servers import answered, free_port, program, serving
from tests.test_redirects import files

LONG = "/" + "-".join(["en", "gammal", "adress", "som", "ar", "langre"] * 5) + "/"  # nginx's maps refuse such ones
MOVED = {
    "/cyklar/": "/ungdomsplan-2023-2026/",
    "/cyklar": "/ungdomsplan-2023-2026/",
    "/lan/": "/ordlista/#gc-vag",
    LONG: "/ordlista/",
    "/ungdomsplan-2023-2026/insatser/7-7/": "/ungdomsplan-2023-2026/insatser/1-2/",
}
NGINX = """daemon off;
{user}
pid {root}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {root}/body;
    proxy_temp_path {root}/proxy;
    fastcgi_temp_path {root}/fastcgi;
    uwsgi_temp_path {root}/uwsgi;
    scgi_temp_path {root}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root}/site;
        absolute_redirect off;
        include {root}/site/redirects.nginx.conf;
    }}
}}
"""
AS_ROOT = "user root;" if os.geteuid() == 0 else ""  # else its workers may not read the folder
CADDY = """{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    root * {root}/site
    import {root}/site/redirects.caddy
    file_server
}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site that has moved pages, in `site/`."""
    root = tmp_path_factory.mktemp("servers")
    redirects = "".join(
        f"  - old: {old}\n    new: {MOVED[old]}\n" for old in MOVED if old.endswith("/") and "7-7" not in old
    )
    plan = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
    changes = {"content/redirects.yaml": f"redirects:\n{redirects}", plan: f'formerly: ["7:7"]\n{texts()[plan]}'}
    for path, text in files(**changes).items():
        file = root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    root.chmod(0o755)
    return root


@pytest.mark.parametrize(
    ("name", "settings", "arguments"),
    [
        ("nginx", NGINX, ["-e", "stderr", "-p", "{root}", "-c", "{root}/settings"]),
        ("caddy", CADDY, ["run", "--adapter", "caddyfile", "--config", "{root}/settings"]),
    ],
)
def test_a_server_leads_on(folder: Path, name: str, settings: str, arguments: list[str]) -> None:
    """Permanently and at once, with and without the last slash, to the place on a page; other pages are served."""
    port = free_port()
    (folder / "settings").write_text(settings.format(root=folder, port=port, user=AS_ROOT), encoding="utf-8")
    with serving([program(name), *(word.format(root=folder) for word in arguments)], port, folder):
        for old, new in MOVED.items():
            answer = answered(port, old)
            assert (answer.status, answer.headers["location"]) == (301, new), old
        assert answered(port, "/robots.txt").status == 200
        assert answered(port, "/finns-inte/").status == 404
