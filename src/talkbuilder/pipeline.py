"""How a talk becomes a deck: the whole chain on one screen; read this first.

    read      files             -> Outline, Library   what the author wrote, with the place of every value
    resolve   Outline, Library  -> Talk               what it says: references replaced, sources collected
    choose    Talk              -> Edition            which slides a slot and an audience keep, and why
    narrow    Edition           -> Talk               what remains: parts numbered, sources listed anew
    plan      Talk              -> Plan               when each slide begins
    lay_out   Plan, Theme       -> Deck               what appears where, in which size: all decisions are made here
    write     Deck              -> .pptx              serialises, decides nothing

Modules, bottom first; each imports only what stands above it (tests/test_shape.py holds that):

    codes diagnostics units             every fault: its code, its place, how it prints
    project nodes parse                 files; YAML to a tree with places (parse alone knows YAML)
    fields outline evidence/ events     the models of what authors write, and how a tree is read into them
    talk spoken edition plan words      what is said, how long that takes, and what a shorter slot leaves out
    theme themes/ measure page fit      how a layout looks, how wide words are, what goes where
    pictures kinds/                     one file a slide kind: its model, how it resolves, where its texts go
    read resolve layout checks/         the stages over all kinds, and the checks over their products
    outputs/ pipeline                   the .pptx, and this chain
    schema starter deliver printing     the editor's schema, new talks, and decks put on disk
    importers/ archive/                 one file a format that posts come in; the imported posts on disk
    search/ uses claims                 what posts and library hold on some words; where entries are used, and for what
    commands/ cli                       the rim: the commands alone print, cli alone exits

Where this differs from the first design: the models are msgspec's, not pydantic's (importing pydantic took 87 ms of a
220 ms build; our reader reports every fault itself, at its exact place, which pydantic's paths would have had to be
mapped back to); products are frozen msgspec structs, not dataclasses, which import in a tenth of the time; read.py
stands above kinds/, whose models it reads, and YAML below them, in parse.py; the package is written without
python-pptx, whose import alone takes half of what a whole build does. Choosing stands between resolving and planning,
for parts are numbered and sources listed by what remains, and that is a Talk like any other.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from talkbuilder.checks import ON_LIBRARY, ON_PLAN, ON_TALK
from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.edition import choose
from talkbuilder.events import EVERYDAY, Occasion
from talkbuilder.evidence.library import Library
from talkbuilder.layout import lay_out
from talkbuilder.outline import Outline
from talkbuilder.page import Deck
from talkbuilder.plan import Plan, plan
from talkbuilder.project import Project
from talkbuilder.read import misnamed, read_library, read_outline
from talkbuilder.resolve import narrow, resolve
from talkbuilder.theme import Theme, read_theme
from talkbuilder.themes import THEMES
from talkbuilder.units import Aspect

DEFAULT_THEME = "steppe"

_Product = TypeVar("_Product")


def build(
    project: Project, names: tuple[str, ...], report: Report, occasion: Occasion = EVERYDAY
) -> Iterator[tuple[str, Deck]]:
    """Takes talks through all stages but the last, one after the other, each as (name, deck).

    All faults of all files end up in the report; where it has errors, none of the decks may be written.
    """
    library = ground(project, report)
    for name in names:
        outline = read_outline(project, name, report)
        if outline is not None and (deck := make(name, outline, library, occasion, report)) is not None:
            yield name, deck


def ground(project: Project, report: Report) -> Library:
    """What all talks of a folder stand on: its library, read and checked."""
    library = read_library(project, report)
    for stray in misnamed(project):
        report(stray)
    _check(ON_LIBRARY, library, report)
    return library


def make(name: str, outline: Outline, library: Library, occasion: Occasion, report: Report) -> Deck | None:
    """The deck of one talk for one occasion; None where it has no theme."""
    theme = _theme(outline, occasion, report)
    return None if theme is None else lay_out(schedule(name, outline, library, occasion, report), theme, report)


def schedule(name: str, outline: Outline, library: Library, occasion: Occasion, report: Report) -> Plan:
    """What is said of a talk on an occasion, and when: all stages but those that draw."""
    talk = resolve(name, outline, library, report, occasion)
    _check(ON_TALK, talk, report)
    edition = choose(talk)
    made = plan(narrow(edition), edition)
    _check(ON_PLAN, made, report)
    return made


def _check(checks: Iterable[Callable[[_Product], Iterable[Diagnostic]]], product: _Product, report: Report) -> None:
    for check in checks:
        for fault in check(product):
            report(fault)


def _theme(outline: Outline, occasion: Occasion, report: Report) -> Theme | None:
    name = outline.theme.value if outline.theme else DEFAULT_THEME
    if name in THEMES:
        return _bundled(name, occasion.shape)
    span = outline.theme.span if outline.theme else None
    report(Diagnostic("E001", f"no theme '{name}'", span, near(name, THEMES)))
    return None


@cache
def _bundled(name: str, shape: Aspect) -> Theme:
    return read_theme(name, THEMES[name](shape))
