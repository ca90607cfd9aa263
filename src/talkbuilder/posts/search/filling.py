"""Words that somebody marked in a source, with what they fill in, as an entry: tried as a check does, then written."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, structs

from talkbuilder.authoring.adding import with_entries, write
from talkbuilder.claims.compare import compare
from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.claims.texts import GRAMMAR, content_stems
from talkbuilder.diagnostics import Diagnostic, Refused
from talkbuilder.evidence.library.exposed import kept_by, without_names
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote, sensitivities
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.attribution import reported
from talkbuilder.evidence.proof.judge import Judge
from talkbuilder.posts.archive.store import FOLDER, INDEX, ORIGINALS, Contents
from talkbuilder.posts.search.find import Passage
from talkbuilder.posts.search.new_fact import (
    NOTHING,
    Draft,
    drafted,
    unit_in,
    with_noun,
    year_before,
    years_named,
)
from talkbuilder.posts.search.posts import card_of
from talkbuilder.posts.search.proving import Tried, tried
from talkbuilder.posts.search.speakers import Marked, Part
from talkbuilder.posts.search.terms import folded
from talkbuilder.source.characters import without_unprintable
from talkbuilder.source.dates import spell_date
from talkbuilder.source.ids import free_id, is_id
from talkbuilder.source.scalars import as_item, as_scalar

Kind = Literal["fact", "quote"]
# What somebody may fill in; all else is read from the passage.
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "fact": ("says", "show", "value", "unit", "precision", "measure", "place", "as_of", "as_of_why", "kind", "page"),
    "quote": ("text", "translated", "sensitive", "page"),
}
_ID_WORDS, _FEWEST_ID_WORDS = 4, 2
_ORDER = ("text", "speaker", "post", "page", "translated", "sensitive")  # the keys of a quotation
_LITTLE = GRAMMAR | frozenset(
    re.findall(r"\w+", "don doesn didn isn aren wasn weren won couldn wouldn hasn haven ve ll re least")
)
_UNTOLD = "the source may be quoting somebody"
_OTHER_WORDS = "no word and no figure of it stands in the passage: does it say what that means?"
_LETTERS = re.compile(r"[\W_]+")
_OF_NUMBER = ("value", "unit", "precision", "measure")
_NOT_YET = "E014"  # what nobody has filled in yet is no mistake
_OTHER_YEAR = re.compile(r"\b(?:(?:last|previous|next) year|year before|earlier|ago|later|before)\b")
_SAY = "say it as a talk would, as in 'says: They carry 60 crates' of “We carry 60 crates”"
_NOT_SAID = "nothing says in your own words, as 'says', what the passage tells"
_UNSAID = Tried((Diagnostic(_NOT_YET, _NOT_SAID, hint=_SAY, key="says"),))
FILES: Mapping[Kind, str] = {"fact": "assets/facts.yaml", "quote": "assets/quotes.yaml"}


class Filled(Struct, frozen=True):
    """An entry as it would be written; `agrees` is what was compared."""

    kind: Kind
    id: str
    fields: Mapping[str, str]
    yaml: str
    tried: Tried
    held_by: str = ""
    numbers: tuple[tuple[str, str], ...] = ()  # that a fact may be about, and their values
    agrees: tuple[str, ...] = ()
    is_open: bool = False  # whether it may be about several of the numbers
    year: str = ""  # that the number may be for
    year_why: str = ""  # and why

    @property
    def use(self) -> str:
        return f"{{{self.id}}}" if self.kind == "fact" else f"quote: {self.id}"


def fill(
    kind: Kind, marked: Marked, library: Library, judge: Judge, own: Mapping[str, str] = NOTHING, proposes: bool = False
) -> Filled:
    """The entry; what somebody filled in goes before what the passage tells; `own["id"]` names it, and
    `own["speaker"]` says whose words these are where no voice is recorded for them. If it `proposes`, what slides
    show names what is counted, for somebody who sees it before it is written."""
    own = {key: " ".join(without_unprintable(value).split()) for key, value in own.items()}
    text, post = marked.text, marked.source.id
    card = card_of(marked.source, library)
    meant = marked.meant or ((0, len(marked.words)),)
    speaker = (own.get("speaker") if marked.part.is_default else "") or marked.part.known
    other = (
        reported(text, *text.place(marked.start, marked.end)) if kind == "quote" and marked.part.is_default else None
    )
    speaker = "" if other else speaker
    part = structs.replace(marked.part, who=speaker, why=other.why if other else marked.part.why or _UNTOLD)
    passage = Passage(post, card, speaker, marked.words, marked.start, marked.end, meant)
    place = next(iter(text.places(normalise(marked.words).text)), None) if kind == "fact" else None
    around = text.text[slice(*text.sentence(*place))] if place else ""
    id = own.get("id") or _id_of(passage, around, library)
    own = {key: value for key, value in own.items() if key in FIELDS[kind]}
    if kind == "quote":
        told = {key: value for key, value in own.items() if value or key != "translated"}
        fields = {**_quote_fields(passage, library), **told, "speaker": speaker}
        yaml = _written(id, fields)
        return Filled(
            kind, id, fields, yaml, _tried(kind, id, yaml, part, library, judge), _held_by(marked.words, library)
        )
    if own.get("value") == "":  # it is about no number
        own |= dict.fromkeys(_OF_NUMBER, "")
    draft = drafted(text, library, passage, id, own)
    is_open = draft.sentence.is_open
    if not is_open and (more := dict(_more(draft, own, proposes))):
        draft = drafted(text, library, passage, id, own | more)
        is_open = draft.sentence.is_open
    faults = tuple(_open(draft, is_open))
    if is_open:
        without = dict.fromkeys(_OF_NUMBER, "") | {"show": own.get("show", "")}
        draft = drafted(text, library, passage, id, own | without)
    result = _tried(kind, id, draft.yaml, part, library, judge) if draft.fields.get("says") else _UNSAID
    result = structs.replace(result, faults=(*faults, *result.faults))
    is_wrong = any(one.is_error and one.code != _NOT_YET for one in result.faults)
    agrees = tuple(_agreeing(draft.fields.get("says", ""), draft.sentence.words, not is_wrong))
    says = content_stems(draft.fields.get("says", ""))
    if says and not agrees and {*says}.isdisjoint(content_stems(draft.sentence.words)):
        result = structs.replace(result, question=result.question or _OTHER_WORDS)
    told_of = draft.held_by, draft.sentence.numbers, agrees, is_open, *_year(draft, marked, library)
    return Filled(kind, id, draft.fields, draft.yaml, result, *told_of)


def _open(draft: Draft, is_open: bool) -> Iterator[Diagnostic]:
    if is_open:
        shown = ", ".join(shown for shown, _ in draft.sentence.numbers)
        several = "several figures" if ", " in shown else "a figure beside the words that are marked"
        yield Diagnostic(_NOT_YET, f"the passage has {several}: {shown}", hint="which figure is it?")
    elif {"value", "measure"} <= draft.fields.keys() and not draft.fields.get("unit") and not _is_rank(draft):
        yield Diagnostic(
            _NOT_YET, "the number has no 'unit'", hint="say in a word what is counted, as in 'unit: people'"
        )


def _is_rank(draft: Draft) -> bool:
    return draft.fields.get("precision") == "rank"


def _year(draft: Draft, marked: Marked, library: Library) -> tuple[str, str]:
    """The year that the text names before, or else that of the source's title or date, and why it may be that one."""
    if "value" not in draft.fields or "as_of" in draft.fields or draft.sentence.years:
        return "", ""
    is_another, source = _OTHER_YEAR.search(lowered(draft.sentence.words)), marked.source
    year, words = ("", "") if is_another else year_before(marked.text, draft.sentence.start)
    if year or is_another:
        told = "" if kept_by(library)[0].hits(words) else f": {words} …"  # no entry may hold a protected name
        return year, f"the text names it before{told}" if year else ""
    if len(titled := years_named(source.title.value)) == 1:
        return str(*titled), f"the title of the {source.called} names it"
    return source.date.value[:4], f"the {source.called} is of {spell_date(source.date.value)}"


