"""Signatures of slides: what they cover, when they fall, and how slides are told from one another."""

from collections.abc import Mapping

from talkbuilder.authoring.passages import subjects
from talkbuilder.authoring.slides import SlideSubject, slide_subjects
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.reviews import Standing, written, written_of_slide
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import Occasion
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from talkbuilder.talk.signing import entries_of
from talkbuilder.talk.talk import Talk
from tests.cases import LIBRARY, TALK, diagnostics, picture, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject

REVIEWS = "assets/reviews.yaml"
MEDIA = "gate: {file: gate.png, alt: A gate in a wall, credit: 'Photo: A. Reader', people: []}\n"
AROUND: Mapping[str, str | bytes] = {**LIBRARY, "assets/media.yaml": MEDIA, "assets/images/gate.png": picture()}
SLIDES = """\
- title: The hour
  number: example-fact
  caption: minutes in an hour
  notes: So it was. And so it is.
- title: Side by side
  compare:
  - {head: Before, text: "It had {example-fact}"}
  - {head: After, text: It had none}
  notes: You see it.
- title: The gate
  photo: gate
  caption: It stood open
  notes: Look at it.
- title: What they wrote
  id: wrote
  quote: example-quote
  notes: Listen.
"""


def made(outline: str, files: Mapping[str, str | bytes] | None = None) -> Talk:
    project, report = MemoryProject({**AROUND, TALK: outline, **(files or {})}), Report()
    read = read_outline(project, "talk", report)
    assert read
    return resolve("talk", read, read_library(project, report), report)


def line(one: SlideSubject, state: str = "signed", note: str = "") -> str:
    return written_of_slide(one.talk, one.written.id, one.title, state, "A. Reader", "2026-11-25", note, one.hashes)


def signed_entries() -> str:
    library = read_library(MemoryProject(AROUND), Report())
    found = subjects(library, prove(library))
    return "".join(written((one.kind, one.id), "signed", "A. Reader", "2026-11-25", "", one.hashes) for one in found)


def all_signed(outline: str = talk(SLIDES)) -> str:
    return signed_entries() + "".join(map(line, slide_subjects(made(outline))))


def standings(outline: str, reviews: str, files: Mapping[str, str | bytes] | None = None) -> dict[str, Standing]:
    subjects = slide_subjects(made(outline, {REVIEWS: reviews, **(files or {})}))
    return {one.title: one.standing for one in subjects}


def fallen(outline: str, files: Mapping[str, str | bytes] | None = None) -> dict[str, str]:
    """The slides whose signature no longer counts, each with what was changed."""
    found = standings(outline, all_signed(), files)
    return {title: one.changed or one.state for title, one in found.items() if one.state != "signed"}


def test_every_slide_that_somebody_typed_can_be_signed() -> None:
    outline = talk(SLIDES) + "closing: {title: Thank you, notes: Good night.}\n"
    titles = [one.title for one in slide_subjects(made(outline))]
    slides = ["The hour", "Side by side", "The gate", "What they wrote"]
    assert titles == ["A talk", "Part", *slides, "Thank you", "Sources"]
    assert {one.state for one in standings(outline, all_signed(outline)).values()} == {"signed"}
    assert {one.state for one in standings(outline, "[]\n").values()} == {"unsigned"}


def test_an_opener_that_nobody_sees_or_hears_is_no_slide_to_sign() -> None:
    outline = talk(SLIDES).replace("- section: Part\n", "- section: Part\n  opener: none\n")
    assert "Part" in [one.title for one in slide_subjects(made(outline))]  # for its notes are said
    assert "Part" not in [one.title for one in slide_subjects(made(outline.replace("  notes: So.\n", "", 1)))]


@from_table
def test_a_signature_falls_as_soon_as_a_word_changes_and_no_other_does(old: str, new: str, title: str) -> None:
    outline = talk(SLIDES)
    assert outline.count(old) == 1
    assert fallen(outline.replace(old, new)) == {title: "the slide"}


def test_a_new_title_makes_another_slide_unless_it_has_an_id() -> None:
    assert fallen(talk(SLIDES.replace("title: The gate", "title: The old gate"))) == {"The old gate": "unsigned"}
    assert fallen(talk(SLIDES.replace("What they wrote", "As they wrote"))) == {"As they wrote": "the slide"}


@from_table
def test_lines_times_and_judgements_may_change(old: str, new: str) -> None:
    outline = talk(SLIDES)
    assert outline.count(old) == 1
    assert fallen(outline.replace(old, new)) == {}


def test_slides_may_change_their_places() -> None:
    first, *rest = SLIDES.split("- title: ")[1:]
    assert fallen(talk("".join(f"- title: {one}" for one in (*rest, first)))) == {}


