"""The forms without a browser: every kind of field, a save that touches what is meant alone, and what is refused."""

import html
import re
from pathlib import Path

import pytest

from site_builder.forms.answers.adding import IN_PLAN, NEW_KINDS
from tests.form_desk import MEASURE, Browser, changed, fields_in, git, lines_changed, notes, said, town

SAVED = "Sparat på grenen forslag/redaktionen-"


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(town(tmp_path))


def test_every_thing_has_a_form_that_changes_nothing_by_itself(browser: Browser) -> None:
    """Each form is sent back as it came: nothing is written, whatever is in the file."""
    addresses = re.findall(r'href="(/andra/[^"]+)"', browser.client.get("/").text)
    assert len(addresses) > 50
    for address in map(html.unescape, addresses):
        answer = browser.send(address, browser.form(address), "save")
        assert "Ingenting är ändrat" in said(answer), address
    assert git(browser.root, "status", "--porcelain") == ""
    assert git(browser.root, "branch", "--format=%(refname:short)").split() == ["main"]


def test_a_save_is_one_commit_with_the_lines_meant(browser: Browser) -> None:
    """One field: one line, comments kept, a sentence as the message, the editor as author, a branch of their own."""
    path = browser.root / MEASURE
    path.write_text(path.read_text("utf-8").replace("lead:", "# En kommentar.\nlead:"), "utf-8")
    git(browser.root, "commit", "--quiet", "--all", "--message=Kommentar")
    before = path.read_text("utf-8")
    answer = browser.save(MEASURE, {"title": "Öppna ett hus vid torget"})
    assert said(answer).startswith(SAVED)
    gone, come = lines_changed(browser.root)
    assert gone == ["title: Öppna en fritidsgård vid torget"]
    assert come == ["title: Öppna ett hus vid torget"]
    assert path.read_text("utf-8") == before.replace(gone[0], come[0])
    assert git(browser.root, "log", "-1", "--format=%an <%ae>").strip() == "Redaktionen <redaktion@example.invalid>"
    assert "Insats 1:1" in git(browser.root, "log", "-1", "--format=%s")
    assert git(browser.root, "branch", "--show-current").startswith("forslag/redaktionen-")
    assert git(browser.root, "rev-list", "--count", "main..HEAD").strip() == "1"
    assert git(browser.root, "status", "--porcelain") == ""


def test_a_second_save_stays_on_the_branch(browser: Browser) -> None:
    browser.save(MEASURE, {"title": "Öppna ett hus vid torget"})
    browser.save(MEASURE, {"title": "Öppna två hus vid torget"})
    assert git(browser.root, "rev-list", "--count", "main..HEAD").strip() == "2"


@pytest.mark.parametrize(
    ("path", "post", "changes", "come"),
    [
        (MEASURE, "", {"when": "2025"}, 'when: "2025"'),
        (MEASURE, "", {"sources.0.page": "6"}, "page: 6"),
        ("content/decisions.yaml", "uppdrag-fritidsgard", {"date": "2024-03-01"}, "date: 2024-03-01"),
        (MEASURE, "", {"background": "Första.\r\n\r\nAndra."}, "  Andra."),
        (MEASURE, "", {"references.0.stated_in": "text"}, "stated_in: text"),
        ("content/organizations/kulturnamnden.yaml", "", {"general_explanation": "true"}, "general_explanation: true"),
    ],
    ids=["text", "number", "day", "prose", "choice", "yes or no"],
)
def test_each_kind_of_field_is_written_as_the_file_wants_it(
    browser: Browser, path: str, post: str, changes: dict[str, str], come: str
) -> None:
    """What was typed stands in the file, bare where it is a number or a day, and nothing else is touched."""
    answer = browser.save(path, changes, post)
    assert said(answer).startswith(SAVED), (said(answer), notes(answer))
    assert any(come in line for line in lines_changed(browser.root)[1])
    assert len(lines_changed(browser.root)[0]) <= 3


