"""A denial that is told in other words is asked about or passes; one that is lost or put in is refused."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TRUE = [
    ("Many men were not being paid for months.", "not being paid for months", "Many men went unpaid for months"),
    ("They did not find any boats, nets or sails of the fishers.", "did not find any boats", "No sails were found"),
    (
        "Some guards refused to speak in court.",
        "refused to speak in court",
        "Fear kept some guards from speaking in court",
    ),
    ("Not many guests have seen the mill.", "Not many guests have seen", "Few guests have seen the mill"),
    ("The inn lies close to the border.", "close to the border", "The inn lies not far from the border"),
    ("It is closed unless guests have a pass.", "unless guests have a pass", "It can be entered only with a pass"),
    (
        "If only the elders had listened to the smith.",
        "if only the elders had listened",
        "Had they listened, it would have helped",
    ),
]
FALSE = [
    ("Many men were not being paid for months.", "not being paid for months", "Many men were paid for months"),
    ("They did not find any boats, nets or sails of the fishers.", "did not find any boats", "Boats were found"),
    ("Some guards refused to speak in court.", "refused to speak in court", "Some guards spoke in court"),
    ("Not many guests have seen the mill.", "Not many guests have seen", "Many guests have seen the mill"),
    ("The inn lies close to the border.", "close to the border", "The inn does not lie close to the border"),
    ("It is closed, and guests have a pass.", "guests have a pass", "Only guests have a pass"),
    ("The elders found no evidence of damp.", "found no evidence of damp", "The elders found evidence of damp"),
]


@pytest.mark.parametrize(("post", "exact", "says"), TRUE, ids=[says for *_, says in TRUE])
def test_a_denial_may_be_told_otherwise(post: str, exact: str, says: str) -> None:
    exact = exact if exact in post else exact.capitalize()
    assert told(post, exact, says).proved, told(post, exact, says).faults


@pytest.mark.parametrize(("post", "exact", "says"), FALSE, ids=[says for *_, says in FALSE])
def test_a_denial_is_neither_lost_nor_put_in(post: str, exact: str, says: str) -> None:
    assert {one.code for one in told(post, exact, says).faults} & {"E106", "E122", "E124"}


def test_what_lies_further_behind_a_no_than_it_surely_denies_is_asked_about() -> None:
    post = "There is no law or rule that lets the smith mend the bell."
    found = told(post, "no law or rule that lets the smith mend the bell", "The smith mends the bell")
    assert found.review == ("the post says 'no' there, and this denies nothing: is it the same?",)


NON = (
    Bent(
        "The lodge has eleven non smoking rooms.",
        "eleven non smoking rooms",
        "In eleven rooms of the lodge there is no smoking",
        "The lodge has eleven smoking rooms",
        "E106",
    ),
    Bent(
        "It was a non violent protest of weavers.",
        "a non violent protest of weavers",
        "The protest of weavers was not violent",
        "The protest of weavers was violent",
        "E106",
    ),
    Bent(
        "Non-payment of the toll is common at the lock.",
        "Non-payment of the toll is common",
        "Not paying the toll is common at the lock",
        "Payment of the toll is common at the lock",
        "E106",
    ),
    Bent(
        "They chose a non-resident judge.",
        "They chose a non-resident judge",
        "They chose a judge who is not a resident",
        "They chose a resident judge",
        "E106",
    ),
    Bent(
        "The choir is a non-profit group.",
        "The choir is a non-profit group",
        "The choir makes no profit",
        "The choir makes a profit",
        "E106",
    ),
    Bent(
        "They chose a nonresident judge.",
        "They chose a nonresident judge",
        "They chose no resident judge",
        "They chose a resident judge",
        "E106",
    ),
    Bent(
        "Nonmembers eat in the hall on Fridays.",
        "Nonmembers eat in the hall on Fridays",
        "Those who are not members eat in the hall on Fridays",
        "Members eat in the hall on Fridays",
        "E106",
    ),
)


@pytest.mark.parametrize("one", NON, ids=[one.true for one in NON])
def test_a_non_may_be_told_as_a_not(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", NON, ids=[one.bent for one in NON])
def test_a_non_that_is_lost_is_refused(one: Bent) -> None:
    assert is_caught(one)


ROOMS = "The lodge has eleven non-smoking rooms and a smoking bar."
KEPT = (  # (post, exact, says): the 'non' stands there, is told otherwise, or is of something that is not told
    (ROOMS, ROOMS.rstrip("."), ROOMS.rstrip(".")),
    (ROOMS, "a smoking bar", "The lodge has a smoking bar"),
    (ROOMS, "The lodge has eleven non-smoking rooms", "The lodge has eleven rooms"),
    (ROOMS, "The lodge has eleven non-smoking rooms", "In rooms of the lodge guests are kept from smoking"),
)
AS_LONG = "The new bridge is as long as the old one."
SAME = (  # (post, says, whether it is the same)
    (AS_LONG, "The new bridge is no longer than the old one", True),
    (AS_LONG, "The new bridge is not any longer than the old one", True),
    (AS_LONG, "The new bridge is not the old one", False),
    ("The new bridge is long.", "The new bridge is not longer than the old one", False),
    ("The guards were too tired to sing.", "The guards did not sing", True),
)


@pytest.mark.parametrize(("post", "exact", "says"), KEPT, ids=[says for *_, says in KEPT])
def test_a_non_that_is_kept_is_not_lost(post: str, exact: str, says: str) -> None:
    assert told(post, exact, says).proved


@pytest.mark.parametrize(("post", "says", "is_same"), SAME, ids=[says for _, says, _ in SAME])
def test_a_not_is_in_the_post_in_other_words_or_refused(post: str, says: str, is_same: bool) -> None:
    assert (told(post, post.rstrip("."), says).proved is not None) == is_same


CHEST = "Some porters refused to carry the chest for fear of the dark."
BAY = "If only the council had listened to the fishermen."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (CHEST, "refused to carry the chest", "Some porters were too afraid of ghosts in the dark to carry the chest"),
        (CHEST, "refused to carry the chest", "Some porters were too scared of the dark to carry the chest"),
        (BAY, "If only the council had listened", "The walker wishes that the council had listened to the fishermen"),
        (BAY, "If only the council had listened", "It is a pity that the council had not listened to the fishermen"),
    ],
)
def test_who_is_too_afraid_does_not_and_who_wishes_it_had_been_knows_that_it_was_not(
    post: str, exact: str, says: str
) -> None:
    assert told(post, exact, says).faults == ()


@pytest.mark.parametrize(
    ("post", "exact", "says", "code"),
    [
        (CHEST, "refused to carry the chest", "Some porters, too tired to sing, carried the chest", "E106"),
        (CHEST, "refused to carry the chest", "Some porters carried the chest, too afraid to speak", "E106"),
        (BAY, "If only the council had listened", "The council had listened to the fishermen", "E106"),
        ("The council listened to the fishermen.", "council listened", "She wishes that the council listened", "E123"),
    ],
)
def test_who_is_too_tired_for_something_else_and_a_wish_of_ours_are_refused(
    post: str, exact: str, says: str, code: str
) -> None:
    assert code in {one.code for one in told(post, exact, says).faults}


def test_an_if_only_that_is_said_may_be_left_out_where_it_is_shown() -> None:
    says = "The walker wishes that the council had listened to the fishermen"
    found = told(BAY, "If only the council had listened", says, show="had listened to the fishermen")
    assert found.proved
    assert "it has lost the 'only' of the post: is it the same?" in found.review
