"""A talk that is saved again and again: only what changed is made anew, and all of it is as after a fresh start."""

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import msgspec
import pytest

from talkbuilder.cli import main
from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from talkbuilder.layout.page import Page, Unproved
from talkbuilder.layout.theme import Theme
from talkbuilder.preview.checking import Request, _Checks
from talkbuilder.preview.choosing import Choice
from talkbuilder.preview.session import Session
from talkbuilder.stages import lay_out
from talkbuilder.talk.talk import Slide
from tests.conftest import ROOT
from tests.preview.opened import OUTLINE, write
from tests.sample import ASSETS, SLIDES, slide, talk
from tests.shipped import each_talk, shipped

EVERY = talk("\n".join(slide(kind, f"A slide of {kind}") for kind in SLIDES))


def saved(session: Session, outline: Path, text: str) -> None:
    """Saves, and waits until bad news is told as well."""
    outline.write_text(text, "utf-8")
    changed(session, "talks/talk.yaml")


def changed(session: Session, *paths: str) -> None:
    async def change() -> None:
        await session.changed(paths)
        waiting = session.waiting
        if waiting:
            await waiting

    # In a thread of its own: where Chromium was tested before, this one has an event loop that runs.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(change())).result()


def shown(session: Session) -> list[object]:
    """All that is told of the slides, their pictures included."""
    return [(card, session.pictures.get(card.picture)) for card in session.state.cards]


def edits(random: Random, text: str) -> str:
    """The text with one thing changed: words, a slide moved, doubled or left out, a line put in."""
    head, *slides = text.split("\n  - ")
    at = random.randrange(len(slides) - 1)
    match random.choice(("words", "notes", "move", "double", "leave", "remark", "talk")):
        case "words":
            slides[at] = slides[at].replace("A slide", random.choice(("A slide", "Some slide", "That slide")), 1)
        case "notes":
            slides[at] = slides[at].replace("Some words.", f"Some words, {'and more ' * random.randrange(9)}they are.")
        case "move" if at:  # the last one ends the talk
            slides[at], slides[at - 1] = slides[at - 1], slides[at]
        case "double":
            slides.insert(at, slides[at])
        case "leave" if len(slides) > 8:
            del slides[at]
        case "remark":
            head = f"# a remark\n{head}"
        case _:
            head = head.replace("talk: A talk", "talk: A long talk", 1)
    return "\n  - ".join((head, *slides))


# Four saves each: a thousand in all.
@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.trial) for seed in range(2, 251))])
def test_after_many_saves_all_is_as_after_a_fresh_start(seed: int, tmp_path: Path) -> None:
    random, text = Random(seed), EVERY
    outline = write(tmp_path, text)
    session = Session(tmp_path, "talk")
    for _ in range(4):
        text = edits(random, text)
        saved(session, outline, text)
        fresh = Session(tmp_path, "talk")
        assert shown(session) == shown(fresh)
        assert session.state.talk == fresh.state.talk
        assert session.state.faults == fresh.state.faults


@each_talk
def test_a_preview_shows_every_page_of_our_talks(name: str) -> None:
    deck, _ = shipped(name)
    assert len(Session(ROOT, name).state.cards) == len(deck.pages)


