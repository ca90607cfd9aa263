"""E160: words in quote marks, which are hardly ever those of the source's author."""

import pytest

from talkbuilder.evidence.proof.attribution import overheard
from talkbuilder.evidence.proof.post_text import PostText, VoiceWords
from tests.evidence.valley import POST, POSTS, codes, quote

SAID = "The mill has stood still for years"


def heard(paragraph: str, words: str = SAID, voices: tuple[VoiceWords, ...] = ()) -> str | None:
    """What stands in the marks around these words, in the normal form."""
    post_text = PostText(f"I walked there.\n\n{paragraph}\n\nI walked home.", voices, "walker")
    (found,) = post_text.places(words)
    one = overheard(post_text, *found)
    return post_text.text[one.start : one.end] if one else None


@pytest.mark.parametrize(
    "paragraph",
    [
        f"“{SAID},” a miller told me.",
        f'"{SAID}," a miller told me.',
        f"«{SAID}», a miller told me.",
        f"„{SAID}“, a miller told me.".replace("“", "”"),
        f"He said “come” and then “{SAID}.”",
        f"A miller told the office: “Nobody asks. {SAID}. Come and see.”",
        f"I said nothing. “{SAID}!” she called over the wall.",
        f"She said “They say “{SAID}” here.” I believed her.",
    ],
)
def test_words_in_marks_are_not_the_authors(paragraph: str) -> None:
    found = heard(paragraph)
    assert found is not None
    assert SAID in found


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{SAID}.",
        f"They call it “the old lady”. {SAID}, and the “lady” too.",
        f"“Come,” she said. {SAID}. “Sit down,” he said.",
        f"I wrote to her: “{SAID}.”",
        f"As I always say, “{SAID}.”",
    ],
)
def test_what_stands_outside_and_what_i_said_is_the_authors(paragraph: str) -> None:
    assert heard(paragraph) is None


def test_a_title_and_a_word_that_is_pointed_at_are_nobodys_speech() -> None:
    assert heard("I read “The Mill at the End of the Road” there.", "The Mill at the End of the Road") is None
    assert heard("They call it “old mill” there.", "old mill") is None


SHORT = "Nobody came"


@pytest.mark.parametrize(
    "paragraph",
    [
        f"The baker cried: “{SHORT}.”",
        f"The shepherd, who had waited all day, answered at last: “{SHORT}!”",
        f"A girl at the inn whispered, “{SHORT}.”",
        f"She told me “{SHORT}” and left.",
        f"He told us again that “{SHORT.lower()}”.".replace(SHORT.lower(), SHORT),
        f"“{SHORT},” the innkeeper said.",
        f"“{SHORT},” said the old innkeeper.",
        f"“{SHORT}!” Greta called over the wall.",
        f'"{SHORT}?" they asked.',
        f"The inn was dark. “{SHORT}.” So I waited.",
        f"“{SHORT}.”",
        f"A guest: “{SHORT}.”",
        f"“Sit down,” he said. “{SHORT}.”",
    ],
)
def test_a_few_words_that_are_spoken_are_not_the_authors_either(paragraph: str) -> None:
    assert heard(paragraph, SHORT) is not None


def test_one_word_that_is_spoken_is_not_the_authors() -> None:
    assert heard("She wrote, “Never.”", "Never") is not None
    assert heard("She wrote “too late” on the door.", "too late") is not None
    assert heard("“Never!” the baker shouted.", "Never") is not None
    assert heard("The baker said: “Never.”", "Never") is not None


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("They call it “old mill” there.", "old mill"),
        ("He keeps a so-called “free house.” I went in.", "free house"),
        ("We baked “black bread,” as they call it.", "black bread"),
        ("The “old inn,” the baker told me, had burned.", "old inn"),
        ("“Black bread” is what the baker told me to buy.", "Black bread"),
        ("The sign “Black bread” the baker told me to hang has gone.", "Black bread"),
        ("It is said to be a “very old” inn.", "very old"),
        ("She wrote “The Bell” in one winter.", "The Bell"),
        ("Of all inns it had the name “The Bell.” I liked it.", "The Bell"),
        ("I walked in. “The Bell.” I liked it.", "The Bell"),
        ("I said: “Not today.”", "Not today"),
        ("We answered, “Not today.”", "Not today"),
        ("“Not today,” I said.", "Not today"),
        ("“Not today!” we called over the wall.", "Not today"),
        ("“Not today,” said I.", "Not today"),
        ("They call the inn “Not today.” I laughed.", "Not today"),
    ],
)
def test_a_few_words_that_are_pointed_at_or_are_mine_are_the_authors(paragraph: str, words: str) -> None:
    assert heard(paragraph, words) is None


def test_a_voice_around_them_tells_whose_they_are() -> None:
    assert heard(f"“{SAID},” a miller told me.", voices=(VoiceWords("miller", "The mill has", "for years"),)) is None


def test_a_quotation_of_them_shows_the_line_to_add() -> None:
    silent = POSTS.replace("  - {who: neighbour, from: Nobody mends, to: nobody needs}\n", "")
    assert silent != POSTS
    assert codes(quotes=quote("Nobody mends what nobody needs"), sources_yaml=silent) == ["E160"]
    assert codes(quotes=quote("and I believed her"), sources_yaml=silent, posts__valley_txt=POST) == []
