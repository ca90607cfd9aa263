"""What of a statement has the words of its passage in another order is asked about, and what only turns them is not."""

import pytest

from tests.evidence.asking import asked

ABBEY = "The abbey paid 40 crowns to the harbour and 15 crowns to the school."
PEARS = "The aunt planted 30 pears and the uncle planted 12 plums."
KILNS = "The inspector closed 21 kilns, including 6 kilns on the island."
BAKERIES = "The inspector closed 21 kilns and 6 bakeries on the island."
MILLS = "The county closed 30 mills, including 9 windmills."
FUNDS = "The club received 700 francs from members and 90 francs from strangers."
TREES = "Storms felled 80 elms in the park and 25 birches in the marsh."


def told(text: str, exact: str, says: str) -> str:
    assert exact in text
    return asked(text, says=says, exact=exact)


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (ABBEY, "40 crowns to the harbour", "The abbey paid 15 crowns to the harbour and 40 crowns to the school"),
        (PEARS, "planted 30 pears", "The aunt planted 12 plums and the uncle planted 30 pears"),
        (FUNDS, "700 francs from members", "The club received 90 francs from members and 700 francs from strangers"),
        (TREES, "80 elms in the park", "Storms felled 80 elms in the marsh and 25 birches in the park"),
        (FUNDS, "received 700 francs", "From strangers the club received 700 francs from strangers, 90 from members"),
    ],
)
def test_figures_that_are_exchanged_are_asked_about(text: str, exact: str, says: str) -> None:
    assert "the words beside them are exchanged" in told(text, exact, says)


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (ABBEY, "40 crowns to the harbour", "The abbey paid the school 15 crowns and the harbour 40 crowns"),
        (ABBEY, "40 crowns to the harbour", "The abbey paid 15 crowns to the school and 40 crowns to the harbour"),
        (PEARS, "planted 30 pears", "The uncle planted 12 plums, and the aunt planted 30 pears"),
        (FUNDS, "700 francs from members", "Members gave the club 700 francs, and strangers 90 francs"),
        (TREES, "80 elms in the park", "In the marsh storms felled 25 birches, and in the park 80 elms"),
    ],
)
def test_figures_told_in_another_order_are_not(text: str, exact: str, says: str) -> None:
    assert "exchanged" not in told(text, exact, says)


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (KILNS, "closed 21 kilns", "The inspector closed 21 kilns and another 6 kilns on the island"),
        (KILNS, "closed 21 kilns", "The inspector closed 21 kilns, and 6 kilns on the island besides"),
        (KILNS, "closed 21 kilns", "The inspector closed 21 kilns plus 6 kilns on the island"),
        (MILLS, "closed 30 mills", "30 mills and 9 windmills were closed by the county"),
        ("We sold 30 sails, 4 of them red.", "sold 30 sails", "We sold 30 sails and 4 red sails"),
        (BAKERIES, "21 kilns and 6 bakeries", "The inspector closed 21 kilns, including 6 bakeries on the island"),
    ],
)
def test_a_part_told_as_coming_on_top_is_asked_about(text: str, exact: str, says: str) -> None:
    assert "the post counts" in (found := told(text, exact, says)) or "the post does not count" in found


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (KILNS, "closed 21 kilns", "The inspector closed 21 kilns, including 6 on the island"),
        (KILNS, "closed 21 kilns", "Of the 21 kilns that the inspector closed, 6 were on the island"),
        (KILNS, "closed 21 kilns", "The inspector closed 21 kilns, 6 of them on the island"),
        (MILLS, "closed 30 mills", "30 mills were closed, of which 9 were windmills, and the county wept"),
        (BAKERIES, "21 kilns and 6 bakeries", "The inspector closed 21 kilns and 6 bakeries on the island"),
        (BAKERIES, "21 kilns and 6 bakeries", "On the island the inspector closed 6 bakeries besides 21 kilns"),
    ],
)
def test_a_part_told_as_a_part_is_not(text: str, exact: str, says: str) -> None:
    assert "count" not in told(text, exact, says)


