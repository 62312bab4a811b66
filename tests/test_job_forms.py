"""Forms for jobs that touch many files: shown before it is saved, saved as it was shown, and refused with words."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from site_builder.edge.inputs import inputs
from site_builder.forms.jobs.table import JOBS
from tests.browser import axe, visitor
from tests.form_desk import Browser, changed, fields_in, git, notes, said, town, words_in
from tests.jobs.ways import serving_forms
from tests.test_editing_jobs import epoch

RENUMBER = {"measure": "ungdomsplan-2023-2026/2:1", "number": "2:3"}
WITHDRAW = {"measure": "ungdomsplan-2023-2026/1:2", "decision": "uppdrag-fritidsgard", "last_day": "2025-06-30"}
DECISIONS = "content/decisions.yaml"


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Browser:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch())
    return Browser(town(tmp_path))


def untouched(root: Path) -> bool:
    """Nothing is written and nothing is committed."""
    return not git(root, "status", "--porcelain") and git(root, "rev-list", "--count", "--all").strip() == "1"


@pytest.mark.parametrize("name", [name for name, job in JOBS.items() if job.asked.model_fields])
def test_every_job_has_a_form_that_says_what_it_needs(browser: Browser, name: str) -> None:
    """The start leads to it, and an empty one tells at its fields what has to be answered."""
    assert f'href="/gor/{name}"' in browser.client.get("/").text
    answer = browser.send(f"/gor/{name}", browser.form(f"/gor/{name}"), "check")
    assert answer.status_code == 422
    assert len(notes(answer)) >= 2
    assert untouched(browser.root)


def test_a_job_that_asks_for_nothing_says_that_there_is_nothing_to_do(browser: Browser) -> None:
    assert [name for name, job in JOBS.items() if not job.asked.model_fields] == ["qualify"]
    assert 'href="/gor/qualify"' in browser.client.get("/").text
    answer = browser.send("/gor/qualify", browser.form("/gor/qualify"), "check")
    assert "Ingenting är ändrat" in said(answer)
    assert untouched(browser.root)


def test_what_would_change_is_shown_and_then_saved_as_it_was_shown(browser: Browser) -> None:
    """The sentences of the difference, the files and the lines; one commit with those files."""
    answer = browser.send("/gor/renumber", changed(browser.form("/gor/renumber"), RENUMBER), "check")
    words = words_in(answer, ".forms-changes")
    assert "Insats 2:3 hade tidigare nummer 2:1." in words
    assert "interventions/2-1.yaml heter nu" in words
    assert '+number: "2:3"' in words
    assert untouched(browser.root)
    saved = browser.send("/gor/renumber", fields_in(answer.text), "save")
    assert said(saved).startswith("Sparat på grenen forslag/redaktionen-")
    files = set(git(browser.root, "show", "--format=", "--name-only", "--no-renames", "HEAD").split())
    assert f"{'content/plans/ungdomsplan-2023-2026/interventions'}/2-3.yaml" in files
    assert all(Path(file).name in words for file in files)
    assert git(browser.root, "status", "--porcelain") == ""


def test_nothing_is_saved_that_has_not_been_shown(browser: Browser) -> None:
    """Neither without having looked, nor with other answers, nor when the content has become another."""
    fields = changed(browser.form("/gor/withdraw"), WITHDRAW)
    assert "innehållet har ändrats" in said(browser.send("/gor/withdraw", fields, "save")).lower()
    shown = fields_in(browser.send("/gor/withdraw", fields, "check").text)
    other = changed(shown, {"last_day": "2025-07-31"})
    assert "Sparat" not in said(browser.send("/gor/withdraw", other, "save"))
    assert untouched(browser.root)
    measure = browser.root / "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
    measure.write_text(measure.read_text("utf-8").replace("varje höst", "varje vår"), "utf-8")
    git(browser.root, "commit", "--quiet", "--all", "--message=Annan")
    again = browser.send("/gor/withdraw", shown, "save")
    assert "Sparat" not in said(again)
    assert "valid_to" not in measure.read_text("utf-8")
    assert said(browser.send("/gor/withdraw", fields_in(again.text), "save")).startswith("Sparat")
    assert "varje vår" in measure.read_text("utf-8")


def test_changes_that_are_in_no_commit_do_not_come_along(browser: Browser) -> None:
    fields = fields_in(browser.send("/gor/withdraw", changed(browser.form("/gor/withdraw"), WITHDRAW), "check").text)
    measure = browser.root / "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
    measure.write_text(f"{measure.read_text('utf-8')}# Handskrivet.\n", "utf-8")
    shown = fields_in(browser.send("/gor/withdraw", fields, "check").text)
    assert "inte är sparade i git" in said(browser.send("/gor/withdraw", shown, "save"))
    assert "valid_to" not in measure.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "answers", "words"),
    [
        ("renumber", {**RENUMBER, "number": "2:2"}, "redan numret på en annan insats"),
        ("renumber", {**RENUMBER, "number": "två"}, "inget nytt nummer"),
        ("withdraw", {**WITHDRAW, "last_day": "juni"}, "juni är ingen dag"),
        ("withdraw", {**WITHDRAW, "measure": "ungdomsplan-2023-2026/9:9"}, "finns inte"),
        ("rename", {"body": "kulturkretsen", "id": "lansmuseet"}, "används redan"),
        ("next-plan", {"before": "ungdomsplan-2023-2026", "id": "../x"}, "inget id för en ny plan"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    browser: Browser, name: str, answers: dict[str, str], words: str
) -> None:
    """In the words of the command, with the answers still there."""
    answer = browser.send(f"/gor/{name}", changed(browser.form(f"/gor/{name}"), answers), "check")
    assert answer.status_code == 422
    assert words in said(answer)
    kept = dict(fields_in(answer.text))
    assert all(kept[f"f.{key}"] == value for key, value in answers.items())
    assert untouched(browser.root)


def test_organizations_become_one_that_there_is_or_a_new_one(browser: Browser) -> None:
    """One of the two has to be answered; of a new one all that is needed."""
    fields = fields_in(browser.send("/gor/merge", browser.form("/gor/merge"), "add:old").text)
    half = changed(fields, {"old.0": "lansmuseet", "first_day": "2026-01-01"})
    assert "välj en organisation som finns, eller fyll i en ny" in said(browser.send("/gor/merge", half, "check"))
    begun = changed(half, {"new.name": "Kulturen"})
    assert {"new.id", "new.kind", "new.summary", "new.sources"} <= {*notes(browser.send("/gor/merge", begun, "check"))}
    both = changed(half, {"into": "kulturnamnden", "new.name": "Kulturen"})
    assert browser.send("/gor/merge", both, "check").status_code == 422
    good = browser.send("/gor/merge", changed(half, {"into": "kulturnamnden"}), "check")
    assert "Det här skulle ändras" in good.text


def test_what_a_person_should_look_at_is_told(browser: Browser) -> None:
    """A number that stands in a text without being a reference, also after it has been saved."""
    page = browser.root / "docs/om.md"
    page.write_text(f"{page.read_text('utf-8')}\nInsats 2:1 är viktig.\n", "utf-8")
    git(browser.root, "commit", "--quiet", "--all", "--message=Sida")
    shown = browser.send("/gor/renumber", changed(browser.form("/gor/renumber"), RENUMBER), "check")
    saved = browser.send("/gor/renumber", fields_in(shown.text), "save")
    for answer in (shown, saved):
        assert "2:1 står i texten utan att vara en hänvisning" in words_in(answer, ".forms-look")


@pytest.mark.parametrize("path", ["/gor/", "/gor/finns-inte", "/gor/../skicka", "/gor/withdraw/x"])
def test_other_jobs_lead_nowhere(browser: Browser, path: str) -> None:
    assert browser.client.get(path).status_code == 404


def test_a_form_from_elsewhere_is_refused(browser: Browser) -> None:
    fields = [item for item in changed(browser.form("/gor/withdraw"), WITHDRAW) if item[0] != "token"]
    assert browser.send("/gor/withdraw", fields, "check").status_code == 403
    assert browser.client.put("/gor/withdraw").status_code == 405


@pytest.mark.browser
def test_a_job_is_done_without_scripts(browser: Browser, chromium: Chromium) -> None:
    """Seen first, saved then; and axe finds nothing at any step, in either scheme."""
    with serving_forms(browser.root) as address:
        context = visitor(chromium, java_script_enabled=False)
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name="Avsluta en åtgärd").click()
        page.get_by_label("Åtgärd (måste finnas)").select_option(value=WITHDRAW["measure"])
        page.get_by_label("Beslut (måste finnas)").select_option(value=WITHDRAW["decision"])
        page.get_by_label("Sista dagen (måste finnas)").fill(WITHDRAW["last_day"])
        assert page.get_by_role("button", name="Spara").count() == 0
        page.get_by_role("button", name="Visa vad som ändras").click()
        page.get_by_role("button", name="Spara").click()
        expect(page.locator("main > [role=status]")).to_contain_text("Sparat på grenen")
        context.close()
    assert not [item for item in inputs(browser.root, history=False).check().diagnostics if item.severity == "error"]


@pytest.mark.browser
@pytest.mark.parametrize("name", JOBS)
def test_axe_finds_nothing(browser: Browser, page: Page, name: str) -> None:
    """In the empty form, in one with faults, and in what would change."""
    with serving_forms(browser.root) as address:
        page.goto(f"{address}gor/{name}")
        assert axe(page) == []
        page.get_by_role("button", name="Visa vad som ändras").click()
        assert axe(page) == []
        if name == "renumber":
            page.get_by_label("Åtgärd (måste finnas)").select_option(value=RENUMBER["measure"])
            page.get_by_label("Nytt nummer (måste finnas)").fill(RENUMBER["number"])
            page.get_by_role("button", name="Visa vad som ändras").click()
            page.get_by_text("Visa rad för rad").click()
            assert axe(page) == []
