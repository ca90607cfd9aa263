"""Regular expressions that are compiled at their first use."""

import re
import sys
from importlib import import_module
from pathlib import Path

import talkbuilder
from talkbuilder.patterns import pattern_of

_SOURCE = Path(talkbuilder.__file__).parent


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    ours, theirs = pattern_of("(?P<one>a)b", re.IGNORECASE), re.compile("(?P<one>a)b", re.IGNORECASE)
    for _ in range(2):  # its first use, and a later one
        assert ours.sub("-", "xAb") == theirs.sub("-", "xAb")
        assert ours.findall("ab AB") == theirs.findall("ab AB")
        assert (ours.search("abab", 1) or ["none"])[0] == "ab"
        assert (ours.pattern, ours.flags, ours.groupindex) == (theirs.pattern, theirs.flags, theirs.groupindex)


def test_every_pattern_can_be_compiled() -> None:
    """Else a broken one would be found by whoever first writes what it looks for."""
    kind = type(pattern_of(""))
    for path in _SOURCE.rglob("*.py"):
        name = ".".join(("talkbuilder", *path.relative_to(_SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        module = sys.modules.get(name) or (import_module(name) if path.name != "__main__.py" else None)
        for value in vars(module).values() if module else ():
            for one in value if isinstance(value, tuple) else (value,):
                for part in one if isinstance(one, tuple) else (one,):
                    if isinstance(part, kind):
                        assert re.compile(part.pattern, part.flags)
