"""The paper that an output is for, and whether notes go on it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Size = Literal["a4", "letter"]

SIZES_PT: Mapping[Size, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


class Paper(Struct, frozen=True):
    """`has_notes` puts the notes under each slide of a PDF."""

    size: Size = "a4"
    has_notes: bool = False


A4 = Paper()
