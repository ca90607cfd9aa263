"""E160: words in quote marks, which are hardly ever those of the source's author."""

import pytest

from talkbuilder.evidence.overheard import overheard
from talkbuilder.evidence.post_text import PostText, VoiceWords
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


def test_a_voice_around_them_tells_whose_they_are() -> None:
    assert heard(f"“{SAID},” a miller told me.", voices=(VoiceWords("miller", "The mill has", "for years"),)) is None


def test_a_quotation_of_them_shows_the_line_to_add() -> None:
    silent = POSTS.replace("  - {who: neighbour, from: Nobody mends, to: nobody needs}\n", "")
    assert silent != POSTS
    assert codes(quotes=quote("Nobody mends what nobody needs"), sources_yaml=silent) == ["E160"]
    assert codes(quotes=quote("and I believed her"), sources_yaml=silent, posts__valley_txt=POST) == []
