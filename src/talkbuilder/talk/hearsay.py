"""What is said to be known or said by nobody who is named: it has been proved, she said that they are, in her words."""

import re
from collections.abc import Iterator

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
_PATTERNS = (
    rf"\bit (?:has been|is|was|had been) (?:\w+ )?(?:{_PROVED}|well[- ]known|widely known|known|said|reported"
    rf"|believed|agreed) that\b",
    rf"\bit (?:has been|had been) (?:\w+ )?{_PROVED}\b",
    r"\b(?:has|have) (?:shown|proved|proven) (?:it|that)\b|\b(?:media|press|papers|courts?) (?:has"
    r"|have) (?:shown|proved|proven|found|reported)\b",
    rf"\b{_CHECKED}(?: and {_CHECKED})? by (?:the |an? )?\w+",
    rf"\b(?:all|everything|each|every) (?:(?:word|line|bit) )?(?:of (?:this|that|it|them) )?(?:is|was|are|were"
    rf"|has been|have been) (?:{_PROVED}|true|checked)\b",
    rf"\bas (?:everybody|everyone|anybody|anyone) {_HERE}(?:\w+ ){{0,4}}?(?:knows|agrees|says|can (?:see|tell"
    rf"|prove|confirm))\b",
    rf"\b{_PRONOUN} {_SAID}(?: \w+){{0,2}}: (?=(?:\w+[ ,]+){{0,6}}?(?:we|they|he|she|the|all|nobody|everybody|our"
    rf"|their)\b)",
    rf"\b{_PRONOUN} {_SAID} that (?:we\b|{_OTHERS}\b)",
    rf"\b(?:my|a|our)(?: \w+)? (?:{_KIN}) {_SAID} that {_OTHERS}\b",
    rf"(?:\b(?:we|they|our|their|slaves?|police)\b[^.!?]*), {_PRONOUN} {_SAID}\b",
    r"\bin (?:her|his|their)(?: own)? words\b|\b(?:was|is) (?:all|what) (?:she|he|they) (?:said|says|told me)\b",
    r"\bproof of (?:the|an?|that|how)\b",
)
_ANY = re.compile("|".join(f"(?:{one})" for one in _PATTERNS), re.IGNORECASE)
# One of these words is in all that is found: to look words up takes a tenth of the time of searching.
_MORE = "known knows reported believed agreed agrees words proof true see tell prove confirm found"
_SIGNS = frozenset(re.findall("[a-z]+", f"{_SAID} {_PROVED} {_CHECKED} {_MORE}")) - {"me", "us", "them", "for"}


def hearsay(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where it stands; `words` are those of the text, in small letters."""
    if not _SIGNS.isdisjoint(words):
        yield from (found.span() for found in _ANY.finditer(text))
