"""Rules about words fire in every place where words stand, and at the words."""

from collections.abc import Mapping

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import LIBRARY, TALK, diagnostics, picture, talk

SAID = {"C309": "They are illegals", "C313": "They were rescued", "C322": "Every minute a child is sold"}
PICTURED = {"C313": "They were rescued", "C308": "Hands in chains"}  # C308 looks only at what shows or names a picture
HOURS = "".join(
    f"{name}: {{says: An hour is short, value: 1, unit: hour, measure: hours {name}, place: KZ, as_of: 2012,"
    f" source: example-person, kind: primary, post: example-post, exact: hour is over}}\n"
    for name in ("one-hour", "two-hours")
)
BOX = 'svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
DRAWN = f'<{BOX}><title>{{}}</title><rect id="{{}}" class="accent1" width="9" height="9"/></svg>'
SLIDES = {
    "title": "- {{title: {0}, ask: example-action, notes: N.}}",
    "statement": "- {{statement: {0}, notes: N.}}",
    "bullet": "- {{title: T{1}, bullets: [One, {{Two: [{0}]}}], notes: N.}}",
    "table": "- {{title: T{1}, table: {{head: [A, B], rows: [[{0}, x], [y, z]]}}, notes: N.}}",
    "head of a table": "- {{title: T{1}, table: {{head: [A, {0}], rows: [[w, x], [y, z]]}}, notes: N.}}",
    "compare": "- {{title: T{1}, compare: [{{head: Then, text: {0}}}, {{head: Now, text: Nobody}}], notes: N.}}",
    "steps": "- {{title: T{1}, steps: [{{head: One, text: {0}}}, {{head: Two}}], notes: N.}}",
    "icons": "- {{title: T{1}, icons: [{{icon: bus, head: {0}}}, {{icon: house, head: A house}}], notes: N.}}",
    "timeline": "- {{title: T{1}, timeline: [{{head: {0}, at: 1}}, {{head: B, at: 5}}, {{head: C, at: 9}}], notes: N}}",
    "label of a chart": "- {{title: T{1}, chart: columns, facts: {{{0}: one-hour, Others: two-hours}}, notes: N.}}",
    "lead of a chart": "- {{title: T{1}, lead: {0}, chart: columns, facts: {{A: one-hour, B: two-hours}}, notes: N.}}",
    "notes": "- {{title: T{1}, ask: example-action, notes: {0}.}}",
    "bold within": "- {{title: T{1}, ask: example-action, notes: '**{0}** it is.'}}",
}


def told(slides: str, files: Mapping[str, str | bytes] = {}, head: Mapping[str, str] = {}) -> dict[str, Diagnostic]:
    """What is reported of slides, by code; `head` replaces keys of the talk."""
    outline = talk(slides)
    for key, value in head.items():
        outline = outline.replace(key, value, 1)
    facts = LIBRARY["assets/facts.yaml"] + HOURS
    found = diagnostics({TALK: outline, "assets/facts.yaml": facts, **files})
    return {one.code: one for one in found if one.code[:2] == "C3"}


@pytest.mark.parametrize("place", SLIDES)
def test_a_rule_fires_in_every_place_of_a_slide(place: str) -> None:
    for at, (code, words) in enumerate(SAID.items()):
        found = told(SLIDES[place].format(words, at) + "\n")
        assert set(found) == {code}, words
        assert found[code].place[:2] == (TALK, 8)


@pytest.mark.parametrize("place", ["table", "icons", "timeline", "label of a chart"])
def test_what_describes_words_is_no_picture(place: str) -> None:
    assert told(SLIDES[place].format("Bell rope and snow chains", 1) + "\n") == {}


