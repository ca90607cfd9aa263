"""Reviews: that somebody has looked at an entry beside its passage, or at a slide, and signed it or sent it back."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from talkbuilder.source.fields import Day, Id, Text, Written
from talkbuilder.source.scalars import as_item, as_quoted

REVIEWS = "assets/reviews.yaml"
HEAD = """\
# Who has looked at which entry beside its passage in the post, and at which slide beside what it rests on. 'talkbuilder
# review' adds a line for each; the last one of an entry or a slide counts, as long as all of it stays what it was.
"""


class Review(Written, frozen=True, kw_only=True):
    """A line of assets/reviews.yaml."""

    fact: Annotated[Id | None, Meta(description="the fact that was looked at: an id of assets/facts.yaml")] = None
    quote: Annotated[Id | None, Meta(description="or the quotation: an id of assets/quotes.yaml")] = None
    slide: Annotated[Text | None, Meta(description="or the slide: the name of its talk")] = None
    named: Annotated[Id | None, Meta(description="the id of the slide, where it has one")] = None
    title: Annotated[Text | None, Meta(description="what the slide was called")] = None
    state: Annotated[Literal["signed", "returned"], Meta(description="what became of it")]
    by: Annotated[Text, Meta(description="who looked at it")]
    on: Annotated[Day, Meta(description="on which day")]
    note: Annotated[Text | None, Meta(description="why it was sent back")] = None
    entry: Annotated[Text, Meta(description="a hash of the entry as it was then, or of all that the slide says")]
    passage: Annotated[
        Text, Meta(description="a hash of its passage in the post, or of the entries that the slide rests on")
    ]
    seal: Annotated[Text, Meta(description="a hash of all the rest of the line")]

    @property
    def key(self) -> tuple[str, str]:
        """The kind and the id of the entry; of a slide, as `slide_key` makes it."""
        if self.slide:
            return slide_key(self.slide.value, self.named.value if self.named else "", self.entry.value)
        return ("fact", self.fact.value) if self.fact else ("quote", self.quote.value if self.quote else "")

    @property
    def subject(self) -> str:
        """What was looked at, as a message names it."""
        return f"the slide “{self.title.value}”" if self.title else f"'{self.key[1]}'"

    @property
    def reason(self) -> str:
        """Why it was sent back; nothing where it was not."""
        return self.note.value if self.note else ""

    @property
    def is_sealed(self) -> bool:
        """Whether the line is as it was written."""
        title = self.title.value if self.title else ""
        told = sealed(self.key, self.state, self.by.value, self.on.value, self.reason, self.hashes, title)
        return told == self.seal.value

    @property
    def hashes(self) -> tuple[str, str]:
        """Of the entry and of the passage."""
        return self.entry.value, self.passage.value


class Standing(Struct, frozen=True):
    """The state of an entry or a slide, and the review that gives it; `changed` is what was changed since.

    A slide that somebody signed is `waiting` until all that it rests on is signed too.
    """

    state: Literal["unsigned", "signed", "returned", "changed", "waiting"]
    review: Review | None = None
    changed: str = ""


UNSIGNED = Standing("unsigned")

Reviews = Mapping[tuple[str, str], Review]  # the last one of each entry, by its kind and id


def last_of(reviews: Iterable[Review]) -> Reviews:
    return {one.key: one for one in reviews}


def slide_key(talk: str, id: str, words: str) -> tuple[str, str]:
    """What identifies a slide: its talk, and its id or the hash of all that it says; it may be moved."""
    return "slide", f"{talk}/{id or words}"


def sealed(
    key: tuple[str, str], state: str, by: str, on: str, note: str, hashes: tuple[str, str], title: str = ""
) -> str:
    """The seal of a line: whoever changes a name or a day in it by hand breaks it."""
    return short_hash("\n".join((*key, state, by, on, note, *hashes, *((title,) if title else ()))))


def short_hash(text: str) -> str:
    from hashlib import sha256  # 7 ms, which who hashes nothing need not pay

    return sha256(text.encode()).hexdigest()[:24]


def written(key: tuple[str, str], state: str, by: str, on: str, note: str, hashes: tuple[str, str]) -> str:
    """The line of a review of an entry."""
    kind, id = key
    return _line({kind: id}, state, by, on, note, hashes, sealed(key, state, by, on, note, hashes))


def written_of_slide(
    talk: str, id: str, title: str, state: str, by: str, on: str, note: str, hashes: tuple[str, str]
) -> str:
    """The line of a review of a slide."""
    subject = {"slide": as_item(talk), **({"named": id} if id else {}), "title": as_quoted(title)}
    seal = sealed(slide_key(talk, id, hashes[0]), state, by, on, note, hashes, title)
    return _line(subject, state, by, on, note, hashes, seal)


def _line(
    subject: Mapping[str, str], state: str, by: str, on: str, note: str, hashes: tuple[str, str], seal: str
) -> str:
    told = {**subject, "state": state, "by": as_quoted(by), "on": on}
    told |= {"note": as_quoted(note)} if note else {}
    told |= {"entry": hashes[0], "passage": hashes[1], "seal": seal}
    return "- {" + ", ".join(f"{name}: {value}" for name, value in told.items()) + "}\n"
