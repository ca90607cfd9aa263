"""Which layout serves for a role: by the author's word, by name, type, placeholders, place; and on which master."""

from pathlib import Path

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.layout.items import Image, Ink, Style, rectangle
from talkbuilder.layout.theme import Theme
from talkbuilder.outputs.pptx.template import matching, read_template, roles
from talkbuilder.outputs.pptx.template.layouts import Found, Read
from talkbuilder.outputs.pptx.template.matching import GUESSED, WANTED
from talkbuilder.outputs.pptx.template.names import plain, sort_by_name, sort_by_type, sort_within
from talkbuilder.outputs.pptx.template.roles import (
    ROLES,
    Chosen,
    Match,
    mapping_text,
    match,
    names_of,
    unfit,
)
from talkbuilder.outputs.pptx.template.shapes import PIXELS, Look, picture_of
from talkbuilder.source.fields import Text
from tests.outputs.pptx.template.test_matching import for_ours, made, replaced
from tests.templates import WIDE, changed, default, layout, points, read_of, slot


def matched(role: str, *layouts: Found, **mapping: Found | None) -> Match:
    return match((read_of(*layouts),), mapping).by_role[role]


def test_every_layout_that_is_wanted_belongs_to_a_role() -> None:
    assert {name for role in ROLES.values() for name in role.layouts} == set(WANTED)


def test_a_name_goes_before_the_type_the_type_before_a_part_of_a_name_and_that_before_placeholders() -> None:
    named, typed = made(1, "Titre et contenu"), made(1, "Unsere Folie", kind="obj")
    held, other = made(1, "Blue Title and Content"), made(1, "Any")
    found = [matched("text", *layouts) for layouts in ((other, held, typed, named), (other, held, typed))]
    found += [matched("text", *layouts) for layouts in ((other, held), (other,))]
    assert [one.found and one.found.name for one in found] == [one.name for one in (named, typed, held, other)]
    assert [one.by for one in found] == [matching.NAMED, matching.TYPED, matching.HELD, matching.PLACED]


def test_the_author_goes_before_any_name_and_may_want_none() -> None:
    named, other = made(1, "Title and Content"), made(1, "Any")
    chosen = matched("text", named, other, text=other)
    assert (chosen.found, chosen.by) == (other, matching.CHOSEN)
    assert matched("text", named, other, text=None).found is None


def lit(begins: float) -> Found:
    """A cover on a picture that is black, and from somewhere on a grey on which next to nothing is read."""
    stops = ((0.0, "000000", 100), (begins, "000000", 100), (begins + 0.01, "A8A8A8", 100), (1.0, "A8A8A8", 100))
    data = picture_of(stops, 0.0, (960, 540))
    cover = for_ours("Cover", called="Title Slide")
    ground = Image("Ground", WIDE, data, "png", *PIXELS, Span(Source("", ""), 0, 0))
    return structs.replace(cover, read_look=lambda: Look((ground,), ()))


def test_a_cover_on_which_large_letters_alone_are_read_is_set_in_these() -> None:
    stops = tuple((at / 8, "A85028" if at % 2 else "D85828", 100) for at in range(9))
    data = picture_of(stops, 0.0, (960, 540))
    ground = Image("Ground", WIDE, data, "png", *PIXELS, Span(Source("", ""), 0, 0))
    cover = for_ours("Cover", called="Title Slide")
    cover = cover.placed(tuple(structs.replace(one, styles=(Style(44.0),)) for one in cover.slots))
    found = matched("cover", structs.replace(cover, read_look=lambda: Look((ground,), ()), uncut=None))
    assert found.found, found.why_not
    assert found.layouts["Cover"].placeholders["Title"].sizes_pt[-1] >= 24


def test_what_the_author_wants_is_never_refused_for_its_inks() -> None:
    dark = lit(0.1)
    unread = matched("cover", dark)
    assert (unread.found, "cannot be read" in unread.why_not[0]) == (None, True)
    chosen = Chosen({"cover": dark}, {"cover": Text("Title Slide", Span(Source("a.yaml", "Title Slide"), 0, 11))})
    report = Report()
    unfit(match((read_of(dark),), chosen.layouts), chosen, report)
    assert [(one.code, "hard to read: " in one.message) for one in report.diagnostics] == [("T005", True)]


