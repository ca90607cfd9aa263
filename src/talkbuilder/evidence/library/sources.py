"""The index of the sources: what each is, and who is speaking where in it; their text is not kept here."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Source as File
from talkbuilder.diagnostics import Span
from talkbuilder.source import addresses
from talkbuilder.source.dates import spell_date
from talkbuilder.source.fields import Day, Entry, Flaw, Id, Text, When, Written
from talkbuilder.source.nodes import shorten

Kind = Literal["post", "article", "report", "book", "interview", "letter", "data"]
# What a source of each kind is called.
CALLED: Mapping[Kind, str] = {kind: "data set" if kind == "data" else kind for kind in get_args(Kind)}
# What is published under a name holds its words, as far as nothing in it is marked as another's.
PUBLISHED = frozenset[Kind](("article", "report", "data"))

# Of a stretch of no known speaker: a quotation in a block, a name before what somebody says, and what stands between
# the lines of an interview or behind the last.
QUOTED, LABEL, UNSURE = 0, -1, -2

_HAS_ARTICLE = r"(?i)(?:an?|the|my|our|his|her|their|translated)\b|\w+[’']s\b"
_LEADING_ARTICLE = r"(?:The|An?|My|Our) "
Spelling = Callable[[str], str]  # of a date, 2012-04-18, as readers of a language know it
_LAST_YEAR = re.compile(r",? (?:of |in )?\d{4}$")
_THE_POST = r"\b(the|The|right) post\b"
_BY_MACHINE = ("machine", "automatic", "google")
_STAND = re.compile(r"(\d+)-(\d+) ([0-9a-f]{16})")
_MARK = re.compile(r"[0-9a-f]{16} [0-9a-f]{24}")


class Stretch(Struct, frozen=True, array_like=True):
    """Characters of a source's text that are not simply its author's: of one of its `speakers`, counted from 1, or of
    nobody who is known. Its import tells them."""

    start: int
    end: int
    speaker: int


class Stand(Text, frozen=True):
    """Where a passage stands in the normal form of a text, and a hash of it: 120-480 9f86d081884c7d65."""

    called: ClassVar[str] = "a place in a source"
    schema: ClassVar[Mapping[str, str]] = {"type": "string", "pattern": f"^{_STAND.pattern}$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if _STAND.fullmatch(value):
            return None
        hint = "restore it from version control; or write 'from:' and 'to:' with the words that begin and end it"
        return Flaw("E050", f"'{shorten(value)}' is no place in a source", hint)

    @property
    def read(self) -> tuple[int, int, str]:
        found = _STAND.fullmatch(self.value)
        return (int(found[1]), int(found[2]), found[3]) if found else (0, 0, "")


class Mark(Text, frozen=True):
    """A salt and a hash of a title, by which it is known again and not read."""

    called: ClassVar[str] = "a mark"
    schema: ClassVar[Mapping[str, str]] = {"type": "string", "pattern": f"^{_MARK.pattern}$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if _MARK.fullmatch(value):
            return None
        hint = "restore it from version control; 'talkbuilder protect --sources' writes it"
        return Flaw("E050", f"'{shorten(value)}' is no mark of a title", hint)


class Voice(Written, frozen=True, kw_only=True):
    """A passage of a source that is somebody else's; within it, another voice may have a passage of its own."""

    who: Annotated[Id, Meta(description="an id of assets/people.yaml")]
    from_: Annotated[Text | None, Meta(description="the words that the passage begins with")] = None
    to: Annotated[Text | None, Meta(description="the words that it ends with")] = None
    at: Annotated[
        Stand | None,
        Meta(
            description="instead of both, where words would tell too much: written by 'talkbuilder protect --sources'"
        ),
    ] = None
    translated: Annotated[
        Text | None, Meta(description="how the passage was translated: machine translation from Russian")
    ] = None
    summary: Annotated[bool, Meta(description="true where the passage sums up what was said")] = False
    as_quoted: Annotated[bool, Meta(description="true for what is known only as the source quotes it")] = False

    @property
    def translation(self) -> str:
        """How what was said came to be these words; "" where it was said so."""
        translated = self.translated.value if self.translated else ""
        if not self.summary:
            return translated
        return f"summary of {with_article(translated)}" if translated else "summary"

    @property
    def manner(self) -> tuple[str, bool]:
        """All that makes it less than the speaker's own words."""
        return self.translation, self.as_quoted

    @property
    def is_second_hand(self) -> bool:
        """Whether nobody who has but the post knows what was really said: a person's translation is not so."""
        by_machine = self.translated is not None and any(word in self.translated.value.lower() for word in _BY_MACHINE)
        return self.summary or self.as_quoted or by_machine


