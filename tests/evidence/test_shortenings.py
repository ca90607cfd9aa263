"""What a quotation leaves out that may carry the sense: told, for a person to weigh."""

import pytest

from talkbuilder.evidence.proof import prove
from tests.evidence.valley import judged, library, quote

POST = (
    "According to common belief the only one to blame is the driver. He came too late to the bridge. The bridge was "
    "weak.\n\n"
    "All the goats were forcibly driven out. The office fined 29 owners for broken fences in spring. Adult goats were "
    "allowed to leave. My sister and I mended the wall. I saw the whole "
    "flock (it was small) on the hill. Yesterday the wind turned. Three goats, tired and thin, came home.\n\n"
    "We came home late. People often say that goats are clever. They eat paper. Goats do not eat in the dark."
)


def review(text: str) -> tuple[str, ...]:
    verdict = judged(POST, text)
    assert [one.code for one in verdict.faults] == []
    return verdict.review


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He came too late to the bridge.", "the sentence before says 'according to'"),
        ("came too late to the bridge.", "the sentence before says 'according to'"),
        ("They eat paper. Goats do not eat in the dark.", "the sentence before says 'people often say'"),
        ("the goats were […] driven out.", "it leaves out 'forcibly'"),
        ("The office fined 29 owners […] in spring.", "it leaves out 'for broken fences'"),
        ("goats were allowed to leave", "the sentence begins with 'Adult'"),
        ("I mended the wall.", "the sentence begins with 'My sister and'"),
        ("I saw the whole", "the sentence goes on with 'flock'"),
        ("The office fined", "the sentence goes on with '29 owners for'"),
        ("Goats do not eat", "the sentence goes on with 'in the dark'"),
    ],
)
def test_what_may_carry_the_sense_is_told_with_its_words(text: str, words: str) -> None:
    assert any(one.startswith(words) for one in review(text)), review(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was weak.",  # two sentences further on
        "We came home late.",  # of another paragraph
        "I saw the whole flock […] on the hill.",
        "Three goats […] came home.",
        "the wind turned.",
    ],
)
def test_what_is_set_off_or_says_nothing_is_not_told(text: str) -> None:
    assert review(text) == ()


@pytest.mark.parametrize(
    "before",
    [
        "In the eyes of the town he was a thief.",
        "It is widely assumed that he drank.",
        "Rumour had it that he was ill.",
    ],
)
def test_what_a_town_says_may_reach_further_than_its_sentence(before: str) -> None:
    assert judged(f"{before} He took money.", "He took money.").review


@pytest.mark.parametrize(
    "before", ["He was, they say, a kind man.", "Officially he was poor.", "As the saying goes, time flies."]
)
def test_what_is_put_in_by_the_way_reaches_no_further(before: str) -> None:
    assert judged(f"{before} He took money.", "He took money.").review == ()


def test_a_gap_in_which_nothing_is_left_out_is_told() -> None:
    (fault,) = judged(POST, "The bridge […] was weak.").faults
    assert fault.code == "E146"
    assert judged(POST, "I saw the whole flock […] on the hill.").proved


@pytest.mark.parametrize(
    ("post", "text"),
    [
        (
            "People say that goats are clever.\n\nThey eat paper. Goats do not eat in the dark.",
            "They eat paper. Goats do not eat in the dark.",
        ),  # of another paragraph
        ("My aunt, who sang well, lived here.", "My aunt, […] sang well"),
        ("We gave them bread in the cold of the long last winter.", "We gave them bread […] winter."),
        ("We gave them bread. Once it was white bread. They ate it.", "We gave them bread. […] They ate it."),
        ("I saw goats on the hill.", "goats on the hill."),
        ("“Small goats” is what he called us. Small “goats and sheep” came.", "goats and sheep"),
        ("Sadly, goats eat paper.", "goats eat paper."),
        ("Grey goats they called us.", "they called us."),
        ("Today goats eat paper.", "goats eat paper."),
    ],
)
def test_what_lies_further_off_is_not_told(post: str, text: str) -> None:
    assert judged(post, text).review == ()


def test_what_a_town_says_is_no_frame_of_another_voice() -> None:
    post = "Neighbours say that goats are clever. They eat paper and shoes."
    posts = "valley: {title: V, date: 2012, voices: [{who: miller, from: They eat, to: shoes.}]}\n"
    (verdict,) = prove(
        library("", quote("They eat paper", "miller"), sources_yaml=posts, posts__valley_txt=post)
    ).verdicts
    assert verdict.proved
    assert not [one for one in verdict.review if "sentence before" in one]


def test_words_of_another_voice_are_no_frame() -> None:
    post = "People say that goats are clever. They eat paper. Goats do not eat in the dark."
    assert judged(post, "They eat paper. Goats do not eat in the dark.").review
    assert (
        judged(post.replace("People say that", "I wrote that"), "They eat paper. Goats do not eat in the dark.").review
        == ()
    )


def test_a_title_is_quoted_whole_or_in_its_own_marks() -> None:
    assert judged(POST, "The valley, by and by").proved
    assert not judged(POST, "The valley, by and bye").proved


