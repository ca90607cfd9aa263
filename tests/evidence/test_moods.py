"""E106 and E122: what the post denies, in whatever words, is denied."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The search did not result in the discovery of any boat.",
        "did not result in the discovery of any boat",
        "The search found no boat",
        "The search found a boat",
        "E106",
    ),
    Bent(
        "Their talks did not lead to the repatriation of the sailors.",
        "did not lead to the repatriation of the sailors",
        "The sailors were not returned after the talks",
        "The sailors were returned after the talks",
        "E106",
    ),
    Bent(
        "If only the town had repaired the dam!",
        "If only the town had repaired the dam",
        "The town had not repaired the dam",
        "The town had repaired the dam",
        "E106",
    ),
    Bent(
        "If only she could see the harbour again.",
        "If only she could see the harbour again",
        "She could not see the harbour",
        "She could see the harbour again",
        "E106",
    ),
    Bent(
        "If only the guards were awake at night.",
        "If only the guards were awake at night",
        "The guards were not awake at night",
        "The guards were awake at night",
        "E106",
    ),
    Bent(
        "The hall is barred from being used unless the mayor agrees.",
        "barred from being used unless the mayor agrees",
        "Nobody can use the hall unless the mayor agrees",
        "Everybody can use the hall",
        "E124",
    ),
    Bent(
        "Foreigners are banned from fishing there.",
        "Foreigners are banned from fishing there",
        "No foreigner can fish there",
        "Foreigners are fishing there",
        "E106",
    ),
    Bent(  # what stands in a list under a heading, or far behind the word of advice
        "Recommendations for the harbor: widen the lock; train pilots, including by paying masters who teach and test "
        "those who apply; dredge the canal.",
        "and test those who apply",
        "It was recommended to test those who apply",
        "Masters test those who apply",
        "E123",
    ),
    Bent(
        "They will take this order: the fire is lit, and the smith locks the hall.",
        "and the smith locks the hall",
        "The smith will lock the hall",
        "The smith locks the hall in order to rest",
        "E123",
    ),
    Bent(  # what is done in order to do something else is planned, too
        "They wanted to save coal, and locked the hall.",
        "They wanted to save coal, and locked the hall",
        "They locked the hall so as to save coal",
        "They saved coal in order to lock the hall",
        "E123",
    ),
    Bent(
        "The pupils tried to save coal, and locked the hall.",
        "The pupils tried to save coal, and locked the hall",
        "The pupils tried to save coal and locked the hall",
        "The pupils locked the hall in order to save coal",
        "E123",
    ),
    Bent(
        "The general planned to shut the gate.",
        "The general planned to shut the gate",
        "The general planned to shut the gate",
        "The general had to shut the gate",
        "E123",
    ),
    Bent(
        "Advice to guests: lock the gate; feed the dogs at night.",
        "feed the dogs at night",
        "Guests are advised to feed the dogs at night",
        "Guests feed the dogs at night",
        "E123",
    ),
    Bent(
        "Plans of the guild: hire a lawyer; sell the old barn to the town.",
        "sell the old barn to the town",
        "The guild plans to sell the old barn to the town",
        "The guild sold the old barn to the town",
        "E123",
    ),
    Bent(
        "The report urges the abbey to mend the roof, plant trees along the wall and open the cellar to pilgrims.",
        "open the cellar to pilgrims",
        "The report urges the abbey to open the cellar to pilgrims",
        "The abbey opens the cellar to pilgrims",
        "E123",
    ),
    Bent(
        "Advice to guests: lock doors, gates etc. and feed the dogs at night.",
        "feed the dogs at night",
        "Guests are advised to feed the dogs at night",
        "Guests feed the dogs at night",
        "E123",
    ),
    Bent(
        "The report urges the abbey to mend the roof, paint the doors, plant trees along the wall and open the cellar.",
        "plant trees along the wall",
        "The report urges the abbey to plant trees along the wall",
        "The abbey plants trees along the wall",
        "E123",
    ),
    Bent(
        "The report urges the old abbey on the hill by the lake to mend the roof and plant trees along the wall.",
        "plant trees along the wall",
        "The report urges the abbey to plant trees along the wall",
        "The abbey plants trees along the wall",
        "E123",
    ),
    Bent(
        "Herders sing and are able to dance.",
        "Herders sing and are able to dance",
        "Herders sing and can dance",
        "Herders should sing",
        "E123",
    ),
    Bent(
        "Herders are not able to sing.",
        "Herders are not able to sing",
        "Herders cannot sing",
        "Herders can sing",
        "E123",
    ),
    Bent(
        "I want to thank the cooks.",
        "I want to thank the cooks",
        "The walker wants to thank the cooks",
        "The walker thanked the cooks",
        "E123",
    ),
    Bent(
        "I would like to sell the mill.",
        "I would like to sell the mill",
        "The walker would like to sell the mill",
        "The walker sold the mill",
        "E123",
    ),
    Bent(
        "Proposals: pay nurses by the hour; close the ward in August.",
        "close the ward in August",
        "It is proposed to close the ward in August",
        "Nurses close the ward in August",
        "E123",
    ),
    Bent(
        "Recommendations: the council should count the wells, clean them each spring and report what it finds.",
        "clean them each spring",
        "The council should clean the wells each spring",
        "The council cleans the wells each spring",
        "E123",
    ),
)

# Words of mood that are none there: 'that' begins something else behind them.
NO_MOODS = (
    Bent(
        "Clearly she needed shoes and that sight still hurts me.",
        "she needed shoes and that sight still hurts me",
        "The walker is still hurt by a girl who needed shoes",
        "The walker no longer hurts for a girl who needed shoes",
        "E122",
    ),
    Bent(
        "The bishop asked for wine and that cup was poisoned.",
        "The bishop asked for wine and that cup was poisoned",
        "The bishop was poisoned by a cup after he asked for wine",
        "The bishop never asked for wine",
        "E122",
    ),
    Bent(
        "We ordered soup and that smell filled the hall.",
        "We ordered soup and that smell filled the hall",
        "The soup that we ordered filled the hall with its smell",
        "Nobody ordered soup",
        "E122",
    ),
    Bent(
        "They invited a fiddler, and that evening everybody danced.",
        "They invited a fiddler, and that evening everybody danced",
        "Everybody danced on the evening when a fiddler was invited",
        "A fiddler was invited, and nobody danced",
        "E122",
    ),
    Bent(
        "The mare needs hay and that barn has none.",
        "The mare needs hay and that barn has none",
        "There is no hay in the barn for the mare, which needs it",
        "The mare needs no hay",
        "review",
    ),
    Bent(
        "The abbot asked that the bell be rung.",
        "The abbot asked that the bell be rung",
        "The abbot asked for the bell to be rung",
        "The bell was rung",
        "E123",
    ),
    Bent(
        "The council demanded that the kiln be moved.",
        "demanded that the kiln be moved",
        "The council demanded that the kiln be moved",
        "The kiln was moved",
        "E123",
    ),
    Bent(
        "The nurses need him to sign the form.",
        "need him to sign the form",
        "The nurses need him to sign the form",
        "He signed the form",
        "E123",
    ),
    Bent(
        "The general ordered that the gate be shut.",
        "ordered that the gate be shut",
        "The general ordered that the gate be shut",
        "The gate was shut",
        "E123",
    ),
    Bent(
        "She was invited to sing at the fair.",
        "invited to sing at the fair",
        "She was invited to sing at the fair",
        "She sang at the fair",
        "E123",
    ),
)
GUESTS = "Advice to guests: lock the gate; feed the dogs at night."
NO_LISTS = (  # (post, exact, says): the word of mood does not reach as far, or is told in another way
    (
        "Guests should read the list: but the cooks feed the dogs at night.",
        "cooks feed the dogs at night",
        "The cooks feed the dogs at night",
    ),
    (
        "Guests should read the signs to the gate, the inn and the mill, because cooks feed the dogs at night.",
        "cooks feed the dogs at night",
        "The cooks feed the dogs at night",
    ),
    (
        "Guests should keep a list: rules... The cooks feed the dogs at night.",
        "The cooks feed the dogs at night",
        "The cooks feed the dogs at night",
    ),
    (
        "Guests should be calm when the cooks in white coats of the inn feed the dogs at night.",
        "feed the dogs at night",
        "The cooks feed the dogs at night",
    ),
    (
        "What guests can do: sit by the fire; feed the dogs at night.",
        "feed the dogs at night",
        "Guests feed the dogs at night",
    ),
    ("The mayor tried to sing; the cooks feed the dogs.", "the cooks feed the dogs", "The cooks feed the dogs"),
    (
        "They feed the dogs at night, and should sing to cats, goats and cows.",
        "They feed the dogs at night",
        "They feed the dogs at night",
    ),
    (GUESTS, "feed the dogs at night", "Guests may feed the dogs at night"),
    (
        "The general ordered the guards to shut the gate.",
        "ordered the guards to shut the gate",
        "The guards had to shut the gate",
    ),
    (
        "The general ordered the guards to shut the gate.",
        "ordered the guards to shut the gate",
        "The general told the guards to shut the gate",
    ),
    ("Herders are able to sing.", "Herders are able to sing", "Herders can sing"),
    ("The fund is designed to save coal.", "The fund is designed to save coal", "The fund is to save coal"),
    (
        "They sang in order to rest, as they had planned.",
        "They sang in order to rest, as they had planned",
        "They sang in order to rest",
    ),
    ("The crew would like to thank the pilot.", "would like to thank the pilot", "The crew thanked the pilot"),
    ("The crew would like to add that it rained.", "would like to add that it rained", "The crew added that it rained"),
)
EVERY = (*TOLD, *NO_MOODS)


def test_what_somebody_would_like_to_do_is_done_only_where_saying_it_does_it() -> None:
    assert not told("The crew would like to pay the pilot.", "like to pay the pilot", "The crew paid the pilot").proved


@pytest.mark.parametrize("one", EVERY, ids=[one.true for one in EVERY])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", EVERY, ids=[one.bent for one in EVERY])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(("post", "exact", "says"), NO_LISTS)
def test_a_mood_of_something_else_and_one_in_other_words_are_no_fault(post: str, exact: str, says: str) -> None:
    assert told(post, exact, says).proved


def test_what_is_shown_of_a_list_needs_no_word_of_its_heading() -> None:
    shown = "Guests feed the dogs"
    assert told(GUESTS, "feed the dogs at night", "Guests are advised to feed the dogs", show=shown).proved
