"""C201 text-too-long, C202 too-many-sources, C240 crowded-map: a text that has no room in a readable size.

C408 long-title, C112 notes-cut-off: titles and notes that are too long to be read where they stand. T006 template-room:
a slide for which a template leaves less room than our own theme, and what was done about it.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.kinds.kind import SOURCE_LINE
from talkbuilder.layout.items import Group, Text
from talkbuilder.layout.page import Deck
from talkbuilder.layout.room import texts_of

MOST_WORDS, MOST_LINES = 12, 2
_OTHERS = frozenset({"cover", "statement", "question"})  # whose title is the talk's, or all that the slide says
_DONE = {
    "smaller": "its text is set smaller than usual: this template leaves it little room",
    "elsewhere": "it is drawn on the template's background: the layout that is meant for it leaves it too little room",
    "tiny": "its text is too small to be read from the last row: this template leaves it no room",
    "fewer": "names that have no room on the map are left out: this template leaves it too little",
    "continued": "it goes on on a second slide: this template leaves it little room",
}


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from _without_room(deck)
    yield from _squeezed(deck)
    yield from _long_title(deck)
    yield from _long_notes(deck)


def _without_room(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        for item in page.items:
            if page.kind == "map" and isinstance(item, Group):
                yield from (_crowded(one) for one in item.items if isinstance(one, Text) and one.surplus)
                continue
            for text in (one for one in texts_of((item,)) if one.surplus):
                if text.name == SOURCE_LINE:
                    yield _too_many_sources(text)
                elif page.kind == text.name == "number":
                    yield _long_number(text)
                elif text.surplus == 1:
                    place = page.layout.placeholders.get(text.placeholder)
                    yield _too_wide(text, place.sizes_pt if place else ())
                else:
                    yield _too_much(text, page.kind)


def _crowded(text: Text) -> Diagnostic:
    words = text.paragraphs[0].text
    hint = "leave out a label or a route near it, shorten it, or make two maps of it"
    return Diagnostic("C240", f"there is no room on the map for '{words}'", text.paragraphs[0].span, hint)


def _too_many_sources(text: Text) -> Diagnostic:
    message = f"too much text for '{text.name}', even at {text.styles[0].size_pt:g} pt"
    hint = "cite fewer sources on this slide, make two of it, or give a long source a short `cite_as`"
    return Diagnostic("C202", message, text.span, hint)


def _long_number(text: Text) -> Diagnostic:
    """Of what stands on one line, a figure with its unit; the entry has it."""
    words, id = text.paragraphs[0].runs[-1].text, text.span.source.text[text.span.start : text.span.end]
    share = 1 / (1 + text.too_wide) if text.too_wide else 1 - text.surplus
    shown = words.replace("\u00a0", " ")
    message = f"'{shown}' has no room as a number, even at {text.styles[0].size_pt:g} pt"
    hint = f"give '{id}' in assets/facts.yaml a 'show:' of about {max(2, int(len(words) * share))} letters, as '640 kg'"
    return Diagnostic("C201", message, text.span, hint)


def _too_wide(text: Text, sizes_pt: tuple[float, ...]) -> Diagnostic:
    words = ((word, one) for one in text.paragraphs for word in one.text.split())
    word, where = max(words, key=lambda one: len(one[0]))
    much = f"{max(1, round(text.too_wide * 100))} % " if text.too_wide else ""
    message = f"'{word}' is {much}wider than its box, even at {text.styles[0].size_pt:g} pt"
    least = max(1, int(len(word) / (1 + text.too_wide)) - 1)
    sizes = f" ('{text.name}' is set in {', '.join(f'{size:g}' for size in sizes_pt)} pt)" if sizes_pt[1:] else ""
    return Diagnostic("C201", message, where.span, f"break it, or use a word of about {least} letters{sizes}")


def _too_much(text: Text, kind: str) -> Diagnostic:
    key = kind if (kind, text.name) == ("statement", "title") else text.name  # its sentence is the title of its slide
    words = sum(len(paragraph.text.split()) for paragraph in text.paragraphs)
    surplus = max(1, round(words * text.surplus))
    message = f"too much text for '{key}', even at {text.styles[0].size_pt:g} pt"
    two = "" if kind == "cover" or key == "title" else ", or make two slides of it"
    hint = f"shorten it by about {surplus} {'word' if surplus == 1 else 'words'}{two}"
    return Diagnostic("C201", message, _first_over(text), hint)


def _first_over(text: Text) -> Span:
    """Where the room is used up, roughly: the paragraph at which the text passes its share."""
    total = sum(len(paragraph.text) for paragraph in text.paragraphs)
    seen = 0
    for paragraph in text.paragraphs:
        seen += len(paragraph.text)
        if seen > total * (1 - text.surplus):
            return paragraph.span
    return text.paragraphs[-1].span


def _squeezed(deck: Deck) -> Iterator[Diagnostic]:
    told = set()
    for page in deck.pages:
        if page.squeezed and page.span not in told:
            told.add(page.span)
            is_cover = page.kind == "cover"
            two = "the title, the subtitle or the speaker's line" if is_cover else "it, or make two slides of it"
            hint = f"shorten {two}, if you present in this template more often"
            yield Diagnostic("T006", _DONE[page.squeezed], page.span, hint)


def _long_title(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        titles = (one for one in page.items if isinstance(one, Text) and one.name == "title")
        for title in titles if page.kind not in _OTHERS else ():
            words = sum(len(paragraph.text.split()) for paragraph in title.paragraphs)
            is_column = title.box.height > title.box.width  # as some templates have beside all else
            if words > MOST_WORDS or (len(title.lines) > MOST_LINES and not is_column):
                what = f"{words} words" if words > MOST_WORDS else f"{len(title.lines)} lines"
                yield Diagnostic("C408", f"the title has {what}", title.span, "say one thing in it, and the rest aloud")


def _long_notes(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        if page.notes.surplus > 0:
            words = sum(len(one.text.split()) for one in page.notes.paragraphs)
            message = f"the notes of '{page.title}' are cut off where they are printed, with what they rest on"
            hint = f"say it on two slides, or make it about {max(1, round(words * page.notes.surplus))} words shorter"
            yield Diagnostic("C112", message, page.span, hint)
