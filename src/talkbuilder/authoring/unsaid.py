"""What of a slide's own words no rule can confirm or refuse: what a reviewer is asked to look at, in a sentence."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from talkbuilder.authoring import granted, supposed
from talkbuilder.authoring.embroidered import embroidered, of_listed
from talkbuilder.authoring.followed import followed
from talkbuilder.authoring.implied import implied
from talkbuilder.authoring.insinuated import of_reference, of_talk, of_the_one
from talkbuilder.authoring.invented import invented
from talkbuilder.authoring.lived import attested, lived, of_marked, over_quote
from talkbuilder.authoring.misplaced import of_credits, of_posts, of_roles, of_ways, on_map, swapped
from talkbuilder.authoring.plain_talk import HOUSEHOLD, MINE, OWN_RESULT, PLAIN, PLAIN_OF_OTHERS, PRACTICAL, PROVERBS
from talkbuilder.authoring.ranked import ranked
from talkbuilder.authoring.retold import (
    is_person,
    of_description,
    of_headline,
    of_labels,
    of_pointing,
    of_story,
    of_subject,
)
from talkbuilder.authoring.told import (
    OF_THE_ROOM,
    Known,
    Sentence,
    compares_years,
    listed,
    sentences,
    supplied_paragraphs,
    typed_paragraphs,
    words_of,
)
from talkbuilder.authoring.vouched import of_heads, of_marks, of_witness
from talkbuilder.evidence.words import stem, stems
from talkbuilder.geo.gazetteer import is_place
from talkbuilder.talk.signing import SlideSignatures, WrittenSlide
from talkbuilder.talk.supplied import DESCRIBED
from talkbuilder.talk.talk import Slide, Talk
from talkbuilder.talk.typed import Typed

_MOST_OF_ACTION = 2  # words of an action that no entry says
_OFTEN = 3  # slides: what stands on so many of a talk is what it is about
_CAUSE = re.compile(
    r"\b(?:because|due to|thanks to|owing to|as a result|which is why|that[’']s why|therefore|led to|leads? to"
    r"|caus(?:ed|es?|ing)|in revenge|out of|so that(?![’']))\b"
    r"|(?<=[\w,] )so\b(?! (?:far|many|much|long|few|little|that|soon|often|don[’']t|please|let[’']s|i|x+)\b)",
    re.IGNORECASE,
)
# 'That was so for the bakers' says no more than 'thus'.
_THUS = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being)|[’']s)(?: not)? so"
    r"(?=[,.;:!?]|\Z| (?:for|in|of|with|then|there|too|when|where|before|after|and|but)\b)",
    re.IGNORECASE,
)
_SEQUEL = re.compile(r"\W*(?:and|but|then|until|till|before|only to|which|who|after which)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:admit(?:s|ted)|confess(?:es|ed)|confid(?:es|ed)|whisper(?:s|ed)|reveal(?:s|ed)|let slip|took me aside"
    r"|swore|boast(?:s|ed)|conced(?:es|ed))\b"
    r"|\b(?:stud(?:y|ies)|research(?:ers)?|surveys?|polls?|doctors|experts|scientists|historians|officials|insiders"
    r"|analysts|economists|everyone there)\b[^.?!;]{0,30}\b(?:found|finds?|shows?|showed|came to|come to"
    r"|says?|said|knows?|believes?|agrees?|agreed|proves?|proved|concludes?|concluded|suggests?|estimates?"
    r"|warn(?:s|ed)?)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:drawn|painted|sketched|photographed|taken|filmed|traced|copied|carved|shot"
    r"|based)\b[^.?!;]{0,30}\b(?:by|from|after"
    r"|on|in|at|before)\b|\b(?:archives?|diary|notebook|museum|album|eyewitness|original|authentic)\b",
    re.IGNORECASE,
)
_TURNING = re.compile(
    r"(?<!\babove )(?<!\bat )(?<!\bafter )(?<!that[’']s )\ball\b(?! the same\b| of (?:this|that|it|us|you)\b| right\b"
    r"| i\b| along\b)"
    r"|\b(?:every|each|always|never|only|used to|until|no longer|still|already|(?:more|less) than(?! half)|even"
    r"|most(?! of them)|everybody"
    r"|everyone|nobody|entire(?:ly)?|without)\b",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"\W*(?:and |but |so |then |now |please )*(?:don[’']t|pick|ask|take|hold|think|tell|look|keep|say|call|find"
    r"|notice"
    r"|treat|test|imagine|picture|remember|give|go|come|write|read|turn|start|buy|sell|vote|pray|say|hang|bring"
    r"|listen|cut(?! off)|fold|glue|paste|tape|grab|fill|stick|wrap|tie|pass|mind|press|stack|pour|wipe|draw|paint)\b"
    r"|[^.?!]*\bplease\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:they|them|their|he|him|his|she|her|it is|it was|was|were|who)\b", re.IGNORECASE)
# What follows is told, and only clothed as a question or as what the room knows.
_AS_KNOWN = re.compile(
    r"\b(?:(?:did|do) you know|have you heard|as (?:you|we|you all|we all) know|it is no secret|everybody knows)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:no|not|never|none|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:can|may|might|could|would|will|should|must|has to|have to)\b|[’']ll\b", re.IGNORECASE)
# A story needs words of more than this.
_OF_STORIES = stems("year time day")
_DEED = re.compile(r"\b(?:\w+ed|is|are|was|were|has|have|had|gets?|makes?|takes?)\b")


class Unsaid:
    """What is to be seen to on the slides of one talk."""

    def __init__(self, signatures: SlideSignatures) -> None:
        self._signatures, self._library = signatures, signatures.talk.library
        self._often: Counter[str] = Counter()
        for one in signatures.written:
            if slide := signatures.resolved(one):
                self._often.update({stem(word) for _, text in typed_paragraphs(one, slide) for word in words_of(text)})

    @cached_property
    def _everything(self) -> Known:
        """All entries of the talk."""
        slides = filter(None, map(self._signatures.resolved, self._signatures.written))
        cited = dict.fromkeys(one for slide in slides if slide.kind != "sources" for one in slide.citations)
        return Known(tuple(one for one in cited if one.kind != "action"), self._library)

    def reasons(self, one: WrittenSlide, slide: Slide) -> tuple[str, ...]:
        """Each once, in the order of the slide's texts."""
        known = Known(tuple(slide.citations) if slide.kind != "sources" else (), self._library)
        found: dict[str, None] = {}
        named: set[str] = set()  # words that were told of already
        for typed, paragraph in typed_paragraphs(one, slide):
            every = tuple(sentences(paragraph))
            for sentence in every:
                for reason in self._of_sentence(sentence, typed, known, slide, named):
                    found.setdefault(reason)
            for reason in (
                *of_marks(paragraph),
                *of_marked(paragraph, known),
                *of_witness(every, self._library),
                *followed(every, known),
            ):
                found.setdefault(reason)
        for typed, paragraph in supplied_paragraphs(slide, self._library):
            for sentence in sentences(paragraph):
                for reason in self._of_supplied(sentence, typed, known, slide, named):
                    found.setdefault(reason)
        for more in (
            of_labels(one, slide, self._library),
            of_listed(one, slide, known),
            swapped(one, self._library),
            on_map(one, known, self._library),
            of_ways(one, self._library),
            of_heads(one.texts, self._library),
            of_credits(slide, self._library),
            of_roles(slide, self._library),
            of_posts(slide, self._library),
        ):
            for reason in more:
                found.setdefault(reason)
        return tuple(found)

    def _of_sentence(
        self, sentence: Sentence, typed: Typed, known: Known, slide: Slide, named: set[str]
    ) -> Iterator[str]:
        asks = "?" in sentence.typed
        to_the_room = bool(OF_THE_ROOM.search(sentence.typed) or _BIDS.match(sentence.typed))
        to_the_room = to_the_room and not _AS_KNOWN.search(sentence.typed)
        is_of_nobody = to_the_room and not _OTHERS.search(sentence.typed)
        tells_on = bool(sentence.cited or _MODAL.search(sentence.typed)) and not (to_the_room or asks)
        plain = PLAIN_OF_OTHERS if tells_on else PLAIN | HOUSEHOLD if is_of_nobody else PLAIN
        strange = self._strange(sentence.typed, known, named, plain)
        is_plain = to_the_room and not any(_is_name(word, sentence.typed) for word in strange)
        if len(strange) > is_plain and not (asks and to_the_room):
            named.update(map(stem, strange))
            yield f"no entry of this slide says {listed(strange)}: “{sentence.short}”"
        elif not (sentence.cited or sentence.is_own or to_the_room or asks or _MODAL.search(sentence.typed)):
            story = tuple(of_story(sentence, known, _OF_STORIES))
            yield from story or supposed.opposite(sentence, known, typed, slide.kind)
        if asks:
            yield from granted.of_question(sentence, known, to_the_room)
        yield from implied(sentence, known, to_the_room)
        yield from (*granted.elsewhere(sentence), *granted.of_gain(sentence, known))
        yield from supposed.of_sentence(sentence, known)
        yield from supposed.of_promise(sentence, known, slide.kind)
        yield from lived(sentence, known, self._everything)
        if (found := _SAID.search(sentence.typed)) and not known.has_all(found[0]):
            yield f"'{found[0]}' tells what somebody said or found, and no entry here does: “{sentence.short}”"
        yield from of_talk(sentence, known, typed)
        yield from invented(sentence, Known(sentence.cited, self._library))
        yield from ranked(sentence, known, typed)
        yield from embroidered(sentence, known, typed)
        if typed.is_seen:
            yield from _of_picture(sentence, known, slide)
            yield from granted.of_teller(sentence, slide)
            yield from (*over_quote(sentence, slide, self._library), *attested(sentence, known))
            yield from granted.over_quote(sentence, slide, self._library)
            if (
                typed.key == "title"
                and slide.citations
                and not sentence.cited
                and not asks
                and not to_the_room
                and not _MODAL.search(sentence.typed)
            ):
                yield from of_headline(sentence, known)
        if sentence.cited:
            own = Known(sentence.cited, self._library)
            yield from _joined(sentence, own, known)
            yield from of_subject(sentence, own)
            yield from of_reference(sentence, own)
            yield from supposed.of_counted(sentence, own)
        elif (
            not to_the_room
            and not asks
            and self._retells(sentence, known)
            and (sweeping := _turning(sentence, known, known))
        ):
            yield f"no entry of this slide says '{sweeping}': “{sentence.short}”"

    def _of_supplied(
        self, sentence: Sentence, typed: Typed, known: Known, slide: Slide, named: set[str]
    ) -> Iterator[str]:
        if typed.key in (DESCRIBED, "credit"):
            yield from of_description(sentence, known)
            yield from _of_picture(sentence, known, slide)
            return
        asserted = known.of(tuple(one.id for one in slide.citations if one.kind != "action"))
        yield from of_the_one(sentence, asserted)
        yield from granted.of_action(sentence, asserted)
        strange = self._strange(sentence.typed, asserted, named)
        if typed.key == "recipient":  # who is named there need not be proved
            strange = [word for word in strange if not re.search(rf"\b{word.capitalize()}\b", sentence.typed)]
        if len(strange) > _MOST_OF_ACTION or any(map(is_person, strange)):
            named.update(map(stem, strange))
            yield f"no entry of this slide says {listed(strange)}: “{sentence.short}”"

    def _retells(self, sentence: Sentence, known: Known) -> bool:
        """Whether it tells on, in the talk's own words, what entries say, and no more than wishes or asks for it."""
        if _MODAL.search(sentence.typed):
            return False
        return any(known.explains(root) for root in map(stem, words_of(sentence.typed)) if root not in PLAIN)

    def _strange(self, text: str, known: Known, named: set[str], plain: frozenset[str] = PLAIN) -> list[str]:
        """The words that neither an entry of the slide nor plain talk nor the talk's own vocabulary has.

        Those of `named` were told of already.
        """
        found: dict[str, str] = {}
        text = MINE.sub(lambda found: found[0][: -len("mine")], text)
        for word in words_of(PRACTICAL.sub(" ", PROVERBS.sub(" ", text))):
            root = stem(word)
            if root not in plain and root not in named and self._often[root] < _OFTEN and not known.explains(root):
                found.setdefault(root, word)
        # A single word that another slide of the talk rests on says little by itself, but for names and what is denied.
        if len(found) == 1 and not _DENIES.search(text) and self._everything.explains(*found):
            return [word for word in found.values() if _is_name(word, text) or is_place(word.capitalize())]
        return list(found.values())


