"""C041: no protected name is shown, said or stored in a deck, in whatever place."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec import structs
from PIL import Image, PngImagePlugin
from pptx import Presentation

from talkbuilder.checks.protected_word import check
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.diagnostics.codes import explanation
from talkbuilder.diagnostics.printing import FORMATS, as_summary
from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from talkbuilder.layout.items import Image as Picture
from talkbuilder.pipeline import BuildOptions, build
from tests.cases import EVENTS, LIBRARY, TALK, diagnostics, read_case, section, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject
from tests.templates import default

LIST = write_protected(protect(Protected(), "Tamara Olenina", bytes(16), is_person=True)).decode()
BOX = 'svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"'

FACTS = LIBRARY["assets/facts.yaml"]
# Two counts that can stand in one chart.
HOURS = "".join(
    f"{name}: {{says: An hour is short, value: 1, unit: hour, measure: hours {name}, place: KZ, as_of: 2012,"
    f" source: example-person, kind: primary, post: example-post, exact: hour is over}}\n"
    for name in ("one-hour", "two-hours")
)


def slides(text: str) -> str:
    return talk(f"{text}\n")


def faults(outline: str, files: Mapping[str, str | bytes] = {}) -> list[Diagnostic]:
    found = diagnostics({"assets/protected.txt": LIST, "assets/facts.yaml": FACTS + HOURS, TALK: outline, **files})
    return [one for one in found if one.code == "C041"]


SLIDES = {
    "title": "- {title: Tamara, statement: So, notes: N.}",
    "statement": "- {statement: So said Tamara, notes: N.}",
    "bold within": "- {statement: So said Ta**mara**, notes: N.}",
    "bullet": "- {title: T, bullets: [One, {Two: [Tamara]}], notes: N.}",
    "notes": "- {title: T, statement: So, notes: Ask T. O. about it.}",
    "table": "- {title: T, table: {head: [A, B], rows: [[Tamara, x], [y, z]]}, notes: N.}",
    "compare": "- {title: T, compare: [{head: Then, text: Tamara}, {head: Now, text: Nobody}], notes: N.}",
    "steps": "- {title: T, steps: [{head: One, text: Tamara}, {head: Two}], notes: N.}",
    "icons": "- {title: T, icons: [{icon: bus, head: Tamara}, {icon: house, head: A house}], notes: N.}",
    "timeline": "- {title: T, timeline: [{head: Tamara, at: 1}, {head: B, at: 1905}, {head: C, at: 1910}], notes: N}",
    "question": "- {title: T, question: Who is Tamara?, notes: N.}",
    "link": '- {statement: "[So](https://example.org/tamara-olenina)", notes: N.}',
    "row of a chart": "- {title: T, chart: columns, facts: {Tamara: one-hour, Others: two-hours}, notes: N.}",
}


@pytest.mark.parametrize("place", SLIDES)
def test_a_name_is_told_in_every_place_of_a_slide(place: str) -> None:
    found = faults(slides(SLIDES[place]))
    assert found
    assert all(one.span and one.span.source.name == TALK for one in found)


@from_table
def test_a_name_is_told_in_the_properties(head: str) -> None:
    assert faults(slides(SLIDES["title"].replace("Tamara", "T")).replace("talk: A talk\nspeaker: Your name\n", head))


def test_a_name_is_told_in_the_name_of_a_part_and_of_an_event() -> None:
    found = faults(slides(SLIDES["title"].replace("Tamara", "T")).replace("section: Part", "section: Tamara"))
    assert "a name or detail that is to be protected stands in the properties of the deck" in [
        one.message for one in found if one.span is None
    ]
    booked = diagnostics({"assets/protected.txt": LIST, EVENTS: "tamara: {talk: talk, date: 2027-05-14}\n"})
    told = [one for one in booked if one.code == "C041" and one.message.endswith("in the name of a file")]
    assert EVENTS in {one.place[0] for one in told}


def test_a_name_is_told_in_where_an_event_is_and_in_why_something_is_allowed() -> None:
    plain = slides(SLIDES["title"].replace("Tamara", "T"))
    event = "evening: {talk: talk, date: 2027-05-14, place: The hall of Tamara}\n"
    found = faults(plain, {EVENTS: event})
    assert {one.span.source.name for one in found if one.span and "properties" in one.message} == {EVENTS}
    for told in ("{why: Tamara knows, by: A. Reader, on: 2026-11-25}", "{why: So, by: Tamara, on: 2026-11-25}"):
        (one,) = faults(f"allow: {{C021: {told}}}\n{plain}")
        assert one.message.endswith("in the properties of the deck")


def test_where_names_and_sources_are_protected_both_are_told() -> None:
    case = read_case(section(explanation("C042"), "Bad"))
    outline = case.files[TALK].replace(b"One thing to do", b"For Tamara")
    found = diagnostics({**case.files, TALK: outline, "assets/protected.txt": LIST})
    assert {"C041", "C042"} <= {one.code for one in found}


@from_table
def test_words_of_a_source_are_in_a_row_whatever_stands_between_them(slide: str) -> None:
    case = read_case(section(explanation("C042"), "Bad"))
    fact = "says: So it was, source: example-person, kind: observation, post: example-post, exact: hour is over"
    shown = {"hill": "I walked up the hill", "mill": "behind the old mill"}
    own = "".join(f"{id}: {{{fact}, show: {words}}}\n" for id, words in shown.items())
    found = diagnostics({**case.files, "assets/facts.yaml": FACTS + own, TALK: slides(slide)})
    assert [one.message.split(" is ")[1] for one in found if one.code == "C042"] == [
        "9 words in a row of 'village', which protects people"
    ]


def test_a_name_is_told_in_the_name_of_the_file_which_nobody_wrote() -> None:
    report = Report()
    files: dict[str, str | bytes] = {**LIBRARY, "assets/protected.txt": LIST}
    files["talks/on-tamara.yaml"] = slides(SLIDES["title"].replace("Tamara", "T"))
    tuple(build(MemoryProject(files), ("on-tamara",), report))
    (one,) = (one for one in report.diagnostics if one.code == "C041")
    assert (one.span, one.file, one.is_hidden) == (None, "talks", True)
    assert one.message == "a name or detail that is to be protected stands in the name of a file"


def test_a_name_is_told_inside_a_drawing() -> None:
    drawn = f'<{BOX}><title>A hut</title><g id="tamara"><rect width="90" height="90" class="accent1"/></g></svg>'
    outline = slides("- {title: T, drawing: hut, notes: N.}")
    assert faults(outline, {"assets/drawings/hut.svg": drawn})


def png(**texts: str) -> bytes:
    """A picture in which its maker has written something."""
    told = PngImagePlugin.PngInfo()
    for key, text in texts.items():
        told.add_text(key, text)
    data = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(data, "PNG", pnginfo=told)
    return data.getvalue()


def test_what_is_written_inside_a_picture_does_not_come_into_the_deck() -> None:
    files: dict[str, str | bytes] = {
        **LIBRARY,
        TALK: slides("- {title: T, photo: hut, notes: N.}"),
        "assets/media.yaml": "hut: {file: hut.png, alt: A hut, credit: Me}\n",
        "assets/images/hut.png": png(Author="Tamara"),
    }
    report = Report()
    (deck,) = build(MemoryProject(files), ("talk",), report)
    images = [item for page in deck.pages for item in page.items if isinstance(item, Picture)]
    assert images
    assert not [image for image in images if b"Tamara" in image.data]


def test_what_a_picture_would_tell_of_its_maker_is_told() -> None:
    files: dict[str, str | bytes] = {**LIBRARY, "assets/protected.txt": LIST}
    files[TALK] = slides("- {title: T, photo: gate, notes: N.}")
    files["assets/media.yaml"] = "gate: {file: gate.png, alt: A gate, credit: Me, people: []}\n"
    files["assets/images/gate.png"] = png()
    (deck,) = build(MemoryProject(files), ("talk",), Report())
    assert not [*check(deck)]
    telling = png(Author="Tamara")
    pages = tuple(
        structs.replace(
            page,
            items=tuple(structs.replace(one, data=telling) if isinstance(one, Picture) else one for one in page.items),
        )
        for page in deck.pages
    )
    (one,) = check(structs.replace(deck, sections=(("", tuple(pages)),)))
    assert one.message == "a name or detail that is to be protected stands inside this picture"


def test_the_message_tells_the_place_and_no_format_prints_the_name() -> None:
    (one,) = faults(slides("- {title: T, statement: So, notes: Then Tamara came.}"))
    assert one.span
    assert one.span.source.text[one.span.start : one.span.end] == "Tamara"
    for printed in (as_summary, *FORMATS.values()):
        assert "tamara" not in printed([one], False).lower()


def test_of_what_a_slide_cites_the_line_of_the_source_is_told() -> None:
    sources = LIBRARY["assets/sources.yaml"].replace("title: The village", "title: With Tamara")
    facts = FACTS + HOURS.replace("post: example-post", "post: village")
    outline = slides("- {title: T, number: one-hour, notes: N.}")
    found = faults(outline, {"assets/sources.yaml": sources, "assets/facts.yaml": facts})
    assert {one.place[0] for one in found} == {"assets/sources.yaml"}
    assert all("'cite_as:'" in one.hint and "protect --sources" in one.hint for one in found)


def test_a_comment_in_a_talk_is_told() -> None:
    (one,) = faults(slides("- {title: T, statement: So, notes: N.} # Tamara"))
    assert one.message == "a name or detail that is to be protected stands in the file of the talk"


def test_no_other_message_repeats_the_name() -> None:
    slide = "- {title: Tamara, statement: So, notes: %s}"
    text = "\n".join((slide % "People told Tamara in 1999.", slide % "N."))
    found = diagnostics({"assets/protected.txt": LIST, TALK: slides(text)})
    assert {"C041", "C021"} <= {one.code for one in found}
    for printed in (as_summary, *FORMATS.values()):
        assert "tamara" not in printed(found, False).lower()


def test_a_name_is_told_on_the_handout_and_on_the_page_for_whoever_leads_a_group() -> None:
    plain = slides(SLIDES["title"].replace("Tamara", "T"))
    for outline in (
        slides("- {title: T, statement: So, handout: So said Tamara, notes: N.}"),
        plain.replace("speaker: Your name\n", "speaker: Your name\nhandout: So said Tamara.\n"),
    ):
        (one,) = faults(outline)
        assert one.message.endswith("on the handout")
        assert one.place[0] == TALK
    (one,) = faults(plain, {"talks/talk-leader.md": "# For you\n\nAsk nobody.\nLeast of all Tamara\nOlenina.\n"})
    assert one.place[:2] == ("talks/talk-leader.md", 4)


@pytest.mark.parametrize("where", ["words", "picture", "neither"])
def test_a_name_is_told_in_a_template(where: str, tmp_path: Path) -> None:
    made = Presentation(io.BytesIO(default()))
    shape = made.slide_master.shapes[0]
    if where == "words":
        shape.text_frame.text = "The hut of Tamara & Olenina"
    elif where == "picture":
        shape._element.nvSpPr.cNvPr.set("descr", 'By "Tamara"')
    made.save(str(tmp_path / "church.pptx"))
    report, files = (
        Report(),
        {**LIBRARY, "assets/protected.txt": LIST, TALK: slides("- {title: T, quote: a, notes: N.}")},
    )
    (deck,) = build(MemoryProject(files), ("talk",), report, BuildOptions(template=tmp_path / "church.pptx"))
    told = [one.message for one in check(deck) if "in the template" in one.message]
    assert len(told) == (where != "neither")
