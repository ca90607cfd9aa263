"""`talkbuilder preview`: a talk on a page of the browser while it is written; to present and to rehearse from."""

import argparse
import sys
from typing import Self

from msgspec import Struct

from talkbuilder.commands.console import write_line
from talkbuilder.commands.folder import names_of, root_of
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FINE, WrongUse

DESCRIPTION = "Shows a talk in the browser and follows every save. Present and rehearse from there; Ctrl-C ends it."

_LEAST_PORT, _MOST_PORT = 1, 65_535


class Options(Struct, frozen=True):
    talk: Talks  # one, or none where the folder has no other
    folder: Folder
    port: int | None
    opens: bool
    lan: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("talk", nargs="?", metavar="TALK", help="a talk's name or file")
        Folder.add(parser)
        parser.add_argument("--port", type=_port, metavar="N", help="listen at this port (default: one that is free)")
        parser.add_argument("--no-open", action="store_true", help="open no page in the browser")
        help = "let a telephone on the same network click, once it has read a code"
        parser.add_argument("--lan", action="store_true", help=help)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        talk = Talks((namespace.talk,) if namespace.talk else ())
        return cls(talk, Folder.of(namespace), namespace.port, not namespace.no_open, namespace.lan)


def run(options: Options) -> int:
    from talkbuilder.source.project import DiskProject

    root = root_of(options.folder, options.talk)
    names = names_of(options.talk, DiskProject(root))
    if len(names) > 1:
        raise WrongUse("which talk?", f"name one of: {', '.join(names)}")

    from talkbuilder.preview.serving import PortTaken, lan_address, listen, serve

    lan = lan_address() if options.lan else ""
    if options.lan and not lan:
        raise WrongUse("this machine is on no network", "leave out --lan, or join the network that the telephone is on")
    try:
        listener = listen(options.port, bool(lan))
    except PortTaken:
        raise WrongUse(_taken(options.port), "name another, or leave out --port and one is found") from None

    def ready(address: str, code: str) -> None:
        if code:
            write_line(f"{code}\nA telephone on this network that reads the code becomes a clicker.", sys.stdout)
        write_line(f"{names[0]}: {address}\nCtrl-C ends it", sys.stdout)
        if options.opens:
            import webbrowser

            webbrowser.open(address)

    serve(root, names[0], listener, lan, ready)
    return FINE


def _taken(port: int | None) -> str:
    return "no port is free" if port is None else f"port {port} is taken, or may not be used"


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and _LEAST_PORT <= int(text) <= _MOST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no port: give a number from {_LEAST_PORT} to {_MOST_PORT}")
