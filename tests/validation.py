"""What the schemas of Office find wrong with a deck: openxml-audit holds those of Microsoft's Open XML SDK.

It knows the elements, their order, their attributes and the values of these, extensions of later versions included,
and what must agree between parts. What PowerPoint asks for beyond the schemas stands in `package_rules`.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import FileFormat, OpenXmlValidator

_VALIDATOR = OpenXmlValidator(FileFormat.MICROSOFT_365)


def problems(data: bytes) -> list[str]:
    """One line for each error: the part, the place in it, and what is wrong there."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(data)
        return [f"{one.part_uri} {one.path}: {one.description}" for one in _VALIDATOR.validate(path).errors]
