"""What two texts differ in: a statement and the passage it rests on; the one place that decides what is refused.

Refused is what anybody sees who lays the two side by side: a year or a unit that the passage has otherwise; and, where
the statement is in the passage's own words (four fifths of them; seven tenths for a figure), another figure or rank, a
negation more or less, a doubt or a "he told me" that is gone, the opposite direction, "all" in the place of "some".
Where the statement is in other words, such a difference is a question. All else a person sees: words that stand on one
side only are listed, and no more.

A statement is held against the clauses of the passage that share its words, so that a "not" elsewhere is no one's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from talkbuilder.claims.figures import Figure, figures, is_rough, rough
from talkbuilder.claims.normal import Range, lowered
from talkbuilder.claims.operators import CLASSES, Class, Found, found, of_class, opposites, places, stands
from talkbuilder.claims.reckoning import Amount, amounts, follows, lengths
from talkbuilder.claims.texts import clauses, sentence_ranges, words

_OWN_WORDS = 0.8  # the share of a statement's words from which on it is told in the words of its source
_FURTHER = 2  # words that a clause must add to be part of what a statement tells
_TOLD = 0.6  # or which share of its own words the statement must tell
_TOLD_POINTED = 0.4  # and of a clause that is pointed to
_LONGEST_ASIDE = 5  # words
_BEFORE_NOUNS = frozenset(("of", "the", "these", "those", "our", "his", "her", "their", "its", "my", "more", "other"))
# Characters that are compared, of a statement and of its passage: none is as long.
_LONGEST, _LONGEST_PASSAGE = 1_000, 4_000
_WINDOW = 3  # words behind a figure, among which is what it counts
# Questions, the kind that is right most often first; the corpora in the tests count that.
_OWN = {
    "year": 0.0,
    "unit": 0.0,
    "figure": 0.7,
    "rank": 0.7,
}  # where less is enough: these are what is most easily seen
_DOUBTS: tuple[Class, ...] = ("hedge", "hearsay", "attribution")  # each says that something is not certain
_SIGNED = frozenset(("share", "dollars", "euros", "pounds"))  # units that no text leaves out
_RECORD = (
    "figure",
    "hearsay",
    "hedge",
    "attribution",
    "negation",
    "direction",
    "quantity",
    "rank",
    "unit",
    "rough",
    "thing",
    "intent",
    "condition",
)
# By these a text counts a year from another one that it names: the one before it, the one behind.
_YEAR_BEFORE, _YEAR_BEHIND = (
    re.compile(
        rf"\b(?:(?:the|a) (?:year|season|summer|winter|spring|autumn) (?:{behind})|(?:{ahead})"
        rf"|(?:months|weeks) (?:{behind}))\b"
    )
    for behind, ahead in (("before|earlier", "previous"), ("after|later", "following|next"))
)
# With these begins a clause that says something of its own.
_JOINT = re.compile(r"\W*(?:and|or|but|although|though|while|whereas|however|yet|because|which|who|so|except)\b|[;:(]")
_NUMBER = re.compile(r"\b(?:number|no\.) \Z")
_COMPARED = re.compile(r"\b(?:compared|than|from|versus|instead|against|up|down)\b")
# Words in -est that rank nothing.
_NO_BEST = (
    "for|mod|hon|inter|int|requ|prot|cont|arr|inv|sugg|pri|gu|harv|ch|qu|conqu|cr|n|v|p|j|w|t|r|att|dig|ing|temp|inqu"
    "|beh|northw|southw|manif|wr|detest|sylv"
)
_BEST = re.compile(
    r"(?:\b(?P<rank>[a-z-]+|\d+(?:st|nd|rd|th))[ -])?"
    rf"\b(?P<best>(?!(?:{_NO_BEST})est\b)\w{{2,}}est|(?:most|least) \w+)\b"
)
_CODES = {
    "negation": "E106",
    "hedge": "E107",
    "hearsay": "E107",
    "attribution": "E107",
    "rough": "E107",
    "figure": "E108",
    "unit": "E108",
    "thing": "E121",
    "rank": "E127",
    "year": "E109",
    "direction": "E110",
    "quantity": "E124",
    "intent": "E123",
}


class Difference(Struct, frozen=True):
    """One thing in which a statement differs from its passage.

    `start` and `end` are offsets into the statement, or into the passage where `is_theirs`.
    """

    kind: str
    words: str
    start: int
    end: int
    is_theirs: bool
    message: str
    hint: str
    question: str = ""

    @property
    def code(self) -> str:
        """The code of a difference that is refused; conditions are only asked about."""
        return _CODES.get(self.kind, "")


class Differences(Struct, frozen=True):
    """All in which a statement differs from its passage, and what of both is the same.

    `asked` begins with the question that is worth most. `computed` are figures that follow from the passage's, each
    with its sum: (place in the statement, "171 of 212 are 80.7 %").
    """

    refused: tuple[Difference, ...] = ()
    asked: tuple[Difference, ...] = ()
    ours: str = ""
    theirs: str = ""
    near: str = ""

    @property
    def question(self) -> str:
        """The one question that a person is asked; "" for none."""
        return self.asked[0].question if self.asked else ""

    # What follows is shown to a person alone, and worked out when it is.

    @property
    def figures(self) -> tuple[tuple[Range, Range], ...]:
        return tuple(_same(self.ours, self.theirs))

    @property
    def computed(self) -> tuple[tuple[Range, str], ...]:
        return tuple(_sums(self.ours, self.theirs, self.near))

    @property
    def only_ours(self) -> tuple[Range, ...]:
        return _alone(self.ours, self.theirs)

    @property
    def only_theirs(self) -> tuple[Range, ...]:
        return _alone(self.theirs, self.ours)


def compare(
    ours: str, theirs: str, near: str = "", known_years: Iterable[int] = (), pointed: Sequence[Range] = ()
) -> Differences:
    """Compares a statement with its passage, both in normal form.

    `pointed` are the words of the passage that are known to tell the statement; where none are, its clause is found.

    `near` are the sentences around the passage, in which a figure may stand as well; `known_years` are years that are
    explained elsewhere, such as that of `as_of`.
    """
    ours, theirs, near = ours[:_LONGEST], theirs[:_LONGEST_PASSAGE], near[:_LONGEST_PASSAGE]
    held = _held(ours, theirs, pointed) if stands(theirs, *CLASSES) else ()
    part = " ".join(theirs[start:end] for start, end in held)
    own = _share_of_own_words(ours, theirs)
    turned = [
        *_figures(ours, theirs, near, frozenset(known_years)),
        *_operators(ours, theirs, part, held),
        *_ranks(ours, theirs),
        *_rates(ours, theirs),
        *_rough(ours, theirs),
        *_things(ours, theirs, own),
    ]
    refused = [one for one, refuses in turned if refuses and own >= _OWN.get(one.kind, _OWN_WORDS)]
    asked = [one for one, _ in turned if one not in refused]
    asked.sort(key=lambda one: _RECORD.index(one.kind))
    return Differences(tuple(refused), tuple(asked), ours, theirs, near)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text) if word.is_content)


def _share_of_own_words(ours: str, theirs: str) -> float:
    """The share of the statement's words of content that stand in the passage too."""
    known = frozenset(word.stem for word in words(theirs))
    own = [word.stem for word in words(ours) if word.is_content]
    return sum(one in known for one in own) / len(own) if own else 1.0


