"""WordPress's shortcodes, such as [caption …]: taken out of a post, without the brackets that its author wrote."""

import re

from msgspec import Struct

from talkbuilder.patterns import pattern_of

# Those of WordPress and wordpress.com that may stand without a value; any other is known by its values or its end.
_KNOWN = frozenset(
    (
        *("archives", "audio", "blogroll", "caption", "contact-field", "contact-form", "dailymotion", "embed"),
        *("gallery", "googlemaps", "googlevideo", "more", "nextpage", "playlist", "poll", "polldaddy"),
        *("recent_posts", "slideshare", "slideshow", "sociable", "soundcloud", "ted", "tweet", "twitter"),
        *("video", "videolog", "vimeo", "wp_caption", "wpvideo", "youtube"),
    )
)
_PICTURES = frozenset(
    (
        *("audio", "gallery", "googlemaps", "googlevideo", "playlist", "slideshow", "video", "vimeo", "wpvideo"),
        *("youtube",),
    )
)
_EMBED = pattern_of(
    r"\[(embed|youtube|vimeo|audio|video|googlevideo)\b[^\[\]]{0,500}\]\s*([^\[\]<>]{0,500}?)\s*\[/\1\]"
)
_SHORTCODE = pattern_of(r"(\[?)\[(/?)([A-Za-z][\w-]{0,40})(?![\w-])([^\[\]]{0,2000})\](\]?)")
_CAPTIONED = pattern_of(r"\[(caption|wp_caption)\b([^\[\]]{0,2000})\](.{0,5000}?)\[/\1\]", re.DOTALL)
_VALUE = pattern_of(r"\s[\w-]+=(?:[\"'“”″]|&#?\w+;|\w)")
_CAPTION = pattern_of(r"""\scaption=(?:"([^"]*)"|'([^']*)')""")


class Stripped(Struct, frozen=True):
    """A post's HTML without shortcodes, and the pictures and films that they showed."""

    markup: str
    pictures: tuple[str, ...] = ()


def without_shortcodes(markup: str) -> Stripped:
    """Takes shortcodes out; what stands between two of them stays, a caption as a paragraph of its own."""
    if "[" not in markup:
        return Stripped(markup)
    pictures: list[str] = []
    ended = {name.lower() for name in re.findall(r"\[/([A-Za-z][\w-]{0,40})\]", markup)}

    def embedded(found: re.Match[str]) -> str:
        pictures.append(found[2] or found[1])
        return ""

    def stripped(found: re.Match[str]) -> str:
        name, rest = found[3].lower(), found[4]
        if found[1] and found[5]:
            return found[0][1:-1]  # doubled brackets are how a post shows a shortcode
        if name not in _KNOWN | ended and not (name == found[3] and _VALUE.match(rest)):
            return found[0]
        if name in _PICTURES and not found[2]:
            pictures.append(" ".join(f"{name} {rest}".split()))
        if name not in ("caption", "wp_caption"):
            return found[1] + found[5]
        caption = _CAPTION.search(rest)
        words = (caption[1] or caption[2] or "") + "\n\n" if caption else ""
        return f"{found[1]}\n\n{words}{found[5]}"

    marked = _CAPTIONED.sub(r"\n\n<figcaption>[\1\2]\3</figcaption>\n\n", _EMBED.sub(embedded, markup))
    return Stripped(_SHORTCODE.sub(stripped, marked), tuple(pictures))
