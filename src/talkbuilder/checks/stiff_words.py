"""C503 stiff-words: words of letters and reports come back through a talk."""

from collections.abc import Iterator, Mapping

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.phrases import Phrases, hits
from talkbuilder.talk.said import Said, sentences_with
from talkbuilder.talk.talk import Talk

# What is said instead, and how often the stiff one may be said.
_STIFF: Mapping[str, tuple[str, int]] = {
    "somebody": ("someone", 2),
    "anybody": ("anyone", 2),
    "everybody": ("everyone", 2),
    "in order to": ("to", 0),
    "shall": ("will", 1),
    "upon": ("on", 1),
    "thus": ("so", 0),
    "whom": ("who", 2),
    "therefore": ("so", 1),
    "regarding": ("about", 0),
    "concerning": ("about", 0),
    "ought to": ("should", 2),
}
_PHRASES = {stiff: Phrases(stiff.split()[-2 if stiff == "ought to" else 0], (stiff,)) for stiff in _STIFF}
_SIGNS = frozenset(phrases.words for phrases in _PHRASES.values())


def check(talk: Talk) -> Iterator[Diagnostic]:
    said = list(sentences_with(talk, _SIGNS))
    for stiff, (plain, most) in _STIFF.items():
        found: list[Said] = [one for one in said for _ in hits(_PHRASES[stiff], one.text)]
        if len(found) > most:
            message = f"“{stiff}” is said {'once' if len(found) == 1 else f'{len(found):,} times'}"
            yield Diagnostic("C503", message, found[0].place_of(stiff), f"“{plain}” is what people say, here for one")
