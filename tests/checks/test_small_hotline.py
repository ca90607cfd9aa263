"""C357: nothing is larger than the number of the hotline on its slide, or on the last one."""

from msgspec import structs

from talkbuilder.checks.small_hotline import check
from talkbuilder.diagnostics import Report
from talkbuilder.layout.items import Group
from talkbuilder.pipeline import build
from talkbuilder.source.project import MemoryProject
from talkbuilder.units import Box, Emu
from tests.cases import LIBRARY, TALK, diagnostics, talk

HOTLINE = """
hotline: {do: Call, phone: 1-888-373-7888, text: "233733", message: HELP, poster: true, danger: emergency,
  verified_on: 2026-11-20}
emergency: {do: In danger, phone: "911"}
example-action: {do: Do it, url: example.org}
"""

ASK = talk("- {title: This is the number, ask: hotline, notes: 'Or 911.'}\n")
CLOSING = "closing: {title: Bye, ask: hotline, notes: Bye.}\n"


def codes(outline: str, actions: str = HOTLINE) -> list[str]:
    return [one.code for one in diagnostics({TALK: outline, "assets/actions.yaml": actions}) if one.code == "C357"]


def test_a_poster_is_large_enough_and_comes_back_last() -> None:
    assert codes(ASK + CLOSING) == []


def test_a_closing_that_stays_is_told_where_its_title_is_larger() -> None:
    assert codes(ASK + CLOSING, HOTLINE.replace("poster: true,", "")) == ["C357"]


def test_a_closing_that_does_not_stay_may_be_smaller() -> None:
    cites = talk("- {title: One thing is so, quote: rain, notes: N.}\n")
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    files = {TALK: cites + CLOSING, "assets/actions.yaml": HOTLINE, "assets/quotes.yaml": quotes}
    assert [one.code for one in diagnostics(files) if one.code == "C357"] == []


def test_what_stands_in_a_group_is_as_large() -> None:
    for poster, told in (("poster: true,", []), ("", ["C357"])):
        actions = HOTLINE.replace("poster: true,", poster)
        files = {**LIBRARY, TALK: ASK + CLOSING, "assets/actions.yaml": actions}
        (deck,) = build(MemoryProject(files), ("talk",), Report())
        pages = tuple(
            structs.replace(page, items=(Group("all", Box(Emu(0), Emu(0), Emu(0), Emu(0)), page.items),))
            for page in deck.pages
        )
        assert [one.code for one in check(structs.replace(deck, sections=(("", tuple(pages)),)))] == told
