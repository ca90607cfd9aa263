"""What was bought with a gift, and a way up or down from a figure, are told behind a reference and by no entry."""

import pytest

from tests.authoring.test_retold import reasons as read
from tests.authoring.test_unsaid import FILES, bullet, fact, noted

_GIFTS = (
    fact("gift", "The choir gave ninety dollars to the mill", "ninety dollars")
    + fact("oven", "The choir paid for an oven in the mill", "for an oven")
    + fact("pace", "The mill is the fourth of the valley, and growing", "fourth of the valley")
)


def reasons(slides: str) -> tuple[str, ...]:
    return read(slides, assets__facts_dot_yaml=f"{FILES['assets/facts.yaml']!s}{_GIFTS}")


def given(behind: str, cite: str = "gift") -> str:
    return noted(f"The choir gave {{gift}}. {behind}", cite)


USED = (
    given("The mill put in a new oven with it."),
    given("Two of the bakers bought a wagon with that money."),
    given("The mill has got a warm room out of it."),
    given("It went into a new roof."),
    given("Half of it became a playground."),
    given("Think of it. That paid for lunches."),
    noted("The choir gave {gift}, and the mill set up a long table with it.", "gift"),
)
NOT_USED = (
    given("I was glad of it, and I went home with it."),
    given("We bought a cake with it for you."),
    given("The mill put in an oven with it.", "gift, oven"),
    given("That made the evening a good one."),
    given("It went to the mill."),
    given("Did the mill buy a wagon with it?"),
    given("They bought {oven} with it.", "gift, oven"),
    given("So it is. And so it was. The mill bought a wagon with it."),
    given("The mill bought a wagon with it, {own: and I saw it}."),
    noted("The mill put in a new oven with it."),
)
ON_ITS_WAY = (
    bullet("The mill is {pace}, and climbing", "pace, bakers"),
    bullet("The mill is {pace}, but slowly sinking", "pace, bakers"),
    bullet("The mill is {pace} now, with more to come", "pace, bakers"),
    noted("The mill is {pace}. Years earlier it was far below that.", "pace"),
    noted("The mill is {pace}. A decade later it was not even close.", "pace"),
)
NOT_ON_ITS_WAY = (
    bullet("The mill is {pace}, and growing", "pace, bakers"),
    bullet("The mill is {pace}, and well liked", "pace, bakers"),
    noted("The mill is {pace}. Today we are far from that.", "pace"),
    noted("The mill is {pace}. It is far from here.", "pace"),
    noted("The mill is {pace}. Was it far below that years earlier?", "pace"),
    noted("The mill {mill-closed}. And so. And so. Years earlier it was far below that."),
)


@pytest.mark.parametrize("slides", USED)
def test_what_was_bought_with_a_gift_is_told(slides: str) -> None:
    assert any("for what was given" in one for one in reasons(slides)), reasons(slides)


@pytest.mark.parametrize("slides", NOT_USED)
def test_what_an_entry_tells_and_what_the_room_does_is_no_such_use(slides: str) -> None:
    assert [one for one in reasons(slides) if "for what was given" in one] == []


@pytest.mark.parametrize("slides", ON_ITS_WAY)
def test_a_way_up_or_down_from_a_figure_is_told(slides: str) -> None:
    assert any("tells of a trend" in one for one in reasons(slides)), reasons(slides)


@pytest.mark.parametrize("slides", NOT_ON_ITS_WAY)
def test_what_an_entry_tells_and_what_is_near_no_figure_is_no_trend(slides: str) -> None:
    assert [one for one in reasons(slides) if "tells of a trend" in one] == []