BARLEY = "The province where the majority of the barley is malted lies in the north."
OIL = "In the old harbour a third of the oil was spilt by whalers."


@pytest.mark.parametrize(
    ("text", "exact", "says", "is_asked"),
    [
        (BARLEY, "majority of the barley", "Barley is malted in the majority of the province in the north", True),
        (BARLEY, "majority of the barley", "In the north the majority of the provinces malted barley", True),
        (OIL, "a third of the oil", "In a third of the harbour oil was spilt by whalers", True),
        (OIL, "a third of the oil", "A third of the whalers spilt oil in the harbour", True),
        (
            BARLEY,
            "majority of the barley",
            "A province in the north is where the majority of the barley is malted",
            False,
        ),
        (BARLEY, "majority of the barley", "The majority of the province’s barley is malted in the north", False),
        (OIL, "a third of the oil", "Whalers spilt a third of the oil in the old harbour", False),
        (OIL, "a third of the oil", "A third of the harbour’s oil was spilt by whalers", False),
        (OIL, "a third of the oil", "In the harbour a third of the oil was spilt", False),
    ],
)
def test_a_quantity_of_something_else_is_asked_about(text: str, exact: str, says: str, is_asked: bool) -> None:
    assert ("not of '" in told(text, exact, says)) == is_asked


@pytest.mark.parametrize(
    ("text", "says", "is_asked"),
    [
        ("The tower dwarfs the chapel", "The tower is dwarfed by the chapel", True),
        ("The lake exceeds the pond", "The lake is exceeded by the pond", True),
        ("The tenor outsings the bass in winter", "The bass outsings the tenor in winter", True),
        ("The gardener teaches the cook to read", "The cook teaches the gardener to read", True),
        ("The heron feeds the stork at dusk", "The stork feeds the heron at dusk", True),
        ("The tower dwarfs the chapel", "The chapel is dwarfed by the tower", False),
        ("The lake exceeds the pond", "The pond is exceeded by the lake", False),
        ("The gardener teaches the cook to read", "The cook is taught to read by the gardener", False),
        ("The heron feeds the stork at dusk", "At dusk the heron feeds the stork", False),
        ("The duke married the countess in May", "The countess married the duke in May", False),
    ],
)
def test_who_does_it_and_to_whom_turned_round_is_asked_about(text: str, says: str, is_asked: bool) -> None:
    found = told(f"{text}.", text, says)
    assert ("exchanged" in found or "on the other side: see" in found) == is_asked


@pytest.mark.parametrize(
    ("text", "says", "is_asked"),
    [
        ("Guests may bring bread or cheese to the hut", "Guests may bring bread and cheese to the hut", True),
        ("The fee is for boats or carts", "The fee is for carts and boats", True),
        (
            "The permit is for fishing, hunting or camping",
            "The permit is for fishing, hunting or camping at once",
            True,
        ),
        ("The oath binds smiths, dyers or weavers", "The oath binds smiths, dyers or weavers together", True),
        ("The cup goes to a swimmer or rower", "The cup goes to a swimmer and rower", True),
        ("Guests may bring bread or cheese to the hut", "Guests may bring bread or cheese to the hut", False),
        ("Guests need no bread or cheese in the hut", "Guests need no bread and cheese in the hut", False),
        (
            "She tells nothing of anything like boats or carts",
            "She tells nothing of anything like boats and carts",
            False,
        ),
        ("Smiths and dyers sang together", "Smiths and dyers sang together", False),
        ("Smiths and dyers sang", "Smiths and dyers sang", False),
    ],
)
def test_one_or_the_other_told_as_both_is_asked_about(text: str, says: str, is_asked: bool) -> None:
    found = told(f"{text}.", text, says)
    assert ("not 'and'" in found or ", and the post does not" in found) == is_asked


