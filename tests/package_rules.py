"""Rules that no schema knows: what PowerPoint asks of a package, and what our own themes promise.

Both are given the bytes of a deck and tell what is wrong, a line each; nothing here knows how a deck is made.
"""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PIL import Image

from tests.opened import IN_USE, MAIN, NAMES, TYPES, Element, Package, opened, relations_part, tag

_LEAST_SLIDE_ID: Final = 256
_LEAST_MASTER_ID: Final = 2**31  # masters and layouts share the numbers from here on
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_IN_PRESENTATION: Final = (
    *("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle"),
    "extLst",
)
_ML = "application/vnd.openxmlformats-officedocument"
# The content type that the target of a relationship must have.
_TYPE_OF: Final = {
    "officeDocument": f"{_ML}.presentationml.presentation.main+xml",
    "slide": f"{_ML}.presentationml.slide+xml",
    "slideLayout": f"{_ML}.presentationml.slideLayout+xml",
    "slideMaster": f"{_ML}.presentationml.slideMaster+xml",
    "notesSlide": f"{_ML}.presentationml.notesSlide+xml",
    "notesMaster": f"{_ML}.presentationml.notesMaster+xml",
    "theme": f"{_ML}.theme+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": f"{_ML}.extended-properties+xml",
    "custom-properties": f"{_ML}.custom-properties+xml",
}
# What each level of a placeholder's text must state for itself: attributes, then children.
_STATED: Final = (("marL", "indent", "algn", "rtl"), ("lnSpc", "spcBef", "spcAft", "defRPr"))
_STATED_OF_RUNS: Final = (("sz", "b", "i"), ("solidFill", "latin"))
_RUNS: Final = f"{{{NAMES['a']}}}defRPr"
_BULLETS: Final = {"buNone", "buChar", "buAutoNum"}
_MOST_STRETCH: Final = 0.002  # a pixel of a small picture

_Rule = Callable[[Package], Iterator[str]]


def broken(data: bytes) -> list[str]:
    """What is wrong with any package, whoever made its theme."""
    return _told(opened(data), (_zip, _stray, _types, _relations, _ids, _presentation, _sections, _slides, _pictures))


def unlike_ours(data: bytes) -> list[str]:
    """What is wrong with a deck in one of our own themes, which promises more than PowerPoint asks for."""
    return _told(opened(data), (_declarations, _layouts, _placeholders, _levels))


def _told(package: Package, rules: Iterable[_Rule]) -> list[str]:
    return [line for rule in rules for line in rule(package)]


def _zip(package: Package) -> Iterator[str]:
    names = [name for name, _ in package.entries]
    if names[0] != TYPES:
        yield f"{TYPES} is not the first entry"
    yield from (f"{name} is there {count} times" for name, count in Counter(names).items() if count > 1)


def _stray(package: Package) -> Iterator[str]:
    """No text stands between elements: what is left over of one that was put together badly."""
    for name in package.parts:
        if name.endswith((".xml", ".rels")):
            for one in package.xml(name).iter():
                between = [one.text, *(child.tail for child in one)] if len(one) else []
                yield from (f"{name}: {text!r} stands in {tag(one)}" for text in between if text and text.strip())


def _declarations(package: Package) -> Iterator[str]:
    for name, data in package.entries:
        if name.endswith((".xml", ".rels")) and not data.startswith(_DECLARATION):
            yield f"{name} does not begin with the XML declaration"


def _types(package: Package) -> Iterator[str]:
    for name in package.parts:
        if name == TYPES:
            continue
        kind = _type_of(package, name)
        if kind is None:
            yield f"{name} has no content type"
        elif name.endswith(".xml") and kind == "application/xml":
            yield f"{name} is listed as any XML"
    overrides = [one.get("PartName").lstrip("/") for one in package.find(TYPES, "ct:Override")]
    yield from (f"a type is listed for {name}, which is not there" for name in set(overrides) - set(package.parts))
    yield from (f"two types are listed for {name}" for name, count in Counter(overrides).items() if count > 1)
    endings = {name.rsplit(".", 1)[1] for name in package.parts if name not in {TYPES, *overrides}}
    defaults = [one.get("Extension") for one in package.find(TYPES, "ct:Default")]
    yield from (f"a type is listed for .{ending} and none is there" for ending in set(defaults) - endings - {"xml"})


