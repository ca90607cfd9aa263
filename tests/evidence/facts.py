"""Facts of the valley that are true, and what is changed of each so that it is forged, from `facts.yaml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_TOLD: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))


def _true(name: str) -> dict[str, Any]:
    """The keys of a true entry."""
    told = _TOLD[name]
    like = _true(told["like"]) if "like" in told else {}
    own = like | {key: value for key, value in told.items() if key not in ("like", "forged")}
    return {key: value for key, value in own.items() if value is not None}


def _forged() -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    for name, told in _TOLD.items():
        for one in told.get("forged", ()):
            yield _true(name), {key: value for key, value in one.items() if key != "code"}, one["code"]


FORGED = tuple(_forged())
LEAKS, BEFORE, BARRELS, LETTERS, MONEY, PASSES = map(
    _true, ("leaks", "before", "barrels", "letters", "money", "passes")
)
PIPES, LEAD, LAMBS, SIGNATURES, WOLVES, LAND = map(_true, ("pipes", "lead", "lambs", "signatures", "wolves", "land"))
