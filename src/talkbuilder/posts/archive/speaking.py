"""Who is speaking where in a text: the lines of an interview by the names before them, and what others are quoted with.

A text is read as an interview where two names or more stand before two lines or more each, and take turns; where none
of them is a word that the text writes in small letters too, or one that heads a note; and where they talk: ask, or say
'I' and 'you'. `Q` and `A`, the labels of transcription programs and what the user says are such names always.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from talkbuilder.claims.normal import Range, gaps
from talkbuilder.evidence.library.sources import LABEL, QUOTED, UNSURE, Stretch
from talkbuilder.posts.importers.kind import ImportedPost

_FEWEST_LINES, _FEWEST_NAMES, _FEWEST_TURNS = 2, 2, 3  # lines of a name, names, and how often they take turns
_OFTEN = 3  # lines
_LEAST_OF_TEXT = 0.15  # of the words from the first name to the last stand in paragraphs that have one
_ASKING, _TALKING = 0.1, 0.4  # of the lines have a question, or an 'I' or 'you'
_MOST_IN_NAME = 4  # words
_TELLING = 20  # characters, by which somebody may be known
_SOME_ASK = 0.25  # of somebody's lines have a question, where nobody asks who has no name before it
_TIME = r"[\[(]?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?[AP]M)?[\])]?"
_WORD = r"[^\W_][^\s:：()\[\]?!;,\"“”*]{0,30}"
_NAME = rf"(?:\[?[A-Z]{{2,}}[ _]?\d+\]?|{_WORD}(?: (?:& |and )?{_WORD}){{0,3}})"
# A name before what is said, each at the beginning of a line: 'Maria:', '[00:01:02] Maria (laughing):', '[Maria]',
# 'Q.'; and on a line of its own, with the time, as transcription programs have it.
_LINE = re.compile(
    rf"^[^\S\n]*(?:{_TIME}[^\S\n]*[-–]?[^\S\n]*)?(?:(?:>>|→|[*_]{{1,2}})[^\S\n]*)?"
    rf"(?:(?P<name>{_NAME})[*_]{{0,2}}(?:,[^\S\n]\d{{1,2}}|[^\S\n]*[\[(][^\])\n]{{1,30}}[\])])?[^\S\n]*[:：](?:[^\S\n]*{_TIME})?(?=\s)"
    rf"|\[(?P<bracketed>{_WORD}(?: {_WORD}){{0,2}})\](?=[^\S\n]+\w)"
    rf"|(?P<letter>[QA])\.(?=[^\S\n])|(?P<timed>{_NAME})[^\S\n]+{_TIME}[^\S\n]*$)",
    re.MULTILINE,
)
_WITHIN = re.compile(rf"(?<=[.?!…”\"\])])[^\S\n]+(?P<name>{_NAME})[:：](?=\s)")  # behind a sentence
_LEAD = re.compile(
    r"^[^\S\n]*(?![a-z])[^\s.!?:：]+(?:[^\S\n][^\s.!?:：]+){0,4}[:：]\s", re.MULTILINE
)  # may be another name
_ASIDE = re.compile(r"[\[(][^\])]*[\])]")  # a paragraph that somebody has put between what was said
_MARK = re.compile(r"\S")
_TURN_SIGNS = " :：—–-.\t\n"
_ROLE = re.compile(
    r"(?:q|a|question|answer|interviewer|interviewee|interviewed|respondent|participant|speaker|moderator|host|guest|caller"
    r"|reporter|facilitator|translator|interpreter|narrator|unknown speaker|me|i)(?:[ _-]?\d{1,2})?"
)
# What heads a note, a recipe, a list or a mail, and is no name.
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        "note notes update updates edit warning caution tip tips hint example examples source sources photo photos"
        " image video credit credits caption figure table chapter section part step day week year month date time"
        " times when where who what why how place location venue address phone tel fax email mail website web link"
        " links url price cost costs fee contact ingredients method directions instructions serves yield makes prep"
        " cook total title author authors editor genre rating director cast pages publisher isbn pros cons myth fact"
        " facts problem solution before after input output result results english russian verse chorus subject from to"
        " cc sent re tags tag category categories posted filed related read see also summary conclusion introduction"
        " background abstract keywords disclaimer spoiler reminder ps bonus first second third finally monday tuesday"
        " wednesday thursday friday saturday sunday january february march april may june july august september"
        " october november december version status name age city country state job role languages language skills"
        " education objective goal goals purpose agenda materials homework reading text lyrics words break music intro"
        " outro sponsor advertisement ad reference references footnote",
    )
)
_SMALL = frozenset(["de", "van", "von", "der", "al", "bin", "and", "of"])
_YOU = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Yy]ou|[Yy]our|[Ww]e|[Oo]ur)\b")
_REPLY = re.compile(r"^[>|].*(?:\n[>|].*)*|\[quote\b[^\]\n]*\](?s:.*?)(?:\[/quote\]|\Z)", re.MULTILINE)
_FORWARDED = re.compile(
    r"^[^\S\n]*(?:-{3,} ?(?:Original Message|Forwarded message) ?-{3,}|Begin forwarded message:"
    r"|From: [^\n]+?\s+(?:Sent|Date|To|Subject): |On [^\n]{0,30}\d[^\n]{0,120} wrote:[^\S\n]*\n(?!\s*[>|]))",
    re.MULTILINE,
)


class Speaker(Struct, frozen=True):
    """Somebody by the name that stands before their lines; `said` is the beginning of one of them."""

    name: str
    lines: int
    asks: bool  # in many of their lines
    said: str


class Spoken(Struct, frozen=True):
    """Who is speaking in a text, in the order in which they first do, and where."""

    speakers: tuple[Speaker, ...] = ()
    stretches: tuple[Stretch, ...] = ()


class _Said(Struct, frozen=True):
    """A line that has a name before it: where the name stands, and where what is said begins."""

    name: str
    start: int
    begin: int
    key: str


def key_of(name: str) -> str:
    """What is equal of a name however it is written: MARIA, [Maria]."""
    return " ".join(name.casefold().replace("_", " ").strip("[]. ").split())


def is_role(name: str) -> bool:
    """Whether a name is none: Q, Interviewer, Speaker 1."""
    return _ROLE.fullmatch(key_of(name)) is not None


def spoken(post: ImportedPost, named: Collection[str] = (), is_interview: bool = False) -> Spoken:
    """Who is speaking in a text that was imported. `named` are those whom the user names; `is_interview` is what the
    user says it is."""
    lines = _Lines(post, (*named, *post.labels))
    keys = lines.speakers({key_of(one) for one in (*named, *post.labels)}, is_interview)
    said = [one for one in lines.all if one.key in keys]
    quoted = _joined([*post.quoted, *_mails(post.text)])
    speakers = tuple(_speakers(post.text, said))
    heard = list(_stretches(post, said, keys, quoted, bool(post.labels) or any(one.asks for one in speakers)))
    stretches = sorted([*heard, *_beside(_joined([*quoted, *lines.alone(keys)]), heard)], key=lambda one: one.start)
    return Spoken(speakers, tuple(stretches))


class _Lines:
    """The lines of a text that may have a name before them."""

    def __init__(self, post: ImportedPost, named: Collection[str]) -> None:
        self._text = post.text
        lines = (*_by_colon(post.text), *_in_bold(post.text, post.bold), *_as_named(post.text, named))
        found = {one.start: one for one in lines}
        for one in _within(post.text, {one.key for one in lines}):
            found.setdefault(one.start, one)
        self.all = [found[start] for start in sorted(found)]
        self._lines = Counter(one.key for one in self.all)
        self._small = {word for word in re.findall(r"\w+", post.text) if word[0].islower()}

    def speakers(self, named: set[str], is_interview: bool) -> dict[str, int]:
        """The names that are speakers', each with its number, in the order in which they first speak."""
        known = [one for one in self.all if one.key in named]
        own = [one for one in self.all if one.key in named or self._may_be_name(one)]
        if not known and not (self._take_turns(own) if is_interview else self._talk(own)):
            return {}
        lines = Counter(one.key for one in own)
        fewest = 1 if is_interview else _FEWEST_LINES
        keys = (one.key for one in own if one.key in named or _ROLE.fullmatch(one.key) or lines[one.key] >= fewest)
        return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}

    def alone(self, keys: Collection[str]) -> Iterator[Range]:
        """What stands behind a name and its colon, or a bold one on its line, that is none of those who take turns; and
        behind other capitals in the same list or table."""
        runs: list[list[_Said]] = []
        for one in (one for one in self.all if one.key not in keys and self._is_large(one)):
            if not runs or self._text[self._end(runs[-1][-1]) : one.start].strip():
                runs.append([])
            runs[-1].append(one)
        for run in runs:
            if any(self._talks(one) and self._may_be_name(one) for one in run):
                yield from ((one.start, self._end(one)) for one in run)

    def _end(self, one: _Said) -> int:
        end = self._text.find("\n\n", one.begin)
        return end if end >= 0 else len(self._text)

    def _talks(self, one: _Said) -> bool:
        label = self._text[one.start : one.begin]
        return not {*":]"}.isdisjoint(label) or _YOU.match(self._text, one.begin) is not None

    def _may_be_name(self, one: _Said) -> bool:
        words = one.name.split()
        parts = (part for word in words for part in re.findall(r"\w{2,}", word.lower()) if word.lower() != word)
        # Of a role ('Nurse:') people speak in small letters too; who talks so often is no head of a note.
        is_often = self._lines[one.key] >= _OFTEN or is_role(one.name)
        return self._is_large(one) and (is_often or not any(part in self._small for part in parts))

    def _is_large(self, one: _Said) -> bool:
        """Whether it is a role, or has the capitals of a name."""
        words = one.name.strip("[]").split()
        is_name = len(words) <= _MOST_IN_NAME and all(not word[0].islower() or word in _SMALL for word in words)
        is_name = (
            is_name and words[0][0].isupper() and not any(word.strip(".").casefold() in _NO_NAMES for word in words)
        )
        return is_name or is_role(one.name)

    def _take_turns(self, said: Sequence[_Said]) -> bool:
        return len({one.key for one in said}) >= _FEWEST_NAMES and sum(a.key != b.key for a, b in pairwise(said)) >= 2

    def _talk(self, said: Sequence[_Said]) -> bool:
        """Whether those who have a name often enough take turns, fill the text, and talk."""
        lines = Counter(one.key for one in said)
        own = [one for one in said if lines[one.key] >= _FEWEST_LINES]
        turns = sum(a.key != b.key for a, b in pairwise(own))
        if len({one.key for one in own}) < _FEWEST_NAMES or turns < _FEWEST_TURNS:
            return False
        words = list(_first_paragraphs(self._text, own))
        whole = self._text[own[0].start : own[-1].begin] + words[-1]
        if sum(len(one.split()) for one in words) < _LEAST_OF_TEXT * len(whole.split()):
            return False
        if sum(bool(_ROLE.fullmatch(one.key)) for one in own) * 2 > len(own):
            return True
        asking = sum("?" in text for text in words)
        talking = sum(bool(_YOU.search(text)) for text in words)
        return asking >= _ASKING * len(own) or talking >= _TALKING * len(own)


