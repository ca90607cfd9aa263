"""Who stands before a deed: what a person is asked where the post has another one there than the statement."""

from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.wording import Passage, Word, Wording
from talkbuilder.evidence.words import PASTS, stems

_PRONOUNS = frozenset(("it", "its", "he", "she", "they", "their", "his", "her", "this", "these", "those", "i", "we"))
_PRONOUNS |= {"our", "my", "such", "both", "each", "others", "there", "who", "which", "whom", "one", "that"}
_RELATIVE = frozenset(("who", "which", "whom", "whose", "that", "where", "when"))
_LEADING = frozenset(
    ("in", "at", "on", "for", "with", "to", "after", "before", "during", "until", "since", "of", "from")
)
_LEADING |= {"by", "along", "among", "near", "behind", "under", "over", "through", "about", "across", "between", "as"}
_ARTICLES = frozenset(("a", "an", "the", "all", "some", "many", "most", "several", "few", "two", "three"))
_TELLING = frozenset(("reported", "said", "told", "wrote", "noted", "says", "noticed", "remarked", "complained", "saw"))
_TELLING |= {"found", "claimed", "explained", "mentioned", "heard", "thought", "believed", "felt", "knew", "warned"}
# Who may be anybody of the sentence before, and what only tells when.
_ANYBODY = stems("people person man woman girl boy child group team family couple pair crew party resident villager")
_TIMES = stems("last next year month week day time summer winter spring autumn hour night morning moment season")
_TELLERS = frozenset(("blogger", "blog", "author", "report", "post"))
_NO_DEEDS = frozenset(("forced", "united", "limited", "armed", "need", "indeed", "hundred", "speed", "seed", "based"))


def reasons(ours: Wording, passage: Passage) -> Iterator[str]:
    """'The bakers complained', of what the post tells of the tenants, and of the bakers a sentence before."""
    theirs = passage.wording
    if passage.leant_on.stems.isdisjoint(ours.stems - theirs.stems):
        return  # which nearly all are
    for at, word in enumerate(ours.words):
        if not _is_deed(ours, at):
            continue
        mine = _subject(ours, at)
        who = mine[-1] if mine else None
        if who is None or who.text in _TELLERS or not _is_only_before(who, passage):
            continue
        for place, one in enumerate(theirs.words):
            if one.stem != word.stem or not _is_deed(theirs, place):
                continue
            told = _subject(theirs, place)
            if (
                told
                and not _is_anybody(theirs, told[-1])
                and not any(is_explained(x.stem, ours.all_stems) for x in told)
            ):
                said = f"the post says it of '{told[-1].text}'"
                yield f"{said}, and '{who.text}' stands in a sentence before: is it they?"
                return


def _is_anybody(text: Wording, who: Word) -> bool:
    """Whether a word may mean those named before: 'the men', and not 'the men who slept beside him'."""
    behind = text.words[text.words.index(who) + 1]
    return who.stem in _ANYBODY and behind.text not in _RELATIVE


def _is_only_before(who: Word, passage: Passage) -> bool:
    return who.stem in passage.leant_on.stems and not is_explained(who.stem, passage.wording.all_stems)


def _is_deed(text: Wording, at: int) -> bool:
    word = text.words[at]
    return word.text not in _NO_DEEDS and (word.text.endswith("ed") or word.text in PASTS or word.text in _TELLING)


def _subject(text: Wording, at: int) -> list[Word]:
    """The noun before a deed, with what stands right before that; none where it is a pronoun."""
    begin = at
    while begin and text.words[begin - 1].clause == text.words[at].clause:
        if text.words[begin - 1].text == "that" and begin > 1 and text.words[begin - 2].text in _TELLING:
            break
        begin -= 1
    words = list(text.words[begin:at])
    joints = [number for number, one in enumerate(words) if one.text in ("and", "or")]
    if joints and any(one.is_content or one.text in _PRONOUNS for one in words[joints[-1] + 1 :]):
        words = words[joints[-1] + 1 :]
    cut = next((number for number, one in enumerate(words) if one.text in _RELATIVE and number), len(words))
    groups = _groups(words[:cut])
    if any(one.text in _PRONOUNS for one in words[:cut]):
        return []
    plain = [group for group, led in groups if not led]
    return (plain[-1:] or [group for group, _ in groups[:1]] or [[]])[0]


def _groups(words: list[Word]) -> list[tuple[list[Word], bool]]:
    """What stands between articles and prepositions, each with whether a preposition leads it."""
    groups: list[tuple[list[Word], bool]] = []
    led, is_new = False, True
    for one in words:
        if one.text in _LEADING:
            led, is_new = True, True
        elif not one.is_content:
            led, is_new = (led and one.text in _ARTICLES) if is_new else False, True
        elif one.stem not in _TIMES and not one.text.endswith("ly"):
            if is_new:
                groups.append(([], led))
            groups[-1][0].append(one)
            is_new, led = False, led
    return groups
