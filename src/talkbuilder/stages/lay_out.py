"""Plan and Theme to Deck: every slide laid out by its kind on its layout, with its number, clock and evidence."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import structs

from talkbuilder.evidence.reviews import Standing
from talkbuilder.kinds import KINDS
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Text
from talkbuilder.layout.notes import evidence, lines_after, place_line, quarter_lines, read_aloud
from talkbuilder.layout.notes_page import sized, words
from talkbuilder.layout.page import Deck, Notes, Page
from talkbuilder.layout.theme import Theme
from talkbuilder.talk.numbering import slide_numbers
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.pronouncing import Helps
from talkbuilder.talk.signing import standings_of
from talkbuilder.talk.talk import Paragraph, Run, Slide, plain, quoted
from talkbuilder.units import Box

SLIDE_NUMBER = "slide number"


def pages_of(slide: Slide, theme: Theme) -> tuple[Page, ...]:
    """The pages of a slide, without what depends on the slides before and after it."""
    if slide.is_unseen:
        return ()
    kind = KINDS[slide.kind]
    return kind.pages(slide, theme.layouts[kind.layout_of(slide)])


def lay_out(plan: Plan, theme: Theme, laid_out: Callable[[Slide, Theme], tuple[Page, ...]] = pages_of) -> Deck:
    """The deck of a plan; a text for which there is no room is drawn all the same, and says so.

    `laid_out` is for who remembers the pages of slides.
    """
    pages = [laid_out(timing.slide, theme) for timing in plan.timings]
    finished = iter(_finished(plan, pages, words(theme.width, theme.height)))
    sections = (
        (section.name, tuple(page for _ in section.slides for page in next(finished))) for section in plan.talk.sections
    )
    return Deck(plan, theme, tuple(sections))


def _finished(plan: Plan, slides: list[tuple[Page, ...]], notes_box: Box) -> Iterator[tuple[Page, ...]]:
    """The pages of every slide, with their numbers and all that their notes say."""
    numbers = slide_numbers(map(len, slides))
    count = sum(map(len, slides))
    quarters = quarter_lines(plan)
    helps = Helps(plan.talk.library)
    standings = standings_of(plan.talk)
    unseen: list[Slide] = []
    fallen: list[str] = []  # the quarters that fall on what is not seen
    for at, pages in enumerate(slides):
        fallen += quarters.get(at, ())
        if plan.timings[at].slide.is_unseen:
            unseen.append(plan.timings[at].slide)
            yield ()
            continue
        after = tuple(lines_after(plan, at, numbers))
        begins = (*(f"Here begins {quoted(slide.title.text)}" for slide in unseen), *fallen)
        reviewed = _weakest(standings, (*unseen, plan.timings[at].slide))
        done = []
        for place, page in enumerate(pages):
            number = numbers[at] + place
            place_told = place_line(plan, at, at - len(unseen), number, count)
            before = (place_told, *begins, *read_aloud(plan.timings[at].slide))
            page = _preceded(page, unseen if place == 0 else ())
            notes = Notes(
                _set_off(before, page, bold=True),
                helps.added(page.notes.said),
                page.notes.shown,
                _set_off(after, page, italic=True),
                evidence(page.citations, page.span, reviewed),
            )
            notes = sized(notes, notes_box, page.layout.fonts)
            done.append(structs.replace(page, items=(*page.items, *_number(page, number)), notes=notes))
        unseen.clear()
        fallen.clear()
        yield tuple(done)


def _weakest(standings: Mapping[int, Standing], slides: Iterable[Slide]) -> Standing | None:
    """How the words of slides stand of which a page has the notes; None where the program made them all."""
    found = [standings.get(id(slide)) for slide in slides]
    known = sorted((one for one in found if one), key=lambda one: one.state in ("signed", "waiting"))
    return known[0] if known else None


def _preceded(page: Page, unseen: Iterable[Slide]) -> Page:
    """A page over which the notes of slides that are not seen are said first."""
    for slide in unseen:
        notes = structs.replace(page.notes, said=(*slide.notes, *page.notes.said))
        cited = tuple(dict.fromkeys((*page.citations, *slide.citations)))
        page = structs.replace(page, notes=notes, citations=cited)
    return page


def _set_off(lines: Iterable[str], page: Page, bold: bool = False, italic: bool = False) -> tuple[Paragraph, ...]:
    """Lines that are not to be read out, so that they look unlike what is."""
    return tuple(Paragraph((Run(line, bold, italic),), page.span) for line in lines)


def _number(page: Page, number: int) -> Iterator[Text]:
    """The number of a slide, where its layout shows one."""
    for place in page.layout.placeholders.values():
        if place.role == "slide number":
            yield fit(SLIDE_NUMBER, (plain(str(number), page.span),), place, page.layout.fonts)
