"""Texts that get more room: larger boxes, as far as nothing that is read lies there; and never below 18 pt."""

import pytest
from msgspec import structs

from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.fit import fit, label, widths_of
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import (
    Cell,
    Close,
    Image,
    Ink,
    Item,
    LineTo,
    Move,
    Shape,
    Stroke,
    Style,
    Table,
    Text,
    edges_at,
    is_between,
    rectangle,
)
from talkbuilder.layout.legible import heavier, legible, on_fewest_grounds
from talkbuilder.layout.page import Page
from talkbuilder.layout.room import (
    calmed,
    evened,
    footed,
    headed,
    heads_of,
    in_middle,
    lacks_room,
    led,
    roomier,
    widened,
)
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Head, Placeholder
from talkbuilder.talk.talk import Run, plain
from talkbuilder.units import EMU_PER_POINT, Box
from tests.sample import built, slide, talk

_DECK = built(talk(slide("bullets")))[0]
_PAGE = _DECK.pages[2]
_SIZE = (960 * EMU_PER_POINT, 540 * EMU_PER_POINT)


def _box(x: int, y: int, width: int, height: int) -> Box:
    return Box(*(one * EMU_PER_POINT for one in (x, y, width, height)))


def _label(words: str, box: Box, ink: str = "text") -> Text:
    return label(words, (plain(words, _PAGE.span),), box, Style(18, Ink(ink)), (18.0,), _PAGE.layout.fonts)


def _page(*items: Item) -> Page:
    return structs.replace(_PAGE, items=items)


def test_a_text_without_room_gets_a_higher_box() -> None:
    page = _page(_label("Three words that need two lines", _box(400, 250, 160, 24)))
    assert lacks_room((page,))
    made = widened(page, _SIZE)
    assert not lacks_room((made,))
    (text,) = made.items
    assert isinstance(text, Text)
    assert text.styles[0].size_pt == 18


def test_a_cell_is_read_on_its_own_ground_and_one_that_can_be_keeps_its_ink() -> None:
    box = _box(100, 100, 300, 40)
    cells = (Cell(_label("88", box, "soft"), Ink("soft")), Cell(_label("88", box), Ink("ground")))
    (table,) = legible(_page(Table("cases", box, (box.width,) * 2, (box.height,), (cells,), "88"))).items
    assert isinstance(table, Table)
    inks = [one.text.styles[0].ink for one in table.rows[0]]
    assert inks[1] == Ink("text")
    for ink, cell in zip(inks, cells, strict=True):
        assert cell.fill
        assert contrast(rgb(ink, _PAGE.layout.palette), rgb(cell.fill, _PAGE.layout.palette)) >= 4.5


def test_it_does_not_where_another_text_would_be_printed_over() -> None:
    low = _box(400, 250, 160, 24)
    around = [_label("Some other words here", _box(x, y, 700, 30)) for x, y in ((400, 225), (400, 277))]
    wide = [_label("aside", _box(x, 250, 90, 30)) for x in (300, 570)]
    page = _page(_label("Three words that need two lines", low), *around, *wide)
    assert widened(page, _SIZE) == page


def test_a_label_that_is_hardly_too_wide_stays_on_its_line_and_gets_no_more_than_it_needs() -> None:
    (text,) = widened(_page(_label("Three words here", _box(400, 250, 115, 24))), _SIZE).items
    assert isinstance(text, Text)
    assert len(text.lines) == 1
    assert text.box.width < 1.25 * 115 * EMU_PER_POINT


def test_a_label_gets_no_room_that_brings_it_close_to_the_one_beside_it() -> None:
    label = _label("Three words here", _box(400, 250, 115, 24))
    (alone,) = widened(_page(label), _SIZE).items
    assert isinstance(alone, Text)
    ends = max(one.right for one in letters_in((alone,))) // EMU_PER_POINT
    beside = _label("another", _box(ends + 4, 250, 200, 30))
    made, other = widened(_page(label, beside), _SIZE).items
    assert isinstance(made, Text)
    assert isinstance(other, Text)
    ends = max(one.right for one in letters_in((made,)))
    assert min(one.x for one in letters_in((other,))) - ends >= 9 * EMU_PER_POINT


