"""What stands in the sentence beside the words that a fact points to, and makes less of them: 'potential', 'e.g.'."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.doubts import doubts
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, Word, Wording

_LESS = re.compile(
    r"\b(?:potential|possible|prospective|would-be|alleged|suspected|supposed|purported|presumed|so-called|intended"
    r"|proposed|planned|attempted|hypothetical|anticipated|threatened|eventual|aspiring|candidate)(?= [a-z])"
)
_KEPT = re.compile(
    r"\b(?:may|might|could|would|can|if|potential\w*|possib\w*|perhaps|prospect\w*|would-be|alleg\w*|suspect\w*|suppos\w*"
    r"|purport\w*|presum\w*|so-called|call\w*|inten[dt]\w*|propos\w*|plan\w*|attempt\w*|tr(?:y|ied)|hypothet\w*"
    r"|anticipat\w*|threat\w*|risk\w*|danger\w*|eventual\w*|aspir\w*|candidate\w*|likely|probabl\w*|screen\w*)\b"
)
_EXAMPLE = re.compile(
    r"(?:\be\.g\.,?|\bfor example,?|\bfor instance,?|\bsuch as|\bor even|\blike(?= [A-Z]))(?P<named>[^.;:()]*)",
)
_KEEPS_EXAMPLE = re.compile(
    r"\b(?:e\.g\.|for example|for instance|such as|like|even|among|some|others?|also|too|including|may|might|could"
    r"|one of)(?!\w)"
)
_TELLING = (
    r"(?:report|disclos|publish|record|register|document|announc|mention|releas"
    r"|provid\w+ (?:data|figures|information))\w*"
)
_UNREPORTED = re.compile(
    rf"\b(?:(?:did|does|do|has|have|had) not|never|\w+n't|nor|neither|not) (?:\w+ )?{_TELLING}"
    rf"|\b(?:reported|published|disclosed|recorded|released|keeps?|kept|has|have|had|are|is|were|was) no (?:new )?"
    r"(?:(?:known|reported|recorded|documented|official) \w+"
    r"|(?:records?|figures?|data|statistics|reports?|information)\b)"
    rf"|\b(?:no|none)\b[^,;.]{{1,40}}? (?:was|were|is|are|has been|have been) {_TELLING}"
    rf"|\b(?:reported|disclosed|recorded|announced) (?:no|none|nothing)\b"
)
_DENIES = re.compile(r"\b(?:no|not|none|never|nobody|nothing|neither|without|\w+n't)\b")
_REPORTS = re.compile(
    r"\b(?:report|disclos|publish|record|regist|document|announc|mention|releas|provid|known?\b|knew|figures?|data"
    r"|statistics|information|told|sa(?:id|ys)|tell|heard|list)\w*"
)
_CONCEDES = re.compile(r"[\"'(]*(?:despite|in spite of|although|even though)\b", re.IGNORECASE)
_REACH = 3  # words of content behind 'potential' of which it is said
_SENTENCE = re.compile(r"(?:;|(?<!e\.g)(?<!i\.e)[.!?][\"')]*) (?=[\"'(]*[A-Z])")


def reasons(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """What of its own sentence a statement tells without: of each kind the first."""
    start, end = _sentence(passage)
    yield from _less(says, ours, passage, start, end)
    yield from _examples(says, ours, passage, start, end)
    yield from _unsure(says, passage, start, end)
    yield from _unreported(says, passage, start, end)


def _sentence(passage: Passage) -> tuple[int, int]:
    left, right = passage.own
    start = max((one.end() for one in _SENTENCE.finditer(passage.text, 0, left)), default=0)
    behind = _SENTENCE.search(passage.text, right)
    return start, behind.start() if behind else len(passage.text)


def _less(says: str, ours: Wording, passage: Passage, start: int, end: int) -> Iterator[str]:
    """'Potential thieves' as 'thieves'."""
    if _KEPT.search(lowered(says)):
        return
    for found in _LESS.finditer(lowered(passage.text), start, end):
        noun = next((one for one in _behind(passage.wording, found) if one.stem in ours.stems), None)
        if noun is not None:
            yield f"the post says '{found[0]}' of '{noun.text}': is it true without?"
            return


def _behind(theirs: Wording, found: re.Match[str]) -> list[Word]:
    """The words of content behind one, in its clause."""
    behind = [one for one in theirs.words if one.start >= found.end()]
    clause = behind[0].clause if behind else -1
    return [one for one in behind if one.is_content and one.clause == clause][:_REACH]


def _examples(says: str, ours: Wording, passage: Passage, start: int, end: int) -> Iterator[str]:
    """'From other countries (e.g. Norway)' as 'from Norway'."""
    if _KEEPS_EXAMPLE.search(lowered(says)):
        return
    for found in _EXAMPLE.finditer(passage.text, start, end):
        for word in passage.wording.words:
            is_named = found.start("named") <= word.start < found.end() and passage.text[word.start].isupper()
            if is_named and word.is_content and word.stem in ours.stems:
                yield f"the post names '{passage.text[word.start : word.end]}' as an example: is it told so?"
                return


def _unsure(says: str, passage: Passage, start: int, end: int) -> Iterator[str]:
    """A doubt elsewhere in the sentence: 'allegedly', 'I was told'."""
    if doubts(says) or _KEPT.search(lowered(says)):
        return
    left, right = passage.own
    for cue in doubts(passage.text):
        is_outside = start <= cue.start and cue.end <= end and not left <= cue.start < right
        is_outside = is_outside and not _is_conceded(passage.text, start, cue.end, left)
        if is_outside and cue.kind in ("hearsay", "doubt") and not _is_told(says, cue.words):
            yield f"the sentence says '{cue.words}': is it certain what is told of it?"
            return


def _is_conceded(text: str, start: int, cue: int, left: int) -> bool:
    """Whether a doubt is only of what the sentence sets aside before its own: 'Despite rumours, it was sold'."""
    return bool(_CONCEDES.match(text, start, cue)) and ", " in text[cue:left]


def _unreported(says: str, passage: Passage, start: int, end: int) -> Iterator[str]:
    """What nobody reported, told as what was not so."""
    if not _DENIES.search(lowered(says)) or _REPORTS.search(lowered(says)):
        return
    found = _UNREPORTED.search(lowered(passage.text), start, end)
    if found and passage.touches(*found.span()):
        yield f"the post says '{found[0]}': was it not so, or has nobody told?"


def _is_told(says: str, cue: str) -> bool:
    """Whether a statement is as uncertain in other words."""
    low = lowered(says)
    return cue in low or bool(_TOLD.search(low))


_TOLD = re.compile(
    r"\b(?:heard|told|said|claim\w*|felt|seem\w*|appear\w*|believe\w*|think\w*|thought|suspect\w*|apparent\w*"
    r"|supposed\w*|as far as|opinion|view|not sure|unsure|fear\w*)\b"
)
