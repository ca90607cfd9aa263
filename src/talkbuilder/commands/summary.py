"""What a deck holds, in one line, and what its edition leaves out, in a line each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from talkbuilder.commands.speech import count

if TYPE_CHECKING:
    from talkbuilder.page import Deck
    from talkbuilder.plan import Plan


def summary(deck: "Deck") -> str:
    """What a deck holds, and how long it takes."""
    citations = {(one.kind, one.id) for page in deck.pages for one in page.evidence}
    facts, quotes = (sum(kind == wanted for kind, _ in citations) for wanted in ("fact", "quote"))
    counts = (count(len(deck.pages), "slide"), count(deck.plan.words, "word"), minutes(deck.plan))
    return ", ".join((*counts, count(facts, "fact"), count(quotes, "quote")))


def minutes(plan: "Plan") -> str:
    """How long a talk takes: 23 min (20 to 27) of 24."""
    least, most = (seconds / 60 for seconds in plan.range_seconds)
    return f"{plan.seconds / 60:.0f} min ({least:.0f} to {most:.0f}) of {plan.slot.seconds / 60:.4g}"


def left_out(plan: "Plan") -> Iterator[str]:
    """A line for every slide that an edition leaves out, with the reason."""
    from talkbuilder.edition import clock

    for choice in plan.edition.choices:
        if not choice.kept:
            length = clock(choice.time.seconds)
            yield f"  left out: “{choice.slide.title.text}” ({choice.slide.priority}, {length}): {choice.why}"
