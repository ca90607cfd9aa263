"""Table to a complete .pptx package without slides, as part names and bytes."""

from talkbuilder.themes import motif
from talkbuilder.themes.layouts import INK, Layout, body_styles, layouts, slide_number, text, title
from talkbuilder.themes.notes import PAGE_HEIGHT_EMU, PAGE_WIDTH_EMU, notes_master
from talkbuilder.themes.scheme import DRAWING, XML, theme
from talkbuilder.themes.shapes import TITLES, Drawn, Placeholder, Style, levels, tree
from talkbuilder.themes.table import Table
from talkbuilder.themes.table_style import table_styles

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument"
_NAMES = f'xmlns:a="{DRAWING}" xmlns:r="{_OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_FIRST_ID = 2147483648  # masters and layouts share one number space from here on
_ACCENTS = " ".join(f'accent{number}="accent{number}"' for number in range(1, 7))
_COLOUR_MAP = f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {_ACCENTS} hlink="hlink" folHlink="folHlink"/>'
_BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_LIGHT = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_DARK = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    f' {_ACCENTS} hlink="accent4" folHlink="accent2"/></p:clrMapOvr>'
)


def package(table: Table) -> dict[str, bytes]:
    made = layouts(table)
    numbers = range(1, len(made) + 1)
    parts = {
        "[Content_Types].xml": _content_types(len(made)),
        "_rels/.rels": _relationships(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": _presentation(table),
        "ppt/_rels/presentation.xml.rels": _relationships(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{XML}<p:presentationPr {_NAMES}/>",
        "ppt/viewProps.xml": f'{XML}<p:viewPr {_NAMES} lastView="sldView"/>',
        "ppt/tableStyles.xml": table_styles(),
        "ppt/theme/theme1.xml": theme(table),
        "ppt/theme/theme2.xml": theme(table._replace(colours=table.colours._replace(lt1="FFFFFF"))),  # for print
        "ppt/notesMasters/notesMaster1.xml": notes_master(
            _NAMES, _BACKGROUND, _COLOUR_MAP, table.grid.slide_width_emu, table.grid.slide_height_emu
        ),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships(("theme", "../theme/theme2.xml")),
        "ppt/slideMasters/slideMaster1.xml": _master(table, len(made)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in numbers),
            ("theme", "../theme/theme1.xml"),
        ),
    }
    for number, layout in zip(numbers, made, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(layout)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return {name: part.encode() for name, part in parts.items()}


def _presentation(table: Table) -> str:
    by_hand = levels(Style(table.sizes.caption, INK, line_percent=100, margin_pt=36 * depth) for depth in range(9))
    return (
        f"{XML}<p:presentation {_NAMES}>"
        f'<p:sldMasterIdLst><p:sldMasterId id="{_FIRST_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{table.grid.slide_width_emu}" cy="{table.grid.slide_height_emu}"{_named_size(table)}/>'
        f'<p:notesSz cx="{PAGE_WIDTH_EMU}" cy="{PAGE_HEIGHT_EMU}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr>{by_hand}</p:defaultTextStyle>'
        "</p:presentation>"
    )


def _named_size(table: Table) -> str:
    """PowerPoint knows the 4:3 of 10 by 7.5 inches by name; the wide one has none."""
    is_4_3 = table.grid.slide_width_emu * 3 == table.grid.slide_height_emu * 4
    return ' type="screen4x3"' if is_4_3 else ""


def _master(table: Table, layout_count: int) -> str:
    grid, sizes = table.grid, table.sizes
    titles = levels((Style(sizes.title, INK, TITLES, line_percent=92),))
    other = levels(Style(sizes.caption, INK, line_percent=100) for _ in range(5))
    shapes: tuple[Placeholder | Drawn, ...] = (
        *motif.signature(grid),
        title(grid, sizes),
        text(grid, sizes),
        slide_number(grid, sizes, 4),
    )
    listed = "".join(
        f'<p:sldLayoutId id="{_FIRST_ID + number}" r:id="rId{number}"/>' for number in range(1, layout_count + 1)
    )
    return (
        f"{XML}<p:sldMaster {_NAMES}><p:cSld>{_BACKGROUND}{tree(shapes)}</p:cSld>"
        f"{_COLOUR_MAP}<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{titles}</p:titleStyle>"
        f"<p:bodyStyle>{levels(body_styles(sizes))}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(layout: Layout) -> str:
    kind = f' type="{layout.kind}"' if layout.kind else ""
    hide = ' showMasterSp="0"' if layout.dark else ""
    return (
        f'{XML}<p:sldLayout {_NAMES}{hide}{kind} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{_BACKGROUND if layout.dark else ''}{tree((*layout.decoration, *layout.placeholders))}</p:cSld>"
        f"{_DARK if layout.dark else _LIGHT}</p:sldLayout>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _content_types(layout_count: int) -> str:
    slides = f"{_CONTENT}.presentationml"
    kinds = [
        ("ppt/presentation.xml", f"{slides}.presentation.main+xml"),
        ("ppt/slideMasters/slideMaster1.xml", f"{slides}.slideMaster+xml"),
        *(
            (f"ppt/slideLayouts/slideLayout{number}.xml", f"{slides}.slideLayout+xml")
            for number in range(1, layout_count + 1)
        ),
        ("ppt/notesMasters/notesMaster1.xml", f"{slides}.notesMaster+xml"),
        ("ppt/presProps.xml", f"{slides}.presProps+xml"),
        ("ppt/viewProps.xml", f"{slides}.viewProps+xml"),
        ("ppt/tableStyles.xml", f"{slides}.tableStyles+xml"),
        ("ppt/theme/theme1.xml", f"{_CONTENT}.theme+xml"),
        ("ppt/theme/theme2.xml", f"{_CONTENT}.theme+xml"),
    ]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
