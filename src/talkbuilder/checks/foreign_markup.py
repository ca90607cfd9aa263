"""C009 foreign-markup, C415 bare-link: marks of web pages that are printed, links that say nothing."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk

_PICTURE = "a picture is a slide of its own: 'photo:'"
# Each with what to write instead.
_FOREIGN = (
    (r"!\[[^\]\n]*\]\([^)\n]*\)", _PICTURE),
    (r"\[\[\w[^\[\]\n]*\]\]", "name a fact in braces, as {fact-id}"),
    (r"^#{1,6} ", "leave it out: 'section:' and 'title:' make headings"),
    (r"(?i)</?(?:b|strong)>", "write **bold** between two stars"),
    (r"(?i)</?(?:i|em)>", "write *slanted* between single stars"),
    (r"(?i)<br ?/?>|</?p>", "make two bullets of it, or leave an empty line between paragraphs"),
    (r"(?i)</?(?:u|span|div|font|a|h[1-6]|ul|ol|li|sup|sub|img)\b[^<>\n]*>", "leave it out"),
    (r"&(?:nbsp|amp|quot|lt|gt|mdash|ndash|rsquo|ldquo|rdquo|hellip);", "write the character itself"),
)
_SAYS_NOTHING = r"(?i)(?:click |see |read )?(?:here|this|this (?:link|page|site|one)|link|more|read more|more here)\W*$|(?:https?://|www\.)\S+$"
_TO_WRITE_DOWN = ("contact", "second", "third", "recipient")  # the slots that hold addresses as such


def check(talk: Talk) -> Iterator[Diagnostic]:
    yield from _foreign_markup(talk)
    yield from _bare_links(talk)


def _foreign_markup(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        for paragraph in (*slide.seen, *slide.heard):
            if not any(sign in paragraph.text for sign in ("<", "&", "!", "[[", "# ")):
                continue
            # A picture with words is read as a link, behind the sign that makes it a picture.
            pairs = zip(paragraph.runs, paragraph.runs[1:], strict=False)
            if any(one.text.endswith("!") and other.link for one, other in pairs):
                yield Diagnostic("C009", "this picture is printed as '!' and a link", paragraph.span, _PICTURE)
            for pattern, hint in _FOREIGN:
                if found := re.search(pattern, paragraph.text):
                    message = f"'{found[0]}' is printed as it stands"
                    yield Diagnostic("C009", message, paragraph.span, hint)


def _bare_links(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        slots = (slot for name, slot in slide.slots.items() if name not in _TO_WRITE_DOWN and isinstance(slot, tuple))
        for paragraph in (slide.title, *(one for slot in slots for one in slot), *slide.notes):
            for run in paragraph.runs:
                if run.link and re.match(_SAYS_NOTHING, run.text.strip()):
                    hint = "let the words say what is there, as in [the report of 2011](https://…)"
                    yield Diagnostic("C415", f"'{run.text.strip()}' does not say where it leads", paragraph.span, hint)
