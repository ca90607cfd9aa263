"""`compare`: two to four blocks side by side, each under a head; one of them may be what is missing."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.kinds.kind import HEADS, Kind, assemble, on_drawing, reported
from talkbuilder.layout.fit import height_of, label
from talkbuilder.layout.items import Anchor, Group, Ink, Item, Stroke, Style, outline, rectangle
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Text, Written
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_TOP, _BOTTOM = 27, 73  # rows
_TALLEST = 1.5  # of its width: how high a block with little in it is at most, on a tall page
_LOWEST = 36  # rows of a block with little in it; letters larger than those of texts stand in such only
_EDGE, _GAP = 1, 1.5  # rows
_OVER = 0.4  # of what is free on a template's page, that stays so over the blocks
_SHORT = 10  # characters of a figure alone, which is set as large as one
_INSETS = 4  # of a column, which texts stand from the sides of their block
_FROM_DASHES = 0.7  # of the size of labels
_STAND_INS = 0.8  # how much of a line in Georgia is filled, whose stand-ins are up to a tenth wider, between its dashes
_LINE = 1.2  # its height, in sizes of its letters
_MISSING = Stroke(Ink("accent3"), 3, "dash")


class Block(Written, frozen=True, kw_only=True):
    """A block: its head, and a text or points under it."""

    head: Annotated[Text, Meta(description="a word or two over the block")]
    text: Annotated[Text | None, Meta(description="what stands in it")] = None
    points: Annotated[tuple[Text, ...], Meta(description="or short points, each on a line", max_length=5)] = ()
    missing: Annotated[bool, Meta(description="true for the one thing that is not there: a dashed, empty block")] = (
        False
    )


class Compare(Showing, frozen=True, kw_only=True):
    """A slide of blocks side by side: then and now, there and here, said and found."""

    compare: Annotated[
        tuple[Block, ...], Meta(description="the blocks, from left to right", min_length=2, max_length=4)
    ]


class Shown(Struct, frozen=True):
    """A block, as it is to be drawn."""

    head: Paragraph
    text: tuple[Paragraph, ...]
    is_list: bool
    is_missing: bool


def resolve(written: Compare, markup: Markup) -> Resolved | None:
    has_faults = reported(_faults(written.compare), markup)
    if has_faults or len(written.compare) < 2:  # those with faults of their own are left out
        return None
    blocks = tuple(_block(block, markup) for block in written.compare)
    slots = {"blocks": tuple(paragraph for one in blocks for paragraph in (one.head, *one.text))}
    return assemble("compare", written, markup, slots, shows=blocks, described=_described(blocks, markup.words))


def _faults(blocks: tuple[Block, ...]) -> Iterator[Diagnostic]:
    for block in blocks:
        if block.text and block.points:
            hint = "a block has one of them: put the text among the points, or leave it out"
            yield Diagnostic("E007", "'points' beside 'text'", block.points[0].span, hint)
        if not (block.text or block.points or block.missing):
            hint = "add 'text:' or 'points:', or 'missing: true' if it stands for what is not there"
            yield Diagnostic("E003", "nothing stands under the head", block.head.span, hint)
    for block in [one for one in blocks if one.missing][1:]:
        hint = "mark the one thing that the slide is about"
        yield Diagnostic("E011", "a second block is marked as missing", block.head.span, hint)


def _block(block: Block, markup: Markup) -> Shown:
    texts = (block.text,) if block.text else block.points
    return Shown(
        markup.line(block.head),
        tuple(markup.line(text, under=(block.head,)) for text in texts),
        bool(block.points),
        block.missing,
    )


def _described(blocks: tuple[Shown, ...], words: Words) -> str:
    """All that the blocks say, in one sentence."""
    told = [": ".join(filter(None, (one.head.text, ", ".join(p.text.rstrip(".") for p in one.text)))) for one in blocks]
    marked = (
        words.say("alt_missing", told=one) if block.is_missing else one for one, block in zip(told, blocks, strict=True)
    )
    return words.say("alt_compare", told="; ".join(marked))


class Setting(Struct, frozen=True):
    """How a block is set. `lines` is how many its head takes."""

    head: Style
    head_height: Emu
    lines: int
    text: Style
    text_height: Emu

    def height(self, layout: Layout) -> Emu:
        """How high the block is at least."""
        inner = self.head_height + self.text_height + round(_GAP * layout.grid.row)
        return inner + round(_EDGE * layout.grid.row) + 2 * (layout.grid.column // _INSETS)


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    items: list[Item] = []
    settings, height = _set_alike(slide.shows, layout)
    row = layout.grid.row
    top = _TOP + (_OVER * (_BOTTOM - _TOP - height / row) if layout.base else 0)
    rows = top, top + height / row
    filled = [(one, setting) for one, setting in zip(slide.shows, settings, strict=True) if not one.is_missing]
    spare = 0 if any(one.is_list for one, _ in filled) else height - max(one.height(layout) for _, one in filled)
    for number, (block, setting) in enumerate(zip(slide.shows, settings, strict=True), 1):
        box = layout.grid.part(number, len(settings), *rows)
        if block.is_missing:
            items += _missing(number, block, box, setting, layout)
        else:
            items += _filled(number, block, box, setting, layout, max(0, round(_OVER * spare)))
    group = Group("blocks", layout.grid.box(1, layout.grid.columns, *rows), tuple(items), slide.described)
    return (kind.page(slide, layout, (group,)),)


def _set_alike(blocks: tuple[Shown, ...], layout: Layout) -> tuple[tuple[Setting, ...], Emu]:
    """How blocks of one width are set, in the largest size at which all have room, and how high all of them are."""
    grid, sizes = layout.grid, layout.sizes
    most, least = (round(rows * grid.row) for rows in (_BOTTOM - _TOP, _LOWEST))
    card = grid.part(1, len(blocks), 0, 1).width
    least, width = min(least, round(_TALLEST * card)), card - 2 * (grid.column // _INSETS)
    inner = [card - 2 * _inset(one, layout) for one in blocks]
    large = sizes.text[0] if any(one.is_list for one in blocks) else sizes.block[0]
    scale = {one for one in sizes.block if one <= large}
    filled = [one for one in blocks if not one.is_missing]
    if all(map(_is_figure, filled)):
        on_line = {
            one for one in (*scale, *sizes.count) if all(_is_on_line(each, width, one, layout) for each in filled)
        }
        scale = on_line or scale
    for size in sorted(scale, reverse=True):
        found = [_set(block, wide, size, layout) for block, wide in zip(blocks, inner, strict=True)]
        settings = tuple(one for one in found if one)
        height = max((one.height(layout) for one in settings), default=0)
        is_calm = height <= least and all(one.lines == 1 or one.head.align == "centre" for one in settings)
        if len(settings) == len(blocks) and height <= most and (is_calm or size <= sizes.text[0]):
            return settings, max(height, least)
    return tuple(_overfull(one, most, layout) for one in blocks), most


def _inset(block: Shown, layout: Layout) -> Emu:
    """How far texts stand from the sides of their block: further from dashes on a template, whose columns may be
    narrow."""
    least = round(_FROM_DASHES * layout.sizes.label[-1] * EMU_PER_POINT) if block.is_missing and layout.base else 0
    return max(layout.grid.column // _INSETS, least)


def _is_on_line(block: Shown, width: Emu, size: float, layout: Layout) -> bool:
    high = height_of(block.text, width, _text_style(block, size, layout), (size,), layout.fonts)
    return high is not None and high < 2 * size * EMU_PER_POINT


def _is_figure(block: Shown) -> bool:
    """Whether a figure is nearly all that a block holds."""
    told = "".join(text.text for text in block.text)
    return not block.is_list and len(told) <= _SHORT and any(one.isdigit() for one in told)


def _set(block: Shown, width: Emu, size: float, layout: Layout) -> Setting | None:
    """How a block is set in some width; None where a word is too wide for it."""
    style = _text_style(block, size, layout)
    text = height_of(block.text, width, style, (style.size_pt,), layout.fonts) if block.text else 0
    if text is None:
        return None
    settings = []
    for head in _head_styles(block, size, layout):
        sure = round(width * _STAND_INS) if head.font == "titles" else width
        height = height_of((block.head,), sure, head, (head.size_pt,), layout.fonts)
        if height is not None:
            lines = round(height / (_LINE * head.size_pt * EMU_PER_POINT))
            settings.append(Setting(head, height, lines, style, text))
    return min(settings, key=attrgetter("lines"), default=None)


def _overfull(block: Shown, height: Emu, layout: Layout) -> Setting:
    """How a block is set that has no room: its texts say so themselves."""
    head, text = _head_styles(block, 0, layout)[-1], _text_style(block, layout.sizes.block[-1], layout)
    return Setting(head, height // 4, 1, text, height // 2)


def _head_styles(block: Shown, size: float, layout: Layout) -> tuple[Style, ...]:
    """How a head may look; on a template what is missing is no smaller than the texts of a size beside it."""
    if block.is_missing:
        sizes = (*layout.sizes.value[-2:], layout.sizes.head[0])
        sizes = tuple(one for one in sizes if one >= size or not layout.base) or (size,)
        return tuple(Style(size, Ink("accent3"), "titles", align="centre") for size in sizes)
    return (Style(layout.sizes.head[-1], Ink("accent1"), bold=True),)


def _text_style(block: Shown, size: float, layout: Layout) -> Style:
    if block.is_missing:
        return Style(min(size, layout.sizes.head[-1]), Ink("soft"), align="centre")
    if not block.is_list:
        return Style(size, Ink("text"))
    indent = round(size * 0.8 * EMU_PER_POINT)
    return Style(size, Ink("text"), before_pt=size / 3, bullet="•", left=indent, hang=indent)


def _filled(number: int, block: Shown, box: Box, setting: Setting, layout: Layout, down: Emu) -> Iterator[Item]:
    """A block of sand with a teal edge; its text stands so far down, as that of all of them."""
    edge, inset = round(_EDGE * layout.grid.row), layout.grid.column // _INSETS
    yield rectangle(f"block {number}", box, Ink("panel"))
    yield rectangle(f"edge {number}", box._replace(height=edge), Ink("accent1"))
    top = box.y + edge + inset
    inner = Box(box.x + inset, top, box.width - 2 * inset, box.bottom - inset - top)
    yield from _texts(number, block, inner, setting, layout, down)


def _missing(number: int, block: Shown, box: Box, setting: Setting, layout: Layout) -> Iterator[Item]:
    """An empty block with a dashed line, its words in the middle."""
    yield outline(f"missing {number}", box, _MISSING)
    inset = _inset(block, layout)
    height = setting.head_height + setting.text_height + round(_GAP * layout.grid.row)
    middle = Box(box.x + inset, box.y + (box.height - height) // 2, box.width - 2 * inset, height)
    yield from _texts(number, block, middle, setting, layout)


def _texts(number: int, block: Shown, inner: Box, setting: Setting, layout: Layout, down: Emu = 0) -> Iterator[Item]:
    """Head and text, one below the other, in a box."""
    head, text = setting.head, setting.text
    above = inner._replace(height=setting.head_height)
    anchor: Anchor = "bottom" if block.is_missing else "top"
    yield label(f"head {number}", (block.head,), above, head, (head.size_pt,), layout.fonts, anchor)
    if block.text:
        top = above.bottom + round(_GAP * layout.grid.row) + down
        below = inner._replace(y=top, height=inner.bottom - top)
        yield label(f"text {number}", block.text, below, text, (text.size_pt,), layout.fonts)


KIND = Kind("compare", "Drawing", resolve, HEADS, Compare, lay_out, on_drawing)