def _held(ours: str, theirs: str, pointed: Sequence[Range]) -> tuple[Range, ...]:
    """The clauses that tell what the statement tells, of the one sentence of the passage that shares most with it.

    First those that are pointed to, or the one that shares most with it; then those that add something, and are told
    for a good part.
    """
    own = _stems(ours)
    numbers = {one.values[0] for one in figures(ours)}
    sentences = list(sentence_ranges(theirs)) or [(0, len(theirs))]
    if pointed:
        parts = [part for one in sentences if _overlaps(one, pointed) for part in clauses(theirs, *one)]
    else:
        parts = list(clauses(theirs, *max(sentences, key=lambda one: len(_told(theirs[slice(*one)], own, numbers)))))
    told = [_told(theirs[start:end], own, numbers) for start, end in parts]
    sizes = [len(_stems(theirs[start:end])) for start, end in parts]
    chosen = {
        at for at, part in enumerate(parts) if _overlaps(part, pointed) and len(told[at]) >= _TOLD_POINTED * sizes[at]
    }
    left = set[object]().union(*told).difference(*(told[at] for at in chosen))
    while left:
        best = max(range(len(parts)), key=lambda at: (len(told[at] & left), len(told[at]), -at))
        new = len(told[best] & left)
        if chosen and new < _FURTHER and len(told[best]) < _TOLD * sizes[best]:
            break
        chosen.add(best)
        left -= told[best]
    held = {
        near
        for at in chosen
        for near in (at - 1, at + 1)
        if 0 <= near < len(parts) and _is_aside(theirs, parts[near]) and not (near < at and _begins(theirs, parts[at]))
    }
    return tuple(parts[at] for at in sorted(chosen | held)) or ((0, len(theirs)),)


