"""Text into a place: set in the first size of its scale at which it has room; drawn too large where there is none.

Behind it, labels: texts that fill no placeholder, beside what is drawn or on it.
"""

from collections.abc import Sequence
from math import inf

from msgspec import Struct, structs

from talkbuilder.layout.items import Anchor, Ink, Style, Text
from talkbuilder.layout.measure import Lines
from talkbuilder.layout.setting import TOO_MANY_LINES, SetLines, Setting, break_lines
from talkbuilder.layout.theme import Fonts, Placeholder, Scale, Sizes
from talkbuilder.layout.typefaces import has_wider_stand_in
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

# Renderers differ by a hair in the width of words, and fonts are sometimes replaced by their twins.
_USABLE_WIDTH = 0.985
USABLE_HEIGHT = 0.95
_ALONE = 0.4  # of the longest line: a last word that is longer does not look left over
_TIE = "\u00a0"
_FEW_LINES = 3  # in which a short last one is seen
_FEW_LINES_EACH = 2  # of a head and a text under a picture, if they can be
_AT_MARK = dict.fromkeys(",:–", 0.75) | dict.fromkeys(".;·", 0.45)  # of a width, as which lines broken behind one count
_KEPT = 0.6  # of the width, that a last line fills which is kept together
_STUB = 0.3  # a last line shorter than this share of the longest looks left over
WIDER = 1.1  # than Georgia are the letters that stand in for it where it is missing
_NEARLY_A_LINE = 0.85  # one line so full may become two where Georgia is missing: its stand-ins are wider
_HAIR_PT = 0.1  # the least height of anything
_LINE_EM = 1.15  # how high a line is, about
_LEVEL_STEP_PT = 4.0  # how much smaller each level is than the one above


def fit(name: str, paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts) -> Text:
    """A text in a placeholder, or anywhere else: then `place` has no name; `name` is what the outline calls the text.

    Where it has no room at any size, it is set in the smallest and tells how much of it is too much.
    """
    for number, size in enumerate(place.sizes_pt):
        found = _fitted(paragraphs, place, fonts, size)
        if found is not None:
            smaller = place.sizes_pt[number + 1 : number + 2]
            return _placed(name, _tidier(found, paragraphs, place, fonts, smaller), place, fonts, paragraphs)
    least = place.sizes_pt[-1]
    setting = _without_widows(_set(paragraphs, place, fonts, _styles(place, least)), place, fonts)
    text = _placed(name, setting, place, fonts, paragraphs)
    if setting.is_too_wide:
        rooms = (_line_pt(place, setting.styles[one.level], fonts) for one in paragraphs)
        too_wide = max(
            lines.widest_pt / max(room, _HAIR_PT) - 1 for lines, room in zip(setting.broken, rooms, strict=True)
        )
        return structs.replace(text, surplus=1.0, too_wide=too_wide)
    return structs.replace(text, surplus=1 - max(0.0, _room_pt(place)) / max(setting.height_pt, _HAIR_PT))


def unbroken(name: str, lines: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts) -> Text:
    """Lines in a size at which none is broken, even in letters a little wider: half a number is none."""
    for at in range(len(place.sizes_pt)):
        least = structs.replace(place, sizes_pt=place.sizes_pt[at:])
        text = fit(name, lines, _narrower(least, fonts), fonts)
        if len(text.lines) == len(lines) and not text.surplus:
            return fit(name, lines, least, fonts)
    return fit(name, lines, place, fonts)


def fits(paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, size_pt: float) -> bool:
    """Whether a text has room in a place at one size."""
    return _has_room(_set(paragraphs, place, fonts, _styles(place, size_pt), _room_pt(place)), place)


def height_pt(paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, size_pt: float) -> float | None:
    """How high a place must be for a text to have room at one size; None where a word is too wide for it."""
    setting = _set(paragraphs, place, fonts, _styles(place, size_pt))
    return None if setting.is_too_wide else setting.height_pt / USABLE_HEIGHT


def _tidier(
    found: Setting, paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, smaller: Sequence[float]
) -> Setting:
    """The setting one size smaller, where that saves a last line of a word or two; else the one that was found."""
    if len(paragraphs) != 1 or len(found.broken[0].ends) == 1:
        return found
    texts = found.texts
    if len(texts[-1]) < _STUB * max(map(len, texts)):
        for size in smaller:
            other = _fitted(paragraphs, place, fonts, size)
            if other and len(other.texts) < len(texts):
                return other
    return found


def _fitted(paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, size: float) -> Setting | None:
    """The setting at one size; None where it has no room."""
    setting = _set(paragraphs, place, fonts, _styles(place, size), _room_pt(place))
    return _without_widows(setting, place, fonts) if _has_room(setting, place) else None


