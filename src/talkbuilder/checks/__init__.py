"""The checks, one file each, by the earliest product that can answer them.

A check is imported when it is first asked for: who only plans a talk needs none that look at its deck.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Generic, TypeVar

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.page import Deck
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Talk

_Product = TypeVar("_Product")


class Checks(Generic[_Product]):
    """The checks of some names, each in the module of its name."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def __iter__(self) -> Iterator[Callable[[_Product], Iterable[Diagnostic]]]:
        for name in self.names:
            yield import_module(f"{__name__}.{name}").check

    def faults(self, product: _Product) -> Iterator[Diagnostic]:
        return (fault for check in self for fault in check(product))


ON_LIBRARY = Checks[Library](
    "credits",
    "dangling_reference",
    "incomplete_fact",
    "protected_entry",
    "long_entries",
    "shown_people",
    "telling_title",
    "unproved",
    "named_people",
    "days_to_come",
    "alt_text",
    "unlike_sound",
)
# What `verify` asks besides the proof, which it makes itself.
BESIDE_PROOF = Checks[Library](*(name for name in ON_LIBRARY.names if name != "unproved"))
ON_TALK = Checks[Talk](
    "repeated_title",
    "no_notes",
    "no_source",
    "no_time_left",
    "unknown_audience",
    "other_language",
    "bad_pause",
    "typed_claim",
    "typed_title",
    "references",
    "unproved_way",
    "story_consent",
    "former_operator",
    "words_on_slide",
    "foreign_markup",
)
# On what an occasion keeps of a talk.
ON_PLAN = Checks[Plan](
    "slot",
    "ended",
    "unverified_line",
    "unsigned",
    "quoted_at_risk",
    "hotline",
    "content_notice",
    "old_figure",
    "recognizable_person",
)
ON_DECK = Checks[Deck](
    "text_too_long",
    "protected_word",
    "phrases",
    "small_hotline",
    "small_picture",
)
