"""The manual as one page for a browser, with its pictures in it: a talk folder has it beside the talks."""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from talkbuilder.authoring.manual import anchor, manual


@cache
def page() -> bytes:
    """The page; it asks for nothing that is not in it."""
    files = manual()
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(files["README.md"].decode())
    _lead_to_heads(tokens)
    for token in tokens:
        for child in token.children or ():
            _hold_pictures(child, files)
    body = reader.renderer.render(tokens, reader.options, {})
    style = resources.files(__package__).joinpath("page.css").read_text("utf-8")
    head = f"<meta charset='utf-8'><title>The manual of talkbuilder</title><style>{style}</style>"
    return f"<!doctype html>\n<html lang='en'><head>{head}</head>\n<body>\n{body}</body></html>\n".encode()


def _lead_to_heads(tokens: Sequence[Token]) -> None:
    """Gives each heading the name by which the contents lead to it; what leads out of the manual is left as words."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor(following.content))
        for at, child in enumerate(token.children or ()):
            if child.type == "link_open" and not re.match(r"#|https?:", str(child.attrGet("href"))):
                assert token.children
                closing = next(one for one in token.children[at:] if one.type == "link_close")
                for one in (child, closing):
                    one.type, one.tag, one.nesting = "text", "", 0


def _hold_pictures(token: Token, files: Mapping[str, bytes]) -> None:
    if token.type == "image":
        drawn = b64encode(files[str(token.attrGet("src"))]).decode()
        token.attrSet("src", f"data:image/svg+xml;base64,{drawn}")