def _overlaps(one: Range, others: Sequence[Range]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


def _begins(text: str, clause: Range) -> bool:
    """Whether a clause says something of its own: 'but …'."""
    return bool(_JOINT.match(lowered(text), clause[0]))


def _is_aside(text: str, clause: Range) -> bool:
    """Whether a clause is a few words that speak of the one beside it: ', at a guess,', ', the baker says'."""
    is_set_off = text[clause[0]] in ",-" or clause[0] == 0 or text[clause[0] - 1] in ".!? "
    own = text[slice(*clause)]
    is_claim = _begins(text, clause) or bool(found(own, "negation"))  # which says something of its own
    return is_set_off and not is_claim and len(words(own)) <= _LONGEST_ASIDE


def _told(clause: str, own: frozenset[str], numbers: set[float]) -> set[object]:
    return {*(_stems(clause) & own), *(one.values[0] for one in figures(clause) if one.values[0] in numbers)}


def _alone(text: str, other: str) -> tuple[Range, ...]:
    """The words and figures of a text that the other one has not."""
    known = frozenset(word.stem for word in words(other))
    values = {value for one in figures(other) for value in one.values}
    numbers = [one for one in figures(text) if not values & set(one.values)]
    taken = [(one.start, one.end) for one in figures(text)]
    alone = [
        word.place
        for word in words(text)
        if word.is_content and word.stem not in known and not any(a <= word.start < b for a, b in taken)
    ]
    return tuple(sorted([*alone, *((one.start, one.end) for one in numbers)]))


# Figures


def _same(ours: str, theirs: str) -> Iterator[tuple[Range, Range]]:
    """Equal figures: where each stands in the statement and in the passage; of several the nearest in order."""
    free = list(figures(theirs))
    for mine in figures(ours):
        if other := next((one for one in free if one.values[0] == mine.values[0]), None):
            free.remove(other)
            yield (mine.start, mine.end), (other.start, other.end)


def _sums(ours: str, theirs: str, near: str) -> Iterator[tuple[Range, str]]:
    values = {value for one in figures(theirs) for value in one.values}
    for mine in amounts(ours):
        if not mine.figure.is_year and not values & set(mine.figure.values) and mine.figure.values[0] != 1:
            if how := follows(ours, mine, theirs) or follows(ours, mine, theirs, near):
                yield (mine.figure.start, mine.figure.end), how
            elif any(mine.figure.values[0] in one.values for one in figures(near)):
                yield (mine.figure.start, mine.figure.end), "stands in a sentence beside the passage"


def _figures(ours: str, theirs: str, near: str, known_years: frozenset[int]) -> Iterator[tuple[Difference, bool]]:
    """Figures, units, ranks and years that the passage has otherwise, or not at all."""
    other = amounts(theirs)
    around = amounts(near)
    for mine in amounts(ours):
        figure = mine.figure
        if figure.is_year:
            yield from ((one, True) for one in _year(theirs, figure, (*other, *around), known_years))
            continue
        same = [one for one in other if _is_same(figure, one.figure) or _is_number(ours, figure, one.figure)]
        is_word = not ours[figure.start].isdigit() and mine.measure not in _SIGNED
        if not same and figure.values[0] == 1 and not figure.is_rank and is_word:
            continue  # 'one' is hardly a figure
        same = same or [one for one in around if _is_same(figure, one.figure)]
        if not same:
            if follows(ours, mine, theirs) or follows(ours, mine, theirs, near):
                continue
            is_part = figure.values[0] < 1 and any(one.figure.values[0] < 1 for one in other)
            if figure.is_rank and not ours[figure.start].isdigit() and not is_part:
                continue  # 'for the first time': see `_ranks`
            yield _not_there(ours, mine), True
        elif wrong := _other_unit(mine, same, ours, theirs):
            yield wrong, True


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one; 'third' may be the third or a part, and 'three' is neither."""
    if one.is_rank != other.is_rank and one.values[0] != 0.5:
        return one.values[-1] == other.values[-1] and one.is_rank and other.is_rank
    return bool({*one.values} & {*other.values})


def _is_number(ours: str, one: Figure, other: Figure) -> bool:
    """Whether a figure is the rank of the passage: 'number two' is the second."""
    return other.is_rank and one.values[0] in other.values and bool(_NUMBER.search(lowered(ours), 0, one.start))


def _not_there(ours: str, mine: Amount) -> Difference:
    told = ours[mine.figure.start : mine.figure.end]
    kind = "rank" if mine.figure.is_rank else "figure"
    hint = "tell the figure as the passage has it, or one that follows from its figures"
    message = f"'{told}' is not in the passage, and does not follow from its figures"
    question = f"the passage has no '{told}': does it follow from what stands there?"
    return Difference(kind, told, mine.figure.start, mine.figure.end, False, message, hint, question)


def _other_unit(mine: Amount, same: Sequence[Amount], ours: str, theirs: str) -> Difference | None:
    """Twelve hours for twelve days, twelve villages for twelve percent; a unit that only one side names is no fault."""
    one = next((one for one in same if one.measure == mine.measure and one.value == mine.value), same[0])
    is_other = (one.measure, one.value) != (mine.measure, mine.value) and one.figure.values[0] == mine.figure.values[0]
    is_rate = bool(mine.per and one.per and mine.per != one.per)
    if is_other and not (mine.measure and one.measure):
        has_sign = bool({mine.measure, one.measure} & _SIGNED)
        is_other = bool(words(ours[mine.figure.end :])) and (has_sign or _counts_other(mine, one, ours, theirs))
    if not is_other and not is_rate:
        return None
    told, there = ours[mine.start : mine.end].strip(), theirs[one.start : one.end].strip()
    if is_rate and not is_other:
        told, there = f"{told} … {mine.per}", f"{there} … {one.per}"
    message = f"the statement says '{told}', and the passage '{there}'"
    return Difference("unit", told, mine.start, mine.end, False, message, "count in the unit of the passage")


def _counts_other(mine: Amount, one: Amount, ours: str, theirs: str) -> bool:
    """Whether a figure with a unit counts things in the passage: '12 minutes' of '12 trees'."""
    return (
        bool(mine.measure)
        and bool(_counted(theirs, one.figure))
        and not _counted(theirs, one.figure) & _counted(ours, mine.figure)
    )


def _year(theirs: str, figure: Figure, others: Sequence[Amount], known_years: frozenset[int]) -> Iterator[Difference]:
    year = int(figure.values[0])
    named = {int(one.figure.values[0]) for one in others if one.figure.is_year}
    if year in named | known_years or not named:
        return
    low = lowered(theirs)
    if (year + 1 in named and _YEAR_BEFORE.search(low)) or (year - 1 in named and _YEAR_BEHIND.search(low)):
        return
    told = " and ".join(map(str, sorted(named)))
    message = f"the statement says {year}, and the passage {told}"
    yield Difference("year", str(year), figure.start, figure.end, False, message, "tell the year of the passage")


def _ranks(ours: str, theirs: str) -> Iterator[tuple[Difference, bool]]:
    """Ranks in words that the passage gives otherwise, and 'the oldest' of 'the second oldest'."""
    own = [one for one in figures(ours) if one.is_rank and not ours[one.start].isdigit()]
    there = [one for one in figures(theirs) if one.is_rank]
    best = dict(_best(theirs))
    for superlative, (rank, start, end) in _best(ours):
        if superlative in best and best[superlative][0] != rank:
            words_of = theirs[slice(*best[superlative][1:])]
            message = f"the statement says '{ours[start:end]}', and the passage '{words_of}'"
            question = f"the passage says '{words_of}', the statement '{ours[start:end]}': is it so?"
            yield (
                Difference(
                    "rank", ours[start:end], start, end, False, message, "rank it as the passage does", question
                ),
                True,
            )
            return
    for mine in own:
        ranked = _ranked(ours, mine)
        other = next((one for one in there if ranked & _ranked(theirs, one)), None)
        if other and not any(_is_same(mine, one) for one in there):
            told, words_of = ours[mine.start : mine.end], theirs[other.start : other.end]
            message = f"the statement says '{told}', and the passage '{words_of}'"
            question = f"the passage says '{words_of}', the statement '{told}': is it so?"
            yield (
                Difference("rank", told, mine.start, mine.end, False, message, "rank it as the passage does", question),
                True,
            )
            return


def _ranked(text: str, figure: Figure) -> frozenset[str]:
    """The stems of what a rank is of: the word before it and those behind; none of 'every second', which is a share."""
    before = [word for word in words(text) if word.end <= figure.start][-1:]
    if before and before[0].text == "every":
        return frozenset()
    return _counted(text, figure) | {word.stem for word in before if word.is_content}


def _best(text: str) -> Iterator[tuple[str, tuple[float, int, int]]]:
    """Each superlative of a text with its rank, which is 1 where none is told, and its place."""
    low = lowered(text)
    for hit in _BEST.finditer(low) if any(sign in low for sign in ("est", "most ", "least ")) else ():
        ranks = [one for one in figures(hit["rank"] or "") if one.is_rank]
        start = hit.start() if ranks else hit.start("best")
        yield hit["best"], (ranks[0].values[-1] if ranks else 1.0, start, hit.end())


def _rough(ours: str, theirs: str) -> Iterator[tuple[Difference, bool]]:
    """'About half' must not become 'half', nor 'at least 40' become 40."""
    for mine in figures(ours):
        same = [one for one in figures(theirs) if one.values[0] == mine.values[0] and not one.is_year]
        if len(same) != 1 or mine.is_year:
            continue
        hedge, put = rough(theirs, same[0]), rough(ours, mine)
        if hedge and not is_rough(ours, hedge.precisions) and not found(ours, "hedge"):
            message = f"the passage says '{hedge.words} {theirs[same[0].start : same[0].end]}'"
            question = f"the passage says '{hedge.words}': is it true without '{hedge.words}'?"
            hint = f"write '{hedge.words}' too"
            yield Difference("rough", hedge.words, hedge.start, hedge.end, True, message, hint, question), True
        elif (
            put and put.precisions != ("about",) and not is_rough(theirs, put.precisions) and not _is_while(ours, mine)
        ):
            message = f"the statement says '{put.words}', and the passage does not"
            question = f"the statement says '{put.words}', the passage does not: is it so?"
            yield (
                Difference(
                    "rough", put.words, put.start, put.end, False, message, f"leave '{put.words}' out", question
                ),
                True,
            )


def _is_while(text: str, figure: Figure) -> bool:
    """Whether 'over' tells of a time that passed: 'over ten years'."""
    behind = next((one for one in amounts(text) if one.figure == figure), None)
    return behind is not None and behind.measure in ("time", "months")


def _rates(ours: str, theirs: str) -> Iterator[tuple[Difference, bool]]:
    """'Once a month' for 'once a year'."""
    own, there = lengths(ours), lengths(theirs)
    if (
        own - there.keys()
        and there.keys() - own.keys()
        and not any(one.measure in ("time", "months") for one in amounts(ours))
    ):
        unit = next(one for one in own if one not in there)
        start, end = own[unit]
        words_of = theirs[slice(*next(place for one, place in there.items() if one not in own))]
        message = f"the statement says '{ours[start:end]}', and the passage '{words_of}'"
        question = f"the passage says '{words_of}', the statement '{ours[start:end]}': is it so?"
        yield (
            Difference(
                "unit", ours[start:end], start, end, False, message, "count in the unit of the passage", question
            ),
            True,
        )


def _things(ours: str, theirs: str, own_words: float) -> Iterator[tuple[Difference, bool]]:
    """What a figure counts: that of the statement stands behind another figure in the passage, or nowhere in it."""
    numbers, stems = figures(theirs), _stems(theirs)
    for mine in figures(ours):
        same = [one for one in numbers if one.values[0] == mine.values[0]]
        others = [one for one in numbers if one.values[0] != mine.values[0] and not one.is_year]
        if mine.is_year or len(same) != 1:
            continue
        own, there = _counted(ours, mine), _counted(theirs, same[0])
        if not own or not there or own & there:
            continue
        other = next((one for one in others if own & _counted(theirs, one)), None)
        if other and not _COMPARED.search(lowered(theirs), *sorted((other.end, same[0].start))):
            told, counted = ours[mine.start : mine.end], theirs[other.start : other.end]
            message = f"the passage counts that as {counted}, not {told}"
            question = f"is it {told} in the passage, and not {counted}?"
            yield (
                Difference(
                    "thing", told, mine.start, mine.end, False, message, "see which figure counts what", question
                ),
                True,
            )
        elif not own & stems and own_words >= _OWN_WORDS:
            told = ours[mine.start : mine.end]
            message = f"the passage counts something else as '{told}'"
            yield Difference("thing", told, mine.start, mine.end, False, message, "count what the passage counts"), True


def _counted(text: str, figure: Figure) -> frozenset[str]:
    """The stems of the words right behind a figure, up to the end of its clause."""
    sentence_end = next((end for start, end in sentence_ranges(text) if figure.end <= end), len(text))
    end = next((end for _, end in clauses(text, figure.end, sentence_end)), figure.end)
    numbers = [(one.start, one.end) for one in figures(text)]
    behind = [
        word
        for word in words(text)
        if figure.end <= word.start < end and not any(a <= word.start < b for a, b in numbers)
    ]
    while behind and behind[0].text in _BEFORE_NOUNS:
        behind = behind[1:]
    nouns: list[str] = []
    for word in behind[:_WINDOW]:
        if not word.is_content:
            break
        nouns.append(word.stem)
    return frozenset(nouns)


# Words that turn a claim round


def _operators(ours: str, theirs: str, part: str, held: Sequence[Range]) -> Iterator[tuple[Difference, bool]]:
    """Each difference, with whether it is refused where the statement is in the passage's own words."""
    yield from _negation(ours, theirs, held)
    for kind in ("hedge", "hearsay", "attribution", "condition", "intent"):
        yield from _lost(kind, ours, theirs, held)
    yield from _turned(ours, theirs, part, held)


def _inside(hits: Iterable[Found], held: Sequence[Range]) -> list[Found]:
    return [one for one in hits if any(start <= one.start < end for start, end in held)]


def _negation(ours: str, theirs: str, held: Sequence[Range]) -> Iterator[tuple[Difference, bool]]:
    mine, there = found(ours, "negation"), _inside(found(theirs, "negation"), held)
    is_turned = len(mine) % 2 != len(there) % 2
    if not is_turned and bool(mine) == bool(there):
        return
    more = there if len(there) > len(mine) else mine
    one = more[-1]
    denied = _denied(ours, one)
    elsewhere = [_denied(theirs, hit) for hit in found(theirs, "negation")] if more is mine else []
    if denied in elsewhere:
        return  # it stands in the passage, in another clause
    operator = next(
        row
        for row in of_class("negation")
        if any(hit.start == one.start for hit in places(row, theirs if more is there else ours))
    )
    side, other = ("passage", "statement") if more is there else ("statement", "passage")
    message = f"the {side} says '{one.words}', and the {other} does not"
    hint = "say it as the passage does"
    question = operator.question.format(word=one.words, has=side, lacks=other)
    yield (
        Difference("negation", one.words, one.start, one.end, more is there, message, hint, question),
        operator.refuses and is_turned and not (mine and there) and denied[0] not in (word for word, _ in elsewhere),
    )


def _denied(text: str, negation: Found) -> tuple[str, str]:
    """A negation with the stem of what it denies."""
    behind = (word.stem for word in words(text) if word.start >= negation.end and word.is_content)
    return negation.words.lower(), next(behind, "")


def _lost(kind: Class, ours: str, theirs: str, held: Sequence[Range]) -> Iterator[tuple[Difference, bool]]:
    """A doubt, a 'he told me', a condition or a plan of the passage that the statement has not."""
    kept = _DOUBTS if kind in _DOUBTS else (kind,)
    if not stands(theirs, kind) or found(ours, *kept):
        return
    for row in of_class(kind):
        hits = _inside(places(row, theirs), held)
        if not hits or opposites(row, ours):
            continue
        one = hits[0]
        message = f"the passage says '{one.words}', and the statement does not"
        question = row.question.format(word=one.words)
        yield (
            Difference(kind, one.words, one.start, one.end, True, message, f"say '{one.words}' too", question),
            row.refuses,
        )
        return


def _turned(ours: str, theirs: str, part: str, held: Sequence[Range]) -> Iterator[tuple[Difference, bool]]:
    """The opposite of what the passage says; a word that stands in the passage itself is never the opposite."""
    turning: tuple[Class, ...] = ("direction", "quantity")
    kinds = [kind for kind in turning if stands(ours, kind) and stands(theirs, kind)]
    if not kinds:
        return
    there = frozenset(word.stem for word in words(theirs))
    for row in of_class(*kinds):
        ways = ((places, opposites), (opposites, places)) if row.of == "direction" else ((places, opposites),)
        for own, other in ways:
            mine = own(row, ours)
            against = _inside(other(row, theirs), held) if mine else []
            if not against or own(row, part) or other(row, ours):
                continue
            one, two = mine[0], against[0]
            is_less = row.of == "quantity" and one.words.lower() in two.words.lower()  # 'all' of 'nearly all'
            if not is_less and all(word.stem in there for hit in mine for word in words(hit.words)):
                continue
            message = f"the statement says '{one.words}', and the passage '{two.words}'"
            question = row.question.format(ours=one.words, theirs=two.words)
            yield (
                Difference(
                    row.of, one.words, one.start, one.end, False, message, "say it as the passage does", question
                ),
                row.refuses,
            )
            break
