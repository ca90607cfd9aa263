"""Figures that name a thing and count nothing: 'Article 270', 'Room 12', 'I-29', the year 2012."""

import re

from talkbuilder.evidence.figures import Figure, figures

_LONGEST_LIST = 60  # characters from 'Articles' to the last number behind it
# What bears a number as its name, up to the number itself: 'Articles 12, 13(b) and' before '14'.
_NAMED = re.compile(
    r"\b(?P<what>[Aa]rticles?|[Ss]ections?|[Ss]ubd|[Ss]ubdivision|[Pp]aragraphs?|[Cc]hapters?|[Rr]ooms?|[Rr]outes?"
    r"|[Hh]ighways?|[Ii]nterstates?|[Rr]oads?|[Ll]ines?|[Bb]us|[Ff]lights?|[Tt]rains?|[Pp]ages?|[Rr]ules?|[Ll]aws?"
    r"|[Rr]esolutions?|[Ss]tatutes?|[Gg]ates?|[Pp]latforms?|[Aa]partments?|[Bb]locks?|[Cc]hannels?|[Nn]umbers?|[Nn]os?"
    r"|[Ww]ards?|[Cc]abins?|[Bb]arracks?|[Uu]nits?|[Pp]ier|[Qq]uays?|[Pp]salms?|[Vv]erses?|[Vv]olumes?|[Ii]ssues?"
    r"|[Cc]ase [Nn]o|[Aa]ct|[Zz]ones?|[Dd]istricts?|[Pp]recincts?|[Hh]ouse)\.? "
    r"(?:\d[\d().a-z-]{0,13},? (?:and |or |to )?)*\Z"
)
_ROAD = re.compile(r"\b(?P<what>[A-Z]{1,3})-\Z")  # I-29


def named_by(figure: Figure, text: str) -> str:
    """What a figure is the name of: 'Article' for the 270 of 'Article 270'; "" where it is none."""
    if figure.is_rank or figure.is_year or not text[figure.start].isdigit():
        return ""
    lead = text[max(0, figure.start - _LONGEST_LIST) : figure.start]
    found = _NAMED.search(lead) or _ROAD.search(lead)
    return found["what"] if found else ""


def counted_name(told: str, figure: Figure, text: str) -> str:
    """What the post only names by a figure that a statement tells as a number of things; "" for nothing."""
    if named_by(figure, told):
        return ""
    same = [one for one in figures(text) if one.values[0] == figure.values[0]]
    names = [named_by(one, text) for one in same]
    return names[0] if names and all(names) else ""
