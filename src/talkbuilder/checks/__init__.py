"""The checks, one file each, by the earliest product that can answer them."""

from collections.abc import Callable, Iterable

from talkbuilder.checks import (
    dangling_reference,
    incomplete_fact,
    no_notes,
    no_source,
    no_time_left,
    pointer_too_long,
    quote_too_long,
    repeated_title,
    unproved,
)
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library import Library
from talkbuilder.talk import Talk

ON_LIBRARY: tuple[Callable[[Library], Iterable[Diagnostic]], ...] = (
    dangling_reference.check,
    incomplete_fact.check,
    pointer_too_long.check,
    quote_too_long.check,
    unproved.check,
)
ON_TALK: tuple[Callable[[Talk], Iterable[Diagnostic]], ...] = (
    repeated_title.check,
    no_notes.check,
    no_source.check,
    no_time_left.check,
)
