"""A passage of a post as an entry for facts.yaml, ready to be put there, with its figure, unit, year and pointer."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from talkbuilder.claims.currencies import begins, ends, of_number
from talkbuilder.claims.figures import Figure, figures, is_day, rough, years_of
from talkbuilder.claims.normal import Range, lowered, normalise
from talkbuilder.claims.operators import found
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.proof.post_text import LABEL, PostText
from talkbuilder.posts.search.find import Passage
from talkbuilder.posts.search.passages import ends_sentence
from talkbuilder.posts.search.proving import faults_of_fact
from talkbuilder.source.scalars import as_quoted, as_scalar

NOTHING: Mapping[str, str] = {}
MOST_WORDS = 12  # of a pointer; checks/long_entries.py says why
_AROUND = 4  # words before and behind a pointer that stands more than once
_FIRST_PERSON = re.compile(
    r"\b(?:i|we)(?:'ve| have| had)? (?:\w+ly )?(?:saw|seen|witness\w*|watch\w*|met|visit\w*)\b", re.I
)
_I = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Oo]urs?|[Uu]s|[Mm]ine)\b")
_VIEW = re.compile(r"\bi (?:also |still |now )?(?:think|believe|suspect|guess|feel)\b|\bin my (?:opinion|view)\b")
_REPORTED = re.compile(
    r"\b(?:heard|told|tells?|said|says?|according to|report(?:s|ed)|claim(?:s|ed)|(?:not|stat|estimat|add)(?:es|ed|ing)"
    r" that)\b"
)
_IS_TOLD = re.compile(r".* (?:me|us)\Z").match  # 'he told me'
_REPLY = re.compile(r"(?:^|(?<= ))> ")  # before each line that a mail quotes
_LAPSE = re.compile(r"\W+(?:years?|months?|weeks?|days?|hours?|minutes?) (?:later|ago|before|earlier|after)\b")
_OPEN = re.compile(r"\b(?:since|until|till|from|before|after) (?:the )?(?:\d+ )?(?:(?!in\b)[^\W\d]+ )?\Z")
_LONGEST_SHOWN = 8  # words
_ESTIMATED = re.compile(r"\b(?:we|they|it|that|who|[A-Z][\w.]+) (?:have |has |had )?estimate[sd]?\b")
_SHARE = re.compile(r"\s?(?:%|per ?cent\b)", re.I)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|\w+(?:th|ond)|first|third", re.I)
# What is counted is the first word in the plural behind a figure, and not 'homeless' or 'serious'; none of these
# stands between them.
_COUNTED = re.compile(
    r"(?!(?:always|does|was|has|its)\b)[^\W\d_]+[^\W\d_isu]s|people|men|women|children|percent|head|sheep|kg|km"
)
_UNIT_ENDS = re.compile(
    r"[,;:.()]|\b(?:is|was|has|have|had|were|are|who|which|that|in|from|for|by|with|to|of(?! (?:the|these|those)))\b"
)
# The keys of an entry in their order; behind them come its pointer and its status.
_ORDER = re.findall(
    r"\w+", "says show value unit precision measure place as_of as_of_why source kind post page part_of"
)
_PART = re.compile(r"(?:(?:an?|one|two|three) )?(?:half|halves|quarters?)|(?:an?|one|two) thirds?", re.I)


_BEGIN = 5  # words of a sentence by which it is known
_SIGN = re.compile(r"[^\w\s.,-]")  # of money, or a share


class Draft(Struct, frozen=True):
    """An entry for facts.yaml, made of a sentence."""

    fields: Mapping[str, str]  # what it says of itself, key by key, without its pointer
    yaml: str
    held_by: str  # the fact of the library that points to these words already; "" where none does
    sentence: "Sentence"


def drafted(text: PostText, library: Library, passage: Passage, id: str, own: Mapping[str, str] = NOTHING) -> Draft:
    """The fact that a passage of a text may mean; what somebody has filled in, `own`, goes before what the sentence
    tells, and "" takes it out."""
    words = normalise(passage.text).text
    places = list(text.places(words)) or [(0, 0)]
    place = min(places, key=lambda one: abs(text.origin(*one)[0] - passage.start))
    sentence = Sentence(text, place, _typed(passage, words), own)
    fields = {**_fields(sentence, passage, library, "value" in own), **own}
    fields = {key: value for key, value in fields.items() if value or key == "source"}
    whose = fields["source"] or passage.card.author(library) or ""  # until somebody tells
    best = _yaml(id, fields, words, ())
    fewest: int | None = None
    for exact, within in sentence.pointers():
        tried = _yaml(id, {**fields, "source": whose}, exact, within)
        faults = len(faults_of_fact(tried, passage.card.date or "", text))
        if fewest is None or faults < fewest:
            best, fewest = _yaml(id, fields, exact, within), faults
        if not faults:
            break
    return Draft(fields, best, _held_by(sentence, passage, library), sentence)


def _typed(passage: Passage, words: str) -> tuple[Range, ...]:
    """Where in the normal form of a passage the words stand that were typed."""
    return tuple(
        (len(normalise(passage.text[:start] + "x").text) - 1, len(normalise(passage.text[:end]).text))
        for start, end in passage.marks
    ) or ((0, len(words)),)


def _held_by(sentence: "Sentence", passage: Passage, library: Library) -> str:
    """The fact of the library that points into the same sentence, and has the same figure."""
    facts = (one for one in library.of(Fact) if one.post.value == passage.post)
    for one in facts:
        is_same = sentence.figure is None or (one.value is not None and sentence.figure.has(one.value))
        if is_same and normalise(one.exact.value).text in sentence.words:
            return one.id
    return ""


class Sentence:
    """The sentence around a passage, and the figure in it that is meant."""

    def __init__(self, text: PostText, own: Range, typed: tuple[Range, ...], told: Mapping[str, str] = NOTHING) -> None:
        """What somebody has `told` of the fact says which figure is meant; an empty value, that none is."""
        self._text = text
        start, end = text.sentence(*own)
        if len(set(text.speakers(start, end))) > 1:  # somebody tells there what another one says
            start, end = own
        self.start, self.words = start, text.text[start:end].rstrip()
        self.own = max(0, own[0] - start), min(len(self.words), own[1] - start)
        self.typed = tuple((self.own[0] + s, self.own[0] + e) for s, e in typed)
        self.figures = figures(self.words)
        self.counting = [one for one in self.figures if _counts(self.words, one) and not is_day(self.words, one)]
        counting = self.counting
        if "value" in told:
            counting = [one for one in counting if _value(self.words, one) == told["value"]]
        nearest = min(map(self._distance, counting), default=None)
        meant = [one for one in counting if self._distance(one) == nearest]
        for text_of in (told.get("show", ""), told.get("says", "")):
            there = [value for one in figures(normalise(text_of).text) for value in one.values]
            meant = [one for one in meant if {*one.values} & {*there}] or meant
        in_digits = [one for one in meant if self.words[one.start].isdigit()] or meant
        self.figure = next(iter(in_digits), None)
        is_told = bool({"value", "show", "says"} & told.keys())
        may_be = in_digits if is_told else meant
        if nearest and nearest[1] and not is_told:  # none was marked, or a year
            is_of_year = len(self.typed) == 1 and any(not self._distance(one)[1] for one in self.figures)
            may_be = [*self.counting, *(self.figures if is_of_year else ())]
        self.is_open = len({_value(self.words, one) for one in may_be}) > 1

    @property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """The figures that it may be about, as the sentence shows them, with their values."""
        return tuple(dict.fromkeys((_shown(self.words, one), _value(self.words, one)) for one in self.counting))

    def _distance(self, figure: Figure) -> tuple[bool, bool, int]:
        """How far a figure is from the words that were typed; the ten of "ten years later" is far from all."""
        is_typed = any(start < figure.end and figure.start < end for start, end in self.typed)
        is_lapse = _LAPSE.match(self.words, figure.end) is not None
        return is_lapse, not is_typed, sum(max(0, start - figure.end, figure.start - end) for start, end in self.typed)

    @property
    def years(self) -> frozenset[int]:
        """The years that it names; one since or until which something is, is no year that a figure is for."""
        years = (one for one in self.figures if one.is_year and not _OPEN.search(lowered(self.words), 0, one.start))
        return frozenset(int(one.values[0]) for one in years)

    @property
    def year(self) -> str:
        """The one year that the figure is for, or that the sentence tells; "" where that is not plain."""
        years = years_of(self.words, self.figure, self.figures) if self.figure else self.years
        return str(*years) if len(years) == 1 and years <= self.years else ""

    def pointers(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Words that may point to it, with those around them where they stand more than once; the best first."""
        words = [(one.start(), one.end()) for one in re.finditer(r"\S+", self.words)]
        at = self.figure.start if self.figure else self.own[0]
        first = next((number for number, (_, end) in enumerate(words) if end > at), 0)
        for before in (4, 6, 2, 8, 0, 10):
            begin = max(0, min(first - before, len(words) - MOST_WORDS))
            span = words[begin : begin + MOST_WORDS]
            if not span:
                continue
            start, end = span[0][0], span[-1][1]
            for mark in _REPLY.finditer(self.words, start, end):  # nobody says the sign of a mail's line
                start, end = (mark.end(), end) if mark.end() <= max(at, start + 2) else (start, min(end, mark.start()))
            if self.figure and not start <= self.figure.start < self.figure.end <= end:
                continue
            exact = self.words[start:end].strip(" ,;:.!?\"'()-")
            start = self.words.index(exact, start)
            places = list(self._text.places(exact))
            if len(places) == 1:
                yield exact, ()
            elif places:
                yield exact, self._around(self.start + start, self.start + start + len(exact))

    def _around(self, start: int, end: int) -> tuple[str, ...]:
        before = self._text.text[:start].split()[-_AROUND:]
        behind = self._text.text[end:].split()[:_AROUND]
        return " ".join(before), " ".join(behind)


