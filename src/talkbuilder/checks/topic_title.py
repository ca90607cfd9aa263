"""C350 topic-title: a title of a few words that names a subject and says nothing of it."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import MADE, Talk

_OTHERS = MADE | {"ask", "question", "blank", "quote", "statement", "photo"}  # which say something themselves
_MOST_WORDS = 4  # longer titles mostly say something, and no list of verbs is long enough to tell
# What says something, beside whatever may be a verb by its ending.
_SAYS = frozenset(
    (
        *(
            [
                "is",
                "are",
                "was",
                "were",
                "be",
                "am",
                "have",
                "had",
                "do",
                "did",
                "can",
                "could",
                "may",
                "might",
                "must",
                "shall",
                "should",
                "will",
                "would",
                "cannot",
            ]
        ),
        *(
            [
                "not",
                "never",
                "no",
                "nobody",
                "nothing",
                "only",
                "more",
                "less",
                "than",
                "too",
                "let",
                "go",
                "come",
                "see",
                "take",
                "give",
                "get",
                "make",
                "find",
                "keep",
            ]
        ),
        *(
            [
                "went",
                "gone",
                "came",
                "saw",
                "knew",
                "took",
                "gave",
                "got",
                "made",
                "said",
                "thought",
                "found",
                "left",
                "kept",
                "began",
                "bought",
                "built",
            ]
        ),
        *(
            [
                "chose",
                "grew",
                "held",
                "heard",
                "hid",
                "lost",
                "met",
                "paid",
                "ran",
                "sold",
                "spoke",
                "stood",
                "told",
                "won",
                "wrote",
                "begin",
                "choose",
                "remember",
            ]
        ),
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_YEAR = re.compile(r"\b(?:in|of|for|from|since|until) (?:19|20)\d\d\b")
_SHORT = re.compile(r"n[’']t\Z|[’'](?:re|m|ll|ve)\Z")
_FIGURE = re.compile(r"\d|[?:,;]")


def check(talk: Talk) -> Iterator[Diagnostic]:
    if not talk.language.startswith("en"):
        return
    for slide in talk.slides:
        if slide.kind not in _OTHERS and not slide.is_unseen and not says_something(slide.title.text):
            hint = "say in a sentence what the slide shows: 'Police opened more cases in 2010'"
            message = f"'{slide.title.text}' names a subject and says nothing of it"
            yield Diagnostic("C350", message, slide.title.span, hint)


def says_something(title: str) -> bool:
    """Whether a title has a figure, a question, or what may be a verb: between two words all that ends in -s."""
    words = [word.lower() for word in _WORD.findall(title)]
    if len(words) > _MOST_WORDS or _FIGURE.search(_YEAR.sub("", title)):
        return True
    return any(
        word in _SAYS or word.endswith("ed") or _SHORT.search(word) or (0 < at < len(words) - 1 and word.endswith("s"))
        for at, word in enumerate(words)
    )
