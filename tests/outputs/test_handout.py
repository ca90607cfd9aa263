"""The handout: what was said, figures with their years, what to do, and nothing that leads to anybody protected."""

import re

import pytest
from msgspec import structs
from pypdfium2 import PdfDocument, PdfPage

from talkbuilder.layout.items import Ink, Text, rectangle
from talkbuilder.layout.page import Deck
from talkbuilder.outputs.handout import handout, leader
from talkbuilder.outputs.printed.thumbnails import drawn_for_paper
from talkbuilder.source.events import Occasion
from talkbuilder.stages.lay_out import lay_out
from talkbuilder.talk.talk import leader_file
from talkbuilder.units import Box
from tests import folders, templates
from tests.printed import pdf, printed, sizes_mm, texts
from tests.sample import booked, built, slide, talk
from tests.shipped import each_talk, shipped

WIDE = """line: {do: Call, phone: "+44 (0)808 2000 247 11", poster: true, danger: now, about: [by day]}
other: {do: Or call, phone: +44 (0)808 2000 248 11, text: "233733", message: HELP, url: wordsthatneverbreakanywhere.org}
now: {do: "In danger, ring", phone: "999"}
"""
OTHER = """line: {do: Call, phone: 1-555-555-0100, poster: true, danger: now}
other: {do: Or call, phone: 555-0199, code: none}
now: {do: "In danger, ring", phone: "999"}
"""
SCAN = "Don’t scan it with a phone that someone else looks at."
MUST = "\n    priority: must"


def with_page(deck: Deck, text: str) -> Deck:
    files = {leader_file("talk"): text.encode()}
    library = structs.replace(deck.plan.talk.library, printed=files.get)
    return structs.replace(deck, plan=structs.replace(deck.plan, talk=structs.replace(deck.plan.talk, library=library)))


@pytest.mark.parametrize("size", ["a4", pytest.param("letter", marks=pytest.mark.trial)])
@each_talk
def test_the_shipped_talks_fill_two_sides_and_their_leaders_page_one(name: str, size: str) -> None:
    made = printed(shipped(name)[0], "handout", size)  # type: ignore[arg-type]
    mark = "-letter" if size == "letter" else ""
    assert [len(sizes_mm(data)) for data in made.values()] == [2]
    for_youth = printed(shipped(name, Occasion(audience="youth"))[0], "handout", size)  # type: ignore[arg-type]
    pages = {name: len(sizes_mm(data)) for name, data in for_youth.items()}
    assert pages == {f"-handout{mark}.pdf": 2, f"-leader{mark}.pdf": 1}
    first, second = texts(made[f"-handout{mark}.pdf"])
    assert "Figures, with their years" in first
    assert all(
        one in second for one in ("1-888-373-7888", "humantraffickinghotline.org", "Room for notes", "page 2 of 2")
    )


def told(outline: str) -> list[tuple[str, str]]:
    found = handout(built(outline)[0]).told
    return [(one.head, "".join(run.text for run in one.runs).strip()) for one in found]


def test_titles_of_what_must_be_told_stand_for_the_talk_unless_something_is_written() -> None:
    slides = (
        slide("quote", "First it rained")
        + MUST
        + "\n"
        + slide("quote", "Then it did not")
        + "\n"
        + slide("number", "Why?")
        + MUST
    )
    assert told(talk(slides)) == [("First part", "First it rained. Why?")]
    own = slides.replace(
        "title: First it rained", "title: First it rained\n    handout: It rained, and **{herds}** herds drank."
    )
    assert told(talk(own)) == [("First part", "It rained, and 88 herds drank. Why?")]
    whole = talk(own).replace("notes: Hello.", "notes: Hello.\nhandout: |\n  Wells are dug.\n\n  Wells are shared.")
    assert told(whole) == [("", "Wells are dug."), ("", "Wells are shared.")]


def test_what_the_handout_says_is_held_to_the_library_as_slides_are() -> None:
    claim = slide("quote", "A title").replace(
        "title: A title", "title: A title\n    handout: The bureau counted 4711 wells."
    )
    assert "C020" in [one.code for one in built(talk(claim))[1].diagnostics]
    lost = claim.replace("4711", "{no-such-fact}")
    assert "E001" in [one.code for one in built(talk(lost))[1].diagnostics]


def test_figures_have_their_years_and_sources_and_the_newest_tells_how_old_they_are() -> None:
    found = handout(
        built(talk(slide("quote", notes="Of {herds}, {people} and {camels}.") + "\n" + slide("chart", "A chart")))[0]
    )
    assert [(one.shown, one.year) for one in found.figures] == [
        ("49", "2009"),  # herds as well, and earlier
        ("88", "2010"),
        ("about 16 million", "2012"),
        ("265", "2011"),
    ]
    assert found.figures[3].source.endswith("hearsay: somebody told it, nobody checked it")
    assert found.old == "The newest of these figures is 14 years old: they are not today’s count."
    assert found.more == ""


