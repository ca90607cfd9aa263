"""What a reviewer sees of an entry: both texts whole, what differs marked, what is around the passage."""

from collections.abc import Mapping

import pytest

from talkbuilder.authoring.reviewing import gather
from talkbuilder.authoring.side_by_side import Run, View
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.stages.read import read_library
from tests.corpora.tables import from_table
from tests.memory import MemoryProject
from tests.wells import WELLS


def views(files: Mapping[str, str] = WELLS) -> list[View]:
    project, report = MemoryProject(files), Report()
    library = read_library(project, report)
    assert not report.failed, report.diagnostics
    return [view for view, _ in gather(project, library, prove(library)).shown]


def view(key: str, files: Mapping[str, str] = WELLS) -> View:
    return next(one for one in views(files) if one.key == key)


def text(runs: tuple[Run, ...]) -> str:
    return "".join(one.text for one in runs)


def marked(runs: tuple[Run, ...], mark: str) -> list[str]:
    return [one.text + one.letter for one in runs if one.mark == mark]


def test_what_a_talk_uses_comes_first_in_its_order_then_its_slides_then_the_rest() -> None:
    assert [one.key if one.kind != "slide" else one.name for one in views()] == [
        "quote children",
        "fact counted",
        "A talk",
        "Part",
        "The miller wrote a letter",
        "The county counted its wells",
        "Sources",
        "fact repair",
    ]


def test_a_statement_stands_beside_the_whole_sentence_of_its_source() -> None:
    one = view("fact counted")
    assert text(one.ours) == "In 2011 the office counted 212 wells"
    assert text(one.theirs) == "Of the 212 wells that were counted in 2011, at least 171 held water."
    assert "".join(run.text for run in one.theirs if run.is_pointed) == "212 wells that were counted in 2011"
    ((before, sentence, after),) = one.around
    assert before.endswith("in May and in August. ")
    assert sentence == text(one.theirs)
    assert after.startswith(" Some of the others ran dry")


def test_equal_figures_have_one_letter_on_both_sides() -> None:
    one = view("fact counted")
    ours, theirs = marked(one.ours, "figure"), marked(one.theirs, "figure")
    assert sorted(ours) == sorted(theirs)
    assert {words[:-1] for words in ours} == {"2011", "212"}
    assert {words[-1] for words in ours} == {"a", "b"}


def test_a_figure_that_follows_from_those_of_its_source_is_shown_with_its_sum() -> None:
    says = "Of 212 wells, four in five held water"
    facts = f"held: {{says: '{says}', show: four in five, source: office, kind: primary, post: report,\n"
    facts += "  exact: 212 wells that were counted in 2011}\n"
    one = view("fact held", {**WELLS, "assets/facts.yaml": WELLS["assets/facts.yaml"] + facts})
    assert marked(one.ours, "figure") == ["212a", "four in fiveb"]
    assert one.sums == (("b", "171 of 212 are 80.7 %"),)


def test_words_on_one_side_only_are_marked() -> None:
    one = view("fact counted")
    assert marked(one.ours, "only") == ["office"]
    assert "171" in " ".join(marked(one.theirs, "only"))
    assert not {"the", "in", "of", "wells"} & {*marked(one.ours, "only"), *marked(one.theirs, "only")}


def test_what_else_an_entry_says_is_told_with_it() -> None:
    assert dict(view("fact counted").lines) == {
        "Shown on slides as": "212",
        "Value": "212 wells",
        "Figure for": "2011",
        "Measure": "wells counted",
        "Certainty": "a primary source",
    }


def test_what_is_computed_stands_beside_all_that_it_is_computed_from() -> None:
    first = WELLS["assets/facts.yaml"]
    second = first[first.index("repair:") :].replace("repair:", "second-repair:", 1)
    both = "both: {says: Together the repairs take 8 days, from: [repair, second-repair], by: sum}\n"
    one = view("fact both", {**WELLS, "assets/facts.yaml": first + second + both})
    assert [sentence for _, sentence, _ in one.around] == ["A repair takes four days and costs 900 dollars."] * 2
    assert text(one.theirs) == "\n".join(sentence for _, sentence, _ in one.around)
    assert "4 + 4" in dict(one.lines)["Certainty"]


def test_without_its_source_an_entry_is_shown_and_has_nothing_to_sign() -> None:
    one = view("fact counted", {name: text for name, text in WELLS.items() if "posts/report" not in name})
    assert one.token == ""
    assert one.theirs == ()
    assert "nobody can sign it" in one.citation


def test_a_refused_entry_stands_beside_its_source_with_the_refusal() -> None:
    facts = WELLS["assets/facts.yaml"].replace("counted 212 wells", "counted 221 wells", 1)
    one = view("fact counted", {**WELLS, "assets/facts.yaml": facts})
    assert one.refused == "E108: 'says' does not hold the value 212"
    assert "221" in one.mend
    assert text(one.theirs) == "Of the 212 wells that were counted in 2011, at least 171 held water."
    assert one.token == ""


@from_table
def test_a_quotation_that_was_altered_stands_beside_what_its_source_says(quoted: str, shown: str) -> None:
    quotes = WELLS["assets/quotes.yaml"].replace("four children who carry the water", quoted)
    one = view(
        "quote children", {**WELLS, "assets/quotes.yaml": quotes.replace("I have four wells, and nothing", "Nothing")}
    )
    assert one.refused
    assert not one.token
    assert text(one.theirs) == shown
    assert ("does not have these words" in one.citation) == (not shown)


def test_a_slide_stands_beside_what_it_rests_on() -> None:
    one = next(one for one in views() if one.name == "The county counted its wells")
    assert one.rests == ((1, "fact", "counted", "In 2011 the office counted 212 wells"),)
    assert ("notes", "Look.") in one.lines
    assert one.token


def test_a_talk_that_cannot_be_read_takes_nothing_from_the_library() -> None:
    broken = {**WELLS, "talks/wells.yaml": "talk: [\n", "talks/other.yaml": WELLS["talks/wells.yaml"]}
    assert {one.key for one in views(broken)} >= {"fact counted", "fact repair", "quote children"}


@pytest.mark.parametrize("says", ["In 2011 the office counted 212 wells", "2011: 212 wells were counted"])
def test_nothing_of_either_text_is_lost_by_marks(says: str) -> None:
    facts = WELLS["assets/facts.yaml"].replace("In 2011 the office counted 212 wells", f'"{says}"')
    one = view("fact counted", {**WELLS, "assets/facts.yaml": facts})
    assert text(one.ours) == says
    assert [run for run in (*one.ours, *one.theirs) if not run.text] == []
