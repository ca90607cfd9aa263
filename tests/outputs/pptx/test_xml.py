"""Markup that nothing which stands in it can break."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.items import Ink
from talkbuilder.outputs.pptx.xml import (
    colour,
    solid,
    xml,
)


def test_what_would_be_markup_is_escaped() -> None:
    assert xml('<a b="%s">%s</a>', "\"&<>'", "&amp;") == '<a b="&quot;&amp;&lt;&gt;\'">&amp;amp;</a>'


def test_line_breaks_and_tabs_survive_in_attributes() -> None:
    made = xml('<a b="%s"/>', "1\n2\r3\t4")
    assert made == '<a b="1&#10;2&#13;3&#9;4"/>'
    assert ElementTree.fromstring(made).get("b") == "1\n2\r3\t4"


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x00", "U+0000"), ("\ufffe", "U+FFFE"), ("\ud800", "U+D800")],
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


def test_shade_and_veil_are_in_thousandths_of_a_percent() -> None:
    inside = '<a:lumMod val="65000"/><a:alpha val="57000"/>'
    assert colour(Ink("soft", 65, 57)) == f'<a:schemeClr val="tx2">{inside}</a:schemeClr>'
    calm = '<a:lumMod val="65000"/><a:lumOff val="20000"/><a:satMod val="50000"/>'
    assert colour(Ink("soft", 65, 100, 20, 50)) == f'<a:schemeClr val="tx2">{calm}</a:schemeClr>'
    assert solid(Ink("soft", 65, 57)) == f"<a:solidFill>{colour(Ink('soft', 65, 57))}</a:solidFill>"
