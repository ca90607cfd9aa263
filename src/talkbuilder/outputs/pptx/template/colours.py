"""The colours of a template: which ink each is, and what an ink looks like on a layout of it."""

import colorsys
import re
from collections.abc import Callable, Mapping

from msgspec import structs

from talkbuilder.layout import inks
from talkbuilder.layout.items import OWN, Ink
from talkbuilder.layout.theme import Colours
from talkbuilder.outputs.pptx.template.package import Element, whole
from talkbuilder.outputs.pptx.xml import DRAWING
from talkbuilder.themes.steppe import STEPPE

_A = f"{{{DRAWING}}}"
# The colours of a theme part, as a theme of ours calls them.
SLOTS = {
    "dk1": "dark1",
    "lt1": "light1",
    "dk2": "dark2",
    "lt2": "light2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "link",
    "folHlink": "visited",
}
# What a layout makes of four of them, by the names in its colour map, and which these are unless it says otherwise.
_MAPPED = {"tx1": "text", "tx2": "soft", "bg1": "ground", "bg2": "panel"}
_USUAL_MAP = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}
_HEX = re.compile("[0-9A-Fa-f]{6}")
_LIGHTS, _HLS = ("red", "green", "blue"), ("hue", "lum", "sat")
_CHANGE = re.compile(f"({'|'.join((*_LIGHTS, *_HLS))})(Mod|Off|)")
_DEGREE = 0.6  # of a hue, which is told in 60,000 to a degree, where all else is in 100,000
_GOLDS = (25 / 360, 1 / 5)  # of the circle of hues
SUNNY = (10 / 360, 72 / 360)  # of the circle of hues
_EMBER = 15 / 360  # the hue of an orange that is dark and no brown
SAME_HUE = 25 / 360  # of the circle of hues
_SAME_SHADE = 3 / 360  # of the circle, by which a shade may differ: of more, one blue is two beside each other
_GREY = 0.07  # saturation
_HARDLY = 0.02  # saturation of what has no hue
_SLATE = 0.3  # of the saturation that is possible in what is as dark, up to which it goes with any hue
_DRAINED = 50  # of a colour's own saturation, in percent, under which a shade hardly follows it
# What a degree of hue, or a percent under that, costs in red, green and blue; what is no difference; what is far.
_MOVED, _EQUAL, _ALIKE = 0.2, 8, 60
_OPACITIES: Mapping[str, Callable[[float, float], float]] = {
    "alpha": lambda _, told: told,
    "alphaMod": lambda own, told: own * told / 100,
    "alphaOff": lambda own, told: own + told,
}

Rgb = tuple[float, float, float]  # each from 0 to 1


def read_colours(theme: Element) -> Colours:
    """The colours of a theme part; one that is missing or cannot be read is as in ours."""
    found = {
        name: rgb
        for tag, name in SLOTS.items()
        for one in theme.iterfind(f"{_A}themeElements/{_A}clrScheme/{_A}{tag}/*")
        if (rgb := _fixed(one))
    }
    return structs.replace(STEPPE.colours, **found)


def _fixed(colour: Element) -> str | None:
    """A colour that depends on no theme, as RRGGBB."""
    match str(colour.tag).removeprefix(_A):
        case "srgbClr":
            told = colour.get("val", "")
        case "sysClr":
            told = colour.get("lastClr", "")
        case "prstClr":
            told = {"black": "000000", "white": "FFFFFF"}.get(colour.get("val"), "")
        case "scrgbClr":
            red, green, blue = (_encoded(whole(colour.get(part), 0) / 100_000) for part in "rgb")
            told = _hex((red, green, blue))
        case _:
            return None
    return told.upper() if _HEX.fullmatch(told) else None


