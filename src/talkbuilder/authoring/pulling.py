"""An edited deck held against its talk: what was changed by hand, and what of it comes into the outline.

Three are compared: the deck as it was built, of which its record keeps a mark of every text; the deck as it is; and the
talk as its outline makes it now. A text that only the deck has changed is taken over, one that only the outline has
changed is left, and where both have, the author chooses.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from talkbuilder.authoring.aligning import now_of, pages_of
from talkbuilder.authoring.comparing import Anchor, Difference, Findings, Ref, SlideComparison, Told
from talkbuilder.authoring.retyping import escaped
from talkbuilder.authoring.splicing import OutlineText
from talkbuilder.layout.page import Deck
from talkbuilder.outputs.pptx.boxes import FoundDeck, FoundSlide
from talkbuilder.outputs.pptx.record import Recorded, mark_of, recorded
from talkbuilder.source.scalars import as_scalar


class Pulled(Struct, frozen=True):
    """All that is different; `is_ours` unless the deck has no slide of the talk."""

    differences: tuple[Difference, ...]
    told: tuple[Told, ...]
    is_ours: bool = True


def pull(found: FoundDeck, deck: Deck, data: bytes) -> Pulled:
    """What an edited deck brings back into an outline of these bytes, from which `deck` was made again."""
    comparison = _Comparison(found, found.record, deck, data)
    if not comparison.page_of:
        return Pulled((), (), is_ours=False)
    comparison.compare()
    return Pulled(tuple(comparison.findings.differences), tuple(comparison.findings.told))


def written(pulled: Sequence[Difference], remarks: Sequence[Difference], name: str, data: bytes) -> bytes | None:
    """The outline with differences taken over, and remarks on others; None where it would not say just that."""
    outline = OutlineText(name, data)
    splices = [one.splice for one in pulled if one.splice]
    splices += [outline.remark(one.at, one.new or f"{one.field}: taken out") for one in remarks if one.at]
    after = outline.spliced(splices)
    structure = [one for one in pulled if one.sort in ("removed", "moved", "new")]
    if after is None or not structure:
        return after
    changed = OutlineText(name, after)
    result = changed.rearranged(_arranged(changed, structure))
    return result if _reads(name, result) else None


def _reads(name: str, data: bytes) -> bool:
    try:
        OutlineText(name, data)
    except AssertionError:
        return False
    return True


def _arranged(outline: OutlineText, changes: Sequence[Difference]) -> list[list[Ref | str] | None]:
    """The slides of each part as they are to be; None for a part of which all are gone."""
    counts = [len(seq.items) if (seq := outline.slides(at)) else 0 for at in range(len(outline.sections.items))]
    parts: list[list[Ref | str]] = [[(at, place) for place in range(count)] for at, count in enumerate(counts)]
    fresh: dict[int, str] = {}
    for change in changes:
        if change.sort in ("removed", "moved"):
            parts[change.ref[0]].remove(change.ref)
    for change in changes:
        if change.sort == "removed":
            continue
        one: Ref | str = change.ref if change.sort == "moved" else change.new
        if change.sort == "new":
            fresh[change.slide] = change.new
        _insert(parts, one, fresh.get(change.after, "") if isinstance(change.after, int) else change.after)
    return [part if part or not counts[at] else None for at, part in enumerate(parts)]


def _insert(parts: list[list[Ref | str]], one: Ref | str, after: Ref | str) -> None:
    for part in parts:
        if after in part:
            part.insert(part.index(after) + 1, one)
            return
    at = int(after) if isinstance(after, str) and after.lstrip("-").isdigit() else 0
    if at < 0:
        parts[-1].append(one)
    else:
        parts[at].insert(0, one)


class _Comparison:
    """One deck and one talk."""

    def __init__(self, found: FoundDeck, base: Sequence[Recorded], deck: Deck, data: bytes) -> None:
        self.found, self.base, self.deck = found, base, deck
        self.now, self.pages = recorded(deck), deck.pages
        self.findings = Findings(deck, OutlineText(deck.plan.talk.outline.talk.span.source.name, data))
        self.now_of = now_of(base, self.now)
        self.page_of = pages_of(found.slides, base)  # by the place of a slide
        sections = deck.plan.talk.outline.sections
        self._parts = {section.section.span.start: at for at, section in enumerate(sections)}

    def compare(self) -> None:
        for at, slide in enumerate(self.found.slides):
            self._aside(slide)
            page = self._now(at)
            if page is not None:
                SlideComparison(self.findings, slide, self.pages[page], self.base[self.page_of[at]].marks).compare()
            elif at in self.page_of:
                self.findings.tell(
                    slide, "the outline has no such slide any more: what was changed on it is not taken over"
                )
        self._order()
        self._removed()

    def ref(self, page: int) -> Ref | None:
        return self.findings.ref(self.pages[page])

    def _now(self, at: int) -> int | None:
        """The page of the talk as it is now that a slide is."""
        return self.now_of.get(self.page_of[at]) if at in self.page_of else None

    def _aside(self, slide: FoundSlide) -> None:
        if slide.is_hidden:
            self.findings.tell(slide, "it is hidden: take it out of the outline, or give it 'priority: extra'")
        if slide.is_animated:
            self.findings.tell(slide, "animations and transitions stay in the deck alone")
        for remark in slide.remarks:
            self.findings.tell(slide, f"a comment: {remark}")

    def _removed(self) -> None:
        shown = {page for at in range(len(self.found.slides)) if (page := self._now(at)) is not None}
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
            section = self.findings.outline.slides(ref[0])
            at = section.items[ref[1]].span.start if section else 0
            conflicts = self.base[base].marks != self.now[page].marks and not self._is_aside(base, page)
            self.findings.differences.append(
                Difference(0, title, "slide", "removed", title, "", None, conflicts, at=at, ref=ref)
            )

    def _is_aside(self, base: int, page: int) -> bool:
        """Whether nothing differs but what the program itself prints: the clock, the title of the next slide."""
        own = {mark_of(one.text) for one in (*self.pages[page].notes.before, *self.pages[page].notes.after)}
        return self.now[page].marks - own <= self.base[base].marks

    def _order(self) -> None:
        """Slides that stand elsewhere, and new ones; each behind what stands before it in the deck."""
        places = [(at, page) for at in range(len(self.found.slides)) if (page := self._now(at)) is not None]
        firm = _longest_rising([page for _, page in places], [self.ref(page) is None for _, page in places])
        pages = dict(places)
        after: Anchor = "0"
        done: set[Ref] = set()
        for at, slide in enumerate(self.found.slides):
            page = pages.get(at)
            if page is None:
                if at not in self.page_of and (made := self._made(slide, after)):
                    self.findings.add(made)
                    after = slide.number
                continue
            ref = self.ref(page)
            if ref is None:
                after = self._anchor(page)
            elif ref not in done:
                done.add(ref)
                if page not in firm:
                    title = self.pages[page].title
                    before = self.found.slides[at - 1].title if at else ""
                    new = f"behind “{before}”" if before else "at the beginning"
                    self.findings.add(Difference(slide.number, title, "place", "moved", "", new, ref=ref, after=after))
                after = ref

    def _anchor(self, page: int) -> str:
        kind = self.pages[page].kind
        return "-1" if kind in ("closing", "sources") else str(self._parts.get(self.pages[page].span.start, 0))

    def _made(self, slide: FoundSlide, after: Anchor) -> Difference | None:
        """A slide that somebody added, as YAML; None, told, where it is no title with points."""
        points = [line for box in slide.boxes if not box.is_title and box.cell is None for line in box.lines]
        if not any(box.is_title and box.lines for box in slide.boxes) or not points:
            texts = "; ".join(line.text for box in slide.boxes for line in box.lines)
            self.findings.tell(
                slide, f"a new slide that is no title with points is not taken over{f': {texts}' if texts else ''}"
            )
            return None
        lines = [f"- title: {as_scalar(escaped(slide.title))}", "  bullets:"]
        for at, line in enumerate(points):
            under = at > 0 and line.level > 0
            opens = not under and at + 1 < len(points) and points[at + 1].level > 0
            lines.append(f"  {'  ' * under}- {as_scalar(escaped(line.text))}{':' if opens else ''}")
        if notes := [line.text for line in slide.notes if slide.counted is None]:
            lines += ["  notes: |", *(f"    {escaped(one)}" if one else "" for one in _parted(notes))]
        return Difference(slide.number, slide.title, "slide", "new", "", "\n".join(lines), after=after)


def _parted(texts: Sequence[str]) -> Iterator[str]:
    for at, text in enumerate(texts):
        if at:
            yield ""
        yield text


def _longest_rising(pages: Sequence[int], is_firm: Sequence[bool]) -> set[int]:
    """The pages that stand in their order still, as many as can be; those that no outline can move count most."""
    best: list[tuple[int, int]] = []  # what the longest row that ends here is worth, and the place before it
    for at, page in enumerate(pages):
        own = len(pages) if is_firm[at] else 1
        before = max(((best[to][0], to) for to in range(at) if pages[to] < page), default=(0, -1))
        best.append((before[0] + own, before[1]))
    at = max(range(len(pages)), key=lambda one: best[one][0], default=-1)
    found = set()
    while at >= 0:
        found.add(pages[at])
        at = best[at][1]
    return found
