"""C201 text-too-long, C202 too-many-sources, C240 crowded-map: a text that has no room in a readable size."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.kinds.kind import SOURCE_LINE
from talkbuilder.layout.items import Group, Text
from talkbuilder.layout.page import Deck
from talkbuilder.layout.room import texts_of


def check(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        for item in page.items:
            if page.kind == "map" and isinstance(item, Group):
                yield from (_crowded(one) for one in item.items if isinstance(one, Text) and one.surplus)
                continue
            for text in (one for one in texts_of((item,)) if one.surplus):
                if text.name == SOURCE_LINE:
                    yield _too_many_sources(text)
                else:
                    place = page.layout.placeholders.get(text.placeholder)
                    yield (
                        _too_wide(text, place.sizes_pt if place else ())
                        if text.surplus == 1
                        else _too_much(text, page.kind)
                    )


def _crowded(text: Text) -> Diagnostic:
    words = text.paragraphs[0].text
    hint = "leave out a label or a route near it, shorten it, or make two maps of it"
    return Diagnostic("C240", f"there is no room on the map for '{words}'", text.paragraphs[0].span, hint)


def _too_many_sources(text: Text) -> Diagnostic:
    message = f"too much text for '{text.name}', even at {text.styles[0].size_pt:g} pt"
    return Diagnostic(
        "C202",
        message,
        text.span,
        "cite fewer sources on this slide, make two of it, or give a long source a short `cite_as`",
    )


def _too_wide(text: Text, sizes_pt: tuple[float, ...]) -> Diagnostic:
    word, where = max(
        ((word, one) for one in text.paragraphs for word in one.text.split()), key=lambda one: len(one[0])
    )
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
    hint = f"shorten it by about {surplus} {'word' if surplus == 1 else 'words'}, or make two slides of it"
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
