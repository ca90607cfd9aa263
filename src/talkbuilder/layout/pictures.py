"""Pictures made fit for a deck: upright, no larger than a projector shows, without hidden data."""

import struct
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

MAX_PX = 1920  # the width of a projector; more only makes the file heavy

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_KEEP = {
    0xDB,
    0xC4,
    0xC0,
    0xC1,
    0xC2,
    0xDD,
    0xE0,
    0xEE,
}  # tables, frames, JFIF and Adobe's colour transform
_PNG_KEEP = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"sRGB",
    b"cHRM",
    b"iCCP",
    b"pHYs",
    b"sBIT",
}


class NotAPicture(Exception):
    """The bytes are no picture that we can read; says why."""


@lru_cache(maxsize=256)
def prepare(data: bytes) -> tuple[bytes, Literal["png", "jpg"], int, int]:
    """(bytes, "png" or "jpg", width, height in pixels) of a picture as a deck may hold it. Raises NotAPicture.

    A JPEG or PNG that is small enough and upright keeps its own pixels: only what is hidden in it (place, camera,
    thumbnails) is cut out, which takes a millisecond. Everything else is drawn again by Pillow.
    """
    try:
        kept = _without_hidden_data(data)
    except (struct.error, IndexError) as fault:
        raise NotAPicture("it is cut short") from fault
    if kept and not min(kept[2:]):
        raise NotAPicture("it has no width or no height")
    return kept if kept and max(kept[2:]) <= MAX_PX else _redrawn(data)


def _without_hidden_data(data: bytes) -> tuple[bytes, Literal["png", "jpg"], int, int] | None:
    if data.startswith(_PNG):
        chunks = [chunk for name, chunk in _png_chunks(data) if name in _PNG_KEEP]
        width, height = struct.unpack(">II", data[16:24])
        return _PNG + b"".join(chunks), "png", width, height
    if data.startswith(_JPEG):
        return _plain_jpeg(data)
    return None


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        end = at + 12 + length
        if end > len(data):
            raise NotAPicture("it is cut short")
        yield data[at + 4 : at + 8], data[at:end]
        at = end


def _plain_jpeg(data: bytes) -> tuple[bytes, Literal["png", "jpg"], int, int] | None:
    """The JPEG without its metadata; None where that would change how it looks (rotated, CMYK, own colour profile)."""
    kept, at, size = [data[:2]], 2, None
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        segment = data[at : at + 2 + length]
        if (marker == 0xE1 and segment[4:8] == b"Exif") or marker == 0xE2:
            return None
        if marker in (0xC0, 0xC1, 0xC2):
            height, width, colours = struct.unpack(">HHB", segment[5:10])
            if colours == 4:
                return None
            size = (width, height)
        if marker in _JPEG_KEEP:
            kept.append(segment)
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    if size is None or end < at:
        raise NotAPicture("it is cut short")
    return b"".join((*kept, data[at : end + 2])), "jpg", *size


def _redrawn(data: bytes) -> tuple[bytes, Literal["png", "jpg"], int, int]:
    from io import BytesIO

    from PIL import (
        Image,
        ImageOps,
        UnidentifiedImageError,
    )  # only a picture that must be redrawn pays for this

    try:
        with Image.open(BytesIO(data)) as opened:
            opened.load()
            image = ImageOps.exif_transpose(opened)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as fault:
        raise NotAPicture(str(fault).split("<")[0].strip().rstrip(":") or "its kind is unknown") from fault
    image.thumbnail((MAX_PX, MAX_PX), Image.Resampling.LANCZOS)
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    clean = image.convert("RGBA" if see_through else "RGB")
    out = BytesIO()
    if see_through:
        clean.save(out, "PNG")
    else:
        clean.save(out, "JPEG", quality=88)
    return out.getvalue(), "png" if see_through else "jpg", *clean.size
