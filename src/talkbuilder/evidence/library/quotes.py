"""Quotations: somebody's own words, verbatim, with the post in which they stand."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Literal

from msgspec import Meta

from talkbuilder.source.fields import Entry, Id, Pages, Text

Sensitivity = Literal["suicide", "sexual-exploitation", "minor", "disability", "violence", "health", "religion"]
_AGE = (
    r"(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)"
)
_WORDS: dict[Sensitivity, str] = {
    "suicide": r"suicid\w+|(?:killed|hanged|hurt|cut) (?:him|her|my|them)sel(?:f|ves)"
    r"|took (?:his|her|their) own li(?:fe|ves)",
    "sexual-exploitation": r"(?:sexual(?:ly)?|child) (?:exploit\w+|abus\w+|violence|assault\w*|slavery)"
    r"|(?:commercial )?sex (?:act|slave|trade|traffick\w+|worker)s?|trafficked for sex"
    r"|(?:exploited|sold) for sex|rap(?:e[ds]?|ing|ists?)|prostitut\w+|molest\w+|brothels?|pimps?",
    "minor": r"child(?:ren|hood)?|kids?|minors?|teen(?:age[rd]?)?s?|orphan\w*|(?:under|below) (?:the age of )?18"
    r"|(?:young|little) (?:girl|boy)s?|bab(?:y|ies)|infants?"
    rf"|(?:he|she|i) was (?:only |just )?{_AGE}(?= years? old|[.,;:!?)]|$)|{_AGE}[- ]years?[- ]old|aged {_AGE}",
    "disability": r"disab(?:led|ilit\w+)|handicap\w*|deaf|blind (?:child|person|people|m[ae]n|wom[ae]n)|wheelchairs?"
    r"|(?:mental|developmental)(?:ly)? (?:delay\w*|retard\w*)",
    "violence": r"murder(?:s|ed|ers?)?|tortur\w+|beat(?:en|ings?)? (?:up|by|her|him|them)"
    r"|domestic violence|bloody?|bleeding|stabb\w+|violen(?:ce|tly?)|assault\w*|(?:was|were|been) shot",
    "health": r"(?:hiv|aids|cancer|tuberculosis|pregnan\w+|abortions?|depress(?:ed|ion)|miscarr\w+|addict\w*)"
    r"|(?:mental|seriously|terminally) ill(?:ness)?(?:es)?|diseases?",
    "religion": r"(?:muslim|islam\w*|christian\w*|church\w*|mosque|jew(?:s|ish)?|baptist|convert(?:s|ed)? to|god)s?",
}


class Quote(Entry, frozen=True, kw_only=True):
    """An entry of assets/quotes.yaml."""

    text: Annotated[Text, Meta(description="verbatim, 40 words at most; […] omits, [word] inserts")]
    speaker: Annotated[Id, Meta(description="who says it: an id of assets/people.yaml")]
    post: Annotated[Id, Meta(description="the source that holds it: an id of assets/sources.yaml")]
    page: Annotated[Pages | None, Meta(description="the page of the source on which it stands: 12, 12-14, xii")] = None
    translated: Annotated[
        bool | Text | None,
        Meta(description="false, or how: summary, machine translation from Russian; left out: as its voice says"),
    ] = None
    sensitive: Annotated[tuple[Sensitivity, ...], Meta(description="what an audience should be warned of")] = ()

    @property
    def teller(self) -> Id:
        """Who says it, as of a fact who asserts it."""
        return self.speaker

    @property
    def translation(self) -> str:
        """How the words were translated; nothing where they are the speaker's own."""
        return self.translated.value if isinstance(self.translated, Text) else ""


def sensitivities(text: str) -> tuple[Sensitivity, ...]:
    """The sensitive subjects of a text, in the order of the schema; a proposal, which its author may correct."""
    lower = text.lower()
    return tuple(tag for tag in _WORDS if _pattern(tag).search(lower))


def tells_of(tags: Iterable[Sensitivity], text: str) -> bool:
    """Whether a text has one of these subjects."""
    return _pattern(*tags).search(text.lower()) is not None


@lru_cache
def _pattern(*tags: Sensitivity) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_WORDS[tag] for tag in tags)})\b")
