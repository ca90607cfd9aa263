"""`python -m talkbuilder`, where no `talkbuilder` command is on the path."""

from talkbuilder.cli import run

raise SystemExit(run())
