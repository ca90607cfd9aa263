"""C009 foreign-markup: marks of web pages and of Markdown that mean nothing here, and would be seen by the audience."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk

_PICTURE = "a picture is a slide of its own: 'photo:'"
# Each with what to write instead.
_FOREIGN = (
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), _PICTURE),
    (re.compile(r"\[\[\w[^\[\]\n]*\]\]"), "name a fact in braces, as {fact-id}"),
    (re.compile(r"</?(?:b|strong)>", re.I), "write **bold** between two stars"),
    (re.compile(r"</?(?:i|em)>", re.I), "write *slanted* between single stars"),
    (re.compile(r"<br ?/?>|</?p>", re.I), "make two bullets of it, or leave an empty line between paragraphs"),
    (re.compile(r"</?(?:u|span|div|font|a|h[1-6]|ul|ol|li|sup|sub|img)\b[^<>\n]*>", re.I), "leave it out"),
    (re.compile(r"&(?:nbsp|amp|quot|lt|gt|mdash|ndash|rsquo|ldquo|rdquo|hellip);"), "write the character itself"),
)


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        for paragraph in (*slide.seen, *slide.heard):
            if not any(sign in paragraph.text for sign in ("<", "&", "!", "[[")):
                continue
            # A picture with words is read as a link, behind the sign that makes it a picture.
            pairs = zip(paragraph.runs, paragraph.runs[1:], strict=False)
            if any(one.text.endswith("!") and other.link for one, other in pairs):
                yield Diagnostic("C009", "this picture is printed as '!' and a link", paragraph.span, _PICTURE)
            for pattern, hint in _FOREIGN:
                if found := pattern.search(paragraph.text):
                    message = f"'{found[0]}' is printed as it stands"
                    yield Diagnostic("C009", message, paragraph.span, hint)
