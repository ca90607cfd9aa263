"""How a talk becomes a deck: the whole chain on one screen; read this first.

    read      files             -> Outline, Library   what the author wrote, with the place of every value
    resolve   Outline, Library  -> Talk               what it says: references replaced, sources collected
    plan      Talk              -> Plan               when each slide begins
    lay_out   Plan, Theme       -> Deck               what appears where, in which size: all decisions are made here
    write     Deck              -> .pptx              serialises, decides nothing

Modules, bottom first; each imports only what stands above it (tests/test_shape.py holds that):

    codes diagnostics units             every fault: its code, its place, how it prints
    project nodes parse                 files; YAML to a tree with places (parse alone knows YAML)
    fields outline evidence/            the models of what authors write, and how a tree is read into them
    talk words plan                     what is said, and how long that takes
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
python-pptx, whose import alone takes half of what a whole build does.
"""

from collections.abc import Iterator
from functools import cache

from talkbuilder.checks import ON_LIBRARY, ON_TALK
from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.evidence.library import Library
from talkbuilder.layout import lay_out
from talkbuilder.outline import Outline
from talkbuilder.page import Deck
from talkbuilder.plan import plan
from talkbuilder.project import Project
from talkbuilder.read import misnamed, read_library, read_outline
from talkbuilder.resolve import resolve
from talkbuilder.theme import Theme, read_theme
from talkbuilder.themes import THEMES

DEFAULT_THEME = "steppe"


def build(project: Project, names: tuple[str, ...], report: Report) -> Iterator[tuple[str, Deck]]:
    """Takes talks through all stages but the last, one after the other, each as (name, deck).

    All faults of all files end up in the report; where it has errors, none of the decks may be written.
    """
    library = read_library(project, report)
    for stray in misnamed(project):
        report(stray)
    for check_library in ON_LIBRARY:
        for fault in check_library(library):
            report(fault)
    for name in names:
        outline = read_outline(project, name, report)
        if outline is not None and (theme := _theme(outline, report)) is not None:
            yield name, _deck(name, outline, library, theme, report)


def _deck(name: str, outline: Outline, library: Library, theme: Theme, report: Report) -> Deck:
    talk = resolve(name, outline, library, report)
    for check_talk in ON_TALK:
        for fault in check_talk(talk):
            report(fault)
    return lay_out(plan(talk), theme, report)


def _theme(outline: Outline, report: Report) -> Theme | None:
    name = outline.theme.value if outline.theme else DEFAULT_THEME
    if name in THEMES:
        return _bundled(name)
    span = outline.theme.span if outline.theme else None
    report(Diagnostic("E001", f"no theme '{name}'", span, near(name, THEMES)))
    return None


@cache
def _bundled(name: str) -> Theme:
    return read_theme(name, THEMES[name]())
