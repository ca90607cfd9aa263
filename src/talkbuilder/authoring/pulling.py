"""An edited deck held against its talk: what was changed by hand, and what of it comes into the outline.

Three are compared: the deck as it was built, of which its record keeps a mark of every text; the deck as it is; and the
talk as its outline makes it now. A text that only the deck has changed is taken over, one that only the outline has
changed is left, and where both have, the author chooses.
"""

from collections.abc import Mapping, Sequence
from itertools import count, groupby
from pathlib import Path
from textwrap import dedent

from msgspec import Struct, structs

from talkbuilder.authoring.aligning import now_of, pages_of
from talkbuilder.authoring.comparing import FIRST, Findings, SlideComparison, is_untouched
from talkbuilder.authoring.differences import Answer, Difference, Spot, Told
from talkbuilder.authoring.photos import Described, add_photo, photo_of
from talkbuilder.authoring.remaking import Unmade, made_for
from talkbuilder.authoring.retyping import retype
from talkbuilder.authoring.splicing import Item, OutlineText, Ref
from talkbuilder.authoring.telling import keep
from talkbuilder.checks import text_too_long
from talkbuilder.diagnostics import Diagnostic, Refused, Report
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.layout.items import Group
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.pictures import NotAPicture
from talkbuilder.outputs.delivery import note_beside, pulled, write_unless_changed, write_whole
from talkbuilder.outputs.pptx.properties import BuiltFor
from talkbuilder.outputs.pptx.reading import FoundDeck, FoundSlide, Line, NoDeck, picture_in, read_deck
from talkbuilder.outputs.pptx.record import Recorded, mark_of, recorded, same_text
from talkbuilder.pipeline import BuildOptions, worded
from talkbuilder.source.nodes import line_end
from talkbuilder.source.outline import Slide as Written
from talkbuilder.source.project import ChangedProject, Project, leads_out
from talkbuilder.source.scalars import as_scalar
from talkbuilder.stages.read import TALKS

_WAITS = "\n  skip: true  # until assets/media.yaml says whose picture it is"
_STRUCTURE = ("removed", "moved", "new", "parts")
PICTURE = "{the picture on it}"  # stands for the id of a picture that is not taken in yet


class Pulled(Struct, frozen=True):
    """All that is different, and what is only told."""

    differences: tuple[Difference, ...]
    told: tuple[Told, ...]
    pages: tuple[Page, ...]  # those of the talk that the deck has


class Held(Struct, frozen=True):
    """A deck beside its talk: what is different, and the outline as it is."""

    root: Path
    file: Path
    outline: str
    data: bytes
    deck: Deck
    pulled: Pulled


def held(root: Path, file: Path, shown: str, talk: str = "") -> Held:
    """A deck, called `shown` in messages, beside its talk, or by likeness beside one named. Raises Unmade."""
    report, project = Report(), Project(root)
    try:
        found = read_deck(file)
    except NoDeck as fault:
        hint = "name a .pptx that 'talkbuilder build' has written"
        raise Unmade(f"'{shown}' is no PowerPoint deck that can be opened", hint) from fault
    is_own = bool(found.record) and talk in ("", found.built_for.talk)
    if not is_own and not talk:
        hint = "build the talk again and edit that deck; or '--force-match TALK' finds slides by their likeness"
        raise Unmade(f"'{shown}' does not say which slide is which: an older version built it, or no talk", hint)
    built_for = found.built_for if is_own else BuiltFor(talk)
    name, occasion = made_for(built_for, found.aspect, shown, project)
    deck = worded(project, name, report, BuildOptions(occasion))
    if deck is None:
        faults = [one for one in report.diagnostics if one.is_error]
        raise Unmade("the talk has errors, so nothing can be held against it", "mend them, then pull again", faults)
    outline = f"{TALKS}/{name}.yaml"
    data = (root / outline).read_bytes()
    pulled = pull(found, deck, data, by_likeness=not is_own)
    if pulled is None:
        raise Unmade(f"'{shown}' has no slide of {outline}", "pull from another deck")
    return Held(root, file, outline, data, deck, pulled)


