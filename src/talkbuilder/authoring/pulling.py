"""An edited deck held against its talk: what was changed by hand, and what of it comes into the outline.

Three are compared: the deck as it was built, of which its record keeps a mark of every text; the deck as it is; and the
talk as its outline makes it now. A text that only the deck has changed is taken over, one that only the outline has
changed is left, and where both have, the author chooses.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count, groupby
from pathlib import Path
from textwrap import dedent

from msgspec import Struct, structs

from talkbuilder.authoring.adding import NotAdded
from talkbuilder.authoring.aligning import now_of, pages_of
from talkbuilder.authoring.comparing import FIRST, Findings, Own, SlideComparison, is_untouched
from talkbuilder.authoring.differences import Anchor, Answer, Difference, Told
from talkbuilder.authoring.photos import Described, add_photo, photo_of
from talkbuilder.authoring.remaking import Unmade, made_for
from talkbuilder.authoring.retyping import retype
from talkbuilder.authoring.splicing import OutlineText, Ref
from talkbuilder.authoring.telling import keep
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.pictures import NotAPicture
from talkbuilder.outputs.delivery import note_beside, pulled, write_unless_changed, write_whole
from talkbuilder.outputs.pptx.properties import BuiltFor
from talkbuilder.outputs.pptx.reading import FoundDeck, FoundSlide, Line, NoDeck, picture_in, read_deck
from talkbuilder.outputs.pptx.record import Recorded, mark_of, recorded, same_text
from talkbuilder.pipeline import BuildOptions, drawn
from talkbuilder.source.nodes import line_end
from talkbuilder.source.outline import Slide as Written
from talkbuilder.source.project import DiskProject, leads_out
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


class NotPulled(Exception):
    """A deck that cannot be held against a talk: why, what to do, and the faults of its talk."""

    def __init__(self, why: str, hint: str = "", faults: Sequence[Diagnostic] = ()) -> None:
        super().__init__(why)
        self.hint, self.faults = hint, faults


class Held(Struct, frozen=True):
    """A deck beside its talk: what is different, and the outline as it is."""

    root: Path
    file: Path
    outline: str
    data: bytes
    deck: Deck
    pulled: Pulled


def held(root: Path, file: Path, shown: str, talk: str = "") -> Held:
    """A deck, called `shown` in messages, beside its talk, or by likeness beside one named. Raises NotPulled."""
    report, project = Report(), DiskProject(root)
    try:
        found = read_deck(file)
    except NoDeck as fault:
        hint = "name a .pptx that 'talkbuilder build' has written"
        raise NotPulled(f"'{shown}' is no PowerPoint deck that can be opened", hint) from fault
    is_own = bool(found.record) and talk in ("", found.built_for.talk)
    if not is_own and not talk:
        hint = "build the talk again and edit that deck; or '--force-match TALK' finds slides by their likeness"
        raise NotPulled(f"'{shown}' does not say which slide is which: an older version built it, or no talk", hint)
    built_for = found.built_for if is_own else BuiltFor(talk)
    try:
        name, occasion = made_for(built_for, found.aspect, shown, project)
    except Unmade as fault:
        raise NotPulled(str(fault), "pull it in the folder that it was built in") from fault
    deck = drawn(project, name, report, BuildOptions(occasion))
    if deck is None:
        faults = [one for one in report.diagnostics if one.is_error]
        raise NotPulled("the talk has errors, so nothing can be held against it", "mend them, then pull again", faults)
    outline = f"{TALKS}/{name}.yaml"
    data = (root / outline).read_bytes()
    pulled = pull(found, deck, data, by_likeness=not is_own)
    if pulled is None:
        raise NotPulled(f"'{shown}' has no slide of {outline}", "pull from another deck")
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
    pages = (deck.pages[page] for at in range(len(found.slides)) if (page := comparison.now(at)) is not None)
    return Pulled(tuple(comparison.findings.differences), tuple(comparison.findings.told), tuple(pages))


class NotWritten(Exception):
    """Nothing was written; the message says why."""


def put(held: Held, answers: Sequence[tuple[Difference, Answer]]) -> Path | None:
    """Writes an outline as it was agreed to, and keeps it as it was in build/: where, None if it says all that already.

    Beside the deck it is noted that it was pulled, so that a build may make it anew. Raises NotWritten and OSError.
    """
    taken = [_with_picture(one, held) if one.picture[0] else one for one, answer in answers if answer == "take"]
    taken += [structs.replace(one, splice=one.typed) for one, answer in answers if answer == "typed"]
    taken += [structs.replace(one, sort="hidden") for one, answer in answers if answer == "skip"]
    after = written(taken, [one for one, answer in answers if answer == "remark"], held.outline, held.data)
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
    except (NotAPicture, NotAdded, KeyError) as fault:
        raise NotWritten(f"the picture of '{one.title}' cannot be used: {fault}") from fault
    new = one.new.replace(PICTURE, photo.id)
    return structs.replace(one, new=new.replace(_WAITS, "") if photo.is_listed else new)


def written(pulled: Sequence[Difference], remarks: Sequence[Difference], name: str, data: bytes) -> bytes | None:
    """The outline with differences taken over, and remarks on others; None where it would not say just that."""
    outline = OutlineText(name, data)
    structure = [one for one in pulled if one.sort in _STRUCTURE]
    splices = [one.splice for one in pulled if one.splice and one not in structure]
    splices += [outline.remark(one.at, one.new or f"the {one.field} was taken out") for one in remarks if one.at]
    after = outline.spliced(splices)
    if after is None or not structure:
        return after
    changed = OutlineText(name, after)
    return changed.rearranged(_arranged(changed, structure))


def _arranged(outline: OutlineText, changes: Sequence[Difference]) -> list[tuple[int, list[Ref | str]]]:
    """The parts in their order, each with its slides as they are to be; without those of which all are gone."""
    counts = [len(seq.items) if (seq := outline.slides(at)) else 0 for at in range(len(outline.sections.items))]
    parts: list[list[Ref | str]] = [[(at, place) for place in range(count)] for at, count in enumerate(counts)]
    order = next((one.order for one in changes if one.sort == "parts"), range(len(parts)))
    changes = [one for one in changes if one.sort != "parts"]
    placed: dict[Anchor, Ref | str] = {
        one.slide: one.new if one.sort == "new" else one.ref for one in changes if one.sort != "removed"
    }
    for change in (one for one in changes if one.sort != "new"):
        parts[change.ref[0]].remove(change.ref)
    for change in (one for one in changes if one.sort != "removed"):
        _insert(parts, placed[change.slide], [placed.get(anchor, anchor) for anchor in change.after])
    return [(at, parts[at]) for at in order if parts[at] or not counts[at]]


def _insert(parts: list[list[Ref | str]], one: Ref | str, after: Sequence[Anchor]) -> None:
    """Puts a slide behind the first of several that is there, or where a part begins, or, counted from behind, ends."""
    for anchor in after:
        for part in parts:
            if anchor in part:
                part.insert(part.index(anchor) + 1, one)
                return
        if isinstance(anchor, str) and anchor.lstrip("-").isdigit():
            parts[int(anchor)].insert(0 if int(anchor) >= 0 else len(parts[int(anchor)]), one)
            return


class _Comparison:
    """One deck and one talk."""

    def __init__(self, found: FoundDeck, base: Sequence[Recorded], deck: Deck, data: bytes) -> None:
        self.found, self.base, self.deck = found, base, deck
        self.recorded, self.pages = recorded(deck), deck.pages
        self.findings = Findings(deck, OutlineText(deck.plan.talk.outline.talk.span.source.name, data))
        self.now_of = now_of(base, self.recorded)
        self.page_of = pages_of(found.slides, base)  # by the place of a slide
        sections = deck.plan.talk.outline.sections
        self._parts = {section.section.span.start: at for at, section in enumerate(sections)}
        self._sections = [" ".join(section.section.value.split()) for section in sections]
        self._parts_now = self._part_order()  # as they follow one another in the deck

    def compare(self) -> None:
        moved = []
        looks = ((self.base[was], self.recorded[now]) for was, now in self.now_of.items())
        has_its_look = all(was.placed == now.placed for was, now in looks if was.texts == now.texts)
        for at, slide in enumerate(self.found.slides):
            page = self.now(at)
            if page is not None:
                self._aside(slide, self.pages[page])
                comparison = SlideComparison(self.findings, slide, self.pages[page], self.base[self.page_of[at]])
                comparison.compare()
                moved += [slide] if comparison.is_moved(has_its_look) else []
            elif (base := self.page_of.get(at)) is not None and not slide.is_hidden:
                texts = [line.text for line in slide.lines if mark_of(line.text) not in self.base[base].marks]
                if texts:
                    self.findings.tell(
                        slide, f"the outline shows no such slide any more; not taken over: {' / '.join(texts)}"
                    )
        for slide in moved if 2 * len(moved) <= len(self.page_of) else ():  # else the talk has another look since
            self.findings.tell(slide, "something on it was moved, resized or drawn: that stays in the deck alone")
        self._order()
        self._removed()
        self._warned()

    def ref(self, page: int) -> Ref | None:
        return self.findings.ref(self.pages[page])

    def now(self, at: int) -> int | None:
        """The page of the talk as it is now that a slide is."""
        return self.now_of.get(self.page_of[at]) if at in self.page_of else None

    def _aside(self, slide: FoundSlide, page: Page) -> None:
        """What is done to a slide and is none of its texts."""
        node, title = self.findings.written_at(page), page.title
        for remark in slide.remarks:
            splice = self.findings.outline.remark(node.span.start, remark) if node else None
            if splice and splice.edits:
                self.findings.add(Difference(slide.number, title, "comment", "comment", "", remark, splice))
            elif not splice:
                self.findings.tell(slide, f"a comment: {remark}")
        if slide.is_hidden:
            splice = self.findings.skipped(node)
            if splice:
                self.findings.add(Difference(slide.number, title, "slide", "hidden", title, "skip: true", splice))
            else:
                self.findings.tell(slide, "it is hidden, and is made of keys of the talk: it stays in the outline")
        if slide.is_animated:
            self.findings.tell(slide, "animations and transitions stay in the deck alone")

    def _removed(self) -> None:
        shown = {page for at in range(len(self.found.slides)) if (page := self.now(at)) is not None}
        refs = {self.ref(page) for page in shown}
        gone: set[Ref] = set()
        for base, page in self.now_of.items():
            ref, title = self.ref(page), self.pages[page].title
            if page in shown or ref in gone or (ref is not None and ref in refs):
                continue
            if ref is None:
                kind = self.pages[page].kind
                self.findings.told.append(
                    Told(0, title, f"the deck has no {kind} slide; it is made of keys of the talk")
                )
                continue
            gone.add(ref)
            node = self.findings.written_at(self.pages[page])
            skipped, at = self.findings.skipped(node), node.span.start if node else 0
            conflicts = not is_untouched(self.pages[page], self.base[base])
            removed = Difference(0, title, "slide", "removed", title, "", skipped, conflicts, at=at, ref=ref)
            self.findings.add(structs.replace(removed, to_know=tuple(self._for_all())))

    def _warned(self) -> None:
        """Says of the slides of a part that all go elsewhere that it goes with them, and what stops the next build."""
        found, titles = self.findings.differences, Counter(same_text(one.title) for one in self.found.slides)
        kept = {at for at, _ in _arranged(self.findings.outline, [one for one in found if one.sort in _STRUCTURE])}
        for at, one in enumerate(found):
            why = ""
            if one.sort in ("removed", "moved") and one.ref[0] not in kept:
                why = f"with all that go from “{self._sections[one.ref[0]]}” that part goes from the outline"
            elif (one.sort == "new" or one.field == "title") and titles[
                same_text(self.found.slides[one.slide - 1].title)
            ] > 1:
                why = "another slide has this title: a build stops at it (C001)"
            found[at] = structs.replace(one, to_know=(*one.to_know, why)) if why else one

    def _for_all(self) -> Iterator[str]:
        """What is to be known before a slide goes that was taken out of the deck of one edition."""
        occasion = self.deck.plan.talk.occasion
        if occasion.is_edition:
            whom = occasion.listeners
            instead = f": 'not: [{whom}]' in the outline leaves it out for them alone" if whom else ""
            yield f"it goes from every edition of the talk, not from this one alone{instead}"

    def _part_order(self) -> list[int]:
        """The parts of the outline as they follow one another in the deck, if they were moved as wholes."""
        outline = [*range(len(self._sections))]
        pages = [page for at in range(len(self.found.slides)) if (page := self.now(at)) is not None]
        heads = [next(run) for part, run in groupby(pages, key=self._part) if part in outline]
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
        """The part in which a page is; what is made of keys of the talk is in none, and stands before or behind all."""
        ref = self.ref(page)
        none = -1 if self.pages[page].kind in FIRST else len(self._sections)
        return ref[0] if ref else self._parts.get(self.pages[page].span.start, none)

    def _order(self) -> None:
        """Slides that stand elsewhere, and new ones; each behind what stands before it in the deck."""
        firm, part, done = self._firm(), self._parts_now[0], set[Ref]()
        after: tuple[Anchor, ...] = (str(part),)
        for at, slide in enumerate(self.found.slides):
            page = self.now(at)
            if at in firm:
                part, after = self._place(firm[at], firm)
                done |= {ref for ref in (self.ref(firm[at]),) if ref}
            elif page is None and at in self.page_of:
                continue  # the outline has it no more
            elif page is None and (there := self._there(slide)):
                part, after = there[0], (there, *after)
            elif page is not None and (ref := self.ref(page)) in (None, *done):
                if ref is None:
                    kind = self.pages[page].kind
                    why = f"the {kind} slide was moved; it is made of keys of the talk and stays where these put it"
                    self.findings.tell(slide, why)
            else:
                part, after = self._where(at, page, part, after, firm)
                made = self._moved(at, page, part, after) if page is not None else self._made(slide, after)
                if made and page is None and isinstance(after[0], str) and after[0].startswith("-"):
                    end = f"it goes to the end of “{self._sections[part]}”, before the slides that are made of keys"
                    made = structs.replace(made, to_know=(f"{end} of the talk",))
                if made:
                    typed = (line.text for line in slide.lines if self._is_new(line)) if page is None else ()
                    self.findings.add(made, "\n".join(typed))
                    after = (slide.number, *after)
                    done |= {made.ref} if page is not None else set()

    def _firm(self) -> dict[int, int]:
        """The pages of the slides that nobody has moved, by their places: as the deck was built, or as it is now."""
        places = {at: page for at in range(len(self.found.slides)) if (page := self.now(at)) is not None}
        heads = {next(pages) for _, pages in groupby(sorted(places.values()), key=self._part)}  # these open their parts
        weights = [3 * len(places) if self.ref(page) is None else 2 + (page in heads) for page in places.values()]
        parts = {part: at for at, part in enumerate((-1, *self._parts_now, len(self._sections)))}
        ranks = [parts[self._part(page)] for page in places.values()]
        # While no part was moved in the deck, it says nothing against how it was built what the outline moved since.
        were = ranks if self._parts_now != sorted(self._parts_now) else [0] * len(ranks)
        firm = {
            at
            for its, pages in ((were, [self.page_of[at] for at in places]), (ranks, [*places.values()]))
            for at, is_rising in zip(places, _longest_rising([*zip(its, pages, strict=True)], weights), strict=True)
            if is_rising
        }
        return {at: page for at, page in places.items() if at in firm}

    def _there(self, slide: FoundSlide) -> Ref | None:
        """The slide of the outline that a new one has become by now: it has all its texts, shown or not."""
        texts = {same_text(line.text).strip('"') for box in slide.boxes for line in box.lines}
        fresh = (page for page in range(len(self.pages)) if page not in self.now_of.values())
        shown = (self.ref(page) for page in fresh if {*map(mark_of, texts)} <= self.recorded[page].marks)
        hidden = (
            (at, place)
            for at, section in enumerate(self.deck.plan.talk.outline.sections)
            for place, one in enumerate(section.slides)
            if isinstance(one, Written) and one.skip
            if all(text in same_text(self.findings.outline.text[one.span.start : one.span.end]) for text in texts)
        )
        return next(chain(filter(None, shown), hidden), None) if texts else None

    def _place(self, page: int, firm: Mapping[int, int]) -> tuple[int, tuple[Anchor, ...]]:
        """The part in which a page is, and behind what something follows it: slides, too, that this edition has not."""
        ref = self.ref(page)
        if ref is None:
            is_end = self.pages[page].kind not in FIRST
            ends = self._parts_now[0], self._parts_now[-1]
            part = ends[1] if is_end else self._parts.get(self.pages[page].span.start, ends[0])
            return part, (str(part - len(self._sections) if is_end else part),)
        last, shown = ref, {self.ref(one) for one in firm.values()}
        slides = self.findings.outline.slides(ref[0])
        while slides and last[1] + 1 < len(slides.items) and (last[0], last[1] + 1) not in shown:
            last = last[0], last[1] + 1
        return ref[0], (last, ref)

    def _where(
        self, at: int, page: int | None, part: int, after: tuple[Anchor, ...], firm: Mapping[int, int]
    ) -> tuple[int, tuple[Anchor, ...]]:
        """In which part a slide goes, and behind what.

        Between the last slide of a part and the first of another it goes where the section that it lies in says, as far
        as a program has kept that; else it stays in its own part.
        """
        following = next((firm[to] for to in range(at + 1, len(self.found.slides)) if to in firm), None)
        at_part, last = self._parts_now.index, len(self._sections) - 1
        if following is not None:
            begins = self.ref(following) is None and self.pages[following].kind in FIRST
            last = at_part(self._place(following, firm)[0]) - begins
        section, ref = self.found.slides[at].section, self.ref(page) if page is not None else None
        named = [self._sections.index(section)] if section in self._sections else []
        own = next((one for one in (*named, *([ref[0]] if ref else [])) if at_part(part) <= at_part(one) <= last), part)
        return own, after if own == part else (str(own),)

    def _moved(self, at: int, page: int, part: int, after: tuple[Anchor, ...]) -> Difference:
        slide, ref = self.found.slides[at], self.ref(page) or (0, 0)
        before = f"behind “{self.found.slides[at - 1].title}”" if at else "at the beginning"
        if isinstance(after[0], str) and not after[0].startswith("-"):
            before = f"at the beginning of “{self._sections[part]}”"
        elif ref[0] != part:
            before = f"{before}, in “{self._sections[part]}”"
        return Difference(slide.number, self.pages[page].title, "place", "moved", "", before, ref=ref, after=after)

    def _made(self, slide: FoundSlide, after: tuple[Anchor, ...]) -> Difference | None:
        """A slide that somebody added, as YAML; None, told, for all but points, a known quotation or a picture."""
        for remark in slide.remarks:
            self.findings.tell(slide, f"a comment: {remark}")
        if copied := self._copied(slide, after):
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
        if not has_title or not (points or picture[0]):
            texts = " / ".join(line.text for line in slide.lines)
            self.findings.tell(slide, f"a new slide that is no title with points is not taken over: {texts}")
            return None
        lines = [f"- title: {as_scalar(self._known(Line(slide.title)))}"]
        if quotation:
            lines.append(f"  quote: {quotation}")
            others += [line.text for line in points[1:]]
        elif points:
            lines += ["  bullets:", *self._bullets(points)]
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
        made = Difference(slide.number, slide.title, "slide", "new", "", "\n".join(lines), after=after)
        return structs.replace(made, picture=picture) if not points else made

    def _copied(self, slide: FoundSlide, after: tuple[Anchor, ...]) -> Difference | None:
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
        changes += [
            outline.dropped(one) for one in outline.places.values() if one.key == "id" and one.within[-1] is node
        ]
        changes += [findings.skipped(node)] if slide.is_hidden else []
        data = outline.spliced(filter(None, changes))
        slides = OutlineText(outline.name, data).slides(ref[0]) if data else None
        if slides is None:
            return None
        self.findings.told += findings.told
        text, one = slides.span.source.text, slides.items[ref[1]]
        begin = text.rfind("\n", 0, one.span.start) + 1
        to_know = tuple(why for other in findings.differences for why in other.cautions)
        new = dedent(text[begin : line_end(one)]).strip("\n")
        return Difference(slide.number, slide.title, "slide", "new", "", new, after=after, to_know=to_know)

    def _is_typed(self, line: Line) -> bool:
        """Whether somebody has written it, in the deck or in the outline: it is no line of the program."""
        return self._is_new(line) or same_text(line.text) in self._elsewhere

    def _is_new(self, line: Line) -> bool:
        """Whether no slide had it when the deck was built."""
        return not any(mark_of(line.text) in page.marks for page in self.base)

    def _bullets(self, points: Sequence[Line]) -> Iterator[str]:
        for at, line in enumerate(points):
            under = at > 0 and line.level > 0
            opens = not under and at + 1 < len(points) and points[at + 1].level > 0
            yield f"  {'  ' * under}- {as_scalar(self._known(line))}{':' if opens else ''}"

    def _known(self, line: Line) -> str:
        """A line of a new slide as it is written; one that stands elsewhere in the talk keeps its references."""
        own = self._elsewhere.get(same_text(line.text))
        return own.text if own else retype((), line.text, line.look if set(line.look) > {"0"} else "").text

    @cached_property
    def _elsewhere(self) -> Mapping[str, Own]:
        """Where the talk has its texts."""
        return {same_text(one.text): own for page in self.pages for one, own in self.findings.written(page)}

    def _quotation(self, points: Sequence[Line]) -> str:
        """The quotation of the library that lines begin with."""
        words = same_text(points[0].text).strip('"') if points else ""
        quotes = (one for one in self.deck.plan.talk.library.quotes.values() if isinstance(one, Quote))
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
