"""Marks of the speaker's own knowledge, in whatever text: a deck prints the words alone, and its notes the reasons."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.kinds import WRITTEN
from talkbuilder.outputs import OUTPUTS
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.fields import Text, Written
from talkbuilder.source.outline import Outline
from talkbuilder.stages.read import read_outline
from tests.corpora.tables import from_table
from tests.sample import SLIDES, booked, project, talk

# Slides with the texts that the samples lack: between them, every text of every kind is written.
_MORE = (
    "bullets: [One, {Under: [two]}]",
    "blank: The story\n    title: A story",
    "number: people\n    caption: people on the steppe",
    "chart: columns\n    facts: {Here: [herds-2009, herds], There: [herds-2008]}\n    lead: Herds",
    "chart: bars\n    facts: {herds: herds, wells: wells-2010}\n    unit: all counted",
    "chart: line\n    facts: [herds-2008, herds-2009, herds]\n    unit: herds",
    "chart: slope\n    facts: {herds: [herds-2009, herds], wells: [wells-2009, wells-2010]}\n    unit: all counted",
    "chart: share\n    facts: {on horses: riding, on foot: walking}\n    of: shepherds\n    unit: of them",
    "people: {show: walking, of: shepherds, label: walked}\n    lead: On the steppe",
    "counts: [{count: herds, head: counted, note: by them}, goats]\n    lead: On the steppe",
    "photo: steppe\n    caption: The grass",
    "drawing: gate\n    caption: The gate",
    "drawing: gate\n    lead: On the steppe",
    "drawing: sign\n    labels: [A well, A road]",
    "ask: call\n    drawing: sign\n    labels: [A well, A road]",
    "compare: [{head: Then, text: A well}, {head: Now, points: [none, not one]}]\n    lead: Twice",
    "table: {head: ['', Then], rows: [[Herds, few]]}\n    lead: Of old",
    "timeline:\n    - {head: A well, text: deep, date: long ago}\n    - {head: A count, fact: herds}\n"
    "    - {head: A road}\n    lead: Of old",
    "steps: [{head: A count, text: of all}, {head: A road}]\n    lead: In a row",
    "icons: [{icon: bus, head: A bus, text: for all}, {icon: droplet, head: A well}]\n    lead: Two",
    "icons: [{drawing: gate, head: A gate, text: for all}, {drawing: gate, head: A way}]",
    "map: {focus: [KZ], label: [{label: The inn, latitude: 50, longitude: 70}, Almaty, RU],\n"
    "      routes: [{route: UZ > KZ, label: by road}], note: Arrows only}\n    lead: In Asia",
    "map: {focus: [US-ND], roads: [{road: I-94, from: Fargo, to: St. Paul, called: East, says: To the river}],\n"
    "      label: [{label: The inn, latitude: 47, longitude: -99}]}",
    "map: {view: globe, focus: [KZ, UZ], routes: [{route: UZ > KZ, label: by air}],\n"
    "      label: [{label: The inn, latitude: 50, longitude: 70}]}",
)
_SLIDES = (*SLIDES.values(), *_MORE)
# Names of places that are looked up by their letters: no mark can stand round these.
_LOOKED_UP = {("Shown", "focus"), ("Route", "route"), ("Road", "road"), ("Road", "from_"), ("Road", "to")}
# Where the slide has a title; and what tells the speaker alone what to think of.
_UNPRINTED = {("Blank", "blank"), ("Memory", "memory"), ("Memory", "without")}


def outline_of(written: str) -> str:
    title = "" if "title:" in written else "title: A headline\n    "
    return talk(f"  - {title}{written}\n    notes: Some words.\n    handout: A few of them.")


def texts(holder: Any, key: tuple[str, str] = ("", "")) -> Iterator[tuple[tuple[str, str], Text]]:
    """The texts of a model, each with the model and the key that it stands under."""
    if type(holder) is Text:
        yield key, holder
    elif isinstance(holder, tuple):
        for one in holder:
            yield from texts(one, key)
    elif isinstance(holder, Written):
        for name in holder.__struct_fields__:
            yield from texts(getattr(holder, name), (type(holder).__name__, name))


def holders(model: type[Written]) -> Iterator[tuple[str, str]]:
    """The keys of a model, and of the models in it, that may hold a text."""
    hints = get_type_hints(model)
    for name in model.__struct_fields__:
        for one in _types(hints[name]):
            if one is Text:
                yield model.__name__, name
            elif isinstance(one, type) and issubclass(one, Written) and name != "allow":
                yield from holders(one)


def _types(hint: Any) -> Iterator[Any]:
    yield hint
    for one in get_args(hint) if get_origin(hint) else ():
        yield from _types(one)


def marked(outline: str, found: list[tuple[tuple[str, str], Text]]) -> str:
    """An outline in which each of some texts is marked, the first with the reason `I kept book a of it`."""
    for number, (_, text) in sorted(enumerate(found), key=lambda one: -one[1][1].span.start):
        words = "Known words" if "{" in text.value else text.value.replace('"', "")
        mark = f'"{{own: {words} | I kept book {chr(97 + number)} of it}}"'
        outline = f"{outline[: text.span.start]}{mark}{outline[text.span.end :]}"
    return outline


def read(outline: str) -> Outline:
    found = read_outline(project(outline), "talk", Report())
    assert found is not None
    return found


def printed(outline: str, occasion: Occasion = EVERYDAY) -> tuple[str, list[str]]:
    """All that the package of a talk and its pictures hold, and the errors."""
    report = Report()
    (deck,) = build(project(outline), ("talk",), report, BuildOptions(occasion))
    files = [file for name in ("pptx", "svg") for file in OUTPUTS[name].render(deck)]
    found = ""
    for file in files:
        file.write(data := io.BytesIO())
        if file.path.endswith(".pptx"):
            with zipfile.ZipFile(data) as package:
                parts = [one for one in package.namelist() if one.endswith((".xml", ".rels"))]
                found += "".join(package.read(one).decode() for one in parts)
        else:
            found += data.getvalue().decode()
    return found, [f"{one.code} {one.message}" for one in report.diagnostics if one.is_error]


@pytest.mark.parametrize("written", _SLIDES)
def test_no_text_of_a_slide_is_printed_with_the_braces_of_its_mark(written: str) -> None:
    outline = outline_of(written)
    found = [one for one in texts(read(outline).sections[0].slides[0]) if one[0] not in _LOOKED_UP]
    shown, errors = printed(marked(outline, found))
    assert errors == []
    assert "own:" not in shown
    untold = {key for number, (key, _) in enumerate(found) if f"I kept book {chr(97 + number)} of it" not in shown}
    assert untold <= _UNPRINTED


def test_every_text_that_a_slide_may_have_was_tried() -> None:
    tried = {key for written in _SLIDES for key, _ in texts(read(outline_of(written)).sections[0].slides[0])}
    models = [kind.model for kind in WRITTEN.values() if kind.model]
    untried = {key for model in models for key in holders(model)} - tried
    assert {
        key for key in untried if key[1] != "layout"
    } == set()  # which names one of a template's, and is not printed


def test_what_stands_round_the_slides_is_printed_without_braces_too() -> None:
    outline = outline_of(SLIDES["statement"]).replace("closing: {title", "closing: {text: A line, title")
    found = [one for one in texts(read(outline)) if one[0][0] in ("Outline", "Section", "Closing", "Sources")]
    assert len(found) == 14
    shown, errors = printed(marked(outline, found))
    assert (errors, "own:" in shown) == ([], False)


@pytest.mark.parametrize("key", ["place", "contact"])
def test_what_a_booking_says_is_printed_without_braces(key: str) -> None:
    asked = booked(f'date: 2027-05-14, {key}: "{{own: The old hall | I kept its key}}"')
    shown, errors = printed(outline_of(SLIDES["statement"]), structs.replace(asked, with_contact=True))
    assert (errors, "own:" in shown) == ([], False)
    assert "The old hall" in shown


@from_table
def test_a_mark_of_nothing_and_what_needs_one_are_refused(written: str, code: str) -> None:
    assert code in " ".join(printed(outline_of(written))[1])
