"""Deck to .pptx: masters and layouts of the theme, and a slide with its notes for every page."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import IO

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import of_parts
from talkbuilder.outputs.pptx import presentation
from talkbuilder.outputs.pptx.master import add_master
from talkbuilder.outputs.pptx.notes import add_notes
from talkbuilder.outputs.pptx.notes_master import add_notes_master
from talkbuilder.outputs.pptx.package import ROOT, Package, write_zip
from talkbuilder.outputs.pptx.properties import CUSTOM, add_properties, custom
from talkbuilder.outputs.pptx.slides import Media, add_slide
from talkbuilder.outputs.pptx.table_style import table_styles
from talkbuilder.outputs.pptx.xml import HEAD, NAMES, xml

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


def render(deck: Deck) -> Iterator[File]:
    """The one file of the deck.

    The XML is written directly: python-pptx takes 0.1 s to import and, from its `next_partname` and relationship
    scans, time that grows with the square of the slides.
    """
    yield File(f"{deck.plan.talk.name}.pptx", partial(_write, deck))


def _write(deck: Deck, out: IO[bytes]) -> None:
    write_zip(parts(deck), _seal, out)


def _seal(hashes: Mapping[str, str]) -> tuple[str, bytes]:
    return CUSTOM, custom(of_parts(hashes)).encode()


def parts(deck: Deck) -> Iterator[tuple[str, bytes]]:
    """The parts of the package by name, one after the other, so that a large deck never lies in memory whole."""
    theme, pages = deck.theme, deck.pages
    master = theme.own
    assert master is not None
    package = Package()
    package.relate(ROOT, presentation.PART, "officeDocument")
    add_properties(package, deck, len(pages))
    master_part, layouts = add_master(package, master, 1, presentation.FIRST_MASTER_ID)
    master_rel = package.relate(presentation.PART, master_part, "slideMaster")
    notes_master = add_notes_master(package, master, theme.width, theme.height, 2)
    notes_rel = package.relate(presentation.PART, notes_master, "notesMaster")
    _add_settings(package)
    slides = []
    media = Media(package)
    language = deck.plan.talk.language
    for number, page in enumerate(pages, 1):
        slide = add_slide(package, page, number, layouts[page.layout.name], language, media)
        add_notes(package, page, number, slide, notes_master, language)
        slides.append(package.relate(presentation.PART, slide, "slide"))
    masters = presentation.master_entry(presentation.FIRST_MASTER_ID, master_rel)
    listed = presentation.presentation(theme, master, masters, notes_rel, slides, deck)
    package.add(presentation.PART, presentation.TYPE, listed.encode())
    package.relate(presentation.PART, "ppt/theme/theme1.xml", "theme")
    yield from package.parts(but={CUSTOM})


def _add_settings(package: Package) -> None:
    """What PowerPoint expects of every deck beside its slides."""
    for name, kind, data in (
        ("presProps", f"{_TYPE}.presProps+xml", xml("%s<p:presentationPr %s/>", HEAD, NAMES)),
        ("viewProps", f"{_TYPE}.viewProps+xml", xml('%s<p:viewPr %s lastView="sldView"/>', HEAD, NAMES)),
        ("tableStyles", f"{_TYPE}.tableStyles+xml", table_styles()),
    ):
        part = package.add(f"ppt/{name}.xml", kind, data.encode())
        package.relate(presentation.PART, part, name)