def test_figures_that_have_no_room_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    deck = built(talk(slide("number", "A number") + "\n" + slide("chart", "A chart")))[0]
    monkeypatch.setattr("talkbuilder.outputs.handout._MOST_FIGURES", 1)
    assert handout(deck).more == "2 more figures are on the slides."


def test_long_figures_leave_room_beside_them_and_the_handout_one_sheet() -> None:
    facts = folders.files("sample")["assets/facts.yaml"]
    long = "herds that the bureau counted between the river and the lake and the mountains with all who were with them"
    shown = re.sub(r'show: "(\d+)"', rf"show: \1 {long}", facts)
    slides = slide("chart", "A chart") + MUST + "\n" + slide("counts", "More", "Of {riding}, {walking}, {herds-2008}.")
    deck, _ = built(talk(f"{slides}\n{slide('quote', notes='Of {wells-2009} and {wells-2010}.')}"), facts=shown)
    data = pdf(deck, "handout")
    _, second = texts(data)
    assert second.count("Room for notes") == 1
    (begin, *_), *_ = boxes_of(PdfDocument(data)[0], "The bureau counted 88 herds")[0]
    assert begin < 200  # a third of the page


def test_a_chart_of_what_the_speaker_saw_has_its_figures_and_its_source() -> None:
    facts = folders.files("sample")["assets/facts.yaml"].replace("kind: primary", "kind: observation")
    deck, _ = built(talk(slide("number", "A number") + "\n" + slide("chart", "A chart") + MUST), facts=facts)
    found = handout(deck)
    assert found.picture
    assert found.picture.source.startswith("Sources: ")
    assert [one.shown for one in found.figures] == ["about 16 million", "49", "88"]
    assert found.picture.source in " ".join(texts(pdf(deck, "handout"))[0].split())


def test_the_picture_is_that_of_figures_before_an_order_and_maps_unless_the_author_wrote_of_another() -> None:
    slides = "\n".join(slide(kind, f"A {kind}") + MUST for kind in ("map", "steps", "chart"))
    kept = handout(built(talk(slides))[0]).picture
    assert kept
    assert kept.title == "A chart"
    own = slides.replace("title: A map", "title: A map\n    handout: It is far away.")
    kept = handout(built(talk(own))[0]).picture
    assert kept
    key = "Map: Kazakhstan, between Russia and China; Almaty and Astana are marked."
    assert (kept.title, kept.told[0].text) == ("A map", key)  # what was written of it stands above
    whole = talk(own).replace("notes: Hello.", "notes: Hello.\nhandout: Wells are dug.")
    kept = handout(built(whole)[0]).picture
    assert kept
    assert "".join(run.text for run in kept.told) == "It is far away."
    assert handout(built(talk(slide("quote")))[0]).picture is None


def test_what_is_light_on_a_dark_template_is_dark_on_paper() -> None:
    ends = (("000000", "F0F0F0"), ("FFFFFF", "101010"))
    night = templates.changed(*((templates.THEME, f'lastClr="{one}"', f'lastClr="{other}"') for one, other in ends))
    plan = built(talk(slide("steps", "How it was dug") + MUST))[0].plan
    dark = lay_out(plan, templates.theme_of(night))
    kept = next(one for one in dark.plan.talk.slides if one.kind == "steps")
    fills = re.findall(rb'<use[^>]*fill="#(..)', drawn_for_paper(dark, kept))
    assert fills
    assert all(int(one, 16) < 0x80 for one in fills)


def test_the_panel_that_a_template_has_beneath_a_drawing_is_none_on_paper() -> None:
    deck = built(talk(slide("map", "It lies there") + MUST))[0]
    kept = next(one for one in deck.plan.talk.slides if one.kind == "map")
    page = next(one for one in deck.pages if one.span == kept.span)
    panel = rectangle("Panel", Box(0, 0, deck.theme.width, deck.theme.height), Ink("ground"))
    laid = structs.replace(page, items=(panel, *page.items), background=Ink("dark1"))
    on_ground = structs.replace(page, background=Ink("ground"))
    drawn = [drawn_for_paper(structs.replace(deck, sections=(("", (one,)),)), kept) for one in (laid, on_ground)]
    assert drawn[0] == drawn[1]


