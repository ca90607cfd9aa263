"""Whom the audience may turn to, on paper: only actions of the library, never the people of a booking."""

from msgspec import Struct

from talkbuilder.evidence.library.actions import Action
from talkbuilder.layout.qr import modules_of
from talkbuilder.source.fields import Text
from talkbuilder.talk.talk import Slide, Talk
from talkbuilder.talk.words import Words, words_in


class Code(Struct, frozen=True):
    """A QR code: its rows, # for a dark field, and what it leads to, in words."""

    rows: tuple[str, ...]
    alt: str


class Contact(Struct, frozen=True):
    """An action: the title of the slide that asks for it, what to do, whom it reaches, and the ways to do it.

    `told` is what the slide has for paper of it, its `handout`. `danger` is the number for somebody in danger,
    `danger_do` what is said before it, `about` what callers should know; `for_help` is for themselves.
    """

    title: str
    do: str
    recipient: str
    told: str = ""
    phone: str = ""
    text: str = ""
    message: str = ""
    page: str = ""
    address: str = ""
    danger: str = ""
    danger_do: str = ""
    about: str = ""
    code: Code | None = None
    for_help: bool = False

    @property
    def has_number(self) -> bool:
        return bool(self.phone or self.text)

    @property
    def is_read(self) -> bool:
        """Whether it is a page that no slide asks for, without anybody to ring or to write to."""
        return bool(self.page) and not (self.title or self.has_number or "@" in self.page)

    def in_a_line(self, words: Words) -> str:
        """Who answers, the number, the other ways, what callers should know, the number for danger."""
        text = words.say("text" if self.message else "text_only", message=self.message, n=self.text)
        danger = f"{self.danger_do} {self.danger}" if self.danger else ""
        told = (self.recipient, self.phone, text if self.text else "", self.about, danger, self.page)
        return " · ".join(filter(None, told))


def asked(talk: Talk, on: Slide | None = None) -> tuple[Contact, ...]:
    """What the audience is asked to do, in the talk or `on` a slide of it, each once and in its order.

    Numbers for danger stand with others'.
    """
    every = [(slide, action) for slide, action in talk.asked if on is None or slide is on]
    actions = {action.id: (slide, action) for slide, action in reversed(every)}
    for_danger = {action.danger.value for _, action in actions.values() if action.danger}
    return tuple(_contact(*one, talk) for id, one in reversed(actions.items()) if id not in for_danger)


def to_say(talk: Talk) -> tuple[Contact | None, tuple[Contact, ...]]:
    """The number to say: the last that the talk asks to call; and others that it gives.

    There is none where it gives no number. What stands small at the foot of the closing slide comes after all others.
    """
    numbers = [one for one in asked(talk) if one.has_number]
    every = sorted(talk.asked, key=lambda one: not (one[0].kind == "closing" and one[0].shows.in_row))
    order = [(_value(action.phone), _value(action.text)) for _, action in reversed(every)]
    first = min(numbers, key=lambda one: order.index((one.phone, one.text)), default=None)
    return first, tuple(one for one in numbers if one is not first)


def _contact(slide: Slide, action: Action, talk: Talk) -> Contact:
    named = action.danger and talk.library.actions.get(action.danger.value)
    danger = named if isinstance(named, Action) else None
    scanned = action.scanned
    rows = tuple("".join("#" if dark else "." for dark in row) for row in modules_of(scanned.target)) if scanned else ()
    words, who = words_in(talk.language), _value(action.recipient)
    # Where the talk is about something else, what the closing slide says.
    in_case = words.say("in_case", who=who) if who and slide.kind == "closing" and slide.shows.in_row else ""
    return Contact(
        slide.title.text if slide.kind == "ask" else "",
        in_case or action.do.value,
        who,
        " ".join(one.text for one in slide.handout) if slide.kind == "ask" else "",
        _value(action.phone),
        _value(action.text),
        _value(action.message) if action.text else "",
        " · ".join(filter(None, (_value(action.url), _value(action.email)))),
        _value(action.address),
        _value(danger.phone) if danger else "",
        danger.do.value if danger else "",
        " · ".join(action.to_know),
        Code(rows, words.say(scanned.row, to=scanned.line)) if scanned else None,
        action.is_for_help,
    )


def _value(text: Text | None) -> str:
    return text.value if text else ""
