"""Figures of a statement and of its passage: other figures, units, years and ranks, and what each of them counts."""

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from talkbuilder.claims.currencies import MEASURES
from talkbuilder.claims.figures import ORDINALS, Figure, figures, is_rough, rough, years_of
from talkbuilder.claims.normal import Range, lowered, overlaps
from talkbuilder.claims.operators import found, of_class, opposites, places
from talkbuilder.claims.reckoning import (
    MONTHS,
    YEAR,
    Amount,
    Sum,
    amounts,
    at_another_rate,
    follows,
    is_share,
    lengths,
    rate_of,
    things,
)
from talkbuilder.claims.texts import clauses, content_stems, sentence_ranges, words

OWN_WORDS = 0.8  # the share of a statement's words from which on it is told in the words of its source
_CODES = {
    "negation": "E106",
    "figure": "E108",
    "unit": "E108",
    "year": "E109",
    "year of another": "E109",
    "direction": "E110",
    "thing": "E121",
    "intent": "E123",
    "quantity": "E124",
    "rank": "E127",
    **dict.fromkeys(("hedge", "hearsay", "attribution", "rough"), "E107"),
}
_MOST = 10  # figures of a passage, or of a sentence, beyond which none is told to stand in the place of another
_SEASON = 2  # years
_NOUN = 2  # words between a figure and its 'a day'
_SIGNED = frozenset(("share", *MEASURES))  # units that no text leaves out
# Words that tell a year by another one: the year before it, the year after it.
_YEAR_BEFORE, _YEAR_BEHIND = (
    rf"\b(?:(?:the|a) (?:year|season|summer|winter|spring|autumn) (?:{behind})|(?:{ahead})"
    rf"|(?:months|weeks) (?:{behind}))\b"
    for behind, ahead in (("before|earlier", "previous"), ("after|later", "following|next"))
)
# Behind a rank: what is told is a time, as in a story, and nothing is ranked.
_TIMES = r" (?:\w+ )?(?:years?|seasons?|spring|summer|autumn|winter|months?|weeks?|days?|nights?|evening|time)\b"
_ANOTHER = r"\b(?:an?|every|for the|a very) \Z"  # 'a second one', 'for the first time'
_AMONG = rf"\b(?:among|(?:one|{'|'.join(ORDINALS)}|\d(?:st|nd|rd|th)) of) the \Z"  # before the oldest ones
_OF = r" ?(?:percent|%)?(?: [a-z]+)? of\b"  # behind a share, what it is one of
_COMPARED = r"\b(?:compared|than|from|versus|instead|against|up|down)\b"
# Names of a time; of each list one that the passage has not is another time, where it has a different one.
_CALENDAR = list(month_name)[1:], list(day_name)
# Behind these a month or a day is that of what something is compared with.
_HELD_AGAINST = (
    r"\b(?:than|what (?:\w+ ){1,2}(?:was|were|had|did)|compared (?:with|to)|against|as many as|as much as)"
    r"(?: [^\W\d]+){0,4} \Z"
)
# Words that say of a figure that it is reckoned.
_RECKONING = r"\b(?:together|total\w*|in all|combined|rest|left|remain\w*|than|more|fewer|less|differ\w*|between)\b"
_FROM, _TO = r"\bfrom \Z", r"^(?: [\w']+){0,4} to \Z"  # what was there before a change, and after it
_BOUND = r"\b(?:until|till|since) (?:the end of )?(?:[a-z]+ )?\Z"
_LATER = r" (?:later|earlier|before|after|on)\b"  # 'in 1996 … ten years later'
_UNTIL = r"^(?:[- ]|\b(?:to|and|until|till|through|up|the end of|\d+)\b)+$"
# Words in -est that rank nothing.
_NO_BEST = (
    "for|mod|hon|inter|int|requ|prot|cont|arr|inv|sugg|pri|gu|harv|ch|qu|conqu|cr|n|v|p|j|w|t|r|att|dig|ing|temp|inqu"
    "|beh|northw|southw|manif|wr|detest|sylv"
)
_BEST = (
    r"(?:\b(?P<rank>[a-z-]+|\d+(?:st|nd|rd|th))[ -])?"
    rf"\b(?P<best>(?!(?:{_NO_BEST})est\b)\w{{2,}}est|best|worst|(?:most|least) \w+)\b"
)


