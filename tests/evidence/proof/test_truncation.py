"""E141 truncated-quote: what a quotation may not cut off its sentence, and what it may."""

import pytest

from tests.corpora.tables import from_table
from tests.evidence.valley import codes, judged, quote

# Quotations that look as if something were lost, and nothing is.
WHOLE = [
    ("Nobody rowed out that night, and the lamp went out.", "the lamp went out."),
    ("I know how the bell was cast.", "the bell was cast."),
    ("I remember when the pier was built.", "the pier was built."),
    ("She called it “the quiet year” and laughed.", "She called it ‘the quiet year’ and laughed."),
    ("I never left the U.S. This is a small town.", "This is a small town."),
    ("The U.S. Embassy sent a letter to Mr. Brown.", "The U.S. Embassy sent a letter to Mr. Brown."),
    ("We met Mr. Brown on the long grey pier of the town.", "We met Mr. Brown […] of the town."),
    ("It took 2 1/2 hours to cross.", "It took 2½ hours to cross."),
    ("When I was young, the bay froze each winter.", "the bay froze each winter."),
    ("The bay froze each winter, and we walked across it.", "we walked across it."),
    ("He asked if I was cold; the room had no stove.", "the room had no stove."),
    ("Some people envy us, and we smile at them.", "we smile at them."),
    ("My aunt, who lived by the pier, sang every night.", "My aunt […] sang every night."),
    ("I wrote: “Courage needs company.”", "Courage needs company."),
    ("Many left early because the soup was cold.", "the soup was cold."),
    ("The soup was cold, which nobody minded.", "The soup was cold"),
    ("I remember that the river was clean.", "the river was clean."),
    ("The good news is that the river is clean.", "the river is clean."),
    ("After the flood, the river was clean, and the fish came back.", "the river was clean"),
    ("The river was clean, so we swam.", "The river was clean"),
    ("My aunt, a nurse in Norwood, never slept before noon.", "My aunt […] never slept before noon."),
    ("We have two dogs, three cats and a goat.", "and a goat."),
    ("I saw many people, and they were singing.", "they were singing."),
    ("He can sing, and he plays the harp well.", "he plays the harp well."),
    ("I used to live there, but the house is gone now.", "the house is gone now."),
    ("The kitchen was warm even though it snowed.", "it snowed."),
    ("Yes, the kitchen was warm.", "the kitchen was warm."),
    ("The kitchen was warm, it smelled of bread, and everybody sang.", "it smelled of bread"),
    ("I met the only doctor of the town, who taught me chess.", "who taught me chess."),
    ("He arrived from the U.S. with Mrs. Hill and Dr. Moss.", "with Mrs. Hill and Dr. Moss."),
    ("I told them that courage is a habit.", "courage is a habit."),
    ("The book “Rivers of ‘Home’” is mine.", "The book “Rivers of ‘Home’” is mine."),
    ("Everybody knows the song [and hates it].", "Everybody knows the song [and hates it]."),
    ("The smell of some herbs reminds me of her kitchen.", "reminds me of her kitchen."),
    ("We can see the sea from here, a blue line.", "a blue line."),
    ("What I liked most was the view from the roof.", "the view from the roof."),
    ("My students wrote a song about rain.", "wrote a song about rain."),
    ("The teacher asked for silence; the boys were quiet.", "the boys were quiet."),
    ("It's St. Anne's, as you can see. The boys were quiet.", "The boys were quiet."),
    ("The street was empty, as always on Sundays.", "The street was empty"),
    ("To this day I dream of that street.", "I dream of that street."),
    ("This street, I told her, is mine.", "This street, I told her, is mine."),
    ("At school we learned to sing; at home we learned to mend nets.", "at home we learned to mend nets."),
    ("Each spring the river rises.", "the river rises."),
    ("The river rose, the bridge fell, and we rowed.", "the bridge fell"),
    ("My wife likes the river more than I do.", "My wife likes the river"),
    ("The teacher told us about rivers. They are long.", "They are long."),
    ("I was twelve when the river rose.", "the river rose."),
    ("We had enough bread, cheese and hope.", "We had enough bread"),
    ("More than anything, I missed the river.", "I missed the river."),
    ("Two years later, I came back.", "I came back."),
    ("Many years ago, the river froze.", "the river froze."),
    ("After some time we ran home.", "we ran home."),
    ("With only two oars we rowed home.", "we rowed home."),
    ("At least the bell rang.", "the bell rang."),
    ("The stove (if you could call it one) was lit at six by my aunt.", "lit at six by my aunt."),
    ("They are paid little, if anything at all.", "They are paid little"),
    ("The soup was not only hot but good, my favourite.", "The soup was not only hot"),
    ("The wall of this house, which does anything but keep us warm, is new.", "The wall of this house […] is new."),
    ("My aunt, who sang well, lived here.", "My aunt, […] sang well"),
    ("The rules are in articles 3, 4, and 5, which nobody reads.", "4, and 5"),
]


