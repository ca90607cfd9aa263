"""C030 and C031: what nobody has signed is counted once, and what was sent back is told with its note."""

from collections.abc import Mapping
from pathlib import Path

from talkbuilder.authoring.passages import subjects
from talkbuilder.authoring.slides import SlideSubject, slide_subjects
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.reviews import written, written_of_slide
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from tests.cases import LIBRARY, TALK, diagnostics, talk
from tests.memory import MemoryProject
from tests.running import run

SLIDES = talk(
    "- {title: One, number: example-fact, notes: So.}\n"
    "- {title: Another, quote: example-quote, notes: 'So, {example-fact}.'}\n"
)


def review(id: str, state: str = "signed", note: str = "", **changed: str) -> str:
    """A line of reviews.yaml on an entry as it is in the library, or as it would be in a changed one."""
    files = {**LIBRARY, **{f"assets/{name}.yaml": text for name, text in changed.items()}}
    library = read_library(MemoryProject(files), Report())
    (one,) = (one for one in subjects(library, prove(library)) if one.id == id)
    return written((one.kind, id), state, "A. Reader", "2026-11-25", note, one.hashes)


def slides(files: Mapping[str, str]) -> str:
    """A line of reviews.yaml for each slide, as somebody signs it."""
    around = {**LIBRARY, TALK: SLIDES, **files}
    library = read_library(MemoryProject(around), Report())
    outline = read_outline(MemoryProject(around), "talk", Report())
    assert outline
    subjects = slide_subjects(resolve("talk", outline, library, Report()))
    return "".join(line_of(one) for one in subjects)


def line_of(one: SlideSubject, state: str = "signed", note: str = "") -> str:
    return written_of_slide(one.talk, one.written.id, one.title, state, "A. Reader", "2026-11-25", note, one.hashes)


def found(*reviews: str, **changed: str) -> list[Diagnostic]:
    files = {f"assets/{name}.yaml": text for name, text in changed.items()}
    files |= {TALK: SLIDES, "assets/reviews.yaml": slides(files) + "".join(reviews)}
    return [one for one in diagnostics(files, reviews=True) if one.code in ("C030", "C031", "E165")]


def told(*reviews: str, **changed: str) -> list[str]:
    return [one.message for one in found(*reviews, **changed)]


def test_what_nobody_has_signed_is_one_warning_with_its_number() -> None:
    assert told() == ["2 of 2 facts and quotations of the talk are not yet reviewed"]
    assert told(review("example-fact")) == ["1 of 2 facts and quotations of the talk are not yet reviewed"]
    assert told(review("example-fact"), review("example-quote")) == []


def test_what_was_sent_back_is_told_with_its_note_where_the_entry_stands() -> None:
    (one,) = found(review("example-fact"), review("example-quote", "returned", "Who says it?"))
    assert one.message == "A. Reader sent 'example-quote' back: Who says it?"
    assert one.place[0] == "assets/quotes.yaml"


def test_the_last_review_counts() -> None:
    returned = review("example-quote", "returned", "Who says it?")
    assert told(review("example-fact"), returned, review("example-quote")) == []
    assert len(told(review("example-fact"), review("example-quote"), returned)) == 1


def test_a_signature_stands_when_only_what_no_proof_rests_on_changes() -> None:
    quotes = LIBRARY["assets/quotes.yaml"].replace("sensitive: []", "sensitive: [health]")
    assert told(review("example-fact"), review("example-quote"), quotes=quotes) == []


def test_a_review_that_was_written_by_hand_does_not_count() -> None:
    signed = review("example-fact")
    for old, new in (("A. Reader", "The editor"), ("2026-11-25", "2027-11-25"), ("signed", "returned")):
        assert old in signed
        codes = [one.code for one in found(signed.replace(old, new), review("example-quote"))]
        assert sorted(codes) == ["C030", "E165"]
    copied = signed.replace("fact: example-fact", "quote: example-quote")
    assert sorted(one.code for one in found(signed, copied)) == ["C030", "E165"]


def test_the_notes_tell_who_reviewed_what_a_slide_rests_on() -> None:
    from talkbuilder.pipeline import build

    files = {**LIBRARY, TALK: SLIDES, "assets/reviews.yaml": review("example-fact")}
    (deck,) = build(MemoryProject(files), ("talk",), Report())
    evidence = " ".join(paragraph.text for page in deck.pages for paragraph in page.notes.evidence)
    assert "a secondary source; reviewed by A. Reader, November 25, 2026)" in evidence
    assert "(word for word; not yet reviewed)" in evidence


def test_where_nobody_has_reviewed_anything_on_a_slide_that_is_told_once() -> None:
    from talkbuilder.pipeline import build

    (deck,) = build(MemoryProject({**LIBRARY, TALK: SLIDES}), ("talk",), Report())
    (both,) = (page.notes.evidence for page in deck.pages if page.title == "Another")
    assert [one.text for one in both if "reviewed" in one.text] == [
        "Where I have this from (not yet reviewed, nor are my own words)"
    ]


def test_strict_takes_it_for_an_error(tmp_path: Path) -> None:
    for path, text in {**LIBRARY, TALK: SLIDES}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert run("check", "-C", tmp_path)[0] == 0
    assert run("check", "-C", tmp_path, "--strict")[0] == 1
