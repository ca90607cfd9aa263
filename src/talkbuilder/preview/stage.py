"""What the audience sees and since when, as the windows tell it: they know it all, and go on without the server."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, structs

_Number = Annotated[int, Meta(ge=0, lt=2**53)]
_Seconds = Annotated[float, Meta(ge=0)]


class Stage(Struct, frozen=True, forbid_unknown_fields=True):
    """One moment of a talk that is presented; slides are counted from 0. A higher version is newer."""

    version: _Number
    slide: _Number
    curtain: Literal["", "black", "white"] = ""
    elapsed: _Seconds | None = None  # since it began; None before that, and after its end
    on_slide: _Seconds = 0.0
    is_rehearsal: bool = False
    spent: dict[str, _Seconds] = {}  # on slides, by their names


class Told:
    """The newest stage that was told, and when."""

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
