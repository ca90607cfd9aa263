"""E110 and E121 of what the post calls equal, and a statement calls more, or the same persons; rates and numbers."""

import pytest

from talkbuilder.evidence.likened import equals
from tests.evidence.telling import REVIEW, Bent, is_caught, is_proved, told

SAME_NUMBER = (
    Bent(
        "The court fined six smugglers in 1994, the same number as in 1993.",
        "fined six smugglers in 1994",
        "The court fined six smugglers in 1994, as many as in 1993",
        "The court fined the same six smugglers in 1994 as in 1993",
        "E121",
    ),
    Bent(
        "Nine villages sent a team, the same number as last time.",
        "Nine villages sent a team",
        "Nine villages sent a team, the same number as last time",
        "The same nine villages sent a team as last time",
        "E121",
    ),
    Bent(
        "Nine villages sent a team, the same number as last time.",
        "Nine villages sent a team",
        "Nine villages sent a team, as many as last time",
        "The very same nine villages sent a team as last time",
        "E121",
    ),
    Bent(
        "As many nurses left in 1988 as in 1987, namely four.",
        "As many nurses left in 1988 as in 1987",
        "As many nurses left in 1988 as in 1987",
        "The same nurses left in 1988 as in 1987",
        "E121",
    ),
    Bent(
        "The two farms keep an equal number of goats.",
        "keep an equal number of goats",
        "The two farms keep the same number of goats",
        "The two farms keep the same goats",
        "E121",
    ),
    Bent(
        "The museum bought 5 bells from the abbey, the same amount as the year before.",
        "bought 5 bells from the abbey",
        "The museum bought 5 bells from the abbey, as it did the year before",
        "The museum bought the same 5 bells from the abbey as the year before",
        "E121",
    ),
    Bent(
        "The club let in eight guests, just as many as on Sunday.",
        "let in eight guests",
        "The club let in eight guests, the same number as on Sunday",
        "The club let in the same eight guests as on Sunday",
        "E121",
    ),
)
EQUAL = (
    Bent(
        "The tax on salt is equivalent to that on sugar.",
        "tax on salt is equivalent to that on sugar",
        "The tax on salt is as high as that on sugar",
        "The tax on salt is higher than that on sugar",
        "E110",
    ),
    Bent(
        "Wages at the quarry are comparable with those at the harbor.",
        "Wages at the quarry are comparable with those",
        "Wages at the quarry are no better than those at the harbor",
        "Wages at the quarry are better than those at the harbor",
        "E110",
    ),
    Bent(
        "The new bridge is as long as the old one.",
        "new bridge is as long as the old one",
        "The new bridge is as long as the old one",
        "The new bridge is longer than the old one",
        "E110",
    ),
    Bent(
        "The rules for ferries are on a par with those for trains.",
        "rules for ferries are on a par with those for trains",
        "The rules for ferries are not stricter than those for trains",
        "The rules for ferries are less strict than those for trains",
        "E110",
    ),
    Bent(
        "Fines for poaching are proportionate to those for theft.",
        "Fines for poaching are proportionate to those",
        "Fines for poaching are proportionate to those for theft",
        "Fines for poaching exceed those for theft",
        "E110",
    ),
    Bent(
        "The school has the same budget as the orphanage.",
        "The school has the same budget as the orphanage",
        "The school and the orphanage have the same budget",
        "The school has a bigger budget than the orphanage",
        "E110",
    ),
)
RATES = (
    Bent(
        "The valley has a very high divorce rate (exceeds the coast).",
        "very high divorce rate (exceeds the coast)",
        "The divorce rate of the valley is higher than that of the coast",
        "More couples divorce in the valley than on the coast",
        REVIEW,
    ),
    Bent(
        "Its share of smokers is larger than that of Norway.",
        "share of smokers is larger than that of Norway",
        "Its share of smokers is larger than that of Norway",
        "It has more smokers than Norway",
        REVIEW,
    ),
    Bent(
        "The rate of accidents on the pass is above that of the tunnel.",
        "rate of accidents on the pass is above",
        "The rate of accidents is higher on the pass than in the tunnel",
        "The pass has more accidents than the tunnel",
        REVIEW,
    ),
    Bent(
        "Per head they drink more tea than the English.",
        "they drink more tea than the English",
        "Each of them drinks more tea than the English do",
        "They drink more tea than the English",
        REVIEW,
    ),
    Bent(
        "The proportion of orphans fell below that of the north.",
        "proportion of orphans fell below that of the north",
        "The proportion of orphans is lower than that of the north",
        "It has fewer orphans than the north",
        REVIEW,
    ),
    Bent(
        "The percentage of women in the guild exceeds that of the army.",
        "percentage of women in the guild exceeds",
        "A higher percentage of the guild than of the army are women",
        "The guild has more women than the army",
        REVIEW,
    ),
)
LEFT = (  # (post, exact, says): what is called equal, or is a rate, is something else, or is told with it
    (
        "The same nine villages sent the same number of teams.",
        "The same nine villages sent the same number of teams",
        "The same nine villages sent teams",
    ),
    (
        "Salt is as dear as sugar; the boats of the abbey grew last year.",
        "the boats of the abbey grew last year",
        "The boats of the abbey are larger than they were",
    ),
    (
        "The tax on salt is as high as that on sugar and higher than that on flour.",
        "The tax on salt is as high as that on sugar and higher",
        "The tax on salt is higher than that on flour",
    ),
    (
        "They keep the rate of fires in a book, and there were more fires in May.",
        "keep the rate of fires in a book, and there were more",
        "There were more fires in May",
    ),
    (
        "Its share of smokers is larger than that of Norway.",
        "share of smokers is larger than that of Norway",
        "Its share of smokers is more than that of Norway",
    ),
    (
        "The rate of accidents on the pass is above that of the tunnel.",
        "rate of accidents on the pass is above",
        "Accidents are common on the pass",
    ),
    (
        "Its share of smokers is larger than that of Norway.",
        "share of smokers is larger than that of Norway",
        "For its size it has more smokers than Norway",
    ),
    ("The mill has more cats than the inn.", "more cats than the inn", "The mill has more cats than the inn"),
    (
        "The rate of fires is high; the mill has more cats than the inn.",
        "the mill has more cats than the inn",
        "The mill has more cats than the inn",
    ),
)
TOLD = (*SAME_NUMBER, *EQUAL, *RATES)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_as_equal_as_in_the_post_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_made_more_or_the_very_same_is_refused_or_asked_about(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(("post", "exact", "says"), LEFT, ids=[says for _, _, says in LEFT])
def test_what_is_equal_elsewhere_or_told_as_the_post_does_stands(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not {"E110", "E121"} & {one.code for one in found.faults}
    assert not any("does the post compare numbers?" in one for one in found.review)


@pytest.mark.parametrize(
    "text",
    [
        *("it is commensurate with the crime", "it equals that of the coast", "it equalled hers", "it is identical to"),
        *(
            "it matches hers",
            "it matched hers",
            "as long as the old one",
            "as many goats as we",
            "as long as water runs",
        ),
    ],
)
def test_two_things_are_called_equal(text: str) -> None:
    assert equals(text)


@pytest.mark.parametrize(
    "text",
    [
        *("it is not equal to hers", "it is twice as long as hers", "it is six times as long as hers"),
        *("goats as well as cows", "as soon as it rained", "as long as they sing", "as far as we know"),
        *("as such known as a ferry", "it is a matchbox"),
    ],
)
def test_other_things_are_not(text: str) -> None:
    assert not equals(text)


FINES = "Fines for poaching are proportionate to those for theft."
BRIDGE = "The new bridge is as long as the old one."


def unequal(post: str, says: str) -> list[str]:
    return [one.message for one in told(post, post.rstrip("."), says).faults if one.code == "E110"]


@pytest.mark.parametrize(
    "verb",
    [
        *("exceed", "exceeded", "surpass", "surpassed", "outnumber", "outnumbered", "outstrip", "outstripped"),
        *("outweigh", "outweighed"),
    ],
)
def test_what_goes_beyond_is_not_equal(verb: str) -> None:
    assert unequal(FINES, f"Fines for poaching {verb} those for theft")


@pytest.mark.parametrize(
    "says",
    [
        "The new bridge isn't longer than the old one",
        "The new bridge isn't any longer than the old one",
        "The new bridge is not any longer than the old one",
        "The new bridge is neither longer nor wider than the old one",
        "The new bridge is none other than the old one",
        "Build the new bridge rather than the old one",
        "The new bridge came later than the old one",
        "The longer of the two bridges of the valley is none other than it",
    ],
)
def test_no_more_and_what_only_ends_like_more_is_not_unequal(says: str) -> None:
    assert not unequal(BRIDGE, says)


def test_what_is_more_is_named_and_not_a_word_before_it() -> None:
    (one,) = unequal(BRIDGE, "Over the river it is longer than the old one")
    assert one.endswith("not 'longer'")