def test_what_the_author_wants_and_cannot_serve_is_told_and_another_found() -> None:
    named, bare = made(1, "Title and Content"), made(0, "Bare")
    told = matched("text", named, bare, text=bare)
    assert (told.found, told.by) == (named, matching.NAMED)
    assert told.why_not == ("'Bare' cannot serve: no place for the text",)


def used(found: Found, slides: int, name: str = "") -> Found:
    return structs.replace(found, slides=slides, name=name or found.name)


def test_the_files_own_slides_say_which_layout_is_for_texts() -> None:
    named, other, title = made(1, "Title and Content"), made(1, "House"), used(made(1), 3, "Title Only")
    quote = used(made(1, "Quote Dark"), 9)
    assert matched("text", named, used(other, 20), quote).found == used(other, 20)
    assert matched("text", named, used(other, 20)).by == matching.USED
    assert matched("text", used(named, 2), used(other, 20)).found == used(named, 2)
    assert matched("text", named, used(other, 1)).found == named
    assert [matched("text", quote, one).found for one in (other, title)] == [other, title]
    assert matched("text", quote).found == quote


def test_a_closing_has_a_place_of_its_own_for_a_number_to_call() -> None:
    shared, apart = made(1, "Thank you"), made(2, "Thank you")
    assert [(one.found, one.over) for one in (matched("closing", shared), matched("closing", apart))] == [
        (None, None),
        (apart, None),
    ]
    other = made(1, "House")
    assert (matched("closing", other, closing=other).over, matched("closing", other).over) == (other, None)


def test_points_may_leave_a_line_by_the_title_empty_but_no_text() -> None:
    def with_more(height: float) -> Found:
        house = made(1, "House")
        more = slot("body", points(60, 112, 840, height), index=9)
        return structs.replace(house, read_slots=lambda: (*house.slots, more))

    assert matched("text", with_more(8)).found is not None
    assert matched("text", with_more(200)).found is None


def test_a_cover_that_another_master_has_is_drawn_over() -> None:
    cover, text = made(0, "Title Slide"), made(1, "Title and Content")
    reads = (read_of(cover, name="one"), read_of(text, made(0, "Section Header"), name="two"))
    assert match(reads).over == {"Cover": cover}
    assert match(reads, {"cover": None}).over == {}


def test_a_cover_that_another_master_has_comes_before_a_guess() -> None:
    guessed = read_of(made(1, "Points"), made(1, "Title and Content"), name="one")
    assert match((guessed,)).by_role["cover"].by == GUESSED
    for cover, layouts in ((made(0, "Starting Slide"), False), (for_ours("Cover", called="Title Slide"), True)):
        matched = match((guessed, read_of(cover, name="two")))
        assert (matched.read is guessed, matched.by_role["cover"].found is cover) == (True, layouts)
        assert (matched.over == {"Cover": cover}) is not layouts


def test_the_cover_that_the_file_opens_with_comes_before_that_of_the_master_of_most_slides() -> None:
    own, opening = (for_ours("Cover", called="Title Slide") for _ in range(2))
    for opens in (False, True):
        other = structs.replace(opening, opens=opens)
        matched = match((read_of(own, made(1, "Title and Content"), name="one"), read_of(other, name="two")))
        assert matched.by_role["cover"].found is (other if opens else own)


def test_a_layout_for_parts_on_which_the_file_opens_comes_before_one_that_is_a_cover_by_its_type() -> None:
    typed = structs.replace(for_ours("Cover", called="Transition"), kind="title", part="typed")
    for opens in (False, True):
        part = structs.replace(for_ours("Cover", called="Section Header"), part="part", opens=opens)
        assert matched("cover", typed, part).found is (part if opens else typed)
    unknown = structs.replace(for_ours("Cover", called="Transition"), part="part", opens=True)
    assert matched("cover", typed, unknown).found is unknown
    bare = structs.replace(made(0, "Transition"), opens=True)
    assert matched("cover", bare, for_ours("Section")).over is bare


