"""The rules about phrases find what they should, and leave alone what is meant otherwise.

The examples of each rule's file are held by `tests/diagnostics/test_explain.py`, its sentences stand in `worded.txt`.
"""

from pydoc_data.topics import topics

import pytest

from talkbuilder.checks.phrases import Texts, hits, needs
from talkbuilder.diagnostics.phrase_rules import RULES, WORDS, PhraseRule
from talkbuilder.layout.texts import Told
from tests.checks.worded import Sentence, all_sentences, faults, told, told_of
from tests.corpora.tables import from_table

ALL = all_sentences()
CODES = sorted({code for one in ALL for code in one.codes})


@pytest.fixture(scope="module")
def found() -> dict[Sentence, frozenset[str]]:
    return dict(told_of(ALL))


def test_half_of_at_least_300_sentences_break_no_rule_and_each_rule_has_ten() -> None:
    assert len(ALL) >= 300
    assert 0.4 <= sum(not one.codes for one in ALL) / len(ALL) <= 0.6
    assert all(sum(code in one.codes for one in ALL) >= 10 for code in CODES)
    assert len({one.text for one in ALL}) == len(ALL)


def test_the_rules_find_95_of_100_and_are_wrong_in_3_of_100_at_most(found: dict[Sentence, frozenset[str]]) -> None:
    wanted = [(one, code) for one in ALL for code in one.codes]
    missed = [(code, one.text) for one, code in wanted if code not in found[one]]
    wrong = [(sorted(found[one] - one.codes), one.text) for one in ALL if found[one] - one.codes]
    assert len(missed) <= 0.05 * len(wanted), missed
    assert len(wrong) <= 0.03 * len(ALL), wrong


def test_each_rule_by_itself_finds_nine_of_ten(found: dict[Sentence, frozenset[str]]) -> None:
    for code in CODES:
        missed = [one.text for one in ALL if code in one.codes and code not in found[one]]
        assert len(missed) <= 0.1 * sum(code in one.codes for one in ALL), missed


def test_ordinary_prose_is_left_alone() -> None:
    """The manual of Python has 65,000 words, and speaks of nobody."""
    texts = Texts(Told(text, None, "text", at) for at, text in enumerate(topics.values()))
    for rule in RULES.values():
        if "text" in rule.where and not rule.beside:
            assert len({one.told.page for one in hits(rule, texts)}) <= 1, rule.name


@from_table
def test_what_is_found_is_told_once_and_where_it_stands(notes: str, code: str, words: str) -> None:
    assert told(notes) == [(code, words)]


@from_table
def test_a_stiff_word_is_told_once_with_its_count(notes: str, messages: list[str]) -> None:
    assert [one.message for one in faults(notes)] == messages


def test_a_picture_is_told_of_at_the_slide_that_shows_it() -> None:
    media = "gate: {file: gate.png, alt: A man behind bars, credit: Me, people: []}\n"
    slides = "- {title: T, photo: gate, notes: Hands in chains.}\n"
    (fault,) = faults("", slides, {"assets/media.yaml": media})
    assert (fault.code, fault.place[1:]) == ("C308", (8, 23))


def test_only_a_slide_that_debunks_a_figure_may_say_it() -> None:
    slide = "- {{title: T{}, ask: example-action{}, notes: The average age is 13.}}\n"
    (fault,) = faults("", slide.format(1, ", debunk: true") + slide.format(2, ""))
    assert fault.place[1] == 9


def test_the_number_that_belongs_to_a_suicide_may_stand_on_the_slide_itself() -> None:
    assert faults("", "- {title: Call or text 988, ask: example-action, notes: She died by suicide.}\n") == []


def test_how_on_a_slide_and_the_deed_in_its_notes_belong_together_and_no_other_slide() -> None:
    deed = "ask: example-action, notes: He died by suicide. Call 988.}\n"
    (fault,) = faults("", f"- {{title: The bridge, {deed}")
    assert fault.message.startswith("“bridge” tells how or where")
    other = "- {title: The bridge, ask: example-action, notes: A bridge.}\n"
    assert faults("", f"- {{title: He is missed, {deed}{other}") == []


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> PhraseRule:
    phrases = ("<child> ~2 (?:well|shop)", "a ?b child")
    rule = PhraseRule("X", "x", "advice", "", "", "", "", "", phrases=phrases, unless=("<child> in the well",))
    monkeypatch.setitem(RULES, "X", rule)
    return rule


@from_table
def test_words_are_matched_as_words_with_their_forms(rule: PhraseRule, text: str, said: list[str]) -> None:
    assert [one.said for one in hits(rule, Texts([Told(text, None, "text", 0)]))] == said


@from_table
def test_what_a_phrase_cannot_be_found_without_is_seen_as_far_as_that_is_easy(phrase: str, wanted: list[str]) -> None:
    assert [" ".join(sorted(words)) for words in needs("C314", phrase)] == [
        " ".join(sorted(one.split())) for one in wanted
    ]


def test_no_phrase_has_to_be_looked_for_in_every_text() -> None:
    for rule in RULES.values():
        assert [one for one in (*rule.phrases, *rule.beside, *rule.instead) if not needs(rule.code, one)] == []


def test_every_word_that_all_rules_share_is_used() -> None:
    texts = " ".join(str((one.phrases, one.unless, one.beside, one.instead, one.words)) for one in RULES.values())
    assert [name for name in WORDS if f"<{name}>" not in f"{texts} {WORDS}"] == []
