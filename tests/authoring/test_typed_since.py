"""What is typed into a deck that was built: forged claims are open, honest ones rest on what the slide cites."""

from pathlib import Path

import pytest

from talkbuilder.authoring.accounts import Account, accounts, pictures
from talkbuilder.authoring.coverage import coverage
from talkbuilder.geo.gazetteer import is_place
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.pptx.reading import Piece, ReadDeck, Sight, read_deck
from tests.authoring.test_coverage import BULLETS, made

FORGED = (
    "88 wolves were shot",
    "Eighty-eight herds died",
    "88,000 herds",
    "880 herds were counted",
    "The bureau counted 88 herds in 1999",
    "Nearly ninety herds",
    "88 of 90 herds",
    "Half the herds were gone",
    "Most of the herds were stolen",
    "One herd in four",
    "49% of herds",
    "$88 a herd",
    "The bureau counted eighty-nine herds",
    "Two thirds of the herds",
    "Herds doubled to 176",
    "In the 1930s the herds died",
    "On May 3, 1931 the herds were taken",
    "“We took all the herds,” says the bureau",
    "Somebody said: “The herds were ours”",
    "According to Dr. Karim Aliyev the herds are gone",
    "President Nazarov took the herds",
    "About 16 thousand herds",
    "16 billion people live there",
    "about 61 million people",
    "The 14th largest herd",
    "88 million herds",
    "Hundreds of thousands of herds",
    "eighty-eight percent of herds",
    "A million herds were lost",
    "Over 400 herds",
    "3.5 herds a family",
    "Every second herd",
    "12,5 herds",
    "The bureau counted ٨٩ herds",
    "The bureau counted ８９ herds",
    "Four hundred herds, the bureau says",
    "88½ herds",
    "a dozen herds",
    "twice as many herds",
    "0 herds",
)
HONEST = (
    "The bureau counted 88 herds",
    "In 2010 the bureau counted 88 herds",
    "They counted 88 herds of goats",
    "Herds: 88",
    "The bureau’s count of herds was 88",
    "88 herds",
    "88 herds were counted in 2010",
    "The bureau counted 88.",
    "So 88 herds are what the bureau counted",
    "First of all, think of the herds",
    "Two questions about herds",
    "Thank you all",
    "Herds in Kazakhstan",
    "From Almaty to Astana",
    "A count of herds, by the bureau",
    "We come to the second part",
    "Let me say one thing",
    "Look at the herds",
    "The year was 2010, said the bureau of its herds",
    "88 herds, by the bureau’s count",
    "More herds than before",
    "Some herds were counted",
    "Nobody knows how many there are now",
    "Ask me later",
    "On the one hand, on the other hand",
    "The herds of 2010",
    "Herds counted (88)",
    "88 herds in all",
    "“88 herds”",
    "Wells and herds",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[ReadDeck, tuple[Account, ...]]:
    deck, file = made(), Path(tmp_path_factory.mktemp("deck")) / "talk.pptx"
    [one] = OUTPUTS["pptx"].render(deck)
    with file.open("wb") as stream:
        one.write(stream)
    return read_deck(file, pictures(deck)), accounts(deck)


def open_claims(built: tuple[ReadDeck, tuple[Account, ...]], text: str) -> list[str]:
    """What is open of a text that somebody adds to a slide."""
    read, talk = built
    slides = list(read.slides)
    one = slides[BULLETS]
    slides[BULLETS] = Sight(one.title, (*one.pieces, Piece("slide", text)), one.unreadable)
    told = coverage(ReadDeck(tuple(slides), read.built_for, read.aspect), talk, is_place)
    return [claim.words for slide in told for claim in slide.uncovered]


@pytest.mark.parametrize("text", FORGED)
def test_a_forged_claim_is_open(built: tuple[ReadDeck, tuple[Account, ...]], text: str) -> None:
    assert open_claims(built, text)


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_one_is_not(built: tuple[ReadDeck, tuple[Account, ...]], text: str) -> None:
    assert open_claims(built, text) == []
