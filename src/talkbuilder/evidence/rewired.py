"""The words of the post put together otherwise: what a person is asked where no word is strange, but the sense."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, takewhile

from talkbuilder.evidence.figures import Figure, figures
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stems

_AMOUNTS = frozenset(("majority", "minority", "most", "half", "third", "thirds", "quarter", "quarters", "bulk", "few"))
_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_MUTUAL = stems("marry meet divorce wed border resemble equal accompany")
_PART_BEFORE = re.compile(
    r"\b(?:including|includes?|included|among (?:them|which|whom)|of (?:them|whom|which|those))\b"
)
_OF_THEM = re.compile(r" of (?:them|whom|which|those|these)\b")
_PART = re.compile(
    r"\b(?:including|includes?|included|among|of (?:them|whom|which|those|these)|were|was|part|out of|between)\b"
)
_ON_TOP = re.compile(
    r"\b(?:and|plus|besides|also|additional|in addition|as well|another|more|further|on top|along with)\b"
)
_AT_ONCE = re.compile(r"\b(?:together|combined|at once|at the same time|simultaneously|altogether|jointly)\b")
_JOINED = re.compile(r"[,;]| and | or ")
_OPEN = frozenset(("any", "anything", "anybody", "anyone", "without", "if", "whether"))  # 'or' means both behind these
_ENDS = frozenset(("and", "or", "but", "while", "whereas"))  # what belongs to a figure does not reach across
_UNSEEN = re.compile(
    r"\b(?:(?:no|any|little|few|without) (?:evidence|signs?|proof|traces?|indications?|records?) (?:of|that|for)"
    r"|no (?:\w+ )?(?:reports?|complaints?|mentions?|accounts?|news|word|(?:known|reported) \w+)"
    r"(?: (?:was|were|has been|came)(?: made| received)?)? (?:of|that|about|from|on)"
    r"|(?:heard|knows?|knew|told|aware) of no|(?:nobody|no one|none)(?: \w+)? (?:reported|complained|mentioned|noticed)"
    r"|n[o']t (?:find|found|see|seen|notice|noticed))\b"
)
_SOUGHT = re.compile(
    r"\b(?:evidence|signs?|pro(?:of|ved?)|traces?|indications?|records?|f(?:ind|inds|ound)|s(?:ee|een|aw)|not(?:ice|iced)"
    r"|report\w*|complain\w*|mention\w*|accounts?|kn[eo]wn?|knows|heard|news|word)\b"
)
_CUT = re.compile(r"[;.]|\b(?:but|however)\b")
_AMONG_ALL = re.compile(
    r"\b(?P<all>\w+),? (?:including|such as|among (?:them|others)|for (?:example|instance)),? "
    r"(?:(?:an?|the|one|some|second|new|more) )*(?P<one>(?:[a-z'-]+ ){0,3}?[a-z'-]+)(?=[.,;:)]| and | or |\Z)"
)
_NONE = re.compile(r"\b(?:no|not|never|none|nobody|nothing|without|free (?:of|from))\b|n't\b")
_REACH = 5  # words of content beside a figure or a verb
_MANY = 12  # words before an 'only' in which its subject stands
_NEAR = 6  # words before a figure that may say that it is a part


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What of a statement has the words of the passage in another order; of all the first."""
    ours = wording(says)
    for find in (
        *(_swapped_figures, _part_on_top, _moved_amount, _moved_only, _exchanged, _passive, _all_at_once, _torn),
        *(_none_there, _all_for_one),
    ):
        if told := next(find(says, ours, passage), None):
            yield told
            return


