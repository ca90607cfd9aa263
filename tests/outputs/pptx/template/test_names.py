"""What layouts are called, in the languages of Office and by other programs."""

from pathlib import Path

import pytest

from talkbuilder.outputs.pptx.template import names
from talkbuilder.outputs.pptx.template.names import plain, sort_by_name, sort_by_type, sort_within


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
    assert sort_within("Our end") == ""


def test_the_formats_types_are_known() -> None:
    assert (sort_by_type("secHead"), sort_by_type("tx"), sort_by_type("fourObj")) == ("section", "text", "")


def test_every_language_has_a_name_for_what_slides_need_and_no_name_means_two_things() -> None:
    rows = [
        line.split("\t") for line in Path(names.__file__).with_name("names.tsv").read_text("utf-8").splitlines()[1:]
    ]
    assert len({plain(name) for _, _, name in rows}) == len({(plain(name), sort) for sort, _, name in rows})
    for language in ("en", "de", "fr", "es", "pt", "ru"):
        sorts = {sort for sort, of, _ in rows if of == language}
        assert sorts >= {"cover", "section", "text", "title", "blank", "picture"}, language
