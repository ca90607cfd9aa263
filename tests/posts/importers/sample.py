"""A small blog of our own writing, in every format that posts come in, with the traps that real blogs hold."""

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers import importer_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut

# Title, day, paragraphs. Spaces that do not break, a half, an ellipsis and brackets of the author's own, a letter whose
# quote mark opens twice and closes once, the wrong sign for an apostrophe, and the separator's words in running text.
BRIDGE = (
    "The bridge at \u201cNine Wells\u201d\u2026 so\u00a0late?!",
    "2012-04-18",
    (
        "We waited 3½ hours.\u00a0 Nobody came, and nobody said why \u2013 so we walked.",
        "\u201cDear friend, I saw the men again. They slept in the shed.",
        "\u201cTwo of them were \u2018free\u2019 to go, said the foreman\u2026 He laughed.\u201d",
        "[A side note: the ferry is not running.] Leave a comment » if you know who`s in charge.",
        "The law [Art. 12, para. 3] says 5 < 7 & no more; R&D it is not.",
    ),
)
MARKET = (
    "Prices went up from 40 to 65",
    "2012-04-02",
    ("Bread was 40 in March.", "I heard that it is 65 now, but I have not seen it."),
)
POSTS = (BRIDGE, MARKET)


def text_of(post: tuple[str, str, tuple[str, ...]]) -> str:
    return "\n\n".join(post[2])


def plain(*posts: tuple[str, str, tuple[str, ...]], month: str = "April, 2012") -> bytes:
    """The plain-text archive; like the real one it ends without a line break."""
    blocks = ("\n\n".join((title, *paragraphs)) for title, _, paragraphs in posts or POSTS)
    ends = ("Comments (1) »", "Leave a comment »")
    body = "\n\n".join(f"{block}\n\n{ends[number % 2]}" for number, block in enumerate(blocks))
    return f"Archive for {month}\n\n{body}".encode()


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def item(title: str, content: str, **values: str) -> str:
    """An item of a WordPress export; `values` are elements of the wp namespace."""
    told = {"post_date": "2012-04-18 09:30:00", "status": "publish", "post_type": "post", "post_password": ""} | values
    elements = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in told.items())
    return (
        f"<item><title>{escaped(title)}</title><link>http://blog.example/?p=1&amp;x=2</link><dc:creator>me</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[An excerpt, not the post.]]></excerpt:encoded>{elements}</item>"
    )


def wxr(*items: str, version: str = "1.2") -> bytes:
    """A WordPress export; without items, of the sample posts."""
    own = items or tuple(
        item(title, "\n\n".join(map(escaped, paragraphs)), post_date=f"{day} 23:30:00").replace("?p=1", f"?p={day}")
        for title, day, paragraphs in POSTS
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" ?>\n<!-- This is a WordPress eXtended RSS file -->\n<rss version="2.0" '
        f'xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:wp="http://wordpress.org/export/{version}/"><channel><title>A blog</title>\n'
        f"<wp:wxr_version>{version}</wp:wxr_version>"
        "<wp:author><wp:author_email>author@blog.example</wp:author_email></wp:author>\n"
        f"{''.join(own)}\n</channel></rss>\n"
    ).encode()


def rendered(paragraphs: tuple[str, ...]) -> str:
    return "\n".join(f"<p>{escaped(one)}</p>" for one in paragraphs)


def rss(*items: str) -> bytes:
    own = items or tuple(
        f"<item><title>{escaped(title)}</title><link>http://blog.example/{day}</link>"
        f"<pubDate>{day[8:]} Apr 2012 09:30:00 +0000</pubDate><description>The beginning […]</description>"
        f"<content:encoded><![CDATA[{rendered(paragraphs)}]]></content:encoded></item>"
        for title, day, paragraphs in POSTS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A blog</title>'
        f"{''.join(own)}</channel></rss>"
    ).encode()


def atom(*entries: str) -> bytes:
    own = entries or tuple(
        f'<entry><title type="html">{escaped(escaped(title))}</title><link rel="alternate" href="http://blog.example/{day}"/>'
        f"<published>{day}T23:30:00-07:00</published><author><name>Me</name><email>author@blog.example</email></author>"
        f'<content type="html">{escaped(rendered(paragraphs))}</content></entry>'
        for title, day, paragraphs in POSTS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:app="http://www.w3.org/2007/app" xmlns:thr="http://purl.org/syndication/thread/1.0">'
        f"<title>A blog</title>{''.join(own)}</feed>"
    ).encode()


def page(*articles: str, head: str = "") -> bytes:
    """A saved page with the frame that a theme puts around posts."""
    own = articles or tuple(
        f'<div class="post hentry category-share"><h2 class="entry-title"><a href="http://blog.example/{day}">'
        f'{escaped(title)}</a></h2><span class="entry-date">{day}</span>'
        f'<div class="entry-content">{rendered(paragraphs)}'
        '<div class="sharedaddy">Share this: <a href="http://x.example">X</a></div></div>'
        '<p class="postmetadata">Comments (1) »</p></div>'
        for title, day, paragraphs in POSTS
    )
    return (
        f"<!DOCTYPE html><html><head><title>April 2012 | A blog</title>{head}"
        "<script>var a = '<p>no</p>';</script></head>"
        '<body class="has-sidebar comments-open"><nav><a href="/about">About</a></nav>'
        '<div id="header"><h1>A blog</h1></div>'
        f"<main>{''.join(own)}</main><div id='sidebar'><h2>Recent</h2><div class='entry'>Old post</div></div>"
        '<div id="comments"><p>A stranger: first! me@mail.example</p></div>'
        "<footer>Powered by words</footer></body></html>"
    ).encode()


def read(data: bytes, name: str = "blog") -> tuple[list[ImportedPost], list[str], tuple[Diagnostic, ...]]:
    """The posts of a file, why others were left out, and what was reported."""
    report = Report()
    importer = importer_of(data, name, report)
    found = list(importer.posts(data, name, report)) if importer else []
    posts = [one for one in found if isinstance(one, ImportedPost)]
    return posts, [one.why for one in found if isinstance(one, LeftOut)], report.diagnostics


def codes(data: bytes) -> list[str]:
    return [one.code for one in read(data)[2]]
