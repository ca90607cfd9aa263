"""What a quotation cuts off its sentences that decides how they are meant: a condition, a limit, a frame, a question.

What denies or doubts the words is found in omissions.py. Of all else that a cut takes away, a person sees the source.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.claims.normal import Range, lowered
from talkbuilder.claims.operators import found as operators_in
from talkbuilder.claims.texts import GRAMMAR
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.patterns import pattern_of

# The patterns are strings, which `re` compiles when a quotation first leaves something out: most never do.
_WORD = pattern_of(r"\w")
LEFT_OUT = "what is left out holds"
_CUT = r";|\b(?:but|however)\b"  # what is said before these does not apply to what follows
_NEW_CLAUSE = r",[^,;]*?,? (?:and|or) | and (?:i|we|he|she|it|they|you|the|my|our)\b"
_PARENTHESIS = r"\([^()]*\)"
# Wherever in the clause these stand, they are about all of it.
_ABOUT = (
    (
        "a condition",
        r"\b(?:if(?! (?:anything|any|only)\b)|unless|provid(?:ed|ing) that|(?<=, )provided(?= (?:the|no|all|it|they)\b)"
        r"|as long as|in case|whether|on (?:the )?condition|except(?: for| that| when)?|apart from|save for)\b",
    ),
    (
        "a frame",
        r"\baccording to\b|\bin the (?:words|opinion|view|eyes) of\b|\bin theory\b|\bon paper\b|\bas (?:if|though)\b"
        r"|\blegend has it\b|\b(?:supposed|alleged|apparent|reported|purported)ly\b",
    ),
)
# Behind one of these, they are about something else: 'because supposedly the town is rich'.
_APART = rf"{_NEW_CLAUSE}|\A(?:,? ?(?:because|since)| ?as),? \Z"
_FEW = (
    r"(?:one|two|three|\d+) (?:in|out of) \w+|some|many|most|few|fewer|several|certain|half|part|not all|one|none|no"
    r"|a (?:third|quarter|number|couple|handful|minority|majority)|hundreds|thousands|dozens|(?:nearly|almost) all"
    r"|(?:so-call|alleg|suspect)ed|potential|possible|would-be|former|two|three|four|five|six|seven|eight|nine|ten"
    r"|(?!(?:1[89]|20)\d\d\b)\d(?:[\d,.]*\d)?"
)
# Right before what is quoted. 'The smell of some herbs' are not some smells.
_BEFORE = (
    (
        "a quantifier",
        rf"(?<![\w-])(?<!of )(?<!in )(?<!with )(?<!for )(?<!by )(?<!from )(?<!at )(?<!on )(?<!after )(?P<words>{_FEW})"
        r"(?: of)?(?: (?:the|these|those|our|my|his|her|their|its))?(?: [\w-]+)?",
    ),
    (
        "a limit",
        r"\b(?P<words>only|merely|often|sometimes|usually|mostly|mainly|partly|in part|rarely|seldom|occasionally"
        r"|almost|nearly|generally|formerly|anything but|to (?:an?|some|a certain) (?:\w+ )?(?:extent|degree)"
        r"|(?:should|would|could|must|may|might|can|will|shall)(?: (?:have|be))?)",
    ),
    (
        "a limit",
        r"\b(?P<words>(?:accused|suspected|guilty|innocent|incapable|afraid|instead) of|charged with|far from"
        r"|rather than|stop(?:s|ped)?|avoid(?:s|ed)?|(?:kept|prevent(?:s|ed)?)(?: \w+)? from|(?:illegal|forbidden"
        r"|impossible|wrong|said|supposed|ordered|forced|allowed|asked|told|able)(?: \w+)? to)(?: be| being| have)?",
    ),
    (
        "a frame",
        r"\b(?P<words>(?<!i )(?<!we )(?:sa(?:ys?|id)|t(?:ells?|old)|claim\w*|insist\w*|argu\w+|den(?:y|ies|ied))"
        r"|(?:hop|dream|wish|pretend|promis|predict|suggest|impl[iy]|mean|expect|fear)\w*"
        r"|idea|story|myth|legend|rumou?r|odds are)(?: \w+)? that",
    ),
    (
        "a question",
        r"\b(?P<words>wonder\w*|unsure|unclear|no idea|(?:don't|doesn't|didn't|not|never) (?:know|understand|knew)"
        r"|ask(?:s|ed)?)(?: \w+)? (?:if|whether|how|why|when|where)",
    ),
)
# Right behind it.
_BEHIND = (
    r"[\"')\]]*[,;:…-]?[\"')\]]* ?-? ?\(?(?P<words>but(?= (?:[\w']+ ){0,4}(?:only|not|never|\w+n't)\b)|unless|except"
    r"|rather than|instead of|or at least|or so|in (?:part|name|theory)|partly|mostly|sometimes|at times"
    r"|for (?:nothing|free|show)|(?:only |even )?if(?! any)"
    r"|(?:(?:very|too|so|only|almost) )*(?:little|badly|rarely|seldom|hardly|barely|reluctantly))\b(?= ?[,.\w])"
)


class Dropped(Struct, frozen=True):
    """A part of a sentence that is not quoted, in small letters, and what is quoted of it before and behind."""

    text: str
    before: str
    behind: str


class Loss(Struct, frozen=True):
    """Words that are cut off, where they stood, and what they are."""

    words: str
    where: str
    what: str


def dropped(post_text: PostText, places: Iterable[Range]) -> Iterator[Dropped]:
    """What a quotation leaves out of the sentences in which it stands, as far as the same voice speaks there."""
    places = tuple(places)
    for left, right in post_text.sentences_in(places[0][0], places[-1][1]):
        kept = [(max(left, start), min(right, end)) for start, end in places if start < right and left < end]
        if kept:
            left, right = post_text.of_one_voice(left, right, kept[0][0], kept[-1][1])
            own = [(max(left, start) - left, min(right, end) - left) for start, end in kept]
            yield from _between(lowered(post_text.text[left:right]), own)


def _between(text: str, kept: list[Range]) -> Iterator[Dropped]:
    at, right = 0, len(text)
    for start, end in (*kept, (right, right)):
        if start > at and (_WORD.search(text, at, start) or (start == right and "?" in text[at:right])):
            yield Dropped(text[at:start], text[:at], text[start:])
        at = max(at, end)


def losses(part: Dropped) -> Iterator[Loss]:
    """What of a part that is dropped decides what the words around it mean."""
    is_first, is_last = not _WORD.search(part.before), not _WORD.search(part.behind)
    if not is_last:
        yield from _before(part, "the sentence begins with" if is_first else LEFT_OUT)
    if not is_first:
        yield from _behind(part, "the sentence goes on with" if is_last else LEFT_OUT, is_last)


def _before(part: Dropped, where: str) -> Iterator[Loss]:
    live = re.split(_CUT, re.sub(_PARENTHESIS, " ", part.text))[-1]
    for what, pattern in _ABOUT:
        if (found := re.search(pattern, live)) and not re.search(_NEW_CLAUSE, live[found.end() :]):
            yield Loss(found[0], where, what)
            return
    is_thing = _first_word(part.behind) not in GRAMMAR or live.endswith(" of ")
    for what, pattern in _BEFORE:
        if (found := re.search(rf"{pattern}[\"'( ]*\Z", live)) and (what != "a quantifier" or is_thing):
            yield Loss(found["words"], where, what)
    for plan in operators_in(live, "intent"):
        if plan.end == len(live.rstrip(" \"'(")):
            yield Loss(plan.words, where, "a limit")


def _first_word(text: str) -> str:
    found = re.search(r"[\w'-]+", text)
    return found[0].strip("'") if found else ""


def _behind(part: Dropped, where: str, is_last: bool) -> Iterator[Loss]:
    if found := re.match(_BEHIND, part.text):
        yield Loss(found["words"], where, "a condition or an exception")
    live = "" if found else re.split(_CUT, part.text)[0]
    for what, pattern in _ABOUT:
        if (found := re.search(pattern, live)) and not re.search(_APART, live[: found.start()]):
            yield Loss(found[0], where, what)
            break
    if is_last and part.text.rstrip("\"') ").endswith("?"):
        yield Loss("?", where, "a question")