def _has_room(setting: Setting, place: Placeholder) -> bool:
    return not setting.is_too_wide and setting.height_pt <= _room_pt(place)


def _styles(place: Placeholder, size: float) -> tuple[Style, ...]:
    """The style of each level when the first has `size`: the place's own, or stepping down with it."""
    if size == place.styles[0].size_pt:
        return place.styles
    least = place.sizes_pt[-1]
    return tuple(
        structs.replace(style, size_pt=max(least, size - level * _LEVEL_STEP_PT))
        for level, style in enumerate(place.styles)
    )


def _set(
    paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, styles: tuple[Style, ...], most_pt: float = inf
) -> Setting:
    """Sets a text, however high that makes it; what is higher than `most_pt` already is not set to its end."""
    height, too_wide = 0.0, False
    broken: list[Lines] = []
    for number, paragraph in enumerate(paragraphs):
        style = styles[paragraph.level]
        room = _line_pt(place, style, fonts)
        lines = break_lines(paragraph, style, fonts, room)
        too_wide = too_wide or lines.widest_pt > room
        height += len(lines.ends) * lines.line_height_pt * style.line_percent / 100
        height += style.before_pt if number else 0.0
        broken.append(lines)
        if height > most_pt:
            break
    return Setting(paragraphs[: len(broken)], tuple(broken), height, styles, too_wide)


def _without_widows(setting: Setting, place: Placeholder, fonts: Fonts) -> Setting:
    """The same text, as high as it was, with last words tied that would look left over."""
    done: list[tuple[Paragraph, Lines]] = []
    for paragraph, lines in zip(setting.paragraphs, setting.broken, strict=True):
        style = setting.styles[paragraph.level]
        room = _line_pt(place, style, fonts)
        is_full = len(lines.ends) > 1 or lines.widest_pt > _width_pt(place) * _NEARLY_A_LINE
        if is_full and len(lines.ends) < TOO_MANY_LINES and lines.widest_pt <= room:
            done.append(_without_widow(paragraph, style, fonts, room, lines))
        else:
            done.append((paragraph, lines))
    tied, broken = zip(*done, strict=True) if done else ((), ())
    return structs.replace(setting, paragraphs=tied, broken=broken)


def _width_pt(place: Placeholder) -> float:
    left, _, right, _ = place.insets
    return (place.box.width - left - right) / EMU_PER_POINT


def _line_pt(place: Placeholder, style: Style, fonts: Fonts) -> float:
    """How wide a line may be."""
    share = WIDER if _is_for_a_line(place, style) else wider(style.font, fonts)
    return _width_pt(place) * _USABLE_WIDTH / share - style.left / EMU_PER_POINT


def wider(font: str, fonts: Fonts) -> float:
    """How much wider than they are letters have room for, for what may stand in for them: those of titles have it of
    their place."""
    return WIDER if font != "titles" and has_wider_stand_in(fonts.family(font)) else 1.0


def _narrower(place: Placeholder, fonts: Fonts) -> Placeholder:
    """A place in which what has room has it in wider letters too."""
    width = place.box.width * wider(place.styles[0].font, fonts) / WIDER
    return structs.replace(place, box=place.box._replace(width=round(width)))


def _is_for_a_line(place: Placeholder, style: Style) -> bool:
    """Whether a place in the letters of titles has no room for a second line, as a headline over a lead has none.

    What just fills its line there would break in wider letters, and run into what stands below.
    """
    if style.font != "titles" or not place.name:
        return False
    return _room_pt(place) < 2 * _LINE_EM * style.size_pt * style.line_percent / 100


def _room_pt(place: Placeholder) -> float:
    _, top, _, bottom = place.insets
    return (place.box.height - top - bottom) / EMU_PER_POINT * USABLE_HEIGHT


def _without_widow(
    paragraph: Paragraph, style: Style, fonts: Fonts, room_pt: float, lines: Lines
) -> tuple[Paragraph, Lines]:
    """The paragraph with its last two words tied, if that costs no line: one word alone on a line looks left over.

    A shorter word that would be left alone on another line looks no better; then they are not tied.

    They are tied even where both stand on the last line, for renderers put a word more on a line than we do, or one
    less; but not where the last word is so long that it can stand alone: tied, it would leave a gap above.
    """
    if paragraph.text.count(" ") < 2 or _TIE in paragraph.text.rpartition(" ")[2]:
        return paragraph, lines
    tied = _tied(paragraph)
    if " " in lines.texts[-1]:
        return (paragraph, lines) if _can_stand_alone(lines) else (tied, _with_last_line_tied(lines))
    rewrapped = break_lines(tied, style, fonts, room_pt)
    is_free = rewrapped.widest_pt <= room_pt and len(rewrapped.ends) == len(lines.ends)
    return (tied, rewrapped) if is_free and min(rewrapped.widths_pt) >= min(lines.widths_pt) else (paragraph, lines)


