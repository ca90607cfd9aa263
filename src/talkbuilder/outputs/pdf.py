"""Deck to PDF: the slides as they were laid out, for who has no PowerPoint, and for people who hear it read out."""

from collections.abc import Iterable, Iterator

from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.file import File, Undelivered, data_file
from talkbuilder.outputs.fingerprint import sealed_pdf
from talkbuilder.outputs.paper import A4, SIZES_PT, Paper
from talkbuilder.outputs.slide_source import SlideSource
from talkbuilder.outputs.typesetting import NoFont, library, listed, quoted
from talkbuilder.talk.markup import unmarked
from talkbuilder.talk.talk import Paragraph, Run

_SHEET = "notes_page.typ"


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """The one file of the deck. Raises Undelivered where it has a letter that no font of this machine has."""
    name = f"{deck.plan.talk.file_name}{'-notes' if paper.has_notes else ''}.pdf"
    slides = SlideSource(deck)
    body = _sheets(slides, deck, paper) if paper.has_notes else slides.screens()
    try:
        (data,) = slides.typeset(_properties(deck) + body)
    except NoFont as fault:
        raise Undelivered(fault.diagnostic(name)) from None
    yield data_file(name, sealed_pdf(data, name))


def _sheets(slides: SlideSource, deck: Deck, paper: Paper) -> str:
    """All slides, each on a sheet with its notes."""
    slides.files |= library(_SHEET)
    count = len(deck.pages)
    sheets = (
        _sheet(deck, page, slide, paper, section, f"{number} / {count}")
        for number, (section, page, slide) in enumerate(slides.slides(), 1)
    )
    return f'#import "{_SHEET}": sheet\n#' + "\n#".join(sheets) + "\n"


def _sheet(deck: Deck, page: Page, slide: str, paper: Paper, section: str, number: str) -> str:
    """A slide over its notes. What is said has the letters of titles; what is about it those of texts, and smaller."""
    fonts, notes = page.layout.fonts, page.notes
    said = f"font: {listed(fonts.titles)}"
    spoken = [
        *(_paragraph(one, "size: 0.8em") for one in notes.before),
        *(_paragraph(one, said) for one in notes.said),
        *(_paragraph(one, "size: 0.8em") for one in notes.after),
    ]
    talk = unmarked(deck.plan.talk.outline.talk, deck.plan.talk.library)
    arguments = (
        *(*map(str, SIZES_PT[paper.size]), listed(fonts.text), slide, str(deck.theme.size_pt)),
        *(_array(map(quoted, (talk, section, number))), _array(spoken), _array(map(_paragraph, notes.aside))),
    )
    return f"sheet({', '.join(arguments)})"


def _array(items: Iterable[str]) -> str:
    return f"({''.join(f'{one}, ' for one in items)})"


def _paragraph(paragraph: Paragraph, looks: str = "") -> str:
    runs = " + ".join(_run(run) for run in paragraph.runs if run.text) or "[]"
    return f"text({looks}, {runs})" if looks else runs


def _run(run: Run) -> str:
    weight = ', weight: "bold"' if run.bold else ""
    style = ', style: "italic"' if run.italic else ""
    letters = f"text({quoted(run.text)}{weight}{style})"
    return f"link({quoted(run.link)}, {letters})" if run.link else letters


def _properties(deck: Deck) -> str:
    talk = deck.plan.talk
    written = talk.outline
    language, _, region = talk.language.partition("-")
    told = {
        "title": unmarked(written.talk, talk.library),
        "author": unmarked(talk.speaker, talk.library),
        "description": unmarked(written.summary, talk.library),
    }
    keywords = ", ".join(quoted(unmarked(word, talk.library)) for word in written.keywords)
    listed = ", ".join(f"{name}: {quoted(' '.join(text.split()))}" for name, text in told.items() if text)
    date = _date(written.date.value) if written.date else "none"
    where = f", region: {quoted(region)}" if region else ""
    return (
        f"#set document({listed}, keywords: ({keywords}{',' if keywords else ''}), date: {date})\n"
        f"#set text(lang: {quoted(language)}{where})\n"
    )


def _date(written: str) -> str:
    year, month, day = (int(part) for part in [*written.split("-"), "1", "1"][:3])
    return f"datetime(year: {year}, month: {month}, day: {day}, hour: 0, minute: 0, second: 0)"
