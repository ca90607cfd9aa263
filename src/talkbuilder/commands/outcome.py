"""What becomes of a deck that is asked for: written where it belongs, or not, and what is told of it."""

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, hushed
from talkbuilder.commands.folder import refuse_protected
from talkbuilder.commands.options import Delivery
from talkbuilder.commands.status import WrongUse
from talkbuilder.diagnostics import Diagnostic, Refused, Report
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.delivery import Delivered, deliver, told_open
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import leads_out
from talkbuilder.talk.edition import not_meant
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import quoted
from talkbuilder.units import clock

# A day that is past, a figure that is only typed, not reviewed, sent back, a telephone line that nobody has tried.
_TOLD = ("C111", "C021", "C030", "C031", "C109", "T007")
# What shows a deck elsewhere may not show all of it.
RUNS = {
    "keynote": "Keynote may lack the deck's fonts and then sets other letters: look through the deck there",
    "libreoffice": "LibreOffice sets other letters, which may be wider: look through the deck there",
    "worship": "worship software shows pictures of the slides and no notes: print the notes, or bring your own laptop",
}


class Order(Struct, frozen=True):
    """A deck to build: the talk, what for, and where its files go. With no folder it is checked and not written."""

    talk: str
    occasion: Occasion
    folder: str  # "" to write nothing
    shown: str  # what messages call it: the path of its files, with all endings
    delivery: Delivery
    strict: bool = False
    template: Path | None = None

    @property
    def event(self) -> str:
        return self.occasion.event.id if self.occasion.event else ""


def order_of(
    talk: str,
    occasion: Occasion,
    root: Path,
    delivery: Delivery | None,
    strict: bool = False,
    template: Path | None = None,
) -> Order:
    """The order for a deck; without a delivery it is checked and not written. Those for an event have a folder each.

    Raises WrongUse where its folder leads out of the talk folder unasked.
    """
    wanted = delivery or Delivery()
    folder = Path(wanted.out) if wanted.out else root / "build"
    if wanted.out:
        refuse_protected(root, display_path(folder))
    if delivery and not wanted.out and leads_out(folder, root):
        hint = "if decks are to go there, name it with --out"
        raise WrongUse(f"'{display_path(folder)}' is a link that leads out of the talk folder", hint)
    if occasion.event:
        folder /= occasion.event.id
    shown = display_path(
        folder / f"{occasion.file_name(talk)}{', '.join(OUTPUTS[one].shown(wanted.paper) for one in wanted.endings)}"
    )
    written = str(folder) if delivery else ""
    return Order(talk, occasion, written, shown, wanted, strict, template)


class Outcome(Struct, frozen=True):
    """What became of an order: what was reported, the deck if one was made, and where it is if it may be."""

    order: Order
    diagnostics: tuple[Diagnostic, ...]
    deck: Deck | None = None
    delivered: Delivered | None = None
    seconds: float = 0.0

    @property
    def made(self) -> bool:
        return self.delivered is not None

    @property
    def is_draft(self) -> bool:
        """Whether it is one, or would have been."""
        if self.deck:
            return self.deck.is_draft
        return any(one.is_unproved for one in self.diagnostics) and not any(one.is_error for one in self.diagnostics)


def fill(order: Order, deck: Deck, report: Report, spent_seconds: float) -> Outcome:
    """Puts a deck where its order says; `spent_seconds` were used up to make it."""
    began = time.perf_counter()
    shown_in = Path(order.shown).parent.as_posix()
    delivered = Delivered()
    if order.folder:
        wanted = order.delivery
        files = chain.from_iterable(OUTPUTS[ending].render(deck, wanted.paper) for ending in wanted.endings)
        try:
            delivered = deliver(files, Path(order.folder), shown_in, wanted.force)
        except Refused as refused:
            report(refused.diagnostic)
            return Outcome(order, report.everything, deck)
    for name, path in delivered.beside:
        report(told_open(name, path, shown_in))
    return Outcome(order, report.everything, deck, delivered, spent_seconds + time.perf_counter() - began)


def summary(deck: Deck) -> str:
    citations = {(one.kind, one.id) for page in deck.pages for one in page.citations}
    facts, quotes = (sum(kind == wanted for kind, _ in citations) for wanted in ("fact", "quote"))
    counts = (count(len(deck.pages), "slide"), count(deck.plan.words, "word"), minutes(deck.plan))
    return ", ".join((*counts, count(facts, "fact"), count(quotes, "quote")))


def minutes(plan: Plan) -> str:
    """How long a talk takes: 23:10 (20:22 to 26:57) of 24:00."""
    least, most = plan.range_seconds
    return f"{clock(plan.seconds)} ({clock(least)} to {clock(most)}) of {clock(plan.slot.seconds)}"


def left_out(plan: Plan) -> Iterator[str]:
    """What an edition leaves out and why: a line a slide, and one for all that are for others, or where none is.

    Those are many, and it was their author who said so.
    """
    asked, talk = plan.talk.occasion.listeners, plan.talk
    if asked and not talk.outline.audiences and not any(one.only or one.not_ for one in talk.slides):
        file = talk.outline.span.source.name
        yield (
            f"  nothing in {file} is marked for an audience: '{asked}' sees what everybody sees; "
            f"write 'audiences: [{asked}]' at its top, and 'only: [{asked}]' on a slide that is for them alone"
        )
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


def preflight(outcome: Outcome) -> Iterator[str]:
    """A line for each thing; errors first, for which there is no kit."""
    occasion, found = outcome.order.occasion, tuple(hushed(outcome.diagnostics))
    event = occasion.event
    assert event
    yield from (one.message for one in found if one.is_error)
    if unproved := sum(one.is_unproved for one in found):
        told = "claim is" if unproved == 1 else "claims are"
        yield f"{unproved:,} {told} not proved: a draft makes no kit"
    yield from (one.message for one in found if one.code in _TOLD)
    shape = outcome.deck.theme.shape if outcome.deck else occasion.shape
    if event.aspect is None:
        yield f"nobody wrote what screen they have: the slides are {shape}; write 'aspect:' when you know"
    elif event.aspect != shape:
        yield f"the slides are {shape}, and the screen there is {event.aspect}"
    others = sum(not (one.is_error or one.is_unproved or one.is_advice or one.code in _TOLD) for one in found)
    if others:
        yield f"{count(others, 'other warning')}, told below"
    if event.runs in RUNS:
        yield RUNS[event.runs]
    named = occasion.file_name(outcome.order.talk)
    earlier = Path(outcome.order.folder, f"{named}-kit{outcome.order.delivery.paper.mark}")
    if not outcome.made and earlier.exists():
        yield f"an earlier kit is still in {display_path(earlier)}: it is not of this talk as it is now"
