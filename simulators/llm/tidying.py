"""Puts right what models add around a message, where what remains is beyond doubt."""

import re

from simulators.protocol import Intervention

_THOUGHT = re.compile(r"\A\s*<think>(?:(?!</?think>).)*</think>\s*", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"\A\s*<draft>(?P<inside>[^<>]*)</draft>\s*\Z")
_NAMED = re.compile(r"\A\s*(?:customer|me|you)\s*:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"\A[\"\u201c](?P<inside>[^\"\u201c\u201d]*)[\"\u201d]\Z")
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_LINES = re.compile(r"\s*\n\s*")
LONGEST = 20_000
"""Signs of an output that are looked at; one that is longer is not mended."""


LONGEST_KEPT = 500
"""Signs of an output that are recorded."""


def tidied(output: str) -> str:
    """The message without a thought before it, tags, a name or quotation marks around it, and odd spaces."""
    if len(output) > LONGEST:
        return output[:LONGEST]
    text = _THOUGHT.sub("", output)
    tagged = _TAGS.match(text)
    text = _NAMED.sub("", tagged["inside"] if tagged else text).strip()
    quoted = _QUOTED.match(text)
    text = (quoted["inside"] if quoted else text).strip()
    return _LINES.sub("\n", _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """The text with its line ends as spaces."""
    return _LINES.sub(" ", text).strip()


def mended(output: str, text: str) -> tuple[Intervention, ...]:
    """The record that something was taken away from around a message, spaces apart."""
    if "".join(output.split()) == "".join(text.split()):
        return ()
    return (Intervention(check="form", text=cut(output), instead="mended"),)


def cut(text: str) -> str:
    """As much of a text as is recorded."""
    return text if len(text) <= LONGEST_KEPT else f"{text[:LONGEST_KEPT]} \u2026 ({len(text)} characters)"
