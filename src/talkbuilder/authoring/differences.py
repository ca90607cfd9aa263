"""What is different in an edited deck, as its author is asked about it: what it is, what to know, and the choices."""

from typing import Literal, NamedTuple

from msgspec import Struct

from talkbuilder.authoring.retyping import Dispute
from talkbuilder.authoring.splicing import Ref, Splice

Sort = Literal["text", "removed", "hidden", "moved", "new", "comment", "parts"]
Answer = Literal["take", "typed", "skip", "remark", "leave"]
Spot = tuple[int, int, int]  # a part, the slide in it that something follows, and its number in the deck

_WHAT = {
    "removed": "the slide was taken out",
    "hidden": "the slide is hidden: 'skip: true' keeps it out of all decks",
    "new": "the slide is new",
    "parts": "the parts stand in another order",
    "comment": "a comment, which becomes a remark '# deck:'",
}


class Choice(NamedTuple):
    """What can become of a difference, and the key to press for it."""

    answer: Answer
    key: str
    text: str


class Difference(Struct, frozen=True):
    """One field of a slide that is another in the deck.

    `old` is what the outline has, printed; with `conflicts` it has been changed as well. `disputes` are references
    whose words were changed: these stay, whatever else is taken over, unless its author wants all of it as `typed`.
    """

    slide: int
    title: str
    field: str
    sort: Sort
    old: str
    new: str
    splice: Splice | None = None
    conflicts: bool = False
    disputes: tuple[Dispute, ...] = ()
    typed: Splice | None = None
    at: int = 0  # where a remark goes, in the outline
    ref: Ref = (0, 0)
    spot: Spot = (0, 0, 0)  # where it goes
    order: tuple[int, ...] = ()  # of parts
    picture: tuple[str, str] = ("", "")  # which a new slide shows: the part of the package, and what it shows in words
    to_know: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        return f"slide {self.slide}" if self.slide else "the deck" if self.order else "no longer in the deck"

    @property
    def what(self) -> str:
        what = self.new if self.sort == "moved" else _WHAT.get(self.sort, self.field)
        also = "moved it as well" if self.sort == "moved" else "changed it as well, and has what is shown first"
        return f"{what}; the outline has {also}" if self.conflicts else what

    @property
    def texts(self) -> tuple[str, str]:
        """What the outline has and what the deck has, where that is worth showing."""
        is_shown = self.sort not in ("removed", "hidden", "moved") and self.old != self.new
        return (self.old, self.new) if is_shown else ("", "")

    @property
    def cautions(self) -> tuple[str, ...]:
        """What its author is to know before it is taken over."""
        return (*(one.told for one in self.disputes), *self.to_know)

    @property
    def remark(self) -> str:
        """What the deck says, for a remark: of several paragraphs those that are others."""
        old, new = self.old.split("\n"), self.new.split("\n")
        changed = [its for ours, its in zip(old, new, strict=True) if ours != its] if len(old) == len(new) else new
        return "\n".join(changed).strip() or f"the {self.field} was taken out"

    def leaves_remark(self, answer: Answer) -> bool:
        """Whether the words of the deck stand in a remark: also where some of them are taken and a reference stays."""
        return answer == "remark" or bool(answer == "take" and self.disputes)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can become of it; first what does if nobody is asked."""
        named = " and ".join(dict.fromkeys(one.written for one in self.disputes))
        can_be_taken = self.splice is not None or not named
        kept = f", leave {named} as it is, and make a remark of the rest" if named else ""
        listed = (
            (Choice("remark", "r", "make a remark of it"), self.conflicts or not can_be_taken),
            (Choice("take", "y", "take it out" if self.sort == "removed" else f"take it over{kept}"), can_be_taken),
            (Choice("skip", "s", "skip it, with 'skip: true'"), self.sort == "removed" and self.splice is not None),
            (Choice("leave", "n", "leave it"), True),
            (Choice("typed", "t", "take all of it as typed, without proof"), self.typed is not None),
        )
        return tuple(choice for choice, is_open in listed if is_open)

    def as_object(self) -> dict[str, object]:
        """For other programs."""
        choices = [(one.answer, one.text) for one in self.choices]
        as_they_are = ("title", "field", "sort", "what", "conflicts", "cautions")
        texts = {"slide": self.slide or None, "outline": self.old, "deck": self.new}
        disputed = [one._asdict() for one in self.disputes]
        return {**texts, **{key: getattr(self, key) for key in as_they_are}, "disputed": disputed, "choices": choices}


class Told(Struct, frozen=True):
    """What does not come back, and why; `slide` is its number in the deck."""

    slide: int
    title: str
    why: str
