"""What a statement and its passage differ in. This module alone decides what is refused, and what a person is asked.

A difference is refused where the statement is otherwise in the passage's own words; else it is a question. How many of
its words must be the passage's depends on the kind of difference:

    none            another year, month, weekday or unit: anybody sees that
    three tenths    another figure or rank, or a figure that counts something else; what stands behind it in the
                    place of what the passage counts counts as no word of one's own, and is asked about at four fifths
    seven tenths    an "about" that is lost
    four fifths     a negation more, or one less of what the statement has, where a name in place of the passage's "it"
                    counts as its own; a doubt or a "he told me" that is lost; the opposite, which counts as no word of
                    one's own; "all" for "some"; a plan told as a deed
    always asked    a lost condition or "mostly"; a figure in the place of another from which it follows; every row
                    of `operators.tsv` whose verdict is "ask"

An entry is compared with its passage whole (`compare`); of a sentence that refers to a fact only what it turns round is
looked for (`bent`). A quotation is compared letter by letter, in `evidence/proof/quotes.py`.

Whatever else differs, a person sees: the words that stand on one side only are listed. A statement is compared with the
clauses of the passage that share its words, so that a "not" in another clause does not count.

A new kind of word is a row of `operators.tsv`. A new kind of difference is a generator of `Difference`s that `compare`
calls, with its code in `_CODES` and its place among the questions in `_RECORD`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from talkbuilder.claims.figure_differences import (
    OWN_WORDS,
    Difference,
    of_added_rates,
    of_calendar,
    of_changes,
    of_figures,
    of_pairs,
    of_ranks,
    of_rates,
    of_roughness,
    of_things,
    of_years,
    same_figures,
    share_of_own_words,
    sums,
)
from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import Range, lowered, overlaps
from talkbuilder.claims.operators import (
    CLASSES,
    Class,
    Found,
    Operator,
    found,
    of_class,
    opposed,
    opposites,
    places,
    stands,
)
from talkbuilder.claims.texts import clauses, sentence_ranges, stem, words

# A clause of the passage is compared where the statement has two words of it that no other clause has, or this share of
# its words; where `exact` points to the clause, a smaller share is enough.
_FURTHER = 2
_TOLD = 0.6
_TOLD_POINTED = 0.4
_LONGEST_ASIDE = 5  # words
_PRONOUN = r"\b(?:it|they|he|she|we)\b"
_NAMED = 0.5  # the share of words that a statement has of the passage itself, where it names what that calls 'it'
_NEIGHBOURS = 3  # words before and behind what a sentence prints of a fact
# Characters of a statement and of its passage that are compared; longer texts are compared up to here.
_LONGEST, _LONGEST_PASSAGE = 1_000, 4_000
# The share of a statement's words that must be the passage's for a difference to be refused, where it is less.
_OWN = {"year": 0.0, "unit": 0.0, "figure": 0.3, "rank": 0.3, "rough": 0.7, "thing": 0.3}
_DOUBTS: tuple[Class, ...] = ("hedge", "hearsay", "attribution")  # each says that something is not certain
_TURNING: tuple[Class, ...] = ("negation", "direction", "quantity")
_LOST: tuple[Class, ...] = (*_DOUBTS, "condition", "intent")
# The kinds of questions, those that are right most often first: an entry has one. The corpora in the tests count that.
_RECORD = (
    *("figure", "year of another", "hearsay", "hedge", "attribution", "negation", "direction"),
    *("quantity", "rank", "unit", "rough", "thing", "intent", "condition"),
)
# With these begins a clause that says something of its own.
_JOINT = r"\W*(?:and|or|but|although|though|while|whereas|however|yet|because|which|who|so|except)\b|[;:(]"
_THAT = r", that\b"  # behind an aside, and led by what stands before that: 'It hopes, as ever, that …'

# Between two sides that are compared, and of what is no longer so.
_THAN = r"\bthan\b"
_ONCE = r"\b(?:used to|before that|until then|formerly)\b"


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
        return tuple(same_figures(self.ours, self.theirs))

    @property
    def computed(self) -> tuple[tuple[Range, str], ...]:
        return tuple(sums(self.ours, self.theirs, self.near))

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
    own, turned = (share_of_own_words(ours, theirs, spared) for spared in ((), opposed(ours)))
    # 'The debt was not paid' of "A debt remained. It was paid": the passage's own words, where its 'it' has a name.
    is_named = own >= _NAMED and re.search(_PRONOUN, lowered(theirs)) and not stands(near, "negation")
    named = share_of_own_words(ours, f"{theirs} {near}") if is_named else own
    is_dated = any(one.is_year for one in figures(ours))
    told = _parts(theirs, _held(ours, theirs, pointed, with_years=False)) if is_dated else ""
    held = _held(ours, theirs, pointed) if stands(theirs, *CLASSES) else ()
    differences = [
        *of_figures(ours, theirs, near),
        *of_years(ours, told, theirs, near, frozenset(known_years)),
        *of_pairs(ours, theirs),
        *of_calendar(ours, theirs),
        *_negation(ours, theirs, _inside(found(theirs, "negation"), held), own >= OWN_WORDS),
        *(one for kind in _LOST for one in _lost(kind, ours, theirs, held, own >= OWN_WORDS)),
        *_turned(ours, theirs, held, turned >= OWN_WORDS),
        *of_ranks(ours, theirs),
        *of_rates(ours, theirs),
        *of_roughness(ours, theirs),
        *of_things(ours, theirs, own),
    ]
    shares = {"direction": turned, "negation": named}
    refused = [one for one in differences if _is_refused(one, shares.get(one.kind, own))]
    asked = [one for one in differences if one not in refused]
    asked.sort(key=lambda one: _RECORD.index(one.kind))
    return Differences(tuple(refused), tuple(asked), ours, theirs, near)


def bent(ours: str, theirs: str, known_years: Iterable[int] = (), shown: Sequence[Range] = ()) -> Iterator[Difference]:
    """How a sentence turns round the fact that it refers to, and need not tell whole: what `compare` refuses of itself.

    `shown` are the places of what it prints of the fact: an opposite beside one of them turns it round in any words.
    Figures that count, and their units, are left out: they are told where they are typed. Where a sentence shares few
    words with the fact, less is looked for.
    """
    ours, theirs = ours[:_LONGEST], theirs[:_LONGEST_PASSAGE]
    yield from (*of_added_rates(ours, theirs, shown), *of_changes(ours, shown))
    for start, end in opposed(ours):  # 'a month less' that is printed does not undo the 'more' beside it
        if overlaps((start, end), shown):
            ours = f"{ours[:start]}{'·' * (end - start)}{ours[end:]}"
    turning = opposed(ours)
    own = share_of_own_words(ours, theirs, turning)  # 'it rose' is in the words of 'it fell'
    near = [_with_neighbours(ours, one) for one in shown] if turning else []
    is_near = any(stands(ours[slice(*one)], "direction") for one in near)
    is_retold = len(_stems(ours) & _stems(theirs)) >= _FURTHER  # as one that says 'not' must be told with it
    for one in _all_bent(ours, theirs, frozenset(known_years), own, 1.0 if is_near else own):
        is_beside = one.kind == "direction" and one.may_refuse and overlaps(one.place, near)
        is_meant = not one.is_theirs or (one.kind == "negation" and is_retold)
        if is_meant and (_is_refused(one, own) or is_beside):
            yield one


def _all_bent(ours: str, theirs: str, known_years: frozenset[int], own: float, least: float) -> Iterator[Difference]:
    """All differences of a sentence that need not tell its fact whole, but those that take more than `least` own words
    to be refused.
    """
    yield from of_years(ours, "", theirs, "", known_years)
    yield from (*of_pairs(ours, theirs), *of_calendar(ours, theirs))
    if least >= OWN_WORDS:
        held = _held(ours, theirs, ()) if stands(theirs, *_TURNING) else ()
        # Who leaves out 'without landing' need not say 'without'.
        denied = [one for one in _inside(found(theirs, "negation"), held) if _is_told(one, theirs, ours)]
        yield from _negation(ours, theirs, denied, own >= OWN_WORDS)
        turned = [*_turned(ours, theirs, held, own >= OWN_WORDS)]
        if not turned:  # it may turn round another clause than its figure's: 'the rise was 40 percent'
            held = tuple(one for one in sentence_ranges(theirs) if overlaps(one, held))
            turned = [*_turned(ours, theirs, held, own >= OWN_WORDS)]
        yield from turned
    if least >= _OWN["rank"]:
        yield from of_ranks(ours, theirs)
    if least >= _OWN["rough"]:
        yield from of_roughness(ours, theirs)
    if least >= _OWN["thing"]:
        yield from of_things(ours, theirs, own)


def _with_neighbours(text: str, place: Range) -> Range:
    """A place with the words beside it: 'had fallen to 40 boats'."""
    before = [one.start for one in words(text) if one.end <= place[0]][-_NEIGHBOURS:]
    behind = [one.end for one in words(text) if one.start >= place[1]][:_NEIGHBOURS]
    return before[0] if before else place[0], behind[-1] if behind else place[1]


def _is_refused(one: Difference, own: float) -> bool:
    return one.may_refuse and own >= _OWN.get(one.kind, OWN_WORDS)


def _parts(text: str, parts: Iterable[Range]) -> str:
    return " ".join(text[slice(*part)] for part in parts)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text) if word.is_content)


def _held(ours: str, theirs: str, pointed: Sequence[Range], with_years: bool = True) -> tuple[Range, ...]:
    """The clauses that tell what the statement tells, of the one sentence of the passage that shares most with it.

    First those that are pointed to, or the one that shares most with it; then those that add something, and are told
    for a good part.
    """
    own = {**_opposed_stems(ours, theirs), **{one: one for one in _stems(ours)}}
    numbers = {one.values[0] for one in figures(ours) if with_years or not one.is_year}
    sentences = list(sentence_ranges(theirs)) or [(0, len(theirs))]
    if pointed:
        parts = [part for one in sentences if overlaps(one, pointed) for part in clauses(theirs, *one)]
    else:
        parts = list(clauses(theirs, *max(sentences, key=lambda one: _shared(theirs[slice(*one)], own, numbers))))
    told = [_told(theirs[start:end], own, numbers) for start, end in parts]
    sizes = [len(_stems(theirs[start:end])) for start, end in parts]
    # A clause none of whose figures the statement has is of something else, though it names the same things.
    others = [[one.values[0] for one in figures(theirs[slice(*part)]) if not one.is_year] for part in parts]
    counts = {one.values[0] for one in figures(ours) if not one.is_year}
    is_other = [bool(counts and own) and counts.isdisjoint(own) for own in others]
    is_told = [len(own) >= _TOLD_POINTED * size for own, size in zip(told, sizes, strict=True)]
    chosen = {at for at, part in enumerate(parts) if is_told[at] and overlaps(part, pointed)}
    left = set[object]().union(*told).difference(*(told[at] for at in chosen))
    while left:
        best = max(range(len(parts)), key=lambda at: (not is_other[at], len(told[at] & left), len(told[at]), -at))
        new = len(told[best] & left)
        if not new or (chosen and (is_other[best] or (new < _FURTHER and len(told[best]) < _TOLD * sizes[best]))):
            break
        chosen.add(best)
        left -= told[best]
    pairs = ((at, near) for at in chosen for near in (at - 1, at + 1) if 0 <= near < len(parts))
    beside = ((at, near) for at, near in pairs if _is_aside(theirs, parts[near]))
    held = {near for at, near in beside if near > at or not _begins(theirs, parts[at])}
    held |= {at - 2 for at in chosen if at > 1 and re.compile(_THAT).match(lowered(theirs), parts[at][0])}
    return tuple(parts[at] for at in sorted(chosen | held)) or ((0, len(theirs)),)


def _begins(text: str, clause: Range) -> bool:
    """Whether a clause says something of its own: 'but …'."""
    return bool(re.compile(_JOINT).match(lowered(text), clause[0]))


def _is_aside(text: str, clause: Range) -> bool:
    """Whether a clause is a few words that speak of the one beside it: ', at a guess,', ', the baker says'."""
    is_set_off = text[clause[0]] in ",-" or clause[0] == 0 or text[clause[0] - 1] in ".!? "
    own = text[slice(*clause)]
    is_claim = bool(found(own, "negation")) or (_begins(text, clause) and not found(own, "hearsay"))
    return is_set_off and not is_claim and len(words(own)) <= _LONGEST_ASIDE


def _opposed_stems(ours: str, theirs: str) -> Mapping[str, str]:
    """What of the passage is told by its opposite, or by another word for it: 'shorter' as 'longer'."""
    told = dict[str, str]()
    for row in of_class("direction") if stands(ours, "direction") and stands(theirs, "direction") else ():
        mine, there = (_hit_stems((*places(row, text), *opposites(row, text))) for text in (ours, theirs))
        told |= dict.fromkeys(there if mine else (), mine[0] if mine else "")
    return told


def _hit_stems(hits: Iterable[Found]) -> list[str]:
    return [word.stem for hit in hits for word in words(hit.words) if word.is_content]


def _told(clause: str, own: Mapping[str, str], numbers: set[float]) -> set[object]:
    """What of a statement a clause has; `own` gives for each stem of the passage that of the statement."""
    stems = {own[one] for one in _stems(clause) if one in own}
    return {*stems, *(one.values[0] for one in figures(clause) if one.values[0] in numbers)}


def _shared(sentence: str, own: Mapping[str, str], numbers: set[float]) -> tuple[int, float]:
    """How much of a sentence a statement tells: so many words of it, and of as many the greater part of them."""
    told = len(_told(sentence, own, numbers))
    return told, told / (len(_stems(sentence)) or 1)


def _alone(text: str, other: str) -> tuple[Range, ...]:
    known = frozenset(word.stem for word in words(other))
    values = {value for one in figures(other) for value in one.values}
    numbers = [one for one in figures(text) if not values & set(one.values)]
    taken = [(one.start, one.end) for one in figures(text)]
    others = (word for word in words(text) if word.is_content and word.stem not in known)
    alone = [word.place for word in others if not any(a <= word.start < b for a, b in taken)]
    return tuple(sorted([*alone, *((one.start, one.end) for one in numbers)]))


# Words that turn a claim round


def _inside(hits: Iterable[Found], held: Sequence[Range]) -> list[Found]:
    return [one for one in hits if any(start <= one.start < end for start, end in held)]


def _negation(ours: str, theirs: str, there: Sequence[Found], is_close: bool) -> Iterator[Difference]:
    """A 'not' that only one side has; `there` are those of the passage that count."""
    mine = found(ours, "negation")
    if mine and not is_close and found(theirs, "negation"):
        return  # in other words a passage denies with another of its clauses
    is_turned = len(mine) % 2 != len(there) % 2
    if not is_turned and bool(mine) == bool(there):
        return
    more = there if len(there) > len(mine) else mine
    one = more[-1]
    if more is mine and one.words.lower() in (hit.words.lower() for hit in found(theirs, "negation")):
        return  # it stands in the passage, in another clause
    sides = (ours, theirs) if more is there else (theirs, ours)
    rows = of_class("negation")
    operator = next(row for row in rows if any(hit.start == one.start for hit in places(row, sides[1])))
    if _more(*(opposites(operator, text) for text in sides)):
        return  # the other side says so without a 'not'
    side, other = ("passage", "statement") if more is there else ("statement", "passage")
    message = f"the {side} says '{one.words}', and the {other} does not"
    hint = f"write '{one.words}' too, as the passage does" if more is there else f"leave '{one.words}' out"
    question = operator.question.format(word=one.words, has=side, lacks=other)
    is_meant = more is mine or _is_told(one, theirs, ours, most=None)  # 'that nobody had asked for'
    may_refuse = operator.refuses and is_turned and not (mine and there) and is_meant
    yield Difference("negation", one.words, one.start, one.end, more is there, message, hint, question, may_refuse)


def _is_told(negation: Found, theirs: str, ours: str, most: int | None = 1) -> bool:
    """Whether a text has what another one denies: of the next words of content behind its 'not' in the clause, one."""
    whole = next(one for one in sentence_ranges(theirs) if negation.start < one[1])
    end = next(end for _, end in clauses(theirs, *whole) if negation.start < end)
    behind = [word.stem for word in words(theirs[negation.end : end]) if word.is_content][:most]
    return not behind or not _stems(ours).isdisjoint(behind)


def _lost(kind: Class, ours: str, theirs: str, held: Sequence[Range], is_close: bool) -> Iterator[Difference]:
    """A doubt, a 'he told me', a condition or a plan of the passage that the statement has not.

    Any of its class stands for it; in the passage's own words one that the passage has besides does not.
    """
    kept = _DOUBTS if kind in _DOUBTS else (kind,)
    if not stands(theirs, kind):
        return
    all_there, own = found(theirs, *kept), {word.stem for word in words(ours)}
    mine, there = (Counter(one.words.lower() for one in all) for all in (found(ours, *kept), all_there))
    if mine and (not is_close or mine - there):
        return
    for row in of_class(kind):
        # 'Said' of 'are said to' is no other word than that.
        hits = [one for one in _inside(places(row, theirs), held) if one in all_there and one.words.lower() not in mine]
        if kind == "hedge":  # 'their estimate is' of 'they estimated that'
            hits = [one for one in hits if stem(one.words.lower()) not in own]
        if not hits or (not mine and opposites(row, ours)):
            continue
        one = hits[0]
        message = f"the passage says '{one.words}', and the statement does not"
        question = row.question.format(word=one.words)
        hint = f"say '{one.words}' too"
        yield Difference(kind, one.words, one.start, one.end, True, message, hint, question, row.refuses)
        return


def _are_there(mine: Sequence[Found], against: Sequence[Found], theirs: str, row: Operator) -> bool:
    """Whether the words stand in the passage itself; but 'all' of 'nearly all' says more."""
    if row.of == "quantity" and against and mine[0].words.lower() in against[0].words.lower():
        return False
    there = {word.stem for word in words(theirs)}
    return all(word.stem in there for hit in mine for word in words(hit.words))


def _more(hits: Iterable[Found], others: Iterable[Found]) -> list[Found]:
    """The words of one side beyond as many as the other text has; what it has in the same words is left out first."""
    left = Counter(stem(one.words.lower()) for one in others)
    more = []
    for hit in hits:
        word = stem(hit.words.lower())
        if left[word]:
            left[word] -= 1
        else:
            more.append(hit)
    return more[left.total() :]


def _turned(ours: str, theirs: str, held: Sequence[Range], is_close: bool) -> Iterator[Difference]:
    """The opposite of what the passage says; a word that stands in the passage itself is never the opposite.

    Where the two sides of a comparison are exchanged, the opposite says the same, and the same word turns it round.
    """
    if not (kinds := [kind for kind in _TURNING[1:] if stands(ours, kind) and stands(theirs, kind)]):
        return
    than, is_turned = _exchanged(ours, _parts(theirs, held)), False
    numbers = {one.values[0] for one in figures(ours) if not one.is_year}
    counted = [part for part in held if any(one.values[0] in numbers for one in figures(theirs[slice(*part)]))]
    for row in of_class(*kinds):
        if pair := _opposite(row, ours, theirs, held, counted, is_close):
            is_turned = True
            if than is None or row.of == "quantity":
                yield _turning(row, *pair)
    if than and than[0] < than[1] and not is_turned:
        message = f"the two sides of '{ours[slice(*than)]}' have changed places"
        hint = "compare as the passage does"
        yield Difference("direction", ours[slice(*than)], *than, False, message, hint, f"{message}: is it so?")


def _opposite(
    row: Operator, ours: str, theirs: str, held: Sequence[Range], counted: Sequence[Range], is_close: bool
) -> tuple[Found, Found, bool] | None:
    """A word of the statement, the one of some clauses that is its opposite, and whether that may be refused.

    `counted` are those of the clauses that have a figure of the statement.
    """
    is_direction, beside = row.of == "direction", _parts(theirs, counted) or theirs
    for own, other in ((places, opposites), (opposites, places)):
        if not (own(row, ours) and (is_direction or is_close or own is places)):
            continue
        mine: Sequence[Found] = own(row, ours)
        against: Sequence[Found] = _inside(other(row, theirs), held)
        if is_direction and is_close:  # in the passage's own words a single one may be turned
            mine = _more(mine, _inside(own(row, theirs), counted or held))
            against = _more(against, other(row, ours))
        elif _inside(own(row, theirs), held) or other(row, ours) or _are_there(mine, against, beside, row):
            continue
        if mine and against:
            is_elsewhere = is_direction and not counted and _are_there(mine, against, theirs, row)
            # What is true of all is true of some.
            return mine[0], against[0], row.refuses and (is_direction or own is places) and not is_elsewhere
    return None


def _turning(row: Operator, mine: Found, there: Found, may_refuse: bool) -> Difference:
    message = f"the statement says '{mine.words}', and the passage '{there.words}'"
    question = row.question.format(ours=mine.words, theirs=there.words)
    hint = f"write '{there.words}' in place of '{mine.words}'"
    return Difference(row.of, mine.words, mine.start, mine.end, False, message, hint, question, may_refuse)


def _exchanged(ours: str, theirs: str) -> Range | None:
    """Where a statement compares the two sides of the passage's 'than' the other way round; None where it does not.

    The place is empty where only one of them compares, and the other tells of its second side, or of what used to be.
    """
    mine, there = _sides(ours), _sides(theirs)
    if mine and there:
        is_exchanged = mine[0] & there[1] - there[0] and mine[1] & there[0] - there[1]
        return mine[2] if is_exchanged else None
    first, second, _ = mine or there or (frozenset[str](), frozenset[str](), 0)
    is_of_second = bool(second - first) and second - first <= _stems(theirs if mine else ours)
    is_past = not re.search(_ONCE, lowered(theirs)) and re.search(_ONCE, lowered(ours))
    return (0, 0) if is_of_second or is_past else None


def _sides(text: str) -> tuple[frozenset[str], frozenset[str], Range] | None:
    """The words before the only 'than' of a text, in its clause, and those behind it; then its place."""
    place = [one.span() for one in re.finditer(_THAN, lowered(text))]
    is_figure = any(one.start == place[0][1] + 1 for one in figures(text) if place) and " ago" not in text
    if len(place) != 1 or is_figure:  # 'more than 40'
        return None
    whole = next(one for one in sentence_ranges(text) if overlaps(one, place))
    part = next(one for one in clauses(text, *whole) if overlaps(one, place))
    return _stems(text[part[0] : place[0][0]]), _stems(text[place[0][1] : part[1]]), place[0]