class Address(Text, frozen=True):
    """Where a source stands on the web, as it is copied from a browser: https://example.org/report."""

    called: ClassVar[str] = "an address"
    schema: ClassVar[Mapping[str, str]] = {"type": "string", "pattern": "^https?://"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if addresses.is_web_address(value):
            return None
        hint = "copy it whole from the browser, from https:// on; leave it out where there is none"
        return Flaw("E050", f"'{shorten(value)}' is no address of a page", hint)


_NONE = Text("", Span(File("", ""), 0, 0))


class Source(Entry, frozen=True, kw_only=True):
    """An entry of assets/sources.yaml: what facts and quotations are taken from."""

    kind: Annotated[Kind, Meta(description="what it is; left out, a post of the speaker's own blog")] = "post"
    by: Annotated[
        Id | None, Meta(description="whose words it holds where no voice says otherwise: an id of assets/people.yaml")
    ] = None
    title: Annotated[Text, Meta(description="the title, word for word; of a source with 'known_by', left out")] = _NONE
    known_by: Annotated[
        Mark | None,
        Meta(description="instead of the title, by what an import knows it: from 'talkbuilder protect --sources'"),
    ] = None
    publisher: Annotated[Text | None, Meta(description="who published it: a newspaper, an office, a press")] = None
    cite_as: Annotated[
        Text | None,
        Meta(description="what stands for the title in all that leaves the machine: The speaker’s own notes, 2012"),
    ] = None
    protects: Annotated[
        tuple[Id, ...], Meta(description="ids of assets/people.yaml: people to whom the title would lead")
    ] = ()
    date: Annotated[
        When, Meta(description="when it was published, said or written, as precise as it is known: 2012, 2012-04")
    ]
    url: Annotated[Address | None, Meta(description="where it stands on the web; slides lead there")] = None
    retrieved: Annotated[
        Day | None, Meta(description="the day on which somebody fetched it from there; printed with it")
    ] = None
    speakers: Annotated[
        tuple[Id, ...],
        Meta(description="of an interview: who is speaking, in the order in which they first do; ids of people.yaml"),
    ] = ()
    voices: Annotated[tuple[Voice, ...], Meta(description="passages that are somebody else's than the author's")] = ()

    @property
    def is_telling(self) -> bool:
        """Whether its title, or words of a voice, are committed though it protects people."""
        return bool(self.protects) and (self.known_by is None or not all(voice.at for voice in self.voices))

    @property
    def called(self) -> str:
        return CALLED[self.kind]

    def worded(self, told: str) -> str:
        """A message about 'the post', with the word for what this source is."""
        return re.sub(_THE_POST, rf"\1 {self.called}", told)

    @property
    def is_post(self) -> bool:
        """Whether it is a post of the speaker's own blog."""
        return self.kind == "post"

    @property
    def link(self) -> str:
        """Where a slide leads that cites it; "" for nowhere, as where it must not be found."""
        if self.url is None or self.cite_as is not None or self.protects:
            return ""
        return addresses.to_web_address(self.url.value)

    @property
    def fetched(self) -> str:
        """The day on which somebody fetched it, where it may be named; "" else."""
        if self.retrieved is None or self.cite_as is not None or self.protects:
            return ""
        return self.retrieved.value

    def voice(self, who: str) -> Voice | None:
        """The first passage of a person; all of theirs are alike."""
        return next((voice for voice in self.voices if voice.who.value == who), None)

    @property
    def day_told(self) -> str:
        """Its date in all that leaves the machine; of what protects somebody the year alone, for pages of blogs are
        known by their days."""
        return self.date.value[:4] if self.protects else self.date.value

    def cited(self, spelt: Spelling = spell_date) -> str:
        """The source in all that leaves the machine: its `cite_as`, else its title; with its date, given once, as it is
        `spelt` in the language of the talk."""
        if self.cite_as is None:
            return self._told(spelt, self.day_told)
        date = spelt(self.day_told)
        return self.cite_as.value if self.date.value[:4] in self.cite_as.value else f"{self.cite_as.value}, {date}"

    def cited_in_line(self, spelt: Spelling = spell_date) -> str:
        """The citation under a slide: of what protects people without its year, which the sources slide tells once."""
        return _LAST_YEAR.sub("", self.cite_as.value) if self.cite_as and self.protects else self.cited(spelt)

    def cited_beside(self, who: str, spelt: Spelling = spell_date) -> str:
        """The citation behind the name of who says it: what is published under that name does not tell it again."""
        if self.publisher is None or self.cite_as is not None or self.publisher.value.casefold() not in who.casefold():
            return self.cited(spelt)
        return self._told(spelt, self.day_told, is_by_publisher=True)

    @property
    def titled(self) -> str:
        """The source as only the speaker reads it: “Title”, April 2012."""
        return self._told(spell_date, self.date.value)

    def _told(self, spelt: Spelling, day: str, is_by_publisher: bool = False) -> str:
        title = self.title.value.replace("“", "‘").replace("”", "’")
        publisher = self.publisher.value if self.publisher and not is_by_publisher else ""
        return ", ".join(filter(None, (f"“{title}”" if title else self.id, publisher, spelt(day))))


def within_sentence(citation: str) -> str:
    """A citation after other words: "The speaker’s blog" has a small letter there."""
    return f"{citation[0].lower()}{citation[1:]}" if re.match(_LEADING_ARTICLE, citation) else citation


def with_article(how: str) -> str:
    """'a machine translation' of 'machine translation'; what has an article, or needs none, stays."""
    if not how or re.match(_HAS_ARTICLE, how):
        return how
    return f"{'an' if how[0].lower() in 'aeiou' else 'a'} {how}"
