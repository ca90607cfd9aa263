"""Regular expressions that are compiled when a text is first held against them: a talk needs a third of them."""

import re
from typing import Any, cast


def pattern_of(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, only later: at its first use."""
    return cast(re.Pattern[str], _Pattern(expression, flags))


class _Pattern:
    def __init__(self, expression: str, flags: int) -> None:
        self.pattern, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        """Compiles the expression, and keeps the methods of what that gives: from then on they are called directly."""
        compiled = re.compile(self.pattern, self._flags)
        self.search, self.match, self.fullmatch = compiled.search, compiled.match, compiled.fullmatch
        self.finditer, self.findall, self.split, self.sub = (
            compiled.finditer,
            compiled.findall,
            compiled.split,
            compiled.sub,
        )
        return getattr(compiled, name)
