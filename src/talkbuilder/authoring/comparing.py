"""One slide of an edited deck beside the page that it was: which texts are others, and how the outline would say them.

A text that only the deck has changed is taken over, one that only the outline has changed since is left, and where both
have, the author chooses. What no text of the outline prints, such as a quotation of the library, is told.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from msgspec import Struct, structs

from talkbuilder.authoring.aligning import aligned, boxes, likeness
from talkbuilder.authoring.differences import Difference, Told
from talkbuilder.authoring.retyping import Dispute, Piece, Retyped, escaped, pieces_of, retype
from talkbuilder.authoring.splicing import Item, OutlineText, Place, Ref, Splice, collapsed
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.facts import write_number
from talkbuilder.evidence.proof.verbatim import MOST, Verbatim
from talkbuilder.layout.items import Chart, Image, Style, inside
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.pptx.reading import FoundSlide, Line
from talkbuilder.outputs.pptx.record import Recorded, look_of, mark_of, mark_of_look, same_text, sum_of, texts_of
from talkbuilder.source import nodes
from talkbuilder.source.nodes import shorten
from talkbuilder.talk.markup import blocks
from talkbuilder.talk.talk import Paragraph
from talkbuilder.talk.typed_claims import claims

_DRAFT = "the deck is a draft until it does"
_LOOKS = ("plain", "bold", "italic", "bold and italic")
MOVED = 40_000  # EMU: a millimetre
_ROUNDED = 2  # in thousands of EMU: what programs round a shape by
_HALF = 0.6  # of its words: from then on a new paragraph is a part of one that was split


class Findings:
    """What is found on all slides of a deck."""

    def __init__(self, deck: Deck, outline: OutlineText) -> None:
        self.outline = outline
        self.differences: list[Difference] = []
        self.told: list[Told] = []
        self._library = deck.plan.talk.library
        self._kept = kept_by(self._library)[0] if self._library.protected() else None
        self._guarded = Verbatim(self._library, deck.plan.talk.given_on)
        self.settled: dict[tuple[int, int], str] = {}  # what fields are to be: a text may stand on several slides
        self._refs = {
            (slide.span.start, slide.span.end): (at, place)
            for at, section in enumerate(deck.plan.talk.outline.sections)
            for place, slide in enumerate(section.slides)
        }

    def ref(self, page: Page) -> Ref | None:
        """The slide of the outline that a page shows; None for what is made of keys of the talk."""
        return self._refs.get((page.span.start, page.span.end))

    def written_at(self, page: Page) -> nodes.Node | None:
        """The slide of the outline as it is written there."""
        ref = self.ref(page)
        section = self.outline.slides(ref[0]) if ref else None
        return section.items[ref[1]] if section and ref else None

    def skipped(self, slide: nodes.Node | None) -> Splice | None:
        """The outline with a slide in no deck any more."""
        return self.outline.with_key(slide, "skip", "true") if isinstance(slide, nodes.Mapping) else None

    def add(self, difference: Difference, quoted: str = "") -> None:
        what = "a protected name or detail stands" if self._kept and self._kept.hits(difference.new) else ""
        if any(self._guarded.hits(f"{difference.new}\n{quoted}")):
            what = f"more than {MOST} words in a row of a source that protects people stand"
        if what:
            why = f"{what} in '{difference.field}': it is not taken over"
            self.told.append(Told(difference.slide, difference.title, why))
            return
        held = " ".join(one.typed for one in difference.disputes)
        found = _figures(difference.new) if difference.sort in ("text", "new") else ()
        typed = [one for one in found if one not in (*_figures(difference.old), *_figures(held))]
        known = [f"“{one}” is typed and rests on nothing: {_DRAFT} ('talkbuilder find {one}')" for one in typed]
        disputes = tuple(self._with_passage(one) for one in difference.disputes)
        self.differences.append(structs.replace(difference, to_know=(*difference.to_know, *known), disputes=disputes))

    def tell(self, slide: FoundSlide, why: str) -> None:
        self.told.append(Told(slide.number, slide.title, why))

    def _with_passage(self, dispute: Dispute) -> Dispute:
        """A dispute with the words that the entry rests on, and where it stands."""
        entry = self._library.facts.get(dispute.written.strip("{} "))
        if entry is None:
            return dispute
        exact, place = getattr(entry, "exact", None), entry.span.source.position(entry.span.start)
        return dispute._replace(
            passage=exact.value if exact else "", file=entry.span.source.name, line=place[0], entry=entry.id
        )


class _Row(Struct, frozen=True):
    """A paragraph of the deck beside those of the page that it was; `ours` has several where they were joined."""

    ours: tuple[Paragraph, ...]
    line: Line | None


class _Own(Struct, frozen=True):
    """Where a paragraph is written: in which value, from where on, and its pieces."""

    place: Place
    start: int
    pieces: tuple[Piece, ...]

    @property
    def field(self) -> nodes.Scalar | nodes.Sequence:
        """What is written anew where paragraphs come and go: the list of points that it is one of, or its text."""
        points = self.place.list if self.place.key in ("bullets", "points") else None
        return points or self.place.scalar


class _Written(Struct, frozen=True):
    """A paragraph as the outline is to have it; `place` is that of the one that it was."""

    made: Retyped
    place: Place | None = None
    level: int = 0
    is_changed: bool = False
    conflicts: bool = False
    restyled: tuple[str, ...] = ()

    def item(self, is_typed: bool) -> Item:
        text = self.made.typed if is_typed else self.made.text
        return Item(self.level, self.place, " ".join(text.split()) if self.is_changed or not self.place else None)


class SlideComparison:
    """One slide beside its page."""

    def __init__(self, findings: Findings, slide: FoundSlide, page: Page, base: Recorded) -> None:
        self._findings, self._slide, self._page, self._base = findings, slide, page, base
        self._marks = base.marks
        self._outline = findings.outline
        self._title = page.title or slide.title
        self._own = {id(one): own for one, own in self._written()}
        # Where the outline still says what it did, whatever stands elsewhere now was put there by hand.
        program = [id(one) for one in (*page.notes.before, *page.notes.after)]
        own, built = [one for one in texts_of(page) if one.text.strip() and id(one) not in program], iter(base.texts)
        self._is_untouched = all(mark_of(one.text) in built for one in own)

    def _written(self) -> Iterator[tuple[Paragraph, _Own]]:
        """The paragraphs that print just what stands in the outline, each with where."""
        printed: dict[tuple[int, int], list[Paragraph]] = {}
        for one in texts_of(self._page):
            if one.span.source.name == self._outline.name:
                printed.setdefault((one.span.start, one.span.end), []).append(one)
        for span, paragraphs in printed.items():
            if (place := self._outline.places.get(span)) and not _is_name(place):
                stretches = [*_stretches(place.scalar.value)]
                stretches = stretches * len(paragraphs) if len(stretches) == 1 else stretches
                for one, stretch in zip(paragraphs, stretches, strict=False):
                    if pieces := pieces_of(place.scalar.value[slice(*stretch)], one.runs):
                        yield one, _Own(place, stretch[0], pieces)

    def compare(self) -> None:
        found = [*boxes(self._page, self._slide)]
        loose = [box for text, box in found if text is None and box]
        self._has_loose = any(not self._is_old(line) for box in loose for line in box.lines)
        for text, box in found:
            if text is not None:
                self._box(text.paragraphs, box.lines if box else (), text.styles)
            elif box and (new := [line.text for line in box.lines if not self._is_old(line)]):
                self._tell(f"words that no text of the outline is for: {' / '.join(new)}")
        self._box(self._page.notes.paragraphs, self._slide.notes)
        items = [*inside(self._page.items)]
        if len(self._slide.pictures) > sum(isinstance(one, Image) for one in items):
            self._tell("a new picture on a slide that the talk has is not taken over")
        charts = (one for one in items if isinstance(one, Chart))
        charted = {value for one in charts for row in one.series for value in row.values}
        if others := self._slide.figures - charted if charted else frozenset():
            self._tell(
                f"its chart has other figures, which stay in the deck alone: {', '.join(map(write_number, others))}"
            )

    def is_moved(self) -> bool:
        """Whether something that fills no placeholder was moved, resized or drawn since the deck was built."""
        pictures = (one for one in inside(self._page.items) if isinstance(one, Image) and one.placeholder)
        fills = {one.name.lower() for one in pictures}  # LibreOffice makes pictures of their own of them
        found = [one.box for one in self._slide.placed if not one.is_placeholder and one.name not in fills]
        was = self._base.placed
        return was is not None and abs(sum_of(found) - was) > MOVED // 1000 + _ROUNDED * len(found)

    def _box(self, paragraphs: Sequence[Paragraph], lines: Sequence[Line], styles: Sequence[Style] = ()) -> None:
        """What stands in one box; notes have no styles."""
        in_notes = not styles
        ours = [one for one in paragraphs if one.text.strip()]
        if styles and not lines:  # a template may have put it into a box with others
            there = {same_text(line.text) for box in self._slide.boxes for line in box.lines}
            ours = [one for one in ours if same_text(one.text) not in there]
        if all("0" not in line.look for line in lines) and any(self._is_set(one) for one in ours):
            lines = [structs.replace(line, look="") for line in lines]
        # LibreOffice keeps no level of points without a bullet.
        is_flat = not any(style.bullet for style in styles) and not any(line.level for line in lines)
        rows = [
            _Row(row.ours, row.line and _unset(row.line, row.ours, styles, is_flat))
            for row in self._rows(ours, lines)
            if row.ours or (row.line and not self._is_old(row.line))
        ]  # what the outline, or the program, has said otherwise since is nothing that somebody typed
        ends = [one for row in rows for one in row.ours if id(one) not in self._own and _has_other_words(row)]
        fields: dict[int, tuple[_Own, list[_Row]]] = {}
        loose: list[str] = []
        for at, row in enumerate(rows):
            if in_notes and row.line and not row.ours and any(_is_end(row.line, one) for one in ends):
                self._tell(f"a part of what the program writes is not taken over: “{row.line.text}”")
            elif own := self._field_of(rows, at):
                fields.setdefault(id(own.field), (own, []))[1].append(row)
            elif row.ours:
                self._fixed(row, in_notes)
            elif row.line:
                loose.append(row.line.text)
        for own, found in fields.values():
            is_other = (self._is_change(row) or self._is_relevelled(own, row) or not self._stays(row) for row in found)
            if any(is_other) or _is_reordered(found):
                self._field(own, found)
        if loose and in_notes:
            self._new_notes(loose)
        elif loose:
            self._tell(f"words that no text of the outline is for: {' / '.join(loose)}")

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
            above, below = pairs.get(at - 1, -1), pairs.get(at + 1, -1)
            near = (to for to in (above, below) if to >= 0 and self._has_one_field((*rows[to], one)))
            joined = next((to for to in near if _is_joined(rows[to], one, lines[to])), -1)
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
        fields = {id(own.field) if (own := self._own.get(id(one))) else 0 for one in paragraphs}
        return len(fields) == 1 and 0 not in fields

    def _field_of(self, rows: Sequence[_Row], at: int) -> _Own | None:
        """Where a row is written; what is new goes where the nearest before it does that has a place, else behind."""
        near = [rows[at]] if rows[at].ours else [*reversed(rows[:at]), *rows[at + 1 :]]
        owns = (self._own.get(id(row.ours[0])) for row in near if row.ours)
        return next((own for own in owns if own), None)

    def _is_set(self, one: Paragraph) -> bool:
        """Whether a paragraph was bold or italic throughout, as its box is, and not because somebody marked it so."""
        return "0" in look_of(one) and any(mark_of_look(one.text, it * len(one.text)) in self._marks for it in "123")

    def _is_old(self, line: Line) -> bool:
        """Whether it stood on the slide when it was built."""
        return mark_of(line.text) in self._marks

    def _was(self, ours: Sequence[Paragraph]) -> bool:
        """Whether the page has what it had when the deck was built."""
        return all(mark_of(one.text) in self._marks for one in ours)

    def _stays(self, row: _Row) -> bool:
        """Whether a row is to be in the outline: all but what the deck has lost."""
        return row.line is not None or not self._was(row.ours)

    def _is_change(self, row: _Row) -> bool:
        if row.line is None:
            return False
        if _has_other_words(row):
            return self._is_untouched or not self._is_old(row.line) or self._is_newly_marked(row.line)
        return self._is_restyled(row)

    def _is_newly_marked(self, line: Line) -> bool:
        """Whether words of a text that the slide had when it was built are bold or italic that were not then."""
        styles = ("".join(str(int(digit) | style) for digit in line.look) for style in range(4))
        return bool(line.look.strip("0")) and not any(mark_of_look(line.text, one) in self._marks for one in styles)

    def _is_relevelled(self, own: _Own, row: _Row) -> bool:
        """Whether a point stands further in, or out, than the outline has it, which has not been changed meanwhile."""
        is_point = isinstance(own.field, nodes.Sequence) and row.line is not None and len(row.ours) == 1
        return is_point and self._is_untouched and row.line is not None and row.ours[0].level != row.line.level

    def _is_restyled(self, row: _Row) -> bool:
        """Whether words are bold or italic that were not when the deck was built, or the other way round."""
        if row.line is None or not row.line.look or len(row.ours) != 1 or id(row.ours[0]) not in self._own:
            return False
        [one] = row.ours
        ours, theirs = mark_of_look(one.text, look_of(one)), mark_of_look(row.line.text, row.line.look)
        if ours == theirs or (theirs in self._marks and any(digit != "0" for digit in row.line.look)):
            return False
        return ours in self._marks or not one.runs or set(look_of(one)) == {"0"}

    def _field(self, own: _Own, rows: Sequence[_Row]) -> None:
        """A text or a list of points of which something is another: word by word, or all of it where paragraphs came,
        went or stand elsewhere."""
        is_list, place = isinstance(own.field, nodes.Sequence), own.place
        if not is_list and place.key != "notes" and len({id(one) for row in rows for one in row.ours}) == 1:
            rows = [_of_one_line(rows)]
        kept = [row for row in rows if self._stays(row)]
        items = [
            self._item(row, [one.ours[0] for one in (*reversed(kept[:at]), *kept[at:]) if one.ours])
            for at, row in enumerate(kept)
        ]
        ours = sorted((one for row in rows for one in row.ours), key=lambda one: (one.span.start, self._at(one)))
        lines = [row.line.text if row.line else "" for row in kept]
        said = [it.made.typed if it.conflicts and it.restyled else line for it, line in zip(items, lines, strict=True)]
        new = "\n".join(one for one in said if one)
        is_same = len(kept) == len(rows) and all(len(row.ours) == 1 for row in rows) and not _is_reordered(rows)
        if is_list and is_same and all(row.line is None or row.ours[0].level == row.line.level for row in rows):
            for row, item, line in zip(rows, items, said, strict=True):
                if item.is_changed and item.place and line:
                    self._retyped(item.place, row.ours, [item], line)
        elif isinstance(own.field, nodes.Sequence):
            ways = (tuple(one.item(is_typed) for one in items) for is_typed in (False, True))
            splices = [self._relisted(own.field, it, ours) for it in dict.fromkeys(ways)]
            self._add("bullets", own.field, ours, items, splices, new)
        elif len(ours) != len([*_stretches(place.scalar.value)]):
            self._tell(f"'{place.key}' is printed otherwise than it is written; not taken over")
        elif any(item.made.text for item in items):
            self._retyped(place, ours, items, new)
        elif place.key in ("title", "talk", "section") or self._has_loose or not (one := self._outline.dropped(place)):
            self._tell(f"the deck leaves out “{ours[0].text}”; the outline keeps it ('{place.key}')")
        else:
            self._add(place.key, place.scalar, ours, items, [one], new)

    def _retyped(self, place: Place, ours: Sequence[Paragraph], items: Sequence[_Written], new: str) -> None:
        """A value with other words."""
        texts = ["\n\n".join(one.made.text for one in items), "\n\n".join(one.made.typed for one in items)]
        if collapsed(texts[1]) == collapsed(place.scalar.value):
            self._tell(f"'{place.key}' is broken into lines otherwise, which stays in the deck alone")
            return
        splices = [self._outline.retyped(place, text) for text in dict.fromkeys(texts)]
        self._add(place.key, place.scalar, ours, items, splices, new)

    def _relisted(self, points: nodes.Sequence, items: Sequence[Item], ours: Sequence[Paragraph]) -> Splice | None:
        """A list as its points are now; those that stand on another slide stay before and behind them."""
        shown = {id(self._own[id(one)].place.scalar) for one in ours if id(one) in self._own}
        every = [one for one in self._outline.places.values() if one.list is points]
        before = [one for one in every if one.scalar.span.start < ours[0].span.start and id(one.scalar) not in shown]
        others = [one for one in every if id(one.scalar) not in shown and one not in before]
        rest = [[Item(0 if one.within[-1] is points else 1, one, None) for one in part] for part in (before, others)]
        return self._outline.relisted(points, [*rest[0], *items, *rest[1]])

    def _at(self, one: Paragraph) -> int:
        return self._own[id(one)].start if id(one) in self._own else 0

    def _item(self, row: _Row, near: Sequence[Paragraph]) -> _Written:
        """A paragraph as it is to be written; a new one may be a part of one near it, which was split."""
        parts = (one for one in near if row.line and _is_part(row.line, one))
        pieces = self._pieces(row.ours or [*islice(parts, 1)])
        text = "".join(one.written for one in pieces)
        own = self._own.get(id(row.ours[0])) if row.ours else None
        place, level = own.place if own else None, row.line.level if row.line else row.ours[0].level
        if row.line is None or (row.ours and not self._is_change(row)):
            is_moved = own and self._is_relevelled(own, row)
            where = f"“{shorten(text)}” stands further {'in' if level > row.ours[0].level else 'out'}"
            return _Written(Retyped(text, text), place, level, restyled=(where,) if is_moved else ())
        made = retype(pieces, row.line.text, row.line.look)
        restyled = tuple(_restyled(row, self._is_old(row.line) and _has_other_words(row)))
        return _Written(made, place, level, True, not self._was(row.ours), restyled)

    def _pieces(self, ours: Sequence[Paragraph]) -> tuple[Piece, ...]:
        """What is written of paragraphs, one behind the other."""
        owns = (self._own[id(one)] for one in ours if id(one) in self._own)
        return tuple(piece for own in owns for piece in (Piece(" ", " "), *own.pieces))[1:]

    def _new_notes(self, lines: Sequence[str]) -> None:
        """Notes of a slide that has none."""
        slide = self._findings.written_at(self._page)
        text = "\n\n".join(escaped(line) for line in lines)
        splice = self._outline.with_key(slide, "notes", text) if isinstance(slide, nodes.Mapping) else None
        if splice is None or slide is None:
            self._tell(f"notes that are not taken over: {' / '.join(lines)}")
        else:
            number, new = self._slide.number, "\n".join(lines)
            self._findings.add(Difference(number, self._title, "notes", "text", "", new, splice, at=slide.span.start))

    def _fixed(self, row: _Row, in_notes: bool) -> None:
        """What no text of the outline prints: an entry of the library, or what the program itself writes."""
        [one, *_] = row.ours
        typed = row.line.text if row.line else ""
        if not _has_other_words(row) or not self._was([one]) or (row.line and not self._is_change(row)):
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
        self._findings.told.append(Told(self._slide.number, self._title, why.replace("\n", " / ")))

    def _add(
        self,
        field: str,
        node: nodes.Node,
        ours: Sequence[Paragraph],
        items: Sequence[_Written],
        splices: Sequence[Splice | None],
        new: str,
    ) -> None:
        """A field that is another; one that stands on several slides is told once."""
        span, settled = (node.span.start, node.span.end), self._findings.settled
        if span in settled:
            if settled[span] != new:
                self._tell(f"'{field}' was changed otherwise on another slide, and is not taken over from here: {new}")
            return
        settled[span] = new
        texts = " ".join(one.made.text for one in items)
        gone = (it for one in items for it in one.made.gone if it not in texts)
        restyled = (it for one in items for it in one.restyled)
        if not any(splices):
            self._tell(f"'{field}' is not taken over, for the outline would say something else: {new}")
            return
        splice, typed = splices if len(splices) > 1 else (splices[0], None)
        old, conflicts = "\n".join(one.text for one in ours), any(one.conflicts for one in items)
        self._findings.add(
            Difference(
                *(self._slide.number, self._title, field, "text", old, new),
                splice=splice,
                conflicts=conflicts,
                disputes=tuple(it for one in items for it in one.made.disputes),
                typed=typed,
                at=node.span.start,
                to_know=(*restyled, *(f"{one} goes with the words around it" for one in gone)),
            )
        )


def _is_name(place: Place) -> bool:
    """Whether it is the name of a town on a map, which is looked up and no text."""
    return place.key == "label" and isinstance(place.within[-1], nodes.Sequence)


def _figures(text: str) -> tuple[str, ...]:
    """What of a text is a figure that somebody could look up."""
    return tuple(text[one.start : one.end] for one in claims(text) if one.sort == "figure" and not one.is_small)


def _restyled(row: _Row, is_old: bool) -> Iterator[str]:
    """Words that look otherwise now; of a text that only the outline has changed since, all that are not plain."""
    text, look = (row.line.text, row.line.look) if row.line else ("", "")
    was = "0" * len(look) if is_old else "".join(map(look_of, row.ours))
    if len(was) == len(look) and (is_old or not _has_other_words(row)):
        for (before, now), letters in groupby(zip(text, was, look, strict=True), key=lambda one: one[1:]):
            words = "".join(one for one, *_ in letters).strip()
            if before != now and words:
                yield f"“{words}” was made {_LOOKS[int(now)]}"


def _unset(line: Line, ours: Sequence[Paragraph], styles: Sequence[Style], is_flat: bool) -> Line:
    """A line without what is bold or italic by the style of its level; words that were marked so as well stay so.

    Where levels are lost, it has that of its paragraph.
    """
    style = styles[min(ours[0].level if ours else line.level, len(styles) - 1)] if styles else None
    own = style.bold + 2 * style.italic if style else 0
    is_marked = any(int(digit) & own for one in ours for digit in look_of(one))
    level = ours[0].level if is_flat and ours else line.level
    return structs.replace(
        line, level=level, look="" if is_marked else "".join(str(int(digit) & ~own) for digit in line.look)
    )


def _has_other_words(row: _Row) -> bool:
    return same_text(" ".join(one.text for one in row.ours)) != same_text(row.line.text if row.line else "")


def _is_reordered(rows: Sequence[_Row]) -> bool:
    starts = [(one.span.start, at) for at, row in enumerate(rows) for one in row.ours]
    return starts != sorted(starts)


def _of_one_line(rows: Sequence[_Row]) -> _Row:
    """The rows of a text that is one paragraph."""
    lines = [row.line for row in rows if row.line]
    ours = next(row.ours for row in rows if row.ours)
    if not lines:
        return _Row(ours, None)
    look = "0".join(line.look for line in lines) if all(line.look for line in lines) else ""
    return _Row(ours, Line(" ".join(line.text for line in lines), lines[0].level, look))


def _is_joined(before: Sequence[Paragraph], one: Paragraph, line: Line) -> bool:
    words, own = same_text(line.text).lower().split(), same_text(one.text).lower().split()
    has = sum(word in words for word in own) / len(own) if own else 0.0
    alone = " ".join(part.text for part in before)
    together = max(likeness(f"{alone} {one.text}", line.text), likeness(f"{one.text} {alone}", line.text))
    return has >= _HALF and together > likeness(alone, line.text)


def _is_end(line: Line, whole: Paragraph) -> bool:
    return same_text(line.text) in same_text(whole.text)


def _is_part(line: Line, whole: Paragraph) -> bool:
    words, every = same_text(line.text).lower().split(), same_text(whole.text).lower().split()
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