def test_points_never_stand_on_a_layout_that_is_meant_for_something_else() -> None:
    for other in (made(1, "Title Slide"), made(1, "X", kind="secHead"), made(1, "Picture with Caption")):
        assert matched("text", other).found is None


def test_a_first_layout_of_any_name_is_taken_for_the_cover() -> None:
    first = made(2, "Our church")
    assert (matched("cover", first).found, matched("cover", first).by) == (first, matching.GUESSED)
    assert matched("cover", first, cover=None).found is None
    assert matched("section", first).found is None


def test_a_cover_is_known_by_a_word_of_its_name_or_its_places_before_where_it_stands() -> None:
    first, held = made(1, "Session"), made(1, "2_Cover and Title#2")
    typical = replaced(replaced(made(1, "Opening"), "title", kind="ctrTitle"), "body", kind="subTitle")
    for other, by in ((held, matching.HELD), (typical, matching.PLACED)):
        match = matched("cover", first, other)
        assert (match.found and match.found.name, match.by) == (other.name, by)
    opening = replaced(first, "title", kind="ctrTitle")
    assert [matched(role, opening, held).found for role in ("cover", "section")] == [held, opening]


def dressed(found: Found) -> Found:
    """A layout that draws a bar of its own."""
    return structs.replace(found, read_look=lambda: Look((rectangle("Bar", points(0, 530, 960, 10), Ink("text")),), ()))


def test_a_cover_whose_title_stands_at_the_head_is_none_for_parts() -> None:
    high = dressed(made(1, "Title Slide"))
    low = replaced(high, "title", box=points(60, 200, 840, 90))
    low = replaced(low, "body", box=points(60, 300, 840, 90))
    assert matched("cover", high).found is high
    assert [matched("section", one).found for one in (high, low)] == [None, low]
    assert matched("section", made(1, "Image right", kind="secHead")).found is None
    assert matched("section", made(1, "Section Header")).found is not None


def test_a_part_begins_on_no_layout_that_looks_as_texts_do_but_for_where_its_title_stands() -> None:
    cover, part = made(1, "Title Slide"), made(1, "Section Header", kind="secHead")
    (title,) = (one for one in part.slots if one.kind == "title")
    aside = replaced(part, "title", styles=tuple(structs.replace(one, align="right") for one in title.styles))
    assert matched("section", part, cover).found is part
    assert matched("section", aside, cover).found is None
    assert matched("section", used(aside, 1), cover).found is not None
    assert matched("section", dressed(aside), cover).found is not None
    assert matched("section", aside, cover, section=aside).found is aside


def test_a_cover_that_is_known_by_its_type_has_as_many_places_as_it_likes() -> None:
    held = structs.replace(made(4, "Opening"), kind="title")
    assert matched("cover", held).found is held


def test_points_stand_on_no_bare_layout_where_the_slides_of_the_file_stand_on_what_is_drawn() -> None:
    house = structs.replace(
        made(3, "Any"), slides=5, read_look=lambda: Look((rectangle("Bar", points(0, 0, 960, 20), Ink("accent1")),), ())
    )
    bare = made(1, "Title and Content")
    assert matched("text", bare).found is bare
    assert matched("text", house, bare).found is None


def test_no_subtitle_stands_over_a_cover_that_is_guessed() -> None:
    low = replaced(made(1, "Session"), "title", box=points(60, 470, 840, 60))
    assert matched("cover", low).found is None


def test_no_quotation_stands_under_a_title_that_is_meant_to_be_one() -> None:
    usual = made(2, "Quote with Caption")
    loud = replaced(usual, "title", styles=(Style(54.0),))
    assert [matched("quote", one).found is one for one in (usual, loud)] == [True, False]


def test_a_section_may_be_a_title_alone() -> None:
    (layout,) = matched("section", made(0, "SECTION_HEADER")).layouts.values()
    assert layout.placeholders["Kicker"].name == ""  # what tells which part it is fills no place of the template's


