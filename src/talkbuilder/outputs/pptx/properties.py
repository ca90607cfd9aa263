"""The document's properties, from the talk; nothing in them comes from the clock or the machine."""

from collections.abc import Iterator

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.pptx import xml

CUSTOM = "docProps/custom.xml"
FINGERPRINT = "talkbuilder fingerprint"

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def parts(deck: Deck, count: int) -> Iterator[tuple[str, bytes]]:
    """docProps/core.xml and app.xml; custom.xml, which holds the fingerprint, comes last of all parts."""
    given = deck.plan.talk
    talk = given.outline
    date = _date(talk.date.value) if talk.date else ""
    elements = [
        ("dc:title", talk.talk.value),
        ("dc:subject", talk.summary.value if talk.summary else ""),
        ("dc:creator", given.speaker.value),
        ("cp:keywords", ", ".join(word.value for word in talk.keywords)),
        ("dc:description", _event(deck)),
        ("cp:lastModifiedBy", given.speaker.value),
        ("dcterms:created", date),
        ("dcterms:modified", date),
        ("cp:category", given.occasion.event.id if given.occasion.event else ""),
        ("dc:language", given.language),
    ]
    body = "".join(_element(tag, " ".join(text.split())) for tag, text in elements if text)
    yield (
        "docProps/core.xml",
        (
            f'{xml.HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"{body}</cp:coreProperties>"
        ).encode(),
    )
    yield (
        "docProps/app.xml",
        (
            f'{xml.HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            f"<Application>talkbuilder</Application><PresentationFormat>{_format(deck)}</PresentationFormat>"
            f"<Slides>{count}</Slides><Notes>{count}</Notes></Properties>"
        ).encode(),
    )


def _format(deck: Deck) -> str:
    """The shape of the slides as PowerPoint calls it."""
    return "On-screen Show (4:3)" if deck.theme.width * 3 == deck.theme.height * 4 else "Widescreen"


def _event(deck: Deck) -> str:
    """Where, when, for how long and for whom the talk is given; never who to turn to there."""
    occasion = deck.plan.talk.occasion
    if occasion.event is None:
        return ""
    parts = (occasion.event.cover_line, f"{deck.plan.slot.minutes:g} minutes", occasion.listeners)
    return "; ".join(part for part in parts if part)


def custom(fingerprint: str) -> bytes:
    """docProps/custom.xml with the fingerprint; custom properties survive PowerPoint and LibreOffice."""
    return (
        f'{xml.HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{_VT}"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" '
        f'name="{FINGERPRINT}"><vt:lpwstr>{fingerprint}</vt:lpwstr></property></Properties>'
    ).encode()


def _element(tag: str, text: str) -> str:
    kind = ' xsi:type="dcterms:W3CDTF"' if tag.startswith("dcterms:") else ""
    return f"<{tag}{kind}>{xml.escape(text)}</{tag}>"


def _date(written: str) -> str:
    """A date to the second, which is the only form that all programs read."""
    year, month, day = [*written.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"
