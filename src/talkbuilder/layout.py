"""Plan and Theme to Deck: every slide laid out by its kind on the layout of its name."""

from talkbuilder.diagnostics import Report
from talkbuilder.kinds import KINDS
from talkbuilder.page import Deck, Page
from talkbuilder.plan import Plan
from talkbuilder.talk import Slide
from talkbuilder.theme import Theme


def lay_out(plan: Plan, theme: Theme, report: Report) -> Deck:
    """The deck of a plan. Reports every text that fits at no size."""

    def pages(slide: Slide) -> tuple[Page, ...]:
        kind = KINDS[slide.kind]
        return kind.pages(slide, theme.layouts[kind.layout], report)

    sections = (
        (section.name, tuple(page for slide in section.slides for page in pages(slide)))
        for section in plan.talk.sections
    )
    return Deck(plan, theme, tuple(sections))
