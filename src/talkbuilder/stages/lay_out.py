"""Plan and Theme to Deck: every slide laid out by its kind on its layout, with its number, clock and evidence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import structs

from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.kinds import KINDS
from talkbuilder.kinds.kind import Kind, citations_of
from talkbuilder.layout.draft_mark import missing, remark_on, with_mark
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Text, rectangle
from talkbuilder.layout.legible import heavier, legible, turned
from talkbuilder.layout.moving import at_home, moved_page
from talkbuilder.layout.notes_page import evidence, lines_after, place_line, quarter_lines, read_aloud, sized, words
from talkbuilder.layout.page import PROVED, Deck, Notes, Page, Unproved
from talkbuilder.layout.room import (
    TINY_PT,
    calmed,
    evened,
    footed,
    headed,
    heads_of,
    in_middle,
    lacks_room,
    led,
    nameless,
    roomier,
    widened,
)
from talkbuilder.layout.theme import FURNITURE, Head, Layout, Theme
from talkbuilder.talk.edition import slide_numbers
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.signing import standings_of
from talkbuilder.talk.speech import Helps
from talkbuilder.talk.talk import Citation, Paragraph, Run, Slide, plain, quoted
from talkbuilder.talk.words import words_in
from talkbuilder.units import Box, Emu

SLIDE_NUMBER = "slide number"
_LOWER = 0.08  # of the height of a slide: so far down titles of two lines push what stands under them


def pages_of(slide: Slide, theme: Theme) -> tuple[Page, ...]:
    """The pages of a slide, without what depends on the slides before and after it."""
    if slide.is_unseen:
        return ()
    kind = KINDS[slide.kind]
    name = kind.layout_of(slide)
    layout = _headed(theme.layout(name, slide.layout), theme)
    pages = _laid_out(kind, slide, layout, theme)
    if not theme.template:
        return tuple(map(legible, pages)) if theme.own.frame.is_dark else pages
    if lacks_room(pages):
        layouts = (layout, _headed(theme.spare[name], theme)) if layout.part else (layout,)
        pages = _squeezed(kind, slide, layouts, theme)
    return tuple(map(legible, pages))


def _head(layout: Layout, theme: Theme) -> Head | None:
    return theme.heads.get(layout.placeholders["Title"].box.y) if "Title" in layout.placeholders else None


def _headed(layout: Layout, theme: Theme) -> Layout:
    return headed(layout, _head(layout, theme))


def _laid_out(kind: Kind, slide: Slide, layout: Layout, theme: Theme) -> tuple[Page, ...]:
    if not layout.base:
        return kind.pages(slide, layout)
    stretched = footed(layout, slide, _head(layout, theme))
    return tuple(moved_page(page, layout, stretched) for page in kind.pages(slide, at_home(stretched)))


def _squeezed(kind: Kind, slide: Slide, layouts: Iterable[Layout], theme: Theme) -> tuple[Page, ...]:
    """The pages of a slide for which a template has too little room: in smaller letters, in boxes that are larger than
    they were meant, on a layout that leaves more, or on two slides; as they are if nothing helps.

    A template is chosen on the evening before, and what fits on slides of ours is not to be written anew for it.
    """
    size = theme.width, theme.height
    for how, layout in zip(("smaller", "elsewhere"), map(roomier, layouts), strict=False):
        made = tuple(widened(page, size) for page in _laid_out(kind, slide, layout, theme))
        if not lacks_room(made):
            return tuple(structs.replace(page, squeezed=how) for page in made)
    halves = tuple(widened(page, size) for half in kind.halved(slide) for page in _laid_out(kind, half, layout, theme))
    if halves and not lacks_room(halves):
        return tuple(structs.replace(page, squeezed="continued") for page in halves)
    for least_pt in TINY_PT:
        made = tuple(widened(page, size) for page in _laid_out(kind, slide, roomier(layout, least_pt), theme))
        if not lacks_room(made):
            break
    named = tuple(nameless(page) for page in made)  # of a map, at the last, what has no room even so
    return tuple(structs.replace(page, squeezed="tiny" if named == made else "fewer") for page in named)


def lay_out(
    plan: Plan,
    theme: Theme,
    laid_out: Callable[[Slide, Theme], tuple[Page, ...]] | None = None,
    unproved: Unproved = PROVED,
) -> Deck:
    """The deck of a plan; a text for which there is no room is drawn all the same, and says so.

    `laid_out` is for who remembers the pages of slides. The cover and the slides of what is `unproved` get a mark.
    """
    size = theme.width, theme.height
    if theme.template:
        theme = _with_heads(theme, tuple(heads_of(_titled(plan, theme), size).items()))
    slides = [(laid_out or pages_of)(timing.slide, theme) for timing in plan.timings]
    if theme.template:
        slides = [
            tuple(heavier(calmed(led(in_middle(page), size))) for page in pages)
            for pages in evened(slides, size, theme.heads)
        ]
    finished = iter(_Finished(plan, slides, theme, unproved))
    sections = (
        (section.name, tuple(page for _ in section.slides for page in next(finished))) for section in plan.talk.sections
    )
    return Deck(plan, theme, tuple(sections), unproved)


def _titled(plan: Plan, theme: Theme) -> Iterator[Page]:
    """A page for each slide, with its title alone over the box of all that will stand under it."""
    for slide in (timing.slide for timing in plan.timings if not timing.slide.is_unseen):
        layout = theme.layout(KINDS[slide.kind].layout_of(slide), slide.layout)
        if place := layout.placeholders.get("Title"):
            title = fit("title", (slide.title,), place, layout.fonts)
            top = layout.corner[1] + round(layout.grid.free[0] * layout.grid.row) if layout.base else theme.height
            top += round(_LOWER * theme.height) if layout.grid.rise[0] else 0
            below = rectangle("Page", Box(0, top, theme.width, max(0, theme.height - top)), layout.background)
            yield Page(slide.kind, "", layout, layout.background, (title, below), Notes(), (), slide.span)


@lru_cache(maxsize=4)
def _with_heads(theme: Theme, heads: tuple[tuple[Emu, Head], ...]) -> Theme:
    """A theme that knows the titles of its deck; for the same titles the same, for a preview tells pages by it."""
    return structs.replace(theme, heads=dict(heads))


class _Finished:
    """The pages of every slide, with their numbers and all that their notes say."""

    def __init__(self, plan: Plan, slides: list[tuple[Page, ...]], theme: Theme, unproved: Unproved) -> None:
        self._plan, self._slides, self._unproved = plan, slides, unproved
        self._numbers = slide_numbers(map(len, slides))
        self._count = sum(map(len, slides))
        self._size = theme.width, theme.height
        self._notes_box = words(*self._size)
        self._said = words_in(plan.talk.language)  # by us

    def __iter__(self) -> Iterator[tuple[Page, ...]]:
        plan, said_by_us = self._plan, self._said
        quarters = quarter_lines(plan, said_by_us)
        helps = Helps(plan.talk.library)
        standings = standings_of(plan.talk)
        unseen: list[Slide] = []
        fallen: list[str] = []  # the quarters that fall on what is not seen
        for at, pages in enumerate(self._slides):
            fallen += quarters.get(at, ())
            if plan.timings[at].slide.is_unseen:
                unseen.append(plan.timings[at].slide)
                yield ()
                continue
            titles = (said_by_us.quotes(quoted(slide.title.text)) for slide in unseen)
            begins = (*(said_by_us.say("part_begins", title=title) for title in titles), *fallen)
            reviewed = _weakest(standings, (*unseen, plan.timings[at].slide))
            done = []
            for place, page in enumerate(pages):
                said, cited = _preceded(page, plan.timings[at].slide, unseen if place == 0 else ())
                page = structs.replace(page, citations=cited)
                said = helps.added(said)  # now, for helps are given in the order of the talk
                number = self._numbers[at] + place
                line = place_line(plan, at, at - len(unseen), number, self._count, said_by_us)
                done.append(self._with_notes(page, at, number, (line, *begins), said, reviewed))
            unseen.clear()
            fallen.clear()
            yield tuple(done)

    def _with_notes(
        self,
        page: Page,
        at: int,
        number: int,
        begins: tuple[str, ...],
        said: tuple[Paragraph, ...],
        standing: Standing | None,
    ) -> Page:
        """A page with its number and all that its notes say; `at` is its slide's place in the plan."""
        plan, said_by_us = self._plan, self._said
        before = (
            *missing(self._unproved, at, said_by_us),
            *begins,
            *read_aloud(plan.timings[at].slide, said_by_us),
        )
        notes = Notes(
            _set_off(before, page, bold=True),
            said,
            page.notes.shown if said_by_us.written == "en" else (),  # most of it is words of our own
            _set_off(lines_after(plan, at, self._numbers, said_by_us), page, italic=True),
            evidence(page.citations, page.span, said_by_us, standing),
        )
        notes = sized(notes, self._notes_box, page.layout.fonts)
        page = structs.replace(page, items=(*page.items, *_number(page, number)), notes=notes)
        remark = remark_on(self._unproved, at, said_by_us)
        return turned(with_mark(page, said_by_us.say("draft"), remark, self._size) if remark else page)


