"""`talkbuilder import`: what it says, to people and programs, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from talkbuilder.cli import main
from tests.cases import picture
from tests.posts.importers.sample import item, plain, rss, wxr
from tests.terminal import on_terminal


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "talks").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    return main(["import", *arguments])


def test_what_was_found_is_told_in_a_few_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "april.txt").write_bytes(plain())
    assert run("april.txt") == 0
    told = capsys.readouterr()
    words = len(plain().decode().split()) - 4 - 3 - 4  # without the header and the two separators
    assert told.out == (
        f"april.txt: plain-text archive, 2 posts, {words} words: 2 new, 0 known, 0 changed\n"
        "  1 paragraph with unpaired quote marks\n"
        "  1 passage may not be the author's, and cannot be cited until 'voices' in assets/sources.yaml says whose:\n"
        '  the-bridge-at-nine-wells-so-late, paragraph 2, 24 words: "Dear friend, I saw the men again. They slept in…\n'
        "    the quote marks around it do not balance: "
        '- {who: PERSON, from: "Dear friend, I saw", to: the foreman… He laughed.}\n'
    )
    assert told.err == ""


def test_an_article_lists_whom_it_quotes_in_marks_of_either_kind(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "The wells are deep.\n\n{}We saw what we saw,{} said a miller to the county in May.\n"
    for name, marks in (("curly", "“”"), ("straight", '""')):
        (folder / f"{name}.txt").write_text(said.format(*marks).replace("wells", f"{name} wells"), "utf-8")
        run(f"{name}.txt", "--kind", "article", "--by", "county", "--date", "2012")
        assert "it stands in quote marks, so somebody else is speaking" in capsys.readouterr().out


def test_all_passages_are_told_on_demand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quoted = "\n\n".join(f"> I have {number} wells." for number in range(20, 40))
    (folder / "a.txt").write_text(f"A day\n\nWe met.\n\n{quoted}\n\nWe left.\n".replace("\n\n>", "\n\nSo:\n\n>"))
    assert run("a.txt", "--date", "2020") == run("a.txt", "--date", "2020", "--all") == 0
    some, every = capsys.readouterr().out.split("a.txt: ")[1:]
    assert "I have 39 wells." not in some
    assert "--all lists each" in some
    assert "I have 39 wells." in every
    assert "more;" not in every


def test_sources_that_hold_protected_names_are_told_without_the_names(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "talks" / "one.yaml").write_text("talk: One\n", encoding="utf-8")
    assert main(["protect", "the foreman"]) == 0
    (folder / "april.txt").write_bytes(plain())
    capsys.readouterr()
    assert run("april.txt") == 0
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "protected" in one]
    assert line == (
        "  1 source holds names or details that are protected, and that no deck may hold: "
        "the-bridge-at-nine-wells-so-late"
    )


@pytest.mark.parametrize(("kind", "told"), [("", "1 article, "), ("report", "1 report, "), ("data", "1 data set, ")])
def test_what_is_imported_is_called_what_it_is(
    kind: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "wells.txt").write_text("Wells of the county\n\nThere are seven wells, and two are dry.\n", "utf-8")
    assert run("wells.txt", *(("--kind", kind) if kind else ())) == 0
    out = capsys.readouterr().out
    assert f"wells.txt: plain text, {told}" in out
    assert f"  {told[:-2]} without a date" in out


def test_what_is_said_in_vain_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "wells.txt").write_text("Wells of the county\n\nThere are seven wells, and two are dry.\n", "utf-8")
    assert run("wells.txt", "--date", "2011", "--kind", "report", "--by", "offfice") == 0
    assert "'offfice', whose words it holds, is new in assets/people.yaml, where" in capsys.readouterr().out
    assert run("wells.txt", "--date", "2011", "--kind", "letter", "--by", "office") == 0
    assert capsys.readouterr().out.endswith(
        "0 new, 1 known, 0 changed\n"
        "  --kind says only what new sources are; mend 'kind:' in assets/sources.yaml of: wells-of-the-county\n"
        "  --by says only what new sources are; mend 'by:' in assets/sources.yaml of: wells-of-the-county\n"
    )


def test_several_files_are_imported_and_a_bad_one_stops_only_itself(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.xml").write_bytes(wxr()[:-40])
    (folder / "good.xml").write_bytes(wxr(item("T", "x"), item("D", "y", status="draft")))
    assert run("bad.xml", "good.xml") == 1
    told = capsys.readouterr()
    assert "bad.xml: error[I004] the file breaks off in line " in told.err
    assert "good.xml: WordPress export, 1 post, 2 words: 1 new" in told.out
    assert "  left out: 1 not published ('draft')" in told.out


def test_programs_get_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "feed.xml").write_bytes(rss("<item><title>T</title><description>It begins […]</description></item>"))
    assert run("feed.xml", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [fault["code"] for fault in told["diagnostics"]] == ["I007", "I008"]
    assert told["files"][0] | {"words": 0} == {
        "name": "feed.xml",
        "format": "feed",
        "posts": 1,
        "kinds": {"post": 1},
        "words": 0,
        "new": 1,
        "known": 0,
        "changed": 0,
        "undated": 1,
        "cut_short": 1,
        "lost_links": 0,
        "pictures": 0,
        "unbalanced": 0,
        "speakers": [],
        "guests": {},
        "untitled": [],
        "unlisted": {},
        "left_out": {},
        "nobodys_sources": {},
        "publishers": {},
        "unchanged": {},
        "hidden": [],
        "renamed": {},
        "guessed": [],
        "titled": {},
        "roles": [],
        "protected": {},
        "nobodys": [],
    }


@pytest.mark.parametrize(
    "arguments", [["nowhere.xml"], ["a.txt", "--date", "April"], ["a.txt", "-C", "nowhere"], ["talks"]]
)
def test_a_wrong_command_line_is_told_with_a_hint(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_bytes(plain())
    assert run(*arguments) == 2
    assert "hint: " in capsys.readouterr().err
    assert not (folder / "assets").exists()


def test_other_commands_do_not_wait_for_the_libraries_of_importing() -> None:
    script = (
        "import sys; from talkbuilder.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('lxml', 'feedparser', 'charset_normalizer', 'msgspec') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "[]"


_TALK = (
    "Q: How many wells do you have?\nBerta: I have four wells, and all of them are dry.\n"
    "Q: Since when?\nBerta: Since May.\n\nThen I went home.\n"
)


def test_a_title_that_was_listed_before_its_name_was_protected_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "one.txt").write_text("Berta and her well\n\nIt is dry. It was always so.\n", "utf-8")
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    assert run("one.txt", "a talk.txt", "--date", "2011") == 0
    assert "the titles of berta-and-her-well hold what is protected now" in capsys.readouterr().err


def test_an_interview_tells_whom_it_found_and_what_is_left_to_say(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    assert run("a talk.txt", "--date", "2011", "--voice", "Q=interviewer") == 0
    assert capsys.readouterr().out == (
        "a talk.txt: plain text, 1 interview, 30 words: 1 new, 0 known, 0 changed\n"
        "  it is read as an interview, by the names before its lines:\n"
        "    'Q', 2 lines: interviewer\n"
        "    'Berta', 2 lines: a-talk-speaker-2\n"
        "  new in assets/people.yaml, unnamed and protected until you say there who that is: "
        "interviewer, a-talk-speaker-2\n"
        "  protected from now on, kept as hashes: 'Berta'; no slide and no note may hold it\n"
        "  if one is no name of a person, 'talkbuilder protect --free NAME' takes it off the list\n"
        "  1 source holds names or details that are protected, and that no deck may hold: a-talk\n"
        "  1 passage may not be the author's, and cannot be cited until 'voices' in assets/sources.yaml says whose:\n"
        "  a-talk, paragraph 2, 4 words: Then I went home.\n"
        "    it stands between the lines of an interview, or behind the last: "
        "- {who: PERSON, from: Then I went home., to: Then I went home.}\n"
    )
    assert main(["verify"]) == 0
    assert run("a talk.txt", "--voice", "Berta=berta") == 0
    assert "  --voice says only what new sources are; mend 'speakers:' in assets/sources" in capsys.readouterr().out


@pytest.mark.parametrize(("answer", "id"), [("berta", "a-talk-speaker-2"), ("An old farmer", "an-old-farmer")])
def test_at_a_terminal_it_asks_who_each_is(answer: str, id: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "", answer])
    monkeypatch.setattr("talkbuilder.commands.importing.is_terminal", lambda: True)
    monkeypatch.setattr("talkbuilder.commands.importing.ask_line", lambda question: next(answers))
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    assert run("a talk.txt", "--date", "2011") == 0
    assert f"speakers: [a-talk-speaker-1, {id}]" in (folder / "assets/sources.yaml").read_text("utf-8")
    assert f"{id}: # protected until" in (people := (folder / "assets/people.yaml").read_text("utf-8"))
    assert ("credit: An old farmer" in people) == (id == "an-old-farmer")


def test_the_title_of_a_file_that_tells_none_is_asked_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["Wells of the valley", "", ""])
    with monkeypatch.context() as at_terminal:
        at_terminal.setattr("talkbuilder.commands.importing.is_terminal", lambda: True)
        at_terminal.setattr("talkbuilder.commands.importing.ask_line", lambda question: next(answers))
        (folder / "rec_03 final.txt").write_text(_TALK, "utf-8")
        assert run("rec_03 final.txt", "--date", "2011") == 0
    listed = (folder / "assets/sources.yaml").read_bytes()
    assert b"\nwells-of-the-valley:\n  kind: interview\n  title: Wells of the valley\n" in listed
    assert run("rec_03 final.txt", "--date", "2011") == 0
    assert "0 new, 1 known, 0 changed" in capsys.readouterr().out
    assert (folder / "assets/sources.yaml").read_bytes() == listed


def test_two_names_are_one_person_only_if_that_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "A farmer", "a farmer", "A smith"])
    asked: list[str] = []

    def no(question: str, _keys: str) -> str:
        asked.append(question)
        return "n"

    monkeypatch.setattr("talkbuilder.commands.importing.is_terminal", lambda: True)
    monkeypatch.setattr("talkbuilder.commands.importing.ask_line", lambda question: next(answers))
    monkeypatch.setattr("talkbuilder.commands.importing.ask_key", no)
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    assert run("a talk.txt", "--date", "2011") == 0
    assert "is a farmer already: the same person" in asked[0]
    assert "speakers: [a-farmer, a-smith]" in (folder / "assets/sources.yaml").read_text("utf-8")


@pytest.mark.parametrize("voice", ["Q", "=interviewer", "Q=The Interviewer"])
def test_a_voice_that_says_nothing_is_wrong(voice: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    assert run("a talk.txt", "--voice", voice) == 2
    assert "hint: " in capsys.readouterr().err
    assert not (folder / "assets").exists()


def test_a_name_in_place_of_an_id_makes_one(folder: Path) -> None:
    (folder / "wells.txt").write_text("On wells\n\nThere were nine wells.\n", "utf-8")
    assert run("wells.txt", "--date", "2011", "--by", "the town office", "--kind", "report") == 0
    assert "\n  by: the-town-office\n" in (folder / "assets/sources.yaml").read_text("utf-8")
    assert "\nthe-town-office:\n  credit: The town office\n" in (folder / "assets/people.yaml").read_text("utf-8")


def test_a_name_with_blanks_that_was_typed_without_quote_marks_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "My old report.txt").write_text("A report\n\nThere were wells.\n", "utf-8")
    assert run("My", "old", "report.txt") == 2
    assert capsys.readouterr().err.endswith('= hint: a name with blanks needs quote marks: "My old report.txt"\n')


def test_the_few_findings_of_an_import_are_told_with_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for text in ("My well\n\nIt is deep.\n", "My well\n\nIt is very deep.\n"):
        (folder / "a.txt").write_text(text, "utf-8")
        assert run("a.txt", "--date", "2018") == 0
    assert "= hint: the text that was imported before is kept; --update takes this one" in capsys.readouterr().err


def test_photos_come_in_with_the_rest_and_ask_for_what_they_show(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "wells.txt").write_text("Wells of the county\n\nThere are seven wells.\n", "utf-8")
    (folder / "Old well.JPG").write_bytes(picture(1280, 640, "JPEG"))
    (folder / "broken.png").write_bytes(picture()[:60])
    assert run("wells.txt", "Old well.JPG", "broken.png", "--date", "2011") == 1
    told = capsys.readouterr()
    assert "broken.png: error[E015] the picture cannot be used: it is cut short" in told.err
    assert "Old well.JPG: photo, new: 'photo: old-well' on a slide shows it" in told.out
    assert "fill in 'alt:' and 'credit:' and 'people:' of 1 photo in assets/media.yaml" in told.out
    assert "wells-of-the-county:" in (folder / "assets" / "sources.yaml").read_text("utf-8")
    assert (folder / "assets" / "images" / "old-well.jpg").is_file()
    before = (folder / "assets" / "media.yaml").read_bytes()
    assert run("Old well.JPG") == 0
    assert "photo, known: 'photo: old-well'" in capsys.readouterr().out
    assert (folder / "assets" / "media.yaml").read_bytes() == before


def test_a_photo_that_was_deleted_is_put_back_and_a_small_one_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "well.png").write_bytes(picture(200, 100))
    assert run("well.png") == 0
    assert "200 × 100 pixels are too few for a whole slide: it must be 960 across at least" in capsys.readouterr().out
    kept = folder / "assets" / "images" / "well.png"
    kept.unlink()
    assert run("well.png") == 0
    assert "photo, put back; see that it is the one of assets/media.yaml: 'photo: well'" in capsys.readouterr().out
    assert kept.is_file()


def test_two_photos_of_one_name_are_two_and_none_is_overwritten(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "well.png").write_bytes(picture(200, 100))
    (folder / "a" / "well.png").write_bytes(picture(300, 100))
    assert run("well.png", "a/well.png") == 0
    images = folder / "assets" / "images"
    assert {one.name for one in images.iterdir()} == {"well.png", "well-2.png"}
    assert Image.open(images / "well.png").size == (200, 100)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_at_a_terminal_it_asks_when_a_report_is_from_whose_it_is_and_what_a_photo_shows(folder: Path) -> None:
    (folder / "wells.md").write_text("# Wells of the county\n\nMay 2011\n\nIn 1999 there were seven.\n", "utf-8")
    (folder / "well.png").write_bytes(picture(1280, 640))
    (folder / "mill.png").write_bytes(picture(1280, 600))
    with on_terminal("import", "wells.md", "well.png", "mill.png", "--kind", "report") as terminal:
        for question, answer in (
            ("as precise as you know", "soon\n"),
            ("2012-04-18 [2011-05]", "\n"),
            ("what slides may call them", "The county office\n"),
            ("what is there to see", "A round stone well\n"),
            ("whose picture is it", "Photo: a neighbor\n"),
            ("can anybody in it be recognized", "n"),
            ("what is there to see", "A mill\n"),
            ("print it [Photo: a neighbor]", "\n"),
            ("can anybody in it be recognized", "n"),
        ):
            terminal.until(question)
            (terminal.press if answer == "n" else terminal.type)(answer)
        terminal.until("'photo: mill' on a slide shows it")
    listed = {name: (folder / "assets" / f"{name}.yaml").read_text("utf-8") for name in ("sources", "people", "media")}
    assert "  by: the-county-office\n  title: Wells of the county\n  date: 2011-05\n" in listed["sources"]
    assert "the-county-office:\n  credit: The county office\n  role: source\n" in listed["people"]
    assert listed["media"] == (
        'well:\n  file: well.png\n  alt: A round stone well\n  credit: "Photo: a neighbor"\n  people: []\n'
        '\nmill:\n  file: mill.png\n  alt: A mill\n  credit: "Photo: a neighbor"\n  people: []\n'
    )


def test_a_date_that_is_to_come_is_no_sources(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    assert run("a talk.txt", "--date", "2199") == 2
    assert "it is still to come" in capsys.readouterr().err


def test_an_interrupted_import_tells_what_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_question: str) -> str:
        raise KeyboardInterrupt

    (folder / "a note.txt").write_text("The well was dug in one summer.\n", "utf-8")
    (folder / "a talk.txt").write_text(_TALK, "utf-8")
    monkeypatch.setattr("talkbuilder.commands.importing.ask_line", interrupt)
    with monkeypatch.context() as undated:
        undated.setattr("talkbuilder.commands.importing.is_terminal", lambda: False)
        assert run("a note.txt", "--date", "2011") == 0
    monkeypatch.setattr("talkbuilder.commands.importing.is_terminal", lambda: True)
    assert run("a note.txt", "a talk.txt", "--date", "2011") == 130
    assert "what was taken in stays: a note.txt; import" in capsys.readouterr().err
