"""Pictures made fit for a deck: upright, no larger than a projector shows, without hidden data."""

import re
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PX = 1920  # the width of a projector; more only makes the file heavy
_GLIMPSE_PX = 384
_HEAVY = 5_000_000  # bytes of a template's picture, which every deck would carry; real ones have a tenth of it
MOST_PIXELS = (
    50_000_000  # in memory, where they take 200 MB; a JPEG is read smaller, so a telephone's 108 million are too
)
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
_KNOWN = "JPEG, PNG, HEIC, WEBP, GIF, TIFF and BMP"
_SMALLER = "make it smaller in a picture program: 1,920 pixels across are enough for any projector"
_HEIF = re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL)
# What Pillow raises of files that are not what they say.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    EOFError,
    RuntimeError,
    ArithmeticError,
    TypeError,
    struct.error,
    zlib.error,
)

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PROFILE = b"ICC_PROFILE\0"
_TABLES_AND_FRAMES = frozenset({0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDC, 0xDD})
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # what ends the pixels of a scan
_PNG_TURNED = b"eXIf"  # may say that the picture lies on its side; screenshots of a Mac say that they do not
_PNG_KEEP = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"iCCP", b"pHYs", b"sBIT"}


_AGAIN = "copy it once more from where it came; or open it in a picture program, and save it as JPEG or PNG"


class NotAPicture(Exception):
    """The bytes are no picture that we can read; says why, and what to do."""

    def __init__(
        self, why: str, hint: str = "open it in a picture program, and save it from there as JPEG or PNG"
    ) -> None:
        super().__init__(why)
        self.hint = hint


@lru_cache(maxsize=256)
def prepare(data: bytes, is_of_template: bool = False) -> tuple[bytes, Literal["png", "jpg"], int, int]:
    """(bytes, "png" or "jpg", width, height in pixels) of a picture as a deck may hold it. Raises NotAPicture.

    Every picture is decoded once, so that none turns out to be broken on the evening. A JPEG or PNG that is small
    enough and upright then keeps its own pixels: only what is hidden in it (place, camera, thumbnails) is cut out.
    Everything else is drawn again by Pillow, which takes its time: a template's picture, which is in the deck as it is
    anyway, may be larger, and is decoded when somebody looks at it.
    """
    try:
        kept = _without_hidden_data(data)
    except (struct.error, IndexError) as fault:
        raise NotAPicture("it is cut short", _AGAIN) from fault
    most = MOST_PIXELS if len(data) <= _HEAVY else MAX_PX**2
    if kept and (kept[2] * kept[3] <= most if is_of_template else max(kept[2:]) <= MAX_PX):
        if not is_of_template:
            glimpse(kept[0])
        return kept
    return _redrawn(data)


@lru_cache(maxsize=32)
def glimpse(data: bytes) -> "Image":
    """A picture so small that it just tells what colours are where, in RGBA. Raises NotAPicture."""
    from PIL import Image

    shown = _decoded(data, _GLIMPSE_PX)
    if shown.mode not in ("RGB", "RGBA", "L") or "transparency" in shown.info:
        shown = shown.convert("RGB" if shown.mode == "P" and "transparency" not in shown.info else "RGBA")
    shown.thumbnail((_GLIMPSE_PX, _GLIMPSE_PX), Image.Resampling.BOX)
    return shown.convert("RGBA")


def is_solid(picture: "Image") -> bool:
    """Whether nothing is seen through a picture that could let through what lies beneath it, in RGBA."""
    return picture.getchannel("A").getextrema()[0] == 255


def cleaned(data: bytes) -> bytes:
    """A picture of a template without hidden data, in its own format, and a heavy one no larger than a projector shows;
    as it is where we cannot write that."""
    try:
        if data.startswith(_PNG):
            data = _bare_png(_png_chunks(data))
            return data if len(data) <= _HEAVY else _redrawn(data, as_png=True)[0]
        if data.startswith(_JPEG):
            plain = _plain_jpeg(data)
            data = plain[0] if plain else data
            made, extension, *_ = plain if plain and len(data) <= _HEAVY else _redrawn(data)
            return made if extension == "jpg" else data
    except (NotAPicture, struct.error, IndexError):
        pass  # a template may hold what we cannot read
    return data


def _decoded(data: bytes, px: int = MAX_PX) -> "Image":
    """A picture with all of its pixels; of a JPEG, no more than are needed for so many of its longer side."""
    from PIL import Image, UnidentifiedImageError  # only a talk with pictures pays for this

    formats: tuple[str, ...] = _FORMATS
    if _HEIF.match(data):
        from pillow_heif import register_heif_opener  # and only one with such a picture for this

        register_heif_opener(thumbnails=False)
        formats = ("HEIF",)
    elif not data.startswith((_PNG, _JPEG)):
        from PIL import TiffImagePlugin, WebPImagePlugin  # noqa: F401  # else Pillow loads all that it has
    try:
        with warnings.catch_warnings(action="ignore"):  # of sizes and of what cameras write; we look ourselves
            # No more formats than these: Pillow would hand an EPS to Ghostscript, whatever the file is called.
            image = Image.open(BytesIO(data), formats=formats)
            whole = image.size
            image.draft("RGB", (px, px))
            # All of a progressive JPEG is kept in memory, however small it is read.
            _look_at_size(whole, whole if "progressive" in image.info else image.size)
            image.load()
    except UnidentifiedImageError as fault:
        if formats is not _FORMATS:
            raise NotAPicture("it is damaged, or cut short", _AGAIN) from fault
        hint = "put the picture itself there: a file keeps what it is when only its name is changed"
        raise NotAPicture(f"it is none of {_KNOWN}, whatever its name says", hint) from fault
    except Image.DecompressionBombError as fault:
        raise NotAPicture("it has more than 178 megapixels", _SMALLER) from fault
    except _BROKEN as fault:
        raise NotAPicture("it is damaged, or cut short", _AGAIN) from fault
    return image


