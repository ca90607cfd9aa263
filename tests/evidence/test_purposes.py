"""E123 plan-as-deed: what something is for is told as that, and not as what it did."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The council paid for a plan to drain the marsh.",
        "a plan to drain the marsh",
        "The council paid for a plan to drain the marsh",
        "A plan drained the marsh",
        "E123",
    ),
    Bent(
        "A fund intended to feed the orphans was opened.",
        "A fund intended to feed the orphans",
        "A fund was meant to feed the orphans",
        "A fund fed the orphans",
        "E123",
    ),
    Bent(
        "The law was meant to protect tenants.",
        "meant to protect tenants",
        "The law was to protect tenants",
        "The law protected tenants",
        "E123",
    ),
    Bent(
        "They held a campaign aimed at reducing noise.",
        "a campaign aimed at reducing noise",
        "They held a campaign for reducing noise",
        "A campaign reduced noise",
        "E123",
    ),
    Bent(
        "He wrote letters in order to save the chapel.",
        "in order to save the chapel",
        "He wrote letters to save the chapel",
        "His letters saved the chapel",
        "E123",
    ),
    Bent(
        "Police launched an effort to find the boats.",
        "an effort to find the boats",
        "Police launched an effort to find the boats",
        "Police found the boats",
        "E123",
    ),
    Bent(
        "The league offers courses so as to teach girls chess.",
        "so as to teach girls chess",
        "The league offers courses for teaching girls chess",
        "The league taught girls chess",
        "E123",
    ),
    Bent(
        "The project to restore the organ began in May, and the organ was restored in June.",
        "The project to restore the organ",
        "The organ was restored",
        "The organ was sold",
        "review",
    ),
)

WISHES = (
    Bent(
        "I would love to quit the choir, but the nuns need me.",
        "I would love to quit the choir",
        "The walker would love to quit the choir",
        "The walker quit the choir",
        "E123",
    ),
    Bent(  # what keeps another deed a wish stands further off
        "She was forced to sing; I would love to quit the choir.",
        "She was forced to sing; I would love to quit the choir",
        "She was forced to sing, and the walker would love to quit the choir",
        "She was forced to sing and she quit the choir",
        "E123",
    ),
    Bent(
        "The smith was thinking of selling his forge.",
        "thinking of selling his forge",
        "The smith thought of selling his forge",
        "The smith sold his forge",
        "E123",
    ),
    Bent(
        "I was tempted to open the letter.",
        "tempted to open the letter",
        "The walker was tempted to open the letter",
        "The walker opened the letter",
        "E123",
    ),
    Bent(
        "She would rather leave the convent than sing.",
        "would rather leave the convent",
        "She would rather leave the convent than sing",
        "She left the convent",
        "E123",
    ),
    Bent(
        "My aunt would like to teach the sailors French.",
        "would like to teach the sailors French",
        "The aunt of the walker would like to teach the sailors French",
        "The aunt taught the sailors French",
        "E123",
    ),
    Bent(
        "As much as I would prefer to stop writing letters to the mayor, I go on.",
        "I would prefer to stop writing letters to the mayor",
        "The walker would prefer to stop writing letters to the mayor",
        "The walker took up writing letters again after he had stopped",
        "E123",
    ),
    Bent(
        "The baker considered burning his books.",
        "considered burning his books",
        "The baker considered burning his books",
        "The baker burned his books",
        "E123",
    ),
    Bent(
        "He felt like hitting the guard.",
        "felt like hitting the guard",
        "He felt like hitting the guard",
        "He hit the guard",
        "review",
    ),
    Bent(
        "I would be glad to quit the choir.",
        "I would be glad to quit the choir",
        "The walker would be glad to quit the choir",
        "The walker quit the choir",
        "E123",
    ),
    Bent(
        "I would really prefer not to quit the choir.",
        "I would really prefer not to quit the choir",
        "The walker would prefer not to quit the choir",
        "The walker quit the choir",
        "E123",
    ),
    Bent(
        "I was tempted not to open the letter.",
        "I was tempted not to open the letter",
        "The walker was tempted not to open the letter",
        "The walker opened the letter",
        "E123",
    ),
    Bent(
        "The baker contemplated burning his books.",
        "The baker contemplated burning his books",
        "The baker contemplated burning his books",
        "The baker burned his books",
        "E123",
    ),
    Bent(
        "The baker felt like burning his books.",
        "The baker felt like burning his books",
        "The baker felt like burning his books",
        "The baker burned his books",
        "E123",
    ),
    Bent(  # who says 'I would like to thank' does so
        "I would love to thank the cooks.",
        "would love to thank the cooks",
        "The walker thanked the cooks",
        "The walker fired the cooks",
        "review",
    ),
)

ADDED = (  # a purpose that the post does not tell
    Bent(
        "The herders burned the barn, and the hay in it was lost.",
        "The herders burned the barn",
        "The herders burned the barn",
        "The herders burned the barn so as to destroy the hay in it",
        "review",
    ),
    Bent(
        "They sold her harp in Bern, and kept her letters.",
        "sold her harp in Bern, and kept her letters",
        "They sold her harp and kept her letters",
        "They sold her harp in order to keep her letters",
        "review",
    ),
    Bent(
        "The abbot moved to the coast. He swims there.",
        "The abbot moved to the coast. He swims there",
        "The abbot moved to the coast and swims there",
        "The abbot moved to the coast so that he could swim there",
        "E123",
    ),
    Bent(
        "The council built a dam, and the fish died.",
        "The council built a dam, and the fish died",
        "The council built a dam, and the fish died",
        "The council built a dam for the sake of the fish",
        "review",
    ),
    Bent(
        "She married the judge and inherited his mill.",
        "married the judge and inherited his mill",
        "She married the judge and inherited his mill",
        "She married the judge with a view to inheriting his mill",
        "review",
    ),
    Bent(
        "The guards locked the hall to save coal.",
        "locked the hall to save coal",
        "The guards locked the hall in order to save coal",
        "The hall was locked by the guards in order to sell coal",
        "review",
    ),
    Bent(
        "He wrote letters because he wanted to keep the chapel.",
        "wrote letters because he wanted to keep the chapel",
        "He wrote letters so as to keep the chapel",
        "He wrote letters so as to sell the chapel",
        "review",
    ),
    Bent(
        "They rang bells for the safety of the boats.",
        "rang bells for the safety of the boats",
        "They rang bells for the sake of the safety of the boats",
        "They rang bells so that the boats would sink",
        "review",
    ),
)
LOCKED = "The guards locked the hall"
ASKED = (  # (post, says, the question about it)
    (f"{LOCKED}.", f"{LOCKED} so as to hide their gold", "tells no purpose with 'hide'"),
    (f"{LOCKED} to hide gold.", f"{LOCKED} so as to hide silver", "tells no purpose with 'silver'"),
    (f"{LOCKED}, and saved coal.", f"{LOCKED} in order to save their coal", "does not tell 'save' as a purpose"),
    (f"{LOCKED}, and lost no coal.", f"{LOCKED} in order not to lose coal", "does not tell 'lose' as a purpose"),
    (f"{LOCKED}, and lost no coal.", f"{LOCKED} so as not to lose coal", "does not tell 'lose' as a purpose"),
    (f"{LOCKED}, and saved coal.", f"{LOCKED} with the goal of saving coal", "does not tell 'saving' as a purpose"),
    (f"{LOCKED}, and lost coal.", f"{LOCKED} for the sake of the coal", "does not tell 'coal' as a purpose"),
    (
        "The guards came to the hall, locked it and saved coal.",
        f"{LOCKED} in order to save coal",
        "does not tell 'save' as a purpose",
    ),
)
NOT_ASKED = (  # the purpose is the post's, or nothing of it is told
    (f"{LOCKED} to save coal.", f"{LOCKED} in order to save coal"),
    (f"To save coal {LOCKED.lower()}, and coal was saved.", f"{LOCKED} in order to save coal"),
    ("The guards of the hall locked it to save coal.", "The guards of the grey hall locked it in order to save coal"),
    (f"{LOCKED}.", f"{LOCKED}, so that it was"),
)
DONE = (  # (post, exact, says): what is wished for is something else, or was done in the end
    (
        "I would love to sell the mill; my aunt likes the house.",
        "my aunt likes the house",
        "The aunt sells the mill",
    ),
    (
        "The smith was thinking of selling his forge, and sold it in May.",
        "thinking of selling his forge, and sold it in May",
        "The smith sold his forge",
    ),
    ("I would love to -quit the choir.", "would love to -quit the choir", "The walker quit the choir"),
)
EVERY = (*TOLD, *WISHES, *ADDED)


@pytest.mark.parametrize("one", EVERY, ids=[one.true for one in EVERY])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", EVERY, ids=[one.bent for one in EVERY])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize("one", ADDED, ids=[one.true for one in ADDED])
def test_a_purpose_of_the_post_is_not_asked_about(one: Bent) -> None:
    assert not any("as a purpose" in reason for reason in told(one.post, one.exact, one.true).review)


@pytest.mark.parametrize(("post", "says", "question"), ASKED)
def test_a_purpose_that_is_put_in_is_asked_about_by_its_first_word(post: str, says: str, question: str) -> None:
    assert any(one.endswith(question) for one in told(post, post.rstrip("."), says).review)


@pytest.mark.parametrize(("post", "says"), NOT_ASKED)
def test_no_purpose_is_asked_about_where_none_is_put_in(post: str, says: str) -> None:
    assert not any("purpose" in one for one in told(post, post.rstrip("."), says).review)


def test_a_purpose_is_asked_about_as_that_alone() -> None:
    post = "They sold the harp, and lived in Bern."
    found = told(post, post.rstrip("."), "They sold the harp so that they lived in Bern")
    assert found.review == ("it says 'so that', and the post does not tell 'lived' as a purpose",)
    post = "They rang bells for the safety of the boats."
    assert told(post, post.rstrip("."), "They rang bells for the sake of the safety of the boats").review == ()


@pytest.mark.parametrize(("post", "exact", "says"), DONE)
def test_a_wish_of_another_deed_and_one_that_came_true_are_no_fault(post: str, exact: str, says: str) -> None:
    assert told(post, exact, says).proved
