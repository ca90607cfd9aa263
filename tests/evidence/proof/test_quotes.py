"""E101, E103, E105 to E108 of quotations: each true one beside one that was tampered with."""

import pytest

from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.evidence.proof.quotes import find_quote
from tests.evidence.valley import codes, found, library, quote

# Speaker, a quotation that is true, the same with one thing wrong, and what must be said of that.
PAIRS = [
    ("walker", "I walked through the valley", "I walked across the valley", "E140"),
    ("walker", "I walked through the valley for 3 ½ weeks", "I walked through the valley for 3 weeks", "E140"),
    ("walker", "for 3½ weeks in the summer", "for 2½ weeks in the summer", "E140"),
    ("walker", "for 3 1/2 weeks in the summer", "for 3 1/4 weeks in the summer", "E140"),
    ("walker", "in the summer of 2011", "in the summer of 2012", "E140"),
    ("walker", "summer of 2011. The old mill", "summer of 2011, the old mill", "E140"),
    ("walker", "summer of 2011.  The   old\u00a0mill", "summer of 2011.  The oldmill", "E140"),
    ("walker", "The old mill — the tallest house for miles", "The old mill, the tallest house for miles", "E140"),
    ("walker", "I believed her", "i believed her", "E140"),
    ("walker", "[t]he old mill", "the old mill", "E140"),
    ("walker", "[T]he tallest house for miles", "[A]he tallest house for miles", "E140"),
    ("walker", "I believed her", "I […] believed her", "E146"),
    ("walker", "called over the [garden] wall", "called over the garden wall", "E144"),
    ("walker", "The old mill […] has not turned", "The old mill […] turned", "E106"),
    ("walker", "has not turned since the flood", "turned since the flood", "E106"),
    ("walker", "[It] has not turned since", "[It is not the one that] has not turned since", "E106"),
    ("walker", "the tallest house for miles", "allest house for miles", "E140"),
    ("walker", "the tallest house for miles", "the tallest house for mile", "E140"),
    ("neighbour", "Nobody mends what nobody needs", "Nobody mends what somebody needs", "E140"),
    ("neighbour", "Nobody mends what nobody needs", "mends what nobody needs", "E106"),
    ("neighbour", "“Nobody mends what nobody needs,”", "Nobody mends what nobody needs,” a neighbour called", "E103"),
    ("miller", "We don't grind any more.", "We grind any more.", "E140"),
    ("miller", "We don’t grind any more.", "We [don’t] grind any more.", "E145"),
    ("miller", "We don`t grind any more.", "grind any more.", "E106"),
    ("miller", "We don't grind […] more", "We […] grind any more", "E106"),
    ("miller", "The river is the ninth longest", "The river is the tenth longest", "E140"),
    ("miller", "The river is the ninth longest in the country", "river is the […] longest in the county", "E140"),
    ("miller", "it only carries about 16 million barrels", "it only carries […] 16 million barrels", "E107"),
    ("miller", "about 16 million barrels a year", "16 million barrels a year", "E107"),
    ("miller", "about 16 million barrels a year", "about 16 […] barrels a year", "E108"),
    ("miller", "I’ve heard that our bridge is ranked 10th", "our bridge is ranked 10th", "E107"),
    ("miller", "I’ve heard that our bridge is ranked 10th or 13th", "[O]ur bridge is ranked 10th or 13th", "E107"),
    ("miller", "Perhaps the road will be mended", "the road will be mended", "E107"),
    ("miller", "Perhaps the road will be mended next year.", "[…] road will be mended next year.", "E107"),
    ("miller", "My brother has never sold his land", "My brother has […] sold his land", "E106"),
    ("miller", "he will not sell it now", "he will […] sell it now", "E106"),
    ("miller", "he will not sell it now", "sell it now", "E106"),
    ("miller", "the meadow, without the mill, to anybody", "the meadow, […] the mill, to anybody", "E106"),
    ("office", "Inspectors counted 88 leaks in 2010", "Inspectors counted 88 leaks in 2009", "E140"),
    ("office", "88 leaks in 2010, a significant increase", "88 leaks […] in 2009", "E109"),
    ("office", "Inspectors counted 88 leaks […] from 49", "Inspectors counted 88 […] from 49 leaks", "E108"),
    ("office", "Twenty-seven families moved away.", "seven families moved away.", "E140"),
    ("office", "received $ 70,000 for repairs", "received $ 70 for repairs", "E140"),
    ("office", "received $ 70,000 for repairs", "received $ 70,000 in repairs", "E140"),
    ("office", "At least 191 letters", "191 letters", "E107"),
    ("office", "over one thousand signatures", "one thousand signatures", "E107"),
    ("office", "over one thousand signatures", "thousand signatures", "E108"),
    ("office", "counted 88 [water] leaks in 2010", "counted 88 [thousand] leaks in 2010", "E108"),
    ("office", "Twenty-seven families moved away [in 2010]", "[Six hundred and] Twenty-seven families moved", "E108"),
    ("miller", "I’ve heard that our bridge is ranked", "heard that our bridge is ranked", "E107"),
    ("walker", "the ice may have cracked the wall", "have cracked the wall", "E107"),
    ("office", "Supposedly, the dam is fifth", "the dam is fifth", "E107"),
    ("office", "In 2010, it repaired 82 pipes", "In 2009, it repaired 82 pipes", "E140"),
    ("walker", "I think that wolves took them.", "wolves took them.", "E107"),
    ("walker", "The lake is almost dry", "The lake is dry", "E140"),
    ("walker", "the ice may have cracked the wall", "cracked the wall", "E107"),
    ("walker", "the ice may have cracked the wall", "the ice […] cracked the wall", "E107"),
    ("walker", "the ice may have cracked", "the ice […] have cracked", "E107"),
    ("miller", "I’ve heard that our bridge", "I’ve […] that our bridge", "E107"),
    ("walker", "The footbridge was closed in autumn.", "The footbridge was open in autumn.", "E140"),
    ("walker", "She knows all about the three passes", "She knows […] about the four passes", "E140"),
    ("walker", "[a joke of the host]", "[the joke of the host]", "E101"),
    ("walker", "The inn has 1,000 windows", "The inn has 1000 windows", "E140"),
    ("walker", "Two of the four springs", "Two of […] four springs ran out", "E140"),
]
# Who really says it, and who does not.
SPEAKERS = [
    ("I walked through the valley", "walker", "miller"),
    ("Nobody mends what nobody needs", "neighbour", "walker"),
    ("We don't grind any more.", "miller", "walker"),
    ("Inspectors counted 88 leaks in 2010", "office", "walker"),
    ("The miller wrote to me afterwards", "walker", "miller"),
    ("A shepherd told me that her flock", "walker", "shepherd"),
]


