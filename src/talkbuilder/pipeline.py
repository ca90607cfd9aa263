"""How a talk becomes a deck: the whole chain on one screen; read this first.

    read      files             -> Outline, Library   what the author wrote, with the place of every value
    resolve   Outline, Library  -> Talk               what it says: references replaced, sources collected
    choose    Talk              -> Edition            which slides a slot and an audience keep, and why
    narrow    Edition           -> Talk               what remains: parts numbered, sources listed anew
    plan      Talk              -> Plan               when each slide begins
    unproved  Plan, diagnostics -> Unproved           which claims nothing proves, by slide: these are marked as a draft
    lay_out   Plan, Theme       -> Deck               what appears where, drawn: all decisions are made here
    render    Deck              -> files              .pptx, SVG, PDF: serialises, decides nothing
    check     any product       -> diagnostics        what is wrong with it; never a change
    judge     diagnostics       -> diagnostics        which of them the author has answered, with a reason

The house, bottom first; each room imports only from those above it, and inside a room no leaf knows another
(tests/test_shape.py holds that, and has the levels inside each room):

    units           lengths, shapes of screens, clocks
    diagnostics/    every fault: its code, its place, how it prints, what it means
    source/         files, YAML to nodes with places, nodes to the models of outline and events
    claims/         two texts compared: figures, and the words that turn a claim round
    evidence/       the library of facts, quotes, people and sources; how it is proved; who has signed what
    talk/           the Talk: markup, speech, editions, plan
    layout/         the types of theme and page; text measured and fitted, pictures prepared
    drawings/       an author's SVG to shapes in theme inks, placed in a box
    themes/         tables of colours, fonts, sizes and layouts
    geo/            maps: gazetteer, outlines, projections, label placement
    kinds/          one file a slide kind: its model, how it resolves, where its texts go
    checks/         one file a check, by the product that it looks at
    outputs/        one file or folder a format, and files put on disk without losing any
    stages/         read, resolve, lay_out, check: the stages that go over all kinds; themes; which entries talks use
    pipeline        this chain
    authoring/      the editor's schema, new talks, what a talk claims, edits of a deck led back into its outline
    posts/          importers, archive, search: getting sources in and finding things in them
    preview/        a talk on a page of the browser, drawn anew with every save; its server, its pages, rehearsals
    commands/       the commands, which alone print
    api             the same for other programs
    cli             the rim, which alone exits

Where this differs from the first design: the models are msgspec's, whose import takes a fifth of pydantic's; the
package is written without python-pptx, whose import alone takes half of a whole build. Choosing stands between
resolving and planning, for parts are numbered and sources listed by what remains, and that is a Talk like any other.
The stages that go over all kinds have a room of their own, stages/, above outputs/, for a template of somebody else's
is read there. Laying out reports nothing: a text without room is drawn too large and says so, and checks find it.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.page import Deck
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import check_deck, check_plan, faults_for, load_library, unproved_in
from talkbuilder.stages.lay_out import lay_out
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import narrow, resolve
from talkbuilder.stages.theme import theme_of
from talkbuilder.talk.edition import choose
from talkbuilder.talk.plan import Plan, plan


class BuildOptions(Struct, frozen=True):
    """What a deck is for, and the template that it is set in; None for a theme of ours."""

    occasion: Occasion = EVERYDAY
    template: Path | None = None


EVERYDAY_BUILD = BuildOptions()


def build(
    project: Project, names: tuple[str, ...], report: Report, options: BuildOptions = EVERYDAY_BUILD
) -> Iterator[Deck]:
    """Takes talks of a folder through all stages but the last, one after the other.

    All faults of all files end up in the report; where it has errors, none of the decks may be written.
    """
    of_library = Report()
    library = load_library(project, of_library)
    for name in names:
        outline = read_outline(project, name, report)
        if outline and (deck := make(name, outline, library, report, options)):
            yield deck
    for fault in faults_for(names, project, library, of_library):
        report(fault)


def make(
    name: str, outline: Outline, library: Library, report: Report, options: BuildOptions = EVERYDAY_BUILD
) -> Deck | None:
    """The deck of one talk; None where it has no theme."""
    theme = theme_of(outline, options.occasion, library, report, options.template)
    if theme is None:
        return None
    planned = schedule(name, outline, library, report, options)
    deck = lay_out(planned, theme, unproved=unproved_in(planned, report.diagnostics if report.has_unproved else ()))
    check_deck(deck, report)
    return deck


def worded(project: Project, name: str, report: Report, options: BuildOptions = EVERYDAY_BUILD) -> Deck | None:
    """The deck of one talk, unchecked and with empty drawings, for who holds texts against it; None with an error."""
    of_library = Report()
    library = structs.replace(read_library(project, of_library), only_texts=True)
    outline = read_outline(project, name, report)
    for fault in faults_for((name,), project, library, of_library):
        report(fault)
    theme = theme_of(outline, options.occasion, library, report, options.template) if outline else None
    if outline is None or theme is None:
        return None
    edition = choose(resolve(name, outline, library, report, options.occasion))
    return None if report.failed else lay_out(plan(narrow(edition), edition), theme)


def schedule(
    name: str, outline: Outline, library: Library, report: Report, options: BuildOptions = EVERYDAY_BUILD
) -> Plan:
    """What is said of a talk on an occasion, and when: all stages but those that draw."""
    edition = choose(resolve(name, outline, library, report, options.occasion))
    planned = plan(narrow(edition), edition)
    check_plan(planned, report)
    return planned
