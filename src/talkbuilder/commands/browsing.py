"""Serves a page in the browser until it is interrupted: what `preview` and `review --page` share."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands.console import write_line
from talkbuilder.commands.status import WrongUse

if TYPE_CHECKING:
    from talkbuilder.preview.server import Preview

_LEAST_PORT, _MOST_PORT = 1, 65_535


class Browser(Struct, frozen=True):
    """At which port a page is served, None for one that is free, and whether the browser is opened."""

    port: int | None
    opens: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--port", type=_port, metavar="N", help="listen at this port (default: one that is free)")
        parser.add_argument("--no-open", action="store_false", dest="opens", help="open no page in the browser")


def browse(root: Path, talk: str, browser: Browser, lan: bool = False, page: str = "", by: str = "") -> None:
    """Serves a talk, `page` being the one that is opened. Raises WrongUse where it cannot listen."""
    from talkbuilder.preview.server import NoNetwork
    from talkbuilder.preview.serving import PortTaken, listen, serve

    try:
        listener = listen(browser.port, root, talk)
    except PortTaken:
        taken = "no port is free" if browser.port is None else f"port {browser.port} is taken, or may not be used"
        raise WrongUse(taken, "name another, or leave out --port and one is found") from None

    def ready(preview: "Preview", pairing: str) -> None:
        address = preview.address
        if pairing:
            told = "A telephone on this network becomes a clicker once it has opened this, which C shows as a code:"
            write_line(f"{told}\n{pairing}", sys.stdout)
        elif preview.lets_telephones_in:
            write_line("The telephone that was a clicker before is one again.", sys.stdout)
        write_line(f"{talk or 'review'}: {address}{page}\nCtrl-C ends it", sys.stdout)
        if browser.opens:
            import webbrowser

            webbrowser.open(address + page)

    try:
        serve(root, talk, listener, lan, ready, by)
    except NoNetwork as fault:
        raise WrongUse(str(fault), "leave out --lan, and present without a telephone") from None


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and _LEAST_PORT <= int(text) <= _MOST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no port: give a number from {_LEAST_PORT} to {_MOST_PORT}")
