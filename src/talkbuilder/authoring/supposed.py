"""What would have been without somebody, what a gift does to somebody, what is told opposite an entry."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import PAST_DEED, Known, Sentence, listed, words_of
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.words import LITTLE_WORDS, stem, stems
from talkbuilder.talk.typed import Typed

_WITHOUT = re.compile(
    r"\b(?:without|but for|(?:if it|had it|were it|if there) (?:weren[’']t|wasn[’']t|hadn[’']t|had|were|was)?"
    r"(?: ?(?:not|been|no))* for|if not for)\b (?P<what>[\w’'-]+(?: [\w’'-]+)?)",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|could|might|wouldn[’']t|couldn[’']t)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:where|what|how|who|why|when)\b[^,]*\Z", re.IGNORECASE)
_OWN = frozenset(("i", "we", "you", "me", "us", "my", "our", "your", "this", "tonight"))
_NEAR = 2  # words beside a 'would' among which stands who would
# A gift, and to whom it does something: 'your old coat keeps a girl warm'.
_GIFT = re.compile(
    r"(?:\A|[,;:.—–] |\band |\bso )\W*(?P<gift>(?:your|our|each|every|one|a|an|this|that|two|ten|twenty|\$ ?\d+|\d+)"
    r"(?: (?!(?:may|might|can|could|will|would|is|are|was|has|who|in|at|for|on)\b)[\w’'-]+){1,5}?)"
    r" (?P<does>gets?|keeps?|puts?|lets?|brings?|carr(?:y|ies)|makes?|sends?|takes?|helps?|warms?|lifts?|turns?|saves?"
    r"|feeds?|gives?|clothes|means?|pays?|buys?|opens?|frees?|holds?|protects?|heals?|shelters?|teaches|teach"
    r"|ends?|stops?"
    r"|(?:is|are) (?:what|all that) \w+) (?P<whom>[^,;.:?!]*)",
    re.IGNORECASE,
)
# The same of what was given already: 'the coats that you gave kept people warm'.
_GAVE = re.compile(
    r"(?P<gift>\b(?:(?:your|our) (?:[\w’'-]+ ){0,2}?[\w’'-]+|(?:all )?(?:the|those|these) (?:[\w’'-]+ ){1,2}?"
    r"(?:that |which )?(?:you|we|this (?:church|town|school|room|class)|people here)(?: all| have)?"
    r" (?:gave|given|sent|donated|made|packed|bought|brought|knitted|sewed|sewn|collected|filled|raised|paid"
    r"|wrote|signed)(?: [\w’'-]+){0,2}?))"
    r" (?P<does>kept|put|let|brought|carried|made|sent|took|helped|warmed|lifted|turned|saved|fed|gave|meant|paid"
    r"|bought|opened|freed|held|protected|healed|sheltered|taught|ended|stopped|clothed|got|pulled|dressed|cheered)"
    r" (?P<whom>[^,;.:?!]*)",
    re.IGNORECASE,
)
# What somebody does whom an action names: 'they send help'.
_PROMISED = re.compile(
    r"(?:\A|[.;:,—–] |\b(?:and|so|then|where|because) )\W*(?P<told>(?:they|(?:the )?(?:people|men|women) there"
    r"|volunteers|operators|counsel+ors|experts)"
    r" (?!(?:are|is|were|was|have|has|had|do|does|did|can|could|may|might|who|that|in|at|of|on|for|to|said|say|need"
    r"|know|or|and)\b)[a-z]+\b[^.;!?]*"
    r"|(?:some(?:one|body)|(?:an?|the) (?:[\w’'-]+ )?(?:volunteer|operator|counsel+or|person|officer|police|staff|line"
    r"|hotline|team|lawyer|nurse|doctor|expert|shelter))(?: there)? (?!(?:does|needs|knows|says)\b)"
    r"(?:will [a-z]+|[a-z]{3,}s)\b[^.;!?]*)",
    re.IGNORECASE,
)
_SOMEBODY = frozenset(
    ("her", "him", "them", "somebody", "someone", "family", "families", "life", "lives", "person", "people")
)
_FEW = 5  # words behind a deed among which stands to whom it is done
_TELLS = re.compile(
    rf"\b(?:has|have|had|is|are|was|were|{PAST_DEED})\b"
    r"|\b(?:they|people|he|she|everyone|everybody|nobody|somebody|children|men|women)"
    r" (?!(?:of|in|at|on|with|who|from|and|or|to|for|by|like|without)\b)[a-z]+",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\w[’']s? |s[’'] ")
_PRINTED = re.compile(r"x+(?:\W+x+)*\s*\Z")
_OF = re.compile(r"of (?:(?:the|its|their|his|her|our|all|these|those|this) )*(?P<what>[\w’' -]+)", re.IGNORECASE)
_NAMES = re.compile(
    r"\W*(?:where|what|who|how|why|when|which|whose)\b", re.IGNORECASE
)  # 'where they slept' names a place
_LITTLE = stems("year time day now today then still once more here there")


def of_sentence(sentence: Sentence, known: Known) -> Iterator[str]:
    """What a sentence tells of what would have been, and of what a gift does, whomever it speaks to."""
    text = sentence.typed
    if any(words_of(text)) and known.has_all(text):
        return
    without, would = _WITHOUT.search(text), _WOULD.search(text)
    if without and would and not _is_own(text, would):
        yield f"'{without[0]}' tells what would have been, and no entry here does: “{sentence.short}”"
    for found in (*_GIFT.finditer(text), *_GAVE.finditer(text)) if "?" not in text else ():
        whom = [word.removesuffix("’s") for word in found["whom"].lower().split()[:_FEW]]
        is_somebody = any(word in _SOMEBODY or is_person(word) for word in whom)
        if is_somebody and not any(map(is_person, found["gift"].lower().split())):
            told = f"'{found['does']}' is what '{found['gift']}' does to somebody"
            yield f"{told}, and no entry says it: “{sentence.short}”"
            return


def of_promise(sentence: Sentence, known: Known, kind: str) -> Iterator[str]:
    """What those whom an action names are said to do, where a talk asks for it."""
    found = _PROMISED.search(sentence.typed) if kind == "ask" and "?" not in sentence.typed else None
    if found and not (any(words_of(found["told"])) and known.has_all(found["told"])):
        yield f"'{found['told'].strip()}' promises what no entry tells: “{sentence.short}”"


def _is_own(text: str, would: re.Match[str]) -> bool:
    """Whether who speaks, the room or the evening is what would have been otherwise."""
    before, behind = text[: would.start()].lower().split(), text[would.end() :].lower().split()
    near = behind[:_NEAR] if _ASKED.match(text[: would.start()].strip()) else before[-_NEAR:]
    return not _OWN.isdisjoint(word.strip(",.;:’'") for word in near)


def of_counted(sentence: Sentence, own: Known) -> Iterator[str]:
    """A share or a number of one thing, told of another: '{a-third} of the weavers' of their land."""
    if len(sentence.cited) != 1 or not (found := _OF.match(sentence.behind)):
        return
    before = len(sentence.typed) - len(sentence.behind)
    if not (printed := _PRINTED.search(sentence.typed, 0, before)):
        return
    cited, mine = sentence.cited[0], _noun(found["what"])
    for theirs in re.finditer(
        rf"{re.escape(sentence.whole[printed.start() : printed.end()].strip())} {_OF.pattern}", own.text, re.IGNORECASE
    ):
        told = _noun(theirs["what"])
        own_thing = told[-1:] if _WHOSE.search(theirs["what"]) else told  # of the weavers' land, it is the land
        if told and mine and not any(is_explained(stem(word), frozenset(map(stem, mine))) for word in own_thing):
            yield f"'{cited.id}' is a count of '{told[-1]}', and stands before 'of {mine[-1]}': “{sentence.short}”"
            return


def _noun(text: str) -> list[str]:
    """The words of a noun and what stands right before it, up to the first small word."""
    found: list[str] = []
    for word in text.lower().split():
        if word.strip("’'") in LITTLE_WORDS or word.endswith("ed"):
            break
        found.append(re.sub(r"[’']s?\Z", "", word))
    return found


def opposite(sentence: Sentence, known: Known, typed: Typed, kind: str) -> Iterator[str]:
    """What a block of a comparison tells without an entry, opposite one that has one."""
    is_told = _TELLS.search(sentence.typed) and not _NAMES.match(sentence.typed)
    if kind != "compare" or typed.key not in ("text", "points") or not is_told:
        return
    told = {stem(word): word for word in words_of(sentence.typed)}
    strange = [word for root, word in told.items() if root not in _LITTLE and not known.explains(root)]
    if strange:
        yield f"what stands opposite tells {listed(strange)}, and no entry of this slide does: “{sentence.short}”"
