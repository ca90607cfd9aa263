"""E124 of what was once, until when, and to each; and what is true although it looks alike."""

import pytest

from tests.evidence.valley import codes, fact

SOURCES = "valley: {title: The valley, date: 2012-04}\n"


def told(post: str, says: str, exact: str, **keys: object) -> list[str]:
    entry = fact("a-fact", says=says, exact=exact, show="so", source="walker", kind="observation", **keys)
    return codes(entry, sources_yaml=SOURCES, posts__valley_txt=f"{post}\n")


TIMES = (
    ("The boys were kept in the barn until the storm had passed.", "kept in the barn"),
    ("The bridge was closed after the flood of that spring.", "bridge was closed"),
    ("She has sold bread there since her wedding.", "sold bread there"),
    ("The guards slept during the siege of the town.", "guards slept"),
    ("He was paid until the harvest.", "He was paid"),
    ("He was fed until the harvest, and once more after the harvest.", "He was fed"),
)


@pytest.mark.parametrize(
    ("passage", "says"),
    [
        (TIMES[0], "The boys were kept in the barn after the storm had passed"),
        (TIMES[1], "The bridge was closed until the flood"),
        (TIMES[2], "She sold bread there until her wedding"),
        (TIMES[3], "The guards slept until the siege of the town"),
        (TIMES[4], "He was paid after the harvest"),
    ],
)
def test_the_other_side_of_an_event_is_refused(passage: tuple[str, str], says: str) -> None:
    assert "E124" in told(passage[0], says, passage[1])


@pytest.mark.parametrize(
    ("passage", "says"),
    [
        (TIMES[0], "The boys were kept in the barn until the storm was over"),
        (TIMES[1], "After the flood the bridge was closed"),
        (TIMES[2], "She has sold bread since her wedding"),
        (TIMES[3], "The guards slept during the siege"),
        (TIMES[4], "He was paid until the harvest"),
        (TIMES[5], "He was fed after the harvest"),
    ],
)
def test_the_same_side_passes(passage: tuple[str, str], says: str) -> None:
    assert "E124" not in told(passage[0], says, passage[1])


ONCE = (
    ("The herders used to know all about the stars.", "know all about the stars"),
    ("Our village used to brew beer from barley.", "brew beer from barley"),
    ("The monks used to bake for the poor.", "bake for the poor"),
    ("The women used to sing while they worked.", "sing while they worked"),
    ("My uncle used to often drive cattle to the coast.", "drive cattle to the coast"),
)


@pytest.mark.parametrize(
    ("passage", "says"),
    [
        (ONCE[0], "The herders know all about the stars"),
        (ONCE[1], "The village brews beer from barley"),
        (ONCE[2], "The monks bake for the poor"),
        (ONCE[3], "The women sing at work"),
        (ONCE[4], "An uncle often drives cattle to the coast"),
    ],
)
def test_what_somebody_used_to_do_is_not_told_of_today(passage: tuple[str, str], says: str) -> None:
    assert "E124" in told(passage[0], says, passage[1])


@pytest.mark.parametrize(
    ("passage", "says"),
    [
        (ONCE[0], "The herders used to know all about the stars"),
        (ONCE[1], "The village brewed beer from barley"),
        (ONCE[2], "Once the monks would bake for the poor"),
        (ONCE[3], "The women sang while they worked"),
        (ONCE[4], "An uncle used to drive cattle to the coast"),
    ],
)
def test_what_was_once_is_told_so(passage: tuple[str, str], says: str) -> None:
    assert "E124" not in told(passage[0], says, passage[1])


SUMS = (
    ("The council paid $400 for all the widows of the village.", "The council paid $400", 400, "USD"),
    ("They gave 30 blankets to the families in the barn.", "gave 30 blankets", 30, "blankets"),
    ("The school had 12 books for its pupils.", "had 12 books", 12, "books"),
    ("The inn served 90 meals to the pilgrims.", "served 90 meals", 90, "meals"),
    ("The mill took 5 sacks from the farmers.", "took 5 sacks", 5, "sacks"),
)


