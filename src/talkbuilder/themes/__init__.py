"""The themes there are, by name; each builds a complete .pptx package of a shape that has no slides yet."""

from collections.abc import Mapping
from typing import Protocol

from talkbuilder.themes import steppe
from talkbuilder.units import Aspect


class Build(Protocol):
    def __call__(self, aspect: Aspect = "16:9") -> dict[str, bytes]: ...


THEMES: Mapping[str, Build] = {"steppe": steppe.build}
