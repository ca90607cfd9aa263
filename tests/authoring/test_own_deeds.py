"""Deeds, meetings and letters that no entry tells, promises and questions that take something as known give reasons."""

import pytest

from tests.authoring.test_retold import reasons as read
from tests.authoring.test_unsaid import FILES, bullet, fact, noted
from tests.authoring.test_unsaid import reasons as unsaid

WITH = {
    "assets__facts_dot_yaml": f"{FILES['assets/facts.yaml']!s}market-day:\n  says: I saw farmers at the market\n"
    "  show: farmers at the market\n  source: example-person\n  kind: observation\n  post: village\n"
    "  exact: I saw farmers at the market\n"
    "gate:\n  says: I walked over to him at the gate\n  show: at the gate\n  source: example-person\n"
    "  kind: observation\n  post: village\n  exact: I walked over to him\n",
    "assets__people_dot_yaml": f"{FILES['assets/people.yaml']!s}visitor: {{credit: A visitor, role: critic}}\n",
    "assets__quotes_dot_yaml": f"{FILES['assets/quotes.yaml']!s}visit:\n  text: It is commonly said that it is old.\n"
    "  speaker: visitor\n  post: village\n"
    "visit-own:\n  text: I own that it is old.\n  speaker: visitor\n  post: village\n",
}


def over(title: str) -> str:
    return f"- title: {title}\n  quote: visit\n  notes: So.\n"


def reasons(slides: str) -> tuple[str, ...]:
    return read(slides, **WITH)


def asked(question: str, more: str = "") -> str:
    return f"- question: {question}\n  minutes: 2\n{more}  cite: [mill-closed, bakers]\n  notes: So.\n"


def blank(name: str, cite: str = "mill-closed") -> str:
    return f"- blank: {name}\n  cite: [{cite}]\n  notes: So.\n"


