"""Numbers in texts, in digits or in words: their value, what makes them rough, and the year that each is for."""

import re
from calendar import month_name
from functools import lru_cache

from msgspec import Struct, structs

from talkbuilder.claims.currencies import BEFORE, SIGNS, begins
from talkbuilder.claims.normal import lowered, may_stand


def _counted(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * at for at, word in enumerate(words.split())}


UNITS = _counted("zero one two three four five six seven eight nine ten eleven twelve thirteen", 0) | _counted(
    "fourteen fifteen sixteen seventeen eighteen nineteen", 14
)
TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
ORDINALS = _counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1) | _counted(
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 13
)
ORDINALS |= {"hundredth": 100, "thousandth": 1000}
_SCALES = {"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_PARTS = {"half": 0.5, "halve": 0.5, "third": 1 / 3, "quarter": 0.25} | {
    f"{part}th": 1 / of
    for part, of in zip(("fif", "six", "seven", "eigh", "nin", "ten", "twentie"), (5, 6, 7, 8, 9, 10, 20), strict=True)
}

_SMALL_PART = "(?:fif|six|seven|eigh|nin|ten|twentie)ths?"
_SCALE = "(?:hundred|dozen|thousand|million|billion|trillion)s?"
_AND = "(?:(?<=hundred)|(?<=thousand)|(?<=million)) and "
# An ordinal ends a number: 'twenty-first', and 'the first twelve' are two.
_ORDINAL_BEFORE = "(?<!first)(?<!second)(?<!third)(?<!th)"
_WORD = f"(?:{'|'.join(sorted((*UNITS, *TENS, *ORDINALS), key=len, reverse=True))})(?![a-z])"
# How a figure may begin; with it most words are passed over at their first letters, which takes a third of the time.
_BEGINNING = r"(?=\d|an?[ -]|dozen|eigh|eleven|fi[frv]|fo[ru]|hal[fv]|hundredth|nin|one|quarter|se[cv]|six|t[ehw]|zero)"
# '£12.5bn', and without a sign what is short for nothing else.
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FIGURE = re.compile(
    rf"\b{_BEGINNING}(?:(?<![\d.,])(?P<short>(?:(?<=[{SIGNS}]){_NUMBER} ?(?:k|m)|{_NUMBER} ?(?:mn|bn|tn))(?![a-z\d]))"
    rf"|(?<!\.)(?P<digits>\d{{1,3}}(?:[, ]\d{{3}})+(?![\d,]*\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:(?:[ -](?P<top>\d+))?/(?P<bottom>\d+)(?!\d))?(?:(?P<rank>st|nd|rd|th)|(?<=\d0)(?P<decade>s))?"
    rf"(?!(?!(?:[kcm]m|kg)\b)[a-z\d])"
    rf"(?:(?<!\b(?:19|20)\d\d)[ -](?P<scale>{_SCALE})\b)?"
    rf"|(?:(?P<few>an?|one|two|three)[ -])?(?P<part>half|halves|thirds?|quarters?)\b"
    rf"(?:(?: a)? (?P<portioned>{_SCALE})\b)?"
    rf"|(?P<fews>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<parts>{_SMALL_PART})\b"
    rf"|(?:one|1) (?:[a-z]+ (?=in \w+(?: (?:is|are|was|were|has|had|can)\b|[.,;]|\Z)))?"
    rf"(?:in|out of)(?: every)? (?P<share>{_WORD}|\d{{1,3}}(?!\d|[.,]\d))"
    rf"|(?P<words>(?:{_WORD}|a(?= {_SCALE}\b))(?:{_ORDINAL_BEFORE}(?:[ -]|{_AND})(?:{_WORD}|{_SCALE}\b))*)"
    r"(?: and (?:(?P<times>a|one|two|three) )?(?P<rest>half|quarter|third)s?\b)?|(?P<twice>twice)\b"
    r"|(?<!few )(?<!several )(?<!the )(?<!per )(?<!by )(?<!or )(?P<bare>dozen)\b(?= (?!of\b)[a-z]))",
)
_LAST_DAY = 31
_MONTH_BEHIND, _MONTH_BEFORE = (
    re.compile(rule.format("|".join(month_name[1:]))) for rule in (r" (?:of )?(?:{})\b", r"\b(?:{}) (?:the )?\Z")
)
_YEAR = r"(?:1[5-9]|20)\d\d"
# Between two of these a figure takes its year from its own side.
_COMPARISONS = (
    r"\b(?:compared (?:with|to)|than in"
    r"|(?:increased?|decreased?|rise|rose|drop|dropped|fell|fall|up|down|growth|declined?) from"
    r"|versus|vs\.?|(?:twice|half|times) as \w+|(?:the same(?: \w+)?|as many) as in (?P<same>(?:19|20)\d\d))\b|;"
)
_CHANGED = rf"\d\D* (?:in|of) (?P<year>{_YEAR}) to (?:[a-z]+ ){{0,2}}(?:{BEFORE})?\Z"
_OPENS = r",? (?:we|I|you|he|she|it|they|there|only|still|another)\b"  # a clause, behind its year
_LEADING = (
    r"(?:\A|[.;:,!?] (?:and |but |while |whereas )?|\b(?:and|but|while|whereas) )(?:already |again )?"
    r"(?:in|by|since|between|from|during|for|at the end of|early in|late in)"
    r"(?: the (?:year|summer|winter|spring)(?: of)?)? \Z"
)
_JOINED = r"(?:,? and| or| to|-|,| through| until)(?: in)? ?"


