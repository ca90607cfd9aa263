"""Reviews: that somebody has looked at an entry beside its passage in the post, and signed it or sent it back."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from talkbuilder.source.dates import spell_date
from talkbuilder.source.fields import Day, Id, Text, Written
from talkbuilder.source.scalars import as_quoted

REVIEWS = "assets/reviews.yaml"
HEAD = """\
# Who has looked at which entry beside its passage in the post. 'talkbuilder review' adds a line for each; the last one
# of an entry counts, as long as entry and passage stay what they were.
"""


class Review(Written, frozen=True, kw_only=True):
    """A line of assets/reviews.yaml."""

    fact: Annotated[Id | None, Meta(description="the fact that was looked at: an id of assets/facts.yaml")] = None
    quote: Annotated[Id | None, Meta(description="or the quotation: an id of assets/quotes.yaml")] = None
    state: Annotated[Literal["signed", "returned"], Meta(description="what became of it")]
    by: Annotated[Text, Meta(description="who looked at it")]
    on: Annotated[Day, Meta(description="on which day")]
    note: Annotated[Text | None, Meta(description="why it was sent back")] = None
    entry: Annotated[Text, Meta(description="a hash of the entry as it was then")]
    passage: Annotated[Text, Meta(description="a hash of its passage in the post")]
    seal: Annotated[Text, Meta(description="a hash of all the rest of the line")]

    @property
    def key(self) -> tuple[str, str]:
        """The kind and the id of the entry."""
        return ("fact", self.fact.value) if self.fact else ("quote", self.quote.value if self.quote else "")

    @property
    def reason(self) -> str:
        """Why it was sent back; nothing where it was not."""
        return self.note.value if self.note else ""

    @property
    def is_sealed(self) -> bool:
        """Whether the line is as it was written."""
        told = sealed(self.key, self.state, self.by.value, self.on.value, self.reason, self.hashes)
        return told == self.seal.value

    @property
    def hashes(self) -> tuple[str, str]:
        """Of the entry and of the passage."""
        return self.entry.value, self.passage.value


class Standing(Struct, frozen=True):
    """How an entry stands, and the review that tells; `changed` is what was changed since: entry, passage or review."""

    state: Literal["unsigned", "signed", "returned", "changed"]
    review: Review | None = None
    changed: str = ""

    @property
    def told(self) -> str:
        """What the notes say of it."""
        if self.review is None or self.state not in _TOLD:
            return "not yet reviewed"
        return f"{_TOLD[self.state]} by {self.review.by.value}, {spell_date(self.review.on.value)}"


UNSIGNED = Standing("unsigned")
_TOLD = {"signed": "reviewed", "returned": "sent back"}

Reviews = Mapping[tuple[str, str], Review]  # the last one of each entry, by its kind and id


def last_of(reviews: Iterable[Review]) -> Reviews:
    return {one.key: one for one in reviews}


def sealed(key: tuple[str, str], state: str, by: str, on: str, note: str, hashes: tuple[str, str]) -> str:
    """The seal of a line: whoever changes a name or a day in it by hand breaks it."""
    return short_hash("\n".join((*key, state, by, on, note, *hashes)))


def short_hash(text: str) -> str:
    from hashlib import sha256  # 3 ms, which who has no reviews need not pay

    return sha256(text.encode()).hexdigest()[:24]


def written(key: tuple[str, str], state: str, by: str, on: str, note: str, hashes: tuple[str, str]) -> str:
    """The line of a review."""
    kind, id = key
    told = {kind: id, "state": state, "by": as_quoted(by), "on": on}
    told |= {"note": as_quoted(note)} if note else {}
    told |= {"entry": hashes[0], "passage": hashes[1], "seal": sealed(key, state, by, on, note, hashes)}
    return "- {" + ", ".join(f"{name}: {value}" for name, value in told.items()) + "}\n"
