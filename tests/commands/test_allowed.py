"""What authors have allowed is listed by `check` and `sources`, in every form, and stops nothing."""

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cases import LIBRARY, talk
from tests.running import put, run

REASON = "{why: It speaks for itself, by: Somebody, on: 2026-11-25}"
IDLE = f", C109: {REASON}"  # for no line of it needs to be tried
HEAD = f"allow: {{under-slot: {REASON}, short-slide: {REASON}, C030: {REASON}{IDLE}}}\n"
ANSWERED = "5 answered by 'allow'; '--all' prints each with its line and what to do"
SLIDE = f"- title: One thing to do\n  ask: example-action\n  allow: {{C002: {REASON}}}\n"
SHORT = "".join(f"- {{statement: {said}, notes: So.}}\n" for said in ("So it was", "So it is"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    events = "evening: {talk: talk, date: 2027-05-14}\n"
    files = {**LIBRARY, "talks/talk.yaml": HEAD + talk(SLIDE + SHORT), "talks/events.yaml": events}
    put(tmp_path, files)
    run("verify", "-C", tmp_path)
    return tmp_path


def test_check_tells_how_much_is_allowed_and_lists_it_if_asked(folder: Path) -> None:
    status, out, _ = run("check", "-C", folder, "--strict")
    assert status == 1
    assert out.endswith(f"\n1 warning, {ANSWERED}\n")
    assert "warning[C370]" in out
    out = run("check", "-C", folder, "--all")[1]
    assert "allowed[C002] no notes for 'One thing to do'" in out
    assert "= allowed: It speaks for itself (Somebody, 2026-11-25)" in out
    assert "\n1 warning, 5 answered by 'allow'\n" in out


def test_what_is_allowed_is_no_warning_however_strict(folder: Path) -> None:
    written = folder / "talks" / "talk.yaml"
    written.write_text(written.read_text("utf-8").replace(IDLE, ""), "utf-8")
    status, out, _ = run("check", "-C", folder, "--strict")
    assert (status, out) == (0, f"{ANSWERED}\nno faults in 1 talk: talk\n")
    assert run("build", "-C", folder, "--strict")[0] == 0
    assert run("build", "-C", folder, "--strict", "--event", "evening")[0] == 0
    assert "5 answered" in run("check", "-C", folder, "--strict", "--event", "evening")[1]


def test_programs_are_told_of_what_is_allowed_and_by_whom(folder: Path) -> None:
    found = json.loads(run("check", "-C", folder, "--format", "json")[1])
    (one,) = [one for one in found if one["code"] == "C002"]
    assert one["severity"] == "allowed"
    assert one["allowed"] == {"as": "C002", "why": "It speaks for itself", "by": "Somebody", "on": "2026-11-25"}
    assert [one["code"] for one in found if "allowed" not in one] == ["C370"]
    log = json.loads(run("check", "-C", folder, "--format", "sarif")[1])
    told = {one["ruleId"]: one.get("suppressions") for one in log["runs"][0]["results"]}
    assert told["C370"] is None
    # The standard's 3.27.23, for which the model that tests of SARIF hold it to has another name.
    reason = "It speaks for itself (Somebody, 2026-11-25)"
    assert told["C002"] == [{"kind": "inSource", "status": "accepted", "justification": reason}]
    assert run("check", "-C", folder, "--format", "github")[1].count("\n") == 1  # C370


def test_sources_lists_what_is_allowed_used_or_not(folder: Path) -> None:
    out = run("sources", "talk", "-C", folder)[1]
    assert "\njudged to be right as it is\n\n  C002  (talks/talk.yaml:11), which answers 1 finding\n" in out
    assert "    why        It speaks for itself\n    by         Somebody, 2026-11-25\n" in out
    assert "  C109  (talks/talk.yaml:1), which answers 0 findings\n" in out
    told = json.loads(run("sources", "talk", "-C", folder, "--format", "json")[1])["allowed"]
    assert [(one["as"], one["slide"], len(one["findings"])) for one in told] == [
        ("C002", "One thing to do", 1),
        ("under-slot", None, 1),
        ("short-slide", None, 2),
        ("C030", None, 1),
        ("C109", None, 0),
    ]
    assert told[0]["findings"] == [{"code": "C002", "message": "no notes for 'One thing to do'"}]


def test_a_deck_says_of_itself_what_is_allowed_in_it(folder: Path) -> None:
    assert run("build", "-C", folder)[0] == 0
    with zipfile.ZipFile(folder / "build" / "talk.pptx") as package:
        properties = ElementTree.fromstring(package.read("docProps/custom.xml"))
    (told,) = [one[0].text for one in properties if one.get("name") == "talkbuilder allowed"]
    found = json.loads(told or "")
    assert found[0] == {
        "as": "C002",
        "slide": "One thing to do",
        "why": "It speaks for itself",
        "by": "Somebody",
        "on": "2026-11-25",
    }
    assert {one["slide"] for one in found[1:]} == {""}
    assert [one["as"] for one in found[1:]] == ["under-slot", "short-slide", "C030", "C109"]


def test_a_reason_is_stored_in_a_deck_and_so_names_nobody_who_is_protected(folder: Path) -> None:
    run("protect", "Tamara", "-C", folder)
    file = folder / "talks" / "talk.yaml"
    file.write_text(file.read_text("utf-8").replace("It speaks for itself", "As Tamara says"), "utf-8")
    out = run("check", "-C", folder)[1]
    assert "error[C041]" in out
    assert "Tamara" not in out
