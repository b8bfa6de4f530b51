"""Arguments of calls: as the tool understood them, and when two are the same."""

from pydantic import ValidationError

from app.grading.errors import StaleLog
from app.grading.log import Call
from domains.kit.domain import Domain
from domains.kit.records import JSON


def parsed(call: Call, domain: Domain) -> dict[str, JSON]:
    """The arguments of a successful call as JSON after the tool's own parsing, with defaults filled in.

    Raises `StaleLog` where today's tool would not take them: the session was played with other tools.
    """
    tool = domain.toolbox.get(call.event.name)
    if tool is None:
        raise StaleLog(f"event {call.seq}: {call.event.name} succeeded, and the domain has no such tool")
    try:
        return tool.arguments.model_validate(call.arguments).model_dump(mode="json")
    except ValidationError as error:
        raise StaleLog(f"event {call.seq}: {call.event.name} would not take its arguments today: {error}") from error


def loosely_equal(expected: JSON, actual: JSON) -> bool:
    """Equal as JSON, where letter case and outer spaces of texts do not count."""
    if isinstance(expected, str) and isinstance(actual, str):
        return expected.strip().casefold() == actual.strip().casefold()
    if isinstance(expected, list | tuple) and isinstance(actual, list | tuple):
        return len(expected) == len(actual) and all(map(loosely_equal, expected, actual))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return expected.keys() == actual.keys() and all(loosely_equal(v, actual[k]) for k, v in expected.items())
    return isinstance(expected, bool) is isinstance(actual, bool) and bool(expected == actual)
