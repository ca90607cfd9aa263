"""What a sentence brings in by the way gives a reviewer a reason that names it; plain talk gives none."""

import pytest

from talkbuilder.authoring.slides import slide_subjects
from talkbuilder.diagnostics import Report
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from tests.authoring.test_unsaid import FILES, bullet, noted
from tests.cases import TALK, talk

_SEEN = (
    "market-day:\n  says: I saw farmers at the market\n  show: farmers at the market\n  source: example-person\n"
    "  kind: observation\n  post: village\n  exact: I saw farmers at the market\n"
)


def reasons(slides: str) -> tuple[str, ...]:
    """Of the first slide that is written."""
    files = {**FILES, "assets/facts.yaml": f"{FILES['assets/facts.yaml']!s}{_SEEN}", TALK: talk(slides)}
    project, report = MemoryProject(files), Report()
    outline = read_outline(project, "talk", report)
    assert outline, [one.message for one in report.diagnostics]
    made = resolve("talk", outline, read_library(project, report), report)
    assert made.is_whole, [one.message for one in report.diagnostics]
    return slide_subjects(made)[2].doubts


FORGED = {
    "'the very same mill' says that it is the same": (noted("It was the very same mill that the bakers knew."),),
    "'That very market' says that it is the same": (noted("That very market closed."),),
    "tells of something newer": (
        noted("Last month he called me, and the mill is up for sale."),
        noted("Only this week they found the bakers."),
        noted("The other day her brother got a card from there."),
        noted("Since I left, they have put up a wall around it."),
        noted("To this day she waits at the river."),
    ),
    "tells of a trend": (
        noted("It has gotten far worse over there."),
        noted("The river gets dirtier every year."),
        noted("Over the years the bakers became poorer and poorer."),
        noted("There the mills keep growing."),
        noted("Prices are on the rise over there."),
    ),
    "tells what somebody said": (
        noted("And she’s like, go home."),
        noted("Then he goes, you owe me a mill."),
        noted("The baker was all, don’t look at me."),
        noted("They’re just like, who asked you."),
        noted("My neighbor goes: the river is ours."),
    ),
    "hints at what no entry": (
        noted("Isn’t it strange that no baker ever complained?"),
        noted("Why is it that the mayor has two houses?"),
        noted("Could it be that the priest was paid?"),
        bullet("Funny how no farmer was asked"),
        noted("Isn’t it convenient that the mill burned?"),
    ),
    "appeals to what others have found": (
        noted("It’s been proven that mills make bakers ill."),
        noted("It is well established that this helps."),
        noted("Studies clearly show that cards help."),
        noted("Experts agree on that."),
        noted("A card is proven to help."),
    ),
    "adds a purpose": (
        noted("The mill {mill-closed} just to punish the bakers."),
        noted("They {bakers} in order to be near the lake."),
        noted("The mill {mill-closed} to silence the farmers."),
        noted("The orchard {orchard}, for show.", "orchard"),
        noted("The mill {mill-closed}, out of spite."),
    ),
    "denies it of all others": (
        noted("You won’t meet a baker who ever got his oven back."),
        noted("Nobody over there has a mill."),
        noted("Not a soul in that village dares to ask."),
        noted("There isn’t a farmer in the valley who trusts them."),
        noted("None of them ever saw the lake again."),
    ),
    "is tied by": (
        noted("Your bread was baked by those bakers."),
        noted("The phone in your pocket was dug out of that river."),
        noted("You’re wearing what their children sewed."),
        noted("Your coffee passed through that mill."),
        noted("Our rug was made in that house by girls."),
    ),
    "and no entry here says it": (
        noted("With our gifts they built a second mill."),
        noted("The money from our sale freed her."),
        noted("Our cards fed the village."),
        noted("The proceeds opened a bakery there."),
        noted("What we gave housed the farmers."),
    ),
    "is taken for granted": (
        noted("What would you say to the officer who burned the mill?"),
        noted("Think of the baker who sold his oven."),
        bullet("Start with the shelter that lost its roof"),
        bullet("Write to the company that flooded the lake"),
        "- {question: Who would hide the boy who ran from the mill?, minutes: 2, notes: So.}\n",
    ),
    "compares, and no entry": (
        bullet("It closed earlier than all others, {mill-closed}"),
        bullet("Worse than our own, the mill {mill-closed}"),
        bullet("More than our parish could bear: it {mill-closed}"),
        bullet("Poorer than their neighbors, they {bakers}"),
        bullet("The orchard gave less than ours: it {orchard}", "orchard"),
    ),
    "leaves out what else": (
        noted("The orchard {orchard} for the mayor alone.", "orchard"),
        noted("They {bakers} solely."),
        noted("It was nothing but apples: it {orchard}.", "orchard"),
        noted("The orchard exclusively {orchard}.", "orchard"),
        noted("They {bakers}, in winter alone."),
    ),
}


