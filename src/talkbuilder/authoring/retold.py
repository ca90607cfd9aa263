"""What is told of somebody else, or of something else, than entries tell it: labels, subjects, stories, pictures."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.told import PAST_DEED, Known, Sentence, listed, words_of
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.words import stem, stems
from talkbuilder.talk.signing import WrittenSlide
from talkbuilder.talk.talk import Slide
from talkbuilder.talk.typed import Typed

# Kinds that show figures, and the keys that say what these are, wherever on the slide they stand.
_FIGURES = frozenset(("chart", "counts", "number", "people"))
_OF_ALL = frozenset(("lead", "unit", "others", "label", "rows"))
_OF_ONE = frozenset(("head", "note", "caption", "text", "label", "rows"))
_REFERENCE = re.compile(r"\{(?!own:)[^{}]*\}")
# What a label says beside any figure.
_SAYS_NOTHING = stems("year years people person part whole rest total figure count counted compared others whom")

_PEOPLE = (
    "judge court police policeman policemen officer guard soldier boss owner employer doctor nurse priest "
    "minister ministry government president lawyer driver farmer trafficker smuggler child children girl boy "
    "woman women man men baby toddler mother father parents sister brother wife husband daughter son student "
    "pupil teacher neighbor victim worker migrant refugee tourist embassy bank company firm landlord mayor "
    "senator sheriff politician journalist prisoner survivor witness widow orphan waiter cook maid nanny sailor "
    "miner builder director manager volunteer customer client pastor nun monk thief gang consul ambassador "
    "general colonel inspector clerk trucker captain foreman herder shepherd grandmother grandfather uncle aunt "
    "cousin friend teenager kid youth elder official authorities gangster dealer broker "
)
_IS_PERSON = frozenset(_PEOPLE.split())
# Whom and what a picture may not bring in by its description alone.
_FORCE = (
    "guard police policeman officer soldier boss owner trafficker smuggler pimp gang victim slave captive"
    " prisoner locked barred chained handcuffed armed gun rifle whip baton chain shackle barbed bruise bruised"
    " beaten bleeding blood forbidden crying weeping starving stolen sold"
)
# What became of somebody, which no picture shows.
_FATES = (
    "freed saved rescued jailed imprisoned arrested deported released escaped fled betrayed fired killed murdered died"
    " orphaned exiled banished liberated evicted expelled convicted sentenced paroled acquitted accused kidnapped"
    " abducted trafficked enslaved exploited tricked deceived cheated promised repatriated reunited hired bribed"
)
_OF_FORCE = frozenset(form for word in f"{_FORCE} {_FATES}".split() for form in (word, f"{word}s"))
_CLAUSE = re.compile(
    r"[,;:.–—]|\b(?:and|but|so|that|who|which|where|while|when|if|because|for|than|of|to|by|with|from)\b"
)
_THIRD = re.compile(r"\b(?:she|he|they|her|him|them|his|their|somebody|someone|nobody|one of them)\b", re.IGNORECASE)
_PAST = re.compile(
    rf"\b(?:was|were|had|did|got|{PAST_DEED})\b",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:\b(?:is|are|be|being|not|n’t)|[’'](?:s|re)) (?:\w+ly )?$", re.IGNORECASE)
_POINTING = re.compile(
    r"^\W*(?:and |so |but )?(?:this|that|these|those|here)(?:’s|'s| is| are| was| were)? .*"
    r"\b(?:where|which|who|whom|whose|that|she|he|they|her|him|his|them|their)\b.*",
    re.IGNORECASE,
)
_TIME = "(?:day|night|morning|evening|eve|hour|week|month|year|moment|anniversary|afternoon)"
_OF_EVENT = re.compile(rf"\A[^.;]*?\b{_TIME} (?:of|before|after)\b")
_SEASONS = stems(
    "spring summer fall autumn winter year season day morning evening night rain snow sun wind storm frost"
)
_MORE_THAN_SEEN = re.compile(
    r"\b(?:(?:on|in|at|behind|under|beside|from|to|by|with|for|of) (?:which|whom)|where|who|whose|whom|that|as|before"
    r"|after|while|until|since|when|(?:on|during|from|in) (?:the|its|his|her|their|that)(?: very)?(?: \w+)?"
    rf" {_TIME}(?: of)?(?= \w)|(?:the|that|its|her|his|their)(?: very)?(?: \w+)? {_TIME}(?: of)?"
    r"(?= (?:the|a|an|his|her|its|their)\b)|, (?:its|his|her|their)"
    r"(?= \w+ (?:\w+ )*?(?:long|now|since|once|just|already)\b))\b(?P<told>.*)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")


def of_labels(one: WrittenSlide, slide: Slide, library: Library) -> Iterator[str]:
    """Words that say of figures what their facts do not."""
    for typed in one.texts:
        ids = _figures(typed, slide, library) if typed.is_seen else ()
        if not ids:
            continue
        own = Known(tuple(cited for cited in slide.citations if cited.id in ids), library)
        units = stems(" ".join(fact.unit.value.lower() for fact in _facts(ids, library) if fact.unit))
        units |= stems("dollars money") if stem("usd") in units else frozenset()
        text = _REFERENCE.sub(" ", typed.text.value)
        strange = _strange(text, own, _SAYS_NOTHING | units)
        if strange:
            verb = "does" if len(ids) == 1 else "do"
            named = ", ".join(map(repr, ids[:2])) + (" and others" if len(ids) > 2 else "")
            yield f"{listed(strange)} stands with {named}, which {verb} not say it"


def _figures(typed: Typed, slide: Slide, library: Library) -> tuple[str, ...]:
    """The facts of which a text says what they count."""
    found = typed.beside if typed.key in _OF_ONE else ()
    if not found and typed.key in _OF_ALL and slide.kind in _FIGURES:
        found = typed.shown
    return tuple(dict.fromkeys(id.value for id in found if isinstance(library.facts.get(id.value), Fact)))


def _facts(ids: tuple[str, ...], library: Library) -> Iterator[Fact]:
    yield from (fact for id in ids if isinstance(fact := library.facts.get(id), Fact))


def _strange(text: str, own: Known, plain: frozenset[str]) -> list[str]:
    found = {stem(word): word for word in words_of(text)}
    return [word for root, word in found.items() if root not in plain and not own.explains(root)]


def of_subject(sentence: Sentence, own: Known) -> Iterator[str]:
    """Somebody of whom a reference is told, and its entry does not tell it."""
    clause = _CLAUSE.split(sentence.before)[-1]
    if strange := _persons(clause, own):
        names = ", ".join(f"'{one.id}'" for one in dict.fromkeys(sentence.cited))
        yield f"{names} says nothing of {listed(strange)}: “{sentence.short}”"


def of_headline(sentence: Sentence, known: Known) -> Iterator[str]:
    """Somebody whom a title names, and no entry under it does."""
    if strange := _persons(sentence.typed, known):
        yield f"no entry under this title says {listed(strange)}: “{sentence.short}”"


def _persons(text: str, known: Known) -> list[str]:
    words = dict.fromkeys(words_of(text))
    return [word for word in words if is_person(word) and not known.explains(stem(word))]


def is_person(word: str) -> bool:
    return word in _IS_PERSON or word.removesuffix("s") in _IS_PERSON or word.removesuffix("es") in _IS_PERSON


def of_story(sentence: Sentence, known: Known, plain: frozenset[str]) -> Iterator[str]:
    """What is told of others in the past, and of which the entries of the slide have not even half."""
    people = _THIRD.search(sentence.typed) or any(map(is_person, words_of(sentence.typed)))
    if not people or not _is_past(sentence.typed):
        return
    told = {stem(word): word for word in words_of(sentence.typed)}
    strange = [word for root, word in told.items() if root not in plain and not known.explains(root)]
    if len(strange) > 1 and 2 * len(strange) > len(told):
        yield f"no entry of this slide tells {listed(strange)}: “{sentence.short}”"


def _is_past(text: str) -> bool:
    """Whether something happened, and not only is so: 'she is worried' tells no story."""
    return any(not _STATE.search(text[: found.start()]) for found in _PAST.finditer(text))


def of_pointing(sentence: Sentence, known: Known) -> Iterator[str]:
    """A drawing that is told as the very thing."""
    if (found := _POINTING.search(sentence.typed)) and (strange := _strange(found[0], known, frozenset())):
        yield f"{listed(strange)} is pointed at, as if the picture were proof of it: “{sentence.short}”"


def of_description(sentence: Sentence, known: Known) -> Iterator[str]:
    """What a picture is said to show, and nobody can see."""
    found = _MORE_THAN_SEEN.search(sentence.typed)
    behind = found["told"] if found else ""
    is_told = any(map(is_person, words_of(behind))) or _is_past(behind) or (found and _OF_EVENT.search(found[0]))
    strange = _strange(behind, known, _SEASONS) if is_told else []
    strange += [word.lower() for word in _CAPITAL.findall(sentence.typed) if not known.explains(stem(word.lower()))]
    strange += [word for word in words_of(sentence.typed) if word in _OF_FORCE and not known.explains(stem(word))]
    if strange := list(dict.fromkeys((*strange, *_persons(sentence.typed, known)) if strange else ())):
        yield f"nobody can see {listed(strange)}, and no entry of this slide says it: “{sentence.short}”"
