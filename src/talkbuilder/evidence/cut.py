"""What a quotation cuts off its sentences, and what of that decides how they are meant: conditions, exceptions, scope,
frames, questions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.post_text import PostText

_WORD = re.compile(r"\w")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_HARD_CUT = re.compile(r";|\b(?:but|however)\b")  # what is told before these does not reach behind them
_NEW_CLAUSE = re.compile(r",[^,;]*?,? (?:and|or) | and (?:i|we|he|she|it|they|you|the|my|our)\b")
_REPORTED = (
    r"sa(?:ys?|id|ying)|tells?|told|claim(?:s|ed|ing)?|believ(?:es?|ed|ing)|th(?:inks?|ought)|argu(?:es?|ed|ing)"
    r"|insist(?:s|ed|ing)?|alleg(?:es?|ed|ing)|suggest(?:s|ed)?|suppos(?:es?|ed)|assum(?:es?|ed|ing)|imagin(?:es?|ed)"
    r"|pretend(?:s|ed|ing)?|hop(?:es?|ed|ing)|wish(?:es|ed)?|fear(?:s|ed)?|doubt(?:s|ed)?|den(?:y|ies|ied|ying)"
    r"|expect(?:s|ed)?|predict(?:s|ed)?|suspect(?:s|ed)?|guess(?:es|ed)?|hear(?:s|d)?|dream(?:s|t|ed)?|sw(?:ears?|ore)"
    r"|maintain(?:s|ed)?|contend(?:s|ed)?|propos(?:es?|ed)|recommend(?:s|ed)?|wonder(?:s|ed)?|question(?:s|ed)?"
    r"|jok(?:es?|ed)"
    r"|lied|boast(?:s|ed)?|complain(?:s|ed)?|promis(?:es?|ed)|warn(?:s|ed)?|wr(?:ites?|ote)|report(?:s|ed)?"
    r"|repl(?:y|ies|ied)"
    r"|answer(?:s|ed)?|announc(?:es?|ed)|declar(?:es?|ed)|stat(?:es|ed)|mention(?:s|ed)?|felt|convinced|persuaded"
)
_TELLING = r"(?:sa(?:y|id)|tell|told|wr(?:ite|ote)|answer(?:ed)?|repl(?:y|ied)|mention(?:ed)?|announced?|promised?|warn(?:ed)?)"
# 'I told them that' is the speaker's own word for it.
_OWN_WORD = re.compile(rf"\b(?:i|we)(?: \w+)? {_TELLING}\Z")
_REPORTED_THAT = re.compile(
    rf"\b(?:{_REPORTED})\b(?=(?: (?!that\b)[\w']+){{0,4}}? that\b)|\b(?:idea|myth|view|opinion|impression|claim"
    rf"|belief|notion"
    r"|rumou?r|story|thinking|hope|fear|chance|possibility|allegation|dream|legend)s?\b(?= (?:(?:is|was) )?that\b)"
    r"|\b(?:possible|likely|unlikely|untrue|false|doubtful|common to (?:think|say|believe))\b(?= that\b)"
)
_REPORTED_NEXT = re.compile(
    rf"\b(?:{_REPORTED})\b(?= ?(?:(?:to )?(?:me|us|him|her|them|you|everybody|people))?[,:]? ?[\"'(]*\Z)"
)
_REPORTED_BEHIND = re.compile(
    r"[\"']*(?:,| -|-)[\"']* ?(?:or so |as )?(?!(?:and|but|because|who|which|when|while|so|where|what|that)\b)"
    rf"(?:[\w']+ ){{0,3}}?(?P<words>{_REPORTED})\b"
)
_FRAME = re.compile(
    r"\baccording to\b|\bin the (?:words|opinion|view|eyes) of\b|\bin (?:his|her|their|my|our) (?:opinion|view|eyes)\b"
    r"|\bin theory\b|\bon paper\b|\bofficially\b|\blegend has it\b|\bthe (?:story|saying|rumou?r) goes\b|\bas if\b"
    r"|\bas though\b"
    r"|\b(?:some|many|most|people|they) (?:say|believe|think|claim)\b"
)
_CONDITION = re.compile(
    r"\b(?:only if|even if|if|unless|provided(?: that)?|providing|assuming|supposing|as long as|so long as|in case"
    r"|whether"
    r"|on (?:the )?condition|were it not|only when|except(?: for| that| when)?|apart from|save for|without)\b"
)
_NO_CONDITION = re.compile(r"if (?:anything|any|only)\b|without (?:doubt|exception|question)\b")
_ASKED = re.compile(
    r"\b(?:know|knew|ask(?:s|ed)?|sees?|saw|sure|wonder(?:s|ed)?|tell|told|says?|what|as)(?: me| us)? \Z"
)
_CONTRAST = re.compile(
    r"[\"')\]]*[,;:…-]?[\"')\]]* ?-? ?(?:and |or )?"
    r"(?P<words>but|yet|however|although|though|unless|except|(?<!and )(?<!or )only|or at least|or so|rather than"
    r"|instead of|supposedly|in part"
    r"|partly|mostly|sometimes|at times|in name|(?:only |even )?if|provided|as long as|so long as|without|in case"
    r"|save for"
    r"|apart from)\b(?= ?[,\w])"
)
_NO_BUT = re.compile(r"(?:not only|not just|nothing|anything|none|no one|nobody|cannot|can't help)\b[^.;]*\Z")
_BUT = re.compile(r"\b(?:but|except|unless)\b")
_FEW = (
    r"some|many|most|few|fewer|several|certain|various|half|part|parts|a (?:third|quarter|number|couple|handful"
    r"|minority|majority)"
    r"|hundreds|thousands|millions|dozens|one|none|no|not all|only|so-called|alleged|suspected|potential|possible"
    r"|would-be"
    r"|former|supposed|self-styled|nearly all|almost all|a lot|more|less|much|two|three|four|five|six|seven|eight"
    r"|nine|ten"
    r"|eleven|twelve|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundred|thousand|million"
    r"|(?!(?:1[89]|20)\d\d\b)\$? ?\d[\d,.]*"
)
_SCOPE = re.compile(
    rf"(?<![\w-])(?P<words>{_FEW})(?P<of> of)?(?: (?:the|these|those|such|our|my|his|her|their|its|other|own))?"
    r"(?P<more>(?: [\w'-]+){0,2}) ?[\"'(]*\Z"
)
_ALL = re.compile(
    r"\b(?P<words>all|every|each|both)(?: of)?(?: (?:the|these|those|our|my|his|her|their))?(?: [\w'-]+)? ?[\"'(]*\Z"
)
# Behind a quantifier, a word of these begins something new, which it does not count.
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        "the a an this that these those to of in on at by for from with into onto about over under after "
        "before as than and or but because when where while who whom whose which what if so i we he she it "
        "they you my our his her their its is are was were has have had will would could should can may might "
        "must do does did not then there here ",
    )
)
_LIMIT = re.compile(
    r"\b(?P<words>only|merely|solely|often|sometimes|usually|mostly|mainly|partly|largely|rarely|seldom"
    r"|occasionally|hardly"
    r"|barely|scarcely|almost|nearly|virtually|allegedly|generally|formerly|in part|at times)[\"'( ]*\Z"
)
_ADVERBS = r"(?: \w+ly| also| still| always| now| then| again)*"
_OBLIGED = re.compile(
    rf"\b(?P<words>(?:should|would|could|must|may|might|can|cannot|will|shall)(?: (?:have|be|not|never))?{_ADVERBS}"
    r"|(?:tr(?:y|ies|ied|ying)|want(?:s|ed)?|hop(?:es?|ed|ing)|plan(?:s|ned)?|promis(?:es?|ed)|expect(?:s|ed)?"
    r"|intend(?:s|ed)?"
    r"|attempt(?:s|ed)?|pretend(?:s|ed)?|threaten(?:s|ed)?|able|unable|supposed|seem(?:s|ed)?|claim(?:s|ed)?"
    r"|fail(?:s|ed)?"
    r"|refus(?:es?|ed)|wish(?:es|ed)?|need(?:s|ed)?|likely|about|going|agree(?:s|d)?|decid(?:es?|ed)|offer(?:s|ed)?"
    r"|allow(?:s|ed)?|permitted|told|asked|forced|encouraged|recommend(?:s|ed)?|urged?|used|ought|ha(?:s|ve|d))"
    rf"(?: (?:me|us|him|her|them|you|not))? to{_ADVERBS})[\"'( ]*\Z"
)
_HEADING = re.compile(
    r"\b(?P<words>recommendations?|proposals?|goals?|plans?|myths?|rumou?rs?|allegations?|demands?)\b[^:.!?]*:"
)
_JOINED = re.compile(r" ?(?:and|or) (?P<words>(?:\w+ly )?[\w'-]+)")
_JOINED_ONLY = re.compile(r" ?(?:and|or) (?:\w+ly )?[\w'-]+ ?\Z")
_INFINITIVE = re.compile(r"\b(?:to|can|could|may|might|must|should|will|would|shall|cannot)(?: \w+ly)? [\w'-]+ ?\Z")
_FAR = 15  # words: a condition that is further away belongs to something else more often than not


class Dropped(Struct, frozen=True):
    """A part of a sentence that is not quoted, in small letters, and what is quoted of it before and behind."""

    text: str
    before: str
    behind: str


class Loss(Struct, frozen=True):
    """Words that are cut off, where they stood, what they are, and whether that is certain or for a person to judge."""

    words: str
    where: str
    what: str
    is_certain: bool = True


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
    is_first = not _WORD.search(part.before)
    is_last = not _WORD.search(part.behind)
    where = "what is left out holds"
    if not is_last:
        yield from _before(part, "the sentence begins with" if is_first else where)
    if not is_first:
        yield from _behind(part, "the sentence goes on with" if is_last else where, is_last)
    if not (is_first or is_last):
        yield from _within(part, where)


def _before(part: Dropped, where: str) -> Iterator[Loss]:
    whole = _PARENTHESIS.sub(" ", part.text)
    cut = max((found.end() for found in _HARD_CUT.finditer(whole)), default=0)
    live = whole[cut:]
    for what, pattern in (("a condition", _CONDITION), ("a frame", _FRAME), ("a frame", _REPORTED_THAT)):
        if found := _first(pattern, live):
            yield Loss(found[0], where, what, not _NEW_CLAUSE.search(live, found.end()))
            return
    if (found := _REPORTED_NEXT.search(live)) and not _OWN_WORD.search(live[: found.end()]):
        yield Loss(found[0], where, "a frame")
    if (found := _SCOPE.search(live)) and _counts(found, part.behind):
        yield Loss(found["words"], where, "a quantifier")
    for what, pattern in (("a quantifier", _LIMIT), ("a frame", _OBLIGED)):
        if found := pattern.search(live):
            yield Loss(found["words"], where, what)
    if found := _ALL.search(live):
        yield Loss(found["words"], where, "a quantifier", is_certain=False)
    if found := _HEADING.search(whole):
        yield Loss(found["words"], where, "a frame", is_certain=False)


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    for found in pattern.finditer(text):
        is_own = pattern is _REPORTED_THAT and _OWN_WORD.search(text[: found.end()])
        if not (is_own or _NO_CONDITION.match(text, found.start())):
            return found
    return None


def _counts(found: re.Match[str], behind: str) -> bool:
    """Whether a quantifier at the end of what is dropped counts what is quoted behind it."""
    if any(word in _FUNCTION for word in found["more"].split()):
        return False
    first = _first_word(behind)
    return bool(first) and (first not in _FUNCTION or (bool(found["of"]) and not found["more"]))


def _first_word(text: str) -> str:
    found = re.search(r"[\w'-]+", text)
    return found[0].strip("'") if found else ""


def _behind(part: Dropped, where: str, is_last: bool) -> Iterator[Loss]:
    found = _CONTRAST.match(part.text)
    if found and not _is_no_contrast(found, part):
        yield Loss(found["words"], where, "a condition or an exception")
    elif cue := _condition_behind(part.text):
        yield Loss(cue[0], where, "a condition", not _NEW_CLAUSE.search(part.text, 0, cue.start()))
    if found := _FRAME.search(_live(part.text)):
        yield Loss(found[0], where, "a frame")
    elif (found := _REPORTED_BEHIND.match(part.text)) and not _OWN_WORD.search(part.text[: found.end()]):
        yield Loss(found["words"], where, "a frame")
    if is_last and part.text.rstrip("\"') ").endswith("?"):
        yield Loss("?", where, "a question")
    if is_last and (found := _JOINED.match(part.text)) and _first_word(found["words"]) not in _FUNCTION:
        yield Loss(found[0].strip(), where, "the rest of what is said", is_certain=False)


def _is_no_contrast(found: re.Match[str], part: Dropped) -> bool:
    if _NO_CONDITION.match(part.text, found.start("words")):
        return True
    return found["words"] == "but" and bool(_NO_BUT.search(part.before))


def _live(text: str) -> str:
    cut = _HARD_CUT.search(text)
    return text[: cut.start()] if cut else text


def _condition_behind(text: str) -> re.Match[str] | None:
    """A condition further on in the same clause."""
    text = _live(_PARENTHESIS.sub(lambda found: " " * len(found[0]) if found.start() > 1 else found[0], text))
    for found in _CONDITION.finditer(text):
        is_near = len(text[: found.start()].split()) <= _FAR
        if is_near and not _NO_CONDITION.match(text, found.start()) and not _ASKED.search(text[: found.start()]):
            return found
    return None


def _within(part: Dropped, where: str) -> Iterator[Loss]:
    if (found := _BUT.search(part.text)) and not _NO_BUT.search(part.before + part.text[: found.start()]):
        yield Loss(found[0], where, "an exception")
    if _JOINED_ONLY.match(part.text):
        is_verb = bool(_INFINITIVE.search(part.before))
        yield Loss(part.text.strip(), where, "the rest of what is said", is_certain=is_verb)
