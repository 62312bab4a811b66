"""`python -m tests.audit`: every page of the real site in a real browser; writes what is found to the content.

    --site FOLDER    a site that is already built, instead of building it
    --write FILE     where the findings go, instead of content/accessibility.yaml

With the variable VNU_JAR, the path of the Nu HTML checker (`vnu-jar` from npm, or https://validator.github.io/validator/),
the HTML of every page is checked as well; it needs Java.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.metadata import version
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from schema.choices import AuditKind
from schema.finished_site import Accessibility, AuditCheck, AuditFinding, AuditTool
from site_builder.edge.inputs import inputs
from tests.audit.examine import Effort, Examiner, Finding, with_every_part
from tests.browser import FLAGS, axe_version, chromium_path, serve
from tests.built_site import PREFIX, build_site, pages_of, policy
from tests.workspace import ROOT

FILE = ROOT / "content/accessibility.yaml"
HEADER = "# Skrivs av kommandot `make audit`. Ändra inte för hand.\n"


def main() -> None:
    """Examine the site, write the findings, and say how many there are."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path)
    parser.add_argument("--write", type=Path, default=FILE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = given.site or Path(folder) / "site"
        if given.site is None:
            build_site(site)
        found = audit(site)
    given.write.write_text(HEADER + as_yaml(found), encoding="utf-8")
    sys.stderr.write(f"{found.pages} pages, {len(found.findings)} rules broken: {given.write}\n")


def audit(site: Path) -> Accessibility:
    """Examine every page of a built site on all processors; those with every part of the theme in every state."""
    addresses, thoroughly = list(pages_of(site)), with_every_part(inputs(ROOT, history=False).check().index)
    with serve(site, prefix=PREFIX, headers=policy(site)) as base, ProcessPoolExecutor() as pool:
        jobs = [pool.submit(examined, base, one, "states" if one in thoroughly else "sample") for one in addresses]
        findings, cases, tools = set[Finding](), Counter[str](), dict[str, str]()
        for number, (address, job) in enumerate(zip(addresses, jobs, strict=True), start=1):
            found, tried, tools = job.result()
            findings |= found
            cases.update(tried)
            sys.stderr.write(f"{number}/{len(addresses)} /{address} {sorted(found) or ''}\n")
    if jar := os.environ.get("VNU_JAR"):
        findings |= set(nu(site, jar))
        tools["Nu Html Checker"] = _run("java", "-jar", jar, "--version").stdout.strip()
        cases["html"] = len(addresses)
    return summed(findings, cases, tools, len(addresses))


def examined(base: str, address: str, effort: Effort) -> tuple[set[Finding], dict[str, int], dict[str, str]]:
    """Return what is wrong with a page, how much was tried and with what. Runs in a process of its own."""
    cases = dict[str, int]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), headless=True, args=list(FLAGS))
        tools = {"axe-core": axe_version(), "Chromium": browser.version, "Playwright": version("playwright")}
        examiner = Examiner(browser, base, effort, cases)
        found = set(examiner.examine(address))
        browser.close()
    return found, cases, tools


def nu(site: Path, jar: str) -> Iterable[Finding]:
    """Yield the faults that the Nu HTML checker finds."""
    done = _run("java", "-jar", jar, "--skip-non-html", "--format", "json", str(site))
    for message in json.loads(done.stderr)["messages"]:
        if message["type"] == "error":
            address = message["url"].partition(f"{site.name}/")[2].removesuffix("index.html")
            yield Finding("html", message["message"], address, message.get("extract", ""))


def summed(findings: Iterable[Finding], cases: Mapping[str, int], tools: dict[str, str], pages: int) -> Accessibility:
    """Return the findings by rule, with the pages of each."""
    by_rule: dict[tuple[str, str], set[str]] = {}
    for finding in findings:
        by_rule.setdefault((finding.check, finding.rule), set()).add(f"/{finding.address}")
    return Accessibility(
        tested=date.today(),  # noqa: DTZ011 - the day where the audit is made
        pages=pages,
        tools=tuple(AuditTool(name=name, version=number) for name, number in tools.items()),
        checks=tuple(AuditCheck(kind=AuditKind(kind), cases=number) for kind, number in cases.items()),
        findings=tuple(
            AuditFinding(kind=AuditKind(kind), rule=rule, pages=tuple(sorted(found)))
            for (kind, rule), found in sorted(by_rule.items())
        ),
    )


def as_yaml(found: Accessibility) -> str:
    """Return the findings as the content has them."""
    return yaml.safe_dump(found.model_dump(mode="json"), sort_keys=False, allow_unicode=True)


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


if __name__ == "__main__":
    main()
