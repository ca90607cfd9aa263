"""Whether what one fact counts is some of what another one counts: of one date, place and unit, and of that measure."""

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import wording

_MAY_BE_MISSING = 1  # of the words of the whole: 'forced labor victims identified' of 'trafficking victims identified'


def is_part(part: Fact, whole: Fact) -> bool:
    """Whether the library says that it is one: by `part_of`, or since its measure names that of the whole."""
    if part.part_of is not None and part.part_of.value == whole.id:
        return True
    if _frame(part) != _frame(whole):
        return False
    if part.measure is None or whole.measure is None or part.measure.value == whole.measure.value:
        return False
    own = wording(lowered(part.measure.value)).stems
    words = [word for word in wording(lowered(whole.measure.value)).words if word.is_content]
    missing = [word.text for word in words if not any(is_same(word.stem, one) for one in own)]
    if len(missing) == len(words) or any(word.endswith("ed") for word in missing):
        return False
    return len(missing) <= _MAY_BE_MISSING


def _frame(fact: Fact) -> tuple[str, ...]:
    return tuple(one.value if one else "" for one in (fact.unit, fact.place, fact.as_of))
