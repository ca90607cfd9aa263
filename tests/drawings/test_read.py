"""SVG becomes shapes in inks of the theme; what cannot is an error with its name, place and what to do."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from talkbuilder.drawings.drawing import Cluster, Drawing, Figure, Part, drawn
from talkbuilder.drawings.elements import DEEPEST, MOST_BYTES, MOST_ELEMENTS
from talkbuilder.drawings.read import read
from talkbuilder.layout.items import Close, CurveTo, Group, Ink, LineTo, Move, Shape
from talkbuilder.units import Box
from tests.corpora.tables import from_table

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><title>Something</title>'
DOT = '<circle class="gold" cx="50" cy="50" r="9"/>'


_WIDE = "its line is wider than half of the drawing"


def drawing(inside: str, head: str = HEAD) -> Drawing:
    made, faults = read("a.svg", f"{head}{inside}</svg>".encode())
    assert faults == ()
    assert made is not None
    return made


def figure(inside: str) -> Figure:
    (one,) = drawing(inside).parts
    assert isinstance(one, Figure)
    return one


def faults(text: str | bytes) -> list[tuple[str, str]]:
    """The code and the message of each fault."""
    made, found = read("a.svg", text.encode() if isinstance(text, str) else text)
    assert made is None
    assert all(fault.hint for fault in found)
    return [(fault.code, fault.message) for fault in found]


def test_shapes_become_paths() -> None:
    assert figure('<rect class="teal" x="1" y="2" width="3" height="4"/>').path == (
        *(Move(1, 2), LineTo(4, 2), LineTo(4, 6), LineTo(1, 6), Close()),
    )
    assert figure('<polygon class="teal" points="1,2 3,4 5,0"/>').path == (
        *(Move(1, 2), LineTo(3, 4), LineTo(5, 0), Close()),
    )
    assert figure('<line class="stroke-teal" x1="1" y1="2" x2="3" y2="4"/>').path == (Move(1, 2), LineTo(3, 4))
    assert figure('<path class="teal" d="M1 2h3v4H1z"/>').path == (
        *(Move(1, 2), LineTo(4, 2), LineTo(4, 6), LineTo(1, 6), Close()),
    )


def test_curves_stay_curves() -> None:
    assert figure('<path class="teal" d="M0 0C1 2 3 4 5 6s7 8 9 10z"/>').path == (
        *(Move(0, 0), CurveTo(1, 2, 3, 4, 5, 6), CurveTo(7, 8, 12, 14, 14, 16), Close()),
    )
    _, curve = figure('<path class="teal" d="M0 0Q3 3 6 0"/>').path
    assert curve == CurveTo(2, 2, 4, 2, 6, 0)
    assert sum(isinstance(one, CurveTo) for one in figure(DOT).path) == 4
    assert sum(isinstance(one, CurveTo) for one in figure('<rect class="teal" width="9" height="9" rx="2"/>').path) == 4


@pytest.mark.parametrize("path", ["M0 5A5 5 0 0 1 10 5", "M0 5a5 5 0 0110 0"])
def test_an_arc_lies_on_its_circle(path: str) -> None:
    first, second = figure(f'<path class="teal" d="{path}"/>').path[1:]
    assert isinstance(first, CurveTo)
    assert isinstance(second, CurveTo)
    assert (first.x, first.y) == pytest.approx((5, 0))
    assert (second.x, second.y) == pytest.approx((10, 5))
    for x, y in (_middle(Move(0, 5), first), _middle(first, second)):
        assert ((x - 5) ** 2 + (y - 5) ** 2) ** 0.5 == pytest.approx(5, abs=0.002)


def _middle(begin: Move | CurveTo, curve: CurveTo) -> tuple[float, float]:
    return (
        (begin.x + 3 * curve.x1 + 3 * curve.x2 + curve.x) / 8,
        (begin.y + 3 * curve.y1 + 3 * curve.y2 + curve.y) / 8,
    )


def test_what_follows_an_end_begins_anew_where_the_part_began() -> None:
    assert figure('<path class="teal" d="M1 1h2v2zv5z"/>').path == (
        *(Move(1, 1), LineTo(3, 1), LineTo(3, 3), Close(), Move(1, 1), LineTo(1, 6), Close()),
    )


@from_table
def test_transforms_are_worked_out(transform: str, end: tuple[float, float]) -> None:
    inside = f'<g transform="{transform}"><line class="stroke-teal" x1="0" y1="0" x2="1" y2="2"/></g>'
    last = figure(inside).path[-1]
    assert isinstance(last, LineTo)
    assert (last.x, last.y) == pytest.approx(end)


@pytest.mark.parametrize(
    ("said", "fill", "stroke"),
    [
        ('class="gold"', Ink("accent2"), None),
        ('class="gold stroke-night"', Ink("accent2"), Ink("dark1")),
        ('fill="accent5" stroke="moon"', Ink("accent5"), Ink("dark2", 25, offset_percent=70)),
        ('style="fill: none; stroke: clay"', None, Ink("accent3")),
        ('id="saddle" class="sand"', Ink("light2"), None),
        ('class="gold" opacity=".5" fill-opacity="50%"', Ink("accent2", opacity_percent=25), None),
    ],
)
def test_classes_ids_and_attributes_name_inks(said: str, fill: Ink | None, stroke: Ink | None) -> None:
    made = figure(f'<rect {said} width="9" height="9"/>')
    assert (made.fill, made.pen.ink if made.pen else None) == (fill, stroke)


def test_a_shape_has_the_inks_of_its_group_and_its_opacity() -> None:
    made = figure(f'<g class="teal stroke-night" stroke-width="3" opacity=".5">{DOT}</g>')
    assert made.fill == Ink("accent2", opacity_percent=50)
    assert made.pen is not None
    assert (made.pen.ink, made.pen.width) == (Ink("dark1", opacity_percent=50), 3)


@pytest.mark.parametrize(
    ("said", "dash"),
    [("0", "solid"), ("9 4", "dash"), ("2 2", "dot")],
)
def test_dashes_are_one_of_three(said: str, dash: str) -> None:
    line = f'<path class="stroke-sky" fill="none" stroke-width="2" stroke-dasharray="{said}" d="M0 0H9"/>'
    pen = figure(line).pen
    assert pen is not None
    assert pen.dash == dash


def test_titles_and_ids_are_names_and_groups_stay() -> None:
    made = drawing(f'<g id="bus"><title>The bus</title>{DOT}<rect id="door" class="teal" width="9" height="9"/></g>')
    assert [_names(part) for part in made.parts] == [("The bus", ("circle", "door"))]


def _names(part: Part) -> object:
    return (part.name, tuple(_names(one) for one in part.parts)) if isinstance(part, Cluster) else part.name


def test_what_is_used_is_there_as_often() -> None:
    defined = f'<defs><g id="pair">{DOT}{DOT}</g><symbol id="s">{DOT}</symbol></defs>'
    made = drawing(f'{defined}<use href="#pair" x="10" y="20"/><use id="left" href="#pair"/><use href="#s"/>')
    assert [_names(part) for part in made.parts] == [
        ("pair", ("circle", "circle")),
        ("left", ("circle", "circle")),
        "circle",
    ]
    first = made.parts[0]
    assert isinstance(first, Cluster)
    assert isinstance(first.parts[0], Figure)
    assert first.parts[0].path[0] == Move(51, 70)


def test_what_is_not_seen_is_left_out() -> None:
    hidden = '<g display="none"><text>Hm</text></g><rect width="0" height="4"/><path d=""/><path d="M3 3"/>'
    others = '<metadata/><i:view xmlns:i="urn:editor"><i:text/></i:view>'
    unseen = (
        '<g visibility="hidden"><rect class="teal" width="9" height="9"/></g><rect fill="none" width="9" height="9"/>'
    )
    assert len(drawing(hidden + others + unseen + DOT).parts) == 1


def test_a_drawing_says_what_it_shows_and_on_what_it_stands() -> None:
    night = HEAD.replace(">", ' data-ground="night" preserveAspectRatio="xMinYMax slice">', 1)
    made = drawing(f"<desc>Somebody waits.\n It rains.</desc>{DOT}", night)
    assert (made.name, made.alt, made.ground) == ("a", "Somebody waits. It rains.", "night")
    assert (made.is_scene, made.anchor) == (True, (0.0, 1.0))
    plain = drawing(DOT)
    assert (plain.alt, plain.ground, plain.is_scene, plain.anchor) == ("Something", "paper", False, (0.5, 0.5))


def test_a_style_sheet_may_colour_classes_that_name_inks() -> None:
    sheet = (
        "<style>/* only to look at */ .gold { fill: #EDB13B } .stroke-night,.night{stroke:#000;fill-opacity:.5}</style>"
    )
    assert figure(sheet + DOT).fill == Ink("accent2")


@from_table
def test_what_cannot_be_drawn_is_told_by_its_name(inside: str, code: str, message: str) -> None:
    assert faults(f"{HEAD}{inside}</svg>") == [(code, message)]


def test_a_fault_is_marked_at_its_element() -> None:
    _, (fault,) = read("a.svg", f"{HEAD}\n<!-- чай -->\n  <text\n x='1'>Hm</text>\n</svg>".encode())
    assert fault.place == ("a.svg", 3, 3)
    assert fault.span is not None
    assert fault.span.source.text[fault.span.start : fault.span.end] == "<text"


@from_table
def test_a_drawing_has_a_size_and_a_ground(head: str, message: str) -> None:
    assert faults(f"{head}<title>T</title>{DOT}</svg>") == [("E202", message)]


def test_a_part_says_whether_it_is_spare() -> None:
    made, _ = read("a.svg", f'{HEAD}{DOT}<g data-spare="whole">{DOT}</g></svg>'.encode())
    assert made is not None
    assert [one.spare for one in made.parts] == ["", "whole"]
    assert faults(f'{HEAD}<g data-spare="maybe">{DOT}</g></svg>') == [("E202", "there is no spare 'maybe'")]


def test_a_drawing_without_a_title_is_refused() -> None:
    assert faults(HEAD.replace("Something", " \n") + DOT + "</svg>") == [("E204", "it does not say what it shows")]


_LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_USES = "".join(f'<g id="u{n + 1}">{f"""<use href="#u{n}"/>""" * 10}</g>' for n in range(9))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{_LAUGHS}{HEAD}{DOT}</svg>", "E201"),
        (f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}<desc>&x;</desc>{DOT}</svg>', "E201"),
        (f"{HEAD}{'<g>' * DEEPEST}{'</g>' * DEEPEST}</svg>", "E201"),
        (f"{HEAD}{DOT * MOST_ELEMENTS}</svg>", "E201"),
        (f"{HEAD}{DOT}{' ' * MOST_BYTES}</svg>", "E201"),
        (f"{HEAD}{DOT}", "E201"),
        ("<html/>", "E201"),
        (b"\x89PNG\r\n\x1a\n", "R002"),
        (f"{HEAD}{DOT}</svg>".encode("utf-16"), "R002"),
        (f"{HEAD}<g id='u0'>{DOT}</g>{_USES}</svg>", "E202"),
        (f'{HEAD}<path class="teal" d="M0 0{"L1 1" * 6000}"/></svg>', "E202"),
        (f'{HEAD}<path class="teal" d="{"M0 0 " * 50_000}!"/></svg>', "E202"),
    ],
)
def test_what_could_do_harm_is_refused(text: str | bytes, code: str) -> None:
    assert faults(text)[0][0] == code


def test_files_may_begin_with_a_mark_or_say_how_they_are_encoded() -> None:
    text = f'<?xml version="1.0" encoding="windows-1251"?>\r\n{HEAD}<desc>Чай</desc>{DOT}</svg>'
    made, _ = read("a.svg", b"\xef\xbb\xbf" + text.encode())
    assert made is not None
    assert made.alt == "Чай"


_NUMBERS = st.one_of(
    st.integers(-200, 200).map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(str),
    st.sampled_from(["", "1e400", "-0", ".5", "5.", "1e-300", "٣", "0x10", "1_0", "+1", "--1", "%"]),
)
_PATHS = st.lists(st.tuples(st.sampled_from("MmLlHhVvCcSsQqTtAaZz "), st.lists(_NUMBERS, max_size=8)), max_size=6).map(
    lambda steps: "".join(letter + " ".join(values) for letter, values in steps)
)
_KEYS = (
    "d points x y width height rx ry r cx cy x1 y1 transform opacity fill stroke-width stroke-dasharray style class id"
    " href viewBox preserveAspectRatio"
)
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(_KEYS.split()),
    st.one_of(
        _PATHS, _NUMBERS, st.sampled_from(["teal", "#a", "#b", "scale(1e9)", "rotate(1,2)", "fill:gold;stroke:sky"])
    ),
    max_size=6,
)
_TAGS = "path rect circle ellipse line polyline polygon g use symbol defs text style title"


@st.composite
def documents(draw: st.DrawFn, depth: int = 2) -> str:
    tag = draw(st.sampled_from(_TAGS.split()))
    said = "".join(f' {key}="{re.sub("[<&]", "", value)}"' for key, value in draw(_ATTRIBUTES).items())
    inside = "".join(draw(st.lists(documents(depth - 1), max_size=3))) if depth else ""
    return f"<{tag}{said}>{inside}</{tag}>"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), max_size=3).map("".join))
@example('<path class="teal" d="M0 0A1e-320 1 0 0 1 5 5A0 0 0 0 0 1 1a1e6 1e-6 45 1 0 1e-9 0z"/>')
def test_no_drawing_stops_us(inside: str) -> None:
    made, found = read("a.svg", f"{HEAD}{inside}</svg>".encode())
    assert (made is None) == bool(found)
    if made:
        for fills in (False, True):
            group = drawn(made, Box(0, 0, 12_192_000, 6_858_000), fills=fills)
            assert all(0 < item.box.width < 2**31 for item in group.items if isinstance(item, Shape | Group))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_stops_us(data: bytes) -> None:
    made, found = read("a.svg", data)
    assert made is None
    assert found


@given(st.integers(0, 400))
def test_no_file_that_is_cut_short_stops_us(at: int) -> None:
    whole = f"{HEAD}<g id='a'>{DOT}</g><path class='sky' d='M0 0C1 2 3 4 5 6Z'/></svg>".encode()
    made, found = read("a.svg", whole[:at])
    assert (made is None) == (at < len(whole)) == bool(found)
