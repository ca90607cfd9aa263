"""`python -m talkbuilder`, where no `talkbuilder` command is on the path."""

from talkbuilder.cli import main

raise SystemExit(main())
