"""How something was done, where that decides what it was: by force, falsely, by mistake."""

import re
from collections.abc import Iterator
from functools import cache

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording

# What must not be lost beside a deed that is told, and, to the right, what keeps it in other words.
_MANNERS = tuple(
    (re.compile(rf"\b(?:{lost})\b"), rf"\b(?:{kept})\b")
    for lost, kept in (
        (
            r"forcibly|by force|violently|forced (?=(?:\w+ )?to\b)|coerced (?=(?:\w+ )?(?:to|into)\b)"
            r"|compelled (?=(?:\w+ )?to\b)|obliged (?=(?:\w+ )?to\b)|(?:was|were|been|are|is) made to"
            r"|involuntarily|unwillingly|against (?:his|her|their|its|our|my) (?:own )?will|at (?:gun|knife)point"
            r"|at the point of a (?:gun|knife)|under (?:threat|duress|(?:armed )?guard)"
            r"|in (?:chains|handcuffs|shackles)",
            r"forc\w+|coerc\w+|compel\w*|oblig\w+|made to|had to|has to|have to|must|involuntar\w+|unwilling\w*"
            r"|against (?:\w+ ){1,2}will|not (?:\w+ )?(?:voluntar\w+|willing\w*|free\w*)|(?:gun|knife)point|gun|knife"
            r"|threat\w*|duress|guard\w*|chain\w*|handcuff\w*|shackle\w*|violen\w+|enslav\w+|slave\w*|servitude|dragged"
            r"|expel\w+|expulsion|evict\w+|kidnap\w*|abduct\w*|deport\w*|whether (?:\w+ ){1,2}"
            r"(?:wanted|liked|agreed)(?: to| or not)",
        ),
        (
            r"falsely|wrongly|wrongfully|mistakenly|by mistake|in error|erroneously|unjustly",
            r"false\w*|wrong\w*|mistak\w+|error|erroneous\w*|unjust\w*|innocent\w*|untrue|without cause|not guilty",
        ),
        (
            r"accidentally|by accident|unintentionally|inadvertently|unknowingly|unwittingly|without knowing(?: it)?",
            r"accident\w*|unintention\w+|inadvertent\w*|unknowing\w*|unwitting\w*|chance|without (?:know\w+|meaning)"
            r"|mistak\w+|not know\w*|did not mean",
        ),
        (
            r"voluntarily|of (?:his|her|their|its|our|my) own (?:free )?will|willingly|unasked|by choice",
            r"voluntar\w+|volunteer\w*|own (?:free )?(?:will|accord)|willing\w*|unasked|choice|chose\w*|free\w*|wanted",
        ),
    )
)
_AROUND = 4  # words on either side between a deed and how it was done


def bends(told: str, ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A deed that is told, and not how it was done."""
    low = lowered(passage.text)
    for lost, kept in _MANNERS:
        for found in lost.finditer(low):
            if _compiled(kept).search(lowered(told)) or not passage.touches(*found.span()):
                continue
            deed = next((one for one in _deeds(found, passage.wording) if is_explained(one.stem, ours.all_stems)), None)
            if deed is not None:
                words = passage.text[found.start() : found.end()].strip()
                hint = f"say that it was done so: '{words} {deed.text}'"
                yield Bend("E128", f"it has lost the '{words}' of the post", hint)
                return


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Each takes up to 3 ms to compile, and is asked for only where a post has such a word."""
    return re.compile(pattern)


def _deeds(found: re.Match[str], theirs: Wording) -> list[Word]:
    """The words of content beside a manner; first those behind it, up to the first that is no adverb."""
    clause = next((one.clause for one in theirs.words if one.start >= found.start()), -1)
    own = [one for one in theirs.words if one.clause == clause and one.is_content]
    behind = [one for one in own if one.start >= found.end()][:1]
    before = [one for one in own if one.end <= found.start()][-_AROUND:]
    return [
        *behind,
        *(one for one in reversed(before) if one.text.endswith(("ed", "ing", "s")) or one.end == found.start() - 1),
    ]
