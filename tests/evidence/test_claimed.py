"""What a fact claims beside what its passage says: true ones pass, and bent ones fail for the right reason."""

from collections.abc import Iterator
from typing import Any

import pytest

from talkbuilder.evidence.judge import Verdict
from talkbuilder.evidence.proof import prove
from tests.evidence.bent import PASSAGES, Passage
from tests.evidence.valley import fact, library

TRUE = [(passage, says) for passage in PASSAGES for says in passage.true]
BENT = [(passage, says, verdict) for passage in PASSAGES for says, verdict in passage.bent.items()]
MOST_IN_REVIEW = 0.25  # of true statements


def judged(passage: Passage, says: str, **keys: object) -> Verdict:
    """The verdict on a fact that says so of a passage."""
    told = {"says": says, "source": "walker", "kind": "secondary", "exact": passage.exact} | dict(passage.keys) | keys
    posts = "valley: {title: A letter, date: 2011-12}\n"
    return prove(library(fact(**told), sources_yaml=posts, posts__valley_txt=f"{passage.post}\n")).verdicts[0]


def verdicts(found: Verdict) -> Iterator[str]:
    yield from (fault.code for fault in found.faults)
    if found.review:
        yield "review"


@pytest.mark.parametrize(("passage", "says"), TRUE, ids=[says for _, says in TRUE])
def test_what_is_true_is_proved(passage: Passage, says: str) -> None:
    found = judged(passage, says)
    assert found.faults == ()
    assert found.proved


@pytest.mark.parametrize(("passage", "says", "verdict"), BENT, ids=[says for _, says, _ in BENT])
def test_what_is_bent_is_refused_or_listed(passage: Passage, says: str, verdict: str) -> None:
    assert verdict in verdicts(judged(passage, says))


BEDS = Passage("The inn bought 12 beds in May.", "bought 12 beds in May", (), {})


@pytest.mark.parametrize(("put", "is_asked"), [("at most", False), ("over", False), ("about", True)])
def test_a_hedge_that_is_put_in_is_named(put: str, is_asked: bool) -> None:
    found = judged(BEDS, f"The inn bought {put} 12 beds in May")
    told = f"it says '{put}', and the post does not"
    if is_asked:
        assert found.review == (f"{told}: is it meant to be rough?",)
    else:
        assert [(one.code, one.message) for one in found.faults] == [("E107", f"'says': {told}")]


@pytest.mark.parametrize(
    ("post", "says", "is_proved"),
    [
        ("There were only three guests in May", "There were no more than three guests in May", True),
        ("The porter only found three guests in May", "The porter found at most three guests in May", True),
        ("There were just three guests in May", "There were not more than three guests in May", True),
        ("There were three guests in May", "There were no more than three guests in May", False),
        ("There were at least three guests in May", "There were no more than three guests in May", False),
        ("There were only three guests in May", "There were at least three guests in May", False),
    ],
)
def test_what_is_only_so_many_is_no_more(post: str, says: str, is_proved: bool) -> None:
    found = judged(Passage(f"{post}.", post, (), {}), says)
    assert bool(found.proved) == is_proved


def test_few_true_statements_are_left_to_a_person() -> None:
    left = [says for passage, says in TRUE if judged(passage, says).review]
    assert len(left) <= MOST_IN_REVIEW * len(TRUE)


HERDS = Passage("Herders counted 88 grey goats in 2010. They were proud.", "counted 88 grey goats in 2010", (), {})
COUNTED: dict[str, Any] = {"value": 88, "unit": "goats", "measure": "goats counted", "as_of": 2010}


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"show": "88 stolen camels"}, "show"),
        ({"show": "no goats"}, "show"),
        ({"show": "all goats"}, "show"),
        ({"unit": "stolen camels"}, "unit"),
        ({"unit": "thousand goats"}, "exact"),
        ({"unit": "million goats"}, "exact"),
    ],
)
def test_whatever_an_audience_reads_is_held_to_the_passage(changed: dict[str, Any], key: str) -> None:
    says = "Herders counted 88 goats in 2010"
    assert judged(HERDS, says, **COUNTED).faults == ()
    entry = fact(says=says, source="walker", kind="secondary", exact=HERDS.exact, **(COUNTED | changed))
    places = {
        entry.split("\n")[fault.place[1] - 1].split(":")[0].strip()
        for fault in judged(HERDS, says, **(COUNTED | changed)).faults
    }
    assert key in places


def test_a_sentence_may_lean_on_the_one_before() -> None:
    passage = HERDS._replace(exact="They were proud")
    assert judged(passage, "The herders were proud").review == ()
    assert judged(passage, "The sons of herders were proud").review == ("the passage does not say 'sons'",)


def test_what_nobody_can_confirm_is_listed_word_by_word() -> None:
    found = judged(HERDS, "Herders counted 88 grey goats in 2010 for the ministry of snow")
    assert found.proved
    assert found.review == ("the passage does not say 'ministry' or 'snow'",)


def test_who_says_it_and_the_title_explain_words() -> None:
    assert judged(HERDS, "A walker’s letter: 88 grey goats in 2010").review == ()


@pytest.mark.parametrize("says", ["It was so, the blogger writes", "In the blogger’s opinion herders were proud"])
def test_how_somebody_tells_it_needs_no_proof(says: str) -> None:
    assert judged(HERDS._replace(exact="They were proud"), says).review == ()


def test_one_kind_of_fault_is_told_once() -> None:
    found = judged(HERDS, "All herders counted all goats", show="all goats")
    assert [fault.code for fault in found.faults].count("E124") == 1