def pull(found: FoundDeck, deck: Deck, data: bytes, by_likeness: bool = False) -> Pulled | None:
    """What an edited deck brings back into an outline of these bytes, from which `deck` was made again; None where it
    has no slide of it.

    `by_likeness` passes over what the deck says that it was: its slides are what is most alike in the talk.
    """
    comparison = _Comparison(found, recorded(deck, in_any_look=True) if by_likeness else found.record, deck, data)
    if not comparison.page_of:
        return None
    comparison.compare()
    pages = tuple(deck.pages[page] for page in comparison.now.values())
    return Pulled(tuple(comparison.findings.differences), tuple(comparison.findings.told), pages)


class NotWritten(Exception):
    """Nothing was written; the message says why."""


def put(held: Held, answers: Sequence[tuple[Difference, Answer]]) -> Path | None:
    """Writes an outline as it was agreed to, and keeps it as it was in build/: where, None if it says all that already.

    Beside the deck it is noted that it was pulled, so that a build may make it anew. Raises NotWritten and OSError.
    """
    brought = [
        (_with_picture(one, held) if one.picture[0] and answer == "take" else one, answer) for one, answer in answers
    ]
    after = written(brought, held.outline, held.data)
    if after is None:
        raise NotWritten("these changes together would say something else; take them over one by one")
    undo = None
    if after != held.data:
        numbered = (held.root / "build" / f"{Path(held.outline).stem}-before-pull-{at}.yaml" for at in count(1))
        undo = next(one for one in numbered if not one.exists())
        undo.parent.mkdir(exist_ok=True)
        write_whole(undo, held.data, held.root)
        if not write_unless_changed(held.root / held.outline, held.data, after, held.root):
            raise NotWritten(f"{held.outline} has changed meanwhile")
    keep(held.root, held.deck, held.pulled.pages)
    is_left = bool(answers) and all(answer == "leave" for _, answer in answers)
    if not is_left and not leads_out(held.file, held.root):
        write_whole(note_beside(held.file), pulled(held.file), held.root)
    return undo


def stops(held: Held, answers: Sequence[tuple[Difference, Answer]]) -> tuple[Diagnostic, ...]:
    """The errors that the talk would have, and its texts that would not fit, with what was agreed to; new pictures, and
    the template of the next build, are left out of it."""
    after = written([one for one in answers if not one[0].picture[0]], held.outline, held.data)
    if after is None or after == held.data:
        return ()
    report, talk = Report(), held.deck.plan.talk
    project = ChangedProject(held.root, {held.outline: after})
    deck = worded(project, talk.name, report, BuildOptions(talk.occasion))
    found = (*report.diagnostics, *(text_too_long.check(deck) if deck else ()))
    return tuple(one for one in found if one.is_error)


def as_objects(pulled: Pulled, taken: Sequence[Difference] = ()) -> dict[str, object]:
    """What is different, for other programs."""
    return {
        "differences": [{**one.as_object(), "taken": one in taken} for one in pulled.differences],
        "told": [{"slide": one.slide or None, "title": one.title, "why": one.why} for one in pulled.told],
    }


def _with_picture(one: Difference, held: Held) -> Difference:
    """A new slide with the picture on it taken in, of which somebody has to say whose it is. Raises NotWritten."""
    part, alt = one.picture
    try:
        photo, kept = photo_of(held.root, f"{one.title}{Path(part).suffix}", picture_in(held.file, part))
        if not photo.is_listed:
            add_photo(held.root, photo, kept, Described(alt))
    except (NotAPicture, Refused, KeyError) as fault:
        raise NotWritten(f"the picture of '{one.title}' cannot be used: {fault}") from fault
    new = one.new.replace(PICTURE, photo.id)
    return structs.replace(one, new=new.replace(_WAITS, "") if photo.is_listed else new)


