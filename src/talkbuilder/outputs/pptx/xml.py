"""Small pieces of PresentationML that several parts are made of."""

from talkbuilder.talk.talk import Paragraph, Run

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# An empty tree of shapes begins with this: the group that all of them belong to.
TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def escape(text: str) -> str:
    """Text as it may stand between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def quote(text: str) -> str:
    """Text as it may stand in an attribute."""
    return escape(" ".join(text.split())).replace('"', "&quot;")


def paragraph(one: Paragraph, language: str, size_pt: float = 0.0, natural_pt: float = 18.0) -> str:
    """An a:p. `size_pt` is set on the runs where it is not 0; scaled runs take their share of it or of `natural_pt`."""
    level = f'<a:pPr lvl="{one.level}"/>' if one.level else ""
    return f"<a:p>{level}{''.join(_run(run, language, size_pt, natural_pt) for run in one.runs)}</a:p>"


def _run(run: Run, language: str, size_pt: float, natural_pt: float) -> str:
    size = (size_pt or natural_pt) * run.scale if run.scale != 1.0 else size_pt
    attributes = f'lang="{language}"'
    if size:
        attributes += f' sz="{round(size * 100)}"'
    if run.bold:
        attributes += ' b="1"'
    if run.italic:
        attributes += ' i="1"'
    return f"<a:r><a:rPr {attributes}/><a:t>{escape(run.text)}</a:t></a:r>"


def relationships(targets: list[tuple[str, str]]) -> bytes:
    """A .rels part; (type, target) get rId1, rId2 and so on."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE_RELS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{items}</Relationships>'.encode()