def _by_colon(text: str) -> Iterator[_Said]:
    is_asked = len(set(re.findall(r"^[^\S\n]*([QA])\.[^\S\n]", text, re.MULTILINE))) > 1
    for found in _LINE.finditer(text):
        group = found.lastgroup or ""
        if group != "letter" or is_asked:
            yield _Said(found[group], found.start(), found.end(), key_of(found[group]))


def _as_named(text: str, named: Collection[str]) -> Iterator[_Said]:
    """Names that are known to be such, whatever they look like: 'Weaver, Anna', 'Man in audience'."""
    if names := "|".join(re.escape(one.strip()) for one in sorted(named, key=len, reverse=True) if one.strip()):
        for found in re.finditer(rf"^[^\S\n]*(?P<name>{names})[^\S\n]*[:：](?=\s)", text, re.MULTILINE | re.IGNORECASE):
            yield _Said(found["name"], found.start(), found.end(), key_of(found["name"]))


def _within(text: str, keys: Collection[str]) -> Iterator[_Said]:
    """Names that begin a line elsewhere, behind a sentence: pages of print may have lost the ends of lines."""
    for found in _WITHIN.finditer(text):
        if key_of(found["name"]) in keys:
            yield _Said(found["name"], found.start("name"), found.end(), key_of(found["name"]))


