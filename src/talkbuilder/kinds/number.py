"""`number`: the one number that matters, very large, with what it counts."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.evidence.facts import Fact, split_hedge
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.source.fields import Id, Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved

_HEDGE_SCALE = 0.3  # 'about' stands small before the figure: it must be read, not shouted


class Number(Slide, frozen=True, kw_only=True):
    """A slide of one number."""

    number: Annotated[Id, Meta(description="an id of assets/facts.yaml")]
    caption: Annotated[Text | None, Meta(description="what it counts; left out: the measure of the fact")] = None


def resolve(written: Number, markup: Markup) -> Resolved | None:
    fact = markup.fact(written.number)
    if fact is None:
        return None
    caption = markup.line(written.caption) if written.caption else _measure(fact, written)
    slots = {"number": (_figure(fact, written),)} | ({"caption": (caption,)} if caption else {})
    return assemble("number", written, markup, slots, (markup.cite(fact),))


def _figure(fact: Fact, written: Number) -> Paragraph:
    hedge, figure = split_hedge(fact.display)
    small = (Run(hedge + " ", scale=_HEDGE_SCALE),) if hedge else ()
    # A figure and its unit stay on one line: "16 million" must not break.
    return Paragraph((*small, Run(figure.replace(" ", "\u00a0"))), written.number.span)


def _measure(fact: Fact, written: Number) -> Paragraph | None:
    if fact.measure is None:
        return None
    counted = fact.measure.value
    return plain(counted[:1].upper() + counted[1:], written.number.span)


KIND = Kind(
    "number",
    "Number",
    resolve,
    (
        Frame("title", "Title"),
        Frame("number", "Number"),
        Frame("caption", "Caption"),
    ),
    Number,
)
