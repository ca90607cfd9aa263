"""E113 to E115: without the posts the lock is what counts, and it is the same for the same library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.evidence.lock import Proved, Unreadable, read_lock, write_lock
from talkbuilder.evidence.proof import Verdict, prove
from tests.evidence.test_pointing import LEAKS
from tests.evidence.valley import POST, POSTS, VOICES, codes, fact, library, quote

FACTS = fact(**LEAKS)
QUOTES = quote("I walked through the valley")


def lock(facts: str = FACTS, quotes: str = QUOTES, **changed: str | None) -> str:
    """The lock of a library whose posts are here."""
    verdicts = prove(library(facts, quotes, **changed)).verdicts
    return write_lock(one.proved for one in verdicts if one.proved).decode()


def without_posts(facts: str = FACTS, quotes: str = QUOTES, **changed: str | None) -> list[str]:
    """What is found of a library whose posts are not here; by default with the lock of the unchanged one."""
    return codes(facts, quotes, **({"evidence_lock": lock(), "posts__valley_txt": None} | changed))


def test_what_was_proved_stays_proved_without_the_posts() -> None:
    assert without_posts() == []


def test_without_posts_and_lock_nothing_is_proved() -> None:
    assert without_posts(evidence_lock=None) == ["E113", "E113"]


def test_an_entry_that_is_not_in_the_lock_is_not_proved() -> None:
    assert without_posts(FACTS + fact("new", **(LEAKS | {"says": "88 in 2010"}))) == ["E113"]


@pytest.mark.parametrize(
    "change",
    [
        {"says": "Inspectors counted 88 leaks in 2010!"},
        {"value": 89},
        {"as_of": 2009},
        {"source": "walker"},
        {"kind": "hearsay"},
        {"precision": "about"},
        {"show": "88"},
        {"measure": "leaks"},
        {"exact": "counted 88 leaks"},
    ],
)
def test_a_fact_that_was_changed_since_is_told(change: dict[str, object]) -> None:
    assert without_posts(fact(**(LEAKS | change))) == ["E114"]


def test_a_quotation_that_was_changed_since_is_told() -> None:
    assert without_posts(quotes=quote("I walked through the valleys")) == ["E114"]
    assert without_posts(quotes=quote("I walked through the valley", "miller")) == ["E114"]


def test_whoever_changes_who_is_speaking_changes_what_was_proved() -> None:
    voices = VOICES.replace("from: We don't grind", "from: I walked")
    assert without_posts(posts_yaml=POSTS.replace(VOICES, voices)) == ["E114", "E114"]


def test_what_no_proof_rests_on_may_change() -> None:
    changed = QUOTES + "  sensitive: [health]\n"
    assert without_posts(fact(**(LEAKS | {"status": "disputed"})), changed) == []


def test_with_the_posts_no_lock_is_needed_and_a_stale_one_does_no_harm() -> None:
    assert codes(FACTS, QUOTES) == []
    assert codes(FACTS, QUOTES, evidence_lock=lock().replace("valley", "dale")) == []


def test_a_lock_that_somebody_edited_is_told() -> None:
    assert without_posts(evidence_lock="<<<<<<< ours\n" + lock()) == ["E115", "E113", "E113"]


def test_the_lock_tells_where_the_words_stand_in_the_post_itself() -> None:
    proved = read_lock(lock(quotes=quote("for 3 1/2 weeks in the summer of 2011. The old mill")).encode())
    one = proved["quote", "a-quote"]
    assert POST[one.offset : one.offset + one.length] == "for 3 ½ weeks in the summer of 2011.\u00a0 The old mill"


def test_the_lock_has_one_order_whatever_that_of_the_library() -> None:
    other = fact("b-fact", **(LEAKS | {"says": "88 in 2010"}))
    assert lock(FACTS + other) == lock(other + FACTS)
    assert lock() == lock()


proofs = st.lists(
    st.builds(Proved, st.sampled_from(["fact", "quote"]), st.text(), st.text(), st.integers(0, 9), st.integers(0, 9)),
    unique_by=lambda one: (one.kind, one.id),
)


@given(proofs)
def test_a_lock_reads_as_it_was_written(written: list[Proved]) -> None:
    assert list(read_lock(write_lock(written)).values()) == sorted(written, key=lambda one: (one.kind, one.id))


@pytest.mark.parametrize("data", [b"x\n", b"{}\n", b"[1]\n", b"\xff\n", b'{"kind": 1, "id": "a"}\n', b"null\n"])
def test_a_lock_of_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as raised:
        read_lock(b"\n" + data)
    assert raised.value.line == 2


def test_a_faulty_entry_has_no_proof() -> None:
    verdicts = prove(library(FACTS, quote("I walked through the dale"))).verdicts
    assert [isinstance(one, Verdict) and one.proved is not None for one in verdicts] == [True, False]
