"""What is refused, asked and shown where a statement is laid beside its passage."""

import re

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.claims.compare import Differences, bent, compare
from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.reckoning import amounts
from talkbuilder.claims.texts import words
from tests.corpora.tables import from_table
from tests.growth import lines_run


def told(ours: str, theirs: str, near: str = "", years: tuple[int, ...] = ()) -> Differences:
    return compare(normalise(ours).text, normalise(theirs).text, normalise(near).text, years)


def refused(ours: str, theirs: str, near: str = "") -> list[str]:
    found = told(ours, theirs, near).refused
    if not near:  # who asks for these alone gets the same, but for what is counted and what is lost
        alone = {(one.kind, one.place) for one in found if not one.is_theirs and one.kind not in ("figure", "unit")}
        assert {(one.kind, one.place) for one in bent(normalise(ours).text, normalise(theirs).text)} == alone
    return [one.kind for one in found]


@from_table
def test_a_figure_that_stands_otherwise_is_refused(ours: str, theirs: str, kind: str) -> None:
    assert kind in refused(ours, theirs)


@from_table
def test_a_figure_that_follows_is_not(ours: str, theirs: str) -> None:
    assert refused(ours, theirs) == []


@from_table
def test_a_year_is_that_of_its_own_clause(ours: str, theirs: str, near: str, verdict: str) -> None:
    found = told(ours, theirs, near)
    assert ("refused" if found.refused else "asked" if found.question else "") == verdict


def test_a_word_of_another_clause_is_the_opposite_beside_a_figure() -> None:
    theirs = "On 54 of them the grey boats declined, and on 12 they increased."
    assert "'declined', the statement 'increased'" in told("Grey boats increased on 54 of the canals", theirs).question
    assert told("Grey boats increased on 12 of the canals", theirs).question == ""


def test_a_figure_that_follows_is_shown_with_its_sum() -> None:
    ours = "Four out of five households use the ferry"
    computed = told(ours, "Of the 212 households, 171 use the ferry.").computed
    assert [(ours[start:end], how) for (start, end), how in computed] == [
        ("Four", "171 of 212 are 80.7 %"),
        ("five", "171 of 212 are 80.7 %"),
    ]


def test_a_figure_of_a_sentence_beside_the_passage_counts_and_one_further_away_does_not_make_sums() -> None:
    assert refused("The bakery has 12 ovens", "The bakery is old.", "It has 12 ovens.") == []
    assert refused("The bakery has 21 ovens", "The bakery has nine ovens.", "It has 12 more and 30 tubs.") == []
    assert refused("The bakery has 42 ovens", "The bakery has nine ovens.", "It has 12 more and 30 tubs.") == ["figure"]


def test_a_sum_is_of_things_alike() -> None:
    for ours, theirs in (
        ("The bakery baked 421 loaves", "The bakery baked 412 loaves in nine hours."),
        ("The oven bakes for 12 hours", "The oven bakes for nine hours on three days."),
    ):
        assert "figure" in refused(ours, theirs), ours
    for ours, theirs in (
        ("The bakery has 21 ovens", "The bakery has nine ovens and 12 carts."),
        ("Of the bakers, 48 would bake on Sundays", "Of the bakers, 46 would bake on Sundays, two would not."),
    ):
        assert told(ours, theirs).asked[0].kind == "figure", ours
    for ours, theirs in (
        ("The bakery has 64 workers", "The bakery has 37 women and 27 men."),
        ("The bakery baked 66 loaves on both days", "The bakery baked 52 loaves on Friday, 14 on Sunday."),
        ("The ovens are 9 meters long", "The ovens are 4 and 5 meters long."),
    ):
        assert refused(ours, theirs) == [], ours


