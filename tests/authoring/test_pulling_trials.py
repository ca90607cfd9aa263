"""Random edits of a deck: each text lands on its slide or is told, and what is pulled is what a new deck says."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talkbuilder.outputs.pptx.reading import FoundSlide, read_deck
from talkbuilder.outputs.pptx.record import same_text, texts_of
from talkbuilder.source.project import Project
from tests.conftest import ROOT
from tests.pulled import (
    OUTLINE,
    Workshop,
    add_after,
    move_from,
    office_saves,
    our_library,
    paragraphs,
    remove,
    retype,
    text,
)
from tests.sample import SLIDES, project, slide, talk

EDITS, DECKS = 25, 40
EVERY_KIND = talk("\n".join(slide(kind, f"All about {kind}", f"This is said of {kind}.") for kind in SLIDES))

TALKS: tuple[tuple[str, Callable[[str], Project]], ...] = (
    ((ROOT / "talks" / "kazakhstan.yaml").read_text("utf-8"), our_library),
    ((ROOT / "talks" / "human-trafficking.yaml").read_text("utf-8"), our_library),
    (OUTLINE, project),
    (EVERY_KIND, project),
)


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


def edited(folder: Path, seed: int) -> tuple[Workshop, Editor]:
    """A talk whose deck was edited: one that is here, or one of all kinds of slides."""
    folder.mkdir(exist_ok=True)
    outline, files = TALKS[seed % len(TALKS)]
    shop, editor = Workshop(folder, outline, project=files), Editor(seed)
    shop.file = shop.file.rename(folder.parent / f"{seed}.pptx")
    shop.edit(editor.edit)
    return shop, editor


def tally(shop: Workshop, editor: Editor) -> Counter[str]:
    """What became of the words that were typed: each stands on its slide, or is told; or its slide was taken out."""
    pulled = shop.pulled()
    told = "\n".join(one.why for one in pulled.told)
    after = shop.with_answers(*((one, "take") for one in pulled.differences if not one.disputes))
    assert after is not None, shop.file
    there = [all_of(one) for one in read_deck(shop.file).slides]
    shop.outline = after
    now = [" ".join(same_text(one.text) for one in texts_of(page)) for page in shop.deck().pages]
    found: Counter[str] = Counter(
        {f"slides {sort}": sum(one.sort == sort for one in pulled.differences) for sort in ("removed", "moved")}
    )
    for word in editor.words:
        where, lands = ([text for text in texts if word in text] for texts in (there, now))
        if not where:
            found["typed over again"] += 1
        elif any(word in one.new for one in pulled.differences if one.disputes):
            found["asked about"] += 1
        elif word not in shop.outline:
            assert word in told, (shop.file, word)
            found["told"] += 1
        else:
            # A part of which this edition has no slide left is on none.
            assert not lands or any(is_likely(one, other) for one in where for other in lands), (shop.file, word)
            found["landed"] += 1
    return found


def all_of(slide: FoundSlide) -> str:
    return " ".join(same_text(line.text) for line in slide.lines)


def is_likely(one: str, other: str) -> bool:
    """Whether two texts are those of one slide."""
    ours, theirs = {*one.split()}, {*other.split()}
    return len(ours & theirs) > len(ours) / 3


@pytest.mark.parametrize("seed", [0, 3, *(pytest.param(seed, marks=pytest.mark.trial) for seed in (1, 2))])
def test_words_typed_at_random_land_on_their_slide_or_are_told(tmp_path: Path, seed: int) -> None:
    assert tally(*edited(tmp_path / "made", seed))


@pytest.mark.rendering
@pytest.mark.trial
def test_so_they_do_after_a_save_by_libreoffice(tmp_path: Path) -> None:
    shops = [edited(tmp_path / "made", seed) for seed in range(100, 100 + DECKS)]
    office_saves(*(shop.file for shop, _ in shops))
    found: Counter[str] = sum((tally(*one) for one in shops), Counter())
    print(f"\n{DECKS * EDITS} edits of {DECKS} decks: {dict(found)}")
    assert found["landed"]