def _in_bold(text: str, bold: Sequence[Range]) -> Iterator[_Said]:
    """Names that are only told by being bold: at the beginning of a line, and short."""
    for start, end in bold:
        is_first = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        name = text[start:end].strip(_TURN_SIGNS)
        behind = len(text[end:]) - len(text[end:].lstrip(_TURN_SIGNS))
        if is_first and name and len(name.split()) <= _MOST_IN_NAME and re.fullmatch(_NAME, name):
            yield _Said(name, start, end + behind, key_of(name))


def _first_paragraphs(text: str, said: Sequence[_Said]) -> Iterator[str]:
    """Of each line what it says up to the end of its paragraph, or of the one below a name on a line of its own."""
    for one, behind in pairwise((*said, None)):
        assert one is not None
        found = _MARK.search(text, one.begin)
        start = found.start() if found else len(text)
        ends = (text.find("\n\n", start), behind.start if behind else -1)
        yield text[start : min((end for end in ends if end >= 0), default=len(text))]


def _stretches(
    post: ImportedPost, said: Sequence[_Said], keys: dict[str, int], quoted: Sequence[Range], goes_on: bool
) -> Iterator[Stretch]:
    """What each says, paragraph by paragraph, but for what is quoted in blocks.

    What has no name before it is of the speaker before only if the text `goes_on` so, which it does where somebody with
    a name asks, or it is a transcript; only that also goes on behind the last name. Where the lines of several stand in
    one block, as in a chat, what each says ends with it.
    """
    text = post.text
    apart = (*post.bold, *post.apart)
    is_most = bool(said) and 2 * (said[-1].begin - said[0].start) > len(text)  # else the author goes on soon
    for number, one in enumerate(said):
        is_last = number + 1 == len(said)
        end = len(text) if is_last else said[number + 1].start
        is_in_chat = number > 0 and "\n\n" not in text[said[number - 1].start : one.start]
        yield Stretch(one.start, one.begin, LABEL)
        at, speaker = one.begin, keys[one.key]
        for count, paragraph in enumerate(re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text[one.begin : end])):
            start, stop = at + paragraph.start(), at + len(text[at : at + paragraph.end()].rstrip())
            if count and any(left < stop and start < right for left, right in quoted):
                continue
            is_other = bool(_ASIDE.fullmatch(text[start:stop]))
            if count and not post.labels:
                is_set_apart = any(left <= start and stop <= right + 1 for left, right in apart)
                is_heading = text[stop - 1] not in '.!…,;:"”’)'
                is_other = is_other or is_last or is_in_chat or not goes_on or is_set_apart or is_heading
                if is_last and count > 1 and not is_most:
                    break
            if post.labels:
                yield Stretch(start, stop, speaker)
            else:
                yield from _lines_of(text, start, stop, UNSURE if is_other else speaker, bool(count))


