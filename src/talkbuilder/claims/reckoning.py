"""What follows from the figures of a text: other units, shares, sums, differences, multiples, roundings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import isclose
from typing import Literal

from msgspec import Struct

from talkbuilder.claims.currencies import MEASURES, SIGNS, begins, measure, of_number
from talkbuilder.claims.figures import Figure, figures, rough
from talkbuilder.claims.normal import Range, lowered
from talkbuilder.claims.texts import Word, clauses, sentence_ranges, stem, words

MONTHS = "months"  # what years and months measure
_PREFIXES = {"": 1, "kilo": 1e3, "k": 1e3, "mega": 1e6, "m": 1e6, "giga": 1e9, "g": 1e9}
# Units by what they measure, each with its size in the unit that has the size 1.
_MEASURES: Mapping[str, Mapping[str, float]] = {
    "time": {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600},
    MONTHS: {"month": 1, "year": 12, "decade": 120, "century": 1200},
    "length": {"millimeter": 0.001, "centimeter": 0.01, "meter": 1, "kilometer": 1000, "km": 1000, "mm": 0.001}
    | {"cm": 0.01, "m": 1, "inch": 0.0254, "foot": 0.3048, "feet": 0.3048, "yard": 0.9144, "mile": 1609.344},
    "weight": {"gram": 0.001, "milligram": 1e-6, "microgram": 1e-9, "kilo": 1, "kilogram": 1, "kg": 1, "g": 0.001}
    | {"ton": 1000, "tonne": 1000, "ounce": 0.0283, "pound": 0.4536},
    "area": {"hectare": 1, "acre": 0.4047},
    "volume": {"liter": 1, "milliliter": 0.001, "gallon": 3.785, "pint": 0.568},
    "energy": {f"{prefix}{unit}": size for prefix, size in _PREFIXES.items() for unit in ("watthour", "wh")},
    "power": {f"{prefix}{unit}": size for prefix, size in _PREFIXES.items() for unit in ("watt", "w")},
    "share": {"percent": 1, "%": 1, "percentage": 1},
    "degrees": {"degree": 1, "°c": 1, "°": 1},
    "dollars": MEASURES["dollars"] | {"cent": 0.01},
}
_UNITS = {
    form: (measure, float(factor))
    for measure, units in {**MEASURES, **_MEASURES}.items()
    for unit, factor in units.items()
    for form in ((stem(unit), unit) if unit.isalpha() else (unit,))
}
_AREA, _VOLUME = ("area", 2, 1e-4), ("volume", 3, 1e3)  # of a meter, in hectares and in liters
_RAISED = {"square ": _AREA, "²": _AREA, "cubic ": _VOLUME, "³": _VOLUME}
YEAR = _MEASURES[MONTHS]["year"]
_POUND = _MEASURES["weight"]["pound"]
_BEHIND = (
    rf"[ -]?(?P<sign>%|°c|°|[{SIGNS}](?! ?\d)|per ?cent\b)"
    r"|[ -]?(?:(?:of )?an? |full |whole |long |more )?"
    r"(?P<raised>square |cubic )?(?P<unit>[a-z]*watt[ -]hours?|[a-z]+)"
)
_AND_A_PART = r",? and (?P<part>a half|a quarter|three quarters)\b"
_PARTS = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}
_ONE_AND = r"\ban? (?P<unit>[a-z]+) and \Z"  # an hour and, before its half
_ONE = r"\b(?:(?:an?|one|every|each)(?! second)(?: (?:whole|full|other))?|per) (?P<unit>[a-z]+)"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|\d[\d,]*)"
_EVERY = r"\bevery \Z"
_SHARE = rf"\b(?P<few>{_FEW})(?: [a-z]+){{0,3}}? (?:in|out of|of)(?: every| the)? (?P<many>{_FEW})\b"
_TWICE = {"both": 2.0, "couple": 2.0, "pair": 2.0, "twin": 2.0, "once": 1.0, "twice": 2.0, "thrice": 3.0}
TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "tenfold": 10.0, "twofold": 2.0}
# From what share of the true number to what share a rough one may be.
_ROUGHLY = {
    "about": (0.9, 1.1),
    "over": (0.8, 1.0),
    "at-least": (0.8, 1.0),
    "at-most": (1.0, 1.2),
    "almost": (1.0, 1.2),
    "range": (0.8, 1.2),
}
_EXACT = 0.005
_ROUNDED = 0.5  # 607 of 'two thirds of 910', which are 606.7
_EQUAL = 1e-9  # 5.1 - 3.8 is not quite 1.3 to a computer
_FAR_SHARE = 1.25  # and a small one, as a multiple
_NEXT_SHARE = 1.34  # how many times the other one is the greater of a share and its 'more than' or 'fewer than'
_MOST_OF = 100  # 'four out of five', 'one in a hundred'; what is more is counted
_OF_A_SHARE = 0.04  # how far 'four out of five' may be from 80.7 %
_MOST = 10  # figures of a text beyond which too much would follow from them
_LIST_ENDS = r",? (?:and|or|as well as) "
_LONGEST_ITEM = 5  # words
# What makes a product of two figures, and a quotient of them: 'two horses each', 'three times as many'.
_EACH = r"\b(?:each|every|apiece|per|times|on average|an average|average)\b"
_TIMES_AS = r"(?: or \w+)?(?:-?fold| times)\b"
_AS_MANY = r"(?: times)? as (?:many|much|long|often|far|\w+ly)\b"
_JOINED = r"(?: [\w-]+){0,5}(?:,| and|, and| or| to| but| by)(?: [a-z]+)? ?"  # '24 women and 17 men'
_MORE_BY = r"(?: [a-z]+){0,2} (?:more|fewer|less|\w{2,}er than)\b"  # 'four fewer', 'nine years older than'
_AS_TOLD = r" (?:of (?:them|these|those)|more|fewer|less)\b"  # which name again what was named
_NOUN = 2  # words between a figure and its 'a day'
_IN_DAYS = {"time": 1 / 86400, MONTHS: 365.25 / YEAR}
_CLOSED = r"%?[),;:]"  # right behind a figure, as in '(27), the cogs': its clause ends there
_WINDOW = 3  # words behind a figure, among which is what it counts
_BEFORE_NOUNS = frozenset(
    ("of", "the", "these", "those", "our", "his", "her", "their", "its", "my", "more", "other", "percent")
)
_FAR = 120  # characters between figures that are reckoned with one another


def measure_of(unit: str) -> str:
    """What a unit measures: "time" of days; "" of things that are counted."""
    known = _known(unit.lower().strip())
    return known[0] if known else ""


def _known(unit: str) -> tuple[str, float] | None:
    name = re.sub("(?<=watt)[ -]", "", unit)
    return _UNITS.get(name) or _UNITS.get(stem(name))


class Amount(Struct, frozen=True, gc=False):  # as in Span
    """A figure with its unit: `value` is in the unit of size 1 of its measure; things that are counted have none."""

    figure: Figure
    value: float
    measure: str = ""
    end: int = 0  # behind its unit
    sign: int = 0  # characters before the figure: those of '$ '

    @property
    def start(self) -> int:
        return self.figure.start - self.sign

    @property
    def is_pound(self) -> bool:
        """Whether it is told in pounds, which are money or a weight."""
        is_weight = self.measure == "weight" and self.value == self.figure.values[0] * _POUND
        return is_weight or self.measure == "pounds"


Kind = Literal["same", "share", "reckoned", "rest", "beside"]


class Sum(Struct, frozen=True):
    """How a figure follows from others, as it is shown to a person: "171 of 212 are 80.7 %".

    "same" is the same amount told otherwise, "share" what part one figure is of another, "reckoned" what else two
    or more make, "rest" what a share leaves of the whole, "beside" a figure that stands near the passage.
    """

    shown: str
    kind: Kind = "same"
    parts: tuple[Amount, ...] = ()  # what is made round


@lru_cache(maxsize=2048)
def amounts(text: str) -> tuple[Amount, ...]:
    """The figures of a text in normal form, each with its unit."""
    low = lowered(text)
    return tuple(_amount(low, found) for found in figures(text))


def _amount(low: str, figure: Figure) -> Amount:
    value, end = figure.values[0], figure.end
    whole = re.compile(_ONE_AND).search(low, 0, figure.start) if value < 1 else None
    if whole and (unit := _UNITS.get(stem(whole["unit"]))):
        return Amount(figure, (1 + value) * unit[1], unit[0], end)
    if (start := begins(low, figure.start)) < figure.start:
        return Amount(figure, value, measure(of_number(low, figure.start, end)), end, sign=figure.start - start)
    if found := re.compile(_BEHIND).match(low, end):
        sign = (found["sign"] or "").strip()
        if known := _known("%" if sign.startswith("per") else sign or found["unit"]):
            end = found.end()
            if known[0] == "length" and (raised := _RAISED.get(found["raised"] or low[end : end + 1])):
                known = raised[0], known[1] ** raised[1] * raised[2]
            if rest := re.compile(_AND_A_PART).match(low, end):
                value, end = value + _PARTS[rest["part"]], rest.end()
            return Amount(figure, value * known[1], known[0], end)
    return Amount(figure, value, "", end)


@lru_cache(maxsize=2048)
def lengths(text: str) -> Mapping[tuple[str, float], Range]:
    """What is measured without a figure: 'a week', 'per hour', by (measure, value), with the place of each."""
    found: dict[tuple[str, float], Range] = {}
    for one in re.finditer(_ONE, lowered(text)):
        if known := _UNITS.get(stem(one["unit"])):
            found.setdefault(known, one.span())
    return found


def follows(text: str, amount: Amount, source: str, near: str = "") -> Sum | None:
    """How a figure of a text follows from the figures of its source; None where it does not.

    Of two figures one stands in the source itself, and the other may stand `near` it; what a share leaves of the whole
    is that of a share of the source.
    """
    figure, value = amount.figure, amount.figure.values[0]
    own, source = len(source), f"{source} {near}" if near else source
    theirs = [one for one in amounts(source) if not one.figure.is_year]
    if figure.is_year or len(theirs) > _MOST:
        return None
    inside = [one for one in theirs if one.figure.start < own]
    share, whole_share = _share(text, figure, amount)
    many = next((one for one in reversed(figures(text)) if one.end == whole_share.end), figure)
    if whole_share != figure and any(one.figure.has(many.values[0]) for one in theirs):
        share, whole_share = 0.0, figure  # '12 of the 40' counts them, where '12 in 40' of many is a share
    hedge = rough(text, whole_share)
    precisions = hedge.precisions if hedge else ()
    if how := _other_unit(amount, inside, source, precisions) or _counted(text, figure, source[:own]):
        return Sum(how)
    if how := at_another_rate(text, amount, source):
        return Sum(how, "reckoned")
    if amount.measure == MONTHS and (how := _between_years(amount, source, precisions)):
        return Sum(how, "reckoned")
    is_as = re.compile(_AS_MANY).match  # 'half as many' of 'twice as many'
    for one in inside:
        if one.measure == amount.measure and _rounds(value, one.figure.values[0], precisions):
            return Sum(f"{_show(one, source)} made round", parts=(one,))
        if abs(value * one.figure.values[0] - 1) < _EQUAL and is_as(text, figure.end) and is_as(source, one.figure.end):
            return Sum(f"the '{_show(one, source)}' of the passage, seen from the other side", "reckoned")
    for one in inside if share else ():
        part, _ = _share(source, one.figure, one)
        apart = abs(part - share)
        if part and ((apart < _EXACT and apart <= _OF_A_SHARE * part) or (hedge and _rounds(share, part, precisions))):
            return Sum(f"the same as {_show(one, source)}")
        if part and _near_share(share, 1 - part, precisions):
            return Sum(f"all but {_show(one, source)}", "rest")
    for one, other in combinations(theirs, 2):
        if other.figure.start - one.figure.end > _FAR or one.figure.is_rank != other.figure.is_rank:
            continue
        if min(one.figure.start, other.figure.start) >= own:
            continue
        part, whole = sorted((_number(one), _number(other)))
        taken = part * whole
        if 0 < part < 1 <= taken and (abs(value - taken) < _ROUNDED or (hedge and _rounds(value, taken, precisions))):
            return Sum(f"{part:.0%} of {_told(whole)} are {_told(taken)}".replace("%", " %"), "reckoned")
        if part <= 1:
            continue
        if found := next(_of_two(text, amount, share, precisions, (one, other), source, own), None):
            return found
    how = _of_all(value, inside, source, amount.measure)
    return Sum(how, "reckoned") if how else None


def _told(number: float) -> str:
    """A number as people write it."""
    return f"{number / 1e6:,.6g} million" if abs(number) >= 1e6 else f"{number:,.6g}"


def _show(one: Amount, source: str) -> str:
    return source[one.figure.start : max(one.figure.end, one.end)]


def at_another_rate(text: str, amount: Amount, source: str) -> str:
    """'$1,800 a year' of '$150 a month'."""
    rate, hedge = rate_of(text, amount)[0], rough(text, amount.figure)
    for one in amounts(source) if rate else ():
        other = rate_of(source, one)[0] if one.measure == amount.measure and not one.figure.is_year else 0.0
        if not other or other == rate:
            continue
        true, times = one.figure.values[0] * rate / other, max(rate, other) / min(rate, other)
        value = amount.figure.values[0]
        if _is(value, true) or (hedge and _rounds(value, true, hedge.precisions)):
            return f"{_show(one, source)} {'x' if rate > other else '/'} {times:.4g} = {_told(true)}"
    return ""


def rate_of(text: str, amount: Amount) -> tuple[float, int]:
    """How many days the rate is of that stands behind an amount, and its end: 7 of '$20 a week'; 0 for none."""
    for (measured, size), (start, end) in lengths(text).items():
        is_behind = amount.end <= start and len(words(text[amount.end : start])) <= _NOUN
        if is_behind and measured in _IN_DAYS:
            return size * _IN_DAYS[measured], end
    return 0.0, amount.end


def _between_years(amount: Amount, source: str, precisions: Sequence[str]) -> str:
    """'Six years' of '2012 … 2018'."""
    years = sorted({int(one.values[0]) for one in figures(source) if one.is_year})
    length = amount.value / YEAR
    for first, last in combinations(years, 2):
        if length == last - first or (precisions and _rounds(length, last - first, precisions)):
            return f"{last} - {first} = {last - first:,g}"
    return ""


def _other_unit(amount: Amount, theirs: Sequence[Amount], source: str, precisions: Sequence[str]) -> str:
    """Half a year is six months; 'a week' is seven days."""
    if not amount.measure:
        return ""
    size = amount.value / (amount.figure.values[0] or 1.0)
    for one in theirs:
        if one.measure == amount.measure and (
            abs(one.value - amount.value) < 1e-6 * max(1.0, one.value)
            or (precisions and _rounds(amount.figure.values[0], one.value / size, precisions))
        ):
            return f"the same as {_show(one, source)}"
    if any(name == amount.measure and abs(size - amount.value) < 1e-6 for name, size in lengths(source)):
        return "told there without a figure"
    return ""


def _counted(text: str, figure: Figure, source: str) -> str:
    """Two of 'both', and three of 'Uzbekistan, Russia and Ukraine'."""
    value, low = figure.values[0], lowered(source)
    for word in words(source):
        stemmed = next((times for begins, times in TIMES.items() if word.text.startswith(begins)), 0.0)
        if value in (_TWICE.get(word.text, 0.0), stemmed) or (stemmed and abs(1 / stemmed - value) < 1e-9):
            return f"told there as '{word.text}'"
    is_often = text.startswith(" times", figure.end) or text[figure.start : figure.end].lower() == "twice"
    ranks = (one for one in figures(source) if is_often and one.is_rank and low.startswith(" time", one.end))
    if last := next((one for one in ranks if one.values[-1] == value), None):
        return f"the last there is the {source[last.start : last.end]}"
    if not text[figure.start].isdigit() and any(value == count for count in listed(low)):
        return "as many as are listed there"
    return ""


@lru_cache(maxsize=512)
def listed(text: str) -> frozenset[int]:
    """How many things the lists of a text name: 'Uzbekistan, Russia and Ukraine' are three."""
    return frozenset(_length(text[: found.start()]) for found in re.finditer(_LIST_ENDS, text))


def _length(before: str) -> int:
    """How long a list is whose last thing stands behind an 'and': its first thing is the end of something longer."""
    _, *things = re.split(r"[;:.]", before)[-1].split(",")
    length = 2
    for thing in reversed(things):
        if len(thing.split()) > _LONGEST_ITEM:
            break
        length += 1
    return length


def _number(amount: Amount) -> float:
    """A figure as one reckons with it: three of 'third'."""
    return amount.figure.values[-1 if amount.figure.is_rank else 0]


def _rounds(value: float, true: float, precisions: Sequence[str], exact: float = _EXACT) -> bool:
    """Whether a figure is the true one, or rough as its words say and near enough."""
    if not true:
        return False
    near = [_ROUGHLY[one] for one in precisions if one in _ROUGHLY]
    if near:
        is_rounder = value < 1 or value == true or _grain(value) > _grain(true)
        return is_rounder and any(low * true - 1e-9 <= value <= high * true + 1e-9 for low, high in near)
    return abs(value - true) <= exact * abs(true) and value != int(value)


def _grain(value: float) -> float:
    """Of what a number is a round multiple: 5 of 45, 100 of 186,400, 0.1 of 11.7."""
    digits, power = f"{value:.5e}".split("e")
    digits = digits.rstrip("0.")
    grain = 10.0 ** (int(power) - max(0, len(digits) - 2))
    return grain * 5 if digits.endswith("5") else grain


def _share(text: str, figure: Figure, amount: Amount) -> tuple[float, Figure]:
    """The share that a figure tells: 0.8 of '80 percent', of 'four out of five', and of 'four fifths'; 0 for none.

    And all of it as a figure, before which a 'nearly' stands: 'four out of five'.
    """
    value = figure.values[0]
    if amount.measure == "share":
        return value / 100, figure
    if 0 < value < 1:
        return value, figure
    if figure.is_rank and re.compile(_EVERY).search(lowered(text), 0, figure.start):
        return 1 / figure.values[-1], figure  # 'every tenth'
    return _shares(text).get(figure.start, (0.0, figure))


def is_share(text: str, amount: Amount) -> bool:
    """Whether a figure tells what part something is: 'a third', '80 percent', 'one nurse in four'."""
    return _share(text, amount.figure, amount)[0] > 0


@lru_cache(maxsize=64)
def _shares(text: str) -> Mapping[int, tuple[float, Figure]]:
    """The shares that a text tells with two figures, 'four out of five', by where each of the two begins."""
    told: dict[int, tuple[float, Figure]] = {}
    for found in re.finditer(_SHARE, lowered(text)):
        few, many = (
            next((one for one in figures(text) if one.start == found.start(name)), None) for name in ("few", "many")
        )
        if few and many and not many.is_year and few.values[0] < many.values[0] <= _MOST_OF:
            share = few.values[0] / many.values[0]
            for one in (few, many):
                told.setdefault(one.start, (share, Figure(few.start, many.end, (share,))))
    return told


def things(text: str, figure: Figure) -> frozenset[str]:
    """The stems of the words right behind a figure, up to the end of its clause, or to the next figure behind them."""
    if re.compile(_CLOSED).match(text, figure.end):
        return frozenset()
    sentence_end = next((end for start, end in sentence_ranges(text) if figure.end <= end), len(text))
    end = next((end for _, end in clauses(text, figure.end, sentence_end)), figure.end)
    numbers, every = figures(text), words(text)
    behind: list[Word] = []
    for word in every[bisect_left(every, figure.end, key=lambda word: word.start) :]:
        number = numbers[bisect_right(numbers, word.start, key=lambda one: one.start) - 1]
        if number.start <= word.start < number.end or (not behind and word.text in _BEFORE_NOUNS):
            continue
        is_end = word.start >= end or len(behind) == _WINDOW or not word.is_content
        if is_end or (behind and behind[0].end <= number.start):
            break
        behind.append(word)
    return frozenset(word.stem for word in behind)


def _are_alike(one: Amount, other: Amount, source: str, own: int) -> bool:
    """Whether two figures count the same, so that one can be added to the other: '180 metres … 27 metres', 'nine days,
    two fewer', '24 women and 17 men'. One that stands beside the source must name what it counts, or say 'more'.
    """
    first, second = sorted((one, other), key=lambda it: it.figure.start)
    if one.measure and other.measure:
        is_unit = isclose(one.value * other.figure.values[0], other.value * one.figure.values[0])  # hours and hours
        return one.measure == other.measure and is_unit
    mine, others = (things(source, it.figure) for it in (one, other))
    if mine & others:
        return True
    if second.figure.start >= own:
        return any(re.compile(_AS_TOLD).match(lowered(source), it.figure.end) for it in (one, other))
    is_listed = re.compile(_JOINED).fullmatch(lowered(source), first.figure.end, second.figure.start) is not None
    return is_listed or not (mine and others) or any(_is_difference(source, it) for it in (one, other))


def _is_difference(text: str, amount: Amount) -> bool:
    """Whether it says by how much something differs: 'four fewer', 'nine years older than'."""
    return re.compile(_MORE_BY).match(lowered(text), amount.figure.end) is not None


def _of_two(
    text: str, amount: Amount, share: float, precisions: Sequence[str], pair: Sequence[Amount], source: str, own: int
) -> Iterator[Sum]:
    one, other = pair
    is_alike = _are_alike(one, other, source, own)
    is_inside = max(one.figure.start, other.figure.start) < own
    value, first, second = amount.figure.values[0], _number(one), _number(other)
    small, large = sorted((first, second))
    shown, also, low = _show(one, source), _show(other, source), lowered(text)
    if small <= 0 or (one.measure != other.measure and one.measure and other.measure):
        return
    if share and large > small and (is_inside or one.measure == other.measure):
        for part, told in (
            (small / large, f"{_told(small)} of {_told(large)}"),
            ((large - small) / large, f"{_told(large - small)} of {_told(large)}"),
            ((large - small) / small, f"{_told(large - small)} more than {_told(small)}"),
        )[: 3 if is_inside or is_alike else 1]:  # figures that stand apart differ so by chance
            if _near_share(share, part, precisions) or (part == small / large and _is_bound(share, part, precisions)):
                kind: Kind = "share" if part == small / large else "reckoned"
                yield Sum(f"{told} are {part:.1%}".replace("%", " %"), kind)
    if not share and value == first * second and re.search(_EACH, lowered(source)):
        yield Sum(f"{shown} x {also} = {_told(value)}", "reckoned")
    for result in (large + small, large - small) if is_alike else ():
        if abs(value - result) < _EQUAL or (precisions and _rounds(value, result, precisions)):
            sign, taken = ("+" if result > large else "-"), (shown, also)
            told = f" {sign} ".join(taken if sign == "+" or first > second else taken[::-1])
            yield Sum(f"{told} = {_told(result)}", "reckoned")
    as_many = (re.compile(_AS_MANY).match(source, it.figure.end) for it in pair)
    is_multiple = text[amount.figure.start : amount.figure.end].isalpha() and amount.figure.values == (2.0,)
    is_multiple = is_multiple or re.compile(_TIMES_AS).match(low, amount.figure.end) is not None or any(as_many)
    is_rate = one.measure != other.measure and is_inside  # '60 km in five hours'
    is_quotient = not share and large > small and (is_multiple or re.search(_EACH, low) is not None or is_rate)
    if is_quotient and (_is(value, large / small) or (precisions and _rounds(value, large / small, precisions))):
        yield Sum(f"{_told(large)} / {_told(small)} = {_told(float(f'{large / small:.3g}'))}", "reckoned")


def _near_share(share: float, true: float, precisions: Sequence[str]) -> bool:
    if precisions and _rounds(share, true, precisions):
        return True
    is_percent = abs(share * 100 - round(share * 100)) < 1e-9 and share not in (0.5, 0.25, 0.75, 0.2, 0.4, 0.6, 0.8)
    if not true / _FAR_SHARE <= share <= true * _FAR_SHARE:
        return False
    return abs(share - true) <= (0.0051 if is_percent else _OF_A_SHARE)


def _is_bound(share: float, true: float, precisions: Sequence[str]) -> bool:
    """'Fewer than one in five' of 16 percent, 'more than half' of two thirds: few shares are told so shortly."""
    if "over" in precisions:
        return share <= true <= share * _NEXT_SHARE
    return {"almost", "range"} <= {*precisions} and true <= share <= true * _NEXT_SHARE


def _is(value: float, true: float) -> bool:
    return abs(value - true) <= _EXACT * true


def _of_all(value: float, theirs: Sequence[Amount], source: str, measure: str) -> str:
    """The sum of three or more that are counted alike."""
    same = [one for one in theirs if one.measure == measure and not one.figure.is_rank]
    for whole, one, other in combinations(same, 3):
        if value == whole.figure.values[0] - one.figure.values[0] - other.figure.values[0]:
            return f"{_show(whole, source)} - {_show(one, source)} - {_show(other, source)} = {_told(value)}"
    is_alike = all(_are_alike(one, other, source, len(source)) for one, other in pairwise(same))
    if len(same) > 2 and is_alike and value == sum(one.figure.values[0] for one in same):
        return f"{' + '.join(_show(one, source) for one in same)} = {_told(value)}"
    return ""
