"""C308: pictures frighten nobody."""

import pytest

from tests.checks.worded import faults

MEDIA = "gate: {{file: gate.png, alt: '{}', credit: Me, people: []}}\n"
PHOTO = "- {title: T, photo: gate, notes: Hands in chains.}\n"


@pytest.mark.parametrize("alt", ["Hands in chains", "A man behind bars", "Tied wrists", "A girl cowering", "A bruise"])
def test_a_picture_of_fear_is_an_error_at_the_slide_that_shows_it(alt: str) -> None:
    (fault,) = faults("", PHOTO, {"assets/media.yaml": MEDIA.format(alt)})
    assert (fault.code, fault.is_error) == ("C308", True)
    assert fault.place[1:] == (8, 23)


@pytest.mark.parametrize(
    "alt", ["A bar chart", "Six bars rise", "A chain of hills", "A tied ribbon", "A sandbar", "A coat cuff"]
)
def test_charts_and_shops_are_left_alone(alt: str) -> None:
    assert faults("", PHOTO, {"assets/media.yaml": MEDIA.format(alt)}) == []
