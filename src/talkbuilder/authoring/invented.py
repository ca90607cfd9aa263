"""What a sentence puts beside its entries: authorities, counts on fingers, other tellers, deeds, other doers."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import Known, Sentence
from talkbuilder.evidence.words import stem
from talkbuilder.patterns import compiled
from talkbuilder.talk.accusing import is_power

_AUTHORITY = compiled(
    r"\b(?:[Ss]cripture|[Tt]he (?:Bible|Gospels?|Quran|Koran|Torah|Psalms?|Talmud|prophets?|apostles?)|[Tt]he Good Book"
    r"|(?:Jesus|Moses|Isaiah|Paul|Solomon|Confucius|Gandhi|God)"
    r"|(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]heir|[Oo]ur) (?:old |wise )?(?:[A-Z]\w+ )?(?:old |wise )?(?:proverb|saying"
    r"|adage|psalm))"
    r" (?:also |once |itself |there |has )?"
    r"(?:tells?|told|says?|said|teach(?:es)?|taught|warn(?:s|ed)?|promise[sd]?|commands?|has it|goes|puts it|holds)\b"
)
_ON_FINGERS = compiled(
    r"\b(?:(?:both|two|one|the fingers of|every finger (?:on|of)|all (?:the )?fingers (?:on|of))(?: your| my| our| his"
    r"| her| one| a)? (?:hands?|feet|foot)(?: and (?:both |my |your |our )?(?:feet|hands|toes))?|fingers? and toes?"
    r"|(?:all )?(?:ten|my|your) (?:fingers|toes))\b",
    re.IGNORECASE,
)
_COUNTS = compiled(r"\b(?:count(?:s|ed|ing)?|number(?:s|ed)?|tally|how many|add(?:s|ed)? up)\b", re.IGNORECASE)
_TELLER = compiled(
    r"\b(?:an?|the|one|another|that) (?:[\w-]+ )?(?P<who>[\w-]+)(?: (?:who|from|at|on|in|of|by"
    r"|with)(?: [\w’'-]+){1,6}?)?"
    r"(?: once| later| also| then)? (?:told|wrote to|wrote|assured|confided to|showed|explained to"
    r"|swore to) (?:me|us)\b",
    re.IGNORECASE,
)
_THOSE = r"(?:the|these|those|that|this|one of the|some of the) (?P<whom>[\w-]+(?: [\w-]+)?)"
_MY_DEED = compiled(
    r"\bI (?:[^.?!;,]{0,30} and )?(?:also |even |then |once |later )?(?P<deed>spoke|talked|sat|ate|rode|prayed|traveled"
    r"|travelled|met|visited|interviewed|asked|questioned|followed|freed|helped|fed|hid|stayed|slept|worked|drove"
    rf"|photographed|confronted|warned)(?: down| up)?(?: with| to| beside| among| for| home)? {_THOSE}\b",
    re.IGNORECASE,
)
_MADE_DO = compiled(
    r"\b(?P<who>[\w-]+) (?:has |have |had |finally )?(?:got|made|had|forced|pushed|persuaded|convinced"
    r"|pressed|led|moved"
    r"|ordered|paid|helped|asked|begged|shamed|talked|drove|brought|pressured) (?:the )?[\w-]+(?: [\w-]+){0,2}? (?:to"
    r"|into) \w+",
    re.IGNORECASE,
)
_NOBODY = frozenset(("what", "who", "that", "which", "have", "has", "had", "and", "this", "they", "she", "was", "were"))
# Who can make others do something, beside persons and powers.
_OTHERS = frozenset(
    ("congregation", "bishop", "club", "team", "letter", "letters", "petition", "campaign", "union", "we", "i", "us")
)
_HELD_BACK = compiled(r"\b(?:not|never|nobody|if|would|could|should|wish|might)\b|n[’']t\b", re.IGNORECASE)


def _is_told_of(found: re.Match[str], everything: Known) -> bool:
    """Whether it is done with people, and no entry tells of it."""
    return any(map(is_person, found["whom"].lower().split())) and not everything.has_word(f"I {found['deed']}")


def invented(sentence: Sentence, own: Known, everything: Known) -> Iterator[str]:
    """Reasons that name the words; `own` is what the sentence refers to, `everything` what the talk rests on."""
    text = sentence.typed
    if sentence.is_own or "?" in text:
        return
    if (found := _AUTHORITY.search(text)) and not own.has_word(found[0]):
        yield f"'{found[0]}' gives a saying to an authority, and no entry here has it: “{sentence.short}”"
    if (found := _ON_FINGERS.search(text)) and _COUNTS.search(text):
        yield f"'{found[0]}' is a count, and no entry here counts it: “{sentence.short}”"
    if not _HELD_BACK.search(text) and (found := _MY_DEED.search(text)) and _is_told_of(found, everything):
        yield f"'I {found['deed']} … {found['whom']}' is a deed that no entry tells: “{sentence.short}”"
    if not sentence.cited:
        return
    names = ", ".join(f"'{one.id}'" for one in dict.fromkeys(sentence.cited))
    if (found := _TELLER.search(text)) and not own.explains(stem(found["who"].lower())):
        yield f"'{found['who']}' is another teller than {names} has: “{sentence.short}”"
    if (found := _MADE_DO.search(sentence.before)) and found["who"].lower() not in _NOBODY:
        who = found["who"].lower()
        is_somebody = is_power(who) or is_person(who) or who in _OTHERS
        if is_somebody and not own.has_all(found[0]):
            yield f"'{found[0]}' puts a doer before {names}, which does not tell it: “{sentence.short}”"