def _type_of(package: Package, name: str) -> str | None:
    ending = name.rsplit(".", 1)[1]
    listed = package.find(TYPES, f"ct:Override[@PartName='/{name}'] | ct:Default[@Extension='{ending}']")
    best = sorted(listed, key=lambda one: tag(one) == "Default")  # an override counts for more
    return best[0].get("ContentType") if best else None


def _relations(package: Package) -> Iterator[str]:
    reached, ahead = {TYPES, relations_part("")}, [""]
    while ahead:
        source = ahead.pop()
        found = package.relations(source)
        ids = Counter(one.id for one in found)
        yield from (f"{source} has {count} relationships {id}" for id, count in ids.items() if count > 1)
        for one in found:
            if one.is_external:
                continue
            if one.target not in package.parts:
                yield f"{source} leads to {one.target}, which is not there"
            elif one.kind in _TYPE_OF and _type_of(package, one.target) != _TYPE_OF[one.kind]:
                yield f"{one.target} is not of the type of a {one.kind}"
            elif one.target not in reached:
                reached |= {one.target, relations_part(one.target)}
                ahead.append(one.target)
        if source.endswith(".xml"):
            yield from _unknown_ids(package, source, set(ids))
    yield from (f"nothing leads to {name}" for name in set(package.parts) - reached)


def _unknown_ids(package: Package, source: str, known: set[str]) -> Iterator[str]:
    for element in package.xml(source).iter():
        for name, value in element.attrib.items():
            if name.startswith(IN_USE) and value not in known:
                yield f"{source}: {tag(element)} names relationship {value!r}, which is not there"


def _ids(package: Package) -> Iterator[str]:
    slides = [int(one.get("id")) for one in package.find(MAIN, "p:sldIdLst/p:sldId")]
    yield from (f"slide id {one} is out of range" for one in slides if not _LEAST_SLIDE_ID <= one < _LEAST_MASTER_ID)
    masters = [int(one.get("id")) for one in package.find(MAIN, "p:sldMasterIdLst/p:sldMasterId")]
    for master in package.to(MAIN, "slideMaster"):
        masters += [int(one.get("id")) for one in package.find(master, "p:sldLayoutIdLst/p:sldLayoutId")]
    yield from (f"master or layout id {one} is out of range" for one in masters if not _LEAST_MASTER_ID <= one < 2**32)
    for one, count in Counter(slides + masters).items():
        if count > 1:
            yield f"id {one} is used {count} times"
    for folder in ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters"):
        for name in package.named(folder):
            shapes = Counter(int(one.get("id")) for one in package.find(name, "//p:cNvPr"))
            yield from (f"{name}: shape id {one} is used {count} times" for one, count in shapes.items() if count > 1)
            yield from (f"{name}: shape id {one} is out of range" for one in shapes if not 1 <= one < 2**31)


def _presentation(package: Package) -> Iterator[str]:
    found = [tag(one) for one in package.xml(MAIN)]
    if found != [name for name in _IN_PRESENTATION if name in found]:
        yield f"{MAIN} has its elements in the order {', '.join(found)}"
    yield from _listed(package, MAIN, "slide", "p:sldIdLst/p:sldId/@r:id")
    yield from _listed(package, MAIN, "slideMaster", "p:sldMasterIdLst/p:sldMasterId/@r:id")
    yield from _listed(package, MAIN, "notesMaster", "p:notesMasterIdLst/p:notesMasterId/@r:id")
    for master in package.to(MAIN, "slideMaster"):
        yield from _listed(package, master, "slideLayout", "p:sldLayoutIdLst/p:sldLayoutId/@r:id")


