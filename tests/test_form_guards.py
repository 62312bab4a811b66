"""What the forms refuse: other hosts, forms from elsewhere, what is too big, other paths and methods, false editors."""

from pathlib import Path

import pytest
from werkzeug.test import Client

from site_builder.forms.guard import MOST_BYTES, Proxy
from tests.form_desk import MEASURE, Browser, application, changed, fields_in, git, town

ADDRESS = f"/andra/{MEASURE}"


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(town(tmp_path))


def unchanged(root: Path) -> bool:
    return not git(root, "status", "--porcelain") and git(root, "rev-list", "--count", "--all").strip() == "1"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:9", ""])
def test_only_the_host_that_was_meant(browser: Browser, host: str) -> None:
    """A name that leads here (rebinding) is no way in."""
    assert browser.client.get("/", headers={"Host": host}).status_code == 400
    assert browser.client.get("/").status_code == 200


def test_a_form_from_elsewhere_is_refused(browser: Browser) -> None:
    """No token, another's token, no cookie, another origin: nothing is written. As it should be, it is."""
    fields = changed(browser.form(ADDRESS), {"title": "Öppna ett hus"})
    for bad in ([], [("token", "")], [("token", "0" * 64)]):
        rest = [item for item in fields if item[0] != "token"]
        assert browser.send(ADDRESS, [*bad, *rest], "save").status_code == 403
    given = {**dict(fields), "do": "save"}
    assert Client(browser.client.application).post(ADDRESS, data=given).status_code == 403
    for header in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert browser.client.post(ADDRESS, data=given, headers=header).status_code == 403
    assert unchanged(browser.root)
    good = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert browser.client.post(ADDRESS, data=given, headers=good).status_code == 200
    assert not unchanged(browser.root)


def test_what_is_too_big_is_not_read(browser: Browser) -> None:
    fields = changed(browser.form(ADDRESS), {"lead": "a" * MOST_BYTES})
    assert browser.send(ADDRESS, fields, "save").status_code == 413
    assert unchanged(browser.root)


@pytest.mark.parametrize(
    "path",
    [
        "/andra/../town/content/site.yaml", "/andra/%2e%2e/%2e%2e/etc/passwd", "/andra//etc/passwd",
        "/andra/.git/config", "/andra/docs/om/index.md",
        "/andra/content/plans/ungdomsplan-2023-2026/interventions/../plan.yaml",
        "/andra/content/nothing.yaml", "/andra/content/decisions.yaml", "/andra/content/decisions.yaml?post=finns-inte",
        "/andra/content/accessibility.yaml", "/ny/site", "/ny/intervention", "/ny/intervention?plan=finns-inte",
        "/ny/organization?plan=ungdomsplan-2023-2026", "/sida/finns-inte", "/forms.css",
        "/filer/forms.py", "/filer/../forms.css",
    ],
)  # fmt: skip
def test_other_paths_lead_nowhere(browser: Browser, path: str) -> None:
    """Only things of the content have forms, and nothing of a path is said back."""
    answer = browser.client.get(path)
    assert answer.status_code == 404
    assert "passwd" not in answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/skicka"), ("PUT", ADDRESS), ("DELETE", ADDRESS), ("POST", "/"), ("POST", "/filer/forms.css")],
)
def test_other_methods_are_refused(browser: Browser, method: str, path: str) -> None:
    assert browser.client.open(path, method=method).status_code == 405


def test_every_answer_has_a_strict_policy(browser: Browser) -> None:
    """No script or style but files of ours, no frame around it, nothing kept; also where it is refused."""
    for path in ("/", ADDRESS, "/finns-inte", "/filer/forms.css"):
        headers = browser.client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
    cookie = Client(browser.client.application).get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_header_names_nobody_where_there_is_no_proxy(browser: Browser) -> None:
    """On one's own machine git says who it is, whatever a request says."""
    page = browser.client.get("/", headers={"X-Editor-Name": "Annan", "X-Editor-Mail": "annan@example.invalid"})
    assert "Annan" not in page.text
    assert "Du redigerar som Redaktionen." in page.text


def test_the_proxy_is_believed_from_its_own_address_alone(tmp_path: Path) -> None:
    """From elsewhere, without a name or with an address that is none, it is refused."""
    root = town(tmp_path)
    proxy = Proxy("10.0.0.1", "X-Editor-Name", "X-Editor-Mail")
    client = Client(application(root, ("localhost",), proxy, tmp_path / "desks"))
    named = {"X-Editor-Name": "Kansliet", "X-Editor-Mail": "kansliet@example.invalid"}
    there = {"REMOTE_ADDR": "10.0.0.1"}
    assert client.get("/", headers=named, environ_overrides={"REMOTE_ADDR": "10.0.0.2"}).status_code == 403
    assert client.get("/", environ_overrides=there).status_code == 403
    bad = {**named, "X-Editor-Mail": "ingen adress"}
    assert client.get("/", headers=bad, environ_overrides=there).status_code == 403
    assert client.get("/", headers=named, environ_overrides=there).status_code == 200


def test_each_editor_has_a_desk_and_a_branch(tmp_path: Path) -> None:
    """Two editors at once: each sees and commits what is theirs, and the files of the site stay as they were."""
    root = town(tmp_path)
    proxy = Proxy("10.0.0.1", "X-Editor-Name", "X-Editor-Mail")
    program = application(root, ("localhost",), proxy, tmp_path / "desks")
    for name in ("Kansliet", "Nämnden"):
        client, there = Client(program), {"REMOTE_ADDR": "10.0.0.1"}
        shown = name.encode().decode("latin-1")  # as a server hands it over
        named = {"X-Editor-Name": shown, "X-Editor-Mail": f"{len(name)}@example.invalid"}
        page = client.get(ADDRESS, headers=named, environ_overrides=there)
        assert "Öppna en fritidsgård" in page.text
        fields = {**dict(changed(fields_in(page.text), {"title": f"Hus för {name}"})), "do": "save"}
        assert client.post(ADDRESS, data=fields, headers=named, environ_overrides=there).status_code == 200
    assert (root / MEASURE).read_text("utf-8").count("Hus för") == 0
    found = git(root, "for-each-ref", "--format=%(authorname)", "refs/heads/forslag/").split()
    assert sorted(found) == ["Kansliet", "Nämnden"]
