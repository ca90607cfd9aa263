"""A number, large, and what it counts; and beside it figures that stand for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.evidence.library.amounts import Amount
from talkbuilder.kinds.number import KIND, _scale
from talkbuilder.layout.items import Group, Shape
from talkbuilder.layout.page import Page
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.talk.words import ENGLISH
from talkbuilder.units import Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws, sample
from tests.listing import lines, texts, written
from tests.opened import opened
from tests.sample import ASSETS, built, talk


def test_a_hedge_stands_small_before_its_figure() -> None:
    number = opened(written(sample("number"))).find("ppt/slides/slide3.xml", "//p:sp[2]//a:r")
    assert ["".join(run.itertext()) for run in number] == ["about ", "16\u00a0million"]
    hedge, figure = (int(run[0].get("sz")) for run in number)
    assert hedge < figure / 2


def facts(fact: str) -> str:
    """The sample's facts with one more, `many`, of these keys."""
    more = f"many: {{says: Many people, measure: people, as_of: 2010, {fact}, source: bureau, kind: primary, "
    return str(ASSETS["assets/facts.yaml"]) + (f"{more}post: third, exact: in 2010}}\n" if fact else "")


def page(keys: str, fact: str = "", occasion: Occasion = EVERYDAY) -> Page:
    line = f"  - {{title: A headline, number: {keys}, notes: Some words.}}"
    deck, _ = built(talk(line), occasion, facts=facts(fact))
    return next(one for one in deck.pages if one.kind == "number")


def reported(keys: str, fact: str) -> list[str]:
    line = f"  - {{title: A headline, number: {keys}, notes: Some words.}}"
    _, report = built(talk(line), facts=facts(fact))
    return [one.message for one in report.diagnostics if one.code == "E032"]


def drawn(page: Page) -> tuple[Shape, ...]:
    (group,) = (item for item in page.items if isinstance(item, Group))
    return tuple(item for item in group.items if isinstance(item, Shape))


def test_its_alternative_text_is_the_sentence_in_the_notes_and_keeps_the_hedge() -> None:
    made = page("people, beside: figures")
    (group,) = (item for item in made.items if isinstance(item, Group))
    assert group.alt == ("People living there in 2012: about 16 million. 16 figures, each for about one million people")
    assert lines(made, "shown") == (f"On the slide: {group.alt}",)


@from_table
def test_no_more_than_twenty_figures_stand_for_a_number(fact: str, figures: int, said: str) -> None:
    made = page("many, beside: figures", fact)
    assert len(drawn(made)) == figures
    assert texts(made)["what a figure stands for"].paragraphs[0].text == said


@given(st.integers(1, 10**12))
def test_figures_times_what_each_stands_for_is_about_the_number(value: int) -> None:
    found = Amount("many", value, "people", "", "exact", "", "", "", "")
    scale = _scale(found, ENGLISH)
    assert 1 <= scale.figures <= 20
    if scale.each:
        said = scale.each.removeprefix("about ").removesuffix(" people").replace("one ", "1 ").replace(",", "")
        number, _, word = said.partition(" ")
        each = float(number) * {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[word]
        assert 0.93 < value / scale.figures / each < 1.07
        assert scale.each.startswith("about ") == (scale.figures * each != value)
    else:
        assert scale.figures == value


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_nothing_leaves_the_page_and_no_text_lies_on_another(aspect: Aspect) -> None:
    assert flaws(page("people, beside: figures", occasion=Occasion(aspect=aspect))) == []


@from_table
def test_what_cannot_be_drawn_is_reported(keys: str, fact: str, message: str) -> None:
    assert reported(keys, fact) == [message]


def test_on_a_template_a_hedge_begins_where_the_caption_of_its_number_does() -> None:
    deck, _ = built(talk("  - {title: A headline, number: people, notes: Some words.}"))
    slide, layout = deck.plan.timings[2].slide, deck.pages[2].layout
    (made,) = KIND.pages(slide, structs.replace(layout, base="A layout of a template"))
    assert texts(made)["number"].box.x == texts(made)["caption"].box.x > layout.placeholders["Number"].box.x
