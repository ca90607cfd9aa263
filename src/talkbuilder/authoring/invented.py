"""What a sentence puts beside its entries: authorities, counts on fingers, other tellers, other doers."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import Known, Sentence
from talkbuilder.evidence.words import stem
from talkbuilder.talk.accusing import is_power

_AUTHORITY = re.compile(
    r"\b(?:[Ss]cripture|[Tt]he (?:Bible|Gospels?|Quran|Koran|Torah|Psalms?|Talmud|prophets?|apostles?)|[Tt]he Good Book"
    r"|(?:Jesus|Moses|Isaiah|Paul|Solomon|Confucius|Gandhi|God)"
    r"|(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]heir|[Oo]ur) (?:old |wise )?(?:[A-Z]\w+ )?(?:old |wise )?(?:proverb|saying"
    r"|adage|psalm))"
    r" (?:also |once |itself |there |has )?"
    r"(?:tells?|told|says?|said|teach(?:es)?|taught|warn(?:s|ed)?|promise[sd]?|commands?|has it|goes|puts it|holds)\b"
)
_ON_FINGERS = re.compile(
    r"\b(?:(?:both|two|one|the fingers of|every finger (?:on|of)|all (?:the )?fingers (?:on|of))(?: your| my| our| his"
    r"| her| one| a)? (?:hands?|feet|foot)(?: and (?:both |my |your |our )?(?:feet|hands|toes))?|fingers? and toes?"
    r"|(?:all )?(?:ten|my|your) (?:fingers|toes))\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:count(?:s|ed|ing)?|number(?:s|ed)?|tally|how many|add(?:s|ed)? up)\b", re.IGNORECASE)
_TELLER = re.compile(
    r"\b(?:an?|the|one|another|that) (?:[\w-]+ )?(?P<who>[\w-]+)(?: (?:who|from|at|on|in|of|by"
    r"|with)(?: [\w’'-]+){1,6}?)?"
    r"(?: once| later| also| then)? (?:told|wrote to|wrote|assured|confided to|showed|explained to"
    r"|swore to) (?:me|us)\b",
    re.IGNORECASE,
)
_MADE_DO = re.compile(
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


def invented(sentence: Sentence, own: Known) -> Iterator[str]:
    """Reasons that name the words; `own` is what the sentence refers to."""
    text = sentence.typed
    if sentence.is_own or "?" in text:
        return
    if (found := _AUTHORITY.search(text)) and not own.has_word(found[0]):
        yield f"'{found[0]}' gives a saying to an authority, and no entry here has it: “{sentence.short}”"
    if (found := _ON_FINGERS.search(text)) and _COUNTS.search(text):
        yield f"'{found[0]}' is a count, and no entry here counts it: “{sentence.short}”"
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
