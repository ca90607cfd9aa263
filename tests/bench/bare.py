"""What somebody would write with python-pptx alone: the slides of a JSON file, drawn, unchecked and unmeasured.

python bare.py slides.json deck.pptx
"""

import json
import sys
from typing import Any

from pptx import Presentation
from pptx.util import Inches

_LAYOUTS = {"cover": 0, "section": 2, "photo": 5}
_TITLE_AND_CONTENT = 1


def draw(presentation: Any, told: dict[str, Any]) -> None:
    """One slide of python-pptx's default template, with its notes."""
    layout = presentation.slide_layouts[_LAYOUTS.get(told["kind"], _TITLE_AND_CONTENT)]
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = told["title"]
    if told["picture"]:
        slide.shapes.add_picture(told["picture"], Inches(1), Inches(1.5), width=Inches(8))
        frame = slide.shapes.add_textbox(Inches(1), Inches(6.2), Inches(8), Inches(0.6)).text_frame
    else:
        frame = slide.placeholders[1].text_frame
    for number, (level, text) in enumerate(told["lines"]):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.text = text
        paragraph.level = level
    slide.notes_slide.notes_text_frame.text = told["notes"]


def main(source: str, target: str) -> None:
    presentation = Presentation()
    with open(source, encoding="utf-8") as file:
        for told in json.load(file):
            draw(presentation, told)
    presentation.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
