"""C403: words for a picture tell what there is to see."""

import pytest

from tests.cases import diagnostics


def codes(alt: str) -> list[str]:
    media = f"gate: {{file: gate.png, alt: '{alt}', credit: 'Photo: me', people: []}}\n"
    return [one.code for one in diagnostics({"assets/media.yaml": media})]


@pytest.mark.parametrize(
    "alt",
    [
        "A gate",
        "gate.png",
        "IMG_2041",
        "Image of a wooden gate",
        "Gate-large.JPG",
        "Screenshot",
        "An old photo of a gate in a garden",
    ],
)
def test_what_tells_nothing_is_told(alt: str) -> None:
    assert codes(alt) == ["C403"]


@pytest.mark.parametrize(
    "alt",
    [
        "A wooden gate, half open",
        "A woman takes a photo of a gate",
        "x" * 150,
        "Picture frames on a white wall",
        "A painter before a picture of a gate",
    ],
)
def test_what_there_is_to_see_is_fine(alt: str) -> None:
    assert codes(alt) == []
