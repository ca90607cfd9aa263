"""C403 poor-alt: words for a picture that tell too little or too much to somebody who cannot see it."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.media import Medium

LEAST, MOST = 10, 150  # letters
_FILE = r"(?i)\.(?:jpe?g|png|gif|svg|webp|heic|tiff?|bmp)\b|^(?:IMG|DSC|DSCN|PXL)[_-]?\d+"
_OF = r"(?i)(?:an? |the |this )?(?:\w+ )?(?:image|picture|photo|photograph|graphic|screenshot)\b(?: (?:of|showing)\b|$)"


def check(library: Library) -> Iterator[Diagnostic]:
    for medium in library.media.values():
        if isinstance(medium, Medium) and (fault := _fault(" ".join(medium.alt.value.split()))):
            hint = f"say what there is to see, in {LEAST} to {MOST} letters"
            yield Diagnostic("C403", f"the 'alt' of '{medium.id}' {fault}", medium.alt.span, hint)


def _fault(alt: str) -> str:
    if re.search(_FILE, alt):
        return "is the name of a file"
    if re.match(_OF, alt):
        return "says that it is a picture, which is known"
    if len(alt) < LEAST:
        return f"has only {len(alt)} letters"
    return f"has {len(alt)} letters, and at most {MOST} are heard to the end" if len(alt) > MOST else ""
