"""A picture that fills its frame, and whose it is."""

import pytest

from tests.kinds import Golden, compare, sample
from tests.listing import shown
from tests.sample import built, codes, talk


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("photo", sample("photo"), golden)


@pytest.mark.parametrize(("photo", "code"), [("broken", "E015"), ("missing", "R001"), ("unknown", "E001")])
def test_a_picture_that_cannot_be_used_is_reported(photo: str, code: str) -> None:
    _, report = built(talk(f"  - {{title: Look, photo: {photo}, notes: Some words.}}"))
    assert codes(report) == [code]


def test_a_caption_stands_in_the_place_of_whose_picture_it_is() -> None:
    assert shown(sample("photo"))[2]["Caption"] == "Picture: nobody"
    deck, _ = built(talk("  - {title: Look, photo: steppe, caption: The steppe in May, notes: Some words.}"))
    assert "The steppe in May" in shown(deck)[2]["Caption"]