def _lines_of(text: str, start: int, stop: int, speaker: int, is_further: bool) -> Iterator[Stretch]:
    """A paragraph of what somebody says; from a line on that may begin with another name, it is nobody's."""
    leads = [one.start() for one in _LEAD.finditer(text, start, stop) if one.start() > start or is_further]
    cut = leads[0] if leads and speaker > 0 else stop
    if start < cut:
        yield Stretch(start, len(text[:cut].rstrip()) if cut < stop else stop, speaker)
    if cut < stop:
        yield Stretch(cut, stop, UNSURE)


def _speakers(text: str, said: Sequence[_Said]) -> Iterator[Speaker]:
    lines: dict[str, list[str]] = {}
    for one, words in zip(said, _first_paragraphs(text, said), strict=True):
        lines.setdefault(one.key, []).append(" ".join(words.split()))
    names = {one.key: one.name.strip("[]") for one in reversed(said)}
    for key, own in lines.items():
        asks = sum("?" in words for words in own) >= _SOME_ASK * len(own)
        yield Speaker(names[key], len(own), asks, next((words for words in own if len(words) > _TELLING), own[0]))


def _mails(text: str) -> Iterator[Range]:
    """What a mail quotes, lines that begin with '>' or '|', all that was forwarded with it, and what a forum quotes."""
    yield from (found.span() for found in _REPLY.finditer(text))
    if forwarded := _FORWARDED.search(text):
        yield forwarded.start(), len(text)


def _joined(ranges: Sequence[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _beside(quoted: Sequence[Range], heard: Sequence[Stretch]) -> Iterator[Stretch]:
    """What is quoted and has no name before it."""
    named = [(one.start, one.end) for one in heard]
    yield from (Stretch(*place, QUOTED) for one in quoted for place in gaps(*one, named))
