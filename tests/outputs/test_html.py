"""The page: one file in which everything is, nothing of a booking's contact, and nothing that a net is needed for."""

import base64
import hashlib
import re
from pathlib import Path

from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.delivery import deliver
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.outputs.printed.spoken import spoken
from tests.printed import printed
from tests.sample import booked, built, slide, talk
from tests.shipped import each_talk, shipped

MOST_BYTES = 3_000_000


def page(deck: Deck) -> str:
    (data,) = printed(deck, "html").values()
    return data.decode()


@each_talk
def test_a_talk_is_one_page_of_less_than_three_megabytes_with_all_that_is_said(name: str) -> None:
    deck, _ = shipped(name)
    made = page(deck)
    assert len(made.encode()) < MOST_BYTES
    assert made.count("<article ") == len(deck.pages)
    words = " ".join(re.sub("<[^>]+>", "", made).split())
    for one in (one for section in spoken(deck).sections for one in section.slides):
        for run in (said.runs[0] for said in one.said if said.runs):
            assert " ".join(run.text.replace("&", "&amp;").split()) in words
        for said in (said for said in one.said if said.runs and not said.aloud):
            first = said.runs[0]
            opens = f"<p>{'<strong>' * first.bold}{'<em>' * first.italic}"
            assert opens + first.text.replace("&", "&amp;") in made


def test_nothing_is_fetched_and_only_its_own_script_and_style_are_run() -> None:
    made = page(shipped("kazakhstan")[0])
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', made)
    assert policy.startswith("default-src 'none'; img-src data:; font-src data:;")
    for tag in ("style", "script"):
        (own,) = re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"""(?:src|url)\s*[=(]\s*["']?(?!data:)[a-z]+:""", made)
    assert not re.search(r"""<(?:link|img|image|use)\b[^>]*href="(?!data:|#)""", made)


def test_what_an_author_writes_cannot_become_markup_or_script() -> None:
    title = "'A </script><script>alert(1)</script> $title & more'"
    deck, _ = built(talk(slide("statement", notes="Say <b>it</b> to them & go.").replace("A headline", title)))
    made = page(deck)
    assert made.count("<script") == made.count("</script>") == 1
    assert "Say &lt;b&gt;it&lt;/b&gt; to them &amp; go." in made


def test_a_draft_says_so_on_its_page() -> None:
    claim = slide("statement").replace("Nobody had asked the shepherds", "The bureau counted 4711 wells")
    deck, _ = built(talk(claim))
    made = page(deck)
    assert "<title>DRAFT: " in made
    assert '<p class="draft">DRAFT: 1 claim is not proved yet</p>' in made
    assert made.count('data-name="Draft') >= 1


def test_it_has_a_heading_for_each_slide_and_nobody_hears_a_title_twice() -> None:
    made = page(built(talk(slide("bullets", "The well is deep")))[0])
    assert made.count("<h2>The well is deep</h2>") == 1
    (found,) = re.findall(r"<text[^>]*>(?:(?!</text>).)*The well is deep", made)
    assert 'aria-hidden="true"' in found


def test_the_help_names_a_slide_that_there_is() -> None:
    deck = built(talk(slide("bullets")))[0]
    count = len(deck.pages)
    assert count < 10
    assert f"<dt><kbd>{count}</kbd><kbd>Enter</kbd></dt><dd>to slide {count}</dd>" in page(deck)


def test_a_booking_and_its_language_are_on_the_page_and_its_contact_is_not() -> None:
    outline = talk(slide("bullets")).replace("date: 2026-11", "date: 2026-11\nlanguage: de")
    made = page(built(outline, booked("date: 2027-05-14, contact: 'Ann, 555-0199'"))[0])
    assert "555-0199" not in made
    assert '<html lang="de"' in made
    assert "Übersicht" in made


def test_it_is_the_same_every_time_and_one_that_was_edited_is_known(tmp_path: Path) -> None:
    deck = shipped("kazakhstan")[0]
    assert page(deck) == page(deck)
    deliver(OUTPUTS["html"].render(deck), tmp_path, "build")
    (file,) = tmp_path.iterdir()
    assert is_as_built(file)
    file.write_bytes(file.read_bytes().replace(b"<h1>", b"<h1>My "))
    assert is_as_built(file) is False


def test_a_picture_that_two_slides_show_is_in_it_once() -> None:
    outline = talk(f"{slide('photo', 'Here')}\n{slide('photo', 'And here')}")
    made = page(built(outline)[0])
    assert made.count("data:image/png;base64,") == 1
    assert made.count('<use href="#picture-') == 2
