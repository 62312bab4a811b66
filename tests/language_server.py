"""A real `yaml-language-server`, spoken to over its standard streams as an editor does."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

import pytest

from tests.web.tools import FOLDER, MISSING, has_node, install, must_have_node

SERVER = FOLDER / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60
CAN = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


def need_server() -> None:
    """Skip the test where there is no Node; in CI that is an error."""
    if not has_node():
        why = MISSING.format(what="no language server is tried")
        if must_have_node():
            raise AssertionError(why)
        pytest.skip(why)
    if not shutil.which("node") or install():
        pytest.fail("the tools of tests/web could not be installed")


class LanguageServer:
    """A server for one folder, with settings as an editor reads them from `.vscode/settings.json`."""

    def __init__(self, root: Path, settings: Mapping[str, Any], process: "subprocess.Popen[bytes]") -> None:
        self._root, self._settings, self._process = root, settings, process
        self._count = 0
        self._answers: dict[int, Any] = {}
        self._marks: dict[str, list[Any]] = {}
        self._heard: Queue[Any] = Queue()
        assert process.stdin
        assert process.stdout
        self._to: IO[bytes] = process.stdin
        Thread(target=self._listen, args=(process.stdout,), daemon=True).start()
        folders = [{"uri": root.as_uri(), "name": "plan"}]
        self.ask("initialize", processId=os.getpid(), rootUri=root.as_uri(), capabilities=CAN, workspaceFolders=folders)
        self._say("initialized")
        self._say("workspace/didChangeConfiguration", settings=self._settings)

    def open(self, path: str, text: str) -> None:
        """Open a file with a text, which need not be the one on the disk; each file once."""
        document = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self._say("textDocument/didOpen", textDocument=document)

    def marks(self, path: str) -> list[tuple[int, str]]:
        """What the server marks in an open file: line and words."""
        while self._uri(path) not in self._marks:
            self._take()
        return [(mark["range"]["start"]["line"] + 1, mark["message"]) for mark in self._marks[self._uri(path)]]

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown to whoever points at a place."""
        found = self.ask("textDocument/hover", **self._at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def completions(self, path: str, line: int, column: int) -> dict[str, str]:
        """What is offered at a place, with what is said of each."""
        found = self.ask("textDocument/completion", **self._at(path, line, column))
        return {item["label"]: _words(item.get("documentation", "")) for item in found["items"]}

    def ask(self, method: str, **params: object) -> Any:
        """Return the answer to a request."""
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while self._count not in self._answers:
            self._take()
        return self._answers.pop(self._count)

    def _at(self, path: str, line: int, column: int) -> dict[str, object]:
        place = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": self._uri(path)}, "position": place}

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _say(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self._heard.put(json.loads(stream.read(length)))

    def _take(self) -> None:
        """Take in one message; what the server asks of the editor is answered."""
        try:
            message = self._heard.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError("the language server is silent") from None
        if "method" not in message:
            assert "error" not in message, message
            self._answers[message["id"]] = message["result"]
        elif "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        elif message["method"] == "textDocument/publishDiagnostics":
            self._marks[message["params"]["uri"]] = message["params"]["diagnostics"]

    def _answer(self, message: Mapping[str, Any]) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, name: str) -> object:
        """Return a section of the settings as an editor hands it out: what the file writes with dots is nested."""
        found: dict[str, Any] = {}
        for key, value in self._settings.items():
            *above, last = key.removeprefix(f"{name}.").split(".")
            if key.startswith(f"{name}."):
                place = found
                for part in above:
                    place = place.setdefault(part, {})
                place[last] = value
        return found or None


def _words(documentation: Any) -> str:
    return str(documentation["value"]) if isinstance(documentation, dict) else str(documentation)


@contextmanager
def language_server(root: Path, settings: Mapping[str, Any]) -> Iterator[LanguageServer]:
    """Start a server for a folder, and end it."""
    need_server()
    command = ["node", str(SERVER), "--stdio"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield LanguageServer(root, settings, process)
    finally:
        process.kill()
        process.communicate()
