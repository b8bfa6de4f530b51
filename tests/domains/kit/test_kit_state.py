"""States: an overlay on a shared world, changed by tools only."""

from json import loads

import pytest

from domains.kit.changes import Actor, Change
from domains.kit.records import JSON
from domains.kit.state import Context, State
from domains.kit.tools import Toolbox, ToolError, ToolKind, tool
from tests.domains.kit.sample import WORLD, Jar, open_pantry, put


def test_writing_to_a_state_leaves_the_world_and_other_states_alone() -> None:
    state, other = open_pantry(), open_pantry()
    world_digest = WORLD.digest
    put(state, id="j1", shelf="high")
    assert other.get(Jar, "j1") == WORLD.rows["jars"]["j1"]
    assert other.digest() == open_pantry().digest() != state.digest()
    assert WORLD.digest == world_digest


def test_a_refused_call_leaves_no_trace() -> None:
    state = open_pantry()
    outcome = state.call("move_all_then_refuse", {})
    assert outcome.is_error
    assert "3 jars" in outcome.content, "within the call the tool sees what it has written"
    assert (state.changes(), state.diff(), state.digest()) == ([], [], open_pantry().digest())


def test_a_call_that_writes_a_wrong_row_keeps_none_of_its_rows() -> None:
    state = open_pantry()
    with pytest.raises(ToolError, match="spoil_jar writes a wrong row to jars/j1"):
        state.call("spoil_jar", {"jar_id": "j1"})
    assert (state.changes(), state.digest()) == ([], open_pantry().digest())


def test_a_read_tool_that_writes_is_an_error_of_the_domain() -> None:
    with pytest.raises(ToolError, match="sly_read is declared read"):
        open_pantry().call("sly_read", {})


def test_a_sent_letter_can_neither_be_changed_nor_deleted() -> None:
    state = open_pantry()
    letter_id = loads(state.call("send_letter", {"jar_id": "j1"}).content)["letter_id"]
    with pytest.raises(ToolError, match="append-only"):
        state.call("rewrite_letter", {"letter_id": letter_id})
    with pytest.raises(ToolError, match="append-only"):
        state.call("burn_letter", {"letter_id": letter_id})


def test_deleting_what_is_not_there_is_an_error_of_the_domain() -> None:
    state = open_pantry()
    state.call("drop_jar", {"jar_id": "j1"})
    assert state.call("drop_jar", {"jar_id": "j1"}).is_error
    assert state.get(Jar, "j1") is None


def test_a_write_of_the_same_row_is_no_change() -> None:
    state = open_pantry()
    put(state, **WORLD.rows["jars"]["j2"].model_dump(mode="json"))
    assert state.changes() == []


def test_new_ids_depend_on_seed_and_parents_and_occurrence_only() -> None:
    def ids(seed: str, *jars: str) -> list[str]:
        state = open_pantry(seed)
        return [state.call("send_letter", {"jar_id": jar}).content for jar in jars]

    assert ids("a", "j1", "j2") == ids("a", "j2", "j1")[::-1], "calls in another order give the same ids"
    assert len({*ids("a", "j1", "j1"), *ids("b", "j1", "j1")}) == 4


def test_a_new_id_is_the_same_after_a_resume() -> None:
    state = open_pantry()
    state.call("send_letter", {"jar_id": "j1"})
    resumed = open_pantry()
    resumed.load(state.changes())
    again = {"jar_id": "j1"}
    assert resumed.call("send_letter", again) == state.call("send_letter", again)


def test_too_few_digits_for_new_ids_are_an_error_of_the_domain() -> None:
    @tool(ToolKind.WRITE)
    def number_jar(context: Context) -> JSON:
        """Put a jar there under a number of one digit."""
        context.put(Jar(id=context.new_id(Jar, digits=1)))
        return "put"

    state = State(WORLD, Toolbox((number_jar,)), seed="s1")
    for _ in range(10):
        state.call("number_jar", {})
    assert [jar.id for jar in state.find(Jar)][:10] == list("0123456789")
    with pytest.raises(ToolError, match="number_jar finds no unused key of 1 digits for Jar"):
        state.call("number_jar", {})


