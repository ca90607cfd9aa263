"""C204 small-picture: a picture of too few pixels for the place where it stands, which a projector shows blurred."""

from collections.abc import Iterator
from math import ceil

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.items import Image
from talkbuilder.layout.page import Deck

_LEAST = 0.5  # of the pixels of a projector; with fewer, everybody sees that they are missing


def check(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        for one in page.items:
            if not isinstance(one, Image):
                continue
            from talkbuilder.layout.pictures import MAX_PX  # which a deck of words need not pay

            share = one.box.width / page.layout.grid.width
            seen_px = one.width_px * (1 - one.crop[0] - one.crop[2])
            if seen_px < _LEAST * MAX_PX * share:
                least, best = (_size(factor * MAX_PX * share, one) for factor in (_LEAST, 1.0))
                size = f"{one.width_px:,} × {one.height_px:,}"
                where = "it fills the slide" if share == 1 else "it stands"
                message = f"this picture has {size} pixels, too few for where {where}: take one of {least}"
                hint = (
                    f"take one of at least {least} pixels, better {best}: the photo as the camera took it, and not the "
                    "small copy from a page, a chat or a mail"
                )
                yield Diagnostic("C204", message, one.span, hint)


def _size(width_px: float, one: Image) -> str:
    return f"{ceil(width_px):,} × {ceil(width_px * one.box.height / one.box.width):,}"
