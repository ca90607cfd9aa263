"""Typst sets in our fonts or not at all, and the same source makes the same bytes."""

from pathlib import Path

import pytest

from talkbuilder import outputs
from talkbuilder.outputs import Output
from talkbuilder.outputs.typesetting import Untypeset, families, quoted, typeset
from tests.printed import fonts, in_reading_order


def source(text: str, *named: str) -> str:
    listed = ", ".join(f'"{family}"' for family in named or families("Georgia"))
    return f'#set document(title: "Wells")\n#set text(lang: "en", font: ({listed},))\n{text}\n'


def fonts_in(pdf: bytes, folder: Path) -> set[str]:
    assert all(is_inside for _, is_inside in fonts(pdf, folder))
    return {name for name, _ in fonts(pdf, folder)}


def test_each_script_has_a_family_of_its_own(tmp_path: Path) -> None:
    (pdf,) = typeset(source("*Wells* and _fields_, ½ of them – Қазақ тілі, ő"), {})
    named = {"GelasioLatin", "GelasioLatinExt", "CarlitoCyrillic", "CarlitoCyrillicExt"}
    assert fonts_in(pdf, tmp_path) == named
    assert "Wells and fields, ½ of them – Қазақ тілі, ő" in in_reading_order(pdf, tmp_path)


def test_the_same_source_makes_the_same_bytes() -> None:
    assert typeset(source("Wells"), {}) == typeset(source("Wells"), {})


def test_a_family_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Untypeset, match="unknown font family: carlita") as refused:
        typeset(source("Wells", "Carlita"), {})
    assert "main.typ:4:" in refused.value.where


def test_a_family_is_never_replaced_where_a_letter_is_set_in_another(tmp_path: Path) -> None:
    (pdf,) = typeset(source("Wells → fields"), {})
    assert len(fonts_in(pdf, tmp_path) - {"GelasioLatin"}) == 1
    assert "Wells → fields" in in_reading_order(pdf, tmp_path)


def test_a_letter_that_no_font_has_is_refused() -> None:
    with pytest.raises(Untypeset, match="could not be displayed"):
        typeset(source("Wells \U0001f9ff\ue000"), {})


def test_a_source_that_is_wrong_is_refused_with_its_place() -> None:
    with pytest.raises(Untypeset, match="unknown variable: wells") as refused:
        typeset(source("#wells"), {})
    assert "#wells" in refused.value.where


def test_a_source_reads_files(tmp_path: Path) -> None:
    (pdf,) = typeset(source('#json("wells.json").at(0)'), {"wells.json": '["Almaty → Astana"]'.encode()})
    assert "Almaty → Astana" in in_reading_order(pdf, tmp_path)


@pytest.mark.parametrize("text", ['a "b" \\ c', "#a $b$ *c* _d_ `e` <f> @g //h [i]", "a\\u{41}", "a -- b ... 'c'"])
def test_a_text_is_set_as_it_is_written(text: str, tmp_path: Path) -> None:
    (pdf,) = typeset(source(f"#text({quoted(text)})"), {})
    assert in_reading_order(pdf, tmp_path).strip() == text


def test_letters_of_pictures_are_outlines() -> None:
    first, second = typeset(source("Wells #pagebreak() fields"), {}, "svg")
    assert (b"<text" in first, b"Wells" in first, b"<path" in second) == (False, False, True)


def test_what_is_not_installed_is_said_in_one_line() -> None:
    assert 'pip install "talkbuilder[print]"' in Output("pdf", "pdf", "no_such_package").install_line
    assert Output("pdf", "pdf", "typst").install_line == ""
    assert [one.install_line for one in outputs.OUTPUTS.values() if not one.needs] == ["", "", ""]
