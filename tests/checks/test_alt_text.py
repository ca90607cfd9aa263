"""C403: words for a picture tell what there is to see."""

from tests.cases import diagnostics
from tests.corpora.tables import from_table


def codes(alt: str) -> list[str]:
    media = f"gate: {{file: gate.png, alt: '{alt}', credit: 'Photo: me', people: []}}\n"
    return [one.code for one in diagnostics({"assets/media.yaml": media})]


@from_table
def test_what_tells_nothing_is_told(alt: str) -> None:
    assert codes(alt) == ["C403"]


@from_table
def test_what_there_is_to_see_is_fine(alt: str) -> None:
    assert codes(alt) == []


def test_150_letters_are_not_too_many() -> None:
    assert codes("x" * 150) == []
