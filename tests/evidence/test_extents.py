"""A superlative that only follows from the ends that a post tells is asked about; one that follows from none is not."""

import pytest

from tests.evidence.telling import told


def test_the_end_of_a_range_may_be_a_superlative_and_is_asked_about() -> None:
    found = told("The bills range from $5 to $20.", "bills range from $5 to $20", "The smallest bill is $5")
    assert found.proved, found.faults
    assert "the post tells an end, and not of a 'smallest': is it that?" in found.review


def test_where_no_ends_are_told_nothing_is_a_superlative() -> None:
    (fault,) = told("The bill is $5, paid at the gate.", "The bill is $5", "The smallest bill is $5").faults
    assert (fault.code, fault.message) == ("E127", "'says': the post does not say 'smallest'")


def test_an_only_where_the_post_tells_without_what_is_asked_about() -> None:
    found = told("Guests enter free until May.", "Guests enter free until May", "Only guests enter free until May")
    assert found.proved, found.faults
    assert found.review == ("the post tells what it is not without, and not 'only': is it so?",)


def test_what_is_told_by_head_is_told_of_each_and_not_of_all() -> None:
    assert told("Guests pay $5 a head.", "Guests pay $5 a head", "Each guest pays $5").proved
    (fault,) = told("Guests pay $5 a head.", "Guests pay $5 a head", "All guests pay $5").faults
    assert (fault.code, fault.message) == ("E124", "'says': the post does not say 'all'")


def test_a_superlative_of_the_post_is_not_asked_about_beside_its_ends() -> None:
    post = "The bills range from $5 to $20, and the smallest is red."
    assert told(post, post.rstrip("."), "The smallest bill is red").review == ()


def test_so_many_in_all_is_no_all() -> None:
    assert told("Nine guests came.", "Nine guests came", "Nine guests came in all").proved
    assert told("Nine guests came.", "Nine guests came", "All guests came").faults


SOME = "Some young herders were kept in barns"
HOUSED = "Some young herders were housed in barns"
KEPT = "Some young herders of the plain were kept in old barns."


@pytest.mark.parametrize(
    ("post", "exact", "says", "is_lost"),
    [
        (KEPT, "kept in old barns", "He met young herders of the plain who were kept in barns", False),
        (KEPT, "kept in old barns", "We heard of young herders who were kept in barns", False),
        (KEPT, "kept in old barns", "Young herders were kept in old barns", True),
        (KEPT, "kept in old barns", "He greeted young herders of the plain kept in barns", False),
        (KEPT, "kept in old barns", "Letters about young herders tell of the old barns", False),
        ("There the herders kept some young goats.", "herders kept some young goats", "Herders kept goats", False),
        ("Some young herders sing in barns.", "herders sing in barns", "Herders sing in barns", False),
        ("Herders came to the inn, and some are poor.", "some are poor", "Herders are poor", True),
        ("Some young herders sang, men were kept in barns.", "kept in barns", "Men were kept in barns", False),
        ("Some herders say that men were kept in barns.", "kept in barns", "Men and herders were kept in barns", False),
        ("Some have been often kept in barns.", "kept in barns", "Kept in barns they sang", False),
        (
            "Some young herders of the wide windy northern plain by the grey lake of the guild were kept in barns.",
            "kept in barns",
            "Young herders were kept in barns",
            False,
        ),
        ("Some herders got 5 % of it.", "%", "Herders got it", False),
        (
            "Some guests sang in the hall, and the herders of the plain were kept in old barns.",
            "kept in old barns",
            "Guests and herders of the plain were kept in old barns",
            False,
        ),
        (KEPT, KEPT.rstrip("."), "We heard of young herders who were kept in barns", True),
        ("Some herders were kept in barns.", "were kept in barns", "We heard of herders who were kept in barns", True),
        ("Some young herders were kept in barns.", SOME, "Of herders some kept in barns", False),
        ("Some young herders were housed in barns.", HOUSED, "Of herders some housed in barns", False),
        ("Some young herders were kept in barns.", "kept in barns", "Herders were kept in some towns", False),
        ("Some young herders were kept in barns.", "kept in barns", "Herders were kept in some barns", True),
    ],
)
def test_a_some_of_the_subject_is_kept_by_its_own_noun(post: str, exact: str, says: str, is_lost: bool) -> None:
    assert ("E124" in [one.code for one in told(post, exact, says).faults]) == is_lost
