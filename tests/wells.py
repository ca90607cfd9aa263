"""A small library on the wells of a county, and a large one on apple trees: what the review is tried on."""

from tests import folders
from tests.cases import talk

WELLS = {
    **folders.files("wells"),
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
