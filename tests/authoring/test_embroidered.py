"""What is added to what happened: how, on whose order, what came of it, what was only imagined, more of a list."""

import pytest

from tests.authoring.test_unsaid import bullet, fact, noted, reasons


def listed(label: str, first: str = "The mill") -> str:
    icons = f"[{{icon: scale, head: {first}}}, {{icon: book-open, head: '{label}'}}]"
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
        noted("The {own: bakers} were forced to move."),
        noted("The bakers were told to leave by night, right?"),
        noted("So it was with the bakers."),
        bullet("A mill by night"),
        noted("By the time they leave, they may stand alone."),
        noted("In the end they {bakers}."),
        listed("A job", "And so"),
        listed("A job that nobody in here ever had"),
        bullet("A job {bakers}"),
        listed("A job of my own"),
        listed("…"),
        listed("The market").replace("notes: So.", "notes: A job."),
        listed("A job").replace("icons: [{icon: scale, ", "steps: [{").replace("{icon: book-open, ", "{"),
    ],
)
def test_what_is_said_of_oneself_or_to_the_room_is_not(slides: str) -> None:
    marks = ("in what manner", "somebody made them", "what came of it", "only imagined", "as its list does")
    assert [one for one in reasons(slides) if any(mark in one for mark in marks)] == []


CITED = "mill-closed, bakers, entry"


@pytest.mark.parametrize(
    ("slides", "says"),
    [
        (bullet("The bakers left by night", CITED), "The bakers left the market by night"),
        (noted("In the end they slept.", CITED), "The bakers slept, as in the end they all do"),
        (noted("Some bakers were told to leave the market.", CITED), "Some bakers were forced to leave"),
        (listed("Bread").replace("bakers]", "bakers, entry]"), "Some bakers got bread in the market"),
    ],
)
def test_what_an_entry_tells_is_not_added(slides: str, says: str) -> None:
    marks = ("in what manner", "somebody made them", "what came of it", "as its list does")
    assert [one for one in reasons(slides, fact("entry", says, says)) if any(mark in one for mark in marks)] == []


@pytest.mark.parametrize(
    "slides",
    [
        bullet("Money buys doors"),
        noted("Whoever knows the baker moves to the market."),
        bullet("So").replace("What happened there", "He who moved to the market"),
    ],
)
def test_only_a_title_of_which_an_entry_does_not_tell_is_of_all_such_people(slides: str) -> None:
    assert not [one for one in reasons(slides) if "of all such people" in one]


def stepped(head: str, text: str = "by the river") -> str:
    steps = f"[{{head: The mill, text: by the river}}, {{head: '{head}', text: '{text}'}}]"
    return f"- title: By the river\n  steps: {steps}\n  cite: [mill-closed, bakers]\n  notes: So.\n"


@pytest.mark.parametrize(
    "slides",
    [
        stepped("A hearing"),
        stepped("A long meeting", "with the farmers"),
        stepped("Talks"),
        stepped("A phone call", "at night"),
        stepped("And then", "a party for them"),
        stepped("The last march"),
        listed("A meeting at the market"),
        bullet("A call from afar"),
        "- title: By the river\n  timeline:\n  - {head: The mill, text: by the river}\n"
        "  - {head: A secret test, text: of it, form: event}\n"
        "  - {head: The market, text: of bakers}\n  cite: [mill-closed]\n  notes: So.\n",
    ],
)
def test_an_event_of_which_no_entry_tells_is_told(slides: str) -> None:
    assert [one for one in reasons(slides) if "as if it had taken place" in one], reasons(slides)


@pytest.mark.parametrize(
    "slides",
    [
        stepped("A call", "to whom you know"),
        stepped("A meeting", "of our own"),
        stepped("Your call"),
        stepped("Call"),
        stepped("Hear"),
        stepped("A meeting that was none at all"),
        stepped("A market"),
        bullet("Call a friend"),
        bullet("A call {bakers}"),
        listed("A test", "And so"),
        noted("A hearing."),
    ],
)
def test_a_bid_and_what_the_room_does_is_no_such_event(slides: str) -> None:
    assert [one for one in reasons(slides) if "as if it had taken place" in one] == []


@pytest.mark.parametrize(
    ("says", "is_told"),
    [
        ("The bakers had two hearings in spring", True),
        ("The bakers heard of it in spring", False),
        ("The bakers met and talked in spring", False),
    ],
)
def test_a_noun_is_not_told_by_its_verb(says: str, is_told: bool) -> None:
    slides = stepped("A hearing").replace("bakers]", "bakers, entry]")
    found = [one for one in reasons(slides, fact("entry", says, says)) if "as if it had taken place" in one]
    assert (found == []) == is_told


def test_an_event_is_told_by_the_verb_that_means_it() -> None:
    slides, says = stepped("A test").replace("bakers]", "bakers, entry]"), "The bakers tested the mill in spring"
    assert not [one for one in reasons(slides, fact("entry", says, says)) if "as if it had taken place" in one]


def test_a_label_that_refers_to_an_entry_says_what_the_entry_says() -> None:
    more = fact("job", "Some bakers moved over the lake", "over the lake")
    assert not [one for one in reasons(listed("{job}").replace("bakers]", "bakers, job]"), more) if "its list" in one]
