"""What of a fact no rule can confirm or refuse: what a person is asked to look at, each in a sentence."""

import re
from collections.abc import Iterator

from talkbuilder.evidence import (
    actors,
    announced,
    bindings,
    captions,
    compelled,
    doers,
    grain,
    habits,
    likened,
    outside,
    partners,
    portions,
    punished,
    purposes,
    relayed,
    rewired,
    subjects,
    widened,
    yonder,
)
from talkbuilder.evidence.claimed import pairs, told_texts
from talkbuilder.evidence.counting import lost_things
from talkbuilder.evidence.durations import UNITS, same_length
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.frames import without_teller
from talkbuilder.evidence.meanings import ALIKE, is_explained
from talkbuilder.evidence.normal import lowered, normalise
from talkbuilder.evidence.wording import Passage, wording
from talkbuilder.evidence.words import stem

# How somebody tells something, and what a passage does not have to say for it; numbers are compared as figures.
_TELLING = frozenset(
    stem(word)
    for word in (
        *(
            "think",
            "believe",
            "view",
            "opinion",
            "feel",
            "hear",
            "know",
            "find",
            "quote",
            "count",
            "compare",
            "include",
        ),
        *("mention", "list", "ask", "suspect", "blogger", "author", "post", "perhaps", "maybe", "possibly", "probably"),
        *(
            "supposedly",
            "apparently",
            "last",
            "reach",
            "keep",
            "stand",
            "hold",
            "bring",
            "set",
            "turn",
            "happen",
            "use",
        ),
        *("show", "live", "work", "time", "end", "part", "reason", "among", "new", "name", "date", "sum", "whole"),
        *("run", "become", "plan", "want", "try", "send", "place", "soon", "long", "sake"),
    )
)
_COMPOUND = re.compile(r"\b[a-z']+(?:-[a-z']+)+\b")
_RANKING = frozenset(stem(word) for word in ("rank", "place", "size"))
_MONEY = frozenset(stem(word) for word in ("money", "dollar", "cost", "pay", "spend", "fund"))


def unconfirmed(fact: Fact, passage: Passage) -> Iterator[str]:
    """What of `says`, `show`, `measure`, `place` and `kind` a person must confirm."""
    if fact.exact.then:
        yield "it rests on two passages: see that both speak of the same"
    yield from _strange_words(fact, passage)
    yield from _lost_things(fact, passage)
    says = without_teller(normalise(fact.says.value).text)
    yield from doers.reasons(says, passage)
    yield from subjects.reasons(says, passage)
    yield from actors.reasons(wording(says), passage)
    yield from rewired.reasons(says, passage)
    yield from bindings.reasons(says, passage)
    if fact.show:
        yield from bindings.shown(normalise(fact.show.value).text, says)
    yield from grain.reasons(says, passage)
    if fact.measure:
        yield from grain.abroad(normalise(fact.measure.value).text, passage)
    yield from widened.reasons(says, passage)
    yield from likened.reasons(says, passage)
    yield from portions.reasons(says, passage)
    yield from yonder.reasons(says, passage)
    yield from compelled.reasons(says, passage)
    yield from announced.reasons(says, passage)
    yield from purposes.reasons(says, passage)
    yield from outside.reasons(says, wording(says), passage)
    yield from habits.reasons(wording(says), passage)
    yield from punished.reasons(says, passage)
    yield from partners.reasons(says, passage)
    yield from relayed.reasons(fact, passage)
    yield from captions.reasons(fact, passage, lambda word: _is_known(word, passage))


def _strange_words(fact: Fact, passage: Passage) -> Iterator[str]:
    missing: dict[str, None] = {}
    for _, _, told in told_texts(fact):
        text = told.replace("in order to", "to")
        lengths = same_length(text, passage.text)
        compounds = [(one.span(), one[0]) for one in _COMPOUND.finditer(lowered(text))]
        for word in wording(text).words:
            is_strange = word.is_content and len(word.text) > 1 and not _is_known(word.stem, passage)
            is_unit = word.stem in UNITS and any(start <= word.start < end for start, end in lengths)
            if is_strange and not is_unit and not _is_undone(word.text, passage):
                whole = (one for (start, end), one in compounds if start <= word.start < end)
                missing.setdefault(next(whole, word.text))
    if missing:
        yield f"the passage does not say {' or '.join(repr(word) for word in missing)}"


def _is_undone(word: str, passage: Passage) -> bool:
    """Whether 'unpainted' is what the post says as 'without being painted'."""
    return word.startswith("un") and word.endswith("ed") and stem(word.removeprefix("un")) in passage.wording.denied


def _is_known(word: str, passage: Passage) -> bool:
    if word in _TELLING or is_explained(word, passage.wording.all_stems) or passage.explains(word):
        return True
    if word in _RANKING and any(one.is_rank for one in figures(passage.text)):
        return True
    if word in _MONEY and "$" in passage.text:
        return True
    return any(passage.explains(other) for other in ALIKE.get(word, ()))


def _lost_things(fact: Fact, passage: Passage) -> Iterator[str]:
    """Of what a figure counts in the post, and in the fact no more: of lead pipes, and here of pipes."""
    numbers = figures(passage.text)
    says = normalise(fact.says.value).text
    for mine, post in pairs(says, passage.text):
        if lost := [] if mine.is_rank else lost_things(wording(says), passage.wording, post, numbers):
            yield f"what the post counts has {' and '.join(map(repr, lost))} too: is it the same without?"
            return