class Figure(Struct, frozen=True, gc=False):  # as in Span
    """A number where it stands; it has several values where it can be read so: 'a third' of them, or a third one."""

    start: int
    end: int
    values: tuple[float, ...]
    is_year: bool = False
    is_rank: bool = False  # 'ninth', '9th'; and what can be read so

    def has(self, value: float) -> bool:
        return any(abs(value - own) < 1e-6 * max(1.0, abs(own)) for own in self.values)


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """All numbers of a text in normal form."""
    found = [_figure(one, text) for one in _FIGURE.finditer(lowered(text))]
    for at, one in reversed([*enumerate(found)]):
        if one.is_rank and is_day(text, one):  # which ranks nothing
            found[at] = structs.replace(one, values=one.values[-1:], is_rank=False)
        elif at and (season := _season(found[at - 1], one, text)):
            found[at - 1 : at + 1] = [season]
    return tuple(found)


def _season(year: Figure, next: Figure, text: str) -> Figure | None:
    """Two years that run into one another, of '2013-14'; None where two figures are none."""
    first, last = year.values[0], next.values[0]
    is_one = year.is_year and text[year.end : next.start] == "-" and (first + 1) % 100 == last
    return Figure(year.start, next.end, (first, first + 1), True) if is_one and next.end - next.start == 2 else None


def is_day(text: str, figure: Figure) -> bool:
    """Whether it is the day of a date: '9 March', 'the ninth of March'; 'a third of March' is a part."""
    is_one = text[figure.start].isdigit() or (figure.is_rank and " " not in text[figure.start : figure.end])
    is_beside = _MONTH_BEHIND.match(text, figure.end) or _MONTH_BEFORE.search(text, 0, figure.start)
    return is_one and figure.values[-1] <= _LAST_DAY and is_beside is not None


def scale_of(unit: str) -> float:
    """What a unit multiplies by: a million for 'million people'."""
    words = unit.lower().split()
    return _SCALES.get(words[0].rstrip("s"), 1.0) if words else 1.0


def _figure(found: re.Match[str], text: str) -> Figure:
    start, end = found.span()
    if found["short"]:
        number = found["short"].rstrip(" kmbtn")
        return Figure(start, end, (float(number.replace(",", "")) * _SHORT[found["short"][len(number) :].strip()],))
    if found["share"]:
        of = _spelled(found["share"]) if found["share"].isalpha() else float(found["share"])
        return Figure(start, end, (1 / (of or 1),))
    if found["words"]:
        half = _PARTS[found["rest"]] * UNITS.get(found["times"] or "", 1) if found["rest"] else 0.0  # 'and a half'
        is_rank = re.split("[ -]", found["words"])[-1] in ORDINALS
        return Figure(start, end, (_spelled(found["words"]) + half,), False, is_rank)
    if found["parts"]:
        part, times = _PARTS[found["parts"].removesuffix("s")], UNITS.get(found["fews"], 1)
        # 'A sixth' is a part, or the sixth of some.
        also = (round(1 / part),) if times == 1 and not found["parts"].endswith("s") else ()
        return Figure(start, end, (part * times, *also), False, bool(also))
    if found["twice"]:
        return Figure(start, end, (2.0,))
    if found["bare"]:  # 'a mill dozen miles away'
        return Figure(start, end, (_SCALES["dozen"],))
    if found["part"]:
        part = _PARTS[found["part"].removesuffix("s")]
        few = found["few"] if found["few"] else ""
        rank = (3.0,) if found["part"] == "third" else ()
        rank = () if found["portioned"] or few == "two" else rank
        return Figure(start, end, (part * UNITS.get(few, 1) * _scale(found["portioned"]), *rank), False, bool(rank))
    value = _digits(found)
    is_plain = not (found["scale"] or found["rank"] or found["bottom"])
    is_year = is_plain and bool(re.fullmatch(_YEAR, found["digits"])) and begins(text, start) == start
    if is_year and found["decade"]:
        return Figure(start, end, tuple(value + year for year in range(10)), True)
    return Figure(start, end, (value,), is_year, bool(found["rank"]))


