"""What covers a typed claim: the entries that its sentence refers to, where they hold what it says; or a mark."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter

from msgspec import Struct, structs

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import among, sentence_ends
from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.wording import wording
from talkbuilder.evidence.words import LITTLE_WORDS, content_words, stem, words
from talkbuilder.talk.accusing import is_victim
from talkbuilder.talk.capitals import IsKnown
from talkbuilder.talk.claims import Claim, claims
from talkbuilder.talk.harm import harms, is_harm
from talkbuilder.talk.speech import years_said
from talkbuilder.talk.talk import Citation, Paragraph, Run

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_TO_CALL = re.compile(r"\b(?:call|calls|dial|ring|phone|text|number|write to|send)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_LEAST_DIGITS = 3  # of a number to call
_LITTLE_WORDS = (
    "the a an of in on at to by for from with and or that this is are was were be been has have had it its their his"
    " her our my your they them who whom which what not no as than then there here out up all any so but if"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())
# Whoever says so is a pronoun: the sentence, or what its slide cites, tells who.
_IS_UNNAMED = re.compile(
    r"(?:she|he|they|somebody|someone|in (?:her|his|their)(?: own)? words|my|our)\b|[^A-Z]*, (?:she|he|they)\b", re.I
)
_BEGINS_SO = re.compile(r"\A(?:according to|as reported by|in the words of|quoted by|said|says|wrote|told)\b", re.I)
_ENDS_SO = re.compile(r"\W*\b\w+(?: (?:that|me|us|you))*\W*\Z")
# The same people under other names, of whom a passage says that they reported it: groups in the region reported.
_GROUPS = "(?:NGOs?|groups?|organi[sz]ations?|charit(?:y|ies)|non-?governmental)"
_OF_GROUPS = re.compile(rf"\b{_GROUPS}(?: (?:in|of|from|around|near))?(?: the| that)? (?:[\w-]+ )?\Z", re.IGNORECASE)
_GROUPS_SAID = re.compile(rf"\b{_GROUPS} (?:have |had )?(?:report(?:s|ed)?|noted?|said|say|observed)\b", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:report(?:s|ed)?|noted?|said|say|observed)\Z", re.IGNORECASE)
_NO_NAMES = (LITTLE_WORDS - {"report", "reports"}) | {"former", "own", "also"}


class Open(Struct, frozen=True):
    """A claim that nothing covers, and the entries that its sentence refers to, which do not hold it."""

    claim: Claim
    beside: tuple[Citation, ...]


def uncovered(
    paragraph: Paragraph,
    library: Library,
    is_known: IsKnown,
    shown: tuple[Citation, ...] = (),
    relied_on: tuple[Citation, ...] = (),
) -> Iterator[Open]:
    """The claims of a paragraph that are only typed.

    `shown` are entries that stand in every sentence, as the number of a slide does in its caption; on those that are
    `relied_on` rest quoted words, names and attributions, not figures.
    """
    text = typed_text(paragraph)
    found = claims(text, is_known)
    if not found:
        return
    whole, named = paragraph.text, tuple(references(paragraph))
    stops = tuple(sentence_ends(whole))
    for claim in found:
        start, end = among(stops, claim.start, claim.end, 0, len(whole))
        first, last = (bisect_left(named, place, key=itemgetter(0)) for place in (start, end))
        beside = (*(one for _, one in named[first:last]), *shown)
        if not _is_covered(claim, text[start:end], beside, relied_on, library):
            yield Open(_as_seen(claim, text, whole), tuple(dict.fromkeys(beside)))


def _as_seen(claim: Claim, text: str, whole: str) -> Claim:
    """A claim with what references print, where some stand in its words."""
    printed = whole[claim.start : claim.end]
    return claim if text[claim.start : claim.end] == printed else structs.replace(claim, words=printed)


def typed_text(paragraph: Paragraph) -> str:
    """The words that were typed, at their places: what a reference or a mark prints is small letters.

    So is a reference to nothing, which is told as that.
    """
    return "".join(
        re.sub(r"\S", "x", run.text) if run.citation or run.unresolved else run.text for run in paragraph.runs
    )


def references(paragraph: Paragraph) -> Iterator[tuple[int, Citation]]:
    """The entries that a paragraph refers to, each with its place; the speaker's own is none."""
    at = 0
    for run in paragraph.runs:
        if run.citation and run.citation.kind != "own":
            yield at, run.citation
        at += len(run.text)


def marked(paragraph: Paragraph) -> Iterator[tuple[int, Run, Citation]]:
    """What a paragraph marks as its speaker's own, each with its place."""
    at = 0
    for run in paragraph.runs:
        if run.citation and run.citation.kind == "own":
            yield at, run, run.citation
        at += len(run.text)


