"""What an author typed into an outline: every text that an audience sees or hears, with what stands next to it."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from talkbuilder.claims.texts import word_set
from talkbuilder.source.fields import Broken, Id, Text, When, Written
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.talk.markup import Markup, references
from talkbuilder.talk.talk import Paragraph, Talk

# Keys whose texts are no prose: names that are looked up, and what stands in no deck.
_NO_PROSE = word_set("allow theme speaker summary keywords route road from_ to focus sections closing sources")
_NOT_SHOWN = frozenset(("only", "not_", "id", "drawing", "span"))
_NOT_PRINTED = _NOT_SHOWN | {"cite"}  # ids that a slide names without printing them
_NO_TEXTS = _NO_PROSE | _NOT_SHOWN


class Typed(Struct, frozen=True, gc=False):  # as in Span
    """A text as it was written.

    `key` is what it stands under; `beside` are the ids of what it is a caption or a label of, `dates` the dates that
    are printed with it; `shown` are the ids of what its slide is made of, `cited` those of its texts and its `cite`.
    """

    text: Text
    key: str
    beside: tuple[Id, ...] = ()
    dates: tuple[When, ...] = ()
    shown: tuple[Id, ...] = ()
    cited: tuple[Id, ...] = ()
    counts: frozenset[int] = frozenset()  # how many members its slide has: two columns, three steps

    @property
    def is_seen(self) -> bool:
        return self.key != "notes"


def typed(outline: Outline) -> Iterator[Typed]:
    """All texts of an outline in their order, but for slides that could not be read."""
    yield from texts_of(outline)
    for section in outline.sections:
        for key in ("section", "notes"):
            if isinstance(text := getattr(section, key), Text):
                yield Typed(text, key)
        for slide in section.slides:
            if not isinstance(slide, Broken):
                yield from of_slide(slide)
    for ending in (*outline.closings, outline.sources):
        if ending is not None:
            yield from texts_of(ending)


def of_slide(slide: Slide) -> Iterator[Typed]:
    texts = tuple(texts_of(slide))
    shown = tuple(_ids(slide))
    printed = tuple(id for one in texts if one.is_seen for id in references(one.text))
    cited, counts = (*printed, *slide.cite), frozenset(_counts(slide))
    for one in texts:
        # Notes are no caption of anything.
        beside = one.beside if one.is_seen else ()
        yield Typed(one.text, one.key, beside, one.dates if one.is_seen else (), shown, cited, counts)


def _counts(slide: Slide) -> Iterator[int]:
    """How many of something a slide shows: blocks, points, rows of a table, and its columns but for the first."""
    for name, value in _pairs(slide, ""):
        if name in _NOT_PRINTED:
            continue
        members = dict(_pairs(value, name)) if isinstance(value, Written) else {name: value}
        for key, one in members.items():
            if isinstance(one, tuple) and len(one) > 1:
                yield len(one) - (isinstance(value, Written) and key == "head")


def texts_of(holder: Any, key: str = "") -> Iterator[Typed]:
    """The texts of a model or of a list, each with the ids and dates that the same one holds."""
    pairs = _pairs(holder, key)
    beside = tuple(id for name, value in pairs if name not in _NOT_PRINTED for id in _listed(value, Id))
    dates = tuple(value for _, value in pairs if isinstance(value, When))
    for name, value in pairs:
        if type(value) is Text:
            is_place = name == "label" and getattr(holder, "latitude", 0.0) is None  # which a map looks up
            if name not in _NO_PROSE and not is_place:
                yield Typed(value, name, beside, dates)
        elif isinstance(value, tuple) and all(type(one) is Text for one in value):
            if name not in _NO_PROSE:
                yield from (Typed(one, name, beside, dates) for one in value)
        elif isinstance(value, tuple | Written) and name not in _NO_TEXTS:
            yield from texts_of(value, name)


def _pairs(holder: Any, key: str) -> list[tuple[str, Any]]:
    if isinstance(holder, Written):
        return [(name, value) for name in holder.__struct_fields__ if (value := getattr(holder, name))]
    return [(key, one) for one in holder] if isinstance(holder, tuple) else []


def _listed(value: Any, wanted: type[Id]) -> tuple[Id, ...]:
    """The ids that a value is, or is a list of."""
    if isinstance(value, wanted):
        return (value,)
    return tuple(one for one in value if isinstance(one, wanted)) if isinstance(value, tuple) else ()


def _ids(holder: Any, key: str = "") -> Iterator[Id]:
    for name, value in _pairs(holder, key):
        if isinstance(value, Id) and name not in _NOT_PRINTED:
            yield value
        elif isinstance(value, tuple | Written) and name not in _NOT_PRINTED:
            yield from _ids(value, name)


class Reread:
    """What a talk's author wrote, text by text, and each as it is printed.

    It reports nothing: what is wrong with a text was reported when its talk was resolved.
    """

    def __init__(self, talk: Talk) -> None:
        self.outline, self.library = talk.outline, talk.library
        self.texts = tuple(typed(talk.outline))
        self._markup = Markup(talk.library, None)
        # By words and place: equal texts may stand in two.
        self._read: dict[tuple[str, int], tuple[Paragraph, ...]] = {}

    def paragraphs(self, text: Text) -> tuple[Paragraph, ...]:
        """The paragraphs of a text, with what its references print."""
        place = text.value, text.span.start
        if place not in self._read:
            self._read[place] = self._markup.paragraphs(text)
        return self._read[place]


_latest: list[Reread] = []


def reread(talk: Talk) -> Reread:
    """The texts of a talk: the same object for all checks of it, and of its editions."""
    if not _latest or _latest[0].outline is not talk.outline or _latest[0].library is not talk.library:
        _latest[:] = [Reread(talk)]
    return _latest[0]