def test_a_signature_falls_when_an_entry_that_the_slide_cites_changes() -> None:
    facts = LIBRARY["assets/facts.yaml"].replace("says: An hour has", "says: One hour has")
    found = fallen(talk(SLIDES), {"assets/facts.yaml": facts})
    assert found == {"The hour": "what it rests on", "Side by side": "what it rests on"}
    people = LIBRARY["assets/people.yaml"].replace("credit: Somebody", "credit: Anybody")
    assert set(fallen(talk(SLIDES), {"assets/people.yaml": people})) >= {"The hour", "What they wrote"}


def test_a_signature_falls_when_the_slide_cites_another_entry_as_well() -> None:
    more = SLIDES.replace("caption: It stood open", "caption: It stood open\n  cite: [example-fact]")
    assert fallen(talk(more)) == {"The gate": "what it rests on"}


def test_what_a_picture_is_said_to_show_and_all_of_a_drawing_is_signed_too() -> None:
    other = MEDIA.replace("A gate in a wall", "A gate in a prison")
    assert fallen(talk(SLIDES), {"assets/media.yaml": other}) == {"The gate": "the slide"}
    box = '<title>A box</title><rect class="teal" {} height="4"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{box}</svg>'
    outline = talk("- {title: A box, drawing: box, notes: So.}\n")
    files = {"assets/drawings/box.svg": svg.format('width="4"').encode()}
    (one,) = (one for one in slide_subjects(made(outline, files)) if one.title == "A box")
    assert standings(outline, line(one), files)["A box"].state == "signed"
    files = {"assets/drawings/box.svg": svg.format('width="5"').encode()}
    assert standings(outline, line(one), files)["A box"].changed == "the slide"


def test_all_that_is_seen_and_heard_of_a_slide_is_shown_to_who_signs_it() -> None:
    shown = {one.title: list(one.lines) for one in slide_subjects(made(talk(SLIDES)))}
    assert shown["The hour"] == [
        ("title", "The hour"),
        ("caption", "minutes in an hour"),
        ("number", "60 minutes"),
        ("notes", "So it was. And so it is."),
    ]
    assert shown["The gate"] == [
        ("title", "The gate"),
        ("caption", "It stood open"),
        ("shown", "A gate in a wall (Photo: A. Reader)"),
        ("notes", "Look at it."),
    ]


def test_a_signed_slide_waits_for_what_it_rests_on() -> None:
    slides = "".join(map(line, slide_subjects(made(talk(SLIDES)))))
    found = standings(talk(SLIDES), slides)
    waiting = {title for title, one in found.items() if one.state == "waiting"}
    assert waiting == {"The hour", "Side by side", "What they wrote"}
    assert found["The gate"].state == "signed"


def test_a_line_that_was_changed_by_hand_does_not_count() -> None:
    for old, new in (("A. Reader", "B. Reader"), ("2026-11-25", "2026-11-26"), ('"The gate"', '"The goat"')):
        outline = talk(SLIDES)
        reviews = "".join(
            one.replace(old, new) if "The gate" in one else one for one in all_signed().splitlines(keepends=True)
        )
        assert standings(outline, reviews)["The gate"].changed == "the review"
        codes = [one.code for one in diagnostics({**AROUND, TALK: outline, REVIEWS: reviews}, reviews=True)]
        assert "E165" in codes
    told = [one.message for one in diagnostics({**AROUND, TALK: outline, REVIEWS: reviews}, reviews=True)]
    assert "the review of the slide “The goat” was changed by hand, and does not count" in told


def test_sources_that_nobody_wrote_of_are_none_of_the_covers() -> None:
    outline = talk(SLIDES).replace("sources: {title: Sources, notes: Ask me.}\n", "")
    cover, *_, last = slide_subjects(made(outline))
    assert (cover.title, last.title) == ("A talk", "What they wrote")
    assert [rest.id for rest in cover.rests] == []
    assert dict(cover.lines)["notes"] == "Good evening."


def test_the_number_that_comes_back_after_the_sources_is_no_slide_that_somebody_typed() -> None:
    actions = LIBRARY["assets/actions.yaml"].rstrip() + "\n  poster: true\n"
    outline = talk(SLIDES) + "closing: {title: Thank you, ask: example-action, notes: Good night.}\n"
    found = made(outline, {"assets/actions.yaml": actions})
    assert found.slides[-1].in_questions
    assert found.is_whole
    assert [one.title for one in slide_subjects(found)][-2:] == ["Thank you", "Sources"]


def test_slides_of_the_same_title_are_told_by_their_words() -> None:
    twice = SLIDES + "- {title: The gate, photo: gate, caption: It stood ajar, notes: Look again.}\n"
    subjects = slide_subjects(made(talk(twice), {REVIEWS: all_signed()}))
    assert [one.standing.state for one in subjects if one.title == "The gate"] == ["signed", "unsigned"]


def test_a_slide_is_signed_once_for_all_editions() -> None:
    outline = talk(SLIDES.replace("  photo: gate", "  photo: gate\n  only: [youth]")) + "audiences: [youth]\n"
    project = MemoryProject({**AROUND, TALK: outline, REVIEWS: all_signed()})
    for occasion in (Occasion(), Occasion(audience="youth")):
        report = Report()
        tuple(build(project, ("talk",), report, BuildOptions(occasion)))
        assert [one.code for one in report.diagnostics if one.code == "C030"] == []


