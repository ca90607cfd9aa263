"""`memory`: something that the speaker remembers, told freely; a photo of theirs, or a drawing where there is none."""

from typing import Annotated

from msgspec import Meta, structs

from talkbuilder.drawings.drawing import Drawing
from talkbuilder.drawings.read import find
from talkbuilder.drawings.words import is_tall, on_stage
from talkbuilder.evidence.library.media import Medium
from talkbuilder.kinds.kind import Frame, Kind, assemble, framed, picture_of, prefixed
from talkbuilder.layout.fit import height_of
from talkbuilder.layout.items import Ink, Item, Text, rectangle
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source import fields
from talkbuilder.source.fields import Id
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Content, Paragraph, Picture, Run
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box

_WAITS = "its 'line' is not written yet"
_RULE = 0.5  # rows wide
_SET_OFF = 0.4  # of its size: how far the sentence stands under where that was, on a template

_MANUAL = """\
A memory is the speaker's own, and so nobody can write it for them: `memory` says what to think of, `without` what must
not be in it, and both stand in the notes, above what the speaker sees while rehearsing. Until its `line` is written,
which the audience reads, the slide is in no deck, and nothing is reported. `photo` may be missing, as an entry of
`assets/media.yaml` or as a file: the drawing stands in for it. It takes its `seconds`, whatever the notes say.
"""


class Memory(Slide, frozen=True, kw_only=True):
    """A slide of something that the speaker remembers."""

    memory: Annotated[
        fields.Text, Meta(description="what the speaker may think of: a meal, a winter morning, a ride home")
    ]
    seconds: Annotated[int, Meta(description="how long it takes to tell", ge=10, le=600)] = 45
    without: Annotated[
        fields.Text | None, Meta(description="what must not be in it: names, towns, where anybody works")
    ] = None
    line: Annotated[
        fields.Text | None,
        Meta(description="one sentence of it, which the audience reads; without one, the slide is left out"),
    ] = None
    when: Annotated[fields.Text | None, Meta(description="where and when it was, in a few words")] = None
    photo: Annotated[Id | None, Meta(description="an id of assets/media.yaml, which need not be there yet")] = None
    drawing: Annotated[Id, Meta(description="what stands there without a photo: a file of assets/drawings/")]


def resolve(written: Memory, markup: Markup) -> Resolved | None:
    drawing = find(written.drawing, markup)
    if drawing is None:
        return None
    medium = markup.library.media.get(written.photo.value) if written.photo else None
    is_there = isinstance(medium, Medium) and markup.library.images(medium.file.value) is not None
    picture = picture_of(medium, medium.span, markup) if isinstance(medium, Medium) and is_there else None
    lines = [_bold(markup.line(written.when))] if written.when else []
    lines += [markup.line(written.line)] if written.line else []
    slots: dict[str, Content] = {"line": tuple(lines)}
    slots |= {"picture": picture} if picture else {}
    credit = f" · {medium.credit.value}" if picture and isinstance(medium, Medium) else ""
    described = f"{medium.alt.value} ({medium.credit.value})" if isinstance(medium, Medium) and picture else drawing.alt
    own = Run(f"{markup.words.say('own_memory')}{credit}")
    slide = assemble("memory", written, markup, slots, shows=drawing, described=described)
    return structs.replace(
        prefixed(slide, own, " · "),
        notes=(_prompt(written, markup), *slide.notes),
        minutes=written.seconds / 60,
        waits="" if written.line else _WAITS,
    )


def _bold(line: Paragraph) -> Paragraph:
    return structs.replace(line, runs=tuple(structs.replace(run, bold=True) for run in line.runs))


def _prompt(written: Memory, markup: Markup) -> Paragraph:
    """What helps the speaker to tell it."""
    told = f"Your own memory, {written.seconds} seconds: {markup.line(written.memory).text.rstrip('.')}."
    told += f" Without {markup.line(written.without).text.rstrip('.')}." if written.without else ""
    return Paragraph((Run(told, italic=True),), written.memory.span)


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    box = layout.grid.box(1, 8, 25, 76)
    if layout.base:
        layout, box = _on_template(layout)
    drawing: Drawing = slide.shows
    picture = slide.slots.get("picture")
    shown = (framed(picture, box),) if isinstance(picture, Picture) else on_stage(drawing, box, layout, slide.described)
    page = kind.page(slide, layout, shown)
    texts = (one for one in page.items if isinstance(one, Text) and one.name == "line")
    return (structs.replace(page, items=(*page.items, *(_rule(one, slide, layout) for one in texts if one.lines))),)


def _on_template(layout: Layout) -> tuple[Layout, Box]:
    """A layout whose words have more of the width, which may be narrow, and where the picture stands; on a tall page
    they stand under it. The sentence is set off from where that was."""
    grid, place = layout.grid, layout.placeholders["Line"]
    room, hung = grid.box(1, grid.columns, 25, 76), 2 * grid.row
    styles = tuple(structs.replace(one, before_pt=_SET_OFF * one.size_pt) for one in place.styles)
    if is_tall(room):
        box = room._replace(height=room.height // 2)
        words = Box(room.x + hung, box.bottom + hung, room.width - hung, room.bottom - box.bottom - hung)
        place = structs.replace(place, box=words, styles=styles, anchor="top")
    else:
        box, words = grid.box(1, 7, 25, 76), grid.box(8, grid.columns, 25, 76)
        words = words._replace(x=words.x + hung, width=words.width - hung)
        place = structs.replace(place, box=words, styles=styles, anchor="middle")
    return structs.replace(layout, placeholders={**layout.placeholders, "Line": place}), box


def _rule(line: Text, slide: Resolved, layout: Layout) -> Item:
    """The rule beside what stands there, as high as that."""
    place, written, row = layout.placeholders["Line"], slide.texts("line"), layout.grid.row
    size = (line.lines[0].runs[0].size_pt,)
    high = min(line.box.height, height_of(written, line.box.width, place.styles, size, layout.fonts) or row)
    over = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[line.anchor] * (line.box.height - high)
    rule = Box(line.box.x - 2 * row, line.box.y + round(over), round(_RULE * row), high)
    return rectangle("Rule", rule, Ink("accent2"))


KIND = Kind(
    "memory",
    "Memory",
    resolve,
    (Frame("title", "Title"), Frame("line", "Line")),
    Memory,
    lay_out,
    manual=_MANUAL,
)
