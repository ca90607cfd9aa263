"""What comes back of whole slides and parts of an edited deck: those that are new, split, copied and moved together."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pptx.util import Pt

from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.verbatim import Verbatim
from tests.conftest import ROOT
from tests.pulled import (
    OUTLINE,
    Workshop,
    add_slide,
    framed,
    move,
    move_from,
    our_library,
    paragraph,
    remove,
    retype,
    slide,
    text,
)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_points_that_were_cut_onto_a_slide_of_their_own_are_no_copy(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        on = slide(deck, "What was counted")
        for words in ("Over the winter", "Snow lay", "Wolves came"):
            remove(paragraph(on, words))
        made = add_slide(deck, "The winter", "Over the winter", "Snow lay on the grass", "Wolves came down", at=3)
        for words in ("Snow lay", "Wolves came"):
            paragraph(made, words).level = 1
        made.notes_slide.notes_text_frame.text = "It was long."

    shop.edit(edit)
    cut = "    - Over the winter:\n      - Snow lay on the grass\n      - Wolves came down\n"
    made = f"  - title: The winter\n    bullets:\n{cut}    notes: |\n      It was long.\n"
    after = OUTLINE.replace(cut, "").replace("  - title: Side by side", f"{made}  - title: Side by side")
    assert shop.taken() == after


def test_a_copy_of_a_drawing_is_told_and_its_caption_becomes_no_point(tmp_path: Path) -> None:
    outline = (ROOT / "talks" / "kazakhstan.yaml").read_text("utf-8")
    shop = Workshop(tmp_path, outline, project=our_library)
    page = next(one for one in shop.deck().pages if one.kind == "drawing" and one.citations)

    def edit(deck: Any) -> None:
        original = next(one for one in deck.slides if one.shapes.title.text.split() == page.title.split())
        made = deck.slides.add_slide(original.slide_layout)
        for one in [*made.shapes]:
            one._element.getparent().remove(one._element)
        for one in original.shapes:
            made.shapes._spTree.append(deepcopy(one._element))
        retype(made.shapes.title.text_frame.paragraphs[0], "Another title")
        move_from(deck, len(deck.slides) - 1, [*deck.slides].index(original) + 1)

    shop.edit(edit)
    pulled = shop.pulled()
    [why] = [one.why for one in pulled.told if one.title == "Another title"]
    begins = "a new slide that is no title with points is not taken over: Another title / "
    assert (pulled.differences, why.startswith(begins)) == ((), True)


def copy_of(deck: Any, title: str) -> Any:
    """A slide behind the one that it is a copy of, as programs make it: with its notes."""
    original = slide(deck, title)
    made = deck.slides.add_slide(original.slide_layout)
    made.shapes._spTree[:] = [deepcopy(one) for one in original.shapes._spTree]
    made.notes_slide.notes_text_frame.text = original.notes_slide.notes_text_frame.text
    move_from(deck, len(deck.slides) - 1, [*deck.slides].index(original) + 1)
    return made


def test_a_copy_with_its_notes_is_one_in_the_outline_with_what_is_other_on_it(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, OUTLINE.replace("  - title: Side by side\n", "  - title: Side by side\n    id: wells\n"))

    def edit(deck: Any) -> None:
        made = copy_of(deck, "Side by side")
        retype(made.shapes.title.text_frame.paragraphs[0], "Once more")
        retype(paragraph(made, "Wells"), "Deep wells")
        retype(paragraph(made, "49"), "50")
        retype(paragraph(made, "Look at"), "Look again.")
        copy_of(deck, "A quiet year")

    shop.edit(edit)
    copy, other = shop.pulled().differences
    begin, end = OUTLINE.index("  - title: Side by side"), OUTLINE.index("  - title: A quiet year")
    made, same = OUTLINE[begin:end], OUTLINE[end : OUTLINE.index("- section: Now")]
    for old, new in (
        ("Side by side", "Once more"),
        ("[Wells", "[Deep wells"),
        ("'{herds-2009}'", "'50'"),
        ("at the wells", "again"),
    ):
        made = made.replace(old, new)
    assert "the deck says “50”, {herds-2009} says “49”" in copy.cautions[0]
    assert other.cautions == ()
    before, again = shop.outline, same.replace("A quiet year", "A quiet year (2)")
    shop.outline = shop.taken()
    assert shop.outline == before.replace("  - title: A quiet year", f"{made}  - title: A quiet year").replace(
        same, same + again
    )
    assert shop.pulled().differences == ()


def test_a_slide_behind_the_last_goes_to_the_end_of_the_last_part(shop: Workshop) -> None:
    shop.edit(lambda deck: add_slide(deck, "Any more?", "Ask now"))
    made = "  - title: Any more?\n    bullets:\n    - Ask now\n"
    assert shop.taken() == OUTLINE.replace("closing:", f"{made}closing:")


@pytest.mark.parametrize("opener", ["slide", "none"])
def test_a_part_that_was_moved_as_a_whole_is_so_in_the_outline(tmp_path: Path, opener: str) -> None:
    shop = Workshop(tmp_path, OUTLINE.replace("minutes: 30\n", f"minutes: 30\nopener: {opener}\n"))

    def edit(deck: Any) -> None:
        titles = [one.shapes.title.text for one in deck.slides]
        first = titles.index("Now" if opener == "slide" else "On the grass")
        for at in range(first, titles.index("What comes next") + 1):
            move_from(deck, at, 1 + at - first)
        retype(paragraph(slide(deck, "What comes next"), "Rain"), "Hail")

    shop.edit(edit)
    begin, middle, end = (shop.outline.index(one) for one in ("- section: Then", "- section: Now", "closing:"))
    then, now = shop.outline[begin:middle], shop.outline[middle:end].replace("- Rain", "- Hail")
    wanted = f"{shop.outline[:begin]}{now}{then}{shop.outline[end:]}"
    shop.outline = shop.taken()
    assert shop.outline == wanted
    assert shop.pulled().differences == ()


def test_slides_that_go_to_another_part_one_by_one_say_that_theirs_goes_with_them(tmp_path: Path) -> None:
    begin, end = OUTLINE.index("  - title: For the young"), OUTLINE.index("  - title: What comes next")
    shop = Workshop(tmp_path, OUTLINE[:begin] + OUTLINE[end:])

    def edit(deck: Any) -> None:
        for at, title in enumerate(("On the grass", "What comes next")):
            move(deck, title, 2 + at)

    shop.edit(edit)
    told = [one.cautions for one in shop.pulled().differences]
    assert told == [("with all that go from “Now” that part goes from the outline",)] * 2


def test_a_slide_that_the_outline_alone_has_moved_stays_there(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What comes next"), "Rain"), "Hail"))
    begin, end = OUTLINE.index("  - title: A quiet year"), OUTLINE.index("- section: Now")
    shop.outline = (OUTLINE[:begin] + OUTLINE[end:]).replace("closing:", f"{OUTLINE[begin:end]}closing:")
    assert shop.taken() == shop.outline.replace("- Rain", "- Hail")


def test_a_quotation_in_a_text_box_of_a_new_slide_names_it(shop: Workshop) -> None:
    quote = shop.deck().plan.talk.library.quotes["grass"]
    assert isinstance(quote, Quote)
    words = quote.text.value

    def edit(deck: Any) -> None:
        add_slide(deck, "Again", at=3).shapes.add_textbox(0, 0, 9_000_000, 900_000).text_frame.text = words

    shop.edit(edit)
    assert "  - title: Again\n    quote: grass\n" in shop.taken()


def test_a_point_that_stands_in_a_table_elsewhere_may_be_one_of_a_new_slide(shop: Workshop) -> None:
    shop.edit(lambda deck: add_slide(deck, "What we dug", "Wells", at=3))
    assert "  - title: What we dug\n    bullets:\n    - Wells\n" in shop.taken()


@pytest.mark.parametrize("tells", ["margins", "sizes"])
def test_levels_that_a_program_tells_by_margins_or_sizes_alone_stay(tells: str, shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        for one in next(
            box
            for box in framed(slide(deck, "What was counted"))
            if text(box.text_frame.paragraphs[0]).startswith("There")
        ).text_frame.paragraphs:
            properties = one._p.get_or_add_pPr()
            level = int(properties.attrib.pop("lvl", "0"))
            margin = 457_200 * level if tells == "margins" else 0
            properties.attrib.update({"marL": str(margin), "indent": "0"})
            for run in one.runs if tells == "sizes" else ():
                run.font.size = Pt(28 if level else 44)

    shop.edit(edit)
    assert shop.pulled().differences == ()


def test_a_point_that_was_indented_stands_under_the_one_before_it(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        paragraph(slide(deck, "What was counted"), "Nobody had").level = 1
        paragraph(slide(deck, "What was counted"), "Snow lay").level = 0

    shop.edit(edit)
    [one] = shop.pulled().differences
    assert "\nSnow lay on the grass\n  Wolves came down\n  Nobody had counted before" in one.new
    point, winter = "    - Nobody had counted before\n", "    - Over the winter:\n      - Snow lay on the grass\n"
    after = OUTLINE.replace(point, f"  {point}").replace(
        winter, "    - Over the winter\n    - Snow lay on the grass:\n"
    )
    assert shop.taken() == after


def test_words_that_were_made_bold_while_the_outline_says_others_are_asked_about(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        paragraph(slide(deck, "What comes next"), "Wind").runs[0].font.bold = True

    shop.edit(edit)
    shop.outline = OUTLINE.replace("- Wind", "- A storm")
    [one] = shop.pulled().differences
    assert (one.conflicts, one.old, one.new) == (True, "A storm", "**Wind**")
    assert shop.taken() == shop.outline.replace("    - A storm", "    # deck: **Wind**\n    - A storm")


def test_an_opener_that_was_moved_alone_moves_no_part(shop: Workshop) -> None:
    shop.edit(lambda deck: move_from(deck, [one.shapes.title.text for one in deck.slides].index("Now"), 1))
    assert shop.taken() == OUTLINE


def test_words_of_a_source_that_protects_people_are_told_and_not_taken(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Verbatim, "_source", lambda _, run: "a-post" if "seven" in run else "")
    words = "It took them seven long days to ride home"
    shop.edit(lambda deck: add_slide(deck, "They were", words, at=3))
    pulled = shop.pulled()
    why = "more than 7 words in a row of a source that protects people stand in 'slide': it is not taken over"
    assert (pulled.differences, [one.why for one in pulled.told]) == ((), [why])


def test_a_slide_with_a_few_words_of_another_is_no_copy(shop: Workshop) -> None:
    shop.edit(lambda deck: add_slide(deck, "The weather", "Rain", "Sun", "Wind", at=3))
    assert "  - title: The weather\n    bullets:\n    - Rain\n    - Sun\n    - Wind\n" in shop.taken()


def test_the_opening_slide_of_a_part_stays_where_one_was_moved_behind_it(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, OUTLINE.replace("minutes: 30\n", "minutes: 30\nopener: none\n"))

    def edit(deck: Any) -> None:
        move(deck, "A quiet year", [one.shapes.title.text for one in deck.slides].index("On the grass"))
        for section in deck.element.xpath("//*[local-name()='sectionLst']"):
            section.getparent().remove(section)

    shop.edit(edit)
    after = shop.taken()
    assert after.index("- section: Now") < after.index("quote: grass") < after.index("title: A quiet year")


@pytest.mark.parametrize("on", ["What comes next", "A quiet year"])  # its layout stands once
def test_a_title_that_was_moved_is_told(shop: Workshop, on: str) -> None:
    def edit(deck: Any) -> None:
        title = slide(deck, on).shapes.title
        title.left, title.top, title.width, title.height = title.left, title.top + 360_000, title.width, title.height

    shop.edit(edit)
    [one] = shop.pulled().told
    assert "was moved, resized or drawn" in one.why


def test_a_quotation_that_the_library_has_not_is_told_with_its_credit(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        made = add_slide(deck, "They said", "Nobody ever said this", at=3, layout="Quote")
        made.placeholders[11].text_frame.text = "A witness"  # who said another, in this talk

    shop.edit(edit)
    pulled = shop.pulled()
    assert pulled.differences == ()
    told = "whose quotation the library does not have is not taken over: They said / Nobody ever said this / A witness"
    assert [one.why for one in pulled.told] == [f"a new slide {told}"]
