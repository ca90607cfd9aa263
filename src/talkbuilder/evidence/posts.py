"""The index of the blog posts: titles, dates and who is speaking where; their text is not kept here."""

import re
from typing import Annotated

from msgspec import Meta

from talkbuilder.source.dates import spell_date
from talkbuilder.source.fields import Entry, Id, Text, When, Written

_HAS_ARTICLE = re.compile(r"(?:an?|the|my|our|his|her|their|translated)\b|\w+[’']s\b", re.IGNORECASE)
_LEADING_ARTICLE = re.compile(r"(?:The|An?|My|Our) ")
_BY_MACHINE = ("machine", "automatic", "google")


class Voice(Written, frozen=True, kw_only=True):
    """A passage of a post that is somebody else's."""

    who: Annotated[Id, Meta(description="an id of assets/people.yaml")]
    from_: Annotated[Text, Meta(description="the words that the passage begins with")]
    to: Annotated[Text, Meta(description="the words that it ends with")]
    translated: Annotated[
        Text | None, Meta(description="how the passage was translated: machine translation from Russian")
    ] = None
    summary: Annotated[bool, Meta(description="true where the passage sums up what was said")] = False
    as_quoted: Annotated[bool, Meta(description="true for a document that is known only as the post quotes it")] = False

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


class Post(Entry, frozen=True, kw_only=True):
    """An entry of assets/posts.yaml."""

    title: Annotated[Text, Meta(description="the title of the post, word for word")]
    cite_as: Annotated[
        Text | None,
        Meta(description="what stands for the title in all that leaves the machine: The speaker’s blog, April 2012"),
    ] = None
    protects: Annotated[
        tuple[Id, ...], Meta(description="ids of assets/people.yaml: people to whom the title would lead")
    ] = ()
    date: Annotated[When, Meta(description="as precise as it is known: 2012, 2012-04, 2012-04-18")]
    voices: Annotated[tuple[Voice, ...], Meta(description="passages that are not the blogger's own")] = ()

    def voice(self, who: str) -> Voice | None:
        """The first passage of a person; all of theirs are alike."""
        return next((voice for voice in self.voices if voice.who.value == who), None)

    @property
    def citation(self) -> str:
        """The post in all that leaves the machine: its `cite_as`, else its title; with its date, told once."""
        if self.cite_as is None:
            return self.titled
        date = spell_date(self.date.value)
        return self.cite_as.value if self.date.value[:4] in self.cite_as.value else f"{self.cite_as.value}, {date}"

    @property
    def titled(self) -> str:
        """The post as only the speaker reads it: “Title”, April 2012."""
        title = self.title.value.replace("“", "‘").replace("”", "’")
        return f"“{title}”, {spell_date(self.date.value)}"


def within_sentence(citation: str) -> str:
    """A citation after other words: "The speaker’s blog" has a small letter there."""
    return f"{citation[0].lower()}{citation[1:]}" if _LEADING_ARTICLE.match(citation) else citation


def with_article(how: str) -> str:
    """'a machine translation' of 'machine translation'; what has an article, or needs none, stays."""
    if not how or _HAS_ARTICLE.match(how):
        return how
    return f"{'an' if how[0].lower() in 'aeiou' else 'a'} {how}"
