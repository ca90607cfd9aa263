"""Runs the rules of this folder, each a file of the phrases that it looks for, over every text of a deck."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, zip_longest

from msgspec import Struct, structs

from talkbuilder.claims.normal import lowered
from talkbuilder.claims.texts import GRAMMAR
from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.diagnostics.phrase_rules import RULES, WORDS, PhraseRule
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told, fault, texts_of
from talkbuilder.source.outline import Slide
from talkbuilder.talk.said import place_of, sentences_of, words_in
from talkbuilder.talk.typed_claims import verses

_SAME = str.maketrans("’‘‛ʼ“”„\u00a0\u202f\u2009\u2010\u2011–_", "''''\"\"\"   --- ")
_NAMED = re.compile(r"<(?<!\?P<)([a-z_]+)>")
_GAP = re.compile(r" ~(\d+) ")
_GROUP = re.compile(r"\(([^()]*)\)([?*]|\{\d,\d+\})?")
_CHUNK = re.compile(
    r"<(?P<named>[a-z_]+)>(?P<plural>s\??)?|(?P<word>[a-z0-9]+)(?P<may>\?)?(?:['/][a-z]+)?|@(?P<group>\d+)"
)
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
# What may stand between two words of one clause: no stop, and no mark that begins another thought.
_BETWEEN = r"[\s\-—:,'\"()]+"
_BLANK, _MAYBE = r"[\s\-]+", r"[\s\-]*"
_ANY_CASE = int(re.IGNORECASE)
_NOTHING = "(?!)"  # stands nowhere
_NONE: frozenset[str] = frozenset()
# What describes a chart or proves a slide says again what stands there.
_REPEATS = frozenset(("alt", "chart", "evidence"))


class Texts:
    """The texts of a deck, by the words that are in them: most phrases are nowhere near."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.told = tuple(told)
        self._places = defaultdict[str, list[int]](list)
        for at, one in enumerate(self.told):
            for word in words_in(one.text):
                self._places[word].append(at)
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}

    def with_each(self, sets: Iterable[frozenset[str]]) -> set[int]:
        """The numbers of the texts that have a word of each of some sets."""
        each = ({at for word in words & self._places.keys() for at in self._places[word]} for words in sets)
        return set.intersection(*each)

    def pattern(self, code: str, phrase: str) -> re.Pattern[str]:
        """A phrase as a pattern, for texts in small letters, which is faster; where capitals tell, for any."""
        if (code, phrase) not in self._patterns:
            told = _GAP.sub(lambda found: rf"(?:{_BETWEEN}\w+){{0,{found[1]}}}?{_BETWEEN}", self._spelled(code, phrase))
            told = rf"(?<!\w)(?:{told.replace(' ?', _MAYBE).replace(' ', _BLANK)})(?!\w)"
            self._patterns[code, phrase] = re.compile(told, re.IGNORECASE if _CAPITAL.search(told) else 0)
        return self._patterns[code, phrase]

    def _spelled(self, code: str, phrase: str) -> str:
        """A phrase with the words that it names, as far as there are texts with them: of 150 nations a few."""
        there = "|".join(one for one in _alternatives(phrase) if self._may_have(code, one)) or _NOTHING
        return _NAMED.sub(lambda found: f"(?:{self._spelled(code, _words(code, found[1]))})", there)

    def _may_have(self, code: str, phrase: str) -> bool:
        return all(
            any(one in self._places or f"{one}s" in self._places for one in ones) for ones in needs(code, phrase)
        )


class Hit(Struct, frozen=True):
    """Words that a rule has found in a text, and by which of its phrases."""

    told: Told
    found: re.Match[str]
    phrase: str

    @property
    def said(self) -> str:
        return self.told.text[self.found.start() : self.found.end()]


def check(deck: Deck) -> Iterator[Diagnostic]:
    texts = Texts((*texts_of(deck), *_sentences(deck)))
    return (fault for rule in RULES.values() for fault in islice(_faults(rule, texts, deck), rule.most or None))


