"""What a reviewer sees of an entry or a slide: statement and source, what differs, and the one question."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from talkbuilder.authoring.passages import Passage, Subject, citation
from talkbuilder.claims.compare import compare
from talkbuilder.claims.normal import Normal, Range, normalise, overlaps
from talkbuilder.claims.texts import sentence_at
from talkbuilder.evidence.library.exposed import caution, kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.talk.crediting import how_reviewed

if TYPE_CHECKING:
    from talkbuilder.authoring.slides import SlideSubject

_LABELS = {"show": "Shown on slides as", "value": "Value", "as of": "Figure for", "from": "Computed from"}
_WITHIN_A_SHARE = len(" out of every ")
_NO_SOURCE = "The text of its source is not here, or does not have these words: nobody can sign it."


class Run(Struct, frozen=True, array_like=True):
    """A stretch of text: on one side only, or a figure that has the same letter on the other side."""

    text: str
    mark: Literal["", "only", "figure"] = ""
    letter: str = ""
    is_pointed: bool = True  # whether the entry points to these words of its source


class Use(Struct, frozen=True):
    """Where a talk uses an entry, `key` being what it stands under there; of a slide itself, its place."""

    talk: str
    title: str
    key: str
    line: int


class View(Struct, frozen=True, kw_only=True):
    """All that a page shows of one entry or slide."""

    key: str
    kind: str
    id: str
    name: str  # as a list shows it
    file: str
    line: int
    state: str
    told: str  # its state, in words
    token: str  # identifies what was shown; "" where it cannot be signed
    ours: tuple[Run, ...] = ()
    theirs: tuple[Run, ...] = ()
    sums: tuple[tuple[str, str], ...] = ()  # the letters of figures that follow from the source's, and how
    lines: tuple[tuple[str, str], ...] = ()  # what else it says, as (name, value)
    rests: tuple[tuple[int, str, str, str], ...] = ()  # of a slide: number, kind, id and words of what it rests on
    who: str = ""
    citation: str = ""
    around: tuple[tuple[str, str, str], ...] = ()  # the sentences of the source, with what stands before and after
    question: str = ""
    refused: str = ""  # why nobody can sign it, with the code of its fault; and how it is mended
    mend: str = ""
    caution: str = ""
    uses: tuple[Use, ...] = ()


def entry_view(subject: Subject, library: Library, uses: tuple[Use, ...] = ()) -> View:
    passages = [one for one in (subject.passage, *subject.beside) if one]
    around = tuple(_sentence(one) for one in passages)
    theirs, pointed = _joined(passages, around)
    found = _compared(subject.statement, theirs, around)
    figures, letters = _lettered(found)
    _, *others = subject.lines
    return View(
        key=f"{subject.kind} {subject.id}",
        kind=subject.kind,
        id=subject.id,
        name=subject.statement,
        file=subject.entry.span.source.name,
        line=subject.entry.span.line,
        state=subject.standing.state,
        told=told_of(subject.standing),
        token=" ".join(subject.hashes).strip(),
        ours=_runs(subject.statement, found.only_ours, letters),
        theirs=_runs(theirs, found.only_theirs, figures, pointed),
        sums=tuple((letters[place], how) for place, how in found.computed),
        lines=tuple((_LABELS.get(name, name.capitalize()), value) for name, value in others if value),
        who=library.credit(subject.who) or subject.who,
        citation=citation(subject, library) if passages else f"{citation(subject, library)}. {_NO_SOURCE}",
        around=around,
        question=subject.question,
        refused=f"{subject.refusal.code}: {subject.refusal.message}" if subject.refusal else "",
        mend=subject.refusal.hint if subject.refusal else "",
        caution=caution_of([value for _, value in subject.lines], library),
        uses=uses,
    )


def slide_view(subject: "SlideSubject", library: Library) -> View:
    file, line = subject.span.source.name, subject.span.line
    return View(
        key=" ".join(subject.key),
        kind="slide",
        id=subject.id,
        name=subject.title,
        file=file,
        line=line,
        state=subject.standing.state,
        told=told_of(subject.standing),
        token=" ".join(subject.hashes),
        lines=subject.lines,
        rests=tuple((one.number, one.kind, one.id, one.says) for one in subject.rests),
        caution=caution_of(tuple(words for _, words in subject.lines), library),
        uses=(Use(subject.talk, subject.title, "", line),),
    )


def told_of(standing: Standing) -> str:
    match standing.state:
        case "unsigned":
            return "not yet reviewed"
        case "changed" if standing.review:
            was = "signed" if standing.review.state == "signed" else f"sent back: {standing.review.reason}"
            return f"{standing.changed} was changed since {standing.review.by.value} looked at it; {was}"
        case "waiting" if standing.review:
            return f"signed by {standing.review.by.value}, and counts once all that it rests on is signed"
        case "returned" if standing.review:
            return f"{how_reviewed(standing)}: {standing.review.reason}"
        case _:
            return how_reviewed(standing)


def caution_of(shown: Sequence[str], library: Library) -> str:
    """A caution where what a deck would show holds names that none may hold; "" where it does not. What stands around
    the passage only its reviewer sees."""
    return caution(kept_by(library)[0], "\n".join(shown)) if library.protected() else ""


def _sentence(passage: Passage) -> tuple[str, str, str]:
    """Before, the whole sentence or sentences that the words of a passage stand in, and after; in one paragraph."""
    text = passage.before + passage.words + passage.after
    start, end = len(passage.before), len(passage.before) + len(passage.words)
    paragraph, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    first, last = sentence_at(text, start, end, paragraph, stop if stop >= 0 else len(text))
    last = first + len(text[first:last].rstrip())
    return text[:first], text[first:last], text[last:]


def _joined(passages: Sequence[Passage], around: Sequence[tuple[str, str, str]]) -> tuple[str, tuple[Range, ...]]:
    """The sentences of all passages, one below the other, and where the words stand that the entry points to."""
    text, pointed = "", []
    for passage, (before, sentence, _) in zip(passages, around, strict=True):
        text += "\n" if text else ""
        start = len(text) + len(passage.before) - len(before)
        pointed.append((start, start + len(passage.words)))
        text += sentence
    return text, tuple(pointed)


class _Compared(Struct, frozen=True):
    """What the one comparison shows, at places of the texts as they are written; see `Differences`."""

    figures: tuple[tuple[Range, Range], ...] = ()
    computed: tuple[tuple[Range, str], ...] = ()
    only_ours: tuple[Range, ...] = ()
    only_theirs: tuple[Range, ...] = ()


def _compared(ours: str, theirs: str, around: Sequence[tuple[str, str, str]]) -> _Compared:
    """What the one comparison finds, at places of the texts as they are written."""
    mine, its = normalise(ours), normalise(theirs)
    # Only a sentence of the same paragraph can lend a figure.
    near = " ".join(f"{before.rpartition(chr(10))[2]} {after.partition(chr(10))[0]}" for before, _, after in around)
    found = compare(mine.text, its.text, normalise(near).text)
    return _Compared(
        figures=tuple((mine.origin(*one), its.origin(*other)) for one, other in found.figures),
        computed=tuple((mine.origin(*one), how) for one, how in _sums(mine.text, found.computed)),
        only_ours=_original(mine, found.only_ours),
        only_theirs=_original(its, found.only_theirs),
    )


def _sums(text: str, computed: Sequence[tuple[Range, str]]) -> Sequence[tuple[Range, str]]:
    """Figures that follow in one sum as one: 'four in five', not 'four' and 'five'."""
    made: list[tuple[Range, str]] = []
    for (start, end), how in sorted(computed):
        if made and made[-1][1] == how and start - made[-1][0][1] <= _WITHIN_A_SHARE:
            made[-1] = (made[-1][0][0], end), how
        else:
            made.append(((start, end), how))
    return made


def _original(text: Normal, ranges: Sequence[Range]) -> tuple[Range, ...]:
    return tuple(text.origin(*one) for one in ranges)


def _lettered(found: _Compared) -> tuple[Mapping[Range, str], Mapping[Range, str]]:
    """A letter for each figure of theirs and of ours: the same where they are equal, as it stands in the statement."""
    ours: dict[Range, str] = {}
    theirs: dict[Range, str] = {}
    letters = iter(ascii_lowercase + ascii_uppercase)
    for place, its in sorted((*found.figures, *((place, None) for place, _ in found.computed)), key=lambda one: one[0]):
        letter = ours.get(place) or (theirs.get(its) if its else None) or next(letters, "*")
        ours[place] = letter
        if its:
            theirs[its] = letter
    return theirs, ours


def _runs(
    text: str, only: Sequence[Range], figures: Mapping[Range, str], pointed: Sequence[Range] | None = None
) -> tuple[Run, ...]:
    """A text in runs, cut wherever something begins or ends; neighbours on one side only are one run."""
    inside = ((0, len(text)),) if pointed is None else pointed
    single = _bridged(text, [one for one in only if not overlaps(one, figures)])
    cuts = sorted(
        {0, len(text), *(at for one in (*inside, *single) for at in one), *(at for one in figures for at in one)}
    )
    # A figure is never cut in two: its frame is drawn once.
    cuts = [at for at in cuts if not any(start < at < end for start, end in figures)]
    return tuple(
        Run(
            text[start:end],
            "figure" if (start, end) in figures else "only" if overlaps((start, end), single) else "",
            figures.get((start, end), ""),
            overlaps((start, end), inside),
        )
        for start, end in pairwise(cuts)
    )


def _bridged(text: str, ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Stretches with nothing but a blank between them as one."""
    made: list[Range] = []
    for start, end in sorted(ranges):
        if made and not text[made[-1][1] : start].strip(" "):
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)
