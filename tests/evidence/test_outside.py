"""What stands beside in the sentence, and is missed: 'potential', 'e.g.', 'would have', an 'only' of something else."""

import pytest

from tests.evidence.asking import asked
from tests.evidence.telling import REVIEW, Bent, is_caught, is_proved, told, verdicts

PLUMS = "The guard saved a miller from possible ruin through the quick help of a smith."
THIEVES = "The alleged thieves of the bell were seen near the mill."
GUESTS = "An inn for those who come from other valleys (e.g. Uri) opened in May."
TOOLS = "The smith makes tools such as Bernese axes for the farmers."
SOLD = "If we had a buyer, I would have sold the mill."
LEFT = "With more rain the farmers could have saved the barley."
PAID = "Members and early guests (before May) will only pay $9."
WOOL = "This is the valley where the majority of wool is spun."
RAFTS = "The planned bridge over the sound is a gift of the town, and the ferry runs daily."


@pytest.mark.parametrize(
    ("post", "exact", "forged", "true"),
    [
        (PLUMS, "the quick help of a smith", "The help of a smith saved a miller from ruin", "from possible ruin"),
        (THIEVES, "were seen near the mill", "The thieves were seen near the mill", "The alleged thieves were seen"),
        (GUESTS, "those who come from other valleys", "The inn opened for those from Uri", "from valleys such as Uri"),
        (TOOLS, "makes tools such as", "The smith makes Bernese axes", "The smith makes tools like Bernese axes"),
        (
            SOLD,
            "I would have sold the mill",
            "The walker sold the mill",
            "He would have sold the mill if he had a buyer",
        ),
        (LEFT, "could have saved the barley", "Farmers saved the barley", "Farmers could have saved the barley"),
        (PAID, "will only pay $9", "Only members were to pay $9", "Members were to pay only $9"),
        (
            WOOL,
            "the majority of wool is spun",
            "Wool is spun on the majority of the land",
            "The majority of wool is spun",
        ),
        (RAFTS, "bridge over the sound is a gift", "The bridge is a gift of the town", "The planned bridge is a gift"),
    ],
)
def test_what_is_missed_is_told(post: str, exact: str, forged: str, true: str) -> None:
    assert verdicts(told(post, exact, forged)) & {REVIEW, "E107", "E123"}
    faults = told(post, exact, true).faults
    assert not [one for one in faults if one.code != "E120"]


