"""Icons of the set that is a dependency: lines in inks of the theme."""

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.drawings.icons import find_icon, pictogram
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.items import Group, Ink, Shape, Stroke
from talkbuilder.source.fields import Id
from talkbuilder.stages.read import read_library
from talkbuilder.talk.markup import Markup
from talkbuilder.units import EMU_PER_POINT, Box
from tests.sample import project, talk

_SPAN = Span(Source("talks/talk.yaml", "bus"), 0, 3)
_STROKE = Stroke(Ink("accent1"), 4)


def library() -> Library:
    return read_library(project(talk("")), Report())


def shapes(group: Group) -> list[Shape]:
    found = []
    for item in group.items:
        assert isinstance(item, Shape | Group)
        found += shapes(item) if isinstance(item, Group) else [item]
    return found


def test_an_icon_is_lines_of_one_ink_and_width_within_its_box() -> None:
    report = Report()
    icon = find_icon(Id("bus", _SPAN), Markup(library(), report))
    assert icon is not None
    assert report.diagnostics == ()
    assert icon.alt == "bus"
    side = 100 * EMU_PER_POINT
    drawn = shapes(pictogram(icon, Box(side, side, side, side), _STROKE))
    assert len(drawn) > 3
    for shape in drawn:
        assert shape.fill is None
        assert shape.stroke is not None
        assert (shape.stroke.ink, round(shape.stroke.width_pt, 1), shape.stroke.has_round_ends) == (
            _STROKE.ink,
            4,
            True,
        )
        assert side <= shape.box.x
        assert shape.box.bottom <= 2 * side


def test_a_name_that_no_icon_has_is_reported_with_the_nearest() -> None:
    report = Report()
    markup = Markup(library(), report)
    assert find_icon(Id("handshak", _SPAN), markup) is None
    assert find_icon(Id("qqqqqqqq", _SPAN), markup) is None
    near, far = report.diagnostics
    assert (near.code, near.message) == ("E001", "no icon 'handshak'")
    assert near.hint == "did you mean 'handshake'? lucide.dev/icons shows all that there are"
    assert far.hint == "say it in another word; lucide.dev/icons shows all that there are"


def test_every_icon_of_the_set_can_be_drawn() -> None:
    from talkbuilder.drawings import icons

    report = Report()
    markup = Markup(library(), report)
    names = [name.removesuffix(".svg") for name in icons._archive().namelist()]
    assert len(names) > 1000
    for name in names[::25]:
        assert find_icon(Id(name, _SPAN), markup) is not None
    assert report.diagnostics == ()