def _swapped_figures(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'$5 from the town and $9 from the county', with the one's sum given to the other."""
    own, theirs = _counted(says), _counted(passage.text)
    same = [(one, other) for one in own for other in theirs if one.values[0] == other.values[0]]
    for (mine, post), (mine_too, post_too) in combinations(same, 2):
        for beside in (_behind, _before):
            here, there = beside(ours, mine, own), beside(ours, mine_too, own)
            posts, posts_too = beside(passage.wording, post, theirs), beside(passage.wording, post_too, theirs)
            if here & (posts_too - posts) and there & (posts - posts_too):
                told = f"'{passage.text[post.start : post.end]}' and '{passage.text[post_too.start : post_too.end]}'"
                yield f"see which of {told} is whose: the words beside them are exchanged"
                return


def _counted(text: str) -> tuple[Figure, ...]:
    found = [one for one in figures(text) if not one.is_year]
    values = [one.values[0] for one in found]
    return tuple(one for one in found if values.count(one.values[0]) == 1)


def _behind(text: Wording, figure: Figure, all: Sequence[Figure]) -> frozenset[str]:
    end = min((one.start for one in all if one.start >= figure.end), default=10**9)
    found = takewhile(lambda one: one.text not in _ENDS, (one for one in text.words if figure.end <= one.start < end))
    return frozenset([one.stem for one in found if one.is_content][:_REACH])


def _before(text: Wording, figure: Figure, all: Sequence[Figure]) -> frozenset[str]:
    start = max((one.end for one in all if one.end <= figure.start), default=0)
    before = [one for one in text.words if start <= one.start < figure.start]
    found = takewhile(lambda one: one.text not in _ENDS, reversed(before))
    return frozenset([one.stem for one in found if one.is_content][:_REACH])


def _part_on_top(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'59, including 12' as 59 and 12 more; and the other way round."""
    low, theirs = lowered(says), lowered(passage.text)
    own = _counted(says)
    for (whole, part), (post, post_part) in (
        (mine, told)
        for mine in combinations(own, 2)
        for told in pairwise(one for one in figures(passage.text) if not one.is_year)
    ):
        values = {whole.values[0], part.values[0]}
        if values != {post.values[0], post_part.values[0]} or len(values) < 2:
            continue
        is_part = bool(_PART_BEFORE.search(_near(theirs, post_part)) or _OF_THEM.match(theirs, post_part.end))
        mine, first, second = _near(low, part), *sorted((whole, part), key=lambda one: one.start)
        is_told = _PART.search(low, first.end, second.start) or _OF_THEM.match(low, part.end)
        if is_part and not is_told and _ON_TOP.search(low, whole.end):
            yield f"the post counts '{_words(passage.text, post_part)}' in '{_words(passage.text, post)}', not besides"
            return
        if _PART_BEFORE.search(mine) and not _PART.search(theirs, post.end, post_part.start):
            yield f"the post does not count '{_words(says, part)}' in '{_words(says, whole)}'"
            return


def _near(text: str, figure: Figure) -> str:
    return " ".join(text[: figure.start].rpartition(";")[2].split()[-_NEAR:])


def _words(text: str, figure: Figure) -> str:
    return text[figure.start : figure.end]


def _moved_amount(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'Where most of the wool is spun' as 'in most of the valley'."""
    theirs = passage.wording
    for at, word in enumerate(ours.words):
        noun = ours.next_content(at, 5) if word.text in _AMOUNTS else None
        if noun is None or says[noun.start : noun.end + 1].rstrip().endswith(("'", "'s")):
            continue  # 'a third of the millers' land' is one of land
        of = [theirs.next_content(place, 5) for place, one in enumerate(theirs.words) if one.text == word.text]
        known = [one for one in of if one is not None]
        if not known or any(is_same(one.stem, noun.stem) for one in known):
            continue
        if noun.stem not in theirs.stems and not any(one.stem in _told_before(ours, at) for one in known):
            continue
        if any(one.stem in ours.stems for one in known):
            yield f"the post says '{word.text}' of '{known[0].text}', not of '{noun.text}'"
            return


def _told_before(ours: Wording, at: int) -> frozenset[str]:
    return frozenset(one.stem for one in ours.words[:at])


def _moved_only(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'Guests and members will only pay $9' as 'only guests'."""
    theirs = passage.wording
    mine = [at for at, one in enumerate(ours.words) if one.text == "only"]
    posts = [at for at, one in enumerate(theirs.words) if one.text == "only"]
    if len(mine) != 1 or len(posts) != 1:
        return
    noun, own = _beside_only(ours, mine[0]), _beside_only(theirs, posts[0])
    if noun is None or own is None or is_same(noun.stem, own.stem) or noun.stem not in theirs.stems:
        return
    before = theirs.words[max(0, posts[0] - _MANY) : posts[0]]
    if own.text[:1].isalpha() and any(one.stem == noun.stem for one in before):
        yield f"the post says 'only' of '{own.text}', and not of '{noun.text}'"


def _beside_only(text: Wording, at: int) -> Word | None:
    """The word of content or the figure right behind an 'only'."""
    behind = (one for one in text.words[at + 1 : at + 4] if one.is_content or not one.text[:1].isalpha())
    return next(behind, None)


def _exchanged(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'The smith teaches the baker' as 'the baker teaches the smith', whatever is between them."""
    theirs = passage.wording
    for at, word in enumerate(ours.words):
        places = [place for place, one in enumerate(theirs.words) if one.stem == word.stem]
        if not _is_verb(word) or len(places) != 1 or word.stem in _MUTUAL or _is_done_by(ours, at):
            continue
        if passage.text[theirs.words[places[0]].start].isupper():
            continue
        mine, told = _neighbours(ours, at), _neighbours(theirs, places[0])
        is_turned = None not in mine and (mine[0], mine[1]) == (told[1], told[0]) and mine[0] != mine[1]
        if is_turned and not _is_done_by(theirs, places[0]) and not _is_joined(theirs, places[0]):
            yield f"see who and whom the post has before and behind '{word.text}': they are exchanged"
            return


def _is_verb(word: Word) -> bool:
    """Whether a word may tell a deed: 'helps', 'helped', 'helping', 'taught'."""
    return word.is_content and (word.text.endswith(("s", "ed", "ing")) or word.text in PASTS)


def _neighbours(text: Wording, at: int) -> tuple[str | None, str | None]:
    """The words of content before and behind one, in its clause."""
    clause = [one for one in text.words if one.clause == text.words[at].clause and one.is_content]
    place = clause.index(text.words[at])
    before = clause[place - 1].stem if place else None
    return before, clause[place + 1].stem if place + 1 < len(clause) else None


def _is_joined(text: Wording, at: int) -> bool:
    return any(one.text in ("and", "or", "of") for one in text.words[max(0, at - 2) : at + 3])


def _is_done_by(text: Wording, at: int) -> bool:
    """'is exceeded by'."""
    before = [one.text for one in text.words[max(0, at - 3) : at]]
    behind = [one.text for one in text.words[at + 1 : at + 2]]
    return behind == ["by"] and not _PASSIVE.isdisjoint(before)


def _passive(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'It exceeds the lake' as 'it is exceeded by the lake'; and the other way round."""
    theirs = passage.wording
    for mine, post, text in ((ours, theirs, theirs), (theirs, ours, theirs)):
        for at, word in enumerate(mine.words):
            doer = mine.next_content(at + 1, 4) if word.is_content and _is_done_by(mine, at) else None
            if doer is None or word.stem in _MUTUAL:
                continue
            for place, one in enumerate(post.words):
                behind = post.next_content(place, 4) if one.stem == word.stem else None
                if behind and behind.stem == doer.stem and not _is_done_by(post, place):
                    told = next(own for own in text.words if own.stem == word.stem)
                    yield f"the post says '{told.text}' with '{doer.text}' on the other side: see who, and whom"
                    return


def _all_at_once(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """Any one of several, told as all of them: 'bread or milk' as 'bread and milk', 'both together'."""
    low = lowered(says)
    found = _AT_ONCE.search(low)
    if found and not _AT_ONCE.search(lowered(passage.text)) and len(_JOINED.findall(low[: found.start()])) > 0:
        yield f"it says '{found[0]}', and the post does not"
        return
    theirs = passage.wording.words
    for at, word in enumerate(theirs[1:-1], 1):
        if word.text != "or" or theirs[at - 1].is_denied or theirs[at - 1].clause != theirs[at + 1].clause:
            continue
        if any(one.text in _OPEN and one.clause == word.clause for one in theirs[:at]):
            continue
        one, other = theirs[at - 1], theirs[at + 1]
        if one.is_content and other.is_content and _has_both(ours.words, one, other):
            yield f"the post says '{one.text} or {other.text}', not 'and'"
            return


def _has_both(ours: Sequence[Word], one: Word, other: Word) -> bool:
    return any(
        word.text == "and" and {ours[at - 1].stem, ours[at + 1].stem} == {one.stem, other.stem}
        for at, word in enumerate(ours[1:-1], 1)
    )


def _torn(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'They invite Oslo sailors' as 'they visit Oslo': of a name and the noun behind it, the name stands alone."""
    for name, noun in pairwise(passage.wording.words):
        is_of = name.clause == noun.clause and name.is_content and noun.is_content and name.end + 1 == noun.start
        if not is_of or not passage.text[name.start].isupper() or passage.text[noun.start].isupper():
            continue
        if not (passage.own[0] <= name.start < passage.own[1] and _is_plain_noun(noun)):
            continue
        places = [at for at, one in enumerate(ours.words) if one.stem == name.stem]
        nouns = [at for at, one in enumerate(ours.words) if one.stem == noun.stem]
        if places and nouns and not any(_is_with(ours, at, place) for at in nouns for place in places):
            yield f"the post says '{name.text} {noun.text}', and it has the one apart from the other"
            return


def _is_with(text: Wording, noun: int, name: int) -> bool:
    """Whether a noun is still that of the name: 'sailors of Oslo'."""
    led = text.words[name - 1].text if name else ""
    return abs(noun - name) <= (_REACH if led in ("of", "by") else 2)


def _is_plain_noun(word: Word) -> bool:
    return not word.text.endswith(("ed", "ly")) and word.text.endswith(("s", "men", "women", "people"))


def _none_there(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'Found no evidence of it' as 'there was none'."""
    low, theirs = lowered(says), lowered(passage.text)
    if not _NONE.search(low) or _SOUGHT.search(low):
        return
    found = next((one for one in _UNSEEN.finditer(theirs) if not _CUT.search(theirs, one.end(), passage.own[0])), None)
    if found:
        yield f"the post says '{found[0]}': is it certain that there was none?"


def _all_for_one(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'9,000 for repairs, including a new roof' as 9,000 for a new roof."""
    low, theirs = lowered(says), lowered(passage.text)
    if _PART_BEFORE.search(low):
        return
    for found in _AMONG_ALL.finditer(theirs):
        before = {one.values[0] for one in figures(passage.text[: found.start()]) if not one.is_year}
        told = {one.values[0] for one in figures(says) if not one.is_year}
        one = stems(found["one"])
        if before & told and one and one <= ours.stems and not stems(found["all"]) & ours.stems:
            yield f"the post has '{found['one']}' only as one of the '{found['all']}': is all of it meant?"
            return
