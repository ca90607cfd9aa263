"""The words of a drawing: what stands side by side has one size, and room where there is some."""

from collections.abc import Iterator

from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.drawings.drawing import Drawing, Figure, Pen, Place
from talkbuilder.drawings.words import labels, on_stage
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.items import Align, Close, Group, Ink, LineTo, Move, Shape, Style, Text
from talkbuilder.layout.theme import Layout
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.units import EMU_PER_POINT, Box

_BOX = Box(0, 0, 400 * EMU_PER_POINT, 200 * EMU_PER_POINT)  # a unit of the drawing is a point
_STAGE = _BOX._replace(height=110 * EMU_PER_POINT)
_SPAN = Span(Source("talks/talk.yaml", ""), 0, 0)
_LAYOUT = make(STEPPE).layouts["Drawing"]


def _row(
    *texts: str, top: float = 100, high: float = 22, align: Align = "centre", size: float = 18
) -> tuple[Place, ...]:
    style = Style(size, Ink("text"), align=align)
    said = [Paragraph((Run(text),), _SPAN) for text in texts]
    return tuple(
        Place(text, 100 * at + 5, top, 90, high, size, style, one)
        for at, (text, one) in enumerate(zip(texts, said, strict=True))
    )


def _set(*places: Place, least: float = 18) -> list[Text]:
    scale = (least,) * 3
    layout = structs.replace(_LAYOUT, sizes=structs.replace(_LAYOUT.sizes, label=scale))
    return [*_labels(layout, *places)]


def _labels(layout: Layout, *places: Place) -> Iterator[Text]:
    return labels(Drawing("a", "Something", "paper", 400, 200, False, (0.5, 0.5), (), places), _BOX, layout)


def test_words_side_by_side_have_one_size() -> None:
    short, long = _set(*_row("No", "Three long words here"), least=9)
    assert short.styles[0].size_pt == long.styles[0].size_pt < 18


def test_words_without_room_get_more_of_it_alike_and_stay_in_the_box() -> None:
    heads, texts = ("Newcomers", "Villagers", "Children"), ("from the neighboring countries", "poor", "often")
    places = _row(*heads, top=95, high=15), _row(*texts, top=110, high=45)
    tight = _set(*places[0], *places[1])
    for row in (tight[:3], tight[3:]):
        assert len({(one.box.y, one.box.height, one.anchor, one.styles[0].size_pt) for one in row}) == 1
    assert not any(one.surplus for one in tight)
    assert tight[3].box.y >= tight[0].box.bottom
    assert all(_BOX.holds(one.box) for one in tight)


def test_words_at_the_left_stay_there_when_they_get_more_room() -> None:
    first, second = _set(*_row("A promise made", "A way", top=150, align="left"))
    assert (first.box.x, second.box.x) == (5 * EMU_PER_POINT, 105 * EMU_PER_POINT)
    assert len(first.lines) == 2
    assert first.box.y == second.box.y


def test_what_is_drawn_is_smaller_where_its_words_would_have_no_room_under_it() -> None:
    house = (Move(20, 20), LineTo(380, 20), LineTo(380, 80), LineTo(20, 80), Close())
    parts = (Figure("house", house, Ink("text"), None),)

    def drawn(*texts: str) -> tuple[Box, list[Text]]:
        scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 0.5), parts, _row(*texts, top=82))
        group, *words = on_stage(scene, _STAGE, _LAYOUT, "")
        assert isinstance(group, Group)
        return next(one.box for one in group.items if isinstance(one, Shape)), [
            one for one in words if isinstance(one, Text)
        ]

    short, _ = drawn("No", "Yes", "No")
    long, words = drawn("Three short words", "Yes", "No")
    assert long.height < short.height
    assert not any(one.surplus for one in words)
    assert words[0].box.y >= long.bottom


def test_words_that_have_no_room_anywhere_say_how_much_is_too_much() -> None:
    assert all(one.surplus for one in _set(*_row("Incomprehensibilities", "Incomprehensibilities", "Both", "All"))[:2])


def test_on_a_template_lines_of_words_are_as_short_as_they_can_be() -> None:
    [ours] = _labels(_LAYOUT, *_row("cattlemen as I heard", high=60, align="left"))
    [theirs] = _labels(structs.replace(_LAYOUT, base="a layout"), *_row("cattlemen as I heard", high=60, align="left"))
    assert len(ours.lines) == len(theirs.lines) == 2
    assert theirs.box.x == ours.box.x
    assert theirs.box.width < ours.box.width
    assert theirs.styles == ours.styles


