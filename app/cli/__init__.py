"""The command `regulars`: one file per command group; everything heavy is imported inside the commands."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors that were to be expected become one line on stderr.

    0: done, and the answer is yes. 1: the answer is no. 2: it could not be done as it was asked.
    """
    from app.cli.fault import CommandFailed
    from app.cli.root import cli

    try:
        cli(arguments, prog_name="regulars")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except CommandFailed as fault:
        sys.stdout.flush()
        sys.stderr.write(f"Error: {fault}\n")
        return fault.exit_code
    except BrokenPipeError:
        # The reader has seen enough (`| head`): nothing is wrong, and nobody is left to tell.
        sys.stderr.close()
        return 0
    return 0
