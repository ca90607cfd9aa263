"""C020, C021, C024: what is claimed rests on an entry that holds it, or is marked as the speaker's own."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.sample import ASSETS, built, talk

_CODES = ("C020", "C021", "C024")


def told(keys: str, notes: str = "Some words.") -> list[Diagnostic]:
    """What is reported of one slide of these keys."""
    _, report = built(talk(f"  - {keys}\n    notes: '{notes}'"))
    return [one for one in report.diagnostics if one.code in _CODES]


def codes(keys: str, notes: str = "Some words.") -> list[str]:
    return [one.code for one in told(keys, notes)]


@pytest.mark.parametrize(
    "said",
    [
        "97% of all herdsmen are slaves today",
        "“We sell them all,” says the President",
        "One in three wells is dry",
        "Most of the herds were lost",
        "It cost them $84,000",
        "It is the ninth largest steppe",
        "That was in 1931",
        "According to the ministry all is well",
        "We owe that to Anna Weber",
    ],
)
def test_what_is_claimed_on_a_slide_is_an_error_and_in_notes_a_warning(said: str) -> None:
    assert set(codes(f"statement: '{said}'\n    cite: [grass]")) == {"C020"}
    assert set(codes("statement: Grass grew there\n    cite: [grass]", f"{said}.")) == {"C021"}


@pytest.mark.parametrize(
    "said",
    [
        "The bureau counted {herds}",
        "The bureau counted {herds} herds in 2010",  # the year that the fact is for
        "In twenty ten it counted {herds} herds",
        "Eighty-eight herds, or {herds}, were counted",
        "The bureau says that there were {herds}",
        "The bureau, and nobody else, counted {herds}",
        "There were many, the bureau of the {herds} herds says",
        "There were {own: ninety} of them",
        "Nobody had asked the shepherds",
        "One of us was there",
    ],
)
def test_an_entry_that_holds_it_a_mark_and_plain_talk_pass(said: str) -> None:
    assert codes(f"statement: '{said}'\n    cite: [herds]", f"{said}.") == []


@pytest.mark.parametrize(
    "said",
    [
        "Of {herds} herds, 97% were lost",
        "There were {herds}. And 97 of them were lost",
        "They call {herds} herds “a plague”",
        "There were {herds} herds in 1931",
    ],
)
def test_a_reference_covers_only_what_its_entry_holds_and_its_own_sentence(said: str) -> None:
    assert codes(f"statement: '{said}'") == ["C020"]


def test_a_reference_to_nothing_is_told_as_that_alone() -> None:
    statement = "statement: 'It counted {herds-of-1931}, and {97 herds}'\n    cite: [grass]"
    assert codes(statement, "It was {in-1931}.") == []


def test_a_claim_is_told_with_what_its_reference_prints() -> None:
    (one,) = told("statement: 'The {herds} herdsmen said so'\n    cite: [grass]")
    assert one.message.startswith("'The 88 herdsmen said' is said to be said by somebody")


def test_a_claim_without_references_is_told_as_it_is_seen() -> None:
    (one,) = told("statement: 'The herds\u200bmen said so'\n    cite: [grass]")
    assert one.message.startswith("'The herdsmen said' is said to be said by somebody")


def test_cite_covers_words_of_its_entry_and_its_name_and_no_figure() -> None:
    assert codes("statement: They were “higher” there\n    cite: [grass]") == []
    assert codes("statement: They were “lower” there\n    cite: [grass]") == ["C020"]
    assert codes("statement: The bureau said that it counted\n    cite: [herds]") == []
    assert codes("statement: There were 88 of them\n    cite: [herds]") == ["C020"]


def test_the_number_of_a_slide_stands_in_its_caption_and_title_and_not_in_its_notes() -> None:
    slide = "title: Eighty-eight were left\n    number: herds\n    caption: herds counted in 2010"
    assert codes(slide) == []
    assert codes(slide, "There were 88.") == ["C021"]


def test_dates_of_a_timeline_rest_on_something() -> None:
    points = "- {head: A, at: 1901}\n    - {head: '{own:B}', at: 1902}\n    - {head: C, fact: herds}"
    found = told(f"title: T\n    timeline:\n    {points}")
    assert [one.message for one in found] == ["'1901' is a date, and rests on no entry of the library"]


def test_a_number_to_call_is_covered_by_the_action_that_has_it() -> None:
    assert codes("statement: Please call 1-555-555-0100\n    cite: [grass]") == []
    assert codes("statement: There were 5555550100 of them\n    cite: [grass]") == ["C020"]


@pytest.mark.parametrize(
    "said",
    [
        "According to the Pope there were {herds}",
        "Anna Weber counted {herds}",
        "The Ministry of Goats counted {herds}",
        "The shepherds’ union says that there were {herds}",
    ],
)
def test_a_reference_covers_no_name_and_no_speaker_but_its_own(said: str) -> None:
    assert set(codes(f"statement: '{said}'")) == {"C020"}


def test_a_heading_may_count_what_stands_under_it() -> None:
    sides = "compare:\n    - {head: Here, text: Grass}\n    - {head: There, text: Sand}\n    cite: [grass]"
    assert codes(f"title: Two towns, side by side\n    {sides}") == []
    assert codes(f"title: Three towns, side by side\n    {sides}") == ["C020"]
    assert codes(f"title: Two were killed\n    {sides}") == ["C020"]
    assert codes(f"title: Two prisoners\n    {sides}") == ["C020"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Two towns, two winds", []),
        ("Two towns and their two winds", []),
        ("Two herds, and two ways to count", []),
        ("Two towns, three winds", ["C020"]),
        ("Three towns, two winds", ["C020", "C020"]),
        ("The herds had two winds", ["C020"]),
    ],
)
def test_a_heading_may_count_it_twice(title: str, wanted: list[str]) -> None:
    sides = "compare:\n    - {head: Here, text: Grass}\n    - {head: There, text: Sand}\n    cite: [grass]"
    assert codes(f"title: {title}\n    {sides}") == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("Two towns, side by side", []), ("Three things, row by row", []), ("Four towns, side by side", ["C020"])],
)
def test_a_heading_may_count_the_rows_of_a_table_and_its_columns(title: str, wanted: list[str]) -> None:
    table = 'table: {head: ["", Here, There], rows: [[Grass, a, b], [Sand, c, d], [Wind, e, f]]}\n    cite: [grass]'
    assert codes(f"title: {title}\n    {table}") == wanted


def test_a_mark_may_not_say_another_figure_than_the_library() -> None:
    (fault,) = told("statement: 'The bureau counted {own: 880} herds'\n    cite: [grass]")
    assert fault.message == "'880' is marked as your own, and 'herds' says 88"
    assert codes("statement: 'The bureau counted {own: 88} herds'\n    cite: [grass]") == []
    assert codes("statement: 'I rode for {own: 880} hours'\n    cite: [grass]") == []
    assert codes("statement: Grass\n    cite: [grass]", "The bureau counted {own: 880} herds.") == ["C021"]

    # Of shepherds the library says 29.
    assert codes("statement: 'The bureau counted {own: 29} herds'\n    cite: [grass]") == ["C020"]


@pytest.mark.parametrize("year", ["2010", "twenty ten", "two thousand and ten"])
def test_a_mark_may_say_the_year_that_a_figure_is_for(year: str) -> None:
    assert codes(f"statement: 'In {{own: {year}}} the bureau counted herds'\n    cite: [grass]") == []


def test_in_another_language_a_capital_names_nobody_and_a_figure_is_one() -> None:
    german = talk("  - statement: Das Gras und der Wind, 97 Tage\n    cite: [grass]\n    notes: N.")
    _, report = built(german.replace("talk: A talk\n", "talk: A talk\nlanguage: de\n"))
    assert [one.message.split("'")[1] for one in report.diagnostics if one.code in _CODES] == ["97"]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("{own: most of the men | x}", ["C024"]),
        ("{own: most of the men | everybody knows that}", ["C024"]),
        ("{own: most of the men | the Ministry of Goats says so}", ["C024"]),
        ("{own: The Ministry of Goats says so | I asked them}", ["C024"]),
        ("{own: 88} graves", ["C024"]),
        ("{own: 50,000} goats", ["C024"]),
        ("{own: most of the men}", ["C024"]),
        ("{own: most of the men | I counted them}", []),
        ("{own: $40}", ["C024"]),
        ("{own: Anna Weber}", ["C024"]),
        ("{own: seventy years}", []),
        ("{own: 911}", []),
    ],
)
def test_a_mark_on_a_slide_says_how_the_speaker_knows_what_will_be_asked(marked: str, found: list[str]) -> None:
    assert codes(f"statement: 'I saw {marked} there'\n    cite: [grass]") == found
    assert codes("statement: Grass grew there\n    cite: [grass]", f"I saw {marked} there.") == []


def test_it_is_told_at_its_words_with_the_mark_to_write() -> None:
    (fault,) = told("statement: There were ninety of them\n    cite: [grass]")
    assert fault.span is not None
    assert fault.span.source.text[fault.span.start : fault.span.end] == "ninety"
    assert fault.message == "'ninety' is a figure, and rests on no entry of the library"
    assert fault.hint.endswith("{own: ninety}")


def test_what_is_the_speakers_own_stands_in_the_evidence_and_not_in_the_source_line() -> None:
    deck, _ = built(talk("  - statement: '{own: Ninety | I counted} were left'\n    notes: Some words."))
    page = deck.pages[2]
    assert [one.text for one in page.notes.evidence] == [
        "Where I have this from (my own words: not yet reviewed)",
        "What I know myself",
        "Ninety (the speaker’s own knowledge: I counted)",
    ]
    assert not [item for item in page.items if item.name == "source line"]


@pytest.mark.parametrize(("words", "found"), [("higher than we were", []), ("higher than they were", ["C020"])])
@pytest.mark.parametrize("beside", ["", "The {herds} knew: "])
def test_what_is_quoted_rests_on_what_the_slide_cites(words: str, found: list[str], beside: str) -> None:
    assert codes(f"statement: '{beside}It was “{words}” there'\n    cite: [grass]") == found


_ALT = 'steppe: {file: steppe.png, alt: "ALT", credit: "Picture: nobody", people: []}'


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("Grass up to the horizon under a wide sky", []),
        ("Grass, and two horses in it", []),
        ("Some of the 88 herds on the steppe", ["C020"]),
        ("A sign that says “No wells here”", ["C020"]),
    ],
)
def test_the_description_of_a_picture_claims_nothing_either(alt: str, found: list[str]) -> None:
    _, report = built(talk("  - photo: steppe\n    title: T\n    notes: N."), media=_ALT.replace("ALT", alt))
    assert [one.code for one in report.diagnostics if one.code in _CODES] == found


def test_a_picture_may_be_described_by_what_its_slide_cites() -> None:
    slide = "  - photo: steppe\n    title: T\n    cite: [herds]\n    notes: N."
    _, report = built(talk(slide), media=_ALT.replace("ALT", "Some of the 88 herds on the steppe"))
    assert [one.code for one in report.diagnostics if one.code in _CODES] == []


@pytest.mark.parametrize(
    ("plain", "claims", "code"),
    [
        ("notes: Hello.", "notes: Nearly 5 million came.", "C021"),
        ("subtitle: On something", "subtitle: Of 5 million goats", "C020"),
        ("section: First part", "section: The 5 million goats", "C020"),
        ("notes: It begins.", "notes: Nearly 5 million came.", "C021"),
        ("notes: Goodbye.", "notes: Nearly 5 million came.", "C021"),
        ("notes: Ask me.", "notes: Nearly 5 million came.", "C021"),
        ("points: [None", "points: [5 million goats", "C020"),
    ],
)
def test_what_is_claimed_on_any_slide_and_in_any_key_is_told(plain: str, claims: str, code: str) -> None:
    sides = "[{head: Then, points: [None, So]}, {head: Now, points: [Grass, High grass]}]"
    outline = talk(f"  - title: So\n    compare: {sides}\n    cite: [grass]\n    notes: So.")
    assert plain in outline
    for text, found in ((outline, []), (outline.replace(plain, claims), [code])):
        assert [one.code for one in built(text)[1].diagnostics if one.code in _CODES] == found


_STOLEN = """
thief: {says: The mayor stole 88 herds in 2010, show: stole them, source: bureau, kind: primary, post: first,
  exact: counted 88 herds}
