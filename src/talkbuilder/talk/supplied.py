"""What a slide shows that its outline does not hold: words of pictures, drawings and actions."""

from collections.abc import Iterator

from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.media import Medium
from talkbuilder.source.fields import Text
from talkbuilder.talk.talk import Picture, Slide
from talkbuilder.talk.typed import Typed

DESCRIBED = "shown"  # the key of what a picture or a drawing is said to show
_DRAWN = frozenset(("cover", "drawing", "quote"))  # kinds whose description is that of a drawing


def supplied(slide: Slide, library: Library) -> Iterator[Typed]:
    """The words of one slide's pictures, drawing and actions."""
    if slide.kind in _DRAWN and slide.described:
        yield Typed(Text(span=slide.title.span, value=slide.described), DESCRIBED)
    for slot in slide.slots.values():
        if isinstance(slot, Picture):
            yield Typed(Text(span=slot.span, value=slot.alt), DESCRIBED)
            if isinstance(medium := library.media.get(slot.id), Medium):
                yield Typed(medium.credit, "credit")
    for cited in slide.citations:
        action = library.actions.get(cited.id) if cited.kind == "action" else None
        if isinstance(action, Action):
            for key in ("do", "message", "recipient"):
                if isinstance(text := getattr(action, key), Text):
                    yield Typed(text, key)
