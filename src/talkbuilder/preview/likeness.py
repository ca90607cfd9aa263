"""Slides apart from where they were written: whether two look alike, and one with a text of its own to stand in."""

from collections.abc import Hashable, Mapping
from typing import cast

from msgspec import Struct, structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.talk.talk import Citation, Slide

# What of a slide never shows on it. The sources slides alone put their notes on several pages.
_UNSEEN = frozenset({"notes", "spoken", "span", "priority", "minutes", "pause", "media", "only", "not_", "aloud"})
_WITH_NOTES = frozenset({"sources"})


def look_of(slide: Slide) -> Hashable:
    """Equal for slides of which the same is drawn."""
    fields = (name for name in slide.__struct_fields__ if name not in _UNSEEN)
    seen = tuple(placeless(getattr(slide, name)) for name in fields)
    return (*seen, placeless(slide.notes)) if slide.kind in _WITH_NOTES else seen


def placeless(value: object) -> Hashable:
    """Equal for values that differ at most in where they were written."""
    match value:
        case Span():
            return None
        case Citation():
            return value
        case Struct():
            return type(value), *(placeless(getattr(value, name)) for name in value.__struct_fields__)
        case Mapping():
            return tuple((key, placeless(one)) for key, one in value.items())
        case tuple() | list():
            return tuple(map(placeless, value))
        case Hashable():
            return value
        case _:
            raise AssertionError("unreachable")


def by_itself(slide: Slide, written: Span) -> Slide:
    """A slide whose places are in its own lines alone: else what is kept of it would keep the whole outline of then."""
    whole = written.source
    first = whole.text.rfind("\n", 0, written.start) + 1
    own = Source(whole.name, whole.text[first : written.end])

    def moved(value: object) -> object:
        match value:
            case Span() if value.source is whole and first <= value.start and value.end <= written.end:
                return Span(own, value.start - first, value.end - first)
            case Span() if value.source is whole:
                return Span(own, 0, 0)
            case Span() | Citation():
                return value
            case Struct():
                return _with_moved(value)
            case Mapping():
                return {key: moved(one) for key, one in value.items()}
            case tuple():
                return tuple(map(moved, value))
            case _:
                return value

    def _with_moved(value: Struct) -> Struct:
        before = {name: getattr(value, name) for name in value.__struct_fields__}
        after = {name: new for name, old in before.items() if (new := moved(old)) is not old and new != old}
        return structs.replace(value, **after) if after else value

    return cast(Slide, moved(slide))