def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of slides that are laid out from now on."""
    titles: list[str] = []

    def noted(slide: Slide, theme: Theme) -> tuple[Page, ...]:
        titles.append(slide.title.text)
        return lay_out.pages_of(slide, theme)

    monkeypatch.setattr("talkbuilder.preview.drafting.pages_of", noted)
    return titles


def test_only_the_slide_that_changed_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = write(tmp_path)
    session = Session(tmp_path, "talk")
    titles = laid_out(monkeypatch)
    saved(session, outline, OUTLINE.replace("People live there", "Many live there"))
    assert titles == ["Many live there"]
    saved(session, outline, f"# a remark\n{OUTLINE}".replace("People live there", "Many live there"))
    assert titles == ["Many live there"]


def test_notes_alone_lay_out_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = write(tmp_path)
    session = Session(tmp_path, "talk")
    titles = laid_out(monkeypatch)
    saved(session, outline, OUTLINE.replace("They are many", "They are very many"))
    assert titles == []
    assert "very many" in str([card.body["said"] for card in session.state.cards])


def told(session: Session, change: Callable[[], None]) -> list[dict[str, object]]:
    """What a listener is told while something changes."""
    listener = session.join()
    listener.news.get_nowait()
    change()
    news = []
    while not listener.news.empty():
        news.append(dict(listener.news.get_nowait() or {}))
    return news


def test_what_is_told_of_a_change_is_that_alone(tmp_path: Path) -> None:
    outline = write(tmp_path)
    session = Session(tmp_path, "talk")
    (one,) = told(session, lambda: saved(session, outline, OUTLINE.replace("People live there", "Many live there")))
    assert one["is_written"]
    assert [len(one[name]) for name in ("cards", "pictures")] == [1, 1]  # type: ignore[arg-type] # they are mappings


FAULTS = {
    "an id that nothing has": ("quote: grass", "quote: gras", 1),
    "an unknown kind": ("quote: grass", "quot: grass", 1),
    "no YAML": ("title: People live there", "title: People: live there", 0),
    "nothing at all": (OUTLINE, "", 0),
    "an unknown theme": ("talk: A talk", "talk: A talk\ntheme: nothing", 0),
}


def test_pictures_are_there_until_the_draft_after_the_one_that_drops_them(tmp_path: Path) -> None:
    outline = write(tmp_path, talk(slide("photo", "The steppe")))
    session = Session(tmp_path, "talk")
    (name,) = session.cards.images
    for title, is_there in (("A field", True), ("A garden", False)):
        saved(session, outline, talk(slide("statement", title)))
        assert (name in session.cards.images) == is_there


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_keeps_the_last_good_slides(fault: str, tmp_path: Path) -> None:
    before, after, faulty = FAULTS[fault]
    outline = write(tmp_path)
    session = Session(tmp_path, "talk")
    was = [card.picture for card in session.state.cards]
    saved(session, outline, OUTLINE.replace(before, after))
    assert [card.picture for card in session.state.cards] == was
    assert sum(card.is_faulty for card in session.state.cards) == faulty
    assert session.state.faults
    saved(session, outline, OUTLINE)
    assert shown(session) == shown(Session(tmp_path, "talk"))
    assert session.state.faults == ()


def test_a_fault_that_stays_through_other_edits_keeps_its_slide(tmp_path: Path) -> None:
    outline = write(tmp_path)
    session = Session(tmp_path, "talk")
    was = [card.picture for card in session.state.cards]
    broken = OUTLINE.replace("quote: grass", "quote: gras")
    saved(session, outline, broken)
    saved(session, outline, broken.replace("Hello.", "Hello to all."))
    assert [card.picture for card in session.state.cards] == was
    assert [card.is_faulty for card in session.state.cards].index(True) == 4


def test_an_edition_is_drawn_and_gone_back_from(tmp_path: Path) -> None:
    first = slide("bullets", "First", "word " * 300) + "\n    priority: could\n"
    write(tmp_path, talk(first + slide("quote", "Second")))
    session = Session(tmp_path, "talk")
    was = shown(session)
    session.choose(Choice(minutes=2, aspect="4:3"))
    assert len(session.state.cards) == len(was) - 1
    assert session.state.talk["left_out"][0]["title"] == "First"
    session.choose(Choice())
    assert shown(session) == was


def test_a_slide_that_is_not_ready_shows_its_title_as_far_as_it_is_written(tmp_path: Path) -> None:
    outline = write(tmp_path)
    session = Session(tmp_path, "talk")
    new = OUTLINE.replace("closing:", "  - title: 'One that is'\nclosing:")
    saved(session, outline, new)
    card = session.state.cards[8]
    assert (card.body["title"], card.picture, card.is_faulty) == ("One that is", "", True)
    closing = next(one for one in session.state.talk["checkpoints"] if "Closing" in one["what"])
    assert session.state.cards[closing["slide"]].body["title"] == "Thank you"


def test_no_finding_repeats_a_protected_name(tmp_path: Path) -> None:
    write(tmp_path, talk("  - {Tamara: So, statement: So, notes: N.}"))
    assert "Tamara" in str(Session(tmp_path, "talk").state.faults)
    listed = write_protected(protect(Protected(), "Tamara", bytes(16)))
    (tmp_path / "assets" / "protected.txt").write_bytes(listed)
    told = str(Session(tmp_path, "talk").state.faults)
    assert "unknown key '…'" in told
    assert "Tamara" not in told


def test_a_slide_with_a_protected_name_is_not_shown_until_it_is_mended(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    listed = write_protected(protect(Protected(), "Tamara", bytes(16)))
    (tmp_path / "assets" / "protected.txt").write_bytes(listed)
    named = OUTLINE.replace("closing:", "  - {statement: 'It was Tamara', notes: So it was.}\nclosing:")
    outline = write(tmp_path, named)
    session = Session(tmp_path, "talk")
    assert "Tamara" not in str(shown(session)) + str(session.state.talk)
    (hidden,) = [card for card in session.state.cards if not card.picture]
    assert (hidden.is_faulty, hidden.line) == (True, named[: named.index("  - {statement: 'It was")].count("\n") + 1)
    saved(session, outline, named.replace("Tamara", "nobody"))
    assert all(card.picture for card in session.state.cards)
    assert "It was nobody" in str([card.body["title"] for card in session.state.cards])


def test_slides_of_what_a_check_finds_unproved_are_marked_until_it_is_proved(tmp_path: Path) -> None:
    claim = talk(
        slide("bullets").replace("- The bureau counted {herds}", "- It cost them 84,000") + "\n" + slide("quote")
    )
    outline = write(tmp_path, claim)
    session = Session(tmp_path, "talk")
    found = _Checks(tmp_path, "talk").answer(Request(1, session.choice)).unproved
    assert (found.count, [*found.on]) == (1, [2])
    as_it_comes = msgspec.json.decode(msgspec.json.encode(found), type=Unproved)  # from the other process
    (marked,) = told(session, lambda: session.mark(as_it_comes))
    assert not marked["is_written"]  # nobody is taken from the slide that they look at
    assert drafts(session) == [True, False, True, *[False] * (len(session.state.cards) - 3)]
    version = session.state.version
    session.mark(found)
    assert session.state.version == version
    saved(session, outline, claim.replace("84,000", "much"))
    session.mark(_Checks(tmp_path, "talk").answer(Request(1, session.choice)).unproved)
    assert not any(drafts(session))


def drafts(session: Session) -> list[bool]:
    """Which cards are marked as those of a draft."""
    return [">DRAFT" in session.pictures[card.picture] for card in session.state.cards]


STRAY = "\nunused:\n  says: A fact that no talk names\n  kind: rumour\n"


def test_a_finding_has_the_words_and_the_weight_that_check_gives_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = ASSETS["assets/facts.yaml"]
    assert isinstance(facts, str)
    outline = OUTLINE.replace("It is so.", "They had 4,711 wells.")
    write(tmp_path, outline.replace("{herds}", "{herd}"), {"assets/facts.yaml": facts + STRAY})
    found = _Checks(tmp_path, "talk").answer(Request(1, Choice())).findings
    assert main(["check", "-C", str(tmp_path), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {one["severity"] for one in told} >= {"error", "warning"}
    # `check` prints paths as they can be typed where it was started.
    assert [{**one, "file": ""} for one in found] == [{**one, "file": ""} for one in told]
    weights = {(one["code"], one["message"], one["severity"]) for one in told}
    assert {(one["code"], one["message"], one["severity"]) for one in Session(tmp_path, "talk").state.faults} <= weights
