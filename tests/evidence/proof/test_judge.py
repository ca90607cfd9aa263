"""The verdict on an entry: where its faults lie, what is asked about it, and what an import has to do with it."""

from typing import Any

import pytest

from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.lock import hash_text
from talkbuilder.evidence.proof.proof import prove
from tests.evidence.asking import judged
from tests.evidence.facts import LAND, LEAKS, WOLVES
from tests.evidence.proof.test_facts import TWO
from tests.evidence.proof.test_lock import ACTIONS, FACTS, QUOTES, lock
from tests.evidence.valley import POST, codes, fact, found, library, quote


def test_each_fault_lies_at_what_has_to_be_changed() -> None:
    entry = fact(**(LEAKS | {"as_of": 2009, "source": "miller"}))
    lines = {one.code: entry.split("\n")[one.place[1] - 1].split(":")[0].strip() for one in found(entry)}
    assert lines == {"E103": "source", "E109": "as_of"}


def test_both_passages_are_locked() -> None:
    (found,) = prove(library(fact(**TWO))).verdicts
    (single,) = prove(library(fact(**(TWO | {"says": "88 leaks", "exact": "88 leaks in 2010"})))).verdicts
    assert found.proved
    assert single.proved
    assert found.proved.length > single.proved.length
    assert found.proved.entry != single.proved.entry


@pytest.mark.parametrize(
    ("true", "says", "words"),
    [(WOLVES, "Wolves took the lambs", "think"), (LAND, "A miller’s brother has sold his land", "never")],
)
def test_in_other_words_than_those_of_the_passage_what_is_lost_is_asked_about(
    true: dict[str, Any], says: str, words: str
) -> None:
    (verdict,) = prove(library(fact(**(true | {"says": says})))).verdicts
    assert verdict.proved
    assert words in verdict.question


@pytest.mark.parametrize(
    ("key", "told"),
    [("says", {"says": "The wreck weighs 27 tons"}), ("show", {"says": "About 27 tons", "show": "27 tons"})],
)
def test_the_hedge_of_a_figure_is_kept_in_what_is_said_and_in_what_is_shown(key: str, told: dict[str, str]) -> None:
    text = "I know that the wreck weighs about 27 tons."
    (fault,) = judged(text, **told, value=27, precision="about", exact="weighs about 27 tons").faults
    assert (fault.code, fault.message) == ("E107", f"'{key}': the passage says 'about 27'")
    assert fault.hint == f"write 'about' too; the post says there: “{text}”"


def test_a_sentence_without_end_is_compared_around_the_words() -> None:
    text = "and so on, " * 4000 + "we counted 40 boats, " + "and so on, " * 4000
    told: dict[str, Any] = {"exact": "we counted 40 boats", "value": 40, "measure": "boats", "as_of": 2011}
    assert judged(text, says="We counted 40 boats", **told).proved
    assert not judged(text, says="We counted 41 boats", **told).proved


@pytest.mark.parametrize(("year", "codes"), [(2011, []), (2009, []), (2010, ["E109"])])
def test_what_is_more_than_in_another_year_is_of_both(year: int, codes: list[str]) -> None:
    text = "In 2011 the town had 147 boats, 29 more than in 2009."
    told: dict[str, Any] = {"exact": "147 boats, 29 more", "value": 29, "measure": "more boats", "as_of": year}
    assert [one.code for one in judged(text, says="The boats of the town rose by 29", **told).faults] == codes


def test_what_is_more_than_in_a_year_may_be_of_one_that_stands_beside() -> None:
    told: dict[str, Any] = {"exact": "29 more than in 2009", "value": 29, "measure": "more boats"}
    text = "In 2010 the town had 147 boats. That was 29 more than in 2009."
    assert [len(judged(text, says="29 more boats", **told, as_of=year).faults) for year in (2010, 2009, 2008)] == [
        0,
        0,
        1,
    ]


def test_now_tells_the_year_of_the_source_and_no_other() -> None:
    for text, year, expected in (
        ("The mill was built in 1975 and is now quiet.", 1976, ["E109"]),
        ("The mill was built in 1975 and has burned down since.", 1974, ["E109"]),
        ("The mill was built in 1975 and now employs 40 bakers.", 2011, []),
        ("The mill of 1975 employed 40 bakers a year earlier.", 1974, []),
    ):
        said = judged(text, says="It had bakers", exact=text[:-1], value=1, measure="mills", as_of=year)
        assert [one.code for one in said.faults if one.code == "E109"] == expected, text
    shown: dict[str, Any] = {"exact": "built in 1975", "value": None, "as_of": 2011}
    faults = judged("The mill was built in 1975 and is now quiet.", says="The mill was built in 2011", **shown).faults
    assert "E109" in [one.code for one in faults]