def written(answers: Sequence[tuple[Difference, Answer]], name: str, data: bytes) -> bytes | None:
    """The outline with what was agreed to, and remarks; None where it would not say just that."""
    outline = OutlineText(name, data)
    structure = [one for one, answer in answers if answer == "take" and one.sort in _STRUCTURE]
    chosen = [(one, answer) for one, answer in answers if answer not in ("leave", "remark") and one not in structure]
    splices = [one.typed if answer == "typed" else one.splice for one, answer in chosen]
    splices += [outline.remark(one.at, one.remark) for one, answer in answers if one.at and one.leaves_remark(answer)]
    after = outline.spliced(filter(None, splices))
    if after is None or not structure:
        return after
    changed = OutlineText(name, after)
    return changed.rearranged(_arranged(changed, structure))


def _arranged(outline: OutlineText, changes: Sequence[Difference]) -> list[tuple[int, list[Ref | str]]]:
    """The parts in their order, each with its slides as they are to be; without those of which all are gone."""
    counts = [len(outline.slides(at).items) for at in range(len(outline.sections.items))]
    order = next((one.order for one in changes if one.sort == "parts"), range(len(counts)))
    spots: dict[Ref, Spot] = {(part, at): (part, at, 0) for part, count in enumerate(counts) for at in range(count)}
    spots |= {one.ref: one.spot for one in changes if one.sort == "moved"}
    gone = {one.ref for one in changes if one.sort == "removed"}
    stay: list[tuple[Spot, Ref | str]] = [(spot, ref) for ref, spot in spots.items() if ref not in gone]
    placed = sorted([*stay, *((one.spot, one.new) for one in changes if one.sort == "new")], key=lambda one: one[0])
    parts = [[one for spot, one in placed if spot[0] == part] for part in range(len(counts))]
    return [(part, parts[part]) for part in order if parts[part]]