WHOSE = (
    ("Indeed, those nuns eat no meat.", "nuns eat no meat."),
    ("In the end our bakers sold stale bread.", "bakers sold stale bread."),
    ("Yet his pupils cheat in every exam.", "pupils cheat in every exam."),
    ("I have seen how such ferries sink within minutes.", "ferries sink within minutes."),
    ("Nearly always these young monks break their vows.", "young monks break their vows."),
    ("They talk little, but their judges take bribes.", "judges take bribes."),
)
ANYBODY = (
    ("I told them that nuns eat no meat.", "nuns eat no meat."),
    ("In the end our bakers sold stale bread.", "our bakers sold stale bread."),
    ("Such was life, and pupils cheat.", "pupils cheat."),
    ("The pier is theirs. Ferries sink within minutes.", "Ferries sink within minutes."),
    ("I gave her apples and honey.", "apples and honey."),
    ("Yet his pupils cheat in every exam.", "[His] pupils cheat in every exam."),
)


@pytest.mark.parametrize(("post", "text"), WHOSE)
def test_what_tells_of_whom_it_is_said_is_asked_for_right_before_the_noun(post: str, text: str) -> None:
    found = judged(post, text)
    assert found.proved, found.faults
    assert any("is it needed?" in one for one in found.review)


@pytest.mark.parametrize(("post", "text"), ANYBODY)
def test_what_is_said_of_all_of_a_kind_in_the_post_too_is_not_asked_about(post: str, text: str) -> None:
    assert judged(post, text).review == ()


REJOINED = (
    (
        "The abbot denied the rumor of losing the vines and selling the bells.",
        "The abbot denied […] selling the bells.",
    ),
    ("They fear the long winter on the pass, or laugh at the wolves.", "They fear […] the wolves."),
    (
        "The mayor praised the ferry, the pier and those who built them, and cursed the tax.",
        "The mayor praised […] the tax.",
    ),
    (
        "She remembers what the flood did, how the roof fell, or dreams about her sister.",
        "She remembers […] about her sister.",
    ),
    ("The guards beat the drum whenever it rained, then fed the prisoners.", "The guards beat […] the prisoners."),
    (
        "The nurse gave up a post in the old ward, which she hated, for the sake of her son.",
        "The nurse gave up […] her son.",
    ),
)
LISTED = (
    (
        "She bought the flour for the whole of the village, the eggs and the salt.",
        "She bought […] the eggs and the salt.",
    ),
    ("The ferry, which the old smith from the coast had built, sank.", "The ferry […] sank."),
    ("We saw the harbor, the long pier and the boats of the guild.", "We saw […] the boats of the guild."),
    ("They teach the boys how to plough, how to sow and how to reap.", "They teach the boys […] how to reap."),
)


@pytest.mark.parametrize(("post", "text"), REJOINED)
def test_a_verb_that_takes_another_object_over_an_omission_is_told(post: str, text: str) -> None:
    found = judged(post, text)
    assert found.faults or any("belong to it?" in one for one in found.review)


@pytest.mark.parametrize(("post", "text"), LISTED)
def test_a_shorter_list_and_what_is_set_off_need_nobody(post: str, text: str) -> None:
    assert judged(post, text).review == ()


KINDS = (  # (post, text, what is cut off and before which noun)
    ("Yet his children cheat in every exam.", "children cheat in every exam.", "'his' before 'children'"),
    ("They sold in May her apples and honey.", "apples and honey.", "'her' before 'apples'"),
    ("They mourn her apples and honey.", "apples and honey.", "'her' before 'apples'"),
)
NO_KINDS = (
    ("Indeed, those sing loud songs.", "sing loud songs."),
    ("Yet his bread is good for nuns.", "bread is good for nuns."),
    ("Yet his glass is good.", "glass is good."),
    ("Yet his bus is late.", "bus is late."),
    ("Indeed, those always sing.", "always sing."),
    ("They offered her apples and honey.", "apples and honey."),
    ("They saw her apples and honey.", "apples and honey."),
)
PASS = "They fear the long winter on the pass, or laugh at the wolves."
FEARED = "They fear […] wolves."
NO_OBJECTS = (
    ("They fear the winter. Many laugh at the wolves.", "They fear […] Many laugh at the wolves."),
    ("They fear(the long winter on the pass), or laugh at the wolves.", "They fear […] the wolves."),
    ("We went among the friends of the old mill at night, or laugh at the wolves.", "We went among […] the wolves."),
    ("They said, “fear” the long winter on the pass, or laugh at the wolves.", "They said, “fear” […] the wolves."),
    ("They fear the long winter on the pass, or laugh at (the) wolves.", "They fear […] (the) wolves."),
)


@pytest.mark.parametrize(("post", "text", "words"), KINDS)
def test_what_is_cut_off_before_a_noun_of_several_is_told(post: str, text: str, words: str) -> None:
    assert judged(post, text).review == (f"it cuts off the {words}: is it needed?",)


@pytest.mark.parametrize(("post", "text"), NO_KINDS)
def test_before_one_thing_a_verb_and_whom_something_is_given_nothing_is_cut_off(post: str, text: str) -> None:
    assert judged(post, text).review == ()


@pytest.mark.parametrize(("post", "text"), NO_OBJECTS)
def test_what_is_no_object_of_a_verb_is_not_missed(post: str, text: str) -> None:
    assert not any("belong to it?" in one for one in judged(post, text).review)


def test_another_object_without_an_article_is_missed_too() -> None:
    flour = "She bought the flour for the whole of the village and salt for cows."
    for post, text, rest in ((flour, "She bought […] salt for cows.", "salt for cows"), (PASS, FEARED, "wolves")):
        assert any(f"does '{rest}' belong to it?" in one for one in judged(post, text).review)