def test_what_a_template_shows_on_every_slide_is_not_drawn_on_paper() -> None:
    deck = built(talk(slide("steps", "How it was dug") + MUST))[0]
    kept = next(one for one in deck.plan.talk.slides if one.kind == "steps")
    page = next(one for one in deck.pages if one.span == kept.span)
    title = next(one for one in page.items if isinstance(one, Text))
    furnished = structs.replace(page, items=(*page.items, structs.replace(title, placeholder="Footer")))
    shown = structs.replace(deck, sections=(("", (furnished,)),))
    assert drawn_for_paper(shown, kept) == drawn_for_paper(deck, kept)


def test_what_to_do_stands_once_and_a_number_for_danger_with_the_one_that_names_it() -> None:
    closing = "closing: {title: Thank you, notes: Goodbye., ask: line}"
    found = handout(built(talk(slide("ask", "Ring somebody") + "\n" + slide("ask", "Ring again"), closing))[0])
    assert found.contact
    assert (found.contact.phone, found.contact.danger) == ("1-555-555-0100", "555")
    assert [(one.title, one.page) for one in found.numbers] == [("Ring somebody", "example.org")]
    assert found.actions == found.further == ()
    assert found.numbers[0].code


@pytest.mark.parametrize("way", ["email: a@example.org", "url: example.org"])
def test_what_a_slide_asks_for_is_to_be_done_whatever_the_way_to_it(way: str) -> None:
    actions = f"call: {{do: Dig with us, {way}}}\nread: {{do: Read this, url: example.org/wells}}\n"
    closing = "closing: {title: Thank you, notes: Goodbye., ask: read}"
    found = handout(built(talk(slide("ask", "One Saturday"), closing), actions=actions)[0])
    assert [one.title for one in found.actions] == ["One Saturday"]
    assert [one.do for one in found.further] == ["Read this"]
    found = handout(built(talk(slide("quote"), closing.replace("read", "call")), actions=actions)[0])
    assert [one.do for one in found.actions] == (["Dig with us"] if "@" in way else [])


def test_a_slide_that_asks_to_call_says_in_its_own_words_what_to_do_and_its_number_is_in_the_frame() -> None:
    closing = "closing: {title: Thank you, notes: Goodbye., ask: line}"
    own = slide("ask", "Take these").replace("ask: call", "ask: line\n    handout: Look. Ask. Then call.")
    more = slide("ask", "Or here").replace("ask: call", "ask: other")
    deck, _ = built(talk(own + "\n" + more, closing), actions=OTHER)
    found = handout(deck)
    assert [(one.title, one.told) for one in found.actions] == [("Take these", "Look. Ask. Then call.")]
    assert [one.phone for one in found.numbers] == ["555-0199"]
    assert found.further == ()
    assert found.told == ()  # which is no part of what was said
    page = " ".join(texts(pdf(deck, "handout")))
    assert all(one in page for one in ("Look. Ask. Then call.", "555-0199", "1-555-555-0100"))
    (side,) = texts(pdf(deck, "card"))
    assert "555-0199" in side


def test_a_number_to_call_is_told_once_without_a_box_and_its_code_says_where_it_leads_and_who_should_not_scan() -> None:
    own = slide("ask", "Take this number").replace("ask: call", "ask: line")
    deck, _ = built(talk(own), actions="line: {do: Ring the bell, phone: 1-555-555-0100, poster: true}\n")
    assert handout(deck).actions == ()
    page = texts(pdf(deck, "handout"))[-1]
    assert page.count("Ring the bell") == 1
    assert page.count("1-555-555-0100") == 2  # large, and under its code
    assert SCAN in page
    for no_hotline in (
        "do: Peel with us, phone: 1-555-555-0100, url: example.org",
        "do: Call, phone: 112, poster: true",
    ):
        plain, _ = built(talk(own), actions=f"line: {{{no_hotline}}}\n")
        assert SCAN not in texts(pdf(plain, "handout"))[-1]


@pytest.mark.parametrize("small", ["true", "false"])
def test_what_callers_should_know_is_never_printed_without_its_caution_nor_a_number_without_whose_it_is(
    small: str,
) -> None:
    own = slide("ask", "Ring here").replace("ask: call", "ask: line")
    closing = f"closing: {{title: Thank you, notes: Goodbye., ask: line, again: {small}}}"
    known = "recipient: The bell, about: [free], caution: some of it is passed on"
    actions = f"line: {{do: Ring, phone: 1-555-555-0100, poster: true, {known}}}\n"
    deck = with_page(built(talk(own, closing), actions=actions)[0], "# Before they come\n")
    every = " ".join("".join(texts(pdf(deck, one))) for one in ("handout", "script", "card"))
    every += "".join(texts(printed(deck, "handout")["-leader.pdf"]))
    assert every.count("free") == every.count("free · some of it is passed on") == 4
    assert every.count("The number to say: The bell") == 2