def _tied(paragraph: Paragraph) -> Paragraph:
    """A paragraph whose last blank does not break, if it has any."""
    for at in range(len(paragraph.runs) - 1, -1, -1):
        run = paragraph.runs[at]
        if " " in run.text:
            runs = (*paragraph.runs[:at], structs.replace(run, text=_tie(run.text)), *paragraph.runs[at + 1 :])
            return Paragraph(runs, paragraph.span, paragraph.level)
    return paragraph


def settled(text: Text, place: Placeholder, fonts: Fonts) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that is set in a place, so that where they have few lines the last does not look left
    over, nor a number apart from its word: words are tied to it until it is long enough, if this costs no line."""
    return tuple(_settled(one, text.styles[one.level], place, fonts) for one in text.paragraphs)


def _settled(paragraph: Paragraph, style: Style, place: Placeholder, fonts: Fonts) -> Paragraph:
    """A short last line is kept together: other programs put a word more on the line above it, or one less."""
    room_pt = _line_pt(place, style, fonts)
    first = lines = break_lines(paragraph, style, fonts, room_pt)
    tied = paragraph
    if not 1 < len(first.ends) <= _FEW_LINES:
        return paragraph
    while (is_short := lines.widths_pt[-1] < _ALONE * max(lines.widths_pt)) or (
        _ends_in_number(lines.texts[-2]) or (" " in lines.texts[-1] and lines.widths_pt[-1] < _KEPT * room_pt)
    ):
        more = _tied(tied)
        made = break_lines(more, style, fonts, room_pt)
        is_free = made.widest_pt <= room_pt and len(made.ends) == len(first.ends)
        if more == tied or not is_free or min(made.widths_pt) < first.widths_pt[-1]:
            return paragraph if is_short else tied
        tied, lines = more, made
    return tied


def _ends_in_number(line: str) -> bool:
    """Whether a line ends in a number, and no year, whose word would stand on the next."""
    word = line.split()[-1]
    return word.isdigit() and len(word) < len("2026")


def balanced(text: Text, place: Placeholder, fonts: Fonts, is_even: bool = True) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that is set in a place, in lines as even as can be where they are few, or as full;
    rather broken behind a mark. Words are tied to the last line, also where nothing moves, for other programs measure
    otherwise."""
    return tuple(_balanced(one, text.styles[one.level], place, fonts, is_even) for one in text.paragraphs)


def _balanced(paragraph: Paragraph, style: Style, place: Placeholder, fonts: Fonts, is_even: bool) -> Paragraph:
    room_pt = _line_pt(place, style, fonts)

    def cost(lines: Lines) -> float:
        share = _AT_MARK.get(lines.texts[-2].rstrip()[-1:], 1)
        return max(lines.widths_pt) * share if is_even else -lines.widths_pt[-2] / share

    lines = break_lines(paragraph, style, fonts, room_pt)
    if not 1 < len(lines.ends) <= _FEW_LINES:
        return paragraph
    best, least, tied = paragraph, cost(lines), paragraph
    while (more := _tied(tied)) != tied:
        made, tied = break_lines(more, style, fonts, room_pt), more
        if made.widest_pt > room_pt or len(made.ends) > len(lines.ends):
            break
        if cost(made) < least + _HAIR_PT:
            best, least = more, cost(made)
    return best


def _can_stand_alone(lines: Lines) -> bool:
    """Whether the last word, whose width is reckoned from its letters, is long enough for a line of its own, and what
    is before it no single letter, which would end a line."""
    last = lines.texts[-1]
    before, _, word = last.rpartition(" ")
    is_long = lines.widths_pt[-1] * len(word) / len(last) > _ALONE * max(lines.widths_pt)
    return is_long and len(before.rpartition(" ")[2]) > 1


def _with_last_line_tied(lines: Lines) -> Lines:
    """Lines whose last blank does not break; it is as wide as it was."""
    words = [*lines.words]
    at = max(at for at in range(1, len(words) - 2, 2) if " " in words[at])
    words[at] = _tie(words[at])
    return structs.replace(lines, words=tuple(words))


def _tie(text: str) -> str:
    """A text with a no-break space as its last blank."""
    head, _, tail = text.rpartition(" ")
    return f"{head}{_TIE}{tail}"


def _placed(name: str, setting: Setting, place: Placeholder, fonts: Fonts, paragraphs: tuple[Paragraph, ...]) -> Text:
    """The text with every line where it stands on the page."""
    return Text(
        name,
        place.box,
        setting.paragraphs,
        setting.styles,
        SetLines(setting, place, fonts),
        paragraphs[0].span,
        place.anchor,
        place.name,
    )


