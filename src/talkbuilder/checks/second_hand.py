"""E150 other-translation, E151 not-primary, E152 unlike-voices: what is known second hand says so, and in one way."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source, with_article
from talkbuilder.patterns import pattern_of
from talkbuilder.source.fields import Text
from talkbuilder.talk.crediting import voice_of

_WORD = pattern_of(r"\w+")
_SMALL = frozenset({"a", "an", "the", "of", "and", "by", "in"})


def check(library: Library) -> Iterator[Diagnostic]:
    for post in library.sources.values():
        if isinstance(post, Source):
            yield from _unlike(post)
    for fact in library.facts.values():
        if isinstance(fact, Fact) and fact.kind == "primary":
            yield from _not_primary(fact, library)
    for quote in library.quotes.values():
        if isinstance(quote, Quote) and quote.translated is not None:
            yield from _translated(quote, library)


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
        hint = "leave 'translated' out: what the voice in assets/sources.yaml says holds"
        yield Diagnostic(
            "E150", message, quote.translated.span if isinstance(quote.translated, Text) else quote.span, hint
        )


def _kinds(translation: str) -> frozenset[str]:
    """What is said of a translation, in whatever order it is said: 'summary, machine translation'."""
    return frozenset(_WORD.findall(translation.casefold())) - _SMALL
