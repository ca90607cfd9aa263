"""The steppe theme: night-blue ink on warm paper, sky teal and sun gold, a low horizon."""

from talkbuilder.themes.table import Colours, Fonts, Grid, Sizes, Table
from talkbuilder.themes.template import package
from talkbuilder.units import Aspect

STEPPE = Table(
    name="Steppe",
    colours=Colours(
        dk1="0F1F33",  # night ink
        lt1="FCF8F0",  # paper
        dk2="33455C",  # slate: sources, captions, second levels
        lt2="F1E7D5",  # sand
        accent1="005267",  # teal
        accent2="EDB13B",  # gold
        accent3="9A2B1B",  # clay red: the one number that matters
        accent4="5BB5C6",  # sky
        accent5="7A7440",  # wormwood
        accent6="A86F3D",  # saddle
        hlink="005267",
        folHlink="5A4A6B",
    ),
    fonts=Fonts(titles="Georgia", text="Calibri"),
    grid=Grid(
        slide_width_emu=12_192_000,
        slide_height_emu=6_858_000,
        margin_emu=822_960,  # 0.9 in
        columns=12,
        gutter_emu=182_880,  # 0.2 in
        row_emu=76_200,  # 6 pt: ninety rows
        foot=(78, 84),  # two lines
    ),
    sizes=Sizes(
        cover=60,
        section=54,
        statement=54,
        title=38,
        text=32,
        second_level=28,
        third_level=24,
        quote=40,
        number=166,
        contact=54,
        closing_contact=40,
        caption=24,
        sources=20,
        small=14,
    ),
)


# For old projectors and squarer screens: as high as the wide one, so letters keep their height in the room.
STEPPE_4_3 = STEPPE._replace(
    grid=STEPPE.grid._replace(
        slide_width_emu=9_144_000,
        margin_emu=594_360,  # 0.65 in
        gutter_emu=152_400,
        foot=(77.5, 86.5),  # three lines, for what takes two on a wide slide
    ),
    sizes=STEPPE.sizes._replace(cover=54, section=48, statement=48, title=36, quote=36, number=144),
)


def build(aspect: Aspect = "16:9") -> dict[str, bytes]:
    return package(STEPPE_4_3 if aspect == "4:3" else STEPPE)
