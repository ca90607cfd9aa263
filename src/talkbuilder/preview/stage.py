"""What the audience sees and since when, the same in every window and on telephones; and how long each slide took."""

from collections.abc import Sequence
from typing import Any, Literal

Curtain = Literal["", "black", "white"]


class Stage:
    """Changes while somebody presents. Slides are counted from 0; every time is in seconds of one clock, `now`."""

    def __init__(self) -> None:
        self.slide = 0
        self.curtain: Curtain = ""
        self.is_rehearsal = False
        self._began: float | None = None
        self._since = 0.0  # when the slide that is seen came up
        self._spent: dict[str, float] = {}  # on slides, by their names

    @property
    def is_running(self) -> bool:
        return self._began is not None

    def begin(self, slide: int, now: float, is_rehearsal: bool) -> None:
        """Starts the clock at a slide; a rehearsal that was not ended is dropped."""
        self.slide, self.curtain, self.is_rehearsal = slide, "", is_rehearsal
        self._began = self._since = now
        self._spent = {}

    def go(self, slide: int, names: Sequence[str], now: float) -> None:
        """Shows one of the slides that have these names, the nearest where there is none of that number."""
        self._note(names, now)
        self.slide = max(0, min(slide, len(names) - 1))
        self.curtain = ""
        self._since = now

    def draw(self, curtain: Curtain) -> None:
        """Hides the slide behind black or white; the same again shows it."""
        self.curtain = "" if curtain == self.curtain else curtain

    def end(self, names: Sequence[str], now: float) -> dict[str, float]:
        """Stops the clock; the seconds on each slide that was seen, by its name."""
        self._note(names, now)
        spent, self._spent = self._spent, {}
        self._began, self.curtain, self.is_rehearsal = None, "", False
        return spent

    def told(self, now: float) -> dict[str, Any]:
        """For the pages, whose clocks are not ours: times as spans up to now."""
        return {
            "kind": "stage",
            "slide": self.slide,
            "curtain": self.curtain,
            "elapsed": None if self._began is None else now - self._began,
            "on_slide": 0.0 if self._began is None else now - self._since,
            "is_rehearsal": self.is_rehearsal,
            "spent": self._spent,
        }

    def _note(self, names: Sequence[str], now: float) -> None:
        if self._began is not None and self.slide < len(names):
            name = names[self.slide]
            self._spent[name] = self._spent.get(name, 0.0) + now - self._since
        self._since = now
