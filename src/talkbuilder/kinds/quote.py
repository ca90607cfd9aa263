"""`quote`: somebody's own words, set large, with the credit below."""

from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.source.fields import Id
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.talk import plain


class QuoteSlide(Slide, frozen=True, kw_only=True):
    """A slide of one quotation."""

    quote: Annotated[Id, Meta(description="an id of assets/quotes.yaml")]
    key: Annotated[bool, Meta(description="whether the talk turns on it: then it has a slide of its own colour")] = (
        False
    )
    aloud: Annotated[bool, Meta(description="whether you read it out; false where the audience reads it alone")] = True


class Key(Struct, frozen=True):
    """What marks a quotation on which the talk turns."""


def resolve(written: QuoteSlide, markup: Markup) -> Resolved | None:
    quote = markup.quote(written.quote)
    if quote is None:
        return None
    credit = markup.credit(quote.speaker)
    how = f" ({quote.translation})" if quote.translation else ""
    # The words of a quotation are nobody's markup: they are set as they are.
    text = plain(" ".join(quote.text.value.split()), written.quote.span)
    slots = {"quote": (text,), "credit": (plain(credit + how, written.quote.span),)}
    aloud = (text,) if written.aloud else ()
    return assemble(
        "quote", written, markup, slots, (markup.cite(quote),), aloud=aloud, shows=Key() if written.key else None
    )


def choose(slide: Resolved) -> str:
    return "Quote" if slide.shows is None else "Key quote"


KIND = Kind(
    "quote",
    "Quote",
    resolve,
    (
        Frame("title", "Title"),
        Frame("quote", "Quote"),
        Frame("credit", "Credit"),
    ),
    QuoteSlide,
    choose=choose,
)