def test_on_a_template_words_in_a_row_have_two_lines_each_where_one_needs_them() -> None:
    layout = structs.replace(_LAYOUT, base="a layout")
    row = _row("Are they", "They had left home", "Never", high=60)
    assert [len(one.lines) for one in _labels(layout, *row)] == [2, 2, 1]
    assert next(len(one.lines) for one in _labels(_LAYOUT, *row)) == 1


def test_on_a_template_no_words_are_in_its_letters_of_titles() -> None:
    [place] = _row("Who?", high=60)
    place = structs.replace(place, style=structs.replace(place.style, font="titles"))
    fonts = [_labels(structs.replace(_LAYOUT, base=base), place) for base in ("", "a layout")]
    assert [one.styles[0].font for each in fonts for one in each] == ["titles", "text"]


def test_on_a_template_a_scene_stands_a_little_over_the_middle_of_its_room() -> None:
    house = (Move(20, 120), LineTo(380, 120), LineTo(380, 180), LineTo(20, 180), Close())
    scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 1), (Figure("house", house, Ink("text"), None),))

    def ends(drawing: Drawing, high_pt: int) -> tuple[int, int]:
        room = _BOX._replace(height=high_pt * EMU_PER_POINT)
        *_, group = on_stage(drawing, room, structs.replace(_LAYOUT, base="a layout"), "")
        assert isinstance(group, Group)
        return group.box.y // EMU_PER_POINT, group.box.bottom // EMU_PER_POINT

    top, bottom = ends(scene, 260)
    assert abs(3 * top - 2 * (260 - bottom)) <= 5
    assert bottom - top < 100
    night = structs.replace(scene, ground="night")
    assert ends(night, 260) == (14, 239)  # nine sixteenths of the width
    assert ends(night, 600) == (120, 420)  # three quarters
    assert 120 < ends(scene, 600)[0] < 300


def test_on_a_template_words_without_room_stand_clear_of_what_is_drawn_in_one_size() -> None:
    wall = (Move(180, 60), LineTo(190, 60), LineTo(190, 160), LineTo(180, 160), Close())
    parts = (Figure("wall", wall, Ink("text"), None),)
    style = Style(18, Ink("text"), align="centre")
    said = [Paragraph((Run(text),), _SPAN) for text in ("those sent there", "herds")]
    places = tuple(
        Place(one.text, left, top, 60, 20, 18, style, one)
        for one, left, top in zip(said, (110, 250), (100, 20), strict=True)
    )
    scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 0.5), parts, places)
    layout = structs.replace(_LAYOUT, base="a layout", sizes=structs.replace(_LAYOUT.sizes, label=(18.0,) * 3))
    made = [*labels(scene, _BOX, layout)]
    assert max(one.right for one in letters_in(made[:1])) < 180 * EMU_PER_POINT
    assert made[0].box.meets(Box(*(round(one * EMU_PER_POINT) for one in (110, 100, 60, 20))))
    assert made[0].styles[0].size_pt == made[1].styles[0].size_pt
    assert not any(one.surplus for one in made)


def _on_template(*rooms: tuple[str, float, float, float], parts: tuple[Figure, ...] = ()) -> list[Text]:
    """The words of a scene on a template, each with the left edge, the top and the width of its room."""
    style = Style(18, Ink("text"), align="centre")
    places = tuple(
        Place(text, left, top, width, 26, 18, style, Paragraph((Run(text),), _SPAN)) for text, left, top, width in rooms
    )
    scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 0.5), parts, places)
    layout = structs.replace(_LAYOUT, base="a layout", sizes=structs.replace(_LAYOUT.sizes, label=(18.0,) * 3))
    return [*labels(scene, _BOX, layout)]


def test_on_a_template_words_stand_further_off_before_they_are_too_small_to_read() -> None:
    rails = [(Move(60, y), LineTo(340, y)) for y in range(84, 150, 8)]
    parts = tuple(Figure("rail", rail, None, Pen(Ink("text"), 1)) for rail in rails)
    [made] = _on_template(("those sent there", 170, 100, 60), parts=parts)
    assert made.styles[0].size_pt == 18
    [letters] = letters_in((made,))
    assert letters.bottom < 86 * EMU_PER_POINT or letters.y > 146 * EMU_PER_POINT  # clear of all, but for a hair
    everywhere = [structs.replace(parts[0], path=(Move(0, y), LineTo(400, y))) for y in range(0, 200, 8)]
    [made] = _on_template(("those sent there", 170, 100, 60), parts=tuple(everywhere))
    assert made.styles[0].size_pt == 15  # nothing is clear


