"""What the author of a talk writes; the editor's JSON Schema comes from these models too."""

from typing import Annotated, Literal

from msgspec import Meta

from talkbuilder.source.allow import Allow
from talkbuilder.source.fields import Broken, Flaw, Id, Language, Text, When, Written

Priority = Literal["must", "should", "could", "extra"]
Opener = Literal["slide", "none"]


class Slide(Written, frozen=True, kw_only=True):
    """What every kind of slide has; the kinds add the key that carries their content."""

    title: Annotated[Text, Meta(description="the headline: a sentence that says something, unique in the talk")]
    notes: Annotated[Text | None, Meta(description="what the speaker says; {fact-id} works here too")] = None
    handout: Annotated[
        Text | None, Meta(description="what the handout says of it in a sentence or two, instead of the title")
    ] = None
    cite: Annotated[
        tuple[Id, ...], Meta(description="facts and quotes that the slide rests on without printing them")
    ] = ()
    priority: Annotated[
        Priority, Meta(description="what a shorter slot keeps: must, should, could; extra joins in a longer one")
    ] = "should"
    minutes: Annotated[
        float | None, Meta(description="how long the slide takes, where words do not tell", ge=0, le=180)
    ] = None
    pause: Annotated[int, Meta(description="seconds of silence or activity on top of the words", ge=0, le=3600)] = 0
    media: Annotated[
        float, Meta(description="seconds that a film or a recording runs while you are silent", ge=0, le=7200)
    ] = 0.0
    skip: Annotated[bool, Meta(description="true where the slide stays in the file and stands in no deck")] = False
    only: Annotated[tuple[Id, ...], Meta(description="audiences that the slide is meant for; all if left out")] = ()
    not_: Annotated[tuple[Id, ...], Meta(description="audiences that the slide is not meant for")] = ()
    debunk: Annotated[
        bool, Meta(description="true where the slide says of a figure that is passed on that nobody can trace it")
    ] = False
    id: Annotated[Id | None, Meta(description="a name for the slide that stays when its title changes")] = None
    layout: Annotated[
        Text | None, Meta(description="the layout of your church's template that the slide stands on; others ignore it")
    ] = None
    allow: Annotated[
        Allow | None,
        Meta(description="what may stand on this slide: {RULE: {why: a reason, by: your name, on: 2026-11-25}}"),
    ] = None


class Showing(Slide, frozen=True, kw_only=True):
    """What kinds that show instead of telling have as well."""

    lead: Annotated[
        Text | None,
        Meta(description="a line under the title: what is counted, where, when; the title then takes one line"),
    ] = None


class Section(Written, frozen=True, kw_only=True):
    """A part of the talk; it opens with a slide of its own, unless `opener` says otherwise."""

    section: Annotated[Text, Meta(description="the title of the part")]
    opener: Annotated[
        Opener | None,
        Meta(description="how this part opens: with a slide, or with its first slide; left out: as the talk says"),
    ] = None
    notes: Annotated[
        Text | None, Meta(description="what the speaker says over the part's opening slide, or before its first")
    ] = None
    slides: Annotated[tuple[Slide | Broken, ...], Meta(description="the slides of the part, in order", min_length=1)]


class Closing(Written, frozen=True, kw_only=True):
    """The last slide, which stays on the screen during questions."""

    title: Annotated[Text, Meta(description="the last words on the screen")]
    text: Annotated[Text | None, Meta(description="a sentence under the title")] = None
    ask: Annotated[
        Id | None, Meta(description="an id of assets/actions.yaml whose address or number stays in view")
    ] = None
    again: Annotated[
        bool,
        Meta(description="false in a talk of something else: it stands small at the foot"),
    ] = True
    drawing: Annotated[
        Id | None, Meta(description="the name of a file in assets/drawings/ that fills it, without '.svg'")
    ] = None
    only: Annotated[tuple[Id, ...], Meta(description="audiences that it is meant for; all if left out")] = ()
    not_: Annotated[tuple[Id, ...], Meta(description="audiences that it is not meant for")] = ()
    notes: Annotated[Text | None, Meta(description="what the speaker says to close")] = None


class Sources(Written, frozen=True, kw_only=True):
    """The slides at the end that list every source once."""

    title: Annotated[Text, Meta(description="the headline of the sources slides")]
    notes: Annotated[Text | None, Meta(description="what the speaker says, should somebody ask for sources")] = None


class Outline(Written, frozen=True, kw_only=True):
    """A whole talk."""

    talk: Annotated[Text, Meta(description="the title of the talk")]
    subtitle: Annotated[Text | None, Meta(description="a line under the title")] = None
    speaker: Annotated[
        Text, Meta(description="who gives the talk, as the cover says it; or an id of assets/people.yaml")
    ]
    summary: Annotated[Text | None, Meta(description="one sentence on the talk, for the document's properties")] = None
    keywords: Annotated[tuple[Text, ...], Meta(description="words to find the file by")] = ()
    language: Annotated[Language | None, Meta(description="the language of the talk, such as en-US (the default)")] = (
        None
    )
    date: Annotated[When | None, Meta(description="when this version was written: 2026, 2026-11 or 2026-11-25")] = None
    minutes: Annotated[int, Meta(description="the whole slot, in minutes", ge=1, le=10_000)] = 30
    questions: Annotated[
        int | None,
        Meta(description="how many of the minutes stay free for questions; a fifth if left out", ge=0, le=10_000),
    ] = None
    pace: Annotated[
        int | None,
        Meta(description="words a minute; left out: those of the speaker in assets/people.yaml, or 120", ge=60, le=240),
    ] = None
    audiences: Annotated[
        tuple[Id, ...], Meta(description="whom there are editions for: the names that `only` and `not` may have")
    ] = ()
    theme: Annotated[
        Text | None,
        Meta(description="how it looks: steppe (default), night, plain, or one of assets/themes/"),
    ] = None
    opener: Annotated[
        Opener, Meta(description="how parts open: with a slide that shows where the talk is, or with their first slide")
    ] = "slide"
    drawing: Annotated[
        Id | None, Meta(description="the name of a file in assets/drawings/ that fills the cover, without '.svg'")
    ] = None
    notes: Annotated[Text | None, Meta(description="what the speaker says over the cover")] = None
    handout: Annotated[
        Text | None, Meta(description="what was said, in a few sentences for the handout; left out: the slides’ titles")
    ] = None
    allow: Annotated[
        Allow | None,
        Meta(description="what may stand in the whole talk: {RULE: {why: a reason, by: your name, on: 2026-11-25}}"),
    ] = None
    sections: Annotated[tuple[Section, ...], Meta(description="the parts of the talk, in order", min_length=1)]
    closing: Annotated[
        Closing | tuple[Closing, ...] | None,
        Meta(description="the last slide, in view during questions; or a list, each for its audiences", min_length=1),
    ] = None
    sources: Annotated[Sources | None, Meta(description="the slides that list the sources")] = None

    @classmethod
    def unknown(cls, key: str) -> Flaw:
        """Slides that are written beside the parts most likely lack a part."""
        flaw = super().unknown(key)
        if key not in ("slides", "slide"):
            return flaw
        hint = "slides stand in a part: write 'sections:', under it '- section: …', and under that 'slides:'"
        return Flaw(flaw.code, flaw.message, hint)

    @property
    def closings(self) -> tuple[Closing, ...]:
        """What the talk closes with: for all audiences one, or several, each for its own."""
        written = self.closing
        return written if isinstance(written, tuple) else (written,) if written else ()

    def opens_with_slide(self, section: Section) -> bool:
        """Whether a part has an opening slide."""
        return (section.opener or self.opener) == "slide"
