"""What is said to be known or said by nobody who is named: it has been proved, she said that they are, in her words."""

import re
from collections.abc import Iterator
from functools import cache

from talkbuilder.talk.leftmost import leftmost

_SAID = (
    r"(?:said|says|told (?:me|us|them)|claimed|swore|admitted|confirmed|insisted|shouted|whispered|cried"
    r"|wrote|answered|begged|screamed|yelled)"
)
_PRONOUN = r"(?:she|he|they|somebody|someone)"
_KIN = (
    "mother|father|grandmother|grandfather|brother|sister|wife|husband|son|daughter|aunt|uncle|cousin|friend|neighbou?r"
    "|acquaintance|colleague|student"
)
_OTHERS = (
    r"(?:they|all|no|most|every\w*|nobody|people|(?:the|our|their|these|those) (?:police\w*|officers?|government"
    r"|president"
    r"|ministry|embassy|army|men|women|girls|boys|workers?|victims|children|students?|foreigners|owners?"
    r"|builders?|judges?"
    r"|state|foreman|boss|director|shelters?|Kazakhs?|Uzbeks?|Russians?))"
)
_PROVED = r"(?:proved|proven|shown|established|documented|confirmed|demonstrated|verified)"
_CHECKED = (
    r"(?:proved|proven|confirmed|signed|checked|reviewed|endorsed|recommended|approved|certified"
    r"|commissioned|vouched for)"
)
_HERE = r"(?!here\b|in this\b|in the room\b|of us\b|of you\b|who came\b)"
_TOLD = " ".join(word for word in re.findall("[a-z]+", _SAID) if word not in ("me", "us", "them"))
_TRUE = " ".join(re.findall("[a-z]+", _PROVED))
_SURE = " ".join(word for word in re.findall("[a-z]+", _CHECKED) if word != "for")
# Words of which one is in all that a pattern finds, others of which one is and that are said less, and the pattern: to
# look words up takes a tenth of the time of searching, and most patterns need never be compiled.
_PATTERNS = (
    (
        "it",
        f"{_TRUE} known said reported believed agreed",
        rf"\bit (?:has been|is|was|had been) (?:\w+ )?(?:{_PROVED}|well[- ]known|widely known|known|said|reported"
        rf"|believed|agreed) that\b",
    ),
    ("it", _TRUE, rf"\bit (?:has been|had been) (?:\w+ )?{_PROVED}\b"),
    (
        "has have",
        "shown proved proven found reported",
        r"\b(?:has|have) (?:shown|proved|proven) (?:it|that)\b|\b(?:media|press|papers|courts?) (?:has"
        r"|have) (?:shown|proved|proven|found|reported)\b",
    ),
    ("by", _SURE, rf"\b{_CHECKED}(?: and {_CHECKED})? by (?:the |an? )?\w+"),
    (
        "all everything each every",
        f"{_TRUE} true checked",
        rf"\b(?:all|everything|each|every) (?:(?:word|line|bit) )?(?:of (?:this|that|it|them) )?(?:is|was|are|were"
        rf"|has been|have been) (?:{_PROVED}|true|checked)\b",
    ),
    (
        "everybody everyone anybody anyone",
        "knows agrees says see tell prove confirm",
        rf"\bas (?:everybody|everyone|anybody|anyone) {_HERE}(?:\w+ ){{0,4}}?(?:knows|agrees|says|can (?:see|tell"
        rf"|prove|confirm))\b",
    ),
    (
        "she he they somebody someone",
        _TOLD,
        rf"\b{_PRONOUN} {_SAID}(?: \w+){{0,2}}: (?=(?:\w+[ ,]+){{0,6}}?(?:we|they|he|she|the|all|nobody|everybody|our"
        rf"|their)\b)",
    ),
    ("she he they somebody someone", _TOLD, rf"\b{_PRONOUN} {_SAID} that (?:we\b|{_OTHERS}\b)"),
    (
        _KIN.replace("u?r", "r neighbour").replace("|", " "),
        _TOLD,
        rf"\b(?:my|a|our)(?: \w+)? (?:{_KIN}) {_SAID} that {_OTHERS}\b",
    ),
    (
        "she he they somebody someone",
        _TOLD,
        rf"(?:\b(?:we|they|our|their|slaves?|police)\b[^.!?]*), {_PRONOUN} {_SAID}\b",
    ),
    ("her his their", "words", r"\bin (?:her|his|their)(?: own)? words\b"),
    ("was is", "said says told", r"\b(?:was|is) (?:all|what) (?:she|he|they) (?:said|says|told me)\b"),
    ("of", "proof", r"\bproof of (?:the|an?|that|how)\b"),
)


def hearsay(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where it stands; `words` are those of the text, in small letters."""
    if _rare().isdisjoint(words):
        return
    told = [at for at, signs in enumerate(_signs()) if not any(map(words.isdisjoint, signs))]
    yield from (found.span() for found in leftmost([(_compiled(at), text) for at in told]))


@cache
def _signs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(one.split()), frozenset(other.split())) for one, other, _ in _PATTERNS)


@cache
def _rare() -> frozenset[str]:
    return frozenset[str]().union(*(rare for _, rare in _signs()))


@cache
def _compiled(at: int) -> re.Pattern[str]:
    return re.compile(_PATTERNS[at][2], re.IGNORECASE)
