"""What the post binds by a pronoun, a list or a reason is not told of another one without being asked about."""

import pytest

from tests.evidence.asking import asked

DANES = "The Danes traded with the Frisians and the Saxons. Their ships were built of oak."
HEIRS = "The Lamberts quarrelled with the Osbornes. A tenth of their orchard burned."


@pytest.mark.parametrize(
    ("text", "exact", "says", "is_asked"),
    [
        (DANES, "Their ships were built of oak", "The Saxons’ ships were built of oak", True),
        (DANES, "Their ships were built of oak", "The ships of the Frisians were built of oak", True),
        (HEIRS, "A tenth of their orchard burned", "A tenth of the orchard of the Osbornes burned", True),
        (HEIRS, "A tenth of their orchard burned", "A tenth of the Osbornes’ orchard burned", True),
        (
            "Old Bergen envied young Stavanger. Its mayor was a dyer.",
            "Its mayor was a dyer",
            "The mayor of Stavanger was a dyer",
            True,
        ),
        (DANES, "Their ships were built of oak", "Their ships were built of oak", False),
        ("Here lived Saxons. Their ships were oak.", "Their ships were oak", "The Saxons’ ships were oak", False),
        ("Once a dyer came. His mule was lame.", "His mule was lame", "The mule of the dyer was lame", False),
        ("The Saxons saw their ships.", "Saxons saw their ships", "The Saxons saw their ships", False),
        (HEIRS, "A tenth of their orchard burned", "A tenth of an orchard burned", False),
    ],
)
def test_whose_a_thing_is_is_asked_where_several_may_be_meant(text: str, exact: str, says: str, is_asked: bool) -> None:
    assert ("is it that of" in asked(text, says=says, exact=exact)) == is_asked


@pytest.mark.parametrize(
    ("text", "exact", "says", "is_asked"),
    [
        (
            "We heard as many larks as in Bergen, though they sing for a shorter time.",
            "they sing for a shorter time",
            "Larks in Bergen sing for a shorter time",
            True,
        ),
        (
            "It rains as often as near Molde, but it stops sooner.",
            "it stops sooner",
            "The rain of Molde stops sooner",
            True,
        ),
        (
            "The fishers compare themselves with Vardo, though they earn more.",
            "they earn more",
            "Those of Vardo earn more",
            True,
        ),
        (
            "More boats came than from Narvik, and they leak less.",
            "they leak less",
            "Boats from Narvik leak less",
            True,
        ),
        (
            "The dyers live better than in Tromso, yet they complain.",
            "they complain",
            "The dyers in Tromso complain",
            True,
        ),
        (
            "We heard many larks in Bergen, though they sing for a short time.",
            "they sing for a short time",
            "Larks in Bergen sing for a short time",
            False,
        ),
        (
            "The fishers of Vardo are poor, though they earn more.",
            "they earn more",
            "The fishers of Vardo earn more",
            False,
        ),
        (
            "We heard as many larks as in Bergen, though they sing less.",
            "they sing less",
            "Larks there sing less",
            False,
        ),
        (
            "Vardo is small, though it grows.",
            "it grows",
            "Vardo grows",
            False,
        ),
        (
            "The boats came from Narvik, and they leak.",
            "they leak",
            "The boats leak",
            False,
        ),
    ],
)
def test_who_a_pronoun_is_is_asked_where_a_name_only_tells_where(
    text: str, exact: str, says: str, is_asked: bool
) -> None:
    assert ("': is that '" in asked(text, says=says, exact=exact)) == is_asked


GUESTS = (
    "Guests are of three sorts: 1) nurses from the coast (Molde, Bodo), 2) widows who return from Narvik or Vardo, "
    "3) clerks with gout."
)


