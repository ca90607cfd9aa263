"""How native tables look: hairlines between rows, a teal rule under the head, no boxes."""

from talkbuilder.themes.scheme import DRAWING, XML

TABLE_STYLE = "{2E8B0D54-6A1F-4C7B-8D39-5F0E7A9C1B26}"  # any constant GUID that no built-in style has

_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_HAIRLINE = (
    '<a:ln w="9525" cmpd="sng"><a:solidFill><a:schemeClr val="bg2"><a:lumMod val="75000"/></a:schemeClr>'
    "</a:solidFill></a:ln>"
)
_HEAD_LINE = '<a:ln w="28575" cmpd="sng"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln>'


def table_styles() -> str:
    """The part with this one style, which is also the default for tables drawn by hand."""
    bold = f"{_text('on', 'tx1')}<a:tcStyle><a:tcBdr/></a:tcStyle>"
    return (
        f'{XML}<a:tblStyleLst xmlns:a="{DRAWING}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Hairlines">'
        f"<a:wholeTbl>{_text('off', 'tx1')}<a:tcStyle><a:tcBdr>"
        f"<a:left>{_NO_LINE}</a:left><a:right>{_NO_LINE}</a:right><a:top>{_NO_LINE}</a:top>"
        f"<a:bottom>{_HAIRLINE}</a:bottom><a:insideH>{_HAIRLINE}</a:insideH><a:insideV>{_NO_LINE}</a:insideV>"
        "</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        '<a:band1H><a:tcStyle><a:tcBdr/><a:fill><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:fill>'
        "</a:tcStyle></a:band1H>"
        f"<a:lastCol>{bold}</a:lastCol><a:firstCol>{bold}</a:firstCol><a:lastRow>{bold}</a:lastRow>"
        f"<a:firstRow>{_text('on', 'tx2')}<a:tcStyle><a:tcBdr><a:bottom>{_HEAD_LINE}</a:bottom></a:tcBdr>"
        "</a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def _text(bold: str, slot: str) -> str:
    font = '<a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef>'
    return f'<a:tcTxStyle b="{bold}">{font}<a:schemeClr val="{slot}"/></a:tcTxStyle>'
