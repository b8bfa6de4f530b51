"""Records: the frozen rows of a world, and the marks that say how their fields are compared."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from json import dumps
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

JSON = Any
"""A value as `json.loads` gives it: the one place where `Any` is allowed."""


class Mark(Enum):
    """How a field is treated when states are compared or texts are searched.

    Use it as annotation metadata: `note: Annotated[str, Mark.BOOKKEEPING] = ""`.
    """

    BOOKKEEPING = "bookkeeping"
    """Ignored when states are compared: free-text notes, timestamps."""
    UNORDERED = "unordered"
    """A list that is compared as a set."""
    PERSONAL = "personal"
    """Belongs to one customer; saying it to another one is a forbidden disclosure."""


class Frozen(BaseModel):
    """A value object that crosses a boundary as JSON: immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; what was computed from the old ones (a digest) is not copied."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Record(Frozen):
    """One row of a table. Money is integer cents, times are aware, references are keys of other tables."""


@cache
def marked(record: type[Record], mark: Mark) -> frozenset[str]:
    """Names of the fields of `record` that carry `mark`."""
    return frozenset(name for name, field in record.model_fields.items() if mark in field.metadata)


def as_set(items: JSON) -> list[str] | None:
    """A form in which two lists of JSON values are equal exactly if they hold the same values, each as often."""
    return None if items is None else sorted(dumps(item, sort_keys=True) for item in items)
