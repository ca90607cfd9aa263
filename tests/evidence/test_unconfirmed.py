"""What a person is asked to look at in a fact that no rule can refuse: its caption, place, kind, and two passages."""

from typing import Any

import pytest

from tests.evidence.asking import asked, judged

GOATS = "Herders counted 88 goats in 2010."
TOLD: dict[str, Any] = {"says": "Herders counted 88 goats in 2010", "exact": "Herders counted 88 goats in 2010"}
COUNTED: dict[str, Any] = TOLD | {"value": 88, "unit": "goats", "measure": "goats that herders counted", "as_of": 2010}


def test_a_caption_in_words_of_the_passage_is_not_asked_about() -> None:
    assert asked(GOATS, **COUNTED) == ""


@pytest.mark.parametrize(
    ("measure", "word"),
    [("goats sold by their owners", "sold"), ("goats counted in kitchens", "kitchens"), ("goats hidden", "hidden")],
)
def test_a_caption_of_something_else_is_asked_about(measure: str, word: str) -> None:
    assert f"'{word}'" in asked(GOATS, **COUNTED | {"measure": measure})


def test_in_order_to_says_no_more_than_to() -> None:
    post = "Herders walked to the river to count 88 goats."
    told = {"exact": "walked to the river to count 88 goats"}
    assert "'order'" not in asked(post, **told, says="Herders walked to the river in order to count 88 goats")
    assert "'order'" in asked(post, **told, says="Herders walked to the river to count 88 goats by order")


def test_a_caption_of_a_deed_that_only_a_sentence_before_tells_is_asked_about() -> None:
    told = COUNTED | {"measure": "goats washed"}
    assert "'washed'" in asked(f"Herders washed 90 goats. {GOATS}", **told)


@pytest.mark.parametrize(
    ("before", "says", "measure"),
    [
        ("Herders of the plain washed 90 goats. ", GOATS, "goats of the plain"),
        ("Herders counted 90 goats. ", "There were 88 goats in 2010", "goats counted"),
        ("", "88 goats were counted in 2010", "goats of herders"),
        ("", GOATS, "goats used"),
        ("", GOATS, "goats by age"),
    ],
)
def test_a_caption_of_what_is_known_is_not_asked_about(before: str, says: str, measure: str) -> None:
    assert asked(before + GOATS, **COUNTED | {"says": says.rstrip("."), "measure": measure}) == ""


def test_a_caption_is_not_asked_about_where_what_is_said_has_the_same_word() -> None:
    told = COUNTED | {"says": "Herders sold 88 goats in 2010", "measure": "goats sold"}
    assert asked(GOATS, **told) == "the passage does not say 'sold'"


def test_what_was_done_without_something_is_undone_and_what_is_largest_has_a_size() -> None:
    told = {"says": "Boats were sold unpainted", "exact": "boats were sold without being painted"}
    assert asked("Then boats were sold without being painted.", **told) == ""
    assert "'unpainted'" in asked("Then boats were sold.", **told | {"exact": "boats were sold"})
    told = {"says": "The lake ranks ninth by size", "exact": "The lake is the ninth largest"}
    assert asked("The lake is the ninth largest.", **told) == ""


@pytest.mark.parametrize(("unit", "word"), [("murders", "murders"), ("stolen goats", "stolen"), ("wolves", "wolves")])
def test_a_unit_of_something_else_is_asked_about(unit: str, word: str) -> None:
    assert f"'unit' says '{word}'" in asked(GOATS, **COUNTED | {"unit": unit, "show": "88"})
    assert asked(GOATS, **COUNTED | {"unit": "goats", "show": "88"}) == ""


@pytest.mark.parametrize(
    ("show", "is_asked"), [("9 years", True), ("two years", True), ("two to 9 years", False), ("up to 9 years", False)]
)
def test_one_end_of_a_range_that_is_shown_alone_is_asked_about(show: str, is_asked: bool) -> None:
    text = "Lodgers had leases ranging from two to 9 years."
    told = {"says": "The leases ran from two to 9 years", "exact": "leases ranging from two to 9 years"}
    assert ("'show' has lost an end of 'two to 9'" in asked(text, **told | {"show": f'"{show}"'})) is is_asked
    counted = {"value": 9, "unit": "years", "measure": "years of leases", "precision": "range"}
    assert "lost an end" not in asked(text, **told | counted | {"says": "The leases ran from two to 9"})