def _more(draft: Draft, own: Mapping[str, str], proposes: bool) -> Iterator[tuple[str, str]]:
    """What follows of a number from what somebody has said: its unit, and if it is to be proposed what slides show."""
    says, shown = draft.fields.get("says", "") or draft.sentence.words, draft.fields.get("show", "")
    if not draft.fields.get("value") or _is_rank(draft):
        return
    if "unit" not in draft.fields and "unit" not in own and (unit := unit_in(draft.fields.get("measure", ""))):
        yield "unit", unit
    if proposes and "show" not in own and shown:
        told = (with_noun(text, shown) for text in (draft.sentence.words, says))
        yield "show", next((one for one in told if one != shown), shown)


def _tried(kind: Kind, id: str, yaml: str, part: Part, library: Library, judge: Judge) -> Tried:
    if part.who:
        return tried(kind, id, yaml, library, judge)
    message = f"it is not recorded whose words these are: {part.why}"
    return Tried((Diagnostic("E160", message, hint="say first who speaks here"),))


def _agreeing(says: str, sentence: str, with_sums: bool) -> list[str]:
    """Which figures of a statement stand in its sentence, and which follow from it by a sum."""
    mine = normalise(says).text
    found = compare(mine, normalise(sentence).text)
    same = list(dict.fromkeys(mine[start:end] for (start, end), _ in sorted(found.figures)))
    listed = same[0] if len(same) == 1 else f"{', '.join(same[:-1])} and {same[-1]}" if same else ""
    told = [f"found in the passage, as it should be: {listed}"] if same else []
    return [*told, *dict.fromkeys(how for _, how in (found.computed if with_sums else ()))]