def _sentences(deck: Deck) -> Iterator[Told]:
    for one in sentences_of(deck.plan.talk):
        yield Told(one.text, Span(one.span.source, one.span.start, one.notes.end), "sentence", -1)


def _faults(rule: PhraseRule, texts: Texts, deck: Deck) -> Iterator[Diagnostic]:
    found = [one for one in hits(rule, texts) if _is_meant(rule, one, deck)]
    if rule.beside:
        beside = list(hits(structs.replace(rule, phrases=rule.beside), texts))
        found = [one for one in found if one.told.page in {other.told.page for other in beside}]
        yield from _lacking(rule, beside, texts)
    if rule.at_most:
        yield from _too_often(rule, found)
        return
    seen: set[tuple[int, str]] = set()
    for one in found:
        words = one.told.page, one.said.lower()
        if not (words in seen and _is_repeat(one)):
            yield _fault(rule, one)
        seen.add(words)


def _lacking(rule: PhraseRule, beside: list[Hit], texts: Texts) -> Iterator[Diagnostic]:
    """Once for each slide that says what a rule looks for, and lacks a word that belongs to it."""
    if rule.lacks:
        having = {told.page for told in texts.told if rule.lacks.word in words_in(told.text)}
        for one in {one.told.page: one for one in reversed(beside) if one.told.page not in having}.values():
            yield fault(one.told, one.found.span(), rule.code, rule.lacks.message, rule.lacks.hint)


def _too_often(rule: PhraseRule, found: list[Hit]) -> Iterator[Diagnostic]:
    """Once for each phrase that is said more often than it may be."""
    for phrase, count in Counter(one.phrase for one in found).items():
        if count > rule.at_most[phrase]:
            times = "once" if count == 1 else f"{count:,} times"
            yield _fault(rule, next(one for one in found if one.phrase == phrase), times)


def _fault(rule: PhraseRule, one: Hit, times: str = "") -> Diagnostic:
    message = rule.message.replace("{phrase}", one.phrase).replace("{times}", times)
    hint = rule.hint.replace("{instead}", rule.instead.get(one.phrase, ""))
    return fault(one.told, one.found.span(), rule.code, message, hint)


def _is_repeat(one: Hit) -> bool:
    """Whether a text says again what stands elsewhere on its page, and is not written where it stands."""
    return one.told.place in _REPEATS or (one.told.span is not None and place_of(one.said, one.told.span) is None)


def _is_meant(rule: PhraseRule, one: Hit, deck: Deck) -> bool:
    if not rule.debunked and one.told.page >= 0 and deck.pages[one.told.page].span.start in _debunked(deck):
        return False
    if not rule.verses and any(start <= one.found.start() < end for start, end in verses(one.told.text)):
        return False
    return all(_IS[kind](name) for kind, name in one.found.groupdict().items() if name)


def _debunked(deck: Deck) -> set[int]:
    written = (slide for section in deck.plan.talk.outline.sections for slide in section.slides)
    return {one.span.start for one in written if isinstance(one, Slide) and one.debunk}


def _is_country(name: str) -> bool:
    from talkbuilder.geo.atlas import world  # which only who speaks of somebody from somewhere pays

    return any(area.name == name for area in world().areas.values())


def _is_city(name: str) -> bool:
    from talkbuilder.geo.gazetteer import city_of

    return any(city_of(one) for one in (name, name.split()[0]))


_IS: Mapping[str, Callable[[str], bool]] = {"country": _is_country, "city": _is_city}


def hits(rule: PhraseRule, texts: Texts) -> Iterator[Hit]:
    """Where texts say what a rule looks for, from left to right; of two that overlap, what begins first."""
    near: defaultdict[int, list[str]] = defaultdict(list)
    for phrase in (*rule.phrases, *rule.instead):
        for number in texts.with_each(needs(rule.code, phrase)):
            near[number].append(phrase)
    for number in sorted(near):
        told = texts.told[number]
        found = list(_matches(rule.code, near[number], told.text, texts)) if told.place in rule.where else []
        spared = [other.span() for _, other in _otherwise(rule, told.text, texts)] if found else []
        end = 0
        for phrase, one in sorted(found, key=lambda pair: pair[1].start()):
            if one.start() >= end:
                end = one.end()
                if not any(first < end and one.start() < last for first, last in spared):
                    yield Hit(told, one, phrase)


