"""E101, E103, E105 to E108 of quotations: each true one beside one that was tampered with."""

import pytest

from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.post_text import PostText
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
    (
        "walker",
        "The old mill - the tallest house for miles - has not",
        "The old mill the tallest house for miles",
        "E140",
    ),
    ("walker", "The old mill — the tallest house for miles", "The old mill, the tallest house for miles", "E140"),
    (
        "walker",
        "a neighbour called over the wall... and I believed",
        "a neighbour called over the wall and I believed",
        "E140",
    ),
    ("walker", "I believed her", "i believed her", "E140"),
    ("walker", "[t]he old mill", "the old mill", "E140"),
    ("walker", "[T]he tallest house for miles", "[A]he tallest house for miles", "E140"),
    ("walker", "I believed her", "I […] believed her", "E146"),
    ("walker", "called over the [garden] wall", "called over the garden wall", "E144"),
    (
        "walker",
        "I walked through the valley […] in the summer",
        "in the summer […] I walked through the valley",
        "E143",
    ),
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
    (
        "miller",
        "He would sell the meadow, without the mill",
        "The road will be mended next year. […] sell the meadow",
        "E105",
    ),
    (
        "miller",
        "the road will be mended next year".join(["Perhaps ", ""]),
        "Perhaps […] he will not sell it now",
        "E105",
    ),
    ("office", "Inspectors counted 88 leaks in 2010", "Inspectors counted 88 leaks in 2009", "E140"),
    ("office", "88 leaks in 2010, a significant increase", "88 leaks […] in 2009", "E109"),
    ("office", "Inspectors counted 88 leaks […] from 49", "Inspectors counted 88 […] from 49 leaks", "E108"),
    (
        "office",
        "Twenty-seven families moved away. […] At least 191",
        "Twenty-seven families […] received $ 70,000",
        "E105",
    ),
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
    assert fault.hint.endswith("has not [-turned-] {+moved+} since the {+great+} flood.")


def test_a_miss_of_another_post_says_so() -> None:
    (fault,) = found(quotes=quote("Four legs good, two legs bad, whoever wrote it"))
    assert fault.hint == "no passage of the post comes close; see whether it is the right post"


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
