"""Where talks use what: every mention of an entry, as far as an outline can be read at all."""

from collections.abc import Iterator, Mapping
from typing import get_args

from msgspec import Struct

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.evidence.library.derived import Computed, ancestors, depends_on
from talkbuilder.evidence.library.library import Library
from talkbuilder.kinds import WRITTEN
from talkbuilder.source.fields import Broken, Id, Text, Written, fields_of
from talkbuilder.source.nodes import Mapping as Keys
from talkbuilder.source.nodes import Node, Scalar, Sequence
from talkbuilder.source.outline import Closing, Slide
from talkbuilder.source.parse import parse
from talkbuilder.talk.markup import references

KINDS: Mapping[str, str] = {  # what an entry of each file is called
    "facts": "fact",
    "quotes": "quote",
    "actions": "action",
    "people": "person",
    "sources": "post",
    "media": "picture",
}
# The keys of slides that name an entry by its id, and what they name; `cite` and keys not listed name facts or quotes.
_NAMES = {"quote": ("quote",), "ask": ("action",), "photo": ("picture",), "number": ("fact",)}
_CLAIMS = ("fact", "quote")

Name = tuple[str, str]  # a kind of entry and an id


class Use(Struct, frozen=True):
    """One mention. `slide` counts as the deck does; it is 0 on a slide of other editions than the everyday one, and
    where the outline has faults."""

    kind: str
    id: str
    talk: str
    slide: int
    title: str
    key: str  # the key that it stands under: quote, cite, notes, …
    span: Span


def names(library: Library, id: str) -> tuple[Name, ...]:
    """What an id is the name of; it may be several things."""
    return tuple((kind, id) for field, kind in KINDS.items() if id in getattr(library, field))


def resting_on(library: Library, name: Name) -> tuple[Name, ...]:
    """The entries that have to be seen to when an entry changes: itself, and what rests on it or is computed of it."""
    kind, id = name
    found = [name]
    for field in ("facts", "quotes", "actions"):
        for entry in getattr(library, field).values():
            if not isinstance(entry, Broken) and id in _grounds(entry, kind):
                found.append((KINDS[field], entry.id))
    return tuple(found)


def _grounds(entry: object, kind: str) -> tuple[str, ...]:
    """The posts or the people that an entry rests on, or the facts that it is computed from."""
    if isinstance(entry, Computed):
        if kind == "fact":
            return tuple(one.id for one in ancestors(entry))
        return tuple(ground for root in depends_on(entry) for ground in _grounds(root, kind))
    keys = {"post": ("post",), "person": ("source", "speaker")}.get(kind, ())
    named = (getattr(entry, key, None) for key in keys)
    return tuple(one.value for one in named if isinstance(one, Id))


def uses(
    talk: str,
    source: Source,
    library: Library,
    report: Report | None = None,
    with_skipped: bool = True,
    numbers: Mapping[int, int] | None = None,
) -> tuple[Use, ...]:
    """All mentions of a talk's outline, in its order, those in slides that have faults too, or are skipped.

    `numbers` are those of its slides, by where they begin. Reports what YAML cannot read, or reads only the first of
    two of: mentions there are missing.
    """
    node = parse(source, report or Report())
    outline = _Outline(talk, library, with_skipped, numbers or {})
    found = tuple(outline.uses(node)) if isinstance(node, Keys) else ()
    return tuple(sorted(found, key=lambda use: use.span.start))


class _Outline:
    def __init__(self, talk: str, library: Library, with_skipped: bool, numbers: Mapping[int, int]) -> None:
        self._talk, self._library, self._with_skipped = talk, library, with_skipped
        self._numbers = numbers

    def uses(self, outline: Keys) -> Iterator[Use]:
        sections = [(section, tuple(_items(section.get("slides")))) for section in _items(outline.get("sections"))]
        endings = [*_items(outline.get("closing")), *_items(outline.get("sources"))]
        yield from self._next(_without(outline, "sections", "closing", "sources"), "talk")
        for section, slides in sections:
            yield from self._next(_without(section, "slides"), "section")
            for slide in slides:
                found = [*self._next(slide, "title")]
                yield from found if self._with_skipped or not _is_skipped(slide) else ()
        for made in endings:
            yield from self._next(made, "title")

    def _next(self, keys: Keys, title: str) -> Iterator[Use]:
        titled = keys.get("statement") or keys.get("question") or keys.get(title) or keys.get("blank")
        said = " ".join(titled.value.split()) if isinstance(titled, Scalar) else ""
        places = (one.span.start for one in (keys, titled) if one)
        number = next(filter(None, map(self._numbers.get, places)), 0)
        for key, value in keys.entries:
            for kind, id in self._mentions(key.value, value):
                yield Use(kind, id.value, self._talk, number, said, key.value, id.span)

    def _mentions(self, key: str, value: Node) -> Iterator[tuple[str, Id]]:
        """What a key's value mentions: ids, where the key takes ids; else references in its texts."""
        match value:
            case Scalar() if key == "speaker" and value.value in self._library.people:
                yield "person", Id(value.value, value.span)
            case Scalar() if key in _ID_KEYS and not {" ", "{"} & set(value.value):
                yield self._kind(value.value, _NAMES.get(key, _CLAIMS)), Id(value.value, value.span)
            case Scalar():
                yield from (("fact", id) for id in references(Text(value.value, value.span)))
            case Sequence():
                for item in value.items:
                    yield from self._mentions(key, item)
            case Keys():
                for name, under in value.entries:  # a text that has others under it is a key
                    yield from self._mentions("", name)
                    yield from self._mentions(key if key == "facts" else name.value, under)  # as a chart names them
            case _:
                raise AssertionError("unreachable")

    def _kind(self, id: str, kinds: tuple[str, ...]) -> str:
        known = {kind for kind, _ in names(self._library, id)}
        # As talks resolve `cite`: a quotation goes before a fact of the same name.
        return next((kind for kind in reversed(kinds) if kind in known), kinds[0])


def _id_keys(*models: type[Written]) -> Iterator[str]:
    """The keys of models, and of the models in them, that take ids; `id` names the slide itself."""
    for model in models:
        for field in fields_of(model):
            kinds = tuple(_parts(field.type))
            if Id in kinds and field.name != "id":
                yield field.name
            yield from _id_keys(*(kind for kind in kinds if kind is not model and issubclass(kind, Written)))


def _parts(kind: object) -> Iterator[type]:
    """The types that a field may hold: of `tuple[Id, ...] | None` it is Id."""
    if isinstance(kind, type) and not get_args(kind):
        yield kind
    for part in get_args(kind):
        yield from _parts(part)


_ID_KEYS = frozenset(_id_keys(Slide, Closing, *(kind.model for kind in WRITTEN.values() if kind.model)))


def _without(keys: Keys, *left_out: str) -> Keys:
    return Keys(tuple(entry for entry in keys.entries if entry[0].value not in left_out), keys.span)


def _is_skipped(slide: Keys) -> bool:
    skip = slide.get("skip")
    return isinstance(skip, Scalar) and skip.value == "true"


def _items(node: Node | None) -> Iterator[Keys]:
    """The items of a list, or what stands there alone; an item that has no keys is still a slide, only without any."""
    for item in node.items if isinstance(node, Sequence) else (node,) if isinstance(node, Keys) else ():
        yield item if isinstance(item, Keys) else Keys((), item.span)
