"""States against a naive model: a dictionary of rows, copied and compared whole."""

from copy import deepcopy
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domains.kit.changes import Actor, Change, net
from domains.kit.records import JSON
from domains.kit.state import State
from tests.domains.kit.sample import WORLD, Jar, open_pantry

Rows = dict[str, dict[str, JSON]]
Write = tuple[str, dict[str, JSON] | None]

KEYS = st.sampled_from(["j1", "j2", "j3", "j4", "j5"])
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "shelf": st.sampled_from(["low", "high"]),
        "grams": st.sampled_from([0.0, -0.0, 0.1, 0.1 + 0.2, 1e300]),
        "layers": st.lists(st.tuples(st.sampled_from(["fig", "plum"]), st.integers(0, 2)), max_size=2),
        "tags": st.lists(st.sampled_from(["red", "sweet"]), max_size=3),
        "note": st.sampled_from(["", "chipped", "é ☃"]),
    },
)
WRITES = st.lists(st.tuples(KEYS, st.none() | FIELDS), max_size=12)


def start() -> Rows:
    return {key: row.model_dump(mode="json") for key, row in WORLD.rows["jars"].items()}


def write(state: State, rows: Rows, key: str, fields: dict[str, JSON] | None) -> None:
    """The same write to both; a deletion of nothing is refused by the one and nothing to the other."""
    if fields is None:
        state.call("drop_jar", {"jar_id": key})
        rows.pop(key, None)
    else:
        state.call("put_jar", {"jar": {"id": key, **fields}})
        rows[key] = Jar.model_validate({"id": key, **fields}).model_dump(mode="json")


def written(writes: list[Write]) -> tuple[State, Rows]:
    state, rows = open_pantry(), start()
    for key, fields in writes:
        write(state, rows, key, fields)
    return state, rows


def whole_diff(before: Rows, after: Rows) -> list[tuple[str, JSON, JSON]]:
    changed = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if old is not None and new is not None:
            names = [name for name in new if old[name] != new[name]]
            old, new = {n: old[n] for n in names}, {n: new[n] for n in names}
        changed.append((key, old, new))
    return changed


def in_order(changes: list[Change]) -> list[tuple[str, JSON, JSON]]:
    return sorted(((change.key, change.before, change.after) for change in changes), key=lambda change: change[0])


@given(WRITES)
def test_net_changes_are_the_difference_of_the_rows(writes: list[Write]) -> None:
    state, rows = written(writes)
    assert state.dump()["jars"] == rows
    assert in_order(net(state.changes())) == whole_diff(start(), rows)


@given(WRITES)
def test_loading_changes_or_their_net_gives_the_same_state(writes: list[Write]) -> None:
    state, _ = written(writes)
    for changes in (state.changes(), net(state.changes())):
        rebuilt = open_pantry()
        rebuilt.load([Change.model_validate_json(change.model_dump_json()) for change in changes])
        assert rebuilt.digest() == state.digest()
        assert rebuilt.dump() == state.dump()
        assert in_order(rebuilt.diff()) == in_order(state.diff())


@given(WRITES, WRITES)
def test_digests_are_equal_exactly_if_the_diffs_are(writes: list[Write], others: list[Write]) -> None:
    def compared(state: State) -> list[tuple[str, JSON, JSON]]:
        diff = deepcopy(in_order(state.diff()))
        for _, _, after in diff:
            if after is not None and "tags" in after:
                after["tags"] = sorted(after["tags"])
        for _, before, after in diff:
            if before is None:
                after.pop("note", None)
        return [(key, after) for key, _, after in diff]  # type: ignore[misc]

    one, other = written(writes)[0], written(others)[0]
    assert (one.digest() == other.digest()) == (compared(one) == compared(other))


@given(st.dictionaries(KEYS, FIELDS, max_size=5), st.randoms(use_true_random=False))
def test_independent_writes_in_another_order_keep_the_digest(
    rows: dict[str, dict[str, JSON]],
    random: Random,
) -> None:
    writes: list[Write] = list(rows.items())
    other = list(writes)
    random.shuffle(other)
    assert written(writes)[0].digest() == written(other)[0].digest()


@given(WRITES, st.sampled_from(["low", "high", "floor"]), st.sampled_from([0.0, 0.1, 2.5]))
def test_find_by_index_is_find_by_reading_everything(writes: list[Write], shelf: str, grams: float) -> None:
    state, rows = written(writes)
    assert [jar.id for jar in state.find(Jar, shelf=shelf)] == sorted(k for k, r in rows.items() if r["shelf"] == shelf)
    assert [jar.id for jar in state.find(Jar, grams=grams)] == sorted(k for k, r in rows.items() if r["grams"] == grams)


@given(st.lists(st.tuples(st.sampled_from(list(Actor)), st.integers(0, 3)), max_size=8))
def test_net_changes_of_one_actor_do_not_depend_on_what_the_other_did(steps: list[tuple[Actor, int]]) -> None:
    changes, current = [], dict.fromkeys(Actor, 0)
    for actor, value in steps:
        changes.append(Change(table="t", key=actor, before={"f": current[actor]}, after={"f": value}, actor=actor))
        current[actor] = value
    for actor in Actor:
        assert [c for c in net(changes) if c.actor is actor] == net(c for c in changes if c.actor is actor)
        assert [c.after for c in net(changes) if c.actor is actor] == (
            [{"f": current[actor]}] if current[actor] else []
        )
