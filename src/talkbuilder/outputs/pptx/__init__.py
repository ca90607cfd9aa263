"""Deck to .pptx: masters and layouts of the theme, and a slide with its notes for every page."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import IO

from msgspec import structs

from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import PROPERTIES, of_parts
from talkbuilder.outputs.pptx import presentation
from talkbuilder.outputs.pptx.master import add_master, colours_of
from talkbuilder.outputs.pptx.notes import add_notes, add_notes_master, part_of
from talkbuilder.outputs.pptx.package import ROOT, Package
from talkbuilder.outputs.pptx.properties import ALLOWED, add_properties, allowed_in, custom, edition_of
from talkbuilder.outputs.pptx.record import record_properties
from talkbuilder.outputs.pptx.slides import Media, Place, add_slide
from talkbuilder.outputs.pptx.table_style import table_styles
from talkbuilder.outputs.pptx.xml import HEAD, NAMES, NOTHING, Xml, xml
from talkbuilder.outputs.zipped import write_zip
from talkbuilder.themes.layouts import FOR_WORDS

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


def render(deck: Deck) -> Iterator[File]:
    """The one file of the deck.

    The XML is written directly: python-pptx takes 0.1 s to import and, from its `next_partname` and relationship
    scans, time that grows with the square of the slides.
    """
    yield File(f"{deck.plan.talk.file_name}.pptx", partial(_write, deck))


def _write(deck: Deck, out: IO[bytes]) -> None:
    write_zip(parts(deck), partial(_seal, deck), out)


def _seal(deck: Deck, checksums: Mapping[str, int]) -> tuple[str, bytes]:
    allowed = allowed_in(deck)
    told = (*(((ALLOWED, allowed),) if allowed else ()), *record_properties(deck))
    return PROPERTIES, custom(of_parts(checksums), edition_of(deck), told).encode()


def parts(deck: Deck) -> Iterator[tuple[str, bytes]]:
    """The parts of the package by name, one after the other, so that a large deck never lies in memory whole."""
    package = Package()
    package.relate(ROOT, presentation.PART, "officeDocument")
    add_properties(package, deck, len(deck.pages))
    if deck.theme.template:
        _add_foreign(package, deck)
    else:
        _add_own(package, deck)
    yield from package.parts(but={PROPERTIES})


def _add_own(package: Package, deck: Deck) -> None:
    """A deck in a theme of ours."""
    theme, used = deck.theme, {page.layout.name for page in deck.pages}
    # Whoever goes on in PowerPoint gets the layouts for words; those that are drawn upon are of no use without drawing.
    kept = tuple(layout for layout in theme.own.layouts if layout.name in used or layout.name in FOR_WORDS)
    master = structs.replace(theme.own, layouts=kept)
    master_part, layouts = add_master(package, master)
    master_rel = package.relate(presentation.PART, master_part, "slideMaster")
    notes_master = add_notes_master(package, master, theme.width, theme.height, 2)
    notes_rel = package.relate(presentation.PART, notes_master, "notesMaster")
    _add_settings(package)
    slides = _add_slides(package, deck, notes_master, lambda layout: (layouts[layout.name], colours_of(layout)))
    listed = presentation.presentation(theme, master, master_rel, notes_rel, slides, deck)
    package.add(presentation.PART, presentation.TYPE, listed.encode())
    package.relate(presentation.PART, "ppt/theme/theme1.xml", "theme")


def _add_foreign(package: Package, deck: Deck) -> None:
    """A deck in a template; the layouts that it lacks are ours, on its own master."""
    from talkbuilder.outputs.pptx.foreign import (
        add_template,  # lxml takes 20 ms, which only a template pays
        in_colours,
    )

    theme, own = deck.theme, deck.theme.own
    stand_ins = {page.layout.name: page.layout for page in deck.pages if page.layout.base}
    template = add_template(package, theme, stand_ins.values())  # before all else is related, for its ids are kept
    _add_settings(package)
    notes = NOTHING
    notes_master = template.notes_master
    if not notes_master:
        notes_master = add_notes_master(package, own, theme.width, theme.height, template.number + 1)
        notes = presentation.notes_master_list(package.relate(presentation.PART, notes_master, "notesMaster"))

    def placed(layout: Layout) -> tuple[str, Xml]:
        return template.layout(layout), template.colours_of(layout)

    slides = _add_slides(package, in_colours(deck), notes_master, placed)
    template.finish(notes, presentation.slide_list(slides), presentation.sections(deck))


def _add_slides(
    package: Package, deck: Deck, notes_master: str, placed: Callable[[Layout], tuple[str, Xml]]
) -> list[str]:
    """Adds slides and notes; `placed` tells the part of a layout and the colours on it. Returns their relationships."""
    media, language = Media(package), deck.plan.talk.language
    parts = {page.layout.name: placed(page.layout) for page in deck.pages}
    slides = []
    for number, page in enumerate(deck.pages, 1):
        slide = add_slide(package, page, number, Place(*parts[page.layout.name], part_of(number), language), media)
        add_notes(package, page, number, slide, notes_master, language)
        slides.append(package.relate(presentation.PART, slide, "slide"))
    return slides


def _add_settings(package: Package) -> None:
    """What PowerPoint expects of every deck beside its slides."""
    for name, kind, data in (
        ("presProps", f"{_TYPE}.presProps+xml", xml("%s<p:presentationPr %s/>", HEAD, NAMES)),
        ("viewProps", f"{_TYPE}.viewProps+xml", xml('%s<p:viewPr %s lastView="sldView"/>', HEAD, NAMES)),
        ("tableStyles", f"{_TYPE}.tableStyles+xml", table_styles()),
    ):
        part = package.add(f"ppt/{name}.xml", kind, data.encode())
        package.relate(presentation.PART, part, name)
