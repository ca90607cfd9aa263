"""The telephones that may click: each gets a key of its own, for a code that works once."""

from collections.abc import Iterable
from secrets import choice, token_urlsafe

from talkbuilder.preview.guard import same

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
