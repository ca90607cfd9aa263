"""Lengths, in EMU, of which a point has 12,700 and an inch 914,400; and the shapes that screens have."""

from typing import Literal

Emu = int

EMU_PER_POINT = 12_700

Aspect = Literal["16:9", "4:3"]