class Palette:
    """What the inks of one layout are. A colour that is none of the theme's gets a name of its own: "own 1A2B3C"."""

    def __init__(self, colours: Colours, colour_map: Mapping[str, str]) -> None:
        named = {name: getattr(colours, name) for name in SLOTS.values()}
        mapped = _USUAL_MAP | {tag: slot for tag, slot in colour_map.items() if slot in SLOTS}
        self.mapped = tuple(mapped.values())
        self._nearest: dict[str, Ink] = {}
        self.inks: dict[str, str] = named | {name: named[SLOTS[mapped[tag]]] for tag, name in _MAPPED.items()}

    def near(self, rgb: str) -> Ink:
        """The shade of one of the theme's colours that comes nearest to a colour, so that it follows the theme: of one
        in its hue, else of another with its hue moved. The colour itself where the theme has greys alone."""
        if rgb not in self._nearest:
            self._nearest[rgb] = self._near(rgb)
        return self._nearest[rgb]

    def _near(self, rgb: str) -> Ink:
        hue, wanted, calm = colorsys.rgb_to_hls(*_parts(rgb))
        hue = hue or 1.0  # a red that is moved back ends at red from wherever: LibreOffice goes round no circle

        def shade(name: str) -> Ink:
            own_hue, own, colourful = colorsys.rgb_to_hls(*_parts(self.inks[name]))
            is_grey = saturation(self.inks[name]) < _HARDLY
            # What is nearly white may be of a hue through and through.
            percent = round(100 * calm / colourful) if colourful else 100
            percent = min(100, percent) if is_grey else percent
            moved = 0 if is_grey or between(own_hue, hue) <= _SAME_SHADE else round(360 * (hue - own_hue))
            kept, added = lightened(own, wanted)
            return Ink(name, kept, 100, added, percent, moved)

        def unlike(ink: Ink) -> tuple[int, bool, bool]:
            """How unlike; of equals the colour itself comes first. A shade of paper counts as less like: it would
            follow that, and not what is written on it."""
            found = inks.rgb(ink, self.inks)
            far = apart(found, rgb)
            moved = min(abs(ink.hue_degrees), 360 - abs(ink.hue_degrees)) + max(0, _DRAINED - ink.saturation_percent)
            is_shade, is_paper = ink != Ink(ink.name), ink.name == "light1"
            return round((far + _MOVED * moved) / _EQUAL) + 2 * (is_shade and is_paper), is_shade, is_paper

        found = min((shade(name) for name in SLOTS.values() if name not in ("link", "visited")), key=unlike)
        return found if apart(inks.rgb(found, self.inks), rgb) <= _ALIKE else self.own(rgb)

    def having(self, others: Mapping[str, str]) -> "Palette":
        """A palette in which some inks are others."""
        made = Palette.__new__(Palette)
        made.mapped, made.inks, made._nearest = self.mapped, {**self.inks, **others}, {}
        return made

    def rgb(self, ink: Ink) -> str:
        """What an ink looks like where nothing shines through."""
        return self.inks[ink.name]

    def ink(self, holder: Element | None, inherited: Ink | None = None) -> Ink | None:
        """The ink of the colour inside an element; None where there is none. `inherited` is a style's own colour."""
        if holder is None:
            return None
        for colour in holder:
            if isinstance(colour.tag, str) and colour.tag.startswith(_A) and colour.tag.endswith("Clr"):
                return self._ink(colour, inherited)
        return None

    def _ink(self, colour: Element, inherited: Ink | None) -> Ink | None:
        name = self._name(colour, inherited)
        if name is None:
            return None
        opacity, rgb = 100, _parts(self.inks[name])
        for change in colour:
            tag, share = str(change.tag).removeprefix(_A), whole(change.get("val"), 100_000) / 100_000
            if tag in _OPACITIES:
                opacity = round(min(100.0, max(0.0, _OPACITIES[tag](opacity, 100 * share))))
            else:
                rgb = _changed(rgb, tag, share)
        shade = _hex(rgb)
        return Ink(name if shade == self.inks[name] else self.own(shade).name, opacity_percent=opacity)

    def _name(self, colour: Element, inherited: Ink | None) -> str | None:
        if str(colour.tag) != f"{_A}schemeClr":
            fixed = _fixed(colour)
            return self.own(fixed).name if fixed else None
        value = colour.get("val", "")
        if value == "phClr":
            return inherited.name if inherited else None
        return _MAPPED.get(value) or SLOTS.get(value)

    def own(self, rgb: str) -> Ink:
        """The ink of a colour that is none of the theme's."""
        self.inks[OWN + rgb] = rgb
        return Ink(OWN + rgb)


def _changed(rgb: Rgb, change: str, share: float) -> Rgb:
    """A colour after one change of DrawingML; one that it does not have leaves it as it is."""
    match change:
        case "tint":
            return _linear(rgb, lambda part: part * share + 1 - share)
        case "shade":
            return _linear(rgb, lambda part: part * share)
        case _:
            named = _CHANGE.fullmatch(change)
            return _part_changed(rgb, named[1], named[2], share) if named else rgb