@pytest.mark.parametrize(("told", "slides"), [(told, one) for told, forged in FORGED.items() for one in forged])
def test_what_is_brought_in_by_the_way_is_told_as_what_it_is(told: str, slides: str) -> None:
    found = reasons(slides)
    assert [one for one in found if told in one], found


HONEST = (
    # what is newer in the speaker's own life, and what has no time
    noted("Last week I baked a cake."),
    noted("Recently I moved to a new house."),
    noted("I’ve been thinking about it lately."),
    noted("This week you could ask one question."),
    noted("Did you read about it last month?"),
    # what never gets easier
    noted("It never gets easier to tell you this."),
    noted("I’m getting older, and so are you."),
    noted("Can you speak louder?"),
    noted("It gets better in a minute, I promise."),
    noted("The coffee gets colder while I talk."),
    # likes and goings
    noted("She’s like a sister to me."),
    noted("As the saying goes, look before you leap."),
    noted("It’s like a song, and it goes on."),
    noted("How does the song go?"),
    noted("There goes my bus."),
    # what is odd about who speaks
    noted("Isn’t it funny how I always forget that?"),
    noted("Isn’t it strange?"),
    noted("Could it be that you’re tired?"),
    noted("Why is it that we never ask?"),
    noted("It was odd, and I said so."),
    # what nobody has looked into
    noted("I’m no expert, and I haven’t read a study."),
    noted("Ask a doctor, and not me."),
    noted("Science was my worst subject."),
    noted("I never found out."),
    noted("What would it prove?"),
    # purposes of the room
    noted("We came together just to listen."),
    noted("I tell you this in order to be understood."),
    noted("Stand up, just for a moment."),
    noted("The mill {mill-closed}. I say so only to begin somewhere."),
    noted("I asked out of curiosity."),
    # nobody of those who are there
    noted("Nobody here needs to answer."),
    noted("You won’t find a seat that’s warmer."),
    noted("There’s no one in this room who knows it all."),
    noted("None of us ever asked."),
    noted("There isn’t a day that I don’t think of it."),
    # what is yours
    noted("Put your phone in your pocket."),
    noted("Your coffee’s getting cold."),
    noted("Who made your shirt?"),
    noted("Leave your coat on your chair."),
    noted("My mother made my scarf."),
    # gifts
    noted("Thank you for the money that you gave."),
    noted("If you buy a card, thank you."),
    noted("You could give a card."),
    noted("Our church gave what it could."),
    noted("A gift is a gift."),
    # those of whom one may speak so
    noted("Think of the teacher who taught you to read."),
    noted("What would you say to the friend who asked you?"),
    noted("Ask the one beside you."),
    noted("Think of the mill that {mill-closed}."),
    noted("Think of a neighbor who never asks."),
    # comparisons of the talk itself
    bullet("It’s more than meets the eye: it {mill-closed}"),
    bullet("It’s easier than you think"),
    bullet("Better late than never"),
    bullet("Longer than I thought: it {mill-closed}"),
    bullet("That’s more than one question"),
    # alone
    noted("You’re not alone: they {bakers}."),
    noted("I walked home alone."),
    noted("Leave it alone."),
    noted("Alone, I’d never have asked."),
    noted("Nobody should be alone with that."),
)


@pytest.mark.parametrize("slides", HONEST)
def test_plain_talk_brings_nothing_in(slides: str) -> None:
    told = tuple(FORGED)
    assert [one for one in reasons(slides) if any(what in one for what in told)] == []