@pytest.mark.parametrize(
    ("passage", "says"),
    [
        (SUMS[0], "The council paid $400 for each widow"),
        (SUMS[1], "They gave 30 blankets to every family"),
        (SUMS[2], "The school had 12 books per pupil"),
        (SUMS[3], "The inn served 90 meals to each of the pilgrims"),
        (SUMS[4], "The mill took 5 sacks from every farmer"),
    ],
)
def test_a_sum_for_all_is_none_for_each(passage: tuple[str, str, int, str], says: str) -> None:
    post, exact, value, unit = passage
    found = told(post, says, exact, value=value, unit=unit, measure=f"{unit} given", as_of="2012-04")
    assert "E124" in found


@pytest.mark.parametrize(
    ("passage", "says"),
    [
        (SUMS[0], "The council paid $400 for all the widows"),
        (SUMS[1], "They gave 30 blankets to the families"),
        (("The council paid $9 to every widow.", "paid $9 to every widow", 9, "USD"), "It paid $9 to each widow"),
        (("The mill took 2 sacks a head.", "took 2 sacks a head", 2, "sacks"), "The mill took 2 sacks a head"),
        (("Each pupil had 3 books.", "Each pupil had 3 books", 3, "books"), "Pupils had 3 books, for each of them"),
    ],
)
def test_what_is_told_of_each_passes(passage: tuple[str, str, int, str], says: str) -> None:
    post, exact, value, unit = passage
    found = told(post, says, exact, value=value, unit=unit, measure=f"{unit} given", as_of="2012-04")
    assert "E124" not in found


@pytest.mark.parametrize(
    ("post", "says", "exact"),
    [
        ("Some stayed at the inn (more than last year, an increase).", "Some stayed at the inn", "stayed at the inn"),
        (
            "There was an increase of lodgers, and some of the group of 11 walkers stayed there.",
            "Some of a group of 11 walkers stayed at the inn",
            "some of the group of 11 walkers stayed there",
        ),
        ("Two boys stayed at home (the fever had increased).", "Two boys stayed at home", "boys stayed at home"),
        ("The nurse stayed at her post, as prices rose.", "The nurse stayed at her post", "stayed at her post"),
        ("They stayed at sea, and the catch grew.", "They stayed at sea", "stayed at sea"),
        ("A few stayed at the well, which had dropped.", "A few stayed at the well", "stayed at the well"),
    ],
)
def test_to_stay_somewhere_is_no_direction(post: str, says: str, exact: str) -> None:
    assert "E110" not in told(post, says, exact)


def test_to_stay_at_a_figure_is_one() -> None:
    keys = {"value": 40, "measure": "wolves", "as_of": "2012-04"}
    assert "E110" in told("Wolves increased to 40 in the hills.", "Wolves stayed at 40", "increased to 40", **keys)


@pytest.mark.parametrize(
    ("post", "says", "exact"),
    [
        ("A barn is smaller, which seemed to sadden her.", "One barn is smaller", "smaller, which seemed to sadden"),
        ("They have a new well, which may please the miller.", "They have a new well", "a new well, which may please"),
        ("The priest, who probably slept, missed the fire.", "The priest missed the fire", "slept, missed the fire"),
        ("He owns a boat that perhaps leaks.", "He owns a boat", "owns a boat that perhaps leaks"),
        ("She bought wool which seemed to scratch.", "She bought wool", "bought wool which seemed to scratch"),
    ],
)
def test_a_doubt_of_what_is_told_in_passing_may_stay_behind(post: str, says: str, exact: str) -> None:
    assert "E107" not in told(post, says, exact)


@pytest.mark.parametrize(
    ("post", "says", "exact"),
    [
        ("There is a barn which may be smaller.", "One barn is smaller", "barn which may be smaller"),
        ("The priest, who probably slept, missed the fire.", "The priest slept", "who probably slept"),
        ("He owns a boat that perhaps leaks.", "He owns a boat that leaks", "boat that perhaps leaks"),
        ("Perhaps the barn is smaller.", "The barn is smaller", "the barn is smaller"),
        ("She bought wool, and it seemed to scratch.", "The wool scratched", "it seemed to scratch"),
        ("The smith sang in the yard, but supposedly, for nobody.", "The smith sang", "smith sang in the yard"),
        ("The smith sang in the yard because, supposedly, he was ill.", "The smith sang", "smith sang in the yard"),
    ],
)
def test_a_doubt_of_what_is_told_stays(post: str, says: str, exact: str) -> None:
    assert "E107" in told(post, says, exact)