FORGED = {
    "tells of the speaker, and no entry": (
        over("Why I always longed to live by the sea"),
        over("How I dreaded every morning there"),
        blank("The storm I watched at the gate", "gate"),
        bullet("The wolves I met that winter", "market-day, bakers"),
        asked("How would you feel when I left the burning mill?"),
        asked("What did I think after I had jumped?"),
    ),
    "is witness of the speaker, and no entry": (
        blank("The mill I saw closing"),
        blank("I watched the bakers move", "bakers"),
        blank("The night I heard the mill fall silent"),
    ),
    "takes for granted that somebody d": (
        asked("Who had sold the mill?"),
        asked("So who secretly flooded it?"),
        asked("Which of the bakers started the fire?"),
        asked("Whom did the closing feed?"),
        asked("What now?", "  begin: Think of who profits from it.\n"),
        asked("Who stood to win?"),
        noted("Ask who was behind it."),
    ),
    "gives the words to whom they are about": (
        over("The market owns up to it"),
        over("At last the bakers apologize"),
        over("The mill breaks its silence"),
    ),
    "is a deed that no entry tells": (
        noted("I went over to her, gave her my coat, and waited until the doctor came."),
        noted("So I ran after him and brought him some bread."),
        noted("I had tea with the miller himself."),
        noted("That evening I took him home with me."),
        noted("I held her hand the whole night."),
        noted("I shook hands with one of the guards."),
        noted("I have sat at their table."),
        noted("We hid one of the boys in our cellar."),
        over("When I came to the market, I wept"),
        over("The day I knocked at the mill"),
        over("We slept on the floor of the mill"),
    ),
    "makes words of somebody else": (
        over("My first night at the mill"),
        over("Our long way out of the market"),
        over("My years as a baker there"),
    ),
    "speaks to the speaker, and no entry": (
        noted("He told me so himself over breakfast."),
        noted("One of them still writes to me."),
        noted("The baker calls me every Sunday, and his nightmares are gone."),
        noted("Her sister has sent me a letter from the mill."),
        noted("He visited us twice last winter."),
    ),
    "says what somebody holds": (
        over("Even the farmer thinks it served them right"),
        over("My neighbor believes they chose it"),
        over("She wants it to go on"),
        over("Nobody there hates the mill owner"),
    ),
    "takes for granted": (
        noted("Why did our mayor look away for so long?"),
        noted("What would you have done when he begged you for bread?"),
        noted("Would you sleep well after they had locked her in?"),
        noted("Why do the neighbors still keep quiet?"),
        noted("What goes through your mind when they drag her away?"),
        noted("How can our own church keep silent about what it knows?"),
        noted("If you had seen how he beat them, would you have left?"),
        noted("How would you feel once she threw herself at your feet?"),
        noted("Why were bakers told to close the market?"),
        noted("Why was the river kept from the bakers?"),
    ),
    "is marked as known, and": (
        noted("{own: Two of my neighbors | they told me} had worked in that mill."),
        noted("{own: A friend of mine | she said so} lost her bread at the same market."),
        noted("{own: Three cousins of mine | at a wedding} sold tools to those bakers."),
    ),
    "tells of something newer": (
        noted("We sent it in spring. Since then neither mill has closed its doors."),
        noted("To this day the mill turns no farmer away."),
        noted("Ever since, the market has been a safe place."),
    ),
    "says that it is elsewhere": (
        noted("This is something that happens over there."),
        noted("Such things don’t happen here."),
        noted("In a town like ours nobody has to look for it."),
        bullet("It only goes on far away"),
        noted("Luckily, all this is an ocean away from us."),
        noted("Here, of all places, you have nothing to fear."),
    ),
}
HONEST = {
    "tells of the speaker, and no entry": (
        over("Why I wanted you to hear this"),
        over("I love how he says it"),
        over("A sentence I heard too late"),
        blank("The farmers I saw at the market", "market-day"),
        blank("The song I love most"),
        blank("The man I met at the gate", "gate").replace(
            "The man I met at the gate", "'{own: The man | so it was} I met'"
        ),
        bullet("I hope to be understood", "market-day, bakers"),
        asked("What did I think when I walked over to him?").replace("mill-closed", "gate"),
        "- {title: The storm I watched at the gate, drawing: mill, notes: So.}\n",
        noted("The storm I watched at the gate.", cite="gate"),
    ),
    "is witness of the speaker, and no entry": (
        blank("The farmers I saw", "market-day"),
        blank("What I found in a story"),
        blank("What I saw"),
        blank("The mill I heard of"),
    ),
    "takes for granted that somebody d": (
        asked("Who closed the mill?"),
        asked("Who of you has heard of it?"),
        asked("Who taught you to bake?"),
        asked("Who has ever heard of it?"),
        asked("Who would you ask?"),
        asked("Which of these did you like?"),
        asked("Who wrote it?"),
        asked("Do you know someone who grew corn?"),
        asked("Whom did you ask?"),
        noted("Think of who could help."),
    ),
    "gives the words to whom they are about": (
        over("The visitor admits that it is old"),
        over("Who owns up?").replace("Who", "What if nobody"),
        over("It is commonly said"),
        "- title: The bakers own up\n  drawing: mill\n  notes: So.\n",
        over("The market owns up to it").replace("visit\n", "visit-own\n"),
    ),
    "is a deed that no entry tells": (
        noted("I thought of him all night."),
        noted("I did not go over to him."),
        noted("I walked over to him.", cite="gate"),
        noted("I read about them on the train."),
        noted("I wish I had gone over to her."),
        noted("I never met him, and I never asked the guards."),
        noted("I gave you a handout at the door."),
        noted("I saw farmers at the market, and I watched them."),
        over("What I read in a letter"),
        over("I keep coming back to this"),
        over("When I read it, I was moved"),
        over("I asked a farmer what he needs"),
    ),
    "makes words of somebody else": (
        over("My thanks to a farmer"),
        over("My reason to read this"),
        over("A word in my ear"),
    ),
    "speaks to the speaker, and no entry": (
        noted("Write to me, or call me."),
        noted("If she writes to me, I will tell you."),
        noted("Nobody writes to me about it."),
        noted("You can call me."),
    ),
    "says what somebody holds": (
        over("What do you think of this?"),
        over("I think of it often"),
        over("Words to think about"),
        over("What a farmer told me"),
        over("How she thinks of the mill"),
    ),
    "takes for granted": (
        noted("Why do you come here?"),
        noted("What would you do when the bell rings?"),
        noted("Why did the mill close in 2011?"),
        noted("Why do I tell you this?"),
        noted("What do you say when they ask you?"),
        noted("What did you think when you saw the bridge?"),
        noted("How did the ferry carry farmers over the lake?", cite="ferry"),
    ),
    "is marked as known, and": (
        noted("{own: Two of my neighbors | they told me} are here tonight."),
        noted("{own: My sister | she is my sister} likes tea."),
        noted("{own: A friend of mine | she made it} baked this cake."),
    ),
    "tells of something newer": (
        noted("Since then I have told it often."),
        noted("To this day I keep the letter."),
        noted("Ever since, I look twice."),
    ),
    "says that it is elsewhere": (
        noted("Do you think this only happens over there?"),
        noted("It’s easy to think that it only happens far away."),
        noted("This doesn’t only happen over there."),
        noted("Nobody here has to speak tonight."),
        noted("The coffee is over there."),
        noted("You have nothing to fear: there is no quiz."),
    ),
}


