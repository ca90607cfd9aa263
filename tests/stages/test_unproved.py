"""A talk with claims that nothing proves is a draft: the mark on its cover and slides, and what their notes say."""

import re
from pathlib import Path

import pytest
from pptx import Presentation

from talkbuilder.diagnostics import Report
from talkbuilder.layout.draft_mark import NAME, letters_in
from talkbuilder.layout.inks import contrast
from talkbuilder.layout.items import Group, Item, Shape, Text
from talkbuilder.layout.page import Deck, Page, Unproved
from talkbuilder.pipeline import build
from talkbuilder.source.events import Occasion
from talkbuilder.stages.lay_out import lay_out
from talkbuilder.units import Aspect, Box
from tests.bookings import EVENING, FILES, book, write, written
from tests.kinds import Golden, compare
from tests.memory import MemoryProject
from tests.running import run
from tests.sample import SLIDES, built, project, slide, talk
from tests.templates import MASTER, changed, deck_on, default, theme_of

CLAIM = "    bullets:\n    - It cost them 84,000\n    - The bureau counted 88 last year\n    cite: [grass]\n"
TWO = talk(f"  - title: What it cost\n{CLAIM}    notes: Some words.\n{slide('quote')}")


def marks(deck: Deck) -> dict[str, str]:
    """What the marks of a deck say, by the titles of their pages."""
    return {page.title: mark.alt for page in deck.pages if (mark := mark_of(page))}


def mark_of(page: Page) -> Group | None:
    found = [item for item in page.items if isinstance(item, Group) and item.name == NAME]
    return found[0] if found else None


def all_marked(deck: Deck) -> Deck:
    """A deck again, with a mark on every page."""
    on = dict.fromkeys(range(len(deck.plan.timings)), ("Something.",))
    return lay_out(deck.plan, deck.theme, unproved=Unproved(len(on), on))


def test_the_cover_and_the_slides_in_question_are_marked_and_no_others() -> None:
    deck, report = built(TWO)
    assert not report.failed
    assert marks(deck) == {
        "A talk": "Draft: 2 claims are not proved yet (1 slide)",
        "What it cost": "Draft: 2 claims are not proved yet",
    }


def test_a_talk_without_unproved_claims_has_no_mark() -> None:
    deck, _ = built(talk(slide("quote")))
    assert not deck.is_draft
    assert marks(deck) == {}


def test_notes_begin_with_what_is_missing() -> None:
    deck, _ = built(TWO)
    cover, _, first, *_ = deck.pages
    assert cover.notes.before[0].text == "This deck is a draft: 2 claims are not proved yet (1 slide)"
    told = [one.text for one in first.notes.before[:2]]
    assert told[0] == "Not proved yet: '84,000' is a figure, and rests on no entry of the library"
    assert told[1].startswith("Not proved yet: '88' is a figure")


def test_what_stands_on_no_slide_is_told_on_the_cover() -> None:
    sound, _ = built(talk(slide("quote")))
    deck = lay_out(sound.plan, sound.theme, unproved=Unproved(1, {}, ("something",)))
    assert marks(deck) == {"A talk": "Draft: 1 claim is not proved yet"}
    assert deck.pages[0].notes.before[1].text == "Not proved yet: something"


def test_an_entry_that_nothing_proves_marks_the_slides_that_cite_it() -> None:
    outline = talk(f"{slide('quote', 'A quotation')}\n{slide('number', 'A number')}")
    files = {**FILES, "talks/talk.yaml": outline}
    del files["assets/posts/second.txt"]
    report = Report()
    (deck,) = build(MemoryProject(files), ("talk",), report)
    assert {one.code for one in report.diagnostics if one.is_unproved} == {"E113"}
    assert list(marks(deck)) == ["A talk", "A quotation"]


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_it_stands_at_the_upper_edge_of_slides_of_all_kinds_and_on_no_text(aspect: Aspect) -> None:
    deck, _ = built(talk("\n".join(slide(kind, f"A slide of {kind}") for kind in SLIDES)), Occasion(aspect=aspect))
    for page in all_marked(deck).pages:
        mark = mark_of(page)
        assert mark, page.title
        assert mark.box[:3] == (0, 0, deck.theme.width)
        covered = [text for text, top in letters(page.items) if top < mark.box.bottom / 12_700 and text.name != NAME]
        assert covered == [], page.title


