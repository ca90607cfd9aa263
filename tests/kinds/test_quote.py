"""A quotation, word for word, and who says it."""

from typing import get_args

import pytest
from msgspec import structs

from talkbuilder.kinds.quote import KIND, lay_out
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.inks import contrast
from talkbuilder.layout.items import Group, Ink, Shape, Text
from talkbuilder.layout.setting import break_lines
from talkbuilder.layout.theme import Fonts
from talkbuilder.outputs.pptx.slides import Drawing
from talkbuilder.source.events import Occasion
from talkbuilder.units import EMU_PER_POINT, Aspect
from tests.kinds import Golden, compare
from tests.listing import shown, texts
from tests.sample import ASSETS, built, codes, talk


def test_a_translated_quotation_says_so_in_its_credit() -> None:
    deck, _ = built(talk("  - {title: Wind, quote: wind, notes: Some words.}"))
    assert shown(deck)[2]["Credit"] == "A witness (a summary of a translation)"


def test_what_a_voice_says_of_itself_stands_in_its_credit_and_in_the_evidence() -> None:
    posts = str(ASSETS["assets/sources.yaml"]).replace("to: was seven", "to: was seven, summary: true, as_quoted: true")
    deck, _ = built(talk("  - {title: Grass, quote: grass, notes: Some words.}"), sources=posts)
    assert shown(deck)[2]["Credit"] == "A witness, as quoted on the speaker’s blog (summary)"
    assert shown(deck)[2]["Source line"].startswith("Source: The […]")
    assert [one.text for one in deck.pages[2].notes.evidence][1:] == [
        "A witness, as quoted on the speaker’s blog, in the […] post, May 17, 2012",
        "“The grass was *higher* than {we} were.” (word for word in a summary; as quoted on the speaker’s blog; "
        "not yet reviewed)",
    ]


def test_who_says_it_stands_once_unless_the_slide_cites_others_too() -> None:
    alone, _ = built(talk("  - {title: Grass, quote: grass, notes: Some words.}"))
    beside, _ = built(talk("  - {title: Grass, quote: grass, cite: [herds], notes: Some words.}"))
    assert shown(alone)[2]["Credit"] == "A witness"
    assert shown(alone)[2]["Source line"].startswith("Source: The […] post")
    assert "A witness" in shown(beside)[2]["Source line"]


def test_a_quotation_on_which_the_talk_turns_stands_on_another_ground(golden: Golden) -> None:
    deck, report = built(talk("  - {title: A headline over a key quote, quote: grass, key: true, notes: Some words.}"))
    assert codes(report) == []
    assert deck.pages[2].background.name == "accent1"
    compare("quote-key", deck, golden)


@pytest.mark.parametrize("aspect", get_args(Aspect))
def test_it_is_set_larger_there_and_takes_at_most_five_lines(aspect: Aspect) -> None:
    slides = "  - {title: Plain, quote: long, notes: A.}\n  - {title: Key, quote: long, key: true, notes: B.}"
    saying = " ".join(["The wind never stopped and we were"] * 5)  # 35 words
    deck, report = built(
        talk(slides),
        Occasion(aspect=aspect),
        quotes=f"long: {{text: {saying}, speaker: witness, post: second}}\n",
    )
    plain, key = (texts(page)["quote"] for page in deck.pages[2:4])
    assert key.styles[0].size_pt > plain.styles[0].size_pt
    assert len(key.lines) <= 5
    assert not any(one.code == "C201" for one in report.diagnostics)


def test_a_drawing_stands_beside_it() -> None:
    deck, report = built(talk("  - {title: Grass, quote: grass, drawing: gate, notes: Some words.}"))
    assert codes(report) == []
    page = deck.pages[2]
    assert (page.kind, page.layout.name) == ("quote", "Quote beside drawing")
    (group,) = (item for item in page.items if isinstance(item, Group))
    assert group.alt == "A gate that stands half open"
    assert page.notes.shown[0].text == "On the slide: A gate that stands half open"
    assert [item.name for item in page.items][:4] == ["title", "gate", "quote", "credit"]
    assert group.box.right < page.layout.placeholders["Quote"].box.x


