"""E140 to E144: what is wrong with a quotation whose words do not stand in its post."""

import pytest

from talkbuilder.evidence.proof.lock import write_lock
from talkbuilder.evidence.proof.proof import prove
from tests.evidence.valley import codes, judged, library, quote

# A post, a quotation of it that is true, one that is not, and the verdict on that.
PAIRS: list[tuple[str, str, str, str]] = [
    ("The wind never stopped, and nobody spoke of it.", "nobody spoke of it.", "nobody talked of it.", "E140"),
    ("The wind did not stop at night.", "The wind did not stop at night.", "The wind did stop at night.", "E140"),
    ("He came home late, but he came home.", "He came home late, but he came home.", "He came home late.", "E141"),
    ("If he comes home, we light the lamp.", "If he comes home, we light the lamp.", "We light the lamp.", "E141"),
    ("The lamp is blue and small.", "The lamp is blue and small.", "The moon fell into our garden yesterday.", "E101"),
    ("The ferry leaves at noon from the old pier.", "from the old pier", "The old ferry leaves at noon", "E144"),
    ("The ferry leaves at noon from the old pier.", "The ferry leaves at noon", "Thе ferry leaves at noon", "E140"),
    ("The ferry leaves at noon and returns at dusk.", "returns at dusk.", "The ferry leaves at dusk.", "E143"),
    ("We sold 1.5 million tickets.", "We sold 1.5 million tickets.", "We sold 15 million tickets.", "E140"),
    ("We sold two thousand tickets.", "We sold two thousand tickets.", "We sold two tickets.", "E140"),
    ("We didn't sell them.", "We didn't sell them.", "We did sell them.", "E140"),
    ("He was a slave to fashion in his youth.", "He was a slave to fashion", "He was a slave.", "E140"),
    ("He was a slave to fashion in his youth.", "He was a slave to fashion", "He was never a slave to fashion", "E144"),
    ("Tom is kind. Everybody who knows Ben calls him cruel.", "Tom is kind.", "Tom is cruel.", "E140"),
    ('The wall is 6" thick.', 'The wall is 6" thick.', "The wall is 6' thick.", "E140"),
    ("He walks home. He sleeps.", "He walks home. He sleeps.", "He sleeps. He walks home.", "E143"),
    ("He walks home alone at night.", "He walks home alone", "He walks home alone at midnight.", "E140"),
    ("He walks home alone at night.", "He walks home alone", "He always walks home alone at night.", "E144"),
    ("He walks home alone at night.", "He walks home alone", "He walks home alone at night, drunk.", "E140"),
    ("He walks home alone at night.", "He walks home alone", "He walks home... alone at night.", "E140"),
    ("He walks home alone at night.", "He walks home alone", "HE WALKS HOME ALONE", "E140"),
    ("They never walk. Perhaps he walks home alone.", "Perhaps he walks home alone.", "He walks home alone.", "E107"),
    ("A dog bit the man.", "A dog bit the man.", "The man bit a dog.", "E140"),
    ("We are not afraid. You are afraid.", "We are not afraid.", "We are afraid.", "E140"),
]


@pytest.mark.parametrize(("post", "true", "bent", "code"), PAIRS)
def test_a_quotation_that_is_not_verbatim_is_told_what_it_is(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}


POST = "The wind never stopped, and nobody spoke of it. In spring the river rose to the door of the church."
MESSAGES = [
    ("nobody talked of it", "altered: the post says 'spoke', and the quotation 'talked'"),
    ("The wind never ended", "altered: the post says 'stopped', and the quotation 'ended'"),
    ("The wind never stopped and nobody", "altered: the post says 'stopped,', and the quotation 'stopped'"),
    ("nobody of it", "altered: the post says 'spoke', and the quotation leaves it out"),
    ("nobody ever spoke of it", "inserted: the post has no 'ever' there"),
    (
        "the river rose, and nobody spoke",
        "spliced: 'the river rose,' and 'and nobody spoke' do not follow one another in the post",
    ),
    ("The wind never stopped.", "altered: the post has ',' behind the last word, and the quotation '.'"),
    ("Nobody spoke of it.", "altered: the post begins with 'n' there"),
    ("the river rose […] In spring", "spliced: the words do not follow one another in the post 'valley'"),
    ("My hat has three corners", "these words are not in the post 'valley'"),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES)
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
