"""The README and the manual: all that they name is there, they name all that is, and what they show is what happens."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from talkbuilder.authoring.starter import start
from talkbuilder.commands import COMMANDS
from talkbuilder.kinds import WRITTEN
from tests.cases import picture
from tests.conftest import ROOT
from tests.posts.importers.test_docx import docx, paragraph
from tests.posts.importers.test_pdf import leaf, pdf
from tests.running import OPTION, edit, options, run

README = (ROOT / "README.md").read_text("utf-8")
MANUAL = (ROOT / "talks" / "README.md").read_text("utf-8")


def rows(header: str) -> Iterator[list[str]]:
    """The cells of a table of the manual, row by row."""
    _, _, table = MANUAL.partition(f"{header}\n")
    assert table, f"there is no table '{header}'"
    for line in table.split("\n\n")[0].splitlines()[1:]:
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def code(text: str) -> list[str]:
    """What stands as code in Markdown: indented lines, and what is between backquotes."""
    lines = text.splitlines()
    return [line for line in lines if line.startswith("    ")] + re.findall(r"`([^`\n]+)`", text)


def wrong_uses(lines: list[str]) -> list[str]:
    """The command lines that name a command or an option that there is not."""
    found = []
    for line in lines:
        for command, rest in re.findall(r"\btalkbuilder ([a-z][\w-]*)([^#]*)", line):
            if command not in COMMANDS or not {*re.findall(OPTION, rest)} <= options(command):
                found.append(line)
    return found


def test_every_command_has_its_row() -> None:
    named = [
        match[1] for cells in rows("| command | what it does |") if (match := re.match(r"`talkbuilder (\w+)", cells[0]))
    ]
    assert sorted(named) == sorted(COMMANDS)


def test_every_option_has_its_row_with_the_commands_that_take_it() -> None:
    told = [
        (command, option)
        for cells in rows("| option | of | what it does |")
        for option in re.findall(OPTION, cells[0])
        for command in cells[1].split(", ")
    ]
    assert sorted(told) == sorted((command, option) for command in COMMANDS for option in options(command))


def test_what_stands_as_code_exists() -> None:
    lines = [*code(README), *code(MANUAL)]
    assert wrong_uses(lines) == []
    known = {"--help"}.union(*(options(command) for command in ("", *COMMANDS)))
    assert {option for line in lines for option in re.findall(OPTION, line)} - known == set()


def test_what_the_help_has_as_an_example_exists() -> None:
    examples = [line for line in run("--help")[1].splitlines() if line.startswith("  talkbuilder ")]
    assert examples
    assert wrong_uses(examples) == []


def snippets() -> list[object]:
    """The YAML files of the chapter on repositories: what pre-commit reads, and what GitHub does."""
    _, _, section = MANUAL.partition("\n## Talks in a repository\n")
    return [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", section.split("\n## ")[0], re.DOTALL)]


def test_the_hook_that_the_manual_names_is_there_and_checks() -> None:
    config: Any = snippets()[0]
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (named,) = [hook["id"] for hook in config["repos"][0]["hooks"]]
    assert wrong_uses([hooks[named]["entry"]]) == []
    assert hooks[named]["entry"].split()[0] == "talkbuilder"
    assert re.search(hooks[named]["files"], "talks/a.yaml")
    assert not re.search(hooks[named]["files"], "build/a.pptx")


def written(head: str) -> list[str]:
    """What a section of the README shows to be written, block by block."""
    _, _, section = README.partition(f"\n## {head}\n")
    assert section, f"there is no section '{head}'"
    return re.findall(r"```yaml\n(.*?)```", section.split("\n## ")[0], re.DOTALL)


def talk_folder(folder: Path) -> Path:
    """What `talkbuilder new my-talk` writes."""
    start(folder, "my-talk")
    return folder


def add(path: Path, text: str) -> None:
    before = path.read_text("utf-8") + "\n" if path.exists() else ""
    path.write_text(before + text, "utf-8")


def faults(folder: Path) -> list[str]:
    """The codes of the errors in a folder."""
    status, printed, errors = run("check", "-C", str(folder))
    assert status in (0, 1)
    return re.findall(r"error\[(\w+)\]", printed + errors)


def test_the_slide_beside_its_picture_is_the_manuals() -> None:
    (slide,) = written("A slide, and what you write for it")
    assert f"![chart](pictures/chart-2.svg)\n\n```yaml\n{slide}```" in MANUAL
    assert 'src="talks/pictures/chart-2.svg"' in README
    assert f"{len(WRITTEN)} kinds of slides" in README


def test_the_fact_is_that_of_a_new_talk_and_what_contradicts_it_stops_the_deck(tmp_path: Path) -> None:
    (fact,) = written("One fact")
    facts = talk_folder(tmp_path) / "assets" / "facts.yaml"
    whole = facts.read_text("utf-8")
    assert fact in whole
    assert "In the spring of\n2019 our school planted 12 apple trees along the fence." in README
    assert faults(tmp_path) == []
    for wrong in (
        whole.replace("12", "21"),
        whole.replace("2019", "2018"),
        whole.replace("our school planted 12", "our school had not planted 12"),
    ):
        assert wrong != whole
        facts.write_text(wrong, "utf-8")
        assert faults(tmp_path) != []


def test_a_talk_of_ones_own_is_made_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, _, section = README.partition("\n## A talk of your own\n")
    steps = re.findall(
        r"^```\w+ (\S+)\n(.*?)```|^    talkbuilder ([^\n]*)$", section.split("\n## ")[0], re.DOTALL | re.MULTILINE
    )
    assert [typed.split()[0] for _, _, typed in steps if typed] == ["new", "import", "preview", "import", "build"]
    (tmp_path / "report.pdf").write_bytes(pdf(leaf(1, "We counted 14 gates.")))
    (tmp_path / "interview.docx").write_bytes(docx(paragraph("Q: How many?"), paragraph("A: Four.")))
    (tmp_path / "photo.jpg").write_bytes(picture(1280, 640, "JPEG"))
    for file, text, typed in steps:
        if typed.startswith("preview"):
            continue
        if typed:
            assert run(*typed.split())[0] == 0, typed
        else:
            add(tmp_path / file, text)
    assert (tmp_path / "build" / "well.pptx").is_file()
    (ten,) = [text for file, text, _ in steps if file.startswith("talks/")]
    assert ten.count("\n") == 10
    edit(tmp_path / "assets" / "facts.yaml", "water to 40 families\n  show: 40", "water to 60 families\n  show: 60")
    assert faults(tmp_path) != []


def test_a_report_is_taken_in_as_it_says(tmp_path: Path) -> None:
    (entry,) = written("My source is a report, or an interview")
    folder = talk_folder(tmp_path / "talk")
    report = tmp_path / "wells.txt"
    report.write_text(
        "Wells of the County\n\nA miller said: “I have four wells, and nobody ever asked me which.”\n", "utf-8"
    )
    add(folder / "assets" / "people.yaml", "\nmiller: {credit: A miller, role: public}\n")
    options = ("--kind", "report", "--by", "county-office", "--date", "2011")
    assert " ".join(options) in README
    assert run("import", "-C", str(folder), str(report), *options)[0] == 0
    assert "county-office:\n  credit: County office\n" in (folder / "assets" / "people.yaml").read_text("utf-8")
    without_voices = entry.partition("  voices:")[0]
    assert without_voices in (folder / "assets" / "sources.yaml").read_text("utf-8")
    quote = "wells: {text: I have four wells, speaker: %s, post: wells-of-the-county}\n"
    add(folder / "assets" / "quotes.yaml", quote % "county-office")
    add(folder / "talks" / "my-talk.yaml", "")
    talk = (folder / "talks" / "my-talk.yaml").read_text("utf-8").replace("quote: caretaker", "quote: wells")
    (folder / "talks" / "my-talk.yaml").write_text(talk, "utf-8")
    assert "E160" in faults(folder)
    add(folder / "assets" / "sources.yaml", entry.partition(without_voices)[2])
    (folder / "assets" / "quotes.yaml").write_text(quote % "miller", "utf-8")
    assert faults(folder) == []


def test_an_interview_is_taken_in_as_it_says(tmp_path: Path) -> None:
    folder, file = talk_folder(tmp_path / "talk"), tmp_path / "talk.txt"
    file.write_text(
        "A: How many wells do you have?\nB: I have four wells.\nA: Since when?\nB: We dug them in May.\n", "utf-8"
    )
    (options,) = re.findall(r"talkbuilder import talk.txt (.*)", README)
    status, told, _ = run("import", "-C", str(folder), str(file), *shlex.split(options))
    assert (status, "'B', 2 lines: farmer" in told) == (0, True)
    assert "speakers: [interviewer, farmer]" in (folder / "assets" / "sources.yaml").read_text("utf-8")
    quote = "wells: {text: I have four wells, speaker: %s, post: talk}\n"
    add(folder / "assets" / "quotes.yaml", quote % "farmer")
    assert run("verify", "-C", str(folder))[0] == 0
    (folder / "assets" / "quotes.yaml").write_text(quote % "interviewer", "utf-8")
    assert "E103" in run("verify", "-C", str(folder))[1]


def test_a_photo_is_shown_as_it_says(tmp_path: Path) -> None:
    entry, slide = written("My first photo")
    folder = talk_folder(tmp_path)
    (folder / "assets" / "images").mkdir(exist_ok=True)
    Image.new("RGB", (1600, 1200), (90, 110, 70)).save(folder / "assets" / "images" / "well.jpg")
    add(folder / "assets" / "media.yaml", entry)
    outline = folder / "talks" / "my-talk.yaml"
    before, after = outline.read_text("utf-8").split("  - title: Everybody had a job to do")
    said = "".join(f"  {line}\n" for line in slide.splitlines())
    outline.write_text(
        f"{before}{said}    notes: That is mine.\n\n  - title: Everybody had a job to do{after}", "utf-8"
    )
    assert faults(folder) == []


def test_every_place_that_they_lead_to_is_there() -> None:
    for text, folder in ((README, ROOT), (MANUAL, ROOT / "talks")):
        for link in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text):
            path, _, head = (link[0] or link[1]).partition("#")
            if path.startswith("http"):
                continue
            assert (folder / path).exists(), path
            if head:
                assert f"](#{head})" in MANUAL
