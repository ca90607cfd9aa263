"""C033 unlike-sound: how a word is said is more than its sound, and notes would print it."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.words import Pronounced

_SYLLABLES = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_TIMES, _MORE = 1.5, 2  # how much longer a sound may be than its word: kuh-zuh-lor-DAH


def check(library: Library) -> Iterator[Diagnostic]:
    for one in library.of(Pronounced):
        said = one.says.value.split()
        letters = sum(map(str.isalpha, one.says.value))
        is_longer = len(said) > len(one.id.split()) or letters > _MORE + _TIMES * len(one.id)
        if is_longer or not all(re.fullmatch(_SYLLABLES, one) for one in said):
            message = f"'{one.says.value}' is more than the sound of '{one.id}': it may have letters and hyphens"
            hint = "write its sound in syllables, as in al-MAH-tee for Almaty"
            yield Diagnostic("C033", message, one.says.span, hint)