def sentences_of(talk: Talk) -> int:
    """How many sentences, labels included, somebody typed into a talk."""
    signatures = SlideSignatures(talk)
    pairs = ((one, signatures.resolved(one)) for one in signatures.written)
    texts = (text for one, slide in pairs if slide for _, text in typed_paragraphs(one, slide))
    return sum(1 for text in texts for _ in sentences(text))


def _is_name(word: str, text: str) -> bool:
    """Whether a word stands with a capital, and not as the first of a sentence."""
    return re.search(rf"(?<=[a-z,] ){word.capitalize()}\b", text) is not None


def _of_picture(sentence: Sentence, known: Known, slide: Slide) -> Iterator[str]:
    if slide.kind not in ("drawing", "photo"):
        return
    if found := _MADE.search(sentence.typed):
        yield f"'{found[0]}' tells how the picture came to be, which nothing here proves: “{sentence.short}”"
    if slide.kind == "drawing":
        yield from of_pointing(sentence, known)


def _joined(sentence: Sentence, own: Known, known: Known) -> Iterator[str]:
    """Cause and sequel: what is typed around a reference makes more of it than its entry says."""
    names = ", ".join(f"'{one.id}'" for one in dict.fromkeys(sentence.cited))
    told = _THUS.sub(" ", OWN_RESULT.sub(" ", sentence.typed))
    if (found := _CAUSE.search(told)) and not _CAUSE.search(own.text):
        yield f"'{found[0]}' makes a cause of {names}, which does not tell it: “{sentence.short}”"
    behind = OWN_RESULT.sub(" ", sentence.behind)
    if _SEQUEL.match(behind) and _DEED.search(behind):
        added = [word for word in words_of(behind) if not own.explains(stem(word))]
        if added:
            yield f"behind {names} comes {listed(added)}, which it does not say: “{sentence.short}”"
    if turning := _turning(sentence, own, known):
        yield f"{names} says nothing of '{turning}': “{sentence.short}”"


def _turning(sentence: Sentence, own: Known, known: Known) -> str:
    """A small word that makes more, or something else, of its `own` entries; "" where there is none."""
    of_years = ("more than", "less than") if compares_years(sentence.typed, known, own) else ()
    found = (one[0] for one in _TURNING.finditer(sentence.typed) if one[0].lower() not in of_years)
    return next((word for word in found if not own.has_word(word)), "")
