"""The search as a visitor meets it: what it finds, and that it can be used by everybody, in private."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.browser import axe, visitor
from tests.search.browse import ANSWERED, ask

pytestmark = pytest.mark.browser
PARTIAL = "() => document.getElementById('sok-status').textContent.includes('träffar kan saknas')"
SCRIPTS = Path(__file__).resolve().parent.parent / "docs/assets/js"
NEVER_BEGUN = "() => document.getElementById('sok-status').textContent.includes('kom inte igång')"
FAILED = "() => document.getElementById('sok-status').textContent.includes('Försök igen')"


@pytest.fixture
def search(page: Page, served: str) -> Page:
    """The search page, which makes the test fail if its scripts do."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{served}sok/")
    page.wait_for_selector(".search.ready")
    assert faults == []
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("text", ["", "fritid", "fritidd", "sophämtning"])
def test_every_state_is_accessible(search: Page, text: str, width: int, scheme: str) -> None:
    search.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    search.set_viewport_size({"width": width, "height": 900})
    if text:
        ask(search, text)
        search.wait_for_load_state("networkidle")
    assert axe(search) == []
    assert search.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_result_says_where_the_words_stand(search: Page) -> None:
    ask(search, "fritid")
    first = search.locator("#sok-resultat > li").first
    first.locator("mark").first.wait_for()
    assert "fritid" in first.inner_text().casefold()
    assert first.locator("a.hit").count() == 1
    assert "träffar för ”fritid”" in search.inner_text("#sok-status")


def test_everyday_words_lead_to_what_they_are_about(search: Page) -> None:
    assert ask(search, "velociped")[0].endswith("/insatser/1-2/")


def test_an_exact_number_comes_first(search: Page) -> None:
    for text in ("2:1", "2.1", "insats 2-1"):
        assert ask(search, text)[0].endswith("/insatser/2-1/")


def test_a_compound_may_be_written_as_two_words(search: Page) -> None:
    """What the compound finds comes first; a page with one of the words may come after."""
    whole = ask(search, "cykelutlåning")
    assert sorted(ask(search, "cykel utlåning")[: len(whole)]) == sorted(whole) != []


def test_a_word_that_is_not_known_does_not_hide_the_others(search: Page) -> None:
    assert ask(search, "fritidsgård spårvagnshållplats")[:3] == ask(search, "fritidsgård")[:3]


def test_two_misspelt_words_are_both_put_right(search: Page) -> None:
    ask(search, "cykelutlning velocped")
    status = search.inner_text("#sok-status")
    assert "”cykelutlning”" in status
    assert "”velocped”" in status


def test_a_choice_narrows_the_results_and_stands_in_the_address(search: Page) -> None:
    all_found = ask(search, "fritid")
    search.select_option("#sok-typ", "Insats")
    search.wait_for_function("location.search.includes('typ=Insats')")
    shown = search.locator(".hit-kind").all_inner_texts()
    assert shown
    assert all(kind.startswith("Insats") for kind in shown)
    assert search.locator(".hit-kind > .area-edge[class*=hue-]").count() == len(shown)
    search.go_back()
    search.wait_for_function("document.getElementById('sok-typ').value === ''")
    assert search.eval_on_selector_all("a.hit", "links => links.map(link => link.href)") == all_found


def test_the_address_holds_the_question_and_back_returns_to_it(page: Page, served: str) -> None:
    page.goto(f"{served}sok/?q=buss")
    page.wait_for_function(ANSWERED, arg="buss")
    page.fill("#sok-falt", "fritid")
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED, arg="fritid")
    page.click("a.hit >> nth=0")
    page.wait_for_function("!location.pathname.endsWith('/sok/')")
    page.go_back()
    page.wait_for_function(ANSWERED, arg="fritid")
    page.go_back()
    page.wait_for_function(ANSWERED, arg="buss")
    assert page.input_value("#sok-falt") == "buss"


def test_the_header_leads_to_the_search_page_from_any_page(page: Page, served: str) -> None:
    page.goto(f"{served}ordlista/")
    page.fill("#sidhuvud-sok", "fritid")
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED, arg="fritid")
    assert page.locator("a.hit").count() > 3


def test_it_works_by_keyboard_alone(page: Page, served: str) -> None:
    page.goto(f"{served}sok/")
    page.wait_for_selector(".search.ready")
    page.keyboard.type("fritid")
    page.wait_for_function(ANSWERED, arg="fritid")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "hit":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("!location.pathname.endsWith('/sok/')")


def test_nothing_found_says_so_and_leads_on(search: Page) -> None:
    assert ask(search, "sophämtning") == []
    assert "Inga träffar" in search.inner_text("#sok-status")
    assert search.locator("#hitta-utan-att-soka ~ ul a").count() > 4


def test_without_scripts_the_page_says_so_and_leads_to_the_lists(chromium: Browser, served: str) -> None:
    context = visitor(chromium, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}sok/?q=fritid")
    assert "JavaScript" in page.inner_text("#sok-status")
    assert page.locator("#sok-status").is_visible()
    assert not page.locator(".search-filter").is_visible()
    page.click("text=Ordlista >> nth=-1")
    context.close()


