"""Actions: what the audience can do, with the address or number to do it at."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, Struct

from talkbuilder.source import addresses
from talkbuilder.source.fields import Entry, Flaw, Id, Text, When
from talkbuilder.source.nodes import shorten

_MOST_LINES = 3  # to write down
# The digits of the national hotline in the United States: to call, with the 1 of the country or without, and to text.
_HOTLINE = frozenset({"18883737888", "8883737888", "233733"})
_LEAST_DIGITS, _LEAST_SHORT = 7, 3
FOR_ALL = frozenset({"911", "112", "999"})
EMERGENCY = FOR_ALL | {"988"}  # which nobody may ring to try them


class Telephone(Text, frozen=True):
    """A number that a telephone can dial."""

    called: ClassVar[str] = "a telephone number"
    schema: ClassVar[Mapping[str, Any]] = {"type": ["string", "integer"]}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if addresses.is_telephone(value):
            # What has an area code, as people set it apart, is no short number such as 112 or 02800.
            least = _LEAST_DIGITS if value[0] in "0+" and not value.isdigit() else _LEAST_SHORT
            if len(digits_of(value)) >= least:
                return None
            hint = "write all its digits, with those of the area"
            return Flaw("E051", f"'{shorten(value)}' is too short for a telephone number", hint)
        hint = "write its digits alone, such as 1-888-555-0100; words to send by text message stand in 'message:'"
        return Flaw("E051", f"'{shorten(value)}' is no telephone number", hint)


class Page(Text, frozen=True):
    """The address of a page, as people say it."""

    called: ClassVar[str] = "a web address"

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if addresses.is_page(value):
            return None
        hint = "write it without https://: example.org/garden"
        if addresses.is_mailbox(value):
            hint = f"write 'email: {value}'"
        return Flaw("E051", f"'{shorten(value)}' is no web address", hint)


class Mailbox(Text, frozen=True):
    """The address of somebody's mail."""

    called: ClassVar[str] = "an e-mail address"

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if addresses.is_mailbox(value):
            return None
        return Flaw("E051", f"'{shorten(value)}' is no e-mail address", "write it as somebody@example.org")


def digits_of(number: str) -> str:
    """A number as a telephone dials it."""
    return "".join(filter(str.isdigit, number))


Way = Literal["phone", "text", "url", "email", "recipient", "address"]


class Contact(Struct, frozen=True):
    """A line to write down, in parts of which every second matters most; a click leads to `target`, if anywhere."""

    way: Way
    parts: tuple[str, ...]
    target: str = ""

    @property
    def line(self) -> str:
        return "".join(self.parts)

    @property
    def row(self) -> str:
        """Which of our words tell what its QR code does."""
        return f"code_{self.way}" if self.way in ("phone", "text") else "code_page"


class Action(Entry, frozen=True, kw_only=True):
    """An entry of assets/actions.yaml."""

    do: Annotated[Text, Meta(description="what to do, as an imperative")]
    phone: Annotated[Telephone | None, Meta(description="the number to call")] = None
    text: Annotated[Telephone | None, Meta(description="the number to send a text message to")] = None
    message: Annotated[Text | None, Meta(description="what to write in the text message, such as HELP")] = None
    url: Annotated[Page | None, Meta(description="the web address, without https://")] = None
    email: Annotated[Mailbox | None, Meta(description="the e-mail address")] = None
    address: Annotated[Text | None, Meta(description="the postal address")] = None
    recipient: Annotated[Text | None, Meta(description="who receives what is given, or who answers")] = None
    code: Annotated[
        Literal["phone", "text", "url", "email", "none"] | None,
        Meta(
            description="what its QR code leads to; left out: the web address, else the text message, else the number"
        ),
    ] = None
    poster: Annotated[
        bool, Meta(description="whether its number stands very large on a dark slide, to be read from the last row")
    ] = False
    danger: Annotated[
        Id | None, Meta(description="the action that its poster gives for danger, such as an emergency number")
    ] = None
    until: Annotated[When | None, Meta(description="the last day, only for what ends")] = None
    about: Annotated[
        tuple[Text, ...],
        Meta(description="what callers should know, in a few words each: 24 hours, confidential; beside who answers"),
    ] = ()
    caution: Annotated[
        Text | None,
        Meta(description="what to tell callers first, on paper beside `about`: what may have to be passed on"),
    ] = None
    run_by: Annotated[Text | None, Meta(description="who runs it, for the notes: nobody on the stage need name it")] = (
        None
    )
    verified_on: Annotated[When | None, Meta(description="when somebody last made sure that it is right")] = None
    post: Annotated[
        Id | None, Meta(description="the source that speaks of it, an id of assets/sources.yaml, if there is one")
    ] = None

    @property
    def is_hotline(self) -> bool:
        """Whether it is the national hotline of the United States, however its number is written."""
        return any(digits_of(number.value) in _HOTLINE for number in (self.phone, self.text) if number)

    @property
    def is_for_help(self) -> bool:
        """Whether who calls wants help, and may be watched: it is large, or says what callers should know, and is not
        a number that everybody has for an emergency."""
        is_known = self.phone is not None and digits_of(self.phone.value) in FOR_ALL
        return not is_known and bool(self.poster or self.danger or self.about or self.caution)

    @property
    def to_know(self) -> tuple[str, ...]:
        """What callers should know, on paper and in notes: nobody reads there that it is confidential and no more."""
        return tuple(one.value for one in (*self.about, self.caution) if one)

    @property
    def ways(self) -> tuple[Contact, ...]:
        """All ways to do it, the most direct first."""
        found = []
        if self.phone:
            found.append(Contact("phone", (self.phone.value,), addresses.to_telephone(self.phone.value)))
        if self.text:
            words = self.message.value if self.message else ""
            parts = ("Text ", words, " to ", self.text.value) if words else ("Text ", self.text.value)
            found.append(Contact("text", parts, addresses.to_message(self.text.value, words)))
        if self.url:
            found.append(Contact("url", (self.url.value,), addresses.to_page(self.url.value)))
        if self.email:
            found.append(Contact("email", (self.email.value,), addresses.to_mailbox(self.email.value)))
        if self.recipient:
            found.append(Contact("recipient", (self.recipient.value,)))
        if self.address:
            found.append(Contact("address", (self.address.value,)))
        return tuple(found)

    @property
    def to_write_down(self) -> tuple[Contact, ...]:
        """The most direct ways; never more than three, and always the one that its QR code leads to."""
        first, rest = self.ways[:_MOST_LINES], self.ways[_MOST_LINES:]
        if self.scanned in rest:
            return (*first[:-1], self.scanned)
        return first

    @property
    def contacts(self) -> tuple[str, ...]:
        return tuple(one.line for one in self.to_write_down)

    @property
    def told(self) -> str:
        """Every way there is, for the notes: a slide has room for three."""
        return "; ".join(one.line for one in self.ways)

    @property
    def scanned(self) -> Contact | None:
        """What its QR code leads to; None where it has none."""
        by_way = {one.way: one for one in self.ways}
        if self.code == "none":
            return None
        wanted: tuple[Way, ...] = (self.code,) if self.code else ("url", "text", "phone", "email")
        return next((by_way[way] for way in wanted if way in by_way), None)
