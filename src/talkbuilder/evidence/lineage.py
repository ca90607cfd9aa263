"""The facts that a computed one comes from, and which of them a text means: told by what only one of them has."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.derived import Computed, full_value, unit_of
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered, normalise
from talkbuilder.evidence.words import PASTS

_BESIDE = re.compile(
    r"\b(?:than(?! (?:\$?\d|twice|half|double|one|two|three|four|five|ten)\b)|compared (?:with|to)|versus|vs\.?"
    r"|as (?:many|much|often)(?: [\w-]+){0,9}? as|exceed(?:s|ed)?|outnumber(?:s|ed)?"
    r"|(?:rise|rose|up|down|fell|increased?|decreased?|dropped|grew) from)\b"
)
_EARLIER = re.compile(r"\b(?:the )?(?:year before|previous year|year earlier|preceding year|prior year)\b")
_LATER = re.compile(r"\b(?:the )?(?:year after|next year|following year|year later)\b")
_SHARE_OF = re.compile(r"(?<!were )(?<!was )(?<!are )(?<!is )\bof (?:the |those |all |its |their )*")
_SHARE_OF_BEFORE = re.compile(r"(?:out )?(?:of|among) (?:the |those |all |its |their )*(?=[^,]+,)")
# Behind a participle that tells which ones: 'those sold in May'; behind another verb stands what they do.
_BEHIND_PARTICIPLES = frozenset(
    ("in", "on", "at", "by", "for", "from", "to", "of", "as", "with", "during", "and", "or")
)
_SHARE_ENDS = re.compile(r"[,;:.]|(?<!who)(?<!that)(?<!which) (?:was|were|is|are|had|has|have|been|be) ")
_NOT_WORDS = 4
_WORD = re.compile(r"[a-z][a-z'-]+|\d+")
# Words by which numbers are set beside one another, and which claim nothing else.
_COMMON_WORDS = (
    "a an the of in on at to by for and or but than as was were is are had has have been with from that this it its "
    "their there they which who all each every both year years before after earlier later previous following more "
    "fewer less higher lower total together altogether sum difference share percent times twice half third quarter "
    "double doubled tripled rose fell grew increase increased decrease decreased dropped declined up down about "
    "almost nearly over under least most many much number numbers figure figures count counted between compared "
    "while when where per cent percentage point points part out still same rise fall growth decline another other "
    "combined added one every ago too also only those dollars not"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def ancestors(fact: Computed) -> Iterator[Fact]:
    """All facts that it is computed from, those between included."""
    seen: set[str] = set()
    waiting = list(fact.parents)
    while waiting:
        one = waiting.pop()
        if one.id not in seen:
            seen.add(one.id)
            yield one
            if isinstance(one, Computed):
                waiting += one.parents


def years(fact: Computed) -> set[int]:
    return {int(one.as_of.value[:4]) for one in ancestors(fact) if one.as_of}


def without(fact: Computed, words: str) -> bool:
    """Whether 'not of lead' only says what the second of two facts counts, which is taken away from the first."""
    return fact.by == "difference" and _named_in(fact, " ".join(words.split()[:_NOT_WORDS])) == 1


def new_words(text: str, known: str) -> list[str]:
    """The words of a text that claim something, and do not stand among those that are known."""
    there = _stems(lowered(normalise(known).text))
    told = {word for word in _WORD.findall(lowered(normalise(text).text)) if not word.isdigit() and word not in _COMMON}
    return sorted(word for word in told if not _stems(word) & there and not figures(word))


def sign(number: float) -> int:
    return (number > 1e-9) - (number < -1e-9)


def signed(fact: Fact) -> float:
    return fact.unrounded if isinstance(fact, Computed) else full_value(fact)


def in_time(fact: Computed) -> tuple[Fact, Fact]:
    """The later and the earlier of two facts; where their dates are one, the first and the second."""
    one, other = fact.parents[:2]
    if isinstance(one, Computed) and is_change(fact):
        return in_time(one)
    if one.as_of and other.as_of and one.as_of.value[:4] < other.as_of.value[:4]:
        return other, one
    return one, other


def is_change(fact: Computed) -> bool:
    """Whether a percentage is that of a change, and of what it changed from: the earlier of its two."""
    change, whole = fact.parents[0], fact.parents[1]
    if fact.by != "percent" or not isinstance(change, Computed) or change.by != "difference":
        return False
    return in_time(change)[1].id == whole.id


def beside(fact: Computed, low: str) -> int | None:
    """Which of the two facts a text puts behind its 'than'; None where it does not say."""
    found = list(_BESIDE.finditer(low))
    if not found:
        return None
    rest = low[found[-1].end() :]
    later, _ = in_time(fact)
    if _EARLIER.search(rest):
        return 1 if later is fact.parents[0] else 0
    if _LATER.search(rest):
        return 0 if later is fact.parents[0] else 1
    return _named_in(fact, rest)


def compared_with(fact: Computed, low: str) -> int | None:
    """The same, or of '39 more in 2010' the one that is not named."""
    if _BESIDE.search(low):
        return beside(fact, low)
    named = _named_in(fact, low)
    return None if named is None else 1 - named


def _named_in(fact: Computed, words: str) -> int | None:
    """Which of the two facts some words are about, by what only one of them has; None where that is not clear."""
    one, other = (_marks(parent) for parent in fact.parents[:2])
    there = _stems(words)
    counts = len((one - other) & there), len((other - one) & there)
    return None if counts[0] == counts[1] else int(counts[1] > counts[0])


def _marks(fact: Fact) -> set[str]:
    year = fact.as_of.value[:4] if fact.as_of else ""
    said = _stems(lowered(f"{fact.says.value} {fact.measure.value if fact.measure else ''}"))
    return {word for word in said - _COMMON if not word.isdigit()} | ({year} if year else set())


def _stems(words: str) -> set[str]:
    return {word[:5] if len(word) > 5 else word.removesuffix("s") for word in _WORD.findall(words)}


def whole(fact: Computed, low: str, start: int) -> int | None:
    """Which of the two facts a share is said to be of, behind its figure."""
    found = _SHARE_OF_BEFORE.match(low) or _SHARE_OF.search(low, start)
    if not found:
        return None
    return _named_in(fact, _those(_SHARE_ENDS.split(low[found.end() :], maxsplit=1)[0]))


def _those(words: str) -> str:
    """Of whom a share is, without what they do: 'guests invited in May' of 'guests invited in May missed a train'."""
    told = words.split()
    is_clause = False
    for at, word in enumerate(told):
        if word in ("who", "which", "that"):
            is_clause = True
        elif at and (word.endswith("ed") or word in PASTS or word == "got"):
            if not is_clause and told[at + 1 : at + 2] and told[at + 1] not in _BEHIND_PARTICIPLES:
                return " ".join(told[:at])
            is_clause = False
    return words


def unconfirmed(fact: Computed) -> Iterator[str]:
    """What a person has to judge: words of our own, parts that may overlap."""
    if new := new_words(fact.says.value, said_of(fact)):
        words = ", ".join(f"'{word}'" for word in new)
        yield f"no fact that it is computed from says {words}"
    measures = {one.measure.value for one in fact.parents if one.measure}
    if fact.by == "sum" and len(measures) > 1:
        yield "it adds up what is counted under several names: nobody may be in two of them"


def said_of(fact: Computed) -> str:
    """All words of what it is computed from."""
    return " ".join(
        f"{one.id.replace('-', ' ')} {one.says.value} {one.measure.value if one.measure else ''} {unit_of(one)}"
        for one in ancestors(fact)
    )
