"""What a speaker claims to have lived: deeds with others, their calls and letters, whom a marked few are told to be."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import PAST_DEED, Known, Sentence, listed, words_of
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.words import stem
from talkbuilder.talk.accusing import is_power
from talkbuilder.talk.covering import marked
from talkbuilder.talk.talk import Paragraph, Slide

_PAST = rf"(?:{PAST_DEED}|had|got|shook|wept|knelt|spoke|ate|swam|drank|dug|woke|put|let)"
_DEED = re.compile(
    r"\b(?P<we>I|we)(?:[’']ve| have| had)? (?:(?:also|even|just|then|once|later|finally|simply|quickly|\w+ly) )*"
    rf"(?P<deed>{_PAST})\b(?![’'])",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[^.?!;:]*")
# What goes on in a reader's or a listener's own mind, and what a speaker does with words and papers.
_OF_THE_MIND = frozenset(
    (
        *("thought", "read", "saw", "seen", "watched", "heard", "knew", "wondered", "imagined", "remembered", "forgot"),
        *("believed", "liked", "loved", "hated", "feared", "noticed", "wished", "hoped", "learned", "felt", "looked"),
        *("described", "mentioned", "quoted", "named", "called", "counted", "told", "wrote", "showed", "said", "meant"),
        *("understood", "realized", "promised", "planned", "wanted", "needed", "tried", "was", "were", "did", "used"),
        *("prayed", "decided", "missed", "admired", "pitied", "doubted", "recognized", "mistook", "judged", "ignored"),
        *("passed", "avoided", "avoid", "lost", "left", "kept", "let", "had", "got", "put", "cited", "chose"),
    )
)
_PERSON = r"(?:the|these|those|that|this|one of the|one of those|some of the|two of the) (?P<whom>[\w-]+(?: [\w-]+)?)"
_WITH = re.compile(
    r" ?(?P<deed>(?:(?!\b(?:told|said|wrote|asked|that|who|which|about|of)\b)[\w’' -])*?)"
    r"\b(?:him(?:self)?|herself|themselves"
    r"|her(?! (?:letters?|stor(?:y|ies)|words?|interviews?|names?|books?|blogs?|sentences?|questions?|answers?|photos?"
    r"|pictures?|e-?mails?|mails?|posts?|reports?|numbers?|case|article|talk|voice)\b)"
    r"|his (?:hands?|arms?|shoulders?|back|feet|wounds?|face)"
    rf"|(?:his|their) (?:tables?|houses?|homes?|rooms?|doors?|kitchens?|beds?|camps?|sides?)|{_PERSON})",
    re.IGNORECASE,
)
# With these, 'them' are people: one counts coins, and sits with men.
_WITH_THEM = re.compile(
    r"^(?:went|ran|walked|drove|spoke|talked|sat|ate|rode|stood|stayed|slept|lived|worked|met|fed|hugged|freed|hid"
    r"|helped|interviewed|questioned|followed|visited|photographed|warned|confronted|traveled|travelled)\b.*?\bthem\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"^(?:had|took|drank|shared|ate) (?:an? |some |my |our )?(?:coffee|tea|lunch|dinner|supper|breakfast|bread|soup"
    r"|a meal|meal|walk|ride|drink|word|talk)s? with (?!you\b|us\b|friends\b|my\b)",
    re.IGNORECASE,
)
_HELD_BACK = re.compile(
    r"\b(?:not|never|nobody|no one|if|would|could|should|wish|might|had I|almost|nearly)\b|n[’']t\b", re.IGNORECASE
)
_MOST_WORDS = 6  # between a deed and whom it is done to
_OVER_QUOTES = frozenset(("asked", "received", "found", "came", "met", "changed", "stopped", "started", "turned"))
_SPOKEN_TO = re.compile(
    r"\b(?P<who>he|she|they|one of them|one of those \w+|(?:her|his|their|the|that|this) [\w-]+(?: (?:who|that)"
    r" [^,.;?!]{1,40}?)?)"
    r" (?:(?:still|often|once|also|even|later|sometimes|has|have|had|then|now|always) )*"
    r"(?P<deed>writes?|wrote|written|calls?|called|phone[sd]?|e-?mail(?:s|ed)?|text(?:s|ed)|visit(?:s|ed)?|sends?|sent"
    r"|hug(?:s|ged)|thank(?:s|ed)|embraced?|beg(?:s|ged)|kiss(?:es|ed)|trust(?:s|ed)|confided)(?: (?:to|in))?"
    r" (?P<me>me|us)\b",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(
    r"\b(?P<who>he|she|they|the [\w-]+) (?P<deed>told|said|admitted|confirmed|showed|explained)\b[^.?!;,]{0,20}?"
    r"\b(?P<me>(?:him|her)self|themselves)\b",
    re.IGNORECASE,
)
_MY_VISIT = re.compile(
    r"\b(?:my|our) (?:(?:first|last|own|only|second|long) )*(?:days?|nights?|hours?|weeks?|months?|years?|visits?|time"
    r"|mornings?|evenings?|trip|arrival|stay|escape|way out) (?:at|in|with|inside|among|to|out of|of|from|as)\b",
    re.IGNORECASE,
)
# What the speaker wished and feared: 'I never wanted to go home'. What they do with words and the room is no deed.
_WISHED = re.compile(
    r"\bI (?:(?:[a-z]+ly|never|always|still|once|also|no longer|long|so|had|have|even|first|then|did not"
    r"|didn[’']t|most) )*"
    r"(?:wanted|wished|longed|dreamed|dreamt|hoped|feared|hated|loved|refused|dreaded|dared|missed|regretted|swore|vowed"
    r"|resented|ached|yearned|begged|struggled|managed|pretended) (?P<what>[^.?!;:]+)",
    re.IGNORECASE,
)
_OF_TELLING = re.compile(
    r"\b(?:you|us|we|this|these|it|here|tonight|read|hear|say|tell|share|show|speak|talk|write|ask|learn|know"
    r"|understand"
    r"|see|begin|start|end|believe|think|words?|sentences?|stor(?:y|ies)|questions?|quot\w+|entry|entries|post|blog)\b",
    re.IGNORECASE,
)
_WITNESSES = "(?:saw|seen|watched|witnessed|heard|found|met|survived|escaped|lived through|fled|felt|faced|smelled)"
_WITNESS = re.compile(
    rf"\b(?:the |an? |my )?(?P<what>[\w’-]+) (?:that |which |whom )?I (?:(?:once|had|have|myself"
    rf"|\w+ly) )*{_WITNESSES}\b(?! of\b)"
    rf"|\A\W*(?:(?:what|how|when|where|the (?:day|night|time)) )?I (?:(?:once|had|myself|\w+ly) )*{_WITNESSES}"
    r"\b(?P<seen>[^.?!;:]*)",
    re.IGNORECASE,
)
_IN_QUESTION = re.compile(
    rf"\b(?:when|after|before|while|because|once|that|as|until) (?P<told>I (?:(?:had|once|just|finally"
    rf"|\w+ly) )*{_PAST}\b"
    r"[^.?!;:]*)",
    re.IGNORECASE,
)
_OWN_DEED = re.compile(
    rf"\b(?:I|the blogger|she|he|we|the (?:speaker|teacher)) (?:(?:had|has|have|once|also"
    rf"|\w+ly) )*(?!(?:believe|wrote|think)"
    rf"s?\b)(?:{_PAST}|{_WITNESSES})\b|\b(?:told|asked|showed|gave) (?:me|us)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(rf"\b(?:{_PAST}|was|were|had|did|got)\b", re.IGNORECASE)
_TIED = re.compile(r"\b(?:that|those|these|this|the same|the very|there)\b", re.IGNORECASE)


def lived(sentence: Sentence, known: Known, everything: Known) -> Iterator[str]:
    """Deeds of the speaker with others, and what these write to them, of which no entry tells."""
    text = sentence.typed
    if sentence.is_own or "?" in text:
        return
    for found in _DEED.finditer(text):
        deed = found["deed"].lower()
        behind = _BEHIND.match(text, found.end())
        told = f"{deed}{behind[0] if behind else ''}"
        whom = _whom(told, deed) if not _HELD_BACK.search(text, 0, found.end("deed")) else ""
        if whom and not everything.has_word(f"{found['we']} {deed}"):
            yield f"'{found['we']} {whom}' is a deed that no entry tells: “{sentence.short}”"
            break
    spoken = _SPOKEN_TO.search(text) or _IN_PERSON.search(text)
    if spoken and not _HELD_BACK.search(text, 0, spoken.end()) and not _has_told(spoken, known):
        told = f"{spoken['who']} … {spoken['deed']} … {spoken['me']}"
        yield f"'{told}' speaks to the speaker, and no entry here tells it: “{sentence.short}”"


def _whom(told: str, deed: str) -> str:
    """The deed with those to whom it is done; "" where it is done to nobody else."""
    if shared := _SHARED.match(told):
        return shared[0].strip()
    if deed in _OF_THE_MIND:
        return _of_hands(told)
    if found := _WITH_THEM.match(told):
        return found[0]
    found = _WITH.match(told, len(deed))
    if found is None or len(found["deed"].split()) > _MOST_WORDS:
        return ""
    if found["whom"] and not any(map(is_person, found["whom"].lower().split())):
        return ""
    return told[: found.end()].strip()


_HANDS = re.compile(r"^(?:had|got|put|let|left) (?:him|her)(?: \w+)* (?:in|home|sleep|stay|eat|inside|into|to)\b", re.I)


def _of_hands(told: str) -> str:
    """What is done with small verbs: 'let her sleep on my couch'."""
    found = _HANDS.match(told)
    return found[0] if found else ""


def _has_told(found: re.Match[str], known: Known) -> bool:
    """Whether an entry tells of it: of what somebody keeps doing in these words, of what they did in any."""
    deed = found["deed"].lower()
    if deed.endswith("s"):
        return known.has_word(f"{deed} to {found['me']}") or known.has_word(f"{deed} {found['me']}")
    return known.explains(stem(deed))


def over_quote(sentence: Sentence, slide: Slide, library: Library) -> Iterator[str]:
    """A title in the first person over what somebody else says, which makes their deed the speaker's own."""
    if "?" in sentence.typed or not _is_of_other(slide, library):
        return
    if found := _MY_VISIT.search(sentence.typed):
        yield f"'{found[0]}' makes words of somebody else the speaker's own: “{sentence.short}”"
        return
    for found in _DEED.finditer(sentence.typed):
        deed = found["deed"].lower()
        if deed not in _OF_THE_MIND | _OVER_QUOTES and not _HELD_BACK.search(sentence.typed):
            told = f"{found['we']} {deed}"
            yield f"'{told}' is a deed that no entry tells, over words of somebody else: “{sentence.short}”"
            return


