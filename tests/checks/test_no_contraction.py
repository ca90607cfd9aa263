"""C502: somebody who speaks says "don't"."""

import pytest

from tests.checks.worded import faults

TEXT = "We did not know the way. It is a long one. " + "So we went on and on until the sun was low. " * 8


def test_a_talk_without_any_is_told_once_at_the_first_that_could_be_shorter() -> None:
    (fault,) = [one for one in faults(TEXT) if one.code == "C502"]
    assert fault.span
    assert fault.span.source.text[fault.span.start : fault.span.end] == "did not"
    assert fault.message.startswith("no contraction in ")
    assert "2 could be short" in fault.hint


@pytest.mark.parametrize("said", ["That’s it.", "They don’t."])
def test_one_is_enough(said: str) -> None:
    assert faults(TEXT + said) == []


def test_a_short_talk_may_do_without() -> None:
    assert faults(TEXT[:200]) == []