def _part_changed(rgb: Rgb, name: str, how: str, share: float) -> Rgb:
    """A colour of which one part is another, more or less of it. Of light it is what a screen gives, and not what it
    is told."""
    is_light = name in _LIGHTS
    parts = [*(map(_decoded, rgb) if is_light else colorsys.rgb_to_hls(*rgb))]
    at = (_LIGHTS if is_light else _HLS).index(name)
    if name == "hue" and how != "Mod":
        share /= 360 * _DEGREE
    made = parts[at] * share if how == "Mod" else parts[at] + share if how == "Off" else share
    parts[at] = made % 1 if name == "hue" else min(1.0, max(0.0, made))
    if not is_light:
        return colorsys.hls_to_rgb(*parts)
    red, green, blue = map(_encoded, parts)
    return red, green, blue


def _linear(rgb: Rgb, change: Callable[[float], float]) -> Rgb:
    red, green, blue = (_encoded(change(_decoded(part))) for part in rgb)
    return red, green, blue


def _decoded(part: float) -> float:
    """From what a screen is told to the light that it gives."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return max(
        0.0, float(1.055 * max(0.0, light) ** (1 / 2.4) - 0.055)
    )  # all but the darkest, which nobody tells from black


def _parts(rgb: str) -> Rgb:
    return int(rgb[:2], 16) / 255, int(rgb[2:4], 16) / 255, int(rgb[4:], 16) / 255


def _hex(rgb: Rgb) -> str:
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in rgb)


def apart(one: str, other: str) -> int:
    """How far two colours are from each other in red, green and blue together, up to 765."""
    return sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (0, 2, 4))


def average(counted: Mapping[str, int]) -> str:
    """What colours come to, each as often as it is there."""
    total = sum(counted.values())
    sums = [sum(_parts(rgb)[part] * count for rgb, count in counted.items()) / total for part in range(3)]
    return _hex((sums[0], sums[1], sums[2]))


def lightened(own: float, wanted: float) -> tuple[int, int]:
    """What is kept of a lightness and what is added, in percent, to make another of it, 0 to 1: the most that can be
    kept, so that a shade follows its colour where a theme is changed."""
    if wanted <= own:
        return round(100 * wanted / own) if own else 100, 0
    kept = round(100 * (1 - wanted) / (1 - own))
    return kept, round(100 * wanted - own * kept)


def lightness_of(rgb: str) -> float:
    """How light a colour is, 0 to 1, as Office counts it."""
    return colorsys.rgb_to_hls(*_parts(rgb))[1]


def hue_of(rgb: str) -> float:
    """Where the hue of a colour is on the circle, of which red is the beginning and the end, 0 to 1."""
    return colorsys.rgb_to_hls(*_parts(rgb))[0]


def between(one: float, other: float) -> float:
    """How far two hues are from each other on the circle, 0 to 0.5."""
    return min(abs(one - other), 1 - abs(one - other))


def calmed(rgb: str, most: float) -> str:
    """A colour of whose saturation no more is kept than so much of what is possible: so are its shades, which one of
    nearly white may have through and through."""
    hue, lightness, own = colorsys.rgb_to_hls(*_parts(rgb))
    return _hex(colorsys.hls_to_rgb(hue, lightness, min(own, most)))


def is_alike(one: str, other: str) -> bool:
    """Whether two colours are shades of one hue."""
    return between(hue_of(one), hue_of(other)) <= SAME_HUE


def is_golden(rgb: str) -> bool:
    """Whether a colour is a gold, which turns mud where it is made dark."""
    return _GOLDS[0] < hue_of(rgb) < _GOLDS[1] and saturation(rgb) > _GREY


def reddened(rgb: str) -> str:
    """An orange or a yellow half way to the hue in which it is no brown: the darker, the more it would be one."""
    moved = round(180 * (_EMBER - hue_of(rgb))) if SUNNY[0] <= hue_of(rgb) <= SUNNY[1] else 0
    return inks.rgb(Ink("own", hue_degrees=moved), {"own": rgb})


def is_hued(rgb: str) -> bool:
    """Whether even a dark colour is of a hue, and no black or slate."""
    return colorsys.rgb_to_hls(*_parts(rgb))[2] > _SLATE


def saturation(rgb: str) -> float:
    """How colourful a colour is, from 0 to 1: grey is not, nor is what is nearly black or white."""
    parts = _parts(rgb)
    return max(parts) - min(parts)
