"""What is told more widely than its passage: without its terms, of another place, of a part, as made by others."""

from typing import NamedTuple

import pytest

from talkbuilder.evidence.judge import Verdict
from tests.evidence.telling import told


class Widened(NamedTuple):
    post: str
    exact: str
    true: tuple[str, ...]
    bent: str


UNREPORTED = (
    Widened(
        "There were no reports of smugglers using the ferry.",
        "no reports of smugglers using the ferry",
        ("There were no reports of smugglers using the ferry", "No smugglers using the ferry were reported"),
        "No smugglers used the ferry",
    ),
    Widened(
        "The office received no complaints about dirty rooms in 2010.",
        "received no complaints about dirty rooms",
        ("The office received no complaints about dirty rooms", "Nobody complained about dirty rooms"),
        "No rooms were dirty in 2010",
    ),
    Widened(
        "There are no known cases of guests robbed at the inn.",
        "no known cases of guests robbed at the inn",
        ("There are no known cases of guests robbed at the inn",),
        "No guests were robbed at the inn",
    ),
    Widened(
        "No mention was made of boys working in the mill.",
        "No mention was made of boys working in the mill",
        ("No mention was made of boys working in the mill",),
        "No boys worked in the mill",
    ),
    Widened(
        "The court heard of no bribes paid to the wardens.",
        "heard of no bribes paid to the wardens",
        ("The court heard of no bribes paid to the wardens",),
        "The wardens took no bribes",
    ),
    Widened(
        "So far nobody has reported wolves near the farm.",
        "nobody has reported wolves near the farm",
        ("Nobody has reported wolves near the farm",),
        "There are no wolves near the farm",
    ),
)
CONDITIONED = (
    Widened(
        "Guests who had paid the toll were allowed to fish in the lake.",
        "were allowed to fish in the lake",
        (
            "Guests who had paid the toll were allowed to fish in the lake",
            "Once they had paid the toll, guests were allowed to fish in the lake",
        ),
        "Guests were allowed to fish in the lake",
    ),
    Widened(
        "Sailors willing to work at night could stay in the inn.",
        "could stay in the inn",
        ("Sailors willing to work at night could stay in the inn",),
        "Sailors could stay in the inn",
    ),
    Widened(
        "Provided that they kept quiet, the boys could swim in the lake.",
        "the boys could swim in the lake",
        ("Provided that they kept quiet, the boys could swim in the lake", "The boys could swim if they kept quiet"),
        "The boys could swim in the lake",
    ),
    Widened(
        "In exchange for a letter, farmers were given seed in spring.",
        "farmers were given seed in spring",
        ("In exchange for a letter, farmers were given seed in spring",),
        "Farmers were given seed in spring",
    ),
    Widened(
        "Herders may use the meadow as long as they mend the fence.",
        "may use the meadow",
        ("Herders may use the meadow as long as they mend the fence", "Herders who mend the fence may use the meadow"),
        "Herders may use the meadow",
    ),
    Widened(
        "Only after signing a form were sailors let in.",
        "were sailors let in",
        ("Sailors were let in only after signing a form",),
        "Sailors were let in",
    ),
)
ELSEWHERE = (
    Widened(
        "Guests may freely enter and leave the inn.",
        "may freely enter and leave the inn",
        ("Guests may freely enter and leave the inn", "Guests in Norway may freely enter and leave the inn"),
        "Guests may freely enter and leave Norway",
    ),
    Widened(
        "Boys were barred from the library in winter.",
        "Boys were barred from the library in winter",
        ("Boys were barred from the library in winter", "In Norway, boys were barred from the library in winter"),
        "Boys were barred from Norway in winter",
    ),
    Widened(
        "Nobody lights the streets of the village at night.",
        "Nobody lights the streets of the village",
        ("Nobody lights the streets of the village",),
        "Nobody lights the streets of Norway",
    ),
)
PARTS = (
    Widened(
        "The mill got $40 from the town and $9 from the county. This is an overall increase from $30 in 2009.",
        "an overall increase from $30 in 2009",
        (
            "The mill got $30 overall in 2009",
            "The town and the county gave the mill $30 overall in 2009",
            "The mill got $30 in 2009",
        ),
        "The mill got $30 from the town in 2009",
    ),
    Widened(
        "Bakers sent 40 letters and smiths sent 12. In all, that was less than the 60 letters sent in 2009.",
        "less than the 60 letters sent in 2009",
        ("In all, 60 letters were sent in 2009", "60 letters were sent in 2009"),
        "Bakers sent 60 letters in 2009",
    ),
    Widened(
        "The north coast lost 14 boats and the south coast 5 boats. The total of the year before was 9 boats.",
        "The total of the year before was 9 boats",
        ("In the year before the total was 9 boats",),
        "In the year before the north coast lost 9 boats",
    ),
)
KNOWN_BY = (
    Widened(
        "A guest recognized one waiter from a picture.",
        "A guest recognized one waiter from a picture",
        ("A guest recognized one waiter from a picture", "A guest recognized a waiter who was in a picture"),
        "A guest recognized the waiter who had let her in",
    ),
    Widened(
        "Later the sailors met the captain at the inn.",
        "the sailors met the captain at the inn",
        ("The sailors met the captain at the inn", "It was the captain whom the sailors met"),
        "The sailors met the captain that had done it",
    ),
    Widened(
        "The boy drew a picture of the ferry.",
        "The boy drew a picture of the ferry",
        ("The boy drew a picture of the ferry", "The boy who drew a picture drew the ferry"),
        "The boy drew a picture of the ferry that got them away",
    ),
)
MADE = (
    Widened(
        "The smiths announced their decision to close the forge.",
        "their decision to close the forge",
        (
            "The smiths announced their decision to close the forge",
            "The smiths’ decision to close the forge was announced",
        ),
        "The forge made the smiths close",
    ),
    Widened(
        "The boys left the choir of the abbey in May.",
        "The boys left the choir of the abbey",
        ("The boys left the choir of the abbey",),
        "The abbey had the boys leave the choir",
    ),
    Widened(
        "The town saw that the bakers chose to move in spring.",
        "the bakers chose to move in spring",
        ("The bakers chose to move in spring",),
        "The town got the bakers to move in spring",
    ),
    Widened(
        "The flood forced the bakers to move in spring.",
        "The flood forced the bakers to move",
        ("The flood made the bakers move", "The flood forced the bakers to move"),
        "The bakers made the flood move",
    ),
)
# By what is asked of them; other rules may ask more.
ALL = {
    "is it certain that there was none": UNREPORTED,
    "is it true of all of them": CONDITIONED[:2],
    "is it so without": CONDITIONED[2:],
    ", and not '": ELSEWHERE,
    "of a part, in a sentence before": PARTS,
    "the passage does not say": KNOWN_BY,
    "does the post say who made them": MADE,
}
EVERY = [(why, one) for why, all_ in ALL.items() for one in all_]


