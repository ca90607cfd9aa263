"""What the post calls equal: as many are not the same ones, as much is not more, and a rate is no number."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage

_AMOUNT = (
    r"(?:number|amount|sum|count|total|share|quantity|size|price|height|length|weight|rate|percentage|proportion"
    r"|figure)"
)
_SAME_NUMBER = re.compile(rf"\b(?:the same|an? (?:equal|identical|similar|like)) {_AMOUNT}\b|\b(?:as|equally) many\b")
_THE_SAME = re.compile(
    rf"\b(?:the (?:very )?same|the selfsame|those same)(?: (?:\d+|[a-z]+))? (?!{_AMOUNT}\b|(?:as|way|time|year|of)\b)"
    r"(?P<who>[a-z'-]+)"
)
_EQUAL = re.compile(
    r"(?<!not )\b(?:commensurate (?:with|to)|proportiona\w+ to|equ(?:al|ivalent) (?:to|with)|equal(?:s|led)"
    r"|compar(?:able|es?) (?:to|with)|on (?:a )?par with|tantamount to|similar to|identical (?:to|with)|in line with"
    r"|the same (?:[a-z]+ )?as"
    r"|(?<!twice )(?<!times )as (?!well\b|soon\b|long as (?:they|he|she|it|we|you)\b|far\b|such\b)"
    r"[a-z]+ (?:[a-z]+ )?as\b|match(?:es|ed|ing)?\b)"
)
_COMPARATIVE = (
    r"(?:more|less|fewer|better|worse|(?!other|rather|whether|either|neither|another|together|number|later|earlier|former"
    r"|after|over|under|ever|never|order|river|her)\w{3,}er)"
)
_UNEQUAL = re.compile(
    r"(?<!no )(?<!not )(?<!not any )(?<!n't )(?<!n't any )(?<!nor )(?<!neither )"
    rf"\b(?:{_COMPARATIVE}\b(?= (?:[\w'-]+ ){{0,3}}than\b)"
    r"|exceed(?:s|ed)?|surpass(?:es|ed)?|outnumber(?:s|ed)?|outstrip(?:s|ped)?|outweigh(?:s|ed)?|twice|times as)\b"
)
_SIGNS = (" than ", "exceed", "surpass", "outnumber", "outstrip", "outweigh", "twice", "times as")  # one is in each
_SAYS_UNEQUAL = re.compile(
    r"\b(?:than|exceed\w*|surpass\w*|outnumber\w*|above|below|over|under|twice|half|times|increase\w*|decrease\w*"
    r"|more|less|fewer)\b"
)
_RATE = re.compile(r"\b(?:rates?|share|percentage|proportion|ratio|per (?:head|capita|person|inhabitant)|percent)\b")
_COMPARED = re.compile(
    r"\b(?:exceed\w*|surpass\w*|above|below|than|high\w*|low\w*|larger|smaller|greater|bigger|lead\w*|rank\w*|first)\b"
)
_NUMBER = re.compile(r"\b(?:more|fewer|less|the most|the fewest|outnumber\w*)\b")
_SAYS_RATE = re.compile(
    r"\b(?:rates?|share|percentage|proportion\w*|ratio|per|percent|each|every|likely|likelier|often|on average|average"
    r"|relative\w*|for (?:its|their) (?:size|number)|likelihood|chance|risk)\b"
)


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """As many told as the very same ones, and what is equal told as more or as less."""
    said, low = lowered(told), lowered(passage.text)
    mine = _THE_SAME.search(said) if " same " in said else None
    if mine and (many := _SAME_NUMBER.search(low)) and not _THE_SAME.search(low):
        yield Bend("E121", f"the post says '{many[0]}', not the same '{mine['who']}'", "tell that they are as many")
    more = _UNEQUAL.search(said) if any(one in said for one in _SIGNS) else None
    if more and (equal := _EQUAL.search(low)) and passage.touches(*equal.span()) and not _SAYS_UNEQUAL.search(low):
        yield Bend("E110", f"the post says '{equal[0]}', not '{more[0]}'", "let what is equal stay equal")


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """A rate that is compared, told as if numbers were."""
    said, low = lowered(says), lowered(passage.text)
    number = _NUMBER.search(said)
    if number is None or _SAYS_RATE.search(said) or not _COMPARED.search(low):
        return
    rate = _RATE.search(low)
    if rate and passage.touches(*rate.span()):
        yield f"the post says '{rate[0]}', and it says '{number[0]}': does the post compare numbers?"


def equals(low: str) -> bool:
    """Whether a text in small letters calls two things equal."""
    return bool(_EQUAL.search(low))
