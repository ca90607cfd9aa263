"""On which page of a PDF words stand, by the file as it was imported."""

import re
from functools import lru_cache
from pathlib import Path

import msgspec

from talkbuilder.posts.archive.store import FOLDER, INDEX, ORIGINALS, Contents

_LETTERS = re.compile(r"[\W_]+")


def page_of(root: Path, post: str, words: str) -> str:
    """The page on which words begin, as the PDF counts them; "" where it has one page, or the source is none."""
    try:
        contents = msgspec.json.decode((root / FOLDER / INDEX).read_bytes(), type=Contents)
        origin = contents.files[contents.posts[post].file]
        pages = _pages(root / FOLDER / ORIGINALS / origin.copy) if origin.format == "PDF" else ()
    except (OSError, KeyError, msgspec.MsgspecError):
        return ""
    wanted = _key(words)
    for length in (len(wanted), len(wanted) // 2):  # what goes on on the next page begins on this
        found = [label for label, text in pages if wanted[:length] in text]
        if length and len(found) == 1 and len(pages) > 1:
            return found[0]
    return ""


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


@lru_cache(maxsize=8)
def _pages(file: Path) -> tuple[tuple[str, str], ...]:
    """What each page is called, and its letters and digits."""
    import pypdfium2  # 60 ms, which only a PDF pays

    try:
        with pypdfium2.PdfDocument(file) as document:
            numbers = range(len(document))
            texts = (_key(document[at].get_textpage().get_text_range()) for at in numbers)
            return tuple(
                (document.get_page_label(at) or str(at + 1), text) for at, text in zip(numbers, texts, strict=True)
            )
    except pypdfium2.PdfiumError:
        return ()
