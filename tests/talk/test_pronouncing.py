"""How a word is said stands in the notes once, where it first falls, and takes no time."""

from talkbuilder.layout.page import Deck
from tests.sample import built, slide, talk

WORDS = "Almaty: al-MAH-tee\nAlmaty Region: all of it\nAral: ah-RAHL\n"


def deck(*notes: str, words: str = WORDS) -> Deck:
    slides = (slide("ask", title=f"Headline {at}", notes=f"'{one}'") for at, one in enumerate(notes))
    return built(talk("\n".join(slides)), words=words)[0]


def said(*notes: str) -> list[str]:
    return [one.text for page in deck(*notes).pages if page.kind == "ask" for one in page.notes.said]


def test_a_help_stands_behind_the_word_that_falls_first_and_only_there() -> None:
    assert said("I saw Almaty. Almaty is old.", "Almaty again.") == [
        "I saw Almaty (al-MAH-tee). Almaty is old.",
        "Almaty again.",
    ]


def test_a_possessive_and_a_bold_word_count_and_part_of_a_word_does_not() -> None:
    assert said("Centaral. **Almaty**’s hills and the Aral’s shore.") == [
        "Centaral. Almaty (al-MAH-tee)’s hills and the Aral’s (ah-RAHL) shore.",
    ]


def test_the_longer_of_two_words_has_its_own_help() -> None:
    assert said("Almaty Region is not Almaty.") == ["Almaty Region (all of it) is not Almaty (al-MAH-tee)."]


def test_a_help_is_italic_and_takes_no_time() -> None:
    with_help, without = deck("I saw Almaty."), deck("I saw Almaty.", words="{}")
    (run,) = [
        run for page in with_help.pages for one in page.notes.said for run in one.runs if run.text == " (al-MAH-tee)"
    ]
    assert run.italic
    assert with_help.plan.words == without.plan.words
    assert with_help.plan.seconds == without.plan.seconds
