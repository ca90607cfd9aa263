"""How a sentence bends the facts that it refers to: it denies them, says a contrary word, more, or another way."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from talkbuilder.claims.figures import scale_of
from talkbuilder.claims.normal import normalise
from talkbuilder.evidence.contraries import contrary
from talkbuilder.evidence.directions import ways
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.hedges import hedge_of
from talkbuilder.evidence.superlatives import bends as superlatives
from talkbuilder.evidence.wording import Passage, Wording, wording
from talkbuilder.evidence.words import stem
from talkbuilder.talk.figuring import Bent, bent_figures
from talkbuilder.talk.referring import Sentence, clause_of, is_advice, said

_HEADS = 2  # words of content behind a 'not' that it denies for certain
_DOUBTS = frozenset((stem("doubt"), stem("question")))  # 'without a doubt' denies nothing else
_TEACH = stem("teach")
_SPANS = "minute minutes hour hours day days week weeks month months year years decade century"
_TIMES = frozenset(_SPANS.split())
_NEAR = 18  # letters behind a figure in which a superlative is said of it: 'the 9th richest'
_ADVISING = frozenset(("should", "ought to", "must", "shall"))
# What is denied then is that it was known, or ought to be: not that it is so.
_OF_ANOTHER_VERB = re.compile(
    r"\b(?:kn[eo]w\w*|told|sa(?:id|ys?)|thinks?|thought|expect\w*|imagin\w+|guess\w*|suspect\w*"
    r"|notic\w+)(?: \w+){0,2}? (?:that|how)\b"
    r"|\btold (?:me|us)\b"
    r"|\b(?:should|ought|needs?|must)\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:(?:it|that|this) (?:is|was) (?:simply |just |only |all )?(?:a |an )?"
    r"(?:lie|myth|untrue|false|nonsense|invented)"
    r"|(?:it|that|this) (?:is|was)(?:n['’]t| not) (?:true|so|the case)|nobody believes|do(?:n['’]t| not) believe"
    r"|there is no truth|they (?:lie|lied) (?:when|that)|pretend(?:s|ed)? that|falsely)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|might|could) (?:not )?have (?:\w+ed|been|had|\w+en)\b", re.IGNORECASE)
_MOOD = re.compile(
    r"\b(?P<mood>will|shall|should|ought to|must|would|can|wants? to|wanted to|plans? to|planned to|hopes? to|hoped to"
    r"|tr(?:y|ies|ied) to|failed to|refused? to|refuses to|pretend(?:s|ed)? to|promised? to)"
    r" (?:be |not |never |soon )*(?P<deed>[a-z]{4,})\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:the|its|their|\w+(?:st|nd|rd|th)) (?P<most>(?:most|least) [a-z]{3,})\b", re.IGNORECASE)
_UP = re.compile(
    r"\b(?:swell\w*|swollen|balloon\w*|mushroom\w*|spik(?:e|es|ed)|leapt|shoots up|multipl(?:y|ies|ied)|went up"
    r"|going up|goes up|more and more|ever more|doubled|tripled|soar\w*|surg\w+|up from|shot up)\b",
    re.I,
)
_DOWN = re.compile(
    r"\b(?:slump\w*|slid|tumbl\w+|crash(?:es|ed)|dipped|dived|nosedived|ebb(?:s|ed)|waned|shrank|shrunk"
    r"|went down|going down|goes down|fewer and fewer|less and less|fewer each year"
    r"|collapse\w*|plummet\w*|halved"
    r"|down from|plunge\w*|sank|sunk|fewer every year)\b",
    re.I,
)

# Who teaches has students: that is told of two people, and is not the contrary of what is told of the one.
_TEACHES = re.compile(
    r"\b(?:teach(?:es)?|teaching|as (?:a|the|their) teacher|teachers? (?:of|to)"
    r"|(?<!\bam )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bgot )taught)"
    r"(?P<whom> (?:(?!by\b|from\b|with\b|like\b|than\b|was\b|were\b|is\b|are\b)[\w’'-]+,? ){0,8}?"
    r"(?:students?|pupils?)\b)",
    re.IGNORECASE,
)


def bent(one: Sentence) -> Iterator[Bent]:
    """Every bend of a sentence: the words, and what they are; of each kind the first."""
    yield from bent_figures(one)
    facts, plain = one.facts, normalise(one.text).text
    if len(plain) != len(one.text):
        return  # its places are others
    told = " . ".join(map(said, facts))
    ours, theirs = wording(plain), wording(told)
    clauses = [clause_of(one.text, printed.start) for printed in one.printed]
    passage = Passage(told, (0, 10**6))
    yield from _denied(one, ours, theirs, clauses)
    yield from _whole(one, facts)
    known = passage.text.lower()
    for found in _MOOD.finditer(one.text):
        inside = any(start <= found.start() < end for start, end in clauses)
        is_advised = found["mood"].lower() in _ADVISING and all(map(is_advice, facts))
        if (
            inside
            and not is_advised
            and found["mood"].lower() not in known
            and stem(found["deed"].lower()) in theirs.stems
        ):
            yield found[0], "told otherwise by"
    for bend in contrary(_within(ours, clauses), passage, _of_teachers(one, ours)):
        if (word := bend.message.rpartition("not ")[2].strip("'")) not in _TIMES and not word.endswith("est"):
            yield word, "the contrary of what is told by"
    for bend in superlatives(_within(ours, clauses), passage.wording):
        word = bend.message.rpartition(" ")[2].strip("'")
        if any(f" {word}" in one.text[printed.end :][:_NEAR].lower() for printed in one.printed):
            yield word, "more than is said by"
    for found in _MOST.finditer(one.text):
        if found["most"].lower() not in passage.text.lower():
            yield found["most"], "more than is said by"
    yield from turned(one.text, [printed.fact for printed in one.printed], is_told=True)


def _of_teachers(one: Sentence, ours: Wording) -> frozenset[str]:
    """The stem of teaching, where all of it is done to the students whom the sentence prints."""
    printed = [(fact.start, fact.end) for fact in one.printed]
    done = [
        (found.start(), found.start("whom"))
        for found in _TEACHES.finditer(one.text)
        if any(start < found.end() <= end for start, end in printed)
    ]
    taught = [word.start for word in ours.words if word.stem == _TEACH]
    is_all = all(any(start <= at < end for start, end in done) for at in taught)
    return frozenset((_TEACH,)) if is_all else frozenset()


def _within(ours: Wording, clauses: list[tuple[int, int]]) -> Wording:
    """The words of the clauses that refer to something."""
    words = tuple(word for word in ours.words if any(start <= word.start < end for start, end in clauses))
    return Wording(words, ours.stems, ours.denied, ours.plain, ours.all_stems)


def _denied(one: Sentence, ours: Wording, theirs: Wording, clauses: list[tuple[int, int]]) -> Iterator[Bent]:
    """What a sentence denies of what its facts say, in the clause in which it refers to them."""
    for at, word in enumerate(ours.words):
        if not word.denies or any(printed.start <= word.start < printed.end for printed in one.printed):
            continue
        if not any(start <= word.start < end for start, end in clauses):
            continue
        behind = [next for next in ours.words[at + 1 :] if next.clause == word.clause and next.is_content][:_HEADS]
        heads = {next.stem for next in behind}
        if not heads & _DOUBTS and heads & theirs.stems and not heads & theirs.denied:
            last = max(next.start for next in behind if next.stem in heads)
            if not _OF_ANOTHER_VERB.search(one.text, word.end, last):
                yield word.text, "a denial that is none of"
                return


def _whole(one: Sentence, facts: tuple[Fact, ...]) -> Iterator[Bent]:
    """What makes a whole sentence untrue or doubtful."""
    if found := _UNTRUE.search(one.text):
        yield found[0], "a denial that is none of"
    elif found := _MAY.search(one.text):
        is_printed = any(printed.start <= found.start() < printed.end for printed in one.printed)
        if (
            not is_printed
            and not any(map(hedge_of, facts))
            and found[0].lower() not in " ".join(map(said, facts)).lower()
        ):
            yield found[0], "a doubt that is none of"


def turned(text: str, facts: Iterable[Fact], *, is_told: bool) -> Iterator[Bent]:
    """A direction that the values of facts of one measure contradict, in the order of their years.

    Where `is_told`, the facts stand in the sentence, and 'from' one 'to' another is their order.
    """
    signs = _signs(list(facts), re.search(r"\bfrom\b.*\bto\b", text) is not None and is_told)
    if not signs or 0 in signs or len(signs) > 1:
        return
    for sign, words in ways_told(text):
        if sign != next(iter(signs)):
            yield words, "not the way of"
            return


def _signs(facts: list[Fact], in_order: bool) -> set[int]:
    """Which ways the values of facts go: 1 for up, -1 for down."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in dict.fromkeys(facts):
        if fact.value is not None and fact.measure and fact.as_of and fact.precision != "rank":
            groups.setdefault((fact.measure.value, fact.place.value if fact.place else ""), []).append(fact)
    signs = set()
    for group in groups.values():
        ordered = group if in_order else sorted(group, key=lambda fact: fact.as_of.value if fact.as_of else "")
        for before, after in pairwise(map(_value, ordered)):
            signs.add((after > before) - (after < before))
    return signs


def _value(fact: Fact) -> float:
    return (fact.value or 0.0) * (scale_of(fact.unit.value) if fact.unit else 1.0)


def ways_told(text: str) -> Iterator[tuple[int, str]]:
    """The directions that a text tells; of two that contradict each other, none."""
    words = wording(normalise(text).text)
    found = [(way, words.words[at].text) for at, way in ways(words) if not words.words[at].is_denied and way]
    found += [(1, one[0]) for one in _UP.finditer(text)] + [(-1, one[0]) for one in _DOWN.finditer(text)]
    return iter(found if len({way for way, _ in found}) == 1 else ())