def test_on_a_template_a_drawing_and_the_words_beside_it_begin_at_one_height_and_the_credit_follows() -> None:
    deck, _ = built(talk("  - {title: Grass, quote: grass, drawing: gate, notes: Some words.}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "quote")
    (page,) = lay_out(KIND, told, structs.replace(deck.pages[2].layout, base="A layout of a template"))
    (group,) = (one for one in page.items if isinstance(one, Group))
    words = [one for one in page.items if isinstance(one, Text) and one.placeholder in ("Quote", "Credit")]
    said, credit = (one.box for one in words)
    # In a font that makes fewer lines of the words, these still end where their credit begins.
    assert [one.anchor for one in words] == ["bottom", "top"]
    assert 'anchor="b"' in str(Drawing(page.layout, "en", {}).draw(words[0]))
    assert min(one.y for one in letters_in(words)) == pytest.approx(group.box.y, abs=12_700)
    assert 0 < credit.y - said.bottom < said.height


def test_on_a_template_a_quotation_alone_stands_close_under_its_mark_and_over_its_credit() -> None:
    deck, _ = built(talk("  - {title: Grass, quote: grass, notes: Some words.}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "quote")
    layout = deck.pages[2].layout
    for rows in (1, 2):
        grid = structs.replace(layout.grid, row=rows * layout.grid.row)
        (page,) = lay_out(KIND, told, structs.replace(layout, base="A layout of a template", grid=grid))
        (mark,) = (one.box for one in page.items if isinstance(one, Shape))
        said, credit = (one for one in page.items if isinstance(one, Text) and one.placeholder in ("Quote", "Credit"))
        letters = [*letters_in((said,))]
        assert 0 < letters[0].y - mark.bottom <= 4 * grid.row
        assert 0 < next(letters_in((credit,))).y - letters[-1].bottom <= 5 * grid.row
        assert mark.x == layout.placeholders["Quote"].box.x


def test_on_a_template_a_quotation_keeps_off_its_mark_in_letters_a_little_wider() -> None:
    deck, _ = built(talk("  - {title: Grass, quote: grass, notes: Some words.}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "quote")
    layout = structs.replace(deck.pages[2].layout, base="A layout of a template", fonts=Fonts("Georgia", "Georgia"))
    quote = layout.placeholders["Quote"]
    styles = tuple(structs.replace(one, font="text") for one in quote.styles)
    for percent in range(40, 101, 10):
        box = quote.box._replace(width=quote.box.width * percent // 100)
        narrow = structs.replace(quote, box=box, styles=styles)
        places = {**layout.placeholders, "Quote": narrow}
        (page,) = lay_out(KIND, told, structs.replace(layout, placeholders=places))
        said = next(one for one in page.items if isinstance(one, Text) and one.placeholder == "Quote")
        style, wide = said.styles[0], said.box.width * 10 / 11 / EMU_PER_POINT
        assert len(break_lines(said.paragraphs[0], style, layout.fonts, wide).ends) == len(said.lines), percent


def test_on_a_template_one_on_which_the_talk_turns_stands_on_a_panel_on_which_it_is_read() -> None:
    deck, _ = built(talk("  - {title: Grass, quote: grass, key: true, notes: Some words.}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "quote")
    layout = structs.replace(deck.pages[2].layout, base="A layout of a template")
    low = structs.replace(layout.grid, row=layout.grid.row * 2 // 5)
    for grid, is_marked in ((layout.grid, True), (low, False)):  # in a low room a mark would lie on the words
        (page,) = lay_out(KIND, told, structs.replace(layout, grid=grid))
        panel, *mark = (one for one in page.items if isinstance(one, Shape))
        assert (panel.fill, len(mark)) == (Ink("accent1"), is_marked)
        for one in (one for one in page.items if isinstance(one, Text) and one.placeholder in ("Quote", "Credit")):
            assert panel.box.holds(one.box)
            assert all(panel.box.holds(it.box) and not it.box.meets(one.box) for it in mark)
            assert contrast(one.styles[0].ink, Ink("accent1"), layout.palette) >= 4.5


def test_on_a_tall_page_of_a_template_the_words_stand_under_their_drawing_over_all_its_width() -> None:
    deck, _ = built(talk("  - {title: Grass, quote: grass, drawing: gate, notes: Some words.}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "quote")
    layout = deck.pages[2].layout
    grid = structs.replace(layout.grid, row=2 * layout.grid.row)
    (page,) = lay_out(KIND, told, structs.replace(layout, base="A layout of a template", grid=grid))
    (group,) = (one for one in page.items if isinstance(one, Group))
    said, credit = (one for one in page.items if isinstance(one, Text) and one.placeholder in ("Quote", "Credit"))
    assert group.box.bottom <= said.box.y < said.box.bottom <= credit.box.y
    assert said.box.width == grid.box(1, grid.columns, 0, 1).width
    assert not any(one.surplus for one in (said, credit))
    room = grid.box(1, grid.columns, 25, 76)
    assert 0 < group.box.y - room.y < room.bottom - credit.box.bottom


@pytest.mark.parametrize(("drawing", "code"), [("field", "E205"), ("hut", "E202")])
def test_a_drawing_that_cannot_stand_beside_it_is_told(drawing: str, code: str) -> None:
    deck, report = built(talk(f"  - {{title: Grass, quote: grass, drawing: {drawing}, notes: Some words.}}"))
    assert codes(report) == [code]
    assert "quote" not in [page.kind for page in deck.pages]


def test_the_source_line_leaves_the_name_to_the_credit_in_every_language() -> None:
    for language, begins in (
        ("en", "Source: The "),
        ("de", "Quelle: The "),
        ("ru", "Источник: The "),
        ("kk", "Дереккөз: The "),
    ):
        outline = talk("  - {title: Grass, quote: grass, notes: Some words.}")
        deck, _ = built(outline.replace("date: 2026-11", f"date: 2026-11\nlanguage: {language}"))
        assert shown(deck)[2]["Source line"].startswith(begins)
