"""What a talk says, slide by slide, as script, card and Word document print it: speech, clock, and what is aside."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from msgspec import Struct, structs

from talkbuilder.claims.texts import sentences
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import within_sentence
from talkbuilder.layout.notes_page import on_the_wall
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.printed.contacts import Contact, asked
from talkbuilder.talk import talk as talks
from talkbuilder.talk.crediting import certainty
from talkbuilder.talk.edition import slide_numbers
from talkbuilder.talk.speech import is_help, marked_pauses
from talkbuilder.talk.talk import Citation, Talk
from talkbuilder.talk.words import Words, words_in
from talkbuilder.units import clock

_CLAIMS = ("fact", "quote")
_MOST_SHOWN = 2  # sentences


class Run(Struct, frozen=True, omit_defaults=True):
    """Words in one style; `help` says how the word before them is pronounced, and is not read out."""

    text: str
    bold: bool = False
    italic: bool = False
    help: bool = False


class Said(Struct, frozen=True):
    """A paragraph, or a pause in words, which has no runs.

    What is `aloud` stands on the slide, `credit` tells whose words it is. What `opens` a part is said even where its
    first slide is left out.
    """

    runs: tuple[Run, ...] = ()
    pause: str = ""
    aloud: bool = False
    credit: str = ""
    opens: bool = False


class Rest(Struct, frozen=True):
    """Words as they are said, and what they rest on."""

    words: str
    on: str


class Leave(Struct, frozen=True):
    """How a slide is left out: the number to type on the slide before it, what that saves, and both in words."""

    type: int
    saves: str
    how: str


class Slide(Struct, frozen=True):
    """A slide, or the pages of one that goes on: `number` is 5, or 30–31; `start` and `end` are seconds.

    `clock` is "" for what is shown while people ask, `wall` is the time of day where that is known, `pages` counts from
    0 in the deck. `calls` are the numbers and addresses on it, which have to be said where nobody sees them. `sources`
    is what the words rest on, each once; `missing` tells what nothing proves.
    """

    number: str
    title: str
    clock: str
    wall: str
    takes: str
    start: float
    end: float
    said: tuple[Said, ...]
    calls: tuple[Contact, ...]
    rests: tuple[Rest, ...]
    sources: tuple[str, ...]
    shown: str
    missing: tuple[str, ...]
    leave: Leave | None
    pages: tuple[int, ...]


class Section(Struct, frozen=True):
    """A part of the talk, from one time on the clock to another; without times, what is for questions."""

    name: str
    start: str
    end: str
    slides: tuple[Slide, ...]


class Spoken(Struct, frozen=True):
    """All that is said in a talk, which `ends` in its `slot`.

    `draft` says how much nothing proves, or "".
    """

    title: str
    speaker: str
    ends: str
    slot: str
    draft: str
    sections: tuple[Section, ...]


def spoken(deck: Deck) -> Spoken:
    """What is said over a deck."""
    plan, talk = deck.plan, deck.plan.talk
    words = words_in(talk.language)
    slides = dict(_slides(deck, words))
    sections = [*_sections(talk, slides, words)]
    if later := tuple(slide for at, slide in slides.items() if plan.timings[at].slide.in_questions):
        sections.append(Section(words.say("questions"), "", "", later))
    return Spoken(
        title_of(talk),
        talk.speaker.value,
        clock(plan.seconds),
        clock(plan.slot.seconds),
        words.count("unproved", deck.unproved.count) if deck.is_draft else "",
        tuple(sections),
    )


def title_of(talk: Talk) -> str:
    return talk.slides[0].title.text


def to_type(count: int) -> dict[str, object]:
    """A slide of so many as an example of which keys lead to one."""
    number = min(12, count)
    return {"typed": " ".join(f"[{digit}]" for digit in str(number)), "n": number}


def subtitle_of(talk: Talk) -> str:
    return next((one.text for one in talk.slides[0].texts("subtitle")), "")


def _sections(talk: Talk, slides: dict[int, Slide], words: Words) -> Iterator[Section]:
    """The parts in which something is said; what comes before the first and after the last is called as we call it."""
    begins = 0
    for number, section in enumerate(talk.sections):
        ends = begins + len(section.slides)
        own = [slides[at] for at in range(begins, ends) if at in slides and slides[at].clock]
        if own:
            name = section.name if section.is_part else words.say("closing" if number else "opening")
            yield Section(name, own[0].clock, clock(own[-1].end), tuple(own))
        begins = ends


def _slides(deck: Deck, words: Words) -> Iterator[tuple[int, Slide]]:
    """What is said over each slide, by its place in the plan; what is not seen is said before the slide after it."""
    plan = deck.plan
    pages = [*_pages(deck)]
    numbers = slide_numbers(map(len, pages))
    skipped = {at for timing in plan.timings for at in timing.skips}
    event = plan.talk.occasion.event
    how = "leave_shown" if event and event.runs == "worship" else "leave"  # where no numbers can be typed
    since: int | None = None
    for at, (timing, own) in enumerate(zip(plan.timings, pages, strict=True)):
        since = at if since is None else since
        if not own:
            continue
        following = next(filter(None, numbers[at + 1 :]), 0) if at in skipped else 0
        saves = clock(timing.seconds)
        leave = Leave(following, saves, words.say(how, n=following, time=saves)) if following else None
        yield at, _slide(deck, (since, at), own, leave, words)
        since = None


def _pages(deck: Deck) -> Iterator[range]:
    """The pages of each slide, by their places in the deck."""
    all_pages, at = deck.pages, 0
    for timing in deck.plan.timings:
        first = at
        while not timing.slide.is_unseen and at < len(all_pages) and all_pages[at].span == timing.slide.span:
            at += 1
        yield range(first, at)


def _slide(deck: Deck, places: tuple[int, int], own: range, leave: Leave | None, words: Words) -> Slide:
    since, at = places
    timings = deck.plan.timings[since : at + 1]
    timing, page = timings[-1], deck.pages[own[0]]
    start, end = timings[0].start_seconds, timing.end_seconds
    numbers = str(own[0] + 1) if len(own) == 1 else f"{own[0] + 1}–{own[-1] + 1}"
    rests, sources = _evidence(page, deck.plan.talk, words)
    times = clock(start), on_the_wall(deck.plan, start), clock(sum(one.seconds for one in timings))
    minutes = words.count("minutes", round(timing.slide.minutes or 0)) if timing.slide.kind == "question" else ""
    talking = (Said(pause=words.say("they_talk", minutes=minutes)),) if minutes and timing.slide.minutes else ()
    opening = sum(len(one.slide.notes) for one in timings[:-1])  # of a part, before the notes of its first slide
    return Slide(
        numbers,
        page.title,
        *(("", "", "") if timing.slide.in_questions else times),
        start,
        end,
        (*_aloud(timing.slide, words), *_said(page.notes.said, words, opening), *talking),
        tuple(one for one in asked(deck.plan.talk, timing.slide) if one.has_number or one.page),
        rests,
        sources,
        first_sentences(timing.slide.described),
        deck.unproved.on.get(at, ()),
        leave,
        tuple(own),
    )


def first_sentences(described: str) -> str:
    """What is seen, in a sentence or two: the notes of the deck and who reads its slides aloud have all of it."""
    return " ".join(islice(sentences(described), _MOST_SHOWN))


def _aloud(slide: talks.Slide, words: Words) -> Iterator[Said]:
    """A quotation that is read out, in the quotation marks of the language, and whose it is."""
    who = next((one.text for one in slide.texts("credit")), "")
    opens, _, closes = words.parts("quoted", text="")
    for one in slide.aloud:
        marked = structs.replace(one, runs=(talks.Run(opens), *one.runs, talks.Run(closes)))
        yield from (structs.replace(said, aloud=True, credit=who) for said in _said((marked,), words))


def _said(paragraphs: Iterable[talks.Paragraph], words: Words, opening: int = 0) -> Iterator[Said]:
    """Paragraphs, and what is between pauses in them; the first ones, as many as `opening` says, are of the part."""
    for number, paragraph in enumerate(paragraphs):
        text, at = paragraph.text, 0
        for begin, stop, seconds in (*marked_pauses(text), (len(text), len(text), 0.0)):
            if runs := runs_of(paragraph, at, begin):
                yield Said(runs, opens=number < opening)
            if seconds:
                is_bare = text[begin:stop].strip("[] ").lower() == "pause"
                told = words.say("pause"), "" if is_bare else words.count("seconds", round(seconds))
                yield Said(pause=", ".join(filter(None, told)), opens=number < opening)
            at = stop


def runs_of(paragraph: talks.Paragraph, start: int = 0, stop: int | None = None) -> tuple[Run, ...]:
    """The runs of a paragraph, or of a part of it, without blanks around them."""
    pieces: list[Run] = []
    at, last = 0, len(paragraph.text) if stop is None else stop
    for run in paragraph.runs:
        text = run.text[max(0, start - at) : max(0, last - at)]
        at += len(run.text)
        if text:
            is_said = not is_help(run)
            pieces.append(Run(text, run.bold, run.italic) if is_said else Run(text.strip(" ()"), help=True))
    looks = groupby(pieces, key=lambda one: structs.replace(one, text=""))
    runs = [structs.replace(look, text="".join(one.text for one in some)) for look, some in looks]
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)) if runs else ():
        runs[at] = structs.replace(runs[at], text=strip(runs[at].text))
    return tuple(run for run in runs if run.text)


def _evidence(page: Page, talk: Talk, words: Words) -> tuple[tuple[Rest, ...], tuple[str, ...]]:
    """What the words of a slide rest on, and the sources, each once; what is only shown, the deck's notes tell."""
    said: dict[Citation, list[str]] = {}
    for paragraph in page.notes.said:
        for run in paragraph.runs:
            if run.citation and run.citation.kind in _CLAIMS:
                said.setdefault(run.citation, []).append(run.text)
    on: dict[str, list[str]] = {}
    for cited, told in said.items():
        on.setdefault(_rests_on(cited, talk, words), []).extend(dict.fromkeys(told))
    asserted = (one for cited in (*said, *page.citations) if cited.kind in _CLAIMS for one in cited.asserted)
    sources = dict.fromkeys(credited(one, talk, words) for one in asserted)
    return tuple(Rest("; ".join(told), rests) for rests, told in on.items()), tuple(filter(None, sources))


def _rests_on(cited: Citation, talk: Talk, words: Words) -> str:
    """For which year, and how the one who asserts it knows."""
    entry = talk.library.entry(cited.kind, cited.id)
    known = certainty(entry, talk.library, words) if isinstance(entry, Fact | Quote) else ""
    return "; ".join(filter(None, (words.date(cited.as_of), known)))


def credited(cited: Citation, talk: Talk, words: Words) -> str:
    """Who says it and where, as a line of its own; of the speaker, only where."""
    if cited.where and cited.who not in ("", talk.speaker.value):
        return words.quotes(words.say("in", who=cited.who, where=within_sentence(cited.beside or cited.where)))
    return words.quotes(cited.where or cited.who)
