"""A foreign .pptx or .potx to a Theme: its layouts where they serve, else ours in its colours and fonts."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.outputs.pptx.template.canvas import canvas_of
from talkbuilder.outputs.pptx.template.changing import fitted
from talkbuilder.outputs.pptx.template.fallback import StandIns, notes_master
from talkbuilder.outputs.pptx.template.house import with_looks_of_slides, without_words
from talkbuilder.outputs.pptx.template.layouts import read_masters, with_fonts_of_houses
from talkbuilder.outputs.pptx.template.legibility import with_links
from talkbuilder.outputs.pptx.template.matching import GUESSED
from talkbuilder.outputs.pptx.template.opening import with_opening
from talkbuilder.outputs.pptx.template.package import Parts, TemplateFault, open_template, relationships, told_in
from talkbuilder.outputs.pptx.template.roles import (
    CANVAS,
    POSED,
    ROLES,
    Match,
    Matches,
    as_asked,
    called,
    chosen_in,
    likely_for_texts,
    match,
    names_of,
    printed_on,
    read_mapping,
    shows_photo,
    spoken,
    unfit,
)

_MISSED = ("cover", "text")  # roles without whose layouts a deck looks less like the house's


class Examined(Struct, frozen=True):
    """A template, and which of its layouts serves for what."""

    theme: Theme
    matches: Matches


def read_template(
    data: bytes, name: str, report: Report, mapping: Source | None = None, asked: Iterable[str] = ()
) -> Examined | None:
    """What is found in a template, whose file is called `name`; None where it cannot be used, which is reported.

    Reports which layouts the template lacks, and what of it is left out. Its parts are kept as they are, but for fonts
    of a theme that its master is not set in. `mapping` is what the author says of it, `asked` the names of layouts that
    slides ask for.
    """
    try:
        template = with_opening(with_looks_of_slides(fitted(open_template(data))))
        said = read_mapping(mapping, report)
        template = without_words(template, said.without, report) if said and said.without else template
        reads = read_masters(template)
        if (dressed := with_fonts_of_houses(template, [(one, likely_for_texts(one)) for one in reads])) != template:
            template, reads = dressed, read_masters(dressed)
    except TemplateFault as fault:
        report(Diagnostic("T001", f"this template cannot be used: {fault}", hint=fault.hint, file=name))
        return None
    chosen = chosen_in(said, reads, name, report)
    matches = match(reads, chosen.layouts)
    unfit(matches, chosen, report)
    read, layouts = matches.read, matches.layouts
    layouts = {one: with_links(layout, reads) for one, layout in layouts.items()}
    canvas = matches.by_role[CANVAS].found
    text = matches.by_role["text"].found
    if canvas and canvas.part == canvas_of(read, None, text.part if text else "").found.part:
        canvas = None  # as this program has written it down: what opens and closes is not drawn on it
        matches = structs.replace(matches, by_role={**matches.by_role, CANVAS: Match(ROLES[CANVAS])})
    ours = StandIns(read, layouts, canvas, over=matches.over, others=reads)
    drawn = {
        one: Match(
            matched.role, by=matched.by, why_not=(f"'{spoken(found)}' is drawn over: texts stand {why}",), over=found
        )
        for one, matched in matches.by_role.items()
        if (found := matched.found) and one not in POSED and (why := ours.yielding(matched.layouts))
    }
    matches = structs.replace(matches, by_role={**matches.by_role, **drawn})
    _warn(template, matches, name, report)
    theme = Theme(
        _told(name),
        read.width,
        read.height,
        ours,
        notes_master(read, _told(name)),
        template.parts,
        template.main,
        StandIns(read, {}, canvas, "ours"),
        {one: _as_asked(one, matches) for one in dict.fromkeys(asked)},
        tuple(dict.fromkeys(names_of(reads).values())),
        told_in((one.part for each in reads for one in (each.master, *each.layouts)), template.parts),
    )
    _tell_of_cover(theme, matches, name, report)
    return Examined(theme, matches)


def _tell_of_cover(theme: Theme, matches: Matches, name: str, report: Report) -> None:
    """Tells of words and of a photograph that a cover has from the template: they may be of another talk."""
    cover = theme.layouts["Cover"]
    found = next(one for read in matches.reads for one in read.layouts if one.part == (cover.part or cover.base))
    if words := printed_on(found, matches.read):
        message = f"its cover prints '{words[0]}'{f' and {len(words) - 1} more' if words[1:] else ''}"
        hint = f"if that is of another talk, have it left out, or choose a cover: see 'talkbuilder template {name}'"
        report(Diagnostic("T008", message, hint=hint, file=name))
    if shows_photo(found, matches.read):
        message = "its cover shows a photograph: whoever is on it is taken for somebody of your talk"
        hint = f"if people are on it, choose another cover: see 'talkbuilder template {name}'"
        report(Diagnostic("T009", message, hint=hint, file=name))


def _as_asked(name: str, matches: Matches) -> Mapping[str, Layout]:
    """What a layout that a slide asks for is for each of ours: filled, or drawn upon; {} where there is none."""
    found = called(name, matches.reads)
    if found is None:
        return {}
    own = {one: with_links(layout, matches.reads) for one, layout in as_asked(found, matches).items()}
    return StandIns(matches.read, own, found, found.name or found.part)


def _told(name: str) -> str:
    """What people call a file: without folders and ending."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return stem.encode("utf-8", "replace").decode()  # a file's name need not be text; a theme's must


def _warn(template: Parts, matches: Matches, name: str, report: Report) -> None:
    lacking = [one for one in _MISSED if not (matches.by_role[one].found or matches.by_role[one].over)]
    if lacking:
        listed = ", ".join(f"'{one}'" for one in lacking)
        message = f"none of its layouts serves for {listed}: drawn on its background, in its colours and fonts"
        hint = f"'talkbuilder template {name}' tells why, and writes down which layout serves for what"
        report(Diagnostic("T002", message, hint=hint, file=name))
    if template.taken:
        message = f"taken from its slides, which are left out: {', '.join(template.taken)}"
        report(Diagnostic("T003", message, hint="its layouts have it now", file=name))
    shown = [one for first in [*template.stood_on][:1] for one in relationships(template.file, first)]
    shown = [one for one in shown if one.word == "image" and not one.target.endswith(".svg")]  # the twin of another
    if any(one.target not in template.parts for one in shown):
        message = "pictures of its first slide are left out, for they may show what that is about"
        hint = "copy those that belong to the house, as a logo, to its layout for titles in PowerPoint"
        report(Diagnostic("T003", message, hint=hint, file=name))
    for one in matches.by_role.values():
        if one.by == GUESSED and one.found:
            message = f"'{spoken(one.found)}' is taken for the {one.role.name}, for it stands first"
            hint = f"'talkbuilder template {name}' writes down which layout serves for what, for you to change"
            report(Diagnostic("T004", message, hint=hint, file=name))
    if template.left_out:
        message = f"left out: {', '.join(template.left_out)}, for they run or lead elsewhere"
        report(Diagnostic("T003", message, hint="the deck is complete without them", file=name))