whipped: {says: Shepherds were whipped for it, show: whipped, source: witness, kind: observation, post: second,
  exact: was seven}
"""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The mayor stole the herds", []),
        ("The mayor steals from the poor", []),
        ("The police stole the herds", ["C020"]),  # which is told of somebody else
        ("The mayor murdered the clerk", ["C020"]),
        ("The mayor does nothing", ["C020"]),
        ("The men were flogged", []),
        ("The women were sold", ["C020"]),
        ("{own: The mayor sells girls}", ["C024"]),
        ("{own: The mayor sells girls | I saw him do it}", []),
    ],
)
def test_a_wrong_needs_an_entry_that_tells_it_of_the_same_people(said: str, found: list[str]) -> None:
    facts = f"{ASSETS['assets/facts.yaml']!s}{_STOLEN}"
    _, report = built(talk(f"  - statement: '{said}'\n    cite: [thief, whipped]\n    notes: N."), facts=facts)
    assert [one.code for one in report.diagnostics if one.code in _CODES] == found


@pytest.mark.parametrize(
    "marked",
    [
        "“Go out to the shepherds” (Luke 2:15) | New International Version",
        "“Go out to the shepherds” (Luke 2:15) | NIV",
        "“Go out to the shepherds” (Luke 2:15) | Bible",
        "“Feed five thousand with two fish” (Mark 6:41) | English Standard Version",
        "“The Lord gives bread” (Psalm 146:7) | NRSV",
        "Amos 5:24: “Let it roll on” | International Standard Version",
    ],
)
def test_the_translation_is_reason_enough_for_a_verse(marked: str) -> None:
    assert codes(f"statement: '{{own: {marked}}}'") == []


@pytest.mark.parametrize(
    "marked",
    [
        "“Go out to the shepherds” | New International Version",
        "“Go out to the shepherds” (Almanac 2:15) | New International Version",
        "“Go out to the shepherds” (Luke 2:15) | Ministry of Goats",
        "“Go out to the shepherds” (Luke 25:15) | NIV",
        "“They keep 40,000 shepherds” (Luke 2:15) | New International Version",
        "“Anna Weber went out” (Luke 2:15) | NIV",
        "“It cost them ten dollars” (Luke 2:15) | NIV",
        "“Go out”, the President says (Luke 2:15) | New International Version",
        "most of the shepherds (Luke 2:15) | NIV",
    ],
)
def test_what_only_looks_like_a_verse_needs_a_reason(marked: str) -> None:
    assert codes(f"statement: '{{own: {marked}}}'") == ["C024"]