def attested(sentence: Sentence, known: Known) -> Iterator[str]:
    """On a slide that rests on entries: what the speaker wished, saw or did, in a title or a label, and none tells."""
    text = sentence.typed
    if sentence.is_own or not known.text:
        return
    if "?" in text:
        found = _IN_QUESTION.search(text)
        told = found["told"] if found else ""
    elif (found := _WISHED.search(text)) and not _OF_TELLING.search(found["what"]):
        told = found["what"]
    else:
        found = _WITNESS.search(text)
        told = (found["what"] or found["seen"]) if found else ""
        if found and any(words_of(told)) and not (_OWN_DEED.search(known.text) or _OF_TELLING.search(told)):
            yield f"'{found[0].strip()}' is witness of the speaker, and no entry here is: “{sentence.short}”"
            return
    strange = [word for word in words_of(told) if not known.explains(stem(word))]
    if found and strange and not _OF_TELLING.search(told):
        yield f"'{found[0].strip()}' tells of the speaker, and no entry here says {listed(strange)}: “{sentence.short}”"


def _is_of_other(slide: Slide, library: Library) -> bool:
    quotes = [library.quotes.get(one.id) for one in slide.citations if one.kind == "quote"]
    speakers = [library.people.get(one.speaker.value) for one in quotes if isinstance(one, Quote)]
    return slide.kind == "quote" and any(isinstance(one, Person) and one.role != "author" for one in speakers)


def of_marked(paragraph: Paragraph, known: Known) -> Iterator[str]:
    """People whom a mark brings in, and of whom the rest of the sentence tells what no mark covers."""
    for at, run, _ in marked(paragraph):
        people = [word for word in words_of(run.text) if is_person(word) or is_power(word)]
        behind = re.split(r"[.?!;]", paragraph.text[at + len(run.text) :])[0]
        deed = _HAPPENED.match(behind.lstrip()) or _HAPPENED.search(behind)
        if not people or _HAPPENED.search(run.text) or deed is None or not _TIED.search(behind, deed.end()):
            continue
        if any(known.explains(stem(word)) for word in words_of(behind[deed.end() :])):
            told = f"'{run.text}' is marked as known, and '{behind.strip()}' is told of them"
            yield f"{told}: does an entry say it?"