def test_of_several_masters_that_serves_which_most_roles_fit() -> None:
    bare = read_of(made(0, "Blank"), name="Bare")
    full = read_of(for_ours("Cover", called="Title Slide"), made(1, "Title and Content"), name="Full")
    assert match((bare, full)).read is full
    assert match((full, bare)).read is full


def test_the_master_that_the_slides_of_a_file_stand_on_goes_before_one_that_fits_more_roles() -> None:
    full = read_of(for_ours("Cover", called="Title Slide"), made(1, "Title and Content"), name="Full")

    def used(slides: int) -> Read:
        return read_of(structs.replace(made(1, "Title and Content"), slides=slides), name="Used")

    assert [match((full, used(slides))).read.name for slides in (0, 1, 2)] == ["Full", "Used", "Used"]
    assert (
        match((full, read_of(structs.replace(made(0, "Blank"), slides=9)))).read is full
    )  # of what serves for nothing
    look = Look((rectangle("Bar", points(0, 0, 960, 20), Ink("accent1")),), ())
    bar = read_of(structs.replace(made(0, "Blank"), slides=9, read_look=lambda: look), name="Bar")
    assert match((full, bar)).read is bar  # but shows the house's look


def test_most_slides_tell_the_look_of_a_house_though_their_layout_is_called_a_cover() -> None:
    bar = Look((rectangle("Bar", points(0, 0, 960, 20), Ink("accent1")),), ())
    for slides, look, is_house in ((5, bar, True), (2, bar, False), (5, Look((), ()), False)):
        cover = structs.replace(made(0, "Title Slide"), slides=slides, read_look=lambda look=look: look)
        text = structs.replace(made(1, "Title and Content"), slides=1)
        other = structs.replace(made(1, "Ours", kind="cust"), slides=1, part="other")
        assert (read_of(cover, text, other).house is cover) is is_house


def test_a_layout_of_a_name_that_two_masters_have_is_called_with_its_master() -> None:
    layout = made(1, "Points", kind="obj")
    one, other = (read_of(structs.replace(layout, part=name), name=name) for name in ("Day", "Night"))
    assert names_of((one, other)) == {"Day": "Day/Points", "Night": "Night/Points"}
    assert names_of((read_of(layout, structs.replace(layout, part="again")),)) == {
        layout.part: "Points",
        "again": "Points",
    }
    assert roles.called("Night/Points", (one, other)) is other.layouts[0]
    assert roles.called("points", (one, other)) is one.layouts[0]
    assert roles.called("Dusk/Points", (one, other)) is None


def test_turned_texts_are_no_hindrance_where_the_name_is_known() -> None:
    layout = made(1, "Title and Content")
    turned = structs.replace(layout.slots[1], kind="dt", is_upright=False, index=77)
    assert matched("text", layout.placed((*layout.slots, turned))).found is not None


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Title Slide", "cover"),
        ("Abschnitts-\nüberschrift", "section"),
        ("1_Titre et contenu", "text"),
        ("TITLE_AND_BODY", "text"),
        ("Title & Bullets", "text"),
        ("  Только заголовок ", "title"),
        ("Imagem com Legenda", "picture"),
        ("Encabezado de seccio\u0301n", "section"),
        ("Тақырыптама слайды", "cover"),
        ("Our choir", ""),
    ],
)
def test_a_name_tells_the_sort_of_layout(name: str, sort: str) -> None:
    assert sort_by_name(name) == sort


def test_a_longer_name_may_hold_a_known_one() -> None:
    assert sort_within("Red Title and Content") == "text"
    assert sort_within("Purple Section Header") == "section"
    assert sort_within("Cover#2") == "cover"
    assert sort_within("Our weekend") == sort_within("Title of a topic") == ""


def test_the_formats_types_are_known() -> None:
    assert (sort_by_type("secHead"), sort_by_type("tx"), sort_by_type("fourObj")) == ("section", "text", "")