def test_the_lower_end_of_a_range_is_the_least() -> None:
    text = "Lodgers had leases ranging from two to 9 years."
    told = {"says": "The leases ran from two to 9 years", "exact": "leases ranging from two to 9 years"}
    assert not judged(text, **told | {"show": '"at least two years"'}).faults
    assert judged(text, **told | {"show": '"at least 9 years"'}).faults
    assert judged(text, **told | {"show": '"over two years"'}).faults
    text = "The herders sold 12 to the inn."
    assert judged(text, says="The herders sold at least 12 to the inn", exact="sold 12 to the inn").faults


def test_a_caption_that_makes_a_habit_of_one_year_is_refused() -> None:
    found = judged(GOATS, **COUNTED | {"measure": "goats that herders counted each year"})
    assert [fault.code for fault in found.faults] == ["E124"]


def test_a_caption_that_makes_people_of_a_deed_is_asked_about() -> None:
    text = "Wardens counted 88 trading goats in 2010."
    told = COUNTED | {"says": text[:-1], "exact": text[:-1]}
    assert asked(text, **told | {"measure": "trading goats counted by wardens"}) == ""
    assert "'traders'" in asked(text, **told | {"measure": "goats counted by traders"})


@pytest.mark.parametrize("place", ["FR", "US-MN", "KZ"])
def test_a_place_that_the_post_does_not_name_is_asked_about(place: str) -> None:
    assert "nothing in the post names" in asked(GOATS, **TOLD, place=place)


@pytest.mark.parametrize(
    ("title", "place"),
    [("Goats of France", "FR"), ("A Kazakh herder", "KZ"), ("Goats in Minnesota", "US-MN"), ("The U.S. goat", "US")],
)
def test_a_place_is_named_anywhere_in_the_post_and_its_people_name_it_too(title: str, place: str) -> None:
    assert asked(GOATS, **TOLD, place=place, title=title) == ""


def test_two_passages_are_always_asked_about() -> None:
    text = "A smith came to the inn. The bell was cast in 1999."
    told = {"says": "A smith came, and a bell was cast", "exact": ["A smith came", "The bell was cast"]}
    assert "two passages" in asked(text, **told)
    assert "two passages" not in asked(text, says="A smith came", exact="A smith came")


def test_what_nobody_saw_with_own_eyes_is_asked_about() -> None:
    told = {"says": "A boy fell from the roof", "exact": "a boy fell from the roof", "kind": "observation"}
    assert asked("I saw how a boy fell from the roof.", **told) == ""
    assert "nobody says 'I'" in asked("In May a boy fell from the roof.", **told)
    assert asked("I visited the inn. In May a boy fell from the roof.", **told) == ""
    assert "'learned from'" in asked("I had just learned from her that a boy fell from the roof.", **told)


def test_a_primary_source_does_not_speak_as_i() -> None:
    told = {"says": "The rate of fires is high", "exact": "the rate of fires is high", "kind": "primary"}
    assert "'kind' is primary" in asked("I know the rate of fires is high.", **told)
    assert asked("In spring the rate of fires is high.", **told) == ""
    own = told | {"says": "The walker is fond of her mill", "exact": "I am fond of my mill"}
    assert "'kind' is primary" not in asked("I am fond of my mill.", **own)
    known = own | {"says": "The walker knows that the mill is damp", "exact": "I know that the mill is damp"}
    assert "'kind' is primary" in asked("I know that the mill is damp.", **known)


@pytest.mark.parametrize("show", ["goats of herders", "88 goats by herders", "goats in 2010 of herders"])
def test_what_is_shown_tells_of_nobody_whose_it_is(show: str) -> None:
    assert "neither 'says' nor the post does" in asked(GOATS, **TOLD, show=show)


