"""XML as blogs write it, made safe to parse: mended where it is damaged, refused where it is made to do harm."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers.characters import beginning, chunks_of

# What every parser is told: read no other file, ask no server, expand nothing.
SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True}

_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*+(\[)?", re.I)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_REFERENCE = re.compile(r"&(?:#(\d{1,7}|[xX][0-9A-Fa-f]{1,6});|([A-Za-z][A-Za-z0-9]{0,31});)?")
_PREFIXED = re.compile(rb"(?:</?|\s)([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,60}(?:(?=[\s/>])|=[\"'])")
_DECLARED = re.compile(rb"\sxmlns:([A-Za-z_][\w.-]{0,40})\s*=")
_LONGEST_REFERENCE = 40
_END = re.compile(rb"</(?:rss|feed|rdf:rdf)\s*>", re.I)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def root_of(head: str) -> str:
    """The name of the first element of a document, in small letters; nothing where it is no markup."""
    at = _PROLOG.match(head)
    start = at.end() if at else 0
    if doctype := _DOCTYPE.match(head, start):
        after = head.find("]" if doctype[1] else ">", start)
        root = (
            re.compile(r"[\]\s]*>?(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL).match(head, after) if after >= 0 else None
        )
        start = root.end() if root else len(head)
    found = _ROOT.match(head, start)
    return found[1].lower() if found else ""


def elements(data: bytes, name: str, report: Report, tags: tuple[str, ...]) -> Iterator[Any]:
    """The elements of some names as they end; the file is never in memory as a whole tree. What is wrong with it is
    reported."""
    if refused := _refusal(beginning(data), name):
        report(refused)
        return
    parser = etree.XMLPullParser(events=("end",), tag=tags, **SAFE)
    try:
        for chunk in _mended(chunks_of(data, name, report), _undeclared(data)):
            parser.feed(chunk.encode("utf-8"))
            yield from (element for _, element in parser.read_events())
        parser.close()
        yield from (element for _, element in parser.read_events())
    except etree.XMLSyntaxError as fault:
        report(_broken(fault, data, name))


def local(element: Any) -> str:
    """What an element is called, without where that comes from."""
    return str(element.tag).rpartition("}")[2]


def forget(element: Any) -> None:
    """Lets go of an element that has been read, and of what stands before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _refusal(head: str, name: str) -> Diagnostic | None:
    """Why a document is not even parsed: it declares entities, with which a small file can fill any memory, or can have
    other files of this machine read."""
    at = _PROLOG.match(head)
    doctype = _DOCTYPE.match(head, at.end() if at else 0)
    if not (doctype and doctype[1]) and "<!ENTITY" not in head:
        return None
    hint = "no blog writes such a file: import one that you exported yourself"
    return Diagnostic("I005", "the file declares entities of its own, which is not safe to read", file=name, hint=hint)


def _undeclared(data: bytes) -> tuple[str, ...]:
    """The prefixes that a document uses and declares nowhere, as old exports do."""
    used = {found[1] for found in _PREFIXED.finditer(data)}
    declared = {found[1] for found in _DECLARED.finditer(data)}
    return tuple(sorted(prefix.decode() for prefix in used - declared - {b"xml", b"xmlns"}))


def _mended(chunks: Iterable[str], prefixes: Iterable[str]) -> Iterator[str]:
    """The document without its declaration, with each reference such that XML knows it, and with `prefixes` declared.

    What is written for a reference reads the same in HTML, so it does no harm in the CDATA that holds a post.
    """
    held = ""
    for number, chunk in enumerate(chunks):
        if number == 0:
            chunk = _declaring(_DECLARATION.sub("", chunk, count=1), prefixes)
        chunk = held + chunk
        cut = chunk.rfind("&", max(0, len(chunk) - _LONGEST_REFERENCE))
        held, chunk = (chunk[cut:], chunk[:cut]) if cut >= 0 else ("", chunk)
        yield _REFERENCE.sub(_known, chunk)
    yield _REFERENCE.sub(_known, held)


def _declaring(head: str, prefixes: Iterable[str]) -> str:
    prolog = _PROLOG.match(head)
    root = _ROOT.search(head, prolog.end() if prolog else 0)
    added = "".join(f' xmlns:{prefix}="urn:undeclared:{prefix}"' for prefix in prefixes)
    return f"{head[: root.end()]}{added}{head[root.end() :]}" if root and added else head


def _known(found: re.Match[str]) -> str:
    number, name = found[1], found[2]
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        if 0x80 <= code <= 0x9F:
            return bytes([code]).decode("cp1252", "ignore")
        forbidden = (code < 0x20 and code not in (9, 10, 13)) or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)
        return "" if forbidden or code > 0x10FFFF else found[0]
    if not name:
        return "&amp;"
    if name in _OF_XML:
        return found[0]
    character = html5.get(f"{name};", "&")
    return f"&amp;{name};" if set(character) & set("<>&\"'") else character


def _broken(fault: etree.XMLSyntaxError, data: bytes, name: str) -> Diagnostic:
    """How a document's fault is told."""
    line = fault.lineno or 0
    if not _END.search(data[-2000:].replace(b"\x00", b"")):
        hint = "the download was interrupted: export it again"
        return Diagnostic("I004", f"the file breaks off in line {line:,}", file=name, hint=hint)
    why = (fault.msg or "").partition(", line")[0]
    if "Excessive depth" in why:
        why = "tags are nested too deep"
    hint = "export it again; if that does not help, export one year or one author at a time to find the post"
    return Diagnostic("I004", f"line {line:,} is no XML: {why}", file=name, hint=hint)
