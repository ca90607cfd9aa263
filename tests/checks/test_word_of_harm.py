"""C028: a word of harm beside a fact is one that a fact of the slide tells."""

import pytest

from tests.sample import ASSETS, built, talk


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}\n    notes: Some words."))
    return [one.code for one in report.diagnostics if one.code == "C028"]


@pytest.mark.parametrize(
    "keys",
    [
        "statement: '{people} people live in slavery'",
        "statement: 'The bureau stole {herds} herds'",
        "title: A headline\n    number: herds\n    caption: herds found dead",
        "title: A headline\n    counts:\n    - {count: herds, head: dead}\n    - {count: goats, head: seen}",
        "title: A headline\n    people: {show: walking, of: shepherds, label: killed}",
        "title: A headline\n    chart: columns\n    unit: slaves\n    facts: {herds: herds, wells: wells-2010}",
        "title: A headline\n    table: {head: [Where, Dead], rows: [[There, '{herds}']]}",
    ],
)
def test_a_harm_that_no_fact_tells_is_told(keys: str) -> None:
    assert codes(keys) == ["C028"]


@pytest.mark.parametrize(
    "keys",
    [
        "statement: 'They steal; the bureau counted {herds} herds'",
        "statement: 'The soldiers saw {herds} herds, and sent word'",
        "statement: The herdsmen steal",
        "title: A headline\n    number: herds\n    caption: herds counted by the bureau",
    ],
)
def test_other_clauses_and_other_words_are_free(keys: str) -> None:
    assert codes(keys) == []


def test_a_headline_over_a_number_is_a_label_of_it() -> None:
    assert codes("title: The slaves of the steppe\n    number: herds") == ["C028"]


_ROBBED = """
robbed: {says: A clerk was convicted of stealing 88 herds in 2010, show: convicted, source: bureau, kind: primary,
  post: first, exact: counted 88 herds}
feared: {says: A witness believes that the shepherds were probably slaves, show: probably slaves, source: witness,
  kind: opinion, post: second, exact: was seven}
"""


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        # what stands beside cited facts, and refers to none
        ("title: The herdsmen were murdered\n    drawing: gate\n    cite: [herds]", ["C028"]),
        ("title: What was counted\n    bullets: [Herds in thousands, Chained shepherds]\n    cite: [herds]", ["C028"]),
        ("title: On herds\n    bullets: ['{herds} herds', The rest were stolen]", ["C028"]),
        (
            "title: On herds\n    icons: [{icon: bus, head: A bus}, {icon: bus, head: Graves}]\n    cite: [herds]",
            ["C028"],
        ),
        ("title: On herds\n    bullets: ['{own: I} counted', The clerks lied]\n    cite: [herds]", ["C028"]),
        ("title: On herds\n    bullets: [Nobody should steal, If one is murdered]\n    cite: [herds]", []),
        ("title: On herds\n    bullets: [Was it stolen?, I could not hide it]\n    cite: [herds]", []),
        ("title: A clerk stole herds\n    drawing: gate\n    cite: [robbed]", []),
        ("title: On herds\n    statement: '{own: A clerk stole them | I saw him}'\n    cite: [herds]", []),
        ("title: Found guilty\n    drawing: gate\n    caption: A clerk, found guilty\n    cite: [robbed]", []),
        # a reason of what is counted
        ("statement: 'Because the clerks stole, there were {herds} herds'", ["C028"]),
        ("statement: 'There were {herds} herds, since most were slaughtered'", ["C028"]),
        # a harm that is only believed
        ("title: Slaves on the steppe\n    drawing: gate\n    cite: [feared]", ["C028"]),
        ("title: Shepherds\n    drawing: gate\n    caption: The slaves of the steppe\n    cite: [feared]", ["C028"]),
        ("title: I believe that they were slaves\n    drawing: gate\n    cite: [feared]", []),
        ("title: Probably slaves, a witness thinks\n    drawing: gate\n    cite: [feared]", []),
        ("title: Slaves of the steppe\n    statement: 'They were {feared}'", []),
    ],
)
def test_all_of_a_slide_is_held_to_what_it_rests_on(keys: str, wanted: list[str]) -> None:
    facts = f"{ASSETS['assets/facts.yaml']!s}{_ROBBED}"
    _, report = built(talk(f"  - {keys}\n    notes: Some words."), facts=facts)
    assert [one.code for one in report.diagnostics if one.code == "C028"] == wanted


_PENALTY = """
sentence: {says: The code prescribes up to 15 years in prison, show: up to 15 years, source: bureau, kind: primary,
  post: first, exact: counted 88 herds}
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        # what a law says may follow
        ("The code threatens {sentence} in prison", []),
        ("The law itself threatens {sentence} in prison", []),
        ("Article 12 threatened whoever did it with {sentence} in prison", []),
        ("The statute threatens a punishment of {sentence}", []),
        ("Our laws threaten herdsmen with {sentence}", []),
        ("The code now threatens {sentence}", []),
        ("He is threatened by law with {sentence}", []),
        ("They are threatened under the penal code with {sentence}", []),
        # what somebody does
        ("The clerk threatens {sentence} in prison", ["C028"]),
        ("The lawman threatens {sentence}", ["C028"]),
        ("The law threatens their lives for {sentence}", ["C028"]),
        ("Shepherds were threatened with {sentence}", ["C028"]),
        ("The author of the code, a clerk, threatens {sentence}", ["C028"]),
        ("The law threatens to take their herds for {sentence}", ["C028"]),
        ("The code and the clerk threaten them with {sentence}", ["C028"]),
        ("The guards threatened them by law with {sentence}", ["C028"]),
    ],
)
def test_a_law_that_threatens_a_penalty_does_no_harm(words: str, wanted: list[str]) -> None:
    facts = f"{ASSETS['assets/facts.yaml']!s}{_PENALTY}"
    _, report = built(talk(f"  - statement: '{words}'\n    notes: Some words."), facts=facts)
    assert [one.code for one in report.diagnostics if one.code == "C028"] == wanted