def test_what_stands_on_a_template_reaches_down_to_what_the_source_of_its_slide_needs() -> None:
    told = next(one.slide for one in _DECK.plan.timings if one.slide.kind == "bullets")
    ours, grid = _PAGE.layout, _PAGE.layout.grid
    source, number = ours.placeholders[SOURCE], ours.placeholders[SLIDE_NUMBER]
    places = {
        **ours.placeholders,
        SOURCE: structs.replace(source, box=grid.box(1, 11, 70, 88)),
        SLIDE_NUMBER: structs.replace(number, box=grid.box(12, 12, 84, 88)),
    }
    free = structs.replace(grid, free=(24.0, 88.0), foot=(70.0, 88.0))
    theirs = structs.replace(ours, base="A layout of a template", items=(), placeholders=places, grid=free)
    text = structs.replace(places["Text"], box=grid.box(1, 12, 25, 67))
    theirs = structs.replace(theirs, placeholders={**places, "Text": text})
    ends = {}
    for words in ("Short", " ".join(["A source that is long"] * 12), ""):
        made = footed(theirs, structs.replace(told, source=(Run(words),) if words else ()))
        ends[words] = made.placeholders["Text"].box.bottom
        assert made.placeholders["Title"] == theirs.placeholders["Title"]
        if words:
            assert made.placeholders[SOURCE].box.bottom == places[SOURCE].box.bottom
            assert ends[words] <= made.placeholders[SOURCE].box.y
    short, long, none = ends.values()
    assert text.box.bottom < long < short < none < places[SLIDE_NUMBER].box.y
    assert footed(ours, told) == ours
    for form, is_filled in ((Box(0, 0, *_SIZE), True), (text.box, False)):  # on one of ours, that stays
        on_form = structs.replace(theirs, items=(rectangle("Panel", form, Ink("light2")),))
        assert (footed(on_form, structs.replace(told, source=())) != on_form) is is_filled
    line = places[SOURCE].box.bottom - 28 * EMU_PER_POINT, places[SOURCE].box.bottom - 23 * EMU_PER_POINT
    ruled = structs.replace(theirs, grid=structs.replace(free, rule=line))
    for words, bottom in (("Short", places[SOURCE].box.bottom), ("A source that is long " * 12, line[0])):
        assert footed(ruled, structs.replace(told, source=(Run(words),))).placeholders[SOURCE].box.bottom == bottom
    low = structs.replace(places["Title"], box=grid.box(1, 12, 8, 20))
    headed = structs.replace(
        theirs, grid=structs.replace(free, free=(4.5, 88.0)), placeholders={**theirs.placeholders, "Title": low}
    )
    assert (
        footed(headed, structs.replace(told, source=(Run("Short"),))).placeholders["Text"].box.bottom > text.box.bottom
    )
    who = {name: one for name, one in places.items() if name != SOURCE} | {"Recipient": places[SOURCE]}
    poster = footed(structs.replace(theirs, placeholders=who), structs.replace(told, source=()))
    assert poster.placeholders["Recipient"].box.bottom <= places[SOURCE].box.bottom  # who answers keeps to the foot


def test_a_layout_goes_down_to_18_pt_and_its_sources_to_14() -> None:
    made = roomier(_PAGE.layout)
    assert made.placeholders["Text"].sizes_pt[-1] == 18
    assert made.placeholders["Source"].sizes_pt[-1] == 14
    assert min(made.sizes.label) == min(made.sizes.caption) == 18
    larger = roomier(structs.replace(_PAGE.layout, share=1.5))  # by its page
    assert min(larger.sizes.cover) == 27


def test_words_on_a_drawing_are_set_in_an_ink_that_is_read_there() -> None:
    board = rectangle("board", _box(100, 100, 400, 200), Ink("accent1"))
    over, beside = _label("on it", _box(120, 150, 200, 40), "accent3"), _label("beside", _box(600, 150, 200, 40))
    _, on_board, off = legible(_page(board, over, beside)).items
    assert isinstance(on_board, Text)
    assert on_board.styles[0].ink == Ink("ground")
    assert {run.ink for line in on_board.lines for run in line.runs} == {Ink("ground")}
    assert off == beside


