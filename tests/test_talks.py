"""The talks and the library that we ship: no faults, and what they promise."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from xml.etree import ElementTree

import pytest
from msgspec import structs

from talkbuilder.checks import quoted_at_risk
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.layout.page import Deck
from talkbuilder.outputs.pptx import parts
from talkbuilder.pipeline import BuildOptions, schedule, worded
from talkbuilder.source.events import Event, Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_events, read_library, read_outline
from talkbuilder.stages.resolve import narrow, resolve
from talkbuilder.talk.edition import Choice, choose
from talkbuilder.talk.plan import plan
from talkbuilder.units import Aspect
from tests.cases import apart_from_reviews
from tests.conftest import ROOT
from tests.shipped import TALKS, on_screens, shipped

AUDIENCES = ("church", "community", "youth")

# Figures stand in the library; a talk may type only the names of roads, laws and emergency numbers, how long
# something takes, and which column of a table stands out.
_ALLOWED_FIGURES = re.compile(r"\{[^}]*\}|I-\d+|\b911\b|609\.281|\[pause \d+\]|\b(?:minutes|seconds|accent): \d+")


def _without_advice(told: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What has to be mended or answered; advice on how the talk is said is for whoever says it."""
    return tuple(one for one in told if not one.is_advice)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(Project(ROOT), Report())


@pytest.fixture(scope="module", params=TALKS)
def deck(request: pytest.FixtureRequest) -> Deck:
    made, told = shipped(request.param)
    assert _unexpected(told) == set()  # nobody has reviewed the library yet: the README says how
    return made


def _unexpected(told: Iterable[Diagnostic]) -> set[str]:
    """What is reported beside lines that nobody has tried yet, and slides of a few words more than are best."""
    return {one.code for one in apart_from_reviews(_without_advice(told))} - {"C109", "C406"}


def test_a_talk_has_18_to_28_slides_all_with_notes_and_fits_its_slot(deck: Deck) -> None:
    assert 18 <= len(deck.pages) <= 28
    assert all(page.notes.said for page in deck.pages)
    outline = deck.plan.talk.outline
    assert outline.questions is not None
    assert deck.plan.seconds <= 60 * (outline.minutes - outline.questions)


@pytest.mark.parametrize(("minutes", "audience"), [*zip((20, 30, 45), AUDIENCES, strict=True)])
@on_screens
def test_an_edition_fits_its_slot_on_either_screen_and_nothing_is_wrong_with_it(
    name: str, aspect: Aspect, minutes: int, audience: str
) -> None:
    deck, told = shipped(name, Occasion(minutes=minutes, audience=audience, aspect=aspect))
    assert _unexpected(told) == set()  # too long, and much too short, are faults
    assert deck.plan.slot.seconds == minutes * 60 * 0.8
    assert all(choice.kept or choice.why.startswith(("only for", "not for")) for choice in _musts(deck))


def _musts(deck: Deck) -> Iterator[Choice]:
    return (choice for choice in deck.plan.edition.choices if choice.slide.priority == "must")


def test_notes_name_what_protected_sources_hold_by_its_id_alone(deck: Deck, library: Library) -> None:
    told = "\n".join(one.text for page in deck.pages for one in page.notes.aside)
    kept = {one.id: one.says.strip("“”.") for page in deck.pages for one in page.citations if one.kept}
    assert len(kept) > 20
    assert [id for id, says in kept.items() if says in told] == []
    assert [id for id in kept if f"“{id}” in the library" not in told] == []
    printed = {one.who for page in deck.pages for one in page.citations if one.kind == "fact" and not one.kept}
    assert printed <= {library.credit("tip-2011")}


def test_a_cover_cites_only_what_is_said_over_it(deck: Deck) -> None:
    assert deck.plan.talk.slides[0].citations
    assert [one.id for one in deck.pages[0].citations] == []


def test_a_call_to_act_is_never_left_out(deck: Deck) -> None:
    calls = [choice.slide for choice in deck.plan.edition.choices if choice.slide.kind in ("ask", "closing")]
    assert {call.kind for call in calls} == {"ask", "closing"}
    assert [call.title.text for call in calls if call.priority != "must"] == []


@pytest.mark.parametrize("name", TALKS)
def test_every_edition_ends_with_something_to_do(name: str, library: Library) -> None:
    outline = read_outline(Project(ROOT), name, Report())
    assert outline
    for minutes, audience in product((15, 25, 45), AUDIENCES):
        edition = choose(resolve(name, outline, library, Report(), Occasion(minutes=minutes, audience=audience)))
        made = plan(narrow(edition), edition)
        assert [timing.slide.kind for timing in made.in_talk][-2:] == ["ask", "closing"]
        asked = [(slide.kind, action.id) for slide, action in made.talk.asked]
        assert "ask" in {kind for kind, _ in asked}
        # A talk of something else shows the number on its last slide, and nowhere else; a youth group its own.
        is_trafficking = name == "human-trafficking"
        line = "child-help" if audience == "youth" and not is_trafficking else "hotline"
        assert asked[-2:] == [("closing", line), ("closing", "emergency")]
        assert is_trafficking or str(asked).count("hotline") == (line == "hotline")
        assert not made.timings[-1].skips


