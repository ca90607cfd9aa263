"""What a sentence takes as known without telling it: that something changed, what somebody knew, that one was there."""

import pytest

from tests.authoring.test_unsaid import bullet, fact, noted, reasons

MARK = "takes something as known"

CITED = "mill-closed, bakers, entry"
FORGED = (
    bullet("Some bakers quit cheating and moved to the market"),
    bullet("Farmers began to fear the mill by the river"),
    bullet("The mill no longer cheats the bakers"),
    bullet("The bakers finally moved to the market"),
    bullet("The market has resumed selling the bakers"),
    bullet("The mill by the river closed again in 2011"),
    bullet("The bakers kept on selling the mill"),
    bullet("The market goes back to selling the mill"),
    bullet("The bakers have gone back to selling the mill"),
    bullet("The bakers stopped slowly moving the mill"),
    bullet("The bakers did not move the mill any more"),
    noted("The bakers stopped lying when the mill closed."),
    # what somebody knew
    noted("What did the mill know about the bakers?"),
    noted("How much did the market hear of the mill?"),
    noted("When did the town learn about the bakers?"),
    noted("What does the river hide from the bakers?"),
    noted("What did those farmers think of the mill?"),
    noted("What did the bakers of Ghent know?"),
    noted("What did the bakers of Ghent really know?"),
    # what the speaker knew
    noted("I already guessed that the mill had closed."),
    noted("I always knew why the bakers moved."),
    noted("We sensed from the first day that the mill would close."),
    noted("Even then I understood what the bakers wanted."),
    noted("I had long suspected the mill."),
    noted("I had long since suspected the mill."),
    noted("I from the first suspected the mill."),
    noted("From the first I suspected the mill."),
    noted("Even then I had guessed that the mill would close."),
    noted("I knew it all along, and the mill closed."),
    noted("I knew before anybody that the mill would close."),
    # being there
    noted("I can still see how the baker looked at me."),
    noted("I still smell the bread that they held out to me."),
    noted("I can hear his voice in the mill to this day."),
    noted("I still feel her hand on my arm at the market."),
    noted("I can still picture the way they carried the ovens out."),
    noted("I can still picture the way the ovens fell."),
)
HONEST = (
    bullet("The mill by the river closed in 2011"),
    bullet("Some bakers moved to the market, and did not come back"),
    noted("I stopped reading there for a day."),
    noted("It finally stopped snowing when I wrote this."),
    noted("Let me begin again with the mill."),
    noted("I began to wonder about the mill."),
    noted("Please stop me if I speak too fast."),
    noted("What do you know about the mill?"),
    noted("What did I know about bakers?"),
    noted("What would you ask the bakers?"),
    noted("How much of this did you hear before?"),
    noted("What is a mill?"),
    noted("I did not know that the mill had closed."),
    noted("I now know why the bakers moved."),
    noted("You already know this mill."),
    noted("I know little about bakers."),
    noted("I learned much later about the mill."),
    noted("I can still picture the mill by the river."),
    noted("I still see that market before me."),
    noted("Can you still hear me?"),
    noted("I still wonder about the bakers."),
    noted("I still feel sad when I read it."),
    noted("I always knew why {own: the bakers} moved."),
    noted("Who says that the mill no longer cheats the bakers?"),
    noted("It stopped raining in the market."),
    noted("Think of bakers who no longer moved."),
    bullet("Finally a mill for the bakers"),
    bullet("Finally a mill in need"),
    bullet("The mill by the river closed once again in 2011"),
    bullet("The mill by the river never again moved"),
    bullet("The bakers started during the market"),
)
TOLD = (  # (slides, what an entry of theirs says)
    (noted("I always guessed that the mill had closed.", CITED), "The miller already knew why the bakers moved"),
    (noted("I always guessed that the mill had closed.", CITED), "The miller from the first knew of the bakers"),
    (noted("I can still see how the baker looked at me.", CITED), "I saw the baker in the mill by the river"),
    (noted("I can still see how the baker looked at me.", CITED), "I very often saw the baker by the river"),
    (noted("I can still see how the baker looked at me.", CITED), "I heard the baker in the mill by the river"),
    (noted("I can still see how the baker looked at me.", CITED), "The baker told me of the mill by the river"),
    (noted("What did the mill know about the bakers?", CITED), "The mill knew of the bakers by the river"),
    (bullet("The bakers stopped lying", CITED), "The mill by the river stopped baking in 2011"),
    (bullet("The mill no longer cheats the bakers", CITED), "The mill by the river no longer moved"),
)


@pytest.mark.parametrize("slides", FORGED)
def test_what_no_entry_tells_is_not_taken_as_known(slides: str) -> None:
    assert [one for one in reasons(slides) if MARK in one], reasons(slides)


@pytest.mark.parametrize("slides", HONEST)
def test_what_is_told_or_is_the_speakers_own_gives_no_reason(slides: str) -> None:
    assert not [one for one in reasons(slides) if MARK in one], reasons(slides)


@pytest.mark.parametrize(("slides", "says"), TOLD, ids=[says for _, says in TOLD])
def test_what_an_entry_tells_is_known(slides: str, says: str) -> None:
    entry = fact("entry", says, says)
    assert not [one for one in reasons(slides, entry) if MARK in one], reasons(slides, entry)


def test_who_only_heard_of_them_was_not_there() -> None:
    says = "I heard of the baker in the mill by the river"
    found = reasons(noted("I can still see how the baker looked at me.", CITED), fact("entry", says, says))
    assert [one for one in found if MARK in one]