class Difference(Struct, frozen=True):
    """One thing in which a statement differs from its passage.

    `start` and `end` are offsets into the statement, or into the passage where `is_theirs`. With `may_refuse` it is
    refused where the statement is otherwise in the passage's own words; without, it is only asked about.
    """

    kind: str
    words: str
    start: int
    end: int
    is_theirs: bool
    message: str
    hint: str
    question: str = ""
    may_refuse: bool = True

    @property
    def place(self) -> Range:
        return self.start, self.end

    @property
    def code(self) -> str:
        """The code of a difference that is refused; conditions are only asked about."""
        return _CODES.get(self.kind, "")


def same_figures(ours: str, theirs: str) -> Iterator[tuple[Range, Range]]:
    """Equal figures: where each stands in the statement and in the passage; of several the nearest in order."""
    free = list(figures(theirs))
    for mine in figures(ours):
        if other := next((one for one in free if one.values[0] == mine.values[0]), None):
            free.remove(other)
            yield (mine.start, mine.end), (other.start, other.end)


def sums(ours: str, theirs: str, near: str) -> Iterator[tuple[Range, str]]:
    values = {value for one in figures(theirs) for value in one.values}
    for mine in amounts(ours):
        is_new = not mine.figure.is_year and not values & set(mine.figure.values) and mine.figure.values[0] != 1
        if is_new and (how := _reckoned(ours, mine, theirs, near)):
            yield (mine.figure.start, mine.figure.end), how.shown


def _reckoned(ours: str, mine: Amount, theirs: str, near: str) -> Sum | None:
    """How a figure follows from those of the passage, or where it stands beside it; None where it does neither."""
    if how := follows(ours, mine, theirs) or follows(ours, mine, theirs, near):
        return how
    own = things(ours, mine.figure)
    beside = [*islice((one for one in amounts(near) if _is_same(mine.figure, one.figure)), _MOST)]
    same = tuple(one for one in beside if own & things(near, one.figure) or mine.measure == one.measure != "")
    return Sum("the one in a sentence beside the passage", "beside", same) if beside else None


def of_figures(ours: str, theirs: str, near: str) -> Iterator[Difference]:
    """Figures, units and ranks that the passage has otherwise, or not at all.

    One that follows from others, or stands beside the passage, is asked about where it replaces one of the passage.
    """
    other = amounts(theirs) if figures(ours) else ()
    for mine in amounts(ours):
        figure = mine.figure
        if figure.is_year:
            continue
        same = [one for one in other if _is_same(figure, one.figure)]
        is_word = not ours[figure.start].isdigit() and mine.measure not in _SIGNED
        if not same and figure.values[0] == 1 and not figure.is_rank and is_word:
            continue  # 'one' is hardly a figure
        how = None if same else _reckoned(ours, mine, theirs, near)
        if question := _instead(ours, mine, theirs, same, how) or _of_the_rest(ours, mine, how):
            yield question
            continue
        if how:
            continue
        if not same:
            is_part = figure.values[0] < 1 and any(one.figure.values[0] < 1 for one in other)
            if figure.is_rank and figure.values[-1] <= 2 and is_word and not is_part:
                continue  # 'for the first time', 'a second one': see `of_ranks`
            yield _not_there(ours, mine)
        elif wrong := _other_unit(mine, same, ours, theirs):
            yield wrong


