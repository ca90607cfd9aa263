"""One slide of an edited deck beside the page that it was: which texts are others, and how the outline would say them.

A text that only the deck has changed is taken over, one that only the outline has changed since is left, and where both
have, the author chooses. What no text of the outline prints, such as a quotation of the library, is told.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from msgspec import Struct, structs

from talkbuilder.authoring.aligning import ALIKE, aligned, boxes, likeness
from talkbuilder.authoring.differences import Difference, Told
from talkbuilder.authoring.retyping import Dispute, Piece, Retyped, escaped, marked, pieces_of, retype, without_helps
from talkbuilder.authoring.splicing import Item, OutlineText, Place, Ref, Splice, collapsed
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.facts import write_number
from talkbuilder.evidence.proof.verbatim import MOST, Verbatim
from talkbuilder.layout.items import Chart, Image, Style, inside
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.pptx.reading import FoundSlide, Line
from talkbuilder.outputs.pptx.record import Recorded, look_of, looks_of, mark_of, mark_of_look, same_text, texts_of
from talkbuilder.source import nodes
from talkbuilder.source.nodes import shorten
from talkbuilder.talk.talk import Paragraph

FIRST = ("cover", "section")  # of what is made of keys of the talk, what stands before slides
_MOVED = 40_000  # EMU: a millimetre
_BLOCK = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_HALF = 0.6  # of its words: from then on a new paragraph is a part of one that was split


class Own(Struct, frozen=True):
    """Where a paragraph is written: in which value, from where on, and its pieces."""

    place: Place
    start: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(one.written for one in self.pieces)

    @property
    def field(self) -> nodes.Scalar | nodes.Sequence:
        """What is written anew where paragraphs come and go: the list of points that it is one of, or its text."""
        points = self.place.list if self.place.key in ("bullets", "points") else None
        return points or self.place.scalar


class Findings:
    """What is found on all slides of a deck."""

    def __init__(self, deck: Deck, outline: OutlineText) -> None:
        self.outline = outline
        self.differences: list[Difference] = []
        self.told: list[Told] = []
        self.program_lines: dict[int, list[str]] = {}  # what was typed into lines of the program in notes, by slide
        self._library = deck.plan.talk.library
        self._kept = kept_by(self._library)[0] if self._library.protected() else None
        self._guarded = Verbatim(self._library, deck.plan.talk.given_on)
        self.settled: dict[tuple[int, int], str] = {}  # what fields are to be: a text may stand on several slides
        self._refs = {
            (slide.span.start, slide.span.end): (at, place)
            for at, section in enumerate(deck.plan.talk.outline.sections)
            for place, slide in enumerate(section.slides)
        }
        # The paragraphs of each page that print just what stands in the outline, each with where.
        self.written = {id(page): [*self._written_on(page)] for page in deck.pages}

    def ref(self, page: Page) -> Ref | None:
        """The slide of the outline that a page shows; None for what is made of keys of the talk."""
        return self._refs.get((page.span.start, page.span.end))

    def written_at(self, page: Page) -> nodes.Mapping | None:
        """The slide of the outline as it is written there."""
        ref = self.ref(page)
        found = self.outline.slides(ref[0]).items[ref[1]] if ref else None
        return found if isinstance(found, nodes.Mapping) else None

    def _written_on(self, page: Page) -> Iterator[tuple[Paragraph, Own]]:
        printed: dict[tuple[int, int], list[Paragraph]] = {}
        for one in texts_of(page):
            if one.span.source.name == self.outline.name:
                printed.setdefault((one.span.start, one.span.end), []).append(one)
        for span, paragraphs in printed.items():
            place = self.outline.places.get(span)
            is_town = place and place.key == "label" and isinstance(place.within[-1], nodes.Sequence)
            if place and not is_town:  # which is looked up on a map and no text
                stretches = _stretches(place.scalar.value)
                stretches = stretches * len(paragraphs) if len(stretches) == 1 else stretches
                for one, stretch in zip(paragraphs, stretches, strict=False):
                    if pieces := pieces_of(place.scalar.value[stretch], one.runs):
                        yield one, Own(place, stretch.start, pieces)

    @cached_property
    def elsewhere(self) -> Mapping[str, Own]:
        """Where the talk has its texts."""
        return {same_text(one.text): own for page in self.written.values() for one, own in page}

    def known(self, text: str) -> str:
        """How a text is written that stands elsewhere in the talk; "" for none, and for a figure without any words."""
        own = self.elsewhere.get(same_text(text))
        return own.text if own and any(one.printed.isalpha() for one in own.pieces if one.sort != "reference") else ""

    def skipped(self, page: Page) -> Splice | None:
        """The outline with the slide of a page in no deck any more."""
        return self.outline.with_key(slide, "skip", "true") if (slide := self.written_at(page)) else None

    def add(self, difference: Difference) -> None:
        said = f"{difference.new}\n{difference.new.replace('*', '')}"  # marks could hide a name
        what = "a protected name or detail stands" if self._kept and self._kept.hits(said) else ""
        if any(self._guarded.hits(said)):
            what = f"more than {MOST} words in a row of a source that protects people stand"
        if what:
            why = f"{what} in '{difference.field}': it is not taken over"
            self.told.append(Told(difference.slide, difference.title, why))
            return
        disputes = tuple(self._with_passage(one) for one in difference.disputes)
        self.differences.append(structs.replace(difference, disputes=disputes))

    def tell(self, slide: FoundSlide, why: str, title: str = "") -> None:
        self.told.append(Told(slide.number, title or slide.title, why.replace("\n", " / ")))

    def tell_of_program_lines(self, title: str) -> None:
        """Tells once of all lines of the program that were changed: whoever replaces a word everywhere changes many."""
        words = ", ".join(dict.fromkeys(f"“{one}”" for lines in self.program_lines.values() for one in lines))
        if on := ", ".join(map(str, self.program_lines)):
            why = f"the clock, “next:” and the evidence in notes (slide {on}) stay as the program writes them"
            self.told.append(Told(0, title, f"{why}; not taken over: {words}" if words else why))

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
    """A paragraph of the deck beside the one of the page that it was; `look` is that of its words beyond what its box
    has by itself, "" where nobody can tell."""

    one: Paragraph | None
    line: Line | None
    look: str = ""

    @property
    def has_other_words(self) -> bool:
        return same_text(self.one.text if self.one else "") != same_text(self.line.text if self.line else "")


class _Written(Struct, frozen=True):
    """A paragraph as the outline is to have it, and as that is shown; `place` is that of the one that it was."""

    made: Retyped
    shown: str
    place: Place | None = None
    level: int = 0
    is_changed: bool = False
    conflicts: bool = False

    def item(self, is_typed: bool) -> Item:
        text = self.made.typed if is_typed else self.made.text
        return Item(self.level, self.place, " ".join(text.split()) if self.is_changed or not self.place else None)


class SlideComparison:
    """One slide beside its page."""

    def __init__(self, findings: Findings, slide: FoundSlide, page: Page, base: Recorded) -> None:
        self._findings, self._slide, self._page, self._base = findings, slide, page, base
        self._marks, self._outline = base.marks, findings.outline
        self._boxes = [*boxes(page, slide, base)]
        self._typed = Counter(mark_of(line.text) for line in slide.lines) - Counter(base.texts)
        # What was cut from the slide and stands in its notes, or the other way round, was put there by hand.
        shown = {mark_of(one.text) for text, _ in self._boxes if text for one in text.paragraphs}
        said = {mark_of(one.text) for one in page.notes.paragraphs}
        on_slide = {mark_of(line.text) for box in slide.boxes for line in box.lines}
        in_notes = {mark_of(line.text) for line in slide.notes}
        self._typed.update((shown & in_notes - on_slide) | (said & on_slide - in_notes))
        self._title = page.title or slide.title
        self._own = {id(one): own for one, own in findings.written[id(page)]}
        self._is_untouched = is_untouched(page, base)

    def compare(self) -> None:
        for text, box in self._boxes:
            if text is not None:
                self._box(text.paragraphs, box.lines if box else (), text.styles)
        loose = [line for text, box in self._boxes if text is None and box for line in box.lines]
        self._leave("", [line.text for line in loose if not self._is_old(line)])
        self._box(self._page.notes.paragraphs, self._slide.notes)
        items = [*inside(self._page.items)]
        more = len(self._slide.pictures) - sum(isinstance(one, Image) for one in items)
        if more > 0:
            self._tell("a new picture on a slide that the talk has is not taken over")
        elif more < 0 and self._is_untouched:
            self._tell("the deck leaves out a picture; the outline keeps it")
        charts = (one for one in items if isinstance(one, Chart))
        charted = {value for one in charts for row in one.series for value in row.values}
        if others := self._slide.figures - charted if charted else frozenset():
            figures = ", ".join(map(write_number, others))
            self._tell(f"its chart has other figures, which stay in the deck alone: {figures}")

    def is_moved(self, has_its_look: bool) -> bool:
        """Whether something was moved, resized or drawn since the deck was built; of placeholders nobody can tell once
        the talk has another look."""
        pictures = (one for one in inside(self._page.items) if isinstance(one, Image) and one.placeholder)
        fills = {one.name.lower() for one in pictures}  # LibreOffice makes pictures of their own of them
        found = [one.box for one in self._slide.placed if one.name not in fills]
        placed = [(text.box, box.place) for text, box in self._boxes if text and box and text.placeholder]
        far = (abs(one - its) > _MOVED for ours, theirs in placed for one, its in zip(ours, theirs, strict=False))
        return self._base.is_placed_otherwise(found, _MOVED) or (has_its_look and self._is_untouched and any(far))

    def _box(self, paragraphs: Sequence[Paragraph], lines: Sequence[Line], styles: Sequence[Style] = ()) -> None:
        """What stands in one box; notes have no styles."""
        ours = [one for one in paragraphs if one.text.strip()]
        if styles and not lines:  # a template may have put it into a box with others
            there = {same_text(line.text) for box in self._slide.boxes for line in box.lines}
            ours = [one for one in ours if same_text(one.text) not in there]
        rows = [self._set_apart(row, styles) for row in self._rows(ours, lines, in_notes=not styles)]
        fields: dict[int, tuple[Own, list[_Row]]] = {}
        loose: list[str] = []
        for at, row in enumerate(rows):
            if own := self._field_of(rows, at):
                fields.setdefault(id(own.field), (own, []))[1].append(row)
            elif row.one:
                self._fixed(row, row.one, in_notes=not styles)
            elif row.line:
                loose.append(row.line.text)
        for own, found in fields.values():
            is_other = (self._is_change(row) or not self._stays(row) or self._is_relevelled(own, row) for row in found)
            if any(is_other) or self._is_reordered(found):
                self._field(own, found)
        if styles or not self._has_new_notes(loose):
            self._leave("", loose)

    def _set_apart(self, row: _Row, styles: Sequence[Style]) -> _Row:
        """A row with what is bold or italic in it beyond what it has by itself: by the style of its level, by the look
        that the deck was built in, or by its kind; nobody can tell that of words that were marked as those are."""
        one, line = row.one, row.line
        if line is None or not line.look.strip("0"):
            return _Row(one, line, line.look if line else "")
        style = styles[min((one or line).level, len(styles) - 1)] if styles else None
        own, is_hidden = style.bold + 2 * style.italic if style else 0, False
        if one:
            built = [look for look in range(4) if any(mark in self._marks for mark in looks_of(one, [look]))]
            own |= self._of_kind(one) | (built[0] if len(built) == 1 else 0)
            is_hidden = any(int(digit) & own for digit in {*self._look(one)})
        is_hidden |= not styles and row.has_other_words and len({*line.look}) == 1  # typed over a line of ours in notes
        return _Row(one, line, "" if is_hidden else _without(line.look, own))

    def _of_kind(self, one: Paragraph) -> int:
        """What its kind makes of a whole paragraph, and its author has not: 1 if bold, 2 if italic, 3 if both."""
        own, look = self._own.get(id(one)), look_of(one)
        given = {piece.look for piece in own.pieces} if own else {0}
        return sum(bit for bit in (1, 2) if all(int(it) & bit for it in look) and not any(it & bit for it in given))

    def _look(self, one: Paragraph) -> str:
        return _without(look_of(one), self._of_kind(one))

    def _shown(self, one: Paragraph) -> str:
        """A paragraph as it is printed, with marks of what is bold or italic in it."""
        return marked(one.text, self._look(one))

    def _rows(self, ours: Sequence[Paragraph], lines: Sequence[Line], in_notes: bool) -> Sequence[_Row]:
        """Every paragraph of the deck in its order, with what it was; what is gone stands behind what was before it.

        What the outline, or the program, has said otherwise since is nothing that somebody typed.
        """
        pairs = aligned([one.text for one in ours], [one.text for one in lines])
        if in_notes:  # what stands in the place of a line of the program is none
            pairs = {at: to for at, to in pairs.items() if not self._is_typed_over(ours[at], lines[to])}
        was = {other: ours[at] for at, other in pairs.items()}
        rows = [_Row(was.get(at), line) for at, line in enumerate(lines) if at in was or not self._is_old(line)]
        for at, one in enumerate(ours):
            if at not in pairs:
                before = (to for to, row in enumerate(rows, 1) if at and row.one is ours[at - 1])
                rows.insert(next(before, 0), _Row(one, None))
        return rows

    def _field_of(self, rows: Sequence[_Row], at: int) -> Own | None:
        """Where a row is written; what is new goes where the nearest before it does that has a place, else behind."""
        near = [rows[at]] if rows[at].one else [*reversed(rows[:at]), *rows[at + 1 :]]
        return next((own for row in near if (own := self._own.get(id(row.one)))), None)

    def _is_old(self, line: Line) -> bool:
        """Whether it stood on the slide when it was built, as often as it does now."""
        return mark_of(line.text) in self._marks and not self._typed[mark_of(line.text)]

    def _is_typed_over(self, one: Paragraph, line: Line) -> bool:
        """Whether somebody has typed a line in the place of one that the program writes."""
        return id(one) not in self._own and not self._is_old(line) and likeness(one.text, line.text) < ALIKE

    def _stays(self, row: _Row) -> bool:
        """Whether a row is to be in the outline: all but what the deck has lost."""
        return row.line is not None or not self._was(row.one)

    def _was(self, one: Paragraph | None) -> bool:
        """Whether the page has a paragraph as it had it when the deck was built."""
        return one is None or mark_of(one.text) in self._marks

    def _is_change(self, row: _Row) -> bool:
        if row.line is None:
            return False
        is_newly_marked = bool(row.look.strip("0")) and mark_of_look(row.line.text, row.line.look) not in self._marks
        if row.has_other_words:
            return self._is_untouched or not self._is_old(row.line) or is_newly_marked
        if row.one is None or not row.look or id(row.one) not in self._own:
            return False
        is_so = mark_of_look(row.one.text, self._look(row.one)) == mark_of_look(row.line.text, row.look)
        was_marked = not row.look.strip("0") and any(mark in self._marks for mark in looks_of(row.one, range(4)))
        return not is_so and (is_newly_marked or was_marked)

    def _is_relevelled(self, own: Own, row: _Row) -> bool:
        """Whether a point stands further in, or out, than the outline has it, which has not been changed meanwhile."""
        is_point = isinstance(own.field, nodes.Sequence) and self._is_untouched
        return bool(is_point and row.one and row.line and row.one.level != row.line.level)

    def _field(self, own: Own, rows: Sequence[_Row]) -> None:
        """A text or a list of points of which something is another: word by word, or all of it where paragraphs came,
        went or stand elsewhere."""
        place, field, kept = own.place, own.field, [row for row in rows if self._stays(row)]
        items = [self._item(row, rows) for row in kept]
        ours = [row.one for row in sorted(rows, key=self._at) if row.one]
        is_same = len(kept) == len(ours) == len(rows) and not self._is_reordered(rows)
        if isinstance(field, nodes.Sequence) and is_same and not any(self._is_relevelled(own, row) for row in rows):
            for one, item in zip(ours, items, strict=True):
                if item.is_changed and item.place:
                    self._retyped(item.place, [one], [item])
        elif isinstance(field, nodes.Sequence):
            ways = dict.fromkeys(tuple(one.item(is_typed) for one in items) for is_typed in (False, True))
            self._add("bullets", field, ours, items, [self._relisted(field, way, ours) for way in ways])
        elif len(ours) != len(_stretches(place.scalar.value)):
            self._leave("\n".join(one.text for one in ours), [row.line.text for row in rows if row.line])
        elif any(item.made.text for item in items):
            self._retyped(place, ours, items)
        elif place.key in ("title", "talk", "section") or not (drop := self._outline.dropped(place)):
            self._leave(ours[0].text, [], f"the outline keeps it ('{place.key}')")
        else:
            self._add(place.key, place.scalar, ours, items, [drop])

    def _retyped(self, place: Place, ours: Sequence[Paragraph], items: Sequence[_Written]) -> None:
        """A value with other words; a text of one paragraph stays one."""
        apart = "\n\n" if place.key == "notes" or len(ours) > 1 else " "
        texts = [apart.join(one.made.text for one in items), apart.join(one.made.typed for one in items)]
        if collapsed(texts[1]) == collapsed(place.scalar.value):
            self._tell(f"'{place.key}' has other line breaks or helps to say a word: these stay in the deck alone")
            return
        if apart == " " and len(items) > 1:
            self._tell(f"'{place.key}' is one paragraph in the outline: its line breaks stay in the deck alone")
        splices = [self._outline.retyped(place, it) for it in dict.fromkeys(texts)]
        self._add(place.key, place.scalar, ours, items, splices)

    def _relisted(self, points: nodes.Sequence, items: Sequence[Item], ours: Sequence[Paragraph]) -> Splice | None:
        """A list as its points are now; those that stand on another slide stay before and behind them."""
        shown = {id(self._own[id(one)].place.scalar) for one in ours if id(one) in self._own}
        every = [one for one in self._outline.places.values() if one.list is points]
        before = [one for one in every if one.scalar.span.start < ours[0].span.start and id(one.scalar) not in shown]
        others = [one for one in every if id(one.scalar) not in shown and one not in before]
        rest = [[Item(0 if one.within[-1] is points else 1, one, None) for one in part] for part in (before, others)]
        return self._outline.relisted(points, [*rest[0], *items, *rest[1]])

    def _is_reordered(self, rows: Sequence[_Row]) -> bool:
        starts = [self._at(row) for row in rows if row.one]
        return starts != sorted(starts)

    def _at(self, row: _Row) -> tuple[int, int]:
        own = self._own.get(id(row.one))
        return row.one.span.start if row.one else 0, own.start if own else 0

    def _item(self, row: _Row, rows: Sequence[_Row]) -> _Written:
        """A paragraph as it is to be written: of the one that it was, and of those that were joined with it; or, if it
        is new, of one that was split."""
        line, own = row.line, self._own.get(id(row.one))
        place, level = own.place if own else None, line.level if line else row.one.level if row.one else 0
        if row.one and (line is None or not self._is_change(row)):
            text = own.text if own else ""
            return _Written(Retyped(text, text), self._shown(row.one), place, level)
        assert line is not None  # what was kept and is no paragraph of ours
        at = rows.index(row)
        gone = {id(one.one) for one in rows if one.one and not one.line and _share(one.one.text, line.text) >= _HALF}
        joined = [one.one for one in rows if one is row or id(one.one) in gone]
        near = (one.one for one in (*reversed(rows[:at]), *rows[at:]) if one.one)
        split = (one for one in near if _share(line.text, one.text) >= _HALF)
        texts = [one for one in (joined if row.one else islice(split, 1)) if one and id(one) in self._own]
        owns = [self._own[id(one)] for one in texts]
        pieces = tuple(piece for one in owns for piece in (Piece(" ", " "), *one.pieces))[1:]
        shown = marked(line.text, row.look)
        made = retype(pieces, *without_helps(line.text, row.look, [run for one in texts for run in one.runs]))
        known = self._findings.known(line.text) if row.has_other_words and not made.disputes else ""
        if known or row.one is None:  # what is new has a reference only where its words have it elsewhere
            made = Retyped(known or made.typed, known or made.typed)
        return _Written(made, shown, place, level, True, not self._was(row.one))

    def _has_new_notes(self, lines: Sequence[str]) -> bool:
        """Adds notes to a slide that has none, if it can have some."""
        span, is_first = self._page.span, self._page.kind in FIRST
        key = self._outline.places.get((span.start, span.end)) if is_first else None  # of the talk or a part
        slide = self._findings.written_at(self._page) or (key.within[-1] if key else None)
        text = "\n\n".join(escaped(line) for line in lines)
        splice = self._outline.with_key(slide, "notes", text) if isinstance(slide, nodes.Mapping) and lines else None
        if splice:
            number, new = self._slide.number, "\n".join(lines)
            self._findings.add(Difference(number, self._title, "notes", "text", "", new, splice, at=span.start))
        return bool(splice)

    def _fixed(self, row: _Row, one: Paragraph, in_notes: bool) -> None:
        """What no text of the outline prints: an entry of the library, or what the program itself writes."""
        is_kept = (self._is_change(row) if row.line else not in_notes) and self._was(one)
        if not row.has_other_words or not is_kept:
            return
        if in_notes and row.line:
            typed = " ".join(word for word in row.line.text.split() if word not in one.text.split())
            self._findings.program_lines.setdefault(self._slide.number, []).extend(filter(None, [typed]))
            return
        place = self._outline.places.get((one.span.start, one.span.end))
        cited = (f"{run.citation.kind} '{run.citation.id}'" for run in one.runs if run.citation)
        by = next(cited, f"'{place.key}: {shorten(place.scalar.value)}'" if place else "the talk")
        self._leave(one.text, [row.line.text] if row.line else [], by=by)

    def _leave(self, ours: str, typed: Sequence[str], why: str = "not taken over", by: str = "the outline") -> None:
        """Tells what the deck has otherwise and the outline does not get."""
        said = " / ".join(typed)
        if ours and not typed:
            self._tell(f"the deck leaves out “{ours}”; {why}")
        elif ours:
            self._tell(f"the deck says “{said}”, {by} says “{ours}”: {why}")
        elif typed:
            self._tell(f"words that no text of the outline is for: {said}")

    def _tell(self, why: str) -> None:
        self._findings.tell(self._slide, why, self._title)

    def _add(
        self,
        field: str,
        node: nodes.Node,
        ours: Sequence[Paragraph],
        items: Sequence[_Written],
        splices: Sequence[Splice | None],
    ) -> None:
        """A field that is another; one that stands on several slides is told once."""
        span, settled = (node.span.start, node.span.end), self._findings.settled
        old = "\n".join("  " * one.level + self._shown(one) for one in ours)
        new = "\n".join("  " * one.level + one.shown for one in items if one.shown)
        if span in settled or not any(splices):
            if settled.get(span) != new:
                why = "it was changed otherwise on another slide" if span in settled else "not taken over"
                self._leave(old, [new], why)
            return
        settled[span] = new
        texts = " ".join(one.made.text for one in items)
        there = {same_text(line.text) for line in self._slide.lines}  # cut into the notes, or back, it is not lost
        owns = (own for one in ours if same_text(one.text) not in there and (own := self._own.get(id(one))))
        pieces = (piece for own in owns for piece in own.pieces if piece.sort == "reference")
        gone = dict.fromkeys(piece.written for piece in pieces if piece.written not in texts)
        to_know = tuple(f"{one} goes with the words around it" for one in gone)
        conflicts = any(one.conflicts for one in items)
        disputes = tuple(it for one in items for it in one.made.disputes)
        where, typed = (self._slide.number, self._title, field), splices[1] if len(splices) > 1 else None
        found = Difference(*where, "text", old, new, splices[0], conflicts, disputes, typed, span[0], to_know=to_know)
        self._findings.add(found)


def is_untouched(page: Page, base: Recorded) -> bool:
    """Whether the outline still says of a page what it did: whatever stands elsewhere now was put there by hand."""
    program, built = [*map(id, (*page.notes.before, *page.notes.after))], iter(base.texts)
    return all(mark_of(one.text) in built for one in texts_of(page) if one.text.strip() and id(one) not in program)


def _without(look: str, own: int) -> str:
    return look.translate(str.maketrans("0123", "".join(str(digit & ~own) for digit in range(4))))


def _share(text: str, other: str) -> float:
    """How many of the words of a text another has."""
    words, others = same_text(text).lower().split(), same_text(other).lower().split()
    return sum(word in others for word in words) / len(words) if words else 0.0


def _stretches(value: str) -> list[slice]:
    """Where the paragraphs of a text stand in it."""
    return [slice(one.start(), one.start() + len(one[0].rstrip())) for one in _BLOCK.finditer(value)]
