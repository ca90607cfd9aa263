"""What is saved is told by the path under which a talk knows it."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from talkbuilder.preview.watching import changes
from tests.preview.opened import write


def told_of(root: Path, *files: Path) -> frozenset[str]:
    """What is told while files are saved, one after the other, until something is."""

    async def save() -> frozenset[str]:
        coming = asyncio.ensure_future(anext(changes(root)))
        for _ in range(20):
            await asyncio.sleep(0.2)
            if coming.done():
                break
            for file in files:
                file.write_text(file.read_text() + "\n")
        return await asyncio.wait_for(coming, 1)

    # In a thread of its own: where Chromium was tested before, this one has an event loop that runs.
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(lambda: asyncio.run(save())).result()


@pytest.mark.parametrize("place", ["drafts/spring.yaml", "spring.yaml", "assets/spring.yaml"])
def test_a_talk_that_is_a_link_is_watched(tmp_path: Path, place: str) -> None:
    link, file = write(tmp_path), tmp_path / place
    file.parent.mkdir(exist_ok=True)
    link.rename(file)
    os.symlink(file, link)
    assert "talks/talk.yaml" in told_of(tmp_path, file)


def test_a_file_beside_the_one_to_which_a_link_leads_is_none_of_the_talk(tmp_path: Path) -> None:
    link, file = write(tmp_path), tmp_path / "spring.yaml"
    link.rename(file)
    os.symlink(file, link)
    (tmp_path / "other.yaml").write_text("")
    assert told_of(tmp_path, tmp_path / "other.yaml", file) == {"talks/talk.yaml"}


def test_the_index_of_the_sources_is_none_of_the_talk(tmp_path: Path) -> None:
    outline, index = write(tmp_path), tmp_path / "assets" / ".index.sqlite"
    index.write_text("")
    assert told_of(tmp_path, index, outline) == {"talks/talk.yaml"}
