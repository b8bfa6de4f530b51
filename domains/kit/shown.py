"""Checks of what agents tell of records: days that can be worked out, marks of things, and lists that are whole."""

from datetime import date
from typing import Literal

from domains.kit.records import Frozen


class LastDay(Frozen):
    """A time that runs for so many days from a day in a record, the last one included."""

    days: int
    since: str
    """The key of the day from which it runs."""
    of: str
    """The key of the record's id, which stands beside that day."""
    things: tuple[str, ...]
    """What it is a time for, in whole words: "return", "returned"."""
    today: date
    """A time that is said to be over today may have ended before."""


class WholeList(Frozen):
    """All values of a rule: whoever says that it is for some of them "only" names too few."""

    beside: tuple[str, ...]
    """What it is a rule for, in whole words."""
    values: tuple[str, ...]


class Shown(Frozen):
    """What the agent tells of the records that it has looked up is so, as far as that is certain."""

    kind: Literal["shown"] = "shown"
    id: str
    text: str
    gate: bool = True
    last_days: tuple[LastDay, ...] = ()
    marks: dict[str, tuple[str, ...]] = {}
    """Keys of marks that a thing has or has not, each with the words for having it: `{"bulky": ("bulky",)}`."""
    name: str = "name"
    """The key of the name of a thing."""
    lists: tuple[WholeList, ...] = ()
