"""One thing to do, and how to reach those who help."""

from tests.kinds import Golden, compare, sample
from tests.sample import built, codes, talk


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("ask", sample("ask"), golden)


def test_an_action_without_an_address_cannot_be_asked_for() -> None:
    _, report = built(talk("  - {title: Think, ask: nothing, notes: Some words.}"))
    assert codes(report) == ["E016"]