def add(root: Path, filled: Filled) -> bytes:
    """Writes an entry into its file; returns all of that. Raises Refused where it may not stand there, and OSError."""
    if fault := next((one for one in filled.tried.faults if one.is_error), None):
        raise Refused(fault)
    file = FILES[filled.kind]
    return write(root, file, lambda data: with_entries(data, file, filled.yaml))


def _quote_fields(passage: Passage, library: Library) -> dict[str, str]:
    """What a quotation of a passage says of itself, key by key, but for whose words it holds."""
    told = {} if _is_second_hand(passage, library) else {"translated": _translated(passage, library) or "false"}
    return {
        "text": passage.text,
        "post": passage.post,
        **told,
        "sensitive": ", ".join(sensitivities(passage.text)),
    }


def _written(id: str, fields: Mapping[str, str]) -> str:
    """An entry for quotes.yaml."""
    values = {key: as_scalar(value) if value else "" for key, value in fields.items()}
    tags = (as_item(one.strip()) for one in fields["sensitive"].split(",") if one.strip())
    values["sensitive"] = f"[{', '.join(tags)}]"
    return f"{id}:\n" + "".join(f"{f'  {key}: {values[key]}'.rstrip()}\n" for key in _ORDER if key in values)


def _held_by(text: str, library: Library) -> str:
    """The quotation of the library that has some words already; "" where none has."""
    wanted = folded(text)
    return next((quote.id for quote in library.of(Quote) if folded(quote.text.value) == wanted), "")


def _translated(passage: Passage, library: Library) -> str:
    alike = (one for one in library.of(Quote) if (one.speaker.value, one.post.value) == (passage.who, passage.post))
    return next((one.translation for one in alike if one.translation), "")


def _is_second_hand(passage: Passage, library: Library) -> bool:
    post = library.sources.get(passage.post)
    voice = post.voice(passage.who) if isinstance(post, Source) else None
    return bool(voice and voice.translation)


def _tells(word: str) -> bool:
    return word.isascii() and len(word) > 1 and not word.isdigit() and word not in _LITTLE


def _id_of(passage: Passage, around: str, library: Library) -> str:
    """A name for an entry, of the first words that say something and are no protected name: of those `around` the
    passage where its own are too few, and of the post where they are in another script."""
    taken, kept = {*library.quotes, *library.facts, *library.actions}, kept_by(library)[0]
    texts = [[*dict.fromkeys(filter(_tells, folded(without_names(text, kept))))] for text in (passage.text, around)]
    words = texts[0] if len(texts[0]) >= _FEWEST_ID_WORDS else texts[1] or texts[0]
    stem = "-".join(words[:_ID_WORDS]) or passage.post
    if not is_id(stem):
        stem = "quote"
    return free_id(stem, taken)


def page_of(root: Path, post: str, words: str) -> dict[str, str]:
    """The page on which words begin, as the PDF counts them; none where it has one page, or the source is none."""
    return {"page": found[0]} if (found := _page(root, post, words)) else {}


def other_page(root: Path, post: str, words: str, page: str) -> str:
    """What to ask of words that begin on another page of a PDF than an entry tells, by count and by the number that is
    printed at its top or foot; "" where nothing is to be asked."""
    if not page or (found := _page(root, post, words)) is None:
        return ""
    label, text = found
    told = re.findall(r"\w+", page)
    numbers = [int(one) for one in told if one.isdigit()]
    is_within = bool(numbers) and label.isdigit() and min(numbers) <= int(label) <= max(numbers)
    if is_within or label in (page, *told) or any(text.startswith(one) or text.endswith(one) for one in told):
        return ""
    return f"the PDF has these words on page {label}, and 'page' says {page}: which is right?"


def _page(root: Path, post: str, words: str) -> tuple[str, str] | None:
    """What the page is called on which words begin, and its letters and digits."""
    try:
        contents = msgspec.json.decode((root / FOLDER / INDEX).read_bytes(), type=Contents)
        origin = contents.files[contents.posts[post].file]
        pages = _pages(root / FOLDER / ORIGINALS / origin.copy) if origin.format == "PDF" else ()
    except (OSError, KeyError, msgspec.MsgspecError):
        return None
    wanted = _key(words)
    for length in (len(wanted), len(wanted) // 2):  # what goes on on the next page begins on this
        found = [one for one in pages if wanted[:length] in one[1]]
        if length and len(found) == 1 and len(pages) > 1:
            return found[0]
    return None


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


@cache
def _pages(file: Path) -> tuple[tuple[str, str], ...]:
    """What each page is called, and its letters and digits."""
    import pypdfium2  # 60 ms, which only a PDF pays

    try:
        with pypdfium2.PdfDocument(file) as document:
            numbers = range(len(document))
            texts = (_key(document[at].get_textpage().get_text_range()) for at in numbers)
            return tuple(
                (document.get_page_label(at) or str(at + 1), text) for at, text in zip(numbers, texts, strict=True)
            )
    except pypdfium2.PdfiumError:
        return ()