def year_before(text: PostText, start: int) -> tuple[str, str]:
    """The latest year of the nearest sentence before a place that names any, up to the heading: those it is compared
    with are earlier; and how that sentence begins, behind the name of who is speaking."""
    while end := len(text.text[:start].rstrip()):
        begin = text.sentence(end - 1, end)[0]
        labels = (turn.end for turn in text.turns if turn.who == LABEL and begin <= turn.start < end)
        words = text.text[max(labels, default=begin) : end]
        if not ends_sentence(words):  # a heading, a row of a table
            break
        if named := years_named(words):
            return str(max(named)), " ".join(words.split()[:_BEGIN])
        start = begin
    return "", ""


def years_named(words: str) -> frozenset[int]:
    return frozenset(int(one.values[0]) for one in figures(words) if one.is_year)


def unit_in(measure: str) -> str:
    """The first word in the plural of what is counted."""
    return next((word.lower() for word in re.findall(r"[^\W\d_]+", measure) if _COUNTED.fullmatch(word)), "")


def with_noun(text: str, shown: str) -> str:
    """A figure as it is shown, with the things that it counts where a text has them right behind it."""
    noun = rf" (?:{_COUNTED.pattern})(?![\w-])"
    found = re.search(rf"(?<![\w.,]){re.escape(shown)}(?: (?!of\b|more\b)[^\W\d_]+)??{noun}", text, re.I)
    return found[0] if found and not _SIGN.search(shown) else shown


