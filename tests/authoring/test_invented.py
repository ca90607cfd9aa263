"""Authorities, counts on fingers, tellers, deeds and doers that no entry has give a reason; plain talk gives none."""

import pytest

from tests.authoring.test_insinuated import reasons
from tests.authoring.test_unsaid import bullet, noted

FORGED = {
    "gives a saying to an authority": (
        noted("Scripture says that the miller will be weighed."),
        noted("An old Kazakh proverb warns that bread without salt is a debt."),
        noted("Solomon taught that the river repays the baker."),
        bullet("The Good Book says to buy local"),
        noted("The Bible promises that the market will be full."),
    ),
    "is a count, and no entry": (
        noted("You can count the mills on the fingers of one hand."),
        noted("Count the boats on both hands."),
        noted("I counted the wells on my fingers and toes."),
        noted("It takes two hands and both feet to count them."),
    ),
    "is a deed that no entry tells": (
        noted("I spoke with the guards."),
        noted("I sat down beside the prisoner and wept."),
        noted("I went back and helped the women."),
        noted("I interviewed the victims."),
        noted("I followed those men home."),
    ),
    "is another teller than": (
        noted("A nurse who worked on the site told me that the bakers {bakers}."),
        noted("The sailor from the harbour once told us that it {mill-closed}."),
        noted("A lawyer assured me that it {mill-closed}."),
    ),
    "puts a doer before": (
        noted("Our own consulate got the mill to stop, and it {mill-closed}."),
        noted("Your letters pushed the miller to stop, and it {mill-closed}."),
        noted("The bishop persuaded the town to help, and some {bakers}."),
    ),
}
PLAIN = (
    noted("I counted on my friends."),
    noted("Give the speaker a hand."),
    noted("I would have asked the men."),
    noted("The Bible is on the table."),
    noted("I never spoke with the guards."),
    noted("My hands were cold."),
    noted("The mill {mill-closed}, and some bakers {bakers}."),
    noted("What got me to look again is that it {mill-closed}."),
)


@pytest.mark.parametrize(("why", "slides"), [(why, one) for why, all_ in FORGED.items() for one in all_])
def test_what_is_invented_gives_a_reason(why: str, slides: str) -> None:
    assert any(why in one for one in reasons(slides))


@pytest.mark.parametrize("slides", PLAIN)
def test_plain_talk_gives_none_of_these(slides: str) -> None:
    assert not [one for one in reasons(slides) for why in FORGED if why in one]
