"""The slides as SVG: complete, described, safe, and with no more in them than they need."""

import re
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.layout.items import Group, Ink, Item, Link, Stroke, Style, rectangle
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import Occasion
from talkbuilder.talk.talk import Run
from talkbuilder.units import Aspect
from tests.cases import picture
from tests.outputs import drawn
from tests.outputs.drawn import box, label
from tests.outputs.svg_files import SVG, lines, lines_of, written
from tests.sample import SLIDES, project, slide, talk

_WHOLE = talk("\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES))
_NASTY = "</text><script>alert(\"x\")</script> & '%s' ]]> --> &amp;"


def on(page: Page) -> Element:
    (data,) = written(drawn.deck(page)).values()
    return ElementTree.fromstring(data)


def one(*items: Item) -> Element:
    """The slide with these items on it."""
    return on(drawn.page(*items))


def named(root: Element, name: str) -> Element:
    (found,) = (one for one in root.iter() if one.get("data-name") == name)
    return found


def whole(aspect: Aspect) -> Deck:
    (deck,) = build(project(_WHOLE), ("talk",), Report(), BuildOptions(Occasion(aspect=aspect)))
    return deck


@pytest.mark.parametrize(("aspect", "view"), [("16:9", "0 0 960 540"), ("4:3", "0 0 720 540")])
def test_every_slide_is_a_file_with_all_its_lines_and_no_notes(aspect: Aspect, view: str) -> None:
    deck = whole(aspect)
    files = written(deck)
    assert list(files) == [
        f"{deck.plan.talk.file_name}-svg/{number:02}.svg" for number in range(1, len(deck.pages) + 1)
    ]
    assert {page.kind for page in deck.pages} == {*SLIDES, "cover", "section", "closing", "sources"}
    for page, data in zip(deck.pages, files.values(), strict=True):
        root = ElementTree.fromstring(data)
        assert root.get("viewBox") == view
        assert lines(root) == lines_of(page) != []
        assert root[0].tag == f"{SVG}title"
        assert root[0].text == page.title
        notes = (*page.notes.before, *page.notes.said)
        assert notes
        assert [one.text for one in notes if one.text in data.decode()] == []


@pytest.mark.parametrize(("count", "first"), [(99, "01"), (100, "001")])
def test_numbers_of_files_have_the_digits_that_sort_them(count: int, first: str) -> None:
    assert next(iter(written(drawn.deck(*[drawn.page()] * count)))) == f"talk-svg/{first}.svg"


def test_a_file_is_known_as_built_here_until_somebody_edits_it(tmp_path: Path) -> None:
    (data,) = written(drawn.deck(drawn.page())).values()
    file = tmp_path / "01.svg"
    file.write_bytes(data)
    assert is_as_built(file) is True
    file.write_bytes(data.replace(b"FCF8F0", b"000000"))
    assert is_as_built(file) is False


def test_the_ground_lies_under_what_the_layout_draws_and_that_under_the_items() -> None:
    deck = whole("16:9")
    cover = ElementTree.fromstring(written(deck)["talk-svg/01.svg"])
    ground = cover.find(f"{SVG}rect")
    assert ground is not None
    assert dict(ground.items()) == {"width": "960", "height": "540", "fill": "#0F1F33"}
    names = [child.get("data-name") for child in cover if child.get("data-name")]
    assert names[:3] == ["Half sun", "Mountains", "Steppe"]
    assert names[-3:] == ["title", "subtitle", "speaker"]
    assert all(shape.get("aria-hidden") == "true" for shape in cover.iter(f"{SVG}path"))
    assert named(cover, "Mountains").get("fill") == "#273446"
    assert named(cover, "Horizon").get("fill-opacity") == "0.7"


def test_a_run_says_what_its_letters_look_like_and_where_they_stand() -> None:
    runs = (Run("plain "), Run("bold ", bold=True), Run("italic", italic=True))
    text = named(one(label("words", runs, box(60, 80, 400, 30))), "words")
    first, bold, italic = text
    looks = {"x": "", "font-family": "'Calibri', 'Carlito', sans-serif", "font-size": "20", "fill": "#0F1F33"}
    assert [dict(run.items()) | {"x": ""} for run in text] == [
        looks | {"y": "100"},
        looks | {"font-weight": "bold"},
        looks | {"font-style": "italic"},
    ]
    assert [run.text for run in text] == ["plain ", "bold ", "italic"]
    assert first.get("x") == "60"
    assert 60 < float(bold.get("x", "0")) < float(italic.get("x", "0")) < 200


def test_lines_are_apart_for_those_who_copy_them_and_bullets_are_not_read() -> None:
    style = Style(20, left=508_000, hang=508_000, bullet="•")
    text = named(one(label("points", "one two three four", box(60, 80, 130, 90), style)), "points")
    bullet, first, second = text
    assert (bullet.text, bullet.get("aria-hidden"), bullet.get("fill"), bullet.get("x")) == (
        "•",
        "true",
        "#005267",
        "60",
    )
    assert (first.text, first.tail, second.tail) == ("one two", " ", None)
    assert first.get("x") == second.get("x") == "100"
    assert lines(text) == ["one two", "three\u00a0four"]


def test_a_text_for_which_there_is_no_room_is_drawn_all_the_same() -> None:
    item = label("much", "word " * 40, box(60, 80, 100, 30))
    assert item.surplus > 0
    assert len(lines(named(one(item), "much"))) > 10


@pytest.mark.parametrize("where", ["text", "name", "alt"])
def test_nothing_that_an_author_writes_becomes_markup(where: str) -> None:
    text = label("words", "words", box(60, 80, 800, 30))
    page = {
        "text": lambda: drawn.page(label("words", _NASTY, box(60, 80, 800, 90))),
        "name": lambda: drawn.page(structs.replace(text, name=_NASTY)),
        "alt": lambda: drawn.page(Group("group", box(0, 0, 9, 9), (text,), _NASTY)),
    }[where]()
    (data,) = written(drawn.deck(page)).values()
    root = ElementTree.fromstring(data)
    values = [*root.itertext(), *(value for element in root.iter() for value in element.attrib.values())]
    assert any(_NASTY.replace("&amp;", "") in value.replace("&amp;", "").replace("\u00a0", " ") for value in values)
    assert not list(root.iter(f"{SVG}script"))


def test_a_family_cannot_end_its_name() -> None:
    item = label("words", "One", box(60, 80, 400, 60), Style(20, font="It's <\"odd\\"))
    assert named(one(item), "words")[0].get("font-family") == "'Its odd', 'Carlito', sans-serif"


def test_a_link_leads_to_its_address_from_all_that_lies_in_it() -> None:
    target = "https://example.org/?a=1&b=2"
    (link,) = one(Link(target, label("address", "here", box(60, 80, 400, 30)))).iter(f"{SVG}a")
    assert link.get("href") == target
    assert lines(link) == ["here"]


def test_a_shape_is_drawn_in_points_with_its_fill_and_its_line() -> None:
    shape = rectangle("mark", box(10, 20.5, 30, 40), Ink("accent2", 50, 25))
    stroked = structs.replace(shape, fill=None, stroke=Stroke(Ink("text", opacity_percent=80), 1.5, "dash"))
    dotted = structs.replace(shape, stroke=Stroke(Ink("panel"), 2, "dot"))
    path = "M10 20.5L40 20.5L40 60.5L10 60.5Z"
    assert dict(named(one(shape), "mark").items()) == {
        "data-name": "mark",
        "d": path,
        "aria-hidden": "true",
        "fill": "#885E0C",
        "fill-opacity": "0.25",
    }
    assert dict(named(one(stroked), "mark").items()) == {
        "data-name": "mark",
        "d": path,
        "aria-hidden": "true",
        "fill": "none",
        "stroke": "#0F1F33",
        "stroke-opacity": "0.8",
        "stroke-width": "1.5",
        "stroke-linejoin": "round",
        "stroke-dasharray": "6 4.5",
    }
    assert named(one(dotted), "mark").get("stroke-dasharray") == "2 2"


def test_a_part_within_another_is_a_hole_as_powerpoint_draws_it() -> None:
    shape = rectangle("mark", box(0, 0, 9, 9), Ink("text"))
    assert named(one(shape), "mark").get("fill-rule") is None
    assert named(one(structs.replace(shape, path=shape.path * 2)), "mark").get("fill-rule") == "evenodd"


def test_arrows_have_heads_in_the_ink_of_their_line() -> None:
    group = named(one(drawn.arrows()), "route")
    paths = {path.get("data-name"): path for path in group.iter(f"{SVG}path")}
    heads = [path for path in group.iter(f"{SVG}path") if path.get("data-name") == "arrow head"]
    assert [head.get("fill") for head in heads] == ["#005267", "#B43220"]
    assert [head.get("d") for head in heads] == [
        "M300 100L288 94L288 106Z",
        "M200 220L204.5 211L195.5 211Z",
    ]
    assert paths["down"].get("stroke-dasharray") == "12 9"
    assert paths["there"].get("d") == "M100 100L291 100"


def test_a_group_is_one_picture_where_it_is_described_and_else_all_its_parts() -> None:
    described = named(one(drawn.arrows()), "route")
    assert (described.get("role"), described[0].text) == ("img", "A way to Almaty, and one down")
    assert lines(described) == ["Almaty"]
    loose = named(one(structs.replace(drawn.arrows(), alt="")), "route")
    assert loose.get("role") is None
    assert loose.get("aria-hidden") is None
    assert loose.find(f"{SVG}title") is None


def test_a_picture_is_cut_to_its_box_and_described() -> None:
    window = named(one(drawn.image()), "photo")
    assert dict(window.items()) == {
        "data-name": "photo",
        "x": "600",
        "y": "420",
        "width": "48",
        "height": "16",
        "viewBox": "16 0 40 16",
        "preserveAspectRatio": "none",
        "role": "img",
    }
    assert window[0].text == "Grass"
    hidden = named(one(drawn.image(alt="")), "photo")
    assert (hidden.get("aria-hidden"), hidden.get("role"), len(hidden)) == ("true", None, 1)


def test_the_bytes_of_a_picture_are_in_a_file_once() -> None:
    other = picture(64, 33)
    root = one(drawn.image("a"), drawn.image("b"), drawn.image("c", data=other))
    pictures = list(root.iter(f"{SVG}image"))
    data = [b64decode(one.get("href", "").removeprefix("data:image/png;base64,")) for one in pictures]
    assert data == [picture(), other]
    assert (pictures[0].get("width"), pictures[0].get("height")) == ("64", "32")
    assert pictures[0].get("preserveAspectRatio") == "none"
    used = [use.get("href", "")[1:] for use in root.iter(f"{SVG}use")]
    first, second = (one.get("id", "") for one in pictures)
    assert used == [first, first, second]


def test_a_table_can_be_read_cell_by_cell() -> None:
    table = named(one(drawn.table()), "cases")
    assert (table.get("role"), table.get("aria-label")) == ("table", "Cases by year: 49 in 2009, 88 in 2010")
    rows = [row for row in table.iter(f"{SVG}g") if row.get("role") == "row"]
    read = [[(cell.get("role"), lines(cell)) for cell in row] for row in rows]
    assert read == [
        [("columnheader", ["Year"]), ("columnheader", ["Cases"])],
        [("cell", ["2009"]), ("cell", ["49"])],
        [("cell", ["2010"]), ("cell", ["88"])],
    ]
    assert [path.get("data-name") for path in table.iter(f"{SVG}path")] == ["ground", "rule", "rule", "rule"]


def test_a_chart_is_one_picture_with_its_labels() -> None:
    chart = named(one(drawn.chart()), "cases")
    assert (chart.get("role"), chart[0].text) == ("img", "20 cases in 2009, 80 in 2011")
    assert lines(chart) == ["2009", "2010", "2011"]
    assert [path.get("data-name") for path in chart.iter(f"{SVG}path")] == ["series 0", "series 0", "axis"]


def test_fonts_lie_in_the_file_with_no_more_letters_than_it_needs() -> None:
    root = one(label("words", (Run("dog "), Run("cat", bold=True)), box(60, 80, 400, 30)))
    rules = re.findall(
        r"@font-face\{font-family:(\w+);font-weight:(\w+);font-style:(\w+);unicode-range:([^;]+);"
        r"src:url\(data:font/ttf;base64,([^)]+)\)format\('truetype'\)\}",
        root.findtext(f"{SVG}style") or "",
    )
    assert [rule[:4] for rule in rules] == [
        ("Carlito", "normal", "normal", "U+20,U+64,U+67,U+6F"),
        ("Carlito", "bold", "normal", "U+61,U+63,U+74"),
    ]
    for *_, data in rules:
        font = b64decode(data)
        assert font.startswith(b"\x00\x01\x00\x00")
        assert len(font) < 3000
