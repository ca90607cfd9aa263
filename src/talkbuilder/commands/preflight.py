"""What is open with a booking before its kit goes out: what was found in the talk, its day, the screen of the place."""

from collections.abc import Iterator
from pathlib import Path

from talkbuilder.commands.console import count, display_path, hushed
from talkbuilder.commands.outcome import Outcome

# A day that is past, a figure that is only typed, not reviewed, sent back, a telephone line that nobody has tried.
_TOLD = ("C111", "C021", "C030", "C031", "C109")
# What shows a deck elsewhere may not show all of it.
RUNS = {
    "keynote": "Keynote may lack the deck's fonts and then sets other letters: look through the deck there",
    "libreoffice": "LibreOffice sets other letters, which may be wider: look through the deck there",
    "worship": "worship software shows pictures of the slides and no notes: print the notes, or bring your own laptop",
}


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
    shape = outcome.shape or occasion.shape
    if event.aspect is None:
        yield f"nobody wrote what screen they have: the slides are {shape}; write 'aspect:' when you know"
    elif event.aspect != shape:
        yield f"the slides are {shape}, and the screen there is {event.aspect}"
    others = sum(not (one.is_error or one.is_unproved or one.is_advice or one.code in _TOLD) for one in found)
    if others:
        yield f"{count(others, 'other warning')}, told below"
    if event.runs in RUNS:
        yield RUNS[event.runs]
    earlier = Path(outcome.order.folder, f"{outcome.order.talk}{occasion.told_apart}-kit")
    if not outcome.made and earlier.exists():
        yield f"an earlier kit is still in {display_path(earlier)}: it is not of this talk as it is now"