def _instead(ours: str, mine: Amount, theirs: str, same: Sequence[Amount], how: Sum | None) -> Difference | None:
    """The question about a figure between the words of another one of the passage, where no word calls it a sum."""
    others = [one for one in amounts(theirs)[:_MOST] if one.measure == mine.measure and not one.figure.is_year]
    there = [one for one in others if _stands_as(ours, mine, theirs, one)]
    is_own = mine.figure.is_rank or any(_is_same(mine.figure, one.figure) for one in there)
    if how:
        is_meant = how.kind == "same" and not set(there).isdisjoint(how.parts or there)
    else:
        is_meant = not same or _is_compared(theirs, [*there[:1], *same])
    if not there or is_own or is_meant or re.search(_RECKONING, lowered(ours)):
        return None
    first = there[0].figure
    told, stands = ours[mine.figure.start : mine.figure.end], theirs[first.start : first.end]
    question = f"the passage says '{stands}' there: is '{told}' meant{f', {how.shown}' if how else ''}?"
    return Difference("figure", told, mine.figure.start, mine.figure.end, False, "", "", question, may_refuse=False)


def _of_the_rest(ours: str, mine: Amount, how: Sum | None) -> Difference | None:
    """The question about a figure that is reckoned: of which the words are, no rule can tell."""
    if how is None or how.kind in ("same", "share"):
        return None
    is_said = how.kind == "reckoned" and re.search(_RECKONING, lowered(ours)) is not None
    if is_said or (how.kind == "beside" and how.parts):
        return None
    told = ours[mine.figure.start : mine.figure.end]
    question = f"'{told}' is {how.shown}: is {'the rest' if how.kind == 'rest' else 'that'} meant?"
    return Difference("figure", told, mine.figure.start, mine.figure.end, False, "", "", question, may_refuse=False)


def _stands_as(ours: str, mine: Amount, theirs: str, other: Amount) -> bool:
    """Whether a figure stands before or behind the words before or behind which another one does."""
    return any(a and a == b for a, b in zip(_beside(ours, mine), _beside(theirs, other), strict=True))


