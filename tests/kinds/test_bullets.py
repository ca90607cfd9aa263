"""Points, on one level or two."""

from tests.kinds import Golden, compare, sample
from tests.listing import written
from tests.opened import opened
from tests.sample import built, talk, words


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("bullets", sample("bullets"), golden)


def sizes(*lengths: int) -> set[str]:
    """The sizes that are set on points of so many words, in hundredths of a point."""
    lines = "".join(f"\n    - {words(length)}" for length in lengths)
    deck, _ = built(talk(f"  - title: Points\n    bullets:{lines}\n    cite: [grass]"))
    return set(opened(written(deck)).find("ppt/slides/slide3.xml", "//p:sp[2]//a:rPr/@sz"))


def test_space_is_left_between_points_and_none_before_the_first() -> None:
    """Five points of one line just fit at the size of the layout, and so do two of three or four lines: one more space
    is more than there is."""
    assert sizes(5, 5, 5, 5, 5) == sizes(35, 25) == set()
    assert sizes(15, 5, 5, 5, 5) == {"2800"}
