"""The closing slide, which stays in view during questions; made from the talk's `closing`."""

from talkbuilder.kinds.kind import Frame, Kind, assemble, contact
from talkbuilder.source.outline import Closing, Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Content
from talkbuilder.talk.talk import Slide as Resolved


def resolve(written: Closing, markup: Markup) -> Resolved:
    slots: dict[str, Content] = {"text": (markup.line(written.text),)} if written.text else {}
    asked: tuple[Citation, ...] = ()
    if found := contact(written.ask, markup):
        slots["contact"] = found[1]
        asked = (markup.cite_action(found[0]),)
    slide = Slide(span=written.title.span, title=written.title, notes=written.notes, priority="must")
    return assemble("closing", slide, markup, slots, asked=asked)


KIND = Kind(
    "closing",
    "Closing",
    resolve,
    (
        Frame("title", "Title"),
        Frame("text", "Text"),
        Frame("contact", "Contact"),
    ),
)
