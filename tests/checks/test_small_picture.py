"""C204: a picture has pixels enough for where it stands, or that is told with how many it needs."""

import pytest

from tests.cases import TALK, diagnostics, picture, talk

MEDIA = "well: {file: well.png, alt: A round stone well, credit: 'Photo: a neighbor', people: []}\n"
BESIDE = ", caption: The well in May"


def found(width_px: int, height_px: int, keys: str = "") -> list[tuple[str, str]]:
    files: dict[str, str | bytes] = {
        TALK: talk(f"- {{title: A well, photo: well, notes: Look.{keys}}}\n"),
        "assets/media.yaml": MEDIA,
        "assets/images/well.png": picture(width_px, height_px),
    }
    return [(one.message, one.hint) for one in diagnostics(files) if one.code == "C204"]


def test_a_thumbnail_that_fills_a_slide_is_told_with_its_size_and_the_one_that_it_needs() -> None:
    ((message, hint),) = found(180, 120)
    assert message == "this picture has 180 × 120 pixels, too few for where it fills the slide: take one of 960 × 390"
    assert hint.startswith("take one of at least 960 × 390 pixels, better 1,920 × 780: the photo as the camera took it")


@pytest.mark.parametrize(
    ("width_px", "height_px", "keys", "is_told"),
    [
        (960, 640, "", False),
        (950, 640, "", True),
        (1600, 300, "", True),  # of which a third is seen
        (560, 400, BESIDE, False),
        (400, 300, BESIDE, True),
    ],
)
def test_half_of_what_a_projector_shows_there_is_enough(
    width_px: int, height_px: int, keys: str, is_told: bool
) -> None:
    assert bool(found(width_px, height_px, keys)) == is_told
