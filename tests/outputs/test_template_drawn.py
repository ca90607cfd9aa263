"""Both talks on PowerPoint's default template and on presets of LibreOffice, as LibreOffice draws them."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from talkbuilder.layout.items import Text
from talkbuilder.layout.page import Deck
from talkbuilder.source.project import Project
from tests import package_rules, templates, validation
from tests.conftest import ROOT, program
from tests.listing import written
from tests.test_rendering import drawn, inside, letters

pytestmark = pytest.mark.rendering

_PRESETS = Path("/usr/lib/libreoffice/share/template/common/presnt")


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bytes]:
    """A preset of LibreOffice as "pptx" or "potx"; converted once, for that takes its time."""
    folder = tmp_path_factory.mktemp("presets")

    def convert(name: str, ending: str) -> bytes:
        office = program("soffice", "libreoffice")
        if not (_PRESETS / f"{name}.otp").exists():
            pytest.skip("the presets of LibreOffice are not installed")
        if not (folder / f"{name}.{ending}").exists():
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            file = str(_PRESETS / f"{name}.otp")
            command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), file]
            subprocess.run(command, check=True, capture_output=True, timeout=180, cwd=folder)
        return (folder / f"{name}.{ending}").read_bytes()

    return convert


_UNSERVED = ("T001", "T002", "T003", "T004", "T005")  # T006 is advice: it is set smaller there


def _built(data: bytes, ending: str, talk: str) -> Deck:
    theme, _ = templates.read(data, f"church.{ending}")
    assert theme is not None
    deck, report = templates.deck_on(theme, Project(ROOT), talk)
    assert [one for one in report.diagnostics if one.is_error or one.code in _UNSERVED] == []
    return deck


@pytest.mark.parametrize(
    ("name", "ending", "talk"),
    [
        ("DNA", "potx", "human-trafficking"),
        *(
            pytest.param(*one, marks=pytest.mark.trial)
            for one in (
                ("default", "pptx", "kazakhstan"),
                ("default", "pptx", "human-trafficking"),
                ("DNA", "pptx", "kazakhstan"),
                ("Candy", "pptx", "human-trafficking"),
                ("Candy", "potx", "kazakhstan"),
                ("Midnightblue", "pptx", "human-trafficking"),
                ("Midnightblue", "potx", "kazakhstan"),
            )
        ),
    ],
)
def test_a_talk_on_a_foreign_template_is_valid_and_every_word_is_drawn_in_its_box(
    name: str,
    ending: str,
    talk: str,
    converted: Callable[[str, str], bytes],
    to_pdf: Callable[[Path], Path],
    tmp_path: Path,
) -> None:
    deck = _built(templates.default() if name == "default" else converted(name, ending), ending, talk)
    data = written(deck)
    assert validation.problems(data) == []
    assert package_rules.broken(data) == []
    assert len(Presentation(io.BytesIO(data)).slides) == len(deck.pages)
    (tmp_path / "deck.pptx").write_bytes(data)
    pages = drawn(to_pdf(tmp_path / "deck.pptx"), deck.theme.size_pt[0])
    assert len(pages) == len(deck.pages)
    for number, (page, words) in enumerate(zip(deck.pages, pages, strict=True), start=1):
        # On a foreign cover the number may lie within another box: a word belongs to the smallest around it.
        texts = sorted((item for item in page.items if isinstance(item, Text)), key=lambda one: one.box.height)
        left = list(words)
        for text in texts:
            mine = "".join(word[0] for word in left if inside(word, text))
            left = [word for word in left if not inside(word, text)]
            expected = letters("".join(one.text for one in text.paragraphs)).casefold()
            assert sorted(letters(mine).casefold()) == sorted(expected), f"slide {number}, {text.name}"