def test_under_a_talk_about_something_else_the_frame_says_for_whom_the_number_is() -> None:
    closing = "closing: {title: Thank you, notes: Goodbye., ask: line, again: false}"
    actions = "line: {do: Ring, phone: 1-555-555-0100, poster: true, recipient: The bell, about: [free]}\n"
    page = texts(pdf(built(talk(slide("quote"), closing), actions=actions)[0], "handout"))[-1]
    assert "In case somebody here needs it: The bell 1-555-555-0100 free" in page


def test_the_number_of_the_last_slide_that_asks_comes_before_one_that_the_closing_has_small() -> None:
    closing = "closing: {title: Thank you, notes: Goodbye., ask: line, again: false}"
    for again, first, other in (("false", "555-0199", "1-555-555-0100"), ("true", "1-555-555-0100", "555-0199")):
        own = slide("ask", "Ring here").replace("ask: call", "ask: other\n    handout: Or call.")
        deck, _ = built(talk(own, closing.replace("false", again)), actions=OTHER)
        found = handout(deck)
        assert found.contact
        assert (found.contact.phone, [one.phone for one in found.numbers]) == (first, [other])
        for piece in ("handout", "card"):
            page = texts(pdf(deck, piece))[-1]
            assert "In danger, ring 999" in page.replace("\N{NO-BREAK SPACE}", " ")
        assert "Ring here Or call. 555-0199" in " ".join(texts(pdf(deck, "handout")))


@pytest.mark.parametrize("piece", ["handout", "card", "script", "leader"])
def test_a_number_to_call_and_an_address_are_on_one_line_and_in_its_frame_in_wide_letters_too(piece: str) -> None:
    closing = "closing: {title: Thank you, notes: Goodbye., ask: line, again: false}"
    deck, _ = built(talk(slide("ask", "Ring").replace("ask: call", "ask: other"), closing), actions=WIDE)
    wide = structs.replace(deck.theme.own, fonts=structs.replace(deck.theme.own.fonts, titles="Arial", text="Arial"))
    deck = with_page(structs.replace(deck, theme=structs.replace(deck.theme, own=wide)), "# Before they come\n")
    data = next(
        data for name, data in printed(deck, "handout" if piece == "leader" else piece).items() if piece in name
    )
    frames = {"card": [(36, 386)], "script": [(426, 558)], "leader": [(62, 533)], "handout": [(51, 380), (380, 529)]}
    address = ("wordsthatneverbreakanywhere",) if piece in ("handout", "script") else ()
    for number in ("+44 (0)808 2000 247 11", "+44 (0)808 2000 248 11", "233733", "999", *address):
        found = [box for page in PdfDocument(data) for box in boxes_of(page, number)]
        assert found, number
        for boxes in found:
            ((begin, _, end, _),) = boxes
            assert any(left <= begin < end <= right for left, right in frames[piece]), (number, boxes)


def boxes_of(page: PdfPage, words: str) -> list[list[tuple[float, ...]]]:
    """Where words stand on a page, each time in a box a line."""
    text = page.get_textpage()
    search, found = text.search(words), []
    while at := search.get_next():
        found.append([text.get_rect(one) for one in range(text.count_rects(*at))])
    return found


def test_nothing_of_a_booking_stands_on_it() -> None:
    keys = "date: 2027-05-14, place: The hall of the town, contact: A host, minutes: 10"
    deck, _ = built(talk(slide("ask")), booked(keys))
    for data in printed(deck, "handout").values():
        for page in texts(data):
            assert not any(one in page for one in ("hall", "host", "2027", "May"))


def test_a_page_for_whoever_leads_a_group_comes_with_it_where_one_is_written() -> None:
    deck, _ = built(talk(slide("ask")))
    assert [*printed(deck, "handout")] == ["-handout.pdf"]
    page = with_page(deck, "# Before they come\n\nRead **this**.\n\n## Then\n\n- One\n- Two\n  more\n")
    found = leader(page)
    assert found
    assert (found.title, found.head) == ("A talk", "Before they come")
    assert [(one.kind, "".join(run.text for run in one.runs)) for one in found.blocks] == [
        ("text", "Read this."),
        ("head", "Then"),
        ("point", "One"),
        ("point", "Two more"),
    ]
    assert "555-0100" in texts(printed(page, "handout")["-leader.pdf"])[0]


def test_a_draft_says_so() -> None:
    claim = slide("statement").replace("Nobody had asked the shepherds", "The bureau counted 4711 wells")
    assert "DRAFT: 1 claim is not proved yet" in texts(pdf(built(talk(claim))[0], "handout"))[0]