@from_table
def test_a_cut_keeps_what_limits_the_words(post: str, cut: str, code: str) -> None:
    assert judged(post, post).faults == ()
    assert code in {one.code for one in judged(post, cut).faults}


@from_table
def test_what_only_a_person_can_judge_is_listed(post: str, text: str) -> None:
    verdict = judged(post, text)
    assert verdict.faults == ()
    assert verdict.question


@pytest.mark.parametrize(("post", "text"), WHOLE)
def test_what_loses_nothing_is_proved(post: str, text: str) -> None:
    assert judged(post, text).faults == ()


@from_table
def test_a_but_of_another_matter_is_left_to_a_person(behind: str) -> None:
    found = judged(f"The carters wrapped their hands in wool, {behind}.", "The carters wrapped their hands in wool")
    assert found.faults == ()
    assert "'but'" in found.question


@from_table
def test_a_but_that_takes_something_back_is_not(behind: str) -> None:
    found = judged(f"The carters wrapped their hands in wool, {behind}.", "The carters wrapped their hands in wool")
    assert [one.code for one in found.faults] == ["E141"]


@pytest.mark.parametrize(
    ("post", "text", "asked"),
    [
        ("The sailors, most from Oslo, sing.", "The sailors […] sing", "what is left out holds 'most': is it needed?"),
        ("They feed boys who sing at night.", "They feed boys", "the sentence goes on with 'who': is it needed?"),
    ],
)
def test_what_tells_how_many_or_which_ones_is_named(post: str, text: str, asked: str) -> None:
    assert judged(post, text).question == asked


def test_hardly_a_true_quotation_is_left_to_a_person() -> None:
    assert sum(bool(judged(post, text).question) for post, text in WHOLE) * 10 <= len(WHOLE)


def test_a_cut_is_told_with_the_word_that_is_lost() -> None:
    (fault,) = judged("The gate opens at six if the keeper is awake.", "The gate opens at six").faults
    assert fault.message.startswith("truncated: the sentence goes on with 'if', a condition")


def test_a_word_that_is_cut_off_may_be_kept_in_brackets_where_it_stood() -> None:
    post = "Although many came, some fishermen refused to pay."
    assert judged(post, "[Some] fishermen refused to pay.").faults == ()
    assert [one.code for one in judged(post, "fishermen refused [some] to pay.").faults] == ["E141", "E145"]
    post = "The harbour is cursed, according to an old song of the town."
    assert judged(post, "The harbour is cursed [according to an old song]").faults == ()


def test_what_another_voice_says_of_it_limits_nothing() -> None:
    # 'called over the wall' is the walker's, and so are the words before a voice.
    assert codes(quotes=quote("Nobody mends what nobody needs", "neighbour")) == []
    post = "If he is awake, my uncle insists, “The old well is deep,” though he says so of every well."
    voices = "{title: The valley, date: 2012-04, voices: [{who: miller, from: The old, to: is deep}]}"
    assert (
        codes(quotes=quote("The old well is deep", "miller"), sources_yaml=f"valley: {voices}", posts__valley_txt=post)
        == []
    )


@from_table
def test_a_doubt_of_the_reason_alone_is_left_to_a_person(post: str, text: str) -> None:
    found = judged(post, text)
    assert found.proved, found.faults


@from_table
def test_a_doubt_of_all_of_it_may_not_be_cut_off(post: str, text: str) -> None:
    assert {"E107", "E141"} & {one.code for one in judged(post, text).faults}


@from_table
def test_what_is_only_wished_or_concluded_keeps_its_frame(post: str, text: str) -> None:
    assert {"E107", "E141"} & {one.code for one in judged(post, text).faults}
    assert not judged(post, post).faults


@from_table
def test_what_the_speaker_says_or_knows_needs_no_frame(post: str, text: str) -> None:
    assert not judged(post, text).faults


@pytest.mark.parametrize(("frame", "named"), [("Odds are", "odds are"), ("They have the idea", "idea")])
def test_a_frame_is_named_by_its_view(frame: str, named: str) -> None:
    (fault,) = judged(f"{frame} that the nuns will move.", "the nuns will move.").faults
    assert fault.message.endswith(f"begins with '{named}', a frame of what is quoted")
