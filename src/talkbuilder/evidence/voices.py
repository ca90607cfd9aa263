"""The voices of a post: who else is speaking in it, and what is wrong with how that is told."""

from collections.abc import Iterable, Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.closest import closest
from talkbuilder.evidence.normal import Range, normalise
from talkbuilder.evidence.post_text import PostText, VoiceWords
from talkbuilder.evidence.posts import Post, Voice


def hear(post: Post, original: str, blogger: str | None) -> tuple[PostText, tuple[Diagnostic, ...]]:
    """The text of a post with its voices, and what is wrong with these: those that stand nowhere, or who knows where,
    are left out of it."""
    post_text = PostText(original, voice_words(post.voices), blogger)
    faults, sound = _checked(post, post_text)
    if len(sound) < len(post.voices):
        post_text = PostText(original, voice_words(sound), blogger)
    return post_text, faults


def voice_words(voices: Iterable[Voice]) -> tuple[VoiceWords, ...]:
    """The voices that the entry of a post names, by their words."""
    return tuple(VoiceWords(voice.who.value, voice.from_.value, voice.to.value) for voice in voices)


def _checked(post: Post, post_text: PostText) -> tuple[tuple[Diagnostic, ...], tuple[Voice, ...]]:
    """What is wrong with voices, and those that stand in one place; one may still begin within another."""
    faults: list[Diagnostic] = []
    located: list[tuple[Range, Voice]] = []
    for voice in post.voices:
        first = _once(post_text, voice.from_.value, voice.from_.span, post.id, "from", faults)
        last = _once(post_text, voice.to.value, voice.to.span, post.id, "to", faults)
        if first is None or last is None:
            continue
        if last[1] <= first[0] or last[1] < first[1]:
            hint = "'from' holds the first words of the passage, 'to' its last"
            faults.append(Diagnostic("E104", "'to' stands before 'from' in the post", voice.to.span, hint))
        else:
            located.append(((first[0], last[1]), voice))
    located.sort(key=lambda one: one[0][0])
    return (*faults, *_overlaps(located)), tuple(voice for _, voice in located)


def _once(post_text: PostText, words: str, span: Span, post: str, key: str, faults: list[Diagnostic]) -> Range | None:
    """The one place where a voice begins or ends."""
    found = list(post_text.places(normalise(words).text))
    if len(found) == 1:
        return found[0]
    if not found:
        faults.append(Diagnostic("E104", f"'{key}' is not in the post '{post}'", span, closest(post_text.text, words)))
    else:
        hint = "take more words along, until they stand in the post only once"
        faults.append(Diagnostic("E104", f"'{key}' stands {len(found)} times in the post '{post}'", span, hint))
    return None


def _overlaps(located: Iterable[tuple[Range, Voice]]) -> Iterator[Diagnostic]:
    end, speaker = 0, ""
    for (start, stop), voice in located:
        if start < end:
            message = f"this passage begins before that of '{speaker}' has ended"
            hint = "list a voice within a voice as three passages: before it, itself, and behind it"
            yield Diagnostic("E104", message, voice.from_.span, hint)
        if stop > end:
            end, speaker = stop, voice.who.value
