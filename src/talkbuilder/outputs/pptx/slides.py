"""The slides: every box into the placeholder that it was laid out for."""

from collections.abc import Iterator, Mapping

from talkbuilder.layout.page import Box, Page, PictureBox, TextBox
from talkbuilder.layout.theme import Placeholder
from talkbuilder.outputs.pptx import xml

NUMBER = "Slide Number"
# The id of a field is any GUID; all slide numbers may share one.
_FIELD_ID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def parts(page: Page, number: int, language: str, files: Mapping[bytes, str]) -> Iterator[tuple[str, bytes]]:
    """A slide and its relationships: rId1 is the layout, rId2 the notes, then come the pictures."""
    targets = [
        ("slideLayout", f"../slideLayouts/{page.layout.part.rsplit('/', 1)[1]}"),
        ("notesSlide", f"../notesSlides/notesSlide{number}.xml"),
    ]
    shapes = []
    for shape_id, box in enumerate(page.boxes, start=2):
        if isinstance(box, PictureBox):
            targets.append(("image", f"../media/{files[box.picture.data]}"))
        shapes.append(_shape(box, shape_id, language, len(targets)))
    if NUMBER in page.layout.placeholders:
        shapes.append(_number(page.layout.placeholders[NUMBER], len(shapes) + 2, number, language))
    tree = f"<p:cSld><p:spTree>{xml.TREE_HEAD}{''.join(shapes)}</p:spTree></p:cSld>"
    slide = f"{xml.HEAD}<p:sld {xml.NAMESPACES}>{tree}{page.layout.colour_map}</p:sld>"
    yield f"ppt/slides/slide{number}.xml", slide.encode()
    yield f"ppt/slides/_rels/slide{number}.xml.rels", xml.relationships(targets)


def _shape(box: Box, shape_id: int, language: str, last_rel: int) -> str:
    if isinstance(box, TextBox):
        return _text(box, shape_id, language)
    return _picture(box, shape_id, last_rel)


def _text(box: TextBox, shape_id: int, language: str) -> str:
    paragraphs = "".join(
        xml.paragraph(one, language, box.sizes_pt[one.level], box.placeholder.styles[one.level].size_pt)
        for one in box.paragraphs
    )
    return _placeholder(box.placeholder, shape_id, paragraphs)


def _placeholder(placeholder: Placeholder, shape_id: int, paragraphs: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{xml.quote(placeholder.name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_mark(placeholder)}</p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _mark(placeholder: Placeholder) -> str:
    kind = "" if placeholder.type == "obj" else f' type="{placeholder.type}"'
    index = f' idx="{placeholder.index}"' if placeholder.index else ""
    return f"<p:ph{kind}{index}/>"


def _number(placeholder: Placeholder, shape_id: int, number: int, language: str) -> str:
    field = f'<a:p><a:fld id="{_FIELD_ID}" type="slidenum"><a:rPr lang="{language}"/><a:t>{number}</a:t></a:fld></a:p>'
    return _placeholder(placeholder, shape_id, field)


def _picture(box: PictureBox, shape_id: int, rel: int) -> str:
    sides = zip("ltrb", box.crop, strict=True)
    cut = "".join(f' {side}="{round(share * 100_000)}"' for side, share in sides if share)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{shape_id}" name="{xml.quote(box.placeholder.name)}" '
        f'descr="{xml.quote(box.picture.alt)}"/><p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{_mark(box.placeholder)}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="rId{rel}"/><a:srcRect{cut}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        "<p:spPr/></p:pic>"
    )
