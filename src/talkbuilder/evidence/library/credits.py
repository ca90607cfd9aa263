"""Who is credited for an entry, and how certain that makes it: what its voice in a source adds to the entry itself."""

from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source, Voice, with_article
from talkbuilder.patterns import pattern_of

_AS_QUOTED = pattern_of(r", as (?:quoted (?:on|in) [^,;]+|the speaker noted it)$")


def as_quoted(source: Source) -> str:
    """How words are known that somebody else quotes there."""
    if source.cite_as and source.protects:
        return "as the speaker noted it"
    if source.is_post:
        return "as quoted on the speaker’s blog"
    return f"as quoted in {'an' if source.called[0] in 'aeiou' else 'a'} {source.called}"


def without_way(credited: str) -> str:
    """Who says it, without how that is known."""
    return _AS_QUOTED.sub("", credited)


def voice_of(entry: Fact | Quote, library: Library) -> Voice | None:
    """The voice of a source in which who says an entry speaks there; None for the author's own words."""
    return _heard(entry, library)[1]


def _heard(entry: Fact | Quote, library: Library) -> tuple[str, Voice | None]:
    """How words are known that are only quoted where an entry stands, and the voice that says it there."""
    source = library.sources.get(entry.post.value)
    if not isinstance(source, Source):
        return "", None
    who = entry.source if isinstance(entry, Fact) else entry.speaker
    voice = source.voice(who.value)
    return as_quoted(source) if voice and voice.as_quoted else "", voice


def credit(entry: Fact | Quote, library: Library) -> str:
    """What is printed of who says it, as it begins a line; "" where nobody has that id."""
    named = library.credit((entry.source if isinstance(entry, Fact) else entry.speaker).value)
    named = named[:1].upper() + named[1:]
    quoted, _ = _heard(entry, library)
    return f"{named}, {quoted}" if named and quoted else named


def translation(entry: Fact | Quote, library: Library) -> str:
    """How its words were translated or summed up; "" where they are the speaker's own."""
    voice = voice_of(entry, library)
    if voice and voice.translation:
        return voice.translation
    return entry.translation if isinstance(entry, Quote) else ""


def certainty(entry: Fact | Quote, library: Library) -> str:
    """How certain it is, for the evidence in the notes."""
    if isinstance(entry, Computed):
        return entry.certainty
    how = with_article(translation(entry, library))
    quoted, _ = _heard(entry, library)
    if isinstance(entry, Quote):
        return "; ".join(filter(None, (f"word for word in {how}" if how else "word for word", quoted)))
    known = f"known from {how}" if how else ""
    return "; ".join(filter(None, (entry.certainty, known, quoted, "" if entry.status == "ok" else entry.status)))
