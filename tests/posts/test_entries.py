"""The entries of the library as a search shows them: credited as on slides, with what makes them less than certain."""

from talkbuilder.posts.search.entries import entries_of
from tests.talk.test_crediting import library


def about(voice: str, kind: str) -> list[str]:
    return [one.about for one in entries_of(library(voice, kind)) if one.kind in ("fact", "quote")]


def test_an_entry_is_shown_with_how_its_voice_is_known() -> None:
    who = "A miller, as quoted on the speaker’s blog"
    assert about(", summary: true, as_quoted: true", "unsourced") == [f"{who} (unsourced)", f"{who} (summary)"]
    assert about("", "secondary") == ["A miller", "A miller"]
