"""How a sentence makes something else of its facts: of some all, of advice a deed, of an idea a conviction, and why."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import scale_of
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.normal import normalise
from talkbuilder.evidence.sentences import sentence_ends
from talkbuilder.evidence.wording import wording
from talkbuilder.evidence.words import content_words
from talkbuilder.talk.accusing import is_of_others
from talkbuilder.talk.bending import ways_told
from talkbuilder.talk.figuring import Bent
from talkbuilder.talk.referring import Printed, Sentence, clause_of, is_advice, said
from talkbuilder.talk.said import words_in
from talkbuilder.talk.talk import Paragraph

_NOBODY = (
    r"\W*(?:and |and yet |yet |so |in fact,? |that |in the end,? |in all that time,? )?(?P<none>no one|nobody"
    r"|none of \w+"
    r"|not (?:one|a single) \w+"
    r"|no (?!fewer|more|less|doubt|wonder|matter|longer|later|sooner|questions?|surprise)\w+|neither of \w+)\b"
)
# Who denies only that it was known, expected or wished for denies not that it is so; nor that it was more.
_OTHER_DENIAL = (
    r"\b(?:that|how|why|whether|what|would|should|could|can|may|must|needs?|ought|more|less|fewer|other|but|except|besides|me|us|only"
    r"|just)\b"
)
_WITHOUT_EXCEPTION = (
    r"\b(?:without (?:a single |any )?exceptions?|to (?:a|the last) (?:man|woman|person|child)(?! who| that)"
    r"|(?:every|each) (?:last"
    r"|single) (?!day|time|year|word)\w+"
    r"|(?:every|each)(?: and every)? one of (?:them|these|those|the \w+)|the (?:whole )?lot of them"
    r"|one and all|across the board|unanimously|invariably|in (?:all|every|each) (?:single )?cases?|all of them"
    r"|as one man"
    r"|wherever (?:one|you) looks?|everywhere in the (?:country|land|region))\b"
)
_ALL = r"\b(?:all|every|each|always|any|whole|entire\w*|nobody|none|no)\b"
_UNIVERSAL = frozenset(("all", "every", "no"))
_PLURALS = frozenset(("men", "women", "children", "people", "police"))
_DONE = (
    r"\b(?:did|does|do|has|have|had|went on to|go(?:es)? on to|\w+(?:ed|en|un|an|ot) to|began to|started to"
    r"|managed to|agreed to|chose to"
    r"|proceeded to"
    r"|busy to|now|finally|already|set out to|they|it|police|government|courts?|authorities|officials)(?: \w+ly"
    r"| then| indeed)? \Z"
)
_ADVISED = (
    r"\b(?:recommend\w*|advi[sc]\w+|should|ought|must|asks?|asked|urg\w+|calls?|called|needs?|needed|wants?|wanted|propos\w+"
    r"|suggest\w*|demand\w*|would|could|might|please|let|told|tells|plea\w*|list|first thing|to do|have to"
    r"|has to|had to)\b"
)
_CAUSED = "a cause or a result that is none of"
_COMPARING = frozenset(("more", "fewer", "less", "higher", "lower"))
_TO_FIGURE = r" (?:\w+ )?(?:to|by|from)\b"
_CAUSE = (
    r"\b(?P<why>because(?: of)?|due to|thanks to|owing to|as a (?:direct )?(?:result|consequence) of"
    r"|on account of|in return for"
    r"|in revenge for|out of (?:greed|hatred|fear|spite|contempt|laziness|shame)|for the (?:simple )?reason that)\b"
)
_GUESSED = (
    r"\b(?:probably|perhaps|maybe|possibly|apparently|supposedly|I (?:think|believe|guess|suspect\w*|guessed"
    r"|thought|suppose)"
    r"|as I (?:see|understood|understand|heard) it|may|might)\b"
)
_RESULT = (
    r"\b(?P<why>(?:that|this|which) is why|that[’']s why|as a (?:direct )?(?:result|consequence)|(?:led"
    r"|leads) to|resulted in"
    r"|brought about|(?:was|were) caused by|(?:has|have) caused|to blame for|responsible for|the fault of)\b"
)
_BEYOND_AND = r"\b(?!(?:and|but|so|or|yet)\b)\w"
_TOLD_CAUSE = (
    r"\b(?:because|due|thanks|since|so that|result\w*|caus\w+|for fear|led|leads?|reasons?|why|owing|in order"
    r"|blame|responsible)\b"
)
_IDEA_OF_MANY = (
    r"\b(?:common(?:ly)? (?:idea|belief|view|thought|opinion|held)|(?:people|many|most|some"
    r"|they) (?:commonly )?(?:think|believe|say)"
    r"|it is (?:commonly )?(?:thought|believed|said)|according to (?:the |a )?common)\b"
)
_CONVINCED = (
    r"\b(?:is|are|was|were|am) (?:\w+ly |quite |very |so )?(?:convinced|sure|certain|persuaded|positive)\b"
    r"|\b(?:believes|insists?"
    r"|insisted|maintains"
    r"|knows|holds|agrees|swears|concludes)\b"
)
_OF_THEM = (
    r"(?P<share>(?:(?:nearly |almost )?(?:every|each)(?: single| last)? one(?: of (?:them|these|those))?"
    r"|each of (?:them|these|those)"
    r"|(?:nearly |almost )?all(?: but \w+)? of (?:them|these|those)|all (?=(?:were|had|came|are|have)\b)"
    r"|none of (?:them|these|those)"
    r"|not one(?: of (?:them|these|those))?|both of them|(?:half|most|many|few|a third|a quarter|the majority"
    r"|nine in ten)"
    r" of (?:them|these|those)|(?:they|these|those) (?:were|are|had|have|came)? ?(?:all|each|every one)))\b"
)
_SHARE_OF_THEM = rf"\W*(?:and |but |in fact,? |sadly,? |yet |as it happens,? |as i know,? )?{_OF_THEM}"
# What holds of everybody needs no count.
_OF_EVERYBODY = (
    r"\b(?:names?|fac(?:e|es)|stor(?:y|ies)|somebody|someone|mothers?|famil(?:y|ies)|matters?|loved|human|people|person|counts?|dignity"
    r"|god|you|me|us|we|i|home|dreams?|hopes?|life|lives)\b"
)


def recast(one: Sentence) -> Iterator[Bent]:
    """Every way in which a sentence makes something else of its facts: the words, and what they are."""
    words = words_in(one.text)
    for signs, bends in _WAYS:
        if not signs.isdisjoint(words):
            yield from bends(one, " . ".join(map(said, one.facts)))
    for printed in one.printed:
        if is_advice(printed.fact):
            yield from _told_as_done(one, printed)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, made ready when it is first looked for: for most talks most never are."""
    return re.compile(pattern, re.IGNORECASE)