@pytest.mark.parametrize(
    ("says", "is_asked"),
    [
        ("They fly over Tromso to see how whalers train the herders", True),
        ("They fly past Tromso, where herders train whalers", True),
        ("In Tromso they train herders and fly over whalers", True),
        ("They fly over whalers of Tromso to train the herders", False),
        ("They fly over Tromso whalers to train the herders", False),
        ("Over fly whalers from Tromso, who train the herders", False),
    ],
)
def test_a_name_torn_from_its_noun_is_asked_about(says: str, is_asked: bool) -> None:
    text = "Now they fly over Tromso whalers to train the herders."
    assert (
        "the one apart from the other" in told(text, "fly over Tromso whalers to train the herders", says)
    ) == is_asked


def test_a_name_beside_which_a_mark_stands_is_not_torn_from_the_word_behind() -> None:
    for mark, is_asked in ((" ", True), (" & ", False)):
        exact = f"fly over Tromso{mark}whalers to train the herders"
        found = told(f"Now they {exact}.", exact, "They fly past Tromso, where herders train whalers")
        assert ("the one apart from the other" in found) == is_asked


LOOKED = "Wardens searched the two sheds and found no sign of smuggling in them."
UNSEEN = "The diver did not find a wreck in the bay."


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (LOOKED, "found no sign of smuggling", "There was no smuggling in the two sheds"),
        (
            LOOKED,
            "searched the two sheds",
            "Nobody smuggled in the two sheds that wardens searched, nor was there smuggling",
        ),
        (UNSEEN, "did not find a wreck", "There is no wreck in the bay"),
        ("The board has no record of a fire there.", "no record of a fire", "There was never a fire there"),
        ("We saw the barn, and no trace of rats.", "no trace of rats", "No rats were in the barn"),
    ],
)
def test_what_nobody_found_told_as_not_there_is_asked_about(text: str, exact: str, says: str) -> None:
    assert "certain that there was none" in told(text, exact, says)


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (LOOKED, "found no sign of smuggling", "Wardens found no smuggling in the two sheds"),
        (LOOKED, "searched the two sheds", "Wardens searched the two sheds"),
        (UNSEEN, "did not find a wreck", "No wreck was found in the bay"),
        ("The board has no record of a fire there.", "no record of a fire", "No record tells of a fire there"),
        ("There was no smuggling in the sheds.", "no smuggling in the sheds", "There was no smuggling in the sheds"),
    ],
)
def test_what_nobody_found_told_so_is_not(text: str, exact: str, says: str) -> None:
    assert "certain that there was none" not in told(text, exact, says)


ROOF = "The parish spent 9,000 crowns on repairs, including a new roof, in that year."
FAIR = "A grocer gave 60 baskets of fruit, such as plums, to the fair."
FLEET = "Traders lost 14 ships, among them the Swan, at sea."
SCHOOL = "The town paid 700 francs for books and tools, for example a globe."


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (ROOF, "spent 9,000 crowns on repairs", "The parish spent 9,000 crowns on a new roof"),
        (ROOF, "9,000 crowns on repairs", "9,000 crowns went into the new roof of the parish"),
        (FAIR, "60 baskets of fruit", "A grocer gave 60 baskets of plums to the fair"),
        (SCHOOL, "700 francs for books and tools", "The town paid 700 francs for a globe"),
        ("The club raised 88 dollars for sports, including rowing.", "88 dollars for sports", "88 dollars for rowing"),
    ],
)
def test_a_sum_for_many_told_of_one_of_them_is_asked_about(text: str, exact: str, says: str) -> None:
    assert "only as one of the" in told(text, exact, says)


@pytest.mark.parametrize(
    ("text", "exact", "says"),
    [
        (ROOF, "spent 9,000 crowns on repairs", "The parish spent 9,000 crowns on repairs, including a new roof"),
        (ROOF, "spent 9,000 crowns on repairs", "Repairs, a new roof for one, took 9,000 crowns of the parish"),
        (FAIR, "60 baskets of fruit", "A grocer gave 60 baskets of fruit to the fair"),
        (FLEET, "lost 14 ships", "Traders lost 14 ships"),
        (SCHOOL, "700 francs for books and tools", "The town paid 700 francs for books, tools and a globe"),
    ],
)
def test_a_sum_told_of_all_of_them_is_not(text: str, exact: str, says: str) -> None:
    assert "only as one of the" not in told(text, exact, says)