@pytest.mark.parametrize("name", TALKS)
def test_every_audience_hears_something_of_its_own(name: str, library: Library) -> None:
    outline = read_outline(Project(ROOT), name, Report())
    assert outline

    def titles(audience: str) -> frozenset[str]:
        edition = choose(resolve(name, outline, library, Report(), Occasion(audience=audience)))
        timings = plan(narrow(edition), edition).timings
        return frozenset(one.slide.title.text for one in timings if not one.slide.is_unseen)

    heard = {audience: titles(audience) for audience in AUDIENCES}
    for audience, own in heard.items():
        assert all(own - other for name, other in heard.items() if name != audience)


def test_the_sample_events_have_no_fault_but_lines_that_nobody_has_tried() -> None:
    library_report = Report()
    events = read_events(Project(ROOT), library_report)
    assert library_report.diagnostics == ()
    for event in events.values():
        assert isinstance(event, Event)
        _, told = shipped(event.talk.value, Occasion(event))
        assert {one.code for one in _without_advice(told)} <= {"C109", "C030", "C406"}


@pytest.mark.parametrize(
    "audience", ["", "church", *(pytest.param(one, marks=pytest.mark.trial) for one in AUDIENCES[1:])]
)
@pytest.mark.parametrize("name", TALKS)
def test_no_deck_holds_the_title_of_a_post_or_its_address(name: str, audience: str, library: Library) -> None:
    posts = [one for one in library.sources.values() if isinstance(one, Source)]
    assert {post.cited() for post in posts} == {"The speaker’s notes, 2012"}
    assert not [post.id for post in posts if post.is_telling or not post.protects]
    occasion = Occasion(audience=audience, aspect="4:3" if audience else None, minutes=45 if audience else None)
    deck, _ = shipped(name, occasion)
    for text in (_words(part) for part in _texts(deck)):
        assert not [post.id for post in posts if _words(post.title.value) in text or f" {post.id} " in text]
        assert not re.search(r"\bblog|\bapril\b|\bposts? of\b", text)


def _words(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9-]+', text.lower()))} "


def _texts(deck: Deck) -> Iterator[str]:
    """What stands in each part of the file of a deck: its name, its texts joined, and its attributes."""
    for name, data in parts(deck):
        if name.endswith((".xml", ".rels")):
            inside = ElementTree.fromstring(data).iter()
            yield " ".join((name, *(text for one in inside for text in (one.text or "", *one.attrib.values()))))


@pytest.mark.parametrize("name", TALKS)
def test_no_talk_quotes_a_person_at_risk_in_any_edition(name: str, library: Library) -> None:
    outline = read_outline(Project(ROOT), name, Report())
    assert outline
    whole = resolve(name, outline, library, Report(), Occasion())
    quoted = [library.quotes[one.id] for slide in whole.slides for one in slide.citations if one.kind == "quote"]
    speakers = [library.people[one.speaker.value] for one in quoted if isinstance(one, Quote)]
    assert speakers
    assert [one.id for one in speakers if isinstance(one, Person) and one.is_at_risk] == []
    made = schedule(name, outline, library, Report())
    assert list(quoted_at_risk.check(structs.replace(made, talk=whole))) == []


def test_no_figure_is_typed_into_a_talk(deck: Deck, library: Library) -> None:
    text = (ROOT / "talks" / f"{deck.plan.talk.name}.yaml").read_text("utf-8")
    drawings = {path.stem for path in (ROOT / "assets" / "drawings").iterdir()}
    known = {*library.facts, *library.quotes, *library.actions, *drawings}
    sections = re.sub(r"[a-z0-9]+(-[a-z0-9]+)+", lambda id: "" if id[0] in known else id[0], text)
    sections = _ALLOWED_FIGURES.sub("", sections[sections.index("\nsections:") :])
    assert re.findall(r".*\d.*", sections) == []


@on_screens
def test_the_words_of_a_talk_are_those_of_its_deck_where_its_drawings_are_left_out(name: str, aspect: Aspect) -> None:
    occasion, report = Occasion(aspect=aspect), Report()
    deck = worded(Project(ROOT), name, report, BuildOptions(occasion))
    assert deck is not None
    built, _ = shipped(name, occasion)
    assert [one.title for one in deck.pages] == [one.title for one in built.pages]
    said, told = ([[line.text for line in one.notes.said] for one in each.pages] for each in (deck, built))
    assert said == told
