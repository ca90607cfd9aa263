"""The document's properties, from the talk; nothing in them comes from the clock or the machine.

Of its own a deck says which talk it shows, in which edition, and what its author has allowed in it.
"""

import re
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from talkbuilder.layout.notes_page import booking
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import zipped
from talkbuilder.outputs.fingerprint import MARK, PROPERTIES
from talkbuilder.outputs.pptx.package import ROOT, Package
from talkbuilder.outputs.pptx.xml import HEAD, NOTHING, Xml, join, xml
from talkbuilder.talk.judging import judgements_of
from talkbuilder.talk.markup import unmarked

EDITION = "talkbuilder edition"
ALLOWED = "talkbuilder allowed"
_PROPERTY = rf'name="{EDITION}"[^>]*>\s*<vt:lpwstr>([^<]*)</vt:lpwstr>'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_OFFICE = "application/vnd.openxmlformats-officedocument"


def add_properties(package: Package, deck: Deck, count: int) -> None:
    """Adds all three parts; the last of them is empty until the package is sealed with its fingerprint."""
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    for part, kind, relation, data in (
        ("docProps/core.xml", core, "core-properties", _core(deck)),
        ("docProps/app.xml", f"{_OFFICE}.extended-properties+xml", "extended-properties", _app(count)),
        (PROPERTIES, f"{_OFFICE}.custom-properties+xml", "custom-properties", NOTHING),
    ):
        package.add(part, kind, data.encode())
        package.relate(ROOT, part, relation)


def _core(deck: Deck) -> Xml:
    given = deck.plan.talk
    talk = given.outline
    date = _date(talk.date.value) if talk.date else ""
    speaker = unmarked(given.speaker, given.library)
    elements = [
        ("dc:title", unmarked(talk.talk, given.library)),
        ("dc:subject", unmarked(talk.summary, given.library)),
        ("dc:creator", speaker),
        ("cp:keywords", ", ".join(unmarked(word, given.library) for word in talk.keywords)),
        ("dc:description", booking(deck.plan)),  # never who to turn to there
        ("cp:lastModifiedBy", speaker),
        ("dcterms:created", date),
        ("dcterms:modified", date),
        ("cp:category", given.occasion.event.id if given.occasion.event else ""),
        ("cp:contentStatus", "Draft" if deck.is_draft else "Final" if given.occasion.is_final else ""),
        ("dc:language", given.language),
    ]
    return xml(
        '%s<cp:coreProperties xmlns:cp="%s" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "%s</cp:coreProperties>",
        *(HEAD, _CORE, join(_element(tag, " ".join(text.split())) for tag, text in elements if text)),
    )


def _app(count: int) -> Xml:
    return xml(
        '%s<Properties xmlns="%s"><Application>talkbuilder</Application>'
        "<Slides>%s</Slides><Notes>%s</Notes></Properties>",
        *(HEAD, _EXTENDED, count, count),
    )


def custom(fingerprint: str, edition: str, marks: Iterable[tuple[str, str]]) -> Xml:
    """The custom properties: the fingerprint, what the deck shows, marks of its slides."""
    return zipped.custom(((MARK, fingerprint), (EDITION, edition), *marks))


def _element(tag: str, text: str) -> Xml:
    kind = Xml(' xsi:type="dcterms:W3CDTF"') if tag.startswith("dcterms:") else NOTHING
    return xml("<%s%s>%s</%s>", tag, kind, text, tag)


def _date(written: str) -> str:
    """A date to the second, which is the only form that all programs read."""
    year, month, day = [*written.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"


class BuiltFor(Struct, frozen=True):
    """A talk and its edition; empty where a deck does not say."""

    talk: str = ""
    event: str = ""
    minutes: int | None = None
    audience: str = ""


def edition_of(deck: Deck) -> str:
    """What a deck is to say of itself."""
    talk = deck.plan.talk
    asked = talk.occasion
    made = BuiltFor(talk.name, asked.event.id if asked.event else "", asked.minutes, asked.audience)
    return msgspec.json.encode(made).decode()


def allowed_in(deck: Deck) -> str:
    """What the author has judged to be right as it is, for whoever is handed the deck; "" where that is nothing."""
    titles = {slide.span: slide.title.text for slide in deck.plan.talk.slides}
    found = [
        {
            "as": one.id,
            "slide": titles[slide] if slide else "",
            "why": one.why.value,
            "by": one.by.value,
            "on": one.on.value,
        }
        for slide, one in judgements_of(deck.plan.talk.outline)
        if slide is None or slide in titles
    ]
    return msgspec.json.encode(found).decode() if found else ""


def read_edition(properties: str) -> BuiltFor:
    """What a package says of itself in its properties; whatever somebody made of it, no fault."""
    found = re.search(_PROPERTY, properties)
    if not found:
        return BuiltFor()
    from html import unescape  # 1 ms, which a first build need not pay

    try:
        return msgspec.json.decode(unescape(found[1]), type=BuiltFor)
    except msgspec.DecodeError:
        return BuiltFor()
