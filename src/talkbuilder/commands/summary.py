"""What a deck holds, in one line, and what its edition leaves out, in a line each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from talkbuilder.commands.console import count

if TYPE_CHECKING:
    from talkbuilder.layout.page import Deck
    from talkbuilder.talk.plan import Plan


def summary(deck: "Deck") -> str:
    """What a deck holds, and how long it takes."""
    citations = {(one.kind, one.id) for page in deck.pages for one in page.citations}
    facts, quotes = (sum(kind == wanted for kind, _ in citations) for wanted in ("fact", "quote"))
    counts = (count(len(deck.pages), "slide"), count(deck.plan.words, "word"), minutes(deck.plan))
    return ", ".join((*counts, count(facts, "fact"), count(quotes, "quote")))


def minutes(plan: "Plan") -> str:
    """How long a talk takes: 23:10 (20:22 to 26:57) of 24:00."""
    from talkbuilder.units import clock

    least, most = plan.range_seconds
    return f"{clock(plan.seconds)} ({clock(least)} to {clock(most)}) of {clock(plan.slot.seconds)}"


def left_out(plan: "Plan") -> Iterator[str]:
    """What an edition leaves out and why: a line a slide, and one for all that are for others, or where none is.

    Those are many, and it was their author who said so.
    """
    from talkbuilder.talk.edition import not_meant
    from talkbuilder.talk.talk import quoted
    from talkbuilder.units import clock

    asked, talk = plan.talk.occasion.listeners, plan.talk
    if asked and not talk.outline.audiences and not any(one.only or one.not_ for one in talk.slides):
        yield f"  nothing in this talk is marked for an audience: '{asked}' sees what everybody sees"
    for_others: dict[str, list[str]] = {}
    for choice in plan.edition.choices:
        title = quoted(choice.slide.title.text)
        if not choice.kept and not_meant(choice.slide, asked):
            for_others.setdefault(choice.why, []).append(title)
        elif not choice.kept:
            told = ", ".join(filter(None, (choice.priority, clock(choice.time.seconds))))
            yield f"  left out: {title} ({told}): {choice.why}"
    for why, titles in for_others.items():
        yield f"  left out, {why}: {', '.join(titles)}"