def _otherwise(rule: PhraseRule, text: str, texts: Texts) -> Iterator[tuple[str, re.Match[str]]]:
    """What a text says that the rule does not mean."""
    words = words_in(text)
    for code, phrases in ((rule.code, rule.unless), *((one, RULES[one].phrases) for one in [rule.yields_to] if one)):
        near = (one for one in phrases if not any(map(words.isdisjoint, needs(code, one))))
        yield from _matches(code, near, text, texts)


def _matches(code: str, phrases: Iterable[str], text: str, texts: Texts) -> Iterator[tuple[str, re.Match[str]]]:
    plain, low = _plain(text)
    for phrase in phrases:
        pattern = texts.pattern(code, phrase)
        for found in pattern.finditer(plain if pattern.flags & _ANY_CASE else low):
            yield phrase, found


@lru_cache(maxsize=1024)  # of a text many rules ask
def _plain(text: str) -> tuple[str, str]:
    """A text with plain marks, and the same in small letters."""
    plain = text.translate(_SAME)
    return plain, lowered(plain)


def _alternatives(phrase: str) -> list[str]:
    """What stands between the bars of a phrase, but for those in its groups."""
    found: list[str] = []
    for part in phrase.split("|"):
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] += f"|{part}"
        else:
            found.append(part)
    return found


def _words(code: str, name: str) -> str:
    return RULES[code].words.get(name) or WORDS[name]


@cache
def needs(code: str, phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which one stands wherever the phrase does, as far as that is easily seen."""
    if phrase.replace("|", "").isalpha():
        return (frozenset(phrase.lower().split("|")),)
    groups: list[frozenset[str]] = []  # of which one alternative has to stand: `@0` in what is left of the phrase

    def ungrouped(found: re.Match[str]) -> str:
        """What a group asks for: nothing where it may be missing or only looks ahead, `#` what is not seen."""
        inner, is_optional = found[1].removeprefix("?:").removeprefix("?-i:"), bool(found[2])
        if inner.startswith(("?!", "?=")):
            return ""
        if is_optional:
            return "" if inner[:1] == " " or inner[-1:] == " " else "#"
        if "|" not in inner or inner.startswith("?"):
            return "#" if inner.startswith("?") else inner
        groups.append(_either(code, inner, groups))
        return f"@{len(groups) - 1}"

    bare, last = phrase, ""
    while "(" in bare and bare != last:
        bare, last = _GROUP.sub(ungrouped, bare), bare
    if "|" not in bare:
        return tuple(_sets(code, bare.lower(), groups))
    return (either,) if (either := _either(code, bare, groups)) else ()


def _either(code: str, bare: str, groups: list[frozenset[str]]) -> frozenset[str]:
    """Of each alternative the words that tell most; none where one of them asks for none."""
    either = [
        frozenset((one.lower(),))
        if one.isalpha()  # most are a single word
        else min(_sets(code, one.lower(), groups), key=_tells, default=_NONE)
        for one in bare.split("|")
    ]
    return _NONE.union(*either) if all(either) else _NONE


def _tells(words: frozenset[str]) -> tuple[bool, int]:
    """Sorts sets of words: those that few texts have come first."""
    return not words.isdisjoint(GRAMMAR), len(words)


def _sets(code: str, bare: str, groups: list[frozenset[str]]) -> Iterator[frozenset[str]]:
    chunks = bare.split(" ")
    for chunk, following in zip_longest(chunks, chunks[1:], fillvalue=""):
        found = None if "?" in (chunk[:1], following[:1]) else _CHUNK.fullmatch(chunk)
        if found and found["word"]:
            yield frozenset((found["word"], found["word"][:-1]) if found["may"] else (found["word"],))
        elif found and found["group"]:
            if words := groups[int(found["group"])]:
                yield words
        elif found and (sets := needs(code, _words(code, found["named"]))):
            yield sets[0] | {f"{word}s" for word in sets[0]} if found["plural"] else sets[0]
