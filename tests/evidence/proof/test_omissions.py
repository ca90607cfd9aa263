"""E106 and E141: what a quotation may not leave out of its sentences or cut off them, and what it may."""

import pytest

from tests.corpora.tables import from_table
from tests.evidence.valley import codes, judged, quote


@from_table
def test_a_denial_in_a_clause_that_is_left_out_whole_turns_nothing_round(post: str, text: str) -> None:
    assert "E106" not in [one.code for one in judged(post, text).faults]


@from_table
def test_one_in_more_or_less_than_such_a_clause_does(post: str, text: str) -> None:
    assert "E106" in [one.code for one in judged(post, text).faults]


@from_table
def test_a_cut_keeps_what_limits_the_words(post: str, cut: str, code: str) -> None:
    assert judged(post, post).faults == ()
    assert code in {one.code for one in judged(post, cut).faults}


@from_table
def test_what_loses_nothing_is_proved(post: str, text: str) -> None:
    assert judged(post, text).faults == ()


@from_table
def test_a_but_that_takes_something_back_is_kept(behind: str) -> None:
    found = judged(f"The carters wrapped their hands in wool, {behind}.", "The carters wrapped their hands in wool")
    assert [one.code for one in found.faults] == ["E141"]


def test_a_cut_is_told_with_the_word_that_is_lost() -> None:
    (fault,) = judged("The gate opens at six if the keeper is awake.", "The gate opens at six").faults
    assert fault.message.startswith("truncated: the sentence goes on with 'if', a condition")


def test_a_word_that_is_cut_off_may_be_kept_in_brackets_where_it_stood() -> None:
    post = "Although many came, some fishermen refused to pay."
    assert judged(post, "[Some] fishermen refused to pay.").faults == ()
    assert [one.code for one in judged(post, "fishermen refused [some] to pay.").faults] == ["E141"]
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
