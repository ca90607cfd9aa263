"""Pictures go into a deck upright, small enough, and without hidden data."""

import contextlib
import io
import struct
import warnings
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from talkbuilder.layout.pictures import MAX_PX, NotAPicture, cleaned, prepare
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


def test_a_template_has_its_pictures_as_large_as_they_are() -> None:
    large = picture(8 * MAX_PX, 32, "PNG")
    assert prepare(large)[2] == MAX_PX
    assert prepare(large, is_of_template=True)[2] == 8 * MAX_PX


@pytest.mark.parametrize("frame", [0xC0, 0xC1])  # baseline, and extended, which only some programs write
def test_a_jpeg_of_either_sequential_kind_keeps_its_own_bytes(frame: int) -> None:
    data = picture(64, 32, "JPEG").replace(b"\xff\xc0\x00\x11", bytes((0xFF, frame, 0x00, 0x11)))
    assert prepare(data)[1:] == ("jpg", 64, 32)
    assert prepare(data)[0].endswith(data[data.index(b"\xff\xda") :])


def test_a_progressive_jpeg_keeps_its_own_bytes() -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 32), (10, 20, 30)).save(out, "JPEG", progressive=True)
    assert b"\xff\xc2" in out.getvalue()
    assert prepare(out.getvalue())[0].endswith(out.getvalue()[out.getvalue().index(b"\xff\xda") :])


def test_what_is_hidden_in_a_picture_is_cut_out() -> None:
    data, _, width, height = prepare(with_exif(1))
    assert b"A camera of somebody" not in data
    assert (width, height) == (60, 40)
    out = io.BytesIO()
    note = PngInfo()
    note.add_text("Comment", "where it was taken")
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=note)
    assert b"where it was taken" not in prepare(out.getvalue())[0]


_NAME = b"taken by a neighbour"


def segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def scans_with_comments(data: bytes) -> bytes:
    """A progressive JPEG with a comment before every scan, and another picture behind its end."""
    return data.replace(b"\xff\xda", segment(0xFE, _NAME) + b"\xff\xda") + b"\xff\xd8" + _NAME + b"\xff\xd9"


def saved(kind: str, mode: str = "RGB", width_px: int = 64, **told: object) -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((width_px, 32)).convert(mode).save(out, kind, **told)
    return out.getvalue()


def hidden_in_pictures() -> dict[str, bytes]:
    plain, large = saved("JPEG"), saved("JPEG", width_px=4000, comment=_NAME)
    note, exif = PngInfo(), Image.Exif()
    for text in (note.add_text, note.add_itxt):
        text("Comment", _NAME.decode())
    note.add(b"tIME", _NAME)
    exif[0x010F] = _NAME.decode()
    thumbnail = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x07\x01" + _NAME + b"."
    return {
        "comment, small": saved("JPEG", comment=_NAME),
        "comment, made smaller": large,
        "comment beside a rotation": saved("JPEG", comment=_NAME, exif=exif),
        "comment beside a profile": saved("JPEG", comment=_NAME, icc_profile=b"a profile"),
        "printer's colours": saved("JPEG", "CMYK", comment=_NAME),
        "JFXX": plain[:20] + segment(0xE0, b"JFXX\x00\x10" + _NAME) + plain[20:],
        "a thumbnail in JFIF": plain[:2] + segment(0xE0, thumbnail) + plain[20:],
        "behind Adobe's mark": plain[:20] + segment(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x01" + _NAME) + plain[20:],
        "like Adobe's mark": plain[:20] + segment(0xEE, _NAME) + plain[20:],
        "between scans": scans_with_comments(saved("JPEG", progressive=True)),
        "between scans, made smaller": scans_with_comments(saved("JPEG", width_px=4000, progressive=True)),
        "XMP": saved("JPEG", xmp=_NAME),
        "PNG": saved("PNG", pnginfo=note),
        "PNG, made smaller": saved("PNG", "RGBA", 4000, pnginfo=note),
        "PNG, turned": saved("PNG", "RGBA", pnginfo=note, exif=exif),
        "GIF": saved("GIF", comment=_NAME),
        "GIF, transparent": saved("GIF", comment=_NAME, transparency=0),
        "WebP": saved("WEBP", exif=exif, xmp=_NAME),
        "WebP, transparent": saved("WEBP", "RGBA", exif=exif, xmp=_NAME),
        "TIFF": saved("TIFF", tiffinfo={270: _NAME.decode(), 315: _NAME.decode()}),
    }


@pytest.mark.parametrize("place", hidden_in_pictures())
def test_nobody_is_named_in_a_picture_that_goes_into_a_deck(place: str) -> None:
    data = hidden_in_pictures()[place]
    assert _NAME in data
    made = prepare(data)[0]
    assert _NAME not in made
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(made)) as after:
        assert set(after.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "dpi",
            "progressive",
            "progression",
            "transparency",
            "adobe",
            "adobe_transform",
            "icc_profile",
        }
        if max(before.size) <= MAX_PX and before.format == "JPEG" and before.mode == "RGB":
            assert after.tobytes() == before.convert("RGB").tobytes() or "beside" in place


