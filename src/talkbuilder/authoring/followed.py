"""What follows a reference, and no entry tells: a use of what was given, a way up or down from a figure."""

import re
from collections.abc import Iterator, Sequence

from talkbuilder.authoring.plain_talk import PLAIN_OF_OTHERS
from talkbuilder.authoring.told import OF_THE_ROOM, PAST_DEED, Known, Sentence, compares_years, listed, words_of
from talkbuilder.evidence.words import stem

_WITHIN = 2  # sentences behind a reference, in which 'it' is still what that names
_BEFORE = r"(?:(?:an?|the|some|two|three|more|new|another|every|their|its|his|her|whole|warm|good|better) )"
_THING = r"(?:[\w’-]+ ){0,2}?[\w’-]+"
_GIVEN = r"(?:it|that|this|them|those|(?:the|that|this) (?:money|gift|sum|amount|cash|donation|funds?))"
# 'Put in a new door with it', and the door is in no entry.
_USED = re.compile(
    rf"\b(?:{PAST_DEED}|put|got|had|has|have|set|built|buys?|made)(?: (?:in|up|on|out|together|themselves))?"
    rf" (?P<what>{_BEFORE}+{_THING}) (?:with|for|from|out of|thanks to|because of) {_GIVEN}\b",
    re.IGNORECASE,
)
# 'It went into a new roof', 'that pays for the lunches'.
_BECAME = re.compile(
    r"(?:\A|[,;:.—–] |\band )\W*(?:(?:half|some|most|part|all|the rest|much|a little|none) of )?"
    r"(?:it|that|this|them|the (?:money|rest|gift|sum))(?: (?:all|now|also|later|soon))?"
    r" (?:paid|pays|went|goes|bought|buys|became|turned into|built|covered|covers|was spent|is spent"
    r"|has gone|furnished)"
    rf"(?: (?:for|into|to|toward|towards|on))? (?P<what>{_BEFORE}*{_THING})",
    re.IGNORECASE,
)
# Plain words to a room, and things that one may buy.
_OF_HOUSES = frozenset(("door", "wall", "table", "shelf", "shelves", "room", "corner", "screen", "phone", "phones"))
_WAY = (
    r"(?:climbing|rising|falling|growing|shrinking|counting|dropping|sinking|slipping|spreading|soaring|declining"
    r"|increasing|decreasing|gaining|moving (?:up|down)|going (?:up|down)|on (?:its|the) (?:way|rise)(?: (?:up|down))?"
    r"|getting \w+er|(?:with )?more to come|no end in sight|with no end)"
)
# 'Is thirteenth, and climbing.'
_ON_ITS_WAY = re.compile(
    rf"(?:[^,;.]{{0,25}}[,–—])?\W*(?:(?:and|but|or|yet|though) )?(?:(?:it(?:[’']s| is)|still|now|fast|always|slowly"
    rf"|steadily|quickly) )*{_WAY}\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:(?:years?|months?|decades?|weeks?|long|time) (?:earlier|before|ago|later|after|since)|(?:before|since"
    r"|until|by) then|earlier|formerly|once|back then|in the past|(?:the|a) (?:year|decade|month) before|soon|by now"
    r"|today|these days|nowadays|next year|afterwards?)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:nowhere|anywhere|not anywhere) near|not even close|far (?:from|behind|below|above|ahead of|beyond|off)"
    r"|(?:much |far |way |even )?(?:higher|lower|worse|better|fewer|smaller|greater|bigger|larger)"
    r"|(?:half|twice|double) (?:of )?(?:that|it|as)|not nearly|ahead of (?:that|it)|(?:above|below|beyond"
    r"|short of) (?:that|it)|a fraction of)\b",
    re.IGNORECASE,
)


def followed(sentences: Sequence[Sentence], known: Known) -> Iterator[str]:
    """Reasons that name the words; `sentences` are those of one paragraph."""
    since = _WITHIN + 1
    for sentence in sentences:
        since = 0 if sentence.cited else since + 1
        if since > _WITHIN or sentence.is_own or "?" in sentence.typed:
            continue
        yield from _used(sentence, known)
        yield from _trend(sentence, known)


def _used(sentence: Sentence, known: Known) -> Iterator[str]:
    found = _USED.search(sentence.typed) or _BECAME.search(sentence.typed)
    if found is None or OF_THE_ROOM.search(sentence.typed):
        return
    things = [word for word in words_of(found["what"]) if not known.explains(stem(word))]
    if any(stem(word) not in PLAIN_OF_OTHERS or word in _OF_HOUSES for word in things):
        yield f"no entry here tells of {listed(things)} for what was given: “{sentence.short}”"


def _trend(sentence: Sentence, known: Known) -> Iterator[str]:
    found = _ON_ITS_WAY.match(sentence.behind) if sentence.cited else None
    if found is None and not sentence.cited and _AGO.search(sentence.typed) and not OF_THE_ROOM.search(sentence.typed):
        found = _ELSEWHERE.search(sentence.typed)
    if found and not (known.has_word(found[0].strip(" ,")) or compares_years(sentence.typed, known)):
        yield f"'{found[0].strip(' ,')}' tells of a trend, and no entry here does: “{sentence.short}”"
