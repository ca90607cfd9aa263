"""Marks around what others do, and 'I saw it' beside what was only heard, give a reason; a speaker's own gives none."""

import pytest

from tests.authoring.test_insinuated import reasons
from tests.authoring.test_unsaid import bullet, noted


def heads(first: str, second: str, cite: str = "mill-closed") -> str:
    return (
        f"- title: Then and now\n  compare:\n  - {{head: {first}, text: 'It {{{cite}}}'}}\n"
        f"  - {{head: {second}, text: 'We met {{market-day}}'}}\n  notes: So.\n"
    )


FORGED = {
    "which the speaker did not see": (
        noted("I saw it with my own eyes. The mill {mill-closed}."),
        noted("The mill {mill-closed}. I was right there."),
        noted("I watched it myself. They {bakers}."),
        noted("They {bakers}. I can vouch for that."),
        heads("What I saw myself", "The market"),
    ),
    "is about others": (
        bullet("{own: The mayor took the neighbors’ ovens, and they lied | it is what was told there}"),
        bullet("{own: Every judge is crooked | I lived there for a year}"),
        bullet("{own: They sold the bakers’ children | I lived there for a year}"),
        bullet("{own: The officers were on the payroll of the mill | I lived there for a year}"),
        bullet("{own: Her boss had beaten the maid | I lived there for a year}"),
    ),
}


@pytest.mark.parametrize(("told", "slides"), [(told, one) for told, forged in FORGED.items() for one in forged])
def test_what_a_speaker_cannot_vouch_for_is_told(told: str, slides: str) -> None:
    found = reasons(slides)
    assert [one for one in found if told in one], found


HONEST = (
    # witnesses
    noted("I didn’t see it myself. The mill {mill-closed}."),
    noted("I saw it with my own eyes: {market-day}.", "market-day"),
    noted("I was there. I met {market-day}.", "market-day"),
    noted("Was I there? No. The mill {mill-closed}."),
    heads("What I was told", "What I saw"),
    # marks of one's own
    bullet("{own: Half of my neighbors | I asked them all} bake their own bread"),
    bullet("I walked {own: two} miles"),
    bullet("{own: I saw them every day | I lived next door}"),
    bullet("It was {own: our third winter | I kept a diary}"),
    bullet("{own: My brother sold his car | he told me so himself}"),
)


@pytest.mark.parametrize("slides", HONEST)
def test_what_is_a_speakers_own_gives_no_reason(slides: str) -> None:
    assert [one for one in reasons(slides) if any(what in one for what in FORGED)] == []
