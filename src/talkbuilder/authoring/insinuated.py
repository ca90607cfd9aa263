"""What a sentence brings in by the way: sequels, trends, sayings, research, purposes, gifts, what it takes as known."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import PAST_DEED, Known, Sentence, compares_years, listed, words_of
from talkbuilder.evidence.words import stem
from talkbuilder.talk.accusing import is_power
from talkbuilder.talk.typed import Typed

_LONGEST = 8  # words of a stretch that are shown
_ME = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours)\b|\b(?:I|we|you)[’']", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:she|he|they|her|him|them|his|their|it|things|one of them|that (?:man|woman|girl|boy|town|place"
    r"|country))\b",
    re.IGNORECASE,
)
_PAST = rf"(?:was|were|had|did|got|{PAST_DEED})"
_DONE = re.compile(
    rf"\b(?:{_PAST}|has|have|is|are)\b|\b(?:she|he|it) (?:\w+ )?\w{{2,}}s\b|[’'](?:s|ve|d|re)\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:last (?:week|month|night|fall|summer|spring|winter|year)|the other (?:day|week|night)|recently|lately"
    r"|yesterday"
    r"|(?:just )?this (?:very )?(?:week|month|morning|past \w+)|(?:a few|some) (?:days|weeks|months) ago|ever since"
    r"|to this day|since then|since I (?:wrote|left|came|moved|was)\b|since (?:my|that) post|these days|nowadays"
    r"|in the meantime|not long ago|only days ago|as of (?:today|now|this \w+)|up to now|until today)\b",
    re.IGNORECASE,
)
_EVER_SINCE = re.compile(r"\b(?:ever since|since then|to this day)\b", re.IGNORECASE)
_TREND = re.compile(
    r"\b(?:got(?:ten)?|gets?|getting|becom(?:e|es|ing)|became|grow(?:s|n|ing)?|grew|went|gone|goes|going)"
    r"(?: (?:only|even|much|far|ever|a lot|so much))? (?!over|under|after|ever|never|other|together)(?:worse"
    r"|better|\w{2,}er)\b"
    r"|\b(?:on the (?:rise|increase|wane|decline)|more and more|fewer and fewer|less and less|(\w+er) and \1"
    r"|keeps? (?:growing|rising|spreading|falling|shrinking))\b",
    re.IGNORECASE,
)
_OF_THERE = re.compile(
    r"\b(?:over there|there|since|these days|nowadays|every year|each year|by the (?:day|year|week)|year (?:by"
    r"|after) year"
    r"|over the years|in that (?:country|city|place|town)|everywhere|all over)\b",
    re.IGNORECASE,
)
_AS_SAID = re.compile(
    r"\b(?:he|she|they|it|who|(?:the|my|her|his|this|that|one|another)"
    r" (?!saying|story|song|proverb|joke|rhyme|hymn|tune)\w+)"
    r"(?:(?:[’']s|[’']re| is| was| were| are) (?:all |just |really |kind of )?(?:like|all),"
    r"|(?: just| then)? goe?s?(?:, |: ))"
    r"|\bwent,? (?=[“\"]|like,)",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\bit(?:[’']s| is| was| has)(?: been)? (?:\w+ly |well |long )?(?:shown|proven|proved|established|documented"
    r"|demonstrated|scientific fact)\b"
    r"|\b(?:studies|research|science|surveys?|experts?|scientists|researchers|psychologists|doctors|statistics"
    r"|the evidence"
    r"|historians|economists|insiders|specialists|sociologists)(?: (?:now|all|also|have|has|clearly|generally))*"
    r" (?:show[ns]?|proves?|proven|agrees?|suggests?|confirm(?:s|ed)?|tells? us|points?|warns?|found|finds?"
    r"|is clear|are clear"
    r"|call|calls|knows?|estimates?)\b"
    r"|\b(?:proven|shown|scientifically proven|guaranteed|been known) to \w+|\bstudy after study\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:(?:just|only|merely|simply|purely|mainly|mostly) (?:to|for) (?!me\b|us\b|you\b|a moment)\w+"
    r"|in order to|so as to"
    r"|for the sake of|for fear of|in the hopes? of|hoping to|with an eye to|for show|as a (?:favou?r|reward"
    r"|punishment|threat"
    r"|warning|bribe|cover)|in (?:return|exchange) for|out of (?:fear|spite|greed|pity|shame|guilt|love)"
    r"|to (?:please|impress|silence|appease|flatter|look good|save face|win (?:over|favou?r|votes)|cover up|hide"
    r"|fool|calm"
    r"|satisfy|buy off|shut up|get rid|make (?:it|them) look|stay in power|keep (?:quiet|\w+ quiet)))\b",
    re.IGNORECASE,
)
_FIND = r"(?:find|meet|see|hear of|come across|get)"
_NONE = re.compile(
    rf"\b(?:you(?:[’']ll never| will never| won[’']t| will not| can[’']t| cannot)|you[’']d never|try (?:and|to)"
    rf"|go) {_FIND}\b"
    r"[^.?!;]*\b(?:who|that|where|whose|single)\b"
    r"|\b(?:nobody|no one|none|not one|not a (?:single |living )?soul|not a single one)(?: \w+)? (?:over there"
    r"|there|of them"
    r"|of those|in that (?!story|picture|room|book|tale|play|film)\w+|from there)\b"
    r"|\bthere (?:isn[’']t|is not|[’']s not|[’']s no|is no|was no|wasn[’']t|[’']s hardly|are no|aren[’']t)(?: an?"
    r"| one| any)?"
    r" (?:\w+ ){1,5}?(?:who|whose)\b"
    r"|\b(?:nobody|no one|none of (?:them|those|these)|not one)(?: \w+){0,3} ever (?!again\b)\w+"
    r"|\bnever (?:once )?(?:has|have|had|did|does|do) (?:anyone|anybody|one|a \w+|any \w+)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(r"(?:you|try|go)\b", re.IGNORECASE)
_OF_ROOM = re.compile(
    r"\b(?:here|in this|in the room|tonight|this (?:room|church|school|town)|of (?:us|you)|I|me|my)\b", re.I
)
_YOURS = re.compile(
    r"\byour (?:\w+ )?\w+ (?:was|were|is|are|has been|have been) (?:\w+ )?\w+ by\b"
    r"|\b(?:your|our) (?:\w+ )?(?:shirts?|t-shirts?|phones?|coffee|tea|chocolate|shoes?|jeans|breakfast|rugs?"
    r"|sugar|sheets"
    r"|clothes|socks?|dress|coats?|jackets?|sweaters?|trousers|pants|tomato(?:es)?|rice|carpets?|curtains?"
    r"|towels?|sofa|ring"
    r"|jewelry|laptop|computers?|battery|batteries|salad|shrimp|cotton|scarf|hats?|gloves?|toys?|tobacco"
    r"|cigarettes?|bricks?)\b"
    r"|\bon your (?:back|plate|feet|table|wrist|desk|lap|bed|finger|screen)\b"
    r"|\bin your (?:pocket|hand|cup|kitchen|closet|bag|mouth|car|fridge|freezer)\b"
    r"|\byou(?:[’']re| are) (?:wearing|sitting on|holding|drinking|eating|standing on)\b",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"\b(?:was|were|is|are|been|got) (?:\w+ly |probably |once |all )?(?:\w{2,}ed|made|sewn|built|woven|dug|grown"
    r"|cut|spun|sold"
    r"|bought|brought|caught|paid|laid|worn)\b|\b(?:comes?|came) from\b|\bpassed through\b|\b(?:sewed|sewn|picked"
    r"|made|dug)\b",
    re.IGNORECASE,
)
_HINTED = re.compile(
    r"\b(?:(?:isn[’']t|wasn[’']t|is|was) it (?:\w+ )?(?:odd|strange|funny|curious|telling|convenient"
    r"|remarkable) (?:that|how)"
    r"|(?:why|how) is it that|could it be that|(?:odd|strange|funny|curious) (?:that no|how no|how every))\b",
    re.IGNORECASE,
)
_VERY = re.compile(r"\b(?:(?:this|that|these|those) very|the very same) [a-z]+", re.IGNORECASE)
_GIFT = re.compile(
    r"\b(?:money|gifts?|donations?|cards?|collection|sales?|proceeds|profits?|quilts?|pies|dollars?|coins"
    r"|fundrais\w+|offering"
    r"|church|congregation|what (?:we|you|I) gave)\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?P<deed>built|put up|set up|opened|founded|bought|freed|rescued|saved|fed|housed|roofed|furnished|hired"
    r"|paid for"
    r"|brought home|got \w+ out|ended|closed|clothed|sheltered|trained|sent (?:her|him|them) (?:home|to)|started"
    r"|repaired)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|whether|when|would|could|may|might|can|will)\b|[’']ll\b", re.IGNORECASE)
_THE_ONE = re.compile(
    rf"\b(?P<told>the (?:\w+ )?(?!one\b|ones\b)(?P<who>[a-z]+) (?P<how>who|that|which|where"
    rf"|whose)(?: \w+)? (?P<deed>{_PAST}|has|have"
    rf"|takes?|sold)\b"
    r"[^,.;:?!]*)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:more|fewer|less|better|worse|higher|lower|bigger|smaller|larger|faster|sooner|longer|further|farther"
    r"|greater|[a-z]{3,}er)"
    r" (?:\w+ )?than (?!half|ever\b|I\b|you\b|we\b|me\b|one\b|once\b|that\b|this\b|a (?:word|number|figure|moment)"
    r"|(?:just |only )?(?:a|one) |any(?:thing|one|body)|words?\b|numbers?\b|it (?:looks|seems)|xx+\b"
    r"|usual|meets?\b|expected|planned)[\w’'-]+(?: \w+)?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:on|for|in|from|by|to) (?:the )?\w+(?: \w+)? alone\b|\b(?:solely|exclusively|purely|nothing but"
    r"|nothing more than"
    r"|nothing else than)\b",
    re.IGNORECASE,
)
_SOME = frozenset(("people", "person", "ones", "group", "place", "house", "room", "village", "camp", "site"))


def of_talk(sentence: Sentence, known: Known, typed: Typed) -> Iterator[str]:
    """What a sentence brings in by the way, whomever it speaks to."""
    text = sentence.typed
    asks = "?" in text
    if not asks:
        yield from _sequels(sentence, known)
        found = _NONE.search(text)
        if found and not _OF_ROOM.search(found[0]) and not known.has_word(found[0]) and _is_of_people(found[0]):
            yield f"'{_short(found[0])}' denies it of all others, and no entry here does: “{sentence.short}”"
        if _YOURS.search(text) and (made := _MADE_BY.search(text)) and not sentence.cited:
            yield f"'{_YOURS.findall(text)[0]}' is tied by '{made[0]}' to what no entry says: “{sentence.short}”"
        yield from _gifts(sentence, known)
    if (found := _HINTED.search(text)) and not _ME.search(text[found.end() :]):
        yield f"'{found[0]}' hints at what no entry here says: “{sentence.short}”"
    if found := _AS_SAID.search(text):
        yield f"'{found[0].strip(' ,:')}' tells what somebody said, and no entry here does: “{sentence.short}”"
    if (found := _RESEARCH.search(text)) and not known.has_word(found[0]):
        yield f"'{found[0]}' appeals to what others have found, and no entry here does: “{sentence.short}”"
    if (found := _VERY.search(text)) and not known.has_word(found[0]):
        yield f"'{found[0]}' says that it is the same, which no entry here does: “{sentence.short}”"
    yield from of_the_one(sentence, known)
    if typed.is_seen and (typed.shown or sentence.cited) and not asks:
        found = _COMPARED.search(text)
        if found and not (_has(known, found[0]) or compares_years(text, known)):
            yield f"'{found[0]}' compares, and no entry of this slide does: “{sentence.short}”"


def _is_of_people(told: str) -> bool:
    own = told.lower().split()
    return not _FOUND.match(told) or not {"who", "whose", "whom"}.isdisjoint(own) or any(map(is_person, own))


def _sequels(sentence: Sentence, known: Known) -> Iterator[str]:
    """What is told to have happened since, or to be on its way up or down."""
    text = sentence.typed
    who = _WHO.search(text)
    others = any(map(is_person, words_of(text))) or (who and not (who[0].lower() == "it" and _ME.search(text)))
    is_sequel = _EVER_SINCE.search(text) and not _ME.search(text)
    is_told = is_sequel or (others and _DONE.search(text))
    if (found := _SINCE.search(text)) and is_told and not known.has_word(found[0]):
        yield f"'{found[0]}' tells of something newer, and no entry here does: “{sentence.short}”"
    elif (found := _TREND.search(text)) and _OF_THERE.search(text) and not known.has_word(found[0]):
        yield f"'{found[0]}' tells of a trend, and no entry here does: “{sentence.short}”"


def _gifts(sentence: Sentence, known: Known) -> Iterator[str]:
    """A gift that is told as the deed for which it may have been given."""
    gift, brought = _GIFT.search(sentence.typed), _BROUGHT.search(sentence.typed)
    if gift and brought and not _IF.search(sentence.typed) and not _has(known, brought["deed"]):
        yield f"'{brought['deed']}' is what '{gift[0]}' did, and no entry here says it: “{sentence.short}”"


def of_the_one(sentence: Sentence, known: Known) -> Iterator[str]:
    """Somebody or something that is spoken of as if it were known, with what it did."""
    for found in _THE_ONE.finditer(sentence.typed):
        who = found["who"].lower()
        is_somebody = found["how"].lower() == "who" or is_person(who) or is_power(who) or who in _SOME
        if _ME.search(found["told"]) or not is_somebody:
            continue
        strange = [word for word in words_of(found["told"]) if not known.explains(stem(word))]
        if strange:
            told = _short(found["told"])
            yield f"'{told}' is taken for granted, and no entry here tells {listed(strange)}: “{sentence.short}”"


def of_reference(sentence: Sentence, own: Known) -> Iterator[str]:
    """A purpose that is added to what an entry says, or all of it given to a part."""
    names = ", ".join(f"'{one.id}'" for one in dict.fromkeys(sentence.cited))
    if (found := _PURPOSE.search(sentence.typed)) and not _has(own, found[0]):
        yield f"'{found[0]}' adds a purpose that {names} does not tell: “{sentence.short}”"
    if (found := _ALONE.search(sentence.typed)) and not own.has_word(found[0].rpartition(" ")[2]):
        yield f"'{found[0]}' leaves out what else {names} may tell: “{sentence.short}”"


def _has(known: Known, told: str) -> bool:
    """Whether entries say it, word by word or by its words of content, of which it must have some."""
    return known.has_word(told) or (any(words_of(told)) and known.has_all(told))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= _LONGEST else " ".join(words[:_LONGEST]) + " …"
