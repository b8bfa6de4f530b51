"""Row changes: what is recorded of every write, and how several of them add up."""

from collections.abc import Iterable
from enum import StrEnum

from domains.kit.records import JSON, Frozen


class Actor(StrEnum):
    """Who called a tool."""

    AGENT = "agent"
    CUSTOMER = "customer"


class Change(Frozen):
    """One write to one row.

    `before` is None for an insert and `after` is None for a delete; these hold the whole row. An update holds only
    the fields that changed, on both sides. Values are JSON.
    """

    table: str
    key: str
    before: dict[str, JSON] | None
    after: dict[str, JSON] | None
    actor: Actor = Actor.AGENT

    @property
    def path(self) -> str:
        """`table/key`."""
        return f"{self.table}/{self.key}"


def net(changes: Iterable[Change]) -> list[Change]:
    """The changes that remain when writes to the same row by the same actor are added up, in order of first touch.

    A row that ends as it began has no change; a row inserted and deleted again has none either.
    """
    merged: dict[tuple[str, str, Actor], Change] = {}
    for change in changes:
        place = (change.table, change.key, change.actor)
        earlier = merged.get(place)
        merged[place] = change if earlier is None else _joined(earlier, change)
    return [change for change in merged.values() if change.before != change.after]


def _joined(first: Change, second: Change) -> Change:
    before: dict[str, JSON] | None
    after: dict[str, JSON] | None
    if first.before is None:
        before = None
        after = None if second.after is None else {**(first.after or {}), **second.after}
    elif first.after is None:
        # A deleted row that came back: compare the whole rows, field by field.
        before, after = first.before, second.after
    elif second.after is None:
        before, after = {**(second.before or {}), **first.before}, None
    else:
        before = {**(second.before or {}), **first.before}
        after = {**first.after, **second.after}
    if before is not None and after is not None:
        differing = [field for field in {**before, **after} if before.get(field) != after.get(field)]
        before = {field: before.get(field) for field in differing}
        after = {field: after.get(field) for field in differing}
    return first.model_copy(update={"before": before, "after": after})
