"""Options: whole words only, what is written, what it is set in, and what a command makes of them."""

import io
import re
from pathlib import Path

import pytest

from talkbuilder.commands import COMMANDS, module_of
from talkbuilder.commands.folder import occasion_of
from talkbuilder.commands.options import Delivery, Edition, Events, Folder, Request, Talks, Template
from talkbuilder.commands.outcome import order_of
from talkbuilder.outputs import OUTPUTS
from talkbuilder.source.events import Occasion
from tests.bookings import EVENING, book, write, written
from tests.corpora.tables import from_table
from tests.editions import event
from tests.running import edit, options, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A talk folder with a booking."""
    book(write(tmp_path), EVENING)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_can_be_abbreviated_and_a_help_says_what_its_command_is_for(command: str) -> None:
    known = options(command) | {"--help"}
    for option in known:
        for short in {option[:length] for length in range(3, len(option))} - known:
            first = {"completion": "zsh", "theme": "list"}.get(command, "x")
            code, out, err = run(command, first, f"{short}=1")
            assert (code, out) == (2, "")
            refused = rf"'{command}' (has no option {short}\n|does not take 'x'\n)"
            assert re.search(refused, err), f"{short} is taken for {option}"
    assert module_of(command).DESCRIPTION in " ".join(run(command, "--help")[1].split())


def test_the_program_has_no_option_that_can_be_abbreviated() -> None:
    assert [run(short)[0] for short in ("--versio", "--hel")] == [2, 2]


@pytest.mark.parametrize("endings", ["pptx,odp", "", "pptx,"])
def test_an_ending_that_nothing_is_written_as_is_answered_with_those_there_are(folder: Path, endings: str) -> None:
    code, out, err = run("build", "-C", folder, "--to", endings)
    assert (code, out, written(folder)) == (2, "", [])
    assert "talkbuilder: --to: nothing is written as" in err
    assert all(ending in err for ending in OUTPUTS)


def test_a_file_in_the_place_of_the_folder_for_decks_is_told(folder: Path) -> None:
    code, out, err = run("build", "-C", folder, "--out", "decks/well.pptx")
    assert (code, out, written(folder)) == (2, "", [])
    assert "--out names a folder, and 'decks/well.pptx' looks like a .pptx" in err
    assert "write '--out decks'" in err


@pytest.mark.parametrize("arguments", [["build"], ["check"]])
@pytest.mark.parametrize("name", ["none.potx", "talks"])
def test_a_template_that_is_not_there_is_told(folder: Path, arguments: list[str], name: str) -> None:
    template = folder / name if name else ""
    code, out, err = run(*arguments, "-C", folder, "--template", template)
    assert (code, out, written(folder)) == (2, "", [])
    assert (f"'{template}' is a folder" if name == "talks" else f"there is no template '{template}'") in err


@from_table
def test_a_slip_is_answered_with_what_to_type(
    arguments: list[str], said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, err = run(*arguments)
    assert (code, out, written(folder)) == (2, "", [])
    assert said in err


def test_an_order_says_where_all_of_its_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    delivery = Delivery(endings=("pptx", "svg"), force=True)
    order = order_of("talk", Occasion(event()), tmp_path, delivery, template=Path("ours.potx"))
    assert (order.folder, order.shown) == (str(tmp_path / "build" / "e"), "build/e/talk-e.pptx, .svg")
    assert (order.delivery, order.template) == (delivery, Path("ours.potx"))


@from_table
def test_an_edition_in_a_template_does_not_take_the_place_of_one_in_our_own_look(
    file: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / file).touch()
    template = Template(tmp_path / file)
    request = Request(Talks(()), Folder(None), Edition(20, ""), Events(None), template)
    occasion = occasion_of(request, "")
    assert order_of("talk", occasion, Path(), None).shown == f"build/{name}.pptx"


def test_an_audience_that_no_slide_is_marked_for_is_told(folder: Path) -> None:
    talk = folder / "talks" / "talk.yaml"
    edit(talk, "audiences: [youth, elders]\n", "")
    edit(talk, "    only: [youth]", "")
    told = "'youth' sees what everybody sees; write 'audiences: [youth]' at its top"
    assert told in run("build", "-C", folder, "--audience", "youth")[1]
    assert "marked for" not in run("build", "-C", folder, "--minutes", "5")[1]
