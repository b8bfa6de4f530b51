"""`regulars understand`: how the embedded customer reads an agent's message."""

import sys
from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import AsJSON

EXAMPLES = examples(
    ("echo 'Could I have your e-mail address?' | regulars understand", "one message, as text"),
    ("regulars understand < messages.jsonl", 'one {"id", "text", "lexicon"?} on each line'),
    ("regulars understand --domain retail --json < messages.jsonl", "with the words of a business"),
)


def understand(
    *,
    domain: Annotated[
        str | None, typer.Option(metavar="NAME", help="Read with this business's lexicon instead of a general one.")
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Show how the embedded customer reads agent messages.

    Messages come from standard input, one on each line: plain text, or {"id", "text", "lexicon"?}. Written are
    {"id", "acts", "slots", "values"}, one on each line; on a terminal, the same for people.
    """
    from app.cli import output
    from app.cli.fault import CommandFailed
    from app.cli.messages import Messages
    from simulators.understand.lines import MalformedLine, read_lines

    lexicon = None
    if domain is not None:
        from app.cli.local import domain_named

        lexicon = domain_named(domain).lexicon.model_dump(mode="json")
    for_people = sys.stdout.isatty() and not as_json
    messages = Messages(sys.stdin, lexicon)
    try:
        for reading in read_lines(messages):
            if for_people:
                _show(messages.text, reading)
            else:
                output.print_line(reading)
    except MalformedLine as error:
        raise CommandFailed(f"This is no message: {error}.", 'Give text, or {"id", "text", "lexicon"?}.') from None


def _show(text: str, reading: dict[str, object]) -> None:
    from rich.text import Text

    from app.cli import output
    from app.cli.wording import reading_text

    screen = output.console()
    screen.print(Text(f"{reading['id']}  ", style="dim") + Text(text))
    screen.print(Text("   " + reading_text(reading), style="cyan"))
