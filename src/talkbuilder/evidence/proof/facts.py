"""Whether a fact is what its passage says: its words are there, and nothing that can be compared disagrees."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from talkbuilder.claims.compare import compare
from talkbuilder.claims.currencies import MEASURES, measure
from talkbuilder.claims.figure_differences import Difference, is_relative
from talkbuilder.claims.figures import Figure, figures, is_rough, rough, scale_of, year_before_to, years_of
from talkbuilder.claims.normal import Range, lowered, normalise, overlaps
from talkbuilder.claims.operators import found as operators_in
from talkbuilder.claims.reckoning import amounts, follows, measure_of
from talkbuilder.claims.texts import clauses, content_stems, words
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact, write_number
from talkbuilder.evidence.proof.nearest import closest
from talkbuilder.evidence.proof.post_text import PostText, called
from talkbuilder.evidence.proof.quotes import Found, speaker_hint
from talkbuilder.source.fields import Text

_REPORTED_BEFORE = 2  # sentences in which 'she told me' may stand before what she said
_NEAR = 2  # sentences before and behind, in which a figure may stand as well
_MOST_SHOWN = 3  # places of words that stand in several
_FAR = 1_000  # characters before and behind, of what never comes to a full stop
# Words by which one voice reports what another one says.
_REPORTING = (
    r"\b(?:heard|t(?:old|ells?)|s(?:aid|ays?)|not(?:ed|es)(?= that)|wr(?:ote|ites|itten)|according to|report(?:s|ed)"
    r"|claim(?:s|ed)|fe(?:lt|els)(?= that)|mention(?:s|ed)|explain(?:s|ed)|answer(?:s|ed)|read (?:a|about|in|on|that)"
    r"|in the words of|quot(?:es|ed)|define[sd])\b"
)
_STOPS = " \"'()[],;:.!?-"
# By these, in the clause that is pointed to, a year follows from that of the source.
_RELATIVE = r"\b(?:last|this|next|past|previous|ago|now|today|currently|nowadays|recently|since|so far|these days)\b"
# And by these a figure is of some time.
_TIME = (
    r"(?<![\d.,])\b(?:1[5-9]|20)\d\d\b(?![.,]\d)|\b(?:today|now|currently|nowadays|(?:last|this) (?:\w+ ){0,2}?year)\b"
)
# No figure is of a year until which something is; 'from 2009 until 2011' is a span.
# Years of which a figure is not, but with which it is compared, or up to or from which something is.
_UNTIL = r"(?<!\d )\b(?:until|till|since|had in) (?:the end of )?(?:[A-Z]?[a-z]+ )?\d{4}\b"
_THAN = r"\bthan in \d{4}\b"
_MORE = r"\d (?:[^\W\d]+ ){0,2}(?:more|fewer|less|higher|lower) than in "  # what is of two years
_SPAN = (
    r"\b(?:between|from) (?P<first>(?:1[5-9]|20)\d\d) (?:and|to|until|through) (?P<last>(?:1[5-9]|20)\d\d)\b"
    r"|\b(?P<whole>(?:1[5-9]|20)\d\d)[-/](?P<next>\d\d(?:\d\d)?)\b"
)
_OWN_YEAR = (
    r"(?<!than )(?<!as )\b(?:in|by|during)(?: \w+)? ((?:1[5-9]|20)\d\d)\b"  # so a clause tells of what year it is
)
_SHOWN = ("figure", "rank", "year", "unit")
_CLAIMING = ("over", "almost", "at-least")  # what each of these adds to a figure is true or false
_CELLS = " | "  # between the cells of a row of a table
_AGED = re.compile(r"under|over|(?:old|young)er than")
_BETWEEN = "; "  # a clause of one sentence says nothing of the other: no doubt and no year reaches across


class Pointed(Struct, frozen=True):
    """The sentences in which a fact's words stand, one behind the other, and where the words stand in that text."""

    text: str
    own: tuple[Range, ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch stands within the fact's own words."""
        return any(left <= start and end <= right for left, right in self.own)


def find_fact(fact: Fact, post_date: str, post_text: PostText) -> Found:
    """The one place of a fact, and what is wrong with it there; no place where it is not in the post."""
    exact = normalise(fact.exact.value).text
    places = list(post_text.places(exact))
    if not places:
        message = f"these words are not in the post '{fact.post.value}'"
        return Found((), (Diagnostic("E101", message, fact.exact.span, closest(post_text.text, exact)),))
    fitting = [place for place in places if _is_within(fact, post_text, place)]
    if len(fitting) != 1:
        return Found((), (_ambiguous(fact, places, len(fitting), post_text),))
    second = second_place(fact, post_text, fitting[0])
    if isinstance(second, Diagnostic):
        return Found((), (second,))
    return _compared(fact, post_date, post_text, tuple(sorted({fitting[0], second or fitting[0]})))


def _is_within(fact: Fact, post_text: PostText, place: Range) -> bool:
    """Whether the words of `within` stand right before and right behind; a single text may stand on either side."""
    around = [normalise(text.value).text.strip(_STOPS) for text in fact.within]
    before, behind = post_text.text[: place[0]].rstrip(_STOPS), post_text.text[place[1] :].lstrip(_STOPS)
    if len(around) == 1:
        return before.endswith(around[0]) or behind.startswith(around[0])
    return not around or (before.endswith(around[0]) and behind.startswith(around[1]))


def _ambiguous(fact: Fact, places: list[Range], fitting: int, post_text: PostText) -> Diagnostic:
    shown = " and ".join(f"“{post_text.passage(*place)}”" for place in places[:_MOST_SHOWN])
    hint = f"take more words of the one that you mean into 'exact', 12 at most: {shown}"
    if not fact.within:
        message = f"'exact' stands {len(places)} times in the post '{fact.post.value}'"
        return Diagnostic("E102", message, fact.exact.span, hint)
    found = f"fits {fitting} places" if fitting else "does not stand around 'exact'"
    return Diagnostic("E102", f"'within' {found} in the post '{fact.post.value}'", fact.within[0].span, hint)


def _compared(fact: Fact, post_date: str, post_text: PostText, places: tuple[Range, ...]) -> Found:
    """What is wrong with a fact at its place, or its two places, and what a person is asked."""
    sentences = pointed(post_text, places)
    near = _around(post_text, places)
    faults = [*_source(fact, post_text, places[0])]
    if not words(_plain(fact.says)):
        faults.append(Diagnostic("E009", "'says' holds no word", fact.says.span, "say what the fact is, in a sentence"))
    for own in sentences.own:
        faults += _cut(fact, sentences.text, own, figures(sentences.text))
    figure = _figure(fact, sentences)
    if fact.value is not None and figure is None and not _is_derived(fact, sentences.text, near):
        hint = "write the figure of the passage as 'value', or let 'exact' point to the words that hold this one"
        message = f"the value {write_number(fact.value)} is not in the passage, and does not follow from its figures"
        faults.append(Diagnostic("E108", message, fact.exact.span, hint))
    faults += (*_other_value(fact), *_other_unit(fact, sentences.text), *_elsewhere(fact, sentences))
    is_of_two = re.search(_MORE, lowered(sentences.text)) is not None
    others = _UNTIL if is_of_two else f"{_UNTIL}|{_THAN}"
    of_year = re.sub(others, lambda found: "x" * len(found[0]), sentences.text)
    dated = [*_dated(fact, sentences, of_year, near, figure, post_date)]
    faults += dated
    if figure is not None:
        faults += _precision(fact, sentences.text, figure)
    asked: list[Difference] = []
    computed: tuple[str, ...] = ()  # figures with a sum of their own; one made round must be so in 'show' too
    years = [int(fact.as_of.value[:4])] if fact.as_of and not dated else []
    is_reported = _is_reported(fact, post_text, places[0])
    for key, text in (("says", fact.says), ("show", fact.show)):
        if text is None:
            continue
        found = compare(_plain(text), sentences.text, near, years, sentences.own)
        # What is shown alone is hardly ever in the passage's own words, but its figure is printed.
        refused = found.refused if key == "says" else tuple(filter(_is_shown, (*found.refused, *found.asked)))
        if key == "says" and fact.show is not None:
            computed = tuple(found.ours[slice(*place)] for place, how in found.computed if " = " in how)
        for one in refused:
            if not (one.kind == "attribution" and is_reported) and one.words not in computed:
                place = text.span if one.is_theirs else text.place_of(one.words)
                faults.append(Diagnostic(one.code, f"'{key}': {one.message}", place, one.hint))
        asked += (one for one in found.asked if key == "says" and not (one.kind == "attribution" and is_reported))
    question = next((one.question for one in asked), "") or _other_column(fact, post_text, places[0])
    question = question or _undated(fact, of_year, f"{near} {sentences.text}", post_date)
    return Found(places, tuple(_once(faults)), question)


def _is_reported(fact: Fact, post_text: PostText, place: Range) -> bool:
    """Whether another voice reports the fact's source: its 'she said' is told by naming who said it."""
    own = {fact.source.value}
    if set(post_text.speakers(*place)) != own:
        return True
    return fact.source.value != post_text.by and set(post_text.speakers(*post_text.sentence(*place))) != own


def _source(fact: Fact, post_text: PostText, place: Range) -> Iterator[Diagnostic]:
    """The source is who is speaking, or somebody whom that one reports; the author of a post is not reported in it."""
    speakers = post_text.speakers(*place)
    if set(speakers) == {fact.source.value}:
        return
    named = " and ".join(dict.fromkeys(map(called, speakers)))
    is_reported = fact.kind in ("hearsay", "secondary") and len(set(speakers)) == 1
    if not is_reported or fact.source.value == post_text.by:
        message = f"'{fact.source.value}' does not say this; it is {named}"
        hint = speaker_hint("source", fact.post.value, place, post_text)
        yield Diagnostic("E103", message, fact.source.span, hint)
        return
    start, _ = post_text.sentence(*place)
    begin, _ = post_text.sentences_before(start, _REPORTED_BEFORE)
    end = post_text.sentence(*place)[1]
    if not re.search(_REPORTING, lowered(post_text.text[begin:end])):
        hint = "name as 'source' who is speaking there, or take words into 'exact' that tell from whom it comes"
        message = f"{named} does not tell it as from '{fact.source.value}'"
        yield Diagnostic("E103", message, fact.source.span, hint)


def _cut(fact: Fact, sentence: str, own: Range, numbers: tuple[Figure, ...]) -> Iterator[Diagnostic]:
    for one in numbers:
        if one.start < own[1] and own[0] < one.end and not (own[0] <= one.start and one.end <= own[1]):
            message = f"'exact' cuts the figure '{sentence[one.start : one.end]}' in two"
            yield Diagnostic("E108", message, fact.exact.span, "take in the whole figure")


def _once(faults: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Of each kind the first at a place."""
    seen = set()
    for one in faults:
        if (one.code, one.span) not in seen:
            seen.add((one.code, one.span))
            yield one


def _around(post_text: PostText, places: tuple[Range, ...]) -> str:
    """The sentences before and after the passage, in the same paragraph."""
    parts = []
    for place in places:
        left, right = post_text.sentence(*place)
        start, stop = post_text.paragraph_around(left)
        begin, _ = post_text.sentences_before(left, _NEAR)
        end = right
        for _ in range(_NEAR):
            if end < stop:
                end = post_text.sentence(end, end + 1)[1]
        parts.append(post_text.text[max(start, begin, left - _FAR) : left])
        parts.append(post_text.text[right : min(end, stop, right + _FAR)])
    return " ".join(part.strip() for part in parts if part.strip())


def _figure(fact: Fact, sentences: Pointed) -> Figure | None:
    """The fact's figure in its passage: among the words that `exact` points to, else anywhere in the sentence."""
    if fact.value is None:
        return None
    numbers = [one for one in figures(sentences.text) if one.has(fact.in_full)]
    inside = [one for one in numbers if sentences.holds(one.start, one.end)]
    return next(iter((*inside, *numbers)), None)


def _elsewhere(fact: Fact, sentences: Pointed) -> Iterator[Diagnostic]:
    """That `exact` points to another figure of the same measure than is shown: of two it is that which is proved."""
    counted = [one for one in amounts(sentences.text) if not (one.figure.is_year or one.figure.is_rank)]
    pointed = [one for one in counted if sentences.holds(one.start, one.end)]
    for shown in figures(_plain(fact.show)) if fact.show else ():
        same = [one for one in counted if one.figure.has(shown.values[0])]
        there = next((one for one in pointed if any(one.measure == it.measure for it in same)), None)
        if there and not shown.is_year and set(same).isdisjoint(pointed):
            told, own = (sentences.text[one.start : one.figure.end] for one in (there, same[0]))
            hint = f"let 'exact' point to the words that hold '{own}', if these are of what is told"
            yield Diagnostic("E108", f"'exact' points to '{told}', and '{own}' is shown", fact.exact.span, hint)
            return


def _other_column(fact: Fact, post_text: PostText, place: Range) -> str:
    """What to ask of a number in a row of a table that stands below one head, where `says` has the words of another."""
    start, stop = post_text.paragraph_around(place[0])
    row = heads = post_text.text[start:stop].split(_CELLS)
    while start and len(heads) == len(row) and any(figures(one) for one in heads):
        start, stop = post_text.paragraph_around(start - 1)
        heads = post_text.text[start:stop].split(_CELLS)
    at = [number for number, one in enumerate(row) if fact.value and any(two.has(fact.value) for two in figures(one))]
    if len(at) != 1 or len(heads) != len(row):
        return ""
    own, says = {*content_stems(heads[at[0]])}, {*content_stems(_plain(fact.says))}
    for head in heads[1:]:  # the first column says what the row is of
        stems = {*content_stems(head)}
        if stems and stems <= says and not (own - stems) & says and own != stems:
            told = f"{write_number(fact.value or 0)} stands below “{heads[at[0]].strip()}” in the table"
            return f"{told}, and 'says' has “{head.strip()}”: is it the right column?"
    return ""


def _other_value(fact: Fact) -> Iterator[Diagnostic]:
    """A text that gives a figure gives the value, and one of the two texts does."""
    if fact.value in (None, 1):
        return
    wanted = fact.in_full
    texts = [(key, text) for key, text in (("says", fact.says), ("show", fact.show)) if text]
    told = {key: [one for one in figures(_plain(text)) if not one.is_year] for key, text in texts}
    of_none = None if any(told.values()) else texts[-1][0]
    for key, text in texts:
        if (not told[key] and key != of_none) or any(one.has(wanted) or one.has(fact.value) for one in told[key]):
            continue
        if not _is_told(fact, wanted, _plain(text)):
            message = f"'{key}' does not hold the value {write_number(fact.value)}"
            hint = f"write the same figure in both: now '{key}' is '{text.value}'"
            yield Diagnostic("E108", message, text.span, hint)


def _is_told(fact: Fact, wanted: float, text: str) -> bool:
    """Whether a text of a fact tells its value in other words: in another unit, as a share, or made round."""
    sums = (follows(text, one, _bare(fact, wanted)) for one in amounts(text))
    return any(how and how.kind != "rest" for how in sums)


def _bare(fact: Fact, wanted: float) -> str:
    return f"{wanted:.15g} {fact.unit.value if fact.unit else ''}".strip()


def _is_derived(fact: Fact, passage: str, near: str) -> bool:
    """Whether the fact's figure stands in a sentence next to its passage, or follows from figures there."""
    wanted = fact.in_full
    if any(one.has(wanted) for one in figures(near)):
        return True
    told = [(text, one) for text in (_plain(fact.says), _bare(fact, wanted)) for one in amounts(text)]
    return any(follows(text, one, passage, near) for text, one in told if one.figure.has(wanted))


def _is_shown(one: Difference) -> bool:
    """Whether a difference is one of what is printed: another figure, or the hedge of one that is lost."""
    is_hedge = one.kind == "rough" and one.is_theirs and not one.words.startswith(("from", "ranging", "between"))
    return is_hedge or (one.kind in _SHOWN and one.may_refuse)


def _other_unit(fact: Fact, passage: str) -> Iterator[Diagnostic]:
    """A percentage is one in the passage too, and money that is told there with its sign is no number of things."""
    if fact.value is None or fact.unit is None:
        return
    there = [one for one in amounts(passage) if one.figure.has(fact.value * scale_of(fact.unit.value))]
    is_money = there and all(one.measure in MEASURES for one in there)
    if is_money and not {measure(fact.unit.value), measure_of(fact.unit.value)} & {one.measure for one in there}:
        words = passage[there[0].start : there[0].end]
        message = f"'{words}' is money in the passage, and 'unit' is {fact.unit.value}"
        code = next((one.upper() for one in MEASURES[there[0].measure] if len(one) == 3), "USD")
        yield Diagnostic("E108", message, fact.unit.span, f"write 'unit: {code}'")
    if fact.unit.value != "%":
        return
    if fact.value >= 1 and there and all(one.measure != "share" for one in there):
        words = passage[there[0].figure.start : there[0].figure.end]
        message = f"'{words}' is no percentage in the passage, and 'unit' is %"
        yield Diagnostic("E108", message, fact.unit.span, "write the unit of the passage")


def _precision(fact: Fact, passage: str, figure: Figure) -> Iterator[Diagnostic]:
    """What makes a figure rough in the passage must be its `precision` too."""
    hedge = rough(passage, figure)
    is_age = bool(fact.unit and fact.unit.value == "years") and not re.match(r"[ -]year", passage[figure.end :])
    if hedge and is_age and fact.show and fact.precision == "exact" and _AGED.fullmatch(hedge.words):
        return  # 'children under 12' are a group, and what is shown names it so
    if hedge and fact.precision not in (*hedge.precisions, "rank"):
        message = f"the post says '{hedge.words}', and 'precision' is {fact.precision}"
        yield Diagnostic("E107", message, fact.exact.span, f"write 'precision: {hedge.precisions[0]}'")
        return
    # 'Not the only four' may be more.
    may_be_rough = hedge or is_rough(passage, (fact.precision,)) or operators_in(passage, "negation")
    if fact.precision in _CLAIMING and not may_be_rough:
        message = f"'precision' is {fact.precision}, and the passage has the bare figure"
        yield Diagnostic("E107", message, fact.exact.span, "write 'precision: exact'")


def _years(text: str) -> frozenset[int]:
    """The years that a text names, those between two of a span and those of a decade included."""
    named = {int(value) for one in figures(text) if one.is_year for value in one.values}
    for one in re.finditer(_SPAN, lowered(text)):
        if one["first"]:
            first, last = int(one["first"]), int(one["last"])
        else:
            first, last = int(one["whole"]), int(one["whole"][: 4 - len(one["next"])] + one["next"])
        named |= {*range(first, last + 1)}
    return frozenset(named)


def _dated(
    fact: Fact, sentences: Pointed, passage: str, near: str, figure: Figure | None, post_date: str
) -> Iterator[Diagnostic]:
    """A year that the passage gives otherwise; `as_of_why` says why another is right, but not than the figure's own."""
    if fact.as_of is None:
        return
    year = int(fact.as_of.value[:4])
    if figure is None and year in _years(_plain(fact.exact)):
        return
    if figure and (other := year_before_to(passage, figure)):
        passage = f"{passage[: figure.start].replace(str(other), 'xxxx')}{passage[figure.start :]}"
        if year == other:
            message = f"the passage has {other} beside another figure, before 'to', and 'as_of' is {fact.as_of.value}"
            yield Diagnostic("E109", message, fact.as_of.span, "write the year of this figure", key="as_of")
            return
    told = years_of(passage, figure, figures(passage)) if figure else frozenset()
    if fact.as_of_why is not None:
        places = [(figure.start, figure.end)] if figure else sentences.own
        own = (part for part in clauses(passage) if any(part[0] < end and start < part[1] for start, end in places))
        clause = " ".join(passage[slice(*part)] for part in own)
        told = frozenset(int(one) for one in re.findall(_OWN_YEAR, lowered(clause)))
        if not told:
            return
    named = told or _years(passage)
    is_of_two = re.search(_MORE, lowered(passage)) is not None
    if not named or year in named or (is_of_two and year in _years(f"{passage} {near}")):
        return
    met = (lowered(passage[slice(*part)]) for part in clauses(passage) if overlaps(part, sentences.own))
    is_now = any(re.search(_RELATIVE, clause) for clause in met)
    is_recent = is_now and abs(year - int(post_date[:4])) <= 1
    if not told and (is_recent or is_relative(passage, year, named)):
        return
    listed = " and ".join(map(str, sorted(named)))
    right = f"write 'as_of: {listed}'" if len(named) == 1 else "correct 'as_of'"
    hint = f"{right}, let 'exact' point to the figure of that year, or say in 'as_of_why' how the year is known"
    message = f"the passage is of {listed}, and 'as_of' is {fact.as_of.value}"
    yield Diagnostic("E109", message, fact.as_of.span, hint, key="as_of")


def _undated(fact: Fact, passage: str, near: str, post_date: str) -> str:
    """The question about a year that the source does not give, or that the fact does not."""
    if fact.as_of is None and fact.grows_old and (told := re.search(_TIME, lowered(passage))):
        return f"the passage says '{told[0]}': is the figure true without a year?"
    if fact.as_of is None or fact.as_of_why is not None or _years(passage):
        return ""
    year = int(fact.as_of.value[:4])
    is_told = year in _years(near) or re.search(rf"\b{year}\b", passage) is not None  # 1086 looks like any figure
    is_unknown = not is_told and abs(year - int(post_date[:4])) > 1
    return f"the passage names no year: is it of {year}?" if is_unknown else ""


@lru_cache(maxsize=16)  # each fact asks several times for its own texts
def _normal(text: str) -> str:
    return normalise(text).text


def _plain(text: Text) -> str:
    return _normal(text.value)


def pointed(post_text: PostText, places: Iterable[Range]) -> Pointed:
    """The sentences around some places, each once, in their order."""
    text = ""
    own: list[Range] = []
    last = (0, 0)
    for start, end in places:
        sentence = post_text.sentence(start, end)
        sentence = max(sentence[0], start - _FAR), min(sentence[1], end + _FAR)
        if own and sentence[0] < last[1]:  # the same one, or one that begins within it
            sentence = last[0], max(last[1], sentence[1])
            text = text[: len(text) - (last[1] - last[0])]
        elif own:
            text += _BETWEEN
        shift = len(text) - sentence[0]
        text += post_text.text[slice(*sentence)]
        own.append((start + shift, end + shift))
        last = sentence
    return Pointed(text, tuple(own))


def second_place(fact: Fact, post_text: PostText, first: Range) -> Range | Diagnostic | None:
    """Where the second passage of a fact stands, before or behind the first; None where it has none."""
    then = fact.exact.then
    if then is None:
        return None
    words = normalise(then.value).text
    places = [place for place in post_text.places(words) if place[1] <= first[0] or first[1] <= place[0]]
    if len(places) == 1:
        fault = next(_voices(fact, post_text, first, places[0]), None)
        return fault or places[0]
    if places:
        message = f"the second passage stands {len(places)} times in the post '{fact.post.value}'"
        return Diagnostic("E102", message, then.span, "take more words into it")
    if any(post_text.places(words)):
        hint = "leave the second passage out, or point to words elsewhere"
        return Diagnostic("E138", "the second passage stands within the first", then.span, hint)
    message = f"the second passage is not in the post '{fact.post.value}'"
    return Diagnostic("E101", message, then.span, "copy the words from the post, or leave the second passage out")


def _voices(fact: Fact, post_text: PostText, first: Range, second: Range) -> Iterator[Diagnostic]:
    speakers = {*post_text.speakers(*first), *post_text.speakers(*second)}
    if fact.exact.then and len(speakers) > 1:
        named = " and ".join(sorted(set(map(called, speakers))))
        hint = "make a fact of each passage"
        yield Diagnostic("E138", f"the two passages are not of one voice: {named}", fact.exact.then.span, hint)
