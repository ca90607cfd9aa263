"""Speaks with the language server that VS Code, Neovim and others use for YAML, as an editor does."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Timer
from typing import IO, Any, Self

import pytest

_PATIENCE_SECONDS = 300  # after which a server that says nothing is ended, and the test with it
_MARK = "▮"  # where the cursor is


class Editor:
    """An editor of one folder, with a language server beside it."""

    def __init__(self, folder: Path, asks: IO[bytes], answers: IO[bytes]) -> None:
        self._folder = folder
        self._asks = asks
        self._answers = answers
        self._numbers = count(1)
        self._opened: dict[str, int] = {}
        given = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
        settings = {key.removeprefix("yaml."): value for key, value in given.items() if key.startswith("yaml.")}
        self._settings = {**settings, "schemaStore": {"enable": False}}  # which it loads from the network

    def greet(self) -> Self:
        folders = [{"uri": self._folder.as_uri(), "name": "talks"}]
        hover = {"contentFormat": ["markdown"]}
        can = {"textDocument": {"hover": hover, "publishDiagnostics": {}}, "workspace": {"configuration": True}}
        root = self._folder.as_uri()
        self._request("initialize", processId=None, rootUri=root, capabilities=can, workspaceFolders=folders)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._settings})
        while self._read().get("method") != "workspace/configuration":
            pass  # before it has read its settings, it knows no schema and proposes nothing
        return self

    def faults(self, path: str, text: str | None = None) -> list[str]:
        """What is underlined in a file of the folder, or in it as it would be with another text."""
        uri = self._open(path, text)
        while True:
            told = self._read()
            if told.get("method") == "textDocument/publishDiagnostics" and told["params"]["uri"] == uri:
                return [one["message"] for one in told["params"]["diagnostics"]]

    def proposals(self, path: str, text: str) -> dict[str, str]:
        """What is proposed where the cursor is, ▮, each with what is said of it."""
        found = self._at_cursor("completion", path, text)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"].strip('"'): _words(item.get("documentation", "")) for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is said of the key under the cursor, ▮."""
        found = self._at_cursor("hover", path, text)
        return _words(found["contents"]) if found else ""

    def _at_cursor(self, what: str, path: str, text: str) -> Any:
        before, after = text.split(_MARK)
        uri = self._open(path, before + after)
        at = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._request(f"textDocument/{what}", textDocument={"uri": uri}, position=at)

    def _open(self, path: str, text: str | None) -> str:
        uri = (self._folder / path).as_uri()
        shown = (self._folder / path).read_text("utf-8") if text is None else text
        version = self._opened.get(uri, 0) + 1
        self._opened[uri] = version
        if version == 1:
            self._tell(
                "textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": shown}
            )
        else:
            changes = [{"text": shown}]
            self._tell("textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=changes)
        return uri

    def _request(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._write({"id": number, "method": method, "params": params})
        while True:
            told = self._read()
            if told.get("id") == number and "method" not in told:
                assert "error" not in told, told
                return told.get("result")

    def _tell(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._asks.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._asks.flush()

    def _read(self) -> Any:
        """The next message; what the server asks of the editor itself is answered first."""
        size = 0
        while line := self._answers.readline().strip():
            if found := re.fullmatch(rb"Content-Length: (\d+)", line):
                size = int(found[1])
        assert size, "the language server has ended"
        told = json.loads(self._answers.read(size))
        if "id" in told and "method" in told:
            wanted = told["params"].get("items", ()) if told["method"] == "workspace/configuration" else ()
            settings = [self._settings if one["section"] == "yaml" else None for one in wanted]
            self._write({"id": told["id"], "result": settings or None})
        return told


def _words(told: Any) -> str:
    return " ".join((told if isinstance(told, str) else told["value"]).split())


@contextmanager
def editing(folder: Path) -> Iterator[Editor]:
    """An editor of a folder of talks, closed at the end."""
    server = subprocess.Popen([_server(), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
    assert server.stdin
    assert server.stdout
    patience = Timer(_PATIENCE_SECONDS, server.kill)
    patience.start()
    try:
        yield Editor(folder, server.stdin, server.stdout).greet()
    finally:
        patience.cancel()
        server.kill()
        server.communicate()


def _server() -> str:
    """Where `make` has put the server; without npm, which no system must have, what asks it is skipped, in CI too."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    found = shutil.which("yaml-language-server", path=path)
    if found is None:
        pytest.skip("yaml-language-server is not installed")
    return found
