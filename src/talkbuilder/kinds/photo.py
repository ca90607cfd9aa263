"""`photo`: a picture that fills its frame, or the slide; whose it is always stands at its foot."""

from typing import Annotated

from msgspec import Meta, structs

from talkbuilder.evidence.library.media import Focus, Medium
from talkbuilder.kinds.kind import Frame, Kind, assemble, framed, picture_of, prefixed
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Content, Picture, Run
from talkbuilder.talk.talk import Slide as Resolved


class Photo(Slide, frozen=True, kw_only=True):
    """A slide of one picture: beside its caption, or to all edges of the slide."""

    photo: Annotated[Id, Meta(description="an id of assets/media.yaml")]
    caption: Annotated[
        Text | None, Meta(description="what is to be seen, where and when; without one, the picture takes the slide")
    ] = None
    full: Annotated[bool, Meta(description="whether the picture takes the slide, though it has a caption")] = False
    focus: Annotated[
        Focus | None, Meta(description="the point of the picture that stays in view here, such as [0.5, 0.3]")
    ] = None


def resolve(written: Photo, markup: Markup) -> Resolved | None:
    medium = markup.entry("picture", written.photo, markup.library.media)
    if not isinstance(medium, Medium):
        return None
    picture = picture_of(medium, written.photo.span, markup, written.focus)
    if picture is None:
        return None
    slots: dict[str, Content] = {"picture": picture}
    if written.caption:
        slots["caption"] = (markup.line(written.caption),)
    is_full = written.full or not written.caption
    described = f"{medium.alt.value} ({medium.credit.value})"
    slide = assemble("photo", written, markup, slots, shows=is_full, described=described)
    return prefixed(slide, Run(medium.credit.value), " · ")


def choose(slide: Resolved) -> str:
    return "Full photo" if slide.shows else "Photo"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    picture = slide.slots["picture"]
    assert isinstance(picture, Picture)
    if layout.name == "Photo" and picture.width_px < picture.height_px:
        layout = _upright(picture, layout)
    place = layout.placeholders["Picture"]
    box = place.box
    if layout.base and slide.shows and not slide.texts("caption"):  # on a template, a caption stands over it
        over = layout.placeholders["Caption"].box
        y = over.y + over.height // 4
        box = box._replace(y=y, height=box.bottom - y)
    return (kind.page(slide, layout, (framed(picture, box, place.name),)),)


def _upright(picture: Picture, layout: Layout) -> Layout:
    """A picture held upright keeps its shape as far as there is room, and its caption comes nearer."""
    frame, caption = layout.placeholders["Picture"], layout.placeholders["Caption"]
    box, beside = frame.box, caption.box
    width = min(box.width, max(box.height * picture.width_px // picture.height_px, box.height * 3 // 4))
    nearer = box.width - width if beside.x >= box.right else 0
    beside = beside._replace(x=beside.x - nearer, width=beside.width + nearer)
    moved = {
        "Picture": structs.replace(frame, box=box._replace(width=width), is_moved=True),
        "Caption": structs.replace(caption, box=beside, is_moved=True),
    }
    return structs.replace(layout, placeholders={**layout.placeholders, **moved})


KIND = Kind("photo", "Photo", resolve, (Frame("title", "Title"), Frame("caption", "Caption")), Photo, lay_out, choose)
