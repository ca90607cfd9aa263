"""C113: a talk that is not in English is told what stays English."""

import pytest

from tests.cases import diagnostics, talk


@pytest.mark.parametrize(("language", "codes"), [("", []), ("en", []), ("EN-gb", []), ("ru-KZ", ["C113"])])
def test_only_another_language_is_told(language: str, codes: list[str]) -> None:
    head = f"language: {language}\n" if language else ""
    found = diagnostics({"talks/talk.yaml": head + talk()})
    assert [one.code for one in found if one.code == "C113"] == codes
    assert all(one.place[1] == 1 for one in found if one.code == "C113")
