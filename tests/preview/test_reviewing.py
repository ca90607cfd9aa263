"""The review as a page asks for it: what is written, what is refused, and what somebody else does meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from talkbuilder.evidence.library.reviews import REVIEWS
from talkbuilder.evidence.proof.lock import LOCK, read_lock
from talkbuilder.preview.reviewing import Answered, Reviewing, Undone
from tests.running import put, run
from tests.wells import WELLS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path, WELLS)


def reviewing(folder: Path, does: Callable[[Reviewing], Awaitable[None]]) -> None:
    async def settled() -> None:
        return

    async def go() -> None:
        one = Reviewing(folder, "A. Reader", settled)
        await does(one)
        await one.end()

    with ThreadPoolExecutor(1) as beside:  # playwright's own loop may run in this thread
        beside.submit(lambda: asyncio.run(go())).result()


async def shown(one: Reviewing, key: str) -> Any:
    return next(view for view in (await one.told())["entries"] if view.key == key)


async def sign(one: Reviewing, key: str, token: str = "", by: str = "A. Reader") -> Any:
    return await one.answer(Answered(key, token or (await shown(one, key)).token, "signed", by))


def test_an_answer_is_on_disk_when_it_is_told(folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        assert await sign(one, "fact counted") == {"number": 1}
        assert 'fact: counted, state: signed, by: "A. Reader"' in (folder / REVIEWS).read_text("utf-8")
        assert (await shown(one, "fact counted")).state == "signed"
        view = await shown(one, "fact repair")
        await one.answer(Answered(view.key, view.token, "returned", "A. Reader", "Of which year?"))
        assert (await shown(one, "fact repair")).told.endswith(": Of which year?")

    reviewing(folder, does)


def test_a_signature_falls_when_the_entry_or_its_passage_changes(folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        await sign(one, "fact counted")
        await sign(one, "fact repair")
        for name, old, new in (
            ("facts.yaml", "takes four", "takes just four"),
            ("posts/report.txt", "wells that", "wells which"),
        ):
            file = folder / "assets" / name
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        facts = folder / "assets" / "facts.yaml"
        facts.write_text(facts.read_text("utf-8").replace("wells that were", "wells which were"), "utf-8")
        assert await one.changed(frozenset(["assets/facts.yaml", "assets/posts/report.txt"]))
        assert {(await shown(one, key)).state for key in ("fact counted", "fact repair")} == {"changed"}

    reviewing(folder, does)


def test_what_was_changed_since_it_was_shown_is_not_signed(folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        token = (await shown(one, "fact counted")).token
        facts = folder / "assets" / "facts.yaml"
        facts.write_text(facts.read_text("utf-8").replace("the office counted", "an office counted"), "utf-8")
        await one.changed(frozenset(["assets/facts.yaml"]))
        assert "changed meanwhile" in (await sign(one, "fact counted", token))["why"]
        assert not (folder / REVIEWS).exists()
        assert "number" in await sign(one, "fact counted")

    reviewing(folder, does)


@pytest.mark.parametrize("by", [" ", "x" * 81, "\u202eevil"])
def test_nobody_signs_without_a_name_or_sends_back_without_a_remark(by: str, folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        assert "why" in await sign(one, "fact counted", by=by)
        token = (await shown(one, "fact counted")).token
        assert "why" in await one.answer(Answered("fact counted", token, "returned", "A. Reader", " \x1b"))
        assert not (folder / REVIEWS).exists()

    reviewing(folder, does)


def test_what_others_write_meanwhile_is_kept_and_their_signatures_count(folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        await sign(one, "fact counted")
        mine = (folder / REVIEWS).read_text("utf-8")
        (folder / REVIEWS).write_text(f"# Mine.\n{mine}", "utf-8")
        await sign(one, "fact repair")
        assert (
            await one.changed(frozenset([REVIEWS])) == frozenset()
        )  # as it was written here, with what was added before
        assert (folder / REVIEWS).read_text("utf-8").startswith(f"# Mine.\n{mine}")
        (folder / REVIEWS).write_text(mine, "utf-8")
        assert await one.changed(frozenset([REVIEWS]))
        assert (await shown(one, "fact repair")).state == "unsigned"

    reviewing(folder, does)


def test_what_is_undone_is_as_it_was_before(folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        first = await shown(one, "fact counted")
        await one.answer(Answered(first.key, first.token, "returned", "A. Reader", "Count again"))
        before = (folder / REVIEWS).read_bytes()
        number = (await sign(one, "fact counted"))["number"]
        assert await one.undo(Undone(number)) == {"undone": number}
        assert (folder / REVIEWS).read_bytes() == before
        assert (await shown(one, "fact counted")).state == "returned"
        assert "why" in await one.undo(Undone(number))  # once is enough

    reviewing(folder, does)


def test_reviews_that_cannot_be_read_are_told_and_left_alone(folder: Path) -> None:
    async def does(one: Reviewing) -> None:
        token = (await shown(one, "fact counted")).token
        (folder / REVIEWS).write_text("<<<<<<< ours\n", "utf-8")
        await one.changed(frozenset([REVIEWS]))
        assert "why" in await sign(one, "fact counted", token)
        assert (await one.told())["faults"][0]["file"] == REVIEWS
        assert (folder / REVIEWS).read_text("utf-8") == "<<<<<<< ours\n"

    reviewing(folder, does)


def test_the_lock_tells_of_what_was_signed_and_not_of_what_was_undone(folder: Path) -> None:
    run("verify", "-C", folder)

    async def does(one: Reviewing) -> None:
        await sign(one, "fact counted")
        number = (await sign(one, "fact repair"))["number"]
        await one.end()
        assert ("review", "fact repair") in read_lock((folder / LOCK).read_bytes())
        await one.undo(Undone(number))

    reviewing(folder, does)
    told = read_lock((folder / LOCK).read_bytes())
    assert ("review", "fact counted") in told
    assert ("review", "fact repair") not in told
    assert "was taken out" not in run("verify", "-C", folder)[1]