def _digits(found: re.Match[str]) -> float:
    value = float(found["digits"].replace(",", "").replace(" ", ""))
    if found["bottom"]:
        bottom = float(found["bottom"]) or 1.0
        value = value + float(found["top"]) / bottom if found["top"] else value / bottom
    return value * _scale(found["scale"])


def _scale(word: str | None) -> float:
    return _SCALES[word.removesuffix("s")] if word else 1.0


def _spelled(words: str) -> float:
    """'twenty-seven', 'two thousands', 'one hundred and five', 'ninth'."""
    total = current = 0.0
    for word in re.split(r"[ -]", words):
        if word in _SCALES or word.removesuffix("s") in _SCALES:
            current = (current or 1.0) * _scale(word)
            if _scale(word) > 100:
                total, current = total + current, 0.0
        else:
            current += UNITS.get(word, 0) or TENS.get(word, 0) or ORDINALS.get(word, 0)
    return total + current


def years_of(text: str, figure: Figure, others: tuple[Figure, ...]) -> frozenset[int]:
    """The years that a figure of a sentence is for; none where that cannot be told.

    It is the only year on the figure's side of a comparison, or else the nearest one with no other figure between.
    """
    cuts = [one for one in re.finditer(_COMPARISONS, lowered(text)) if not one.start() <= figure.start < one.end()]
    left = max((cut.end() for cut in cuts if cut.end() <= figure.start), default=0)
    behind = next((cut for cut in cuts if cut.start() >= figure.end), None)
    right = behind.start() if behind else len(text)
    other = year_before_to(text, figure)
    side = [
        one for one in others if left <= one.start < right and one != figure and not (one.is_year and one.has(other))
    ]
    also = {int(behind["same"])} if behind and behind["same"] else set()
    groups = year_groups(text, [one for one in side if one.is_year])
    if len(groups) == 1:
        return _years(groups[0]) | also
    after = [group for group in groups if group[0].start >= figure.end]
    before = [group for group in groups if group[-1].end <= figure.start]
    is_apart = not after or _leads(text, after[0]) or "," in text[figure.end : after[0][0].start]
    if before and is_apart and _leads(text, before[-1]):
        # 'In 2022 we were 38, and in 2024 we were 164'; 'By 2023 there were 38, the most since 1984'
        return _years(before[-1])
    for group in (*after, *reversed([group for group in groups if group not in after])):
        gap = (figure.end, group[0].start) if group in after else (group[-1].end, figure.start)
        if not any(gap[0] <= one.start < gap[1] for one in side):
            return _years(group) | also
    return frozenset()


def year_before_to(text: str, figure: Figure) -> int:
    """The year before a change to a figure, as in 'from 90 in 2015 to 260'; 0 where none is told."""
    return int(found["year"]) if (found := re.search(_CHANGED, lowered(text[: figure.start]))) else 0


def _leads(text: str, years: list[Figure]) -> bool:
    """Whether a clause begins with years: what it counts is counted in them."""
    return re.search(_LEADING, lowered(text[: years[0].start])) is not None


def year_groups(text: str, years: list[Figure]) -> list[list[Figure]]:
    """Years that are named in one breath, as '2009 and 2010', together."""
    groups: list[list[Figure]] = []
    for year in years:
        is_joined = bool(groups) and bool(re.compile(_JOINED).fullmatch(text, groups[-1][-1].end, year.start))
        if is_joined and (_leads(text, groups[-1]) or not re.compile(_OPENS).match(text, year.end)):
            groups[-1].append(year)
        else:
            groups.append([year])
    return groups


