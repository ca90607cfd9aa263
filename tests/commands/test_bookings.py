"""Decks that are built for bookings: where they go, and what they carry."""

import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from tests.bookings import EARLIER, EVENING, FAULTY, LATER, book, titles, write, written
from tests.corpora.tables import from_table
from tests.running import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path)


def everything(deck: Path) -> bytes:
    """All that a package holds, names of parts too."""
    with zipfile.ZipFile(deck) as package:
        return b"\n".join(name.encode() + package.read(name) for name in package.namelist())


def test_a_deck_for_an_event_has_a_folder_of_its_own(folder: Path) -> None:
    book(folder, EVENING + LATER)
    status, out, _ = run("build", "-C", folder, "--event", "evening")
    assert status == 0
    assert out.startswith("build/evening/talk-evening.pptx: ")
    assert written(folder) == ["build/evening/talk-evening.pptx"]


def test_a_deck_for_no_event_carries_no_booking(folder: Path) -> None:
    book(folder, EVENING)
    assert run("build", "-C", folder)[0] == 0
    told = Presentation(str(folder / "build" / "talk.pptx")).core_properties
    assert (told.comments, told.category) == ("", "")
    assert b"2027" not in everything(folder / "build" / "talk.pptx")


def test_the_contact_is_nowhere_in_a_deck_unless_it_is_asked_for(folder: Path) -> None:
    book(folder, EVENING)
    deck = folder / "build" / "evening" / "talk-evening.pptx"
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    assert b"Ann" not in everything(deck)
    assert b"0199" not in everything(deck)
    assert run("build", "-C", folder, "--event", "evening", "--with-contact")[0] == 0
    notes = Presentation(str(deck)).slides[0].notes_slide.notes_text_frame
    assert notes
    assert "Contact: Ann, 555-0199" in notes.text
    assert everything(deck).count(b"0199") == 1


def test_a_contact_is_not_printed_either(folder: Path) -> None:
    book(folder, EVENING + FAULTY.replace("language", "contact: 'Ann, 555-0199', language"))
    _, out, err = run("build", "-C", folder, "--event", "evening")
    assert "0199" not in out + err


def test_upcoming_events_are_built_from_a_day_on(folder: Path) -> None:
    book(folder, LATER + EARLIER + EVENING)
    status, out, _ = run("build", "-C", folder, "--events", "upcoming", "--today", "2027-05-14")
    assert status == 0
    assert written(folder) == ["build/evening/talk-evening.pptx", "build/later/talk-later.pptx"]
    lines = [line.split(": ")[0] for line in out.splitlines()]
    assert lines == ["[1/2] build/evening/talk-evening.pptx", "[2/2] build/later/talk-later.pptx", "2 decks"]


def test_a_faulty_library_stops_all(folder: Path) -> None:
    book(folder, EVENING + LATER)
    (folder / "assets" / "facts.yaml").write_text("- herds\n")
    assert run("build", "-C", folder, "--events", "all")[0] == 1
    assert written(folder) == []


def test_an_event_is_not_built_for_another_talk_than_its_own(folder: Path) -> None:
    book(folder, EVENING)
    (folder / "talks" / "other.yaml").write_text((folder / "talks" / "talk.yaml").read_text("utf-8"), encoding="utf-8")
    status, _, err = run("build", "-C", folder, "other", "--event", "evening")
    assert status == 2
    assert "'evening' is for the talk 'talk'" in err
    assert written(folder) == []
    assert run("build", "-C", folder, "talk", "--event", "evening")[0] == 0


def test_a_talk_that_is_named_chooses_among_the_events(folder: Path) -> None:
    book(folder, EVENING)
    (folder / "talks" / "other.yaml").write_text((folder / "talks" / "talk.yaml").read_text("utf-8"), encoding="utf-8")
    assert run("build", "-C", folder, "other", "--events", "all")[1] == "no events to build for\n"
    assert run("build", "-C", folder, "unknown", "--events", "all")[0] == 2
    assert run("build", "-C", folder, folder.parent / "talk.yaml", "--events", "all")[0] == 2
    assert written(folder) == []
    assert run("build", "-C", folder, folder / "talks" / "talk.yaml", "--events", "all")[1].endswith("1 deck\n")


@from_table
def test_a_command_that_means_no_event_is_refused(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    book(folder, EVENING)
    status, _, err = run("build", "-C", folder, *arguments)
    assert status == 2
    assert said in err


def test_minutes_and_audience_of_the_command_go_before_those_of_the_event(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "audience: youth, minutes"))
    deck = folder / "build" / "evening" / "talk-evening.pptx"
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    assert "A quotation" in titles(deck)
    deck = deck.with_name("talk-evening-15min-elders.pptx")
    assert run("build", "-C", folder, "--event", "evening", "--minutes", "15", "--audience", "elders")[0] == 0
    assert "A quotation" not in titles(deck)
    said = Presentation(str(deck)).core_properties.comments
    assert (": 15 minutes, " in said, said.endswith(", for the audience “elders”")) == (True, True)


def test_what_is_left_out_for_one_event_is_told(folder: Path) -> None:
    book(folder, EVENING)
    status, out, _ = run("build", "-C", folder, "--event", "evening")
    assert status == 0
    assert out.splitlines()[1:] == ["  left out, only for youth: “A quotation”"]


def test_the_language_of_an_event_is_that_of_its_deck(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "language: en-GB, minutes") + LATER)
    assert run("build", "-C", folder, "--events", "all")[0] == 0
    for id, language in (("evening", "en-GB"), ("later", "en-US")):
        with zipfile.ZipFile(folder / "build" / id / f"talk-{id}.pptx") as package:
            core = package.read("docProps/core.xml").decode()
            said = [name for name in package.namelist() if name.startswith(("ppt/slides/s", "ppt/notesSlides/n"))]
            texts = [package.read(name).decode() for name in said]
        assert f"<dc:language>{language}</dc:language>" in core
        assert {tag for text in texts for tag in re.findall(r'<a:rPr lang="([^"]+)"', text)} == {language}


def test_a_narrow_screen_has_a_narrow_deck(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "aspect: '4:3', minutes"))
    shapes = []
    for name, more in (("talk-evening.pptx", ()), ("talk-evening-16x9.pptx", ("--aspect", "16:9"))):
        assert run("build", "-C", folder, "--event", "evening", *more)[0] == 0
        opened = Presentation(str(folder / "build" / "evening" / name))
        assert opened.slide_width
        assert opened.slide_height
        shapes.append(round(opened.slide_width / opened.slide_height, 2))
    assert shapes == [1.33, 1.78]


def test_a_deck_that_somebody_edited_is_not_overwritten(folder: Path) -> None:
    book(folder, EVENING + LATER)
    deck = folder / "build" / "evening" / "talk-evening.pptx"
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    opened = Presentation(str(deck))
    opened.slides[0].shapes[0].text_frame.text = "My own title"
    opened.save(str(deck))
    edited = deck.read_bytes()
    status, _, err = run("build", "-C", folder, "--events", "all")
    assert status == 1
    assert "error[O001]" in err
    assert deck.read_bytes() == edited
    assert written(folder) == ["build/evening/talk-evening.pptx", "build/later/talk-later.pptx"]
    assert run("build", "-C", folder, "--event", "evening", "--force")[0] == 0
    assert deck.with_name("talk-evening-edited-1.pptx").read_bytes() == edited
