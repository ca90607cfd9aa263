"""The passage of a post that is closest to words that are not in it: it helps to mend them, and proves nothing."""

from talkbuilder.evidence.normal import normalise

_MOST_WORDS = 45
_AROUND = 2  # so that words that were left out at the ends are seen too


def closest(text: str, words: str) -> str:
    """The hint that shows it, in the post's words: [-these only the post has-] {+these only you have+}."""
    from difflib import SequenceMatcher  # only an author's mistake pays for this import

    wanted = normalise(words).text.split()[:_MOST_WORDS]
    has = text.split()
    # Letters decide what is close; a comma too many is then shown all the same.
    near, own = [_bare(word) for word in has], [_bare(word) for word in wanted]
    anchor = SequenceMatcher(None, near, own, autojunk=False).find_longest_match()
    if anchor.size * 4 < len(wanted):
        return "no passage of the post comes close; see whether it is the right post"
    start = max(0, anchor.a - anchor.b - _AROUND)
    window = has[start : start + len(wanted) + 2 * _AROUND]
    return f"closest, with [-what only the post has-] and {{+what only you have+}}: {_marked(window, wanted)}"


def _bare(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum()) or word


def _marked(has: list[str], wanted: list[str]) -> str:
    """A difference, word by word; words of the post before and behind are no difference."""
    from difflib import SequenceMatcher

    near, own = [_bare(word) for word in has], [_bare(word) for word in wanted]
    changes = SequenceMatcher(None, near, own, autojunk=False).get_opcodes()
    shown: list[str] = []
    for number, (kind, a, a_end, b, b_end) in enumerate(changes):
        if kind == "equal":
            ends = (0, len(wanted) - 1)
            pairs = zip(range(b, b_end), has[a:a_end], wanted[b:b_end], strict=True)
            shown += [_word(theirs, ours, at in ends) for at, theirs, ours in pairs]
            continue
        if kind == "replace" and number == 0:
            a = max(a, a_end - (b_end - b))
        if kind == "replace" and number == len(changes) - 1:
            a_end = min(a_end, a + b_end - b)
        if kind == "replace" or (kind == "delete" and 0 < number < len(changes) - 1):
            shown.append(f"[-{' '.join(has[a:a_end])}-]")
        if kind != "delete":
            shown.append(f"{{+{' '.join(wanted[b:b_end])}+}}")
    return " ".join(shown)


def _word(theirs: str, ours: str, at_an_end: bool) -> str:
    """One word of both; where a quotation ends, it may leave out the post's comma or quote mark."""
    if theirs == ours or (at_an_end and ours in theirs):
        return theirs
    return f"[-{theirs}-] {{+{ours}+}}"