@pytest.mark.parametrize(("why", "slides"), [(why, one) for why, all_ in FORGED.items() for one in all_])
def test_what_nobody_tells_gives_a_reason(why: str, slides: str) -> None:
    assert any(why in one for one in reasons(slides))


@pytest.mark.parametrize(("why", "slides"), [(why, one) for why, all_ in HONEST.items() for one in all_])
def test_what_is_known_or_plain_gives_none_of_these(why: str, slides: str) -> None:
    assert not [one for one in reasons(slides) if why in one]


PLAIN = (
    noted("We’ll fill it in together, so grab a pencil."),
    noted("I could talk until the cows come home."),
    "- title: Many hands make light work\n  drawing: mill\n  notes: Rome wasn’t built in a day.\n",
    "- title: How to make a card\n  bullets: [Cut along the line, Glue it on, Fold it twice]\n  notes: So.\n",
    "- title: Where to go\n  bullets: [By the piano]\n  notes: Don’t put all your eggs in one basket.\n",
    "- title: Make yourself at home\n  bullets: ['On silent, please', Scissors and glue]\n  notes: So.\n",
    noted("Let’s not beat around the bush, and don’t judge a book by its cover."),
    noted("Pass the scissors and the tape along, and mind the cables."),
)
BUT_NOT_PLAIN = (
    noted("The guards locked the mill."),
    noted("They cut the bakers’ ropes."),
    noted("The piano belonged to the mayor."),
    noted("They grab whom they can get."),
    "- title: What happened there\n  bullets: [The gates are locked at night]\n  cite: [bakers]\n  notes: So.\n",
)


@pytest.mark.parametrize("slides", PLAIN)
def test_household_words_and_proverbs_are_plain_talk(slides: str) -> None:
    assert reasons(slides) == ()


@pytest.mark.parametrize("slides", BUT_NOT_PLAIN)
def test_the_same_words_told_of_others_are_not(slides: str) -> None:
    assert reasons(slides)


URGED = (
    "Give here, and another man walks free the same day",
    "Sign, and a girl goes home to her mother",
    "Your ten dollars free a worker",
    "Each card feeds a child for a week",
    "Call now, so the police will come within the hour",
)
ASKED = (
    "Give what you can, and ask another friend to give",
    "Call, and tell a neighbor about it",
    "Write a letter to the mill, and a card to a friend",
    "Buy a card",
)


def urged(do: str) -> tuple[str, ...]:
    more = f"{FILES['assets/actions.yaml']!s}\nurge: {{do: '{do}', recipient: You}}\n"
    return read("- title: One thing\n  ask: urge\n  notes: So.\n", assets__actions_dot_yaml=more)


@pytest.mark.parametrize("do", URGED)
def test_an_action_that_promises_what_it_brings_gives_a_reason(do: str) -> None:
    assert any("promises what no entry tells" in one for one in urged(do))


@pytest.mark.parametrize("do", ASKED)
def test_an_action_that_only_asks_promises_nothing(do: str) -> None:
    assert not [one for one in urged(do) if "promises what no entry tells" in one]


def test_who_was_told_to_go_is_no_supposition_where_an_entry_tells_it() -> None:
    more = fact("entry", "Guards told the bakers to go", "told")
    asks = noted("Why were the bakers told to go?", "bakers, entry")
    assert not [one for one in unsaid(asks, more) if "takes for granted" in one]
