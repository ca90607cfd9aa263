"""The manual is what the program makes of its own gallery."""

import re

import pytest

from talkbuilder.authoring.manual import manual
from talkbuilder.kinds import WRITTEN
from tests.conftest import ROOT
from tests.sample import built, talk

_TALKS = ROOT / "talks"


def test_the_manual_is_what_the_gallery_shows(request: pytest.FixtureRequest) -> None:
    made = manual()
    if request.config.getoption("--update"):
        (_TALKS / "pictures").mkdir(exist_ok=True)
        for old in (_TALKS / "pictures").glob("*.svg"):
            old.unlink()
        for path, data in made.items():
            (_TALKS / path).write_bytes(data)
    found = {path.relative_to(_TALKS).as_posix() for path in (_TALKS / "pictures").iterdir()} | {"README.md"}
    assert found == set(made)
    stale = [path for path, data in made.items() if _drawn((_TALKS / path).read_bytes()) != _drawn(data)]
    assert stale == [], "run pytest --update, and look at what it made"


def _drawn(data: bytes) -> bytes:
    """A file without what differs from one version of HarfBuzz to another: the subsets of its fonts."""
    return re.sub(rb"data:font/ttf;base64,[^)]+|fingerprint [0-9a-f]+", b"", data)


def test_every_kind_is_shown_and_told_of() -> None:
    made = manual()
    text = made["README.md"].decode()
    for name in WRITTEN:
        assert f"\n### {name}\n" in text
        assert f"pictures/{name}.svg" in made
        assert f"![{name}](pictures/{name}.svg)" in text


def test_the_contents_lead_to_every_chapter() -> None:
    text = manual()["README.md"].decode()
    chapters = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert re.findall(r"^- \[(.+)\]\(#", text, re.MULTILINE) == chapters
    assert len(set(chapters)) == len(chapters)
    assert "](#what-may-be-typed-and-what-may-not)" in text


def test_every_file_of_the_library_has_its_keys() -> None:
    text = manual()["README.md"].decode()
    for name, key in (("facts", "exact"), ("facts", "by"), ("people", "credit"), ("media", "alt"), ("words", "says")):
        assert f"| `{key}` |" in text.partition(f"\n### {name}.yaml\n")[2].partition("\n#")[0]


def test_a_verse_of_the_bible_builds_as_it_is_told() -> None:
    (slide,) = re.findall(r"`(- statement: .+ \| New International Version\}\")`", manual()["README.md"].decode())
    _, report = built(talk(f"  {slide}\n    notes: So."))
    assert not report.failed
    assert {one.code[:3] for one in report.diagnostics} <= {"C10", "C03"}  # how long it takes, and that nobody signed
