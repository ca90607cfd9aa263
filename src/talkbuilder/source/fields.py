"""What a field may hold: texts that keep their place, each with its rule, and the keys that a model allows."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import Annotated, Any, ClassVar, NamedTuple, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct

from talkbuilder.diagnostics import Span
from talkbuilder.source import ids, languages
from talkbuilder.source.dates import as_date, is_date, is_day, minute_of_day, no_such
from talkbuilder.source.nodes import shorten
from talkbuilder.source.slips import meant, no_look

_LONGEST_LIKELY = 30  # characters of an id that is proposed; what is longer was meant to be no id
_PAGE = r"(?:[A-Za-z]{0,3}[-.]?[0-9]+[a-z]?|[ivxlcdmIVXLCDM]+)"
_PAGES = rf"{_PAGE}(?:(?: ?[-–,&] ?| and ){_PAGE})*"


class Flaw(NamedTuple):
    """What is wrong with a text: a code of diagnostics, the message and the hint."""

    code: str
    message: str
    hint: str


class Text(Struct, frozen=True, gc=False):  # as in Span
    """A text with its place; may hold `{fact-id}`, `**bold**` and `*italic*`. What keeps to a rule is a class of it."""

    value: str
    span: Span

    called: ClassVar[str] = "a text"  # what a message calls such a value
    # Numbers and dates need no quote marks where a text is wanted: every scalar is text until a field asks.
    schema: ClassVar[Mapping[str, Any]] = {"type": ["string", "number"]}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        """Why a value is none of these; None where it is one."""
        return None

    @property
    def plainly(self) -> object:
        return self.value

    def place_of(self, words: str) -> Span:
        """Where words of it stand; all of it where they stand there twice or are written otherwise."""
        whole = self.span
        wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
        found = list(islice(wanted.finditer(whole.source.text, whole.start, whole.end), 2))
        return Span(whole.source, *found[0].span()) if len(found) == 1 and words.strip() else whole


class Id(Text, frozen=True):
    """The name of an entry: small letters, digits and hyphens."""

    called: ClassVar[str] = "an id"
    schema: ClassVar[Mapping[str, Any]] = {"type": ["string", "integer"], "pattern": ids.PATTERN}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if ids.is_id(value):
            return None
        if value[:1] == "{" and ids.is_id(value[1:-1]):
            return Flaw("E010", f"'{value}' is no id", f"write '{value[1:-1]}', without the braces")
        likely = ids.as_id(value.removesuffix(".yaml"))
        hint = f"{ids.ADVICE}, such as '{likely}'" if 0 < len(likely) <= _LONGEST_LIKELY else ids.ADVICE
        return Flaw("E010", f"'{value}' is no id", hint)


class FileId(Id, frozen=True):
    """An id that files or folders are named after."""

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if ids.is_device(value):
            return Flaw("E010", f"'{value}' is a device on Windows", f"add a word, such as '{value}-1'")
        return super().flaw(value)


class When(Text, frozen=True):
    """A date as precise as it is known: 2012, 2012-04 or 2012-04-18."""

    called: ClassVar[str] = "a date"
    schema: ClassVar[Mapping[str, Any]] = {"type": ["string", "number"], "pattern": r"^\d{4}(-\d\d){0,2}$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if is_date(value):
            return None
        hint = f"write {as_date(value) or '2012, 2012-04 or 2012-04-18'}"
        return Flaw("E013", _no_date(value, "date"), hint)


class Day(When, frozen=True):
    """A date to the day: 2012-04-18."""

    called: ClassVar[str] = "a day"
    schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if is_day(value):
            return None
        return Flaw("E013", _no_date(value, "day"), f"write {as_date(value) or 'it as 2027-05-14'}")


def _no_date(value: str, called: str) -> str:
    why = no_such(value)
    return f"'{shorten(value)}' is no {called}{f': {why}' if why else ''}"


class Pages(Text, frozen=True):
    """Where in a source: 12, 12-14, xii; several behind commas."""

    called: ClassVar[str] = "a page"
    schema: ClassVar[Mapping[str, Any]] = {"type": ["string", "integer"], "pattern": f"^{_PAGES}$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if re.fullmatch(_PAGES, value):
            return None
        number = re.search(r"\d+", value)
        hint = f"write {number[0] if number else 'its number'}, as in 12, 12-14 or xii"
        return Flaw("E004", f"'{shorten(value)}' is no page", hint)


class TimeOfDay(Text, frozen=True):
    """A time of the day: 19:30 or 7:30 pm."""

    called: ClassVar[str] = "a time"
    schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": r"^\d{1,2}:[0-5]\d( ?[apAP]\.?[mM]\.?)?$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if minute_of_day(value) is not None:
            return None
        return Flaw("E013", f"'{shorten(value)}' is no time of the day", "write it as 19:30 or 7:30 pm")


class Language(Text, frozen=True):
    """A language by its tag: en-US, kk, ru-KZ."""

    called: ClassVar[str] = "a language"
    schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": languages.PATTERN}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if languages.is_language(value):
            return None
        tag = languages.tag_of(value)
        return Flaw("E017", f"'{shorten(value)}' is no language tag", f"write {tag or 'en-US, kk or ru-KZ'}")


class Written(Struct, frozen=True, kw_only=True):
    """The base of every model of what an author writes. `span` is its place, not a key.

    One that is no plain mapping of keys brings a classmethod `read(reader, node)` and a JSON Schema, `schema`; in the
    place of all keys of one that is `short`, what stands under that key may stand alone.
    """

    span: Span

    short: ClassVar[str] = ""

    @classmethod
    def unknown(cls, key: str) -> Flaw:
        """What to tell of a key that is none of the model's."""
        hint = no_look(key) or meant(key, [field.name for field in fields_of(cls)])
        return Flaw("E002", f"unknown key '{shorten(key)}'", hint)