@pytest.mark.parametrize(
    ("exact", "says", "is_asked"),
    [
        ("widows who return from Narvik", "Guests include nurses who return from Narvik", True),
        ("widows who return from Narvik", "Guests include widows from the coast who return", True),
        ("clerks with gout", "Guests include clerks who return with gout", True),
        ("clerks with gout", "Guests include widows with gout", True),
        ("nurses from the coast", "Guests include clerks from the coast", True),
        ("widows who return from Narvik", "Guests include widows who return from Narvik", False),
        ("widows who return from Narvik", "Guests are of three sorts, and widows who return are one", False),
        ("clerks with gout", "Guests include clerks with gout", False),
        ("nurses from the coast", "Guests include nurses from the coast", False),
        ("nurses from the coast (Molde, Bodo)", "Guests include nurses from Molde and Bodo on the coast", False),
    ],
)
def test_what_another_item_of_a_list_is_told_of_is_asked_about(exact: str, says: str, is_asked: bool) -> None:
    assert ("another item of its list" in asked(GUESTS, says=says, exact=exact)) == is_asked


@pytest.mark.parametrize(
    ("text", "exact", "says", "is_asked"),
    [
        (
            "The mill stood still, and the bakers left because the river froze.",
            "because the river froze",
            "The mill stood still because the river froze",
            True,
        ),
        (
            "Widows who return are lonely, as they know nobody.",
            "as they know nobody",
            "Widows return because they know nobody",
            True,
        ),
        (
            "The bridge burned; the weavers went abroad due to the war.",
            "due to the war",
            "The bridge burned due to the war",
            True,
        ),
        (
            "The dyers, who moved to Vardo, are proud since they own a boat.",
            "since they own a boat",
            "The dyers moved to Vardo since they own a boat",
            True,
        ),
        (
            "Prices rose, and the inn closed because the cook was ill.",
            "because the cook was ill",
            "Prices at the inn rose because the cook was ill",
            True,
        ),
        (
            "The bakers left because the river froze.",
            "bakers left because the river froze",
            "Because the river froze, the bakers left",
            False,
        ),
        (
            "Widows who return are lonely, as they know nobody.",
            "as they know nobody",
            "Widows who return are lonely because they know nobody",
            False,
        ),
        (
            "The inn closed because the cook was ill.",
            "closed because the cook was ill",
            "The inn closed because the cook was ill",
            False,
        ),
        (
            "As far as she knew the inn closed, as it had no cook.",
            "as it had no cook",
            "As far as she knew, the inn closed because it had no cook",
            False,
        ),
    ],
)
def test_a_reason_of_something_else_is_asked_about(text: str, exact: str, says: str, is_asked: bool) -> None:
    assert ("gives the reason behind" in asked(text, says=says, exact=exact)) == is_asked


@pytest.mark.parametrize(
    ("text", "show", "is_asked"),
    [
        ("Poachers were locked up until they paid the fine", "paid the fine", True),
        ("The letters stayed in the vault before they were burned", "burned", True),
        ("No boat sails unless the priest has blessed it", "the priest has blessed it", True),
        ("They walked rather than ride the mule", "ride the mule", True),
        ("They drank water instead of buying wine", "buying wine", True),
        ("Poachers were locked up until they paid the fine", "locked up until they paid", False),
        ("Poachers were locked up until they paid the fine", "until they paid the fine", False),
        ("The letters stayed in the vault before they were burned", "stayed in the vault", False),
        ("The guests slept without blankets", "slept without blankets", False),
        ("They walked rather than ride the mule", "walked", False),
    ],
)
def test_what_is_shown_alone_is_not_only_an_end_or_a_condition(text: str, show: str, is_asked: bool) -> None:
    assert ("what does it tell alone" in asked(f"{text}.", says=text, exact=text, show=show)) == is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("The boats in Oslo are old, though they stay in the harbour.", True),
        ("The boats are old, though they stay in the harbour. Oslo is far.", False),
    ],
)
def test_whom_a_pronoun_means_is_asked_where_the_name_stands_in_another_clause(text: str, is_asked: bool) -> None:
    told = asked(text, says="Oslo stays in the harbour", exact="though they stay in the harbour")
    assert ("the post says 'they stay': is that 'oslo'?" in told) == is_asked
