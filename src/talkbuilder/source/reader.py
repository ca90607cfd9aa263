"""Nodes to models: checks every field against the model's annotations, and reports all that is wrong."""

import re
import types
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from msgspec import NODEFAULT

from talkbuilder.diagnostics import Diagnostic, Report, Span
from talkbuilder.source.characters import first_unprintable, unprintable
from talkbuilder.source.fields import Broken, Field, Flaw, Id, Text, Written, fields_of
from talkbuilder.source.ids import as_id
from talkbuilder.source.nodes import Mapping, Node, Scalar, Sequence, is_empty, kind_of, shorten
from talkbuilder.source.project import PICTURE_ENDINGS
from talkbuilder.source.slips import chosen, equated, parted

_LONGEST_NUMBER = 20
_NOBODY = frozenset({"nobody", "no one", "none", "nothing", "no", "-"})
_YES_OR_NO = frozenset({"true", "false", "yes", "no", "on", "off"})
_MODEL = TypeVar("_MODEL", bound=Written)


class Reader:
    """Turns nodes into models.

    `custom` says how to read the types that cannot say it themselves; `sought`, which entries of a file have some words
    that stand where one of them is to be named.
    """

    def __init__(
        self,
        report: Report,
        custom: dict[type, Callable[["Reader", Node], object]] | None = None,
        sought: Callable[[str, str], Iterable[str]] = lambda file, words: (),
    ) -> None:
        self.report = report
        self._custom = custom or {}
        self._sought = sought

    def fault(self, code: str, message: str, span: Span, hint: str = "") -> Broken:
        """Reports a fault; returns what stands in for the value that was to be read."""
        self.report(Diagnostic(code, message, span, hint))
        return Broken(span)

    def model(self, node: Node, model: type[_MODEL], id: str | None = None, at: Span | None = None) -> _MODEL | Broken:
        """An instance of `model`; Broken where a required field is missing or cannot be used."""
        place = at or node.span
        if not isinstance(node, Mapping):
            message = f"expected keys and values, found {kind_of(node)}"
            shape = _shape_of(model)
            if isinstance(node, Scalar) and shape.count("…") == 1 and not is_empty(node):
                shape = shape.replace("…", shorten(node.value, 30))
            advice = f"write {{{shape}}}"
            if id is not None and is_empty(node):
                advice = f"put two blanks before each of its lines below; or {advice}"
            return self.fault("E004", message, node.span, equated(node) or advice)
        fields = _kinds_of(model)
        values: dict[str, Any] = {"span": place} | ({"id": id} if id is not None else {})
        broken = False
        given = {key.value: value for key, value in node.entries}
        unknown = [key for key, _ in node.entries if key.value not in fields]
        pieces = parted(node) if unknown else {}
        for key in unknown:
            if (hint := pieces.get(key.value)) != "":  # one of each text is enough
                flaw = model.unknown(key.value)
                self.fault(flaw.code, flaw.message, key.span, hint or flaw.hint)
        for name, (field, kind) in fields.items():
            found = given.get(name)
            read = self._missing(field, place) if found is None else self._value(found, field, kind)
            broken = broken or (isinstance(read, Broken) and field.required)
            if not isinstance(read, Broken) and read is not NODEFAULT:
                values[field.attribute] = read
        return Broken(place, id or "") if broken else model(**values)

    def _missing(self, field: Field, place: Span) -> object:
        if not field.required:
            return NODEFAULT
        choices = f"{', '.join(get_args(field.type))}: " if get_origin(field.type) is Literal else ""
        hint = f"add '{field.name}:' ({choices}{field.doc})"
        return self.fault("E003", f"'{field.name}' is missing", first_line(place), hint)

    def entries(self, node: Node, model: type[_MODEL]) -> dict[str, _MODEL | Broken]:
        """The entries of a library file, by id."""
        if not isinstance(node, Mapping):
            self.fault(
                "E004",
                f"expected ids with their entries, found {kind_of(node)}",
                node.span,
                "write a name of your own in the place of each '-', such as 'some-id:', and below it, behind two "
                f"blanks each, its keys: {_shape_of(model)}",
            )
            return {}
        return {key.value: self.entry(key, value, model) for key, value in node.entries}

    def entry(self, key: Scalar, value: Node, model: type[_MODEL]) -> _MODEL | Broken:
        """An entry of a file of entries, of the model that its keys ask for."""
        others: Any = getattr(model, "others", None)
        if others and isinstance(value, Mapping):
            model = next((others[one.value] for one, _ in value.entries if one.value in others), model)
        named: type[Text] = getattr(model, "named", Id)
        if flaw := named.flaw(key.value):
            self.fault(flaw.code, flaw.message, key.span, flaw.hint)
        if read := getattr(model, "read_entry", None):
            entry: _MODEL | Broken = read(self, key, value)
            return entry
        return self.model(value, model, key.value, key.span)

    def text(self, node: Node, name: str) -> Text | Broken:
        """A text that a model's own reader has found; `name` is what a message calls it."""
        read = self.value(node, Field(name, name, Text, "", None))
        assert isinstance(read, Text | Broken)
        return read

    def value(self, node: Node, field: Field) -> object:
        """A value of the field's type; Broken where there is none."""
        return self._value(node, field, field.type)

    def _value(self, node: Node, field: Field, kind: Any) -> object:
        if is_empty(node):
            first = _first_key(field.type)
            such = f", as in '- {first}: …'" if first and get_origin(kind) is tuple else f" ({field.doc})"
            hint = f"write {_a(field.type)}{such if field.required else ', or leave it out'}"
            return self.fault("E009", f"'{field.name}' is empty", node.span, hint)
        return self._typed(node, field, kind)

    def _typed(self, node: Node, field: Field, kind: Any) -> object:
        if isinstance(node, Scalar) and isinstance(kind, type) and issubclass(kind, Text):
            return self._text(node, field, kind)  # as most are: nothing else is asked first
        if kind in self._custom:
            return self._custom[kind](self, node)
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self._union(node, field, [arg for arg in get_args(kind) if arg not in (type(None), Broken)])
        if origin is tuple:
            return self._list(node, field, get_args(kind)[0])
        if read := getattr(kind, "read", None):
            return read(self, node)
        if isinstance(kind, type) and issubclass(kind, Written):
            return self._short(node, kind) if kind.short and isinstance(node, Scalar) else self.model(node, kind)
        if not isinstance(node, Scalar):
            is_reference = isinstance(node, Mapping) and len(node.entries) == 1 and is_empty(node.entries[0][1])
            hint = _one_text(node, field.name) if kind is Text else f"write {_a(kind)}"
            if is_reference and isinstance(node, Mapping):  # {young}
                name = node.entries[0][0].value
                hint = f"write '{name}', without the braces: they stand within texts only"
                hint = f'write "{{{name}}}", in quote marks' if kind is Text else hint
            return self.fault(
                "E004", f"'{field.name}' must be {_a(kind)}, found {kind_of(node)}", first_line(node.span), hint
            )
        return self._scalar(node, field, kind)

    def _short(self, node: Scalar, model: type[Written]) -> object:
        """A model of which only the most important key is written, and without its name."""
        field = next(one for one in fields_of(model) if one.name == model.short)
        read = self.value(node, field)
        return read if isinstance(read, Broken) else model(span=node.span, **{field.attribute: read})

    def _union(self, node: Node, field: Field, choices: list[Any]) -> object:
        if bool in choices and isinstance(node, Scalar) and node.plain and node.value.lower() in _YES_OR_NO:
            if node.value == "false":
                return False
            message = f"'{field.name}' must be false or a text, found {kind_of(node)}"
            return self.fault("E004", message, node.span, "write false, or say how in a few words")
        others = [choice for choice in choices if choice is not bool]
        lists = [choice for choice in others if get_origin(choice) is tuple] if isinstance(node, Sequence) else []
        return self._typed(node, field, (*lists, *others)[0])

    def _list(self, node: Node, field: Field, kind: Any) -> object:
        if not isinstance(node, Sequence):
            hint = "begin each item with '- ' on a line of its own"
            if isinstance(node, Scalar) and node.value.lower() in _NOBODY and not field.fewest:
                hint = f"write '{field.name}: []'"
            elif first := _first_key(kind):
                hint += f", as in '- {first}: …'"
            elif isinstance(node, Scalar) and "\n" not in node.span.source.text[node.span.start : node.span.end]:
                hint = f"write '{field.name}: [{shorten(node.value)}]', or {hint}"
            found = "keys without a '-' before them" if isinstance(node, Mapping) else kind_of(node)
            return self.fault("E004", f"'{field.name}' must be a list, found {found}", first_line(node.span), hint)
        wrong = _length(len(node.items), field)
        if wrong:
            self.fault(wrong.code, wrong.message, node.span, wrong.hint)
        read = [self.value(item, Field(field.name, field.attribute, kind, field.doc, None)) for item in node.items]
        keeps_broken = Broken in get_args(kind)
        return (
            Broken(node.span) if wrong else tuple(item for item in read if keeps_broken or not isinstance(item, Broken))
        )

    def _scalar(self, node: Scalar, field: Field, kind: Any) -> object:
        if get_origin(kind) is Literal:
            names = get_args(kind)
            if node.value in names:
                return node.value
            message = f"'{shorten(node.value)}' is no choice for '{field.name}'"
            hint = chosen(node.value, names)
            hint = f"{hint} ({field.doc})" if hint.startswith("one of") else hint
            return self.fault("E005", message, node.span, hint)
        if kind in (int, float):
            return self._number(node, field, kind)
        if kind is bool:
            if node.plain and node.value in ("true", "false"):
                return node.value == "true"
            message = f"'{field.name}' must be true or false, found {kind_of(node)}"
            return self.fault("E004", message, node.span, "write true or false, without quote marks")
        return self._text(node, field, kind)

    def _text(self, node: Scalar, field: Field, kind: Any) -> object:
        if (at := first_unprintable(node.value)) is not None:
            self.report(unprintable(node.value[at], node.span))
            return Broken(node.span)
        if not node.value.strip():
            hint = f"write a text ({field.doc})" if field.required else "write a text, or leave the key out"
            return self.fault("E009", f"'{field.name}' is empty", node.span, hint)
        if flaw := kind.flaw(node.value):
            hint = _instead(node.value, field, self._sought) if kind is Id else flaw.hint
            return self.fault(flaw.code, flaw.message, node.span, hint or flaw.hint)
        return kind(node.value, node.span)

    def _number(self, node: Scalar, field: Field, kind: type[int] | type[float]) -> object:
        text = node.value.replace("_", "")
        if not re.fullmatch(r"-?[0-9]+" if kind is int else r"-?[0-9]+(\.[0-9]+)?", text):
            hint = f"write {_in_digits(node.value, kind) or f'it in digits, such as {30 if kind is int else 88}'}"
            if field.name == "value" and (counts := re.fullmatch(r"(-?\d+(?:\.\d+)?) ([^\W\d].*)", node.value)):
                hint = f"write 'value: {counts[1]}', and below it 'unit: {counts[2]}'"
            return self.fault("E004", f"'{field.name}' must be {_a(kind)}, found {kind_of(node)}", node.span, hint)
        # No count of anything has more digits, and beyond them numbers are no longer exact.
        least = -1e15 if field.least is None else field.least
        most = 1e15 if field.most is None else field.most
        number = kind(text) if len(text) < _LONGEST_NUMBER else most + 1
        if least <= number <= most:
            return number
        hint = f"'{field.name}' is at least {least:g} and at most {most:g}"
        return self.fault("E011", f"{shorten(node.value)} is out of range", node.span, hint)


