"""What sets one above others, judges, or tells of a trend, where no entry compares anything."""

import pytest

from tests.authoring.test_unsaid import bullet, fact, noted, reasons


def titled(title: str, cite: str = "mill-closed, bakers") -> str:
    return f"- title: {title}\n  bullets: ['{{mill-closed}}', '{{bakers}}']\n  cite: [{cite}]\n  notes: So.\n"


MARKS = ("above or below all others", "tells of others", "tells of a trend", "is a judgement")
FORGED = (
    ("above or below all others", titled("No other mill gives so much bread")),
    ("above or below all others", bullet("Nowhere else do bakers move to the market")),
    ("above or below all others", titled("Nobody else has such bakers")),
    ("above or below all others", noted("The bakers moved faster than all the others.")),
    ("above or below all others", titled("A mill like no other")),
    ("above or below all others", titled("What other town has such bakers?")),
    ("above or below all others", titled("Who else gives so much bread?")),
    ("above or below all others", titled("It leaves all others behind")),
    ("tells of others", noted("Across the border nobody bakes.")),
    ("tells of others", noted("Everywhere around, they look away.")),
    ("tells of a trend", titled("From year to year, bakers move")),
    ("tells of a trend", titled("A growing number of bakers move")),
    ("tells of others", noted("Their neighbors look on and wait.")),
    ("tells of others", noted("Other towns do nothing of the kind.")),
    ("tells of others", noted("Nobody around them comes near.")),
    ("tells of others", noted("The rest of the world looks away.")),
    ("tells of a trend", titled("Year after year, bakers move")),
    ("tells of a trend", titled("Ever more bakers move to the market")),
    ("tells of a trend", titled("More and more bakers move")),
    ("tells of a trend", noted("The mills keep closing, and bakers keep going down.")),
    ("tells of a trend", bullet("Each time, some bakers move")),
    ("is a judgement", titled("A market makes the better mill")),
    ("is a judgement", titled("Moving pays off")),
    ("is a judgement", titled("The bakers did worse")),
    ("is a judgement", titled("Money helps the bakers")),
    ("is a judgement", "- title: Moving pays off\n  drawing: mill\n  cite: [mill-closed]\n  notes: So.\n"),
    ("is a judgement", "- title: Moving pays off\n  number: bakers\n  notes: So.\n"),
)


@pytest.mark.parametrize(("told", "slides"), FORGED)
def test_a_rank_a_judgement_and_a_trend_are_told(told: str, slides: str) -> None:
    assert any(told in one for one in reasons(slides)), reasons(slides)


@pytest.mark.parametrize(
    "slides",
    [
        titled("No other number stands here"),
        titled("Look at the better of two pictures"),
        bullet("A mill by the river, and nothing else"),
        noted("Every year I go to the market."),
        noted("I wonder what other towns do."),
        noted("You can tell your neighbors that."),
        noted("Nobody else has asked me that."),
        noted("Have you ever seen a better mill?"),
        noted("I read it again and again."),
        noted("No other mill {own: gives so much bread}."),
        noted("Do other towns bake?"),
        titled("Year after year?"),
        noted("Moving pays off."),
        bullet("Moving pays off"),
        "- title: Moving pays off\n  drawing: mill\n  notes: So.\n",
        titled("One baker moved more than the other"),
    ],
)
def test_talk_of_a_slide_and_of_an_evening_sets_nothing_above_others(slides: str) -> None:
    assert [one for one in reasons(slides) if any(mark in one for mark in MARKS)] == []


CITED = "mill-closed, bakers, entry"


@pytest.mark.parametrize(
    ("slides", "says"),
    [
        (noted("The bakers moved faster than all the others.", CITED), "The bakers moved faster than all the others"),
        (noted("Other towns do nothing of the kind.", CITED), "The bakers and other towns moved in spring"),
        (titled("More and more bakers move", CITED), "More and more bakers moved to the market"),
        (titled("Moving pays off", CITED), "For the bakers moving paid and pays off"),
    ],
)
def test_what_an_entry_compares_or_judges_is_told(slides: str, says: str) -> None:
    assert [one for one in reasons(slides, fact("entry", says, says)) if any(mark in one for mark in MARKS)] == []


@pytest.mark.parametrize(
    ("years", "else_", "told"),
    [
        (
            "More mills than the year before closed {closed-2011}",
            "More mills than houses closed {closed-2011}",
            "compares",
        ),
        ("Mills {closed-2011}, more than in 2010", "Mills {closed-2011}, more than the houses", "says nothing of"),
    ],
)
def test_two_years_of_a_slide_are_compared(years: str, else_: str, told: str) -> None:
    facts = "".join(fact(f"closed-{year}", f"Eight mills closed in {year}", f"in {year}") for year in (2010, 2011))
    assert [one for one in reasons(bullet(years, "closed-2010, closed-2011"), facts) if told in one] == []
    assert [one for one in reasons(bullet(years, "closed-2011, bakers"), facts) if told in one]
    assert [one for one in reasons(bullet(else_, "closed-2010, closed-2011"), facts) if told in one]


def test_what_an_entry_compares_is_compared() -> None:
    says = "More mills than houses closed"
    told = reasons(bullet(f"{says} after they {{bakers}}", "bakers, entry"), fact("entry", says, says))
    assert [one for one in told if "compares" in one] == []
