"""Every key of every file has an example, which keeps to its schema."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from talkbuilder.authoring.schema import NAMES, schema


def keys(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All keys at any depth, each with its schema."""
    if not isinstance(part, dict):
        return
    for group in ("properties", "definitions"):
        for key, inner in part.get(group, {}).items():
            if group == "properties":
                yield f"{path}/{key}", inner
            yield from keys(inner, f"{path}/{key}")
    for key in ("items", "additionalProperties"):
        yield from keys(part.get(key), f"{path}/*")
    yield from keys(part.get("else"), path)  # of a slide of no kind yet
    for form in part.get("anyOf", ()):
        yield from keys(form, path)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_says_what_it_is_and_has_an_example(name: str) -> None:
    found = list(keys(schema(name)))
    assert len(found) >= 4 or name in ("words", "synonyms")  # whose keys are the author's own
    # What lacks one is added to authoring/more/, in the file of that name.
    assert [path for path, part in found if not part.get("description") or not part.get("examples")] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_keeps_to_the_schema_of_its_key(name: str) -> None:
    whole = schema(name)
    for path, part in keys(whole):
        validator = jsonschema.Draft7Validator({**part, "definitions": whole.get("definitions", {})})
        for example in part["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], path


def test_an_example_is_short_enough_for_a_tooltip() -> None:
    long = [path for name in NAMES for path, part in keys(schema(name)) if len(str(part["examples"])) > 250]
    assert long == []
