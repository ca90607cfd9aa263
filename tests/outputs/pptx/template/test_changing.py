"""Layouts that are changed before anything is read of them."""

import io
import re

import pptx
import pytest
from pptx.util import Pt

from talkbuilder.outputs.pptx.template.changing import fitted
from talkbuilder.outputs.pptx.template.package import open_template
from tests.templates import MASTER, default, layout


def test_layouts_of_a_page_that_was_enlarged_without_them_fill_it() -> None:
    made = pptx.Presentation(io.BytesIO(default()))
    made.slide_width, made.slide_height = Pt(1440), Pt(810)  # it was 720 by 540
    large = made.slide_layouts[6].placeholders[0]
    large.left, large.top, large.width, large.height = Pt(40), Pt(700), Pt(1300), Pt(60)
    out = io.BytesIO()
    made.save(out)
    template = open_template(out.getvalue())
    parts = fitted(template).parts
    corner = re.compile(rb'<a:off x="([1-9]\d*)" y="(\d+)"/>')
    old, new = (corner.findall(one[layout(3)])[0] for one in (template.parts, parts))
    assert [int(now) / int(was) for was, now in zip(old, new, strict=True)] == pytest.approx([2, 1.5], rel=0.01)
    assert b'sz="6600"' in parts[MASTER]  # which was 44 pt
    assert parts[layout(7)] == template.parts[layout(7)]  # somebody has drawn it for the page
    usual = open_template(default())
    assert fitted(usual) == usual
