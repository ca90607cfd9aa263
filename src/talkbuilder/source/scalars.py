"""Texts as YAML that reads back to exactly them; beside the parser, the only module that knows YAML."""

import re

# A text stands without quote marks that begins with a letter, a digit or one of these, has no ': ' or ' #' in it, and
# none but characters that every editor shows; all others are escaped between quote marks.
_BEGINS_PLAIN = r"[^\W_]|[(—–]"
_HIDDEN = "[^ -\\x7e\\u00a0-\\u1fff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\ud7ff\\uff00-\\uffef\\U0001f300-\\U0001faff]"
# Not compiled here: few commands write YAML.
_NOT_PLAIN = f": |:$| #|{_HIDDEN}"
_TO_ESCAPE = f'["\\\\]|{_HIDDEN}'
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def as_scalar(text: str) -> str:
    """A text as YAML that reads back to exactly this text; without quote marks where it can be."""
    is_plain = re.match(_BEGINS_PLAIN, text) and not re.search(_NOT_PLAIN, text) and text == text.strip()
    if is_plain and text.lower() not in ("null", "~"):
        return text
    return as_quoted(text)


def as_item(text: str) -> str:
    """The same between braces or brackets, where commas and these end a text without quote marks; for some readers of
    YAML, question marks too."""
    return as_quoted(text) if any(one in text for one in ",[]{}?") else as_scalar(text)


def as_quoted(text: str) -> str:
    return f'"{re.sub(_TO_ESCAPE, _escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    if short := _ESCAPED.get(found[0]):
        return short
    code = ord(found[0])
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
