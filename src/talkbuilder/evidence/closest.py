"""The passage of a post that is closest to words that are not in it: it helps to mend them, and proves nothing."""

from collections.abc import Iterator

from talkbuilder.claims.normal import normalise

_MOST_WORDS = 45
_AROUND = 2  # so that words that were left out at the ends are seen too

_Change = tuple[str, list[str], list[str], int]  # equal, replace, delete or insert; theirs, ours, where in ours


def closest(text: str, words: str) -> str:
    """The hint that shows it, in the post's words: [-these only the post has-] {+these only you have+}."""
    wanted = _wanted(words)
    if not (window := _window(text.split(), wanted)):
        return "no passage of the post comes close; see whether it is the right post"
    return f"closest, with [-what only the post has-] and {{+what only you have+}}: {_marked(window, wanted)}"


def compared(text: str, words: str) -> tuple[tuple[str, str], ...]:
    """Where the closest passage differs, each as (theirs, ours); nothing where none is close, or nothing differs."""
    wanted = _wanted(words)
    return tuple(_differences(_window(text.split(), wanted), wanted))


def _wanted(words: str) -> list[str]:
    return normalise(words).text.split()[:_MOST_WORDS]


def _window(has: list[str], wanted: list[str]) -> list[str]:
    """The words of the post that are closest; none where nothing is close."""
    from difflib import SequenceMatcher  # only an author's mistake pays for this import

    # Letters decide what is close; a comma too many is then shown all the same.
    near, own = [_bare(word) for word in has], [_bare(word) for word in wanted]
    anchor = SequenceMatcher(None, near, own, autojunk=False).find_longest_match()
    if anchor.size * 4 < len(wanted):
        return []
    start = max(0, anchor.a - anchor.b - _AROUND)
    return has[start : start + len(wanted) + 2 * _AROUND]


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


def _marked(has: list[str], wanted: list[str]) -> str:
    shown: list[str] = []
    for kind, theirs, ours, at in _changes(has, wanted):
        if kind == "equal":
            pairs = enumerate(zip(theirs, ours, strict=True), start=at)
            ends = (0, len(wanted) - 1)
            shown += [
                one if _is_same(one, other, number in ends) else f"[-{one}-] {{+{other}+}}"
                for number, (one, other) in pairs
            ]
            continue
        shown += [f"[-{' '.join(theirs)}-]"] * bool(theirs) + [f"{{+{' '.join(ours)}+}}"] * bool(ours)
    return " ".join(shown)


def _is_same(theirs: str, ours: str, at_an_end: bool) -> bool:
    """Of one word of both; where a quotation ends, it may leave out the post's comma or quote mark."""
    return theirs == ours or (at_an_end and ours in theirs)
