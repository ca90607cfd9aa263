"""Whether a statement denies what its source denies, and nothing else."""

import re
from collections.abc import Iterator

from talkbuilder.evidence import habits
from talkbuilder.evidence.likened import equals
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.soles import NOT_ALONE, has_only
from talkbuilder.evidence.undone import says_not
from talkbuilder.evidence.untold import is_untold
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording, wording
from talkbuilder.evidence.words import stem, stems

_HEADS = 2  # words of content behind a 'not' that it denies for certain
BARRED = re.compile(
    r"\b(?:blocked|barred|banned|kept|prevented|stopped|prohibited|excluded|free) from\b|\bforbidden to\b"
)
_NOTHING = frozenset(("nothing", "nobody", "none", "nowhere"))
_GIVING = stems("allow permit able let result lead find see show help manage succeed")  # what is denied stands behind
_LIGHT = frozenset(("take", "get", "make", "go", "come", "put", "let"))
_TURNS = re.compile(
    r"\b(?:not?|never|nor|neither|none|nothing|nobody|nowhere|without|hardly|barely|scarcely|rarely|seldom|cannot"
    r"|unable|\w+n't|unless|spare[sd]?|ke(?:eps?|pt)(?= .*\bfrom\b)|prevent\w*|avoid\w*|refus\w*|fail\w*"
    r"|den(?:y|ies|ied)|lack\w*|forb\w+|bann?\w*|prohibit\w*|block\w*|barred|unwilling|unpaid)\b"
)
_TURNED = 6  # words behind a word like 'refused' that it may turn
_PLAINLY = frozenset(("no", "not", "none", "never", "nobody", "nothing", "any"))
_NOBODY = frozenset(("none", "nobody", "no"))
_MANY = frozenset(("many", "much", "often", "all", "every", "everybody", "everyone", "a"))
_FEW = re.compile(r"\b(?:few|fewer|little|rarely|seldom|hardly|barely|scarcely|some|not)\b")
_UNREAL = re.compile(r"\b(?:would|could|might) have\b|\bhad \w+ (?:\w+ )?(?:listened|\w+ed|\w+n)\b|\bif\b")
_KEPT_FROM = re.compile(
    r"\b(?:ke(?:ep|eps|pt)|stopp?(?:ed|s)?|prevent(?:ed|s)?|barred|discourag(?:ed|es)|deterred)\b.{0,40}\bfrom\b"
)
# Who is too tired to sing cannot.
TOO = re.compile(
    r"(?<!not )(?<!never )\btoo [\w-]+ (?:(?!and\b|but\b|or\b|who\b)[\w-]+ ){0,8}?"
    r"to (?!the\b|a\b|my\b|his\b|her\b|their\b)(?P<deed>\w+)"
)
# Who says 'if only they had listened' wishes it, and is sorry that they did not.
IF_ONLY = re.compile(r"\bif only\b")
_WISHED = re.compile(r"\b(?:wish|regret|lament|would rather|sorry|pity|too bad)")
_BEYOND = frozenset(("beyond", "outside", "past"))
# What is as high is no higher.
_NO_MORE = re.compile(r"(?:no|not|neither|nor|never) (?:any )?(?:more|less|fewer|better|worse|\w{3,}er)\b")
_NON = re.compile(r"\b(?P<non>non)[- ]?(?P<what>[a-z]{4,})")
_NOT_ANY = re.compile(
    r"\b(?:not?|never|nor|without)\b(?: \w+){0,3} any (?P<all>[^.;:]*?\b(?:or|nor) [\w-]+(?: (?!of\b)[\w-]+)?)"
)

_LEAVING = stems("leave quit end close stop depart disband withdraw cease")