def test_every_language_has_a_name_for_what_slides_need_and_no_name_means_two_things() -> None:
    rows = [
        line.split("\t") for line in Path(roles.__file__).with_name("names.tsv").read_text("utf-8").splitlines()[1:]
    ]
    assert len({plain(name) for _, _, name in rows}) == len({(plain(name), sort) for sort, _, name in rows})
    for language in ("en", "de", "fr", "es", "pt", "ru"):
        sorts = {sort for sort, of, _ in rows if of == language}
        assert sorts >= {"cover", "section", "text", "title", "blank", "picture"}, language


def test_what_is_written_down_chooses_the_same_master() -> None:
    text, bare = (structs.replace(made(1, name), part=name) for name in ("Title and Content", "Picture with Caption"))
    first, second = read_of(bare, bare, bare), read_of(text)  # of two that serve as well, the one with more layouts
    free = match((first, second))
    assert free.read is second
    written = {name: one.found for name, one in free.by_role.items()}
    again = match((first, second), written)
    assert again.read is second
    assert again.layouts == free.layouts


_FILE = "assets/templates/church.yaml"


def read(text: str) -> tuple[Theme, list[tuple[str, str, tuple[int, int], str]]]:
    """The theme of the default template with a mapping, and what is told of that."""
    report = Report()
    examined = read_template(printing("Service of 3 May"), "church.potx", report, Source(_FILE, text))
    assert examined is not None
    told = [one for one in report.diagnostics if one.place[0] == _FILE]
    return examined.theme, [(one.code, one.message, one.place[1:], one.hint) for one in told]


def printing(words: str) -> bytes:
    """The default template, whose layout for covers prints some words at its foot."""
    said = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Words"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="6500000"/><a:ext cx="3000000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    )
    return changed((layout(1), "</p:spTree>", said))


def test_words_of_another_talk_are_left_out() -> None:
    for text, is_printed in (("", True), ("without: [Service of  3 May]\n", False)):
        theme, told = read(text)
        assert told == []
        assert (b"3 May" in theme.template[layout(1)]) is is_printed


def test_a_layout_that_is_named_serves() -> None:
    theme, told = read("statement: Title Slide\ntext: drawn\n")
    assert told == []
    assert theme.layouts["Statement"].part == layout(1)
    assert theme.layouts["Bullets"].part == theme.layouts["Few points"].part == ""
    assert theme.layouts["Cover"].part == layout(1)


