"""What is open with a booking before its kit goes out: what was found in the talk, its day, the screen of the place."""

from collections.abc import Iterator

from talkbuilder.commands.console import count, hushed
from talkbuilder.commands.outcome import Outcome
from talkbuilder.source.dates import spell_date

_TOLD = ("C030", "C031", "C109")  # not reviewed, sent back, a telephone line that nobody has tried


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
    if event.date.value < occasion.today:
        yield f"its day is past: it was on {spell_date(event.date.value)}"
    if event.aspect is None:
        yield f"nobody wrote what screen they have: the slides are {occasion.shape}; write 'aspect:' when you know"
    elif event.aspect != occasion.shape:
        yield f"the slides are {occasion.shape}, and the screen there is {event.aspect}"
    others = sum(not (one.is_error or one.is_unproved or one.is_advice or one.code in _TOLD) for one in found)
    if others:
        yield f"{count(others, 'other warning')}, told below"
