"""The form of a report begins with every duty of the year, and only what has been answered is written."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from site_builder.edge.inputs import inputs
from site_builder.export.sheets.follow_up_form import follow_up_form
from site_builder.foundation.diagnostic import has_errors
from site_builder.reading.yaml_reader import parse
from tests.browser import axe, visitor
from tests.form_desk import Browser, Fields, changed, fields_in, git, notes, said, town
from tests.jobs.ways import serving_forms

BODY, YEAR = "lansmuseet", "2024"
REPORT = f"content/follow_ups/{YEAR}-{BODY}.yaml"
NEW = f"/ny/follow_up?organization={BODY}&year={YEAR}&like=2024-kulturnamnden"
PLAN = "ungdomsplan-2023-2026"


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(town(tmp_path))


def filled(browser: Browser) -> Fields:
    """The form of the report with all but its answers."""
    fields = fields_in(browser.send(NEW, browser.form(NEW), "add:sources").text)
    source = {"sources.0.document": "uppfoljning-2024", "sources.0.section": "Fråga 1"}
    return changed(fields, {"document": "uppfoljning-2024", "lead": "Museet svarade.", **source})


def measures(fields: Fields) -> list[str]:
    """The measures of the rows, in their order."""
    return [value for name, value in fields if name.startswith("f.answers.") and name.endswith(".measure")]


def answers(root: Path) -> list[dict[str, object]]:
    """The answers in the file."""
    source, _ = parse(REPORT, (root / REPORT).read_text("utf-8"))
    assert source
    assert isinstance(source.data, dict)
    found: list[dict[str, object]] = source.data["answers"]
    return found


def test_whose_report_it_is_is_asked_first(browser: Browser) -> None:
    """What is missing is told at its field; then the address says what was answered."""
    fields = browser.form("/ny/follow_up")
    assert {*notes(browser.send("/ny/follow_up", fields, "check"))} == {"organization", "year"}
    wrong = changed(fields, {"organization": BODY, "year": "i fjol"})
    assert notes(browser.send("/ny/follow_up", wrong, "check")) == {"year": "Skriv året med fyra siffror."}
    answer = browser.send("/ny/follow_up", changed(fields, {"organization": BODY, "year": YEAR}), "check")
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.headers["Location"]).query) == {"organization": [BODY], "year": [YEAR]}
    assert git(browser.root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "query", ["?organization=ingen&year=2024", "?organization=lansmuseet&year=20244", "?year=2024"]
)
def test_an_address_that_says_no_report_asks(browser: Browser, query: str) -> None:
    assert "f.answers" not in dict(browser.form(f"/ny/follow_up{query}"))
    assert "Fortsätt" in browser.client.get(f"/ny/follow_up{query}").text


def test_the_rows_are_those_of_the_form_in_a_spreadsheet(browser: Browser) -> None:
    """Every body that had a duty in a year; of one without, the form has no rows."""
    given = inputs(browser.root, history=False)
    index = given.check().index
    counts = set()
    for body in index.organizations:
        rows = follow_up_form(index, body, 2025, (), given.strings).rows
        fields = browser.form(f"/ny/follow_up?organization={body}&year=2025")
        assert measures(fields) == [row.key for row in rows]
        counts.add(len(rows))
    assert {0, 2} <= counts


def test_what_is_known_is_filled_in_and_nothing_else(browser: Browser) -> None:
    """The id, the title, whose and when, and the scale that was chosen; no row has an answer, a comment or a source."""
    fields = dict(browser.form(NEW))
    known = {"id": f"{YEAR}-{BODY}", "title": "Uppföljning 2024, länsmuseet", "organization": BODY, "year": YEAR}
    assert {name: fields[f"f.{name}"] for name in known} == known
    assert [fields[f"f.scale.{place}.id"] for place in (0, 1)] == ["ja", "nej"]
    rows = {name: value for name, value in fields.items() if name.startswith("f.answers.") and value}
    assert {name.rpartition(".")[2] for name in rows} == {"measure"}
    own = dict(browser.form("/ny/follow_up?organization=tekniska-namnden&year=2025"))
    assert own["f.scale.2.id"] == "ej-paborjat"
    assert "f.scale.0.id" not in dict(browser.form(f"/ny/follow_up?organization={BODY}&year={YEAR}"))


def test_only_what_is_answered_is_written(browser: Browser) -> None:
    """With the report's sources; how much is left is told, and the rest can be answered another day."""
    answer = browser.send(NEW, changed(filled(browser), {"answers.1.value": "ja"}), "save")
    assert said(answer).startswith("Sparat på grenen forslag/"), (said(answer), notes(answer))
    assert "Åtgärder utan svar, som inte står i filen: 1." in said(answer)
    place = {"document": "uppfoljning-2024", "section": "Fråga 1"}
    assert answers(browser.root) == [{"measure": f"{PLAN}/2:2", "value": "ja", "sources": [place]}]
    again = browser.form(f"/andra/{REPORT}")
    assert measures(again) == [f"{PLAN}/2:2", f"{PLAN}/1:1"]
    assert "Ingenting är ändrat" in said(browser.send(f"/andra/{REPORT}", again, "save"))
    rest = changed(again, {"answers.1.value": "nej", "answers.1.comment": "Museet väntar."})
    assert "utan svar" not in said(browser.send(f"/andra/{REPORT}", rest, "save"))
    assert answers(browser.root)[1] == {
        "measure": f"{PLAN}/1:1", "value": "nej", "comment": "Museet väntar.", "sources": [place]
    }  # fmt: skip


