"""Regular expressions that are compiled at their first use."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import talkbuilder
from talkbuilder.patterns import pattern_of

_SOURCE = Path(talkbuilder.__file__).parent
_PATTERN = type(pattern_of(""))


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    ours, theirs = pattern_of("(?P<one>a)b", re.IGNORECASE), re.compile("(?P<one>a)b", re.IGNORECASE)
    for _ in range(2):  # its first use, and a later one
        assert ours.sub("-", "xAb") == theirs.sub("-", "xAb")
        assert ours.findall("ab AB") == theirs.findall("ab AB")
        assert (ours.search("abab", 1) or ["none"])[0] == "ab"
        assert (ours.pattern, ours.flags, ours.groupindex) == (theirs.pattern, theirs.flags, theirs.groupindex)


def test_every_pattern_can_be_compiled() -> None:
    """Else a broken one would be found by whoever first writes what it looks for."""
    for _, module in _modules():
        for value in vars(module).values():
            for one in value if isinstance(value, tuple) else (value,):
                for part in one if isinstance(one, tuple) else (one,):
                    if isinstance(part, _PATTERN):
                        assert re.compile(part.pattern, part.flags)


def test_no_pattern_is_given_to_a_function_of_re() -> None:
    """`re.sub(_EDGES, …)` takes a text or what is compiled: `_EDGES.sub(…)` takes these too."""
    for path, module in _modules():
        for name in re.findall(r"\bre\.\w+\(\s*(\w+)", path.read_text("utf-8")):
            assert not isinstance(getattr(module, name, None), _PATTERN), f"{path}: {name}"


def _modules() -> Iterator[tuple[Path, ModuleType]]:
    for path in _SOURCE.rglob("*.py"):
        if path.name != "__main__.py":
            parts = path.relative_to(_SOURCE).with_suffix("").parts
            yield path, import_module(".".join(("talkbuilder", *parts)).removesuffix(".__init__"))
