"""Passages that show another speaker than the author: letters, dialogue, what stands in quote marks, is set apart or
announced. They are nobody's until a voice says whose; of all else only a person can say whose words it holds."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.claims.normal import Range, gaps
from talkbuilder.claims.texts import sentence_at
from talkbuilder.evidence.library.sources import Kind
from talkbuilder.evidence.proof.post_text import QUOTED, UNNAMED, UNSURE, PostText
from talkbuilder.source.nodes import shorten
from talkbuilder.source.scalars import as_item

if TYPE_CHECKING:
    from talkbuilder.evidence.library.protected import Protected

_MARK = r"[“”„«»]|\""
_POINTER = r"(?:^|\s)»"  # as in 'Read on »'
_INCHES = r"(?<=\d)\""
# In English also where a sentence goes on behind it; in any language where it is a line by itself.
_SALUTATION = (
    r"[\"“]?(?:(?:My )?[Dd]ear(?:est)? (?:[A-Z]\w+|(?:\w+ ){0,3}\w+(?:[,!:]|\Z))|To whom it may concern"
    r"|[^\W\d_][^.!?:;,]{0,40},\Z)"
)
_FAREWELL = (
    r"(?:Yours|Sincerely|Respectfully|Best (?:wishes|regards)|Kind regards|Warm regards|Regards|With love|Love|Cheers"
    r"|Gratefully|Your)\b[^.!?]{0,60}\Z"
)
_QUESTION = r"(?:Q|Question|Interviewer|[A-Z][\w.]* ?[A-Z]?[\w.]*):\s|[^.!]*\?[\"']?\Z"
# Somebody else who says something: 'she told', 'my neighbour writes', 'Anna Pell said'.
_SAYS = (
    r"(?:says?|said|writes?|wrote|tells?|told|asks?|asked|answer(?:s|ed)|repl(?:ies|ied)|add(?:s|ed)|explain(?:s|ed)"
    r"|recall(?:s|ed)|remember(?:s|ed)|shout(?:s|ed)|whisper(?:s|ed)|speaks?|spoke|called|thinks?|thought)"
)
_OTHER = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey"
    r"|(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother)(?: (?!(?:I|we|that|who)\b)[\w'-]+){1,4}?"
    r"|(?!(?:I|We|It|This|That|There|You)\b)[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}(?:, \d{1,2},?| \(\d{1,2}\))?)"
)
_I = r"\b(?:I|I'\w+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b"
_ME = r"\b(?:I|I'\w+|[Mm]y|[Mm]e)\b"
# Behind it, in a paragraph of its own, stands what somebody else says; no list of what it was about.
_INTRODUCES = rf"(?:{_SAYS}\b[^.!?:]{{0,80}}|\b(?:from|by) {_OTHER}(?: \w+){{0,3}}):\Z"
_OTHER_SAYS = rf"\b(?:{_OTHER}(?: \w+ly)?|[Ww]ho|[Ww]hat \w+) {_SAYS}\b"
_CREDITS = rf"(?i:\b(?:translated|written|told|spoken|recorded|collected|sent)(?: \w+){{0,3}} by ){_OTHER}\)?[:.]?\Z"
_WRITTEN = r"(?:words|letters?|postcards?|poems?|messages?|mails?|account|answer)\b"
_THEIR_WORDS = (
    r"(?i)\b(?:own words|in the words of|testimon(?:y|ies)|voices?|diary|memories)\b|\A(?:\d+ )?comments?:?\Z"
    rf"|['’]s {_WRITTEN}|\b{_WRITTEN} (?:from|by|of) (?:my|our|his|her|their|an?)\b"
    rf"|\b{_WRITTEN} (?:from|by) (?-i:[A-Z])|\b{_WRITTEN} to the editor\b"
)
# A sentence that points to what stands below it: 'This is what he told me.', 'Here is Anna's story.'
_POINTS = r"(?:This is|Here(?: is|['’]s| are)|What follows|The following|Below)\b"
_THEIR_STORY = r"['’]s (?:story|tale)\b|\brecorded\b|\b[Ii]nterview with\b"
_AS_SAID = rf"\b[Aa]s {_OTHER} (?:{_SAYS}|puts?)(?: it| me| us)?, |\b[Ii]n the words of {_OTHER}, "
_SAYS_HERE = (
    rf"\b(?:{_OTHER}(?: \w+ly)? {_SAYS}\b[^.!?:;\"]{{0,60}}|(?:from|by) {_OTHER}"
    rf"|(?i:comment|{_WRITTEN}) (?:from|by)[^.!?:]{{1,40}}|\w+['’]s {_WRITTEN}): "
    r"(?=[\w(])(?P<said>[^\"]*?)(?:[.!?…]|\Z)"
)
_SAYS_BEFORE = rf"\b{_OTHER}(?: \w+ly)? (?<!\bto ){_SAYS}(?: (?:me|us|him|her|them))?(?:,|:| that)? ?\Z"
# 'Bram - I come for the biscuits', 'A farmer, 60: I …', in a list or a paragraph of its own.
_LABELLED = (
    r"\W{0,3}(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?(?:, \d{1,2}| \([^()]{1,30}\))? ?[-–—]{1,2}"
    r"|An?(?: [\w'-]+){1,3}(?:, \d{1,2})?:) (?=(?:I|I'\w+|My|We|Our)\b)"
)
_SAYS_BEHIND = (
    rf",[\"']? (?:(?:{_OTHER}(?: \w+ly)? {_SAYS}|{_SAYS} {_OTHER})(?: (?:me|us|him|her|them|again|once|\w+ly))?"
    r"|(?:he|she|they) \w+)(?=[,.;!?]|\Z)"
)
_SHOUTED = r"\b[A-Z][A-Z']*(?:[ ,]+[A-Z][A-Z']*){3,}\b"  # as signs have it
_GUEST = r"(?i)\bguest (?:post|author|blog\w*|writer|writes|column|article)\b"
_DASH = r"[-–—―] ?\w"
_ITEM = r"(?:[-–—*+•▪◦]|\d{1,2}[.)])\s"
_STOP, _NO_HEADING = r"[.!?…][\"')\]]*\Z", r"[.!?,;:…][\"')\]]*\Z"
_YOU = r"\b[Yy]ou(?:r|'\w+)?\b"
_TALKS = rf"{_I}|{_YOU}"
_HEADING, _ASKS, _GUEST_WORDS, _ANNOUNCEMENT, _LEAST_SHOUTED = 10, 25, 30, 5, 15  # words; and characters
# Who says what stands before it: '(Mr Pell)', '— Anna, a farmer', at its end or in a paragraph of its own.
_NAMED = r"(?!I\b)[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|and|at|de|from|of|the|van|von)){0,5}(?:, [^.!?:;()]{1,50})?"
_SIGNATURE = rf"(?:\({_NAMED}\)|[-–—~]{{1,2}} ?{_NAMED})[\"']?\Z"
# Whatever may be a name there, which nobody is to copy: here too much is safe, where above it would be a false alarm.
_SIGNED_NAME = r"(?<=\S)\s+(?:\((?=[^()]*[A-Z])[^()\n]{1,40}\)|[—–-]{1,2} ?(?=[A-Z])[^.!?\n]{1,40})[\"']?\s*\Z"
_SIGNED = rf"(?:[.!?…][\"'”’)\]]*|\b[a-z']+ [a-z']+)\s{_SIGNATURE}"
_DESCRIBED = r"\s[-–—]{1,2} [^.!?:;]{3,40}\Z"  # next to one: '– a father of two'
_CAPITAL = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}"
_CREDIT = r"\((?i:from|by|source|told|translated|quoted)\b[^()]{3,60}\)\Z"
# Also 'Anna, 12', 'Anna Pell, Ulm'.
_SIGNS = rf"{_SIGNATURE}|{_CREDIT}|Source: [^.!?]{{3,60}}\Z|{_CAPITAL}, (?:\d{{1,2}}|{_CAPITAL})\Z"
_MARKS, _LETTER, _OPEN_LETTER, _ASKED, _TURNS, _HERE, _BELOW, _ABOVE = (
    "the quote marks around them do not balance",
    "they stand in a letter",
    "they stand in a letter, or below one: nothing tells where it ends",
    "they stand under a name, or in a question",
    "they stand behind a dash, as in a dialogue, or below a question",
    "the sentence tells that somebody else says them",
    "they stand below a line that tells who says them",
    "a name stands behind them, as of who says them",
)
UNLISTED = "they stand behind the name of a speaker whom 'speakers' of the source does not tell"
_HEARD = {
    QUOTED: "they are set apart, as quotations, mails and captions are, or a name stands before them",
    UNSURE: "they stand between the lines of an interview, or behind the last",
    UNNAMED: UNLISTED,
}
_FEWEST_WORDS = 4  # to tell a passage by its beginning and its end
_WHY = "they stand in quote marks, so somebody else is speaking"
_FEWEST_SPOKEN = 4  # fewer may be a term that is pointed at
_QUOTE_MARK = '"'  # all of them, in the normal form
_AT_END = '.,!?"'
_I_SAID = rf"\b(?:I|[Ww]e)(?: (?:had|have|once|then|always|often|also|just|only))? {_SAYS}\b[^.!?]{{0,60}}\Z"
_MINE = rf",? ?(?:(?:I|[Ww]e)(?: \w+)? {_SAYS}\b|{_SAYS} (?:I|we)\b)"  # behind what is quoted
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"])
_SINGLE = r"(?<![\w'‘’])['‘](?=\w)(?P<said>(?:[^'’]|(?<=\w)['’](?=\w))+)['’](?!\w)"
# As in other scripts and in LaTeX.
_OTHER_MARKS = (
    r"‹(?P<a>[^‹›]+)›|›(?P<b>[^‹›]+)‹|「(?P<c>[^「」]+)」|『(?P<d>[^『』]+)』|(?:''|``)(?P<e>(?:[^']|'(?!'))+)''"
)


class Unclear(Struct, frozen=True):
    """A passage whose speaker is not known; `why` goes on after "it is not recorded whose words these are:"."""

    start: int
    end: int
    why: str


def unclear(post_text: PostText, kind: Kind = "post") -> tuple[Unclear, ...]:
    """The passages whose speaker is not known, as far as no voice of the source covers them."""
    rest = [part for one in _found(_paragraphs(post_text), kind) for part in _uncovered(one, post_text)]
    heard = (one for one in post_text.turns if one.who in _HEARD and _says(post_text, one.start, one.end))
    rest += (Unclear(one.start, one.end, _HEARD[one.who]) for one in heard)
    rest.sort(key=lambda one: (one.start, -one.end))
    return tuple(_largest(rest))


def unowned(
    post_text: PostText, places: Sequence[Range], passages: Sequence[Unclear], is_quote: bool = False
) -> Unclear | None:
    """The passage that some places lie in of which nobody knows whose it is; `passages` are those of the source."""
    tests = (overheard, reported) if is_quote else (overheard,)
    heard = (test(post_text, *place) for place in places for test in tests)
    for one in (*passages, *filter(None, heard)):
        if any(start < one.end and one.start < end for start, end in places):
            return one
    return None


def is_clear(original: str, kind: Kind = "post") -> bool:
    """Whether a text has no such passage, which takes a third of the time of making a PostText."""
    parts = re.split(r"\n\n|(?<=:)\n", original)
    paragraphs = [_Paragraph(words.strip(), words, 0) for words in parts if words.strip()]
    return next(_found(paragraphs, kind), None) is None


def _found(paragraphs: "Sequence[_Paragraph]", kind: Kind) -> Iterator[Unclear]:
    yield from _unbalanced(paragraphs)
    for one in paragraphs:
        yield from _in_other_marks(one)
        yield from _told_here(one)
    if kind == "interview":
        yield from (Unclear(one.start, one.end, _ASKED) for one in paragraphs if re.match(_QUESTION, one.text))
        return
    yield from _in_turns(paragraphs)
    if kind != "letter":
        yield from _letters(paragraphs)
        yield from _announced(paragraphs)
        yield from _signed(paragraphs)


def _told_here(one: "_Paragraph") -> Iterator[Unclear]:
    """What a sentence without quote marks has of somebody else: 'She wrote: …', 'I was there, he said.', and a sign."""
    text, start = one.text, one.start
    here = re.finditer(_SAYS_HERE, text) if ": " in text else ()
    yield from (Unclear(start + found.start("said"), start + found.end(), _HERE) for found in here)
    if label := re.match(_LABELLED, text):
        yield Unclear(start + label.end(), one.end, _HERE)
    if not text.isupper():
        places = (found.span() for found in re.finditer(_SHOUTED, text))
        yield from (Unclear(start + a, start + b, _HERE) for a, b in places if b - a >= _LEAST_SHOUTED)
    said = chain(re.finditer(_SAYS_BEHIND, text), re.finditer(_AS_SAID, text)) if re.search(_I, text) else ()
    for found in said:
        left, right = sentence_at(text, *found.span())
        if '"' not in text[left:right] and re.search(_I, text[left : found.start()] + text[found.end() : right]):
            yield Unclear(start + left, start + right, _HERE)


def _in_turns(paragraphs: "Sequence[_Paragraph]") -> Iterator[Unclear]:
    """A dialogue in dashes; and what answers questions that are put to a 'you', each in a paragraph of its own."""
    for has_dash, run in groupby(paragraphs, key=lambda one: one.has_dash):
        lines = list(run) if has_dash else []
        if any("?" in one.text or (one.written[0] != "-" and re.search(_TALKS, one.text)) for one in lines):
            yield Unclear(lines[0].start, lines[-1].end, _TURNS)
    is_asked = False
    for before, one in pairwise(paragraphs):
        if before.is_question and not one.is_question:
            is_asked = is_asked or (re.search(_YOU, before.text) is not None and re.search(_I, one.text) is not None)
            if is_asked:
                yield Unclear(one.start, one.end, _TURNS)


def _announced(paragraphs: "Sequence[_Paragraph]") -> Iterator[Unclear]:
    """What stands under a heading such as 'In her own words', up to the next; below a colon, where the line tells that
    somebody says it, as long as an 'I' or 'we' goes on, or where an 'I' speaks there, and of a list all of it and no
    more; and what a guest writes."""
    is_told = goes_on = False
    for before, one in pairwise(paragraphs):
        if before.words <= _GUEST_WORDS and re.search(_GUEST, before.text):
            yield Unclear(one.start, paragraphs[-1].end, _BELOW)
            return
        if before.is_heading:
            is_told = re.search(_THEIR_WORDS, before.text) is not None
        is_told = is_told or (before.words <= _HEADING and re.search(_CREDITS, before.text) is not None)
        points = re.match(_POINTS, before.text) is not None and before.words <= _GUEST_WORDS
        points = points and any(re.search(words, before.text) for words in (_OTHER_SAYS, _THEIR_WORDS, _THEIR_STORY))
        is_below = (points or before.text.endswith(":")) and not _is_mine(before.text)
        is_below = is_below and (one.text[0].isalpha() or (one.is_item and re.search(_I, one.text) is not None))
        speaks = _I if before.words <= _ANNOUNCEMENT else _ME
        is_me = is_below and re.search(speaks, one.text) is not None and re.search(_STOP, one.text) is not None
        is_more = one.is_item if before.is_item else re.search(_I, one.text) is not None
        is_story = before.is_heading and re.search(_THEIR_STORY, before.text) is not None and not one.is_heading
        goes_on = is_story or (is_me and one.is_item) or (goes_on and is_more)
        goes_on = goes_on or (is_below and (points or announces(before.text)))
        if goes_on or is_me or (is_told and not one.is_heading):
            yield Unclear(one.start, one.end, _BELOW)


def announces(line: str) -> bool:
    """Whether a line tells that somebody else says what stands below it."""
    return re.search(_INTRODUCES, line) is not None and not _is_mine(line)


def _is_mine(announcing: str) -> bool:
    """Whether the author says what follows."""
    return re.search(_I_SAID, announcing[:-1]) is not None and re.search(_OTHER_SAYS, announcing) is None


def _signed(paragraphs: "Sequence[_Paragraph]") -> Iterator[Unclear]:
    """What ends in the name of who says it, or stands before a paragraph that is such a name, and no list of them; and
    an 'I' below such a name, which may be a heading."""
    signs = [bool(re.match(_SIGNS, one.text)) for one in paragraphs]
    is_signed = [bool(re.search(_SIGNED, one.text)) for one in paragraphs]
    for at, one in enumerate(paragraphs):
        if at and signs[at] and not any(signs[at - 1 : at] + signs[at + 1 : at + 2]):
            below = paragraphs[at + 1 : at + 2]
            is_heading = any(re.match(_I, other.text) for other in below)
            yield Unclear(paragraphs[at - 1].start, below[0].end if is_heading else one.end, _ABOVE)
        elif is_signed[at] or (any(is_signed[max(at - 1, 0) : at + 2]) and re.search(_DESCRIBED, one.text)):
            yield Unclear(one.start, one.end, _ABOVE)


def _paragraphs(post_text: PostText) -> "list[_Paragraph]":
    found = []
    colons = re.finditer(r":(?=\n)", post_text.original)  # a line that announces the next is a paragraph by itself
    ends = sorted({*(post_text.place(*one.span())[1] for one in colons), *(end for _, end in post_text.paragraphs)})
    for start, end in zip((0, *(end + 1 for end in ends[:-1])), ends, strict=True):
        left, right = post_text.origin(start, end)
        is_apart = any(one.who == QUOTED and one.start <= start and end <= one.end for one in post_text.heard)
        found.append(_Paragraph(post_text.text[start:end], post_text.original[left:right], start, is_apart))
    return found


def _largest(passages: Sequence[Unclear]) -> Iterator[Unclear]:
    """Those that lie in no other; the other says enough."""
    end = -1
    for one in passages:
        if one.end > end:
            end = one.end
            yield one


def _in_other_marks(one: "_Paragraph") -> Iterator[Unclear]:
    """What stands in quote marks that look like apostrophes, as in Britain, or in those of other scripts; few words may
    be a term."""
    for found in chain(re.finditer(_SINGLE, one.text), re.finditer(_OTHER_MARKS, one.text)):
        said = found.lastgroup or "said"
        if _is_spoken(one.text[: found.start()], found[said], one.text[found.end() :]):
            yield Unclear(one.start + found.start(said), one.start + found.end(said), _WHY)


def whose(passage: Unclear, post_text: PostText, kept: "Protected | None" = None) -> str:
    """The line that says whose words a passage holds, to be filled in."""
    keys = {"who": "PERSON", **voiced(passage, post_text, kept)}
    return f"- {{{', '.join(f'{key}: {as_item(value)}' for key, value in keys.items())}}}"


def voiced(passage: Unclear, post_text: PostText, kept: "Protected | None" = None) -> dict[str, str]:
    """How a voice tells where a passage stands: by its first words and its last; by its place alone where these stand
    in the post more than once, or hold a name that is `kept` from all that is committed."""
    first, last = _ends_of(passage, post_text)
    is_once = all(len(list(post_text.places(words))) == 1 for words in (first, last))
    if is_once and not (kept and any(map(kept.hits, (first, last)))):
        return {"from": first, "to": last}
    return {"at": post_text.stand(passage.start, passage.end)}


def _ends_of(passage: Unclear, post_text: PostText) -> tuple[str, str]:
    """Its first words and its last, as many as it takes for them to stand in the post once.

    A name that signs it is none of its words: who copies the line would publish the name.
    """
    text = post_text.text[passage.start : passage.end]
    signed = re.search(_SIGNED_NAME, text)
    words = [found.span() for found in re.finditer(r"\S+", text[: signed.start()] if signed else text)]
    spans = [(passage.start + start, passage.start + end) for start, end in words]
    counts = range(min(_FEWEST_WORDS, len(spans)), min(len(spans), 3 * _FEWEST_WORDS) + 1)
    first = (post_text.text[spans[0][0] : spans[number - 1][1]] for number in counts)
    last = (post_text.text[spans[-number][0] : spans[-1][1]] for number in counts)
    return _once(post_text, first), _once(post_text, last)


def _once(post_text: PostText, candidates: Iterator[str]) -> str:
    words = ""
    for words in (one.strip(" \"'") for one in candidates):
        if len(list(post_text.places(words))) == 1:
            break
    return words


class _Paragraph:
    """A paragraph in its normal form, and as it was written, where opening quote marks differ from closing ones."""

    def __init__(self, text: str, original: str, start: int, is_apart: bool = False) -> None:
        """`is_apart` is what the import of its source says of it."""
        self.text, self.original, self._is_apart = text, original, is_apart
        self.start, self.end = start, start + len(text)
        marks = [found[0] for found in re.finditer(_MARK, self.original)]
        is_pointer = "»" in marks and "«" not in marks and re.search(_POINTER, self.original)
        self.marks = [one for one in marks if one != "»"] if is_pointer else marks

    @property
    def written(self) -> str:
        return self.original.lstrip()

    @property
    def has_dash(self) -> bool:
        """Whether it begins as a line of a dialogue does, or an item of a list."""
        return re.match(_DASH, self.written) is not None and re.search(_STOP, self.text) is not None

    @cached_property
    def is_item(self) -> bool:
        """Whether it is an item of a list, or set apart as one."""
        return self._is_apart or re.match(_ITEM, self.written) is not None

    @cached_property
    def is_heading(self) -> bool:
        return self.words <= _HEADING and not re.search(_NO_HEADING, self.text)

    @cached_property
    def is_question(self) -> bool:
        return self.text.endswith("?") and self.words <= _ASKS

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def first_mark(self) -> int:
        return self.start + max(self.text.find('"'), 0)

    @property
    def behind_last_mark(self) -> int:
        return self.start + self.text.rfind('"') + 1 if '"' in self.text else self.end

    def balance(self, is_open: bool) -> int:
        """How many quotations are open at its end; below zero where one is closed that was not opened.

        In a quotation that runs over paragraphs each of them may begin with an opening mark.
        """
        marks = self.marks
        if is_open and marks and self.begins_with_mark:
            marks = marks[1:]
        depth = int(is_open)
        lowest = depth
        for step in _steps(marks):
            depth += step
            lowest = min(lowest, depth)
        straight = marks.count('"')
        if straight % 2 and (straight - len(re.findall(_INCHES, self.original))) % 2:
            depth += -1 if is_open else 1
        return -1 if lowest < 0 else depth

    @property
    def begins_with_mark(self) -> bool:
        return self.written[:1] in ("“", "„", "«", '"')


def _steps(marks: Sequence[str]) -> Iterator[int]:
    """Whether each quote mark opens (1) or closes (-1) a quotation; 0 of one that does either: “a” „b“ «c» »d«."""
    first = next((mark for mark in marks if mark in "«»"), "")
    is_reversed = first == "»" and "«" in marks
    opened = ""
    for mark in marks:
        if mark not in "“”„«»":
            yield 0
        elif is_reversed and mark in "«»":
            yield 1 if mark == "»" else -1
        else:
            is_closing = mark in "”»" or (mark == "“" and opened == "„")
            opened = "" if is_closing else mark
            yield -1 if is_closing else 1


def _unbalanced(paragraphs: Sequence[_Paragraph]) -> Iterator[Unclear]:
    opened: int | None = None
    block = 0  # where the last paragraph ends that is of it for certain
    for one in paragraphs:
        balance = one.balance(opened is not None)
        if opened is None and balance < 0:
            yield Unclear(one.start, one.behind_last_mark, _MARKS)
        elif opened is None and balance > 0:
            opened, block = one.first_mark, one.end
        elif opened is not None and balance <= 0:
            yield Unclear(opened, one.behind_last_mark, _MARKS)
            opened = None
        elif opened is not None and one.begins_with_mark and one.start <= block + 1:
            block = one.end
    if opened is not None:  # and never closed
        yield Unclear(opened, block, _MARKS)


def _letters(paragraphs: Sequence[_Paragraph]) -> Iterator[Unclear]:
    at = 0
    while at < len(paragraphs):
        if re.match(_SALUTATION, paragraphs[at].text):
            last, why = _letter_end(paragraphs, at)
            yield Unclear(paragraphs[at].start, paragraphs[last].end, why)
            at = last
        at += 1


def _letter_end(paragraphs: Sequence[_Paragraph], first: int) -> tuple[int, str]:
    """The last paragraph of a letter: one in quote marks ends where they do, others with a farewell or a name, before
    the next heading, or with the text, for who can tell."""
    if paragraphs[first].text[:1] == '"':
        return first, _LETTER  # what runs on is found by its marks
    for at in range(first + 1, len(paragraphs)):
        if re.match(_FAREWELL, paragraphs[at].text) or paragraphs[at].is_heading:
            is_signed = at + 1 < len(paragraphs) and paragraphs[at + 1].words <= 3
            return at + is_signed, _LETTER
    return len(paragraphs) - 1, _OPEN_LETTER


def _uncovered(passage: Unclear, post_text: PostText) -> Iterator[Unclear]:
    """What of a passage no voice covers: naming one speaker gives nobody the rest."""
    # Who speaks in an interview may quote somebody, too.
    turns = post_text.voices if passage.why in (_MARKS, _HERE) else post_text.turns
    if passage.why == _OPEN_LETTER and any(one.start <= passage.start < one.end for one in turns):
        return  # who tells where it begins tells where it ends
    for place in gaps(passage.start, passage.end, ((one.start, one.end) for one in turns)):
        if _says(post_text, *place):
            yield Unclear(*place, passage.why)


def _says(post_text: PostText, start: int, end: int) -> bool:
    return any(character.isalnum() for character in post_text.text[start:end])


def told(passage: Unclear, post_text: PostText, kept: "Protected") -> str:
    """Where a passage stands: its paragraph, how long it is, and how it begins, without a name that is `kept`."""
    from talkbuilder.evidence.library.exposed import without_names  # which who protects nobody need not pay

    number = sum(start <= passage.start for start, _ in post_text.paragraphs)
    words = post_text.text[passage.start : passage.end]
    return f"paragraph {number}, {len(words.split()):,} words: {shorten(without_names(words.strip(' '), kept), 50)}"


def overheard(post_text: PostText, start: int, end: int) -> Unclear | None:
    """The quotation in its quote marks that a stretch lies in, where it is not what the author said and no title."""
    start, end = post_text.trimmed(start, end)
    if any(turn.start <= start and end <= turn.end for turn in post_text.voices):
        return None
    left, right = post_text.paragraph_around(start)
    text = post_text.text
    if (found := _innermost(post_text, left, right, start, end)) is None:
        return None
    is_spoken = _is_spoken(text[left : found[0] - 1], text[slice(*found)], text[found[1] + 1 : right])
    return Unclear(*found, _WHY) if is_spoken else None


def is_anothers(post_text: PostText, start: int, end: int) -> bool:
    """Whether it is told beside a stretch, or the quotation that it lies in, that somebody else says it."""
    left, right = post_text.paragraph_around(start)
    text = post_text.text
    start, end = _innermost(post_text, left, right, start, end) or (start, end)
    behind = f",{text[end:right].lstrip(_AT_END)}"
    return bool(re.search(_SAYS_BEFORE, text[left:start].rstrip(_QUOTE_MARK)) or re.match(_SAYS_BEHIND, behind))


def reported(post_text: PostText, start: int, end: int) -> Unclear | None:
    """The sentence of a stretch, where it tells that somebody else says so: the fact may be the author's, no words."""
    left, right = post_text.sentence(start, end)
    is_other = left < start and re.search(rf"{_SAYS_BEFORE}|(?:{_AS_SAID})\Z", post_text.text[left:start]) is not None
    if '"' not in post_text.text[left:right]:
        is_other = is_other or re.compile(_SAYS_BEHIND).search(post_text.text, left, right) is not None
    is_heard = any(turn.start <= start and end <= turn.end for turn in post_text.voices)
    return Unclear(left, right, _HERE) if is_other and not is_heard else None


def _is_spoken(before: str, inside: str, behind: str) -> bool:
    """Whether words in marks are what somebody else says: no title, and no term that is pointed at.

    A few words are said where they have the capital and the stop of a sentence.
    """
    is_title = all(not word[0].islower() or word in _SMALL for word in inside.split())  # with capitals
    if is_title or re.search(_I_SAID, before) or re.match(_MINE, behind):
        return False
    return len(inside.split()) >= _FEWEST_SPOKEN or (inside[:1].isupper() and inside[-1] in ",.?!")


def _innermost(post_text: PostText, left: int, right: int, start: int, end: int) -> Range | None:
    """What stands between the nearest marks in `left` to `right` that have all of a stretch between them."""
    text = post_text.text
    opened: list[int] = []
    marks = list(re.compile(_QUOTE_MARK).finditer(text, left, right))
    steps = _steps([post_text.original[post_text.origin(*mark.span())[0]] for mark in marks])
    for mark, step in zip(marks, steps, strict=True):
        if (step or (-1 if opened else 1)) > 0:
            opened.append(mark.end())
        elif opened:
            begin = opened.pop()
            if begin <= start and end <= mark.start():
                return begin, mark.start()
    return None
