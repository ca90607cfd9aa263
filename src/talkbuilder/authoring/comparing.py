"""One slide of an edited deck beside the page that it was: which texts are others, and how the outline would say them.

A text that only the deck has changed is taken over, one that only the outline has changed since is left, and where both
have, the author chooses. What no text of the outline prints, such as a quotation of the library, is told.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from talkbuilder.authoring.aligning import aligned, boxes, likeness
from talkbuilder.authoring.mending import Edit
from talkbuilder.authoring.retyping import Dispute, Piece, escaped, pieces_of, retype
from talkbuilder.authoring.splicing import Item, OutlineText, Place, Splice
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.layout.items import Image, inside
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.pptx.boxes import FoundSlide, Line
from talkbuilder.outputs.pptx.record import mark_of, same_text, texts_of
from talkbuilder.source import nodes
from talkbuilder.source.nodes import shorten
from talkbuilder.talk.markup import blocks
from talkbuilder.talk.talk import Paragraph

Sort = Literal["text", "list", "removed", "moved", "new"]
_HALF = 0.6  # of its words: from then on a new paragraph is a part of one that was split
Ref = tuple[int, int]  # a part, and a slide in it
Anchor = Ref | str | int  # a slide, a new one, or the beginning of a part


class Difference(Struct, frozen=True):
    """One field of a slide that is another in the deck; `meanwhile` where the outline has changed it as well.

    `old` is what the outline has, printed. `disputes` are references whose words were changed: such is never taken over
    unless its author wants it as typed.
    """

    slide: int
    title: str
    field: str
    sort: Sort
    old: str
    new: str
    splice: Splice | None = None
    conflicts: bool = False
    disputes: tuple[Dispute, ...] = ()
    at: int = 0  # where a remark goes, in the outline
    ref: Ref = (0, 0)
    after: Anchor = ""


class Told(Struct, frozen=True):
    """What does not come back, and why; `slide` is its number in the deck."""

    slide: int
    title: str
    why: str


class Findings:
    """What is found on all slides of a deck."""

    def __init__(self, deck: Deck, outline: OutlineText) -> None:
        self.outline = outline
        self.differences: list[Difference] = []
        self.told: list[Told] = []
        library = deck.plan.talk.library
        self._kept = kept_by(library)[0] if library.protected() else None
        self._seen: set[tuple[int, int]] = set()  # the fields that were compared: a text may stand on several pages
        self._refs = {
            (slide.span.start, slide.span.end): (at, place)
            for at, section in enumerate(deck.plan.talk.outline.sections)
            for place, slide in enumerate(section.slides)
        }

    def ref(self, page: Page) -> Ref | None:
        """The slide of the outline that a page shows; None for what is made of keys of the talk."""
        return self._refs.get((page.span.start, page.span.end))

    def add(self, difference: Difference) -> None:
        if self._kept and self._kept.hits(difference.new):
            why = f"a protected name or detail stands in '{difference.field}': it is not taken over"
            self.told.append(Told(difference.slide, difference.title, why))
        else:
            self.differences.append(difference)

    def tell(self, slide: FoundSlide, why: str) -> None:
        self.told.append(Told(slide.number, slide.title, why))

    def first_time(self, span: tuple[int, int]) -> bool:
        is_first = span not in self._seen
        self._seen.add(span)
        return is_first


class _Row(Struct, frozen=True):
    """A paragraph of the deck beside those of the page that it was; `ours` has several where they were joined."""

    ours: tuple[Paragraph, ...]
    line: Line | None


class _Own(Struct, frozen=True):
    """Where a paragraph is written: in which value, between which offsets of it, and its pieces."""

    place: Place
    stretch: tuple[int, int]
    pieces: tuple[Piece, ...]


class SlideComparison:
    """One slide beside its page."""

    def __init__(self, findings: Findings, slide: FoundSlide, page: Page, marks: frozenset[str]) -> None:
        self._findings, self._slide, self._page, self._marks = findings, slide, page, marks
        self._outline = findings.outline
        self._title = page.title or slide.title
        self._own = {id(one): own for one, own in self._written()}

    def _written(self) -> Iterator[tuple[Paragraph, _Own]]:
        """The paragraphs that print just what stands in the outline, each with where."""
        printed: dict[tuple[int, int], list[Paragraph]] = {}
        for one in texts_of(self._page):
            if one.span.source.name == self._outline.name:
                printed.setdefault((one.span.start, one.span.end), []).append(one)
        for span, paragraphs in printed.items():
            if place := self._outline.places.get(span):
                stretches = [*_stretches(place.scalar.value)]
                stretches = stretches * len(paragraphs) if len(stretches) == 1 else stretches
                for one, stretch in zip(paragraphs, stretches, strict=False):
                    if pieces := pieces_of(place.scalar.value, one.runs, *stretch):
                        yield one, _Own(place, stretch, pieces)

    def compare(self) -> None:
        for text, box in boxes(self._page, self._slide):
            if text is not None:
                self._box(text.paragraphs, box.lines if box else ())
            elif box and (new := [line.text for line in box.lines if not self._is_old(line.text)]):
                self._tell(f"words that no text of the outline is for: {' / '.join(new)}")
        notes = self._page.notes.paragraphs
        self._box(notes, self._slide.notes, in_notes=True)
        if self._slide.pictures > sum(isinstance(one, Image) for one in inside(self._page.items)):
            self._tell("a new picture is not taken over")

    def _box(self, paragraphs: Sequence[Paragraph], lines: Sequence[Line], in_notes: bool = False) -> None:
        ours = [one for one in paragraphs if one.text.strip()]
        if [same_text(one.text) for one in ours] == [same_text(one.text) for one in lines]:
            return
        # What the outline, or the program, has said otherwise since is nothing that somebody typed.
        rows = [row for row in self._rows(ours, lines) if row.ours or (row.line and not self._is_old(row.line.text))]
        while rows:
            list_ = next((found for row in rows if (found := self._list(row)) is not None), None)
            if list_ is None:
                break
            own = [at for at, row in enumerate(rows) if self._belongs(rows, at, list_)]
            self._points(list_, [rows[at] for at in own])
            rows = [row for at, row in enumerate(rows) if at not in own]
        self._texts(rows, in_notes)

    def _rows(self, ours: Sequence[Paragraph], lines: Sequence[Line]) -> Iterator[_Row]:
        """Every paragraph of the deck in its order, with what it was; what is gone stands behind what was before it."""
        pairs = aligned([one.text for one in ours], [one.text for one in lines])
        rows: dict[int, list[Paragraph]] = {}
        for at, other in pairs.items():
            rows.setdefault(other, []).append(ours[at])
        gone: dict[int, list[Paragraph]] = {}
        for at, one in enumerate(ours):
            if at in pairs:
                continue
            above = pairs.get(at - 1, -1)
            below = pairs.get(at + 1, -1)
            near = (to for to in (above, below) if to >= 0 and self._has_one_field((*rows[to], one)))
            joined = next((to for to in near if self._is_joined(rows[to], one, lines[to])), -1)
            if joined >= 0:
                rows[joined] = [*rows[joined], one] if joined == above else [one, *rows[joined]]
            else:
                last = max((pairs[to] for to in range(at) if to in pairs), default=-1)
                gone.setdefault(last, []).append(one)
        yield from (_Row((one,), None) for one in gone.get(-1, ()))
        for at, line in enumerate(lines):
            yield _Row(tuple(rows.get(at, ())), line)
            yield from (_Row((one,), None) for one in gone.get(at, ()))

    def _has_one_field(self, paragraphs: Sequence[Paragraph]) -> bool:
        """Whether paragraphs are of one text, or points of one list."""
        places = [self._place(one) for one in paragraphs]
        fields = {id(self._list(_Row((one,), None)) or place) for one, place in zip(paragraphs, places, strict=True)}
        return None not in places and len(fields) == 1

    def _is_joined(self, before: Sequence[Paragraph], one: Paragraph, line: Line) -> bool:
        words, own = same_text(line.text).lower().split(), same_text(one.text).lower().split()
        has = sum(word in words for word in own) / len(own) if own else 0.0
        alone = " ".join(part.text for part in before)
        together = max(likeness(f"{alone} {one.text}", line.text), likeness(f"{one.text} {alone}", line.text))
        return has >= _HALF and together > likeness(alone, line.text)

    def _place(self, one: Paragraph) -> Place | None:
        return self._own[id(one)].place if id(one) in self._own else None

    def _list(self, row: _Row) -> nodes.Sequence | None:
        """The list of points that a paragraph is one of."""
        for one in row.ours:
            if (place := self._place(one)) and place.key in ("bullets", "points"):
                return place.list
        return None

    def _belongs(self, rows: Sequence[_Row], at: int, list_: nodes.Sequence) -> bool:
        """Whether a row is of a list; one that is new is of that of the row before it, or behind it."""
        if rows[at].ours:
            return self._list(rows[at]) is list_
        near = [*reversed(rows[:at]), *rows[at + 1 :]]
        return next((self._list(one) is list_ for one in near if one.ours), False)

    def _is_old(self, text: str) -> bool:
        """Whether it stood on the slide when it was built."""
        return mark_of(text) in self._marks

    def _points(self, list_: nodes.Sequence, rows: Sequence[_Row]) -> None:
        """A list of points: single words, or all of it where points came, went or stand elsewhere."""
        kept = [row for row in rows if self._stays(row)]
        printed = [row.line for row in rows if row.line]
        starts = [row.ours[0].span.start for row in kept if row.ours]
        levels = [(row.ours[0].level, row.line.level) for row in kept if row.ours and row.line]
        is_same = len(kept) == len(rows) and all(len(row.ours) == 1 for row in kept)
        if is_same and starts == sorted(starts) and all(one == other for one, other in levels):
            for row in kept:
                self._single(row)
            return
        if not self._findings.first_time((list_.span.start, list_.span.end)):
            return
        items: list[Item] = []
        disputes: list[Dispute] = []
        conflicts = False
        before: _Row | None = None
        for row in kept:
            item, found, is_conflict = self._item(row, before if before and not row.ours else None)
            items.append(item)
            disputes += found
            conflicts = conflicts or is_conflict
            before = row if row.ours else before
        ours = sorted((one for row in rows for one in row.ours), key=lambda one: one.span.start)
        gone = [one for row in rows if not self._stays(row) for one in row.ours]
        changed = [row for row in rows if self._is_change(row)]
        in_order = starts == sorted(starts)
        if not (changed or gone) and (in_order or not all(self._is_old(one.text) for one in ours)):
            return
        splice = self._outline.relisted(list_, items)
        old, new = "\n".join(one.text for one in ours), "\n".join(one.text for one in printed)
        if splice is None:
            self._tell(f"the points are not taken over as they are: {new.replace(chr(10), ' / ')}")
            return
        self._add("bullets", "list", old, new, splice, conflicts, tuple(disputes), list_.span.start)

    def _stays(self, row: _Row) -> bool:
        """Whether a row is to be in the outline: all but what the deck has lost."""
        return row.line is not None or not self._is_old(row.ours[0].text)

    def _is_change(self, row: _Row) -> bool:
        if row.line is None:
            return False
        text = " ".join(one.text for one in row.ours)
        return same_text(text) != same_text(row.line.text) and not self._is_old(row.line.text)

    def _item(self, row: _Row, split: _Row | None) -> tuple[Item, Sequence[Dispute], bool]:
        """A point as it is to be written."""
        if row.line is None:
            return Item(row.ours[0].level, self._place(row.ours[0]), None), (), False
        if not row.ours:
            source = split.ours[0] if split and _is_part(row.line.text, split.ours[0].text) else None
            if source and (own := self._own.get(id(source))):
                made = retype(own.place.scalar.value, own.pieces, row.line.text)
                return Item(row.line.level, None, " ".join(made.text.split())), made.disputes, False
            return Item(row.line.level, None, escaped(row.line.text)), (), False
        place = self._place(row.ours[0])
        conflict = self._is_change(row) and not all(self._is_old(one.text) for one in row.ours)
        if not self._is_change(row):
            return Item(row.line.level, place, None), (), False
        made_of = self._joined(row.ours)
        if made_of is None:
            return Item(row.line.level, place, escaped(row.line.text)), (), conflict
        made = retype(*made_of, row.line.text)
        return Item(row.line.level, place, " ".join(made.text.split())), made.disputes, conflict

    def _joined(self, ours: Sequence[Paragraph]) -> tuple[str, tuple[Piece, ...]] | None:
        """The written words of paragraphs, one behind the other, with their pieces."""
        text = ""
        pieces: tuple[Piece, ...] = ()
        for one in ours:
            own = self._own.get(id(one))
            if own is None:
                return None
            if text:
                pieces = (*pieces, Piece(" ", len(text), len(text) + 1))
                text += " "
            pieces = (
                *pieces,
                *(part._replace(start=part.start + len(text), end=part.end + len(text)) for part in own.pieces),
            )
            text += own.place.scalar.value
        return text, pieces

    def _texts(self, rows: Sequence[_Row], in_notes: bool) -> None:
        """Paragraphs that are no points: each field with all of its own, and with what is new behind one of them."""
        fields: dict[tuple[int, int], list[_Row]] = {}
        loose: list[Line] = []
        for at, row in enumerate(rows):
            place = self._place(row.ours[0]) if row.ours else self._near(rows, at)
            if place is not None:
                fields.setdefault((place.scalar.span.start, place.scalar.span.end), []).append(row)
            elif row.ours:
                self._fixed(row, in_notes)
            elif row.line:
                loose.append(row.line)
        for span, own in fields.items():
            self._field(self._outline.places[span], own)
        if loose and in_notes:
            self._new_notes(loose)
        elif loose:
            self._tell(f"words that no text of the outline is for: {' / '.join(line.text for line in loose)}")

    def _near(self, rows: Sequence[_Row], at: int) -> Place | None:
        """The field to which a new paragraph belongs: that of the nearest before it that has one, else behind it."""
        near = (*reversed(rows[:at]), *rows[at + 1 :])
        return next((place for row in near if row.ours and (place := self._place(row.ours[0]))), None)

    def _field(self, place: Place, rows: Sequence[_Row]) -> None:
        """A text of one paragraph or of several."""
        if not any(self._is_change(row) or not self._stays(row) for row in rows):
            return
        ours = [one for row in rows for one in row.ours]
        if len(ours) == 1 and place.key != "notes":
            lines = [row.line.text for row in rows if row.line]
            self._single(_Row((ours[0],), Line(" ".join(lines)) if lines else None))
        elif self._findings.first_time((place.scalar.span.start, place.scalar.span.end)):
            self._paragraphs(place, rows)

    def _single(self, row: _Row) -> None:
        """A text of one paragraph."""
        [one] = row.ours
        own = self._own.get(id(one))
        typed = row.line.text if row.line else ""
        if own is None or same_text(one.text) == same_text(typed) or (typed and self._is_old(typed)):
            return
        place = own.place
        if not self._findings.first_time((place.scalar.span.start, place.scalar.span.end)):
            return
        conflicts = not self._is_old(one.text)
        at = place.scalar.span.start
        if not typed:
            splice = self._outline.dropped(place) if place.key not in ("title", "talk", "section") else None
            if splice is None:
                self._tell(f"'{place.key}' is empty in the deck; the outline keeps “{one.text}”")
            else:
                self._add(place.key, "text", one.text, "", splice, conflicts, at=at)
            return
        made = retype(place.scalar.value, own.pieces, typed)
        splice = self._outline.retyped(place, made.edits, made.text)
        if splice is None:
            self._tell(f"'{place.key}' is not taken over, for the outline would say something else: “{typed}”")
            return
        self._add(place.key, "text", one.text, typed, splice, conflicts, made.disputes, at)

    def _paragraphs(self, place: Place, rows: Sequence[_Row]) -> None:
        """A text of several paragraphs, such as notes: edited where they are, or written anew where some come or go."""
        value = place.scalar.value
        printed = [one for one in texts_of(self._page) if self._place(one) is place]
        if len(printed) != len([*_stretches(value)]):
            self._tell(f"'{place.key}' is printed otherwise than it is written; not taken over")
            return
        texts: list[str] = []
        edits: list[Edit] = []
        disputes: list[Dispute] = []
        conflicts = False
        for row in (row for row in rows if self._stays(row)):
            if row.line is None or not self._is_change(row):
                texts += [value[slice(*self._own[id(one)].stretch)] for one in row.ours]
                continue
            if not row.ours:
                texts.append(escaped(row.line.text))
                continue
            pieces: list[Piece] = []
            for one in row.ours:
                more = self._own[id(one)].pieces
                pieces += (*([Piece(" ", pieces[-1].end, more[0].start)] if pieces else ()), *more)
            made = retype(value, pieces, row.line.text)
            conflicts = conflicts or not all(self._is_old(one.text) for one in row.ours)
            texts.append(made.text)
            edits += made.edits
            disputes += made.disputes
        ours = [one for row in rows for one in row.ours]
        lines = [row.line.text for row in rows if row.line and self._stays(row)]
        order = [printed.index(one) for row in rows if self._stays(row) for one in row.ours]
        is_same = order == list(range(len(printed))) and len(texts) == len(printed)
        text = "\n\n".join(texts)
        splice = self._outline.retyped(place, edits if is_same else (), text) if texts else self._outline.dropped(place)
        old, new = "\n".join(one.text for one in ours), "\n".join(lines)
        if splice is None:
            self._tell(f"'{place.key}' is not taken over, for the outline would say something else: {new}")
        else:
            self._add(place.key, "text", old, new, splice, conflicts, tuple(disputes), place.scalar.span.start)

    def _new_notes(self, lines: Sequence[Line]) -> None:
        """Notes of a slide that has none."""
        ref = self._findings.ref(self._page)
        section = self._outline.slides(ref[0]) if ref else None
        slide = section.items[ref[1]] if section and ref else None
        text = "\n\n".join(escaped(line.text) for line in lines)
        splice = self._outline.with_key(slide, "notes", text) if isinstance(slide, nodes.Mapping) else None
        if splice is None:
            self._tell(f"notes that are not taken over: {' / '.join(line.text for line in lines)}")
        else:
            start = slide.span.start if slide else 0
            self._add("notes", "text", "", "\n".join(line.text for line in lines), splice, at=start)

    def _fixed(self, row: _Row, in_notes: bool) -> None:
        """What no text of the outline prints: an entry of the library, or what the program itself writes."""
        [one, *_] = row.ours
        typed = row.line.text if row.line else ""
        if same_text(one.text) == same_text(typed) or not self._is_old(one.text) or (typed and self._is_old(typed)):
            return
        place = self._outline.places.get((one.span.start, one.span.end))
        cited = [f"{run.citation.kind} '{run.citation.id}'" for run in one.runs if run.citation]
        by = next(iter(cited), f"'{place.key}: {shorten(place.scalar.value)}'" if place and not in_notes else "")
        if not typed:
            if not in_notes:
                self._tell(f"the deck leaves out “{one.text}”")
            return
        source = f"{by} says" if by else "the talk and its library say"
        self._tell(f"the deck says “{typed}”, {source} “{one.text}”: not taken over")

    def _tell(self, why: str) -> None:
        self._findings.told.append(Told(self._slide.number, self._title, why))

    def _add(
        self,
        field: str,
        sort: Sort,
        old: str,
        new: str,
        splice: Splice,
        conflicts: bool = False,
        disputes: tuple[Dispute, ...] = (),
        at: int = 0,
    ) -> None:
        self._findings.add(
            Difference(self._slide.number, self._title, field, sort, old, new, splice, conflicts, disputes, at)
        )


def _is_part(one: str, whole: str) -> bool:
    words, every = same_text(one).lower().split(), same_text(whole).lower().split()
    return bool(words) and sum(word in every for word in words) / len(words) >= _HALF


def _stretches(value: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text stand in it."""
    at = 0
    for block in blocks(value):
        words = block.split()
        start = value.index(words[0], at) if words else at
        end = start
        for word in words:
            end = value.index(word, end) + len(word)
        yield start, end
        at = end
