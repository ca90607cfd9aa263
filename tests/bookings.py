"""A talk folder on disk, and bookings for its talk."""

from collections.abc import Mapping
from pathlib import Path

from pptx import Presentation

from tests.cases import picture
from tests.running import put
from tests.sample import ASSETS, slide, talk

TALK = "audiences: [youth, elders]\n" + talk(
    f"{slide('statement')}\n{slide('quote', 'A quotation')}\n    priority: could\n    only: [youth]"
)

EVENING = "evening: {talk: talk, date: 2027-05-14, place: The town library, minutes: 20, contact: 'Ann, 555-0199'}\n"
LATER = "later: {talk: talk, date: 2027-06-01}\n"
EARLIER = "earlier: {talk: talk, date: 2027-05-13}\n"
FAULTY = "faulty: {talk: talk, date: 2027-05-20, language: ru}\n"
UNREADABLE = "unreadable: {talk: talk, date: 2027-02-30}\n"


FILES: Mapping[str, str | bytes] = {**ASSETS, "assets/images/steppe.png": picture(1280, 640), "talks/talk.yaml": TALK}


def write(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Path:
    """The talk folder, without bookings; returns it."""
    return put(folder, files)


def book(folder: Path, events: str) -> None:
    (folder / "talks" / "events.yaml").write_text(events, encoding="utf-8")


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pptx"))


def titles(deck: Path) -> list[str]:
    shapes = (slide.shapes.title for slide in Presentation(str(deck)).slides)
    return [shape.text_frame.text for shape in shapes if shape]
