"""Facts that are hearsay, opinions or doubtful, on slides of every kind: none stands there bare, none hedged twice."""

from talkbuilder.layout.items import Table, Text, inside
from talkbuilder.layout.page import Page
from tests.corpora.tables import from_table
from tests.listing import lines
from tests.sample import built, codes, talk

_FACT = "source: witness, post: third, exact: 265 camels}"
_HERDERS = "unit: herders, as_of: 2010, measure: herders"
FACTS = f"""
rank: {{says: Supposedly the valley is fifth, show: fifth, value: 5, precision: rank, as_of: 2010, measure: rank,
  kind: hearsay, {_FACT}
herd: {{says: I heard that 40 herders came, show: "40", value: 40, part_of: all, {_HERDERS}, kind: hearsay, {_FACT}
all: {{says: The bureau counted 80 herders, show: "80", value: 80, {_HERDERS}, kind: primary, {_FACT}
moved: {{says: I was told that the mill was moved, show: moved by night, kind: hearsay, {_FACT}
ugly: {{says: The dam is ugly, show: an ugly thing, kind: opinion, {_FACT}
share: {{says: The witness thinks that 30% left, show: 30%, value: 30, unit: "%", as_of: 2010, measure: share who left,
  kind: opinion, {_FACT}
half: {{says: The bureau found that 50% left, show: 50%, value: 50, unit: "%", as_of: 2010, measure: share who left,
  kind: primary, {_FACT}
broke: {{says: Perhaps the dam broke at night, show: broke at night, kind: opinion, {_FACT}
sheep: {{says: As far as he knew there were sheep, show: flocks of sheep, kind: observation, {_FACT}
wolves: {{says: There are possibly 12 wolves, show: "12", value: 12, unit: wolves, as_of: 2010, measure: wolves counted,
  kind: primary, {_FACT}
dry: {{says: Supposedly about 60 wells dried up, show: about 60, value: 60, unit: wells, precision: about, as_of: 2010,
  measure: dry wells, kind: hearsay, {_FACT}
"""


def told(slide: str) -> str:
    """All that a slide shows, says of what it shows, and says aloud."""
    notes = "" if "notes:" in slide else "\n    notes: Words."
    deck, report = built(talk(f"  - {slide}{notes}"), facts=FACTS)
    assert not {"C201", "E001", "E032", "E033"} & set(codes(report))
    (page,) = (one for one in deck.pages if one.kind not in ("cover", "section", "closing", "sources"))
    return "\n".join((*_shown(page), *lines(page, "said"), *lines(page, "shown"))).replace("\u00a0", " ")


def _shown(page: Page) -> list[str]:
    texts = (
        " / ".join(one.text for one in item.paragraphs) if isinstance(item, Text) else getattr(item, "alt", "")
        for item in inside(page.items)
    )
    return list(filter(None, texts))


@from_table
def test_none_stands_bare(slide: str, wanted: str) -> None:
    assert wanted in told(slide)


@from_table
def test_none_is_hedged_twice(slide: str, wanted: str, twice: str) -> None:
    said = told(slide)
    assert wanted in said
    assert twice not in said.split("\nOn the slide")[0]


def test_what_a_slide_says_holds_for_no_other() -> None:
    slide = "  - {title: I heard of a rank, bullets: [One], notes: Words.}"
    closing = "closing: {title: Thank you, text: 'It is {rank}', notes: Goodbye.}"
    deck, _ = built(talk(slide, closing), facts=FACTS)
    (page,) = (one for one in deck.pages if one.kind == "closing")
    assert "It is supposedly fifth" in " ".join(_shown(page)).replace("\u00a0", " ")


def test_a_column_of_hedged_numbers_is_still_one_of_numbers() -> None:
    def align(cell: str) -> str:
        rows = f"rows:\n      - [A, '{cell}']\n      - [B, '{cell}']\n      - [C, '{{all}}']"
        deck, _ = built(
            talk(f"  - title: T\n    table:\n      head: ['', Then]\n      {rows}\n    notes: W."), facts=FACTS
        )
        (table,) = (item for page in deck.pages for item in page.items if isinstance(item, Table))
        return table.rows[1][1].text.styles[0].align

    assert [align("{herd}"), align("{share}"), align("{moved}")] == ["right", "right", "left"]
