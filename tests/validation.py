"""What the schemas of Office find wrong with a deck: openxml-audit holds those of Microsoft's Open XML SDK.

It knows the elements, their order, their attributes and the values of these, extensions of later versions included,
and what must agree between parts. What PowerPoint asks for beyond the schemas stands in `package_rules`.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.context import ValidationContext
from openxml_audit.errors import ValidationError
from openxml_audit.parts import OpenXmlPart
from openxml_audit.schema.validator import SchemaValidator


class _OncePerPart(SchemaValidator):  # type: ignore[misc] # which has no types
    """Looks at no part anew in which it found nothing: decks of a theme have its layouts in common."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: set[bytes] = set()

    def validate_part(self, part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        content = part.raw_content
        if content in self._whole:
            return []
        found = len(context.errors)
        super().validate_part(part, context)
        if content and len(context.errors) == found:
            self._whole.add(content)
        return list(context.errors[found:])


_VALIDATOR = OpenXmlValidator(FileFormat.MICROSOFT_365)
_VALIDATOR._schema_validator = _OncePerPart()  # it takes none


def problems(data: bytes) -> list[str]:
    """One line for each error: the part, the place in it, and what is wrong there."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(data)
        return [f"{one.part_uri} {one.path}: {one.description}" for one in _VALIDATOR.validate(path).errors]
