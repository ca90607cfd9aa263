"""Figures that do not stand in a passage, and follow from those that do: 'twice as many', 'some 80', 'three days'."""

import re
from collections.abc import Iterator
from itertools import combinations

from talkbuilder.evidence.figures import Figure, figures
from talkbuilder.evidence.normal import lowered

# Which words before a figure make it rough, and from what share of the true number to what share it may then be.
_ROUGHLY = (
    (re.compile(r"\b(?:about|around|some|roughly|approximately|circa) (?:\$ ?)?\Z"), 0.93, 1.07),
    (re.compile(r"\b(?:more than|over|at least|above|well over|upwards of) (?:\$ ?)?\Z"), 0.8, 1.0),
    (re.compile(r"\b(?:almost|nearly|close to|just under|not quite|less than|fewer than|under) (?:\$ ?)?\Z"), 1.0, 1.2),
)
_DIGITS_OF_ROUND = 2  # that are no zero: 'some 80', 'about 150'
_EXACT = 0.005
_DIFFERS = re.compile(r"\W*(?:\w+ ){0,2}?(?:more|fewer|less|higher|lower|older|younger|longer|shorter)\b")
_BY = re.compile(r"\bby (?:about |almost |nearly |over |more than |some )?(?:\$ ?)?\Z")
_APART = re.compile(r"\b(?:saves?|saved|saving|discount|difference|gap|cheaper|dearer)\b")
_TOTAL = re.compile(r"\b(?:in all|in total|altogether|together|total|overall|combined|all told|sum)\b")
_TIMES = re.compile(r"[ -](?:times|as|fold|that)\b")
_NO_SHARE = re.compile(r"[ -]an? |-")  # 'half a year'
_SPAN = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    r"|jul|aug|sept?|oct|nov|dec)\.? (?P<first>\d{1,2})(?:st|nd|rd|th)?(?: ?- ?| to | until | through )"
    r"(?P<last>\d{1,2})(?:st|nd|rd|th)?\b(?![,.]?\d)"
)
_LARGER = re.compile(r"\b(?:\w{2,}er|more|ahead|before|above)\b")
_NEAR = 60  # characters between what is added up
_AND = re.compile(r"^[^.;:,\d]*\band\b[^.;:,\d]*$")
_TIMES_OF = re.compile(r" \w+ (?:of|with) ")  # 'two teams of six'
_TWO = re.compile(r"\b(?:another|the other|both)\b")
_DAYS = re.compile(r"[ -](?:\w+ )?days?\b")
_NO_AMOUNT = re.compile(r"twice\b|half\b|[\w,.]+ (?:times|years?|months?|weeks?|days?|hours?|minutes?)\b|\d+\(")
_MOST = 8  # figures of a passage beyond which too much would follow from them


def reckoned(told: str, figure: Figure, text: str) -> str:
    """How a figure of a statement follows from the figures of a passage; "" where it does not."""
    low, value = lowered(told), figure.values[0]
    posts = [(one, text[one.start : one.end]) for one in figures(text) if _counts(one, text)]
    if _DAYS.match(low, figure.end):
        for span in _SPAN.finditer(lowered(text)):
            if int(span["last"]) - int(span["first"]) + 1 == value:
                return f"follows from '{text[span.start() : span.end()]}'"
    if figure.is_year or (figure.is_rank and len(figure.values) == 1) or len(posts) > _MOST:
        return ""
    if value == 2 and (found := _TWO.search(lowered(text))):
        return f"follows from '{found[0]}'"
    if _LARGER.search(low):
        for one in figures(text):
            if one.is_rank and one.values[0] == value + 1:
                return f"follows from '{text[one.start : one.end]}'"
    for post, words in posts:
        if _is_rounded(value, post.values[0], low, figure):
            return f"is '{words}' made round"
    return next(_of_two(low, figure, posts, text), "")


def _counts(figure: Figure, text: str) -> bool:
    """Whether a figure is an amount of something, and no date, rank, length of time or multiple."""
    low = lowered(text)
    is_name = figure.start and low[figure.start - 1] == "-"
    return not (figure.is_year or figure.is_rank or is_name or _NO_AMOUNT.match(low, figure.start))


def _is_rounded(value: float, true: float, low: str, figure: Figure) -> bool:
    if true != int(true) and value in (int(true), int(true) + 1):  # 'more than three' are three and a half
        return _is_so(value, true, low, figure, needs_word=True)
    is_round = len(f"{value:.0f}".rstrip("0")) <= _DIGITS_OF_ROUND and value >= 10 and value == int(value)
    return is_round and _is_so(value, true, low, figure, needs_word=True)


def _is_so(value: float, true: float, low: str, figure: Figure, *, needs_word: bool = False) -> bool:
    """Whether a figure, with the word before it that makes it rough, is the true number."""
    for words, least, most in _ROUGHLY:
        if words.search(low, 0, figure.start):
            return least * true <= value <= most * true and value != true
    return not needs_word and abs(value - true) <= _EXACT * abs(true)


def _of_two(low: str, figure: Figure, posts: list[tuple[Figure, str]], text: str) -> Iterator[str]:
    value = figure.values[0]
    is_total, is_apart = (
        _TOTAL.search(low),
        _DIFFERS.match(low, figure.end) or _BY.search(low, 0, figure.start) or _APART.search(low),
    )
    is_by = _BY.search(low, 0, figure.start)
    is_share = low.startswith("%", figure.end) or low.startswith(" percent", figure.end)
    is_part = 0 < value < 1 and not _NO_SHARE.match(low, figure.end)
    is_times = value > 1 and (_TIMES.match(low, figure.end) or low[figure.start : figure.end] == "twice")
    for (one, first), (other, second) in combinations(posts, 2):
        small, large = sorted((one.values[0], other.values[0]))
        between = lowered(text[one.end : other.start])
        is_joined = len(between) < _NEAR and bool(_AND.search(between)) and not is_share and not is_part
        is_of = bool(_TIMES_OF.fullmatch(between))
        if not 0 < small < large and not (is_joined or is_of):
            continue
        if is_total and _is_so(value, small + large, low, figure):
            yield f"is '{first}' and '{second}' together"
        elif is_by and is_part and any(_is_so(value, (large - small) / of, low, figure) for of in (small, large)):
            yield f"is by what share '{first}' and '{second}' differ"
        elif is_joined and value == one.values[0] + other.values[0]:
            yield f"is '{first}' and '{second}' together"
        elif is_of and value == one.values[0] * other.values[0]:
            yield f"is '{first}' times '{second}'"
        elif is_apart and not is_share and _is_so(value, large - small, low, figure):
            yield f"is by how much '{first}' and '{second}' differ"
        elif is_times and _is_so(value, large / small, low, figure):
            yield f"is how many times '{first}' and '{second}' make of one another"
        elif (is_share or is_part) and _is_so(value / (100 if is_share else 1), small / large, low, figure):
            yield f"is what share '{first}' and '{second}' make"
