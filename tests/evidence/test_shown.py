"""What is shown of a fact beside what it says: cut out of it so that it says the contrary, or more, it is caught."""

import pytest

from tests.evidence.telling import REVIEW, told, verdicts

# The post and what is said are the same; then what is shown of it, and the verdict.
CONTRARY = (
    ("The divers found no gold in the wreck", "found gold in the wreck", "E106"),
    ("Inspectors never closed the mill", "closed the mill", "E106"),
    ("The ferry hardly ever ran in January", "ran in January", "E106"),
    ("The miller left the inn without paying the toll", "paying the toll", "E106"),
    ("Nobody had asked the farmers", "asked the farmers", "E106"),
    ("The letter did not name the owner of the boat", "name the owner of the boat", "E106"),
    ("The guards failed to find the boat", "find the boat", "E106"),
    ("The search led to no arrests of smugglers", "arrests of smugglers", "E106"),
    ("Neither the mayor nor the priest opened the gate", "the priest opened the gate", "E106"),
)
STRONGER = (
    ("Few bakers were paid in winter", "paid in winter"),
    ("The bridge nearly collapsed in the flood", "collapsed in the flood"),
    ("The owner may have sold the mill", "sold the mill"),
    ("It is doubtful that the mill made money", "the mill made money"),
    ("The town has yet to repair the road", "repair the road"),
    ("Half of the goats died in winter", "died in winter"),
    ("Some of the boats leak in the rain", "leak in the rain"),
    ("The town plans to close the school", "close the school"),
    ("Only members could vote in spring", "could vote in spring"),
)
TRUE = (
    ("Inspectors never closed the mill", "never closed"),
    ("Nobody was hurt when the bridge fell in May", "the bridge fell in May"),
    ("The inn has no beds, and serves soup at noon", "serves soup at noon"),
    ("A man who had never been to sea built the boat", "built the boat"),
    ("Without a pass, guests could use the library", "could use the library"),
    ("The boat did not sink, and it reached the harbor", "reached the harbor"),
    ("The council gave no reason for closing the school", "closing the school"),
    ("The bakers moved because the mill had not been mended", "moved"),
    ("The Never Land inn was sold in May", "sold in May"),
    ("The farmers refused to speak for fear of wolves", "for fear of wolves"),
    ("The town had not only a mill but a forge", "a mill"),
)


@pytest.mark.parametrize(("says", "show", "verdict"), CONTRARY)
def test_what_is_shown_must_not_say_the_contrary(says: str, show: str, verdict: str) -> None:
    assert verdict in verdicts(told(f"{says}.", says, says, show=show))


@pytest.mark.parametrize(("says", "show"), STRONGER)
def test_what_is_shown_as_more_than_is_said_is_refused_or_asked_about(says: str, show: str) -> None:
    assert verdicts(told(f"{says}.", says, says, show=show))


@pytest.mark.parametrize(("says", "show"), TRUE)
def test_what_is_shown_may_leave_out_what_is_denied_of_something_else(says: str, show: str) -> None:
    assert not verdicts(told(f"{says}.", says, says, show=show))


# What the post says in other words is denied by what is said all the same: what is shown, and what may be shown.
OTHER_WORDS = (
    (
        "These searches did not result in the discovery of any gold.",
        "did not result in the discovery of any gold",
        "The searches found no gold",
        "found gold",
        "found no gold",
    ),
    (
        "The gate stayed shut all winter.",
        "stayed shut all winter",
        "Nobody opened the gate all winter",
        "opened the gate",
        "nobody opened the gate",
    ),
    (
        "The inn is without any heat in winter.",
        "is without any heat in winter",
        "The inn does not heat its rooms in winter",
        "heat its rooms in winter",
        "does not heat its rooms",
    ),
    (
        "The herders refuse to sell their goats.",
        "refuse to sell their goats",
        "The herders never sell their goats",
        "sell their goats",
        "never sell their goats",
    ),
)


@pytest.mark.parametrize(("post", "exact", "says", "contrary", "true"), OTHER_WORDS)
def test_what_is_said_denies_it_in_other_words_than_the_post(
    post: str, exact: str, says: str, contrary: str, true: str
) -> None:
    assert "E106" in verdicts(told(post, exact, says, show=contrary))
    assert "E106" not in verdicts(told(post, exact, says, show=true))


def test_a_predicate_may_stand_without_its_some() -> None:
    post = "Some have been poorly fed by cooks who use old recipes."
    says = "Some guests were poorly fed by cooks who use old recipes"
    found = told(post, "Some have been poorly fed by cooks", says, show="poorly fed")
    assert not found.faults
    assert REVIEW in verdicts(found)
    assert "E124" in verdicts(told(post, "Some have been poorly fed by cooks", "Guests were poorly fed by cooks"))


INNS = "Inns are open to all guests. Old sailors were allowed to leave the inns freely."
SAILORS = "Old sailors were allowed to leave the inns freely"


@pytest.mark.parametrize(
    ("exact", "says", "show", "is_asked"),
    [
        (SAILORS, SAILORS, "all guests came and went", True),
        (SAILORS, SAILORS, "everybody came and went", True),
        (SAILORS, SAILORS, "came and went", False),
        (SAILORS, SAILORS, "not free at all", False),
        (SAILORS, "Any of the old sailors were allowed to leave the inns freely", "all came and went", False),
        ("Inns are open to all guests", "Inns are open to guests", "open to all", False),
    ],
)
def test_all_is_shown_only_where_it_is_said(exact: str, says: str, show: str, is_asked: bool) -> None:
    assert ("it says" in " ".join(told(INNS, exact, says, show=show).review)) == is_asked
