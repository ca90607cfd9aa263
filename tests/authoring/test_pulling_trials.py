"""Random edits of a deck: each text lands on its slide or is told, and what is pulled is what a new deck says."""

import random
from pathlib import Path
from typing import Any

import pytest

from talkbuilder.authoring.pulling import written
from talkbuilder.outputs.pptx.boxes import FoundSlide, read_boxes
from talkbuilder.outputs.pptx.record import same_text
from tests.pulled import OUTLINE, Workshop, add_after, move_from, office_saves, paragraphs, remove, retype, text
from tests.sample import SLIDES, slide, talk

EDITS = 25
EVERY_KIND = talk("\n".join(slide(kind, f"All about {kind}", f"This is said of {kind}.") for kind in SLIDES))


class Editor:
    """Edits a deck at random; each word that it types is one that no slide has."""

    def __init__(self, seed: int) -> None:
        self._random, self._typed = random.Random(seed), 0

    def word(self) -> str:
        self._typed += 1
        return f"zq{self._typed:03}x"

    @property
    def words(self) -> list[str]:
        return [f"zq{number + 1:03}x" for number in range(self._typed)]

    def edit(self, deck: Any) -> None:
        for _ in range(EDITS):
            self._random.choice((self._retype, self._retype, self._retype, self._add, self._remove, self._split,
                                 self._join, self._move, self._drop))(deck)  # fmt: skip

    def _some(self, deck: Any) -> Any:
        slide = self._random.choice([*deck.slides])
        found = [one for one in paragraphs(slide) if text(one).strip() and one._p.find(".//{*}fld") is None]
        return self._random.choice(found)

    def _retype(self, deck: Any) -> None:
        one = self._some(deck)
        words = text(one).split()
        at = self._random.randrange(len(words) + 1)
        retype(one, " ".join((*words[:at], self.word(), *words[at + self._random.choice((0, 0, 1)) :])))

    def _add(self, deck: Any) -> None:
        add_after(self._some(deck), f"Some {self.word()} more")

    def _remove(self, deck: Any) -> None:
        one = self._some(deck)
        if len(one._p.getparent().findall("{*}p")) > 1:
            remove(one)

    def _split(self, deck: Any) -> None:
        one = self._some(deck)
        words = text(one).split()
        at = self._random.randrange(len(words))
        if at:
            add_after(one, " ".join(words[at:]))
            retype(one, " ".join(words[:at]))

    def _join(self, deck: Any) -> None:
        one = self._some(deck)
        following = one._p.getnext()
        if following is not None and following.tag == one._p.tag:
            words = "".join(part.text or "" for part in following.iter("{*}t"))
            one._p.getparent().remove(following)
            retype(one, f"{text(one)} {words}")

    def _move(self, deck: Any) -> None:
        count = len(deck.slides)
        move_from(deck, self._random.randrange(1, count - 2), self._random.randrange(1, count - 2))

    def _drop(self, deck: Any) -> None:
        ids = deck.slides._sldIdLst
        if len(ids) > 8 and self._random.random() < 0.4:
            one = ids[self._random.randrange(2, len(ids) - 2)]
            deck.part.drop_rel(one.rId)
            ids.remove(one)


def tried(folder: Path, seed: int, by_office: bool) -> int:
    """The number of edits whose words landed; raises AssertionError where one was lost, or stands on another slide."""
    shop, editor = Workshop(folder, OUTLINE if seed % 2 else EVERY_KIND), Editor(seed)
    shop.edit(editor.edit)
    if by_office:
        office_saves(shop.file)
    pulled = shop.pulled()
    told = "\n".join(one.why for one in pulled.told)
    chosen = [one for one in pulled.differences if not one.disputes]
    after = written(chosen, (), "talks/talk.yaml", shop.outline.encode())
    assert after is not None, seed
    edited = read_boxes(shop.file).slides
    shop.outline = after.decode()
    rebuilt = read_boxes(Workshop(folder, shop.outline).file).slides
    landed = 0
    for word in editor.words:
        where = [one for one in edited if word in all_of(one)]
        if not where:
            continue  # what it stood in was taken out again
        disputed = any(word in one.new for one in pulled.differences if one.disputes)
        if word not in after.decode():
            assert disputed or word in told, (seed, word)
            continue
        now = [one for one in rebuilt if word in all_of(one)]
        # A part of which this edition has no slide left is on none.
        assert not now or any(likely_same(one, other) for one in where for other in now), (seed, word)
        landed += 1
    return landed


def all_of(slide: FoundSlide) -> str:
    lines = [*(line for box in slide.boxes for line in box.lines), *slide.notes]
    return "\n".join(same_text(line.text) for line in lines)


def likely_same(one: FoundSlide, other: FoundSlide) -> bool:
    ours, theirs = ({*all_of(slide).split()} for slide in (one, other))
    return len(ours & theirs) > len(ours) / 3


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.trial) for seed in range(2, 41))])
def test_words_typed_at_random_land_on_their_slide_or_are_told(tmp_path: Path, seed: int) -> None:
    assert tried(tmp_path, seed, by_office=False)


@pytest.mark.rendering
@pytest.mark.parametrize("seed", [101, *(pytest.param(seed, marks=pytest.mark.trial) for seed in range(102, 141))])
def test_so_they_do_after_a_save_by_libreoffice(tmp_path: Path, seed: int) -> None:
    assert tried(tmp_path, seed, by_office=True)
