"""`photo`: a picture that fills its frame, or the slide; whose it is always stands at its foot."""

from typing import Annotated

from msgspec import Meta, Struct, structs

from talkbuilder.diagnostics import Diagnostic, near_file
from talkbuilder.evidence.library.media import Focus, Medium
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.items import Image
from talkbuilder.layout.page import Page
from talkbuilder.layout.pictures import NotAPicture, prepare
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.crediting import joined
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Content, Picture, Run
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box


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


class Filling(Struct, frozen=True):
    """Whether a picture takes the slide, and whose it is."""

    is_full: bool
    credit: str


def resolve(written: Photo, markup: Markup) -> Resolved | None:
    medium = markup.entry("picture", written.photo, markup.library.media)
    if not isinstance(medium, Medium):
        return None
    picture = _picture(medium, written, markup)
    if picture is None:
        return None
    slots: dict[str, Content] = {"picture": picture}
    if written.caption:
        slots["caption"] = (markup.line(written.caption),)
    shows = Filling(written.full or not written.caption, medium.credit.value)
    described = f"{medium.alt.value} ({medium.credit.value})"
    slide = assemble("photo", written, markup, slots, shows=shows, described=described)
    credited = (Run(medium.credit.value), *((Run(" · "), *slide.source) if slide.source else ()))
    return structs.replace(slide, source=joined(credited))


def _picture(medium: Medium, written: Photo, markup: Markup) -> Picture | None:
    try:
        data = markup.library.images(medium.file.value)
    except OSError as fault:
        message = f"'{medium.file.value}' cannot be read: {fault.strerror or fault}"
        hint = "see who may read it; save it smaller, 1920 pixels across are enough"
        markup.report(Diagnostic("E015", message, medium.file.span, hint))
        return None
    if data is None:
        hint = near_file(medium.file.value, markup.library.image_names())
        path = medium.file.value.replace("\\", "/")
        bare, last = path.rpartition("images/")[2], path.rpartition("/")[2]
        bare = last if last in markup.library.image_names() else bare
        if bare != medium.file.value and bare:
            hint = f"write 'file: {bare}': that is looked for in assets/images/"
        markup.report(Diagnostic("R001", f"no picture 'assets/images/{medium.file.value}'", medium.file.span, hint))
        return None
    try:
        prepared = prepare(data)
    except NotAPicture as fault:
        message = f"the picture '{medium.file.value}' cannot be used: {fault}"
        markup.report(Diagnostic("E015", message, medium.file.span, fault.hint))
        return None
    focus = written.focus or medium.focus
    point = (focus.x, focus.y) if focus else (0.5, 0.5)
    return Picture(*prepared, medium.alt.value, written.photo.span, medium.id, point)


def choose(slide: Resolved) -> str:
    assert isinstance(slide.shows, Filling)
    return "Full photo" if slide.shows.is_full else "Photo"


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
    """The shares of a picture to cut off at left, top, right, bottom, so that it fills a box round its focus."""
    wide = picture.width_px * box.height
    high = picture.height_px * box.width
    x, y = picture.focus
    if wide > high:
        left = _cut(x, high / wide)
        return (left, 0.0, 1 - high / wide - left, 0.0)
    top = _cut(y, wide / high)
    return (0.0, top, 0.0, 1 - wide / high - top)


def _cut(focus: float, kept: float) -> float:
    """How much goes before what is kept: the focus is in its middle, or as near to it as the picture reaches."""
    return min(max(0.0, focus - kept / 2), 1 - kept)


KIND = Kind("photo", "Photo", resolve, (Frame("title", "Title"), Frame("caption", "Caption")), Photo, lay_out, choose)
