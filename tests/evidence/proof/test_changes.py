"""E169: what no words of a post prove is told when it is changed, with the posts as well as without."""

import pytest

from talkbuilder.evidence.library.reviews import written
from tests.corpora.tables import from_table
from tests.evidence.facts import LEAKS
from tests.evidence.proof.test_lock import ACTIONS, FACTS, QUOTES, lock
from tests.evidence.valley import PEOPLE, POSTS, VOICES, fact, found

SUMMED = VOICES.replace("to: nobody needs}", "to: nobody needs, translated: translation from Dutch, summary: true}")
FILES = {"people_yaml": PEOPLE, "actions_yaml": ACTIONS, "sources_yaml": POSTS.replace(VOICES, SUMMED)}
SINCE = " since it was last verified"
SEALED = ("0" * 24, "1" * 24)
SIGNED = written(("fact", "a-fact"), "signed", "A. Reader", "2026-11-25", "", SEALED)
RETURNED = written(("fact", "a-fact"), "returned", "B. Reader", "2026-11-26", "count again", SEALED)


def changes(facts: str = FACTS, held: str = "", **changed: str | None) -> list[str]:
    """What is told as changed, with the posts here, of a library whose lock is that of `FILES`."""
    told = found(facts, QUOTES, evidence_lock=held or lock(**FILES), **(FILES | changed))
    assert {one.code for one in told} <= {"E169"}
    assert all(one.message.endswith(SINCE) for one in told)
    return [one.message.removesuffix(SINCE) for one in told]


def test_what_is_as_it_was_is_not_told() -> None:
    assert changes() == []


@from_table
def test_each_change_is_told_once_with_whose_it_is(file: str, old: str, new: str, told: list[str]) -> None:
    assert old in FILES[file]
    assert changes(**{file: FILES[file].replace(old, new)}) == told


@pytest.mark.parametrize("posts", [{}, {"posts__valley_txt": None}], ids=["with the posts", "without"])
def test_a_fact_that_is_no_longer_retired_is_told(posts: dict[str, str | None]) -> None:
    retired, other = fact(**(LEAKS | {"status": "retired"})), fact("b-fact", **LEAKS)
    held = lock(retired + other, **FILES)
    assert changes(retired + other, held, **posts) == []
    assert changes(FACTS + other, held, **posts) == ["the status of 'a-fact' was taken out"]
    disputed = retired.replace("'retired'", "'disputed'")
    assert changes(disputed + other, held, **posts) == ["the status of 'a-fact' was changed"]


def test_a_conflict_that_is_no_longer_declared_is_told() -> None:
    torn = fact(**(LEAKS | {"conflicts_with": ["b-fact"]})) + fact("b-fact", **LEAKS)
    told = changes(fact(**LEAKS) + fact("b-fact", **LEAKS), held=lock(torn, **FILES))
    assert told == ["the conflicts_with of 'a-fact' was taken out"]


def test_a_review_that_is_gone_is_told_and_one_that_sent_back_by_name() -> None:
    held = lock(**FILES, reviews_yaml=SIGNED + RETURNED)
    assert changes(held=held, reviews_yaml=SIGNED + RETURNED) == []
    assert changes(held=held) == ["the review which sent 'a-fact' back was taken out"]
    assert changes(held=held, reviews_yaml=SIGNED) == ["the review of 'a-fact' which sent it back was changed"]
    assert changes(held=lock(**FILES, reviews_yaml=SIGNED)) == ["the review of 'a-fact' was taken out"]


def test_a_review_that_was_changed_by_hand_is_told_as_that_alone() -> None:
    files = FILES | {"evidence_lock": lock(**FILES, reviews_yaml=RETURNED)}
    told = found(FACTS, QUOTES, **files, reviews_yaml=RETURNED.replace("count again", "all is well"))
    assert [one.code for one in told] == ["E165"]


@pytest.mark.parametrize("held", ["", SIGNED])
def test_without_the_posts_a_review_that_the_lock_does_not_tell_of_does_not_count(held: str) -> None:
    files = FILES | {"evidence_lock": lock(**FILES, **({"reviews_yaml": held} if held else {}))}
    other = written(("fact", "a-fact"), "signed", "C. Reader", "2026-11-27", "", SEALED)
    told = found(FACTS, QUOTES, **files, reviews_yaml=other, posts__valley_txt=None)
    assert [one.message for one in told if one.code == "E165"] == [
        "the review of 'a-fact' is not the one in the lock, and does not count"
    ]
    told = found(FACTS, QUOTES, **files, reviews_yaml=held or None, posts__valley_txt=None)
    assert [one.code for one in told if one.code == "E165"] == []


def test_a_signature_that_was_put_in_place_of_another_sent_nothing_back() -> None:
    other = written(("fact", "a-fact"), "signed", "B. Reader", "2026-11-27", "", SEALED)
    assert changes(held=lock(**FILES, reviews_yaml=SIGNED), reviews_yaml=other) == [
        "the review of 'a-fact' was changed"
    ]