def test_what_is_shown_of_a_sum_need_not_tell_its_words() -> None:
    told: dict[str, Any] = {"exact": "The rent is $150 a month", "show": "$1,800", "value": None, "as_of": None}
    text = "The rent is $150 a month, and only 14 of 88 bakers pay it."
    assert judged(text, says="The rent is $1,800 a year", **told).proved
    few = told | {"exact": "only 14 of 88 bakers pay it", "show": "Fewer than one baker in five"}
    assert judged(text, says="Fewer than one baker in five pay it", **few).proved


def test_a_year_until_which_something_is_is_not_the_year_of_a_figure() -> None:
    told: dict[str, Any] = {"exact": "40 boats", "value": 40, "measure": "boats", "as_of": 2011}
    text = "We counted 40 boats, and the town paid for them until 2016."
    assert judged(text, says="We counted 40 boats", **told).proved
    span = judged("From 2013 until 2016 we counted 40 boats.", says="We counted 40 boats", **told)
    assert [one.code for one in span.faults] == ["E109"]


@pytest.mark.parametrize(("year", "codes"), [(2011, []), (2005, ["E109"])])
def test_a_year_before_to_is_not_that_of_the_figure_behind_it(year: int, codes: list[str]) -> None:
    told: dict[str, Any] = {"exact": "to 260 this season", "value": 260, "measure": "boats", "as_of": year}
    text = "The boats rose from 90 in 2005 to 260 this season."
    assert [one.code for one in judged(text, says="The boats rose to 260", **told).faults] == codes


def test_the_year_that_is_pointed_to_is_that_of_the_fact() -> None:
    text = "The mill opened in 1941, and the bakers stored salt in it until 1945."
    told: dict[str, Any] = {"exact": "stored salt in it until 1945", "value": None, "as_of": 1945}
    assert judged(text, says="Bakers stored salt in the mill until 1945", **told).proved


def test_a_value_may_be_told_in_a_larger_unit() -> None:
    told: dict[str, Any] = {"exact": "5,300 kWh", "value": 5300, "unit": "kWh", "measure": "use", "as_of": 2011}
    text = "In 2011 the house used 5,300 kWh."
    assert judged(text, says="In 2011 the house used 5.3 megawatt hours", **told).proved
    assert not judged(text, says="In 2011 the house used 6.3 megawatt hours", **told).proved
    assert not judged(text, says="In 2011 the house used 5,300 MWh", **told).proved


INDEX = '{"posts": {"valley": {"sha256": "%s"}}}'


def test_a_post_that_was_changed_since_it_was_imported_proves_nothing() -> None:
    index = INDEX % hash_text(POST)
    assert codes(FACTS, QUOTES, posts__index_json=index) == []
    for changed in (POST.replace("88 leaks", "98 leaks"), POST + " ", POST.replace("\n\n", "\n", 1), ""):
        assert codes(FACTS, QUOTES, posts__index_json=index, posts__valley_txt=changed) == ["E161"]


def test_a_damaged_index_of_imported_posts_is_a_fault_of_the_proof() -> None:
    (told,) = found(FACTS, QUOTES, posts__index_json="{")
    assert (told.code, told.message) == ("R002", "the index of the imported posts is damaged")
    assert told.file == "assets/posts/index.json"


def test_where_no_import_is_known_the_lock_tells_of_a_changed_post() -> None:
    changed = POST.replace("88 leaks", "98 leaks")
    files = {"posts__valley_txt": changed, "actions_yaml": ACTIONS}
    assert codes(FACTS.replace("88", "98"), QUOTES, **files) == []
    assert codes(FACTS.replace("88", "98"), QUOTES, evidence_lock=lock(), **files) == ["E161"]


def test_a_post_that_was_imported_anew_is_told_until_the_lock_is_written_anew() -> None:
    changed = POST.replace("49 leaks", "47 leaks")
    files = {"posts__valley_txt": changed, "posts__index_json": INDEX % hash_text(changed), "actions_yaml": ACTIONS}
    assert codes(FACTS, QUOTES, evidence_lock=lock(), **files) == ["E162"]
    assert codes(FACTS, QUOTES, evidence_lock=lock(**files), **files) == []


def test_a_faulty_entry_has_no_proof() -> None:
    verdicts = prove(library(FACTS, quote("I walked through the dale"))).verdicts
    assert [isinstance(one, Verdict) and one.proved is not None for one in verdicts] == [True, False]
