"""Plain English words, so that a name is known at the head of a sentence, where every word has a capital.

`english_words.txt` is a list of our own: words that stand in small letters in the documentation of Python and of the
programs beside it, counted while developing, and everyday words of those who teach, travel and go to church. It leaves
out what an ending makes of a word that it has.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("iness", "y"), ("iful", "y")),
    *(("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e")),
    *(("ers", ""), ("ers", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("ness", ""), ("ful", ""), ("less", "")),
    *(("able", ""), ("able", "e"), ("ish", ""), ("hood", ""), ("ship", ""), ("ment", ""), ("ments", ""), ("ward", "")),
    *(
        ("n", ""),
        ("wards", ""),
        ("like", ""),
        ("ation", "e"),
        ("ion", "e"),
        ("ion", ""),
        ("ions", ""),
        ("ity", ""),
        ("y", ""),
    ),
    *(("y", "e"), ("man", ""), ("men", ""), ("woman", ""), ("women", ""), ("al", ""), ("ous", "")),
)
_BEGINNINGS = (
    "un",
    "re",
    "over",
    "under",
    "out",
    "non",
    "mis",
    "in",
    "dis",
    "fore",
    "grand",
    "school",
    "class",
    "home",
)
_PARTICLES = frozenset(("ups", "ins", "ons", "bys", "tos"))  # many of what has a hyphen before it: close-ups
_LEAST = 3


@lru_cache(maxsize=8192)
def is_english(word: str) -> bool:
    """Whether it is a plain word, in whatever form and with whatever capital."""
    low = word.lower().replace("’", "'").removesuffix("n't").partition("'")[0]
    head, *behind = low.split("-")
    parts = (head, *(part for part in behind if part not in _PARTICLES))
    return len(low) < _LEAST or all(_is_form(part) for part in parts if len(part) >= _LEAST)


def _is_form(word: str) -> bool:
    heads = ("", *(head for head in _BEGINNINGS if word.startswith(head)))
    return any(
        again in _words()
        for head in heads
        for one in _readings(word.removeprefix(head))
        for again in _readings(one)  # careless-ly, care-less
    )


def _readings(word: str) -> Iterator[str]:
    """A word, and what it may be a form of."""
    yield word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST:
            yield stem + instead
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _words() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("english_words.txt").read_text("utf-8").split())