class _Comparison:
    """One deck and one talk."""

    def __init__(self, found: FoundDeck, base: Sequence[Recorded], deck: Deck, data: bytes) -> None:
        self.found, self.base, self.deck = found, base, deck
        self.recorded, self.pages = recorded(deck), deck.pages
        self.findings = Findings(deck, OutlineText(deck.plan.talk.outline.talk.span.source.name, data))
        self.now_of = now_of(base, self.recorded)
        self.page_of = dict(sorted(pages_of(found.slides, base).items()))  # by the place of a slide
        # The same, of the talk as it is made now.
        self.now = {at: self.now_of[was] for at, was in self.page_of.items() if was in self.now_of}
        self._written = deck.plan.talk.outline.sections
        self._sections = [" ".join(section.section.value.split()) for section in self._written]
        parts = {section.section.span.start: at for at, section in enumerate(self._written)}
        self._places = [self._place(page, parts) for page in self.pages]
        self._parts_now = self._part_order()  # as they follow one another in the deck
        self._ranks = {part: at for at, part in enumerate((-1, *self._parts_now, len(self._sections)))}

    def _place(self, page: Page, parts: Mapping[int, int]) -> Ref:
        """The part of a page, and the slide in it, -1 for what opens it; what is made of keys of the talk is in part -1
        if it stands before all, and behind the last if not."""
        behind = parts.get(page.span.start, -1) if page.kind in FIRST else len(self._sections)
        return self.findings.ref(page) or (behind, -1)

    def compare(self) -> None:
        moved, has_its_look = list[FoundSlide](), self._has_its_look()
        for at, slide in enumerate(self.found.slides):
            page = self.now.get(at)
            if page is not None:
                self._aside(slide, self.pages[page])
                comparison = SlideComparison(self.findings, slide, self.pages[page], self.base[self.page_of[at]])
                comparison.compare()
                moved += [slide] if comparison.is_moved(has_its_look) else []
            elif (base := self.page_of.get(at)) is not None and not slide.is_hidden:
                self._tell_typed(slide, self.base[base].marks, "the outline shows no such slide any more")
        for slide in moved if 2 * len(moved) <= len(self.page_of) else ():  # else the talk has another look since
            self.findings.tell(slide, "something on it was moved, resized or drawn: that stays in the deck alone")
        self.findings.tell_of_program_lines(self.pages[0].title)
        self._order()
        self._removed()
        self._warned()

    def _has_its_look(self) -> bool:
        """Whether the talk looks as it did when the deck was built, as far as slides tell that are no drawings."""
        drawn = {at for at, one in enumerate(self.pages) for it in one.items if isinstance(it, Group) and not it.items}
        pairs = [(self.base[was], self.recorded[now]) for was, now in self.now_of.items() if now not in drawn]
        return {was.placed == now.placed for was, now in pairs if was.texts == now.texts and now.placed} == {True}

    def _aside(self, slide: FoundSlide, page: Page) -> None:
        """What is done to a slide and is none of its texts."""
        for remark in slide.remarks:
            splice = self.findings.outline.remark(page.span.start, remark)
            if splice.edits:
                self.findings.add(Difference(slide.number, page.title, "comment", "comment", "", remark, splice))
        number, title = slide.number, page.title
        if slide.is_hidden and (skipped := self.findings.skipped(page)):
            self.findings.add(Difference(number, title, "slide", "hidden", title, "skip: true", skipped))
        elif slide.is_hidden:
            self._tell_of_keys(page, "is hidden", slide.number)
        if slide.is_animated:
            self.findings.tell(slide, "animations and transitions stay in the deck alone")

    def _removed(self) -> None:
        occasion = self.deck.plan.talk.occasion
        whom = occasion.listeners
        instead = f": 'not: [{whom}]' in the outline leaves it out for them alone" if whom else ""
        for_all = f"it goes from every edition of the talk, not from this one alone{instead}"
        to_know = (for_all,) if occasion.is_edition else ()
        there = {self._places[page] for page in self.now.values()}  # or gone already, of one on several pages
        for base, now in self.now_of.items():
            page, ref = self.pages[now], self._places[now]
            if ref[1] < 0 and now not in self.now.values():
                self._tell_of_keys(page, "was taken out")
            elif ref[1] >= 0 and ref not in there:
                there.add(ref)
                conflicts = not is_untouched(page, self.base[base])
                gone = Difference(
                    0, page.title, "slide", "removed", page.title, "", self.findings.skipped(page), ref=ref
                )
                self.findings.add(structs.replace(gone, conflicts=conflicts, at=page.span.start, to_know=to_know))

    def _warned(self) -> None:
        """Says of the slides of a part that all go elsewhere that it goes with them."""
        found = self.findings.differences
        kept = {at for at, _ in _arranged(self.findings.outline, [one for one in found if one.sort in _STRUCTURE])}
        for at, one in enumerate(found):
            if one.sort in ("removed", "moved") and one.ref[0] not in kept:
                why = f"with all that go from “{self._sections[one.ref[0]]}” that part goes from the outline"
                found[at] = structs.replace(one, to_know=(*one.to_know, why))

    def _part_order(self) -> list[int]:
        """The parts of the outline as they follow one another in the deck, if they were moved as wholes."""
        outline = [*range(len(self._sections))]
        heads = [next(run) for part, run in groupby(self.now.values(), key=self._part) if part in outline]
        was, order = {page: base for base, page in self.now_of.items()}, [*map(self._part, heads)]
        is_kept = order == sorted(order) or heads == sorted(heads, key=was.__getitem__)
        if is_kept or len({*order}) < len(order):
            return outline
        for part in (one for one in outline if one not in order):
            order.insert(order.index(part - 1) + 1 if part else 0, part)
        old, new = ("\n".join(self._sections[part] for part in one) for one in (outline, order))
        self.findings.add(Difference(0, self.pages[0].title, "sections", "parts", old, new, order=tuple(order)))
        return order

    def _part(self, page: int) -> int:
        return self._places[page][0]

    def _tell_typed(self, slide: FoundSlide, has: frozenset[str], why: str) -> None:
        if typed := " / ".join(line.text for line in slide.lines if mark_of(line.text) not in has):
            self.findings.tell(slide, f"{why}; not taken over: {typed}")

    def _tell_of_keys(self, page: Page, what: str, number: int = 0) -> None:
        why = f"the {page.kind} slide {what}; it is made of keys of the talk, and stays as these have it"
        self.findings.told.append(Told(number, page.title, why))

    def _order(self) -> None:
        """Slides that stand elsewhere, and new ones; each behind what stands before it in the deck."""
        firm, done = self._firm(), set[Ref]()
        before: Ref = (self._parts_now[0], -1)
        for at, slide in enumerate(self.found.slides):
            page = self.now.get(at)
            if page is None and at in self.page_of:
                continue  # the outline has it no more
            if page is not None and at not in firm and self._places[page][1] < 0:
                self._tell_of_keys(self.pages[page], "was moved", slide.number)
            elif page is not None and at in firm:
                before = self._behind(page, firm)
            elif page is None and (there := self._there(slide)):
                before = there
            elif page is None or self._places[page] not in done:
                before = self._where(at, page, before, firm)
                spot = *before, slide.number  # behind the last, it goes before what is made of keys of the talk
                if made := self._moved(at, page, spot) if page is not None else self._made(slide, spot):
                    self.findings.add(made)
            done |= {self._places[page]} if page is not None else set()

    def _firm(self) -> dict[int, int]:
        """The pages of the slides that nobody has moved, by their places: as the deck was built, or as it is now."""
        pages = [*self.now.values()]
        heads = {next(run) for _, run in groupby(sorted(pages), key=self._part)}  # these open their parts
        weights = [3 * len(pages) if self._places[page][1] < 0 else 2 + (page in heads) for page in pages]
        ranks = [self._ranks[self._part(page)] for page in pages]
        # While no part was moved in the deck, it says nothing against how it was built what the outline moved since.
        were = ranks if self._parts_now != sorted(self._parts_now) else [0] * len(ranks)
        built, firm = [self.page_of[at] for at in self.now], dict[int, int]()
        for order in (zip(were, built, strict=True), zip(ranks, pages, strict=True)):
            is_rising = _longest_rising([*order], weights)
            firm |= {at: page for (at, page), stays in zip(self.now.items(), is_rising, strict=True) if stays}
        return firm

    def _there(self, slide: FoundSlide) -> Ref | None:
        """The slide of the outline that a new one has become by now, shown or not; tells what it says otherwise."""
        fresh = [page for page in range(len(self.pages)) if page not in self.now_of.values()]
        at = pages_of([slide], [self.recorded[page] for page in fresh]).get(0)
        if at is not None:
            has = self.recorded[fresh[at]].marks.union(*(page.marks for page in self.base))
            self._tell_typed(slide, has, "the outline has this slide by now")
            return self.findings.ref(self.pages[fresh[at]])
        texts = {same_text(line.text).strip('"') for box in slide.boxes for line in box.lines}
        hidden = (
            (at, place)
            for at, section in enumerate(self._written)
            for place, one in enumerate(section.slides)
            if isinstance(one, Written) and one.skip
            if all(text in same_text(self.findings.outline.text[one.span.start : one.span.end]) for text in texts)
        )
        return next(hidden, None) if texts else None

    def _behind(self, page: int, firm: Mapping[int, int]) -> Ref:
        """Where a page is, and what this edition has not behind it: what follows in the deck goes behind that."""
        part, at = self._places[page]
        if part not in self._parts_now:  # before or behind all
            part = self._parts_now[0 if part < 0 else -1]
            return part, -1 if self._part(page) < 0 else len(self._written[part].slides)
        shown = {self._places[one] for one in firm.values()}
        while at >= 0 and at + 1 < len(self._written[part].slides) and (part, at + 1) not in shown:
            at += 1
        return part, at

    def _where(self, at: int, page: int | None, before: Ref, firm: Mapping[int, int]) -> Ref:
        """Behind what a slide goes.

        Between the last slide of a part and the first of another it goes where the section that it lies in says, as far
        as a program has kept that; else it stays in its own part.
        """
        following = next((self._places[firm[to]] for to in sorted(firm) if to > at), (len(self._sections), 0))
        last = self._ranks[following[0]] - (following[1] < 0)
        section = self.found.slides[at].section
        likely = [self._sections.index(section)] if section in self._sections else []
        likely += [self._part(page)] if page is not None else []
        part = next((one for one in likely if self._ranks[before[0]] <= self._ranks[one] <= last), before[0])
        return before if part == before[0] else (part, -1)

    def _moved(self, at: int, page: int, spot: Spot) -> Difference:
        part = f"“{self._sections[spot[0]]}”"
        behind = f"behind “{self.found.slides[at - 1].title}”, in {part}"
        where = f"now stands {behind if spot[1] >= 0 else f'at the beginning of {part}'}"
        # The outline has moved it as well if those that it had stand in their order without it.
        pages = [now for _, now in sorted(self.now_of.items())]
        is_rising = _longest_rising([(now, 0) for now in pages], [1 if now == page else 2 for now in pages])
        conflicts, one = not is_rising[pages.index(page)], self.pages[page]
        moved = Difference(at + 1, one.title, "place", "moved", "", where, conflicts=conflicts, at=one.span.start)
        return structs.replace(moved, ref=self._places[page], spot=spot)

    def _made(self, slide: FoundSlide, spot: Spot) -> Difference | None:
        """A slide that somebody added, as YAML; None, told, for all but points, a known quotation or a picture."""
        for remark in slide.remarks:
            self.findings.tell(slide, f"a comment: {remark}")
        if copied := self._copied(slide, spot):
            return copied
        boxes = [one for one in slide.boxes if one.lines and not one.is_title]
        bodies = (one for one in boxes if one.placeholder or self._quotation(one.lines))
        body = max(bodies, key=lambda one: self._quotation(one.lines), default=None)
        points = [line for line in body.lines if self._is_typed(line) or self._quotation([line])] if body else []
        others = [line.text for one in boxes if one is not body for line in one.lines if self._is_new(line)]
        quotation, picture = self._quotation(points), next((one for one in slide.pictures if one[0]), ("", ""))
        has_title = any(box.is_title and box.lines for box in slide.boxes)
        framed = {one.name for one in slide.boxes if one.lines and not one.placeholder}
        is_drawn = len(slide.placed) > len(slide.pictures) + len(framed)
        if is_drawn and not any(map(self._is_new, points)):
            points = []  # of a copy: a caption, a statement
        is_unknown = slide.layout.startswith("Quote") and not quotation
        if is_unknown or not has_title or not (points or picture[0]):
            texts = " / ".join(line.text for line in slide.lines)
            what = "whose quotation the library does not have" if is_unknown else "that is no title with points"
            self.findings.tell(slide, f"a new slide {what} is not taken over: {texts}")
            return None
        lines = [f"- title: {as_scalar(f'{self._known(Line(slide.title))}{self._apart(slide)}')}"]
        if quotation:
            lines.append(f"  quote: {quotation}")
            others += [line.text for line in points[1:]]
        elif points:
            items = [Item(line.level, None, self._known(line)) for line in points]
            lines += ["  bullets:", "".join(self.findings.outline.points(items, {}, 2)).rstrip()]
        else:
            lines.append(f"  photo: {PICTURE}{_WAITS}")
        if slide.is_hidden and points:
            lines.append("  skip: true")
        if notes := [self._known(line) for line in slide.notes if slide.counted is None or self._is_typed(line)]:
            lines += ["  notes: |", *"\n\n".join(f"    {one}" for one in notes).split("\n")]
        others += ["its picture, which 'talkbuilder import' takes in"] if picture[0] and points else []
        others += ["what is drawn there"] if is_drawn else []
        if others:
            self.findings.tell(slide, f"what else is on it is not taken over: {' / '.join(others)}")
        made = Difference(slide.number, slide.title, "slide", "new", "", "\n".join(lines), spot=spot)
        return structs.replace(made, picture=picture) if not points else made

    def _copied(self, slide: FoundSlide, spot: Spot) -> Difference | None:
        """A copy, with its notes, of a slide of the talk: as that is written, with what is other on it."""
        was = pages_of([slide], self.base).get(0, -1) if slide.counted else -1
        page, outline = self.pages[self.now_of.get(was, 0)], self.findings.outline
        ref, node = self.findings.ref(page), self.findings.written_at(page)
        same = {mark_of(line.text) for line in slide.lines} & self.base[was].marks
        if was not in self.now_of or not ref or not node or 2 * len(same) < len({*self.base[was].texts}):
            return None
        findings = Findings(self.deck, outline)
        SlideComparison(findings, slide, page, self.base[was]).compare()
        changes = [one.typed or one.splice for one in findings.differences]
        own = {one.key: one for one in outline.places.values() if one.within[-1] is node}
        changes += [outline.dropped(own["id"])] if "id" in own else []
        changes += [findings.skipped(page)] if slide.is_hidden else []
        printed = (
            one.place for text, one in findings.written[id(page)] if same_text(text.text) == same_text(page.title)
        )
        title, apart = own.get("title") or next(printed, None), self._apart(slide)
        retitled = [outline.retyped(title, f"{title.scalar.value}{apart}")] if title and apart else []
        data = outline.spliced(filter(None, (*changes, *retitled))) or outline.spliced(filter(None, changes))
        if data is None:
            return None
        slides = OutlineText(outline.name, data).slides(ref[0])
        self.findings.told += findings.told
        self.findings.program_lines |= findings.program_lines
        text, one = slides.span.source.text, slides.items[ref[1]]
        begin = text.rfind("\n", 0, one.span.start) + 1
        to_know = tuple(why for other in findings.differences for why in other.cautions)
        new = dedent(text[begin : line_end(one)]).strip("\n")
        return Difference(slide.number, slide.title, "slide", "new", "", new, spot=spot, to_know=to_know)

    def _apart(self, slide: FoundSlide) -> str:
        """What tells a new slide from others of its title, at which a build would stop (C001)."""
        others = (one for at, one in enumerate(self.found.slides) if at in self.page_of or one.number < slide.number)
        count = sum(same_text(one.title) == same_text(slide.title) for one in others)
        return f" ({count + 1})" if count else ""

    def _is_typed(self, line: Line) -> bool:
        """Whether somebody has written it, in the deck or in the outline: it is no line of the program."""
        return self._is_new(line) or same_text(line.text) in self.findings.elsewhere

    def _is_new(self, line: Line) -> bool:
        """Whether no slide had it when the deck was built."""
        return not any(mark_of(line.text) in page.marks for page in self.base)

    def _known(self, line: Line) -> str:
        """A line of a new slide as it is written; one that stands elsewhere in the talk keeps its references."""
        known = self.findings.known(line.text)
        return known or retype((), line.text, line.look if set(line.look) > {"0"} else "").text

    def _quotation(self, points: Sequence[Line]) -> str:
        """The quotation of the library that lines begin with."""
        words = same_text(points[0].text).strip('"') if points else ""
        quotes = self.deck.plan.talk.library.of(Quote)
        return next((one.id for one in quotes if same_text(one.text.value) == words), "")


def _longest_rising(pages: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[bool]:
    """Which pages stand in their order still, as many as can be by their weights."""
    best: list[tuple[int, int]] = []  # what the heaviest row that ends here weighs, and the place before it
    for at, page in enumerate(pages):
        before = max(((best[to][0], to) for to in range(at) if pages[to] < page), default=(0, -1))
        best.append((before[0] + weights[at], before[1]))
    at = max(range(len(pages)), key=lambda one: best[one][0], default=-1)
    found = [False] * len(pages)
    while at >= 0:
        found[at] = True
        at = best[at][1]
    return found
