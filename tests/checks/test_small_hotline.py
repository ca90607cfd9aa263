"""C357: nothing is larger than the number of the hotline on its slide, or on the last one."""

from tests.cases import TALK, diagnostics, talk
from tests.checks.test_hotline import HOTLINE

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
