"""The voices of a source: who else is speaking in it, and what is wrong with their places."""

from collections.abc import Iterable, Iterator, Sequence

from talkbuilder.claims.normal import Range, normalise
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library import sources
from talkbuilder.evidence.library.sources import Source, Stretch, Voice
from talkbuilder.evidence.proof.nearest import closest
from talkbuilder.evidence.proof.post_text import LABEL, QUOTED, UNNAMED, UNSURE, PostText, Turn, VoiceWords
from talkbuilder.source.fields import Text

_NOBODY = {sources.QUOTED: QUOTED, sources.LABEL: LABEL, sources.UNSURE: UNSURE}


def hear(
    post: Source, original: str, by: str | None, stretches: Iterable[Stretch] = ()
) -> tuple[PostText, tuple[Diagnostic, ...]]:
    """The text of a post with its voices, and what is wrong with these: those that stand nowhere, or who knows where,
    are left out of it."""
    heard = heard_in(stretches, [one.value for one in post.speakers])
    post_text = PostText(original, voice_words(post.voices), by, heard)
    faults, sound = _checked(post, post_text)
    if len(sound) < len(post.voices):
        post_text = PostText(original, voice_words(sound), by, heard)
    return post_text, faults


def heard_in(stretches: Iterable[Stretch], speakers: Sequence[str]) -> tuple[Turn, ...]:
    """Who is speaking where, as a source's import told it, with the names that its entry gives to its speakers."""
    named = dict(enumerate(speakers, start=1)) | _NOBODY
    return tuple(Turn(named.get(one.speaker, UNNAMED), one.start, one.end) for one in stretches)


def voice_words(voices: Iterable[Voice]) -> tuple[VoiceWords, ...]:
    """The voices that the entry of a post names, by their words."""

    def told(words: Text | None) -> str:
        return words.value if words else ""

    places = ((one, one.at.read if one.at else None) for one in voices)
    return tuple(VoiceWords(one.who.value, told(one.from_), told(one.to), at) for one, at in places)


def _checked(post: Source, post_text: PostText) -> tuple[tuple[Diagnostic, ...], tuple[Voice, ...]]:
    """What is wrong with voices, and those that stand in one place; one may lie within another."""
    faults: list[Diagnostic] = []
    located: list[tuple[Range, Voice]] = []
    for voice in post.voices:
        if voice.at:
            if place := post_text.standing(*voice.at.read):
                located.append((place, voice))
                continue
            hint = "import the text that it was recorded for; or write 'from:' and 'to:' with words in place of 'at:'"
            faults.append(Diagnostic("E104", f"'at' is not in the {post.called} '{post.id}'", voice.at.span, hint))
            continue
        first = _once(post_text, voice.from_, post, "from", faults)
        last = _once(post_text, voice.to, post, "to", faults)
        if first is None or last is None:
            continue
        if last[1] <= first[0] or last[1] < first[1]:
            hint = "'from' holds the first words of the passage, 'to' its last"
            message = f"'to' stands before 'from' in the {post.called}"
            faults.append(Diagnostic("E104", message, (voice.to or voice.who).span, hint))
        else:
            located.append(((first[0], last[1]), voice))
    located.sort(key=lambda one: (one[0][0], -one[0][1]))
    return (*faults, *_overlaps(located)), tuple(voice for _, voice in located)


def _once(post_text: PostText, told: Text | None, post: Source, key: str, faults: list[Diagnostic]) -> Range | None:
    """The one place where a voice begins or ends."""
    assert told is not None  # who reads a library sees to that
    words, span = told.value, told.span
    found = list(post_text.places(normalise(words).text))
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"'{key}' is not in the {post.called} '{post.id}'"
        faults.append(Diagnostic("E104", message, span, post.worded(closest(post_text.text, words))))
    else:
        hint = f"take more words along, until they stand in the {post.called} only once"
        message = f"'{key}' stands {len(found)} times in the {post.called} '{post.id}'"
        faults.append(Diagnostic("E104", message, span, hint))
    return None


def _overlaps(located: Iterable[tuple[Range, Voice]]) -> Iterator[Diagnostic]:
    """Passages that begin within another and end behind it, or are the same: nobody knows who is speaking there."""
    around: list[tuple[Range, str]] = []
    for (start, stop), voice in located:
        while around and around[-1][0][1] <= start:
            around.pop()
        if around and (stop > around[-1][0][1] or (start, stop) == around[-1][0]):
            message = f"this passage begins before that of '{around[-1][1]}' has ended"
            hint = "let it end where that ends or before; a voice within a voice lies within it from end to end"
            yield Diagnostic("E104", message, (voice.at or voice.from_ or voice.who).span, hint)
        around.append(((start, stop), voice.who.value))
