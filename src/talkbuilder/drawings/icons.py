"""Pictograms of the Lucide icon set, which a package of that name holds; the only module that knows it."""

import re
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic, also, near
from talkbuilder.drawings.drawing import Cluster, Drawing, Figure, Part, Pen, drawn
from talkbuilder.drawings.read import read
from talkbuilder.layout.items import Group, Stroke
from talkbuilder.source.fields import Id
from talkbuilder.talk.markup import Markup
from talkbuilder.units import EMU_PER_POINT, Box

_LONG = 6  # letters: of fewer, a word that is one letter away is most often another thing
_ELSEWHERE = "lucide.dev/icons shows all that there are"
# What people call a thing, and the set calls otherwise.
_CALLED = """
    bank:landmark council:landmark money:banknote people:users person:user student:graduation-cap court:gavel
    work:briefcase doctor:stethoscope train:train-front tree:tree-deciduous water:droplets rain:cloud-rain farm:wheat
    magnifier:search magnifying:search lens:search time:clock place:map-pin idea:lightbulb warning:triangle-alert
    shop:store food:utensils law:scale child:baby light:lightbulb
"""
_OPENING = re.compile(r"<svg[^>]*>")


def find_icon(name: Id, markup: Markup) -> Drawing | None:
    """The icon of a name; None, and told with the nearest names, where there is none."""
    archive = _archive()
    if f"{name.value}.svg" not in archive.NameToInfo:
        known = [one.removesuffix(".svg") for one in archive.NameToInfo]
        called = dict(one.split(":") for one in _CALLED.split())
        other = next((called[word] for word in name.value.split("-") if word in called), "")
        meant = (
            f"did you mean '{other}'?" if other else near(name.value, known, 0.8) if len(name.value) >= _LONG else ""
        )
        hint = also(meant if meant.startswith("did") else "say it in another word", _ELSEWHERE)
        markup.report(Diagnostic("E001", f"no icon '{name.value}'", name.span, hint))
        return None
    return _icon(name.value)


@cache
def _archive() -> ZipFile:
    found = find_spec("lucide")  # not to import it: we need its file alone
    assert found
    assert found.origin
    return ZipFile(BytesIO(Path(found.origin).with_name("lucide.zip").read_bytes()))


@cache
def _icon(name: str) -> Drawing:
    """An icon, drawn with one ink; what it shows is what it is called."""
    text = _archive().read(f"{name}.svg").decode().replace("currentColor", "night")
    titled = _OPENING.sub(lambda found: f"{found[0]}<title>{name.replace('-', ' ')}</title>", text, count=1)
    drawing, faults = read(f"lucide/{name}.svg", titled.encode())
    assert drawing is not None, faults
    return drawing


def pictogram(drawing: Drawing, box: Box, stroke: Stroke) -> Group:
    """A drawing in a box, whatever it was drawn with reduced to one line, and nothing filled; decorative."""
    scale = min(box.width / drawing.width, box.height / drawing.height) / EMU_PER_POINT
    pen = Pen(stroke.ink, stroke.width_pt / scale, stroke.dash, has_round_ends=stroke.dash == "solid")
    return drawn(structs.replace(drawing, parts=tuple(_lined(part, pen) for part in drawing.parts)), box)


def _lined(part: Part, pen: Pen) -> Part:
    if isinstance(part, Cluster):
        return Cluster(part.name, tuple(_lined(one, pen) for one in part.parts))
    return Figure(part.name, part.path, None, pen)
