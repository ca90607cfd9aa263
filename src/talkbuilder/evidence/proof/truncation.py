"""What a quotation cuts off its sentences, and what of that decides how they are meant: conditions, exceptions,
scope, questions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.claims.normal import Range, lowered
from talkbuilder.claims.texts import word_set
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.patterns import pattern_of

# Most of these patterns are strings, which `re` compiles when a quotation first leaves something out: most never do.
# Behind a 'but', somebody or something else does something of its own, which is not denied: it limits nothing before.
_OTHER_MATTER = pattern_of(
    r" (?:the|a|an|his|her|their|our|my|its)(?! (?:same|other)\b) (?!only\b|mere\b)[\w']+"
    r"(?!.*\b(?:not?|never|nobody|nothing|none|without|only|that is|it|this|fail\w*|refus\w+|den(?:y|ie)\w*|\w+n't)\b)"
)
# Behind a joint like this, a doubt is of the reason or the comparison alone: 'because supposedly the town is rich'.
_OF_REASON = pattern_of(r"(?:,? ?(?:because|since)| ?as),? ")
_WORD = pattern_of(r"\w")
_THAT = pattern_of(r"(?P<before>(?:[\w']+ ){1,5})that\b")
_LAST = pattern_of(
    r"(?P<who>\w+ )?(?P<verb>\w+)(?: (?:to )?(?:me|us|him|her|them|you|everybody|people))?(?P<mark>[,:]?)[\"'( ]*\Z"
)
_BEHIND = pattern_of(r"[\"']*(?:,| -|-)[\"']* ?(?:or so |as )?(?P<words>(?:[\w']+ ?){1,4})")
_JOINING = word_set("and then but because who which when while so where what that")
_INFINITIVES = frozenset({"be", "have", "do", "not"})  # behind 'to'; 'the' begins a place to go to
_OWN = frozenset({"i", "we"})
_BEING = frozenset({"is", "are", "was", "were"})
LEFT_OUT = "what is left out holds"
_FAR = 15  # words: a condition that is further away belongs to something else more often than not
PARENTHESIS = pattern_of(r"\([^()]*\)")
HARD_CUT = pattern_of(r";|\b(?:but|however)\b")  # what is said before these does not apply to what follows
NEW_CLAUSE = pattern_of(r",[^,;]*?,? (?:and|or) | and (?:i|we|he|she|it|they|you|the|my|our)\b")
# What somebody says or believes, and the speaker only reports.
REPORTED = word_set("""
    allege alleged alleges alleging announce announced announces answer answered answers argue argued argues arguing
    assume assumed assumes assuming believe believed believes believing boast boasted boasts claim claimed claiming
    claims complain complained complains contend contended contends convinced declare declared declares denied
    denies deny denying doubt doubted doubts dream dreamed dreams dreamt expect expected expects fear feared fears
    felt guess guessed guesses hear heard hears hope hoped hopes hoping imagine imagined imagines insist insisted
    insisting insists joke joked jokes lied maintain maintained maintains mention mentioned mentions persuaded
    predict predicted predicts pretend pretended pretending pretends promise promised promises propose proposed
    proposes question questioned questions recommend recommended recommends replied replies reply report reported
    reports said say saying says state stated states suggest suggested suggests suppose supposed supposes suspect
    suspected suspects swear swears swore tell tells think thinks thought told warn warned warns wish wished wishes
    wonder wondered wonders write writes wrote
""")
# Of these, a thing may follow as well: 'wrote a song'.
WITH_OBJECT = word_set("""
    announce announced announces answer answered answers expect expected expects fear feared fears hear heard hears
    mention mentioned mentions promise promised promises propose proposed proposes question questioned questions
    recommend recommended recommends report reported reports write writes wrote
""")
# 'I told them that' is the speaker's own word for it.
TELLING = word_set("""
    announce announced answer answered mention mentioned promise promised replied reply said say tell told warn
    warned write wrote