def test_where_no_ink_of_the_theme_is_read_words_are_black_or_white() -> None:
    layout = _PAGE.layout
    greys = {"text": "404040", "soft": "505050", "ground": "E0E0E0", "dark1": "404040", "light1": "E0E0E0"}
    layout = structs.replace(layout, palette={**layout.palette, **greys, "accent1": "7A7A7A"})
    board = rectangle("board", _box(100, 100, 400, 200), Ink("accent1"))
    page = structs.replace(_page(board, _label("on it", _box(120, 150, 200, 40))), layout=layout)
    _, made = legible(page).items
    assert isinstance(made, Text)
    assert rgb(made.styles[0].ink, layout.palette) == "000000"


def test_large_words_in_the_colour_of_a_templates_paper_need_as_much_contrast_as_small_ones() -> None:
    inks = {**_PAGE.layout.palette, "ground": "1A74A8", "light1": "1A74A8", "text": "FFFFFF", "accent1": "0E222E"}
    board = rectangle("board", _box(100, 100, 400, 200), Ink("accent1"))
    box, style = _box(120, 150, 300, 60), Style(40, Ink("ground"))
    said = label("on it", (plain("on it", _PAGE.span),), box, style, (40.0,), _PAGE.layout.fonts)
    for base, ink in (("", "ground"), ("A layout of a template", "text")):
        layout = structs.replace(_PAGE.layout, palette=inks, base=base)
        _, made = legible(structs.replace(_page(board, said), layout=layout)).items
        assert isinstance(made, Text)
        assert made.styles[0].ink == Ink(ink)
    of_template = structs.replace(_page(said), layout=structs.replace(layout, beneath=(board,)))  # who has it so
    assert legible(of_template) == of_template


def test_words_half_on_something_bright_are_in_the_ink_that_is_read_at_most_of_their_points() -> None:
    night = rectangle("night", _box(100, 100, 400, 200), Ink("dark1"))
    words = _label("words on the night", _box(120, 150, 400, 40), "accent3")
    run = words.lines[0].runs[0]
    window = rectangle("window", _box(120, 150, round(run.width_pt * 0.3), 40), Ink("light1"))
    *_, made = legible(_page(night, window, words)).items
    assert isinstance(made, Text)
    assert contrast(rgb(made.styles[0].ink, _PAGE.layout.palette), rgb(Ink("dark1"), _PAGE.layout.palette)) >= 4.5


@pytest.mark.parametrize(
    ("kind", "share", "width_pt"), [("timeline", 1.5, 6), ("drawing", 1.5, 4), ("timeline", 1.0, 4)]
)
def test_lines_on_a_large_page_are_as_heavy_as_its_letters_are_large(kind: str, share: float, width_pt: float) -> None:
    line = rectangle("line", _box(100, 100, 400, 2), None, Stroke(Ink("text"), 4))
    page = structs.replace(_page(line), kind=kind, layout=structs.replace(_PAGE.layout, share=share))
    (made,) = heavier(page).items
    assert isinstance(made, Shape)
    assert made.stroke
    assert made.stroke.width_pt == width_pt


def test_of_places_for_words_that_is_taken_where_they_lie_on_one_ground() -> None:
    board = rectangle("board", _box(100, 100, 400, 200), Ink("accent1"))
    on_edge, on_board, off = (_label("words here", _box(x, 150, 200, 40)) for x in (470, 200, 600))
    assert on_fewest_grounds((on_edge, on_board, off), _page(board)) is on_board
    assert on_fewest_grounds((), _page(board)) is None


def test_a_ring_within_a_ring_is_a_hole() -> None:
    outer = (Move(0, 0), LineTo(90, 0), LineTo(90, 90), LineTo(0, 90), Close())
    inner = (Move(30, 30), LineTo(60, 30), LineTo(60, 60), LineTo(30, 60))
    ring = Shape("ring", Box(0, 0, 90, 90), (*outer, *inner), Ink("text"))
    assert [is_between(edges_at(ring, at), at) for at in (10, 45, 75)] == [True, False, True]


