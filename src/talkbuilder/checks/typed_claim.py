"""C020 typed-claim, C021 typed-claim-in-notes, C024 unreasoned-claim: claims that rest on no entry of the library."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.sentences import sentence_at
from talkbuilder.geo.gazetteer import is_place, lands_in, towns_in
from talkbuilder.source.fields import Id, Text
from talkbuilder.talk.claims import Claim, claims
from talkbuilder.talk.counted import Sort
from talkbuilder.talk.covering import Open, marked, references, uncovered
from talkbuilder.talk.marks import has_marks
from talkbuilder.talk.markup import blocks
from talkbuilder.talk.on_slide import counts_its_members, is_of_its_parts, is_true_count
from talkbuilder.talk.own_knowledge import (
    REASONED,
    against,
    flaw_of_reason,
    is_from_the_bible,
    is_of_others,
    needs_reason,
)
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.shares import is_true_share
from talkbuilder.talk.supplied import DESCRIBED, supplied
from talkbuilder.talk.talk import Citation, Paragraph, Talk, plain
from talkbuilder.talk.typed import Typed
from talkbuilder.talk.vocabulary import is_english

_CALLED: dict[Sort, str] = {
    "figure": "a figure",
    "share": "a share",
    "money": "a sum of money",
    "rank": "a rank",
    "date": "a date",
    "quoted": "quoted",
    "saying": "said to be said by somebody",
    "name": "a name",
    "accusation": "a wrong that somebody is said to do or to suffer",
}
# How many of something a description may count: what anybody can see.
_SEEN_AT_A_GLANCE = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a dozen"))


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    speaker = frozenset(re.findall(r"\w+", talk.speaker.value))

    is_english = talk.language.lower().startswith("en")

    def is_known(name: str) -> bool:
        # Where every noun may have a capital, as in German, a capital tells nothing.
        return not is_english or is_place(name) or name in speaker

    for one in read.texts:
        if _is_plain(one, is_known):
            continue
        shown = _cited(one.shown, read) if one.is_seen else ()
        relied_on = (*shown, *_cited((*one.shown, *one.cited), read))
        paragraphs = read.paragraphs(one.text)
        for paragraph in paragraphs:
            whole = paragraph.text  # which a very long paragraph puts together only once
            for found in uncovered(paragraph, talk.library, is_known, shown, relied_on):
                if not (
                    counts_its_members(found.claim, one)
                    or _is_year_of_its_facts(found.claim, one, talk.library)
                    or is_of_its_parts(found.claim, whole, one)
                    or is_true_share(found.claim, whole, one, talk)
                    or is_true_count(found.claim, whole, one, talk, _named)
                ):
                    yield _typed(found, one)
            if one.is_seen:
                yield from _unreasoned(paragraph, one.text)
            yield from _against(paragraph, one, talk.library)
        yield from _undated(one, paragraphs, read)
    yield from _described(talk)


def _named(text: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(id for _, id in lands_in(text)), frozenset(name for name, _ in towns_in(text))


def _is_plain(one: Typed, is_known: Callable[[str], bool]) -> bool:
    """Whether a text claims nothing, as most do: that is seen without its marks being resolved."""
    if one.dates or has_marks(one.text.value):
        return False
    return not any(claims(block, is_known) for block in blocks(one.text.value))


def _cited(ids: tuple[Id, ...], read: Reread) -> tuple[Citation, ...]:
    library = read.library
    found = (library.quotes.get(id.value) or library.facts.get(id.value) for id in ids)
    return tuple(read.cite(one) for one in found if isinstance(one, Fact | Quote))


def _typed(found: Open, one: Typed) -> Diagnostic:
    claim, ids = found.claim, ", ".join(f"'{cited.id}'" for cited in found.beside)
    rests = f"and {ids} does not say it" if ids else "and rests on no entry of the library"
    message = f"'{claim.words}' is {_CALLED[claim.sort]}, {rests}"
    reason = " | how you know it" if one.is_seen and claim.sort in REASONED else ""
    hint = (
        f"name the fact in that sentence, as {{fact-id}}; or, if you know it yourself, {{own: {claim.words}{reason}}}"
    )
    if claim.sort == "name" and all(map(is_english, re.findall(r"[^\W\d_]+", claim.words))):
        hint = f"if it names nobody, write it in small letters; or {hint}"
    if claim.words == one.text.value.strip() and claim.words.startswith("“"):
        hint = f"no text needs quote marks like these: leave them out; or, if somebody said it, {hint}"
    return Diagnostic("C020" if one.is_seen else "C021", message, place_of(claim.words, one.text), hint)


def _is_year_of_its_facts(claim: Claim, one: Typed, library: Library) -> bool:
    """Whether a head is the year of all that is told under it: 'In 2009' over a block or a column."""
    found = (library.facts.get(id.value) for id in one.under)
    years = {fact.as_of.value[:4] for fact in found if isinstance(fact, Fact) and fact.as_of}
    return claim.sort == "date" and years == {claim.words}


def place_of(words: str, text: Text) -> Span:
    """Where words stand in the source of a text; all of it where they stand there twice or are written otherwise."""
    whole = text.span
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = list(islice(wanted.finditer(whole.source.text, whole.start, whole.end), 2))
    if len(found) != 1:
        return whole
    return Span(whole.source, *found[0].span())


def _unreasoned(paragraph: Paragraph, text: Text) -> Iterator[Diagnostic]:
    """Marks on a slide that need a reason and have none, or none that is one."""
    whole = paragraph.text
    for at, run, own in marked(paragraph):
        reason = " ".join(own.reason.split())
        flaw = flaw_of_reason(reason)
        if not flaw and is_of_others(run.text):
            flaw = "names no way in which you could know what others say"
        if not flaw or is_from_the_bible(run.text, reason):
            continue
        for claim in claims(whole, is_place):
            start, end = sentence_at(whole, claim.start, claim.end)
            is_inside = at < claim.end and claim.start < at + len(run.text)
            if is_inside and (reason or needs_reason(claim, whole[start:end])):
                message = f"'{run.text}' is {_CALLED[claim.sort]}, and the mark {flaw}"
                hint = f"add why, as in {{own: {run.text} | I was there}}"
                if "source" in flaw or "others" in flaw:
                    hint = "what somebody else says is a fact or a quotation of the library: name that"
                yield Diagnostic("C024", message, place_of(run.text, text), hint)
                break


def _against(paragraph: Paragraph, one: Typed, library: Library) -> Iterator[Diagnostic]:
    """Marks that say another figure than the library does."""
    captioned = frozenset(id.value for id in one.beside)
    whole = paragraph.text
    for at, run, _ in marked(paragraph):
        start, end = sentence_at(whole, at, at + len(run.text))
        referred = captioned | {cited.id for place, cited in references(paragraph) if start <= place < end}
        for fact in against(run.text, whole[start:end], referred, library):
            message = f"'{run.text}' is marked as your own, and '{fact.id}' says {fact.display}"
            hint = f"print what the library says, as {{{fact.id}}}, or say what else it is that you count"
            yield Diagnostic("C020" if one.is_seen else "C021", message, place_of(run.text, one.text), hint)
            break


def _described(talk: Talk) -> Iterator[Diagnostic]:
    """What pictures and drawings are said to show, which is read out to whoever cannot see them."""
    for slide in talk.slides:
        for one in (one for one in supplied(slide, talk.library) if one.key == DESCRIBED):
            text = plain(one.text.value, one.text.span)
            for found in uncovered(text, talk.library, is_place, slide.shown, slide.shown):
                if found.claim.words.lower() in _SEEN_AT_A_GLANCE:
                    continue
                message = f"'{found.claim.words}' in the description of its picture is {_CALLED[found.claim.sort]}"
                hint = "describe what can be seen; or name the fact that says so in 'cite'"
                yield Diagnostic("C020", f"{message}, and nothing on the slide says so", one.text.span, hint)


def _undated(one: Typed, paragraphs: tuple[Paragraph, ...], read: Reread) -> Iterator[Diagnostic]:
    """Dates that are printed beside a text which rests on nothing."""
    rests = bool(_cited(one.beside, read)) or any(run.citation for paragraph in paragraphs for run in paragraph.runs)
    if one.dates and one.key == "head" and not rests:
        message = f"'{one.dates[0].value}' is a date, and rests on no entry of the library"
        yield Diagnostic("C020", message, one.dates[0].span, "name the fact beside it, as 'fact:' or as {fact-id}")
