"""Figures that a text claims, in digits and in words: amounts, shares, money, ranks, dates; small talk is none."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from talkbuilder.claims.texts import sentence_ends
from talkbuilder.talk.small_talk import AS_I_REMEMBER, COLD, OF_THE_TALK, SMALL_TALK
from talkbuilder.talk.spans import Spans
from talkbuilder.talk.to_the_room import small_counts
from talkbuilder.talk.uncounted import NO_NOUN, UNCOUNTED, VAGUE_DATES

Sort = Literal["figure", "share", "money", "rank", "date", "quoted", "saying", "name", "accusation"]
Found = tuple[Sort, int, int]

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = "hundred|thousand|million|billion|trillion"
_COUNT = f"(?:one|{_SMALL}|{_TEENS}|{_TENS})"
_NUMBER = rf"(?:{_COUNT}|zero|oh|{_SCALE}|\d(?:[\d,.]*\d)?)"
_FRACTION = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?|hundredths?"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_ORDINAL = (
    "fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    rf"|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|hundredth|(?:{_TENS})-\w+(?:st|nd"
    rf"|rd|th)"
)
_OF_CENTURY = rf"{_TENS}|{_TEENS}|ten|eleven|twelve|hundred"
_UNIT = rf"(?:[ -](?:one|{_SMALL})\b)?"
_CURRENCY = "dollars?|euros?|pounds|cents?|tenge|rub(?:el|le)s?|francs?|yen|marks|crowns|bucks|USD|EUR"
_NOUNS = r"(?!one|to\b|of|is\b|was\b)\w+(?: (?!is\b|was\b)\w+)?"
_WHOLE = "world|country|state|region|nation|continent|city|history|kind"
_IN_ALL = rf"(?:in|of) (?:the|our|its|all)(?: \w+)? (?:{_WHOLE})"
_SUPERLATIVE = (
    r"(?!best|rest|west|forest|guest|honest|interest|latest|test|nearest|youngest|saddest|nicest|hardest|kindest"
    r"|finest"
    r"|dearest|simplest|happiest|funniest|bravest|easiest)"
    rf"{NO_NOUN}(?:worst|\w+est(?:[ -]growing)?|most \w+)"
)
_FEW_WORDS = r"(?:(?!of\b|in\b|on\b|to\b)\w+ ){0,3}"
# What is near at hand has no rank that could be looked up: the oldest in the room.
_AT_HAND = (
    "room|hall|class|classroom|choir|audience|family|row|pew|table|house|kitchen|group|team|building|office"
    "|parish|bus"
    "|car|picture|photo|book"
)
_OF_ALL = (
    rf"(?:(?:in|on)(?! (?:the|this|our|my) (?:{_AT_HAND})\b)"
    r"(?= (?:the|our|this|its|all|earth|[A-Z]))|of all|after|that I know)\b"
)
_COUNTED = rf"one|{_SMALL}|{_TEENS}|{_TENS}|zero|{_SCALE}|\d"
_RANK = rf"first|second|third|{_ORDINAL}|{_TENS}|\d"

# What is found, a sign of it, and where it stands. Only a sentence with a word that is its sign is searched for it: the
# patterns are many and slow, to search and to compile, and most words are signs of none.
_PATTERNS: tuple[tuple[Sort, str, str], ...] = (
    ("money", r"[$€£₸¥]", rf"[$€£₸¥]\s?\d(?:[\d,.]*\d)?(?:\s?(?:{_SCALE})|[kmb]\b)?"),
    (
        "money",
        _CURRENCY,
        rf"\b(?<!my )(?<!your )(?:{_NUMBER}|a|half a)(?:[ -]+(?:and )?(?:{_NUMBER}))* (?:{_CURRENCY})\b",
    ),
    ("share", r"%|percent|per", rf"\b(?:{_NUMBER})(?:[ -]+(?:{_NUMBER}))*\s?(?:%|percent\b|per cent\b)"),
    (
        "share",
        _COUNTED,
        rf"\b(?:one|{_SMALL}|{_TEENS}|{_TENS}|\d+)(?:,)? (?:in|out of|of)(?! the two\b)(?: every| the)? "
        rf"(?:an? )?{_NUMBER}\b",
    ),
    (
        "share",
        _FRACTION,
        rf"\b(?:an?|one|{_SMALL}|\d+)[ -](?:{_FRACTION})(?= of\b|\b(?! (?:hour|year|day|dozen|mile|note)))(?! time)",
    ),
    (
        "share",
        r"half|thirds?|quarter",
        r"\b(?:half|thirds|a third|a quarter) (?:of )?(?:the|them|all|these|those|its|their|a million)\b",
    ),
    (
        "share",
        r"half",
        r"\b(?:in|by) half\b(?! an| a)|\bhalf of (?!me\b|my\b|our\b|us\b|you\b)(?=\w)",
    ),
    ("share", r"majority|minority", r"\b(?:the|a)(?: \w+)? majority\b|\b(?:the|a) minority of\b"),
    ("share", r"most", r"\bmost of (?:the|them|these|those|their|its|his|her|all|whom|which)\b"),
    (
        "share",
        r"most",
        r"(?:^|(?<=[,;:] )|(?<=that )|(?<=where )|(?<=but )|(?<=and )|(?<=because ))most "
        r"(?!days|mornings|evenings|nights|things|times|weeks|always|thanks)(?:\w+ )?"
        r"(?:people|men|women|children|\w+[^s\Wu]s)\b",
    ),
    (
        "share",
        r"every",
        rf"\bevery (?:second|third|{_ORDINAL})\b|\bevery (?:{_NUMBER}) (?:seconds|minutes|hours|days)\b",
    ),
    (
        "share",
        r"doubled|tripled|quadrupled|halved|\w+fold|twice|thrice|times|again|half",
        r"\b(?:doubled|tripled|quadrupled|halved|\w+fold(?<!un[a-z]{4})(?<!blindfold)(?<!scaffold)(?<!manifold))\b"
        r"|\b(?:twice|thrice) (?:as|the|more)\b|\b(?:many|several|countless|a hundred) times (?:as|more|higher"
        r"|larger|the)\b"
        r"|\bhalf as (?:many|much|big|large)\b|\bas (?:many|much) again\b",
    ),
    (
        "share",
        r"times",
        rf"\b(?:{_NUMBER})(?:[ -](?:{_NUMBER}))* times (?:as|more|higher|larger|bigger|worse|less|the|over)\b",
    ),
    ("date", _MONTH, rf"\b(?:{_MONTH})(?: of)?(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?,? \d{{4}}\b"),
    ("date", _MONTH, rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b"),
    ("date", _MONTH, rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?:,? \d{{4}}\b)?"),
    ("date", _MONTH, rf"\b(?:{_MONTH}),? (?:of )?(?:nineteen|twenty|two thousand)\b(?:[ -](?:and )?{_NUMBER})*"),
    ("date", r"\d", r"\b(?:the )?(?:early |late |mid-?)?(?:(?:18|19|20)\d0s|’?\d0s)\b"),
    (
        "date",
        _DECADES,
        rf"\b(?:in|during|since|of) the (?:early |late )?(?:{_DECADES})\b",
    ),
    ("date", r"century", rf"\b(?:first|second|third|{_ORDINAL}|\d+(?:st|nd|rd|th)) century\b"),
    ("date", r"\d", r"\b(?:1[0-9]|20)\d\d\b(?! (?:people|men|women|children|students|victims|cases|workers|\w+s)\b)"),
    (
        "date",
        r"eighteen|nineteen|twenty",
        rf"\b(?:eighteen|nineteen|twenty)[ -](?:oh[ -]\w+|(?:{_OF_CENTURY})\b{_UNIT})",
    ),
    ("date", r"thousand", rf"\btwo thousand (?:and )?(?:{_SMALL}|{_TEENS}|one)\b(?! \w+s\b)"),
    (
        "rank",
        _RANK,
        rf"\b(?:first|second|third|{_ORDINAL}|\d+(?:st|nd|rd|th))[ -](?:{NO_NOUN}\w+est|most|worst|best)\b",
    ),
    (
        "rank",
        _RANK,
        rf"\b(?:ranks?|ranked|came in|comes in|is|was|placed|finished) (?:only )?(?:{_ORDINAL}|\d+(?:st|nd|rd|th))\b",
    ),
    (
        "rank",
        r"number|top",
        r"\bnumber (?:one|two|three|\d+)\b(?= (?:in|of|on|among|for)\b)|\btop (?:three|five|ten|\d+)\b",
    ),
    ("rank", _RANK, rf"\b(?:{_ORDINAL}|\d+(?:st|nd|rd|th))\b"),
    (
        "rank",
        r"first|second|third",
        rf"\bthe (?:first|second|third)(?: and only)? {_NOUNS} (?:(?<!I )(?<!we )(?<!you )ever|to (?!me|us"
        rf"|you)\w+)\b",
    ),
    (
        "rank",
        r"first|second|third",
        rf"\bthe (?:first|second|third)(?: and only)? {_NOUNS} (?:in|of) (?:the|our|its|all)(?: \w+)? (?:{_WHOLE})\b",
    ),
    (
        "rank",
        r"first|second|third",
        r"\bthe (?:first|second|third) \w+ to (?:be \w+(?:ed|en)|ban|abolish|outlaw|admit|recognize)\b",
    ),
    ("rank", r"\w+est|most|worst", rf"\b(?:the|world[’']s) (?:very |single )?{_SUPERLATIVE} {_FEW_WORDS}{_OF_ALL}"),
    (
        "figure",
        r"tens|hundreds|thousands|millions|billions|trillions|dozens|scores",
        r"\b(?:tens|hundreds|thousands|millions|billions|trillions|dozens|scores)\b(?: of \w+)?",
    ),
    (
        "figure",
        rf"dozen|handful|{_SCALE}",
        rf"\b(?:a|several|half a|two|three) dozen\b|\ba (?:couple of |few |good )?(?:{_SCALE})\b|\ba handful of\b",
    ),
    ("figure", _COUNTED, rf"\b(?:{_NUMBER})(?:(?:[ -]| and )(?:{_NUMBER}))+(?:-year-olds?)?\b"),
    (
        "figure",
        rf"{_SMALL}|{_TEENS}|{_TENS}|zero|{_SCALE}",
        rf"\b(?:{_SMALL}|{_TEENS}|{_TENS}|zero)(?:-\w+)*\b|\b(?:{_SCALE})\b",
    ),
    ("figure", r"\d", r"[-+]?(?<![\w.])(?:minus )?\d[\d,.]*\d(?:-\w+)*|(?<![\w.])\d(?:-\w+)*(?![\w])"),
    ("figure", r"\d", r"(?<![\w.,])\d[\d.,]*(?:st|nd|rd|th)?(?=\b)"),
    (
        "figure",
        r"one",
        rf"\b(?<!am )(?:only|just|not(?: even)?|no more than) one (?!for|more|thing|of (?:us|you|them)|word|way|who"
        rf"|day|answer|wish|last|{OF_THE_TALK})\w+",
    ),
    *UNCOUNTED,
    *(("date", sign, pattern) for sign, pattern in VAGUE_DATES),
)
_VAGUE = range(len(_PATTERNS) - len(VAGUE_DATES), len(_PATTERNS))


WORD = re.compile(r"[^\W\d_]+|[\d%$€£₸¥]")
_EITHER = re.compile(r"\|(?![^(]*\))")
_PLAIN_SIGN = re.compile(r"([^\W\d_]+)(\?)?")
_NONE: frozenset[int] = frozenset()
_By = dict[str, set[int]]


@lru_cache(maxsize=16384)
def _told_by(word: str) -> frozenset[int]:
    """The patterns of which a word is a sign."""
    words, others = _signs()
    told = frozenset(words.get(word.lower(), _NONE))
    if not _any_of(tuple(others)).fullmatch(word):
        return told
    return told.union(*(more for sign, more in others.items() if re.fullmatch(sign, word, re.I)))


@cache
def _any_of(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(signs), re.I)


@cache
def _signs() -> tuple[_By, _By]:
    """The patterns by the words that are their signs, which are looked up, and by signs that have to be matched."""
    words, others = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for at, (_, signs, _) in enumerate(_PATTERNS):
        for sign in _EITHER.split(signs):
            if found := _PLAIN_SIGN.fullmatch(sign.lower()):
                words[found[1]].add(at)
                words[found[1][:-1] if found[2] else found[1]].add(at)
            else:
                others[sign].add(at)
    return words, others


@cache
def _compiled(at: int) -> re.Pattern[str]:
    pattern = _PATTERNS[at][2]
    return re.compile(pattern, 0 if _MONTH in pattern else re.I)


def counted(text: str, words: frozenset[str]) -> Iterator[Found]:
    """The figures of a text, sentence by sentence; `words` are all that WORD finds in it."""
    if not any(map(_told_by, words)):
        return
    start = 0
    for end in (*sentence_ends(text), len(text)):
        told = _NONE.union(*map(_told_by, WORD.findall(text, start, end)))
        if told:
            yield from ((sort, start + one, start + other) for sort, one, other in _counted(text[start:end], told))
        start = end


def _counted(text: str, told: frozenset[int]) -> Iterator[Found]:
    """The figures of a sentence; of two readings of the same words, the one that stands first in the table."""
    plain: Spans | None = None
    taken = Spans()
    for at in sorted(told):
        sort = _PATTERNS[at][0]
        if at in _VAGUE and AS_I_REMEMBER.search(text):
            continue
        for found in _compiled(at).finditer(text):
            start, end = found.span()
            if start == end or taken.meets(start, end):
                continue
            if plain is None:
                plain = Spans(_small_talk(text))
            if sort in ("figure", "rank", "share") and plain.holds(start, end):
                continue
            taken.add(start, end)
            yield sort, start, end


def _small_talk(text: str) -> Iterator[tuple[int, int]]:
    yield from (one.span() for one in SMALL_TALK.finditer(text))
    yield from small_counts(text)
    if AS_I_REMEMBER.search(text):
        yield from (one.span() for one in COLD.finditer(text))
