"""Whether what one fact counts is some of what another one counts: of one date, place and unit, and of that measure."""

import re

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import content_stems
from talkbuilder.evidence.facts import Fact

_OF = re.compile(r"\b(?:of|among) (?:the |these |those |all |its |their )*\Z", re.IGNORECASE)
_MAY_BE_MISSING = 1  # of the words of the whole: 'forced labor victims identified' of 'trafficking victims identified'


def is_part(part: Fact, whole: Fact, most_missing: int = _MAY_BE_MISSING) -> bool:
    """Whether the library says that it is one: by `part_of`, or since its measure names that of the whole.

    Of the words of the whole's measure that of the part may lack `most_missing`.
    """
    if whole.id in (part.id, part.part_of.value if part.part_of else ""):
        return True
    if _frame(part) != _frame(whole):
        return False
    if any(_is_of(text, whole.value) for text in (part.says.value, part.exact.value)):
        return True
    if part.measure is None or whole.measure is None or part.measure.value == whole.measure.value:
        return False
    own, words = frozenset(content_stems(part.measure.value)), content_stems(whole.measure.value)
    missing = [word for word in words if word not in own]
    return len(missing) < len(words) and len(missing) <= most_missing


def _is_of(text: str, value: float | None) -> bool:
    """Whether a text tells of some of so many: 'two of the 12 gardens'."""
    plain = normalise(text).text
    return any(one.values[0] == value and _OF.search(plain, 0, one.start) for one in figures(plain))


def _frame(fact: Fact) -> tuple[str, ...]:
    return tuple(one.value if one else "" for one in (fact.unit, fact.place, fact.as_of))
