"""Pages in the layouts of the well-known blog systems, made of one article of our own by small templates.

Each layout is a frame around `{article}`, `{title}`, `{comments}`, `{menu}` and `{teasers}`, with the names of elements
that such systems use; no theme is copied.
"""

# ruff: noqa: E501 (a tag is easier to read whole)
from collections.abc import Mapping
from pathlib import Path

# What must arrive to the letter: spaces that do not break, quotations within quotations, their attributions, a verse.
PARAGRAPHS = (
    "We came to the ferry at noon, and it was not there.\u00a0 The keeper said that it had left an hour before its time.",
    "“I asked him why,” said the woman beside me, “and he told me: ‘The river does not wait, and nor do I.’ So we sat"
    " down on the wall and shared what bread we had.”",
    "There were 3½ loaves for nineteen people, and nobody counted. An old man told how the bridge had stood here until"
    " the flood of 1987 – a wooden bridge, wide enough for one cart.",
    "Without a bridge a village has two halves, and each of them says the other is the smaller one.",
    "— A saying of the ferrymen",
    "In the evening the ferry came back… empty. We crossed in the dark, and no one spoke until the rope was fast. On"
    " the other bank there was a lamp in a window, and somebody who had waited for us since noon.",
    "I have crossed that river many times since. The bridge that was promised is still a drawing in an office.",
    "The keeper’s daughter keeps the ferry now.",
)
TITLE = "The ferry at noon"
ARTICLE = (
    f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    f"<blockquote><p>{PARAGRAPHS[3]}</p><footer>{PARAGRAPHS[4]}</footer></blockquote>"
    f"<p>{PARAGRAPHS[5]}</p><h3>Since then</h3><p>{PARAGRAPHS[6]}</p><p>{PARAGRAPHS[7]}</p>"
)
# As Blogger's old editor writes: no paragraphs, only breaks.
BROKEN = "<br /><br />".join((*PARAGRAPHS[:6], "Since then", *PARAGRAPHS[6:]))
TEXT = "\n\n".join((*PARAGRAPHS[:6], "Since then", *PARAGRAPHS[6:]))
STRANGERS = ("Nice words, but you have never rowed", "Ten ways to cook a carp", "All rights to the river reserved")
_COMMENTS = (
    f"<p>{STRANGERS[0]} a boat in your life, and I have rowed one for forty years on three rivers.</p>"
    "<p>My uncle had a ferry too. He would not have left anybody standing there, whatever the hour was.</p>"
)
_MENU = "".join(f'<li><a href="/{word}">{word.capitalize()}</a></li>' for word in ("home", "about", "boats", "maps"))
_TEASERS = "".join(f'<div><a href="/{n}">{STRANGERS[1]}, part {n}</a></div>' for n in range(1, 7))
_FOOT = f"<p>{STRANGERS[2]}, <a href='/terms'>terms</a> and <a href='/privacy'>privacy</a>.</p>"

# By system and theme: what is in the body.
FRAMES: Mapping[str, str] = dict(
    line.split("\t") for line in Path(__file__).with_name("frames.tsv").read_text("utf-8").splitlines()
)


def page(frame: str, article: str = ARTICLE, title: str = TITLE) -> bytes:
    """A page of a layout, with the classes of the body and a head that most systems write."""
    parts = {
        "article": article,
        "title": title,
        "comments": _COMMENTS,
        "menu": _MENU,
        "teasers": _TEASERS,
        "foot": _FOOT,
    }
    body = frame
    for name, markup in parts.items():
        body = body.replace("{" + name + "}", markup)
    head = f"<meta charset='utf-8'><title>{title} | A blog of rivers</title><meta property='og:type' content='article'>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