@pytest.mark.parametrize("show", ["88²", "88₂", "８８", "⑧ goats", "88 ᵃgoats"])
def test_characters_in_disguise_are_refused(show: str) -> None:
    assert "E108" in [one.code for one in judged(GOATS, **TOLD, show=show).faults]


def test_a_fraction_is_plain() -> None:
    text = "The tour lasted 2 ½ weeks."
    assert judged(text, says="The tour lasted 2 ½ weeks", show="2½ weeks", exact="lasted 2 ½ weeks").proved


@pytest.mark.parametrize(
    ("show", "is_fault"),
    [
        ("one in Vardo that is faster", False),
        ("one in Vardo", False),
        ("his boat is the fastest", True),
        ("claims his boat is the fastest", False),
        ("a boat that is the fastest", True),
    ],
)
def test_what_is_shown_of_one_of_two_passages_is_held_to_that_one(show: str, is_fault: bool) -> None:
    text = "The captain claims his boat is the fastest. There is one in Vardo that is faster."
    says = "The captain claims that his boat is the fastest, but there is one in Vardo that is faster"
    exact = ["claims his boat is the fastest", "one in Vardo that is faster"]
    assert (judged(text, says=says, exact=exact, show=show).faults != ()) == is_fault


@pytest.mark.parametrize(
    ("text", "says", "is_asked"),
    [
        ("In May of last year the duke gave a ball.", "Last year the duke gave a ball in May", False),
        ("The duke gave a ball at the last moment.", "At the last moment the duke gave a ball", False),
        ("The duke gave a ball for 40 guests.", "For 40 guests the duke gave a ball", False),
        ("The duke gave a ball on the island.", "On the island the duke gave a ball", False),
        ("The duke fed swans.", "Swans fed the duke", True),
        ("The smiths helped the weavers in May.", "The weavers helped in May", True),
    ],
)
def test_times_and_those_to_whom_it_was_done_do_nothing(text: str, says: str, is_asked: bool) -> None:
    found = judged(text, says=says, exact=text[:-1])
    assert (
        any(one.startswith("see who") for one in found.review) or any(one.code == "E125" for one in found.faults)
    ) == is_asked


def test_what_a_figure_counts_in_the_post_and_no_more_in_the_fact_is_asked_about() -> None:
    told = {"says": "The office repaired 12 pipes in May", "exact": "repaired 12 lead pipes in May"}
    found = judged("The office repaired 12 lead pipes in May.", **told)
    assert found.review == ("what the post counts has 'lead' too: is it the same without?",)


STEWARD = "The steward is the husband of one of the daughters of the duke."


@pytest.mark.parametrize(
    ("text", "says", "missing"),
    [
        (STEWARD, "The steward is the husband of the duke's foster-daughter", "'foster-daughter'"),
        (STEWARD, "The steward is the son-in-law of the duke, the husband of one of his daughters", "'son-in-law'"),
        ("The duke gave a ball.", "The merry-making duke gave a late-night ball", "'merry-making' or 'late-night'"),
        ("The duke gave a ball.", "The duke gave a merry ball", "'merry'"),
        ("The abbey ruled for 70 years.", "The abbey ruled for seven decades and some months", "'months'"),
        ("The inn was closed for two weeks.", "The inn was closed for a full fortnight", "'full'"),
        ("The abbey ruled for 70 years.", "For seven decades the abbey ruled for centuries", "'centuries'"),
    ],
)
def test_words_that_the_passage_does_not_say_are_told_whole(text: str, says: str, missing: str) -> None:
    assert f"the passage does not say {missing}" in judged(text, says=says, exact=text[:-1]).review


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The duke stayed for half a year.", "The duke stayed for six months"),
        ("The abbey ruled for 70 years.", "The abbey ruled for seven decades"),
        ("The inn was closed for two weeks.", "The inn was closed for a fortnight"),
        ("The lamp burned for half an hour.", "The lamp burned for 30 minutes"),
        ("A well-known duke gave a ball.", "The well-known duke gave a ball"),
    ],
)
def test_a_length_of_time_in_another_unit_is_said(text: str, says: str) -> None:
    assert "does not say" not in asked(text, says=says, exact=text[:-1])
