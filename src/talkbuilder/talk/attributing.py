"""Whom a headline says that words are from: the minister of 'What the minister said', 'A miller speaks'."""

import re

from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.wording import wording

_TELLS = (
    r"(?:says?|said|puts? (?:it|this|that)|speaks?|spoke|admits?|admitted|writes|wrote|tells|told|thinks|thought"
    r"|explains?|explained|confess(?:es|ed)?|warns?|warned|answers|answered|replies|replied|promis(?:es|ed)"
    r"|declares?|declared|denies|denied|complains?|complained|on (?:her|his|its|their|our|my|the)\b)"
)
_WORDS = r"(?:words?|confession|letter|diary|answer|testimony|speech|view|opinion|promise)"
_WHO = re.compile(
    rf"\A(?:what|how|as|when|why) (?P<asked>[^,:;?]{{1,40}}?) {_TELLS}\b"
    rf"|\A(?P<first>(?:the|an?|one|our|my|[\w’'-]+(?= ))[^,:;?]{{0,40}}?) {_TELLS}\b"
    rf"|\b{_WORDS} (?:of|from|by) (?P<of>[^,:;?]{{2,40}})"
    r"|(?:\A|: )(?P<whose>[^,:;?]{2,40}?)['’]s? (?:own |last |first |very )*"
    rf"{_WORDS}\b"
    r"|,? (?:says|said) (?P<last>[^,:;?]{2,40})\Z",
    re.IGNORECASE,
)
_ON_IT = re.compile(r" on (?:her|his|its|their|our|my|the)\b", re.IGNORECASE)
_ENDS_WHO = re.compile(r" (?:of|from|in|on|at|back|with|before|after|when|who|that|to|about) ")
# Who may be anybody.
_ANY = (
    "somebody someone nobody anybody everybody people person many some one woman women man men girl boy lady friend"
    " words own last first young old way sentence this that it word"
)
_ANYBODY = frozenset(_ANY.split())
_POINTING = "the a an one our my her his their this that these those i she he we they you it what how why as when"
_LITTLE = frozenset(_POINTING.split())
# On what is no speech: a warning rode along on the trains, the snow lay on the roofs.
_STANDS_ON = re.compile(
    r"\b(?:along|alone|down|up|out|over|away|back|again|still|not|no|rode|rides?|lay|lies|sat|sits?|stood|stands?"
    r"|went|goes|came|comes|fell|falls|ran|runs?|hung|hangs?|hanging|was|were|is|are|left|kept|put|lights?|news"
    r"|words?|[\w-]{2,}ed)\Z",
    re.IGNORECASE,
)
# Who speaks of themselves, or was named before, whatever else stands there: "I never", "On that day I", "he's".
_HIMSELF = re.compile(
    r"(?:\A|(?:(?!and\b|or\b)[\w,'-]+ )+)(?:i|we|he|she|they|you|it)(?:'(?:d|ve|m|ll|s|re))?(?: (?!and\b|or\b)\w+)?"
    r"|(?:me|mine|us|ours|him|hers?|them)",
    re.IGNORECASE,
)


def misattributed(title: str, known: str) -> str:
    """Whom a title gives words to, of whom what is known of their speaker tells nothing; "" for nobody."""
    found = _WHO.search(normalise(title).text)
    if found is None:
        return ""
    who = next(one for one in found.groups() if one)
    head = _ENDS_WHO.split(f"{who} ", maxsplit=1)[0].strip()
    if _HIMSELF.fullmatch(found["asked"] or found["first"] or head):
        return ""
    if found["first"] and _ON_IT.match(found.string, found.end("first")) and _STANDS_ON.search(head):
        return ""
    words = [word for word in wording(lowered(head)).words if word.text not in _LITTLE]
    own = wording(lowered(known)).all_stems
    if not words or any(word.text in _ANYBODY for word in words):
        return ""
    return "" if any(is_same(words[-1].stem, one) for one in own) else head