@pytest.mark.parametrize(("speaker", "true", "tampered", "code"), PAIRS)
def test_a_quotation_is_proved_and_its_forgery_is_not(speaker: str, true: str, tampered: str, code: str) -> None:
    assert codes(quotes=quote(true, speaker)) == []
    assert code in codes(quotes=quote(tampered, speaker))


@pytest.mark.parametrize(("text", "right", "wrong"), SPEAKERS)
def test_words_are_his_who_says_them(text: str, right: str, wrong: str) -> None:
    assert codes(quotes=quote(text, right)) == []
    assert codes(quotes=quote(text, wrong)) == ["E103"]


def test_two_voices_are_not_joined() -> None:
    assert "E105" in codes(quotes=quote("has not turned […] Nobody mends", "walker"))
    assert "E105" in codes(quotes=quote("I walked through the valley […] We don't grind", "walker"))


def test_two_paragraphs_are_not_joined() -> None:
    assert codes(quotes=quote("Perhaps the road will be mended […] My brother has never sold", "miller")) == ["E105"]


def test_what_is_left_out_is_no_longer_than_a_quotation() -> None:
    assert "E105" in codes(quotes=quote("Twenty-seven families […] A third of the valley", "office"))


def test_words_that_stand_twice_may_be_quoted_of_either() -> None:
    assert codes(quotes=quote("The footbridge was closed")) == []


