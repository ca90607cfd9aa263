"""What is added to what happened: how, on whose order, what came of it, what was only imagined, more of a list."""

import pytest

from tests.authoring.test_unsaid import bullet, noted, reasons


def listed(label: str) -> str:
    icons = f"[{{icon: scale, head: The mill}}, {{icon: book-open, head: '{label}'}}]"
    return f"- title: By the river\n  icons: {icons}\n  cite: [mill-closed, bakers]\n  notes: So.\n"


FORGED = (
    ("in what manner", bullet("The bakers left by night")),
    ("in what manner", noted("They walked away before dawn.")),
    ("in what manner", noted("The bakers went one by one, without a word.")),
    ("in what manner", noted("They came on foot, and never by day.")),
    ("somebody made them", bullet("The mill had to be {mill-closed}")),
    ("somebody made them", noted("Some bakers were told to leave the market.")),
    ("somebody made them", noted("The bakers were forced to move.")),
    ("somebody made them", noted("Their pupils were told not to write to the bakers.")),
    ("what came of it", noted("The bakers {bakers}. By the time they leave, they can stand alone.")),
    ("what came of it", noted("The bakers {bakers}. In the end they believe in themselves.")),
    ("what came of it", noted("The bakers {bakers}. It gives them a new life.")),
    ("what came of it", noted("The bakers {bakers}. A year later most have a job.")),
    ("somebody made them", bullet("On orders from above, it {mill-closed}")),
    ("somebody made them", bullet("Somebody made sure that it {mill-closed}")),
    ("what came of it", noted("The bakers {bakers}. That is how they get on their feet.")),
    ("what came of it", noted("The bakers {bakers}. Some of them live from it now.")),
    ("what came of it", noted("The bakers {bakers}. It works.")),
    ("only imagined", noted("Imagine a baker in the front row, and that is how it was.")),
    ("only imagined", noted("Picture the miller at the door: so it was.")),
    (
        "of all such people",
        bullet("So").replace("What happened there", "Whoever knows the baker moves to the market free"),
    ),
    ("of all such people", bullet("So").replace("What happened there", "Money buys doors")),
    ("as its list does", listed("A job")),
    ("as its list does", listed("A new home")),
    ("as its list does", listed("Some money")),
)


@pytest.mark.parametrize(("told", "slides"), FORGED)
def test_what_is_added_is_told_as_what_it_is(told: str, slides: str) -> None:
    assert any(told in one for one in reasons(slides)), reasons(slides)


@pytest.mark.parametrize(
    "slides",
    [
        noted("I read of the bakers by night."),
        noted("We had to think of the bakers."),
        noted("Nobody had to move to the market."),
        noted("Nobody at this market has to be a baker."),
        noted("That is how I read of it."),
        noted("I was told to be short."),
        noted("I hope that they will stand on their own feet one day."),
        noted("In the end you will have seen the mill."),
        noted("Imagine that you had to speak to the bakers."),
        noted("Were the bakers told to leave?"),
        listed("The bakers"),
        listed("The market"),
        listed("Somebody to talk to"),
        listed("And what else?"),
    ],
)
def test_what_is_said_of_oneself_or_to_the_room_is_not(slides: str) -> None:
    marks = ("in what manner", "somebody made them", "what came of it", "only imagined", "as its list does")
    assert [one for one in reasons(slides) if any(mark in one for mark in marks)] == []
