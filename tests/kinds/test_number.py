"""A number, large, and what it counts."""

from tests.kinds import Golden, compare, sample
from tests.listing import shown, written
from tests.opened import opened
from tests.sample import built, talk


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("number", sample("number"), golden)


def test_a_hedge_stands_small_before_its_figure() -> None:
    number = opened(written(sample("number"))).find("ppt/slides/slide3.xml", "//p:sp[2]//a:r")
    assert ["".join(run.itertext()) for run in number] == ["about ", "16\u00a0million"]
    hedge, figure = (int(run[0].get("sz")) for run in number)
    assert hedge < figure / 2


def test_what_it_counts_is_the_measure_of_the_fact_unless_a_caption_says_it() -> None:
    assert shown(sample("number"))[2]["Caption"] == "People living there"
    deck, _ = built(talk("  - {title: Many, number: people, caption: People and more, notes: Some words.}"))
    assert shown(deck)[2]["Caption"] == "People and more"
