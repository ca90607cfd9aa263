"""Checks of the products of a run, and which of them a later run may do without."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from talkbuilder.memory import Memory

from talkbuilder import checks, pipeline
from talkbuilder.checks import ON_DECK, ON_LIBRARY, ON_PLAN, ON_TALK
from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import build, look_over
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import DiskProject, MemoryProject, Project
from talkbuilder.stages import checking
from tests.running import run
from tests.sample import ASSETS, SLIDES, booked, project, slide, talk

_OUTLINE = talk("\n".join(slide(kind, f"A headline of {kind}") for kind in SLIDES))
_POST = "assets/posts/first.txt"
_CHECKS = (*ON_LIBRARY.names, *ON_TALK.names, *ON_PLAN.names, *ON_DECK.names)

_Told = list[tuple[str, tuple[str, int, int], str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "faultless"


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The checks that were tried, in their order."""
    names: list[str] = []

    def noted(name: str, found: Callable[[str], object] = checks._check) -> object:
        names.append(name)
        return found(name)

    monkeypatch.setattr(checks, "_check", noted)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)  # none of them in a copy
    return names


def _told(given: Project, file: Path | None, occasion: Occasion = EVERYDAY) -> _Told:
    """What is reported of a folder, with what a memory knows of it."""
    report, memory = Report(), Memory(file)
    list(build(given, ("talk",), report, occasion, memory=memory))
    memory.keep()
    return [(one.code, one.place, one.message) for one in report.everything]


def test_only_checks_that_found_something_are_tried_again(file: Path, tried: list[str]) -> None:
    first = _told(project(_OUTLINE), file)
    assert tuple(sorted(tried)) == tuple(sorted(_CHECKS))
    tried.clear()
    assert _told(project(_OUTLINE), file) == first
    assert first
    assert 0 < len(tried) < 20
    assert not {*tried} & {*ON_LIBRARY.names}


def test_a_look_finds_what_a_build_does(file: Path) -> None:
    first = _told(project(_OUTLINE), file)
    report = Report()
    (plan,) = look_over(project(_OUTLINE), ("talk",), report, memory=Memory(file))
    assert [(one.code, one.place, one.message) for one in report.everything] == first
    assert plan.talk.name == "talk"


def test_a_deck_that_is_known_to_be_faultless_is_not_laid_out_to_be_looked_at(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ON_DECK, "names", ("text_too_long",))
    assert _told(project(_OUTLINE), file)
    drawn = []
    monkeypatch.setattr(pipeline, "lay_out", lambda *given: drawn.append(given))
    look_over(project(_OUTLINE), ("talk",), Report(), memory=Memory(file))
    assert not drawn
    with pytest.raises(AssertionError):
        list(build(project(_OUTLINE), ("talk",), Report(), memory=Memory(file)))
    assert len(drawn) == 1


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("talks/talk.yaml", "Some words.", "She said that 77 came.", "C021"),
        ("assets/facts.yaml", "counted 88 herds in 2010,", "counted 89 herds in 2010,", "E108"),
        ("assets/quotes.yaml", "*higher*", "*lower*", "E140"),
        (_POST, "88 herds", "98 herds", "E101"),
        ("assets/sources.yaml", "from: The bureau counted, to: live", "from: The bureau counts, to: live", "E103"),
        ("assets/people.yaml", "bureau:", "office:", "E001"),
        ("assets/actions.yaml", "recipient: Somebody,", "verified_on: 1999-01-01, recipient: Somebody,", ""),
        ("assets/evidence.lock", "", "no lock", "E163"),
        ("assets/protected.txt", "", "no list", ""),
        ("assets/reviews.yaml", "", "- {fact: herds, state: nonsense}", ""),
        ("assets/posts/index.json", "", '{"posts": {"first": {"sha256": "00"}}}', "E161"),
        ("assets/media.yaml", "Grass up to the horizon under a wide sky", "77 killed slaves", ""),
    ],
)
def test_whatever_changed_is_looked_at_again(file: Path, path: str, old: str, new: str, code: str) -> None:
    sound = project(_OUTLINE)
    before = sound.read(path)
    assert old.encode() in (before or b"")
    data = before.replace(old.encode(), new.encode()) if before else new.encode()
    changed = MemoryProject({**sound._files, path: data})
    first = _told(sound, file)
    told = _told(changed, file)
    assert told == _told(changed, None)
    assert told != first
    assert not code or code in {one[0] for one in {*told} - {*first}}
    assert _told(sound, file) == first


