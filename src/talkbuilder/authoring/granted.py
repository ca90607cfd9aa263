"""What a sentence takes as known: what a question supposes, what others think, that it is far off, what a gift does."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import PAST_DEED, Known, Sentence, words_of
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.words import stem, words
from talkbuilder.talk.accusing import is_power
from talkbuilder.talk.talk import Slide

_GRANTED = re.compile(
    r"\b(?:why|how come|since when|what (?:made|makes)|who (?:let|made|paid|told|sent)|when (?:did|will|do|does|are)"
    r"|how (?:much longer|many more|long will|could they))\b",
    re.IGNORECASE,
)
# What somebody does to others, in plain words that no entry needs to have: 'why were the bakers told to go'.
_ACTED = re.compile(
    r"\b(?:told|made|paid|ordered|forced|asked|sent|let|allowed|supposed|wanted|meant|seen|warned|taught|kept)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:why|how come|how could|how can|since when|what (?:made|makes)|how (?:long|often)) "
    r"(?:(?:did|do|does|is|are|was|were|has|have|had|would|could|can|will)(?:n[’']t)? )?"
    r"(?:(?:our|the|these|those|that|their|his|her|its|so many|some|most|my|your) )?(?:[\w-]+ )?(?P<who>[\w-]+)",
    re.IGNORECASE,
)
_ROOM = re.compile(r"\b(?:you|us|me|here)\b", re.IGNORECASE)
_PRONOUNS = frozenset(("he", "she", "they"))
_SUPPOSED = re.compile(
    r"\b(?:when|after|before|once|because|while|as|that|until|how) (?:he|she|they|(?:the|that|this|those|these) [\w-]+)"
    rf"(?: (?:had|has|have|once|just|even|\w+ly))* (?P<deed>{PAST_DEED}"
    r"|(?!(?:to|of|with|for|at|about|by|did|do|does|is|are|was|were|see|sees|call|calls|ask|asks)\b)[a-z]+"
    r"(?= (?:him|her|them)\b))\b",
    re.IGNORECASE,
)
_BY_THE_WAY = r"(?: (?:had|really|first|then|once|secretly|(?!early\b|family\b)\w+ly))*"
_BEGINS = r"(?:\A|[.,;:—–] |\b(?:and|but|or|so|then|ask|know|wonder|guess) )\W*"
# 'Who had paid for it?' supposes that somebody did, and 'who gains from it', that somebody gains.
_WHO_DID = re.compile(
    rf"{_BEGINS}(?:whom?|which (?:of (?:the|these|those|them) )?[\w-]+?|whose [\w-]+)(?: (?:else|has|have)){{0,2}}"
    rf"{_BY_THE_WAY}"
    rf" (?P<deed>{PAST_DEED}|made|let|put|meant|got)\b"
    rf"|{_BEGINS}whom? (?:did|had) (?:it|he|she|they|(?:the|this|that|these|those|their|his|her) [\w-]+)"
    r" (?P<did>[\w-]+)\b",
    re.IGNORECASE,
)
_WHO_GAINS = re.compile(
    r"\bwho(?:ever)?(?: else)?(?: (?:might|may|could|would|can|will|still|also|really))* (?:have )?"
    r"(?P<deed>gain(?:s|ed)?|profit(?:s|ed)?|benefit(?:s|ed)?|earn(?:s|ed)?|makes? money|got rich|gets? rich"
    r"|cash(?:es)? in|stands? to|stood to|(?:is|was|were) behind|(?:has|had) (?:a|an|the) interest|wins?|won)\b",
    re.IGNORECASE,
)
# 'Who has heard of it?' asks those who listen.
_OF_LISTENERS = re.compile(
    r"\bha(?:s|ve) (?:\w+ )?(?:heard|seen|been|read|known|noticed|tried|thought|guessed|wondered|visited|eaten|met"
    r"|brought|used|learned|got)\Z",
    re.IGNORECASE,
)
_SAYS_LITTLE = frozenset(("was", "were", "had", "did", "said", "told", "asked", "came", "went", "wrote", "spoke"))
_HOLDS = re.compile(
    r"\b(?P<who>(?!(?:it|what|who|this|that)\b)[\w’'-]+)(?: (?:there|still|also|even|really|secretly|always|just))? "
    r"(?P<deed>thinks|believes|feels|agrees|wants|hates|loves|knows|hopes|fears|admits|regrets|blames|doubts|despises"
    r"|approves|accepts|envies|enjoys|wishes|pities|considers)\b",
    re.IGNORECASE,
)
_TELLER = re.compile(
    r"\b(?P<who>man|woman|men|women|boy|girl|child|survivor|victim|witness|mother|father|worker|prisoner|slave|guard"
    r"|student|teacher|officer|friend)\b.*\b(?:remembers?|recalls?|tells?|says?|writes?|speaks?|answers?|begs?"
    r"|complains?|asks?)\b",
    re.IGNORECASE,
)
# Who is said to speak of their own doing.
_SELF = r"(?:it|him|her|them)sel(?:f|ves)"
_OWNS_UP = re.compile(
    r"\b(?:owns? up|owned up|comes? clean|came clean|admit(?:s|ted)?|confess(?:es|ed)?|conced(?:e|es|ed)"
    r"|acknowledg(?:e|es|ed)|apologi[sz](?:e|es|ed)|says? sorry|pleads? guilty|takes? (?:the blame|responsibility)"
    rf"|(?:explains?|defends?|justif(?:y|ies)) {_SELF}|makes? excuses|boasts?|brags?|regrets?|repents?"
    r"|breaks? (?:its|his|her|their) silence|speaks? (?:out|up)|promis(?:es|ed)|vows?|pledges?|swears?"
    r"|sees? its (?:mistakes?|faults?))\b",
    re.IGNORECASE,
)
_ARTICLE = 3  # letters
_FIRST = re.compile(r"\b(?:I|we|my|our|me|us|myself|ourselves)\b", re.IGNORECASE)
_ASKED = re.compile(r"\W*(?:what|how|why|who|where|when|does|do|did|is)\b", re.IGNORECASE)
_THIS = r"(?:this|it|that|such things?|these things|things like (?:this|that)|trafficking|slavery|exploitation)"
_FAR = (
    r"(?:over there|far away|elsewhere|somewhere else|abroad|on the other side of the world|in (?:other|poor|far-?off"
    r"|distant|foreign) (?:places|countries|lands))"
)
_HERE = (
    r"(?:here|around here|among us|to us|to people like us|where we live|in (?:a|our|this|my) (?:\w+ )?(?:town|state"
    r"|country|church|school|city|neighborhood|street|village)(?: like \w+)?)"
)
_ELSEWHERE = re.compile(
    rf"\b{_THIS}(?: is (?:something|a thing) that)?(?: only| just)? (?:happens?|goes on|exists?|occurs?|is found)"
    rf"(?: only| just)? {_FAR}\b"
    rf"|\b{_THIS} (?:does not|do not|doesn[’']t|don[’']t|never|can[’']t|cannot|could never|won[’']t|couldn[’']t)"
    rf"(?: ever)? (?:happens?|goe?s? on|exists?|occurs?) {_HERE}\b"
    rf"|\b{_HERE}\b[^.?!;]{{0,40}}\b(?:nobody|no one|none of us|you don[’']t|we don[’']t)(?: \w+)? "
    r"(?:has to|have to|needs? to|must) (?:look|worry|fear|watch|be afraid|ask about|be careful)\b"
    rf"|\b(?:nobody|no one) {_HERE} (?:has|needs) to (?:look|worry|fear|watch)\b"
    rf"|\b(?:all )?{_THIS} (?:is|are|stays?) (?:an ocean|oceans|a world|worlds|half a world|continents) away\b"
    rf"|\b{_HERE}\b[^.?!;]{{0,30}}\b(?:you|we) (?:have nothing|have no reason|have no need|needn[’']t|don[’']t need)"
    r"(?: to)? (?:fear|worry|be afraid)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\b(?:think|thinks|thought|believe[sd]?|say|says|said|if|whether|pretend|wish|imagine|myth|easy to"
    r"|not (?:only|just)|doesn[’']t (?:only|just)|isn[’']t|tempting)\b",
    re.IGNORECASE,
)
_BRINGS = (
    r"free|save|rescue|buy|feed|house|end|stop|change|bring|build|give|keep|open|close|heal|protect|clothe|shelter|train"
    r"|pay"
)
_PROMISE = re.compile(
    r"(?:[,;:–—]|,? and|,? so(?: that)?|,? then) (?P<told>(?:then )?(?:another|a|an|one|some|the|every|each|more|two)"
    r" (?:more )?(?:(?!of\b|to\b)[\w-]+ )?(?P<who>[\w-]+) (?:will |can |may |again )?"
    r"(?!(?:who|that|of|to|for|in|at|on|or|and|about|with|from)\b)[\w-]+[^.;]*)"
    rf"|\b(?P<gift>(?:your|each|every|one|a|this|ten|twenty|\$ ?\d+|\d+)(?: [\w-]+)? (?:dollars?|call|letter|gift|card"
    rf"|cents?|hour|signature|name|vote|coin|purchase|donation|share|help)(?: \w+)? (?:will |can )?(?:{_BRINGS})s?\b"
    r"[^.;]*)",
    re.IGNORECASE,
)


def of_question(sentence: Sentence, known: Known, is_to_the_room: bool) -> Iterator[str]:
    """What a question supposes of others that no entry tells, even one to the room."""
    text = sentence.typed
    told = list(words_of(text))
    acted = _ACTED.search(text)
    acted = acted if acted and not known.has_word(acted[0]) else None
    if told and all(known.explains(stem(word)) for word in told) and not acted:
        return
    if found := _of_others(text) if is_to_the_room else _GRANTED.search(text):
        yield f"'{found[0]}' takes for granted what it asks about: “{sentence.short}”"
    elif (found := _WHO_DID.search(text)) and not (
        _asks_room(found) or _is_known(found["deed"] or found["did"], known)
    ):
        told_of = found[0].strip(" ,.")
        yield f"'{told_of}' takes for granted that somebody did, and no entry here tells it: “{sentence.short}”"
    elif (found := _SUPPOSED.search(text)) and not _is_known(found["deed"], known):
        yield f"'{found[0]}' takes for granted what no entry here tells: “{sentence.short}”"


def _asks_room(found: re.Match[str]) -> bool:
    return bool(_ROOM.search(found.string) or _OF_LISTENERS.search(found[0]))


def of_gain(sentence: Sentence, known: Known) -> Iterator[str]:
    """That somebody gains by it, or is behind it, in the words of a question or of a bid to think of it."""
    found = _WHO_GAINS.search(sentence.typed)
    if found and not (any(words_of(found["deed"])) and known.has_all(found["deed"])):
        yield f"'{found[0]}' takes for granted that somebody does, and no entry here tells it: “{sentence.short}”"


def _of_others(text: str) -> re.Match[str] | None:
    """What a question to the room asks of somebody with power, or of 'them'."""
    for found in _OF_OTHERS.finditer(text):
        if any(is_power(word) or word in _PRONOUNS for word in _words_in(found[0])):
            return found
    return None


def _words_in(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text.lower())


def _is_known(deed: str, known: Known) -> bool:
    return deed.lower() in _SAYS_LITTLE or known.explains(stem(deed.lower()))


def over_quote(sentence: Sentence, slide: Slide, library: Library) -> Iterator[str]:
    """What somebody is said to think, over a quotation in which they do not say that."""
    if slide.kind != "quote" or _ASKED.match(sentence.typed):
        return
    quotes = (library.quotes.get(one.id) for one in slide.citations if one.kind == "quote")
    said = " ".join(one.text.value for one in quotes if isinstance(one, Quote))
    owns = _OWNS_UP.search(sentence.typed)
    who = frozenset(stem(word) for one in slide.shown if one.kind == "quote" for word in words(one.who))
    is_own = owns and any(stem(word) in who for word in words(sentence.typed[: owns.start()]) if len(word) > _ARTICLE)
    if owns and not is_own and not _FIRST.search(said) and not re.search(rf"\b{owns[0]}\b", said, re.IGNORECASE):
        yield f"'{owns[0]}' gives the words to whom they are about, and they are another’s: “{sentence.short}”"
    if not (found := _HOLDS.search(sentence.typed)):
        return
    root = found["deed"].lower().removesuffix("s")
    if not re.search(rf"\bI\b(?: \w+)? {re.escape(root)}", said):
        yield f"'{found[0]}' says what somebody holds, and the quotation does not: “{sentence.short}”"


def of_teller(sentence: Sentence, slide: Slide) -> Iterator[str]:
    """A title that gives a quotation to somebody else."""
    if slide.kind == "quote" and (found := _TELLER.search(sentence.typed)):
        who = next((one.who for one in slide.shown if one.kind == "quote"), "")
        if stem(found["who"].lower()) not in map(stem, words(who)):
            yield f"'{found[0]}' says who is speaking, and the quotation is credited to “{who}”"


def elsewhere(sentence: Sentence) -> Iterator[str]:
    """That it happens far away, and nobody need look for it here."""
    found = _ELSEWHERE.search(sentence.typed)
    if found and "?" not in sentence.typed and not _NOT_MEANT.search(sentence.typed):
        yield f"'{found[0]}' says that it is elsewhere, and no entry here does: “{sentence.short}”"


def of_action(sentence: Sentence, asserted: Known) -> Iterator[str]:
    """What an action promises to who does it: 'give, and another man walks free'."""
    for found in _PROMISE.finditer(sentence.typed):
        is_somebody = found["gift"] or (found["who"] and _is_somebody(found["told"]))
        told = found["gift"] or found["told"]
        if is_somebody and not asserted.has_all(told):
            yield f"'{told}' promises what no entry tells: “{sentence.short}”"
            return


def _is_somebody(told: str) -> bool:
    return any(
        is_person(word) or is_power(word) or word in ("person", "people", "life") for word in _words_in(told)[:4]
    )
