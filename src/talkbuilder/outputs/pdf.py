"""Deck to PDF: the slides as they were laid out, for who has no PowerPoint, and for people who hear it read out."""

from collections.abc import Iterator

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import A4, File, Paper
from talkbuilder.outputs.printed.sheet import files_of, made
from talkbuilder.outputs.printed.spoken import spoken
from talkbuilder.outputs.slide_source import SlideSource
from talkbuilder.outputs.typesetting import quoted
from talkbuilder.talk.markup import unmarked


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """The one file of the deck. Raises Refused where it has a letter that no font of this machine has."""
    name = f"{deck.plan.talk.file_name}{f'-notes{paper.mark}' if paper.has_notes else ''}.pdf"
    slides = SlideSource(deck)
    body = _sheets(slides, deck, paper) if paper.has_notes else slides.screens()
    yield made(name, slides.files, lambda: slides.typeset(_properties(deck) + body))


def _sheets(slides: SlideSource, deck: Deck, paper: Paper) -> str:
    """All slides, each on a sheet with what is said over it."""
    slides.files |= files_of("notes", deck, paper, spoken(deck), {})
    size = str(deck.theme.size_pt)
    sheets = (f"sheet({at}, {slide}, {size})" for at, slide in enumerate(slides.slides()))
    return '#import "notes.typ": sheet\n#' + "\n#".join(sheets) + "\n"


def _properties(deck: Deck) -> str:
    talk = deck.plan.talk
    language, _, region = talk.language.partition("-")
    title, author = (quoted(unmarked(one, talk.library)) for one in (talk.outline.talk, talk.speaker))
    where = f", region: {quoted(region)}" if region else ""
    return f"#set document(title: {title}, author: {author})\n#set text(lang: {quoted(language)}{where})\n"
