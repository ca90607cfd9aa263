"""E101, E103, E105 to E108 of quotations: each true one beside one that was tampered with."""

import pytest

from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.evidence.proof.quotes import find_quote
from tests.corpora.tables import from_table
from tests.evidence.valley import codes, found, judged, library, quote


@from_table
def test_a_quotation_is_proved_and_its_forgery_is_not(speaker: str, true: str, tampered: str, code: str) -> None:
    assert codes(quotes=quote(true, speaker)) == []
    assert code in codes(quotes=quote(tampered, speaker))


def test_two_paragraphs_are_not_joined() -> None:
    assert codes(quotes=quote("Perhaps the road will be mended […] My brother has never sold", "miller")) == ["E105"]


def test_what_is_left_out_is_no_longer_than_a_quotation() -> None:
    assert "E105" in codes(quotes=quote("Twenty-seven families […] A third of the valley", "office"))


def test_words_that_stand_twice_may_be_quoted_of_either() -> None:
    assert codes(quotes=quote("The footbridge was closed")) == []


def test_an_end_within_a_clause_that_is_not_marked_is_asked_about() -> None:
    post = "The shop is a warm room with a clock and a stove, which is old."
    asked = "the sentence goes on 'with a clock and': does it mean the same without?"
    assert judged(post, "The shop is a warm room").question.startswith(asked)
    for text in ("The shop is a warm room […]", "The shop is a warm room with a clock", post.partition(",")[0]):
        assert judged(post, text).question == ""


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


@from_table
def test_an_omission_may_leave_out_who_says_it_between_two_quote_marks(
    post: str, text: str, voices: list[tuple[str, str]]
) -> None:
    found = told(post, text, *voices)
    assert (found.faults, found.proved is None) == ((), False)


@from_table
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


@from_table
def test_the_comma_before_who_says_it_may_become_a_stop(post: str, text: str, voice: str) -> None:
    first = post.strip("“").split(",")[0].split(".")[0].split("”")[0]
    found = told(post, text, (first, voice))
    assert (found.faults, found.proved is None) == ((), False)


def test_so_may_the_comma_before_i_said() -> None:
    found = told("“Nothing grows here,” I said to her.", "Nothing grows here.", speaker="walker")
    assert (found.faults, found.proved is None) == ((), False)


@from_table
def test_no_other_sentence_is_ended(post: str, text: str, voice: tuple[str, str]) -> None:
    assert "E140" in codes_of(post, text, voice) or "E141" in codes_of(post, text, voice)
