"""The kit: what is in it, that it opens for nobody's booking alone, and what is told before it goes out."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from msgspec import structs
from pdfua import validate
from pypdfium2 import PdfDocument

from talkbuilder.diagnostics import Refused
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.file import SIZES_PT, Paper, Size
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.outputs.kit import read_me, render
from talkbuilder.talk.words import words_in
from tests.bookings import EVENING, FAULTY, book, write
from tests.printed import printed, texts
from tests.running import run
from tests.sample import booked, built, slide, talk
from tests.templates import PRESENTATION, changed

NAMES = {
    *("talk-evening.pptx", "talk-evening.pdf", "talk-evening.html", "talk-evening-script.pdf", "talk-evening-card.pdf"),
    *("talk-evening-handout.pdf", "READ ME FIRST.pdf", "FONTS.txt"),
}

CLAIM = slide("statement").replace("Nobody had asked the shepherds", "The bureau counted 4711 wells")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path)


def kit(deck: Deck, size: Size = "a4") -> dict[str, bytes]:
    return {name.removeprefix(f"-kit{Paper(size).mark}/"): data for name, data in printed(deck, "kit", size).items()}


def test_a_kit_is_a_folder_and_a_zip_without_the_contact_and_is_kept_where_somebody_added_to_it(
    folder: Path,
) -> None:
    book(folder, EVENING)
    status, out, _ = run("build", "-C", folder, "--event", "evening", "--to", "kit")
    assert status == 0
    assert out.startswith("build/evening/talk-evening-kit.zip: ")
    made = folder / "build" / "evening" / "talk-evening-kit"
    files = {path.name: path.read_bytes() for path in made.iterdir()}
    assert {*files} == NAMES
    assert not validate(str(made / "READ ME FIRST.pdf")).findings
    kinds = {"script": "script", "card": "cue card", "handout": "handout"}
    named = {kind: PdfDocument(files[f"talk-evening-{kind}.pdf"]).get_metadata_dict()["Title"] for kind in kinds}
    assert named == {kind: f"A talk – {told}" for kind, told in kinds.items()}
    with zipfile.ZipFile(made.with_suffix(".zip")) as package:
        packed = {Path(name).name: package.read(name) for name in package.namelist()}
    assert packed == files
    for name, data in files.items():
        assert b"555-0199" not in data, name
    for path in (*made.iterdir(), made.with_suffix(".zip")):
        assert is_as_built(path), path.name
    again = run("build", "-C", folder, "--event", "evening", "--to", "kit")
    assert "unchanged" in again[1]
    note = made / "FONTS.txt"
    note.write_bytes(note.read_bytes() + b"The key is under the mat.")
    status, _, err = run("build", "-C", folder, "--event", "evening", "--to", "kit")
    assert (status, "FONTS.txt" in err) == (1, True)
    assert note.read_bytes().endswith(b"mat.")


def test_a_draft_and_a_talk_for_no_booking_make_no_kit(folder: Path) -> None:
    status, _, err = run("build", "-C", folder, "--to", "kit")
    assert status == 1
    assert "a kit is for a booking" in err
    assert "--event ID" in err
    assert not (folder / "build").exists()
    draft, _ = built(talk(CLAIM), booked("date: 2027-05-14"))
    assert draft.is_draft
    with pytest.raises(Refused, match="a draft makes no kit"):
        [*OUTPUTS["kit"].render(draft)]


def test_the_first_page_tells_files_slides_and_questions_as_they_are_in_this_kit() -> None:
    asks = "\n".join((slide("map", "It lies there"), slide("ask", "Call them"), slide("question", "What do you say?")))
    deck, _ = built(talk(asks), booked("date: 2027-05-14, place: The town library, minutes: 20, aspect: '4:3'"))
    told, files = read_me(deck), kit(deck)
    assert [row[1].split(",")[0].split(":")[0] in files for row in told.opens] == [True] * 3
    assert told.opens[0][1].endswith("Mac: [Cmd] [Return]")
    kinds = [page.kind for page in deck.pages]
    assert f"Show slide {kinds.index('map') + 1}: all four edges are on the screen." in told.checks
    assert [row[1] for row in told.facts] == ["4:3", "Georgia, Calibri", "none", "none", str(len(deck.pages))]
    asked = {one.slide.span for one in deck.plan.timings if one.slide.in_questions}
    last = max(at for at, page in enumerate(deck.pages, 1) if page.span not in asked)
    assert f"Questions begin after about {round(deck.plan.seconds / 60)} min, after slide {last}." in told.remarks
    (page,) = texts(files["READ ME FIRST.pdf"])
    for text in (told.title, "The town library", *told.checks, *(row[0] for row in told.wrong)):
        assert text in page
    assert "a Mac has Georgia, Calibri;" in files["FONTS.txt"].decode("utf-8-sig")
    one = structs.replace(deck.theme.own, fonts=structs.replace(deck.theme.own.fonts, titles="Lobster"))
    told = read_me(structs.replace(deck, theme=structs.replace(deck.theme, own=one)))
    assert told.fonts.startswith("Fonts of the deck: Lobster, Calibri.")
    assert "a Mac has Calibri;" in told.fonts  # of the other nobody knows


def test_the_first_page_tells_the_time_of_questions_the_sound_of_films_and_what_worship_software_opens() -> None:
    film = slide("statement", "A film") + "\n    media: 40"
    closing = "closing: {title: Bye, notes: Bye., ask: call}"
    keys = "date: 2027-05-14, minutes: 20, starts: 7:30 pm, runs: worship"
    deck, _ = built(talk(film, closing), booked(keys))
    told = read_me(deck)
    wall = 30 + round(deck.plan.seconds / 60)
    assert told.slot == "7:30\N{NO-BREAK SPACE}PM · 20 minutes"
    questions = f"Questions begin after about {round(deck.plan.seconds / 60)} min (7:{wall}\N{NO-BREAK SPACE}PM)"
    assert f"{questions}, after slide 4." in told.remarks
    assert told.remarks[-2].startswith("That slide has the number 555-0100: leave it up")
    assert told.remarks[-1] == "After the talk, delete the files from the computer."
    assert told.facts[2][1] == "yes, slide 3"
    assert (
        told.opens[0][1]
        == "import talk-evening.pptx, or talk-evening.pdf; [B] and numbers work only in PowerPoint and the page"
    )


@pytest.mark.parametrize(("software", "name"), [("keynote", "Keynote"), ("libreoffice", "LibreOffice")])
def test_what_shows_the_deck_there_is_named_first_with_its_fonts_and_keys_lead_to_a_slide(
    software: str, name: str
) -> None:
    deck, _ = built(talk(slide("quote")), booked(f"date: 2027-05-14, minutes: 20, runs: {software}"))
    told = read_me(deck)
    assert [row[0] for row in told.opens[:2]] == [f"You have {name}", "You have PowerPoint"]
    assert "Georgia, Calibri missing" in told.opens[0][1]
    count = len(deck.pages)
    assert "Show slide 3: all four edges are on the screen." in told.checks  # the first that is light
    assert (f"[{count}] [Enter]", f"to slide {count}") in [(row[0], row[1]) for row in told.keys]


def test_a_number_is_shown_where_it_is_large_and_left_up_where_the_talk_ends_with_one() -> None:
    closing = "closing: {title: Bye, notes: Bye., ask: line, again: false}"
    small, _ = built(talk(slide("statement"), closing), booked("date: 2027-05-14, minutes: 20"))
    told = read_me(small)
    assert "Show slide 4: if its number can’t be read from the last row, tell the speaker." in told.checks
    assert told.remarks[-2].startswith("That slide has the number 1-555-555-0100: leave it up")
    rescue, when = "line: {do: Call, phone: 112, poster: true}\n", booked("date: 2027-05-14")
    known, _ = built(talk(slide("ask").replace("ask: call", "ask: line")), when, actions=rescue)
    assert "112" not in " ".join(read_me(known).remarks)
    poster, _ = built(talk(slide("ask").replace("ask: call", "ask: line")), booked("date: 2027-05-14"))
    at = next(at for at, page in enumerate(poster.pages, 1) if page.kind == "ask")
    assert f"Show slide {at}: the number can be read from the last row." in read_me(poster).checks
    assert any(f"show slide {at}, the number 1-555-555-0100," in one for one in read_me(poster).remarks)


@pytest.mark.parametrize("language", ["de", "kk"])
def test_the_first_page_is_one_page_in_every_language_and_in_wide_letters(language: str) -> None:
    outline = talk(slide("ask", "Call them")).replace("date: 2026-11", f"date: 2026-11\nlanguage: {language}")
    place = "A hall with a name that is as long as those of halls can be, by the river"
    deck, _ = built(outline, booked(f"date: 2027-05-14, place: '{place}', runs: worship"))
    own = structs.replace(deck.theme.own, fonts=structs.replace(deck.theme.own.fonts, titles="Arial", text="Arial"))
    deck = structs.replace(deck, theme=structs.replace(deck.theme, own=own))
    for size in ("a4", "letter"):
        out = io.BytesIO()
        next(render(deck, Paper(size), ())).write(out)
        (page,) = texts(out.getvalue())
        assert words_in(language).say("read_me") in page
        assert "{" not in page


def test_what_is_for_letter_takes_the_place_of_nothing_for_a4() -> None:
    deck, _ = built(talk(slide("ask", "Call them")), booked("date: 2027-05-14, place: A hall"))
    pieces = [(name, False) for name, output in OUTPUTS.items() if output.is_sized]
    for piece, has_notes in (*pieces, ("pdf", True)):
        a4, letter = ({file.path for file in OUTPUTS[piece].render(deck, Paper(size, has_notes))} for size in SIZES_PT)
        assert a4.isdisjoint(letter), piece


def test_the_page_of_a_leader_is_in_the_kit_of_a_group_alone(folder: Path) -> None:
    (folder / "talks" / "talk-leader.md").write_text("# Before they come\n", encoding="utf-8")
    for audience, is_there in (("youth", True), ("elders", False)):
        book(folder, EVENING.replace("minutes", f"audience: {audience}, minutes"))
        assert run("build", "-C", folder, "--event", "evening", "--to", "kit", "--out", folder / audience)[0] == 0
        made = [path.name for path in (folder / audience).rglob("*-leader.pdf")]
        assert bool(made) == is_there


def test_a_preflight_tells_what_is_open_with_a_booking(folder: Path) -> None:
    book(folder, EVENING.replace("2027-05-14", "2020-05-14").replace("minutes", "aspect: '4:3', minutes"))
    _, out, _ = run("build", "-C", folder, "--event", "evening", "--to", "kit", "--aspect", "16:9")
    told = out[out.index("Before you go:") :]
    assert told.partition("error[")[0].partition("warning[")[0].count("May 14, 2020, which is past") == 1
    assert "the slides are 16:9, and the screen there is 4:3" in told
    assert "not yet reviewed" in told
    book(folder, EVENING)
    _, out, _ = run("build", "-C", folder, "--event", "evening", "--to", "kit", "--format", "json")
    (deck,) = json.loads(out)["decks"]
    assert any("nobody wrote what screen they have" in line for line in deck["preflight"])
    assert "Before you go" not in run("build", "-C", folder, "--event", "evening")[1]


def test_the_shape_of_slides_is_told_as_a_template_has_it(folder: Path) -> None:
    (folder / "wide.pptx").write_bytes(
        changed((PRESENTATION, 'cx="9144000" cy="6858000"', 'cx="9144000" cy="5715000"'))
    )
    book(folder, EVENING.replace("minutes", "aspect: '16:9', minutes"))
    template = ("--template", folder / "wide.pptx")
    _, out, err = run("build", "-C", folder, "--event", "evening", "--to", "kit", *template)
    assert "the slides are 16:10, and the screen there is 16:9" in out, err
    (page,) = texts(next(folder.rglob("READ ME FIRST.pdf")).read_bytes())
    assert "16:10" in page


def test_a_preflight_tells_errors_of_a_booking_for_which_there_is_no_kit(folder: Path) -> None:
    book(folder, FAULTY.replace("language: ru", "audience: nobody"))
    status, out, err = run("build", "-C", folder, "--event", "faulty", "--to", "kit")
    assert status == 1
    assert "not built" in err
    assert "Before you go:\n  - " in out


def test_a_preflight_names_typed_figures_what_runs_the_deck_and_a_kit_that_is_older(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "runs: worship, minutes"))
    command = ("build", "-C", folder, "--event", "evening", "--to", "kit")
    outline = folder / "talks" / "talk.yaml"
    whole = outline.read_text(encoding="utf-8")
    outline.write_text(whole.replace("notes: Hello.", "notes: The bureau counted 4711 wells."), encoding="utf-8")
    _, out, _ = run(*command)
    told = out[out.index("Before you go:") :].partition("talks/")[0]
    assert "4711" in told
    assert "worship software shows pictures" in told
    assert out.count("worship software") == 1
    outline.write_text(
        whole.replace("Nobody had asked the shepherds", "The bureau counted 4711 wells"), encoding="utf-8"
    )
    status, out, _ = run(*command)
    assert status == 1
    assert "an earlier kit is still in build/evening/talk-evening-kit" in out


def test_what_a_program_lacks_to_print_is_a_page_instead(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talkbuilder.outputs.find_spec", lambda name: None)
    status, _, err = run("build", "-C", folder, "--to", "script")
    assert status == 2
    assert 'pip install "talkbuilder[print]"' in err
    assert "'--to html' makes a page that any browser shows, and prints" in err
    assert run("build", "-C", folder, "--to", "html")[0] == 0
