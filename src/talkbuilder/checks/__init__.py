"""The checks, one file each, by the earliest product that can answer them."""

from collections.abc import Callable, Iterable

from talkbuilder.checks import (
    another_claim,
    bad_pause,
    bent_reference,
    crowded_map,
    dangling_reference,
    denied_hedge,
    ended_action,
    ended_consent,
    glued_reference,
    incomplete_fact,
    misplaced_cell,
    no_notes,
    no_source,
    no_time_left,
    other_language,
    over_slot,
    pointer_too_long,
    protected_entry,
    protected_word,
    quote_too_long,
    repeated_title,
    second_hand,
    shown_people,
    slide_length,
    text_too_long,
    too_many_sources,
    typed_claim,
    undated_figure,
    under_slot,
    unknown_audience,
    unlike_cite,
    unproved,
    unsigned,
    unverified_line,
    word_of_harm,
)
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library import Library
from talkbuilder.layout.page import Deck
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Talk

ON_LIBRARY: tuple[Callable[[Library], Iterable[Diagnostic]], ...] = (
    dangling_reference.check,
    incomplete_fact.check,
    pointer_too_long.check,
    protected_entry.check,
    quote_too_long.check,
    second_hand.check,
    shown_people.check,
    unproved.check,
)
ON_TALK: tuple[Callable[[Talk], Iterable[Diagnostic]], ...] = (
    repeated_title.check,
    no_notes.check,
    no_source.check,
    no_time_left.check,
    unknown_audience.check,
    other_language.check,
    bad_pause.check,
    typed_claim.check,
    unlike_cite.check,
    another_claim.check,
    glued_reference.check,
    bent_reference.check,
    misplaced_cell.check,
    word_of_harm.check,
    denied_hedge.check,
)
# On what an occasion keeps of a talk.
ON_PLAN: tuple[Callable[[Plan], Iterable[Diagnostic]], ...] = (
    over_slot.check,
    under_slot.check,
    slide_length.check,
    ended_action.check,
    ended_consent.check,
    undated_figure.check,
    unverified_line.check,
    unsigned.check,
)
ON_DECK: tuple[Callable[[Deck], Iterable[Diagnostic]], ...] = (
    text_too_long.check,
    too_many_sources.check,
    crowded_map.check,
    protected_word.check,
)
