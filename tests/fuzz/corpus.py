"""What is mutated: a talk folder with every kind of slide, and a file of every format that can be imported."""

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from PIL import Image

from talkbuilder import authoring
from tests.posts.importers.sample import atom, page, plain, rss, wxr

_GALLERY = Path(authoring.__file__).with_name("gallery") / "folder"
_HEAD = (
    "talk: A talk\nspeaker: almanac\nminutes: 6\nquestions: 1\naudiences: [youth]\nnotes: Good evening.\nsections:\n"
)
_TAIL = "closing: {title: Thank you, notes: Ask me.}\nsources: {title: Sources, notes: These.}\n"
_EVENTS = """\
evening: {talk: talk, date: 2027-05-14, place: The town library, minutes: 10, audience: youth, aspect: "4:3"}
fair:
  talk: talk
  date: 2027-06-01
  cover: For the Friday group
  contact: The librarian, 555-0199
  runs: keynote
"""
_MEDIA = "seen: {file: seen.png, alt: Something, credit: Nobody, people: []}\n"
_SLIDE = re.compile(r"^  - .*?(?=^  - |^- section|\Z)", re.MULTILINE | re.DOTALL)
_MOST_SLIDES = 3


def folder() -> dict[str, bytes]:
    """The files of a talk folder that has hardly a fault."""
    files = {path.relative_to(_GALLERY).as_posix(): path.read_bytes() for path in _GALLERY.rglob("*") if path.is_file()}
    del files["talks/gallery.yaml"]
    files["talks/talk.yaml"] = outline(Random(1))
    files["talks/events.yaml"] = _EVENTS.encode()
    files["assets/media.yaml"] += _MEDIA.encode()
    files["assets/images/seen.png"] = picture("PNG")
    return files


def outline(random: Random) -> bytes:
    """A talk of a few slides of the gallery, whichever they are."""
    slides = _SLIDE.findall((_GALLERY / "talks" / "gallery.yaml").read_text("utf-8"))
    some = random.sample(slides, random.randint(1, _MOST_SLIDES))
    parts = (
        f"- section: A part\n  notes: So.\n  slides:\n{slide.rstrip()}\n    notes: Some words.\n" for slide in some
    )
    return (_HEAD + "".join(parts) + _TAIL).encode()


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.effect_mandelbrot((60, 40), (-3, -2.5, 2, 2.5), 20).convert("RGB").save(out, kind)
    return out.getvalue()


PICTURES = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "DDS", "TGA", "ICO", "PPM")

# What `import` takes, by the ending of the file.
EXPORTS: Mapping[str, tuple[Callable[[], bytes], ...]] = {
    "xml": (wxr, rss, atom),
    "txt": (plain,),
    "html": (page, lambda: _PAGE.encode()),
}
_PAGE = """\
<!DOCTYPE html><html><head><title>A day at the river</title><meta property="og:url" content="https://b.example/1"></head>
<body><div id="sidebar" class="widget"><ul><li><a href="/">Home</a></li></ul></div>
<div class="post"><h1 class="entry-title">A day at the river</h1><time datetime="2012-04-18">April 18</time>
<div class="entry-content"><p>We sat &ldquo;by the water&rdquo; &amp; waited.</p>
<blockquote>Nobody came&nbsp;by.</blockquote>
<p>Then it <em>rained</em>.<br>
We <a href="https://b.example/2">went</a> home.<img src="a.jpg"></p></div></div></body></html>
"""