@pytest.mark.parametrize("code", PICTURED)
def test_a_rule_fires_in_what_describes_a_picture_and_in_the_names_of_files_and_shapes(code: str) -> None:
    words, name = PICTURED[code], PICTURED[code].lower().replace(" ", "-")
    photo, drawing = "- {title: T, photo: gate, notes: N.}\n", "- {title: T, drawing: hut, notes: N.}\n"
    for alt, file in ((words, "gate"), ("A gate", name)):
        media = f"gate: {{file: {file}.png, alt: {alt}, credit: Me, people: []}}\n"
        assert set(told(photo, {"assets/media.yaml": media, f"assets/images/{file}.png": picture()})) == {code}
    for title, shape in ((words, "hut"), ("A hut", name)):
        assert set(told(drawing, {"assets/drawings/hut.svg": DRAWN.format(title, shape)})) == {code}
    drawn = {f"assets/drawings/{name}.svg": DRAWN.format("A hut", "hut")}
    assert set(told(drawing.replace("hut", name), drawn)) == {code}


def test_a_rule_fires_in_the_evidence_and_in_what_the_file_says_of_itself() -> None:
    code = "C313"
    fact = f"hours: {{says: {SAID[code]}, source: example-person, kind: primary, post: example-post, exact: an hour}}\n"
    files = {"assets/facts.yaml": LIBRARY["assets/facts.yaml"] + fact}
    cited = diagnostics({TALK: talk("- {title: T, statement: So, cite: [hours], notes: N.}\n"), **files})
    assert {one.code for one in cited if one.code[:2] == "C3"} == {code}
    slide = "- {title: T, ask: example-action, notes: N.}\n"
    for key, value in (
        ("talk: A talk", f"talk: {SAID[code]}"),
        ("talk: A talk", f"talk: A talk\nsummary: {SAID[code]}"),
        ("talk: A talk", f"talk: A talk\nkeywords: [{SAID[code]}]"),
        ("section: Part", f"section: {SAID[code]}"),
    ):
        assert code in told(slide, head={key: value})


def test_what_pictures_may_not_show_may_be_said() -> None:
    assert told("- {title: Hands in chains, ask: example-action, notes: Hands in chains.}\n") == {}


def test_a_fault_stands_at_the_words_and_names_them() -> None:
    (found,) = told("- {title: T, ask: example-action, notes: Then they were rescued at last.}\n").values()
    assert found.span
    assert found.span.source.text[found.span.start : found.span.end] == "rescued"
    assert found.message == "“rescued” makes others the heroes of somebody's story"


@pytest.mark.parametrize("notes", ["He said “they were rescued” then.", "“And they were *rescued*.”"])
def test_words_between_quotation_marks_are_to_be_paraphrased(notes: str) -> None:
    (found,) = told(f"- {{title: T, ask: example-action, notes: {notes}}}\n").values()
    assert found.hint == "these are somebody's own words: tell it in yours instead of changing them"


def test_a_quotation_of_the_library_is_to_be_paraphrased() -> None:
    quote = "told: {text: They were rescued in the end, speaker: example-person, post: example-post}\n"
    files = {"assets/quotes.yaml": quote}
    found = diagnostics({TALK: talk("- {title: T, quote: told, notes: N.}\n"), **files})
    hints = {one.hint for one in found if one.code == "C313"}
    assert hints == {"these are somebody's own words: tell it in yours instead of changing them"}


def test_what_a_chart_says_again_in_its_description_is_told_once() -> None:
    facts = LIBRARY["assets/facts.yaml"] + HOURS
    outline = talk(SLIDES["label of a chart"].format("They were rescued", 0) + "\n")
    found = diagnostics({TALK: outline, "assets/facts.yaml": facts})
    assert [one.place for one in found if one.code == "C313"] == [(TALK, 8, 51)]


def test_a_town_in_the_name_of_a_file_counts_though_it_is_written_small() -> None:
    drawn = {"assets/drawings/shelter-in-almaty.svg": DRAWN.format("A hut", "hut")}
    assert set(told("- {title: T, drawing: shelter-in-almaty, notes: N.}\n", drawn)) == {"C306"}
