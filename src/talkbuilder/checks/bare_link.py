"""C415 bare-link: words that lead somewhere and do not say where to somebody who hears only them."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk

_SAYS_NOTHING = re.compile(
    r"(?:click |see |read )?(?:here|this|this (?:link|page|site|one)|link|more|read more|more here)\W*$|(?:https?://|www\.)\S+$",
    re.IGNORECASE,
)
_TO_WRITE_DOWN = ("contact", "second", "third", "recipient")  # the slots that hold addresses as such


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        slots = (slot for name, slot in slide.slots.items() if name not in _TO_WRITE_DOWN and isinstance(slot, tuple))
        for paragraph in (slide.title, *(one for slot in slots for one in slot), *slide.notes):
            for run in paragraph.runs:
                if run.link and _SAYS_NOTHING.match(run.text.strip()):
                    hint = "let the words say what is there, as in [the report of 2011](https://…)"
                    yield Diagnostic("C415", f"'{run.text.strip()}' does not say where it leads", paragraph.span, hint)