@cache
def _kinds_of(model: type[Written]) -> dict[str, tuple[Field, Any]]:
    """The keys of a model, each with its type, or of `Text | None` and the like with what it is if it is there."""
    found = {}
    for field in fields_of(model):
        choices = [one for one in get_args(field.type) if one is not type(None)]
        is_optional = get_origin(field.type) in (Union, types.UnionType) and len(choices) == 1
        found[field.name] = field, choices[0] if is_optional else field.type
    return found


def _shape_of(model: type[Written]) -> str:
    """What is at least to be written of a model, in one line: "head: …, rows: …"."""
    fields = [field for field in fields_of(model) if field.required] or list(fields_of(model)[:1])
    return ", ".join(f"{field.name}: {'[…]' if get_origin(field.type) is tuple else '…'}" for field in fields)


def _first_key(kind: Any) -> str:
    """The first key of what a list holds; "" where that is no model."""
    kinds = [one for one in get_args(kind) or (kind,) if isinstance(one, type) and issubclass(one, Written)]
    has_keys = kinds and not (kinds[0].short or getattr(kinds[0], "read", None))
    return fields_of(kinds[0])[0].name if has_keys else ""


def _one_text(node: Node, name: str) -> str:
    """How to write as one text what was read as a list or a mapping."""
    if node.span.source.text.startswith(("{", "["), node.span.start):
        hint = "quote a text that begins with '{' or '['"
        words = [one.value for one in node.items if isinstance(one, Scalar)] if isinstance(node, Sequence) else []
        return f"write '{shorten(' and '.join(words))}'; or {hint}" if words else hint
    if isinstance(node, Mapping) and " " in name:  # of a list
        return "put it in quote marks if it is one text; a list under a point holds texts, and no further lists"
    if isinstance(node, Mapping):
        return f"write '{name}: |', and below it the text, indented: only so may ': ' stand in it"
    return f"write it as one text, without '-'; after '{name}: |' it may take several lines, indented"


