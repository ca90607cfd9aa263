"""What would have been without somebody, what a gift does to somebody, and what is told opposite a reference."""

import pytest

from tests.authoring.test_unsaid import bullet, fact, noted, reasons


def compared(text: str, head: str = "Now") -> str:
    return (
        '- title: Then and now\n  compare:\n  - {head: Then, text: "{bakers}"}\n'
        f'  - {{head: {head}, text: "{text}", missing: true}}\n  notes: So.\n'
    )


WITHOUT = (
    noted("Without your cards the bakery would have closed."),
    noted("If it weren’t for our quilts, those girls would sleep outside."),
    noted("But for this church she would never have left the house."),
    noted("Had it not been for the sale, the farmers would have starved."),
    noted("Where would those children be without our boxes?"),
    noted("Without people like you, nobody over there would have a roof."),
    noted("But for her they would not be here."),
    noted("Were it not for the sale, the farmers would have starved."),
    noted("If not for the sale, the farmers would have starved."),
)
ONE_OWN = (
    noted("Without coffee I would have slept through it."),
    noted("If it weren’t for my sister, I wouldn’t be here tonight."),
    noted("Without a map we would be lost."),
    noted("I couldn’t have done it without you."),
    noted("Without your questions this evening would be short."),
    noted("But for the snow, I would have walked."),
    noted("Where would I be without coffee?"),
    noted("Without bakers the mill is cold."),
    noted("Without the river the mill would have closed in 2011."),  # whose words are all an entry's
)
GIFTS = (
    noted("Your old boots carry a boy through the snow."),
    noted("Each blanket keeps a family warm."),
    noted("Our boxes put a roof over the women’s heads."),
    noted("One jar of jam feeds a child for a week."),
    noted("A scarf from you lets a mother sleep."),
    noted("Your coat is what keeps her alive."),
)
NO_GIFTS = (
    noted("Your old coat may do for a while in the box."),
    noted("Your gift is welcome, whatever it is."),
    noted("Each box has a label on it."),
    noted("Your questions keep me awake."),
    noted("Every hand helps me tonight."),
    noted("Our choir sings for the children of the school on Sunday."),
    noted("Your old boots carry a boy through the snow, do they?"),
    noted("Your brother helps a boy in the snow."),
    noted("They send help at night."),
    noted("Each blanket keeps the cold wind away from a girl."),
    noted("Each of you who helps a child is welcome."),
)
OPPOSITE = (
    compared("the last baker has gone home"),
    compared("their children forgot it"),
    compared("his sons went to the city"),
    compared("people buy their bread in town"),
    compared("the river took the house"),
    compared("nobody there bakes anymore"),
)
NAMED = (
    compared("a box in the kitchen"),
    compared("nothing yet"),
    compared("bread and tea"),
    compared("I do not know"),
    compared("some bakers, and a market"),
    compared("what would you ask?"),
    compared("where they slept"),
    compared("it was so for years now"),
    compared("the bakers have moved"),
    compared("no need of a home"),
    compared("people of the home"),
    compared("nothing yet", "They went home"),
    compared("the baker has gone home").replace("compare", "steps").replace(", missing: true", ""),
)


@pytest.mark.parametrize("slides", WITHOUT)
def test_what_would_have_been_is_no_more_known_than_what_was(slides: str) -> None:
    assert [one for one in reasons(slides) if "would have been" in one], reasons(slides)


@pytest.mark.parametrize("slides", ONE_OWN)
def test_of_oneself_one_may_say_what_would_have_been(slides: str) -> None:
    assert not [one for one in reasons(slides) if "would have been" in one]


@pytest.mark.parametrize("slides", GIFTS)
def test_what_a_gift_does_to_somebody_is_a_claim(slides: str) -> None:
    assert [one for one in reasons(slides) if "does to" in one or "promises" in one], reasons(slides)


@pytest.mark.parametrize("slides", NO_GIFTS)
def test_what_is_said_of_a_gift_alone_is_none(slides: str) -> None:
    assert not [one for one in reasons(slides) if "does to" in one or "promises" in one]


@pytest.mark.parametrize("slides", OPPOSITE)
def test_what_is_told_opposite_a_reference_is_asked_about(slides: str) -> None:
    assert [one for one in reasons(slides) if "stands opposite" in one or "no entry" in one], reasons(slides)


@pytest.mark.parametrize("text", ["the last baker has gone home", "the last baker walked home", "people go home"])
def test_what_is_told_opposite_has_its_own_reason(text: str) -> None:
    assert [one for one in reasons(compared(text)) if one.startswith("what stands opposite tells")]


def test_who_is_gone_is_named_with_what_stands_before() -> None:
    assert any(one.startswith("'Without your cards'") for one in reasons(WITHOUT[0]))
    (one,) = (one for one in reasons(noted("All the quilts we made kept a girl warm.")) if "does to" in one)
    assert one.startswith("'kept' is what 'All the quilts we made' does to somebody")


@pytest.mark.parametrize("slides", NAMED)
def test_what_only_names_something_there_is_not(slides: str) -> None:
    assert not [one for one in reasons(slides) if "stands opposite" in one]


def test_of_two_gifts_one_is_told() -> None:
    found = reasons(noted("Each blanket keeps a family warm, and one scarf lets a mother sleep."))
    assert len([one for one in found if "does to" in one]) == 1


