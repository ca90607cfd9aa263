"""Pages in the layouts of the well-known blog systems, made of one article of our own by small templates.

Each layout is a frame around `{article}`, `{title}`, `{comments}`, `{menu}` and `{teasers}`, with the names of elements
that such systems use; no theme is copied.
"""

# ruff: noqa: E501 (a tag is easier to read whole)
from collections.abc import Mapping

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

# The frames, by system and theme: what is in the head, the classes of the body, and what is in it.
_WORDPRESS = {
    "twenty-twelve": "<div class='site'><header class='site-header'><nav>{menu}</nav></header><div id='main'><article"
    " class='post'><header class='entry-header'><h1 class='entry-title'>{title}</h1></header><div class='entry-content'>"
    "{article}</div><footer class='entry-meta'><time datetime='2012-04-18'>April 18, 2012</time></footer></article><div"
    " id='comments' class='comments-area'>{comments}</div></div><div id='secondary'><aside class='widget'>{teasers}"
    "</aside></div><footer>{foot}</footer></div>",
    "twenty-twenty-four": "<div class='wp-site-blocks'><header class='wp-block-template-part'>{menu}</header><main"
    " class='wp-block-group'><h1 class='wp-block-post-title'>{title}</h1><div class='wp-block-post-date'><time"
    " datetime='2012-04-18T09:00:00'>April 18</time></div><div class='entry-content wp-block-post-content"
    " is-layout-constrained'>{article}</div><div class='wp-block-comments'>{comments}</div></main><footer"
    " class='wp-block-template-part'>{foot}</footer></div>",
    "kubrick": "<div id='page'><div id='header'>{menu}</div><div id='content' class='widecolumn'><div class='post'><h2>"
    "{title}</h2><div class='entry'>{article}<p class='postmetadata alt'><small>This entry was posted on April 18th,"
    " 2012 and is filed under <a href='/x'>Boats</a>.</small></p></div></div><h3 id='comments'>Two replies</h3><ol"
    " class='commentlist'><li>{comments}</li></ol></div><div id='footer'>{foot}</div></div>",
    "sharing": "<div class='hfeed'><article class='post'><h1 class='entry-title'>{title}</h1><span class='date'>18 April"
    " 2012</span><div class='entry-content'>{article}<div class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3>"
    "<ul>{menu}</ul></div><div id='jp-relatedposts' class='jp-relatedposts'>{teasers}</div></div></article><section"
    " id='respond' class='comment-respond'>{comments}</section></div>",
    "divi": "<div id='page-container'><div id='main-content'><article class='post'><div class='entry-content'><div"
    " class='et_pb_section'><div class='et_pb_row'><div class='et_pb_column'><div class='et_pb_module et_pb_post_title'>"
    "<h1 class='entry-title'>{title}</h1></div><div class='et_pb_module et_pb_text'><div class='et_pb_text_inner'>"
    "{article}</div></div></div></div></div></div></article></div><div id='sidebar'>{teasers}</div></div>",
    "in a widget": "<div class='elementor-location-header'>{menu}</div><div class='elementor elementor-location-single post'>"
    "<div class='elementor-widget elementor-widget-theme-post-title'><h1 class='elementor-heading-title'>{title}</h1></div>"
    "<div class='elementor-widget elementor-widget-theme-post-content'><div class='elementor-widget-container'>{article}"
    "</div></div><div class='elementor-widget elementor-widget-post-comments'>{comments}</div></div><div"
    " class='elementor-location-footer'>{foot}</div>",
    "parted widgets": "<div class='elementor-section-wrap'><section class='elementor-section'><div class='elementor-widget"
    " elementor-widget-heading'><h1>{title}</h1></div><div class='elementor-widget elementor-widget-text-editor'><div"
    " class='elementor-widget-container'>{article}</div></div></section><section class='elementor-section'><div"
    " class='elementor-widget elementor-widget-posts'>{teasers}</div></section></div>",
}
_BLOGGER = {
    "classic": "<div id='outer-wrapper'><div id='main-wrapper'><div class='main section' id='main'><div class='widget Blog'"
    " id='Blog1'><div class='blog-posts hfeed'><h2 class='date-header'>April 18, 2012</h2><div class='post hentry'><h3"
    " class='post-title entry-title'>{title}</h3><div class='post-body entry-content'>{article}</div><div"
    " class='post-footer'>{menu}</div></div></div><div class='comments' id='comments'>{comments}</div></div></div></div>"
    "<div id='sidebar-wrapper'><div class='sidebar section'><div class='widget BlogArchive'>{teasers}</div></div></div></div>",
    "contempo": "<div class='page'><div class='bg-photo'></div><div class='page_body'><div class='centered'><main"
    " class='centered-bottom' id='main' role='main'><div class='main section'><div class='widget Blog' data-version='2'>"
    "<div class='blog-posts hfeed container'><article class='post-outer-container'><div class='post-outer'><div class='post'>"
    "<h3 class='post-title entry-title'>{title}</h3><time class='published' datetime='2012-04-18T10:00:00Z'>April 18"
    "</time><div class='post-body entry-content float-container'>{article}</div></div></div><section class='comments'>"
    "{comments}</section></article></div></div></div></main></div></div><aside class='sidebar-container'>{teasers}</aside></div>",
    "templated script": "<div class='widget Blog'><div class='post'><h2 class='title'>{title}</h2><div class='post-body'><div"
    " class='post-content post-original'><script type='text/template'>{article}</script></div></div></div></div>"
    "<div class='sidebar'>{teasers}</div>",
}
_OTHERS = {
    "ghost": "<div class='site-wrapper'><header class='site-header'>{menu}</header><main class='site-main'><article"
    " class='post-full'><header class='post-full-header'><h1 class='post-full-title'>{title}</h1></header><section"
    " class='post-full-content'><div class='post-content'>{article}</div></section><section class='subscribe-form'>Write to"
    " us</section></article></main><aside class='read-next'>{teasers}</aside><footer>{foot}</footer></div>",
    "medium": "<div class='root'><nav>{menu}</nav><article><section><div class='section-inner'><h1>{title}</h1>{article}</div>"
    "</section></article><div class='responses'>{comments}</div></div>",
    "substack": "<div class='main-menu'>{menu}</div><div class='single-post-container'><article class='typography"
    " newsletter-post post'><div class='post-header'><h1 class='post-title'>{title}</h1></div><div class='available-content'>"
    "<div class='body markup'>{article}</div></div></article><div class='comments-page'>{comments}</div></div>",
    "squarespace": "<div id='page'><main><article class='h-entry entry hentry'><div class='blog-item-wrapper'><div"
    " class='blog-item-top-wrapper'><h1 class='entry-title'>{title}</h1></div><div class='blog-item-content-wrapper'><div"
    " class='sqs-layout'><div class='sqs-block html-block'><div class='sqs-block-content'>{article}</div></div></div></div>"
    "</div></article></main><footer>{foot}</footer></div>",
    "wix": "<div id='SITE_CONTAINER'><div id='SITE_HEADER'>{menu}</div><main><div data-hook='post'><article><h1"
    " data-hook='post-title'>{title}</h1><section data-hook='post-description'><div class='rich-content'>{article}</div>"
    "</section></article></div></main><div id='SITE_FOOTER'>{foot}</div></div>",
    "typepad": "<div id='container'><div id='pagebody'><div id='alpha'><h2 class='date-header'>April 18, 2012</h2><div class='entry'>"
    "<h3 class='entry-header'>{title}</h3><div class='entry-content'><div class='entry-body'>{article}</div></div></div><div"
    " class='comments'>{comments}</div></div><div id='beta' class='module-list'>{teasers}</div></div></div>",
    "drupal": "<div id='page'><div class='region-header'>{menu}</div><div id='block-system-main' class='block'><div class='node"
    " node-blog'><h2 class='title'>{title}</h2><div class='content'><div class='field field-name-body field-type-text-with-summary'>"
    "<div class='field-items'><div class='field-item even' property='content:encoded'>{article}</div></div></div></div>"
    "</div></div><div class='region-sidebar-first sidebar'>{teasers}</div><div class='region-footer'>{foot}</div></div>",
    "livejournal": "<table width='100%'><tr><td class='menu'>{menu}</td><td><div class='b-singlepost'><h1"
    " class='b-singlepost-title'>{title}</h1><article class='b-singlepost-body'>{article}</article></div><div"
    " class='b-tree'>{comments}</div></td></tr></table>",
    "tables": "<table width=760><tr><td width=160 valign=top>{menu}</td><td valign=top><h2>{title}</h2>{article}</td><td>"
    "{teasers}</td></tr><tr><td colspan=3>{foot}</td></tr></table>",
    "a form around all": "<form id='aspnetForm' action='/x'><div id='header'>{menu}</div><div id='content'><h1>{title}</h1>"
    "<div class='text'>{article}</div></div><div id='footer'>{foot}</div></form>",
    "a newspaper": "<header>{menu}</header><main><article itemscope itemtype='https://schema.org/NewsArticle'><h1"
    " itemprop='headline'>{title}</h1><div class='article__body'>{article}</div><aside class='promo'>{teasers}</aside></article>"
    "</main><footer>{foot}</footer>",
}
FRAMES: Mapping[str, str] = {
    **{f"WordPress, {name}": frame for name, frame in _WORDPRESS.items()},
    **{f"Blogger, {name}": frame for name, frame in _BLOGGER.items()},
    **_OTHERS,
}


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