_MOST_SOUGHT = 5  # words of a text that is sought in the library


def _instead(value: str, field: Field, sought: Callable[[str, str], Iterable[str]]) -> str:
    """What to write where an id is wanted and something else stands; "" where nothing better is known."""
    if value.lower().endswith(PICTURE_ENDINGS):
        likely = as_id(value.rpartition(".")[0])
        such = f"'{likely}', if that is what" if likely else "the id that"
        return f"write {such} assets/media.yaml calls it; 'talkbuilder import {shorten(value)}' adds a photo there"
    if " " in value.strip() and (file := re.search(r"assets/\w+\.yaml", field.doc)):
        if found := list(sought(file[0], value)):
            return f"write the id of the entry: {' or '.join(found[:_MOST_SOUGHT])}"
        # Of whom a name was written; what else has blanks may be all of a quotation.
        such = f", such as {likely}" if "people.yaml" in field.doc and (likely := as_id(value)) else ""
        words = " ".join(value.replace('"', "").split()[:_MOST_SOUGHT])
        return f"""'{field.name}' takes {field.doc}{such}; 'talkbuilder find "{words}"' tells which there is"""
    return ""


_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _in_digits(value: str, kind: type[int] | type[float]) -> str:
    """The number that was most likely meant, in digits; "" where none was."""
    text = value.strip().lower()
    if text in _NUMBERS:
        return str(_NUMBERS.index(text))
    clock = re.fullmatch(r"(\d{1,3}):([0-5]\d)", text)
    if clock and kind is int:
        return clock[1] if clock[2] == "00" else f"{clock[1]} or {int(clock[1]) + 1}"
    if clock:
        return f"{int(clock[1]) + int(clock[2]) / 60:.2f}".rstrip("0").rstrip(".")
    if grouped := re.fullmatch(
        r"[$€£]?(\d{1,3}(?:[,' \u00a0\u202f]\d{3})+|\d+)(?:\s*(?:min(?:ute)?s?|seconds|secs?|s|%))?", text
    ):
        return re.sub(r"\D", "", grouped[1])
    return ""


def first_line(span: Span) -> Span:
    end = span.source.text.find("\n", span.start, span.end)
    return Span(span.source, span.start, end if end >= 0 else span.end)


def _length(count: int, field: Field) -> Flaw | None:
    """What is wrong with the length of a list."""
    fewest, longest = field.fewest or 0, field.longest
    if fewest <= count and (longest is None or count <= longest):
        return None
    if not count:
        return Flaw(
            "E009", f"'{field.name}' is empty", "add an item" if field.required else "add an item, or leave the key out"
        )
    takes = f"at least {fewest}" if longest is None else f"{fewest} to {longest}" if fewest else f"at most {longest}"
    return Flaw("E011", f"'{field.name}' has {count} item{'' if count == 1 else 's'}", f"it takes {takes}")


def _a(kind: Any) -> str:
    """How a message names a type."""
    if get_origin(kind) in (Union, types.UnionType):
        return _a(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return "a list"
    if isinstance(kind, type) and issubclass(kind, Text):
        return kind.called
    names = {int: "a whole number", float: "a number", bool: "true or false"}
    return names.get(kind, "a value")
