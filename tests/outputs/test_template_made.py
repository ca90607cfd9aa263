"""Templates of our own making, with what churches put on theirs: every kind of slide is set in each, and opens whole.

`make trials` tries them all, and with TEMPLATES=FOLDER every .pptx and .potx of a folder.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from talkbuilder.authoring.gallery import gallery
from talkbuilder.diagnostics import Report
from talkbuilder.outputs.pptx.template.package import relationships
from tests import package_rules, validation
from tests.cases import picture
from tests.listing import written
from tests.templates import MASTER, PRESENTATION, TYPES, Parts, default, layout, parts_of, remade

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SAMPLE = ("logos, and something new",)
_WIDTH, _HEIGHT = 9_144_000, 6_858_000
_LOGO = 1_000_000


def drawn(parts: Parts, part: str, *shapes: str) -> None:
    parts[part] = parts[part].replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + "".join(shapes).encode(), 1)


def shape(number: int, x: int, y: int, width: int, height: int, rgb: str = "204060") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill></p:spPr>'
        "</p:sp>"
    )


def image(number: int, x: int, y: int, width: int, height: int) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Picture {number}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId90"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def with_picture(parts: Parts) -> None:
    """The master leads to a picture, as rId90."""
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    one = f'<Relationship Id="rId90" Type="{_IMAGE}" Target="../media/church.png"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", one.encode())
    parts["ppt/media/church.png"] = picture(64, 48)
    parts[TYPES] = parts[TYPES].replace(b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1)


def logos(parts: Parts) -> None:
    with_picture(parts)
    corners = [(0, 0), (_WIDTH - _LOGO, 0), (0, _HEIGHT - _LOGO), (_WIDTH - _LOGO, _HEIGHT - _LOGO)]
    drawn(parts, MASTER, *(image(90 + at, x, y, _LOGO, _LOGO) for at, (x, y) in enumerate(corners)))


def bar(parts: Parts) -> None:
    drawn(parts, MASTER, shape(90, 0, 0, 1_500_000, _HEIGHT))


def all_over(parts: Parts) -> None:
    with_picture(parts)
    drawn(parts, MASTER, image(90, 0, 0, _WIDTH, _HEIGHT))


def without_body(parts: Parts) -> None:
    """Only the layouts that have no place for text are left: 'Title Only' and 'Blank'."""
    text = parts[MASTER].decode()
    head, rest = text.split("<p:sldLayoutIdLst>")
    listed, tail = rest.split("</p:sldLayoutIdLst>")
    ids = [one + "/>" for one in listed.split("/>") if "sldLayoutId" in one]
    kept = "".join(ids[number - 1] for number in (6, 7))
    parts[MASTER] = f"{head}<p:sldLayoutIdLst>{kept}</p:sldLayoutIdLst>{tail}".encode()
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    parts[rels] = re.sub(rb"<Relationship [^>]*slideLayout(?![67]\.xml)\d+\.xml[^>]*/>", b"", parts[rels])


def alternatives(parts: Parts) -> None:
    """Something new on a layout, with what older programs show in its stead."""
    choice = f'<mc:Choice Requires="p14">{shape(91, 0, 0, _LOGO, _LOGO)}</mc:Choice>'
    fallback = f"<mc:Fallback>{shape(91, 0, 0, _LOGO, _LOGO)}</mc:Fallback>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    names += ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    drawn(parts, layout(2), f"<mc:AlternateContent {names}>{choice}{fallback}</mc:AlternateContent>")


def logos_and_alternatives(parts: Parts) -> None:
    logos(parts)
    alternatives(parts)


def portrait(parts: Parts) -> None:
    size = b'cx="9144000" cy="6858000" type="screen4x3"'
    assert size in parts[PRESENTATION]
    parts[PRESENTATION] = parts[PRESENTATION].replace(size, b'cx="7560000" cy="10692000"')


def hundred_layouts(parts: Parts) -> None:
    """Layouts 12 to 100, each as the second."""
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"
    for number in range(12, 101):
        parts[layout(number)] = parts[layout(2)].replace(b"Title and Content", f"Text {number}".encode())
        name = f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"
        parts[name] = parts["ppt/slideLayouts/_rels/slideLayout2.xml.rels"]
        target = f"../slideLayouts/slideLayout{number}.xml"
        one = f'<Relationship Id="rId{200 + number}" Type="{kind}" Target="{target}"/></Relationships>'
        parts[rels] = parts[rels].replace(b"</Relationships>", one.encode())
        listed = f'<p:sldLayoutId id="{2147484000 + number}" r:id="rId{200 + number}"/></p:sldLayoutIdLst>'
        parts[MASTER] = parts[MASTER].replace(b"</p:sldLayoutIdLst>", listed.encode())
        told = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
        override = f'<Override PartName="/{layout(number)}" ContentType="{told}"/></Types>'
        parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())


_MADE: Mapping[str, Callable[[Parts], None]] = {
    "logos, and something new": logos_and_alternatives,
    "bar": bar,
    "picture all over": all_over,
    "without a body": without_body,
    "portrait": portrait,
    "a hundred layouts": hundred_layouts,
}


def faults(file: Path) -> Iterator[str]:
    """What is wrong with a deck of every kind of slide in a template."""
    report = Report()
    deck = gallery(None, file.stem, None, report, file)
    if deck is None:
        yield from (f"{one.code} {one.message}" for one in report.diagnostics if one.is_error)
        return
    data = written(deck)
    yield from validation.problems(data)
    yield from package_rules.broken(data)
    parts = parts_of(data)
    layouts = [part for part in parts if part.startswith(("ppt/slideLayouts/s", "ppt/slideMasters/s"))]
    yield from (f"{part} leads outside" for part in layouts if any(one.external for one in relationships(parts, part)))


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in _SAMPLE else pytest.mark.trial) for name in _MADE]
)
def test_every_kind_of_slide_is_set_in_it_and_the_deck_opens_whole(name: str, tmp_path: Path) -> None:
    file = tmp_path / "church.potx"
    file.write_bytes(remade(_MADE[name]))
    assert list(faults(file)) == []


@pytest.mark.trial
def test_so_it_is_in_every_template_of_a_folder() -> None:
    folder = os.environ.get("TEMPLATES")
    if not folder:
        pytest.skip("TEMPLATES names a folder of templates to try")
    files = sorted(one for one in Path(folder).iterdir() if one.suffix in (".pptx", ".potx"))
    assert files
    wrong = {file.name: found for file in files if (found := list(faults(file)))}
    refused = {name for name, found in wrong.items() if all(one.startswith("T001") for one in found)}
    assert {name: found[:3] for name, found in wrong.items() if name not in refused} == {}


@pytest.mark.trial
def test_the_template_that_all_are_made_of_is_fine(tmp_path: Path) -> None:
    file = tmp_path / "default.pptx"
    file.write_bytes(default())
    assert list(faults(file)) == []