def bends(ours: Wording, passage: Passage, is_whole: bool) -> Iterator[Bend]:
    theirs, own = passage.wording, passage.own
    low = lowered(passage.text)
    yield from _without_non(ours, passage, low)
    alone = [found.span() for found in NOT_ALONE.finditer(low)] if has_only(low) else []
    for at, word in enumerate(ours.words):
        heads = _heads(ours, at) if word.denies and not _is_told_otherwise(ours, at, passage) else []
        denied = theirs.denied | _not_any(passage.text)
        if not theirs.stems.isdisjoint(heads) and not any(is_explained(one, denied) for one in heads):
            is_doubt = word.text == "not" and not is_explained(heads[0], theirs.stems)  # 'not far from the border'
            is_doubt = is_doubt or (_is_turned_as_often(ours, passage) and not _is_plain(heads, theirs))
            is_doubt = is_doubt or (word.text in _NOBODY and any(one.text in _PLAINLY for one in theirs.words))
            is_doubt = is_doubt or _is_gone(ours, at, theirs)
            hint = "is it the same" if is_doubt else "say what the post says"
            yield Bend("E122", f"it says '{word.text}', and the post denies nothing there", hint, is_doubt)
            break
    for at, word in enumerate(theirs.words):
        if not word.denies or (_is_ceiling(theirs, at) and _is_only(ours)):
            continue
        if any(start <= word.start < end for start, end in alone):
            continue  # soles.py sees to these
        heads = (
            _heads(theirs, at)[: _HEADS if is_whole else 1]
            if own[0] <= word.start < own[1]
            else _denied_subject(ours, theirs, at, own)
        )
        if heads and (_is_unsaid(heads[0], ours) or _is_kept(theirs, at, heads, ours)):
            continue
        is_doubt = bool(heads) and (
            _is_light(theirs, at, ours)
            or (_is_turned_as_often(ours, passage) and not _is_plain(heads, ours))
            or _is_of_another_verb(theirs, at, heads, ours)
            or _denies_behind(ours, heads)
            or (word.text == "only" and not is_whole)  # 'had listened', shown of 'wishes that they had listened'
        )
        plain = _plain_in(theirs, own) if own[0] <= word.start < own[1] else theirs.plain
        heads = [one for one in heads if one not in plain and is_explained(one, ours.stems)]
        same = [one for one in heads if one in ours.stems]
        if (same and not any(one in ours.denied for one in same)) or (heads and not same and not ours.denied):
            hint = "is it the same" if is_doubt else "deny what the post denies"
            yield Bend("E106", f"it has lost the '{word.text}' of the post", hint, is_doubt)
            break
        if is_whole and own[0] <= word.start < own[1] and not turns(ours) and _is_deed_of(theirs, at, ours):
            yield Bend("E106", f"the post says '{word.text}' there, and this denies nothing", "is it the same", True)
            break


def _is_gone(ours: Wording, at: int, theirs: Wording) -> bool:
    """Whether who left is told of as no longer there."""
    behind = [one.text for one in ours.words[at + 1 : at + 2]]
    return behind == ["longer"] and any(one.stem in _LEAVING for one in theirs.words)


def _without_non(ours: Wording, passage: Passage, low: str) -> Iterator[Bend]:
    """'Non-smoking rooms' as 'smoking rooms'; `low` is the passage in small letters."""
    for found in _NON.finditer(low, *passage.own):
        if stem(found["what"]) in ours.plain and not _NON.search(ours.spaced) and not turns(ours):
            yield Bend("E106", f"it has lost the '{found['non']}' of the post", "deny what the post denies")


def _is_deed_of(theirs: Wording, at: int, ours: Wording) -> bool:
    """Whether ours tells what stands further behind a 'not' than it surely denies: 'did not allow guests to | cook'."""
    behind = [one for one in theirs.words[at + 1 :] if one.clause == theirs.words[at].clause and one.is_content]
    return sum(one.stem in ours.plain for one in behind) > 1 and not ours.denied


def _is_too(ours: Wording, heads: list[str]) -> bool:
    """Whether somebody is 'too afraid to' do what is denied: who is too tired to sing may have danced."""
    said = ours.spaced
    for found in TOO.finditer(said):
        at = said.count(" ", 0, found.start())
        others = {
            one.stem for number, one in enumerate(ours.words) if number < at or one.clause != ours.words[at].clause
        }
        if stem(found["deed"]) in heads or others.isdisjoint(heads):
            return True
    return False


def _is_kept(theirs: Wording, at: int, heads: list[str], ours: Wording) -> bool:
    """Whether a denial is told without a 'not': 'few' for 'not many', 'had they listened' for 'if only they had'."""
    said = ours.spaced
    behind = theirs.words[at + 1].text if at + 1 < len(theirs.words) else ""
    if theirs.words[at].text == "only":
        return bool(_UNREAL.search(said) or _WISHED.search(said))
    if is_untold(theirs, at, ours):
        return True
    return bool(_KEPT_FROM.search(said) or _is_too(ours, heads)) or (behind in _MANY and bool(_FEW.search(said)))


def _is_of_another_verb(theirs: Wording, at: int, heads: list[str], ours: Wording) -> bool:
    """Whether the verb of a 'not' is told by another one, and what follows it is the same: 'not speak of debts'."""
    verb = next((one for one in theirs.words[at + 1 :] if one.stem == heads[0]), None)
    is_verb = theirs.words[at].text not in ("no", "without", "none", "only") and verb is not None
    if not is_verb or verb is None or verb.stem in _GIVING or verb.stem in ours.stems:
        return False
    behind = next((one.text for one in theirs.words if one.start > verb.end), "")
    return behind not in ("to", "in", "that")


def _is_light(theirs: Wording, at: int, ours: Wording) -> bool:
    """Whether what is denied is a verb that says little, which ours has not: 'could not take the noise'."""
    verb = theirs.words[at + 1].text if at + 1 < len(theirs.words) else ""
    return theirs.words[at].text == "not" and verb in _LIGHT and verb not in {one.text for one in ours.words}


