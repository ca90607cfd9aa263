"""How a talk becomes a deck: the whole chain on one screen; read this first.

    read      files             -> Outline, Library   what the author wrote, with the place of every value
    resolve   Outline, Library  -> Talk               what it says: references replaced, sources collected
    choose    Talk              -> Edition            which slides a slot and an audience keep, and why
    narrow    Edition           -> Talk               what remains: parts numbered, sources listed anew
    plan      Talk              -> Plan               when each slide begins
    lay_out   Plan, Theme       -> Deck               what appears where, drawn: all decisions are made here
    render    Deck              -> files              .pptx, SVG: serialises, decides nothing
    check     any product       -> diagnostics        what is wrong with it; never a change
    judge     diagnostics       -> diagnostics        which of them the author has answered, with a reason

The house, bottom first; each room imports only from those above it, and inside a room no leaf knows another
(tests/test_shape.py holds that, and has the levels inside each room):

    units           lengths, shapes of screens, clocks
    hashing         hashes of little data, without OpenSSL
    memory          what checks found nothing in, remembered from run to run
    beside          what another core answers meanwhile
    postponed       what libraries import and nobody uses
    diagnostics/    every fault: its code, its place, how it prints, what it means
    source/         files, YAML to nodes with places, nodes to the models of outline and events
    evidence/       the library: facts, quotes, people, sources, actions, pictures, and how they are proved
    talk/           the Talk: markup, speech, editions, plan
    layout/         the types of theme and page; text measured and fitted, pictures prepared
    drawings/       an author's SVG to shapes in theme inks, placed in a box
    themes/         tables of colours, fonts, sizes and layouts
    geo/            maps: gazetteer, outlines, projections, label placement
    kinds/          one file a slide kind: its model, how it resolves, where its texts go
    checks/         one file a check, by the product that it looks at
    stages/         read, resolve, lay_out: the stages that go over all kinds; which entries talks use
    outputs/        one file or folder a format, and files put on disk without losing any
    pipeline        this chain
    authoring/      the editor's schema, new talks, what a talk claims
    posts/          importers, archive, search: getting sources in and finding things in them
    preview/        a talk on a page of the browser, drawn anew with every save; its server, its pages, rehearsals
    commands/       the commands, which alone print
    cli             the rim, which alone exits

Where this differs from the first design: the models are msgspec's, not pydantic's (importing pydantic took 87 ms of a
220 ms build; our reader reports every fault itself, at its exact place, which pydantic's paths would have had to be
mapped back to); products are frozen msgspec structs, not dataclasses, which import in a tenth of the time; read.py
stands above kinds/, whose models it reads, and YAML far below, in source/parse.py; the package is written without
python-pptx, whose import alone takes half of what a whole build does. Choosing stands between resolving and planning,
for parts are numbered and sources listed by what remains, and that is a Talk like any other. The stages that go over
all kinds have a room of their own above them, stages/, and what helps an author beside the deck has authoring/. Laying
out reports nothing: a text without room is drawn too large and says so, and checks of the Deck find it. A page is
drawn when somebody first looks at it: where checks are known to find nothing, that is who writes the deck, on two
cores.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from talkbuilder.beside import may_copy
from talkbuilder.checks import ON_DECK, ON_LIBRARY
from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.evidence.library import Library
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Theme
from talkbuilder.memory import FORGETFUL, UNSEEN, Memory, Seen
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import ask_whether_sound, check_beside, check_deck, seen_library, seen_talk
from talkbuilder.stages.elsewhere import set_apart
from talkbuilder.stages.lay_out import lay_out
from talkbuilder.stages.read import misnamed, read_library, read_outline, read_source
from talkbuilder.stages.resolve import narrow, resolve
from talkbuilder.talk.edition import choose
from talkbuilder.talk.judging import unused
from talkbuilder.talk.plan import Plan, plan
from talkbuilder.talk.talk import Talk
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make as make_theme
from talkbuilder.units import Aspect

DEFAULT_THEME = "steppe"


def build(
    project: Project,
    names: tuple[str, ...],
    report: Report,
    occasion: Occasion = EVERYDAY,
    template: Path | None = None,
    memory: Memory = FORGETFUL,
    prepare: Callable[[Deck, Seen], None] | None = None,
) -> Iterator[tuple[Deck, Seen]]:
    """Takes talks through all stages but the last, one after the other, each as its deck and what is known of that.

    All faults of all files end up in the report; where it has errors, none of the decks may be written. What is in the
    memory to be without fault is not looked at again. `prepare` is called with decks in which nothing is wrong so far,
    while another core still looks through their talks.
    """
    for made in _build(project, names, report, occasion, template, memory, is_drawn=True, prepare=prepare):
        assert made.deck
        yield made.deck, made.seen


def look_over(
    project: Project,
    names: tuple[str, ...],
    report: Report,
    occasion: Occasion = EVERYDAY,
    template: Path | None = None,
    memory: Memory = FORGETFUL,
) -> tuple[Plan, ...]:
    """Reports what `build` does; a deck that is known to be without fault is not even laid out."""
    made = _build(project, names, report, occasion, template, memory, is_drawn=False)
    return tuple(one.plan for one in made)


class _Made(NamedTuple):
    """The plan of a talk, its deck where that is to be drawn or must be looked at, and what is known of both."""

    plan: Plan
    deck: Deck | None
    seen: Seen


def _build(
    project: Project,
    names: tuple[str, ...],
    report: Report,
    occasion: Occasion,
    template: Path | None,
    memory: Memory,
    is_drawn: bool,
    prepare: Callable[[Deck, Seen], None] | None = None,
) -> Iterator[_Made]:
    if template is not None or occasion.event is not None:
        memory = FORGETFUL  # for then more tells than what is read of the talk folder
    of_library = Report()
    library = _read_library(project, of_library)
    seen = seen_library(library, project, memory)
    is_sound = ask_whether_sound(library, seen)
    for name in names:
        outline = read_outline(project, name, report)
        if outline is None:
            continue
        seen_of = partial(seen_talk, name, occasion, library, project, memory)
        made = _make(name, outline, library, occasion, report, template, seen_of, is_drawn, prepare)
        if made is not None:
            yield made
    if not is_sound():
        _check_library(library, of_library, seen)
    for fault in faults_for(names, project, library, of_library):
        report(fault)


def faults_for(names: Iterable[str], project: Project, library: Library, of_library: Report) -> Iterator[Diagnostic]:
    """What is wrong with the library, for talks: what stands in entries that none of them rests on only warns."""
    if not of_library.failed:
        yield from of_library.everything
        return
    from talkbuilder.stages.uses import uses  # knows all kinds, whose import only a library with faults pays

    sources = ((name, read_source(project, name, Report())) for name in names)
    named = {use.id for name, source in sources if source for use in uses(name, source, library)}
    yield from set_apart(of_library.everything, library, named)


def load_library(project: Project, report: Report) -> Library:
    """What all talks of a folder stand on: its library, read and checked."""
    library = _read_library(project, report)
    _check_library(library, report)
    return library


def _check_library(library: Library, report: Report, seen: Seen = UNSEEN) -> None:
    for fault in ON_LIBRARY.faults(library, seen):
        report(fault)


def _read_library(project: Project, report: Report) -> Library:
    library = read_library(project, report)
    for stray in misnamed(project):
        report(stray)
    return library


def make(
    name: str, outline: Outline, library: Library, occasion: Occasion, report: Report, template: Path | None = None
) -> Deck | None:
    """The deck of one talk for one occasion; None where it has no theme."""
    made = _make(name, outline, library, occasion, report, template, lambda: UNSEEN, is_drawn=True)
    return made.deck if made else None


def _make(
    name: str,
    outline: Outline,
    library: Library,
    occasion: Occasion,
    report: Report,
    template: Path | None,
    seen_of: Callable[[], Seen],
    is_drawn: bool,
    prepare: Callable[[Deck, Seen], None] | None = None,
) -> _Made | None:
    """What is made of one talk; None where it has no theme.

    `seen_of` is asked what is known of the talk as soon as all of its files are read.
    """
    theme = theme_of(outline, occasion, report, template)
    if theme is None:
        return None
    talk = resolve(name, outline, library, report, occasion)
    planned = _planned(talk)
    seen = seen_of()
    found = check_beside(talk, planned, seen)
    deck = lay_out(planned, theme) if is_drawn or not seen.knows(*ON_DECK.names) else None
    of_deck = check_deck(deck, seen) if deck else ()
    if prepare and deck and may_copy() and not report.failed and not any(fault.is_error for fault in of_deck):
        prepare(deck, seen)
    of_plan, of_talk = found()
    for fault in (*of_plan, *of_deck, *of_talk):
        report(fault)
    for idle in unused(planned.edition.talk, planned.talk, report.answered):
        report(idle)
    return _Made(planned, deck, seen)


def schedule(name: str, outline: Outline, library: Library, occasion: Occasion, report: Report) -> Plan:
    """What is said of a talk on an occasion, and when: all stages but those that draw."""
    planned = _planned(resolve(name, outline, library, report, occasion))
    for fault in chain.from_iterable(check_beside(planned.edition.talk, planned)()):
        report(fault)
    return planned


def _planned(talk: Talk) -> Plan:
    edition = choose(talk)
    return plan(narrow(edition), edition)


def theme_of(outline: Outline, occasion: Occasion, report: Report, template: Path | None) -> Theme | None:
    if template is not None:
        theme, faults = _foreign(template.name, template.read_bytes())
        for fault in faults:
            report(fault)
        return theme
    name = outline.theme.value if outline.theme else DEFAULT_THEME
    if name in THEMES:
        return _bundled(name, occasion.shape)
    span = outline.theme.span if outline.theme else None
    is_file = name.lower().endswith((".potx", ".pptx"))
    hint = f"'talkbuilder build --template {name}' sets a talk in a template" if is_file else near(name, THEMES)
    report(Diagnostic("E001", f"no theme '{name}'", span, hint))
    return None


@cache
def _bundled(name: str, shape: Aspect) -> Theme:
    return make_theme(THEMES[name](shape))


@lru_cache(maxsize=4)
def _foreign(name: str, data: bytes) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of a template, read once as long as it stays as it is, and what was reported of it."""
    from talkbuilder.outputs.pptx.template import read_template  # lxml takes 20 ms, which only a template pays

    report = Report()
    return read_template(data, name, report), report.diagnostics