def _weakest(standings: Mapping[int, Standing], slides: Iterable[Slide]) -> Standing | None:
    """How the words of slides stand of which a page has the notes; None where the program made them all."""
    found = [standings.get(id(slide)) for slide in slides]
    known = sorted((one for one in found if one), key=lambda one: one.state in ("signed", "waiting"))
    return known[0] if known else None


def _preceded(page: Page, own: Slide, unseen: Iterable[Slide]) -> tuple[tuple[Paragraph, ...], tuple[Citation, ...]]:
    """What is said over a page, and what it cites, where the notes of slides that are not seen are said first.

    The handout of the cover tells of the whole talk, and what that rests on is cited where it is told.
    """
    handed_out = citations_of(own.handout) if own.kind == "cover" else ()
    printed = {*handed_out} - {*own.shown, *citations_of(own.notes)}
    said, cited = page.notes.said, tuple(one for one in page.citations if one not in printed)
    for slide in unseen:
        said, cited = (*slide.notes, *said), tuple(dict.fromkeys((*cited, *slide.citations)))
    return said, cited


def _set_off(lines: Iterable[str], page: Page, bold: bool = False, italic: bool = False) -> tuple[Paragraph, ...]:
    """Lines that are not to be read out, so that they look unlike what is."""
    return tuple(Paragraph((Run(line, bold, italic),), page.span) for line in lines)


def _number(page: Page, number: int) -> Iterator[Text]:
    """The number of a slide where its layout shows one, and what a template shows beside that."""
    for place in page.layout.placeholders.values():
        if place.name in FURNITURE:
            text = fit(place.name, (plain(place.prompt, page.span),), place, page.layout.fonts)
            yield from () if text.surplus else (text,)
        if place.role == "slide number":
            yield fit(SLIDE_NUMBER, (plain(str(number), page.span),), place, page.layout.fonts)