def test_a_reference_is_chosen_by_name(browser: Browser) -> None:
    """A list of choices has each body's name, with its id as what the file gets."""
    page = browser.client.get(f"/andra/{MEASURE}").text
    assert re.search(r'<option value="kulturnamnden"[^>]*>Kulturnämnden \(kulturnamnden\)</option>', page)


def test_the_buttons_of_a_list_change_the_form_and_no_file(browser: Browser) -> None:
    """Add, move and take away; what is saved then is what the form shows."""
    address = f"/andra/{MEASURE}"
    fields = browser.form(address)
    added = fields_in(browser.send(address, fields, "add:actions").text)
    place = len([name for name, _ in fields if name.startswith("f.actions.")])
    assert (f"f.actions.{place}", "") in added
    filled = changed(added, {f"actions.{place}": "Ett nytt steg."})
    moved = fields_in(browser.send(address, filled, f"up:actions.{place}").text) if place else filled
    assert dict(moved)[f"f.actions.{max(place - 1, 0)}"] == "Ett nytt steg."
    taken = fields_in(browser.send(address, moved, f"remove:actions.{max(place - 1, 0)}").text)
    assert taken == fields
    assert git(browser.root, "status", "--porcelain") == ""
    assert said(browser.send(address, moved, "save")).startswith(SAVED)
    assert lines_changed(browser.root)[1][-1].strip() == "- Ett nytt steg."


def test_a_part_is_added_with_its_fields(browser: Browser) -> None:
    address = f"/andra/{MEASURE}"
    fields = browser.form(address)
    added = fields_in(browser.send(address, fields, "add:sources").text)
    assert {name for name, _ in added} - {name for name, _ in fields} == {
        f"f.sources.1.{part}" for part in ("document", "section", "page")
    }


def test_findings_stand_at_their_fields_and_nothing_is_written(browser: Browser) -> None:
    """What is missing and what does not exist: told at the field, with the text that was typed still there."""
    answer = browser.save(MEASURE, {"title": "", "sources.0.section": "", "when": "  2025"})
    assert answer.status_code == 422
    assert {"title", "sources.0.section"} <= {*notes(answer)}
    assert dict(fields_in(answer.text))["f.when"] == "  2025"
    answer = browser.save(MEASURE, {"lead": "Se [[9:9]]."})
    assert {*notes(answer)} == {"lead"}
    assert "Ingenting är sparat" in said(answer)
    assert git(browser.root, "status", "--porcelain") == ""
    assert git(browser.root, "branch", "--format=%(refname:short)").split() == ["main"]


def test_a_file_that_somebody_else_changed_is_shown_as_two_versions(browser: Browser) -> None:
    """Both stand on the page, and the file is the other one's."""
    fields = browser.form(f"/andra/{MEASURE}")
    path = browser.root / MEASURE
    theirs = path.read_text("utf-8").replace("Öppna en fritidsgård", "Öppna ett kafé")
    path.write_text(theirs, "utf-8")
    git(browser.root, "commit", "--quiet", "--all", "--message=Annan")
    answer = browser.send(f"/andra/{MEASURE}", changed(fields, {"title": "Öppna ett hus"}), "save")
    assert answer.status_code == 409
    assert "Öppna ett kafé vid torget" in answer.text
    assert "Öppna ett hus" in answer.text
    assert path.read_text("utf-8") == theirs


def test_changes_that_are_in_no_commit_do_not_come_along(browser: Browser) -> None:
    path = browser.root / MEASURE
    path.write_text(path.read_text("utf-8") + "# Handskrivet.\n", "utf-8")
    answer = browser.save(MEASURE, {"title": "Öppna ett hus"})
    assert "inte är sparade i git" in said(answer)
    assert "Öppna ett hus" not in path.read_text("utf-8")


def test_the_page_is_shown_as_it_would_be(browser: Browser) -> None:
    """The frame's page has what was typed; it runs nothing and stands in no other site's frame."""
    address = f"/andra/{MEASURE}"
    answer = browser.send(address, changed(browser.form(address), {"lead": "Kvällar **på torget**."}), "preview")
    source = re.search(r'<iframe src="([^"]+)"', answer.text)
    assert source
    shown = browser.client.get(source[1])
    assert "Kvällar <strong>på torget</strong>." in shown.text
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert git(browser.root, "status", "--porcelain") == ""


