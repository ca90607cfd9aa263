"""Whether a text says of two facts which is more, and how it went from one to the other, as their numbers do."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.cues import negations
from talkbuilder.evidence.derived import Computed, full_value
from talkbuilder.evidence.figures import Figure
from talkbuilder.evidence.lineage import (
    ancestors,
    beside,
    compared_with,
    in_time,
    is_change,
    sign,
    signed,
    whole,
    without,
)
from talkbuilder.evidence.normal import lowered

_HEDGE_BEFORE = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower) than (?:a |an |the |\$ ?)?$|\b(?:over|above|under|below|up to) \$?$"
)
_UP_VERB = (
    r"r(?:ose|ises?|isen|ising)|increas(?:e|es|ed|ing)|gr(?:ew|ows?|own|owing|owth)|climb(?:s|ed)?|jump(?:s|ed)?"
    r"|gain(?:s|ed)?|up|doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)|add(?:s|ed)|surg(?:es?|ed)|expand(?:s|ed)?"
)
_DOWN_VERB = (
    r"f(?:ell|alls?|allen|alling)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr(?:ank|inks?|unk)"
    r"|reduc(?:es?|ed|tion)|down|lost|halv(?:es?|ed|ing)|plunged|sank|lower(?:s|ed)"
)
_UP = r"more|higher|larger|greater|bigger|additional|extra|exceed(?:s|ed)?|outnumber(?:s|ed)?"
_DOWN = r"fewer|less|lower|smaller|short of"
_MOVES = re.compile(rf"\b(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))\b")
_COMPARES = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_LEADS = re.compile(r"\b(?:to|until|through|into)\b")


class Comparison(Struct, frozen=True):
    """What a text of a computed fact, its `key`, says of the facts that it is computed from."""

    fact: Computed
    key: str
    span: Span
    text: str
    low: str
    figures: tuple[Figure, ...]
    result: str  # what is computed, as a message tells it
    result_ends: int  # where the text has told it

    def faults(self) -> Iterator[Diagnostic]:
        """Words that say that it went the other way, or compare the two the other way round."""
        if extra := self._negation():
            hint = "say what was computed, without turning it round"
            yield Diagnostic("E135", f"'{self.key}' says '{extra}', which turns the result round", self.span, hint)
        if self.fact.by == "sum":
            return
        later, earlier = in_time(self.fact)
        for found in _MOVES.finditer(self.low):
            way = 1 if found["up"] else -1
            if self.fact.by == "percent" and not is_change(self.fact):
                yield self._round(found[0], "a share is no change: compute the difference first, then its share")
            elif sign(signed(later) - signed(earlier)) != way:
                yield self._round(found[0])
        yield from self._compared()
        yield from self._led()

    def _led(self) -> Iterator[Diagnostic]:
        """'From 49 to 88' leads from the earlier to the later."""
        later, earlier = in_time(self.fact)
        for dated in (True, False):
            own = [one for one in self.figures if one.is_year == dated]
            for one, other in pairwise(own):
                between = self.low[one.end : other.start]
                if not (self.low[: one.start].rstrip(" $").endswith("from") and _LEADS.search(between)):
                    continue
                is_led = (
                    one.values[0] < other.values[0]
                    if dated
                    else one.has(full_value(earlier)) or not one.has(full_value(later))
                )
                if not is_led:
                    words = self.text[one.start : other.end]
                    yield self._round(f"from {words}", "lead from the earlier to the later")

    def _compared(self) -> Iterator[Diagnostic]:
        """'39 more in 2010 than in 2009' is said of 2010; where nothing else is named, of the first fact."""
        behind = compared_with(self.fact, self.low)
        subject, object_ = (self.fact.parents[1], self.fact.parents[0]) if behind == 0 else self.fact.parents[:2]
        for found in _COMPARES.finditer(self.low):
            if _is_hedge(self.text, found, self.figures):
                continue
            way = 1 if found["up"] else -1
            if sign(signed(subject) - signed(object_)) != way and self.fact.by != "percent":
                yield self._round(found[0])
        if self.fact.by == "ratio" and beside(self.fact, self.low) == 0:
            yield self._round(f"beside '{self.fact.parents[0].id}'")
        if self.fact.by == "percent" and whole(self.fact, self.low, self.result_ends) == 0:
            yield self._round(f"of '{self.fact.parents[0].id}'", "name the first fact as a share of the second")

    def _round(self, words: str, hint: str = "say which of the two is more as the facts do") -> Diagnostic:
        message = f"'{self.key}' says '{words}', and {self.fact.sum_written} is {self.result}"
        if self.fact.by == "difference" and self.fact.unrounded < 0:
            message += " below nothing"
        return Diagnostic("E135", message, self.span, hint)

    def _negation(self) -> str:
        known = {lowered(one.words) for parent in ancestors(self.fact) for one in negations(parent.says.value)}
        told = (one for one in negations(self.text) if not without(self.fact, self.low[one.end :]))
        return next((one.words for one in told if lowered(one.words) not in known), "")


def _is_hedge(text: str, found: re.Match[str], numbers: tuple[Figure, ...]) -> bool:
    """Whether 'more' belongs to the 'more than' before a figure, and compares nothing."""
    return any(
        one.start >= found.end()
        and (hedge := _HEDGE_BEFORE.search(lowered(text[: one.start])))
        and hedge.start() == found.start()
        and not one.is_year
        for one in numbers
    )
