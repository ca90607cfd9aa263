"""E106, E107 and E123 of words by which what stands beside them is not so, or not quite."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "He nearly drowned in the lake.",
        "He nearly drowned in the lake",
        "He almost drowned in the lake",
        "He drowned in the lake",
        "E107",
    ),
    Bent(
        "She almost lost the farm.", "She almost lost the farm", "She nearly lost the farm", "She lost the farm", "E107"
    ),
    Bent(
        "The fire was nearly put out by the nuns.",
        "nearly put out by the nuns",
        "The nuns almost put out the fire",
        "The fire was put out by the nuns",
        "E107",
    ),
    Bent(
        "The hall was partly rebuilt.",
        "The hall was partly rebuilt",
        "Part of the hall was rebuilt",
        "The hall was rebuilt",
        "E107",
    ),
    Bent(
        "The county partially pays for the school.",
        "partially pays for the school",
        "The county helps to pay for the school",
        "The county funds the school",
        "review",
    ),
    Bent(
        "The bank somewhat eased the rules.",
        "somewhat eased the rules",
        "The bank eased the rules somewhat",
        "The bank eased the rules",
        "E107",
    ),
    Bent(
        "The town is to a lesser extent known for wool.",
        "to a lesser extent known for wool",
        "The town is less known for wool",
        "The town is known for wool",
        "E107",
    ),
    Bent(
        "A scared crew fled the threat of fever.",
        "fled the threat of fever",
        "The crew was frightened of fever and fled",
        "The crew fled fever",
        "E123",
    ),
    Bent(
        "The so-called doctor sold pills.",
        "The so-called doctor sold pills",
        "A man who called himself a doctor sold pills",
        "The doctor sold pills",
        "E107",
    ),
    Bent(
        "The alleged thief was shot.",
        "The alleged thief was shot",
        "A man accused of theft was shot",
        "The thief was shot",
        "E107",
    ),
    Bent(
        "The attempted theft of a cow made news.",
        "attempted theft of a cow",
        "Somebody tried to steal a cow",
        "A cow was stolen",
        "E123",
    ),
    Bent(
        "A feared strike made the bakers bake at night.",
        "A feared strike made the bakers bake",
        "For fear of a strike the bakers baked at night",
        "A strike made the bakers bake at night",
        "E123",
    ),
    Bent(
        "The lack of wells made the herders move.",
        "The lack of wells made the herders move",
        "Without wells the herders moved",
        "The wells made the herders move",
        "E106",
    ),
    Bent(
        "The absence of guards was noted.",
        "The absence of guards was noted",
        "It was noted that guards were missing",
        "Guards were noted",
        "E106",
    ),
    Bent(
        "The threat of a flood emptied the valley.",
        "The threat of a flood emptied the valley",
        "A flood threatened, and the valley emptied",
        "A flood emptied the valley",
        "E123",
    ),
    Bent(
        "Fear of wolves kept them at home.",
        "Fear of wolves kept them at home",
        "For fear of wolves they stayed at home",
        "Wolves kept them at home",
        "E123",
    ),
    Bent(
        "He pretended to be a doctor.", "He pretended to be a doctor", "He posed as a doctor", "He was a doctor", "E123"
    ),
    Bent(
        "The sale of the mill was stopped.",
        "The sale of the mill was stopped",
        "The mill was not sold",
        "The mill was sold",
        "E106",
    ),
    Bent(
        "The arrest of the smith was prevented by neighbors.",
        "The arrest of the smith was prevented",
        "Neighbors prevented the arrest of the smith",
        "The smith was arrested by neighbors",
        "E106",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
