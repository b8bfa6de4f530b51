"""Gold calls: what they change, against what a goal expects."""

from domains.kit.changes import Change, net
from domains.kit.domain import Domain
from domains.kit.goal import ExpectedChange, Match
from domains.kit.gold import agree, expected_of, play
from domains.kit.records import JSON
from tests.domains.kit.sample import WORLD, open_pantry, put


def letters(*jars: str, seed: str = "s1") -> list[Change]:
    """The net changes after a letter about each jar."""
    state = open_pantry(seed)
    for jar in jars:
        state.call("send_letter", {"jar_id": jar})
    return state.diff()


def expected_letter(label: str, **fields: JSON) -> ExpectedChange:
    matches = {name: Match(value=value) for name, value in fields.items()}
    return ExpectedChange(op="insert", table="letters", key=label, fields=matches)


def changed_jar(**fields: Match) -> ExpectedChange:
    return ExpectedChange(op="update", table="jars", key="j1", fields=fields)


def jar_changes(**fields: JSON) -> list[Change]:
    state = open_pantry()
    put(state, **{**WORLD.rows["jars"]["j1"].model_dump(mode="json"), **fields})
    return state.diff()


def test_what_a_state_expects_of_itself_agrees_under_any_seed() -> None:
    expected = [expected_of(change, WORLD) for change in letters("j1", "j2", "j2")]
    assert agree(expected, letters("j1", "j2", "j2", seed="other"), WORLD)
    assert agree(expected, letters("j2", "j1", "j2", seed="other"), WORLD), "in whatever order"
    assert not agree(expected, letters("j1", "j1", "j2", seed="other"), WORLD)
    assert not agree(expected, letters("j1", "j2", seed="other"), WORLD)


def test_labels_stand_for_new_keys_one_to_one() -> None:
    sent = letters("j1", "j2")
    reply = Change(table="jars", key="j1", before={"note": "", "tags": []}, after={"tags": [sent[1].key]})
    right = changed_jar(tags=Match(value=["second"]))
    wrong = changed_jar(tags=Match(value=["first"]))
    both = [expected_letter("first", jar_id="j1"), expected_letter("second", jar_id="j2")]
    assert agree([*both, right], [*sent, reply], WORLD)
    assert not agree([*both, wrong], [*sent, reply], WORLD)


def test_a_field_may_have_one_of_several_values_or_any() -> None:
    changes = jar_changes(shelf="high")
    assert agree([changed_jar(shelf=Match(value="high"))], changes, WORLD)
    assert agree([changed_jar(shelf=Match(how="any_of", values=("top", "high")))], changes, WORLD)
    assert agree([changed_jar(shelf=Match(how="anything"))], changes, WORLD)
    assert not agree([changed_jar(shelf=Match(how="any_of", values=("top",)))], changes, WORLD)


def test_an_update_of_more_fields_than_expected_does_not_agree() -> None:
    expected = [changed_jar(shelf=Match(value="high"))]
    assert agree(expected, jar_changes(shelf="high", note="moved"), WORLD), "but for bookkeeping"
    assert not agree(expected, jar_changes(shelf="high", grams=9.0), WORLD)


def test_unordered_fields_agree_in_any_order() -> None:
    expected = [changed_jar(tags=Match(value=["a", "b"]))]
    assert agree(expected, jar_changes(tags=["b", "a"]), WORLD)
    assert not agree(expected, jar_changes(tags=["b", "b"]), WORLD)


def test_a_delete_agrees_with_a_delete_only() -> None:
    state = open_pantry()
    state.call("drop_jar", {"jar_id": "j1"})
    (change,) = state.diff()
    assert expected_of(change, WORLD) == ExpectedChange(op="delete", table="jars", key="j1")
    assert agree([expected_of(change, WORLD)], [change], WORLD)
    assert not agree([changed_jar(shelf=Match(value="low"))], [change], WORLD)


def test_playing_keeps_what_each_call_said(library: Domain) -> None:
    task = next(task for task in library.tasks.values() if task.goal.expected)
    played = play(library, task.goal)
    assert [call for call, _ in played.outcomes] == list(task.goal.calls)
    assert played.errors == []
    assert net(played.state.changes())