def _listed(package: Package, source: str, kind: str, path: str) -> Iterator[str]:
    """Each part of a kind is both related and listed, once."""
    listed = Counter(package.find(source, path))
    related = Counter(one.id for one in package.relations(source) if one.kind == kind)
    if listed != related:
        yield f"{source} lists {kind} {sorted(listed.elements())} and is related to {sorted(related.elements())}"


def _sections(package: Package) -> Iterator[str]:
    slides = [one.get("id") for one in package.find(MAIN, "p:sldIdLst/p:sldId")]
    sections = package.find(MAIN, "//p14:section")
    listed = package.find(MAIN, "//p14:section//p14:sldId/@id")
    if sections and listed != slides:
        yield f"sections list the slides {listed}, the deck has {slides}"
    ids = [one.get("id") for one in sections]
    if len(set(ids)) < len(ids):
        yield f"sections share an id: {ids}"


def _slides(package: Package) -> Iterator[str]:
    owners: Counter[str] = Counter()
    for name in package.named("slides"):
        layouts, notes = package.to(name, "slideLayout"), package.to(name, "notesSlide")
        if len(layouts) != 1 or len(notes) > 1:
            yield f"{name} has {len(layouts)} layouts and {len(notes)} pages of notes"
        for page in notes:
            owners[page] += 1
            if package.to(page, "slide") != [name] or len(package.to(page, "notesMaster")) != 1:
                yield f"{page} does not lead back to {name}, or not to one master"
        for layout in layouts:
            places = {_place(one) for one in package.find(layout, "//p:ph")}
            own = [_place(one) for one in package.find(name, "//p:ph")]
            yield from (f"{name}: placeholder {one} is not on its layout" for one in set(own) - places)
            yield from (f"{name}: placeholder {one} is there twice" for one, count in Counter(own).items() if count > 1)
    yield from (f"{page} belongs to {count} slides" for page, count in owners.items() if count > 1)


def _place(mark: Element) -> tuple[str, str]:
    """What ties a placeholder to that of its layout: its type and index, of which both may be left out."""
    return mark.get("type", "obj"), mark.get("idx", "0")


def _pictures(package: Package) -> Iterator[str]:
    for name in package.named("slides"):
        files = {one.id: one.target for one in package.relations(name)}
        for picture in package.find(name, "//p:pic"):
            data = package.parts.get(files.get(picture.xpath(".//a:blip/@r:embed", namespaces=NAMES)[0], ""))
            if data is not None:  # else said by _relations
                yield from (f"{name}: {line}" for line in _picture(picture, data, _size(package, name, picture)))


def _picture(picture: Element, data: bytes, frame: tuple[int, int]) -> Iterator[str]:
    """What is kept of a picture has the shape of its frame: it is cut, never stretched."""
    sides = picture.xpath("p:blipFill/a:srcRect", namespaces=NAMES)
    left, right, top, bottom = (int(sides[0].get(side, "0")) if sides else 0 for side in "lrtb")
    across, down = 100_000 - left - right, 100_000 - top - bottom
    if min(left, right, top, bottom) < 0 or min(across, down) <= 0:
        yield f"a picture is cut by {left} {right} {top} {bottom}"
        return
    with Image.open(io.BytesIO(data)) as image:
        kept = image.width * across / (image.height * down)
    if abs(kept * frame[1] / frame[0] - 1) > _MOST_STRETCH:
        yield f"a picture cut to {kept:.3f} to 1 fills a frame of {frame[0] / frame[1]:.3f} to 1"


def _size(package: Package, slide: str, shape: Element) -> tuple[int, int]:
    """Width and height of a shape, its own or those of the placeholder that it fills, in EMU."""
    own = shape.xpath("p:spPr/a:xfrm/a:ext", namespaces=NAMES)
    if not own:
        (mark,) = shape.xpath(".//p:ph", namespaces=NAMES)
        (layout,) = package.to(slide, "slideLayout")
        (place,) = (one for one in package.find(layout, "//p:ph") if _place(one) == _place(mark))
        own = place.xpath("ancestor::*[p:spPr]/p:spPr/a:xfrm/a:ext", namespaces=NAMES)
    return int(own[0].get("cx")), int(own[0].get("cy"))


