"""The presentation of a deck in a theme of ours: what it lists, in the order of the schema."""

from collections.abc import Iterable, Sequence
from zlib import crc32

from msgspec import structs

from talkbuilder.layout.notes_page import PAGE
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Master, Theme
from talkbuilder.outputs.pptx.master import FIRST_MASTER_ID
from talkbuilder.outputs.pptx.text import list_style
from talkbuilder.outputs.pptx.xml import HEAD, NAMES, Xml, join, xml
from talkbuilder.units import EMU_PER_POINT

PART = "ppt/presentation.xml"
TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
FIRST_SLIDE_ID = 256  # the least that the format allows
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def presentation(
    theme: Theme, master: Master, master_rel: str, notes_master: str, slides: Sequence[str], deck: Deck
) -> Xml:
    """The part. `master_rel`, `notes_master` and `slides` are ids of relationships."""
    label = master.label
    by_hand = list_style(structs.replace(label, left=36 * depth * EMU_PER_POINT) for depth in range(9))
    return xml(
        '%s<p:presentation %s><p:sldMasterIdLst><p:sldMasterId id="%s" r:id="%s"/></p:sldMasterIdLst>%s%s'
        '<p:sldSz cx="%s" cy="%s"%s/><p:notesSz cx="%s" cy="%s"/>'
        '<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr>%s</p:defaultTextStyle>'
        "<p:extLst>%s</p:extLst></p:presentation>",
        *(HEAD, NAMES, FIRST_MASTER_ID, master_rel, notes_master_list(notes_master), slide_list(slides)),
        *(theme.width, theme.height, _named_size(theme), *PAGE, by_hand, sections(deck)),
    )


def notes_master_list(relationship: str) -> Xml:
    return xml('<p:notesMasterIdLst><p:notesMasterId r:id="%s"/></p:notesMasterIdLst>', relationship)


def slide_list(relationships: Iterable[str]) -> Xml:
    listed = (
        xml('<p:sldId id="%s" r:id="%s"/>', id, relationship)
        for id, relationship in enumerate(relationships, FIRST_SLIDE_ID)
    )
    return xml("<p:sldIdLst>%s</p:sldIdLst>", join(listed))


def _named_size(theme: Theme) -> Xml:
    """PowerPoint knows the 4:3 of 10 by 7.5 inches by name; the wide one has none."""
    return Xml(' type="screen4x3"' if (theme.width, theme.height) == (9_144_000, 6_858_000) else "")


def sections(deck: Deck) -> Xml:
    """PowerPoint's sections, from the talk's: an extension that older programs pass over."""
    first = FIRST_SLIDE_ID
    made = []
    for number, (name, pages) in enumerate(deck.sections):
        ids = join(xml('<p14:sldId id="%s"/>', first + at) for at in range(len(pages)))
        first += len(pages)
        told = " ".join(name.split())
        made.append(
            xml(
                '<p14:section name="%s" id="%s"><p14:sldIdLst>%s</p14:sldIdLst></p14:section>',
                *(told, _guid(f"{number} {name}"), ids),
            )
        )
    return xml(
        '<p:ext uri="%s"><p14:sectionLst xmlns:p14="%s">%s</p14:sectionLst></p:ext>', *(_SECTIONS, _P14, join(made))
    )


def _guid(seed: str) -> str:
    """A GUID that depends on nothing but the seed, so that the same sources give the same bytes."""
    digits = "".join(f"{crc32(f'{seed} {part}'.encode()):08X}" for part in range(4))
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"