def _counts(words: str, figure: Figure) -> bool:
    return not figure.is_year and (figure.values[0] != 1 or words[figure.start : figure.end] == "1")


def _fields(sentence: Sentence, passage: Passage, library: Library, is_meant: bool) -> dict[str, str]:
    """What the entry says of itself, key by key; a part, 'about a quarter', is its number only where that is meant."""
    # Who gives the talk says 'we' of nobody else: what they mean only a person can tell.
    is_others = passage.who not in ("", *(one.id for one in library.authors)) and _I.search(sentence.words)
    says = "" if is_others else _REPLY.sub("", sentence.words)
    fields = {"says": says.rstrip(" .").strip("\"' ")}
    figure = sentence.figure
    shown = _shown(sentence.words, figure) if figure else sentence.words[slice(*sentence.typed[0])]
    is_short = len(sentence.typed) == 1 and len(shown.split()) <= _LONGEST_SHOWN
    if figure is not None or (is_short and not (is_others and _I.search(shown))):
        fields["show"] = shown if shown[:1].isdigit() else shown.strip(" .,;:\"'")
    if figure is not None and (is_meant or not _is_part(sentence.words, figure)):
        fields |= _number(sentence.words, figure, sentence.figures)
    if sentence.year:
        fields["as_of"] = sentence.year
    fields["source"] = passage.who
    fields["kind"] = _kind(sentence.words, passage.who, library)
    fields["post"] = passage.post
    return fields


