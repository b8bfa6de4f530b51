"""What agents said in free words at the turns that decide, and how customers of retail's tasks must take it."""

import json
from pathlib import Path

import pytest

from domains import retail
from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from tests.simulators.agenda.retail_shop import moves_of, replies_to

TASKS = Path(retail.__file__).parent / "tasks"
SCENARIOS: dict[str, JSON] = {
    task["id"]: task["scenario"] for split in TASKS.glob("*.json") for task in json.loads(split.read_text("utf-8"))
}
TALKS: list[JSON] = [
    json.loads(line) for line in (Path(__file__).parent / "free_words.jsonl").read_text("utf-8").splitlines()
]
REFUSED = {"press", "accept_refusal", "contest", "abandon", "state_goal", "leave", "take_next"}
GONE = {"take_next", "abandon", "only_that"}


def heard_rightly(kind: str, scenario: Scenario, *messages: str) -> bool:
    """Whether the last message is taken as a proposal that is agreed to (Y), a refusal (R), a deed (D), as saying that
    something is not to be had (U), or as anything but a refusal (A)."""
    reply = replies_to(scenario, *messages)[-1]
    moves = {*moves_of(reply)}
    return {
        "Y": bool(moves & {"agree", "bear_out"}),
        "R": bool(moves & REFUSED) and reply.stance != "agree",
        "D": bool(moves & {"thank", "nothing_more"}) and "ask_done" not in moves,
        "U": bool(moves & GONE),
        "A": not moves & REFUSED,
    }[kind]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["task"])
def test_what_is_said_in_free_words_is_taken_as_it_is_meant(talk: JSON) -> None:
    scenario = Scenario.model_validate(SCENARIOS[talk["task"]])
    wrong = [
        message for kind, message in talk["messages"] if not heard_rightly(kind, scenario, *talk["before"], message)
    ]
    assert not wrong
