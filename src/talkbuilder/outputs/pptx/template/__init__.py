"""A foreign .pptx or .potx to a Theme: its layouts where they serve, else ours in its colours and fonts."""

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.outputs.pptx.template.fallback import StandIns, notes_master, scaled, with_links
from talkbuilder.outputs.pptx.template.layouts import Read, read_layouts
from talkbuilder.outputs.pptx.template.matching import WANTED, matched
from talkbuilder.outputs.pptx.template.package import Parts, TemplateFault, open_template
from talkbuilder.themes.layouts import LAYOUTS


def read_template(data: bytes, name: str, report: Report) -> Theme | None:
    """The theme of a template, whose file is called `name`; None where it cannot be used, which is reported.

    Reports which layouts the template lacks, and what of it is left out. Its parts are kept as they are.
    """
    try:
        template = open_template(data)
        read = read_layouts(template)
    except TemplateFault as fault:
        report(Diagnostic("T001", f"this template cannot be used: {fault}", hint=fault.hint, file=name))
        return None
    grid, sizes = scaled(read)
    layouts = {one: layout for one in WANTED if (layout := matched(one, read, grid, sizes)) is not None}
    missing = tuple(one for one in LAYOUTS if one not in layouts)
    layouts = {name: with_links(layout, read) for name, layout in layouts.items()}
    _warn(template, read, layouts, missing, name, report)
    return Theme(
        _told(name),
        read.width,
        read.height,
        StandIns(read, layouts),
        notes_master(read, _told(name)),
        template.parts,
        template.main,
        StandIns(read, {}),
    )


def _told(name: str) -> str:
    """What people call a file: without folders and ending."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return stem.encode("utf-8", "replace").decode()  # a file's name need not be text; a theme's must


def _warn(
    template: Parts, read: Read, layouts: dict[str, Layout], missing: tuple[str, ...], name: str, report: Report
) -> None:
    lacking = [one for one in missing if one in WANTED]  # what is drawn upon is always ours
    if lacking:
        listed = ", ".join(f"'{one}'" for one in lacking)
        message = f"no layout fits for {listed}: ours stand in, in the template's colours and fonts"
        hint = "to have your own, give a layout such a name, and the placeholders that 'explain T002' lists"
        report(Diagnostic("T002", message, hint=hint, file=name))
    if template.has_macros:
        report(Diagnostic("T003", "its macros are left out", hint="a deck needs none", file=name))
    if read.masters > 1:
        message = f"it has {read.masters} slide masters, and only the layouts of the first are used"
        report(Diagnostic("T003", message, hint="move the one that you want to the top", file=name))
    used = {layout.part for layout in layouts.values()}
    simplified = sum(found.simplified for found in read.layouts if found.part in used)
    if simplified:
        drawings = "1 drawing is" if simplified == 1 else f"{simplified} drawings are"
        message = f"{drawings} simpler, or not there, in files other than .pptx"
        report(
            Diagnostic(
                "T003", message, hint="effects, turned shapes and text in pictures are PowerPoint's alone", file=name
            )
        )
