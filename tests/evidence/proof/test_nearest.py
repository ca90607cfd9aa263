"""E140 to E144: what is wrong with a quotation whose words do not stand in its post."""

from talkbuilder.evidence.proof.lock import write_lock
from talkbuilder.evidence.proof.proof import prove
from tests.corpora.tables import from_table
from tests.evidence.valley import codes, judged, library, quote


@from_table
def test_a_quotation_that_is_not_verbatim_is_told_what_it_is(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}


POST = "The wind never stopped, and nobody spoke of it. In spring the river rose to the door of the church."


@from_table
def test_a_verdict_names_the_words(text: str, message: str) -> None:
    assert judged(POST, text).faults[0].message == message


def test_a_passage_that_is_left_out_without_a_mark_is_told() -> None:
    (fault,) = judged("The ferry leaves at noon and returns at dusk.", "The ferry leaves at dusk.").faults
    assert (fault.code, fault.message) == ("E143", "spliced: 'noon and returns at' is left out without a mark")


def test_words_of_another_post_are_told_with_that_post_and_its_speaker() -> None:
    (fault,) = judged(POST, "The mill is old.", {"hill": "Once more: The mill is old."}).faults
    assert (fault.code, fault.hint) == ("E142", "write 'post: hill', and who is speaking there")
    assert fault.message == "elsewhere: these words stand in the post 'hill', where 'walker' says them"


def test_a_title_may_be_quoted_as_a_whole_and_by_its_author() -> None:
    assert judged(POST, "The valley, by and by").faults == ()
    assert judged(POST, "‘The valley, by and by’").faults != ()
    assert codes(quotes=quote("The valley", "miller")) == ["E103"]


def test_words_that_were_proved_move_only_to_words_that_stand_once() -> None:
    post = "Rain fell. We stayed. The bell rang."
    (verdict,) = prove(library("", quote("We stayed."), sources_yaml=TITLE, posts__valley_txt=post)).verdicts
    assert verdict.proved
    lock = write_lock([verdict.proved]).decode()

    def again(text: str) -> tuple[int, list[str], bool]:
        files = {"sources_yaml": TITLE, "posts__valley_txt": text, "evidence_lock": lock}
        (verdict,) = prove(library("", quote("We stayed."), **files)).verdicts
        return (
            verdict.proved.offset if verdict.proved else -1,
            [one.code for one in verdict.faults],
            bool(verdict.question),
        )

    assert again("Once more: " + post) == (22, [], False)
    assert again(post + " We stayed. It was cold.") == (11, [], False)
    assert again("We slept. We stayed. We ate. We stayed.") == (-1, ["E102"], False)
    lock = ""
    assert again("We slept. We stayed. We ate. We stayed.") == (10, [], True)
    lock = "spoiled"
    assert again("We slept. We stayed. We ate. We stayed.") == (10, [], True)


TITLE = "valley: {title: The valley, date: 2012-04}"