def _layouts(package: Package) -> Iterator[str]:
    """A dark layout turns the colours, has a ground of its own, and shows nothing of a light master; nor do maps."""
    is_dark_master = "dk1" in package.find("ppt/slideMasters/slideMaster1.xml", "p:clrMap/@bg1")
    is_usual = package.find("ppt/theme/theme1.xml", "@name") == ["Steppe"]  # others have more layouts without it
    for name in package.named("slideLayouts"):
        root = package.xml(name)
        is_dark = bool(package.find(name, "p:clrMapOvr/a:overrideClrMapping"))
        is_filled = package.find(name, "p:cSld/@name")[0].startswith("Map")  # by what lies on it, to its edges
        is_bare = root.get("showMasterSp", "1") == "0"
        if (is_dark != is_dark_master and not is_bare) or (is_usual and (is_dark or is_filled) != is_bare):
            yield f"{name} is {'dark' if is_dark else 'light'} and has showMasterSp {root.get('showMasterSp')}"
        if is_dark and not package.find(name, "p:cSld/p:bg"):
            yield f"{name} is dark and has no ground of its own"
    for name in package.named("slides"):
        (layout,) = package.to(name, "slideLayout")
        mine, its = (_colours(package, part) for part in (name, layout))
        if mine != its:
            yield f"{name} maps colours in another way than {layout}"


def _colours(package: Package, name: str) -> list[tuple[str, dict[str, str]]]:
    return [(tag(one), dict(one.attrib)) for one in package.find(name, "p:clrMapOvr/*")]


def _placeholders(package: Package) -> Iterator[str]:
    for name in [*package.named("slideMasters"), *package.named("slideLayouts")]:
        for shape in package.find(name, "//p:sp[.//p:ph]"):
            label = shape.xpath(".//p:cNvPr/@name", namespaces=NAMES)[0]
            if not shape.xpath("p:spPr/a:xfrm", namespaces=NAMES):
                yield f"{name}: {label} has no place of its own"
            if not shape.xpath("p:txBody/a:bodyPr[@anchor and @lIns and @tIns and @rIns and @bIns]", namespaces=NAMES):
                yield f"{name}: {label} leaves its anchor or its margins to others"


def _levels(package: Package) -> Iterator[str]:
    """Every level that a slide uses is stated by its layout, with which we measured: nothing comes from elsewhere."""
    for name in package.named("slides"):
        (layout,) = package.to(name, "slideLayout")
        styles = {
            _place(one): one.xpath("ancestor::p:sp/p:txBody/a:lstStyle", namespaces=NAMES)
            for one in package.find(layout, "//p:ph")
        }
        for shape in package.find(name, "//p:sp[.//p:ph]"):
            style = styles.get(_place(shape.xpath(".//p:ph", namespaces=NAMES)[0]), [None])[0]
            if style is None:
                continue  # said by _slides
            for level in sorted(
                {int(one.get("lvl", "0")) for one in shape.xpath(".//a:p/a:pPr", namespaces=NAMES)} | {0}
            ):
                stated = style.xpath(f"a:lvl{level + 1}pPr", namespaces=NAMES)
                missing = _missing(stated[0]) if stated else ["everything"]
                if missing:
                    yield f"{layout}: level {level + 1} of what {name} fills leaves {', '.join(missing)} to others"


def _missing(level: Element) -> list[str]:
    """What a level leaves to others."""
    inside = {tag(one) for one in level}
    found = [*_left_out(level, *_STATED), *([] if inside & _BULLETS else ["its bullet"])]
    return found + [name for runs in level.findall(_RUNS) for name in _left_out(runs, *_STATED_OF_RUNS)]


def _left_out(element: Element, attributes: Iterable[str], children: Iterable[str]) -> Iterator[str]:
    yield from (name for name in attributes if name not in element.attrib)
    yield from set(children) - {tag(child) for child in element}