def _shown(words: str, figure: Figure) -> str:
    """The figure as the post writes it, with its hedge and its sign."""
    hedge = rough(words, figure)
    start = min(begins(words, figure.start), hedge.start if hedge else figure.start)
    end = max(figure.end, hedge.end) if hedge else figure.end
    sign = _SHARE.match(words, end)
    return words[start : sign.end() if sign else ends(words, end)]


def _number(words: str, figure: Figure, all: Sequence[Figure]) -> dict[str, str]:
    hedge, is_rank = rough(words, figure), _is_rank(words, figure)
    usual = "about" if _ESTIMATED.search(words) else "exact"
    precision = "rank" if is_rank else hedge.precisions[0] if hedge else usual
    fields = {"value": _value(words, figure)}
    # What stands behind no figure is that of the one before: "40 wells, against 30 in 2019".
    before = [one for one in all if one.start <= figure.start and _counts(words, one)]
    unit = "" if is_rank else next(filter(None, (_unit(words, one) for one in reversed(before))), "")
    if unit not in ("", "times"):  # of what, the measure tells
        fields["unit"] = unit
    return fields | {"precision": precision}


def _is_part(words: str, figure: Figure) -> bool:
    return _PART.fullmatch(words[figure.start : figure.end]) is not None


def _is_rank(words: str, figure: Figure) -> bool:
    is_ordinal = _ORDINAL.fullmatch(words[figure.start : figure.end]) is not None
    return is_ordinal and not _is_part(words, figure) and "/" not in words


def _value(words: str, figure: Figure) -> str:
    if _is_part(words, figure):
        return f"{100 * figure.values[0]:.3g}"  # percent
    return f"{max(figure.values) if _is_rank(words, figure) else figure.values[0]:.15g}"


def _unit(words: str, figure: Figure) -> str:
    """What a figure counts: the sign beside it, or the word behind."""
    if money := of_number(words, figure.start, figure.end):
        return money
    if _is_part(words, figure) or _SHARE.match(words, figure.end):
        return "%"
    end = _UNIT_ENDS.search(words, figure.end)
    for word in re.findall(r"[^\W\d_]+", words[figure.end : end.start() if end else len(words)]):
        if _COUNTED.fullmatch(word):
            return str(word.lower())
    return ""


def _kind(words: str, speaker: str, library: Library) -> str:
    """How the one who says it knows; what is only heard or thought goes before who says it."""
    is_mine = speaker in ("", *(one.id for one in library.authors))
    if found(words, "hearsay") or (is_mine and any(map(_IS_TOLD, (one.words for one in found(words, "attribution"))))):
        return "hearsay"
    if _VIEW.search(lowered(words)):
        return "opinion"
    person = library.people.get(speaker)
    is_reported = _REPORTED.search(lowered(words)) is not None
    if isinstance(person, Person) and person.role == "source" and (not is_reported or _I.search(words)):
        return "primary"
    if is_reported:
        return "secondary"
    is_lived = is_mine and speaker and _I.search(words)
    return "observation" if _FIRST_PERSON.search(words) else "primary" if is_lived else "secondary"


def _yaml(id: str, fields: Mapping[str, str], exact: str, within: tuple[str, ...]) -> str:
    keys = sorted(fields, key=_ORDER.index)
    lines = [f"{id}:", *(f"  {key}: {_written(key, fields[key])}".rstrip() for key in keys)]
    lines.append(f"  exact: {as_scalar(exact)}")
    if within:
        lines.append(f"  within: [{', '.join(as_quoted(one) for one in within)}]")
    return "\n".join((*lines, "  status: ok", ""))


def _written(key: str, value: str) -> str:
    """A value as YAML; what a slide prints stands in quote marks where it begins with a digit."""
    return as_quoted(value) if key == "show" and value[:1].isdigit() else value and as_scalar(value)