def test_texts_in_one_place_have_one_size_but_for_the_odd_one() -> None:
    def titled(words: str) -> Page:
        made = fit("title", (plain(words, _PAGE.span),), _PLACE, _PAGE.layout.fonts)
        layout = structs.replace(_PAGE.layout, placeholders={"Title": _PLACE})
        return structs.replace(_PAGE, layout=layout, items=(made,))

    def sizes(*words: str) -> list[float]:
        pages = evened([(titled(one),) for one in words], _SIZE)
        return [text.styles[0].size_pt for (page,) in pages for text in page.items if isinstance(text, Text)]

    long = "Words that have no room in the largest size of all"
    assert sizes("Short", long) == [40, 40]
    assert sizes(*("Short",) * 19, longest := " ".join((long,) * 2)) == [*(40,) * 19, 25]
    assert sizes("Short", "Words that have no room at all") == [39, 39]  # and each keeps to its place
    assert sizes("Short", longest) == [25, 25]  # of 40, and no smaller for the sake of a line
    assert sizes(*("Short",) * 19, long + " w" * 6) == [*(38,) * 20]  # none stands out by a point or two


def _titles(place: Placeholder, *words: str) -> list[Text]:
    layout = structs.replace(_PAGE.layout, placeholders={"Title": place})
    made = [fit("title", (plain(one, _PAGE.span),), place, layout.fonts) for one in words]
    pages = evened([(structs.replace(_PAGE, layout=layout, items=(one,)),) for one in made], _SIZE)
    return [text for (page,) in pages for text in page.items if isinstance(text, Text)]


def test_titles_are_as_large_as_all_have_room_for_on_a_line_or_in_two_where_that_is_much_larger() -> None:
    high = structs.replace(_PLACE, box=_PLACE.box._replace(height=2 * _PLACE.box.height))
    long, longer = "Words that have no room in a line", "Words that " * 6
    for words, size_pt in (((*("Short",) * 8, long), 36), (("Short", long), 36), ((longer, longer), 34)):
        assert {one.styles[0].size_pt for one in _titles(high, *words)} == {size_pt}


def test_titles_on_a_line_stand_where_the_house_has_them_also_where_some_have_two_lines() -> None:
    high = structs.replace(_PLACE, box=_PLACE.box._replace(height=2 * _PLACE.box.height), anchor="middle")
    alone, short, _ = (one.lines[0].runs[0] for one in (*_titles(high, "Short"), *_titles(high, "Short", "Words " * 9)))
    assert abs(alone.baseline_pt - short.baseline_pt) < 0.5 * (alone.size_pt - short.size_pt + 1)


def test_the_titles_of_a_deck_are_told_by_their_places_in_their_size_and_by_where_those_of_so_many_lines_end() -> None:
    layout = structs.replace(_PAGE.layout, placeholders={"Title": _PLACE})
    made = [fit("title", (plain(one, _PAGE.span),), _PLACE, layout.fonts) for one in ("Short", "Shorter")]
    pages = [structs.replace(_PAGE, layout=layout, items=(one,)) for one in made]
    ((y, head),) = heads_of(pages, _SIZE).items()
    assert (y, head.size_pt) == (_PLACE.box.y, 40)
    ((lines, ends),) = head.ends
    assert lines == 1
    assert made[0].lines[0].runs[0].baseline_pt < ends / EMU_PER_POINT < _PLACE.box.bottom / EMU_PER_POINT


def test_what_leads_to_a_title_in_the_place_of_titles_has_their_size() -> None:
    places = {"Title": _PLACE, "Kicker": structs.replace(_PLACE, name="Kicker", role="body")}
    layout = structs.replace(_PAGE.layout, placeholders=places, base="A layout of a template")
    lines = "Short", "Short", "A title that is so long that it is set smaller than others, for want of room"
    pages = [
        structs.replace(_PAGE, layout=layout, items=(fit("", (plain(one, _PAGE.span),), places[name], layout.fonts),))
        for one, name in zip(lines, ("Kicker", "Title", "Title"), strict=True)
    ]
    made = [page.items[0] for (page,) in evened([(one,) for one in pages], _SIZE)]
    assert len({one.styles[0].size_pt for one in made if isinstance(one, Text)}) == 1