def test_another_noun_behind_a_figure_is_asked_about_where_all_else_is_the_passages() -> None:
    for ours, theirs in (
        ("In 2018 it gave water to 40 villages", "In 2018 it gave water to 40 families."),
        ("The bakery sold 30 loaves a day", "The bakery sold 30 cakes a day."),
    ):
        assert told(ours, theirs).question.startswith("does the passage count the same"), ours
    assert told("In 2018 it gave water to 40 families", "In 2018 it gave water to 40 families.").question == ""
    assert told("40 villages drank from it in 2018", "In 2018 it gave water to 40 families.").question == ""
    long = "In the dry summer of 2018 the deep well gave cold water to 40 "
    assert refused(f"{long}villages", f"{long}families.") == ["thing"]


def test_an_amount_follows_from_one_at_another_rate() -> None:
    passage = "The rent of the mill is $150 a month."
    assert refused("The rent of the mill is $1,800 a year", passage) == []
    assert refused("The rent of the mill is $35 a week", passage) == ["figure", "unit"]
    assert refused("The rent of the mill is $150 a year", passage) == ["unit"]
    assert told("The rent of the mill is about $35 a week", passage).refused == ()


def test_a_figure_in_the_place_of_another_is_asked_about_with_its_sum() -> None:
    passage = "The bakery has 46 brown loaves and 19 white ones."
    found = told("The bakery has 65 brown loaves", passage)
    assert (found.refused, found.question) == ((), "the passage says '46' there: is '65' meant, 46 + 19 = 65?")
    assert told("The bakery has 19 brown loaves", passage).question
    assert told("In all, the bakery has 65 loaves", passage).question == ""
    beside = told("The bakery has 12 brown loaves", "The bakery has 46 brown loaves.", "It has 12 ovens.")
    assert beside.question == "the passage says '46' there: is '12' meant, the one in a sentence beside the passage?"


def test_what_a_share_leaves_is_asked_about() -> None:
    found = told("40 percent of the boats are red", "Three in five boats are red.")
    assert not found.refused
    assert found.question == "'40' is all but Three: is the rest meant?"


def test_beside_what_is_shown_an_opposite_and_a_day_turn_a_passage_round() -> None:
    told = "The number of boats in the harbor fell to 40"
    for ours, turns in (
        ("Luckily all went well again, and rose to 40", ["rose"]),
        ("We see 40 boats a day", ["a day"]),
    ):
        at = ours.index("40")
        assert [one.words for one in bent(ours, told, shown=[(at, at + 2)])] == turns
    weekly = "The choir sings for 40 minutes a week"
    assert [one.words for one in bent("We sing for 40 minutes a day", weekly, shown=[(12, 22)])] == ["a day"]
    assert not list(bent("In a day of rain we rose late and saw 40 boats", told, shown=[(38, 40)]))


def test_an_opposite_counts_as_no_word_of_ones_own_around_a_reference() -> None:
    for said in ("Sales of loaves fell to 88", "In 2010 the bakery closed", "The bakery cut its hours"):
        assert not list(bent(said, "Sales of loaves fell to 88. The bakery closed in 2010. The bakery cut its hours."))
    assert [one.words for one in bent("Sales rose to 88", "Sales fell to 88")] == ["rose"]
    assert [one.words for one in bent("The bakery extended its hours", "The bakery cut its hours")] == ["extended"]
    assert not list(bent("The bakery earned less", "The bakery earned 88 crowns less than it cost"))


def test_the_opposite_of_what_the_clause_of_a_figure_says_is_refused() -> None:
    passage = "Rents by the harbor fell by 15 percent, while they rose by 4 percent on the hill."
    assert "direction" in refused("Rents by the harbor rose by 15 percent", passage)
    assert refused("Rents by the harbor fell by 15 percent", passage) == []
    assert refused("Rents on the hill rose by 4 percent", passage) == []
    assert "direction" in refused("Visits to the mill rose slightly", "Visits to the mill fell slightly.")
    assert refused("The mill reduced its debt", "The mill increased its dividend and reduced its debt.") == []


_HERDS = "Goat herds lost fewer animals than sheep herds, and prices rose by 40 percent."


