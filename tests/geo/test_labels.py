"""Names beside what they belong to, and the lines that lead to them."""

from math import dist

from talkbuilder.diagnostics import Source, Span
from talkbuilder.geo.labels import Labels, name, style
from talkbuilder.geo.occupancy import Page
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT

_FONTS = Fonts("Georgia", "Calibri")


def test_a_line_ends_at_the_ring_of_a_pin_and_in_a_country_with_a_dot() -> None:
    page = Page(400, 300)
    for own_pt, count, off in ((8.0, 1, 8.0), (2.0, 2, 0.0)):
        labels = Labels(page, (0, 0, 400, 300), _FONTS)
        ground = page.rectangle((0, 0, 120, 300))
        form = name("Fargo", style(18, Ink("text")), _FONTS)
        assert labels.led(form, [(200, 150)], (ground,), "Fargo", Span(Source("a", ""), 0, 0), own_pt)
        assert len(labels.leaders) == count
        box = labels.leaders[0].box
        ends = [(x / EMU_PER_POINT, y / EMU_PER_POINT) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        assert abs(min(dist(one, (200, 150)) for one in ends) - off) < 0.5
