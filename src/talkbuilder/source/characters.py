"""Characters that can stand in no text: nobody sees them, and no file that a program opens may hold them."""

import re

from talkbuilder.diagnostics import Diagnostic, Refused, Span

# As they stand in a class of a pattern. Marks that turn the order of all letters behind them round: with them a text
# says something else than what is seen. Those of a single place, which Arabic and Hebrew need, are none of them.
TURNING = "\\u202a-\\u202e\\u2066-\\u2069"

# XML forbids all others but DEL, which no font draws.
UNPRINTABLE = f"\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff{TURNING}"

_UNPRINTABLE = f"[{UNPRINTABLE}]"


def as_read(data: bytes) -> str:
    """The text of a file, in one form of line ends and without the mark that it may begin with.

    Raises UnicodeDecodeError.
    """
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def text_of(data: bytes, file: str) -> str:
    """The text of a file of the talk folder, as it is read. Raises Refused where it is not UTF-8."""
    try:
        return as_read(data)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        hint = "save it as UTF-8 (in Notepad: Save As, Encoding)"
        raise Refused(Diagnostic("R002", f"line {line} is not UTF-8 text", file=file, hint=hint)) from fault


def first_unprintable(text: str) -> int | None:
    """The place of the first such character; None where there is none."""
    if text.replace("\n", "").isprintable():
        return None  # as of most: the pattern alone takes longer to make
    found = re.search(_UNPRINTABLE, text)
    return found.start() if found else None


def without_unprintable(text: str) -> str:
    """A text with a blank in the place of each such character."""
    return re.sub(_UNPRINTABLE, " ", text)


def unprintable(character: str, span: Span) -> Diagnostic:
    """The fault that such a character is; "" for one that is not known."""
    name = f"U+{ord(character):04X}" if character else "a character"
    return Diagnostic("E012", f"{name} cannot stand in a text", span, "delete it; it is often pasted along unseen")