def test_a_miss_shows_the_closest_passage_word_by_word() -> None:
    (fault,) = found(quotes=quote("has not moved since the great flood"))
    assert fault.message == "altered: the post says 'turned', and the quotation 'moved'"
    told = "there 'turned', here 'moved', only here 'great'"
    assert fault.hint == f"copy it from the post: “has not turned since the flood.” ({told})"


def test_a_miss_of_another_post_says_so() -> None:
    (fault,) = found(quotes=quote("Four legs good, two legs bad, whoever wrote it"))
    assert fault.hint == (
        "no passage of the post comes close: see whether it is the right one; 'talkbuilder find WORDS' looks in all"
    )


def test_a_fault_lies_at_what_has_to_be_changed() -> None:
    (text,) = found(quotes=quote("nothing of the kind"))
    (speaker,) = found(quotes=quote("I walked through the valley", "miller"))
    assert (text.place, speaker.place) == (("assets/quotes.yaml", 2, 9), ("assets/quotes.yaml", 3, 12))
    assert speaker.message == "'miller' does not say this; 'walker' speaks there"


@pytest.mark.parametrize("text", ["[…]", "[…] […]", "[a word]", "…", "[", "]", "[]", "[[…]]", "''"])
def test_a_quotation_of_nothing_is_refused(text: str) -> None:
    assert codes(quotes=quote(text)) == ["E101"]


def test_without_an_author_nobody_says_what_no_voice_covers() -> None:
    people = (
        "walker: {credit: W, role: public}\nneighbour: {credit: N, role: critic}\nmiller: {credit: M, role: critic}\n"
    )
    (fault,) = found(quotes=quote("I walked through"), people_yaml=people + "office: {credit: O, role: source}\n")
    assert fault.code == "E103"
    assert "role 'author'" in fault.hint


def test_of_the_places_in_which_an_edited_quotation_may_stand_the_first_ones_are_looked_at() -> None:
    found_one = library(quotes=quote("[t]he bell rang")).quotes["a-quote"]
    assert isinstance(found_one, Quote)
    assert len(find_quote(found_one, PostText("The bell rang. " * 40, (), "walker")).also) == 39
    assert len(find_quote(found_one, PostText("The bell rang. " * 90, (), "walker")).also) == 49


_HEAD = "valley:\n  title: The valley\n  date: 2012-04\n"


def told(post: str, text: str, *voices: tuple[str, str], speaker: str = "miller") -> Verdict:
    """The verdict on a quotation of the miller, whose voice runs from some first words to some last ones."""
    spoken = "".join(f"  - {{who: miller, from: '{first}', to: '{last}'}}\n" for first, last in voices)
    sources = f"{_HEAD}  voices:\n{spoken}" if voices else _HEAD
    read = library("", quote(text, speaker), sources_yaml=sources, posts__valley_txt=f"I walked there. {post}\n")
    (found,) = prove(read).verdicts
    return found


def codes_of(*arguments: str | tuple[str, str]) -> list[str]:
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
    assert code in codes_of(post, text, *voices)


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
    assert "E140" in codes_of(post, text, voice) or "E141" in codes_of(post, text, voice)


@pytest.mark.parametrize("text", ["Nothing grows here but nettles.", "Nothing grows here but nettles", "nothing grows"])
def test_where_no_voice_tells_whose_words_they_are_that_alone_is_said(text: str) -> None:
    (fault,) = told("“Nothing grows here but nettles,” the miller told me. I left.", text).faults
    assert fault.code == "E160"
    assert fault.hint.endswith('- {who: PERSON, from: Nothing grows here but, to: "grows here but nettles,"}')
