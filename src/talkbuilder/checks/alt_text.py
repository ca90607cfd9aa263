"""C403 poor-alt: words for a picture that tell too little or too much to somebody who cannot see it."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.media import Medium
from talkbuilder.patterns import pattern_of

LEAST, MOST = 10, 150  # letters
_FILE = pattern_of(r"\.(?:jpe?g|png|gif|svg|webp|heic|tiff?|bmp)\b|^(?:IMG|DSC|DSCN|PXL)[_-]?\d+", re.IGNORECASE)
_OF = pattern_of(
    r"(?:an? |the |this )?(?:\w+ )?(?:image|picture|photo|photograph|graphic|screenshot)\b(?: (?:of|showing)\b|$)",
    re.IGNORECASE,
)


def check(library: Library) -> Iterator[Diagnostic]:
    for medium in library.media.values():
        if isinstance(medium, Medium) and (fault := _fault(" ".join(medium.alt.value.split()))):
            hint = f"say what there is to see, in {LEAST} to {MOST} letters"
            yield Diagnostic("C403", f"the 'alt' of '{medium.id}' {fault}", medium.alt.span, hint)


def _fault(alt: str) -> str:
    if _FILE.search(alt):
        return "is the name of a file"
    if _OF.match(alt):
        return "says that it is a picture, which is known"
    if len(alt) < LEAST:
        return f"has only {len(alt)} letters"
    return f"has {len(alt)} letters" if len(alt) > MOST else ""
