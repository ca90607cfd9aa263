"""How far something went: what fell is not over, what rose did not begin then, and neither doubled nor soared."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Wording

_OVER = (
    r"\b(?:end(?:s|ed|ing)?(?! (?:of|in|with) \d)|stop(?:s|ped)?|ceas(?:es?|ed)|vanish\w*|disappear\w*|abolish\w*"
    r"|eliminat\w*|eradicat\w*|died out|done away|no longer|wiped out|put an end|halt(?:ed)?|is over|was over"
    r"|(?:is|are|was|were) (?:gone|no more)|ban(?:s|ned)?|to (?:zero|nothing)|extinct)\b"
)
_BEGUN = r"\b(?:began|begins?|begun|started|starts|launched|introduced|for the first time|founded|opened)\b"
_STEEP = (
    r"\b(?:soar(?:s|ed|ing)?|skyrocket\w*|explod\w*|surg(?:es?|ed|ing)|rocket(?:s|ed)|plummet\w*|plung(?:es?|ed)"
    r"|collaps\w*|crash(?:es|ed)|slash(?:es|ed)|leap(?:s|ed)?|leapt|shot up|went through the roof)\b"
)
_STRONG = (
    r"\b(?:significant|sharp|steep|dramatic|massive|strong|huge|rapid|great|enormous|drastic|much\b|many times|by far)"
)
_SLIGHT = r"\b(?:slight(?:ly)?|somewhat|marginal(?:ly)?|modest(?:ly)?|a little|a bit|hardly|barely)\b"
_MULTIPLES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_MULTIPLE = r"\b(doubl|tripl|trebl|quadrupl|halv)(?:ed?|es|ing)\b"
_CLOSE = 0.02  # how near to twice the one figure of a sentence must be to the other for 'doubled'

Ways = Callable[[Wording], tuple[tuple[int, int], ...]]


def bends(told: str, ours: Wording, passage: Passage, ways: Ways) -> Iterator[Bend]:
    """What goes further than the post; `ways` tells the words of direction of a text, as directions.py does."""
    said = lowered(told)
    clauses = {passage.wording.words[at].clause for at in passage.wording.within(*passage.own)}
    mine = {way for _, way in ways(ours)}
    for at, way in ways(passage.wording):
        if way and passage.wording.words[at].clause in clauses:
            bend = _further(said, way, way in mine, at, passage)
            if bend is not None:
                yield bend
                return
    if (found := _find(_MULTIPLE, said)) and not _is_multiplied(found[1], lowered(passage.text)):
        yield Bend("E110", f"it says '{found[0]}', and the post does not", "tell it as far as the post does")


def _further(said: str, way: int, is_kept: bool, at: int, passage: Passage) -> Bend | None:
    """What is wrong beside one word of direction of the post; `is_kept`, whether ours tells that direction."""
    low, word = lowered(passage.text), passage.wording.words[at].text
    extreme = _OVER if way < 0 else _BEGUN
    found = None if is_kept else _find(extreme, said)
    if found and _find(extreme, low):
        found = None
    if not found and (found := _find(_STEEP, said)) and (_find(_STEEP, low) or _find(_STRONG, low)):
        found = None
    if found:
        is_told = extreme is _BEGUN and bool(figures(said)) and bool(_find(_BEGUN, found[0]))  # how many were begun
        hint = "is it so" if is_told else "tell it as far as the post does"
        return Bend("E110", f"the post says '{word}', not '{found[0]}'", hint, is_told)
    slight = _find(_SLIGHT, " ".join(one.text for one in passage.wording.words[max(0, at - 2) : at + 3]))
    if slight and is_kept and not _find(_SLIGHT, said):
        return Bend("E107", f"it has lost the '{slight[0]}' of the post", f"write '{slight[0]}' too")
    return None


def _is_multiplied(stem: str, low: str) -> bool:
    """Whether a text says so, or holds two figures of which the one is so many times the other."""
    if _find(rf"\b(?:{stem}|twice\b|half\b|times\b|two-?fold\b)", low):
        return True
    values = [one.values[0] for one in figures(low) if not one.is_year and one.values[0]]
    wanted = _MULTIPLES[stem]
    return any(abs(one / other - wanted) <= _CLOSE * wanted for one in values for other in values)


def _find(pattern: str, text: str) -> re.Match[str] | None:
    return _compiled(pattern).search(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Each takes up to 3 ms to compile, and is asked for only where a post tells of a change."""
    return re.compile(pattern)
