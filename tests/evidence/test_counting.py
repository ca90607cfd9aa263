"""E121 another-thing-counted: a figure keeps what and who stand with it in the post."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "They met twice: nine times with Oslo and four times with Bergen.",
        "nine times with Oslo and four times with Bergen",
        "They met nine times with Oslo",
        "They met nine times with Bergen",
        "E121",
    ),
    Bent(
        "The abbey sold 30 sheep to Riga and 12 to Tartu.",
        "sold 30 sheep to Riga and 12 to Tartu",
        "The abbey sold 30 sheep to Riga",
        "The abbey sold 30 sheep to Tartu",
        "E121",
    ),
    Bent(
        "The port saw 60 ships from Spain and 15 from Malta.",
        "saw 60 ships from Spain and 15 from Malta",
        "The port saw 15 ships from Malta",
        "The port saw 60 ships from Malta",
        "E121",
    ),
    Bent(
        "The judge heard 18 thieves. Six thieves got a pardon.",
        "Six thieves got a pardon",
        "Of the thieves, six got a pardon",
        "Of the thieves, six got a medal",
        "review",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize("whole", ["Of the ten sailors questioned in May,", "Of those ten sailors,"])
def test_a_part_that_is_told_behind_its_whole_counts_what_the_whole_counts(whole: str) -> None:
    post = "Ten sailors were questioned in May. Three rowdy sailors received medals."
    exact = ["Ten sailors were questioned in May", "Three rowdy sailors received medals"]
    assert told(post, exact, f"{whole} three received medals").faults == ()


@pytest.mark.parametrize(("counted", "ours"), [("guests", "women"), ("patients", "villagers")])
def test_people_of_whom_neither_name_excludes_the_other_may_be_the_same(counted: str, ours: str) -> None:
    found = told(f"The inn fed 12 {counted} in May.", f"fed 12 {counted} in May", f"The inn fed 12 {ours} in May")
    assert found.proved, found.faults
    assert f"the post counts '{counted}', and not '{ours}': are they the same?" in found.review


MONEY = (
    Bent(
        "The abbey paid $ 4,000 for the organ.",
        "paid $ 4,000 for the organ",
        "The abbey paid four thousand dollars for the organ",
        "The abbey paid four thousand euros for the organ",
        "E121",
    ),
    Bent(
        "A night at the inn is $15, and supper is $4.",
        "A night at the inn is $15",
        "A night at the inn costs fifteen dollars",
        "A night at the inn costs fifteen suppers",
        "E121",
    ),
    Bent(
        "The fund gave $ 60,000 for the care of dogs.",
        "gave $ 60,000 for the care of dogs",
        "For the care of dogs the fund gave sixty thousand dollars",
        "The fund gave sixty thousand dogs for the care of people",
        "E121",
    ),
    Bent(
        "They raised $800 at the fair for eight widows.",
        "raised $800 at the fair",
        "They raised eight hundred dollars at the fair",
        "They raised eight dollars at the fair",
        "E121",
    ),
    Bent(
        "The boat cost 30 pounds and the oars $7.",
        "cost 30 pounds and the oars $7",
        "The oars cost seven dollars",
        "The boat cost thirty dollars",
        "E121",
    ),
    Bent(
        "He lost 50 cents on each of the 12 sacks.",
        "lost 50 cents on each of the 12 sacks",
        "He lost fifty cents on each sack",
        "He lost fifty dollars on each sack",
        "E121",
    ),
)


@pytest.mark.parametrize("one", MONEY, ids=[one.true for one in MONEY])
def test_money_may_be_spelled_out(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", MONEY, ids=[one.bent for one in MONEY])
def test_other_money_and_what_is_no_money_is_refused(one: Bent) -> None:
    assert is_caught(one)


MONEY_OF = (  # (post, says): sums of money told without their sign
    ("Altogether they raised $800 at the fair.", "They raised 800 altogether at the fair"),
    ("They sold tickets for $800 at the fair.", "They sold 800 tickets at the fair"),
    ("They sold $800 old tents at the fair.", "They sold 800 tents at the fair"),
    ("They raised $800.", "They raised 800"),
)


@pytest.mark.parametrize(("post", "says"), MONEY_OF)
def test_a_sum_of_money_may_stand_without_its_sign(post: str, says: str) -> None:
    assert told(post, post.rstrip("."), says).proved


def test_what_is_sold_for_a_sum_is_not_as_many() -> None:
    (fault,) = told("They sold tents for $800.", "sold tents for $800", "They sold 800 tents").faults
    assert (fault.code, fault.message) == ("E121", "'says': the post counts dollars")


DISHES, TWO = "Guests will be able to choose two of the four dishes.", "able to choose two of the four dishes"
BOATS, FIVE = "Five of the 40 boats sank in the storm.", "Five of the 40 boats"
OUT_OF = "Five out of the 40 boats sank in the storm."
GUILD = "Of the 32 bakers, 27 joined the guild."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (DISHES, TWO, "Two out of the four dishes could be chosen"),
        (DISHES, TWO, "Guests could choose two out of the four dishes"),
        (BOATS, FIVE, "In the storm five out of the 40 boats sank"),
        (BOATS, FIVE, "Five out of these 40 boats sank in the storm"),
        (BOATS, FIVE, "Five from among the 40 boats sank in the storm"),
        (BOATS, FIVE, "Five among the 40 boats sank in the storm"),
        (BOATS, FIVE, "Five boats out of the 40 sank in the storm"),
        (BOATS, FIVE, "In the storm five boats of the 40 sank"),
        (BOATS, FIVE, "Out of the 40 boats, five sank in the storm"),
        (BOATS, FIVE, "In the storm, out of the 40 boats, five sank"),
        (OUT_OF, "Five out of the 40 boats", "Five of the 40 boats sank in the storm"),
        (GUILD, "Of the 32 bakers, 27 joined", "27 out of the 32 bakers joined the guild"),
        (GUILD, "Of the 32 bakers, 27 joined", "Out of the 32 bakers, 27 joined the guild"),
    ],
)
def test_some_out_of_the_whole_are_some_of_it(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not [one for one in found.review if "some of these" in one]


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (DISHES, TWO, "The four dishes could be chosen"),
        (DISHES, TWO, "Out of the four dishes could be chosen"),
        (BOATS, FIVE, "The 40 boats sank in the storm"),
        (BOATS, FIVE, "Five came out of the 40 boats that sank in the storm"),
        (BOATS, FIVE, "Five fell out of the 40 boats that sank in the storm"),
        (BOATS, FIVE, "Five in the storm led sailors out of the 40 boats that sank"),
        (BOATS, FIVE, "The storm took out of the 40 boats that sank five"),
        (BOATS, FIVE, "Five were out of the 40 boats that sank in the storm"),
        (BOATS, FIVE, "Five storms sank the 40 boats"),
        (BOATS, FIVE, "Five men out of the 40 boats sank in the storm"),
        (BOATS, FIVE, "Five men waited out of the 40 boats that sank in the storm"),
        (BOATS, FIVE, "Out of the 40 boats came a cry, and they sank in the storm"),
        (BOATS, FIVE, "In the storm out of the 40 boats five guns were lost, and they sank"),
        (BOATS, FIVE, "Among the 40 boats that sank in the storm was a ferry"),
        (OUT_OF, "Five out of the 40 boats", "The 40 boats sank in the storm"),
        (GUILD, "Of the 32 bakers, 27 joined", "The 32 bakers joined the guild"),
    ],
)
def test_the_whole_is_not_told_for_some_out_of_it(post: str, exact: str, says: str) -> None:
    assert "E121" in {one.code for one in told(post, exact, says).faults}