@from_table
def test_an_opposite_is_told_by_its_clause_and_by_the_sides_of_a_comparison(ours: str, words: list[str]) -> None:
    assert [one.words for one in compare(ours, _HERDS).refused] == words


def test_of_two_figures_that_are_shown_a_change_goes_from_the_first_to_the_second() -> None:
    def told(ours: str) -> list[str]:
        shown = [found.span() for found in re.finditer(r"\d+", ours)]
        return [one.words for one in bent(ours, "64 beds. 41 beds", (), shown)]

    assert told("The number rose from 64 to 41") == ["rose"]
    assert told("It went down from 41 last year to 64") == ["went down"]
    assert told("The number fell from 64 to 41") == []
    assert told("Of 64 beds there were 41") == []


def test_a_hedge_of_a_plan_or_of_a_multiple_is_lost() -> None:
    def codes(ours: str, theirs: str) -> list[str]:
        return [one.code for one in compare(ours, theirs).refused]

    assert codes("The ferry will run again in May", "It is hoped that the ferry will run again in May.") == ["E107"]
    assert codes("The sale of bread doubled", "The sale of bread roughly doubled.") == ["E107"]
    assert codes("The sale of bread was about double", "The sale of bread roughly doubled.") == []


def test_what_says_so_without_a_not_is_asked_about_no_more() -> None:
    for ours, theirs in (
        ("Guests from abroad were left out of the count", "We did not count guests from abroad."),
        ("The council has yet to promise the money", "The council has not promised the money."),
        ("Children travel free of charge", "Children pay nothing."),
    ):
        assert told(ours, theirs).question == "", ours
    assert told("Children with little money pay the fare", "Children with little money do not pay the fare.").refused


def test_a_year_before_is_no_year_behind() -> None:
    passage = "The ferry carried 40 cars in 2018, six more than the year before."
    assert refused("The ferry carried 34 cars in 2017", passage) == []
    assert refused("The ferry carried 40 cars in 2019", passage) == ["year"]
    assert told("The ferry carried 40 cars in 2019", passage, years=(2019,)).refused == ()


OWN = "The council repaired the old stone bridge by the mill in spring"
PASSAGE = "The council has not repaired the old stone bridge by the mill in spring, and the road is dry."


def test_less_than_all_is_asked_about() -> None:
    assert [one.kind for one in told("Some boats were late", "All boats were late").asked] == ["quantity"]
    assert told("We saw eleven times", "We saw 11 occasions").asked == ()


def test_a_negation_is_refused_in_the_words_of_the_passage_and_asked_about_in_others() -> None:
    found = told(OWN, PASSAGE)
    assert [(one.kind, one.code, one.words, one.is_theirs) for one in found.refused] == [
        ("negation", "E106", "not", True)
    ]
    assert found.question == ""
    found = told("The bridge was mended", "The council has not repaired the old stone bridge by the mill.")
    assert found.refused == ()
    assert found.question == "the passage says 'not', the statement does not: do they mean the same?"
    passage = "The bakers brought £118 in a sock, from a bread sale that nobody had asked them to hold."
    found = told("The bakers brought £118 in a sock, from a bread sale", passage)
    assert (found.refused, found.asked[0].kind) == ((), "negation")
    assert told("The bakers brought £118 from a bread sale that they were asked to hold", passage).refused


def test_what_the_passage_calls_it_may_be_named_in_its_own_words() -> None:
    near, passage = "A debt of the bakery remained in May.", "It was paid off on 3 December 2018."
    for ours in ("The debt was not paid off on 3 December 2018", "The debt was never paid off on 3 December 2018"):
        assert [one.kind for one in told(ours, passage, near).refused] == ["negation"], ours
        assert told(ours, passage).asked[0].kind == "negation"
        assert not told(ours, passage, "The loan was not asked back, and the debt was small.").refused
        assert not told(ours, passage.replace("It", "Another loan"), near).refused
    denied = passage.replace("was paid", "was not paid")
    assert [one.kind for one in told("The debt was paid off on 3 December 2018", denied, near).refused] == ["negation"]
    lost = told("The helpline asks for papers", "We do not ask for papers.", "The helpline is free.")
    assert [one.kind for one in lost.refused] == ["negation"]
    choir = "The village had a choir of 12."
    assert not told("The village choir did not sing after 2010", "It stopped singing in 2010.", choir).refused