def test_another_edition_is_looked_at_for_itself(file: Path) -> None:
    _told(project(_OUTLINE), file)
    short = Occasion(minutes=1)
    assert _told(project(_OUTLINE), file, short) == _told(project(_OUTLINE), None, short)


def test_what_is_made_for_an_event_is_always_looked_at(file: Path, tried: list[str]) -> None:
    occasion = booked("date: 2027-05-14, audience: youth")
    for _ in range(2):
        tried.clear()
        _told(project(_OUTLINE), file, occasion)
        assert {*tried} == {*_CHECKS}
    assert not file.exists()


def test_a_talk_that_changed_needs_no_library_proved_anew(file: Path, tried: list[str]) -> None:
    _told(project(_OUTLINE), file)
    tried.clear()
    _told(project(_OUTLINE.replace("Some words.", "Some other words.")), file)
    assert {*ON_TALK.names} < {*tried}
    assert not {*tried} & {*ON_LIBRARY.names}


def test_what_is_lost_with_a_copy_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _told(project(_OUTLINE), None)

    def lost(made: Callable[[], Iterable[bytes]]) -> Callable[[], Iterator[bytes]]:
        tuple(islice(made(), 30))  # all that it had begun
        return lambda: iter(())

    monkeypatch.setattr(checking, "_MANY_LETTERS", 0)
    monkeypatch.setattr(checking, "make_beside", lost)
    assert _told(project(_OUTLINE), None) == told
    assert {"C318", "C350"} & {code for code, _, _ in told}


def test_who_waits_for_a_copy_takes_part(tried: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_MANY_LETTERS", 0)
    monkeypatch.setattr(checking, "make_beside", lambda made: lambda: islice(made(), 0, None))
    _told(project(_OUTLINE), None)
    assert tuple(sorted(tried)) == tuple(sorted(_CHECKS))


def test_all_files_that_checks_could_ask_for_are_read_before_they_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    given = project(_OUTLINE)
    asked: dict[str, frozenset[str]] = {}
    for stage in ("seen_talk", "lay_out"):
        wrapped = getattr(pipeline, stage)

        def noting(*arguments: object, stage: str = stage, wrapped: Callable[..., object] = wrapped) -> object:
            asked[stage] = given.asked
            return wrapped(*arguments)

        monkeypatch.setattr(pipeline, stage, noting)
    memory = Memory(Path(__file__).parent / "no" / "such" / "folder")
    list(build(given, ("talk",), Report(), memory=memory))
    assert given.asked == asked["seen_talk"] == asked["lay_out"]
    assert _POST in given.asked


def test_a_file_that_changes_between_two_readings_is_told_as_neither(tmp_path: Path) -> None:
    tmp_path.joinpath("one").write_text("a")
    steady, wavering = DiskProject(tmp_path), DiskProject(tmp_path)
    steady.read("one")
    steady.read("one")
    assert wavering.read("one") == b"a"
    tmp_path.joinpath("one").write_text("b")
    assert wavering.read("one") == b"b"
    later = DiskProject(tmp_path)
    later.read("one")
    assert len({steady.told(), wavering.told(), later.told()}) == 3
    assert DiskProject(tmp_path).told() == later.told("assets") != later.told("o")


@pytest.mark.parametrize("of", ["people", "media"])
def test_what_is_known_of_a_talk_holds_until_an_agreement_ends(file: Path, tried: list[str], of: str) -> None:
    agreed = "{by: They, on: 2026-01-01, uses: talks, until: 2027-01-01}"
    more = {
        "people": f"guest: {{credit: A guest, role: public, consent: {agreed}}}\n",
        "media": f"gate: {{file: g.png, alt: A gate, credit: Me, people: [{{who: witness, agreed: {agreed}}}]}}\n",
    }

    def tried_on(day: str) -> bool:
        tried.clear()
        given = project(_OUTLINE, **{of: str(ASSETS[f"assets/{of}.yaml"]) + more[of]})
        given.today = day
        _told(given, file, Occasion(today=day))
        return "ended_consent" in tried

    days = ("2026-11-25", "2027-01-01", "2027-01-02", "2027-01-03")
    assert [tried_on(day) for day in days] == [True, False, True, False]


def test_verify_believes_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = project(talk(slide("quote")))
    for path, data in {**wrong._files, _POST: b"Nothing of it stands here.\n"}.items():
        tmp_path.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
        tmp_path.joinpath(path).write_bytes(data)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(Memory, "has", lambda self, key: True)
    status, out, _ = run("verify", "-C", tmp_path)
    assert status == 1
    assert "E101" in out