def turns(text: Wording) -> int:
    """How many words of a text deny something, or say so in other words: 'kept from', 'spared'."""
    return len(_TURNS.findall(text.spaced))


def _is_plain(heads: list[str], text: Wording) -> bool:
    """Whether the first thing that one text denies is told by the other, with no word before it that turns it."""
    return any(
        word.stem == heads[0]
        and not word.is_denied
        and not _TURNS.search(" ".join(one.text for one in text.words[max(0, at - _TURNED) : at]))
        for at, word in enumerate(text.words)
    )


def _is_turned_as_often(ours: Wording, passage: Passage) -> bool:
    """Whether both deny, or say a word that does, equally often or twice more: 'nobody kept them from', 'freely'."""
    clauses = {passage.wording.words[at].clause for at in passage.wording.within(*passage.own)}
    theirs = " ".join(one.text for one in passage.wording.words if one.clause in clauses)
    mine, posts = turns(ours), len(_TURNS.findall(theirs))
    return mine + posts > 1 and mine % 2 == posts % 2


def _denies_behind(ours: Wording, heads: list[str]) -> bool:
    """Whether what is denied stands before a 'not' of its own clause: 'they led to not a single arrest'."""
    return any(
        word.stem in heads and any(one.denies and one.clause == word.clause for one in ours.words[at + 1 : at + 5])
        for at, word in enumerate(ours.words)
    )


def _not_any(text: str) -> frozenset[str]:
    """What a list denies: 'did not find any boats, nets or sails of the fishers'."""
    found = (wording(one["all"]).stems for one in _NOT_ANY.finditer(lowered(text)))
    return frozenset[str]().union(*found)


def _plain_in(theirs: Wording, own: Range) -> frozenset[str]:
    """What is not denied in the words that are pointed to."""
    inside = (theirs.words[at] for at in theirs.within(*own))
    return frozenset(one.stem for one in inside if one.is_content and not one.is_denied)


def _is_told_otherwise(ours: Wording, at: int, passage: Passage) -> bool:
    """Whether the post says the same in other words: 'unless' for 'without', 'a smaller one' for 'not the smallest'."""
    low = lowered(passage.text)
    if BARRED.search(low) or says_not(low) or (ours.words[at].text in habits.SAYS_RARE and habits.RARE.search(low)):
        return True
    if TOO.search(low) or (equals(low) and _NO_MORE.match(" ".join(one.text for one in ours.words[at:]))):
        return True
    if ours.words[at].text == "without":
        return "unless" in low
    extreme = next((word.text for word in ours.words[at + 1 : at + 4] if word.text.endswith("est")), "")
    return bool(extreme) and any(word.text == f"{extreme[:-2]}r" for word in passage.wording.words)


def _is_unsaid(stem: str, ours: Wording) -> bool:
    """Whether a word stands in ours with an 'un' before it: 'unpaid' for 'not paid'."""
    return is_explained(stem, ours.denied) and not is_explained(stem, ours.plain)


def _is_only(ours: Wording) -> bool:
    """'Only the town', 'nothing but the town': the 'but' ends a clause, and is no word of it."""
    return any(one.text in ("only", "just") or (one.text in _NOTHING and not one.denies) for one in ours.words)


def _is_ceiling(theirs: Wording, at: int) -> bool:
    """'Never beyond the walls' is only within them."""
    clause = theirs.words[at].clause
    return any(word.text in _BEYOND and word.clause == clause for word in theirs.words[at + 1 : at + 5])


def _denied_subject(ours: Wording, theirs: Wording, at: int, own: Range) -> list[str]:
    """Who is denied right before what is pointed to, and does it in ours: 'the elder, not the mayor, sold the land'."""
    inside = theirs.within(*own)
    subject = next((word.stem for word in ours.words if word.is_content), "")
    return [one for one in _heads(theirs, at)[:1] if inside and 0 < inside[0] - at <= _HEADS + 1 and one == subject]


def _heads(wording: Wording, at: int) -> list[str]:
    """The first words that a denial denies."""
    clause, begin = wording.words[at].clause, at + 1
    if wording.words[at].text == "only":  # 'if only they had listened' denies that they did
        begin = next(
            (place + 1 for place in range(begin, len(wording.words)) if _is_unreal(wording.words[place])), begin
        )
    if wording.words[at].text in _NOBODY:  # 'none of those who came ate any bread'
        begin = next(
            (place for place in range(begin, len(wording.words)) if _is_any(wording.words[place], clause)), begin
        )
    behind = (word for word in wording.words[begin:] if word.clause == clause and word.is_content)
    return [word.stem for word, _ in zip(behind, range(_HEADS), strict=False)]


def _is_any(word: Word, clause: int) -> bool:
    return word.text == "any" and word.clause == clause


def _is_unreal(word: Word) -> bool:
    return word.text in ("had", "hadn't", "were", "was", "did", "could", "would")