def _beside(text: str, amount: Amount) -> tuple[tuple[str, ...], ...]:
    """The two words before a figure, and those behind it; () at an end of the text."""
    before = [one.stem for one in words(text) if one.end <= amount.start][-2:]
    behind = [one.stem for one in words(text) if one.start >= amount.figure.end][:3]
    return tuple(before) if len(before) == 2 else (), tuple(behind) if len(behind) == 3 else ()


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one; 'third' may be the third or a part, and 'three' is neither."""
    if one.is_rank != other.is_rank and one.values[0] != 0.5:
        return one.values[-1] == other.values[-1] and one.is_rank and other.is_rank
    return bool({*one.values} & {*other.values})


def _not_there(ours: str, mine: Amount) -> Difference:
    told = ours[mine.figure.start : mine.figure.end]
    kind = "rank" if mine.figure.is_rank else "figure"
    hint = "write the figure that stands there, or one that follows from it"
    message = f"'{told}' is not in the passage, and does not follow from its figures"
    question = f"the passage has no '{told}': does it follow from what stands there?"
    return Difference(kind, told, mine.figure.start, mine.figure.end, False, message, hint, question)


def _other_unit(mine: Amount, same: Sequence[Amount], ours: str, theirs: str) -> Difference | None:
    """Twelve hours for twelve days, twelve villages for twelve percent; a unit that only one side names is no fault."""
    one = next((one for one in same if one.measure == mine.measure and one.value == mine.value), same[0])
    is_other = (one.measure, one.value) != (mine.measure, mine.value) and one.figure.values[0] == mine.figure.values[0]
    is_other = is_other and not (mine.is_pound and one.is_pound)
    alike = [other for other in amounts(theirs) if other.measure == mine.measure]
    if is_other and mine.measure and not one.measure and alike:
        is_other = mine.value / mine.figure.values[0] not in {it.value / it.figure.values[0] for it in alike}
    elif is_other and not (mine.measure and one.measure):
        own, there = things(ours, mine.figure), things(theirs, one.figure)
        is_word = own.isdisjoint(content_stems(theirs)) and there.isdisjoint(content_stems(ours))
        has_sign = not {mine.measure, one.measure}.isdisjoint(_SIGNED)
        is_other = bool(own and there and is_word) or (has_sign and bool(words(ours[mine.figure.end :])))
    if not is_other:
        return None
    told = _with_unit(ours, mine)
    return _otherwise("unit", told, _with_unit(theirs, one), (mine.start, mine.start + len(told)))


def _with_unit(text: str, amount: Amount) -> str:
    behind = next((word for word in words(text) if word.start >= amount.figure.end), None)
    is_bare = amount.end == amount.figure.end and behind is not None and behind.is_content
    return text[amount.start : behind.end if is_bare and behind else amount.end].strip()


def _otherwise(kind: str, told: str, there: str, place: Range) -> Difference:
    message = f"the statement says '{told}', and the passage '{there}'"
    question = f"the passage says '{there}', the statement '{told}': is it so?"
    hint = f"write '{there}' in place of '{told}'"
    return Difference(kind, told, *place, False, message, hint, question)


def of_years(ours: str, told: str, theirs: str, near: str, known_years: frozenset[int]) -> Iterator[Difference]:
    """Years that the passage gives otherwise.

    The nearest text that names a year has the right one: what is `told` of the passage, its other clauses, or what is
    `near`. A year of another clause is of something else, unless that clause has words of the statement that what is
    told has not, or the statement names the right one too.
    """
    if not (years := [one for one in figures(ours) if one.is_year]):
        return
    by_text = [[one for one in figures(text) if one.is_year] for text in (told, theirs, near)]
    nearest = next(filter(None, by_text), [])
    others = [one for own in by_text for one in own]
    named = _values(others)
    there = " and ".join(sorted(set(map(_written, nearest))))
    further = frozenset(content_stems(ours)).difference(content_stems(told))
    is_told = any(_is_of(one, nearest) for one in years)
    for figure in years if nearest else ():
        year = int(figure.values[0])
        is_season = any(len(figure.values) == len(one.values) == _SEASON for one in nearest)
        is_bound = re.compile(_BOUND).search(lowered(ours[: figure.start])) is not None  # of which a figure never is
        is_told_otherwise = (year in known_years and not is_bound) or is_relative(theirs, year, named)
        if _is_of(figure, nearest) or (is_told_otherwise and not is_season):
            continue
        is_elsewhere = _is_of(figure, others)
        if is_elsewhere and (is_told or any(_dates(text, figure, further) for text in (theirs, near))):
            continue
        message = f"the statement says {_written(figure)}, and the passage {there}"
        question = f"the passage says {there} there: is it {_written(figure)}?"
        kind = "year of another" if is_elsewhere else "year"
        hint = f"write {there}"
        yield Difference(kind, _written(figure), figure.start, figure.end, False, message, hint, question)


def of_pairs(ours: str, theirs: str) -> Iterator[Difference]:
    """A figure with the year of another one of its sentence: '88 in 2019' of '88 in 2018, 73 in 2019'."""
    told = [*_dated(ours)] if any(one.is_year for one in figures(ours)) else []
    pairs = {(one.figure.values[0], own) for one, own, _ in told}
    there = [*_dated(theirs.replace(". ; ", ".   "))] if told else []  # of two passages none is beside the other
    for mine, own, _ in told:
        same = [(years, sentence) for one, years, sentence in there if _is_same(mine.figure, one.figure)]
        is_there = any(years & own or any(is_relative(ours, year, own) for year in years) for years, _ in same)
        beside = (one for one, years, at in there if years == own and any(at == place for _, place in same))
        alike = (one for one in beside if one.measure == mine.measure and (one.figure.values[0], own) not in pairs)
        if own and not is_there and (other := next(alike, None)):
            figure, right = ours[mine.start : mine.figure.end], next((years for years, _ in same if years), None)
            told_there = figure if right else theirs[other.start : other.figure.end]
            year, year_there = (" and ".join(map(str, sorted(one))) for one in (own, right or own))
            place = (mine.start, mine.figure.end)
            yield _otherwise("year", f"{figure} of {year}", f"{told_there} of {year_there}", place)
            return


def _dated(text: str) -> Iterator[tuple[Amount, frozenset[int], Range]]:
    """The figures of a text, each with the years that its sentence gives it, and the place of that."""
    found = {one.figure.start: one for one in amounts(text) if not one.figure.is_year}
    for start, end in sentence_ranges(text):
        numbers = figures(text[start:end])
        for number in numbers if len(numbers) <= _MOST else ():
            if one := found.get(start + number.start):
                yield one, years_of(text[start:end], number, numbers), (start, end)


def _is_of(year: Figure, years: Sequence[Figure]) -> bool:
    """Whether a year is among others; of '2012-13' and '2013-14' neither is the other."""
    alike = [one for one in years if len(one.values) == len(year.values) == _SEASON] or years
    is_same = any(year.values == one.values for one in alike)
    return is_same or (alike is years and not _values(years).isdisjoint(year.values))


def _values(years: Sequence[Figure]) -> frozenset[int]:
    return frozenset(int(value) for one in years for value in one.values)


def _dates(text: str, year: Figure, stems: frozenset[str]) -> bool:
    """Whether a clause that names a year has one of some words."""
    parts = (text[slice(*part)] for sentence in sentence_ranges(text) for part in clauses(text, *sentence))
    return any(year.values[0] in _values(figures(one)) and not stems.isdisjoint(content_stems(one)) for one in parts)


def is_relative(theirs: str, year: int, named: frozenset[int]) -> bool:
    """Whether a passage tells a year by another one: 'the year before 2011', 'after 2024', 'ten years later'."""
    lasting = (one for one in amounts(theirs) if one.measure == MONTHS)
    spans = {one.value / YEAR for one in lasting if re.compile(_LATER).match(theirs, one.end)}
    if any(year in (other + span, other - span) for other in named for span in spans):
        return True
    low = lowered(theirs)
    if f"after {year - 1}" in low or f"before {year + 1}" in low:
        return True
    rules = ((year + 1, _YEAR_BEFORE), (year - 1, _YEAR_BEHIND))
    return any(other in named and re.search(rule, low) for other, rule in rules)


def _written(year: Figure) -> str:
    first, *more = year.values
    return f"{first:.0f}{f'-{more[0] % 100:02.0f}' if len(more) == 1 else 's' if more else ''}"


def of_calendar(ours: str, theirs: str) -> Iterator[Difference]:
    """A month or a weekday that the passage does not name, nor with two between which it is, where it names another."""
    for names in _CALENDAR:
        mine = _named(ours, names)
        named = _named(theirs, names) if mine else []
        there = [one for one in named if not re.search(_HELD_AGAINST, lowered(theirs[: one[1]]))]
        compared = not there  # 'less than half of what it was in April' dates nothing else
        there = there or named
        pairs = (pair for pair in pairwise(there) if re.search(_UNTIL, theirs[pair[0][2] : pair[1][1]]))
        spans = [(names.index(first), names.index(last)) for (first, *_), (last, *_) in pairs]
        for told, start, end in mine if there else ():
            at = names.index(told)
            is_there = told in (name for name, *_ in there) and not compared
            if is_there or any(a <= at <= b if a <= b else at >= a or at <= b for a, b in spans):
                continue
            listed = " and ".join(name for name, *_ in there)
            message = f"the statement says {told}, and the passage {listed}"
            question = f"the passage compares with {listed}: is the statement of {told}?"
            kind = "year of another" if compared else "year"
            yield Difference(kind, told, start, end, False, message, f"write {listed}", question, not compared)


def _named(text: str, names: Sequence[str]) -> list[tuple[str, int, int]]:
    """Which of some names stand in a text, with a capital as all of them are written, each with its place."""
    if not any(name in text for name in names):  # as in most texts, of which this is soon told
        return []
    places = ((text[word.start : word.end].removesuffix("s"), *word.place) for word in words(text))
    return [one for one in places if one[0] in names]


def of_ranks(ours: str, theirs: str) -> Iterator[Difference]:
    """Ranks in words that the passage gives otherwise, and 'the oldest' of 'the second oldest'."""
    own = [one for one in figures(ours) if one.is_rank and not ours[one.start].isdigit()]
    superlatives = [*_best(ours)]
    there = [one for one in figures(theirs) if one.is_rank]
    best = dict(_best(theirs)) if own or superlatives else {}
    for superlative, (rank, start, end) in superlatives:
        is_of_several = re.search(_AMONG, lowered(ours[:start]))
        if superlative in best and best[superlative][0] != rank and not is_of_several:
            there_told = theirs[slice(*best[superlative][1:])]
            yield _otherwise("rank", ours[start:end], there_told, (start, end))
            return
    for mine in own if len(there) <= _MOST else ():
        ranked, named = _ranked(ours, mine), _named_before(ours, mine)
        same = [_named_before(theirs, one) for one in there if _is_same(mine, one)]
        is_anothers = all(names and names.isdisjoint(named) for names in same)  # 'Dust was second' of 'Glass was, …'
        told_of, its = (_named_before, named) if same else (_ranked, ranked)
        if is_anothers and (other := next((one for one in there if its & told_of(theirs, one)), None)):
            told, there_told = ours[mine.start : mine.end], theirs[other.start : other.end]
            yield _otherwise("rank", told, there_told, (mine.start, mine.end))
            return
    known = {one.values[-1] for one in figures(theirs)} | {rank for rank, *_ in best.values()}
    for mine in own if known else ():
        is_part = " " in ours[mine.start : mine.end] and mine.values[0] < 1  # 'a third'
        if not is_part and mine.values[-1] not in known and _ranks(ours, mine):
            told = ours[mine.start : mine.end]
            message = f"the statement says '{told}', and the passage ranks nothing so"
            question = f"the passage ranks nothing as '{told}': does it follow from what stands there?"
            hint = "rank it as the passage does"
            yield Difference("rank", told, mine.start, mine.end, False, message, hint, question)
            return


def _ranks(text: str, figure: Figure) -> bool:
    """Whether a rank is of one thing: 'when she came first', 'in the first month' and 'a second one' tell of none."""
    is_earliest = figure.values[-1] == 1 and not things(text, figure)
    is_of_many = any(one.start == figure.end + 1 for one in figures(text))
    is_time = re.compile(_TIMES).match(lowered(text), figure.end) is not None
    return not (is_earliest or is_of_many or is_time or re.compile(_ANOTHER).search(lowered(text), 0, figure.start))


def _ranked(text: str, figure: Figure) -> frozenset[str]:
    """The stems of what a rank is of: the word before it and those behind; none of 'every second', which is a share."""
    before = [word for word in words(text) if word.end <= figure.start][-1:]
    if before and before[0].text == "every":
        return frozenset()
    return things(text, figure) | {word.stem for word in before if word.is_content}


def _named_before(text: str, figure: Figure) -> frozenset[str]:
    """The names that stand before a figure in its clause."""
    sentence = next(one for one in sentence_ranges(text) if figure.start < one[1])
    start = max(start for start, _ in clauses(text, *sentence) if start <= figure.start)
    before = (word for word in words(text) if start <= word.start < figure.start)
    return frozenset(word.stem for word in before if word.is_content and text[word.start].isupper())


def _best(text: str) -> Iterator[tuple[str, tuple[float, int, int]]]:
    """Each superlative of a text with its rank, which is 1 where none is told, and its place."""
    low = lowered(text)
    for hit in re.finditer(_BEST, low) if any(sign in low for sign in ("est", "most ", "least ")) else ():
        ranks = [one for one in figures(hit["rank"] or "") if one.is_rank]
        start = hit.start() if ranks else hit.start("best")
        yield hit["best"], (ranks[0].values[-1] if ranks else 1.0, start, hit.end())


def of_roughness(ours: str, theirs: str) -> Iterator[Difference]:
    """'About half' must not become 'half', nor 'at least 40' become 40."""
    for mine in figures(ours):
        same = [one for one in figures(theirs) if one.values[0] == mine.values[0] and not one.is_year]
        if len(same) != 1 or mine.is_year:
            continue
        hedge, put = rough(theirs, same[0]), rough(ours, mine)
        is_denied = hedge is not None and "over" in hedge.precisions and bool(found(theirs, "negation"))
        if hedge and not is_denied and not is_rough(ours, hedge.precisions) and not _doubts(ours) - _doubts(theirs):
            message = f"the passage says '{hedge.words} {theirs[same[0].start : same[0].end]}'"
            question = f"the passage says '{hedge.words}': is it true without '{hedge.words}'?"
            hint = f"write '{hedge.words}' too"
            yield Difference("rough", hedge.words, hedge.start, hedge.end, True, message, hint, question)
        elif put and put.precisions != ("about",) and not (is_rough(theirs, put.precisions) or _is_while(ours, mine)):
            message = f"the statement says '{put.words}', and the passage does not"
            question = f"the statement says '{put.words}', the passage does not: is it so?"
            hint = f"leave '{put.words}' out"
            yield Difference("rough", put.words, put.start, put.end, False, message, hint, question)


def _doubts(text: str) -> Counter[str]:
    """The words of doubt in a text; one that both texts have, such as 'the estimate', is no sign of roughness."""
    return Counter(one.words.lower() for one in found(text, "hedge"))


def _is_while(text: str, figure: Figure) -> bool:
    """Whether 'over' tells of a time that passed: 'over ten years'."""
    behind = next((one for one in amounts(text) if one.figure == figure), None)
    return behind is not None and behind.measure in ("time", "months")


def of_rates(ours: str, theirs: str) -> Iterator[Difference]:
    """'260 a week' for '260 a day'; 'once a month' for 'once a year'."""
    for mine in amounts(ours):
        (rate, end), same = rate_of(ours, mine), [one for one in amounts(theirs) if _is_same(mine.figure, one.figure)]
        there = [rate_of(theirs, one) for one in same]
        if rate and there and all(other not in (0.0, rate) for other, _ in there):
            rated = theirs[same[0].start : there[0][1]]
            yield _otherwise("unit", ours[mine.start : end], rated, (mine.start, end))
            return
    own, known = lengths(ours), lengths(theirs)
    is_figure = any(one.measure in ("time", MONTHS) or at_another_rate(ours, one, theirs) for one in amounts(ours))
    if own.keys() - known.keys() and known.keys() - own.keys() and not is_figure:
        start, end = next(place for one, place in own.items() if one not in known)
        told = theirs[slice(*next(place for one, place in known.items() if one not in own))]
        yield _otherwise("unit", ours[start:end], told, (start, end))


def of_added_rates(ours: str, theirs: str, shown: Sequence[Range]) -> Iterator[Difference]:
    """'40 boats a day' behind what is shown of a passage that has another rate, or tells of no day.

    Any figure without a rate may be that of a year.
    """
    if not (own := lengths(ours)):
        return
    times, rates = {one.measure for one in amounts(theirs)}, lengths(theirs)
    for unit, (start, end) in own.items():
        is_behind = any(place[1] <= start and len(words(ours[place[1] : start])) <= _NOUN for place in shown)
        is_known = unit in rates or (not rates and (unit[0] in times or unit == (MONTHS, YEAR)))
        if is_behind and not is_known and not words(ours[end:]):
            yield Difference("rate", ours[start:end], start, end, False, "", "")


def of_changes(ours: str, shown: Sequence[Range]) -> Iterator[Difference]:
    """'Rose from 64 to 41': of two figures that are printed one behind the other, the change goes the other way."""
    change = next(one for one in of_class("direction") if places(one, "rose"))
    for (start, first), (second, end) in pairwise(shown):
        if not (re.search(_FROM, lowered(ours[:start])) and re.search(_TO, lowered(ours[first:second]))):
            continue
        before, after = figures(ours[start:first]), figures(ours[second:end])
        ways = places(change, ours), opposites(change, ours)
        if before and after and before[0].values[0] != after[0].values[0]:
            told = ways[before[0].values[0] < after[0].values[0]]
            if told and not ways[before[0].values[0] > after[0].values[0]]:
                yield Difference("direction", told[0].words, told[0].start, told[0].end, False, "", "")


def of_things(ours: str, theirs: str, own_words: float) -> Iterator[Difference]:
    """What a figure counts: that of the statement stands behind another figure in the passage, or nowhere in it."""
    numbers, stems = figures(theirs), frozenset(content_stems(theirs))
    for amount in amounts(ours):
        mine = amount.figure
        same = [one for one in numbers if one.values[0] == mine.values[0]]
        others = [one for one in numbers if one.values[0] != mine.values[0] and not one.is_year]
        if mine.is_year or len(same) != 1 or mine.values[0] == 1:
            continue
        own, there = things(ours, mine), things(theirs, same[0])
        is_part = is_share(ours, amount)  # '48 boats, of which a third …': behind it may stand a verb
        if not own or not there or own & there or (is_part and not re.compile(_OF).match(theirs, same[0].end)):
            continue
        places = [one.place for one in words(ours) if one.stem in own]
        held = {one.values[0] for one in figures(ours) if own & things(ours, one)}  # '33 of the 40 boxes' has both
        other = next((one for one in others if own & things(theirs, one) and one.values[0] not in held), None)
        if other and not re.compile(_COMPARED).search(lowered(theirs), *sorted((other.end, same[0].start))):
            told, counted = ours[mine.start : mine.end], theirs[other.start : other.end]
            message = f"the passage counts that as {counted}, not {told}"
            question = f"is it {told} in the passage, and not {counted}?"
            hint = f"write '{counted}' in place of '{told}', or say what '{told}' counts"
            yield Difference("thing", told, mine.start, mine.end, False, message, hint, question)
        elif not own & stems and share_of_own_words(ours, theirs, places, 0.0) >= OWN_WORDS:
            told = ours[mine.start : mine.end]
            message, hint = f"the passage counts something else as '{told}'", "count what the passage counts"
            question = f"does the passage count the same as '{told}'?"
            may_refuse = own_words >= OWN_WORDS and not is_part
            yield Difference("thing", told, mine.start, mine.end, False, message, hint, question, may_refuse)


def share_of_own_words(ours: str, theirs: str, spared: Sequence[Range] = (), of_none: float = 1.0) -> float:
    """The share of the statement's words of content that stand in the passage too; some words may be spared."""
    known = frozenset(word.stem for word in words(theirs))
    own = [word.stem in known for word in words(ours) if word.is_content and not overlaps(word.place, spared)]
    return sum(own) / len(own) if own else of_none


def _is_compared(text: str, held: Sequence[Amount]) -> bool:
    """Whether the first of some figures is held against another: '48 in 2010, compared with 35 in 2009'."""
    places = [(held[0].figure.end, other.figure.start) for other in held[1:]] if held else []
    return any(re.compile(_COMPARED).search(lowered(text), *sorted(place)) for place in places)
