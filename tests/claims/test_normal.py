"""The normal form: what is equal in it, what is not, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.claims.normal import lowered, normalise
from tests.corpora.tables import from_table

SIGNS = "aB1 \u00a0\t\n\u2009“”\"‘’'`–—-…½¼⁄.,«»İé–\u2029"
texts = st.text(alphabet=SIGNS, max_size=60)


@from_table
def test_what_means_the_same_is_the_same(one: str, other: str) -> None:
    assert normalise(one).text == normalise(other).text


@from_table
def test_nothing_else_is(one: str, other: str) -> None:
    assert normalise(one).text != normalise(other).text


@given(texts)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(texts, st.data())
def test_every_stretch_leads_back_to_what_it_stands_for(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    begin, stop = normal.origin(start, end)
    assert 0 <= begin <= stop <= len(text)
    # The original of a stretch holds it; it is longer only by halves of signs, and by blanks at its ends.
    assert normal.text[start:end].strip() in normalise(text[max(0, begin - 1) : stop]).text


@given(texts)
def test_the_whole_leads_back_to_the_whole(text: str) -> None:
    normal = normalise(text)
    begin, stop = normal.origin(0, len(normal.text))
    assert text[:begin].strip() == text[stop:].strip() == "" or not normal.text


@given(st.text())
def test_small_letters_stay_where_they_are(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_paragraphs_are_known_by_where_they_begin() -> None:
    normal = normalise("One.\n\nTwo.\nStill two.\r\n \r\nThree.")
    assert [normal.text[at:].split()[0] for at in normal.paragraphs] == ["Two.", "Three."]
