"""Whether the figures that a fact tells stand in its post, and which of them only follow from those."""

import re
from collections.abc import Iterator
from functools import lru_cache

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.durations import same_length
from talkbuilder.evidence.facts import Fact, write_number
from talkbuilder.evidence.figures import Figure, figures, lengths, scale_of
from talkbuilder.evidence.naming import counted_name
from talkbuilder.evidence.normal import normalise
from talkbuilder.evidence.reckoned import reckoned
from talkbuilder.evidence.shares import same_share
from talkbuilder.source.fields import Text

# Units that a post never leaves out.
_UNITS = (
    (("%", "percent", "per cent"), re.compile(r"%|\bper ?cent", re.IGNORECASE)),
    (("USD", "$", "dollars"), re.compile(r"\$|\bdollars?\b|\bUSD\b", re.IGNORECASE)),
)
_SINGLE = re.compile(r"(?<!not )(?<!as )\b(?:a|the|one|his|her|its|their|only) (?:single|sole|lone)\b", re.IGNORECASE)
_AGO = re.compile(r" years? (?:ago|before|earlier)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:last|this|next|ago|previous|now)\b", re.IGNORECASE)


def is_value(figure: Figure, fact: Fact) -> bool:
    assert fact.value is not None
    return figure.has(fact.value * (scale_of(fact.unit.value) if fact.unit else 1.0))


def figured(
    fact: Fact,
    inside: tuple[Figure, ...],
    numbers: tuple[Figure, ...],
    post_date: str,
    sentence: str,
    doubtful: list[str],
    before: str = "",
    around: str = "",
) -> Iterator[Diagnostic]:
    """The value stands in the post's words, and in all that an audience gets to read of the fact."""
    if fact.value is not None and not any(is_value(one, fact) for one in inside):
        hint = "correct 'value', or let 'exact' point to the words that hold the figure"
        yield Diagnostic(
            "E108", f"the value {write_number(fact.value)} does not stand in 'exact'", fact.exact.span, hint
        )
    same = [one for one in inside if fact.value is not None and is_value(one, fact)]
    if same and fact.unit and fact.precision != "rank" and all(one.is_year for one in same):
        message = f"{fact.value:.15g} is a year in the post, and no number of {fact.unit.value}"
        yield Diagnostic("E108", message, fact.unit.span, "take a figure that counts something as 'value'")
    for names, word in _UNITS:
        if fact.unit and fact.unit.value in names and not word.search(sentence):
            message = f"the post's sentence tells of no {fact.unit.value}"
            yield Diagnostic("E108", message, fact.unit.span, "name as 'unit' what the post counts")
    for key, text in (("says", fact.says), ("show", fact.show)):
        if text is not None:
            yield from _own_words(fact, key, text)
            yield from _strange(fact, key, text, numbers, post_date, sentence, doubtful, before, around)


def _own_words(fact: Fact, key: str, text: Text) -> Iterator[Diagnostic]:
    """What we say of a figure holds it; what is shown may leave it out."""
    told = figures(_plain(text))
    if fact.value == 1 and _SINGLE.search(_plain(text)):
        return
    if fact.value is not None and (told or key == "says") and not any(is_value(one, fact) for one in told):
        message = f"'{key}' does not hold the value {write_number(fact.value)}"
        yield Diagnostic("E108", message, text.span, f"let 'value' and '{key}' tell the same figure")


def _strange(
    fact: Fact,
    key: str,
    text: Text,
    numbers: tuple[Figure, ...],
    post_date: str,
    sentence: str,
    doubtful: list[str],
    before: str,
    around: str,
) -> Iterator[Diagnostic]:
    """Figures that are not the post's. 'One' is hardly a figure, and 'six countries' may be counted of a list."""
    plain = _plain(text)
    for one in figures(plain):
        if (
            one.values[0] == 1
            or (fact.value is not None and is_value(one, fact) and not counted_name(plain, one, sentence))
            or _told(one, fact, post_date, sentence)
        ):
            continue
        if not plain[one.start].isdigit() and one.values[0] in lengths(sentence):
            continue
        known = (*same_length(plain, sentence), *(place for place, _ in same_share(plain, sentence)))
        if any(start <= one.start < end for start, end in known):
            continue
        if what := counted_name(plain, one, sentence):
            message = f"'{plain[one.start : one.end]}' in '{key}' is the name of a '{what}' in the post, and no number"
            yield Diagnostic("E108", message, text.span, f"write '{what}' before it, or tell only what is counted")
            continue
        if not any(_is_same(one, other) for other in numbers):
            if one.is_year and any(_is_same(one, other) for other in figures(around)):
                continue  # 'the report of 2011'
            if any(_is_same(one, other) for other in figures(before)):
                told = plain[one.start : one.end]
                doubtful.append(f"'{told}' stands in a sentence before, and not in this one: is it told of the same?")
                continue
            if how := _follows(fact, plain, one, sentence):
                doubtful.append(f"'{plain[one.start : one.end]}' does not stand there, and {how}: is it meant so?")
                continue
            message = f"'{key}' holds '{plain[one.start : one.end]}', which is not there in the post"
            yield Diagnostic("E108", message, text.span, "tell only figures that stand in the post's sentence")


def _follows(fact: Fact, told: str, figure: Figure, sentence: str) -> str:
    """How a figure follows from others; that of `show` may do so by the words of `says` around it."""
    says = _plain(fact.says)
    ways = (reckoned(says, one, sentence) for one in figures(says) if one.values[0] == figure.values[0])
    return reckoned(told, figure, sentence) or next(filter(None, ways), "")


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one; 'third' may be the third or a part, and 'three' is neither."""
    return one.values[0] == other.values[0] or (one.values[-1] == other.values[-1] and one.is_rank and other.is_rank)


def _told(figure: Figure, fact: Fact, post_date: str, sentence: str) -> bool:
    """Whether a year is that of the fact, of the post, or only counted from the post's date: 'last fall'."""
    if not figure.is_year:
        return False
    year = figure.values[0]
    if any(int(post_date[:4]) - one.values[0] == year for one in figures(sentence) if _AGO.match(sentence, one.end)):
        return True
    if year == int(post_date[:4]) or (fact.as_of is not None and year == int(fact.as_of.value[:4])):
        return True
    return abs(year - int(post_date[:4])) <= 1 and bool(_RELATIVE.search(sentence))


def _plain(text: Text) -> str:
    return _normal(text.value)


@lru_cache(maxsize=16)  # each fact asks four times or more for its own texts
def _normal(text: str) -> str:
    return normalise(text).text