def _all(one: Sentence, known: str) -> Iterator[Bent]:
    if (found := _found(_WITHOUT_EXCEPTION, one)) and not _compiled(_ALL).search(known):
        yield found, "more than is said by"


def _idea(one: Sentence, known: str) -> Iterator[Bent]:
    """A conviction of one that is the idea of many."""
    idea = _compiled(_IDEA_OF_MANY)
    if idea.search(known) and not idea.search(one.text) and (found := _found(_CONVINCED, one)):
        yield found, "the conviction of one, and an idea of many for"


def _told_as_done(one: Sentence, printed: Printed) -> Iterator[Bent]:
    before = _compiled(_DONE).search(one.text, 0, printed.start)
    if before and not _compiled(_ADVISED).search(one.text[: printed.start]):
        yield f"{before[0].strip()} {one.text[printed.start : printed.end]}", "a deed, and only advised by"


def _found(pattern: str, one: Sentence) -> str:
    """What a sentence has of a pattern in the words that were typed."""
    for found in _compiled(pattern).finditer(one.text):
        if not any(printed.start <= found.start() < printed.end for printed in one.printed):
            return found[0]
    return ""


def _nobody(one: Sentence, known: str) -> Iterator[Bent]:
    """Who is said to have done none of it, at the beginning of a clause that refers to what was done."""
    if any(word.denies for word in wording(known).words):
        return
    for printed in one.printed:
        start, end = clause_of(one.text, printed.start)
        found = _compiled(_NOBODY).match(one.text, start, end)
        if (
            found
            and found.end() <= printed.start
            and not _compiled(_OTHER_DENIAL).search(one.text, found.end(), printed.start)
        ):
            yield found["none"], "a denial that is none of"
            return


def _cause(one: Sentence, known: str) -> Iterator[Bent]:
    """Why something is so, or what came of it, where no fact of the sentence says so and none stands for it."""
    if _compiled(_TOLD_CAUSE).search(known) or _compiled(_GUESSED).search(one.text):
        return
    for found in _compiled(_CAUSE).finditer(one.text):
        start, end = found.end(), clause_of(one.text, found.end())[1]
        if _is_typed(one, start, end):
            yield one.text[found.start() : end].strip(" ."), _CAUSED
            return
    for found in _compiled(_RESULT).finditer(one.text):
        start, end = clause_of(one.text, found.start())
        if _is_typed(one, start, found.start()) or _is_typed(one, found.end(), end):
            yield one.text[start:end].strip(" ."), _CAUSED
            return


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a sentence must have a word of to be looked at.
_WAYS: tuple[tuple[frozenset[str], Callable[[Sentence, str], Iterator[Bent]]], ...] = (
    (_words("no nobody none not neither"), _nobody),
    (
        _words(
            "exception exceptions man woman person last single every each lot all board unanimously invariably case "
            "cases looks look everywhere"
        ),
        _all,
    ),
    (
        _words(
            "because due thanks owing result consequence account return revenge greed hatred fear spite "
            "contempt laziness shame reason why led leads resulted brought caused blame responsible "
            "fault"
        ),
        _cause,
    ),
    (
        _words(
            "convinced sure certain persuaded positive believes insists insisted maintains knows holds "
            "agrees swears concludes"
        ),
        _idea,
    ),
)


