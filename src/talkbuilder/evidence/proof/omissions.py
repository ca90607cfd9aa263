"""What a quotation may not leave out: what parts two passages, a negation, a doubt, a figure's year; and what it cuts
off its sentences and decides how they are meant: a condition, a limit, a frame, a question."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.claims.figures import figures, rough, years_of
from talkbuilder.claims.normal import Range, lowered
from talkbuilder.claims.operators import Found as Words
from talkbuilder.claims.operators import found
from talkbuilder.claims.texts import GRAMMAR
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.post_text import PostText

_QUOTE_IT = "quote it too"
# More than a quotation may hold: two passages of a post, then, and not one that was shortened.
_MOST_LEFT_OUT = 40
# Where one clause ends and the next begins.
_CUTS = r"[,;:()\"]| - |\b(?:but|although|though|while|whereas|however|yet|because|so(?! that)|therefore)\b"
# Behind these begins a clause of its own, which says nothing of what stands before it.
_SUBORDINATE = r"\b(?:because|which|who|whom|whose|what|that|as|since|when|where|if|unless|until|so|than|and|or|to)\b"
_HARD_CUTS = r";|\b(?:but|because)\b"
# "I've heard that" reaches to the end of what was heard; 'supposedly' only over its own clause.
_REACHING = r"(?:i|we|they|people|some|it|word|in my|as far|to my)\b"
# 'failed to screen and identified two': behind an 'and' it is another verb, which these do not negate.
_NOT_ALL = r"\bnot (?:all|every\w*)\b"  # which denies a number, and so is no negation of a whole claim
_OF_ONE_VERB = r"fail|refus|den|unable"
_AND_NOT = r",?[\"']? (?:and )?not\b"  # ', and not two' says how what stands before it is meant
_ASIDE = r" ?(?:who|whom|whose|which)\b[^,;:]*, ?"  # which denies nothing of the rest of the sentence
_AROUND = 30  # characters: 'may' is a doubt only before what may be
# Of what is cut off, patterns are strings, which `re` compiles when a quotation first leaves something out.
_WORD = r"\w"
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


def left_out(quote: Quote, post_text: PostText, before: int, behind: int) -> Iterator[Diagnostic]:
    """What an omission may not do: join two passages, or drop a word that decides what is meant."""
    gap = post_text.text[before:behind]
    count, last = len(gap.split()), post_text.sentence(before - 1, before)[0]
    if post_text.paragraph(before) != post_text.paragraph(behind):
        hint = "quote each passage for itself"
        yield Diagnostic("E105", "what is left out leads from one paragraph to another", quote.text.span, hint)
    elif count > _MOST_LEFT_OUT:
        hint = f"leave out {_MOST_LEFT_OUT} words at most, or quote each passage for itself"
        yield Diagnostic("E105", f"{count} words are left out in one place", quote.text.span, hint)
    elif post_text.sentence(behind, behind)[0] not in (last, _begin(post_text, behind)):
        hint = "go on at the beginning of a sentence, or quote each for itself"
        message = "what is left out leads from one sentence into the middle of another"
        yield Diagnostic("E105", message, quote.text.span, hint)
    start = max(0, before - _AROUND)
    around = post_text.text[start : behind + _AROUND]
    for lost in found(around, "negation"):
        if lost.start + start < behind and before < lost.end + start and not re.fullmatch(_ASIDE, gap):
            yield _lost_negation(quote, lost.words, "what is left out")
    for cue in found(around, "hedge", "hearsay"):
        if cue.start + start < behind and before < cue.end + start:
            yield _lost_hedge(quote, cue.words, "what is left out")


def _begin(post_text: PostText, at: int) -> int:
    """Where the words at a place begin, with the quote mark or bracket before them."""
    while at and post_text.text[at - 1] in "\"'([":
        at -= 1
    return at


def cut_off(quote: Quote, post_text: PostText, places: tuple[Range, ...]) -> Iterator[Diagnostic]:
    """What stands right before or behind the quotation, or in its gaps, and decides what its words mean."""
    start, end = places[0][0], places[-1][1]
    left, right = post_text.sentence(start, end)
    sentence, own = post_text.text[left:right], (start - left, end - left)
    speakers = post_text.speakers(start, end)

    def hint(words: Words) -> str:
        is_own = post_text.speakers(left + words.start, left + words.end) == speakers
        return _QUOTE_IT if is_own else "somebody else says that of them: make a fact of it, which has these words too"

    if lost := next(_bearing_negations(sentence, *own), None):
        yield _lost_negation(quote, lost.words, "the rest of the sentence", hint(lost))
    if cue := next(_bearing_doubts(sentence, *own), None):
        yield _lost_hedge(quote, cue.words, "the rest of the sentence", hint(cue))
    yield from _figures(quote, sentence, [(place[0] - left, place[1] - left) for place in places])


def _figures(quote: Quote, sentence: str, places: list[Range]) -> Iterator[Diagnostic]:
    """Figures keep their hedge, what they count, and their year; all offsets are into the sentence."""
    numbers = figures(sentence)
    years = {int(one.values[0]) for one in numbers if one.is_year and _is_kept(one.start, one.end, places)}
    for one in numbers:
        words = sentence[one.start : one.end]
        if not any(start < one.end and one.start < end for start, end in places):
            continue
        if not _is_kept(one.start, one.end, places):
            hint = "quote the whole figure, or none of it"
            yield Diagnostic("E108", f"the figure '{words}' is cut in two", quote.text.span, hint)
            continue
        hedge = rough(sentence, one)
        if hedge and not _is_kept(hedge.start, hedge.end, places):
            yield _lost_hedge(quote, hedge.words, "the rest of the sentence")
        if one.is_year or len(places) == 1:
            continue
        if any(end == one.end and sentence[end:behind].strip() for (_, end), (behind, _) in pairwise(places)):
            message = f"what the figure '{words}' counts is left out"
            yield Diagnostic("E108", message, quote.text.span, "quote it with the figure")
        if (own := years_of(sentence, one, numbers)) and years and not own & years:
            told = " and ".join(str(year) for year in sorted(own))
            message = f"the figure '{words}' is for {told}; what is left out gives it another year"
            yield Diagnostic("E109", message, quote.text.span, "quote the year with its figure")


def _is_kept(start: int, end: int, places: list[Range]) -> bool:
    return any(place[0] <= start and end <= place[1] for place in places)


def _lost_negation(quote: Quote, words: str, where: str, hint: str = _QUOTE_IT) -> Diagnostic:
    return Diagnostic("E106", f"{where} holds '{words}', which reverses the meaning", quote.text.span, hint)


def _lost_hedge(quote: Quote, words: str, where: str, hint: str = _QUOTE_IT) -> Diagnostic:
    message = f"{where} holds '{words}': the speaker is less certain than the quotation"
    return Diagnostic("E107", message, quote.text.span, hint)


def _bearing_doubts(text: str, start: int, end: int) -> Iterator[Words]:
    """The doubts outside of a stretch of a sentence that apply to it."""
    cues = found(text, "hedge", "hearsay")
    if not cues:
        return
    begin, stop = _clause(text, start, end)
    for cue in cues:
        if cue.start < start < cue.end or cue.start < end < cue.end:
            yield cue  # 'heard that' of "I've heard that"
        elif cue.end <= start:
            if cue.start >= begin or _reaches(text, cue, start) or _is_set_off(text, cue):
                yield cue
        elif cue.start >= end and (cue.start < stop or _is_set_off(text, cue)):
            yield cue


def _bearing_negations(text: str, start: int, end: int) -> Iterator[Words]:
    """The negations outside of a stretch of a sentence that apply to it."""
    low = lowered(text)
    cues = (*found(text, "negation"), *(Words(*one.span(), one[0]) for one in re.finditer(_NOT_ALL, low)))
    if not cues:
        return
    begin, stop = _clause(text, start, end)
    if behind := re.compile(_AND_NOT).match(low, end):
        stop = max(stop, behind.end())
    for one in cues:
        if begin <= one.start and one.end <= start:
            if not (re.match(_OF_ONE_VERB, lowered(one.words)) and " and " in text[one.end : start]):
                yield one
        elif end <= one.start < stop or one.start < start < one.end or one.start < end < one.end:
            yield one


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    low = lowered(text)
    begin = max((hit.end() for hit in re.compile(_CUTS).finditer(low, 0, start)), default=0)
    if re.compile(_CUTS).match(low, start):
        begin = start
    cut = re.compile(_CUTS).search(low, end)
    stop = cut.start() if cut else len(text)
    subordinate = re.compile(_SUBORDINATE).search(low, end, stop)
    return begin, subordinate.start() if subordinate else stop


def _reaches(text: str, cue: Words, start: int) -> bool:
    """Whether a cue applies to all that follows: 'I've heard that', up to a semicolon or a 'but'."""
    is_cut = re.compile(_HARD_CUTS).search(lowered(text), cue.end, start) is not None
    return not is_cut and re.match(_REACHING, lowered(cue.words)) is not None


