"""What a sentence takes as known without telling it: that something changed, what somebody knew, that one was there."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.told import PAST_DEED, Known, Sentence
from talkbuilder.evidence.words import stem

# What 'stopped looking away' supposes: that they looked away before.
_CHANGE = re.compile(
    r"\b(?P<verb>(?:stop(?:s|ped)|quits?|ceas(?:es|ed)|resum(?:es|ed)|(?:kept|keeps) on|gave up|g(?:oes|one) back to"
    r"|went back to|returned to|started|beg(?:an|un)) (?:\w+ly )?(?!during\b|morning\b|evening\b)\w{2,}ing"
    r"|(?:ceas(?:es|ed)|started|beg(?:an|un)) to \w+)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\b(?:no longer|(?:don[’']t|doesn[’']t|didn[’']t|do not|does not|did not) \w+[^,.;]{0,30} any ?more"
    r"|finally|at last|(?<!once )(?<!never )again)\b",
    re.IGNORECASE,
)
_DEED = re.compile(rf"\b(?:{PAST_DEED}|was|were|had|has)\b|no longer|more\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:i|we|you|me|us|my|our|your|it)\b", re.IGNORECASE)
_WHO = r"(?!(?:i|we|you|it|this|that|one)\b)(?:(?:the|a|an|this|these|those|our|their|his|her) )?(?:[\w’'-]+ ){1,3}?"
# 'What did the town know' supposes that it knew something.
_KNEW = re.compile(
    rf"\b(?:what|how much|how many|since when|how long|when) (?:did|do|does|have|has|had) {_WHO}"
    r"(?:(?:really|already|always|ever) )?(?P<deed>know|known|hear|heard|learn|learned|think|hide|hidden|suspect|fear"
    r"|believe|feel|want|hope|realize|understand|notice)\b",
    re.IGNORECASE,
)
_SENSED = r"(?:suspected|knew|known|guessed|sensed|felt|understood|realized|feared|foresaw)"
# That one knew it before others did, beside an entry that tells no such thing.
_FORESAW = re.compile(
    r"\b(?:I|we)\b(?:[’']d| had| have)?"
    r" (?:(?:already|always|long|even then|all along|secretly|from the (?:first|start|beginning))(?: \w+)??"
    rf" {_SENSED}|{_SENSED} (?:it |this |that |them )?(?:already|all along|even then|at once|right away|from the"
    r" (?:first|start|beginning)|before anybody|back then))\b"
    r"|\b(?:even then|already then|at the time|back then|from the (?:first|start|beginning)),? (?:I|we)"
    rf"(?: had| already)? {_SENSED}\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:already|always|all along|even then|at once|from the (?:first|start|beginning)|long)\b", re.IGNORECASE
)
# What only those can hear and see who were there.
_STILL = re.compile(
    r"\bI (?:(?:can|could|still) ){1,2}(?:hear|see|smell|feel|picture|remember|taste) "
    r"(?:how (?:he|she|they|the|one)|the way the|him|her|them|his|their"
    r"|(?:the|that|those) [^,.;?!]{1,30}? (?:he|she|they))\b[^.?!]*",
    re.IGNORECASE,
)
# The teller was there: 'I saw them', 'he told me'; 'I heard of them' is hearsay.
_WITNESSED = re.compile(
    r"\b[Ii] (?:\w+ ){0,2}(?:saw|watched|met|talked|spoke|witnessed|moved|stood|listened|visited|passed|noticed|heard"
    r"(?! (?:of|that|about|from)\b))\b|\b(?:told|asked|said to|showed|gave) (?:me|us)\b|\bmy eyes\b"
)


def implied(sentence: Sentence, known: Known, is_to_the_room: bool) -> Iterator[str]:
    """What it takes as known of others and of the speaker's own knowledge, and no entry tells."""
    if sentence.is_own:
        return
    text = sentence.typed
    if "?" in text:
        yield from _asked(sentence, known)
        return
    if not is_to_the_room and not _OURS.search(text):
        yield from _changed(sentence, known)
    if (found := _FORESAW.search(text)) and not _EARLY.search(known.text):
        yield _told(found[0], sentence)
    if (found := _STILL.search(text)) and not _WITNESSED.search(known.text):
        yield _told(found[0], sentence)


def _asked(sentence: Sentence, known: Known) -> Iterator[str]:
    found = _KNEW.search(sentence.typed)
    if found and not known.explains(stem(found["deed"].lower())):
        yield _told(found[0], sentence)


def _changed(sentence: Sentence, known: Known) -> Iterator[str]:
    if found := _CHANGE.search(sentence.typed):
        if not known.explains(stem(found["verb"].split()[0].lower())):
            yield _told(found[0], sentence)
    elif (found := _NO_MORE.search(sentence.typed)) and _DEED.search(sentence.typed) and not known.has_word(found[0]):
        yield _told(found[0], sentence)


def _told(words: str, sentence: Sentence) -> str:
    return f"'{words.strip()}' takes something as known, and no entry here tells it: “{sentence.short}”"
