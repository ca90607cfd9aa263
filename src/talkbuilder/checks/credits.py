"""E150 other-translation, E151 not-primary, E152 unlike-voices: what is known second hand says so, and in one way.

E155 borrowed-credit, E156 borrowed-name: somebody, or a post, that is called what an institution is called. A report's
name above a blogger's words is the shortest way to a forged source; an institution is told by its role.
C324 incomplete-report: the Trafficking in Persons Report without its edition, or its figure without a country.
"""

import re
from collections.abc import Collection, Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source, with_article
from talkbuilder.source.fields import Text
from talkbuilder.talk.crediting import voice_of

_WORD = r"\w+"
_ARTICLES = frozenset({"a", "an", "the"})
_SMALL = _ARTICLES | {"of", "and", "by", "in"}
_THEMSELVES = ("source", "public")  # who may well be called so: another report of the same office
_REPORT = r"(?i)\btrafficking in persons report\b|\bTIP[- ]report\b"
_EDITION = re.compile(r"\b20\d\d\b")
_STATE = re.compile(r"\bstate department\b|\bdepartment of state\b", re.IGNORECASE)


def check(library: Library) -> Iterator[Diagnostic]:
    people, posts = list(library.of(Person)), list(library.of(Source))
    yield from _borrowed(people, posts)
    yield from _incomplete_report(people, library)
    for post in posts:
        yield from _unlike(post)
    for fact in library.of(Fact):
        if fact.kind == "primary":
            yield from _not_primary(fact, library)
    for quote in library.of(Quote):
        if quote.translated is not None:
            yield from _translated(quote, library)


def _borrowed(people: list[Person], posts: list[Source]) -> Iterator[Diagnostic]:
    sources = [one for one in people if one.role == "source" and _is_name(one.credit.value)]
    for person in people:
        if person.role not in _THEMSELVES and (owner := _owner(person, sources)):
            message = f"'{person.id}' is credited as '{person.credit.value}', which is the name of '{owner.id}'"
            hint = "credit everybody as who they are; words of the source are said by its own entry"
            yield Diagnostic("E155", message, person.credit.span, hint)
    for post in posts:
        if post.cite_as and (owner := _named(post, sources)):
            message = f"'cite_as' of '{post.id}' names '{owner.id}', whom its title does not name"
            hint = "cite the post as what it is; what it quotes is credited by itself"
            yield Diagnostic("E156", message, post.cite_as.span, hint)


def _owner(person: Person, sources: list[Person]) -> Person | None:
    """The source whose name a credit is, whole or in part."""
    words = _words(person.credit.value)
    if not _is_name(person.credit.value):
        return None
    return next((one for one in sources if _holds(_words(one.credit.value), words)), None)


def _named(post: Source, sources: list[Person]) -> Person | None:
    cited, title = _words(post.cite_as.value if post.cite_as else ""), _words(post.title.value)
    for one in sources:
        name = _words(re.split(r"[,;:(]", one.credit.value)[0])
        if name and _holds(cited, name) and not _holds(title, name):
            return one
    return None


def _is_name(credit: str) -> bool:
    """Whether a credit means one alone: 'A teacher' may be any, 'The county office' is one."""
    words = _words(credit, ())
    return bool(words) and words[0] not in ("a", "an", "another", "somebody", "someone")


def _words(text: str, without: Collection[str] = _ARTICLES) -> list[str]:
    return [word for word in re.findall(_WORD, text.casefold()) if word not in without]


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _incomplete_report(people: list[Person], library: Library) -> Iterator[Diagnostic]:
    reports = [one for one in people if re.search(_REPORT, one.credit.value)]
    for report in reports:
        told = (("its edition", _EDITION), ("who wrote it", _STATE))
        if lacks := [what for what, words in told if not words.search(report.credit.value)]:
            hint = "write 'US State Department, Trafficking in Persons Report', and the year of the edition"
            yield Diagnostic("C324", f"the report is cited without {' and '.join(lacks)}", report.credit.span, hint)
    cited = {report.id for report in reports}
    for fact in (one for one in library.of(Fact) if one.source.value in cited and not isinstance(one, Computed)):
        if fact.value is not None and not fact.place:
            hint = "write 'place:', the country that the figure is of"
            yield Diagnostic("C324", f"'{fact.id}' is cited from the report without its country", fact.span, hint)


def _unlike(post: Source) -> Iterator[Diagnostic]:
    """Without the post nobody can tell which of two voices an entry has: those of one person are alike."""
    for voice in post.voices:
        first = post.voice(voice.who.value)
        if first and voice.manner != first.manner:
            message = f"another voice of '{voice.who.value}' is translated, summed up or quoted in another way"
            hint = "write the same keys at both, or give what was said otherwise a person of its own"
            yield Diagnostic("E152", message, voice.span, hint)


def _not_primary(fact: Fact, library: Library) -> Iterator[Diagnostic]:
    voice = voice_of(fact, library)
    if voice and voice.is_second_hand:
        how = with_article(voice.translation) or "what the post quotes"
        message = f"'{fact.id}' is called primary, and its source is known from {how}"
        yield Diagnostic("E151", message, fact.source.span, "write 'kind: secondary'")


def _translated(quote: Quote, library: Library) -> Iterator[Diagnostic]:
    voice = voice_of(quote, library)
    if voice and voice.translation and _kinds(quote.translation) != _kinds(voice.translation):
        message = f"'translated' says {quote.translation or 'false'}; its voice says {voice.translation}"
        place = quote.translated if isinstance(quote.translated, Text) else quote
        hint = "leave 'translated' out: what the voice in assets/sources.yaml says holds"
        yield Diagnostic("E150", message, place.span, hint)


def _kinds(translation: str) -> frozenset[str]:
    """What is said of a translation, in whatever order it is said: 'summary, machine translation'."""
    return frozenset(re.findall(_WORD, translation.casefold())) - _SMALL
