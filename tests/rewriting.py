"""Decks of ours as other programs save them, made by what is documented of each: none of their files is here.

PowerPoint keeps properties and names, and cuts what was typed into runs with marks of its spelling. Google Slides
writes no document properties, calls every shape `Google Shape;12;p3`, and may put notes into a box that is no
placeholder. Keynote writes properties of its own, and its own names and numbers. Libraries such as Aspose's name all
shapes and parts anew, and keep properties.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from pptx.opc.packuri import PackURI

Program = Callable[[Any], None]


def powerpoint(deck: Any) -> None:
    for root in roots(deck):
        for run in [*root.iter("{*}r")]:
            text = run.find("{*}t")
            head, blank, tail = (text.text or "").partition(" ")
            if not tail:
                continue
            rest = deepcopy(run)
            text.text, rest.find("{*}t").text = head + blank, tail
            run.addnext(rest)
            if (properties := run.find("{*}rPr")) is not None:
                properties.set("dirty", "0")
                properties.set("err", "1")


def google_slides(deck: Any) -> None:
    without_properties(deck)
    for number, slide in enumerate(deck.slides, 1):
        rename(slide.part._element, "Google Shape;{};p" + str(number))
        if slide.has_notes_slide:
            notes = slide.notes_slide.part._element
            rename(notes, "Google Shape;{};p" + f"{number}:notes")
            for place in [*notes.iter("{*}ph")]:
                if place.get("type") == "body":
                    place.getparent().remove(place)
    without_extensions(deck)


def keynote(deck: Any) -> None:
    without_properties(deck)
    for number, slide in enumerate(deck.slides, 1):
        slide.part.partname = PackURI(f"/ppt/slides/slide{number + 40}.xml")
        rename(slide.part._element, "Shape 1{}")
        for named in slide.part._element.iter("{*}cNvPr"):
            named.attrib.pop("descr", None)
    without_extensions(deck)


def library(deck: Any) -> None:
    for number, slide in enumerate(deck.slides, 1):
        slide.part.partname = PackURI(f"/ppt/slides/s{len(deck.slides) - number}.xml")
        rename(slide.part._element, "New shape {}")
    for at, one in enumerate(deck.slides._sldIdLst):
        one.set("id", str(3000 - at))
    without_extensions(deck)


PROGRAMS: Mapping[str, Program] = {
    "PowerPoint": powerpoint,
    "Google Slides": google_slides,
    "Keynote": keynote,
    "a library": library,
}
WITHOUT_RECORD = ("Google Slides", "Keynote")


def roots(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        yield slide.part._element
        if slide.has_notes_slide:
            yield slide.notes_slide.part._element


def rename(root: Any, name: str) -> None:
    for at, one in enumerate(root.iter("{*}cNvPr")):
        one.set("name", name.format(at))


def without_properties(deck: Any) -> None:
    relations = deck.part.package._rels
    for id in [id for id, one in relations.items() if one.reltype.endswith("/custom-properties")]:
        relations.pop(id)


def without_extensions(deck: Any) -> None:
    for root in (deck.part._element, *roots(deck)):
        for one in [*root.iter("{*}extLst")]:
            one.getparent().remove(one)
