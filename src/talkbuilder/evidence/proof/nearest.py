"""Words that are not in their post: the passage that comes closest, and what of it differs."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.claims.normal import Range, normalise
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.post_text import PostText

_MOST_WORDS = 45
_MOST_TOLD = 3  # differences; whoever has more copies all of it
_AROUND = 2  # so that words that were left out at the ends are seen too

_Change = tuple[str, list[str], list[str], int]  # equal, replace, delete or insert; theirs, ours, where in ours
_MOST_PARTS = 4  # a splice of more is no splice, but words that happen to stand in the post
_FEWEST_WORDS = 2  # of a part
_SLIPPED = 3  # words: fewer than these left out are a slip, or a trick; more are a passage
_EDGES = ".,;:!?…\"'()- "


class Elsewhere(Struct, frozen=True):
    """Another post that has the words, and who speaks them there."""

    post: str
    speaker: str


Search = Callable[[str], Elsewhere | None]


def closest(text: str, words: str) -> str:
    """The hint that shows it, with the words in which it differs."""
    if not (places := closest_places(text, words)):
        none = "no passage of the post comes close: see whether it is the right one"
        return f"{none}; 'talkbuilder find WORDS' looks in all"
    passage = " ".join(text[slice(*places[0])].split()).strip('"')
    told = [_told(*one) for one in compared(text, words)]
    return f"copy it from the post: “{passage}”" + (f" ({', '.join(told[:_MOST_TOLD])})" if told else "")


def closest_places(text: str, words: str) -> tuple[Range, ...]:
    """Where the closest passage stands, if any is close."""
    wanted = _wanted(words)
    window = _window(text.split(), wanted)
    theirs = [word for _, has, _, _ in _changes(window, wanted) for word in has] if window else []
    found = re.search(r"\s+".join(map(re.escape, theirs)), text) if theirs else None
    return (found.span(),) if found else ()


def _told(theirs: str, ours: str) -> str:
    if theirs and ours:
        return f"there '{theirs}', here '{ours}'"
    return f"there also '{theirs}'" if theirs else f"only here '{ours}'"


def compared(text: str, words: str) -> tuple[tuple[str, str], ...]:
    """Where the closest passage differs, each as (theirs, ours); nothing where none is close, or nothing differs."""
    wanted = _wanted(words)
    return tuple(_differences(_window(text.split(), wanted), wanted))


def _wanted(words: str) -> list[str]:
    return normalise(words).text.split()[:_MOST_WORDS]


def _window(has: list[str], wanted: list[str]) -> list[str]:
    """The words of the post that are closest; none where nothing is close."""
    from difflib import SequenceMatcher  # only an author's mistake pays for this import

    # Letters decide what is close; a comma too many is then still shown.
    near, own = [_bare(word) for word in has], [_bare(word) for word in wanted]
    anchor = SequenceMatcher(None, near, own, autojunk=False).find_longest_match()
    if anchor.size * 4 < len(wanted):
        return []
    start = max(0, anchor.a - anchor.b - _AROUND)
    end = start + len(wanted) + 2 * _AROUND
    return has[start:end] if sum(one in near[start:end] for one in own) * 2 >= len(own) else []


def _bare(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum()) or word


def _changes(has: list[str], wanted: list[str]) -> Iterator[_Change]:
    """A difference, word by word; words of the post before and behind are no difference."""
    from difflib import SequenceMatcher

    near, own = [_bare(word) for word in has], [_bare(word) for word in wanted]
    found = SequenceMatcher(None, near, own, autojunk=False).get_opcodes()
    for number, (kind, a, a_end, b, b_end) in enumerate(found):
        if kind == "delete" and number in (0, len(found) - 1):
            continue
        if kind == "replace" and number == 0:
            a = max(a, a_end - (b_end - b))
        if kind == "replace" and number == len(found) - 1:
            a_end = min(a_end, a + b_end - b)
        yield kind, has[a:a_end], wanted[b:b_end], b


def _differences(has: list[str], wanted: list[str]) -> Iterator[tuple[str, str]]:
    for kind, theirs, ours, at in _changes(has, wanted) if has else ():
        if kind != "equal":
            yield " ".join(theirs), " ".join(ours)
            continue
        for number, pair in enumerate(zip(theirs, ours, strict=True), start=at):
            if not _is_same(*pair, number in (0, len(wanted) - 1)):
                yield pair


def _is_same(theirs: str, ours: str, at_an_end: bool) -> bool:
    """Of one word of both; where a quotation ends, it may leave out the post's comma or quote mark."""
    return theirs == ours or (at_an_end and ours in theirs)