def test_what_somebody_would_have_done_was_not_done() -> None:
    found = told("He would have sold the mill to the baker.", "would have sold the mill", "He sold the mill")
    (fault,) = found.faults
    assert (fault.code, fault.message) == ("E123", "'says': it has lost the 'would have' of the post")
    assert fault.hint == "say that it was not done"


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (
            "A possible buyer came, and the mill was sold in May.",
            "the mill was sold in May",
            "The mill was sold in May",
        ),
        ("The smith, so they say, sings. He made 12 axes.", "made 12 axes", "The smith made 12 axes"),
        ("Guests from Uri came (e.g. a baker).", "Guests from Uri came", "Guests came from Uri"),
        ("I would see the mill each day.", "I would see the mill", "The walker saw the mill each day"),
        ("Only 12 guests paid.", "Only 12 guests paid", "Only 12 guests paid"),
    ],
)
def test_what_belongs_to_something_else_is_not_missed(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert found.proved, found.faults
    assert not [one for one in found.review if "without" in one or "example" in one or "certain" in one]


@pytest.mark.parametrize(
    ("post", "exact", "says", "asked"),
    [
        (
            PLUMS,
            "the quick help of a smith",
            "The help of a smith saved a miller from ruin",
            "the post says 'possible' of 'ruin': is it true without?",
        ),
        (
            TOOLS,
            "makes tools such as",
            "The smith makes Bernese axes",
            "the post names 'Bernese' as an example: is it told so?",
        ),
        (
            GUESTS,
            "those who come from other valleys",
            "The inn opened for those from Uri",
            "the post names 'Uri' as an example: is it told so?",
        ),
        (
            "The priest, who probably slept, missed the fire.",
            "slept, missed the fire",
            "The priest missed the fire",
            "the sentence says 'probably': is it certain what is told of it?",
        ),
    ],
)
def test_a_reviewer_is_asked_of_the_word_that_is_missed(post: str, exact: str, says: str, asked: str) -> None:
    assert asked in told(post, exact, says).review


UNREPORTED = (
    Bent(
        "The office did not report any arrests of smugglers.",
        "did not report any arrests of smugglers",
        "The office reported no arrests of smugglers",
        "The office made no arrests of smugglers",
        REVIEW,
    ),
    Bent(
        "No deaths were reported from the island that winter.",
        "No deaths were reported from the island",
        "No deaths were reported from the island",
        "There were no deaths on the island",
        REVIEW,
    ),
    Bent(
        "The guild keeps no records of injured masons.",
        "keeps no records of injured masons",
        "The guild has no records of injured masons",
        "The guild has no injured masons",
        REVIEW,
    ),
    Bent(
        "The county published no figures on evictions in 1990.",
        "published no figures on evictions in 1990",
        "The county published no figures on evictions in 1990",
        "There were no evictions in the county in 1990",
        REVIEW,
    ),
    Bent(
        "The mill did not disclose any payments to the mayor.",
        "did not disclose any payments to the mayor",
        "The mill disclosed no payments to the mayor",
        "The mill made no payments to the mayor",
        REVIEW,
    ),
    Bent(
        "There are no known cases of plague in the port.",
        "no known cases of plague in the port",
        "No cases of plague are known in the port",
        "There are no cases of plague in the port",
        REVIEW,
    ),
)


@pytest.mark.parametrize("one", UNREPORTED, ids=[one.true for one in UNREPORTED])
def test_what_nobody_reported_is_told_so(one: Bent) -> None:
    assert is_proved(one)
    assert not any("nobody told" in reason for reason in told(one.post, one.exact, one.true).review)


@pytest.mark.parametrize("one", UNREPORTED, ids=[one.bent for one in UNREPORTED])
def test_what_nobody_reported_may_have_been_all_the_same(one: Bent) -> None:
    assert is_caught(one)


FIRES = "The office reported no fires in May"
NOT_ASKED = (  # (post, exact, says): nothing is denied, or something else is
    (f"{FIRES}, and sold coal.", "no fires in May, and sold coal", "The office sold coal"),
    (
        f"{FIRES}; the mill by the lake was not closed.",
        "the mill by the lake was not closed",
        "The mill was not closed",
    ),
    ("The mill was not closed.", "The mill was not closed", "The mill was not closed"),
)


@pytest.mark.parametrize(("post", "exact", "says"), NOT_ASKED)
def test_only_what_is_denied_there_is_asked_about_as_unreported(post: str, exact: str, says: str) -> None:
    assert not any("has nobody told?" in one for one in told(post, exact, says).review)


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("The office reported no fires in May", "reported no"),
        ("The office did not report any fires in May", "did not report"),
        ("The office did not even report fires in May", "did not even report"),
        ("The office never provided figures of fires in May", "never provided figures"),
        ("The office has no new figures of fires in May", "has no new figures"),
        ("The office had no known fires in May", "had no known fires"),
        ("No fires in the valley were provided data on in May", "no fires in the valley were provided data"),
    ],
)
def test_what_nobody_reported_is_asked_about_where_it_is_told_as_not_so(post: str, words: str) -> None:
    found = told(f"{post}.", post, "There were no fires in May")
    assert f"the post says '{words}': was it not so, or has nobody told?" in found.review


def test_a_rumour_that_the_sentence_sets_aside_is_of_nothing_else() -> None:
    text = "Despite rumours of thieves among the guards, the town punished no guards."
    told = {"says": "The town punished no guards", "exact": "the town punished no guards"}
    assert "is it certain" not in asked(text, **told)
    assert "is it certain" in asked("Rumours of thieves grew, the town punished no guards.", **told)
