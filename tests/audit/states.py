"""The states that a page can be brought into: opened, filtered, hovered, focused, scrolled to its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

from tests.browser import MARK_OF_EACH_KIND

INTERACTIVE = "a[href], button, input, select, summary, [tabindex]"


@dataclass(frozen=True)
class State:
    """A state by its name: where it is possible, what brings it about and what ends it, as expressions of JavaScript.

    `pseudo` are classes that the browser is told to treat controls of every kind as having, which no script can do.
    """

    name: str
    possible: str = "true"
    start: str = ""
    end: str = ""
    pseudo: tuple[str, ...] = ()


DEFAULT = State("default")
STATES = (
    DEFAULT,
    State(
        "menu",
        "innerWidth < 1024 && !!document.querySelector('.menu-button')",
        "document.querySelector('.menu-button').click()",
        "document.querySelector('.menu-button').click()",
    ),
    State(
        "details",
        "!!document.querySelector('details:not([open])')",
        "document.querySelectorAll('details:not([open])').forEach(one => { one.open = true; one.dataset.shut = '' })",
        "document.querySelectorAll('[data-shut]').forEach(one => { one.open = false; delete one.dataset.shut })",
    ),
    State(
        "filtered",
        "!!document.querySelector('form.filter select')",
        "(one => { one.selectedIndex = 2; one.dispatchEvent(new Event('change', {bubbles: true})) })"
        "(document.querySelector('form.filter select'))",
        "document.querySelector('form.filter').reset()",
    ),
    State("hover", pseudo=("hover",)),
    State("focus", pseudo=("focus", "focus-visible")),
    State(
        "bottom",
        "document.documentElement.scrollHeight > innerHeight * 1.5",
        "scrollTo(0, document.documentElement.scrollHeight)",
        "scrollTo(0, 0)",
    ),
)


@contextmanager
def brought_into(page: Page, state: State) -> Iterator[bool]:
    """Bring a page into a state and out of it again; give False where the page has no such state."""
    if not page.evaluate(state.possible):
        yield False
        return
    session = page.context.new_cdp_session(page) if state.pseudo else None
    if session:
        page.evaluate(f"({MARK_OF_EACH_KIND})('{INTERACTIVE}', 'data-pointed')")
        _force(session, state.pseudo)
    if state.start:
        page.evaluate(f"{state.start}; null")
    yield True
    if state.end:
        page.evaluate(f"{state.end}; null")
    if session:
        session.detach()


def _force(session: CDPSession, pseudo: tuple[str, ...]) -> None:
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-pointed]"})
    for node in found["nodeIds"]:
        session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": list(pseudo)})