def test_find_sees_changed_rows_under_an_indexed_field() -> None:
    state = open_pantry()
    assert [jar.id for jar in state.find(Jar, shelf="low")] == ["j1", "j2"]
    put(state, id="j1", shelf="high")
    put(state, id="j0", shelf="low")
    state.call("drop_jar", {"jar_id": "j2"})
    assert [jar.id for jar in state.find(Jar, shelf="low")] == ["j0"]
    assert [jar.id for jar in state.find(Jar, shelf="high")] == ["j1", "j3"]
    assert [jar.id for jar in state.find(Jar)] == ["j0", "j1", "j3"]


def test_find_takes_several_fields_together() -> None:
    assert [jar.id for jar in open_pantry().find(Jar, grams=2.5, shelf="low")] == ["j2"]
    assert open_pantry().find(Jar, grams=2.5, shelf="high") == []


def test_bookkeeping_and_the_order_of_unordered_lists_make_no_difference() -> None:
    state = open_pantry()
    put(state, id="j1", grams=0.1, tags=["sweet", "red"], note="opened")
    assert len(state.changes()) == 1
    assert (state.diff(), state.digest()) == ([], open_pantry().digest())


def test_an_unordered_list_with_another_count_of_an_item_is_another_one() -> None:
    state = open_pantry()
    put(state, id="j1", grams=0.1, tags=["sweet", "red", "red"])
    assert [change.after for change in state.diff()] == [{"tags": ["sweet", "red", "red"]}]
    assert state.digest() != open_pantry().digest()


def test_changes_name_their_actor_and_only_the_fields_that_changed() -> None:
    state = open_pantry()
    state.call("taste", {"jar_id": "j2"}, actor=Actor.CUSTOMER)
    change = Change(table="jars", key="j2", before={"grams": 2.5}, after={"grams": 1.25}, actor=Actor.CUSTOMER)
    assert state.changes() == [change]


def test_a_tool_of_the_customer_does_not_exist_for_the_agent() -> None:
    outcome = open_pantry().call("taste", {"jar_id": "j2"}, actor=Actor.AGENT)
    assert outcome.is_error
    assert "no tool named 'taste'" in outcome.content
    assert "taste" not in outcome.content.partition("The tools are")[2]


def test_a_tool_may_return_records() -> None:
    content = loads(open_pantry().call("read_jar", {"jar_id": "j2"}).content)
    assert content["layers"] == [["plum", 2], ["fig", 1]]
    assert content["best_before"] == "2026-05-01"


def test_a_tool_that_ends_the_session_says_so() -> None:
    assert open_pantry().call("leave", "").ends_session
    assert not open_pantry().call("leave", '{"surplus": 1}').ends_session


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(table="pots", key="p", before=None, after={"id": "p"}), "no such table"),
        (Change(table="jars", key="j1", before=None, after={"id": "j1"}), "the row that is there"),
        (Change(table="jars", key="j9", before={"grams": 1.0}, after={"grams": 2.0}), "the row that is there is None"),
        (Change(table="jars", key="j1", before={"grams": 7.0}, after={"grams": 2.0}), "the row that is there"),
        (Change(table="jars", key="j9", before={"id": "j9"}, after=None), "the row that is there is None"),
        (Change(table="jars", key="j1", before={"grams": 0.1}, after={"grams": "plenty"}), "makes a wrong row"),
    ],
)
def test_a_recorded_change_that_does_not_fit_is_refused(change: Change, message: str) -> None:
    with pytest.raises(ToolError, match=message):
        open_pantry().load([change])


def test_a_copy_goes_its_own_way() -> None:
    state = open_pantry()
    put(state, id="j1", shelf="high")
    twin = state.copy()
    put(twin, id="j1", shelf="floor")
    assert state.get(Jar, "j1") == Jar(id="j1", shelf="high")
    assert len(state.changes()) == 1
