"""Words that lead somewhere do so in every output, and look as links do."""

import io
import re

from pptx import Presentation

from talkbuilder.outputs import OUTPUTS
from tests import package_rules, validation
from tests.listing import texts, written
from tests.sample import built, codes, talk

PAGE = "https://example.org/herds"
_SLIDES = f"""  - title: There is [more to read]({PAGE})
    bullets:
    - Read [our page]({PAGE}) or [ring **us**](tel:5550100)
    cite: [herds]
    notes: It is on [our page]({PAGE}).
"""


def test_words_lead_where_their_author_says() -> None:
    deck, report = built(talk(_SLIDES))
    assert codes(report) == []
    data = written(deck)
    slide = Presentation(io.BytesIO(data)).slides[2]
    runs = [run for shape in slide.placeholders for one in shape.text_frame.paragraphs for run in one.runs]
    assert [(run.text, run.hyperlink.address) for run in runs if run.hyperlink.address] == [
        ("more to read", PAGE),
        ("our page", PAGE),
        ("ring ", "tel:5550100"),
        ("us", "tel:5550100"),
    ]
    assert len([one for one in slide.part.rels.values() if one.is_external]) == 2
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    leads = [(run.text, run.hyperlink.address) for one in notes.paragraphs for run in one.runs]
    assert ("our page", PAGE) in leads
    assert [*validation.problems(data), *package_rules.broken(data), *package_rules.unlike_ours(data)] == []


def test_they_have_the_ink_of_links_and_a_line_under_them() -> None:
    deck, _ = built(talk(_SLIDES))
    runs = [run for line in texts(deck.pages[2])["bullets"].lines for run in line.runs]
    assert [run.ink.name for run in runs if run.link] == ["link"] * 3
    assert {run.ink.name for run in runs if not run.link} == {"text"}
    out = io.BytesIO()
    list(OUTPUTS["svg"].render(deck))[2].write(out)
    links = re.findall(
        r'<a href="([^"]*)"><tspan[^>]*text-decoration="underline"[^>]*>([^<]*)<', out.getvalue().decode()
    )
    assert links == [(PAGE, "more to read"), (PAGE, "our page"), ("tel:5550100", "ring"), ("tel:5550100", "us")]
