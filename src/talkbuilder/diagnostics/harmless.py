"""What may be printed of a text that came from somewhere: nothing by which it could command the terminal."""

import re

# With the marks by which what is read goes another way than what is written.
_CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
_UNSEEN = r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]"  # of them, what JSON leaves as it is


def harmless(text: str) -> str:
    """A text without the characters by which a file could command the terminal, or be read backwards."""
    return text if text.isprintable() else re.sub(_CONTROL, "\ufffd", text)


def written(value: object, indent: int | None = 1) -> str:
    """A value as JSON: its letters as they are, and what could command a terminal by its number."""
    import json  # which is for other programs only

    return re.sub(_UNSEEN, lambda one: f"\\u{ord(one[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))