def _is_covered(
    claim: Claim, sentence: str, beside: tuple[Citation, ...], relied_on: tuple[Citation, ...], library: Library
) -> bool:
    if claim.sort == "saying" and _IS_UNNAMED.match(claim.words):
        return bool(beside or relied_on)
    if claim.sort == "saying" and _by_groups(claim, sentence):
        return any(_GROUPS_SAID.search(told(one, library)) for one in beside)
    if claim.sort in ("name", "saying"):
        return any(_names(claim, told(one, library)) for one in (*beside, *relied_on))
    if claim.sort == "accusation":
        return any(_tells_wrong(claim, told(one, library)) for one in (*beside, *relied_on))
    if claim.sort == "quoted":
        return any(holds(told(one, library), claim) for one in (*beside, *relied_on))
    if claim.sort == "figure" and not figures(normalise(claim.words).text):  # thousands of migrants
        beside = (*beside, *relied_on)
    return any(holds(told(one, library), claim) for one in beside) or _is_contact(claim, sentence, library)


def _by_groups(claim: Claim, sentence: str) -> bool:
    """Whether those who report something are groups of which no one is named."""
    verb = _REPORT.search(claim.words)
    at = sentence.find(claim.words)
    return verb is not None and at >= 0 and bool(_OF_GROUPS.search(sentence[: at + verb.start()]))


def told(one: Citation, library: Library) -> str:
    """All that an entry says, its year and where it stands included."""
    known = library.entry(one.kind, one.id)
    more: tuple[str, ...] = ()
    if isinstance(known, Fact):
        shown = known.show.value if known.show else known.display
        more = (
            shown,
            known.exact.value,
            f"{known.value:.15g}" if known.value is not None else "",
            known.measure.value if known.measure else "",
        )
    elif isinstance(known, Quote):
        more = (known.text.value,)
    return "\n".join((one.says, *more, one.as_of, one.where, one.who))


def holds(told: str, claim: Claim) -> bool:
    """Whether what an entry tells has the figures of a claim, or its words."""
    words = _words(claim.words)
    if claim.sort == "quoted":
        return bool(words) and f" {' '.join(words)} " in f" {' '.join(_words(told))} "
    if claim.sort == "date" and _is_year_of(claim, told):
        return True
    wanted, own = figures(normalise(claim.words).text), figures(normalise(told).text)
    if wanted:
        return all(any(other.has(value) for other in own for value in one.values) for one in wanted)
    telling = [word for word in words if word not in _LITTLE]
    return bool(telling) and set(telling) <= set(_words(told))


def _is_year_of(claim: Claim, told: str) -> bool:
    said = " ".join(_words(claim.words))
    years = {int(year) for year in _YEAR.findall(told)}
    return any(f" {way} " in f" {said} " for year in years for way in (str(year), *years_said(year)))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(normalise(text).text)]


def _names(claim: Claim, told: str) -> bool:
    """Whether an entry is of the one who is named, or speaks of them: the report, the State Department."""
    said = words(_sayer(claim.words) if claim.sort == "saying" else claim.words)
    # What a reference prints within it, which stands there as x, names nobody else.
    telling = {stem(word) for word in said if word not in _NO_NAMES and set(word) != {"x"}}
    return bool(telling) and telling <= {stem(word) for word in words(told)}


def _tells_wrong(claim: Claim, told: str) -> bool:
    """Whether an entry tells of that wrong, and of the same one who does it."""
    who, _, deed = claim.words.partition(" ")
    own = wording(normalise(told).text).all_stems
    is_told = not any(harms(deed, normalise(told).text)) and any(True for _ in content_words(deed))
    by_whom = is_victim(who) or any(is_same(stem(who.lower()), one) for one in own)
    return is_told and by_whom and all(one in own or is_harm(one) for one in content_words(deed))


def _sayer(saying: str) -> str:
    """Who it is that says so."""
    who = _BEGINS_SO.sub("", saying)
    return who if who != saying else _ENDS_SO.sub("", saying)


def _is_contact(claim: Claim, sentence: str, library: Library) -> bool:
    """Whether it is the number of an action, where the sentence says to call it."""
    digits = "".join(_DIGITS.findall(claim.words))
    if len(digits) < _LEAST_DIGITS:
        return False
    known = (number for action in library.actions.values() for number in _numbers(action))
    return digits in known and _TO_CALL.search(sentence) is not None


def _numbers(action: object) -> Iterable[str]:
    if isinstance(action, Action):
        for one in (action.phone, action.text):
            if one is not None:
                yield "".join(_DIGITS.findall(one.value))
