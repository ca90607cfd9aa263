"""Shortcodes go, and the brackets that an author wrote stay."""

import pytest

from talkbuilder.posts.importers.shortcodes import without_shortcodes


@pytest.mark.parametrize(
    "text",
    [
        "[A side note, I haven't meant to offend anyone.]",
        "They [the police] came [sic].",
        "a[1] = b[2]",
        "[note: more=less]",
        "[unclosed caption",
    ],
)
def test_an_authors_brackets_stay(text: str) -> None:
    assert without_shortcodes(text).markup == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('a [gallery ids="1,2"] b', "a  b"),
        ("[youtube http://v.example/?v=1]", ""),
        ("[embed]http://v.example[/embed]", ""),
        ('[my_plugin size="2"]x', "x"),
        ("[b]bold[/b]", "bold"),
        ("[[gallery]]", "[gallery]"),
        (
            '[caption id="a" width="3"]<img src="a.jpg"> Men at work[/caption]',
            '\n\n<figcaption>\n\n<img src="a.jpg"> Men at work</figcaption>\n\n',
        ),
        ("[contact-form][contact-field label='Name' type='name'/][/contact-form]", ""),
    ],
)
def test_a_shortcode_goes_and_its_words_stay(text: str, left: str) -> None:
    assert without_shortcodes(text).markup == left


def test_pictures_and_films_are_counted() -> None:
    assert without_shortcodes("[gallery ids=1][embed]http://v.example[/embed]").pictures == (
        "http://v.example",
        "gallery ids=1",
    )
