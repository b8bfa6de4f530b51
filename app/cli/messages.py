"""Messages as people and programs type them, one on each line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


class Messages:
    """The lines as the reader takes them: text becomes a message with its line number as id.

    A lexicon given here is used for messages that bring none.
    """

    def __init__(self, lines: Iterable[str], lexicon: object = None) -> None:
        self._lines = lines
        self._lexicon = lexicon
        self.text = ""
        """Of the message that was handed out last."""

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._lines, 1):
            message = _message(line) if line.strip() else None
            if message is None:
                # Nothing, or not what it was meant to be: the reader counts it, or says what is wrong with it.
                yield line
                continue
            message.setdefault("id", number)
            if self._lexicon is not None:
                message.setdefault("lexicon", self._lexicon)
            self.text = str(message.get("text", ""))
            yield json.dumps(message, ensure_ascii=False)


def _message(line: str) -> dict[str, Any] | None:
    """The message on a line; None where it is JSON of another kind, or was meant to be JSON and is not."""
    try:
        parsed = json.loads(line)
    except json.JSONDecodeError:
        return None if line.lstrip().startswith("{") else {"text": line.strip()}
    if isinstance(parsed, str):
        return {"text": parsed}
    return parsed if isinstance(parsed, dict) else {"text": line.strip()}