@from_table
def test_a_statement_is_held_against_the_clause_that_shares_its_words(passage: str, kinds: list[str]) -> None:
    assert refused(OWN, passage) == kinds


def test_of_two_rates_the_one_that_the_passage_lacks_is_told() -> None:
    found = told("The choir sings once a week and feasts once a month", "It sings once a week and feasts once a year.")
    assert [(one.kind, one.words) for one in found.refused + found.asked] == [("unit", "a month")]


def test_two_denials_are_none() -> None:
    assert refused("Nobody denied that the old mill was sold", "Nobody denied that the old mill was sold.") == []
    assert refused("The old mill was not unsold", "The old mill was not unsold.") == []


def test_a_word_of_the_passage_is_never_its_opposite() -> None:
    passage = "The firm was increasing its dividend, reducing debt and buying a mill."
    assert refused("The firm was reducing debt", passage) == []


def test_the_first_question_is_the_kind_that_is_right_most_often() -> None:
    found = told("The club met in May", "They say that the society would meet in May if it rained.")
    assert [one.kind for one in found.asked][:1] == ["hearsay"]
    assert found.question == found.asked[0].question


def test_equal_figures_and_words_of_one_side_are_shown() -> None:
    ours, theirs = "The bakery sold 88 loaves", normalise("In 2011 the shop sold 88 loaves.").text
    found = told(ours, theirs)
    assert [(ours[slice(*one)], theirs[slice(*other)]) for one, other in found.figures] == [("88", "88")]
    assert [ours[slice(*one)] for one in found.only_ours] == ["bakery"]
    assert [theirs[slice(*one)] for one in found.only_theirs] == ["2011", "shop"]


@from_table
def test_no_text_takes_long(piece: str) -> None:
    """Twice the text is at most three times the work, counted in lines of Python: never its square."""
    half, whole = (piece * (size // len(piece)) for size in (750, 1_500))
    for work in (
        lambda text: compare(text, "The mill was not 3 of 4 in 2009", text),
        lambda text: compare("The mill was not 3 of 4 in 2009", text),
        lambda text: [*amounts(text), *words(text)],
    ):
        less = lines_run(lambda: work(half))  # noqa: B023
        assert lines_run(lambda: work(whole)) <= 3 * less + 2_000  # noqa: B023


TEXTS = st.lists(
    st.sampled_from(
        ("not", "40", "about", "half of", "in 2010", "the mill", "rose", "fell", ",", ". ", "percent", "3rd", "$5")
    )
    | st.text(max_size=8),
    max_size=30,
).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared_and_places_lie_within_them(one: str, other: str) -> None:
    ours, theirs = normalise(one).text, normalise(other).text
    found = compare(ours, theirs)
    for difference in (*found.refused, *found.asked):
        text = theirs if difference.is_theirs else ours
        assert 0 <= difference.start < difference.end <= len(text)
        assert difference.message or difference.question
        assert difference.code.startswith("E1") or difference in found.asked
    assert all(0 <= start < end <= len(ours) for start, end in found.only_ours)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    plain = normalise(text).text
    found = compare(plain, plain)
    assert (found.refused, found.only_ours, found.only_theirs) == ((), (), ())


@given(TEXTS)
def test_figures_and_words_stand_where_they_say(text: str) -> None:
    plain = normalise(text).text
    assert all(plain[one.start : one.end].strip() for one in figures(plain))
    assert all(plain[one.start : one.end].lower() == one.text for one in words(plain) if plain.isascii())
