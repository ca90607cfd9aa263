"""Lengths: EMU, the unit of every length in a deck, of which a point has 12,700 and an inch 914,400."""

Emu = int

EMU_PER_POINT = 12_700