@pytest.mark.parametrize(
    ("text", "code", "message", "place", "hint"),
    [
        ("cover: Title Side\n", "E001", "no layout 'Title Side' in 'church.potx'", (1, 8), "Title Slide"),
        ("cover: Title Slide\nquot: Blank\n", "E002", "unknown key 'quot'", (2, 1), "quote"),
        ("without: [Service of 3 Mai]\n", "E001", "no layout prints 'Service of 3 Mai'", (1, 11), "Service of 3 May"),
        ("text: Blank\n", "T005", "'Blank' cannot serve as 'text': no place for the title", (1, 7), "drawn"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    text: str, code: str, message: str, place: tuple[int, int], hint: str
) -> None:
    ((found, said, at, advice),) = read(text)[1]
    assert (found, said, at) == (code, message, place)
    assert hint in advice


@pytest.mark.parametrize("role", ["cover", "section"])
def test_what_opens_is_drawn_over_a_layout_that_is_named_and_has_no_title(role: str) -> None:
    text = f"{role}: Blank\n"
    theme, told = read(text)
    assert told == []
    layout_of_ours = theme.layouts[role.capitalize()]
    assert (layout_of_ours.part, layout_of_ours.base) == ("", layout(7))
    report = Report()
    examined = read_template(default(), "church.potx", report, Source(_FILE, text))
    assert examined is not None
    assert f"\n{role}: 'Blank'" in mapping_text(examined.matches, "church.potx", layout(7), ())


def test_drawn_is_read_whatever_its_letters() -> None:
    assert read("text: Drawn\n")[0].layouts["Bullets"].part == ""


def test_what_is_drawn_may_stand_on_a_layout_of_the_authors_choice() -> None:
    assert read("canvas: Blank\n")[0].layouts["Drawing"].base == layout(7)


def test_what_is_written_reads_as_what_was_found() -> None:
    report = Report()
    examined = read_template(default(), "church.potx", report)
    assert examined is not None
    text = mapping_text(examined.matches, "church.potx", layout(6), ["Service of 3 May"])
    assert "\ntext: 'Title and Content'" in text
    assert "\nquote: drawn" in text
    assert "\ncanvas: 'Title Only'" in text
    assert "\n# without:\n#   - 'Service of 3 May'\n" in text
    theme, told = read(text)
    assert told == []
    assert {name: one.part for name, one in theme.layouts.items()} == {
        name: one.part for name, one in examined.theme.layouts.items()
    }


def test_a_picture_of_somebody_stands_behind_no_statement_unless_the_author_says_so() -> None:
    def shown(end: float) -> Image:
        data = picture_of(((0.0, "000000", 100), (end, "303030", 100)), 0.0, (960, 540))
        return Image("Photo", WIDE, data, "png", *PIXELS, Span(Source("", ""), 0, 0))

    alone, everywhere, sheet = shown(1.0), shown(0.9), shown(0.2)
    plain_text = structs.replace(made(1, "Title and Content"), read_look=lambda: Look((everywhere,), ()))
    of_somebody = structs.replace(for_ours("Statement"), read_look=lambda: Look((alone,), ()))
    of_all = structs.replace(of_somebody, read_look=lambda: Look((everywhere,), ()))
    of_one_colour = structs.replace(of_somebody, read_look=lambda: Look((sheet,), ()))
    refused = matched("statement", of_somebody, plain_text)
    assert refused.found is None
    assert "may show somebody" in refused.why_not[0]
    assert matched("statement", of_all, plain_text).found is of_all
    assert matched("statement", of_one_colour, plain_text).found is of_one_colour
    assert matched("statement", of_somebody, plain_text, statement=of_somebody).found is of_somebody


def test_a_statement_does_not_stand_where_a_part_begins() -> None:
    section = for_ours("Statement", called="Section Header")
    assert matched("statement", section).found is None
    assert matched("statement", section, statement=section).found is section


def test_the_place_for_a_picture_of_a_part_may_stay_empty_and_reasons_are_summed_up() -> None:
    pictured = structs.replace(made(1, "Divider 1", picture=True), kind="secHead")
    assert matched("section", pictured).found is pictured
    bare = [structs.replace(made(0, f"{number}_Title and Content"), kind="obj") for number in range(1, 4)]
    assert matched("text", *bare).why_not == ("'1_Title and Content' and 2 more cannot serve: no place for the text",)


def test_what_all_on_a_cover_needs_to_be_read_is_large_letters_even_where_the_house_has_small_ones() -> None:
    stops = tuple((at / 8, "34619A" if at % 2 else "5082C4", 100) for at in range(9))
    blue = Image("Ground", WIDE, picture_of(stops, 0.0, (960, 540)), "png", *PIXELS, Span(Source("", ""), 0, 0))
    cover = for_ours("Cover", called="Title Slide")
    white = Style(18.0, Ink("light1"))
    cover = cover.placed(tuple(structs.replace(one, styles=(white,), says_size=True) for one in cover.slots))
    found = matched("cover", structs.replace(cover, read_look=lambda: Look((blue,), ()), uncut=None))
    assert found.found, found.why_not
    assert found.layouts["Cover"].placeholders["Subtitle"].sizes_pt[-1] >= 24


def test_a_layout_for_a_photo_opens_no_deck_where_another_may() -> None:
    cover = for_ours("Cover", called="Title Slide")
    photo = slot("pic", points(0, 0, 480, 540))
    for_photo = structs.replace(cover, name="1_Title Slide", part="photo").placed((*cover.slots, photo))
    found = match((read_of(for_photo, cover),)).by_role["cover"].found
    assert found is not None
    assert found.name == "Title Slide"
