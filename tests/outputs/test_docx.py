"""The script in Word: its own styles, the words of the script, the fingerprint that tells an edit."""

import io
from itertools import pairwise
from pathlib import Path

import docx

from talkbuilder.outputs.fingerprint import is_as_built
from tests.printed import printed
from tests.sample import built, slide, talk

NOTES = "Near Almaty we stop. [pause 5] The bureau counted {herds}."


def document(outline: str = talk(slide("bullets", "A headline", NOTES)), size: str = "a4") -> bytes:
    (data,) = printed(built(outline)[0], "docx", size).values()  # type: ignore[arg-type]
    return data


def test_it_is_written_in_the_styles_that_word_has() -> None:
    found = [(one.style.name, one.text) for one in docx.Document(io.BytesIO(document())).paragraphs if one.style]
    at = next(at for at, (_, text) in enumerate(found) if "A headline" in text)
    assert found[0] == ("Title", "A talk")
    assert ("Heading 1", "First part") in found[:at]
    assert found[at : at + 7] == [
        ("Heading 2", "0:10  A headline"),
        ("Caption", "slide 3 · takes 0:14"),
        ("Body Text 3", "Late? Leave this slide out: type 4, Enter. Saves 0:14."),
        ("Body Text", "Near Almaty we stop."),
        ("Body Text 3", "‖ pause, 5 seconds"),
        ("Body Text", "The bureau counted 88."),
        ("List Bullet", "88: 2010; a primary source"),
    ]


def test_a_heading_stays_with_what_stands_under_it() -> None:
    found = [(one.style.name, one) for one in docx.Document(io.BytesIO(document())).paragraphs if one.style]
    under = [after for (name, _), (_, after) in pairwise(found) if name == "Heading 1"]
    assert [one.paragraph_format.keep_with_next for one in under] == [
        True,
        True,
        True,
        None,
    ]  # nobody says when questions are


def test_it_says_who_wrote_it_in_which_language_and_nothing_of_the_day() -> None:
    made = docx.Document(io.BytesIO(document(talk(slide("bullets")), "letter")))
    about = made.core_properties
    assert (about.title, about.author, about.language, about.created.year if about.created else 0) == (
        "A talk",
        "A speaker",
        "en-US",
        2026,
    )
    width = made.sections[0].page_width
    assert width
    assert round(width.pt) == 612
    assert document() == document()


def test_its_styles_have_the_colours_of_the_theme_and_the_number_stands_where_it_is_asked_for() -> None:
    made = docx.Document(io.BytesIO(document(talk(slide("ask", "Ask them")))))
    used = {one.style.name: one.style for one in made.paragraphs if one.style}
    assert str(used["Heading 2"].font.color.rgb) == "005267"
    assert not any("themeColor" in one.element.xml or "4F81BD" in one.element.xml for one in used.values())
    assert any(one.style and one.style.name == "Body Text 2" and "555-0100" in one.text for one in made.paragraphs)


def test_it_is_known_as_ours_until_somebody_edits_it(tmp_path: Path) -> None:
    file = tmp_path / "talk-script.docx"
    file.write_bytes(document())
    assert is_as_built(file) is True
    changed = docx.Document(str(file))
    changed.paragraphs[0].text = "Another title"
    changed.save(str(file))
    assert is_as_built(file) is False
