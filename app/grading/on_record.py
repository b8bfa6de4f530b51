"""What the tools have shown of the records that a session is about."""

from collections.abc import Iterator, Sequence

from app.grading.log import Log
from app.grading.results import read_json
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.values import ValueKind
from simulators.understand.values import values_in


def shown(log: Log, domain: Domain, texts: Sequence[str], *, said: str, until: int) -> bool:
    """Whether a record says one of the texts: as a value, or as a key whose value is not empty.

    It must be a record that is named in what was `said`, or, where none is, in the conversation up to then. Where
    nothing at all is named, any record will do.
    """
    if not texts:
        return False
    records = [record for call in log.successful if call.seq < until for record in _records(call.event.content)]
    spoken = [heard.text for heard in log.heard if heard.seq <= until]
    spoken += [answer.reply.text or "" for answer in log.replies if answer.seq <= until]
    for named in (_names([said], domain), _names(spoken, domain)):
        about = [record for record in records if named & _values(record)]
        if about:
            return any(_says(record, texts) for record in about)
    return any(_says(record, texts) for record in records)


def _names(spoken: Sequence[str], domain: Domain) -> set[str]:
    values = (value for text in spoken for value in values_in(text, domain.lexicon))
    return {value.value.casefold() for value in values if value.kind is ValueKind.ID}


def _records(content: str) -> Iterator[dict[str, JSON]]:
    """The records in a result: an object by itself, or those of a list in it."""
    found = read_json(content)
    outer = found if isinstance(found, list) else [found]
    for record in outer:
        if isinstance(record, dict):
            lists = [value for value in record.values() if isinstance(value, list)]
            yield record
            yield from (inner for value in lists for inner in value if isinstance(inner, dict))


def _values(record: dict[str, JSON]) -> set[str]:
    return {value.casefold() for value in record.values() if isinstance(value, str)}


def _says(record: JSON, texts: Sequence[str]) -> bool:
    if isinstance(record, dict):
        return any((key in texts and value) or _says(value, texts) for key, value in record.items())
    if isinstance(record, list):
        return any(_says(value, texts) for value in record)
    return record in texts
