"""A post as a search sees it: its text, how it is cited, who is speaking in it, and where in it something was hit."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.sources import Kind, Source
from talkbuilder.evidence.proof.attribution import Unclear, unclear, unowned
from talkbuilder.evidence.proof.post_text import PostText, Turn, VoiceWords
from talkbuilder.evidence.proof.voices import heard_in, voice_words
from talkbuilder.source.dates import spell_date


class Card(Struct, frozen=True):
    """The entry of a source in assets/sources.yaml, as far as a search needs it; empty where there is none."""

    title: str = ""
    citation: str = ""
    date: str = ""
    voices: tuple[VoiceWords, ...] = ()
    heard: tuple[Turn, ...] = ()  # who is speaking where, as its import found it
    by: str = ""  # whose words it holds where no voice says otherwise; of a post, "" for the blogger's
    kind: Kind = "post"
    publisher: str = ""  # who says all that is not marked as another's

    @property
    def is_post(self) -> bool:
        return self.kind == "post"

    def author(self, library: Library) -> str | None:
        """The id of that one; None where nobody tells."""
        return self.by or (library.blogger if self.is_post else None)

    @property
    def dated(self) -> str:
        return spell_date(self.date) if self.date else ""


class Spoken:
    """A post with who is speaking where in it. All offsets are the post's own."""

    def __init__(self, text: str, card: Card) -> None:
        self.text, self.card = text, card
        self.post_text = PostText(text, card.voices, None, card.heard)

    @cached_property
    def voices(self) -> tuple[tuple[int, int, str], ...]:
        """Where voices are that can be found, as (start, end, who). `verify` complains of those that cannot."""
        turns = self.post_text.turns
        return tuple((*self.post_text.origin(turn.start, turn.end), turn.who) for turn in turns)

    @cached_property
    def _unclear(self) -> tuple[Unclear, ...]:
        return unclear(self.post_text, self.card.kind)

    def is_unclear(self, start: int, end: int) -> bool:
        place = self.post_text.place(start, end)
        return unowned(self.post_text, (place,), self._unclear) is not None


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


def cards(library: Library) -> dict[str, Card]:
    """The cards of the posts that have a usable entry, or of which only their import tells who is speaking where."""
    found = {id: Card(heard=heard) for id in library.imported() if (heard := heard_in(library.stretches(id), ()))}
    return found | {post.id: card_of(post, library) for post in library.of(Source)}


def card_of(post: Source, library: Library) -> Card:
    """The card of a source, in which its import told who is speaking where."""
    heard = heard_in(library.stretches(post.id), [one.value for one in post.speakers])
    told = post.by.value if post.by else "", post.kind, library.publisher_of(post)
    return Card(post.title.value, post.titled, post.date.value, voice_words(post.voices), heard, *told)
