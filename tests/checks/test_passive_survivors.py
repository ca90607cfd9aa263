"""C353: people who were harmed also do something, somewhere in the talk."""

import pytest

from tests.cases import TALK, diagnostics, talk

DONE = (
    "The men were found. The women were helped. The children were sent home. They were housed. "
    "People were taken there. Workers were brought back. "
)


def codes(notes: str, head: str = "") -> list[str]:
    slide = f"- title: Somebody came\n  ask: example-action\n  notes: |\n    {notes}\n"
    return [one.code for one in diagnostics({TALK: head + talk(slide)}) if one.code == "C353"]


@pytest.mark.parametrize(
    "notes", [DONE, DONE + "They left.", DONE.replace(". ", ", and then. "), DONE.replace("were", "have been")]
)
def test_a_talk_in_which_all_is_done_to_them_is_told(notes: str) -> None:
    assert codes(notes) == ["C353"]


@pytest.mark.parametrize(
    "notes",
    [
        DONE + "They left. They told a neighbor. The women learned to sew.",
        "The men were found. The women were helped.",
        "The roads were built. The houses were sold. The books were given away. Wells were taken care of. It was made.",
        "People went there. They asked. Women worked. The men left. Workers came back. Children can read.",
    ],
)
def test_a_talk_in_which_they_act_is_not(notes: str) -> None:
    assert codes(notes) == []
