"""A post as a search sees it: its text, how it is cited, who is speaking in it, and where in it something was hit."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.post_text import VoiceWords
from talkbuilder.evidence.proof.voices import voice_words
from talkbuilder.source.dates import spell_date
from talkbuilder.source.fields import Broken


class Card(Struct, frozen=True):
    """The entry of a source in assets/sources.yaml, as far as a search needs it; empty where there is none."""

    title: str = ""
    citation: str = ""
    date: str = ""
    voices: tuple[VoiceWords, ...] = ()
    by: str = ""  # whose words it holds where no voice says otherwise; of a post, "" for the blogger's
    is_post: bool = True

    def author(self, library: Library) -> str | None:
        """The id of that one; None where nobody tells."""
        return self.by or (library.blogger if self.is_post else None)

    @property
    def dated(self) -> str:
        return spell_date(self.date) if self.date else ""


class Hit(Struct, frozen=True):
    """A passage that matches, as two offsets into the text of a post; both are -1 where it is the title."""

    post: str
    start: int
    end: int


Cards = Callable[[], Mapping[str, Card]]  # the cards of all posts, by id; read only when they are needed
Say = Callable[[int], None]  # is told how many posts are about to be read


def read_post(folder: Path, name: str) -> str:
    """The text of a post, its own characters and line ends kept; "" where it cannot be read."""
    try:
        return (folder / f"{name}.txt").read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""


def cards(posts: Mapping[str, Source | Broken]) -> dict[str, Card]:
    """The cards of the posts that have a usable entry."""
    return {id: _card(post) for id, post in posts.items() if isinstance(post, Source)}


def _card(post: Source) -> Card:
    by = post.by.value if post.by else ""
    return Card(post.title.value, post.titled, post.date.value, voice_words(post.voices), by, post.is_post)


def pack(card: Card) -> str:
    return msgspec.json.encode(card).decode()


def unpack(packed: str) -> Card:
    return msgspec.json.decode(packed, type=Card)