def test_other_pages_load_nothing_of_the_search_and_nothing_leaves_the_site(page: Page, served: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    for address in ("", "ordlista/", "ungdomsplan-2023-2026/insatser/1-1/"):
        page.goto(f"{served}{address}", wait_until="networkidle")
    assert [url for url in asked if "sok" in url.removeprefix(served)] == []
    page.goto(f"{served}sok/?q=hemligt", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(served)] == []
    assert [url for url in asked if "hemligt" in url] == [f"{served}sok/?q=hemligt"]


def test_a_question_of_many_letters_does_not_hold_the_browser(page: Page, served: str) -> None:
    """The field takes no more, but an address does: it is cut. It took half a minute."""
    page.goto(f"{served}sok/?q={'fritids' * 3_000}", wait_until="commit")
    page.wait_for_selector(".search.ready", timeout=8_000)


def test_a_failed_search_leaves_no_hits_of_another_question(search: Page) -> None:
    """Under the message stands nothing, and the next search may succeed."""
    ask(search, "fritid")
    search.route("**/*.json", lambda route: route.abort())
    search.fill("#sok-falt", "velociped")
    search.wait_for_function(FAILED)
    assert search.locator("#sok-resultat > li").count() == 0
    search.unroute("**/*.json")
    assert ask(search, "velociped")


@pytest.mark.parametrize("name", sorted(file.stem for file in SCRIPTS.glob("search*.js")))
def test_a_missing_script_is_told(page: Page, served: str, name: str) -> None:
    """As a failed search is, or as none is once it has been waited for: the state never stays empty."""
    page.route(f"**/{name}.*.js", lambda route: route.abort())
    page.goto(f"{served}sok/?q=fritid")
    page.wait_for_function("() => document.getAnimations().length || document.querySelector('.search.ready')")
    page.evaluate("() => document.getAnimations().forEach((one) => one.finish())")
    page.wait_for_function(f"() => ({FAILED})() || ({NEVER_BEGUN})()")
    assert page.locator("#sok-status").is_visible()
    assert page.locator("#sok-resultat > li").count() == 0


def test_while_the_scripts_are_awaited_nothing_is_said_of_them(page: Page, served: str) -> None:
    """They come in a moment; whoever reads the words would believe them."""
    held: list[Route] = []
    page.route("**/search.*.js", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the function
    page.goto(f"{served}sok/", wait_until="commit")
    page.wait_for_selector("#sok-status", state="attached")
    assert not page.locator("#sok-status").is_visible()
    held[0].continue_()
    page.wait_for_selector(".search.ready")
    assert page.locator("#sok-status").is_visible()


def test_a_missing_piece_is_told_and_what_was_found_stays(search: Page) -> None:
    """The words that are there answer; the reader is told that hits may be missing, and where the lists are."""
    search.route("**/traits-*.json", lambda route: route.fulfill(status=404))
    search.route("**/text-*.json", lambda route: route.fulfill(body="null"))
    found = ask(search, "fritid")
    search.wait_for_function(PARTIAL)
    assert found == search.eval_on_selector_all("a.hit", "links => links.map(link => link.href)") != []


@pytest.mark.parametrize("broken", ["", "null", "[[[", "7"])
def test_a_broken_piece_finds_nothing_but_says_so(search: Page, broken: str) -> None:
    """That a piece could not be read is no proof that a word stands nowhere."""
    search.route("**/piece-*.json", lambda route: route.fulfill(body=broken))
    search.fill("#sok-falt", "velociped")
    search.wait_for_function(FAILED)


def test_a_page_whose_index_was_replaced_is_fetched_anew_once(page: Page, served: str) -> None:
    """A new build has another index: the page that stands open leads to one that is gone."""
    loads: list[str] = []
    page.on("request", lambda request: loads.append(request.url) if request.is_navigation_request() else None)

    def old(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r'data-index="[^"]+"', 'data-index="0000000000/index.json"', answer.text())
        route.fulfill(response=answer, body=body)

    page.route("**/sok/?q=fritid", old, times=1)
    page.goto(f"{served}sok/?q=fritid")
    page.wait_for_selector("a.hit")
    assert len(loads) == 2
    page.route("**/index.json", lambda route: route.fulfill(status=404))
    page.reload()
    page.wait_for_function(FAILED)
    assert len(loads) == 3


def test_a_title_of_a_print_version_leads_to_it(search: Page) -> None:
    assert ask(search, "hela planen på en sida")[0].endswith("/utskrift/")


def test_a_hit_without_the_word_says_what_it_is_about(search: Page) -> None:
    """Nothing on the page tells why it was found; the editors do. A page that has the word shows it instead."""
    ask(search, "velociped")
    first = search.locator(".hit-excerpt").first
    first.filter(has_text="Handlar om cykel").wait_for()
    ask(search, "fritid")
    search.locator("mark").first.wait_for()
    assert "Handlar om" not in search.locator(".hit-excerpt").first.inner_text()


def test_a_question_that_readers_ask_leads_to_the_page_that_answers(search: Page) -> None:
    """Its words stand in no text: the result says which question the editors tied to it."""
    assert ask(search, "tandem till låns")[0].endswith("/insatser/1-2/")
    first = search.locator(".hit-excerpt").first
    first.filter(has_text="För den som frågar: kan man få en tandem till låns").wait_for()
    assert first.locator("mark").all_inner_texts() == ["tandem", "låns"]


def test_a_misspelt_word_of_readers_questions_is_put_right(search: Page) -> None:
    assert ask(search, "tanndem")[0].endswith("/insatser/1-2/")


def test_a_word_that_nothing_is_found_for_is_told_beside_what_is_found(search: Page) -> None:
    ask(search, "fritidsgård spårvagnshållplats")
    status = search.inner_text("#sok-status")
    assert "Inget hittades för ”spårvagnshållplats”" in status
    assert "”fritidsgård”" not in status
    ask(search, "fritidsgård")
    assert "Inget hittades" not in search.inner_text("#sok-status")
