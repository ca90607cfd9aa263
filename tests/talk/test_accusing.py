"""Who is said to do a wrong, or to suffer one: claims, where nothing else in a sentence is one."""

import pytest

from talkbuilder.talk.accusing import accusations


@pytest.mark.parametrize(
    "text",
    [
        "The ministry sells its orphans to the mines",
        "Customs officers smuggle children over the pass",
        "The mayor took bribes from the owners of the quarry",
        "Landlords have always starved the herdsmen",
        "The courts look the other way",
        "Mongolians enslave their own cousins",
        "The shelter does nothing",
        "The judge was in league with the smugglers",
        "Foremen who ran the quarry beat the boys",
        "The bank profits from it",
        "The company leaves them to die in the snow",
        "The orphanage hands its girls over to recruiters",
        "The captain of the guards and his officers protect the smugglers",
        "Doctors in the valley steal from the poor",
        "The prime minister lied about the harvest",
    ],
)
def test_a_wrong_that_the_powerful_are_said_to_do_is_found(text: str) -> None:
    assert [text[start:end] for start, end in accusations(text)] != []


@pytest.mark.parametrize(
    "text",
    [
        "The boys of the quarry were whipped at night",
        "Women are auctioned behind the market",
        "She was drugged on the ferry",
        "Tajiks get robbed at the border",
        "Workers who asked for bread were locked up and flogged",
        "A child is sold there before the harvest",
        "Boys were drugged and carried off",
        "They had been chained to the loom",
    ],
)
def test_a_wrong_that_people_are_said_to_suffer_is_found(text: str) -> None:
    assert [text[start:end] for start, end in accusations(text)] != []


@pytest.mark.parametrize(
    "text",
    [
        "The bakery sells bread, and the company sells ovens",
        "The state lies between two rivers",
        "The police abuse hotline is open at night",
        "The school gave up its old hall",
        "Does the army beat its recruits?",
        "If a child is sold, somebody has to ask",
        "Nobody was robbed on that road",
        "No worker may be beaten",
        "Imagine that the men were chained",
        "My brother was robbed in the harbor",
        "We were beaten at chess",
        "Trafficking means that a person is sold or used",
        "It is for people who were sold",
        "The officer looked up and smiled",
        "Doctors treat the men for nothing",
        "The hotel was sold to a cook",
        "How often a girl is sold, nobody can tell",
        "The boys were shot through with cold",
        "Our church gives what it can",
    ],
)
def test_plain_talk_of_the_same_people_is_none(text: str) -> None:
    assert [text[start:end] for start, end in accusations(text)] == []


def test_it_stands_from_who_does_it_to_the_deed() -> None:
    text = "In those years the army shot protesters in the square."
    assert [text[start:end] for start, end in accusations(text)] == ["army shot"]
