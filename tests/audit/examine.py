"""Everything that is tried on one page, at two widths, in two colour schemes and in every state it can be in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, Request

from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from tests.audit.states import STATES, brought_into
from tests.browser import axe, visitor

WIDTHS, HEIGHT = (1280, 320), 900
SCHEMES = ("light", "dark")
# Of the rules of axe, only these see colours. The others find the same in both schemes.
COLOUR_RULES = ("color-contrast", "link-in-text-block")

OVERFLOW = "document.scrollingElement.scrollWidth > document.documentElement.clientWidth + 1"
# An element that hides what does not fit, with text that does not fit; what is hidden from the eye on purpose aside.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  if (!one.innerText?.trim() || box.width < 3 || box.height < 3 || style.visibility === 'hidden') return false;
  const cut = (way) => /hidden|clip/.test(way);
  return cut(style.overflowX) && one.scrollWidth > one.clientWidth + 2
    || cut(style.overflowY) && one.scrollHeight > one.clientHeight + 4;
}).map(one => one.outerHTML.slice(0, 120))"""
# WCAG 2.2, 1.4.12: what a reader may ask of the spacing; 1.4.4: text of twice the size. As sheets of the page's own
# script interface, which the security policy allows.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
ENLARGED = "html { font-size: 200% !important }"
ADOPT = (
    """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }"""
)
WATCH = "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"


# Every state, but no rule where another state shows the same; or two samples, which differ in width and scheme; or the
# samples, the colours of what is pointed at, and of every other state whether it fits: where the same theme has been
# tried in every state, and the content alone is another.
Effort = Literal["states", "sample", "content"]


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong: which kind of check found it, by which rule, on which page and in which element."""

    check: str
    rule: str
    address: str
    element: str


@dataclass
class Examiner:
    """A browser's window that goes from page to page. `cases` counts what was tried, by the kind of check."""

    browser: Browser
    base: str
    effort: Effort = "states"
    cases: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._context = visitor(self.browser)
        self._context.add_init_script(WATCH)
        self._page = self._context.new_page()
        self._requests: list[Request] = []
        self._errors: list[str] = []
        self._page.on("request", lambda request: self._requests.append(request))  # noqa: PLW0108 - Playwright marks functions
        self._page.on("pageerror", lambda fault: self._errors.append(str(fault)))

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def examine(self, address: str) -> Iterator[Finding]:
        """Yield what is wrong with a page."""
        self._requests.clear()
        self._errors.clear()
        self._page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        self._page.emulate_media(color_scheme="light")
        self._page.goto(self.base + address, wait_until="load")
        for width in WIDTHS:
            self._page.set_viewport_size({"width": width, "height": HEIGHT})
            yield from self._states(address, width)
            yield from self._text(address, width)
        yield from self._privacy(address)

    def _states(self, address: str, width: int) -> Iterator[Finding]:
        for scheme in SCHEMES:
            self._page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
            for state in STATES:
                rules = self._rules(scheme, state.name, width)
                if rules is None and self.effort != "content":
                    continue
                with brought_into(self._page, state) as possible:
                    if not possible:
                        continue
                    if rules is not None:
                        yield from self._rules_broken(address, rules)
                    yield from self._overflow(address, state.name)
        self._page.emulate_media(color_scheme="light")

    def _rules_broken(self, address: str, rules: tuple[str, ...]) -> Iterator[Finding]:
        self._count("axe")
        for found in axe(self._page, rules=rules):
            yield from (Finding("axe", found.rule, address, element) for element in found.elements)

    def _rules(self, scheme: str, state: str, width: int) -> tuple[str, ...] | None:
        """Return which rules to try here: all, if empty; None for no try at all."""
        pointed = state in ("hover", "focus", "bottom")
        if self.effort == "sample" or (self.effort == "content" and not pointed):
            return () if state == "default" and (scheme, width) in (("light", 1280), ("dark", 320)) else None
        if pointed and (width != WIDTHS[0] or (state, scheme) == ("bottom", "dark")):
            return None
        return COLOUR_RULES if scheme == "dark" or pointed else ()

    def _overflow(self, address: str, state: str) -> Iterator[Finding]:
        self._count("reflow")
        if self._page.evaluate(OVERFLOW):
            yield Finding("reflow", "1.4.10", address, state)

    def _text(self, address: str, width: int) -> Iterator[Finding]:
        """Yield text that is cut, or that makes the page scroll sideways, once it is spaced out or enlarged."""
        wanted = [("spacing", "1.4.12", SPACING)]
        wanted += [("enlarged", "1.4.4", ENLARGED)] if width == WIDTHS[0] else []
        for check, rule, sheet in wanted:
            self._count(check)
            self._page.evaluate(ADOPT, sheet)
            cut = self._page.evaluate(CLIPPED) + (["html"] if self._page.evaluate(OVERFLOW) else [])
            yield from (Finding(check, rule, address, element) for element in cut)
            self._page.evaluate("document.adoptedStyleSheets = []")

    def _privacy(self, address: str) -> Iterator[Finding]:
        self._count("privacy")
        elsewhere = [request.url for request in self._requests if not request.url.startswith(self.base)]
        yield from (Finding("privacy", "origin", address, url) for url in elsewhere)
        yield from (Finding("privacy", "cookie", address, str(one)) for one in self._context.cookies())
        yield from (Finding("privacy", "policy", address, rule) for rule in self._page.evaluate("window.refused"))
        yield from (Finding("privacy", "script", address, error) for error in self._errors)

    def _count(self, check: str) -> None:
        self.cases[check] = self.cases.get(check, 0) + 1


def with_every_part(index: PlanIndex) -> tuple[str, ...]:
    """Return the pages that between them have every part of the theme: four of the plan that the site begins with."""
    content = index.plans[index.site.value.current_plan] if index.site else next(iter(index.plans.values()))
    plan = content.plan.value
    interventions = [urls.intervention(plan, record.value.number) for record in content.interventions[:1]]
    return ("", *interventions, urls.plan_page(plan, "ansvarsmatris"), urls.plan_page(plan, "kopplingar"))


def examine(browser: Browser, base: str, address: str, effort: Effort) -> list[Finding]:
    """Return what is wrong with one page."""
    examiner = Examiner(browser, base, effort)
    try:
        return list(examiner.examine(address))
    finally:
        examiner.close()
