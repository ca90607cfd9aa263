"""The JSON Schemas for editors: they accept what the program accepts, and refuse what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from talkbuilder.fields import fields_of
from talkbuilder.kinds import WRITTEN
from talkbuilder.outline import Outline
from talkbuilder.schema import NAMES, schema
from talkbuilder.starter import SCHEMA_FILE, schema_text
from tests.cases import LIBRARY, TALK, diagnostics, talk

ROOT = Path(__file__).parent.parent
NO_TALKS = {"events"}


class EditorLoader(yaml.CBaseLoader):  # type: ignore[misc, name-defined]  # the stubs know no C loader of texts
    """Reads YAML as editors do (YAML 1.2): numbers, true, false and null; no dates, and no 1:30."""


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n"),
    ("int", r"-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
):
    name = f"tag:yaml.org,2002:{tag}"
    EditorLoader.add_implicit_resolver(name, re.compile(rf"(?:{pattern})$"), [*first, *(["", None] if tag == "null" else [])])
    EditorLoader.add_constructor(name, getattr(yaml.SafeLoader, f"construct_yaml_{tag}"))
for tag, make in (("str", "scalar"), ("seq", "sequence"), ("map", "mapping")):
    EditorLoader.add_constructor(
        f"tag:yaml.org,2002:{tag}", lambda loader, node, make=make: getattr(loader, f"construct_{make}")(node, *[True][make == "scalar":])
    )


def as_editor(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


def faults(name: str, text: str) -> list[str]:
    """Where a file does not keep to its schema."""
    return [error.json_path for error in jsonschema.Draft7Validator(schema(name)).iter_errors(as_editor(text))]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name))
