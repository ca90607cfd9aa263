"""What a sentence sets above or below others, or on a way up or down, where no entry compares them."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.told import OF_THE_ROOM, Known, Sentence
from talkbuilder.talk.typed import Typed

_TONIGHT = re.compile(r"\b(?:tonight|this evening)\b", re.IGNORECASE)
_OF_SLIDE = (
    r"(?:number|figure|slide|picture|page|word|question|source|line|bar|column|way|reason|choice|doubt|more)s?\b"
)
_PLACES = (
    r"(?:countr(?:y|ies)|nations?|lands?|states?|cit(?:y|ies)|places?|towns?|universit(?:y|ies)|schools?|shelters?"
    r"|courts?)"
)
_RANK = re.compile(
    rf"\bno other (?!{_OF_SLIDE})\w+|\b(?:nobody|no one|none|nothing|nowhere|not one) else (?=\w)"
    r"|\bno (?!(?:matter|wonder|doubt|more)\b)\w+ (?:in the (?:world|region|country)|anywhere"
    r"|[^.;,?]{0,40}? like this)\b"
    rf"|\b(?:what|which) other {_PLACES}\b|\bwho else (?:does|did|gives?|has|had|can|could|would)\b"
    r"|\b(?:like no other|like nowhere else|unequal+ed|unmatched|unrival+ed|unparalleled|second to none"
    r"|in a class of its own|(?:stands? )?out from the rest|anywhere else,? (?:they|he|she|it)|(?:leaves?|left) (?:all"
    r"|every\w*)(?: the)? (?:others?|rest|\w+) behind"
    r"|(?:more|fewer|less|better|worse|\w{2,}er)(?: \w+){0,2}? than (?:any(?!thing i)|all|every|elsewhere"
    r"|(?:the|most|its|their) (?:others|rest|neighbors?|countries)|others\b)(?: ?\w+)?)",
    re.IGNORECASE,
)
# Who is set beside those of whom the entries tell.
_OTHERS = re.compile(
    rf"\b(?:(?:its|their|the) neighbors?(?: (?:countries|states))?|other {_PLACES}|the others"
    r"|the rest of (?:them|the (?:world|region|country|continent))|half the world|the whole world"
    r"|(?:nobody|no one|everybody|everyone|everywhere|all) (?:around|near|beside|else)(?: (?:them|it|there))?"
    rf"|(?:across|beyond|over) the (?:next )?borders?|(?:in )?the next {_PLACES})\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:(?:better|worse|best|worst)(?! of\b)|pa(?:ys|id) off|(?:works?|worked)(?= (?:well|wonders|out)|[.!]?\s*\Z)"
    r"|succeed(?:s|ed)?|fail(?:s|ed)(?! to)|wasted?|wisely|deserves?|(?:makes?|made) (?:all |a |the )*difference"
    r"|worth (?:it|every|the)|(?:far )?too (?:few|many|little|much|late)|(?:not|never) enough)\b"
    r"|\b(?:\w{3,}ing|\w{3,}tion|money|laws?) (?:helps?|saves?|frees?|brings?|means?|makes?|gives?|leads? to)\b",
    re.IGNORECASE,
)
_SPAN = r"(?:year|month|week|day|night|harvest|season|summer|winter|spring|fall|time)"
_TREND = re.compile(
    rf"\b(?:(?P<one>{_SPAN}) (?:after|by|upon) (?P=one)|from (?P<from>{_SPAN}) to (?P=from)"
    rf"|(?:every|each) {_SPAN}\b(?! (?:I|you|we)\b)|by the (?:day|week|month|year)"
    r"|ever (?:more|fewer|less|(?!after|since)\w{2,}er)|more and more|fewer and fewer|less and less"
    r"|(?P<two>\w+er) and (?P=two)|(?:an? )?(?:growing|rising|shrinking|falling) numbers?|no stopping"
    r"|keeps? (?:on )?(?:rising|growing|climbing|falling|shrinking|spreading|going (?:up|down)|getting \w+)"
    r"|on the (?:rise|increase|decline|wane)|steadily|unstoppabl[ey]|without end|again and again)\b",
    re.IGNORECASE,
)


def ranked(sentence: Sentence, known: Known, typed: Typed) -> Iterator[str]:
    """Reasons that name the words by which one is set above others."""
    text = sentence.typed
    if sentence.is_own or OF_THE_ROOM.search(text) or _TONIGHT.search(text):
        return
    if (found := _RANK.search(text)) and not known.has_word(found[0]):
        yield f"'{found[0].strip()}' sets it above or below all others, and no entry here does: “{sentence.short}”"
    elif (found := _OTHERS.search(text)) and "?" not in text and not known.has_word(found[0]):
        yield f"'{found[0].strip()}' tells of others, of whom no entry here does: “{sentence.short}”"
    if "?" in text:
        return
    if (found := _TREND.search(text)) and not known.has_word(found[0]):
        yield f"'{found[0]}' tells of a trend, and no entry here does: “{sentence.short}”"
    if typed.key in ("title", "lead", "caption", "statement") and (typed.shown or typed.cited):
        found = _JUDGED.search(text)
        if found and not known.has_word(found[0]):
            yield f"'{found[0]}' is a judgement, and no entry here gives it: “{sentence.short}”"
