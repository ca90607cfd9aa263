"""`talkbuilder completion`: what a shell needs to complete command lines with the Tab key, and what it is answered."""

import argparse

from msgspec import Struct

from talkbuilder.commands import COMMANDS
from talkbuilder.commands.parser import parsers
from talkbuilder.commands.status import FINE

DESCRIPTION = "Prints what your shell needs to complete commands and options with the Tab key."
_WHERE = {
    "bash": 'add to ~/.bashrc:  eval "$(talkbuilder completion bash)"',
    "zsh": 'add to ~/.zshrc, behind compinit:  eval "$(talkbuilder completion zsh)"',
    "fish": "talkbuilder completion fish > ~/.config/fish/completions/talkbuilder.fish",
    "powershell": "add to the file that $PROFILE names:  talkbuilder completion powershell | Out-String | "
    "Invoke-Expression",
}


class Options(Struct, frozen=True):
    shell: str

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.epilog = "\n".join(("to have it in every new window:", *(f"  {line}" for line in _WHERE.values())))
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.add_argument("shell", choices=tuple(_WHERE), metavar="SHELL", help=", ".join(_WHERE))


def run(options: Options) -> int:
    from argcomplete.shell_integration import shellcode

    print(shellcode(["talkbuilder"], shell=options.shell))
    return FINE


def complete() -> None:
    """Answers a shell that asks how a command line may go on, by argcomplete's protocol, and ends the process."""
    import argcomplete

    parser, _ = parsers(COMMANDS)
    argcomplete.autocomplete(parser, always_complete_options="long")