COUNTED = {
    "barley": ("A third of the barley was given to the abbey", "A third"),
    "land": ("Half of the weavers’ land was used as a fort", "Half"),
    "reports": ("There were rare reports of single guards involved in theft", "rare reports"),
    "bread": ("Half of the barley bread was given to the abbey", "Half"),
    "wheat": ("A third of the wheat, and one third of the rye was given", "A third"),
    "them": ("Half of them were weavers", "Half"),
    "grain": ("A third of the wheat, a third of the barley and a cow were given", "a third"),
    "pilgrims": ("In spring hundreds of pilgrims were fed without being asked if they were lepers", "hundreds"),
}
MISCOUNTED = (
    "{barley} of the farmers was given to the abbey",
    "{land} of the weavers lived in a fort",
    "{pilgrims} of lepers were fed",
    "{barley} of the abbey was barley",
    "In spring {pilgrims} of villagers came",
    "{land} of the fort was in use",
)
COUNTED_SO = (
    "{barley} of the barley went away",
    "{land} of their land was a fort",
    "{pilgrims} of pilgrims were fed",
    "{barley} of all barley was given",
    "{land} of the land that weavers had",
    "{pilgrims} of these pilgrims were not asked",
    "{reports} of guards taking part",
    "{bread} of the barley went away",
    "{barley} of them was given",
    "{wheat} of the wheat was given",
    "{them} of the farmers were weavers",
    "{reports} and {barley} of the farmers were there",
)


def of_counted(text: str) -> tuple[str, ...]:
    facts = "".join(fact(id, says, show) for id, (says, show) in COUNTED.items())
    return tuple(one for one in reasons(bullet(text), facts) if "is a count of" in one)


@pytest.mark.parametrize("text", MISCOUNTED)
def test_a_share_of_one_thing_that_is_told_of_another_is_asked_about(text: str) -> None:
    assert of_counted(text)


@pytest.mark.parametrize("text", COUNTED_SO)
def test_a_share_of_what_its_entry_has_gives_no_reason(text: str) -> None:
    assert not of_counted(text)


def test_a_count_is_told_once_with_what_it_counts_and_before_what_it_stands() -> None:
    (one,) = of_counted("{grain} of the rye was gone")
    assert one.startswith("'grain' is a count of 'wheat', and stands before 'of rye'")
    (other,) = of_counted("In spring {pilgrims} of villagers walked there")
    assert other.startswith("'pilgrims' is a count of 'pilgrims', and stands before 'of villagers'")


def asked(title: str) -> str:
    return f"- title: {title}\n  ask: example-action\n  notes: Do it.\n"


GAVE = (
    noted("The boots that you gave carried a boy through the snow."),
    noted("Your quilts kept those girls warm all winter."),
    noted("The boxes you packed last year fed a whole family."),
    noted("Those letters that we wrote freed two men from the mill."),
    noted("All the money that this church raised sent three children to school."),
    noted("Our scarves let the mothers sleep."),
    noted("Your old red quilts kept those girls warm all winter."),
    noted("The old boots that you gave carried a boy through the snow."),
    noted("The boots that you have given carried a boy through the snow."),
)
GAVE_NOTHING = (
    noted("The boots that you gave are in the next room."),
    noted("Your questions kept me awake."),
    noted("The boxes you packed last year went to the mill."),
    noted("The letters that I read told of the mill."),
    noted("Our choir sang for the children of the school on Sunday."),
    noted("Your patience was a gift to me."),
)
PROMISES = (
    asked("They answer at night and send a doctor"),
    asked("Somebody picks up at once"),
    asked("They will free whoever calls"),
    asked("The people there find a bed for anybody"),
    asked("A volunteer comes to your door within the hour"),
    asked("They never ask for your name"),
    asked("They will be there for her"),
    asked("Call at night and they send a doctor"),
    asked("Volunteers there send a doctor"),
    asked("A kind volunteer comes"),
    asked("Somebody there picks up at once"),
)
NO_PROMISES = (
    asked("Keep this number"),
    asked("Call them, and tell what you saw"),
    asked("You can call at night"),
    asked("Please write it down now"),
    asked("They can be called from any phone"),
    asked("One number to keep"),
    asked("If someone you know needs help"),
    asked("Ask a shelter near you what it needs"),
    asked("They send a doctor, do they?"),
    asked("Call when it rains, because somebody needs it"),
    asked("They moved to the market").replace("  notes", "  cite: [bakers]\n  notes"),
)


@pytest.mark.parametrize("slides", GAVE)
def test_what_was_given_did_nothing_that_no_entry_tells(slides: str) -> None:
    assert [one for one in reasons(slides) if "does to" in one], reasons(slides)


@pytest.mark.parametrize("slides", GAVE_NOTHING)
def test_what_was_given_may_be_named(slides: str) -> None:
    assert not [one for one in reasons(slides) if "does to" in one]


@pytest.mark.parametrize("slides", PROMISES)
def test_what_those_do_who_are_called_is_a_promise(slides: str) -> None:
    assert [one for one in reasons(slides) if "promises" in one], reasons(slides)


@pytest.mark.parametrize("slides", NO_PROMISES)
def test_what_the_room_is_asked_to_do_promises_nothing(slides: str) -> None:
    assert not [one for one in reasons(slides) if "promises" in one]