def _years(group: list[Figure]) -> frozenset[int]:
    return frozenset(int(year.values[0]) for year in group)


# What makes a figure rough, and what the `precision` of a fact must then be.
_ROUGH = tuple(
    (words, rf"\b(?:{words}) (?:only |just |the |a |an |{BEFORE})*$", precisions)
    for words, precisions in (
        (
            r"about|around|approximately|roughly|some|circa|an estimated|(?:is |was |were )?estimated (?:at|to be)"
            r"|or so",
            ("about",),
        ),
        (r"at least|no (?:fewer|less) than|a minimum of|at the very least", ("at-least",)),
        (
            r"(?<!no )more than|over|above|upwards of|exceeding|in excess of|(?:old|tall|long|larg|great|high)e?r than",
            ("over", "at-least"),
        ),
        (r"almost|nearly|close to|just under|not quite|virtually|just short of", ("almost",)),
        (
            r"(?<!went )(?<!go )(?<!goes )(?<!gone )(?<!going )up to|at most|no more than|as many as|as much as"
            r"|a maximum of|the most that",
            ("at-most", "range"),
        ),
        (
            r"(?<!no )less than|(?<!no )fewer than|under|below|not even|(?:young|small|short|cheap|low)er than",
            ("almost", "range", "at-most"),
        ),
        (r"between|(?:ranging )?from", ("range",)),
    )
)
_ROUGH_BEHIND = r" (?:\w+ )?or (?P<more>more)\b| (?:\w+ )?or (?P<so>so)\b"
_LONGEST_ROUGH = 36  # characters
_BEFORE_DIGITS = frozenset({"some", "under", "above", "below"})  # 'some two villages' tells of no rough number


class Rough(Struct, frozen=True):
    """What makes a figure rough: its place, its words, and the precisions of a fact that say the same."""

    start: int
    end: int
    words: str
    precisions: tuple[str, ...]


def rough(text: str, figure: Figure) -> Rough | None:
    """What makes a figure rough: the words right before it, or an 'or so' right behind it."""
    lead = lowered(text[max(0, figure.start - _LONGEST_ROUGH) : figure.start])
    for words, before, precisions in _ROUGH:
        if may_stand(words, lead) and (found := re.search(before, lead)):
            told = lead[found.start() : begins(lead, len(lead))].strip()
            if not _is_exact(text, figure, told):
                start = figure.start - len(lead) + found.start()
                return Rough(start, start + len(told), told, precisions)
    if found := re.compile(_ROUGH_BEHIND).match(text, figure.end):
        precisions = ("at-least", "over") if found["more"] else ("about",)
        return Rough(found.start(), found.end(), found[0].strip(), precisions)
    return None


def ways_of(lead: str) -> frozenset[str]:
    """In which ways the words at the end of a text make the figure behind them rough."""
    found = (own for _, before, own in _ROUGH if re.search(before, f"{lowered(lead)} "))
    return frozenset(next(found, ()))


def is_rough(text: str, precisions: tuple[str, ...]) -> bool:
    """Whether a text has, somewhere, words that make a figure rough in one of these ways."""
    low = lowered(text)
    if {"at-least", "about"} & set(precisions) and re.search(_ROUGH_BEHIND, low):
        return True
    meant = (words for words, _, own in _ROUGH if not {*own}.isdisjoint(precisions) and may_stand(words, low))
    return any(re.search(rf"\b(?:{words})\b", low) for words in meant)


def _is_exact(text: str, figure: Figure, words: str) -> bool:
    """'from 2009', 'between two villages' and 'over the one bridge' tell of no rough number."""
    first = words.split()[0]
    if figure.is_year or lowered(text[figure.start : figure.end]) in ("one", "first"):
        return True
    if first in ("between", "from", "ranging"):
        return not re.match(rf" (?:and|to|or) (?:\w+-)?[\w{SIGNS}]", text[figure.end : figure.end + 12])
    is_small = not text[figure.start].isdigit() and figure.values[0] in range(1, 13)
    return "the" in words.split()[1:] or (first in _BEFORE_DIGITS and is_small)
