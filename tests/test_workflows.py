"""The workflows for code hosts: the commands of each are run, as a host would, in a clean clone with a change in it.

What only the host has is stood in for: its command line, its address, the installing of packages.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.workspace import ROOT, Workspace, miniature

FOLDER = ROOT / "docs/dev/workflows"
PAGE = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
CHANGE, MAIN = "pull_request", "push"
SAME_REPOSITORY = "github.event.pull_request.head.repo.full_name == github.repository"
# What each condition comes to on a change and on the main branch; one that is not here fails the test.
CONDITIONS = {
    "": (CHANGE, MAIN),
    "github.event_name == 'pull_request'": (CHANGE,),
    f"github.event_name == 'pull_request' && {SAME_REPOSITORY}": (CHANGE,),
    "github.event_name == 'push' && vars.PUBLISH == 'yes'": (MAIN,),
    '$CI_PIPELINE_SOURCE == "merge_request_event"': (CHANGE,),
    '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PUBLISH == "yes"': (MAIN,),
}
HOST = {name: FOLDER / f"{name}.yml" for name in ("github", "gitlab", "forgejo")}
# Each writes what it was called with; the first asks the program itself for what make would.
STAND_INS = {
    "make": '[ "$1" = tools ] || exec .venv/bin/python -m site_builder "$1"',
    "gh": 'echo "gh $*" >> "$CALLS"; cat "${@: -1}" >> "$CALLS"',
    "curl": 'echo "curl $*" >> "$CALLS"; cat comment.* >> "$CALLS"',
    "apt-get": 'echo "apt-get $*" >> "$CALLS"',
}


@dataclass(frozen=True)
class Step:
    """A script of a workflow, with the variables that it is given."""

    script: str
    given: Mapping[str, str]


def steps(host: str, event: str) -> Iterator[Step]:
    """Yield the scripts that a host runs on an event, in order."""
    whole: Any = yaml.safe_load(HOST[host].read_text(encoding="utf-8"))
    if host == "gitlab":
        jobs = [job for job in whole.values() if isinstance(job, dict) and "script" in job]
        for job in sorted(jobs, key=lambda job: whole["stages"].index(job["stage"])):
            if event in CONDITIONS[job.get("rules", [{"if": ""}])[0]["if"]]:
                yield Step("\n".join(job["script"]), {})
        return
    for job in whole["jobs"].values():
        for step in job["steps"] if event in CONDITIONS[job.get("if", "")] else ():
            if "run" in step and event in CONDITIONS[step.get("if", "")]:
                yield Step(step["run"], step.get("env", {}))


@dataclass(frozen=True)
class Run:
    """What the scripts did: their exit code, what they wrote, and what they asked the host to do."""

    code: int
    out: str
    calls: str
    clone: Path


def run(host: str, event: str, origin: Workspace, folder: Path) -> Run:
    """Clone a repository anew and run a host's scripts in it, until one fails."""
    clone = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", str(origin.root), str(clone)], check=True, env=origin.variables)
    stand_in(folder / "bin", STAND_INS)
    stand_in(clone / ".venv/bin", {"python": f'exec {sys.executable} "$@"'})
    variables = {**origin.variables, **host_variables(folder, origin), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    told = ""
    for step in steps(host, event):
        given = {name: evaluated(value, variables) for name, value in step.given.items()}
        command = ["bash", "-e", "-o", "pipefail", "-c", step.script]
        done = subprocess.run(
            command, cwd=clone, env={**variables, **given}, capture_output=True, encoding="utf-8", check=False
        )
        told += done.stdout + done.stderr
        if done.returncode:
            return Run(done.returncode, told, read(folder / "calls"), clone)
    return Run(0, told, read(folder / "calls"), clone)


def host_variables(folder: Path, origin: Workspace) -> dict[str, str]:
    """What a host tells every script; the expressions in the files are looked up here too."""
    base = subprocess.run(
        ["git", "rev-parse", "HEAD~1"], cwd=origin.root, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()
    return {
        "CI": "true",
        "CALLS": str(folder / "calls"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_SHA": "abc",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "PLAN_TOKEN": "hemlig",
        "CI_API_V4_URL": "https://git.example/api/v4",
        "CI_PROJECT_ID": "7",
        "CI_MERGE_REQUEST_IID": "12",
        "github.event.pull_request.base.sha": base,
        "github.event.pull_request.number": "12",
        "github.token": "hemlig",
        "github.repository": "pages",
        "github.api_url": "https://git.example/api/v1",
        "github.server_url": str(folder),
    }


def evaluated(value: str, variables: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: variables[found[1]], str(value))


def stand_in(folder: Path, scripts: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, script in scripts.items():
        file = folder / name
        file.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
        file.chmod(0o755)


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def origin(tmp_path: Path) -> Workspace:
    """A repository with the miniature and one change of a fact after it."""
    made = replace(miniature(tmp_path / "origin"), environment={"GIT_CONFIG_COUNT": "0"})
    made.write(".gitignore", "/site/\n/.venv/\n__pycache__/\n")
    made.commit()
    made.replace("content/organizations/lansmuseet.yaml", "name: Länsmuseet", "name: Länets museum")
    made.commit()
    return made


@pytest.mark.parametrize("host", HOST)
def test_a_change_is_checked_built_and_told(host: str, origin: Workspace, tmp_path: Path) -> None:
    """Every script ends well; the site is there, and the change in Swedish is in a comment."""
    ran = run(host, CHANGE, origin, tmp_path)
    assert ran.code == 0, ran.out
    assert (ran.clone / "site/index.html").is_file()
    assert "Länets museum" in ran.calls
    assert "12" in ran.calls
    assert not (ran.clone / "public").exists()


@pytest.mark.parametrize("host", HOST)
def test_a_fault_stops_and_is_told_where_the_host_shows_it(host: str, origin: Workspace, tmp_path: Path) -> None:
    """At its line, as an annotation or a report; nothing is built and nothing said of a change."""
    origin.replace(PAGE, "intervention:", "insats:")
    origin.commit()
    ran = run(host, CHANGE, origin, tmp_path)
    assert ran.code == 1, ran.out
    if host == "gitlab":
        report = json.loads(read(ran.clone / "gl-code-quality.json"))
        assert {"unknown-field"} <= {item["check_name"] for item in report if item["location"]["path"] == PAGE}
    else:
        assert re.search(rf"^::error file={PAGE},line=\d+,col=\d+,title=unknown-field::", ran.out, re.MULTILINE)
    assert not (ran.clone / "site").exists()
    assert "comment" not in ran.calls


@pytest.mark.parametrize("host", HOST)
def test_the_main_branch_is_published(host: str, origin: Workspace, tmp_path: Path) -> None:
    """What is built is what is published, as far as scripts do it; GitHub's own actions do the rest there."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "pages.git")], check=True)
    ran = run(host, MAIN, origin, tmp_path)
    assert ran.code == 0, ran.out
    assert "comment" not in ran.calls
    if host == "gitlab":
        assert (ran.clone / "public/index.html").is_file()
    if host == "forgejo":
        files = ["git", "ls-tree", "-r", "--name-only", "pages"]
        shown = subprocess.run(files, cwd=tmp_path / "pages.git", check=True, capture_output=True, encoding="utf-8")
        assert "index.html" in shown.stdout.split("\n")


@pytest.mark.parametrize("host", HOST)
def test_no_foreign_text_stands_in_a_script(host: str) -> None:
    """What whoever proposes a change can choose reaches a script as a variable, never as a part of it."""
    for event in (CHANGE, MAIN):
        for step in steps(host, event):
            assert "${{" not in step.script


def test_actions_of_others_are_named_by_what_they_are() -> None:
    """GitHub's actions are pinned by their commits, since a tag can be moved."""
    used = re.findall(r"uses: (\S+)", HOST["github"].read_text(encoding="utf-8"))
    assert used
    assert all(re.search(r"@[0-9a-f]{40}$", name) for name in used)


def test_pre_commit_checks_content() -> None:
    """Both files name a command that exists, for changes of content alone."""
    own: Any = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = own["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "make check"
    assert offered["entry"] == "python -m site_builder check"
    for found in (hook, offered):
        assert re.match(found["files"], PAGE)
        assert not re.match(found["files"], "site_builder/build.py")
        assert found["pass_filenames"] is False
