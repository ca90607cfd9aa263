"""What else of a fact an audience gets to read or must rely on: what its number counts, where, and how it is known."""

import re
from collections.abc import Callable, Iterator

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered, normalise
from talkbuilder.evidence.whereabouts import called
from talkbuilder.evidence.wording import Passage, Word, Wording, wording
from talkbuilder.evidence.words import stem, stems

# Words that say how something is counted, and not what.
_COUNTING = stems("rank age length share sum duration date became left unchecked distance size rate")
_UNITS = stems("people person usd dollar percent item time case year month week day hour minute")
_DOER = re.compile(r"\w{3,}[eo]rs?\Z")
_THERE = re.compile(
    r"\bi (?:(?:was|am|had|have|also|recently|once|then|often) )*(?:visited|visit|invited to visit|saw|witnessed|met"
    r"|stayed|attended|lived|worked|toured|watched|interviewed|was there|was shown|shown)\b"
)
_OWN = re.compile(r"\b(?:i|we|my|our|me|us|mine|ours)\b")
_HEARD = re.compile(
    r"\b(?:learned|heard|learnt|know) (?:this |it |that )?from\b|\b(?:told|wrote to|informed) (?:me|us)\b|\bput it\b"
)
_AS_ONE = re.compile(r"\b(?:i|my)\b")
_LEARNED = re.compile(r"\bi (?:also |just )?(?:know|knew|hear|heard|learn|learned|read|think|thought|believe|guess)\b")
_PREPOSITIONS = frozenset(("by", "of", "in", "against"))


def reasons(fact: Fact, passage: Passage, is_known: Callable[[str], bool]) -> Iterator[str]:
    """What a person must see of a fact's `measure`, `show`, `place` and `kind`."""
    says = wording(normalise(fact.says.value).text)
    yield from _measure(fact, says, passage, is_known)
    yield from _unit(fact, says, is_known)
    yield from _shown(fact, says, passage)
    yield from _place(fact, passage)
    yield from _kind(fact, passage)


def _measure(fact: Fact, says: Wording, passage: Passage, is_known: Callable[[str], bool]) -> Iterator[str]:
    """The caption of a number must tell what `says` tells."""
    counted = wording(normalise(fact.measure.value).text).words if fact.measure else ()
    strange = [
        word.text
        for word in counted
        if word.is_content
        and word.stem not in says.all_stems
        and word.stem not in _COUNTING
        and not (is_known(word.stem) and not _is_deed_of_before(word, passage))
    ]
    forms = {word.text for word in (*says.words, *passage.wording.words)}
    doing = [
        word.text
        for word in counted
        if _DOER.match(word.text)
        and not {word.text, word.text.removesuffix("s"), f"{word.text}s"} & forms
        and word.stem in passage.wording.stems
        and not any(_DOER.match(one) and stem(one) == word.stem for one in forms)
    ]
    if told := strange or doing:
        yield f"'measure' says {' and '.join(map(repr, told))}, and the passage does not"


def _is_deed_of_before(word: Word, passage: Passage) -> bool:
    """Whether only a sentence before tells that deed: 'boats repaired' of boats that were sold."""
    is_deed = word.text.endswith("ed") and word.stem in passage.leant_on.stems
    return is_deed and not is_explained(word.stem, passage.wording.all_stems)


def _unit(fact: Fact, says: Wording, is_known: Callable[[str], bool]) -> Iterator[str]:
    """What a chart writes at its axis tells what `says` tells, too."""
    counted = wording(normalise(fact.unit.value).text).words if fact.unit else ()
    strange = [word.text for word in counted if word.is_content and word.stem not in says.all_stems | _UNITS]
    if strange := [word for word in strange if not is_known(stem(word))]:
        yield f"'unit' says {' and '.join(map(repr, strange))}, and the passage does not"


def _shown(fact: Fact, says: Wording, passage: Passage) -> Iterator[str]:
    """What is shown alone must not tell by whom or of whom what `says` does not."""
    shown = wording(normalise(fact.show.value).text) if fact.show else None
    for at, word in enumerate(shown.words if shown else ()):
        behind = shown.next_content(at, 3) if shown and word.text in _PREPOSITIONS else None
        if (
            behind
            and not _before(says, word.text, behind.stem)
            and not _before(passage.wording, word.text, behind.stem)
        ):
            yield f"'show' says '{word.text} {behind.text}', and neither 'says' nor the post does"
            return


def _before(text: Wording, preposition: str, what: str) -> bool:
    return any(
        word.text == preposition and what in [one.stem for one in text.words[at + 1 : at + 5]]
        for at, word in enumerate(text.words)
    )


def _place(fact: Fact, passage: Passage) -> Iterator[str]:
    """The place that a fact is for is named in its post."""
    if passage.place and not any(one in passage.post for one in called(passage.place)):
        yield f"nothing in the post names {passage.place}, and 'place' is {fact.place.value if fact.place else ''}"


def _is_witness(passage: Passage) -> bool:
    """Whether the post is told by somebody who was there: 'I was invited to visit', 'when I visited'."""
    return bool(_THERE.search(lowered(passage.post)))


def _kind(fact: Fact, passage: Passage) -> Iterator[str]:
    """What somebody has seen is told by the one who saw it."""
    own = lowered(passage.text[slice(*passage.own)])
    is_of_self = _AS_ONE.search(own) and not _LEARNED.search(own)
    if fact.kind == "primary" and _AS_ONE.search(lowered(passage.text)) and not is_of_self:
        yield "'kind' is primary, and somebody speaks there as 'I': is that the source of it?"
    if fact.kind != "observation":
        return
    if found := _HEARD.search(lowered(f"{passage.before} {passage.text}")):
        yield f"'kind' is observation, and the post says '{found[0]}': who saw it?"
    elif not _OWN.search(lowered(passage.text)) and not _is_witness(passage):
        yield "'kind' is observation, and nobody says 'I' there: did its source see it?"
