"""The forms behind a real nginx that asks who it is, with the example that is handed out.

nginx speaks from an address of its own, so what this machine says past it is told from what nginx says.
"""

import base64
import http.client
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import visitor
from tests.form_desk import git, town
from tests.servers import AS_ROOT, COMMANDS, EXAMPLES, Answer, free_port, program, serving
from tests.workspace import ROOT

WORD = "hemligt"
FALSE = {"X-Editor-Name": "Annan", "X-Editor-Mail": "annan@example.invalid"}


@dataclass(frozen=True)
class Behind:
    """The forms and the nginx before them: their ports, and the files."""

    root: Path
    front: int
    back: int

    def asked(self, port: int, headers: Mapping[str, str] | None = None, source: str = "127.0.0.1") -> Answer:
        """Ask for the start, from an address of this machine."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(source, 0))
        given = {"Host": f"127.0.0.1:{self.front}", **(headers or {})}
        connection.request("GET", "/", headers=given)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {}, body)


def who(name: str) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'{name}:{WORD}'.encode()).decode()}"}


def example(front: int, back: int, scratch: Path) -> str:
    """The example with the ports and the folders of the test."""
    text = (EXAMPLES / "edit.nginx.conf").read_text(encoding="utf-8")
    given = {
        "/run/plan/": f"{scratch}/",
        "/etc/plan/editors": str(scratch / "editors"),
        "listen 8080": f"listen 127.0.0.1:{front}",
        "127.0.0.1:8010": f"127.0.0.1:{back}",
    }
    for old, new in given.items():
        assert old in text
        text = text.replace(old, new)
    return f"{AS_ROOT}\n{text}"


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """The miniature's forms, believing nginx alone, and nginx with two who may log in, one of them unknown to it."""
    nginx, scratch = program("nginx"), tmp_path_factory.mktemp("proxy")
    root, front, back = town(scratch), free_port(), free_port()
    (scratch / "editors").write_text(f"kansliet:{{PLAIN}}{WORD}\nokand:{{PLAIN}}{WORD}\n", encoding="utf-8")
    (scratch / "nginx.conf").write_text(example(front, back, scratch), encoding="utf-8")
    options = ["--behind-proxy", "127.0.0.2", "--host", f"127.0.0.1:{front}", "--desks", str(scratch / "desks")]
    edit = [sys.executable, "-m", "site_builder", "edit", "--root", str(root), "--port", str(back), *options]
    with subprocess.Popen(edit, cwd=ROOT, stdout=subprocess.PIPE, text=True) as forms:
        try:
            assert forms.stdout
            assert str(back) in forms.stdout.readline()
            with serving([nginx, *COMMANDS["nginx"], str(scratch / "nginx.conf")], front, scratch):
                yield Behind(root, front, back)
        finally:
            forms.terminate()


def test_whoever_has_not_logged_in_gets_nothing(behind: Behind) -> None:
    assert behind.asked(behind.front).status == 401
    assert behind.asked(behind.front, FALSE).status == 401
    wrong = {"Authorization": f"Basic {base64.b64encode(b'kansliet:fel').decode()}"}
    assert behind.asked(behind.front, wrong).status == 401


def test_the_name_is_that_of_whoever_has_logged_in(behind: Behind) -> None:
    answer = behind.asked(behind.front, who("kansliet"))
    assert answer.status == 200
    assert "Du redigerar som Kansliet." in answer.body.decode()


@pytest.mark.parametrize(
    "false",
    [FALSE, {"x-editor-name": "Annan"}, {"X_Editor_Name": "Annan", "X_Editor_Mail": "annan@example.invalid"}],
    ids=["the headers", "one of them", "with underscores, which a server may take for the same"],
)
def test_what_the_browser_says_itself_is_overwritten(behind: Behind, false: dict[str, str]) -> None:
    page = behind.asked(behind.front, {**who("kansliet"), **false}).body.decode()
    assert "Du redigerar som Kansliet." in page
    assert "Annan" not in page


def test_whoever_nginx_has_no_name_for_is_refused(behind: Behind) -> None:
    """Also when the browser says a name itself."""
    assert behind.asked(behind.front, who("okand")).status == 403
    assert behind.asked(behind.front, {**who("okand"), **FALSE}).status == 403


@pytest.mark.parametrize("source", ["127.0.0.1", "127.0.0.3"])
def test_headers_from_another_address_are_not_believed(behind: Behind, source: str) -> None:
    """Past nginx, also where the request says that it comes from there."""
    for said in ({}, {"X-Forwarded-For": "127.0.0.2"}, {"Forwarded": "for=127.0.0.2"}, {"X-Real-IP": "127.0.0.2"}):
        assert behind.asked(behind.back, {**FALSE, **said}, source).status == 403
    assert behind.asked(behind.back, FALSE, "127.0.0.2").status == 200  # the address alone is what is believed


@pytest.mark.browser
def test_a_save_through_nginx_is_a_commit_of_the_editor(behind: Behind, chromium: Browser) -> None:
    """In the editor's own working copy, and the files of the site stay as they were."""
    context = visitor(chromium, http_credentials={"username": "kansliet", "password": WORD})
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{behind.front}/")
    page.get_by_label("Sök bland namnen").fill("fritidsgård")
    page.get_by_role("link", name="1:1 Öppna en fritidsgård vid torget").click()
    page.get_by_label("Titel (måste finnas)").fill("Öppna ett hus vid torget")
    page.get_by_role("button", name="Spara").click()
    said = page.locator("main > [role=status]").inner_text()
    context.close()
    assert "Sparat på grenen forslag/kansliet-" in said
    log = git(behind.root, "log", "--all", "--format=%an <%ae>", "-1").strip()
    assert log == "Kansliet <kansliet@exempel.se>"
    assert git(behind.root, "status", "--porcelain") == ""
