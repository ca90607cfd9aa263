"""C353 passive-survivors: people who were trafficked only have things done to them, all through a talk.

They escape, refuse, testify, work, start again. A talk that never says so makes them the objects of whoever helps.
"""

import re
from collections.abc import Iterator
from functools import cache

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk

_LEAST = 6  # sentences that have things done to them
_MOST_SHARE = 0.8
_WHO = r"(?:victims?|survivors?|wom[ae]n|m[ae]n|girls?|boys?|people|persons?|child(?:ren)?|migrants?|workers?|they)"
_ADVERB = r"(?:(?:also|then|often|first|later|all|never|not|only|already|still|even|mostly) )?"
_DONE = (
    r"(?:rescued|saved|helped|assisted|identified|found|trafficked|sold|bought|forced|deported|sent|taken|brought|lured|"
    r"recruited|exploited|beaten|locked|held|kept|freed|released|moved|transported|promised|deceived|tricked|used|abused|"
    r"enslaved|repatriated|housed|fed|clothed|hurt|harmed|threatened|paid|made|given|caught|detained)"
)
_DOES = (
    r"(?:left|leave|escaped?|ran|run|walked?|went|go|came|come|told|tell|said|say|asked?|wrote|write|refused?|fought|"
    r"chose|choose|decided?|learned|taught|teach|worked?|built|build|started?|began|wanted?|want|hoped?|"
    r"made|make|spoke|speak|called?|testif(?:y|ied)|earn(?:ed)?|sew(?:ed)?|bake[sd]?|help(?:ed)? each other|got|"
    r"get|found|find|saved|kept|keep|think|thought|know|knew|need|live[ds]?|gave|give|took|take|studied|study|"
    r"can|could|will|may|might)"
)


def check(talk: Talk) -> Iterator[Diagnostic]:
    if not talk.language.startswith("en"):
        return
    text = " ".join(part.text for slide in talk.slides for part in (*slide.seen, *slide.notes)).lower()
    kinds = [found.lastgroup for found in _pattern().finditer(text)]
    done, does = kinds.count("done"), kinds.count("does")
    if done >= _LEAST and done > _MOST_SHARE * (done + does):
        message = f"of {done + does} sentences on people who were harmed, {done} tell what was done to them"
        hint = "tell as well what they did: left, refused, testified, learned a trade"
        yield Diagnostic("C353", message, talk.outline.talk.span, hint)


@cache
def _pattern() -> re.Pattern[str]:
    be = rf"(?:was|were|is|are|been|(?:had|have|has) been|being|get|got) {_ADVERB}"
    return re.compile(rf"\b{_WHO} (?:who )?{_ADVERB}(?:(?P<done>{be}{_DONE})|(?P<does>{_DOES}))\b")
