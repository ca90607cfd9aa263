"""C020 typed-claim, in what stands beside the outline: a booking's cover line, an action, a credit, the properties.

No reference and no mark can stand there, so what claims something has to go: names and days, which such lines are made
of, are no claims here, unless somebody's authority is lent by them.
"""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.media import Medium
from talkbuilder.geo.gazetteer import is_place
from talkbuilder.source.fields import Text
from talkbuilder.talk.claims import Claim, claims
from talkbuilder.talk.talk import Picture, Talk

# Where and when, and what is given: Room 12, 40 Elm Street, at 7 p.m., the third evening of five, Give $20.
_WHERE_AND_WHEN = re.compile(
    r"\b(?:room|hall|suite|building|floor|apt|apartment|door|house|box|level|section)s? (?:no\.? )?\w+\b"
    r"|\b\d+\w*(?: \w+){0,3} (?:street|st|avenue|ave|road|rd|drive|lane|boulevard|blvd|way|highway|place|court)\b"
    r"|\b\d{1,2}(?::\d\d)?(?: ?(?:a\.?m\.?|p\.?m\.?|o[’']clock))|\b\d{5}(?:-\d{4})?\b"
    r"|\b(?:\w+) (?:evening|day|week|night|part|talk|meeting|session)s?(?: (?:of|in) (?:a |the )?(?:series|\w+))?\b"
    r"|\A(?:give|donate|send|bring|pay|spend) (?:up to |just )?[$€£]\s?\d+\b(?!,?\d)",
    re.IGNORECASE,
)
# Whoever is named with these lends the talk an authority that it has not.
_AUTHORITY = re.compile(
    r"\b(?:Nations|State Department|White House|Congress|Senate|Parliament|Nobel|Pulitzer|laureate|Interpol|UNICEF|NATO"
    r"|FBI|CIA|Ministry|President|Pope)\b"
)
_LIGHT = frozenset({"name", "date"})


def check(talk: Talk) -> Iterator[Diagnostic]:
    event, outline = talk.occasion.event, talk.outline
    if event is not None:
        for one in (event.place, event.cover):
            yield from _claimed(one, "on the cover")
    yield from _claimed(outline.speaker, "on the cover")
    for one in (outline.summary, *outline.keywords):
        yield from _claimed(one, "in the properties of the deck")
    for action in dict.fromkeys(action for _, action in talk.asked):
        yield from _claimed(action.do, "in what the audience is asked to do")
        for one in (action.recipient, action.message, action.address):
            # Whoever answers is named, an authority or not.
            yield from _claimed(one, "in what the audience is asked to do", may_name=True)
    for id in dict.fromkeys(_pictures(talk)):
        medium = talk.library.media.get(id)
        if isinstance(medium, Medium):
            yield from _claimed(medium.credit, "in the credit of a picture", may_name=True)


def _pictures(talk: Talk) -> Iterator[str]:
    for slide in talk.slides:
        yield from (one.id for one in slide.slots.values() if isinstance(one, Picture) and one.id)


def _claimed(text: Text | None, where: str, may_name: bool = False) -> Iterator[Diagnostic]:
    if text is None:
        return
    plain = _WHERE_AND_WHEN.sub(lambda found: " " * len(found[0]), text.value)
    for claim in claims(plain, is_place):
        if claim.sort not in _LIGHT or (claim.sort == "name" and not may_name and _is_lent(claim, text)):
            message = f"'{claim.words}' claims something {where}, where nothing can be referred to"
            yield Diagnostic("C020", message, text.span, "say it in the talk, beside a fact; or leave it out")
            return


def _is_lent(claim: Claim, text: Text) -> bool:
    return bool(_AUTHORITY.search(text.value, max(0, claim.start - 1)))
