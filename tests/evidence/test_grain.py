"""What a person is asked where a statement is wider than its source: which ones, how many of them, why."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The guild, with foreign cooks, gave lessons to 79 bakers and gave lessons to smiths in Bern and Chur.",
        "gave lessons to 79 bakers",
        "The guild gave lessons to 79 bakers",
        "The guild gave lessons to 79 bakers in Bern",
        "review",
    ),
    Bent(
        "The guild, with foreign cooks, gave lessons to 79 bakers and gave lessons to smiths in Bern and Chur.",
        "gave lessons to 79 bakers",
        "The guild gave lessons to 79 bakers, with foreign cooks",
        "The guild gave lessons to 79 bakers abroad",
        "review",
    ),
    Bent(
        "Officials gave one widow a cow. Before, widows had none.",
        "gave one widow a cow",
        "Officials gave one widow a cow",
        "Officials gave widows a cow",
        "review",
    ),
    Bent(
        "Individual guards took bribes.",
        "Individual guards took bribes",
        "Individual guards took bribes",
        "Guards took bribes",
        "review",
    ),
    Bent(
        "Farmers who own horses pay a fee.",
        "Farmers who own horses pay a fee",
        "Farmers with horses pay a fee",
        "Farmers pay a fee",
        "review",
    ),
    Bent(
        "Widows whose sons serve get bread.",
        "Widows whose sons serve get bread",
        "Widows whose sons serve get bread",
        "Widows get bread",
        "review",
    ),
    Bent(
        "Of the 40 boats, 12 had no lights.",
        "Of the 40 boats, 12 had no lights",
        "12 of the 40 boats had no lights",
        "The boats had no lights",
        "review",
    ),
    Bent(
        "Of the 40 boats, 12 had no lights.",
        "Of the 40 boats, 12 had no lights",
        "Of 40 boats 12 had no lights",
        "40 boats had no lights",
        "E121",
    ),
    Bent(
        "Out of the nine springs, two ran dry.",
        "two ran dry",
        "Two of the nine springs ran dry",
        "The springs ran dry",
        "review",
    ),
    Bent(
        "Only three houses had a well.",
        "Only three houses had a well",
        "Just three houses had a well",
        "Three houses had a well",
        "review",
    ),
    Bent(
        "The choir has three of the seven benches.",
        "three of the seven benches",
        "The choir has three of the seven benches",
        "The choir has three benches",
        "review",
    ),
    Bent(
        "The abbot was ill, and the monks fed the poor.",
        "The abbot was ill, and the monks fed the poor",
        "The monks fed the poor, and the abbot was ill",
        "The abbot was ill; therefore the monks fed the poor",
        "review",
    ),
    Bent(
        "Herders counted 88 goats in 2010.",
        "Herders counted 88 goats in 2010",
        "Herders counted 88 goats in 2010",
        "For the first time herders counted 88 goats in 2010",
        "review",
    ),
)

BEFORE = (  # what stands right before the words that are pointed to
    Bent(
        "Married weavers were allowed to leave the mill at noon.",
        "weavers were allowed to leave the mill at noon",
        "Married weavers were allowed to leave the mill at noon",
        "Weavers were allowed to leave the mill at noon",
        "review",
    ),
    Bent(
        "In May retired miners got coal for nothing.",
        "miners got coal for nothing",
        "In May retired miners got coal for nothing",
        "In May miners got coal for nothing",
        "review",
    ),
    Bent(
        "The law let northern farmers fish at night.",
        "farmers fish at night",
        "The law let farmers of the north fish at night",
        "The law let farmers fish at night",
        "review",
    ),
    Bent(
        "Blind pupils learn the piano there.",
        "pupils learn the piano there",
        "Pupils who are blind learn the piano there",
        "Pupils learn the piano there",
        "review",
    ),
    Bent(
        "The town feeds homeless dogs in winter.",
        "dogs in winter",
        "Homeless dogs are fed by the town in winter",
        "Dogs are fed by the town in winter",
        "review",
    ),
    Bent(
        "Poor Lutheran fishermen paid no tithe.",
        "fishermen paid no tithe",
        "Poor fishermen of Lutheran faith paid no tithe",
        "Fishermen paid no tithe",
        "review",
    ),
)

NO_LIMITS = (  # (post, exact, says): what stands before is no part of the noun, or leaves nobody out
    ("Yesterday weavers left the mill.", "weavers left the mill", "Weavers left the mill"),
    ("She saw miners at the gate.", "miners at the gate", "There were miners at the gate, she said"),
    ("The hardy farmers fish at night.", "farmers fish at night", "The farmers fish at night"),
    ("The old priest wrote letters to Rome.", "letters to Rome", "The old priest wrote letters to Rome"),
    ("Then, slowly, dogs came out of the barn.", "dogs came out of the barn", "Dogs came out of the barn"),
    ("Those brave nuns hid the books.", "nuns hid the books", "The nuns hid the books"),
)


@pytest.mark.parametrize("one", [*TOLD, *BEFORE], ids=[one.true for one in (*TOLD, *BEFORE)])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", [*TOLD, *BEFORE], ids=[one.bent for one in (*TOLD, *BEFORE)])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(
    ("post", "asked"),
    [
        (
            "Farmers who own horses sell hay in spring.",
            ("the post says 'Farmers who own horses': is it true of all of them?",),
        ),
        ("Farmers sell hay and horses in spring.", ()),
    ],
)
def test_only_a_clause_that_tells_which_ones_is_missed(post: str, asked: tuple[str, ...]) -> None:
    assert told(post, post.rstrip("."), "Farmers sell hay in spring").review == asked


def test_what_stands_behind_a_but_and_a_reason_of_other_words_are_named() -> None:
    post = "The smith sang in the yard, but the baker mended the well."
    found = told(post, "smith sang in the yard", "The smith sang and mended in the yard").review
    assert "the sentence says 'mended' in another part of it: is it said of the same?" in found
    post = "The smith sang in the yard, because the baker mended the well."
    says = "The smith sang in the yard because the miller mended it"
    found = told(post, "smith sang in the yard, because the baker mended", says).review
    assert "the reason that it gives has 'miller', and the sentence does not" in found


@pytest.mark.parametrize(("post", "exact", "says"), NO_LIMITS, ids=[says for _, _, says in NO_LIMITS])
def test_what_leaves_nobody_out_is_not_missed(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not any("is it true without" in one for one in found.review)


GOT_COAL = "The miners got coal"
CUT = (  # (post, exact, says, what is lost and before what; nothing where it is needed by nobody)
    ("In May the Polish miners got coal.", "miners got coal", GOT_COAL, ("polish", "miners")),
    ("In the valley poor children got coal.", "children got coal", "The children got coal", ("poor", "children")),
    ("In the valley poor people got coal.", "people got coal", "The people got coal", ("poor", "people")),
    ("In the valley poor firemen got coal.", "firemen got coal", "The firemen got coal", ("poor", "firemen")),
    (
        "In the valley poor miners sons got coal.",
        "miners sons got coal",
        "The miners got coal for sons",
        ("poor", "miners"),
    ),
    ("In the valley retired miners got coal.", "miners got coal", "Retired miners got coal", ()),
    ("Retired, miners got coal.", "miners got coal", GOT_COAL, ()),
    ("Miners got coal from the Polish.", "Miners got coal from the Polish", GOT_COAL, ()),
    ("On that day He miners praised.", "miners praised", "The miners praised", ()),
    ("We sang... Brave miners got coal.", "miners got coal", GOT_COAL, ()),
    ("There we sang. Brave miners got coal.", "miners got coal", GOT_COAL, ()),
    ("Among the retired his miners got coal.", "his miners got coal", GOT_COAL, ()),
    ("In the valley retired miners, called moles, got coal.", "miners, called moles, got coal", "Moles got coal", ()),
    ("In the valley retired men taught miners.", "men taught miners", "Miners were taught", ()),
    ("In the valley a retired miner got coal.", "miner got coal", "The miner got coal", ()),
    ("The miners got 5 % of coal.", "%", GOT_COAL, ()),
)


@pytest.mark.parametrize(("post", "exact", "says", "lost"), CUT)
def test_what_stands_right_before_what_is_pointed_to_is_asked_about_where_it_tells_which(
    post: str, exact: str, says: str, lost: tuple[str, ...]
) -> None:
    asked = [one for one in told(post, exact, says).review if one.startswith("it has lost the")]
    assert asked == ([f"it has lost the '{lost[0]}' before '{lost[1]}': is it true without?"] if lost else [])


@pytest.mark.parametrize(
    "which",
    [
        *("unmarried", "trained", "untrained", "unpaid", "employed", "unemployed", "educated", "uneducated", "skilled"),
        *("unskilled", "homeless", "northern"),
    ],
)
def test_a_word_of_some_before_those_who_are_many_is_asked_about(which: str) -> None:
    found = told(f"In the valley {which} miners got coal.", "miners got coal", GOT_COAL)
    assert f"it has lost the '{which}' before 'miners': is it true without?" in found.review


LESSONS = "The guild gave lessons to 79 bakers"
ELSEWHERE = (  # (post, exact, says, the question)
    (
        "The guild washed coats of 79 bakers and washed hats in Bern.",
        "washed coats of 79 bakers",
        "The guild washed coats of 79 bakers in Bern",
        "says 'bern' in another part of it",
    ),
    (
        f"{LESSONS} in Chur and gave lessons to smiths in Bern.",
        "gave lessons to 79 bakers",
        f"{LESSONS} abroad",
        "says 'abroad', and the post does not say so of it",
    ),
)
HERE = (
    (f"{LESSONS}, then gave lessons to smiths in Bern.", "gave lessons to 79 bakers", f"{LESSONS} in Bern"),
    (
        f"{LESSONS} and gave lessons to smiths in Bern.",
        f"{LESSONS} and gave lessons to smiths in Bern",
        f"{LESSONS} in Bern",
    ),
    (
        "The guild gave hats to the cooks and hats to smiths in Bern.",
        "gave hats to the cooks",
        "The guild gave hats to the cooks in Bern",
    ),
    (f"{LESSONS} and washed smiths in Bern.", "gave lessons to 79 bakers", f"{LESSONS} in Bern"),
    (f"{LESSONS} in the town of the lake.", "gave lessons to 79 bakers", f"{LESSONS} of the lake"),
    (f"{LESSONS}.", LESSONS, f"{LESSONS} abroad"),
    (
        f"{LESSONS} in foreign towns and gave lessons to smiths in Bern.",
        "gave lessons to 79 bakers",
        f"{LESSONS} abroad",
    ),
)


@pytest.mark.parametrize(("post", "exact", "says", "question"), ELSEWHERE)
def test_what_is_told_behind_the_same_deed_is_of_something_else(
    post: str, exact: str, says: str, question: str
) -> None:
    assert any(question in one for one in told(post, exact, says).review)


@pytest.mark.parametrize(("post", "exact", "says"), HERE)
def test_behind_another_deed_and_in_what_is_pointed_to_it_is_of_the_same(post: str, exact: str, says: str) -> None:
    asked = told(post, exact, says).review
    assert not any("in another part of it" in one or "does not say so of it" in one for one in asked)
