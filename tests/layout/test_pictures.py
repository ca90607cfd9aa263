"""Pictures go into a deck upright, small enough, and without hidden data."""

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from talkbuilder.diagnostics import Source, Span
from talkbuilder.kinds.photo import crop
from talkbuilder.layout.pictures import MAX_PX, NotAPicture, prepare
from talkbuilder.talk.talk import Picture
from talkbuilder.units import Box
from tests.cases import picture


def with_exif(orientation: int, width_px: int = 60, height_px: int = 40) -> bytes:
    image = Image.new("RGB", (width_px, height_px), (10, 20, 30))
    exif = image.getexif()
    exif[0x0112] = orientation
    exif[0x010F] = "A camera of somebody"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg")])
def test_a_plain_picture_keeps_its_own_bytes(kind: str, ending: str) -> None:
    data, extension, width, height = prepare(picture(64, 32, kind))
    assert (extension, width, height) == (ending, 64, 32)
    assert Image.open(io.BytesIO(data)).tobytes() == Image.open(io.BytesIO(picture(64, 32, kind))).tobytes()


def test_what_is_hidden_in_a_picture_is_cut_out() -> None:
    data, _, width, height = prepare(with_exif(1))
    assert b"A camera of somebody" not in data
    assert (width, height) == (60, 40)
    out = io.BytesIO()
    note = PngInfo()
    note.add_text("Comment", "where it was taken")
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=note)
    assert b"where it was taken" not in prepare(out.getvalue())[0]


def test_a_picture_that_lies_on_its_side_is_set_upright() -> None:
    assert prepare(with_exif(6))[2:] == (40, 60)


def test_a_large_picture_is_made_as_wide_as_a_projector() -> None:
    assert prepare(picture(4000, 1000, "JPEG"))[1:] == ("jpg", MAX_PX, 480)


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "BMP", "TIFF"])
def test_other_kinds_of_pictures_are_converted(kind: str) -> None:
    assert prepare(picture(64, 32, kind))[1] in ("png", "jpg")


def test_what_can_be_seen_through_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out, "WEBP", lossless=True)
    data, extension, *_ = prepare(out.getvalue())
    assert extension == "png"
    assert Image.open(io.BytesIO(data)).getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_picture_in_printers_colours_is_converted() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (8, 8)).save(out, "JPEG")
    assert Image.open(io.BytesIO(prepare(out.getvalue())[0])).mode == "RGB"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("length", [0, 3, 12, 40])
def test_a_picture_that_is_cut_short_is_refused(kind: str, length: int) -> None:
    with pytest.raises(NotAPicture):
        prepare(picture(64, 32, kind)[:length])


def test_something_else_is_refused() -> None:
    with pytest.raises(NotAPicture):
        prepare(b"<svg xmlns='http://www.w3.org/2000/svg'/>")


@pytest.mark.parametrize(
    ("width_px", "height_px", "cut"),
    [(300, 100, (1 / 3, 0, 1 / 3, 0)), (150, 300, (0, 1 / 4, 0, 1 / 4)), (50, 50, (0, 0, 0, 0))],
)
def test_a_picture_is_cut_evenly_to_fill_its_place(width_px: int, height_px: int, cut: tuple[float, ...]) -> None:
    nowhere = Span(Source("talks/talk.yaml", ""), 0, 0)
    one = Picture(b"", "png", width_px, height_px, "alt", nowhere)
    assert crop(one, Box(0, 0, 1000, 1000)) == pytest.approx(cut)


def test_a_picture_without_width_or_height_is_none() -> None:
    png = picture()
    with pytest.raises(NotAPicture, match="no width"):
        prepare(png[:16] + bytes(8) + png[24:])
