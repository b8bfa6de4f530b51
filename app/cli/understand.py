"""`regulars understand`: how the embedded customer reads an agent's message."""

from app.cli.examples import examples
from app.cli.options import AsJSON, Domain

EXAMPLES = examples(
    ("echo 'Could I have your e-mail address?' | regulars understand", "one message, as text"),
    ("regulars understand < messages.jsonl", 'one message on each line, as JSON text or {"content": …}'),
)


def understand(domain: Domain = "retail", as_json: AsJSON = False) -> None:
    """Show how the embedded customer reads agent messages.

    Messages come from standard input, one on each line; shown are the acts, slots and values found in them.
    """
