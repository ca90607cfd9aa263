"""E053, E054, E055: who is in a picture has agreed to it, and no survivor and no child shows a face."""

from tests.cases import diagnostics
from tests.corpora.tables import from_table

PEOPLE = """
example-person: {credit: Me, role: author}
reader: {credit: A reader, role: critic}
survivor: {credit: A woman, role: survivor}
child: {credit: A child, role: minor}
mayor: {credit: The mayor, role: public}
"""
AGREED = "agreed: {by: They, on: 2026-05-14, uses: talks}"


def codes(people: str) -> list[str]:
    media = f"gate: {{file: gate.png, alt: A wooden gate, credit: 'Photo: me'{people}}}\n"
    return [one.code for one in diagnostics({"assets/media.yaml": media, "assets/people.yaml": PEOPLE})]


@from_table
def test_what_protects_a_person_is_what_they_are(shown: str, expected: list[str]) -> None:
    assert codes(f", people: [{{{shown}}}]") == expected


def test_everybody_in_a_picture_is_looked_at() -> None:
    assert codes(f", people: [{{who: mayor}}, {{who: survivor, {AGREED}}}, {{who: reader}}]") == ["E053", "E054"]


def test_that_nobody_is_in_it_must_be_said() -> None:
    assert codes("") == ["E055"]
    assert codes(", people: []") == []
