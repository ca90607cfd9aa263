"""The sentences of `worded.txt`: each as it stands in a deck, and which rules are told of it."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from talkbuilder.checks import ON_DECK
from talkbuilder.checks.phrases import Texts, hits
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.diagnostics.phrase_rules import RULES
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told
from talkbuilder.stages.lay_out import lay_out
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import narrow, resolve
from talkbuilder.talk.edition import choose
from talkbuilder.talk.plan import plan
from talkbuilder.themes import steppe
from talkbuilder.themes.make import make
from tests.cases import LIBRARY, TALK, diagnostics, picture, talk
from tests.memory import MemoryProject

FILE = Path(__file__).with_name("worded.txt")
_PICTURE = picture()


class Sentence(NamedTuple):
    """A sentence, where it stands, and the codes of the rules that it breaks."""

    codes: frozenset[str]
    place: str
    text: str


def _code(rule: str) -> str:
    return "C330" if rule == "SG-10-minor" else f"C3{rule[-2:]}"


def all_sentences() -> tuple[Sentence, ...]:
    rows = (line.split(" | ", 2) for line in FILE.read_text("utf-8").splitlines() if line and line[0] != "#")
    return tuple(
        Sentence(frozenset(() if rules == "-" else map(_code, rules.split(","))), place, text)
        for rules, place, text in rows
    )


def told_of(given: tuple[Sentence, ...]) -> Mapping[Sentence, frozenset[str]]:
    """The codes of rules about words that are told of each sentence."""
    deck = _deck(given)
    found: defaultdict[Sentence, set[str]] = defaultdict(set)
    for fault in (fault for check in ON_DECK for fault in check(deck)):
        if fault.code in RULES:
            found[given[_slide_of(fault)]].add(fault.code)
    for one in given:  # of what is told once in a deck
        found[one] |= {"C314"} if any(hits(RULES["C314"], Texts([Told(one.text, None, "text", -1)]))) else set()
    return {one: frozenset(found[one]) for one in given}


def _deck(given: tuple[Sentence, ...]) -> Deck:
    """A deck with a slide for each sentence; nothing else is checked."""
    slides, media = [], []
    files: dict[str, str | bytes] = {**LIBRARY, "assets/images/gate.png": _PICTURE}
    for at, one in enumerate(given):
        text = one.text.replace("'", "''")
        if one.place == "text":
            slides.append(f"- {{title: T{at}, statement: So, notes: '{text}'}}\n")
            continue
        is_name = one.text.endswith((".png", ".jpg"))
        if is_name:
            files[f"assets/images/{one.text}"] = _PICTURE
        name, alt = (one.text, "It is a gate") if is_name else ("gate.png", text)
        media.append(f"p{at}: {{file: {name}, alt: '{alt}', credit: Me, people: []}}\n")
        slides.append(f"- {{title: T{at}, photo: p{at}, notes: N.}}\n")
    project = MemoryProject(files | {TALK: talk("".join(slides)), "assets/media.yaml": "".join(media)})
    report = Report()
    outline = read_outline(project, "talk", report)
    assert outline
    edition = choose(resolve("talk", outline, read_library(project, report), report))
    assert not report.failed
    return lay_out(plan(narrow(edition), edition), make(steppe.table("16:9")))


def _slide_of(fault: Diagnostic) -> int:
    assert fault.span
    before = fault.span.source.text[: fault.span.end]
    return int(before.rsplit("title: T", 1)[1].split(",")[0])


def faults(notes: str, slides: str = "", files: Mapping[str, str | bytes] = {}) -> list[Diagnostic]:
    """What rules about words and advice on speech tell of what is said with a slide, or of slides."""
    text = notes.replace("'", "''")
    outline = talk(slides or f"- {{title: T, ask: example-action, notes: '{text}'}}\n")
    return [one for one in diagnostics({TALK: outline, **files}) if one.code[:2] in ("C3", "C5")]


def told(notes: str) -> list[tuple[str, str]]:
    """The code of each fault, and the words at its place."""
    return [
        (one.code, one.span.source.text[one.span.start : one.span.end]) for one in faults(notes) if one.span is not None
    ]
