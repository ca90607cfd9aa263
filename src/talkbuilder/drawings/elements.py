"""SVG text to its elements, each with its place; the only module that knows drawings as XML, safe from its dangers."""

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from msgspec import Struct

MOST_BYTES = 1_000_000
MOST_ELEMENTS = 600  # about what a slide of 600 kB holds, beyond which PowerPoint is slow
DEEPEST = 30  # elements within elements

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SIMPLER = "draw it with fewer and larger shapes: a slide is seen from the last row"


class Undrawable(Exception):
    """Something in a drawing that no native shape can be made of: what it is, and what to do."""

    def __init__(self, message: str, hint: str, code: str = "E202") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


class Element(Struct, gc=False):
    """An element of SVG; `name` is "" for one that other programs keep in the file, which draws nothing.

    `attributes` are those of SVG itself; `at` is the offset of its tag in bytes of UTF-8.
    """

    name: str
    attributes: Mapping[str, str]
    at: int
    children: "list[Element]"
    text: str = ""

    def child_text(self, name: str) -> str:
        """The words of the first child of some name; "" where there is none."""
        return next((" ".join(one.text.split()) for one in self.children if one.name == name), "")

    def all(self) -> "Iterator[Element]":
        """The element and all that lies in it."""
        yield self
        for child in self.children:
            yield from child.all()


class BrokenXml(Undrawable):
    """What makes a whole file unreadable, with the line where it was found, counted from 1; 0 for none."""

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message, hint, "E201")
        self.line = line


def parse(data: bytes) -> Element:
    """The root of a document in UTF-8. Raises BrokenXml."""
    if len(data) > MOST_BYTES:
        raise BrokenXml(f"it is larger than {MOST_BYTES // 1_000_000} MB", _SIMPLER)
    reading = _Reading()
    try:
        reading.parser.Parse(data, True)
    except expat.ExpatError as fault:
        why = expat.errors.messages[fault.code]
        hint = "export it again as plain SVG" if data.strip() else "the file is empty: save the drawing again"
        raise BrokenXml(f"it is no XML: {why}", hint, fault.lineno) from fault
    root = reading.root
    if root is None or root.name != "svg":
        raise BrokenXml("it is no SVG: it does not begin with <svg>", "export it again as plain SVG", 1)
    return root


class _Reading:
    """Elements as the parser comes upon them; whatever could do harm ends it."""

    def __init__(self) -> None:
        # UTF-8 whatever the file says of itself, for that is how it was decoded.
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0

    def _doctype(self, *_: object) -> None:
        hint = "delete the line that begins with <!DOCTYPE: no drawing needs it"
        raise BrokenXml("it declares a document type, which is not safe to read", hint, self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise BrokenXml(f"it has more than {MOST_ELEMENTS:,} elements", _SIMPLER)
        if len(self._open) >= DEEPEST:
            line = self.parser.CurrentLineNumber
            raise BrokenXml(f"elements are nested more than {DEEPEST} deep", "ungroup some of them", line)
        own = {_own(key): value for key, value in attributes.items()}
        own.pop("", None)
        element = Element(_own(name, _SVG), own, self.parser.CurrentByteIndex, [])
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _text(self, text: str) -> None:
        self._open[-1].text += text

    def _end(self, _: str) -> None:
        self._open.pop()


def _own(name: str, namespace: str = "") -> str:
    """A name as SVG knows it: without a namespace, or with that of SVG or of its links; "" for any other."""
    space, _, local = name.rpartition(" ")
    return local if space in ("", namespace or _XLINK) else ""
