"""`python -m app.cli` is the command `regulars`."""

from app.cli import main

main()