def _is_set_off(text: str, cue: Words) -> bool:
    """Whether a cue stands for itself between commas, and so applies to the whole sentence: 'Supposedly, …'."""
    before = text[: cue.start].rstrip()
    behind = text[cue.end :].lstrip()
    begins = not before.strip("\"'([ ") or before[-1] in ",;:(" or before.endswith(("but", "and", "because"))
    return begins and (not behind or behind[0] in ",;.!?:)")


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
        if start > at and (re.compile(_WORD).search(text, at, start) or (start == right and "?" in text[at:right])):
            yield Dropped(text[at:start], text[:at], text[start:])
        at = max(at, end)


def losses(part: Dropped) -> Iterator[Loss]:
    """What of a part that is dropped decides what the words around it mean."""
    is_first, is_last = not re.search(_WORD, part.before), not re.search(_WORD, part.behind)
    if not is_last:
        yield from _before(part, "the sentence begins with" if is_first else LEFT_OUT)
    if not is_first:
        yield from _behind(part, "the sentence goes on with" if is_last else LEFT_OUT, is_last)


def _before(part: Dropped, where: str) -> Iterator[Loss]:
    live = re.split(_CUT, re.sub(_PARENTHESIS, " ", part.text))[-1]
    for what, pattern in _ABOUT:
        if (hit := re.search(pattern, live)) and not re.search(_NEW_CLAUSE, live[hit.end() :]):
            yield Loss(hit[0], where, what)
            return
    is_thing = _first_word(part.behind) not in GRAMMAR or live.endswith(" of ")
    for what, pattern in _BEFORE:
        if (hit := re.search(rf"{pattern}[\"'( ]*\Z", live)) and (what != "a quantifier" or is_thing):
            yield Loss(hit["words"], where, what)
    for plan in found(live, "intent"):
        if plan.end == len(live.rstrip(" \"'(")):
            yield Loss(plan.words, where, "a limit")


def _first_word(text: str) -> str:
    word = re.search(r"[\w'-]+", text)
    return word[0].strip("'") if word else ""


def _behind(part: Dropped, where: str, is_last: bool) -> Iterator[Loss]:
    if hit := re.match(_BEHIND, part.text):
        yield Loss(hit["words"], where, "a condition or an exception")
    live = "" if hit else re.split(_CUT, part.text)[0]
    for what, pattern in _ABOUT:
        if (hit := re.search(pattern, live)) and not re.search(_APART, live[: hit.start()]):
            yield Loss(hit[0], where, what)
            break
    if is_last and part.text.rstrip("\"') ").endswith("?"):
        yield Loss("?", where, "a question")
