"""The rules about words find what they should, and leave alone what is meant otherwise."""

from pydoc_data.topics import topics

import pytest

from talkbuilder import checks
from talkbuilder.checks import suicide_told
from talkbuilder.diagnostics import Source, Span
from talkbuilder.talk import phrases
from talkbuilder.talk.forms import FORMS
from talkbuilder.talk.phrases import Phrases, hits, place_of
from tests.checks.worded import Sentence, sentences, told_of

ALL = sentences()
RULES = sorted({code for one in ALL for code in one.codes})


def found(rule: Phrases, text: str) -> list[str]:
    return [one.said for one in hits(rule, text)]


@pytest.fixture(scope="module")
def told() -> dict[Sentence, frozenset[str]]:
    return dict(told_of(ALL))


def test_half_of_at_least_300_sentences_break_no_rule_and_each_rule_has_ten() -> None:
    assert len(ALL) >= 300
    assert 0.4 <= sum(not one.codes for one in ALL) / len(ALL) <= 0.6
    assert all(sum(code in one.codes for one in ALL) >= 10 for code in RULES)
    assert len({one.text for one in ALL}) == len(ALL)


def test_the_rules_find_95_of_100_and_are_wrong_in_3_of_100_at_most(told: dict[Sentence, frozenset[str]]) -> None:
    wanted = [(one, code) for one in ALL for code in one.codes]
    missed = [(code, one.text) for one, code in wanted if code not in told[one]]
    wrong = [(sorted(told[one] - one.codes), one.text) for one in ALL if told[one] - one.codes]
    assert len(missed) <= 0.05 * len(wanted), missed
    assert len(wrong) <= 0.03 * len(ALL), wrong


@pytest.mark.parametrize("code", RULES)
def test_each_rule_by_itself_finds_nine_of_ten(code: str, told: dict[Sentence, frozenset[str]]) -> None:
    missed = [one.text for one in ALL if code in one.codes and code not in told[one]]
    assert len(missed) <= 0.1 * sum(code in one.codes for one in ALL), missed


def _of_all_checks() -> list[Phrases]:
    modules = {check.__globals__["__name__"]: check.__globals__ for check in checks.ON_DECK}
    return [one for names in modules.values() for one in names.values() if isinstance(one, Phrases)]


def test_all_phrases_of_all_checks_can_be_read() -> None:
    assert len(_of_all_checks()) >= 14
    for rule in _of_all_checks():
        for pattern in (*rule.seen, *rule.unless):
            phrases._compiled(pattern)


def test_ordinary_prose_is_left_alone() -> None:
    """The manual of Python has 65,000 words, and speaks of nobody."""
    for rule in _of_all_checks():
        if rule is suicide_told._HOW:  # which is looked for only beside a suicide
            continue
        told = [text for text in topics.values() if any(hits(rule, text))]
        assert len(told) <= (8 if "<chain>" in rule.seen else 1), rule.words


RULE = Phrases("child", ("<child> ~2 (?:well|shop)", "a ?b child"), ("<child> in the well",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The children at the shop", ["children at the shop"]),
        ("A CHILD, well", ["CHILD, well"]),
        ("A grandchild well", []),  # part of another word
        ("A child. Well", []),  # another sentence
        ("A child that we saw well", []),  # three words between
        ("The child’s well", ["child’s well"]),
        ("The child in the well", []),
        ("the child in the well and a child at a well", ["child at a well"]),
        ("ab child, a-b child", ["ab child", "a-b child"]),
        ("The shop and the well", []),
        ("", []),
    ],
)
def test_words_are_matched_as_words_with_their_forms(text: str, said: list[str]) -> None:
    plain = [one.replace("’", "'") for one in said]
    assert [one.replace("’", "'") for one in found(RULE, text)] == plain


def test_words_beside_which_others_must_stand_are_not_looked_at_without_them() -> None:
    rule = Phrases("well", ("well",), beside="child")
    assert found(rule, "A well for children") == ["well"]
    assert found(rule, "A well for sheep") == []


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("<child> ~2 (?:well|shop)", ["child children", "shop well"]),
        ("a ?b wells?", ["well wells"]),
        ("(?:very )?paid child", ["paid", "child"]),
        ("(?:un)?paid", []),
        ("(?:an old |the )child well", ["well"]),
        ("(?!a )child", ["child"]),
    ],
)
def test_what_a_pattern_cannot_be_found_without_is_seen_as_far_as_that_is_easy(pattern: str, needs: list[str]) -> None:
    assert [" ".join(sorted(words)) for words in phrases._needs(pattern)] == [
        " ".join(sorted(words.split())) for words in needs
    ]


def test_a_word_has_all_its_forms() -> None:
    assert set(FORMS["child"].split()) == {"child", "children"}
    assert {"took", "taken", "taking"} <= set(FORMS["take"].split())
    assert {"bar", "bars"} == set(FORMS["bar"].split())


def test_words_are_found_again_where_lines_break_otherwise() -> None:
    source = Source("talks/talk.yaml", "x: the well\n   of the\n  village and the well")
    whole = Span(source, 3, len(source.text))
    place = place_of("well of the village", whole)
    assert place
    assert (place.start, place.end) == (7, 31)
    later = place_of("the well", whole, 10)
    assert later
    assert later.start > 30
    assert place_of("a mill", whole) is None
