"""The sources as their drawer asks for them: what is found, who speaks, what is written, and what is refused."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import structs

from talkbuilder.posts.search.speakers import Speaker
from talkbuilder.preview.sourcing import Filling, Naming, Place, Sought, Sourcing
from tests.running import edit, put, run
from tests.wells import OVERHEARD

OWN = {
    "says": "In 2011 at least 171 of 212 wells held water",
    "measure": "wells that held water",
    "value": "171",
    "speaker": "office",
}
REPORT = OVERHEARD["assets/posts/report.txt"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path, OVERHEARD)


def sourcing(folder: Path, does: Callable[[Sourcing], Awaitable[None]]) -> None:
    with ThreadPoolExecutor(1) as beside:  # playwright's own loop may run in this thread
        beside.submit(lambda: asyncio.run(_done(folder, does))).result()


async def _done(folder: Path, does: Callable[[Sourcing], Awaitable[None]]) -> None:
    await does(Sourcing(folder))


def place(words: str) -> Place:
    return Place("report", REPORT.index(words), REPORT.index(words) + len(words))


def counted(kind: Any = "fact", **own: str) -> Filling:
    return Filling(place("Of the 212 wells that were counted in 2011, at least 171 held water."), kind, {**OWN, **own})


def adding(filling: Filling) -> Filling:
    return structs.replace(filling, adds=True)


def parts(told: Any) -> list[tuple[str, str, str]]:
    return [
        (part["kind"], part["who"], "".join(text for text, _ in part["runs"]).strip())
        for one in told["passages"]
        for part in one["parts"]
    ]


def test_a_passage_tells_who_speaks_what_was_looked_for_and_what_may_be_marked(folder: Path) -> None:
    async def does(one: Sourcing) -> None:
        told: Any = await one.answer(Sought("miller water"))
        [passage] = told["passages"]
        assert parts(told) == [
            ("author", "the county office", "The miller said,"),
            ("nobody", "", "“I have four wells, and nobody ever asked me which.”"),
            ("author", "the county office", "He carried the water home."),
        ]
        hits = [text for part in passage["parts"] for text, is_hit in part["runs"] if is_hit]
        assert hits == ["miller", "water"]
        assert REPORT[slice(*passage["proposed"])] in ("He carried the water home.", "The miller said")
        assert (told["posts"], passage["title"], passage["is_cut"]) == (2, "“Wells of the County”, October 2011", False)

    sourcing(folder, does)


def test_it_is_searched_for_one_speaker_and_for_what_is_nobodys(folder: Path) -> None:
    edit(folder / "assets" / "sources.yaml", "kind: report", "kind: book")

    async def does(one: Sourcing) -> None:
        found = {"miller": ["four children"], "?": ["visited twice", "nobody ever asked"], "office": ["visited twice"]}
        for who, words in found.items():
            told: Any = await one.answer(Sought("wells", who))
            shown = [json.dumps(it, ensure_ascii=False) for it in told["passages"]]
            assert len(shown) == len(words)
            assert all(one in "".join(shown) for one in words)
        assert (await one.answer(Sought("zebra")))["passages"] == []
        assert (await one.answer(Sought("")))["posts"] == 2
        assert len((await one.answer(Sought('"held water" \x00\ud800 ' + "x" * 5000)))["passages"]) == 3

    sourcing(folder, does)


def test_of_a_long_paragraph_a_part_is_shown_and_all_of_it_on_demand(folder: Path) -> None:
    long = " ".join(f"The gate {number} is of oak." for number in range(200))
    (folder / "assets" / "posts" / "report.txt").write_text(f"{REPORT}\n{long}\n\nThe end.\n", "utf-8")

    async def does(one: Sourcing) -> None:
        told: Any = await one.answer(Sought("gate 100"))
        [passage] = told["passages"]
        assert passage["is_cut"]
        assert len(parts(told)[0][2]) < 1100
        start, end = passage["proposed"]
        around: Any = await one.answer(Place("report", start, end))
        assert [words for _, _, words in parts(around)][-2:] == [long, "The end."]
        assert (await one.answer(Place("report", 10**9, 10**9)))["passages"] == []
        assert (await one.answer(Place("nothing", 0, 1)))["passages"] == []

    sourcing(folder, does)


def test_an_entry_is_checked_as_one_types_and_written_once_it_is_sound(folder: Path) -> None:
    async def does(one: Sourcing) -> None:
        told: Any = await one.answer(counted(measure=""))
        assert (told["sound"], [it["weight"] for it in told["faults"]]) == (False, ["open"])
        told = await one.answer(counted(precision="exact"))
        assert [(it["weight"], it["field"]) for it in told["faults"]] == [("wrong", "exact")]
        assert "why" in await one.answer(adding(counted(precision="exact")))
        told = await one.answer(counted())
        assert (told["sound"], told["use"], told["who"]) == (True, "{wells-counted-held-water}", "the county office")
        added = await one.answer(adding(counted()))
        assert added == {"use": "{wells-counted-held-water}", "file": "assets/facts.yaml", "line": 7}
        assert "is an entry of the library already" in (await one.answer(adding(counted(id="counted"))))["why"]
        assert (await one.answer(counted()))["id"] == "wells-counted-held-water-2"

    sourcing(folder, does)
    assert run("verify", "-C", folder)[0] == 0


def test_who_speaks_is_written_before_anything_is_made_of_it(folder: Path) -> None:
    async def does(one: Sourcing) -> None:
        said = place("“I have four wells, and nobody ever asked me which.”")
        told: Any = await one.answer(Filling(said, "quote"))
        assert (told["sound"], told["who"], told["faults"][0]["weight"]) == (False, "", "wrong")
        assert "why" in await one.answer(adding(Filling(said, "quote")))
        assert "why" in await one.answer(Naming(said, Speaker(who="nobody-here")))
        named: Any = await one.answer(Naming(said, Speaker(credit="A miller of the county", role="source")))
        assert named["who"] == "miller-of-county"
        assert REPORT[named["place"].start : named["place"].end] == "I have four wells, and nobody ever asked me which."
        assert (await one.answer(adding(Filling(named["place"], "quote"))))["use"] == "quote: four-wells-asked"
        assert "why" in await one.answer(Naming(said, Speaker(who="office")))  # it is somebody's now

    sourcing(folder, does)
    assert run("verify", "-C", folder)[0] == 0


def test_what_changes_on_disk_is_read_again(folder: Path) -> None:
    async def does(one: Sourcing) -> None:
        assert (await one.answer(counted()))["sound"]
        edit(folder / "assets" / "posts" / "report.txt", "counted in 2011", "counted in 2010")
        one.changed(["assets/posts/report.txt"])
        told: Any = await one.answer(counted())
        assert not told.get("sound")
        edit(folder / "assets" / "sources.yaml", "report:", "another:")
        one.changed(["assets/sources.yaml"])
        assert "not in the source any more" in (await one.answer(counted()))["why"]

    sourcing(folder, does)


def test_a_protected_name_is_never_repeated_nor_written(folder: Path) -> None:
    run("protect", "-C", folder, "Berta")

    async def does(one: Sourcing) -> None:
        told: Any = await one.answer(counted(measure="wells that Berta counted"))
        assert not told["sound"]
        assert "Berta" not in msgspec.json.encode(told["faults"]).decode()
        why: Any = await one.answer(adding(counted(measure="wells that Berta counted")))
        assert "to be protected" in why["why"]
        assert "Berta" not in json.dumps(dict(why))

    sourcing(folder, does)
    assert "Berta" not in (folder / "assets" / "facts.yaml").read_text("utf-8")


def test_a_file_that_cannot_be_read_or_written_is_told_and_left(folder: Path) -> None:
    facts = folder / "assets" / "facts.yaml"
    facts.write_text("counted: [\n", "utf-8")

    async def does(one: Sourcing) -> None:
        assert "why" in await one.answer(adding(counted()))
        assert facts.read_text("utf-8") == "counted: [\n"
        facts.write_text("{}\n", "utf-8")
        assert "without changing the rest" in (await one.answer(adding(counted())))["why"]
        (folder / "assets" / "people.yaml").write_text("office: [\n", "utf-8")
        assert "why" in await one.answer(adding(counted()))
        assert facts.read_text("utf-8") == "{}\n"

    sourcing(folder, does)


def test_whoever_slides_call_alike_is_told_apart(folder: Path) -> None:
    talk = folder / "talk.txt"
    talk.write_text(
        "Q: How many wells?\n\nA: I have four wells.\n\nQ: Who asked you?\n\nA: Nobody asked me.\n", "utf-8"
    )
    for title in ("one", "two"):
        run("import", "-C", folder, talk.rename(folder / f"{title}.txt"), "--date", "2011")
        talk.write_text((folder / f"{title}.txt").read_text("utf-8").replace("four", "nine"), "utf-8")

    async def does(one: Sourcing) -> None:
        names = [credit for _, credit in (await one.answer(Sought("")))["people"]]
        assert len(set(names)) == len(names)
        assert "Somebody who was interviewed (one-speaker-2)" in names

    sourcing(folder, does)


def test_without_sources_nothing_is_found(tmp_path: Path) -> None:
    async def does(one: Sourcing) -> None:
        told = await one.answer(Sought("wells"))
        assert (told["posts"], told["passages"]) == (0, [])

    sourcing(tmp_path, does)