def _look_at_size(whole: tuple[int, int], read: tuple[int, int]) -> None:
    """Before a single pixel is read: a small file may say that it is larger than any memory."""
    if not min(whole):
        raise NotAPicture("it has no width or no height")
    if read[0] * read[1] > MOST_PIXELS:
        size = f"{whole[0]:,} × {whole[1]:,} pixels, {whole[0] * whole[1] // 1_000_000:,} megapixels"
        raise NotAPicture(f"it has {size}, and {MOST_PIXELS // 1_000_000} are the most", _SMALLER)


def _without_hidden_data(data: bytes) -> tuple[bytes, Literal["png", "jpg"], int, int] | None:
    if data.startswith(_PNG):
        found = list(_png_chunks(data))
        if any(name == _PNG_TURNED for name, _ in found) and not _is_upright(data):
            return None
        width, height = struct.unpack(">II", data[16:24])
        return _bare_png(found), "png", width, height
    if data.startswith(_JPEG):
        return _plain_jpeg(data)
    return None


def _bare_png(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    return _PNG + b"".join(chunk for name, chunk in chunks if name in _PNG_KEEP)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG with their names, up to its end; what stands behind that is no part of it."""
    at, name = len(_PNG), b""
    while name != b"IEND":
        (length,) = struct.unpack(">I", data[at : at + 4])
        end = at + 12 + length
        if end > len(data):
            raise NotAPicture("it is cut short", _AGAIN)
        name = data[at + 4 : at + 8]
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise NotAPicture("it is damaged: a checksum is wrong")
        yield name, data[at:end]
        at = end


def _plain_jpeg(data: bytes) -> tuple[bytes, Literal["png", "jpg"], int, int] | None:
    """The JPEG without its metadata; None where that would change how it looks (rotated, CMYK)."""
    kept, at, size, is_drawn = [data[:2]], 2, None, False
    while data[at] == 0xFF and data[at + 1] != 0xD9:
        marker = data[at + 1]
        if marker == 0xFF:  # any number of these may stand before a marker
            at += 1
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        segment = data[at : at + 2 + length]
        at += 2 + length
        if (marker == 0xE1 and segment[4:8] == b"Exif" and not _is_upright(data)) or (
            marker == 0xE2 and not segment.startswith(_PROFILE, 4)
        ):
            return None
        if marker in (0xC0, 0xC1, 0xC2):
            height, width, colours = struct.unpack(">HHB", segment[5:10])
            if colours == 4:
                return None
            size = (width, height)
        if marker == 0xDA:
            if (found := _MARKER.search(data, at)) is None:
                break
            segment, at, is_drawn = segment + data[at : found.start()], found.start(), True
        kept.append(_needed(marker, segment))
    if size is None or not is_drawn or data[at : at + 2] != b"\xff\xd9":
        raise NotAPicture("it is cut short", _AGAIN)
    return b"".join((*kept, data[at : at + 2])), "jpg", *size


def _is_upright(data: bytes) -> bool:
    """Whether a JPEG or PNG is shown as its pixels lie, whatever else its camera wrote down."""
    from PIL import ExifTags, Image

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=("JPEG", "PNG")) as opened:
            return bool(opened.getexif().get(ExifTags.Base.Orientation, 1) == 1)
    except _BROKEN:
        return False


def _needed(marker: int, segment: bytes) -> bytes:
    """What a deck needs of a segment: tables, frames, scans and the colour profile whole, JFIF and Adobe's bare."""
    if marker in _TABLES_AND_FRAMES or marker in (0xDA, 0xE2):
        return segment
    if marker == 0xE0 and segment[4:9] == b"JFIF\x00":
        return segment[:2] + struct.pack(">H", 16) + segment[4:16] + b"\x00\x00"
    if marker == 0xEE and segment[4:9] == b"Adobe":
        return segment[:2] + struct.pack(">H", 14) + segment[4:16]
    return b""


@lru_cache(maxsize=16)  # a template's pictures are looked at, and then stand in the deck
def _redrawn(data: bytes, as_png: bool = False) -> tuple[bytes, Literal["png", "jpg"], int, int]:
    from PIL import Image, ImageOps

    try:
        image = _decoded(data)
        image.thumbnail((MAX_PX, MAX_PX), Image.Resampling.LANCZOS)  # first, so that the rest is small
        ImageOps.exif_transpose(image, in_place=True)
        if image.mode.startswith(("I", "F")):  # it would come out all white or all black
            raise NotAPicture("it has more than 8 bits a colour")
        see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        clean = image.convert("RGBA" if see_through else "RGB")
        profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA") else None
        clean.info = {"icc_profile": profile}  # of all else, Pillow would write comments and names down again
        out = BytesIO()
        if see_through or as_png:
            clean.save(out, "PNG")
        else:
            clean.save(out, "JPEG", quality=88)
    except _BROKEN as fault:
        raise NotAPicture("it is damaged") from fault
    return out.getvalue(), "png" if see_through or as_png else "jpg", *clean.size
