"""Deck to a page: one HTML file with slides, notes, overview and presenter's window, which asks nothing of the net.

Its policy lets a browser run the one script and style that were written into it, and fetch nothing at all.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from json import dumps
from string import Template

from talkbuilder.layout.items import Face
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.file import File, data_file
from talkbuilder.outputs.fingerprint import UNSEALED, seal
from talkbuilder.outputs.markup import NOTHING, Xml, escaped, join, xml
from talkbuilder.outputs.printed.spoken import Run, Said, Slide, Spoken, spoken, to_type
from talkbuilder.outputs.vectors import Sketches, decimal, embedded, families, style_sheet
from talkbuilder.talk.words import Words, words_in
from talkbuilder.units import clock

_PICTURE = re.compile('<image id="[^>]*/>')
_TITLES = ("title", "cover title")  # whose words are those of the heading


def render(deck: Deck) -> Iterator[File]:
    """One file."""
    path = f"{deck.plan.talk.file_name}.html"
    yield data_file(path, seal(_page(deck).encode(), path))


def _page(deck: Deck) -> str:
    talk, told, typed = deck.plan.talk, spoken(deck), to_type(len(deck.pages))
    words = words_in(talk.language)
    fonts = deck.theme.own.fonts
    faces = [Face(fonts.text), Face(fonts.text, True), Face(fonts.text, italic=True), Face(fonts.titles)]
    sketches = Sketches(embedded)
    slides = join(_slides(deck, told, sketches, words))
    for face in faces:  # which set all that is said; and letters of markup, which are few
        sketches.letters.setdefault(face, set()).update(slides, told.title, *words.rows.values())
    style = "".join(
        (
            style_sheet(("".join(letters), face) for face, letters in sketches.letters.items()),
            f":root{{--sans:{families(faces[0])};--serif:{families(faces[-1])};",
            f"--wide:{deck.theme.width / deck.theme.height:.4f}}}\n",
            _file("page.css"),
        )
    )
    script = _file("page.js")
    minutes = words.say("of", count=clock(deck.plan.slot.seconds), n=clock(deck.plan.seconds))
    draft = f"{words.say('draft')}: {told.draft}" if told.draft else ""
    values: Mapping[str, Xml | str] = {
        **{f"word_{name}": text for name, text in words.rows.items()},
        "language": talk.language,
        "unsealed": UNSEALED,
        "title": f"{words.say('draft')}: {told.title}" if told.draft else told.title,
        "speaker": told.speaker,
        "about": f"{told.speaker} · {words.count('slide_count', len(deck.pages))}, {minutes}",
        "draft": xml('<p class="draft">%s</p>', draft) if draft else NOTHING,
        "of_slot": words.say("of_slot", time=clock(deck.plan.slot.seconds)),
        "keys": join(_key(words.say(name, **typed)) for name in words.rows if name.startswith("key_")),
        "words": dumps({row: text for row, text in words.rows.items() if f"words.{row}" in script}, ensure_ascii=False),
        "pictures": Xml("".join(dict.fromkeys(_PICTURE.findall(slides)))),  # each once, as templates have
        "slides": Xml(_PICTURE.sub("", slides)),
        "style_hash": _hash(style),
        "script_hash": _hash(script),
        "style": Xml(style),
        "script": Xml(script),
    }
    put_in = {name: value if isinstance(value, Xml) else escaped(value) for name, value in values.items()}
    return Template(_file("page.html")).substitute(put_in)


def _key(row: str) -> Xml:
    keys, does = row.split(" | ")
    shown = (xml("<kbd>%s</kbd>", one.strip("[]")) for one in keys.split())
    return xml("<dt>%s</dt><dd>%s</dd>", join(shown), does)


def _file(name: str) -> str:
    return files(__package__).joinpath("page", name).read_text("utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _slides(deck: Deck, told: Spoken, sketches: Sketches, words: Words) -> Iterator[Xml]:
    """A piece for each page, with what is said over it."""
    said = {at: (section.name, slide) for section in told.sections for slide in section.slides for at in slide.pages}
    before = ""
    for at, page in enumerate(deck.pages):
        part, slide = said[at]
        called = words.say("slide", n=at + 1)
        leave = xml(' data-saves="%s"', slide.leave.saves) if slide.leave else NOTHING
        yield xml(
            '<article id="slide-%s" data-start="%s" data-end="%s" data-takes="%s" data-part="%s"%s>'
            '<p class="part">%s</p><h2>%s</h2><div class="picture">%s</div><p class="foot"><b>%s</b> %s</p>'
            '<div class="notes" tabindex="0" role="group" aria-label="%s">%s</div>'
            '<button type="button" class="pick" aria-label="%s"></button></article>\n',
            *(at + 1, decimal(slide.start), decimal(slide.end), slide.takes, part, leave),
            *("" if part == before else part, page.title or called, _picture(page, deck, sketches), at + 1),
            *(slide.clock, words.say("speech"), _notes(slide, words), f"{called}: {page.title}"),
        )
        before = part


def _picture(page: Page, deck: Deck, sketches: Sketches) -> Xml:
    """A page whose title is left to its heading by who reads it aloud."""
    svg = sketches.sketch(page, deck.theme.size_pt)
    for title in _TITLES:
        svg = svg.replace(f'<text data-name="{title}"', f'<text aria-hidden="true" data-name="{title}"', 1)
    return Xml(svg)


def _notes(slide: Slide, words: Words) -> Xml:
    """What is said, and aside what it rests on."""
    aside = (
        *(xml('<p class="draft">%s: %s</p>', words.say("draft"), one) for one in slide.missing),
        *(xml('<p class="call">%s</p>', one.in_a_line(words)) for one in slide.calls),
        *(xml("<p>%s <i>%s</i></p>", one.words, one.on) for one in slide.rests),
        *(xml("<p>%s</p>", one) for one in slide.sources),
    )
    return join((*(_said(one, words) for one in slide.said), xml('<div class="aside">%s</div>', join(aside))))


def _said(one: Said, words: Words) -> Xml:
    if one.pause:
        return xml('<p class="pause"><span aria-hidden="true">▮▮</span> %s</p>', one.pause)
    begins = xml('<p class="aloud"><b>%s:</b> ', words.say("aloud")) if one.aloud else Xml("<p>")
    credit = xml("<br><small>%s</small>", one.credit) if one.credit else NOTHING
    return xml("%s%s%s</p>", begins, join(map(_run, one.runs)), credit)


def _run(run: Run) -> Xml:
    if run.help:
        return xml("\N{NO-BREAK SPACE}<small>(%s)</small>", run.text)
    text = xml("<em>%s</em>", run.text) if run.italic else escaped(run.text)
    return xml("<strong>%s</strong>", text) if run.bold else text
