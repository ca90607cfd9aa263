"""`photo`: a picture that fills its frame, with a caption."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.media import Medium
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.items import Image
from talkbuilder.layout.page import Page
from talkbuilder.layout.pictures import NotAPicture, prepare
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Picture, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box


class Photo(Slide, frozen=True, kw_only=True):
    """A slide of one picture."""

    photo: Annotated[Id, Meta(description="an id of assets/media.yaml")]
    caption: Annotated[Text | None, Meta(description="a line under it; left out: whose picture it is")] = None


def resolve(written: Photo, markup: Markup) -> Resolved | None:
    medium = markup.entry("picture", written.photo, markup.library.media)
    if not isinstance(medium, Medium):
        return None
    picture = _picture(medium, written, markup)
    if picture is None:
        return None
    slots: dict[str, object] = {"picture": picture}
    if written.caption:
        slots["caption"] = (markup.line(written.caption),)
    elif medium.credit:
        slots["caption"] = (plain(medium.credit.value, written.photo.span),)
    return assemble("photo", written, markup, slots)  # type: ignore[arg-type]  # both are slots


def _picture(medium: Medium, written: Photo, markup: Markup) -> Picture | None:
    data = markup.library.images(medium.file.value)
    if data is None:
        hint = "put it there, or mend the name; capitals count"
        markup.report(Diagnostic("R001", f"no picture 'assets/images/{medium.file.value}'", medium.file.span, hint))
        return None
    try:
        prepared = prepare(data)
    except NotAPicture as fault:
        hint = "save it as JPEG or PNG"
        markup.report(Diagnostic("E015", f"'{medium.file.value}' is no picture: {fault}", medium.file.span, hint))
        return None
    return Picture(*prepared, medium.alt.value, written.photo.span)


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    picture = slide.slots["picture"]
    assert isinstance(picture, Picture)
    place = layout.placeholders["Picture"]
    image = Image(
        "photo",
        place.box,
        picture.data,
        picture.extension,
        picture.width_px,
        picture.height_px,
        picture.span,
        crop(picture, place.box),
        picture.alt,
        place.name,
    )
    return (kind.page(slide, layout, (image,)),)


def crop(picture: Picture, box: Box) -> tuple[float, float, float, float]:
    """The shares of a picture to cut off evenly at left, top, right, bottom, so that it fills a box."""
    wide = picture.width_px * box.height
    high = picture.height_px * box.width
    if wide > high:
        side = (1 - high / wide) / 2
        return (side, 0.0, side, 0.0)
    edge = (1 - wide / high) / 2
    return (0.0, edge, 0.0, edge)


KIND = Kind(
    "photo",
    "Photo",
    resolve,
    (Frame("title", "Title"), Frame("caption", "Caption")),
    Photo,
    lay_out,
)
