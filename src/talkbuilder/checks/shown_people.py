"""E053 face-shown, E054 no-consent, E055 people-unsaid: people in pictures, who may be harmed by being seen."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.media import Medium, Shown
from talkbuilder.evidence.library.people import Person

_PROTECTED = {"survivor": "a survivor", "minor": "a child"}
_NEED_NOT_AGREE = ("author", "public")  # who show themselves


def check(library: Library) -> Iterator[Diagnostic]:
    for medium in library.of(Medium):
        if medium.people is None:
            hint = "add 'people:' with everybody who can be seen, or 'people: []' if there is nobody"
            yield Diagnostic("E055", f"nothing is said of who is in '{medium.id}'", medium.span, hint)
        for shown in medium.people or ():
            yield from _faults(shown, medium, library)


def _faults(shown: Shown, medium: Medium, library: Library) -> Iterator[Diagnostic]:
    person = library.people.get(shown.who.value)
    role = person.role if isinstance(person, Person) else ""
    if shown.face and role in _PROTECTED:
        hint = "take another picture, of a place or a thing; if no face can be seen, write 'face: false'"
        message = f"'{medium.id}' shows the face of {_PROTECTED[role]}, '{shown.who.value}'"
        yield Diagnostic("E053", message, shown.who.span, hint)
    if shown.agreed is None and role not in _NEED_NOT_AGREE:
        hint = "ask, and write down 'agreed:' with who agreed, when and to what; or take another picture"
        message = f"nobody has agreed that '{shown.who.value}' is shown in '{medium.id}'"
        yield Diagnostic("E054", message, shown.who.span, hint)