""")
# Before 'that' alone these make of what follows a wish, a demand or a conclusion: 'the ashes imply that'.
WEIGHED = word_set("""
    anticipate anticipated anticipates bet bets conclude concluded concludes demand demanded demands estimate
    estimated estimates hint hinted hints implied implies imply indicate indicated indicates infer inferred infers
    pray prayed prays presume presumed presumes reckon reckoned reckons speculate speculated trust trusted trusts
""")
# The same of what only would, should or could be so: 'that should mean that'.
WOULD_MEAN = (
    r"\b(?P<words>(?:should|would|could|might|may|must|ought to) (?:(?:\w+ly|well|also|then|only) )?"
    r"(?:mean|follow|be|imply|suggest|indicate|signify|show|turn out)) that[\"'( ]*\Z"
)
# 'The idea that …', 'it is possible that …'.
VIEWS = word_set("""
    allegation assumption belief chance chances claim danger doubtful dream false fear guess hope hopes idea
    impression legend likely myth notion odds opinion possibility possible prediction prospect risk rumor rumour
    story suspicion theory thinking unlikely untrue view
""")
FRAME = (
    r"\baccording to\b|\bin the (?:words|opinion|view|eyes) of\b|\bin (?:his|her|their|my|our) (?:opinion|view"
    r"|eyes)\b|\bin theory\b|\bon paper\b|\bofficially\b|\blegend has it\b|\bthe (?:story|saying|rumou?r) goes\b"
    r"|\bas if\b|\bas though\b|\b(?:some|many|most|people|they) (?:say|believe|think|claim)\b|\bat (?:best|worst)\b"
    r"|\b(?:supposed|alleged|apparent|reported|purported)ly\b|\bon (?:a )?(?:good|bad|some|most|rare) days?\b"
)
FICTION = (
    r"\bin (?:the|a|an|my|his|her|our|their|this|that) (?:\w+ )?(?:film|movie|novel|dream|nightmare|song|story|play"
    r"|game|joke|legend|fairy tale|comic|scenario)s?\b"
)
# 'Had the bridge been closed, …' is an if without the word.
INVERTED = r"[\"'( ]*(?P<words>had|were|should) (?!to\b)[^?]*,[^?]*\Z"
NOBODY_BUT = (
    r"\b(?P<words>(?:nobody|no one|none|nothing|all|anybody|anything|every(?:body|one|thing)) (?:but"
    r"|except))\b(?: \w+){0,2} ?\Z"
)
# What follows these is what somebody asks, and the question is not put: "I wonder how".
WONDERED = (
    r"\b(?P<words>(?:wonder(?:s|ed|ing)?|unsure|(?:not|never) (?:sure|certain|clear)|unclear|puzzled|no idea|question"
    r"|(?:don't|doesn't|didn't|not|never) (?:know|understand)|ask(?:s|ed|ing)?)(?: (?:of|about|me|us|him|her|them))?"
    r" (?:if|whether|how|why|when|where))[\"'( ]*\Z"
)
# Verbs that are joined to these are denied, however far behind they stand: "nobody went there, or asked".
NOBODY_JOINED = r"\b(?P<words>nobody|no one|none|neither|few)\b[^.;:?!]*(?:,|\b(?:or|nor|and))[\"'( ]*\Z"
# What follows these is denied, forbidden or only charged.
TURNED = (
    r"\b(?P<words>(?:accused|suspected|guilty|innocent|incapable|tired|afraid|instead|short) of|charged with|far from"
    r"|free from|rather than|unlike|despite|stop(?:s|ped)?|avoid(?:s|ed)?|quit|ceas(?:es?|ed)|(?:kept|keeps?"
    r"|prevent(?:s|ed)?)(?: \w+)? from|forb(?:ids?|ade)|ban(?:s|ned)?|prohibit(?:s|ed)?|(?:illegal|forbidden"
    r"|impossible|wrong|dangerous|too \w+)(?: for \w+)? to|(?:said|believed|thought|rumou?red|alleged|reported"
    r"|supposed) to(?: be| have(?: been)?)?)(?: being)?[\"'( ]*\Z"
)
DEGREE = r"\b(?P<words>too|so|as|such|once|still|already)(?: an?)? ?\Z"
# 'The cook of | the king was cruel.'
OF_WHOM = r"(?P<words>\b(?:of|by|with|from|than|like|against|for|between|about)|\w+'s?) ?\Z"
RESTRICTING = r" ?(?P<words>who|that|which|whose)\b"
CONDITION = (
    r"\b(?:only if|even if|if|unless|provid(?:ed|ing) that|(?<=, )provided(?= (?:the|no|all|there|i|we|you|he|she|it"
    r"|they|my|our|his|her|their)\b)|assuming|supposing|as long as|so long as|in case|whether|on (?:the )?condition"
    r"|were it not|only when|except(?: for| that| when)?|apart from|save for|without)\b"
)
NO_CONDITION = pattern_of(r"if (?:anything|any|only)\b|without (?:doubt|exception|question)\b")
ASKED = r"\b(?:know|knew|ask(?:s|ed)?|sees?|saw|sure|wonder(?:s|ed)?|tell|told|says?|what|as)(?: me| us)? \Z"
CONTRAST = (
    r"[\"')\]]*[,;:…-]?[\"')\]]* ?-? ?(?:and |or )?(?P<words>but|yet|however|although|though|unless|except"
    r"|(?<!and )(?<!or )only|or at least|or so|rather than|instead of|supposedly|in part|(?<=, )at least(?! (?:\d"
    r"|one\b|two\b|half\b|once\b|\w+ times))|partly|mostly|sometimes|at times|in name|(?:only |even )?if|provid(?:ed"
    r"|ing) that|as long as|so long as|without|in case|save for|apart from)\b(?= ?[,\w])"
)
NO_BUT = r"(?:not only|not just|nothing|anything|none|no one|nobody|cannot|can't help)\b[^.;]*\Z"
BUT = r"\b(?:but|except|unless)\b"
_FEW = (
    r"(?:one|two|three|\d+) (?:in|out of) \w+|some|many|most|few|fewer|several|certain|various|half|part|parts"
    r"|a (?:third|quarter|number|couple|handful|minority|majority)|hundreds|thousands|millions|dozens|one|none|no"
    r"|not all|only|so-called|alleged|suspected|potential|possible|would-be|former|supposed|self-styled|nearly all"
    r"|almost all|a lot|more|less|much|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundred|thousand|million|(?!(?:1[89]"
    r"|20)\d\d\b)\$? ?\d(?:[\d,.]*\d)?"
)
SCOPE = (
    rf"(?<![\w-])(?P<words>{_FEW})(?P<of> of)?(?: (?:the|these|those|such|our|my|his|her|their|its|other|own))?"
    r"(?P<more>(?: [\w'-]+){0,2}) ?[\"'(]*\Z"
)
ANY_SCOPE = rf"(?<![\w-])(?:{_FEW})(?![\w-])"
OF = pattern_of(r"\b(?:of|in|with|for|by|from|to|at|on|about) \Z")  # 'the smell of some herbs' are not some smells
ALL = r"\b(?P<words>all|every|each|both)(?: of)?(?: (?:the|these|those|our|my|his|her|their))?(?: [\w'-]+)? ?[\"'(]*\Z"
# Behind a quantifier, a word of these begins something new, which it does not count.
FUNCTION = word_set("""
    a about after an and are as at because before but by can could did do does for from had has have he her here his
    i if in into is it its may might must my not of on onto or our over she should so than that the their then there
    these they this those to under was we were what when where which while who whom whose will with would you
