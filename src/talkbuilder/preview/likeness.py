"""Whether two slides look alike: what shows on them, apart from the places where it was written."""

from collections.abc import Hashable, Mapping

from msgspec import Struct

from talkbuilder.diagnostics import Span
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