@pytest.mark.parametrize(
    ("x", "width", "words"), [(0, 0, ""), (600, 110, ""), (20, 200, "The well house"), (0, 720, "A house")]
)
def test_it_covers_no_logo_and_no_letters_of_a_template_and_can_be_read(x: int, width: int, words: str) -> None:
    theme = theme_of(changed((MASTER, "</p:spTree>", f"{_shown(x, width, words)}</p:spTree>")) if width else default())
    deck, _ = deck_on(theme, project(talk("\n".join(slide(kind, f"A slide of {kind}") for kind in SLIDES))))
    for page in all_marked(deck).pages:
        mark = mark_of(page)
        assert mark
        ground, *_, text = mark.items
        assert isinstance(ground, Shape)
        assert ground.fill
        assert isinstance(text, Text)
        for ink in {one.ink for line in text.lines for one in line.runs}:
            assert contrast(ink, ground.fill, page.layout.palette) >= 4.5
        assert [one.name for one, top in letters(page.items) if _meets(one, top, mark)] == []
        if width and page.layout.part:
            logo = Box(*(side * 12_700 for side in (x, 4, width, 40)))
            assert mark.box.right <= logo.x or logo.right <= mark.box.x or mark.box.y >= logo.bottom, page.title


def _meets(text: Text, top: float, mark: Group) -> bool:
    letters = [*letters_in((text,))]
    is_beside = all(one.right <= mark.box.x or mark.box.right <= one.x for one in letters)
    return text.name != NAME and not is_beside and mark.box.y / 12_700 < top < mark.box.bottom / 12_700


def _shown(x: int, width: int, words: str) -> str:
    """Something that a master shows at the upper edge."""
    x, y, width, height = (side * 12_700 for side in (x, 4, width, 40))
    run = f"<a:r><a:t>{words}</a:t></a:r>" if words else ""
    fill = "" if words else '<a:solidFill><a:srgbClr val="225588"/></a:solidFill>'
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Logo"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr><p:txBody><a:bodyPr/><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def letters(items: tuple[Item, ...]) -> list[tuple[Text, float]]:
    """The texts among items, and how high their capitals reach."""
    found = []
    for item in items:
        if isinstance(item, Text):
            found += [(item, run.baseline_pt - 0.7 * run.size_pt) for line in item.lines for run in line.runs]
        elif isinstance(item, Group):
            found += letters(item.items)
    return found


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("draft", all_marked(built(talk(slide("quote", "A headline over it")))[0]), golden)


def test_svg_and_pptx_show_the_same(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "talks/talk.yaml": TWO})
    assert run("build", "-C", tmp_path, "--to", "pptx,svg")[0] == 0
    deck = Presentation(str(tmp_path / "build" / "talk.pptx"))
    named = [[one for one in page.shapes if one.name == NAME] for page in deck.slides]
    assert [len(one) for one in named] == [1, 0, 1, 0, 0, 0]
    words = [shape.text_frame.text for shape in named[2][0].shapes if shape.has_text_frame and shape.text_frame.text]
    assert words == ["DRAFT\u00a0\u00a0\u00a02\u00a0claims\u00a0are\u00a0not\u00a0proved\u00a0yet"]
    assert deck.core_properties.content_status == "Draft"
    drawn = [file.read_text("utf-8") for file in sorted((tmp_path / "build").rglob("*.svg"))]
    assert [">DRAFT" in one for one in drawn] == [True, False, True, False, False, False]


def test_a_draft_is_built_and_checked_and_refused_where_it_is_to_be_final(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "talks/talk.yaml": TWO})
    status, _, err = run("build", "-C", tmp_path, "--final")
    assert (status, written(tmp_path)) == (1, [])
    assert "write {herds}, which prints '88'" in err
    status, out, _ = run("check", "-C", tmp_path, "--final")
    assert (status, out.splitlines()[-1].partition(":")[0]) == (
        1,
        "a deck that is final, or for an event, has no unproved claims",
    )
    assert run("check", "-C", tmp_path)[0] == 0
    status, out, _ = run("build", "-C", tmp_path)
    assert status == 0
    assert re.search(r"talk\.pptx: draft, \d+ slides", out)


def test_no_booking_is_kept_with_a_draft(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "talks/talk.yaml": TWO})
    book(tmp_path, EVENING)
    for asked in (("--event", "evening"), ("--events", "all")):
        status, _, err = run("build", "-C", tmp_path, *asked)
        assert (status, written(tmp_path)) == (1, [])
        assert "a deck for an event is never a draft" in err
        assert "unproved[C020]" in err
        assert run("check", "-C", tmp_path, *asked)[0] == 1
    assert run("check", "-C", tmp_path)[0] == 0


def test_what_is_proved_can_be_final_and_says_so(tmp_path: Path) -> None:
    write(tmp_path)
    assert run("build", "-C", tmp_path, "--final")[0] == 0
    status = Presentation(str(tmp_path / "build" / "talk.pptx")).core_properties.content_status
    assert status == "Final"
    assert run("build", "-C", tmp_path)[0] == 0
    assert Presentation(str(tmp_path / "build" / "talk.pptx")).core_properties.content_status == ""
