"""The drawing that a slide names, out of assets/drawings/; all its faults are reported."""

from talkbuilder.diagnostics import Diagnostic, near_file
from talkbuilder.drawings.drawing import Drawing
from talkbuilder.drawings.read import read
from talkbuilder.source.fields import Id
from talkbuilder.talk.markup import Markup


def find(name: Id, markup: Markup) -> Drawing | None:
    """The drawing of a name; None where there is none, or where it cannot be drawn natively."""
    path = f"assets/drawings/{name.value}.svg"
    data = markup.library.drawings(name.value)
    if data is None:
        names = markup.library.drawing_names()
        is_there = name.value in map(str.lower, names)  # a name has no capitals, so the file may have none
        hint = f"call the file '{name.value}.svg': capitals count" if is_there else near_file(name.value, names)
        markup.report(Diagnostic("R001", f"no drawing '{path}'", name.span, hint))
        return None
    drawing, faults = read(path, data)
    for fault in faults:
        markup.report(fault)
    return drawing


def find_scene(name: Id, markup: Markup) -> Drawing | None:
    """A drawing that fills a dark slide; None, and told, where it is none."""
    drawing = find(name, markup)
    if drawing and not (drawing.is_scene and drawing.ground == "night"):
        hint = 'choose a drawing with data-ground="night" and preserveAspectRatio="… slice"'
        markup.report(Diagnostic("E205", f"'{name.value}' does not fill a dark slide", name.span, hint))
        return None
    return drawing


def find_object(name: Id, markup: Markup, beside: str) -> Drawing | None:
    """A drawing that stands on a light slide, beside a text; None, and told, where it is none."""
    drawing = find(name, markup)
    if drawing and (drawing.is_scene or drawing.ground == "night"):
        hint = f"choose a drawing without data-ground=\"night\" and without 'slice', or do without {beside}"
        markup.report(Diagnostic("E205", f"'{name.value}' has no room for {beside}", name.span, hint))
        return None
    return drawing