def asked(one: Widened, says: str) -> Verdict:
    post = f"I travelled through Norway.\n\n{one.post}" if one in ELSEWHERE else one.post
    return told(post, one.exact, says)


@pytest.mark.parametrize(("why", "one"), EVERY, ids=str)
def test_what_is_told_more_widely_is_asked_about_or_refused(why: str, one: Widened) -> None:
    found = asked(one, one.bent)
    assert any(why in reason for reason in found.review) or any(fault.is_error for fault in found.faults)


@pytest.mark.parametrize(("why", "one", "says"), [(why, one, says) for why, one in EVERY for says in one.true], ids=str)
def test_what_keeps_it_is_not(why: str, one: Widened, says: str) -> None:
    found = asked(one, says)
    assert not found.faults
    assert not [reason for reason in found.review if why in reason and "'norway'" not in reason]


def test_what_was_not_reported_says_nothing_of_what_is_told_behind_a_however() -> None:
    post = "There were no reports of theft; however, the office did not punish any guards."
    found = told(post, "the office did not punish any guards", "The office did not punish any guards")
    assert not found.faults
    assert not found.review


HONEST = (
    ("The river is too cold to swim in.", "too cold to swim in", "The river is so cold that it is no good to swim in"),
    (
        "The code prescribes penalties of up to 15 years.",
        "penalties of up to 15 years",
        "Thieves can get 15 years at most",
    ),
    ("The hall holds up to 40 guests.", "holds up to 40 guests", "The hall can hold 40 guests at most"),
    ("The fine is a maximum of 9 coins.", "a maximum of 9 coins", "The fine can be 9 coins at most"),
    (
        "The calves grow so fast that they are not able to use the stable.",
        "that they are not able to use the stable",
        "The calves grow too fast to use the stable",
    ),
    (
        "The river is so cold that nobody can swim in it.",
        "so cold that nobody can swim",
        "The river is too cold to swim in",
    ),
    (
        "The boys were so tired that they could not sing.",
        "so tired that they could not sing",
        "The boys were too tired to sing",
    ),
    ("When I was 27 years old, I left the farm.", "When I was 27 years old, I left", "At 27 the walker left the farm"),
    ("At 30 I sold my first boat.", "At 30 I sold my first boat", "At 30 the elected captain sold a first boat"),
    ("In 2010 I had 12 goats, and 3 died.", "I had 12 goats, and 3 died", "The retired walker had 12 goats"),
)


@pytest.mark.parametrize(("post", "exact", "says"), HONEST)
def test_what_says_the_same_in_other_words_is_not_refused(post: str, exact: str, says: str) -> None:
    assert not told(post, exact, says).faults