def _is_typed(one: Sentence, start: int, end: int) -> bool:
    """Whether words tell of others, and refer to no fact."""
    words = one.text[start:end]
    is_referring = any(start <= printed.start < end for printed in one.printed)
    return bool(_compiled(_BEYOND_AND).search(words)) and is_of_others(words) and not is_referring


def universal(text: str, known: Iterable[str]) -> Iterator[Bent]:
    """Who a headline says it of all of, of whom what its slide shows does not."""
    words = wording(normalise(text).text)
    told = wording(normalise(" . ".join(known)).text)
    if any(_compiled(_ALL).fullmatch(word.text) for word in told.words):
        return
    for at, word in enumerate(words.words):
        noun = words.next_content(at, 2) if word.text in _UNIVERSAL else None
        is_several = noun and (word.text == "every" or noun.text.endswith("s") or noun.text in _PLURALS)
        if noun and is_several and any(is_same(noun.stem, one) for one in told.stems):
            yield f"{word.text} {noun.text}", "more than is said by"
            return


def turned_alone(text: str, fact: Fact, library: Library) -> Iterator[Bent]:
    """A direction told of one figure, which those of other years in the library contradict, or nothing tells."""
    if fact.value is None or fact.precision == "rank":
        return
    ways = dict(ways_told(text))
    if len(ways) != 1:
        return
    ((way, words),) = ways.items()
    if not _is_of(text, words, fact):
        return
    others = [one for one in library.facts.values() if isinstance(one, Fact) and _is_earlier(one, fact)]
    if not others:
        if re.search(
            rf"\b{re.escape(words)}(?: \w+)? (?:to|by)(?: \w+)? \Z", text[: text.find(fact.display)]
        ) and not any(True for _ in ways_told(said(fact))):
            yield words, "a change that is none of"
        return
    before = max(others, key=lambda one: one.as_of.value if one.as_of else "")
    if (_value(fact) - _value(before)) * way < 0:
        yield words, "not the way of"


def _is_of(text: str, words: str, fact: Fact) -> bool:
    """Whether a direction is told of what a fact counts: 'more herds', 'the herds fell'."""
    before, _, behind = text.partition(words)
    known = frozenset(content_words(said(fact)))
    if words.lower() in _COMPARING:
        return not any(content_words(behind)[:1]) or content_words(behind)[0] in known
    return bool(_compiled(_TO_FIGURE).match(behind)) or not known.isdisjoint(content_words(before))


def _is_earlier(one: Fact, fact: Fact) -> bool:
    is_alike = one.value is not None and one.measure and fact.measure and one.measure.value == fact.measure.value
    is_there = (one.place.value if one.place else "") == (fact.place.value if fact.place else "")
    return bool(is_alike and is_there and one.as_of and fact.as_of and one.as_of.value < fact.as_of.value)


def _value(fact: Fact) -> float:
    return (fact.value or 0.0) * (scale_of(fact.unit.value) if fact.unit else 1.0)


def shared_out(paragraph: Paragraph, library: Library) -> Iterator[tuple[str, Fact]]:
    """What a sentence says of all or most of those whom the sentence before it counts, and the fact that does."""
    at, start, counted = 0, 0, None
    places = []
    for run in paragraph.runs:
        fact = library.facts.get(run.citation.id) if run.citation and run.citation.kind == "fact" else None
        if isinstance(fact, Fact) or run.citation:
            places.append((at, fact if isinstance(fact, Fact) and fact.value is not None else None))
        at += len(run.text)
    for end in (*sentence_ends(paragraph.text), len(paragraph.text)):
        own = [fact for place, fact in places if start <= place < end]
        if counted and not own:
            found = _compiled(_SHARE_OF_THEM).match(paragraph.text, start, end)
            rest = paragraph.text[found.end() : end] if found else ""
            if found and rest.strip(" .!?") and not _compiled(_OF_EVERYBODY).search(rest):
                yield found["share"], counted
        counted = next((fact for fact in own if fact), None)
        start = end