def test_on_a_template_words_that_are_larger_than_in_the_drawing_stand_clear_though_their_room_is_crossed() -> None:
    post = (Move(249, 90), LineTo(252, 90), LineTo(252, 140), LineTo(249, 140), Close())
    style = Style(12, Ink("text"), align="centre")
    place = Place("sent", 140, 100, 120, 26, 12, style, Paragraph((Run("those sent there"),), _SPAN))
    parts = (Figure("post", post, Ink("text"), None),)
    scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 0.5), parts, (place,))
    layout = structs.replace(_LAYOUT, base="a layout", sizes=structs.replace(_LAYOUT.sizes, label=(16.0,) * 3))
    [made] = labels(scene, _BOX, layout)
    assert max(one.right for one in letters_in((made,))) < 249 * EMU_PER_POINT


def test_on_a_template_words_for_which_a_line_is_narrow_do_not_stand_on_what_is_drawn_over_it() -> None:
    shoes = (Move(29, 70), LineTo(69, 70), LineTo(69, 100), LineTo(29, 100), Close())
    [made] = _on_template(("North Dakota", 4, 100, 90), parts=(Figure("shoes", shoes, Ink("text"), None),))
    drawn = Box(*(round(one * EMU_PER_POINT) for one in (29, 70, 40, 30)))
    assert not any(one.meets(drawn) for one in letters_in((made,)))


def test_on_a_template_words_that_go_down_from_a_line_keep_off_the_foot_of_the_drawing() -> None:
    line = (Move(20, 170), LineTo(380, 170), LineTo(380, 172), LineTo(20, 172), Close())
    style = Style(12, Ink("text"), align="centre")
    place = Place("ask", 140, 172, 120, 16, 12, style, Paragraph((Run("those sent there"),), _SPAN))
    parts = (Figure("line", line, Ink("text"), None),)
    scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 0.5), parts, (place,))
    layout = structs.replace(_LAYOUT, base="a layout", sizes=structs.replace(_LAYOUT.sizes, label=(22.0,) * 3))
    [letters] = letters_in(labels(scene, _BOX, layout))
    assert letters.bottom + letters.height // 2 <= _BOX.bottom


def test_on_a_template_rows_under_each_other_are_smaller_before_one_is_over_what_stands_beside_it() -> None:
    heads = _row("A promise", "A journey", "The papers", "Silence", top=128, high=15, align="left", size=14)
    texts = ("a job that pays", "to a strange city", "gone", "no shared language")
    rows = *heads, *_row(*texts, top=160, high=14, align="left", size=12)
    layout = structs.replace(_LAYOUT, base="a layout", sizes=structs.replace(_LAYOUT.sizes, label=(18.0,) * 3))
    made = [*_labels(layout, *rows)]
    assert {one.styles[0].size_pt for one in made} == {15}
    scene = Drawing("a", "Something", "paper", 400, 200, False, (0.5, 0.5), (), rows)
    smaller = labels(scene, _BOX, layout, anyhow=False)  # what is drawn may be smaller still
    assert {one.styles[0].size_pt for one in smaller} == {18}
    assert all(one.box.right <= (100 * (at % 4) + 105) * EMU_PER_POINT for at, one in enumerate(made))
    assert not any(one.surplus for one in made)


def test_on_a_template_no_two_words_are_read_as_one() -> None:
    made = _on_template(("a big sheet", 90, 100, 96), ("a small sheet", 172, 101, 112))
    first, second = ([*letters_in((one,))] for one in made)
    is_on_a_line = first[0].y < second[0].bottom and second[0].y < first[0].bottom
    assert not is_on_a_line or second[0].x - first[-1].right >= 0.25 * 18 * EMU_PER_POINT
    assert {one.styles[0].size_pt for one in made} == {18}


def test_on_a_template_what_has_words_side_by_side_under_it_stands_apart_and_these_off_the_foot() -> None:
    wall = (Move(0, 20), LineTo(400, 20), LineTo(400, 200), LineTo(0, 200), Close())
    doors = [(Move(x, 40), LineTo(x + 40, 40), LineTo(x + 40, 90), LineTo(x, 90), Close()) for x in (30, 130, 230)]
    parts = (Figure("wall", wall, Ink("text"), None), *(Figure("door", one, Ink("soft"), None) for one in doors))
    places = _row("No", "From far away in the east", "Yes", top=96)
    scene = Drawing("a", "Something", "paper", 400, 200, True, (0.5, 0.5), parts, places)
    room = _BOX._replace(height=120 * EMU_PER_POINT)
    layout = structs.replace(_LAYOUT, base="a layout", sizes=structs.replace(_LAYOUT.sizes, label=(18.0,) * 3))
    group, *words = on_stage(scene, room, layout, "")
    assert isinstance(group, Group)
    first, second, _ = (one.box for one in group.items if isinstance(one, Shape) and one.name == "door")
    assert second.x - first.x > 2.8 * first.width  # 2.5 in the drawing
    assert all(one.bottom < room.bottom - 9 * EMU_PER_POINT for one in letters_in(words))