def test_a_new_organization_is_made(browser: Browser) -> None:
    """What is missing is told at its field; filled in, it is a file of its own and a commit."""
    fields = browser.form("/ny/organization")
    answer = browser.send("/ny/organization", fields, "save")
    assert {"id", "name", "kind", "summary", "sources"} <= {*notes(answer)}
    with_source = fields_in(browser.send("/ny/organization", fields, "add:sources").text)
    document = dict(browser.form(f"/andra/{MEASURE}"))
    made = {
        "id": "parkstyrelsen", "name": "Parkstyrelsen", "kind": "committee", "summary": "Styrelsen sköter parkerna.",
        "sources.0.document": document["f.sources.0.document"], "sources.0.section": document["f.sources.0.section"],
    }  # fmt: skip
    answer = browser.send("/ny/organization", changed(with_source, made), "save")
    assert said(answer).startswith(SAVED), (said(answer), notes(answer))
    assert git(browser.root, "show", "--format=", "--name-only", "HEAD").split() == [
        "content/organizations/parkstyrelsen.yaml"
    ]


@pytest.mark.parametrize(
    "name", [f"{kind}?plan=ungdomsplan-2023-2026" if kind in IN_PLAN else kind for kind in NEW_KINDS]
)
def test_every_kind_that_new_makes_has_a_form(browser: Browser, name: str) -> None:
    """The start leads to it, and an empty one says at its fields what is needed."""
    assert f'href="/ny/{name}"' in browser.client.get("/").text
    answer = browser.send(f"/ny/{name}", browser.form(f"/ny/{name}"), "save")
    assert answer.status_code == 422
    assert len(notes(answer)) >= 2


def test_the_first_of_a_kind_makes_its_file(browser: Browser) -> None:
    """Where the file of a list is not there yet, it is written with what it is to hold."""
    git(browser.root, "rm", "--quiet", "content/redirects.yaml")
    git(browser.root, "commit", "--quiet", "--message=Borta")
    made = {"old": "/gammal/", "new": "/ungdomsplan-2023-2026/", "reason": "Sidan har flyttat."}
    answer = browser.send("/ny/redirect", changed(browser.form("/ny/redirect"), made), "save")
    assert said(answer).startswith(SAVED), (said(answer), notes(answer))
    assert (browser.root / "content/redirects.yaml").read_text("utf-8") == (
        "redirects:\n  - old: /gammal/\n    new: /ungdomsplan-2023-2026/\n    reason: Sidan har flyttat.\n"
    )


def test_a_proposal_is_sent_where_there_is_somewhere(browser: Browser, tmp_path: Path) -> None:
    """Without a remote it says so; with one the branch is there."""
    browser.save(MEASURE, {"title": "Öppna ett hus"})
    token = {"token": dict(browser.form(f"/andra/{MEASURE}"))["token"]}
    assert "git remote add" in said(browser.client.post("/skicka", data=token))
    git(tmp_path, "init", "--quiet", "--bare", "there.git")
    git(browser.root, "remote", "add", "origin", str(tmp_path / "there.git"))
    assert "är skickad till origin" in said(browser.client.post("/skicka", data=token))
    branch = git(browser.root, "branch", "--show-current").strip()
    assert git(tmp_path / "there.git", "rev-parse", branch) == git(browser.root, "rev-parse", "HEAD")
    assert "Skicka förslag" not in browser.client.get("/").text


def test_without_git_the_file_is_saved_and_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser(town(tmp_path))
    (browser.root / ".git").rename(tmp_path / "away")
    address = f"/andra/{MEASURE}"
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    for number, (key, value) in enumerate((("user.name", "Redaktionen"), ("user.email", "r@example.invalid"))):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    answer = browser.send(address, changed(browser.form(address), {"title": "Öppna ett hus"}), "save")
    assert "Här finns inget git" in said(answer)
    assert "title: Öppna ett hus\n" in (browser.root / MEASURE).read_text("utf-8")
