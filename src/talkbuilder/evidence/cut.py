"""What a quotation cuts off its sentences, and what of that decides how they are meant: conditions, exceptions, scope,
frames, questions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.claims.normal import Range, lowered
from talkbuilder.evidence.limits import (
    ALL,
    ANY_SCOPE,
    ASKED,
    BUT,
    CONDITION,
    CONTRAST,
    DEGREE,
    DIMINISHED,
    EXTENT,
    FICTION,
    FRAME,
    FUNCTION,
    HARD_CUT,
    HEADING,
    INFINITIVE,
    INVERTED,
    JOINED,
    JOINED_ONLY,
    LIMIT,
    NEW_CLAUSE,
    NO_BUT,
    NO_CONDITION,
    NOBODY_BUT,
    NOBODY_JOINED,
    OBLIGED,
    OF,
    OF_WHOM,
    PARENTHESIS,
    REPORTED,
    RESTRICTING,
    SCOPE,
    TELLING,
    TURNED,
    UNTIL,
    VIEWS,
    WEIGHED,
    WITH_OBJECT,
    WONDERED,
    WOULD_MEAN,
)
from talkbuilder.evidence.post_text import PostText

# Behind a 'but', somebody or something else does something of its own, which is not denied: it limits nothing before.
_OTHER_MATTER = re.compile(
    r" (?:the|a|an|his|her|their|our|my|its)(?! (?:same|other)\b) (?!only\b|mere\b)[\w']+"
    r"(?!.*\b(?:not?|never|nobody|nothing|none|without|only|that is|it|this|fail\w*|refus\w+|den(?:y|ie)\w*|\w+n't)\b)"
)
# Behind a joint like this, a doubt is of the reason or the comparison alone: 'because supposedly the town is rich'.
_OF_REASON = re.compile(r"(?:,? ?(?:because|since)| ?as),? ")
_WORD = re.compile(r"\w")
_THAT = re.compile(r"(?P<before>(?:[\w']+ ){1,5})that\b")
_LAST = re.compile(
    r"(?P<who>\w+ )?(?P<verb>\w+)(?: (?:to )?(?:me|us|him|her|them|you|everybody|people))?(?P<mark>[,:]?)[\"'( ]*\Z"
)
_BEHIND = re.compile(r"[\"']*(?:,| -|-)[\"']* ?(?:or so |as )?(?P<words>(?:[\w']+ ?){1,4})")
_JOINING = frozenset({"and", "then", "but", "because", "who", "which", "when", "while", "so", "where", "what", "that"})
_INFINITIVES = frozenset({"be", "have", "do", "not"})  # behind 'to'; 'the' begins a place to go to
_OWN = frozenset({"i", "we"})
_BEING = frozenset({"is", "are", "was", "were"})
LEFT_OUT = "what is left out holds"
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
    where = LEFT_OUT
    if not is_last:
        yield from _before(part, "the sentence begins with" if is_first else where, is_first)
    if not is_first:
        yield from _behind(part, "the sentence goes on with" if is_last else where, is_last)
    if not (is_first or is_last):
        yield from _within(part, where)


def _before(part: Dropped, where: str, is_first: bool) -> Iterator[Loss]:
    whole = PARENTHESIS.sub(" ", part.text)
    cut = max((found.end() for found in HARD_CUT.finditer(whole)), default=0)
    live = whole[cut:]
    for what, pattern in (("a condition", CONDITION), ("a frame", FRAME)):
        if found := _first(pattern, live):
            yield Loss(found[0], where, what, not NEW_CLAUSE.search(live, found.end()))
            return
    if told := _told(live):
        yield Loss(told, where, "a frame")
    if is_first and (found := INVERTED.match(whole)) and "?" not in part.behind:
        yield Loss(found["words"], where, "a condition")
    if found := NOBODY_BUT.search(whole):
        yield Loss(found["words"], where, "an exception")
    if found := WONDERED.search(live):
        yield Loss(found["words"], where, "a question")
    if (found := NOBODY_JOINED.search(whole)) and _first_word(part.behind) not in FUNCTION:
        yield Loss(found["words"], where, "who it is said of", is_certain=False)
    yield from _right_before(live, part.behind, where)
    if found := HEADING.search(whole):
        yield Loss(found["words"], where, "a frame", is_certain=False)


def _right_before(live: str, behind: str, where: str) -> Iterator[Loss]:
    """What decides about the words right behind it."""
    if (found := SCOPE.search(live)) and _counts(found, behind):
        yield Loss(found["words"], where, "a quantifier")
    for pattern in (LIMIT, EXTENT, TURNED):
        if found := pattern.search(live):
            yield Loss(found["words"], where, "a limit")
    if (found := OBLIGED.search(live)) and _first_word(behind) not in FUNCTION - _INFINITIVES:
        yield Loss(found["words"], where, "a limit")
    for pattern in (ALL, DEGREE, OF_WHOM):
        if found := pattern.search(live):
            yield Loss(found["words"], where, "a part", is_certain=False)
    if found := FICTION.search(live):
        yield Loss(found[0], where, "a frame", is_certain=False)


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next((found for found in pattern.finditer(text) if not NO_CONDITION.match(text, found.start())), None)


def _told(live: str) -> str:
    """The word by which what follows is somebody's view or word, and not the speaker's: 'they claim that'."""
    if live.strip("\"'( ") == "that":
        return "that"  # 'That he came is a rumour'
    if found := WOULD_MEAN.search(live):
        return found["words"]
    for that in _THAT.finditer(live):
        words = that["before"].split()
        telling = next((word for word in words if word in REPORTED | WEIGHED), "")
        if words[-1] in VIEWS or (words[-1] in _BEING and words[-2:-1] and words[-2] in VIEWS):
            return words[-1] if words[-1] in VIEWS else " ".join(words[-2:])
        if telling and not _is_own(words[: words.index(telling)], telling) and not NEW_CLAUSE.search(live, that.end()):
            return telling
    last = _LAST.search(live)
    if last and last["verb"] in REPORTED and (last["mark"] or last["verb"] not in WITH_OBJECT):
        return "" if _is_own((last["who"] or "").split(), last["verb"]) else last["verb"]
    return ""


def _is_own(before: list[str], verb: str) -> bool:
    """Whether the speaker says it: 'I told them that'."""
    return verb in TELLING and any(word in _OWN for word in before[-2:])


def _counts(found: re.Match[str], behind: str) -> bool:
    """Whether a quantifier at the end of what is dropped counts what is quoted behind it."""
    more = found["more"].split()
    if any(word in FUNCTION for word in more) or (more and OF.search(found.string, 0, found.start())):
        return False
    first = _first_word(behind)
    return bool(first) and (first not in FUNCTION or (bool(found["of"]) and not found["more"]))


def _first_word(text: str) -> str:
    found = re.search(r"[\w'-]+", text)
    return found[0].strip("'") if found else ""


def _behind(part: Dropped, where: str, is_last: bool) -> Iterator[Loss]:
    found = CONTRAST.match(part.text)
    if found and not _is_no_contrast(found, part):
        is_certain = found["words"] != "but" or not _OTHER_MATTER.match(part.text, found.end("words"))
        yield Loss(found["words"], where, "a condition or an exception", is_certain)
    elif cue := _condition_behind(part.text):
        yield Loss(cue[0], where, "a condition", not NEW_CLAUSE.search(part.text, 0, cue.start()))
    if found := DIMINISHED.match(part.text):
        yield Loss(found["words"], where, "a limit")
    if found := FRAME.search(_live(part.text)):
        yield Loss(found[0], where, "a frame", not _OF_REASON.fullmatch(part.text[: found.start()]))
    elif told := _told_behind(part.text):
        yield Loss(told, where, "a frame")
    for pattern, words in ((UNTIL.match(part.text), "words"), (FICTION.search(part.text), 0)):
        if pattern:
            yield Loss(pattern[words], where, "a condition", is_certain=False)
    if (found := RESTRICTING.match(part.text)) and found["words"] != "that" and _is_of_many(part.before):
        yield Loss(found["words"], where, "what tells which ones", is_certain=False)
    if is_last and part.text.rstrip("\"') ").endswith("?"):
        yield Loss("?", where, "a question")
    if is_last and (found := JOINED.match(part.text)) and _first_word(found["words"]) not in FUNCTION:
        yield Loss(found[0].strip(), where, "the rest of what is said", is_certain=False)


def _is_of_many(before: str) -> bool:
    """Whether what is quoted ends in a plural, of which the clause behind it takes only some: 'boys who steal'."""
    word = before.rsplit(None, 1)[-1]
    return word.isalpha() and (word.endswith("s") or word in ("people", "men", "women", "children", "those", "all"))


def _told_behind(text: str) -> str:
    """The word of somebody else to whom all that stands before is given: ', the mayor says'."""
    found = _BEHIND.match(text)
    words = found["words"].split() if found else []
    telling = next((word for word in words if word in REPORTED), "")
    if not telling or any(word in _JOINING for word in words[: words.index(telling)]):
        return ""
    return "" if _is_own(words[: words.index(telling)], telling) else telling


def _is_no_contrast(found: re.Match[str], part: Dropped) -> bool:
    if NO_CONDITION.match(part.text, found.start("words")):
        return True
    return found["words"] == "but" and bool(NO_BUT.search(part.before))


def _live(text: str) -> str:
    cut = HARD_CUT.search(text)
    return text[: cut.start()] if cut else text


def _condition_behind(text: str) -> re.Match[str] | None:
    """A condition further on in the same clause."""
    text = _live(PARENTHESIS.sub(lambda found: " " * len(found[0]) if found.start() > 1 else found[0], text))
    for found in CONDITION.finditer(text):
        is_near = len(text[: found.start()].split()) <= _FAR
        if is_near and not NO_CONDITION.match(text, found.start()) and not ASKED.search(text[: found.start()]):
            return found
    return None


def _within(part: Dropped, where: str) -> Iterator[Loss]:
    if (found := BUT.search(part.text)) and not NO_BUT.search(part.before + part.text[: found.start()]):
        yield Loss(found[0], where, "an exception")
    if found := ANY_SCOPE.search(part.text):
        yield Loss(found[0], where, "a quantifier", is_certain=False)
    if (found := RESTRICTING.match(part.text)) and not part.before.endswith(","):
        is_bare = part.text.strip() == found["words"]
        yield Loss(found["words"], where, "what tells which ones", is_certain=is_bare)
    if JOINED_ONLY.match(part.text):
        is_verb = bool(INFINITIVE.search(part.before))
        yield Loss(part.text.strip(), where, "the rest of what is said", is_certain=is_verb)