def nowhere(words: str) -> Elsewhere | None:
    """A library of one post."""
    return None


def verdict(quote: Quote, words: str, post_text: PostText, search: Search) -> Diagnostic:
    if other := search(words):
        message = f"elsewhere: these words stand in the post '{other.post}', where {other.speaker} says them"
        return Diagnostic("E142", message, quote.text.span, f"write 'post: {other.post}', and who is speaking there")
    hint = closest(post_text.text, words)
    if re.search(r"\.\.\.|(?<!\[)…", words):
        hint = f"mark what you leave out with […]; {hint}"
    if parts := _spliced(words, post_text):
        told = " and ".join(f"'{_short(part)}'" for part in parts)
        message = f"spliced: {told} do not follow one another in the post"
        hint = f"quote each for itself, or mark what is left out: “{' […] '.join(map(_short, parts))}”"
        return Diagnostic("E143", message, quote.text.span, hint)
    changes = compared(post_text.text, words)
    if not changes:
        message = f"these words are not in the post '{quote.post.value}'"
        return Diagnostic("E101", message, quote.text.span, hint)
    if len(changes) == 1 and not changes[0][1] and len(changes[0][0].split()) > _SLIPPED:
        message = f"spliced: '{_short(changes[0][0])}' is left out without a mark"
        return Diagnostic("E143", message, quote.text.span, f"put […] in its place, or quote it too; {hint}")
    if all(not theirs for theirs, _ in changes):
        told = " and ".join(f"'{ours}'" for _, ours in changes)
        return Diagnostic("E144", f"inserted: the post has no {told} there", quote.text.span, hint)
    return Diagnostic("E140", f"altered: {_differs(*_plainest(changes))}", quote.text.span, hint)


def _plainest(changes: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The change to tell: a figure first, then a word for another, rather than one too many; a capital last."""
    pairs = [one for one in changes if one[0] and one[1]]
    other = [one for one in pairs if one[0].casefold() != one[1].casefold()]
    figures = [one for one in other if re.search(r"\d", "".join(one))]
    return next(iter((*figures, *other, *pairs)), next(one for one in changes if one[0]))


def _differs(theirs: str, ours: str) -> str:
    if theirs.strip(_EDGES) and theirs.strip(_EDGES) != ours.strip(_EDGES):
        theirs, ours = theirs.strip(_EDGES), ours.strip(_EDGES)
    if not ours:
        return f"the post says '{theirs}', and the quotation leaves it out"
    return f"the post says '{theirs}', and the quotation '{ours}'"


def _short(words: str) -> str:
    held = words.split()
    return words if len(held) <= 5 else f"{' '.join(held[:2])} … {' '.join(held[-2:])}"


def _spliced(words: str, post_text: PostText) -> tuple[str, ...]:
    """The parts of which words are put together, where each stands in the post and something is between them."""
    parts = tuple(_parts(words.split(), post_text))
    if not 1 < len(parts) <= _MOST_PARTS or any(len(part.split()) < _FEWEST_WORDS for part in parts):
        return ()
    places = [next(post_text.places(parts[0].strip(_EDGES)))]
    for part in parts[1:]:
        bare = part.strip(_EDGES)
        behind = next(post_text.places(bare, places[-1][1]), None)
        places.append(behind or next(post_text.places(bare)))
    return () if all(_is_slip(post_text, *pair) for pair in pairwise(places)) else parts


def _parts(words: list[str], post_text: PostText) -> Iterator[str]:
    """The longest runs of words that stand in the post, from the first word on; a word that it does not have alone."""
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and any(post_text.places(" ".join(words[at : end + 1]).strip(_EDGES))):
            end += 1
        yield " ".join(words[at:end])
        at = end


def _is_slip(post_text: PostText, before: Range, behind: Range) -> bool:
    """Whether only a few words of one sentence are missing between two places."""
    if behind[0] < before[1]:
        return False
    gap = post_text.text[before[1] : behind[0]]
    is_one_sentence = post_text.sentence(*before)[0] == post_text.sentence(*behind)[0]
    return is_one_sentence and len(re.findall(r"[\w'-]+", gap)) <= _SLIPPED
