"""What a transcription program or a chat has written (.vtt, .srt, Otter's text, WhatsApp's): what was said, without the
times.

WEBVTT

00:00:01.000 --> 00:00:04.000
<v Maria>We left at dawn.</v>

Each turn is a paragraph that begins with its speaker's name, wherever the file tells that.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from msgspec import Struct

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.characters import text_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, title_of

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
_CUE = re.compile(rf"^[^\S\n]*{_CLOCK}[^\S\n]*-->[^\S\n]*{_CLOCK}.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z][^<>]{0,60}>|<\d[\d:.]*>|\{\\an?\d\}", re.I)
_NAMED = re.compile(r"(?:>>[^\S\n]*)?\[?(?P<name>[^\W_][^:\n\[\]?!]{0,40}?)\]?:[^\S\n]+")
# A line of a speaker and the time, as Otter and Teams have it: 'Maria  0:05'.
_HEAD = re.compile(
    r"^(?P<name>[^\W\d_][^\n:]{0,40}?|Speaker \d{1,2})[^\S\n]+[\[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?[^\S\n]*$",
    re.MULTILINE,
)
# A line of a chat, as WhatsApp exports it: '[12/03/2024, 09:15:02] Maria: …' of an iPhone, '12/03/2024, 09:15 - Maria:
# …' of an Android; without a name it is a notice. Hidden marks stand before some.
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-](?P<year>\d{4}|\d\d)"
_MINUTE = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_CHAT = re.compile(
    rf"^[\u200e\u200f\ufeff]*(?P<bracket>\[)?{_DAY},? {_MINUTE}(?(bracket)\]| [-–])[^\S\n]+[\u200e\u200f]*"
    r"(?:(?P<name>[^\n:]{1,60}):[^\S\n])?",
    re.MULTILINE,
)
_NO_WORDS = re.compile(
    r"\u200e|<[^<>\n]{1,40}>$|(?:image|video|audio|sticker|document|GIF|Contact card) omitted|.{1,80} \(file attached\)"
    r"|This message was deleted\.?|You deleted this message\.?|Missed (?:voice|video) call",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"^\[({_CLOCK}[^\S\n]*-->[^\S\n]*{_CLOCK})\][^\S\n]*", re.MULTILINE)  # as Whisper prints it
_UNKNOWN = "Unknown speaker"  # of what has no name, where all else has one
_FEWEST_HEADS = 3
_MOSTLY = 0.6  # of the cues have a name before a colon: then what stands there is one in each
_PARAGRAPH = 60  # words, after which a sentence ends the paragraph
_ENDS = re.compile(r"[.?!…][\"”’)]*$")
_MADE_BY = re.compile(r"\s*Transcribed by https?://otter\.ai\s*$")


class _Turn(Struct):
    """What somebody says; `name` is "" where the file does not tell who it is."""

    name: str
    words: str


def recognises(head: str) -> bool:
    if re.match(r"\s*WEBVTT\b", head):
        return True
    if re.match(rf"\s*(?:\d+\s*\n\s*)?\[?{_CLOCK}\s*-->", head):
        return True
    if sum(bool(one["name"]) for one in _CHAT.finditer(head[:20_000])) >= _FEWEST_HEADS:
        return True
    return len(_HEAD.findall(head[:20_000])) >= _FEWEST_HEADS and not head.lstrip().startswith("<")


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole transcript as one source."""
    text = _IN_BRACKETS.sub(r"\n\1\n", text_of(data, name, report))
    is_chat = not _CUE.search(text) and _CHAT.search(text) is not None
    turns = list(_chat(text) if is_chat else _joined(_cues(text) if _CUE.search(text) else _headed(text)))
    if not turns:
        yield LeftOut("without text")
        return
    yield ImportedPost(
        title=title_of(name),
        text="\n\n".join(f"{one.name}: {one.words}" if one.name else one.words for one in turns),
        date=_year(text) if is_chat else "",
        labels=tuple(dict.fromkeys(one.name for one in turns if one.name)),
    )


def _cues(text: str) -> Iterator[_Turn]:
    """What stands under each time, with the number or the remark over the next one left out."""
    cues = [re.split(r"\n[^\S\n]*\n", words[1:], maxsplit=1)[0] for _, words in _parts(_CUE, text)]
    cues = [re.sub(r"\n\d+\s*\Z", "", one) for one in cues]
    has_voices = any(map(_VOICE.search, cues))
    has_names = sum(_NAMED.match(_plain(cue)) is not None for cue in cues) >= _MOSTLY * len(cues)
    for cue in cues:
        yield from (_Turn(voice[1].strip(), _plain(words)) for voice, words in _parts(_VOICE, cue))
        if not _VOICE.search(cue):
            words = _plain(cue)
            named = _NAMED.match(words) if has_names else None
            unnamed = _UNKNOWN if has_names or has_voices else ""
            yield _Turn(named["name"].strip() if named else unnamed, words[named.end() :] if named else words)


def _parts(mark: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each mark of a text, and what stands behind it up to the next."""
    for found, behind in pairwise((*mark.finditer(text), None)):
        assert found is not None
        yield found, text[found.end() : behind.start() if behind else None]


def _plain(cue: str) -> str:
    return " ".join(unescape(_TAG.sub("", _VOICE.sub("", cue))).split())


def _headed(text: str) -> Iterator[_Turn]:
    """What stands under each line of a speaker and the time."""
    text = _MADE_BY.sub("", text)
    yield _Turn("", " ".join(_HEAD.split(text, maxsplit=1)[0].split()))
    for found, words in _parts(_HEAD, text):
        for paragraph in re.split(r"\n[^\S\n]*\n", words.strip()):
            yield _Turn(found["name"].strip(), " ".join(paragraph.split()))


def _chat(text: str) -> Iterator[_Turn]:
    """The messages of a chat, each with the name before it; pictures, calls and notices have no words."""
    for found, said in _parts(_CHAT, text):
        words = "\n".join(filter(None, (" ".join(line.split()) for line in said.split("\n"))))
        if found["name"] and words and not _NO_WORDS.match(words):
            yield _Turn(found["name"].strip(" ~\u202a\u202c\xa0"), words)


def _year(text: str) -> str:
    """The year of the last message of a chat."""
    years = [found["year"] for found in _CHAT.finditer(text)]
    return "" if not years else years[-1] if len(years[-1]) == 4 else f"20{years[-1]}"


def _joined(turns: Iterator[_Turn]) -> Iterator[_Turn]:
    """Turns of one speaker as paragraphs; its name stands before the first."""
    before: _Turn | None = None
    speaker = ""
    for turn in turns:
        if not turn.words:
            continue
        is_same = before is not None and turn.name == speaker and bool(speaker or not _NAMED.match(turn.words))
        is_long = before is not None and len(before.words.split()) >= _PARAGRAPH and _ENDS.search(before.words)
        if before is not None and is_same and not is_long:
            before.words = f"{before.words} {turn.words}"
            continue
        if before is not None:
            yield before
        before, speaker = _Turn("" if is_same else turn.name, turn.words), turn.name
    if before is not None:
        yield before