def told(reviews: str) -> list[Diagnostic]:
    found = diagnostics({**AROUND, TALK: talk(SLIDES), REVIEWS: reviews}, reviews=True)
    return [one for one in found if one.code in ("C030", "C031")]


def test_slides_are_counted_in_the_one_warning_beside_the_entries() -> None:
    (one,) = told("[]\n")
    assert one.message == "2 of 2 facts and quotations and 7 of 7 slides of the talk are not yet reviewed"
    (one,) = told(signed_entries())
    assert one.message == "7 of 7 slides of the talk are not yet reviewed"
    assert told(all_signed()) == []


def test_a_slide_that_was_sent_back_is_told_with_its_note() -> None:
    (gate,) = (one for one in slide_subjects(made(talk(SLIDES))) if one.title == "The gate")
    (one,) = told(all_signed() + line(gate, "returned", "Who opened it?"))
    assert one.message == "A. Reader sent the slide “The gate” back: Who opened it?"
    assert one.place[0] == TALK
    assert told(all_signed() + line(gate, "returned", "Who?") + line(gate)) == []


def test_what_is_computed_is_signed_like_other_entries_and_waits_for_what_it_is_computed_from() -> None:
    wells = "".join(
        f"wells-{when}: {{says: The village {has} {count} wells, show: {count} wells, value: {value}, unit: wells, "
        f"measure: wells, as_of: {year}, as_of_why: the post says so, source: example-person, kind: secondary, "
        f"post: village, exact: village {has} {count} wells}}\n"
        for when, has, count, value, year in (("then", "had", "seven", 7, 2011), ("now", "has", "five", 5, 2012))
    )
    fewer = "wells-lost: {says: The village had 2 wells more than now, from: [wells-then, wells-now], by: difference}\n"
    facts = LIBRARY["assets/facts.yaml"] + wells + fewer
    post = "The village had seven wells. Now the village has five wells.\n"
    files = {**AROUND, "assets/facts.yaml": facts, "assets/posts/village.txt": post}
    outline = talk("- {title: Fewer wells, number: wells-lost, caption: wells fewer, notes: So.}\n")
    library = read_library(MemoryProject(files), Report())
    found = [one for one in subjects(library, prove(library)) if one.id.startswith("wells")]
    assert [one.id for one in found] == ["wells-then", "wells-lost", "wells-now"]
    lost = found[1]
    assert lost.passage
    assert [lost.passage.words, *(one.words for one in lost.beside)] == [
        "village had seven wells",
        "village has five wells",
    ]
    assert dict(lost.lines)["from"].startswith("wells-then: ")
    rests_on = [one.id for one in entries_of(made(outline, files).slides[2])]
    assert rests_on == ["wells-lost", "wells-then", "wells-now"]
    entries = [written((one.kind, one.id), "signed", "A. Reader", "2026-11-25", "", one.hashes) for one in found]
    slides = "".join(map(line, slide_subjects(made(outline, files))))
    assert standings(outline, slides + "".join(entries), files)["Fewer wells"].state == "signed"
    for missing in entries:
        others = "".join(one for one in entries if one is not missing)
        assert standings(outline, slides + others, files)["Fewer wells"].state == "waiting"
        (fact,) = (one for one in made(outline, {**files, REVIEWS: others}).slides[2].citations)
        assert fact.standing
        assert fact.standing.state == ("unsigned" if missing is entries[1] else "waiting")
    moved = {**files, "assets/posts/village.txt": post.replace("Now the village has five", "Now the village  has five")}
    library = read_library(MemoryProject({**moved, REVIEWS: "".join(entries)}), Report())
    states = {one.id: one.standing.state for one in subjects(library, prove(library))}
    assert (states["wells-then"], states["wells-lost"]) == ("signed", "changed")
    (fact,) = (one for one in made(outline, {**files, REVIEWS: "".join(entries)}).slides[2].citations)
    assert fact.standing
    assert fact.standing.state == "signed"


def evidence(reviews: str) -> str:
    (deck,) = build(MemoryProject({**AROUND, TALK: talk(SLIDES), REVIEWS: reviews}), ("talk",), Report())
    (page,) = (page for page in deck.pages if page.title == "The hour")
    return page.notes.evidence[0].text


def test_the_evidence_tells_whether_the_slides_own_words_are_reviewed() -> None:
    assert evidence("[]\n") == "Where I have this from (my own words: not yet reviewed)"
    assert evidence(all_signed()) == "Where I have this from"


def test_what_a_slide_only_draws_is_among_its_texts() -> None:
    points = "[{head: A, at: 1}, {head: B, at: 1905}, {head: C, at: 1910}]"
    slides = made(talk(f"- {{title: T, timeline: {points}, notes: N}}\n")).slides
    (slide,) = (one for one in slides if one.title.text == "T")
    assert "In order, not to scale" in [one.text for one in slide.paragraphs]
