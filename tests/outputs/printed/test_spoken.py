"""What a talk says on paper: speech, pauses, the clock, what it rests on, what may be left out."""

from talkbuilder.outputs.printed.spoken import Said, Slide, spoken
from talkbuilder.source.events import EVERYDAY, Occasion
from tests.sample import booked, built, part, slide, talk, timed


def slides(outline: str, occasion: Occasion = EVERYDAY, words: str = "{}") -> dict[str, Slide]:
    told = spoken(built(outline, occasion, words=words)[0])
    return {one.title: one for section in told.sections for one in section.slides}


def said(one: Said) -> str:
    return one.pause or "".join(run.text for run in one.runs)


def test_paragraphs_stay_and_a_pause_stands_alone_between_them() -> None:
    notes = "|\n      One. Two.[pause 5] Three.\n\n      Four. [pause]"
    found = slides(talk(slide("statement", "A title", notes)))["Nobody had asked the shepherds"].said
    assert [said(one) for one in found] == ["One. Two.", "pause, 5 seconds", "Three.", "Four.", "pause"]


def test_how_a_word_is_said_is_no_part_of_the_speech() -> None:
    one = slides(talk(slide("statement", "A title", "Near Almaty now.")), words="Almaty: al-MAH-tee\n")
    runs = one["Nobody had asked the shepherds"].said[0].runs
    assert [(run.text, run.help) for run in runs] == [("Near Almaty", False), ("al-MAH-tee", True), (" now.", False)]


def test_words_stand_beside_what_they_rest_on_and_a_source_once() -> None:
    notes = "The bureau counted {herds}, and before it {herds-2009}. I saw {own:seven}."
    found = slides(talk(slide("statement", "A title", notes)))["Nobody had asked the shepherds"]
    assert [(one.words, one.on) for one in found.rests] == [
        ("88", "2010; a primary source"),
        ("49", "2009; a primary source"),
    ]
    assert len(found.sources) == len(set(found.sources)) == 3


def test_what_is_read_aloud_comes_before_what_is_said_of_it() -> None:
    first, second = slides(talk(slide("quote", "A title", "Those are words.")))["A title"].said
    assert first.aloud
    assert said(first).startswith("“The grass")
    assert first.credit == "A witness"
    assert (second.aloud, said(second)) == (False, "Those are words.")


def test_a_slide_that_may_go_says_what_to_type_and_what_that_saves() -> None:
    found = slides(timed(part("One", "A must 60", "B could 30", "C must 60")))
    assert [one.leave and (one.leave.type, one.leave.saves) for one in (found["A"], found["B"], found["C"])] == [
        None,
        (5, "0:30"),
        None,
    ]
    worship = booked("date: 2027-05-14, minutes: 20, runs: worship")  # where nothing can be typed
    leave = slides(timed(part("One", "A must 60", "B could 30", "C must 60")), worship)["B"].leave
    assert leave
    assert leave.how == "Leave this slide out: show slide 5 next. Saves 0:30."


def test_what_is_only_said_comes_over_the_next_slide_and_takes_its_time_there() -> None:
    outline = talk(slide("quote", "A title", "Then this.")).replace(
        "- section: First part", "- section: First part\n  opener: none"
    )
    told = spoken(built(outline)[0])
    one = next(one for section in told.sections for one in section.slides if one.title == "A title")
    assert [said(each) for each in one.said if not each.aloud] == ["It begins.", "Then this."]
    assert [section.name for section in told.sections] == ["Opening", "First part", "Closing", "Questions"]
    assert told.sections[1].start == one.clock == told.sections[0].end
    assert {one.clock for one in told.sections[-1].slides} == {""}


def test_what_opens_a_part_is_said_even_where_its_first_slide_is_left_out() -> None:
    outline = timed(part("One", "A must 60"), part("Two", "B could 30", "C must 60"))
    outline = outline.replace("- section: Two\n", "- section: Two\n  opener: none\n  notes: It begins.\n")
    one = slides(outline)["B"]
    assert one.leave
    assert (said(one.said[0]), one.said[0].opens) == ("It begins.", True)
    assert not any(each.opens for each in one.said[1:])


def test_the_number_stands_beside_what_asks_for_it_and_the_tables_have_their_time() -> None:
    found = slides(talk(f"{slide('ask', 'Ask them')}\n{slide('question', notes='Talk.')}"))
    assert [one.phone for one in found["Ask them"].calls] == ["555-0100"]
    assert [said(one) for one in found["Who came first, herds or people?"].said] == ["Talk.", "3 minutes: they talk"]


def test_a_draft_tells_how_much_is_not_proved_and_where() -> None:
    claim = slide("statement").replace("Nobody had asked the shepherds", "The bureau counted 4711 wells")
    told = spoken(built(talk(claim))[0])
    assert told.draft == "1 claim is not proved yet"
    assert [len(one.missing) for section in told.sections for one in section.slides if one.missing] == [1]
    assert spoken(built(talk(slide("statement")))[0]).draft == ""
    german = built(talk(claim).replace("date: 2026-11", "date: 2026-11\nlanguage: de"))[0]
    missing = [one.missing for section in spoken(german).sections for one in section.slides if one.missing]
    assert missing == [("„4711“ beruht auf keinem Eintrag",)]


def test_what_is_seen_is_told_in_the_language_of_the_talk() -> None:
    outline = talk("\n".join(map(slide, ("people", "counts", "chart")))).replace(
        "date: 2026-11", "date: 2026-11\nlanguage: de"
    )
    shown = {one.kind: one.described for one in built(outline)[0].plan.talk.slides}
    assert shown["people"] == "3 von 32 shepherds (2010): walked; 29 rode"
    assert shown["counts"].endswith("angeblich 265 (2011). Diese Zahlen darf man nicht addieren")
    assert shown["chart"] == "Herds counted: 49 (2009), 88 (2010)"