def test_little_that_is_shown_on_a_template_stands_in_the_middle_of_its_room() -> None:
    grid = structs.replace(_PAGE.layout.grid, free=(24.0, 88.0))
    layout = structs.replace(_PAGE.layout, base="A layout of a template", placeholders={"Title": _PLACE}, grid=grid)
    title = fit("title", (plain("Short", _PAGE.span),), _PLACE, layout.fonts)
    begin, end = (round(row * grid.row) for row in grid.free)
    for high, is_moved in (((end - begin) // 3, True), ((end - begin) * 9 // 10, False)):
        shown = rectangle("shown", Box(_PLACE.box.x, begin, _PLACE.box.width, high), Ink("accent1"))
        who = structs.replace(_label("A bureau", _box(60, 480, 300, 30)), name="recipient")
        kept, made, at_foot = in_middle(structs.replace(_PAGE, layout=layout, items=(title, shown, who))).items
        assert (kept, at_foot) == (title, who)
        assert isinstance(made, Shape)
        over, under = (box - one for box, one in ((made.box.y, begin), (end, made.box.bottom)))
        assert (0 < over < under < 2 * over) == is_moved


def test_what_stands_on_a_template_reaches_up_to_its_title() -> None:
    told = next(one.slide for one in _DECK.plan.timings if one.slide.kind == "bullets")
    grid = structs.replace(_PAGE.layout.grid, free=(24.0, 88.0), foot=(70.0, 88.0))
    theirs = structs.replace(_PAGE.layout, base="A layout of a template", items=(), grid=grid)
    ends, gap = theirs.placeholders["Title"].box.y + 40 * EMU_PER_POINT, 10 * EMU_PER_POINT
    tops = []
    for highest in (0, grid.row, ends + 2 * gap):
        layout = structs.replace(theirs, grid=structs.replace(grid, rise=(highest, gap)))
        made = footed(layout, told, Head(40.0, ((1, ends), (2, 2 * ends))))  # as other slides have them
        tops.append(made.corner[1] + round(made.grid.free[0] * made.grid.row))
    usual, highest_of_all, lower = tops
    assert abs(highest_of_all - ends - gap) < EMU_PER_POINT
    assert abs(lower - ends - 2 * gap) < EMU_PER_POINT
    assert lower < usual
    # On a page that is all ours the title stays where it is, and a lead a hair over its foot comes up with the rest.
    title = theirs.placeholders["Title"]
    lead = structs.replace(title, name="Lead", box=title.box._replace(y=title.box.bottom - EMU_PER_POINT // 2))
    whole = structs.replace(grid, free=(4.5, 88.0), rise=(grid.row, gap))
    layout = structs.replace(theirs, grid=whole, placeholders={**theirs.placeholders, "Lead": lead})
    places = footed(layout, told, Head(40.0, ((1, ends), (2, 2 * ends)))).placeholders
    assert places["Title"] == title
    assert places["Lead"].box.y != lead.box.y


def test_on_a_template_nothing_but_a_figure_and_a_quotation_is_larger_than_the_titles_of_the_deck() -> None:
    places = {**_PAGE.layout.placeholders, "Quote": _PAGE.layout.placeholders["Text"]}
    theirs = structs.replace(_PAGE.layout, base="A layout of a template", placeholders=places)
    made = headed(theirs, Head(20.0, ()))
    assert max(made.sizes.quote) == max(made.placeholders["Text"].sizes_pt) == 20
    assert max(made.placeholders["Quote"].sizes_pt) == 25
    assert made.sizes.number == theirs.sizes.number
    assert made.placeholders["Title"] == theirs.placeholders["Title"]
    assert headed(_PAGE.layout, Head(20.0, ())) == _PAGE.layout


def test_titles_that_are_small_already_are_not_set_smaller_to_stand_on_a_line() -> None:
    place = _PAGE.layout.placeholders["Title"]
    words = (plain("First promises", _PAGE.span),)
    style = structs.replace(place.styles[0], size_pt=17.0)  # so small, it would have room on a line
    width = round(1.02 * widths_of(words, style, _PAGE.layout.fonts)[1])
    insets, styles = (0, 0, 0, 0), (structs.replace(style, size_pt=18.0),)
    box = place.box._replace(width=width)
    place = structs.replace(place, sizes_pt=(18.0,), styles=styles, box=box, insets=insets)
    layout = structs.replace(_PAGE.layout, placeholders={**_PAGE.layout.placeholders, "Title": place})
    said = [words, (plain("Silence", _PAGE.span),)]
    pages: list[tuple[Page, ...]] = [
        (structs.replace(_PAGE, layout=layout, items=(fit("title", one, place, layout.fonts),)),) for one in said
    ]
    small = _SIZE[0] * 3 // 4, _SIZE[1] * 3 // 4
    made = [text for (page,) in evened(pages, small) for text in page.items if isinstance(text, Text)]
    assert [one.styles[0].size_pt for one in made] == [18, 18]


def test_no_text_is_larger_than_the_title_over_it() -> None:
    title = fit("title", (plain("Words " * 16, _PAGE.span),), _PLACE, _PAGE.layout.fonts)
    low = structs.replace(_PLACE, name="Text", role="body", box=_box(60, 200, 500, 300))
    text = fit("text", (plain("Short", _PAGE.span),), low, _PAGE.layout.fonts)
    layout = structs.replace(_PAGE.layout, placeholders={"Title": _PLACE, "Text": low})
    (((page,),)) = evened([(structs.replace(_PAGE, layout=layout, items=(text, title)),)], _SIZE)
    assert len({one.styles[0].size_pt for one in page.items if isinstance(one, Text)}) == 1


def test_a_lead_is_smaller_than_the_title_over_it() -> None:
    places = {"Title": _PLACE, "Lead": structs.replace(_PLACE, name="Lead", role="body", box=_box(60, 200, 500, 60))}
    layout = structs.replace(_PAGE.layout, placeholders=places)
    texts = [fit(name, (plain("Short", _PAGE.span),), one, layout.fonts) for name, one in places.items()]
    (((page,),)) = evened([(structs.replace(_PAGE, layout=layout, items=tuple(texts)),)], _SIZE)
    assert [one.styles[0].size_pt for one in page.items if isinstance(one, Text)] == [40, 34]


def test_a_title_stands_out_of_its_place_where_nothing_else_is() -> None:
    words = "Words that have no room in one line, nor will have any"
    made = fit("title", (plain(words, _PAGE.span),), _PLACE, _PAGE.layout.fonts)
    layout = structs.replace(_PAGE.layout, placeholders={"Title": _PLACE})
    close = rectangle("close", _box(60, 102, 500, 300), Ink("accent1"))
    short = fit("title", (plain("Short", _PAGE.span),), _PLACE, _PAGE.layout.fonts)
    for items, size_pt in (((made,), 40), ((made, close), 26)):
        pages = (structs.replace(_PAGE, layout=layout, items=one) for one in (items, (short,)))
        (page,), _ = evened([(one,) for one in pages], _SIZE)
        text = page.items[0]
        assert isinstance(text, Text)
        assert text.styles[0].size_pt == size_pt


@pytest.mark.parametrize(("highest", "is_larger"), [(90, True), (130, False), (0, False)])
def test_on_a_picture_a_title_stands_out_of_its_place_down_to_where_nothing_is_drawn(
    highest: int, is_larger: bool
) -> None:
    picture = Image("ground", Box(0, 0, *_SIZE), b"", "png", 1, 1, _PAGE.span)
    grid = structs.replace(_PAGE.layout.grid, rise=(highest * EMU_PER_POINT, 0))
    layout = structs.replace(_PAGE.layout, placeholders={"Title": _PLACE}, items=(picture,), grid=grid)
    words = "Words that have no room in one line, nor will have any", "Short"
    made = [fit("title", (plain(one, _PAGE.span),), _PLACE, layout.fonts) for one in words]
    (page,), _ = evened([(structs.replace(_PAGE, layout=layout, items=(one,)),) for one in made], _SIZE)
    (text,) = page.items
    assert isinstance(text, Text)
    assert (text.styles[0].size_pt == 40) is is_larger
    assert text.box.y == _PLACE.box.y


def test_a_text_on_a_template_does_not_end_in_a_line_of_few_words() -> None:
    place = structs.replace(_PLACE, box=_box(60, 40, 600, 160))
    words = (plain("A bus went by, and I did not know what I saw", _PAGE.span),)
    title = fit("title", words, place, _PAGE.layout.fonts)
    kept = _label("Words in a drawing that has room for them so", _box(60, 300, 300, 60))
    layout = structs.replace(_PAGE.layout, placeholders={"Title": place})
    made, label = calmed(structs.replace(_PAGE, layout=layout, items=(title, kept))).items
    assert isinstance(made, Text)
    assert [line.text for line in title.lines] == ["A bus went by, and I did not know", "what I\u00a0saw"]
    assert [line.text for line in made.lines] == ["A bus went by, and I did not", "know\u00a0what\u00a0I\u00a0saw"]
    assert label is kept
    sources = structs.replace(title, placeholder=SOURCE)  # which go as far as they can
    assert calmed(structs.replace(_PAGE, layout=layout, items=(sources,))).items == (sources,)


def test_a_line_that_leads_to_its_title_stands_over_it() -> None:
    low = structs.replace(_PLACE, name="Kicker", role="body", box=_box(60, 310, 500, 60), sizes_pt=(20.0,))
    low = structs.replace(low, styles=(Style(20, Ink("text")),))
    title = structs.replace(_PLACE, box=_box(60, 240, 500, 60), anchor="bottom")
    layout = structs.replace(_PAGE.layout, placeholders={"Title": title, "Kicker": low})
    texts = [fit(one.name, (plain("Some words", _PAGE.span),), one, layout.fonts) for one in (title, low)]
    head, kicker = led(structs.replace(_PAGE, layout=layout, items=tuple(texts)), _SIZE).items
    assert isinstance(head, Text)
    assert isinstance(kicker, Text)
    assert kicker.lines[0].runs[0].baseline_pt < head.lines[0].runs[0].baseline_pt
    (above,) = letters_in((kicker,))
    (letters,) = letters_in((head,))
    assert above.bottom + 0.2 * head.styles[0].size_pt * EMU_PER_POINT <= letters.y + EMU_PER_POINT
    form = rectangle("form", _box(50, 300, 520, 80), Ink("light2"))  # which is drawn for it
    page = structs.replace(_PAGE, layout=structs.replace(layout, beneath=(form,)), items=tuple(texts))
    assert led(page, _SIZE) is page
    photo = Image("Ground", _box(0, 0, 960, 308), b"", "png", 1, 1, _PAGE.span)  # on which the title's ink is read
    texts[0] = structs.replace(texts[0], styles=(structs.replace(texts[0].styles[0], ink=Ink("accent3")),))
    page = structs.replace(_PAGE, layout=structs.replace(layout, beneath=(photo,)), items=tuple(texts))
    assert [one.styles[0].ink for one in led(page, _SIZE).items if isinstance(one, Text)] == [Ink("accent3")] * 2
    own = rectangle("Title", _box(0, 100, 960, 208), Ink("accent4"))  # the ground of its place
    page = structs.replace(_PAGE, layout=structs.replace(layout, beneath=(own,)), items=tuple(texts))
    assert [one.styles[0].ink for one in led(page, _SIZE).items if isinstance(one, Text)] == [Ink("accent3")] * 2


def test_a_line_that_has_no_room_over_its_title_stands_close_under_it_and_on_its_edge() -> None:
    low = structs.replace(_PLACE, name="Kicker", role="body", box=_box(90, 310, 500, 60), sizes_pt=(20.0,))
    low = structs.replace(low, styles=(Style(20, Ink("text")),))
    title = structs.replace(_PLACE, box=_box(60, 10, 500, 60))
    layout = structs.replace(_PAGE.layout, placeholders={"Title": title, "Kicker": low})
    texts = [fit(one.name, (plain("Some words", _PAGE.span),), one, layout.fonts) for one in (title, low)]
    made = led(structs.replace(_PAGE, kind="section", layout=layout, items=tuple(texts)), _SIZE).items
    (head,), (kicker,) = (letters_in((one,)) for one in made)
    assert kicker.x == head.x
    assert head.bottom < kicker.y < head.bottom + head.height


@pytest.mark.parametrize(("bottom", "least", "is_moved"), [(238, 18, True), (200, 18, False), (200, 24, False)])
def test_a_line_that_leads_to_its_title_is_smaller_and_does_not_touch_it(
    bottom: int, least: float, is_moved: bool
) -> None:
    near = structs.replace(
        _PLACE, name="Kicker", role="body", box=_box(60, bottom - 60, 500, 60), sizes_pt=(40.0, least)
    )
    near = structs.replace(near, styles=(Style(40, Ink("text")),), anchor="bottom")
    title = structs.replace(_PLACE, box=_box(60, 240, 500, 60))
    layout = structs.replace(_PAGE.layout, placeholders={"Title": title, "Kicker": near})
    texts = [fit(one.name, (plain("Some words", _PAGE.span),), one, layout.fonts) for one in (title, near)]
    _, kicker = led(structs.replace(_PAGE, layout=layout, items=tuple(texts)), _SIZE).items
    assert isinstance(kicker, Text)
    assert kicker.styles[0].size_pt == max(20, least)
    assert (kicker.box.bottom != near.box.bottom) is is_moved


def test_what_opens_a_talk_has_even_lines_or_ends_one_at_a_comma() -> None:
    for words, width, first in (
        ("A bus went by while I did not know what I saw", 600, "A bus went by while I"),
        ("Human trafficking, over there and here at home", 640, "Human trafficking,"),
    ):
        place = structs.replace(_PLACE, box=_box(60, 40, width, 160))
        layout = structs.replace(_PAGE.layout, placeholders={"Title": place})
        title = fit("title", (plain(words, _PAGE.span),), place, layout.fonts)
        (made,) = calmed(structs.replace(_PAGE, kind="cover", layout=layout, items=(title,))).items
        assert isinstance(made, Text)
        assert title.lines[0].text != first
        assert made.lines[0].text == first


_PLACE = Placeholder("Title", "title", 0, _box(60, 40, 500, 60), (Style(40, Ink("text")),), (40.0, 32.0, 24.0, 20.0))


def test_a_label_that_is_given_more_room_stays_on_its_own_ground_where_it_can() -> None:
    walls = [rectangle(str(x), _box(x, 100, 200, 200), Ink(ink)) for x, ink in ((100, "light2"), (300, "accent1"))]
    page = _page(*walls, _label("To a strange city", _box(210, 150, 88, 24)))
    *_, text = widened(page, _SIZE).items
    assert isinstance(text, Text)
    assert not text.surplus
    right = max((run.x_pt + run.width_pt) for line in text.lines for run in line.runs)
    assert right <= 300


def test_points_that_are_spread_with_lines_between_them_stay_as_they_are() -> None:
    long = "So many words that they take two lines and more of them, and so on"
    slides = f"  - {{title: Long, bullets: [{long}, And so on, Then], notes: N.}}\n"
    slides += "  - {title: Short, bullets: [One, Two, Three], notes: N.}"
    deck, _ = built(talk(slides))
    pages: list[tuple[Page, ...]] = [(page,) for page in deck.pages if page.kind == "bullets"]
    made = evened(pages, (deck.theme.width, deck.theme.height))
    before, after = (
        [item for (page,) in those for item in page.items if isinstance(item, Text) and item.placeholder == "Text"]
        for those in (pages, made)
    )
    assert before == after
    assert len({one.styles[0].size_pt for one in before}) == 2
