"""What of a slide's own words no rule can confirm or refuse: what a reviewer is asked to look at, in a sentence."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.authoring.plain_talk import PLAIN, SHORTENED
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.sentences import sentence_ends
from talkbuilder.evidence.words import LITTLE_WORDS, stem, words
from talkbuilder.geo.written import Label, Route, Shown
from talkbuilder.patterns import compiled
from talkbuilder.talk.covering import references, typed_text
from talkbuilder.talk.signing import SlideSignatures, WrittenSlide
from talkbuilder.talk.talk import Citation, Paragraph, Slide, Talk
from talkbuilder.talk.typed import Typed

_OFTEN = 3  # slides: what stands on so many of a talk is what it is about
_MOST_WORDS = 4  # of a sentence that are named
_SHORTEST = 3
_LONGEST_SHOWN = 90  # characters of a sentence
_PRONOUN = compiled(r"\b(?:I|we|us|you|me|my|our|your|let[’']s)\b|\b(?:I|we|you)[’']", re.IGNORECASE)
_CAUSE = compiled(
    r"\b(?:because|due to|thanks to|owing to|as a result|which is why|that[’']s why|therefore|led to|leads? to"
    r"|caus(?:ed|es?|ing)|in revenge|out of|so that(?![’']))\b"
    r"|(?<=[\w,] )so\b(?! (?:far|many|much|long|few|little|that|soon|often|don[’']t|please|let[’']s|i|x+)\b)",
    re.IGNORECASE,
)
_SEQUEL = compiled(r"\W*(?:and|but|then|until|till|before|only to|which|who|after which)\b", re.IGNORECASE)
_GRANTED = compiled(
    r"\b(?:why|how come|since when|what (?:made|makes)|who (?:let|made|paid|told|sent)|when (?:did|will|do|does|are)"
    r"|how (?:much longer|many more|long will|could they))\b",
    re.IGNORECASE,
)
_SAID = compiled(
    r"\b(?:admit(?:s|ted)|confess(?:es|ed)|confid(?:es|ed)|whisper(?:s|ed)|reveal(?:s|ed)|let slip|took me aside"
    r"|swore|boast(?:s|ed)|conced(?:es|ed))\b"
    r"|\b(?:stud(?:y|ies)|research(?:ers)?|surveys?|polls?|doctors|experts|scientists|historians|officials|insiders"
    r"|analysts|economists|everyone there)\b[^.?!;]{0,30}\b(?:found|finds?|shows?|showed|came to|come to"
    r"|says?|said|knows?|believes?|agrees?|agreed|proves?|proved|concludes?|concluded|suggests?|estimates?|warn(?:s|ed)?)\b",
    re.IGNORECASE,
)
_MADE = compiled(
    r"\b(?:drawn|painted|sketched|photographed|taken|filmed|traced|copied|carved|shot|based)\b[^.?!;]{0,30}\b(?:by|from|after"
    r"|on|in|at|before)\b|\b(?:archives?|diary|notebook|museum|album|eyewitness|original|authentic)\b",
    re.IGNORECASE,
)
_TURNING = compiled(
    r"(?<!\babove )(?<!\bat )(?<!\bafter )\ball\b(?! the same\b| of (?:this|that|it|us|you)\b| right\b| i\b)"
    r"|\b(?:every|each|always|never|only|used to|until|no longer|still|already|more than|less than|even|most|everybody"
    r"|everyone|nobody|entire(?:ly)?|without)\b",
    re.IGNORECASE,
)
_BIDS = compiled(
    r"\W*(?:and |but |so |then |now |please )*(?:don[’']t|pick|ask|take|hold|think|tell|look|keep|say|call|find|notice"
    r"|treat|test|imagine|picture|remember|give|go|come|write|read|turn|start|buy|sell|vote|pray|say|hang|bring|listen)\b",
    re.IGNORECASE,
)
# What follows is told, and only clothed as a question or as what the room knows.
_AS_KNOWN = compiled(
    r"\b(?:(?:did|do) you know|have you heard|as (?:you|we|you all|we all) know|it is no secret|everybody knows)\b",
    re.IGNORECASE,
)
_TELLER = compiled(
    r"\b(?P<who>man|woman|men|women|boy|girl|child|survivor|victim|witness|mother|father|worker|prisoner|slave|guard"
    r"|student|teacher|officer|friend)\b.*\b(?:remembers?|recalls?|tells?|says?|writes?|speaks?|answers?|begs?|complains?|asks?)\b",
    re.IGNORECASE,
)
_DEED = compiled(r"\b(?:\w+ed|is|are|was|were|has|have|had|gets?|makes?|takes?)\b")


class Unsaid:
    """What is to be seen to on the slides of one talk."""

    def __init__(self, signatures: SlideSignatures) -> None:
        self._library = signatures.talk.library
        self._often: Counter[str] = Counter()
        for one in signatures.written:
            if slide := signatures.resolved(one):
                self._often.update({stem(word) for _, text in typed_paragraphs(one, slide) for word in _words(text)})

    def reasons(self, one: WrittenSlide, slide: Slide) -> tuple[str, ...]:
        """Each once, in the order of the slide's texts."""
        known = _Known(tuple(slide.citations) if slide.kind != "sources" else (), self._library)
        found: dict[str, None] = {}
        for typed, paragraph in typed_paragraphs(one, slide):
            for sentence in _sentences(paragraph):
                for reason in self._of_sentence(sentence, typed, known, slide):
                    found.setdefault(reason)
        for reason in (*_swapped(one, self._library), *_on_map(one, known, self._library)):
            found.setdefault(reason)
        return tuple(found)

    def _of_sentence(self, sentence: "_Sentence", typed: Typed, known: "_Known", slide: Slide) -> Iterator[str]:
        asks = "?" in sentence.typed
        to_the_room = bool(_PRONOUN.search(sentence.typed) or _BIDS.match(sentence.typed))
        to_the_room = to_the_room and not _AS_KNOWN.search(sentence.typed)
        strange = self._strange(sentence.typed, known)
        if len(strange) > to_the_room and not (asks and to_the_room):
            yield f"no entry of this slide says {_listed(strange)}: “{sentence.short}”"
        if asks and not to_the_room and (found := _GRANTED.search(sentence.typed)):
            yield f"'{found[0]}' takes for granted what it asks about: “{sentence.short}”"
        if (found := _SAID.search(sentence.typed)) and not known.has_all(found[0]):
            yield f"'{found[0]}' tells what somebody said or found, and no entry here does: “{sentence.short}”"
        if slide.kind in ("drawing", "photo") and typed.is_seen and (found := _MADE.search(sentence.typed)):
            yield f"'{found[0]}' tells how the picture came to be, which nothing here proves: “{sentence.short}”"
        if slide.kind == "quote" and typed.is_seen and (found := _TELLER.search(sentence.typed)):
            who = next((one.who for one in slide.shown if one.kind == "quote"), "")
            if stem(found["who"].lower()) not in map(stem, words(who)):
                yield f"'{found[0]}' says who is speaking, and the quotation is credited to “{who}”"
        if sentence.cited:
            yield from _joined(sentence, _Known(sentence.cited, self._library), known)
        elif not to_the_room and not asks and (sweeping := _turning(sentence, known)):
            yield f"no entry of this slide says '{sweeping}': “{sentence.short}”"

    def _strange(self, text: str, known: "_Known") -> list[str]:
        """The words that neither an entry of the slide nor plain talk nor the talk's own vocabulary has."""
        found: dict[str, str] = {}
        for word in _words(text):
            root = stem(word)
            if root not in PLAIN and self._often[root] < _OFTEN and not known.explains(root):
                found.setdefault(root, word)
        return list(found.values())


