"""What those who rule are said to order, forbid, want or promise: the ministry told its men to look away."""

import re
from collections.abc import Iterator
from functools import cache

_RULERS = (
    "president presidents government governments state minister ministers ministry police officer officers official"
    " officials authorities mayor mayors governor governors parliament court courts judge judges army soldiers guards"
    " embassy embassies company companies foreman foremen owner owners employer employers boss bosses party regime"
    " prosecutor prosecutors inspector inspectors trafficker traffickers recruiter recruiters landlord landlords leader"
    " leaders bishop bishops pope imam imams"
)
_TO_SOMEBODY = (
    "told order orders ordered ask asks asked command commands commanded forbid forbids forbade forbidden warn warns"
    " warned instruct instructs instructed urge urges urged want wants wanted expect expects expected allow "
    "allows allowed"
)
_OF_ONESELF = "threaten threatens threatened promise promises promised"
_RULE = frozenset(_RULERS.split())
_ORDER = frozenset(f"{_TO_SOMEBODY} {_OF_ONESELF}".split())
_WORD = re.compile(r"[a-z]+")


def orders(text: str) -> Iterator[tuple[int, int]]:
    """Where it stands; what was said to those who speak or listen is none."""
    words = _WORD.findall(text.lower())
    if not _RULE.isdisjoint(words) and not _ORDER.isdisjoint(words):
        yield from (found.span() for found in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:the|an?|its|their|his|her|some|many|one|every) (?:[\w’'-]+ ){{0,2}}?)?\b(?:{_either(_RULERS)})"
        r"(?: (?:of|in|from) (?:the )?\w+)? (?:(?:never|always|also|once|later|openly|has|have|had) ){0,2}"
        rf"(?:(?:{_either(_TO_SOMEBODY)})(?! (?:me|us|you|my|our|your|to)\b)(?: [\w’'-]+){{1,4}}?"
        rf"|{_either(_OF_ONESELF)})"
        r" (?:not )?(?:to|from) \w+",
        re.IGNORECASE,
    )


def _either(words: str) -> str:
    return words.replace(" ", "|")
