"""A slide of each kind is laid out and written as its golden says; what more a kind is held to, its own test says."""

import pytest

from tests.corpora.tables import from_table
from tests.kinds import Golden, compare, sample
from tests.sample import SLIDES, built, codes, talk


@pytest.mark.parametrize("kind", sorted(SLIDES.keys() - {"chart"}))
def test_each_kind_is_laid_out_and_written_as_its_golden_says(kind: str, golden: Golden) -> None:
    compare(kind, sample(kind), golden)


@from_table
def test_other_forms_are_laid_out_and_written_as_theirs_say(name: str, slide: str, golden: Golden) -> None:
    deck, report = built(talk(f"  - {{{slide}}}"))
    assert codes(report) == []
    compare(name, deck, golden)
