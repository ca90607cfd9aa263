"""E180 and E181: a library that others get holds no protected name, and its list is whole."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from tests.cases import LIBRARY, diagnostics
from tests.corpora.tables import from_table

LIST = write_protected(protect(Protected(), "Tamara", bytes(16), is_person=True)).decode()


def faults(**files: str) -> list[Diagnostic]:
    """What is wrong with a library of which some files hold more."""
    added = {f"assets/{name}.yaml": LIBRARY.get(f"assets/{name}.yaml", "") + text for name, text in files.items()}
    found = diagnostics({"assets/protected.txt": LIST, **added})
    return [one for one in found if one.code in ("E180", "E181")]


@from_table
def test_a_protected_name_is_told_wherever_an_entry_holds_it(file: str, text: str) -> None:
    assert [one.code for one in faults(**{file: text})] == ["E180"]


@pytest.mark.parametrize(
    "text",
    [
        "post: {title: Of Tamara, cite_as: The blog, date: 2012-04}\n",
        "post: {title: Of her, date: 2012-04, voices: [{who: blogger, from: said Tamara, to: said Tamara}]}\n",
        "# What Tamara told me\n",
    ],
)
def test_so_it_is_in_a_title_in_words_of_a_voice_and_in_a_comment(text: str) -> None:
    found = faults(sources=text)
    assert {"'talkbuilder protect --sources'" in one.hint for one in found} == {True}


def test_who_speaks_is_told_by_an_id_that_names_nobody() -> None:
    found = faults(quotes="words: {text: So, speaker: tamara, post: example-post, translated: false, sensitive: []}\n")
    assert found
    assert all(one.hint.startswith("write the id under which they stand in assets/people.yaml") for one in found)


def test_files_beside_the_library_hold_none_either() -> None:
    assert [one.code for one in faults(reviews="# Tamara\n")] == ["E180"]


def test_the_place_is_told_and_not_the_name() -> None:
    (one,) = faults(people="friend: {credit: A Tamara, role: source}\n")
    assert one.span is not None
    assert one.span.source.text[one.span.start : one.span.end] == "Tamara"
    assert one.is_hidden
    assert "tamara" not in (one.message + one.hint).lower()


def test_a_list_that_cannot_be_read_is_told_once() -> None:
    found = [one.code for one in diagnostics({"assets/protected.txt": "Tamara\n"}) if one.is_error]
    assert found == ["E181"]
