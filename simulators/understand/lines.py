"""Reads messages as JSON lines, for `regulars understand` and for anyone who labels messages."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pydantic import ValidationError

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.records import JSON
from domains.kit.values import ValueKind
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand


class MalformedLine(ValueError):
    """A line that is no message; says which line and what is wrong with it."""


def read_lines(lines: Iterable[str]) -> Iterator[dict[str, JSON]]:
    """For each line `{"id", "text", "lexicon"?}` its reading `{"id", "acts", "slots", "values"}`; skips empty ones.

    A lexicon is a whole `Lexicon`, an object of phrasings by slot key (one string or a list), or a list of slot keys,
    whose phrasings are then those of the general lexicon, or the words of the key. Without one, the general lexicon.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read(number, line)


def lexicon_of(given: JSON) -> Lexicon:
    """A lexicon from its JSON, in any of the forms that `read_lines` takes; raises ValueError for anything else."""
    if given is None:
        return GENERAL
    return _lexicon_of(json.dumps(given, sort_keys=True))


@lru_cache(maxsize=64)
def _lexicon_of(given: str) -> Lexicon:
    form = json.loads(given)
    if isinstance(form, list):
        return Lexicon(slots=tuple(_slot(key, ()) for key in form), actions=GENERAL.actions)
    if not isinstance(form, dict):
        raise ValueError(f"a lexicon is an object or a list of slot keys, not {form!r}")  # noqa: TRY004
    if set(form) <= {"slots", "actions"} and all(isinstance(part, list) for part in form.values()):
        return Lexicon.model_validate(form)
    slots = (_slot(key, (said,) if isinstance(said, str) else tuple(said)) for key, said in form.items())
    return Lexicon(slots=tuple(slots), actions=GENERAL.actions)


def _slot(key: JSON, phrasings: tuple[str, ...]) -> Slot:
    if not isinstance(key, str) or not key.strip():
        raise ValueError(f"a slot key is a string, not {key!r}")
    known = GENERAL.slot(key)
    words = key.replace("_", " ")
    if not phrasings:
        return known or Slot(key=key, kind=ValueKind.TEXT, label=words)
    kind = known.kind if known else ValueKind.TEXT
    return Slot(key=key, kind=kind, label=phrasings[0], ask=(*phrasings[1:], words))


def _message(given: JSON) -> Mapping[str, JSON]:
    if not isinstance(given, Mapping) or not isinstance(given.get("text"), str) or "id" not in given:
        raise ValueError("expected an object with an id and a text")
    return given


def _read(number: int, line: str) -> dict[str, JSON]:
    try:
        message = _message(json.loads(line))
        reading = understand(message["text"], lexicon_of(message.get("lexicon")))
    except json.JSONDecodeError as error:
        raise MalformedLine(f"line {number}: not JSON: {error}") from error
    except (ValidationError, TypeError, AttributeError) as error:
        raise MalformedLine(f"line {number}: not a lexicon: {error}") from error
    except ValueError as error:
        raise MalformedLine(f"line {number}: {error}") from error
    return {
        "id": message["id"],
        "acts": sorted(act.value for act in reading.acts),
        "slots": list(reading.slots),
        "values": [value.model_dump(mode="json") for value in reading.values],
    }
