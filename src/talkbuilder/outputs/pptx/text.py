"""Text as DrawingML: paragraphs and their runs, and list styles in which everything is said."""

from collections.abc import Iterable, Mapping
from functools import cache

from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.scripts import is_right_to_left
from talkbuilder.layout.setting import towards
from talkbuilder.outputs.pptx.xml import ALIGNMENTS, NOTHING, Xml, colour, escaped, join, solid, typeface, xml
from talkbuilder.talk.talk import Paragraph, Run

# The id of a field is any GUID; all slide numbers may share one.
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_BEGINS, _ENDS = Xml("<a:p>"), Xml("</a:p>")
_RUN_ENDS = Xml("</a:t></a:r>")

# The relationships of a part to what the words on it lead to, by address.
Links = Mapping[str, str]
_NO_LINKS: Links = {}
# Programs give links the theme's colour for them, unless this says that they have that of their letters.
_AS_WRITTEN = Xml(
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
    ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


def list_style(styles: Iterable[Style]) -> Xml:
    """Styles by level, so complete that nothing depends on what it inherits."""
    return join(_level(f"lvl{number}pPr", style) for number, style in enumerate(styles, 1))


def _level(tag: str, style: Style) -> Xml:
    return xml(
        '<a:%s marL="%s" indent="%s" algn="%s" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        "%s%s</a:%s>",
        *(tag, style.left, -style.hang, ALIGNMENTS[style.align], _spacing(style), default_run(style), tag),
    )


def default_run(style: Style) -> Xml:
    """How letters look that say nothing themselves."""
    letters = _letters(style, style.size_pt, style.bold, style.italic)
    return xml("<a:defRPr %s>%s%s</a:defRPr>", letters, solid(style.ink), _font(style))


def _spacing(style: Style) -> Xml:
    return xml(
        '<a:lnSpc><a:spcPct val="%s"/></a:lnSpc><a:spcBef><a:spcPts val="%s"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>%s',
        round(style.line_percent * 1000),
        round(style.before_pt * 100),
        _bullet(style),
    )


def _bullet(style: Style) -> Xml:
    if not style.bullet:
        return Xml("<a:buNone/>")
    ink, font = colour(style.bullet_ink), typeface("text")
    return xml('<a:buClr>%s</a:buClr><a:buFont typeface="%s"/><a:buChar char="%s"/>', ink, font, style.bullet)


def _letters(style: Style, size_pt: float, bold: bool, italic: bool) -> Xml:
    spacing = xml(' spc="%s"', round(style.spacing_pt * 100)) if style.spacing_pt else NOTHING
    capitals = Xml(' cap="all"') if style.capitals else NOTHING
    return xml('sz="%s" b="%s" i="%s"%s kern="1200"%s', round(size_pt * 100), int(bold), int(italic), capitals, spacing)


def _font(style: Style) -> Xml:
    if style.font not in ("titles", "text"):
        return xml('<a:latin typeface="%s"/>', style.font)
    family = typeface(style.font).removesuffix("lt")
    return xml('<a:latin typeface="%slt"/><a:ea typeface="%sea"/><a:cs typeface="%scs"/>', family, family, family)


def targets(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Where the words of paragraphs lead."""
    return [run.link for one in paragraphs for run in one.runs if run.link]


def clicked(run: Run, links: Links, ink: Ink | None = None) -> Xml:
    """What a click on a run does."""
    if not run.link:
        return NOTHING
    if ink is None:
        return xml('<a:hlinkClick r:id="%s"/>', links[run.link])
    return xml('<a:hlinkClick r:id="%s">%s</a:hlinkClick>', links[run.link], _AS_WRITTEN)


def paragraph(one: Paragraph, language: str, style: Style, inherited: Style, links: Links = _NO_LINKS) -> Xml:
    """A paragraph in a placeholder, whose style of that level it inherits; what differs is said where it does."""
    runs_back = _direction(one, style)
    is_plain = style is inherited and not runs_back
    pieces = [_BEGINS, _level_of(one) if is_plain else _setting(one, style, inherited, runs_back)]
    for run in one.runs:
        if style is inherited and run.scale == 1.0 and not run.link and not (style.strong_ink and run.bold):
            pieces += _plain_run(run, language)
        else:
            pieces.append(_run(run, language, style, inherited, links))
    pieces.append(_ENDS)
    return join(pieces)


def _level_of(one: Paragraph) -> Xml:
    return xml('<a:pPr lvl="%s"/>', one.level) if one.level else NOTHING


def _direction(one: Paragraph, style: Style) -> Xml:
    """Of a paragraph that runs from right to left, that it does, and where it begins."""
    if not is_right_to_left(one):
        return NOTHING
    return xml(' algn="%s" rtl="1"', ALIGNMENTS[towards(style, one).align])


def _setting(one: Paragraph, style: Style, inherited: Style, runs_back: Xml) -> Xml:
    """What a paragraph is to do unlike its placeholder."""
    told = [xml(' lvl="%s"', one.level)] if one.level else []
    if (style.left, style.hang) != (inherited.left, inherited.hang):
        told.append(xml(' marL="%s" indent="%s"', style.left, -style.hang))
    if runs_back:
        told.append(runs_back)
    elif style.align != inherited.align:
        told.append(xml(' algn="%s"', ALIGNMENTS[style.align]))
    before = lines = NOTHING
    if style.line_percent != inherited.line_percent:
        lines = xml('<a:lnSpc><a:spcPct val="%s"/></a:lnSpc>', round(style.line_percent * 1000))
    if style.before_pt != inherited.before_pt:
        before = xml('<a:spcBef><a:spcPts val="%s"/></a:spcBef>', round(style.before_pt * 100))
    bullet = NOTHING
    if style.bullet != inherited.bullet:
        bullet = _bullet(style)
    elif style.bullet and style.bullet_ink != inherited.bullet_ink:  # the mark itself may be of any font and size
        bullet = xml("<a:buClr>%s</a:buClr>", colour(style.bullet_ink))
    inner = join((lines, before, bullet))
    return xml("<a:pPr%s>%s</a:pPr>", join(told), inner) if told or inner else NOTHING


def plain_paragraphs(
    paragraphs: Iterable[Paragraph],
    language: str,
    links: Links = _NO_LINKS,
    size_pt: float | None = None,
    level: int = 0,
) -> Xml:
    """Paragraphs of notes, which inherit everything, or all but the size, from a level of the master.

    They are most of a large deck, so they are joined all at once.
    """
    pieces: list[Xml] = []
    begins = xml('%s<a:pPr lvl="%s"/>', _BEGINS, level) if level else _BEGINS
    for one in paragraphs:
        runs_back = is_right_to_left(one)
        pieces.append(xml('%s<a:pPr lvl="%s" algn="r" rtl="1"/>', _BEGINS, level) if runs_back else begins)
        for run in one.runs:
            pieces += _linked_run(run, language, links, size_pt) if run.link else _plain_run(run, language, size_pt)
        pieces.append(_ENDS)
    return join(pieces)


def _plain_run(run: Run, language: str, size_pt: float | None = None) -> tuple[Xml, Xml, Xml]:
    """The pieces of a run that inherits everything but perhaps its size."""
    return _opening(language, size_pt, run.bold, run.italic), escaped(run.text), _RUN_ENDS


def _linked_run(run: Run, language: str, links: Links, size_pt: float | None) -> tuple[Xml, Xml, Xml]:
    """The same of one that leads somewhere."""
    look = xml('<a:r><a:rPr lang="%s"%s%s>', language, _points(size_pt), _EMPHASIS[run.bold, run.italic])
    return Xml(f"{look}{clicked(run, links)}</a:rPr><a:t>"), escaped(run.text), _RUN_ENDS


@cache
def _opening(language: str, size_pt: float | None, bold: bool, italic: bool) -> Xml:
    return xml('<a:r><a:rPr lang="%s"%s%s/><a:t>', language, _points(size_pt), _EMPHASIS[bold, italic])


def _points(size_pt: float | None) -> Xml:
    return NOTHING if size_pt is None else xml(' sz="%s"', round(size_pt * 100))


def _run(run: Run, language: str, style: Style, inherited: Style, links: Links) -> Xml:
    size, ink = _size(style, inherited, run.scale), _linked(run, style) or _strong(run, style) or _ink(style, inherited)
    return xml(
        '<a:r><a:rPr lang="%s"%s%s>%s%s%s</a:rPr><a:t>%s</a:t></a:r>',
        language,
        size,
        _weight(run, style, inherited),
        ink,
        _font(style) if style.font != inherited.font else NOTHING,
        clicked(run, links, style.link_ink),
        run.text,
    )


def _weight(run: Run, style: Style, inherited: Style) -> Xml:
    """Bold and italic of a run, and what the placeholder's own letters are that the text's are not."""
    told = _EMPHASIS[run.bold or (style.bold and not inherited.bold), run.italic]
    if inherited.bold and not style.bold and not run.bold:
        told = join((Xml(' b="0"'), told))
    if inherited.capitals and not style.capitals:
        told = join((told, Xml(' cap="none"')))
    return join((told, Xml(' spc="0"'))) if inherited.spacing_pt and not style.spacing_pt else told


def _size(style: Style, inherited: Style, scale: float = 1.0) -> Xml:
    size_pt = style.size_pt * scale
    return xml(' sz="%s"', round(size_pt * 100)) if size_pt != inherited.size_pt else NOTHING


def _ink(style: Style, inherited: Style) -> Xml:
    return solid(style.ink) if style.ink != inherited.ink else NOTHING


def _linked(run: Run, style: Style) -> Xml:
    """The ink of a link, where it has one of its own."""
    return solid(style.link_ink) if style.link_ink and run.link else NOTHING


def _strong(run: Run, style: Style) -> Xml:
    """The ink of a bold word, where it has one of its own."""
    return solid(style.strong_ink) if style.strong_ink and run.bold and not style.bold else NOTHING


_EMPHASIS = {
    (False, False): NOTHING,
    (True, False): Xml(' b="1"'),
    (False, True): Xml(' i="1"'),
    (True, True): Xml(' b="1" i="1"'),
}


def label_paragraph(one: Paragraph, language: str, style: Style, links: Links = _NO_LINKS) -> Xml:
    """A paragraph that fills no placeholder and so says everything itself."""
    runs = join(set_run(run, language, style, links) for run in one.runs)
    margins = style.left, -style.hang, ALIGNMENTS[style.align]
    return xml('<a:p><a:pPr marL="%s" indent="%s" algn="%s">%s</a:pPr>%s</a:p>', *margins, _spacing(style), runs)


def set_run(run: Run, language: str, style: Style, links: Links = _NO_LINKS) -> Xml:
    """Letters that inherit nothing."""
    return xml(
        '<a:r><a:rPr lang="%s" %s>%s%s%s</a:rPr><a:t>%s</a:t></a:r>',
        language,
        _letters(style, style.size_pt * run.scale, style.bold or run.bold, style.italic or run.italic),
        _linked(run, style) or _strong(run, style) or solid(style.ink),
        _font(style),
        clicked(run, links, style.link_ink),
        run.text,
    )


def number_field(language: str, shown: str, style: Style | None = None, inherited: Style | None = None) -> Xml:
    """A paragraph with the number of the slide, which the program that shows it counts itself."""
    if style is None or inherited is None or style is inherited:
        letters = _letters_of(language)
    else:
        letters = xml('<a:rPr lang="%s"%s>%s</a:rPr>', language, _size(style, inherited), _ink(style, inherited))
    return xml('<a:p><a:fld id="%s" type="slidenum">%s<a:t>%s</a:t></a:fld></a:p>', _FIELD, letters, shown)


@cache
def _letters_of(language: str) -> Xml:
    return xml('<a:rPr lang="%s"/>', language)
