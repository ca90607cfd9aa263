"""What the page is told of a talk as a whole: its slot, its checkpoints, what is left out, what there is to choose."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talkbuilder.layout.page import Deck
from talkbuilder.preview.drafting import Draft
from talkbuilder.source.events import Event
from talkbuilder.talk.markup import cover_line, unmarked
from talkbuilder.talk.talk import Talk


def told_of(
    draft: Draft, places: Sequence[int], events: Mapping[str, object], looks: tuple[str, ...]
) -> dict[str, Any]:
    """Times are in seconds; slides are counted from 0, as cards are: `places` are those of the pages among them."""
    deck = draft.deck
    assert deck is not None
    plan, talk = deck.plan, deck.plan.talk
    least, most = plan.range_seconds
    return {
        "name": talk.name,
        "title": unmarked(talk.outline.talk, talk.library),
        "speaker": unmarked(talk.speaker, talk.library),
        "language": talk.language,
        "pace": talk.pace,
        "minutes": plan.slot.minutes,
        "questions": plan.slot.questions,
        "available": plan.slot.seconds,
        "seconds": plan.seconds,
        "least": least,
        "most": most,
        "fits": plan.fits,
        "words": plan.words,
        "wide": deck.theme.width / deck.theme.height,
        "checkpoints": list(_checkpoints(draft, deck, places)),
        "left_out": [
            {"title": one.slide.title.text, "why": one.why, "seconds": one.time.seconds, "line": _line(one.slide.span)}
            for one in plan.edition.choices
            if not one.kept
        ],
        "audiences": sorted(_audiences(talk)),
        "events": [
            {"id": one.id, "says": cover_line(one, talk.library)}
            for one in events.values()
            if isinstance(one, Event) and one.talk.value == talk.name
        ],
        "looks": looks,
    }


def _checkpoints(draft: Draft, deck: Deck, places: Sequence[int]) -> Iterator[dict[str, Any]]:
    firsts = [sum(draft.counts[:at]) for at in range(len(draft.counts))]
    for one in deck.plan.checkpoints:
        yield {"seconds": one.seconds, "slide": places[min(firsts[one.slide], len(places) - 1)], "what": one.what}


def _line(span: Any) -> int:
    line: int = span.source.position(span.start)[0]
    return line


def _audiences(talk: Talk) -> set[str]:
    """Those that the talk names, and those that its slides are for."""
    named = {one.value for one in talk.outline.audiences}
    slides = (slide for section in talk.outline.sections for slide in section.slides)
    for slide in slides:
        named |= {one.value for one in (*getattr(slide, "only", ()), *getattr(slide, "not_", ()))}
    return named
