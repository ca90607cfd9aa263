"""Who may ask the server of a preview, and how it begins and ends."""

import http.client
import json
import os
import signal
import socket
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from talkbuilder.commands.status import WRONG_USE
from tests.corpora.tables import from_table
from tests.preview.opened import OUTLINE, Running, running, write
from tests.running import run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A talk folder that has a secret beside it, one in it that is no picture of the talk, and a circle."""
    above = tmp_path_factory.mktemp("above")
    (above / "secret.txt").write_text("a secret", "utf-8")
    write(above / "folder", files={"assets/images/secret.png": "a secret"})
    (above / "folder" / "loop.yaml").symlink_to("loop.yaml")
    return above / "folder"


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[Running]:
    with running(folder) as one:
        yield one


def asked(
    preview: Running, path: str, method: str = "GET", body: str | None = None, **headers: str
) -> tuple[int, str, Mapping[str, str]]:
    """The status, the text and the headers of an answer; the path stands behind the key, or begins with a slash."""
    key = preview.address.split("/")[3]
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=30)
    try:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path if path.startswith("/") else f"/{key}/{path}", body, told)
        answer = connection.getresponse()
        text = "" if path == "news" and answer.status == 200 else answer.read().decode("utf-8", "replace")
        return answer.status, text, {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


def test_the_address_opens_the_page_and_localhost_is_the_same_host(preview: Running) -> None:
    status, text, _ = asked(preview, "")
    assert (status, "<title>Preview</title>" in text) == (200, True)
    assert asked(preview, "presenter")[0] == 200
    assert asked(preview, "news")[0] == 200
    assert asked(preview, "", Host=f"localhost:{preview.port}")[0] == 200


@pytest.mark.parametrize("path", ["/", "/wrong/", "/wrong/news", "/page/desk.js", "/pair/abcdefghjk"])
def test_without_the_key_nothing_is_answered(path: str, preview: Running) -> None:
    assert asked(preview, path)[0] == 403


@pytest.mark.parametrize("host", ["example.org:{port}", "127.0.0.1:1", "127.0.0.1.example.org:{port}"])
def test_another_host_is_refused(host: str, preview: Running) -> None:
    status, text, _ = asked(preview, "", Host=host.format(port=preview.port))
    assert (status, text) == (403, "this address is not one of the preview's")


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1:1"])
def test_another_origin_is_refused(origin: str, preview: Running) -> None:
    body = json.dumps({"version": 1, "slide": 1})
    assert asked(preview, "stage", "POST", body, Origin=origin.format(port=preview.port))[0] == 403


def test_what_another_site_asks_is_refused(preview: Running) -> None:
    assert asked(preview, "", Sec_Fetch_Site="cross-site")[0] == 403
    assert asked(preview, "", Sec_Fetch_Site="same-origin")[0] == 200


@from_table
def test_nothing_but_the_pages_and_the_pictures_of_slides_is_sent(path: str, preview: Running) -> None:
    status, text, _ = asked(preview, path)
    assert status in (403, 404)
    assert "a secret" not in text


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("stage", "{}"),
        ("stage", '{"version": 1, "slide": 0, "curtain": "red"}'),
        ("stage", "no JSON"),
        ("stage", '{"version": 1, "slide": "two"}'),
        ("stage", '{"version": 1, "slide": -1}'),
        ("keep", '{"spent": {"A talk": "long"}}'),
        ("choose", '{"minutes": 0}'),
        ("choose", '{"aspect": "1:1"}'),
        ("open", '{"file": "../secret.txt", "line": 1}'),
        ("open", '{"file": "/etc/hostname", "line": 1}'),
        ("open", '{"file": "talks/talk.yaml", "line": "1"}'),
        ("stage", json.dumps({"version": 1, "slide": 0, "spent": {"x" * 200_000: 1}})),
        ("passages", '{"words": 1}'),
        ("around", '{"post": "a", "start": "b", "end": 1}'),
        ("fill", '{"place": {"post": "a", "start": 0, "end": 1}, "kind": "joke"}'),
        ("fill", '{"place": {"post": "a", "start": 0, "end": 1}, "kind": "fact", "own": {"says": 1}}'),
        ("speaker", '{"place": {"post": "a", "start": 0, "end": 1}, "speaker": {"is": "me"}}'),
    ],
)
def test_what_makes_no_sense_is_refused(path: str, body: str, preview: Running) -> None:
    assert asked(preview, path, "POST", body)[0] == 400


def test_what_changes_something_is_never_a_get(preview: Running) -> None:
    assert {asked(preview, path)[0] for path in ("stage", "keep", "choose", "open", "pairing", "fill", "speaker")} <= {
        404,
        405,
    }


def test_pages_may_load_nothing_from_elsewhere(preview: Running) -> None:
    _, _, headers = asked(preview, "")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_it_listens_on_this_machine_only(preview: Running) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("this machine is on no network")
        address = asking.getsockname()[0]
    with pytest.raises(OSError, match="refused"), socket.create_connection((address, preview.port), timeout=5):
        pass


def test_a_port_that_is_taken_is_told(folder: Path, preview: Running) -> None:
    status, out, err = run("preview", "-C", folder, "--no-open", "--port", preview.port)
    assert (status, out) == (WRONG_USE, "")
    assert err == (
        f"talkbuilder: port {preview.port} is taken, or may not be used\n"
        "  = hint: name another, or leave out --port and one is found\n"
    )


def test_two_previews_side_by_side_know_nothing_of_each_other(folder: Path, preview: Running) -> None:
    with running(folder) as other:
        assert other.port != preview.port
        assert asked(other, f"/{preview.address.split('/')[3]}/")[0] == 403
        asked(other, "stage", "POST", json.dumps({"version": 1, "slide": 3}))
        assert asked(preview, "")[0] == asked(other, "")[0] == 200


@pytest.mark.parametrize("sign", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.trial)])
def test_it_ends_at_once_and_leaves_nothing(sign: signal.Signals, tmp_path: Path) -> None:
    write(tmp_path)
    before = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    one = Running(tmp_path)
    listening = http.client.HTTPConnection("127.0.0.1", one.port, timeout=30)
    listening.request("GET", f"/{one.address.split('/')[3]}/news")
    listening.getresponse()
    children = Path(f"/proc/{one.process.pid}/task/{one.process.pid}/children")
    beside = children.read_text().split() if children.exists() else []
    assert one.end(sign) == ""
    assert one.process.exitcode in (0, -sign)
    until = time.monotonic() + 30
    while any(Path(f"/proc/{child}").exists() for child in beside) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(Path(f"/proc/{child}").exists() for child in beside)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize(
    ("arguments", "message"), [(["--port", "65536"], "'65536' is no port"), (["nothing"], "no talk 'nothing'")]
)
def test_a_command_line_that_is_wrong_is_told(arguments: list[str], message: str, folder: Path) -> None:
    status, _, err = run("preview", "-C", folder, *arguments)
    assert status == WRONG_USE
    assert message in err


def test_of_several_talks_one_has_to_be_named(tmp_path: Path) -> None:
    write(tmp_path, files={"talks/other.yaml": OUTLINE})
    status, _, err = run("preview", "-C", tmp_path)
    assert status == WRONG_USE
    assert "which talk?" in err


def test_the_editor_is_opened_at_the_line(tmp_path: Path) -> None:
    outline = write(tmp_path)
    editor = tmp_path / "bin" / "code"
    editor.parent.mkdir()
    editor.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/opened.part\nmv {tmp_path}/opened.part {tmp_path}/opened\n')
    editor.chmod(0o755)
    os.environ["VISUAL"] = f"{editor} --reuse-window"
    try:
        with running(tmp_path) as one:
            told = asked(one, "open", "POST", json.dumps({"file": "talks/talk.yaml", "line": 7}))
    finally:
        del os.environ["VISUAL"]
    assert json.loads(told[1]) == {"opened": True}
    until = time.monotonic() + 30
    while not (tmp_path / "opened").exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert (tmp_path / "opened").read_text() == f"--reuse-window --goto {outline.resolve()}:7\n"


@pytest.mark.parametrize("file", ["talks/talk.yaml\0", "\0", "a" * 5000, "../talk.yaml", "talks", "loop.yaml"])
def test_what_is_no_file_of_the_folder_cannot_be_opened(file: str, preview: Running) -> None:
    assert asked(preview, "open", "POST", json.dumps({"file": file, "line": 7}))[0] == 400
