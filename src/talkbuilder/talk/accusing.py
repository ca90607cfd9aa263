"""Where a text tells a wrong as done: the police take bribes, the men were chained. What is feared or asked is none."""

import re
from collections.abc import Iterator
from functools import lru_cache

from talkbuilder.evidence.words import stem

# Who has power over others, and whole peoples: what these are said to have done harms them, whoever says it.
_POWERS = (
    "government state regime president minister ministry parliament senate senator authority official bureaucrat "
    "politician mayor governor police policeman officer detective soldier army military troop general guard inspector "
    "court judge prosecutor lawyer embassy consulate diplomat company firm corporation contractor builder agency bank "
    "factory employer owner boss landlord foreman foremen landowner oligarch elite ruler church priest mosque "
    "orphanage shelter "
    "school hospital doctor ngo charity newspaper leader dictator party airline hotel farmer neighbor local"
)
_PEOPLES = (
    "african american arab asian briton british chinese european german indian iranian korean kazakh kazakhstani "
    "kyrgyz "
    "mongolian nigerian pakistani russian saudi tajik tatar turk turkish turkmen ukrainian uyghur uzbek jew muslim "
    "christian roma gypsy moldovan filipino romanian bulgarian"
)
_PERSONS = (
    "person man woman child girl boy kid baby worker laborer victim slave migrant student prisoner orphan refugee "
    "foreigner mother father daughter son wife husband family families villager teenager brother sister citizen "
    "journalist critic "
    "passenger witness protester protestor body organ kidney builder"
)
# Wrongs whomever they are done to, and what is one only where it is done to people: to sell shoes is none.
_WRONGS = (
    "bribe enslave murder kill rape torture abuse exploit rob steal cheat betray threaten blackmail kidnap "
    "abduct starve "
    "whip flog persecute massacre extort embezzle launder smuggle molest assault deceive bully poison loot plunder "
    "humiliate terrorize terrorise execute lynch oppress swindle defraud traffic"
)
_WRONGS_TO_PEOPLE = (
    "sell buy trade beaten hide ignore hunt lock silence jail imprison hang shoot burn bury chain harvest "
    "abandon throw drive "
    "deport arrest own lure trap punish beat strip cage forced forces protect protected protects"
)
_HURT = (
    f"{_WRONGS} beat beaten chain sell auction hang drown poison brand shoot mutilate strangle prostitute "
    f"sterilize stab "
    "shackle handcuff cage drug trade jail imprison traffick"
)
# Nouns that have the form of a deed: 'police abuse', 'the state murder rate'.
_NO_DEED = re.compile(r" (?:rates?|cases?|trials?|laws?|scenes?|of|is|are|was|were|has|victims?|hotlines?)\b", re.I)
_HANDS = "hands?|handed|gives?|gave|delivers?|delivered|passe[sd]|pass|returns?|returned|sends?|sent|leads?|led"
_HELPS = (
    "helps?|helped|protects?|protected|shields?|shielded|hides?|hid|warns?|warned|works? with|worked with|tips? off"
)
_GUILTY = "traffickers?|smugglers?|pimps?|recruiters?|slavers?|gangs?|mafia|kidnappers?|murderers?|killers?|thieves"
_PHRASES = (
    r"(?:take|accept|demand|pay|want)\w* (?:\w+ )?(?:bribes?|kickbacks?|protection money)"
    r"|took (?:\w+ )?(?:bribes?|kickbacks?)|paid (?:\w+ )?(?:bribes?|kickbacks?)"
    r"|look(?:s|ed)? (?:away|the other way)|turn(?:s|ed)? (?:a blind eye|(?:its|their) backs?)|closed? (?:its"
    r"|their) eyes"
    r"|(?:does|do|did|done) nothing|(?:gives?|gave|given) up(?! (?:the|their|a|its)\b)"
    r"|cover(?:s|ed|ing)? (?:it |this |that |them |everything |\w+ \w+ )?up|hush(?:es|ed)? (?:it |this |that )?up"
    r"|(?:lets?|leaves?|left) (?:\w+ )?\w+ (?:go free|die|starve|rot|to die|to rot|to starve|walk free)"
    r"|(?:does|do|did)(?: not|n[’']t) (?:care|want to (?:know|see)|lift a finger)|couldn[’']t care less|never cared"
    r"|(?:is|are|was|were) (?:\w+ )?(?:corrupt|complicit|behind (?:it|this|all)|in on it|in league|to blame|guilty"
    r"|liars?|thieves|criminals?|killers?|murderers?|racists?|slave ?owners?|traffickers?)"
    rf"|(?:{_HANDS})(?: \w+){{0,4}}? to (?:the |their |its )?(?:{_GUILTY})|(?:{_HELPS}) (?:the |their "
    rf"|its )?(?:{_GUILTY})"
    r"|profit(?:s|ed)? from|(?:gets?|got) rich (?:on|from|off)|lives? off|(?:makes?|made) money (?:on|with|from|off)"
    r"|(?:runs?|ran) (?:\w+ )?(?:brothels?|camps?)|works? (?:with|for) (?:the )?traffickers?|lied|lies? (?:to|about)"
)
_PHRASE_WORDS = (
    "bribe kickback protection away other blind back nothing up eyes die rot starve free care finger corrupt complicit "
    "behind league blame guilty liar thieves criminal killer murderer racist slaveowner trafficker profit rich "
    "off money "
    "brothel camp lie lies lied know see smuggler pimp recruiter slaver gang mafia kidnapper"
)
_OWN_WORDS = re.compile(r"[^\W\d_]+")
_AROUND = r"(?: (?:of|in|from|on|at|over|with|by) (?:the |its |their |a )?[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)?"
_ADVERBS = (
    r"(?: (?:also|even|still|often|always|never|has|have|had|is|are|was|were|been|itself|themselves|already|all"
    r"|both|once"
    r"|who|that|usually|sometimes|just|simply|then|now|there|being|and (?:the )?\w+|\w+ly),?){0,4}"
)
_PHRASE = re.compile(rf"{_AROUND},?{_ADVERBS}? (?P<deed>{_PHRASES})(?!\w)", re.IGNORECASE)
_DEED = re.compile(rf"{_AROUND},?{_ADVERBS} (?P<deed>[a-z’'-]+)", re.IGNORECASE)
_WHOSE = re.compile(r"( who)(?: [\w’'-]+){1,5}")
_BE = r"(?:is|are|was|were|be|been|being|gets?|got|getting)"
_SUFFERS = re.compile(
    # Those 'who were sold' may be anybody: that they were is not what is said there.
    rf"{_AROUND}(?! (?:who|that) (?:{_BE}|has|have|had)\b)(?: (?:who|that)(?: [\w’'-]+){{1,4}}?)?{_ADVERBS} {_BE}"
    rf"(?: (?P<first>\w+)(?: out| off| up)? and)?{_ADVERBS} (?P<deed>[a-z]+)\b(?! (?:out|through|down|at (?:chess|cards"
    rf"|games?|the polls|\w+ own)|to (?:it|this|that))\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(rf"\b{_BE}(?: \w+ly)?\Z", re.IGNORECASE)
_WHO = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OBJECT = 5  # words behind a deed in which those stand to whom it is done
_LEAD = 20  # letters in which it shows that somebody is the speaker's own
_PRONOUNS = frozenset(("they", "he", "she", "somebody", "someone", "them", "him", "her", "us"))
# What is asked, supposed, wished, denied or laid down is not said to be so.
_UNSAID = re.compile(
    r"\b(?:if|whether|unless|imagine|suppose|when|whenever|would|could|might|may|should|must|cannot|can|lest|until|be"
    r"|no|nobody|no one|ought|let (?:us|me|no)|pray|hope|wish|afraid|fears?|will|shall|any\w*|not|never|means?|meaning"
    r"|called|how|why|\w+n[’']t)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"\b(?:nobody (?:has|can|could|knows|ever)|is (?:a myth|not true|untrue|false))\b", re.IGNORECASE)
_ME = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|me|us|[Yy]our?)\b")
_IS_DOUBLED = re.compile(r"[^aeiou][aeiou][bgmnpt]\Z")
_STRETCH = re.compile(r"[^.!?;:\n]+")
_STOPS = re.compile(r"[.!?;:\n]")


def _stems(words: str) -> frozenset[str]:
    found = words.split()
    return frozenset(map(stem, (*found, *(f"{one}{one[-1]}ed" for one in found if _IS_DOUBLED.search(one)))))  # robbed


_POWERFUL, _PEOPLE = _stems(f"{_POWERS} {_PEOPLES}"), _stems(_PERSONS)
_SUFFERING = _PEOPLE | _stems(_PEOPLES)
_ARE_WRONGS, _ARE_WRONGS_TO_PEOPLE, _ARE_HURTS = _stems(_WRONGS), _stems(_WRONGS_TO_PEOPLE), _stems(_HURT)
_IN_PHRASES = _stems(_PHRASE_WORDS)
_ARE_DEEDS = _ARE_WRONGS | _ARE_WRONGS_TO_PEOPLE | _ARE_HURTS
_PRESENT = re.compile(r"(?:ing|[^s]s)\Z")
_DEEDS, _IN_PHRASE, _POWER, _SUFFERER = 1, 2, 4, 8


@lru_cache(maxsize=16384)
def _signs(word: str) -> int:
    """What a word may be in an accusation: to look each up takes a tenth of the time of the patterns."""
    own, small = _stem(word), word.lower()
    deeds = _DEEDS * (own in _ARE_DEEDS) + _IN_PHRASE * (own in _IN_PHRASES)
    return deeds + _POWER * (own in _POWERFUL) + _SUFFERER * (own in _SUFFERING or small in _PRONOUNS)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return stem(word.lower().removesuffix("’s").removesuffix("'s"))


def accusations(text: str) -> Iterator[tuple[int, int]]:
    """Where it stands; from who does it, or suffers it, to the deed."""
    for stretch in _STRETCH.finditer(text):
        signs = 0
        for word in _OWN_WORDS.findall(stretch[0]):
            signs |= _signs(word)
        is_done, is_suffered = signs & _POWER and signs & (_DEEDS | _IN_PHRASE), signs & _SUFFERER and signs & _DEEDS
        if is_done or is_suffered:
            yield from _accused(text, stretch.start(), stretch.end())


def _accused(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for who in _WHO.finditer(text, start, end):
        own = _stem(who[0])
        found = _done(text, who) if own in _POWERFUL else None
        if found is None and (own in _SUFFERING or who[0].lower() in _PRONOUNS):
            found = _suffered(text, who)
        if found and not _is_unsaid(text, found):
            yield who.start(), found.end()


def is_plain(sentence: str) -> bool:
    """Whether a sentence tells something of others as being so: no wish, no rule, no question."""
    return not (sentence.rstrip().endswith("?") or _UNSAID.search(sentence) or _ME.search(sentence))


def is_of_others(clause: str) -> bool:
    """Whether a clause tells of others than who speaks and who listens."""
    return not _ME.search(clause)


def is_victim(who: str) -> bool:
    """Whether it is somebody who can only suffer a wrong, for all that a text says of them."""
    return _stem(who) not in _POWERFUL


def is_power(who: str) -> bool:
    """Whether it is somebody with power over others, or a people."""
    return _stem(who) in _POWERFUL


def _done(text: str, who: re.Match[str]) -> re.Match[str] | None:
    """The wrong that somebody is said to do."""
    if phrase := _PHRASE.match(text, who.end()):
        return phrase
    return next((found for found in _deeds(text, who) if _is_wrong(text, who, found)), None)


def _deeds(text: str, who: re.Match[str]) -> Iterator[re.Match[str]]:
    """The word behind them; behind 'who' each of the next few, for one of them ends what is said of who they are."""
    whose = _WHOSE.match(text, who.end())
    for at in (
        (who.end(), *(word.end() for word in _WHO.finditer(text, whose.end(1), whose.end()))) if whose else (who.end(),)
    ):
        if found := _DEED.match(text, at):
            yield found


def _is_wrong(text: str, who: re.Match[str], found: re.Match[str]) -> bool:
    if _PASSIVE.search(text, who.end(), found.start("deed") - 1) or _NO_DEED.match(text, found.end()):
        return False
    own = _stem(found["deed"])
    behind = _OWN_WORDS.findall(text[found.end() :])[:_OBJECT]
    is_to_people = any(_stem(one) in _PEOPLE or one.lower() in _PRONOUNS for one in behind)
    return own in _ARE_WRONGS or (own in _ARE_WRONGS_TO_PEOPLE and is_to_people)


def _suffered(text: str, who: re.Match[str]) -> re.Match[str] | None:
    """The wrong that somebody is said to suffer; none that befell who speaks, or theirs."""
    found = _SUFFERS.match(text, who.end())
    deeds = (found["first"] or "", found["deed"]) if found else ()
    if found is None or _ARE_HURTS.isdisjoint(map(_stem, deeds)):
        return None
    is_mine = _ME.search(text, max(0, who.start() - _LEAD), who.end())
    return None if is_mine or any(map(_PRESENT.search, deeds)) else found


def _is_unsaid(text: str, deed: re.Match[str]) -> bool:
    before = max((cut.end() for cut in _STOPS.finditer(text, 0, deed.start("deed"))), default=0)
    behind = _STOPS.search(text, deed.end())
    is_asked = behind is not None and behind[0] == "?"
    end = behind.start() if behind else len(text)
    return is_asked or bool(_UNSAID.search(text, before, deed.start("deed")) or _UNKNOWN.search(text, deed.end(), end))
