"""The theme of a .pptx as readable text, for goldens: its colours and fonts, its master and layouts, shape by shape.

Only what a part states for itself is listed, in the order in which it stands there: what it leaves to others is left
out, so that a golden tells when something begins to be inherited.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from tests.opened import MAIN, NAMES, Element, Package, opened, tag

_EMU_PER_PT = 12700


def of_theme(data: bytes) -> str:
    return "\n".join(_theme(opened(data))) + "\n"


def _theme(package: Package) -> Iterator[str]:
    yield from _presentation(package)
    for name in package.named("theme"):
        yield name
        colours = package.find(name, "a:themeElements/a:clrScheme/*")
        yield "  colours " + ", ".join(f"{tag(one)} {one[0].get('val')}" for one in colours)
        fonts = package.find(name, "a:themeElements/a:fontScheme/*/a:latin/..")
        yield "  fonts " + ", ".join(f"{tag(one)} {one[0].get('typeface')}" for one in fonts)
        for format_scheme in package.find(name, "a:themeElements/a:fmtScheme"):
            yield from _tree(format_scheme, "  ")
    for name in ("ppt/tableStyles.xml", "ppt/presProps.xml", "ppt/viewProps.xml"):
        yield name
        yield from _tree(package.xml(name), "  ")
    for folder in ("slideMasters", "slideLayouts", "notesMasters"):
        for name in package.named(folder):
            yield from _master(package, name)


def _tree(element: Element, margin: str) -> Iterator[str]:
    """An element with all that is in it, as it stands."""
    yield margin + _joined(tag(element), _attributes(element))
    for one in element:
        yield from _tree(one, f"{margin}  ")


def _presentation(package: Package) -> Iterator[str]:
    yield MAIN
    for one in package.xml(MAIN):
        if tag(one) in ("sldSz", "notesSz"):
            yield f"  {_attributes(one)} {tag(one)}".rstrip()
    yield from _levels(package.find(MAIN, "p:defaultTextStyle")[0], "  ")


def _master(package: Package, name: str) -> Iterator[str]:
    root = package.xml(name)
    called = package.find(name, "p:cSld/@name")
    yield f"{name} {' '.join(called)}: {_attributes(root)}".rstrip(": ")
    for ground in package.find(name, "p:cSld/p:bg/*"):
        yield f"  ground {' '.join(_paint(one) for one in ground if tag(one) != 'effectLst')}"
    for colours in package.find(name, "p:clrMap | p:clrMapOvr/*"):
        turned = [f"{a} is {b}" for a, b in colours.attrib.items() if a != b]
        yield f"  {tag(colours)} {', '.join(turned)}".rstrip()
    for shape in package.find(name, "p:cSld/p:spTree/*[self::p:sp or self::p:pic or self::p:cxnSp or self::p:grpSp]"):
        yield from _shape(shape)
    for style in package.find(name, "p:txStyles/* | p:notesStyle"):
        yield f"  {tag(style)}"
        yield from _levels(style, "    ")


def _shape(shape: Element) -> Iterator[str]:
    label = _one(shape, ".//p:cNvPr")
    marks = [*(" ".join(["placeholder", _attributes(one)]) for one in _all(shape, ".//p:ph"))]
    marks += [f"says {label.get('descr')!r}"] if label.get("descr") else []
    marks += ["decorative"] if label.xpath(".//*[local-name()='decorative' and @val='1']") else []
    yield f"  {label.get('id')} {label.get('name')}: {', '.join(marks)}"
    for place in _all(shape, "p:spPr/a:xfrm"):
        off, ext = _one(place, "a:off"), _one(place, "a:ext")
        at = " ".join(
            f"{int(one) / _EMU_PER_PT:g}" for one in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
        )
        turned = _attributes(place)
        yield f"    at {at} pt {turned}".rstrip()
    for path in _all(shape, "p:spPr/a:custGeom//a:path"):
        yield f"    path {_attributes(path)}: {'; '.join(_step(one) for one in path)}"
    for preset in _all(shape, "p:spPr/a:prstGeom"):
        yield f"    {preset.get('prst')}"
    for paint in _all(shape, "p:spPr/a:solidFill | p:spPr/a:noFill | p:spPr/a:gradFill"):
        yield f"    fill {_paint(paint)}"
    for line in _all(shape, "p:spPr/a:ln"):
        yield "    " + _joined("line", _attributes(line), *(_paint(one) for one in line))
    for body in _all(shape, "p:txBody/a:bodyPr"):
        yield "    " + _joined("text", _attributes(body), *(tag(one) for one in body))
    for style in _all(shape, "p:txBody/a:lstStyle"):
        yield from _levels(style, "    ")
    for paragraph in _all(shape, "p:txBody/a:p"):
        words = "".join(_all(paragraph, ".//a:t/text()"))
        yield "    " + _joined("prompt", *_all(paragraph, "a:pPr/@lvl"), *_all(paragraph, "a:fld/@type"), repr(words))


def _levels(style: Element, margin: str) -> Iterator[str]:
    """The levels of a list, those of one look together."""
    looks = [
        (_level(one), tag(one).removeprefix("lvl").removesuffix("pPr"))
        for one in _all(style, "*[starts-with(local-name(), 'lvl')]")
    ]
    for look, alike in groupby(looks, key=itemgetter(0)):
        numbers = [number for _, number in alike]
        yield f"{margin}level {'-'.join(dict.fromkeys((numbers[0], numbers[-1])))} {look}"


def _level(level: Element) -> str:
    said = [_attributes(level), *(_trait(one) for one in level if tag(one) != "defRPr")]
    for runs in _all(level, "a:defRPr"):
        said += ["runs", _attributes(runs), *(_paint(one) for one in runs)]
    return _joined(*said)


def _trait(one: Element) -> str:
    """A trait of a level, such as `spcBef spcPts 1200` or `buChar –`."""
    inner = [_joined(tag(child), *map(_number, child.attrib.values())) for child in one]
    return _joined(tag(one), *one.attrib.values(), *inner)


def _paint(one: Element) -> str:
    """A fill, a colour with what shades it, or a font."""
    inner = [_joined(tag(part), *part.attrib.values()) for part in one.iterdescendants()]
    return _joined("" if tag(one) == "solidFill" else tag(one), *one.attrib.values(), *inner)


def _number(value: str) -> str:
    """A number as it is read: 000 and 0 are one."""
    return str(int(value)) if value.isdecimal() else value


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _step(step: Element) -> str:
    points = " ".join(f"{one.get('x')},{one.get('y')}" for one in _all(step, "a:pt"))
    return _joined(tag(step), points, _attributes(step))


def _attributes(element: Element) -> str:
    return " ".join(f"{name.rsplit('}', 1)[-1]}={value}" for name, value in element.attrib.items())


def _all(element: Element, path: str) -> list[Element]:
    found: list[Element] = element.xpath(path, namespaces=NAMES)
    return found


def _one(element: Element, path: str) -> Element:
    return _all(element, path)[0]
