"""Jobs of the guide done in the forms with a real browser, with scripts and without, to a commit that passes."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import has_errors
from tests.browser import axe, visitor
from tests.form_desk import MEASURE, git, lines_changed, town

PROGRAM = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.browser


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return town(tmp_path)


@pytest.fixture
def forms(root: Path) -> Iterator[str]:
    """The forms on this machine, on a port that was free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "site_builder", "edit", "--root", str(root), "--port", port]
    with subprocess.Popen(command, cwd=PROGRAM, stdout=subprocess.PIPE, text=True) as started:
        try:
            assert started.stdout
            assert f"http://127.0.0.1:{port}/" in started.stdout.readline()
            yield f"http://127.0.0.1:{port}"
        finally:
            started.terminate()


def test_a_fact_is_changed_with_the_keyboard(root: Path, forms: str, page: Page) -> None:
    """Found by its name, changed, shown, saved: one line, and the content has no errors. axe finds nothing."""
    page.goto(forms)
    assert axe(page) == []
    page.get_by_label("Sök bland namnen").fill("fritidsgård")
    page.get_by_role("link", name="1:1 Öppna en fritidsgård vid torget").press("Enter")
    assert axe(page) == []
    page.get_by_label("Titel (måste finnas)").fill("Öppna ett hus vid torget")
    page.get_by_role("button", name="Visa sidan").press("Enter")
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_contain_text("hus vid torget")
    assert axe(page) == []
    page.get_by_role("button", name="Spara").press("Enter")
    expect(page.locator("main > [role=status]")).to_contain_text("Sparat på grenen")
    assert lines_changed(root)[1] == ["title: Öppna ett hus vid torget"]
    assert not has_errors(inputs(root).check().diagnostics)


def test_what_is_wrong_is_told_while_typing(root: Path, forms: str, page: Page) -> None:
    """At the field, and above the form with a way to it; what was typed stays, and nothing is written."""
    page.goto(f"{forms}/andra/{MEASURE}")
    field = page.get_by_label("Ingress (måste finnas)")
    field.fill("Se [[9:9]].")
    expect(page.locator("#f-lead-fel")).to_contain_text("9:9", timeout=20_000)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("Se [[9:9]].")
    assert axe(page) == []
    assert git(root, "status", "--porcelain") == ""


def test_a_body_is_added_without_scripts(root: Path, forms: str, chromium: Browser) -> None:
    """A list gets one more, chosen by its name, and is saved."""
    context = visitor(chromium, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{forms}/andra/{MEASURE}")
    bodies = page.locator("#f-responsibilities-2-bodies")
    bodies.get_by_role("button", name="Lägg till: Organisationer").click()
    bodies.get_by_role("combobox").last.select_option(label="Kulturnämnden (kulturnamnden)")
    page.get_by_role("button", name="Spara").click()
    said = page.locator("main > [role=status], main > [role=alert]").inner_text()
    context.close()
    assert "Sparat på grenen" in said
    assert lines_changed(root)[1] == ["    bodies: [lansmuseet, kulturnamnden]"]