def without_places(value: object) -> object:
    """A field's value as other programs take it: texts as plain strings, tuples as lists."""
    if isinstance(value, tuple):
        return [without_places(one) for one in value]
    return value.plainly if isinstance(value, Text) else value


class Entry(Written, frozen=True, kw_only=True):
    """A model whose instances have a name: the key that they stand under."""

    id: str

    named: ClassVar[type[Text]] = Id  # what the name may be

    def place_of_key(self, *keys: str) -> Span | None:
        """Where the first of these keys stands in it, be its value of use or not; None where none of them does."""
        text = self.span.source.text
        next_entry = re.compile(r"\n(?=[^\s#])").search(text, self.span.end)
        written = re.compile(rf"(?:^[^\S\n]*|[{{,]\s*)({'|'.join(keys)})(?=\s*:)", re.MULTILINE)
        found = written.search(text, self.span.end, next_entry.start() if next_entry else len(text))
        return Span(self.span.source, *found.span(1)) if found else None

    # Models of entries that are written otherwise, each by the keys that tell that it is one.
    others: ClassVar[Mapping[str, type["Entry"]]] = {}


class Broken(Struct, frozen=True):
    """What could not be read; reported already, kept so that the rest is still built and looked up."""

    span: Span
    id: str = ""


class Field(Struct, frozen=True):
    """One key that a model allows; `attribute` differs from `name` where the key is a word of Python."""

    name: str
    attribute: str
    type: Any
    doc: str
    default: object
    least: float | None = None
    most: float | None = None
    fewest: int | None = None  # items of a list
    longest: int | None = None

    @property
    def required(self) -> bool:
        return self.default is NODEFAULT


_fields: dict[type, tuple[Field, ...]] = {}


def fields_of(model: type[Written]) -> tuple[Field, ...]:
    """The keys that a model allows, in the order in which it declares them."""
    if model not in _fields:
        hints = get_type_hints(model, include_extras=True)
        own = [name for name in model.__struct_fields__ if name != "span"]
        if issubclass(model, Entry):
            own.remove("id")
        defaults = dict(zip(reversed(model.__struct_fields__), reversed(model.__struct_defaults__), strict=False))
        _fields[model] = tuple(_field(name, hints[name], defaults.get(name, NODEFAULT)) for name in own)
    return _fields[model]


def _field(name: str, hint: Any, default: object) -> Field:
    if get_origin(hint) is not Annotated:
        return Field(name.rstrip("_"), name, hint, "", default)
    kind, *extras = get_args(hint)
    meta = next((extra for extra in extras if isinstance(extra, Meta)), Meta())
    limits = (_bound(meta.ge), _bound(meta.le), meta.min_length, meta.max_length)
    return Field(name.rstrip("_"), name, kind, meta.description or "", default, *limits)


def _bound(value: object) -> float | None:
    return value if isinstance(value, int | float) else None