def sentences_of(talk: Talk) -> int:
    """How many sentences, labels included, somebody typed into a talk."""
    signatures = SlideSignatures(talk)
    pairs = ((one, signatures.resolved(one)) for one in signatures.written)
    texts = (text for one, slide in pairs if slide for _, text in typed_paragraphs(one, slide))
    return sum(1 for text in texts for _ in _sentences(text))


class _Sentence(Struct, frozen=True):
    """A sentence: what is typed of it, with an x for each letter that a reference prints, and what it refers to."""

    typed: str
    whole: str
    cited: tuple[Citation, ...]
    behind: str  # what is typed behind the last reference

    @property
    def short(self) -> str:
        text = " ".join(self.whole.split())
        return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rpartition(" ")[0] + " …"


class _Known:
    """What entries say."""

    def __init__(self, cited: tuple[Citation, ...], library: Library) -> None:
        self._cited, self._library = cited, library
        entries = tuple(root for one in cited for root in (one, *one.roots) if one.kind != "own")
        self.text = "\n".join(_says(one.id, library) or one.says for one in entries)
        named = "\n".join(_named(one, library) for one in entries)
        self.stems = frozenset(stem(word) for word in words(f"{self.text}\n{named}"))

    def explains(self, root: str) -> bool:
        return is_explained(root, self.stems)

    def has_word(self, text: str) -> bool:
        return re.search(rf"\b{re.escape(text)}\b", self.text, re.IGNORECASE) is not None

    def has_all(self, text: str) -> bool:
        return all(self.explains(stem(word)) for word in _words(text))

    def names(self, place: str) -> bool:
        return all(self.explains(stem(word)) for word in words(place))

    def of(self, ids: tuple[str, ...]) -> "_Known":
        """What some of them say."""
        return _Known(tuple(one for one in self._cited if one.id in ids), self._library)


def typed_paragraphs(one: WrittenSlide, slide: Slide) -> Iterator[tuple[Typed, Paragraph]]:
    """The texts that were typed, each as it is printed."""
    printed: dict[tuple[int, int], list[Paragraph]] = {}
    for paragraph in slide.paragraphs:
        at = printed.setdefault((paragraph.span.start, paragraph.span.end), [])
        if paragraph not in at:
            at.append(paragraph)
    for typed in one.texts:
        for paragraph in printed.get((typed.text.span.start, typed.text.span.end), ()):
            yield typed, paragraph


