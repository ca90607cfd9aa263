"""The gallery: a slide of every kind, from a talk folder of our own; its notes are what an author writes for it."""

from pathlib import Path
from textwrap import dedent

from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.page import Deck, Notes, Page
from talkbuilder.pipeline import BuildOptions, make
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.read import read_outline
from talkbuilder.talk.talk import MADE, Paragraph, plain
from talkbuilder.units import Aspect

NAME = "gallery"
ASPECTS: tuple[Aspect, ...] = ("16:9", "4:3")
_FOLDER = Path(__file__).with_name("folder")


def gallery(
    aspect: Aspect | None,
    look: str = "",
    own: Library | None = None,
    report: Report | None = None,
    template: Path | None = None,
) -> Deck | None:
    """The deck in a shape, in a theme or a template if one is given, with what somebody's own library says of both.

    None (reported) where it has faults. Raises AssertionError where our own folder has.
    """
    report = report or Report()
    project = Project(_FOLDER)
    outline = read_outline(project, NAME, report)
    assert outline is not None
    library = load_library(project, report)
    assert not report.failed, report.diagnostics
    if own:
        images = library.images
        library = structs.replace(
            library,
            themes=own.themes,
            theme_names=own.theme_names,
            templates=own.templates,
            images=lambda name: images(name) or own.images(name),
            image_names=own.image_names,
        )
    occasion = Occasion(aspect=aspect, look=look)
    deck = make(NAME, outline, library, report, BuildOptions(occasion, template))
    if deck is None or report.failed:
        return None
    explained = (
        (name, tuple(structs.replace(page, notes=_notes(page)) for page in pages)) for name, pages in deck.sections
    )
    return structs.replace(deck, sections=tuple(explained))


def _notes(page: Page) -> Notes:
    """What was written for a page; what the talk itself makes has the notes that it has in every talk."""
    if page.kind in MADE:
        return page.notes
    lines = written_for(page).splitlines()
    return Notes(said=tuple(_line(line, page) for line in lines), evidence=page.notes.evidence)


def _line(line: str, page: Page) -> Paragraph:
    """A line of YAML whose indentation no program drops."""
    indent = len(line) - len(line.lstrip())
    return plain("\u00a0" * indent + line[indent:], page.span)


def written_for(page: Page) -> str:
    """The YAML of a page, as it stands in the gallery's outline."""
    text, start = page.span.source.text, page.span.start
    begins = text.rfind("\n", 0, start) + 1
    return dedent(" " * (start - begins) + text[start : page.span.end]).strip()
