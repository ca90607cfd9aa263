"""The themes there are, by name; each builds a complete .pptx package that has no slides yet."""

from collections.abc import Callable, Mapping

from talkbuilder.themes import steppe

THEMES: Mapping[str, Callable[[], dict[str, bytes]]] = {"steppe": steppe.build}