def _sentences(paragraph: Paragraph) -> Iterator[_Sentence]:
    typed, start = typed_text(paragraph), 0
    refers = tuple(references(paragraph))
    for end in dict.fromkeys((*sentence_ends(paragraph.text), len(typed))):
        mine = [(at, cited) for at, cited in refers if start <= at < end]
        behind = typed[mine[-1][0] : end].lstrip("x ") if mine else ""
        yield _Sentence(typed[start:end], paragraph.text[start:end], tuple(cited for _, cited in mine), behind)
        start = end


def _words(text: str | Paragraph) -> Iterator[str]:
    """The words of content that are typed."""
    for word in words(typed_text(text) if isinstance(text, Paragraph) else text):
        for ending in SHORTENED:
            word = word.removesuffix(ending)
        if len(word) >= _SHORTEST and word not in LITTLE_WORDS and set(word) != {"x"}:
            yield word


def _listed(found: list[str]) -> str:
    more = f" and {len(found) - _MOST_WORDS} more" if len(found) > _MOST_WORDS else ""
    return " or ".join(f"'{word}'" for word in found[:_MOST_WORDS]) + more


def _joined(sentence: _Sentence, own: _Known, known: _Known) -> Iterator[str]:
    """Cause and sequel: what is typed around a reference makes more of it than its entry says."""
    names = ", ".join(f"'{one.id}'" for one in dict.fromkeys(sentence.cited))
    if (found := _CAUSE.search(sentence.typed)) and not _CAUSE.search(own.text):
        yield f"'{found[0]}' makes a cause of {names}, which does not tell it: “{sentence.short}”"
    if _SEQUEL.match(sentence.behind) and _DEED.search(sentence.behind):
        added = [word for word in _words(sentence.behind) if not own.explains(stem(word))]
        if added:
            yield f"behind {names} comes {_listed(added)}, which it does not say: “{sentence.short}”"
    if turning := _turning(sentence, own):
        yield f"{names} says nothing of '{turning}': “{sentence.short}”"


def _turning(sentence: _Sentence, known: _Known) -> str:
    """A small word that makes more, or something else, of what is known; "" where there is none."""
    found = (one[0] for one in _TURNING.finditer(sentence.typed))
    return next((word for word in found if not known.has_word(word)), "")


def _named(cited: Citation, library: Library) -> str:
    """Who says so and where, and the name of the place that it is for."""
    entry = library.facts.get(cited.id) if cited.kind == "fact" else None
    place = _place(entry.place.value, library) if isinstance(entry, Fact) and entry.place else ""
    return f"{cited.who}\n{cited.where}\n{cited.as_of}\n{place}"


def _says(id: str, library: Library) -> str:
    """What a fact or a quotation says, in all its words."""
    entry = library.quotes.get(id) or library.facts.get(id)
    if isinstance(entry, Fact):
        measure = entry.measure.value if entry.measure else ""
        return "\n".join((entry.says.value, entry.display, entry.exact.told, measure))
    return entry.text.value if isinstance(entry, Quote) else ""


def _swapped(one: WrittenSlide, library: Library) -> Iterator[str]:
    """Heads and labels of which a word stands in what another one stands for, and not in its own."""
    marked = [(typed, _ids(typed, library)) for typed in one.texts if typed.is_seen]
    marked = [(typed, ids) for typed, ids in marked if ids]
    says = {id: frozenset(map(stem, words(_says(id, library)))) for _, ids in marked for id in ids}
    for typed, ids in marked:
        own = frozenset(root for id in ids for root in says[id])
        strange = [word for word in _words(typed.text.value) if stem(word) not in own | PLAIN]
        for id in says:
            if id not in ids and (swapped := [word for word in strange if stem(word) in says[id]]):
                yield f"'{swapped[0]}' stands with {', '.join(map(repr, ids))}, and it is '{id}' that says it"
                break


def _ids(typed: Typed, library: Library) -> tuple[str, ...]:
    """What a head stands over, or a label beside; pictograms have names, too."""
    named = dict.fromkeys(id.value for id in (*typed.beside, *typed.under))
    return tuple(id for id in named if id in library.facts or id in library.quotes)


def _on_map(one: WrittenSlide, known: _Known, library: Library) -> Iterator[str]:
    """Ways and labels on a map of which no entry names the place."""
    shown = dict(one.said).get("map")
    if not isinstance(shown, Shown):
        return
    for route in shown.routes:
        if isinstance(route, Route):
            own = known.of(tuple(id.value for id in route.cite)) if route.cite else known
            for place in route.route.value.split(">"):
                if not own.names(named := _place(place.strip(), library)):
                    yield f"no entry of the way '{' '.join(route.route.value.split())}' names {named}"
    for label in shown.label:
        if isinstance(label, Label) and not known.names(named := _place(label.label.value, library)):
            yield f"'{named}' is on the map, and no entry of this slide names it"


def _place(name: str, library: Library) -> str:
    """What the map calls a place."""
    return library.lands().get(name, name)
