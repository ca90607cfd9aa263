"""What is told between the windows of a talk that is presented, its telephones and its rehearsals."""

from collections.abc import Iterable, Mapping
from secrets import choice, token_urlsafe
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, structs

from talkbuilder.authoring.adding import extended
from talkbuilder.authoring.rehearsals import HEAD, EditionKey, Rehearsal, edition_of, read_rehearsals, written
from talkbuilder.diagnostics import Report
from talkbuilder.layout.qr import QUIET, modules_of
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.preview.choosing import OpenProject
from talkbuilder.preview.guard import same
from talkbuilder.source.events import Occasion
from talkbuilder.stages.read import REHEARSALS, TALKS

_Number = Annotated[int, Meta(ge=0, lt=2**53)]
_Seconds = Annotated[float, Meta(ge=0)]


class Stage(Struct, frozen=True, forbid_unknown_fields=True):
    """What the audience sees and since when, as the windows tell it, which go on without the server. Slides are counted
    from 0; a higher version is newer."""

    version: _Number
    slide: _Number
    curtain: Literal["", "black", "white"] = ""
    elapsed: _Seconds | None = None  # since it began; None before that, and after its end
    on_slide: _Seconds = 0.0
    is_rehearsal: bool = False
    spent: dict[str, _Seconds] = {}  # on slides, by their names


class Told:
    def __init__(self) -> None:
        self._stage, self._at = Stage(0, 0), 0.0

    def take(self, stage: Stage, now: float) -> bool:
        """Keeps a stage unless a newer one is known; whether it did."""
        if stage.version < self._stage.version:
            return False
        self._stage, self._at = stage, now
        return True

    def news(self, now: float) -> dict[str, Any]:
        """For the pages, whose clocks are not ours: times as spans up to now."""
        stage = self._stage
        if stage.elapsed is not None:
            since = now - self._at
            stage = structs.replace(stage, elapsed=stage.elapsed + since, on_slide=stage.on_slide + since)
        return {"kind": "staged", "stage": stage}


_LEAST_SECONDS = 1.0  # what was passed over faster was not said


def path_of(talk: str) -> str:
    return f"{TALKS}/{talk}{REHEARSALS}.yaml"


def keep(project: OpenProject, talk: str, occasion: Occasion, seconds: Mapping[str, float]) -> bool:
    """Adds a rehearsal to the file; False where no slide was shown long enough. Raises OSError where that fails."""
    told = {name: spent for name, spent in seconds.items() if spent >= _LEAST_SECONDS}
    if not told:
        return False
    file = project.root / path_of(talk)
    before = file.read_bytes() if file.is_file() else HEAD.encode()
    write_whole(file, extended(before, written(project.today, edition_of(occasion), told)), project.root)
    return True


def told_of_takes(project: OpenProject, talk: str, edition: EditionKey) -> list[dict[str, Any]]:
    """The rehearsals of an edition, the last one first."""
    project.forget([path_of(talk)])
    mine: list[Rehearsal] = [one for one in read_rehearsals(project, talk, Report()) if one.edition == edition]
    return [{"on": one.on.value, "seconds": one.seconds} for one in reversed(mine)]


_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another
_LENGTH = 10  # of 31 letters each: nobody guesses one of 8e14 in a few tries
_MOST_TRIES = 5


class Clickers:
    """The keys that were given out, and the code that is waiting for a telephone."""

    def __init__(self, keys: Iterable[str]) -> None:
        """`keys` were given out before this preview died and was started again."""
        self._keys = [*keys]
        self._code = ""
        self._tries = 0

    def new_code(self) -> str:
        """A code for one telephone; the one before it no longer works."""
        self._code, self._tries = "".join(choice(_LETTERS) for _ in range(_LENGTH)), 0
        return self._code

    def pair(self, code: str) -> str | None:
        """The key for a code; None where it is wrong or used up. After a few wrong ones, none works any more."""
        if self._code and same(code, self._code):
            self._code = ""
            self._keys.append(token_urlsafe(24))
            return self._keys[-1]
        self._tries += 1
        if self._tries >= _MOST_TRIES:
            self._code = ""
        return None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._keys)

    def knows(self, key: str) -> bool:
        return any(same(key, one) for one in self._keys)


def picture(address: str) -> str:
    """A code as an `svg` element that takes its colours from the page."""
    matrix = modules_of(address)
    size = len(matrix) + 2 * QUIET
    dark = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell
    )
    return f'<svg viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges"><path d="{dark}"/></svg>'
