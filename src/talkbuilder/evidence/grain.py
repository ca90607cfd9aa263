"""How wide a statement is beside its source: of one or of many, of all of a kind or of some."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, Word, Wording, wording
from talkbuilder.evidence.words import LITTLE_WORDS, PASTS, stem

_ONE = frozenset(("a", "an", "one", "another", "this", "her", "his"))
_MANY = {"man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives", "life": "lives"}
# What stands before a noun and leaves some of its kind out, or makes it uncertain that they are of it.
_LIMITING = frozenset(
    (
        *("potential", "possible", "alleged", "suspected", "early", "former", "attempted", "supposed"),
        *("apparent", "convicted", "registered", "certain", "local", "foreign", "young", "male", "female", "adult"),
        *(
            "individual",
            "isolated",
            "occasional",
            "rural",
            "private",
            "unpaid",
            "temporary",
            "partial",
            "minor",
            "intended",
            "accused",
        ),
    )
)
# The same of those who are many: 'retired miners' are some of them. A word like this is none of praise, as 'brave' is.
_OF_SOME = re.compile(
    r"(?:un)?married|single|divorced|widowed|retired|displaced|registered|accused|wounded|(?:un)?trained|(?:un)?paid|disabled"
    r"|(?:un)?employed|(?:un)?educated|(?:un)?skilled|armed|licensed|imprisoned|deported|blind|deaf|sick|ill|poor|rich"
    r"|wealthy|pregnant|elderly|older|younger|teenage|underage|minor|senior|junior|adult|male|female|foreign|native"
    r"|immigrant|migrant|illegal|legal|seasonal|urban|rural|local|private|public|state|former|convicted"
    r"|\w{3,}(?:less|ern)"
)
_TO_NOUN = 2  # words of content from the beginning of what is pointed to in which its noun stands
# Behind a noun these tell which ones: 'sailors willing to pay'.
_WHICH = frozenset(("who", "whose", "which", "willing", "able", "ready", "unable", "lacking", "holding", "wishing"))
_REACH = 4  # words between an article and its noun
_AMONG = re.compile(
    r"[^,;.:]{0,25}?\b(?P<words>(?:among|amongst|except for|but for) (?:(?:the|its|their|all) )?(?P<of>\w+))"
)
_LIMITED = re.compile(r"\((?P<words>(?:before|after|until|only|except|mostly|in|for|if|from|since|on) [^()]*)\)")
_ONLY = re.compile(
    r"(?<!not )(?<!not the )\b(only|just|merely|no more than|not even)(?: (?:about|the|some|\$))* ?\$? ?\Z"
)
_SAYS_ONLY = re.compile(
    r"\b(?:only|just|merely|no more|not more|not even|sole|single|alone|but|few\w*|however|though)\b"
)
_OF_ALL = re.compile(r"(?: \w+)? (?:of|out of) (?:the|its|their|his|her|our|my|all) (?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b")
_OF_WHICH = re.compile(r"\b[Oo](?:f|ut of) (?:the|these|those|its|their|all) (?:\w+ )?\Z")
_SENTENCE_END = re.compile(r"[.;:!?]")
_HARD_CUT = re.compile(r"[;(]|\bbut\b")
_ABROAD = re.compile(r"\b(?:abroad|overseas)\b")
_LANDS = re.compile(
    r"\b(?:abroad|overseas|elsewhere|outside|beyond|exile\w*|emigrat\w*|immigrat\w*|(?:countr(?:y|ies)|lands?|nations?"
    r"|states?|ports|capitals|cities|towns|shores|soil))\b"
)
_BECAUSE = re.compile(
    r"\b(?:because|since(?! \d)|due to|owing to|thanks to|as a (?:result|consequence)(?: of)?"
    r"|caused by|therefore|thus|hence|consequently|(?:that|which) is why|resulting in|leading to|led to)\b"
)
_REASON = re.compile(
    r"\b(?:because|since|due|owing|thanks|result\w*|caus\w+|reason|so|as|for|why|from|through|therefore|lead|led)\b"
)


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """Where a statement is wider than its source, or gives a reason that is not there."""
    ours = wording(says)
    yield from _many(ours, passage)
    yield from _without_limit(ours, passage)
    yield from _without_end(ours, passage)
    yield from _cut_noun(ours, passage)
    yield from _only(says, passage)
    yield from _which(ours, passage)
    yield from _some_of(ours, says, passage)
    yield from _from_afar(ours, passage)
    yield from _reason(says, passage)
    yield from abroad(says, passage)


def _many(ours: Wording, passage: Passage) -> Iterator[str]:
    """One, and in ours several."""
    mine = {word.text for word in ours.words}
    known = {word.text for word in passage.wording.words}
    for at, word in enumerate(passage.wording.words):
        if not word.is_content or word.text in mine:
            continue
        several = next((one for one in _plurals(word.text) if one in mine and one not in known), "")
        before = passage.wording.words[max(0, at - _REACH) : at] if several else ()
        if any(one.text in _ONE and one.clause == word.clause for one in before) and not _is_counted(before):
            yield f"the post tells of one '{word.text}', and not of '{several}'"
            return


def _plurals(word: str) -> tuple[str, ...]:
    if word in _MANY:
        return (_MANY[word],)
    return (f"{word}s", f"{word}es", f"{word[:-1]}ies") if word[-1:] == "y" else (f"{word}s", f"{word}es")


def _is_counted(before: Sequence[Word]) -> bool:
    """Whether a number stands there: '30-minute talks' last 30 minutes."""
    return any(not one.text[:1].isalpha() for one in before)


def _without_limit(ours: Wording, passage: Passage) -> Iterator[str]:
    """A word that leaves some out, dropped before a noun that is kept."""
    for at in passage.wording.within(*passage.own):
        word = passage.wording.words[at]
        noun = (
            passage.wording.next_content(at, 2)
            if word.text in _LIMITING and not is_explained(word.stem, ours.all_stems)
            else None
        )
        if noun and noun.stem in ours.stems:
            yield f"it has lost the '{word.text}' before '{noun.text}': is it true without?"
            return
    yield from _cut_before(ours, passage)


def _cut_before(ours: Wording, passage: Passage) -> Iterator[str]:
    """The same where it stands right before what is pointed to: 'retired | miners got coal'."""
    inside, words = passage.wording.within(*passage.own), passage.wording.words
    before = words[inside[0] - 1] if inside and inside[0] else None
    if before is None or before.clause != words[inside[0]].clause or is_explained(before.stem, ours.all_stems):
        return
    is_name = before.is_content and before.start > 1 and passage.text[before.start].isupper()
    is_name = is_name and passage.text[before.start - 2] not in ".?!"
    for at in inside[:_TO_NOUN]:
        if not words[at].is_content or not (is_name or _OF_SOME.fullmatch(before.text)):
            return
        if words[at].stem in ours.stems and (words[at].text.endswith(("s", "men")) or words[at].text in _MANY.values()):
            yield f"it has lost the '{before.text}' before '{words[at].text}': is it true without?"
            return


def _without_end(ours: Wording, passage: Passage) -> Iterator[str]:
    """What goes on right behind the words that are pointed to, and limits them: '(…) among the young'."""
    behind = re.sub(r"\A \([^)]*\)", "", passage.text[passage.own[1] :])
    found = _AMONG.match(lowered(behind)) or _AMONG.search(lowered(passage.text[slice(*passage.own)]))
    if found and stem(found["of"]) not in ours.all_stems and found["of"] not in LITTLE_WORDS:
        yield f"the post says '{found['words']}': is it needed?"


def _cut_noun(ours: Wording, passage: Passage) -> Iterator[str]:
    """'The list of victims assisted' told as that of victims; '(before June)' told without it."""
    theirs = passage.wording
    last = {
        one.text
        for one, behind in zip(ours.words, (*ours.words[1:], None), strict=True)
        if not behind or behind.clause > one.clause
    }
    for at in passage.wording.within(*passage.own):
        behind = theirs.words[min(at + 1, len(theirs.words) - 1)]
        is_cut = theirs.words[at].text in last and behind.clause == theirs.words[at].clause
        if is_cut and behind.text.endswith("ed") and behind.text != "need" and behind.stem not in ours.all_stems:
            yield f"the post says '{theirs.words[at].text} {behind.text}': is it true of all of them?"
            return
    for found in _LIMITED.finditer(passage.text, *passage.own):
        if wording(found["words"]).stems.isdisjoint(ours.stems):
            yield f"the post says '{found['words']}': is it true without?"
            return


def _only(says: str, passage: Passage) -> Iterator[str]:
    """A number that the post calls low, or tells as some of others, told without that."""
    told = lowered(says)
    for one in figures(passage.text):
        is_told = passage.own[0] <= one.start < passage.own[1] and any(one.has(own.values[0]) for own in figures(says))
        if not is_told or one.is_year:
            continue
        before = _ONLY.search(lowered(passage.text), max(0, one.start - 20), one.start)
        behind = _OF_ALL.match(lowered(passage.text), one.end)
        if before and not _SAYS_ONLY.search(told):
            yield f"it has lost the '{before[1]}' before '{passage.text[one.start : one.end]}': is it true without?"
        elif (
            behind and (whole := figures(behind[0])) and not any(own.has(whole[-1].values[0]) for own in figures(says))
        ):
            yield f"the post says '{passage.text[one.start : one.end]}{behind[0]}': is it needed?"


def _which(ours: Wording, passage: Passage) -> Iterator[str]:
    """Which ones it is told of: 'farmers who own horses', and in ours all farmers."""
    theirs = passage.wording
    for at in _with_subject(passage):
        noun = theirs.words[at - 1] if at and theirs.words[at].text in _WHICH else None
        if noun is None or noun.clause != theirs.words[at].clause or not noun.is_content or noun.stem not in ours.stems:
            continue
        which = theirs.next_content(at)
        if which and not is_explained(which.stem, ours.all_stems):
            words = passage.text[noun.start : which.end]
            yield f"the post says '{words}': is it true of all of them?"
            return


def _with_subject(passage: Passage) -> Sequence[int]:
    """The words that are pointed to, and those before them in their clause, which tell of whom it is said."""
    inside, words = passage.wording.within(*passage.own), passage.wording.words
    if not inside:
        return inside
    first = next(at for at, one in enumerate(words) if one.clause == words[inside[0]].clause)
    return range(first, inside[-1] + 1)


def _some_of(ours: Wording, says: str, passage: Passage) -> Iterator[str]:
    """What is told of 12 of the 40, and in ours of them."""
    numbers = figures(passage.text)
    for whole, part in pairwise(numbers):
        is_part = _OF_WHICH.search(passage.text, max(0, whole.start - 12), whole.start) and not (
            whole.is_year or part.is_year or _SENTENCE_END.search(passage.text, whole.end, part.start)
        )
        if not is_part or not passage.own[0] <= part.start < passage.own[1]:
            continue
        behind = [one for one in passage.wording.words if one.start >= part.end and one.is_content][:3]
        is_told = any(one.stem in ours.stems for one in behind)
        if is_told and not any(one.has(part.values[0]) for one in figures(says)):
            yield f"the post says it of '{passage.text[part.start : part.end]}' of them: is it true of all?"
            return


def _from_afar(ours: Wording, passage: Passage) -> Iterator[str]:
    """What a sentence tells in another part of it, behind a 'but', of something else."""
    hard = _HARD_CUT.search(lowered(passage.text), passage.own[1])
    cut = min((hard.start() if hard else len(passage.text), _once_more(passage)))
    near = frozenset(one.stem for one in passage.wording.words if one.start < cut)
    for word in ours.words:
        is_far = word.is_content and word.stem in passage.wording.stems and not is_explained(word.stem, near)
        if is_far and not passage.explains(word.stem):
            yield f"the sentence says '{word.text}' in another part of it: is it said of the same?"
            return


def _once_more(passage: Passage) -> int:
    """Where the same deed is told once more, of something else: 'gave hats to the cooks and gave coats to the rest'."""
    words = passage.wording.words
    for at, (joint, deed) in enumerate(pairwise(words)):
        is_deed = (
            joint.text == "and" and joint.start >= passage.own[1] and (deed.text.endswith("ed") or deed.text in PASTS)
        )
        if is_deed and any(one.text == deed.text for one in words[:at]):
            return joint.start
    return len(passage.text)


def abroad(told: str, passage: Passage) -> Iterator[str]:
    """'Abroad', where the post tells of other countries only what it tells of something else."""
    found = _ABROAD.search(lowered(told))
    cut = _once_more(passage)
    if found and cut < len(passage.text) and not _LANDS.search(lowered(passage.text), 0, cut):
        yield f"it says '{found[0]}', and the post does not say so of it"


def _reason(says: str, passage: Passage) -> Iterator[str]:
    """A reason that the post does not give."""
    mine = _BECAUSE.search(lowered(says))
    if mine is None:
        return
    if not _REASON.search(lowered(passage.text)):
        yield f"it says '{mine[0]}', and the post gives no reason"
        return
    behind = [word for word in wording(says).words if word.start >= mine.end() and word.is_content]
    strange = [word.text for word in behind if word.stem not in passage.wording.all_stems]
    if strange:
        yield f"the reason that it gives has '{strange[0]}', and the sentence does not"