def test_a_report_without_an_answer_is_not_made(browser: Browser) -> None:
    answer = browser.send(NEW, filled(browser), "save")
    assert answer.status_code == 422
    assert "answers" in notes(answer)
    assert not (browser.root / REPORT).exists()


def test_what_is_wrong_is_told_at_its_row(browser: Browser) -> None:
    """The rows before it are in the form and not in the file."""
    answer = browser.send(NEW, changed(filled(browser), {"answers.1.value": "nej"}), "save")
    assert [name for name in notes(answer) if name.startswith("answers")] == ["answers.1.value"]
    assert not (browser.root / REPORT).exists()


def test_a_measure_that_somebody_puts_in_is_not_left_out(browser: Browser) -> None:
    """Without an answer it says that the question was left open, so it needs its source like any other."""
    fields = changed(filled(browser), {"answers.1.value": "ja"})
    added = fields_in(browser.send(NEW, fields, "add:answers").text)
    chosen = changed(added, {"answers.2.measure": f"{PLAN}/1:2"})
    answer = browser.send(NEW, chosen, "save")
    assert "answers.2.sources" in notes(answer)


def test_a_locked_report_has_the_rows_of_its_file_alone(browser: Browser) -> None:
    path = "content/follow_ups/2024-tekniska-namnden.yaml"
    source, _ = parse(path, (browser.root / path).read_text("utf-8"))
    assert source
    assert isinstance(source.data, dict)
    assert measures(browser.form(f"/andra/{path}")) == [one["measure"] for one in source.data["answers"]]


@pytest.mark.browser
def test_a_report_is_made_without_scripts(browser: Browser, chromium: Chromium) -> None:
    """From the start of the forms to a commit; axe finds nothing on the way."""
    with serving_forms(browser.root) as address:
        context = visitor(chromium, java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}ny/follow_up")
        page.get_by_label("Organisation (måste finnas)").select_option(value=BODY)
        page.get_by_label("År (måste finnas)").fill(YEAR)
        page.get_by_label("Samma skala som").select_option(value="2024-kulturnamnden")
        page.get_by_role("button", name="Fortsätt").click()
        page.get_by_label("Dokument (måste finnas)").select_option(value="uppfoljning-2024")
        page.get_by_label("Ingress (måste finnas)").fill("Museet svarade på en fråga.")
        page.get_by_role("button", name="Lägg till: Källor").last.click()
        page.locator("#f-sources-0-document").select_option(value="uppfoljning-2024")
        page.locator("#f-sources-0-section").fill("Fråga 1")
        page.get_by_text("Svar 2: 2:2 Håll kurser på museet").click()
        page.locator("#f-answers-1-value").select_option(label="Ja, det är gjort (ja)")
        page.get_by_role("button", name="Spara").click()
        expect(page.locator("main > [role=status]")).to_contain_text("Sparat på grenen")
        context.close()
        plain = visitor(chromium).new_page()
        for part in ("ny/follow_up", NEW.removeprefix("/")):
            plain.goto(f"{address}{part}")
            assert axe(plain) == []
        plain.evaluate("for (const node of document.querySelectorAll('details')) node.open = true")
        assert axe(plain) == []
        plain.close()
    assert [one["measure"] for one in answers(browser.root)] == [f"{PLAN}/2:2"]
    assert not has_errors(inputs(browser.root, history=False).check().diagnostics)
