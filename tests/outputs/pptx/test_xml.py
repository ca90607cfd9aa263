"""Markup that nothing which stands in it can break."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.items import Ink
from talkbuilder.outputs.pptx.xml import (
    ALIGNMENTS,
    ANCHORS,
    HEAD,
    NAMES,
    TREE,
    Xml,
    colour,
    colour_name,
    join,
    placed,
    solid,
    typeface,
    xml,
)
from talkbuilder.units import Box


def test_what_would_be_markup_is_escaped() -> None:
    assert xml('<a b="%s">%s</a>', "\"&<>'", "&amp;") == '<a b="&quot;&amp;&lt;&gt;\'">&amp;amp;</a>'


def test_line_breaks_and_tabs_survive_in_attributes() -> None:
    made = xml('<a b="%s"/>', "1\n2\r3\t4")
    assert made == '<a b="1&#10;2&#13;3&#9;4"/>'
    assert ElementTree.fromstring(made).get("b") == "1\n2\r3\t4"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        *(("\x00", "U+0000"), ("\x08", "U+0008"), ("\x0b", "U+000B"), ("\x0c", "U+000C"), ("\x0e", "U+000E")),
        *(("\x1f", "U+001F"), ("\ufffe", "U+FFFE"), ("\uffff", "U+FFFF"), ("\ud800", "U+D800"), ("\udfff", "U+DFFF")),
    ],
)
def test_a_character_that_xml_cannot_have_raises(character: str, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name.replace('+', '[+]')} cannot stand in XML"):
        xml("<a>%s</a>", f"before{character}after")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_other_text_reads_back_as_it_was(text: str) -> None:
    found = ElementTree.fromstring(xml('<a b="%s">%s</a>', text, text))
    assert (found.get("b"), found.text or "") == (text, text)


def test_markup_is_not_escaped_again_and_a_text_of_it_is() -> None:
    inside = xml("<b>%s</b>", "&")
    assert xml("<a>%s</a>", inside) == "<a><b>&amp;</b></a>"
    assert xml("<a>%s</a>", str(inside)) == "<a>&lt;b&gt;&amp;amp;&lt;/b&gt;</a>"


def test_pieces_are_joined_to_markup() -> None:
    made = join(xml("<a>%s</a>", letter) for letter in "<&")
    assert made == "<a>&lt;</a><a>&amp;</a>"
    assert type(made) is Xml
    assert type(xml("")) is Xml


def test_numbers_stand_as_they_are() -> None:
    assert xml('<a x="%s" y="%s"/>', -3, 0) == '<a x="-3" y="0"/>'


def test_as_many_values_as_places_are_needed() -> None:
    with pytest.raises(TypeError):
        xml("<a>%s</a>")
    with pytest.raises(TypeError):
        xml("<a>%s</a>", 1, 2)


def test_a_percent_sign_in_a_value_is_no_place() -> None:
    assert xml("<a>%s</a>", "100 %s") == "<a>100 %s</a>"


def test_a_part_begins_with_its_declaration() -> None:
    assert HEAD == '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def test_the_tree_of_shapes_begins_with_a_group_of_its_own_size() -> None:
    tree = ElementTree.fromstring(f"<t {NAMES}>{TREE}</t>")
    assert [child.tag.rpartition("}")[2] for child in tree] == ["nvGrpSpPr", "grpSpPr"]
    assert tree[0][0].attrib == {"id": "1", "name": ""}
    assert {value for part in tree[1][0] for value in part.attrib.values()} == {"0"}


@pytest.mark.parametrize(
    ("name", "written_as"),
    [
        *(("text", "tx1"), ("soft", "tx2"), ("ground", "bg1"), ("panel", "bg2"), ("dark1", "dk1"), ("light1", "lt1")),
        *(("dark2", "dk2"), ("light2", "lt2"), ("link", "hlink"), ("visited", "folHlink"), ("accent6", "accent6")),
    ],
)
def test_an_ink_has_the_name_that_the_format_gives_it(name: str, written_as: str) -> None:
    assert colour_name(Ink(name)) == written_as
    assert colour(Ink(name)) == f'<a:schemeClr val="{written_as}"></a:schemeClr>'


def test_shade_and_veil_are_in_thousandths_of_a_percent() -> None:
    inside = '<a:lumMod val="65000"/><a:alpha val="57000"/>'
    assert colour(Ink("soft", 65, 57)) == f'<a:schemeClr val="tx2">{inside}</a:schemeClr>'
    assert solid(Ink("soft", 65, 57)) == f"<a:solidFill>{colour(Ink('soft', 65, 57))}</a:solidFill>"


def test_what_is_added_to_a_shade_stands_between_shade_and_veil() -> None:
    inside = '<a:lumMod val="25000"/><a:lumOff val="70000"/><a:alpha val="57000"/>'
    assert colour(Ink("dark2", 25, 57, 70)) == f'<a:schemeClr val="dk2">{inside}</a:schemeClr>'


def test_fonts_of_the_theme_go_by_what_they_are_for() -> None:
    assert [typeface(font) for font in ("titles", "text", "Arial")] == ["+mj-lt", "+mn-lt", "Arial"]


def test_a_place_is_a_corner_and_a_size() -> None:
    assert placed(Box(1, 2, 3, 4)) == '<a:xfrm><a:off x="1" y="2"/><a:ext cx="3" cy="4"/></a:xfrm>'


def test_sides_have_the_names_of_the_format() -> None:
    assert ALIGNMENTS == {"left": "l", "centre": "ctr", "right": "r"}
    assert ANCHORS == {"top": "t", "middle": "ctr", "bottom": "b"}
