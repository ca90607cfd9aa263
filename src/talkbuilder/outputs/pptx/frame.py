"""The frame of the package: the template's parts, and the presentation that lists the slides."""

from collections.abc import Iterator
from hashlib import sha256

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.pptx import xml

_FIRST_SLIDE_ID = 256  # the least that the format allows
_FIRST_REL = 1000  # beyond the ids of any template
_PRESENTATION = "ppt/presentation.xml"
_PRESENTATION_RELS = "ppt/_rels/presentation.xml.rels"
_TYPES = "[Content_Types].xml"
_MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg"}
_ML = "application/vnd.openxmlformats-officedocument.presentationml"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def parts(deck: Deck, count: int, extensions: set[str]) -> Iterator[tuple[str, bytes]]:
    """All parts that are no slides, notes, pictures or properties. `count` is the number of slides."""
    template = deck.theme.parts
    yield _TYPES, _types(template[_TYPES].decode(), count, extensions).encode()
    yield (
        "_rels/.rels",
        xml.relationships([("officeDocument", _PRESENTATION)]).replace(
            b"</Relationships>", _PROPERTY_RELS + b"</Relationships>"
        ),
    )
    yield _PRESENTATION, _presentation(template[_PRESENTATION].decode(), deck, count).encode()
    yield _PRESENTATION_RELS, _rels(template[_PRESENTATION_RELS].decode(), count).encode()
    ours = {_TYPES, "_rels/.rels", _PRESENTATION, _PRESENTATION_RELS}
    for name in sorted(template):
        if name not in ours and not name.startswith("docProps/"):
            yield name, template[name]


_PROPERTY_RELS = (
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
    'core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{xml.OFFICE_RELS}/extended-properties" Target="docProps/app.xml"/>'
    f'<Relationship Id="rId4" Type="{xml.OFFICE_RELS}/custom-properties" Target="docProps/custom.xml"/>'
).encode()


def _types(types: str, count: int, extensions: set[str]) -> str:
    defaults = "".join(
        f'<Default Extension="{ext}" ContentType="{_MEDIA_TYPES[ext]}"/>'
        for ext in sorted(extensions)
        if f'Extension="{ext}"' not in types
    )
    office = "application/vnd.openxmlformats-officedocument"
    properties = {
        "core": "application/vnd.openxmlformats-package.core-properties+xml",
        "app": f"{office}.extended-properties+xml",
        "custom": f"{office}.custom-properties+xml",
    }
    overrides = [
        f'<Override PartName="/docProps/{name}.xml" ContentType="{kind}"/>' for name, kind in properties.items()
    ]
    for number in range(1, count + 1):
        overrides.append(f'<Override PartName="/ppt/slides/slide{number}.xml" ContentType="{_ML}.slide+xml"/>')
        overrides.append(
            f'<Override PartName="/ppt/notesSlides/notesSlide{number}.xml" ContentType="{_ML}.notesSlide+xml"/>'
        )
    first = types.index("<Override") if "<Override" in types else types.index("</Types>")
    return types[:first] + defaults + types[first:].replace("</Types>", "".join(overrides) + "</Types>")


def _presentation(presentation: str, deck: Deck, count: int) -> str:
    ids = "".join(
        f'<p:sldId id="{_FIRST_SLIDE_ID + number}" r:id="rId{_FIRST_REL + number}"/>' for number in range(count)
    )
    # The order of the lists is fixed by the schema: masters, notes master, slides.
    mark = "</p:notesMasterIdLst>"
    listed = presentation.replace(mark, f"{mark}<p:sldIdLst>{ids}</p:sldIdLst>", 1)
    return listed.replace("</p:presentation>", f"<p:extLst>{_sections(deck)}</p:extLst></p:presentation>")


def _sections(deck: Deck) -> str:
    """PowerPoint's sections, from the talk's."""
    at = _FIRST_SLIDE_ID
    sections = []
    for number, (name, pages) in enumerate(deck.sections):
        ids = "".join(f'<p14:sldId id="{at + page}"/>' for page in range(len(pages)))
        at += len(pages)
        sections.append(
            f'<p14:section name="{xml.quote(name)}" id="{_guid(f"{number} {name}")}">'
            f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
        )
    return (
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst></p:ext>'
    )


def _guid(seed: str) -> str:
    """A GUID that depends on nothing but the seed, so that the same sources give the same bytes."""
    digits = sha256(seed.encode()).hexdigest()[:32].upper()
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def _rels(rels: str, count: int) -> str:
    slides = "".join(
        f'<Relationship Id="rId{_FIRST_REL + number}" Type="{xml.OFFICE_RELS}/slide" '
        f'Target="slides/slide{number + 1}.xml"/>'
        for number in range(count)
    )
    return rels.replace("</Relationships>", slides + "</Relationships>")
