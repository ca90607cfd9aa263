"""Who is credited for an entry, and how certain that makes it: what its voice in a post adds to the entry itself."""

from talkbuilder.evidence.derived import Computed
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.posts import Post, Voice, with_article
from talkbuilder.evidence.quotes import Quote

AS_QUOTED = "as quoted on the speaker’s blog"


def voice_of(entry: Fact | Quote, library: Library) -> Voice | None:
    """The voice of a post in which an entry's source or speaker speaks there; None for the blogger's own words."""
    post = library.posts.get(entry.post.value)
    who = entry.source if isinstance(entry, Fact) else entry.speaker
    return post.voice(who.value) if isinstance(post, Post) else None


def credit(entry: Fact | Quote, library: Library) -> str:
    """What is printed of who says it; "" where nobody has that id."""
    named = library.credit((entry.source if isinstance(entry, Fact) else entry.speaker).value)
    voice = voice_of(entry, library)
    return f"{named}, {AS_QUOTED}" if named and voice and voice.as_quoted else named


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
    voice, how = voice_of(entry, library), with_article(translation(entry, library))
    quoted = AS_QUOTED if voice and voice.as_quoted else ""
    if isinstance(entry, Quote):
        return "; ".join(filter(None, (f"word for word in {how}" if how else "word for word", quoted)))
    known = f"known from {how}" if how else ""
    return "; ".join(filter(None, (entry.certainty, known, quoted, "" if entry.status == "ok" else entry.status)))
