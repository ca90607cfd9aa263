"""What stands in a wrong place: words under another entry's head, places on a map, and bodies in a credit."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.plain_talk import PLAIN
from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import Known, listed, place_name, says_of, words_of
from talkbuilder.evidence.credits import without_way
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.sources import Source
from talkbuilder.evidence.words import PASTS, stem, words
from talkbuilder.geo.atlas import away_km
from talkbuilder.geo.gazetteer import lands_in, towns_in
from talkbuilder.geo.yaml_model import Label, Route, Shown
from talkbuilder.talk.capitals import is_institution
from talkbuilder.talk.signing import WrittenSlide
from talkbuilder.talk.talk import Slide
from talkbuilder.talk.typed import Typed

_ROLE_WORDS = (
    "diplomat inspector professor detective agent spy expert scientist official attorney prosecutor psychologist"
    " economist historian reporter activist whistleblower insider veteran commander professional specialist"
)
_ROLES = frozenset(_ROLE_WORDS.split())
_DID = re.compile(rf"\w{{3,}}ed|{'|'.join(sorted(PASTS))}")
_LABELS = frozenset(("lead", "label", "head", "caption", "note", "says", "called", "others", "rows"))
# What a blog or a letter becomes by no more than being called so.
_PAPERS = re.compile(
    r"courts?|records?|reports?|ministry|government|embassy|police|archives?|stud(?:y|ies)|universit(?:y|ies)"
    r"|journals?|newspapers?|institutes?|commission|committee|council|agency|department|bureau|office|official"
    r"|parliament|senate|congress|statistics|census|surveys?|research|findings|files?|minutes|testimony|affidavit"
    r"|transcripts?|verdict|judgment|ruling|hearing|registry|academy|encyclopedia|united|nations|federal|national"
    r"|international|state|law|treaty|gazette|bulletin|proceedings|documents?|interviews?|investigations?"
)
_FAR_KM = 60  # as far as a pin may stand from a city whose name it bears
# 'South of Almaty' is not Almaty.
_BESIDE = re.compile(r"\b(?:of|near|from|to|toward|towards|outside|beyond|around|between|and) \Z", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]\w+(?: (?:(?:of|for|the|and|on|in) )*[A-Z]\w+)*")


def swapped(one: WrittenSlide, library: Library) -> Iterator[str]:
    """Heads and labels of which a word stands in what another one stands for, and not in its own."""
    marked = [(typed, _ids(typed, library)) for typed in one.texts if typed.is_seen]
    marked = [(typed, ids) for typed, ids in marked if ids]
    says = {id: frozenset(map(stem, words(says_of(id, library)))) for _, ids in marked for id in ids}
    for typed, ids in marked:
        own = frozenset(root for id in ids for root in says[id])
        strange = [word for word in words_of(typed.text.value) if stem(word) not in own | PLAIN]
        for id in says:
            if id not in ids and (swapped := [word for word in strange if stem(word) in says[id]]):
                yield f"'{swapped[0]}' stands with {', '.join(map(repr, ids))}, and it is '{id}' that says it"
                break


def _ids(typed: Typed, library: Library) -> tuple[str, ...]:
    """What a head stands over, or a label beside; pictograms have names, too."""
    named = dict.fromkeys(id.value for id in (*typed.beside, *typed.under))
    return tuple(id for id in named if id in library.facts or id in library.quotes)


def on_map(one: WrittenSlide, known: Known, library: Library) -> Iterator[str]:
    """Ways and labels on a map of which no entry names the place."""
    shown = dict(one.said).get("map")
    if not isinstance(shown, Shown):
        return
    for route in shown.routes:
        if isinstance(route, Route):
            own = known.of(tuple(id.value for id in route.cite)) if route.cite else known
            for place in route.route.value.split(">"):
                if not own.names(named := place_name(place.strip(), library)):
                    yield f"no entry of the way '{' '.join(route.route.value.split())}' names {named}"
            yield from _turned(route, own.text, library)
    for label in shown.label:
        if isinstance(label, Label) and not known.names(named := place_name(label.label.value, library)):
            yield f"'{named}' is on the map, and no entry of this slide names it"
    yield from _moved(shown)


def _moved(shown: Shown) -> Iterator[str]:
    """Labels with the name of a place that stand far from every place of that name."""
    for label in shown.label:
        if not isinstance(label, Label) or label.latitude is None or label.longitude is None:
            continue
        told, place = label.label.value, (label.longitude, label.latitude)
        away = away_km(told, place)
        if away is None:  # 'Old Bergen'
            towns = (away_km(name, place) for name, at in towns_in(told) if not _BESIDE.search(told[:at]))
            away = min((km for km in towns if km is not None), default=0)
        if away > _FAR_KM:
            yield f"'{told}' stands on the map {round(away):,} km from where that is"


def _turned(route: Route, told: str, library: Library) -> Iterator[str]:
    """A way that begins where its entries say that it ends, or ends where they say that it begins."""
    places = [place_name(place.strip(), library) for place in route.route.value.split(">")]
    first, last = places[0], places[-1]
    leaves_first, comes_first = _ways(first, told)
    leaves_last, comes_last = _ways(last, told)
    if (leaves_last and not comes_last and not leaves_first) or (comes_first and not leaves_first and not comes_last):
        yield f"the way '{first} > {last}' is turned round: what it rests on tells it the other way"


def of_ways(one: WrittenSlide, library: Library) -> Iterator[str]:
    """A place from which something is said to come, where its entries say that it goes there, or the other way."""
    for typed in one.texts:
        ids = [id.value for id in dict.fromkeys((*typed.beside, *typed.shown))] if typed.key in _LABELS else []
        known = "\n".join(says_of(id, library) for id in ids)
        for name, _ in lands_in(typed.text.value) if known else ():
            from_there, to_there = _ways(name, typed.text.value)
            said_from, said_to = _ways(name, known)
            turned = (from_there and not to_there and said_to and not said_from, "from") if from_there else None
            if to_there and not from_there and said_from and not said_to:
                turned = (True, "to")
            if turned and turned[0]:
                yield f"'{turned[1]} {name}' turns round the way that {', '.join(map(repr, ids[:2]))} tells"


def _ways(name: str, text: str) -> tuple[bool, bool]:
    """Whether a text tells of what comes from a place, and of what goes or happens there."""
    named = re.escape(name)
    listed = r"(?:(?:[A-Z][\w’'-]*|and|or|even|the|countries|lands|places|like|rural|all over),? )*"
    leaves = re.search(rf"\b(?:[Ff]rom|out of|[Ll]eaving|leaves?|left) {listed}{named}\b", text)
    comes = re.search(rf"\b(?:[Tt]o|[Ii]nto|[Ii]n|within|reach\w*|enter\w*|for) {listed}{named}\b", text)
    return leaves is not None, comes is not None


def of_credits(slide: Slide, library: Library) -> Iterator[str]:
    """Bodies that a credit names, and no source of the library does."""
    for who in dict.fromkeys(root.who for one in slide.citations for root in one.asserted if root.who):
        told = without_way(who)
        if strange := [name for name in _names_in(told) if not _is_sourced(name, told, library)]:
            yield f"{listed(strange)} is named in the credit “{told}”, and in no source or passage of the library"


def of_posts(slide: Slide, library: Library) -> Iterator[str]:
    """Posts that are cited as the paper of a body or of somebody learned, which they are not."""
    ids = dict.fromkeys(root.id for one in slide.citations for root in one.asserted)
    entries = filter(None, (library.facts.get(id) or library.quotes.get(id) for id in ids))
    for name in dict.fromkeys(one.post.value for one in entries if isinstance(one, Fact | Quote)):
        post = library.sources.get(name)
        if isinstance(post, Source) and post.cite_as:
            own = f"{post.title.value} {post.publisher.value if post.publisher else ''}".lower()
            strange = [word for word in words_of(post.cite_as.value) if _PAPERS.fullmatch(word) and word not in own]
            if strange:
                yield f"'{name}' is cited as “{post.cite_as.value}”, and nothing of it says {listed(strange)}"


def of_roles(slide: Slide, library: Library) -> Iterator[str]:
    """Credits that say of persons what they are or did, and none of their entries does."""
    ids = dict.fromkeys(root.id for one in slide.citations for root in one.asserted if root.who)
    for who in dict.fromkeys(filter(None, (_speaker(library.facts.get(id) or library.quotes.get(id)) for id in ids))):
        person = library.people.get(who)
        told = person.credit.value if isinstance(person, Person) else ""
        if strange := _beyond(told, who, library):
            yield f"the credit “{told}” says {listed(strange)}, and no entry of '{who}' says it"


def _speaker(entry: object) -> str:
    match entry:
        case Fact():
            return entry.source.value
        case Quote():
            return entry.speaker.value
    return ""


def _beyond(credit: str, who: str, library: Library) -> list[str]:
    """What a credit says that somebody is or did, and no entry that they speak in, or that tells of them."""
    found = (word for word in words_of(credit) if is_person(word) or word in _ROLES or _DID.fullmatch(word))
    telling = [word for word in found if is_person(word) or stem(word) not in PLAIN]
    if not telling:
        return []
    roots = frozenset(stem(word) for text in _said_by(who, library) for word in words(text))
    return [word for word in telling if not is_explained(stem(word), roots)]


def _said_by(who: str, library: Library) -> Iterator[str]:
    yield who.replace("-", " ")
    for id, entry in (*library.facts.items(), *library.quotes.items()):
        if _speaker(entry) == who:
            yield says_of(id, library)


def _names_in(credit: str) -> list[str]:
    found = (one[0] for one in _NAME.finditer(credit) if one.start())
    return [name for name in found if " " in name or is_institution(name)]


def _is_sourced(name: str, credit: str, library: Library) -> bool:
    titles = (one.title.value for one in library.sources.values() if isinstance(one, Source))
    told = (says_of(id, library) for id in (*library.facts, *library.quotes))
    return any(name in text for text in (*titles, *told, *library.lands().values()))