""")
LIMIT = (
    r"\b(?P<words>only|merely|solely|often|sometimes|usually|mostly|mainly|partly|largely|rarely|seldom|occasionally"
    r"|hardly|barely|scarcely|almost|nearly|virtually|allegedly|generally|formerly|in part|at times)[\"'( ]*\Z"
)
# What is so only in part, with a comma behind it or none.
EXTENT = (
    r"\b(?P<words>to (?:an?|some|a certain) (?:\w+ )?(?:extent|degree)|in some (?:measure|ways)|up to a point"
    r"|partially|somewhat|(?:partly|in part)(?=,))[,\"'( ]*\Z"
)
_ADVERBS = r"(?: \w+ly| also| still| always| now| then| again)*"
OBLIGED = (
    rf"\b(?P<words>(?:should|would|could|must|may|might|can|cannot|will|shall)(?: (?:have|be|not|never))?{_ADVERBS}"
    r"|(?:tr(?:y|ies|ied|ying)|want(?:s|ed)?|hop(?:es?|ed|ing)|plan(?:s|ned)?|promis(?:es?|ed)|expect(?:s|ed)?"
    r"|intend(?:s|ed)?|attempt(?:s|ed)?|pretend(?:s|ed)?|threaten(?:s|ed)?|able|unable|supposed|seem(?:s|ed)?"
    r"|claim(?:s|ed)?|fail(?:s|ed)?|refus(?:es?|ed)|wish(?:es|ed)?|need(?:s|ed)?|likely|about|going|agree(?:s|d)?"
    r"|decid(?:es?|ed)|offer(?:s|ed)?|designed|aimed|created|founded|established|launched|allow(?:s|ed)?|permitted"
    r"|told|asked|forced|encouraged|ordered|instructed|taught|invited|paid|trained|prepared|ready|willing|unwilling"
    r"|free|eager|afraid|reluctant|tempted|meant|due|sworn|tend(?:s|ed)?|recommend(?:s|ed)?|urged?|used|ought|ha(?:s"
    r"|ve|d))"
    rf"(?: (?:me|us|him|her|them|you|not))? to{_ADVERBS})[\"'( ]*\Z"
)
HEADING = r"\b(?P<words>recommendations?|proposals?|goals?|plans?|myths?|rumou?rs?|allegations?|demands?)\b[^:.!?]*:"
UNTIL = (
    r",? ?(?P<words>until|till|when(?:ever)?|before|by the standards of|compared (?:to|with)|in comparison"
    r"|unlike|despite)\b"
)
# Behind a verb, how little, how late, how badly: 'are paid | very little, if anything'.
DIMINISHED = (
    r" (?:(?:very|too|so|far|rather|quite|only|just|almost|next to|all but|as|even|much) )*"
    r"(?P<words>little|nothing|nobody|none|few|badly|poorly|late|later|rarely|seldom|never|nowhere|hardly|barely"
    r"|scarcely|less|fewer|worse|slowly|reluctantly|unwillingly|grudgingly|falsely|wrongly"
    r"|against (?:his|her|their|our|my|its) will|by (?:force|mistake|accident)|on paper"
    r"|in (?:vain|name|secret|theory|appearance|part|private)|for (?:nothing|free|show))\b(?! (?:in|a|every|upon)\b)"
)
JOINED = r" ?(?:and|or) (?:to )?(?P<words>(?:\w+ly )?[\w'-]+)"
JOINED_ONLY = r" ?(?:and|or) (?:\w+ly )?[\w'-]+ ?\Z"
INFINITIVE = r"\b(?:to|can|could|may|might|must|should|will|would|shall|cannot)(?: \w+ly)? [\w'-]+ ?\Z"


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
    if is_first and (found := re.match(INVERTED, whole)) and "?" not in part.behind:
        yield Loss(found["words"], where, "a condition")
    if found := re.search(NOBODY_BUT, whole):
        yield Loss(found["words"], where, "an exception")
    if found := re.search(WONDERED, live):
        yield Loss(found["words"], where, "a question")
    if (found := re.search(NOBODY_JOINED, whole)) and _first_word(part.behind) not in FUNCTION:
        yield Loss(found["words"], where, "who it is said of", is_certain=False)
    yield from _right_before(live, part.behind, where)
    if found := re.search(HEADING, whole):
        yield Loss(found["words"], where, "a frame", is_certain=False)


def _right_before(live: str, behind: str, where: str) -> Iterator[Loss]:
    """What decides about the words right behind it."""
    if (found := re.search(SCOPE, live)) and _counts(found, behind):
        yield Loss(found["words"], where, "a quantifier")
    for pattern in (LIMIT, EXTENT, TURNED):
        if found := re.search(pattern, live):
            yield Loss(found["words"], where, "a limit")
    if (found := re.search(OBLIGED, live)) and _first_word(behind) not in FUNCTION - _INFINITIVES:
        yield Loss(found["words"], where, "a limit")
    for pattern in (ALL, DEGREE, OF_WHOM):
        if found := re.search(pattern, live):
            yield Loss(found["words"], where, "a part", is_certain=False)
    if found := re.search(FICTION, live):
        yield Loss(found[0], where, "a frame", is_certain=False)


def _first(pattern: str, text: str) -> re.Match[str] | None:
    return next((found for found in re.finditer(pattern, text) if not NO_CONDITION.match(text, found.start())), None)


def _told(live: str) -> str:
    """The word by which what follows is somebody's view or word, and not the speaker's: 'they claim that'."""
    if live.strip("\"'( ") == "that":
        return "that"  # 'That he came is a rumour'
    if found := re.search(WOULD_MEAN, live):
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
    found = re.match(CONTRAST, part.text)
    if found and not _is_no_contrast(found, part):
        is_certain = found["words"] != "but" or not _OTHER_MATTER.match(part.text, found.end("words"))
        yield Loss(found["words"], where, "a condition or an exception", is_certain)
    elif cue := _condition_behind(part.text):
        yield Loss(cue[0], where, "a condition", not NEW_CLAUSE.search(part.text, 0, cue.start()))
    if found := re.match(DIMINISHED, part.text):
        yield Loss(found["words"], where, "a limit")
    if found := re.search(FRAME, _live(part.text)):
        yield Loss(found[0], where, "a frame", not _OF_REASON.fullmatch(part.text[: found.start()]))
    elif told := _told_behind(part.text):
        yield Loss(told, where, "a frame")
    for pattern, words in ((re.match(UNTIL, part.text), "words"), (re.search(FICTION, part.text), 0)):
        if pattern:
            yield Loss(pattern[words], where, "a condition", is_certain=False)
    if (found := re.match(RESTRICTING, part.text)) and found["words"] != "that" and _is_of_many(part.before):
        yield Loss(found["words"], where, "what tells which ones", is_certain=False)
    if is_last and part.text.rstrip("\"') ").endswith("?"):
        yield Loss("?", where, "a question")
    if is_last and (found := re.match(JOINED, part.text)) and _first_word(found["words"]) not in FUNCTION:
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
    return found["words"] == "but" and bool(re.search(NO_BUT, part.before))


def _live(text: str) -> str:
    cut = HARD_CUT.search(text)
    return text[: cut.start()] if cut else text


def _condition_behind(text: str) -> re.Match[str] | None:
    """A condition further on in the same clause."""
    text = _live(PARENTHESIS.sub(lambda found: " " * len(found[0]) if found.start() > 1 else found[0], text))
    for found in re.finditer(CONDITION, text):
        is_near = len(text[: found.start()].split()) <= _FAR
        if is_near and not NO_CONDITION.match(text, found.start()) and not re.search(ASKED, text[: found.start()]):
            return found
    return None


def _within(part: Dropped, where: str) -> Iterator[Loss]:
    if (found := re.search(BUT, part.text)) and not re.search(NO_BUT, part.before + part.text[: found.start()]):
        yield Loss(found[0], where, "an exception")
    if found := re.search(ANY_SCOPE, part.text):
        yield Loss(found[0], where, "a quantifier", is_certain=False)
    if (found := re.match(RESTRICTING, part.text)) and not part.before.endswith(","):
        is_bare = part.text.strip() == found["words"]
        yield Loss(found["words"], where, "what tells which ones", is_certain=is_bare)
    if re.match(JOINED_ONLY, part.text):
        is_verb = bool(re.search(INFINITIVE, part.before))
        yield Loss(part.text.strip(), where, "the rest of what is said", is_certain=is_verb)