_USED = 0.98  # how much of the width of its box a line fills at most
_HAIR = 2  # EMU, for halves that were rounded away


def roomy(name: str, paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts) -> Text:
    """A text in a size at which it would have room in wider letters too; where there is none, as any other."""
    for at, size in enumerate(place.sizes_pt):
        if fits(paragraphs, _narrower(place, fonts), fonts, size):
            return fit(name, paragraphs, structs.replace(place, sizes_pt=place.sizes_pt[at:]), fonts)
    return fit(name, paragraphs, place, fonts)


def label(
    name: str,
    paragraphs: tuple[Paragraph, ...],
    box: Box,
    style: Style | tuple[Style, ...],
    scale: Scale,
    fonts: Fonts,
    anchor: Anchor = "top",
) -> Text:
    """A text in a box, in the first size of a scale at which it has room; `style` says how else it looks, by level."""
    return fit(name, paragraphs, _place(box, style, scale, anchor), fonts)


class Caption(Struct, frozen=True):
    """What stands under a picture: a head, and smaller words under it."""

    head: Paragraph
    text: Paragraph | None
    box: Box


def captions(wanted: Sequence[Caption], scale: Scale, sizes: Sizes, fonts: Fonts) -> tuple[Text, ...]:
    """Captions in one size, the first at which all have room, if there is one in lines that are not a word each; where
    there is none, each tells what is too much. Where some need one line more, all are broken that can be."""
    styles = (
        Style(sizes.head[0], Ink("text"), bold=True, align="centre"),
        Style(sizes.label[0], Ink("soft"), align="centre"),
    )
    texts = [(one.head, *((structs.replace(one.text, level=1),) if one.text else ())) for one in wanted]

    def have_room(size: float) -> bool:
        return all(
            fits(text, _place(one.box, styles, scale, "top"), fonts, size)
            for text, one in zip(texts, wanted, strict=True)
        )

    def has_few_lines(size: float) -> bool:
        places = (_place(one.box, styles, (size, scale[-1]), "top") for one in wanted)
        settings = (_set(text, one, fonts, _styles(one, size)) for text, one in zip(texts, places, strict=True))
        return all(len(lines.ends) <= _FEW_LINES_EACH for setting in settings for lines in setting.broken)

    roomy = [*filter(have_room, scale)]
    size = next(filter(has_few_lines, roomy), (*roomy, scale[-1])[0])

    def made(number: int, percent: int = 100) -> Text:
        text, one = texts[number], wanted[number]
        width = one.box.width * percent // 100
        box = one.box._replace(x=one.box.x + (one.box.width - width) // 2, width=width)
        return label(one.head.text, text, box, styles, (size, scale[-1]) if len(text) > 1 else (size,), fonts)

    found = [made(number) for number in range(len(wanted))]
    most = max(len(one.lines) for one in found)
    for number, one in enumerate(found):
        if len(one.lines) < most <= len(one.paragraphs) + 1:
            tried = [made(number, percent) for percent in range(95, 25, -5)]
            broken = [each for each in tried if len(each.lines) == most and each.styles == one.styles]
            head = widths_of((wanted[number].head,), one.styles[0], fonts)[1]
            broken = [each for each in broken if head <= each.box.width and not each.surplus] or [one]
            found[number] = broken[len(broken) // 2]  # neither nearly on one line nor nearly on one more
    return tuple(found)


def height_of(
    paragraphs: tuple[Paragraph, ...], width: Emu, style: Style | tuple[Style, ...], scale: Scale, fonts: Fonts
) -> Emu | None:
    """How high a box must be for a text in the first size of a scale; None where a word is wider than it."""
    height = height_pt(paragraphs, _place(Box(0, 0, width, 0), style, scale, "top"), fonts, scale[0])
    return None if height is None else round(height * EMU_PER_POINT) + _HAIR


def widths_of(paragraphs: tuple[Paragraph, ...], style: Style, fonts: Fonts) -> tuple[Emu, Emu]:
    """How wide a box must be for a text that is broken after every word, and for one with a line a paragraph."""
    broken = [[break_lines(one, style, fonts, room).widest_pt for one in paragraphs] for room in (0.0, inf)]
    share = wider(style.font, fonts)
    least, most = (round((max(one) * share + style.left / EMU_PER_POINT) / _USED * EMU_PER_POINT) for one in broken)
    return least, most


def _place(box: Box, style: Style | tuple[Style, ...], scale: Scale, anchor: Anchor) -> Placeholder:
    styles = style if isinstance(style, tuple) else (style,)
    return Placeholder("", "body", 0, box, styles, scale, anchor=anchor)