@pytest.mark.parametrize(
    "place", [name for name, data in hidden_in_pictures().items() if data[:2] in (b"\xff\xd8", b"\x89P")]
)
def test_nobody_is_named_in_a_picture_of_a_template(place: str) -> None:
    data = hidden_in_pictures()[place]
    made = cleaned(data)
    assert _NAME not in made
    assert Image.open(io.BytesIO(made)).format == Image.open(io.BytesIO(data)).format


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_heavy_ground_of_a_template_is_no_larger_than_a_projector_shows(kind: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((3 * MAX_PX, 1000), 90).convert("RGB").save(out, kind, quality=100)
    made = Image.open(io.BytesIO(cleaned(out.getvalue())))
    assert (made.format, made.width) == (kind, MAX_PX)
    assert prepare(out.getvalue(), is_of_template=True)[2] == MAX_PX


def test_what_a_template_holds_and_nobody_can_read_stays_as_it_is() -> None:
    for data in (b"<svg/>", b"", picture()[:40], picture(kind="JPEG")[:40], picture(kind="GIF")):
        assert cleaned(data) == data


def test_a_profile_of_colours_stays_with_a_picture_that_is_drawn_again() -> None:
    made = prepare(saved("PNG", "RGBA", 4000, icc_profile=b"a profile"))[0]
    assert Image.open(io.BytesIO(made)).info == {"icc_profile": b"a profile"}


def test_a_picture_that_lies_on_its_side_is_set_upright() -> None:
    assert prepare(with_exif(6))[2:] == (40, 60)


def test_a_large_picture_is_made_as_wide_as_a_projector() -> None:
    assert prepare(picture(4000, 1000, "JPEG"))[1:] == ("jpg", MAX_PX, 480)


@pytest.mark.parametrize("kind", ["WEBP", "TIFF"])
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


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("length", [3, 40])
def test_a_picture_that_is_cut_short_is_refused(kind: str, length: int) -> None:
    with pytest.raises(NotAPicture):
        prepare(picture(64, 32, kind)[:length])


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of_size(width_px: int, height_px: int) -> bytes:
    """A PNG that says how large it is, and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def noise(width_px: int, height_px: int, kind: str) -> bytes:
    """A picture that cannot be packed small."""
    out = io.BytesIO()
    Image.frombytes("RGB", (width_px, height_px), Random(1).randbytes(3 * width_px * height_px)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_picture_of_which_the_rest_is_missing_is_refused(kind: str) -> None:
    share = 0.9
    data = noise(200, 150, kind)
    prepare(data)
    with pytest.raises(NotAPicture):
        prepare(data[: int(len(data) * share)])


def test_a_png_of_which_a_checksum_is_wrong_is_refused() -> None:
    data = bytearray(picture())
    data[-5] ^= 1  # in the checksum of the end
    with pytest.raises(NotAPicture, match="a checksum is wrong"):
        prepare(bytes(data))
    data = bytearray(noise(60, 40, "PNG"))
    data[len(data) // 2] ^= 1
    with pytest.raises(NotAPicture, match="a checksum is wrong"):
        prepare(bytes(data))


def test_a_png_whose_pixels_are_missing_is_refused_though_all_its_checksums_are_right() -> None:
    with pytest.raises(NotAPicture, match="damaged, or cut short"):
        prepare(png_of_size(8, 8))


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n(x) show\n%%EOF\n",
        b"\xd7\xcd\xc6\x9a" + bytes(60),
        b"",
    ],
)
def test_of_other_formats_not_even_the_beginning_is_drawn(data: bytes) -> None:
    with pytest.raises(NotAPicture, match="it is none of JPEG, PNG, HEIC, WEBP, GIF, TIFF and BMP, whatever its"):
        prepare(data)


def test_a_picture_that_says_it_is_enormous_is_refused_before_it_takes_any_memory() -> None:
    with pytest.raises(
        NotAPicture, match="it has 12,000 × 9,000 pixels, 108 megapixels, and 50 are the most"
    ) as refused:
        prepare(png_of_size(12_000, 9_000))
    assert refused.value.hint.endswith("1,920 pixels across are enough for any projector")
    with pytest.raises(NotAPicture, match="it has more than 178 megapixels"):
        prepare(png_of_size(2**31 - 1, 2**31 - 1))


@pytest.mark.trial
def test_a_photo_of_108_megapixels_is_used_as_a_telephone_saves_it() -> None:
    with warnings.catch_warnings(action="error"):
        assert prepare(with_exif(1, 12_000, 9_000))[1:] == ("jpg", MAX_PX, 1440)
    out = io.BytesIO()
    Image.new("L", (12_000, 9_000)).save(out, "JPEG", progressive=True)
    with pytest.raises(NotAPicture, match="108 megapixels"):  # which would be kept in memory whole
        prepare(out.getvalue())


def heic(width_px: int = 640, height_px: int = 480) -> bytes:
    """What a telephone saves that lay on its side, with who took it and where."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x013B], exif[0x0112] = "A. Photographer", 6
    Image.linear_gradient("L").resize((width_px, height_px)).convert("RGB").save(out, "HEIF", exif=exif.tobytes())
    return out.getvalue()


def test_a_photo_of_an_iphone_is_read_set_upright_and_names_nobody() -> None:
    given = heic()
    assert b"A. Photographer" in given
    data, *rest = prepare(given)
    assert rest == ["jpg", 480, 640]
    assert b"Photographer" not in data
    assert b"Exif" not in data


@pytest.mark.parametrize("length", [40, 400, -20])
def test_a_photo_of_an_iphone_that_is_cut_short_is_refused(length: int) -> None:
    with pytest.raises(NotAPicture, match="damaged"):
        prepare(heic()[:length])


@given(
    st.sampled_from(["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=4),
    st.integers(0, 10_000),
)
def test_whatever_is_wrong_with_a_picture_it_is_used_or_refused(
    kind: str, changes: list[tuple[int, int]], end: int
) -> None:
    data = bytearray(noise(12, 9, kind))
    for at, byte in changes:
        data[at % len(data)] = byte
    cut = bytes(data[: end % len(data)]) if end % 3 else bytes(data)
    with contextlib.suppress(NotAPicture):  # and nothing else
        made, extension, width, height = prepare(cut)
        assert Image.open(io.BytesIO(made)).size == (width, height)
        assert extension in ("png", "jpg")


def test_a_png_that_lies_on_its_side_is_turned_upright() -> None:
    image = Image.new("RGB", (40, 20), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, "PNG", exif=exif)
    data, _, width, height = prepare(out.getvalue())
    assert (width, height) == (20, 40)
    assert b"eXIf" not in data


@pytest.mark.parametrize(("orientation", "is_kept"), [(1, True), (3, False)])
def test_a_png_keeps_its_pixels_where_it_says_that_it_is_upright(orientation: int, is_kept: bool) -> None:
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    Image.linear_gradient("L").save(out, "PNG", exif=exif, compress_level=1)
    made, data = prepare(out.getvalue())[0], out.getvalue()
    at = data.index(b"IDAT")
    assert ("eXIf" in str(made), data[at:] in made) == (False, is_kept)


def test_a_picture_of_more_than_eight_bits_is_refused() -> None:
    out = io.BytesIO()
    Image.new("I;16", (4000, 10), 30_000).save(out, "TIFF")
    with pytest.raises(NotAPicture, match="8 bits"):
        prepare(out.getvalue())


def test_a_jpeg_that_lies_upright_keeps_its_pixels_and_its_profile() -> None:
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x010F], exif[0x0112] = "A camera of somebody", 1
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG", quality=60, exif=exif, icc_profile=b"a profile")
    made, extension, *_ = prepare(out.getvalue())
    assert (extension, b"camera" in made, cleaned(out.getvalue())) == ("jpg", False, made)
    with Image.open(io.BytesIO(made)) as kept, Image.open(io.BytesIO(out.getvalue())) as given:
        assert kept.info["icc_profile"] == b"a profile"
        assert kept.tobytes() == given.tobytes()
