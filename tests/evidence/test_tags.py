"""What tells beside quote marks who is speaking, and is not part of what is said: 'he said', 'she told me'."""

import pytest

from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.proof import prove
from tests.evidence.valley import library, quote

_HEAD = "valley:\n  title: The valley\n  date: 2012-04\n"


def told(post: str, text: str, *voices: tuple[str, str], speaker: str = "miller") -> Verdict:
    """The verdict on a quotation of the miller, whose voice runs from some first words to some last ones."""
    spoken = "".join(f"  - {{who: miller, from: '{first}', to: '{last}'}}\n" for first, last in voices)
    sources = f"{_HEAD}  voices:\n{spoken}" if voices else _HEAD
    read = library("", quote(text, speaker), sources_yaml=sources, posts__valley_txt=f"I walked there. {post}\n")
    (found,) = prove(read).verdicts
    return found


def codes(*arguments: str | tuple[str, str]) -> list[str]:
    return [one.code for one in told(*arguments).faults]  # type: ignore[arg-type]


GEESE = "“Three geese,” she said, “and they never came back.”"
OVEN = "“The oven is cold,” said the old miller, “but the bread is warm.”"
SOUP = "“Come in!” Greta called. “The soup is hot.”"


@pytest.mark.parametrize(
    ("post", "text", "voices"),
    [
        (GEESE, "Three geese […] and they never came back.", [("Three geese", "came back")]),
        (GEESE, "Three geese, […] and they never came back.", [("Three geese", "came back")]),
        (GEESE, "Three geese […] and they never came back.", [("Three geese", "geese"), ("and they", "came back")]),
        (OVEN, "The oven is cold […] but the bread is warm.", [("The oven", "is warm")]),
        ("“I bake,” he told me again, “and they eat.”", "I bake […] and they eat.", [("I bake", "they eat")]),
        (SOUP, "Come in! […] The soup is hot.", [("Come in", "is hot")]),
        (SOUP, "Come in! […] The soup is hot.", [("Come in", "in!"), ("The soup", "is hot")]),
        ("“I bake,” the miller told us. “They eat.”", "I bake […] They eat.", [("I bake", "They eat")]),
    ],
)
def test_an_omission_may_leave_out_who_says_it_between_two_quote_marks(
    post: str, text: str, voices: list[tuple[str, str]]
) -> None:
    found = told(post, text, *voices)
    assert (found.faults, found.proved is None) == ((), False)


@pytest.mark.parametrize(
    ("post", "text", "voices", "code"),
    [
        ("“The mill,” he joked, “is a palace.”", "The mill […] is a palace.", [("The mill", "a palace")], "E141"),
        ("“He steals,” they claimed, “and he lies.”", "He steals […] and he lies.", [("He steals", "lies")], "E141"),
        ("The oven, he said, is cold.", "The oven […] is cold.", [("The oven", "is cold")], "E141"),
        ("“It is cold,” he said, and the bread was warm.", "It is cold […] and the bread", [("It is", "warm")], "E141"),
        ("“It is cold,” he said, “if it rains, or wet.”", "It is cold […] or wet.", [("It is", "or wet")], "E141"),
        ("“They come,” he said, “almost never home.”", "They come […] home.", [("They come", "home")], "E106"),
        ("“They come,” he never said, “home.”", "They come […] home.", [("They come", "home")], "E106"),
        ("“It is cold,” he said. “It is,” she said. “Go.”", "It is cold […] Go.", [("It is cold", "Go.")], "E141"),
        (
            "“It is cold,” he said. I left. “It is warm.”",
            "It is cold […] It is warm.",
            [("It is cold", "cold,"), ("It is warm", "warm.")],
            "E105",
        ),
        (GEESE, "Three geese, and they never came back.", [("Three geese", "came back")], "E140"),
        (GEESE, "Three geese, [she said,] and they never came back.", [("Three geese", "came back")], "E145"),
    ],
)
def test_it_may_leave_out_nothing_else_there(post: str, text: str, voices: list[tuple[str, str]], code: str) -> None:
    assert code in codes(post, text, *voices)


def test_nor_may_it_join_what_two_people_say() -> None:
    voices = "  - {who: miller, from: Three, to: geese}\n  - {who: shepherd, from: and they, to: back}\n"
    read = library(
        "",
        quote("Three geese […] and they never came back.", "miller"),
        sources_yaml=f"{_HEAD}  voices:\n{voices}",
        posts__valley_txt=f"I walked there. {GEESE}\n",
    )
    (found,) = prove(read).verdicts
    assert "E105" in [one.code for one in found.faults]


def test_the_hint_for_what_is_left_out_between_does_not_advise_brackets() -> None:
    (fault,) = told("“It,” they claimed, “is so.”", "It […] is so.", ("It", "is so")).faults
    assert fault.hint == "quote it too"


@pytest.mark.parametrize(
    ("post", "text", "voice"),
    [
        ("“Nothing grows here but nettles,” the miller told me. I left.", "Nothing grows here but nettles.", "nettles"),
        ("“Nothing grows here,” said the old miller.", "Nothing grows here.", "here"),
        ("“Nothing grows here,” she told us at the gate.", "Nothing grows here.", "here"),
        ("“Nothing grows here”, he said.", "Nothing grows here.", "here"),
        ("“Nothing grows here,” he said. “Nor there.”", "Nothing grows here.", "grows here"),
        ("“Rain fell. Nothing grows here,” Greta answered.", "Nothing grows here.", "here"),
        ("“Rain fell, and nothing grew,” he said.", "Rain fell […] nothing grew.", "grew"),
    ],
)
def test_the_comma_before_who_says_it_may_become_a_stop(post: str, text: str, voice: str) -> None:
    first = post.strip("“").split(",")[0].split(".")[0].split("”")[0]
    found = told(post, text, (first, voice))
    assert (found.faults, found.proved is None) == ((), False)


def test_so_may_the_comma_before_i_said() -> None:
    found = told("“Nothing grows here,” I said to her.", "Nothing grows here.", speaker="walker")
    assert (found.faults, found.proved is None) == ((), False)


@pytest.mark.parametrize(
    ("post", "text", "voice"),
    [
        ("“Nothing grows here,” he said, “but nettles.”", "Nothing grows here.", ("Nothing", "nettles")),
        ("“Nothing grows here, but nettles do,” he said.", "Nothing grows here.", ("Nothing", "nettles do")),
        ("“Nothing grows here,” he said.", "Nothing grows here!", ("Nothing", "here")),
        ("“Nothing grows here,” he said.", "Nothing grows here?", ("Nothing", "here")),
        ("“Nothing grows here,” he said.", "Nothing grows here…", ("Nothing", "here")),
        ("“Nothing grows here,” I read on the gate.", "Nothing grows here.", ("Nothing", "here")),
        ("Nothing grows here, he said.", "Nothing grows here.", ("Nothing", "here")),
        ("“Nothing grows” here, he said.", "Nothing grows.", ("Nothing", "grows")),
    ],
)
def test_no_other_sentence_is_ended(post: str, text: str, voice: tuple[str, str]) -> None:
    assert "E140" in codes(post, text, voice) or "E141" in codes(post, text, voice)


@pytest.mark.parametrize("text", ["Nothing grows here but nettles.", "Nothing grows here but nettles", "nothing grows"])
def test_where_no_voice_tells_whose_words_they_are_that_alone_is_said(text: str) -> None:
    (fault,) = told("“Nothing grows here but nettles,” the miller told me. I left.", text).faults
    assert fault.code == "E160"
    assert fault.hint.endswith('- {who: PERSON, from: Nothing grows here but, to: "grows here but nettles,"}')
