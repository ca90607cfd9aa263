"""Faults of the library in what no talk rests on warn; in what one rests on, and in what all rest on, they stop it."""

from pathlib import Path

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import LIBRARY, TALK, diagnostics, talk
from tests.running import run

CITES = talk("- {title: An hour is soon over, statement: 'An hour has {example-fact}', notes: So.}\n")
FACTS = LIBRARY["assets/facts.yaml"]
HALF = "half:\n  says: I wanted to write\n"


def found(files: dict[str, str], code: str) -> list[Diagnostic]:
    return [one for one in diagnostics({TALK: CITES, **files}) if one.code == code]


@pytest.mark.parametrize(
    ("half", "code"),
    [
        (HALF, "E003"),
        ("half:\n  says: I wanted: to write\n", "R004"),
        ("half:\n\tsays: I wanted to write\n", "R005"),
        (FACTS.replace("example-fact", "half").replace("show: 60", "show: 61"), "E108"),
    ],
)
def test_a_half_written_fact_stops_the_talks_that_name_it_and_no_other(half: str, code: str) -> None:
    facts = FACTS + half
    aside = found({"assets/facts.yaml": facts}, code)
    assert {one.severity for one in aside} == {"warning"}
    assert all(one.hint.endswith("nothing that is built here rests on it") for one in aside)
    named = {"assets/facts.yaml": facts, TALK: CITES.replace("{example-fact}", "{half}")}
    assert {one.severity for one in found(named, code)} == {"error"}


def test_an_entry_that_is_written_twice_stops_the_talks_that_name_it() -> None:
    other = FACTS.replace("example-fact", "other")
    told = found({"assets/facts.yaml": f"{FACTS}{other}{FACTS}", TALK: CITES}, "R008")
    assert [one.severity for one in told] == ["error"]
    told = found({"assets/facts.yaml": f"{other}{FACTS}{other}", TALK: CITES}, "R008")
    assert [one.severity for one in told] == ["warning"]


@pytest.mark.parametrize("file", ["quotes", "sources"])
def test_so_it_is_in_the_other_files(file: str) -> None:
    path = f"assets/{file}.yaml"
    aside = diagnostics({TALK: CITES, path: LIBRARY.get(path, "") + "half: {}\n"})
    assert [one for one in aside if one.is_error] == []
    assert any(one.is_elsewhere for one in aside)


def test_how_a_word_is_said_stops_every_talk() -> None:
    told = found({"assets/words.yaml": "Almaty: the-city-of-thieves\n"}, "C033")
    assert {one.severity for one in told} == {"error"}


def test_what_a_named_entry_rests_on_stops_the_talk_too() -> None:
    people = LIBRARY["assets/people.yaml"].replace("role: author", "role: nobody")
    assert {one.severity for one in found({"assets/people.yaml": people}, "E005")} == {"error"}
    posts = LIBRARY["assets/sources.yaml"].replace("2026-11", "2026-13", 1)
    assert {one.severity for one in found({"assets/sources.yaml": posts}, "E013")} == {"error"}


def test_whoever_speaks_in_the_post_of_a_named_entry_counts() -> None:
    people = LIBRARY["assets/people.yaml"] + "half: {credit: Half}\n"
    assert {one.severity for one in found({"assets/people.yaml": people}, "E003")} == {"warning"}
    posts = LIBRARY["assets/sources.yaml"].replace(
        "  date:", "  voices: [{who: half, from: We set, to: awake}]\n  date:", 1
    )
    files = {"assets/people.yaml": people, "assets/sources.yaml": posts}
    assert {one.severity for one in found(files, "E003")} == {"error"}


def test_an_entry_that_is_computed_of_a_broken_one_stops_the_talk_that_names_it() -> None:
    facts = f"{FACTS}{HALF}sum: {{says: Both, from: [example-fact, half], by: sum}}\n"
    files = {"assets/facts.yaml": facts}
    assert {one.severity for one in found(files, "E003")} == {"warning"}
    named = {**files, TALK: CITES.replace("{example-fact}", "{sum}")}
    assert {one.severity for one in found(named, "E003")} == {"error"}


@pytest.mark.parametrize("text", ["- a list\n", "a: {b: [\n"])
def test_what_stands_in_no_entry_stops_every_talk(text: str) -> None:
    found = diagnostics({TALK: CITES, "assets/quotes.yaml": text})
    assert any(one.is_error for one in found)


def test_it_is_so_for_events_and_the_clock_and_not_for_the_proof(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "rivers")
    run("new", "lakes")
    facts = tmp_path / "assets" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8") + HALF, "utf-8")
    lakes = tmp_path / "talks" / "lakes.yaml"
    lakes.write_text(lakes.read_text("utf-8").replace("{trees-planted}", "{half}"), "utf-8")
    (tmp_path / "talks" / "events.yaml").write_text(
        "one: {talk: rivers, date: 2027-05-14}\ntwo: {talk: lakes, date: 2027-05-15}\n", "utf-8"
    )
    status, _, err = run("build", "--events", "all")
    assert status == 1
    assert [path.name for path in tmp_path.rglob("*.pptx")] == ["rivers-one.pptx"]
    assert "error[E003]" in err
    assert run("build", "rivers")[0] == run("check", "rivers")[0] == run("time", "rivers")[0] == 0
    assert run("build", "lakes")[0] == run("verify")[0] == 1
