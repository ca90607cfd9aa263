"""A small library on the wells of a county, and a large one on apple trees: what the review is tried on."""

from tests.cases import talk

WELLS = {
    "assets/people.yaml": """
office: {credit: the county office, role: source, may_be_named: true}
miller: {credit: the miller, role: public}
neighbor: {credit: a neighbor, role: author}
""",
    "assets/sources.yaml": """
report: {title: Wells of the County, date: 2011-10, kind: report, by: office}
letter: {title: A letter, date: 2012-04, voices: [{who: miller, from: I have, to: carry the water}]}
""",
    "assets/posts/report.txt": "A well was visited twice, in May and in August. Of the 212 wells that were counted in "
    "2011, at least 171 held water. Some of the others ran dry in July.\n\n"
    "A repair takes four days and costs 900 dollars.\n",
    "assets/posts/letter.txt": "I have four wells, and four children who carry the water. Nobody asked them.\n",
    "assets/facts.yaml": """
counted: {says: In 2011 the office counted 212 wells, show: "212", value: 212, unit: wells, measure: wells counted,
  as_of: 2011, source: office, kind: primary, post: report, exact: 212 wells that were counted in 2011}
repair: {says: A repair takes four days, show: four days, value: 4, unit: days, measure: days of a repair, as_of: 2011,
  source: office, kind: primary, post: report, exact: repair takes four days}
""",
    "assets/quotes.yaml": """
children: {text: "I have four wells, and four children who carry the water", speaker: miller, post: letter}
""",
    "talks/wells.yaml": talk(
        "- {title: The miller wrote a letter, quote: children, notes: Listen.}\n"
        "- {title: The county counted its wells, number: counted, notes: Look.}\n"
    ),
}
# The same, where the report quotes somebody of whom nobody has said yet who it is.
OVERHEARD = {
    **WELLS,
    "assets/posts/report.txt": f"""{WELLS["assets/posts/report.txt"]}
The miller said, “I have four wells, and nobody ever asked me which.” He carried the water home.
""",
}


def apple_trees(count: int) -> dict[str, str]:
    """The same with as many more facts, each in a paragraph of its own."""
    facts, paragraphs = [], []
    for at in range(1, count + 1):
        trees, fruit = 100 + at, 20 + at
        paragraphs.append(
            f"We walked on to the next gate. The orchard {at} had {trees} apple trees in 2011, and in that year only "
            f"{fruit} of them bore fruit, as the owner showed us. Then it rained."
        )
        facts.append(
            f"orchard-{at}: {{says: 'In 2011 the orchard {at} had {trees} apple trees, and only {fruit} of them bore "
            f"fruit', show: '{trees}', value: {trees}, unit: apple trees, measure: apple trees of orchard {at}, "
            f"as_of: 2011, source: office, kind: primary, post: report, exact: orchard {at} had {trees} apple trees in "
            f"2011}}\n"
        )
    report = WELLS["assets/posts/report.txt"] + "\n" + "\n\n".join(paragraphs) + "\n"
    return {
        **WELLS,
        "assets/facts.yaml": WELLS["assets/facts.yaml"] + "".join(facts),
        "assets/posts/report.txt": report,
    }
