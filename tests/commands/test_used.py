"""`talkbuilder used`: every mention of an entry, in talks that have faults too."""

import json
from pathlib import Path

import pytest

from talkbuilder.diagnostics import Source
from talkbuilder.evidence.library.library import Library
from talkbuilder.stages.uses import uses
from tests.blog import TALK, write
from tests.corpora.tables import from_table
from tests.running import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    return tmp_path


def mentions(*ids: str) -> list[tuple[int | None, str | None, str]]:
    """Slide, key and the text at each place that is told."""
    status, out, _ = run("used", *ids, "--format", "json")
    assert status in (0, 1)
    found = []
    for one in json.loads(out):
        for use in one["uses"]:
            line = Path(use["file"]).read_text("utf-8").splitlines()[use["line"] - 1]
            found.append((use["slide"], use["key"], line[use["column"] - 1 :].split()[0].strip(",.\"'}]")))
    return found


def change(folder: Path, old: str, new: str) -> None:
    assert old in TALK
    (folder / "talks" / "bread.yaml").write_text(TALK.replace(old, new), "utf-8")


def test_every_mention_of_a_fact_is_told_with_its_place(folder: Path) -> None:
    assert mentions("price-rise") == [
        (3, "title", "{price-rise"),
        (3, "number", "price-rise"),
        (3, "notes", "{price-rise"),
        (6, "text", "{price-rise"),
    ]
    assert mentions("baking-age") == [(1, "notes", "{baking-age"), (4, "cite", "baking-age")]


def test_mentions_are_listed_by_talk_and_slide(folder: Path) -> None:
    status, out, err = run("used", "no-oven")
    assert (status, err) == (0, "")
    assert out == (
        "quote 'no-oven': 1 mention on 1 slide of 1 talk\n\n  bread, slide 4: Whom he bakes for\n"
        "    talks/bread.yaml:11:12  quote\n\n"
    )


def test_an_action_is_used_by_slides_and_by_the_closing(folder: Path) -> None:
    assert mentions("give-flour") == [(5, "ask", "give-flour"), (6, "ask", "give-flour")]


def test_a_person_and_a_post_are_used_through_what_rests_on_them(folder: Path) -> None:
    assert mentions("baker") == [(1, "notes", "{baking-age"), (4, "quote", "no-oven"), (4, "cite", "baking-age")]
    assert {key for _, key, _ in mentions("the-market")} == {"title", "number", "notes", "text", "ask"}
    out = run("used", "farmer")[1]
    assert "used nowhere" in out
    assert "1 entry of the library rests on it" in out


def test_an_unknown_id_is_answered_with_the_nearest(folder: Path) -> None:
    status, out, err = run("used", "price-rice")
    assert (status, out) == (2, "")
    assert "nothing in the library has the id 'price-rice'" in err
    assert "did you mean 'price-rise'?" in err
    assert run("used", "no\x1bthing")[0] == 2


@from_table
def test_slides_with_other_faults_are_looked_through(folder: Path, old: str, new: str) -> None:
    change(folder, old, new)
    assert [where[1] for where in mentions("price-rise")] == ["title", "number", "notes", "text"]
    assert "baking-age" in {text for _, key, text in mentions("baking-age") if key == "cite"}


def test_what_yaml_cannot_read_is_told(folder: Path) -> None:
    change(folder, "notes: And then?", 'notes: "And then?')
    status, out, err = run("used", "no-oven")
    assert status == 1
    assert "used nowhere" in out
    assert "talks/bread.yaml" in err


def test_a_talk_that_cannot_be_decoded_is_a_fault(folder: Path) -> None:
    (folder / "talks" / "other.yaml").write_bytes(b"talk: caf\xe9\n")
    status, out, err = run("used", "no-oven")
    assert status == 1
    assert "talks/bread.yaml:11:12" in out
    assert "talks/other.yaml: error[R002]" in err
    assert len(json.loads(run("used", "no-oven", "--format", "json")[1])) == 1


@pytest.mark.parametrize("text", ["", "sections: x", "sections: [1, {slides: 3}, {slides: [{}]}]"])
def test_no_outline_is_too_strange(text: str) -> None:
    assert uses("talk", Source("talks/talk.yaml", text), Library()) == ()
