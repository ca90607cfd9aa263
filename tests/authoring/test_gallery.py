"""The gallery: a deck of every kind, valid in both shapes, with what was written in its notes."""

import pytest

from talkbuilder.authoring.gallery import ASPECTS, written_for
from talkbuilder.diagnostics import Report, Source
from talkbuilder.kinds import KINDS
from talkbuilder.source.parse import parse
from talkbuilder.units import Aspect
from tests import package_rules, validation
from tests.listing import written
from tests.shipped import gallery


def test_every_kind_is_in_it() -> None:
    deck = gallery(ASPECTS[0])
    assert {page.kind for page in deck.pages} == set(KINDS)
    assert deck.plan.talk.name == "gallery"


@pytest.mark.trial  # as is every kind in every theme; a sample of that is always tried
@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_deck_is_valid(aspect: Aspect) -> None:
    data = written(gallery(aspect))
    assert [*validation.problems(data), *package_rules.broken(data), *package_rules.unlike_ours(data)] == []


def test_its_notes_are_the_yaml_that_makes_the_slide() -> None:
    for page in gallery("16:9").pages:
        if KINDS[page.kind].model is not None:
            said = "\n".join(paragraph.text for paragraph in page.notes.said).replace("\u00a0", " ")
            assert said == written_for(page)
            report = Report()
            assert parse(Source("a slide", said), report) is not None
            assert report.diagnostics == ()
