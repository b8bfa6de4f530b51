"""The README, followed word for word from top to bottom: every block runs, and prints what the page shows."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

from app.agents.contract import KNOWN, read_contract
from app.agents.registry import AGENTS
from app.cli.render_results import pairs_text
from app.engine.events import EndReason
from app.models.script import read_script
from tests.docs.conftest import Newcomer
from tests.docs.readme_page import BLOCKS, ELIDED, INLINE, Block, sample

DEMO = "regulars demo --once --agents gold,look_up_then_refuse,skip_confirmation --tasks 2"
"""What stands in for `make demo` here: the same with fewer agents and tasks."""
NEEDS_POSTGRES = "$DATABASE_URL"
NUMBER = r"\d+\.\d\d"
# The whole page is followed before the first of these tests begins.
pytestmark = pytest.mark.timeout(400)


@dataclass(frozen=True)
class Followed:
    """What was printed: by the demo, and by each block."""

    newcomer: Newcomer
    demo: str
    printed: dict[Block, str]

    def by(self, excerpt: str) -> str:
        """What the block printed in which that stands."""
        (found,) = [printed for block, printed in self.printed.items() if excerpt in block.text]
        return found


def _is_run_here(block: Block) -> bool:
    return block.language in {"bash", "python"} and not block.text.startswith("make ")


@pytest.fixture(scope="module")
def followed(newcomer: Newcomer) -> Followed:
    """The page after it was followed."""
    if missing := [program for program in ("curl", "jq") if which(program) is None]:
        pytest.skip(f"the page calls {' and '.join(missing)}, which this machine has not")
    newcomer.set(COLUMNS="110")
    demo = newcomer.shell(DEMO)
    newcomer.set(COLUMNS="100")
    rows = json.loads(newcomer.shell("regulars sessions list --agent skip_confirmation --json"))["sessions"]
    key = json.loads(newcomer.shell("regulars keys create eve --json"))
    newcomer.set(SESSION=rows[0]["id"], TASK=rows[0]["task"], KEY=key["id"])
    blocks = [block for block in BLOCKS if _is_run_here(block) and NEEDS_POSTGRES not in block.text]
    return Followed(newcomer, demo, {block: newcomer.follow(block) for block in blocks})


def test_every_block_is_run_or_compared() -> None:
    others = [block for block in BLOCKS if not _is_run_here(block)]

    assert {block.language for block in others if block.language != "text"} <= {"bash", "json", "yaml"}
    assert {block.title for block in others if block.language == "text"} == {"demo", "show", "audit"}
    assert len(BLOCKS) - len(others) > 8


def test_the_agent_yaml_of_the_page_can_be_followed_and_every_name_it_may_use_is_there(tmp_path: Path) -> None:
    (contract,) = [block.text for block in BLOCKS if block.language == "yaml"]
    file = tmp_path / "agent.yaml"
    file.write_text(contract, encoding="utf-8")

    assert read_contract(file).reply == "messages.*.text"
    assert set(KNOWN) <= set(INLINE)


def test_the_script_of_the_page_can_be_played(tmp_path: Path) -> None:
    (script,) = [block.text for block in BLOCKS if block.language == "json"]
    file = tmp_path / "calls.jsonl"
    file.write_text(script, encoding="utf-8")

    assert len(read_script(file)) == len(script.splitlines())


def test_a_run_prints_its_table_and_a_check_its_verdict(followed: Followed) -> None:
    printed = followed.by("regulars run --agent gold")

    assert "8 sessions of 8" in printed
    assert re.search(r"^ gold +8 +8 +1\.00", printed, re.MULTILINE)
    assert "scripted/faithful as a customer: " in printed


def test_the_demo_prints_the_table_that_the_page_shows(followed: Followed) -> None:
    shown, printed = sample("demo"), followed.demo
    header = shown.splitlines()[0].split()
    assert header in [line.split() for line in printed.splitlines()]

    row = re.compile(
        rf"^ (\w+) +\d+ +\d+ +{NUMBER} \({NUMBER}-{NUMBER}\) +{NUMBER} +\d+\.\d +([a-z_]+ \d+.*)", re.MULTILINE
    )
    assert {agent for agent, _ in row.findall(printed)} == {"gold", "look_up_then_refuse", "skip_confirmation"}
    assert {agent for agent, _ in row.findall(shown)} <= set(AGENTS)
    assert len(row.findall(shown)) == sum(
        line.startswith(tuple(f" {agent} " for agent in AGENTS)) for line in shown.splitlines()
    )


def test_the_line_about_pairs_is_worded_as_the_demo_words_it() -> None:
    pairs = {"value": 0.0, "tasks": 56}

    assert pairs_text({"agent": "look_up_then_refuse", "pairs": pairs}) in sample("demo").splitlines()


def test_a_session_is_shown_with_the_labels_of_the_page(followed: Followed) -> None:
    shown, printed = _labels(sample("show")), _labels(followed.by("regulars sessions show"))

    assert shown <= printed
    assert len(shown) > 12


def test_an_audit_prints_the_checks_that_the_page_shows(followed: Followed) -> None:
    printed = followed.by("tasks audit")
    rows = [re.sub(r"\d+", "0", " ".join(line.split())) for line in printed.splitlines()]
    for line in sample("audit").splitlines():
        if line.strip(f" ─{ELIDED}"):
            assert re.sub(r"\d+", "0", " ".join(line.split())) in rows


def test_the_eight_lines_play_a_session_to_its_end(followed: Followed) -> None:
    session, reason = followed.by("import openai").split()

    assert reason in set(EndReason)
    row = json.loads(followed.newcomer.shell(f"regulars sessions show {session} --json"))["session"]
    assert (row["agent"], row["status"], row["grading"]) == ("mine@1.0", "ended", "graded")


def test_the_results_are_those_of_the_agent_that_was_connected(followed: Followed) -> None:
    assert "mine@1.0" in followed.by("regulars results --agent mine@1.0")


def test_curl_gets_the_customers_words_then_a_tools_result_then_the_end(followed: Followed) -> None:
    printed = followed.by("session.json")

    assert printed.splitlines()[0].strip()
    assert '"role": "user"' in printed
    assert '"role": "tool"' in printed
    assert '"end_reason": "agent_ended"' in printed


def test_over_mcp_one_hears_the_opening_and_the_reply(followed: Followed) -> None:
    offered, opening, reply = followed.by("import httpx2").splitlines()

    assert offered.endswith("'talk_to_customer']")
    assert "'reply': " in opening
    assert "'ended': False" in reply
    assert opening != reply


def test_a_black_boxs_call_runs_in_its_turn_and_not_after_it(followed: Followed) -> None:
    paths, _, answers = followed.by("box.json").partition("\n")

    assert {"/messages", "/tools/search_products"} <= set(json.loads(paths))
    decoder, found = json.JSONDecoder(), list[dict[str, object]]()
    while answers.strip():
        answer, end = decoder.raw_decode(answers.lstrip())
        found, answers = [*found, answer], answers.lstrip()[end:]
    called, said, late = found
    assert (called["is_error"], said["status"]) == (False, "open")
    assert late["type"] == "urn:regulars:problem:step_mismatch"


def test_private_tasks_are_sound_and_played_by_the_service_that_was_given_them(followed: Followed) -> None:
    ids = {task["id"] for task in json.loads((followed.newcomer.folder / "mine.json").read_text())}
    listed = json.loads(followed.newcomer.shell("regulars tasks list --json"))["tasks"]

    assert ids <= {task["id"] for task in listed if task["certified"]}


def test_a_backup_was_deleted_and_the_data_is_still_there(followed: Followed) -> None:
    assert not (followed.newcomer.folder / "monday").exists()
    assert (followed.newcomer.folder / "mine.jsonl").read_text().count("\n") == 1


@pytest.mark.parametrize("command", [code for code in INLINE if "regulars " in code and ("$" in code or "|" in code)])
def test_a_command_within_the_text_runs(followed: Followed, command: str) -> None:
    # `grade` says with its exit code that the session did not succeed.
    codes = (1,) if "regulars grade" in command else (0,)

    assert followed.newcomer.shell(command, typed="/end\n", codes=codes).strip()


@pytest.mark.postgres
@pytest.mark.parametrize("block", [block for block in BLOCKS if NEEDS_POSTGRES in block.text])
def test_what_needs_postgres_runs_on_it(tmp_path: Path, postgres_url: str, block: Block) -> None:
    newcomer = Newcomer(tmp_path, DATABASE_URL=postgres_url)
    try:
        newcomer.follow(block)
    finally:
        newcomer.leave()


def _labels(transcript: str) -> set[str]:
    """What kinds of line a transcript has."""
    kinds = {
        "verdict of the session": r"^[0-9a-f]{16}  (failed|success)$",
        "task": r"^task +retail-\d+ \(retail, \w+, \w+\)",
        "agent": r"^agent +\w+",
        "customer": r"^customer +agenda  seed \d",
        "played": r"^played +\d{4}-\d\d-\d\d \d\d:\d\d  steps \d+  ended \w+",
        "rule": r"^─+$",
        "opening": r"^  0 customer \w",
        "speech": r"^ +\d+ agent    \w",
        "understood": r"^ +understood: [A-Z_, ]+[\w, ]* -> [a-z]",
        "reply": r"^    customer \w",
        "calls": r'^ +\d+ calls    \w+\(\w+="',
        "result": r'^ += {"',
        "new row": r'^ +\* \w+/\w+ added: \w+ "',
        "changed row": r'^ +\* \w+/\w+ \w+ "[^"]+" -> "[^"]+"',
        "end": r"^    end      [a-z_]+$",
        "grade": r"^FAILED  partial \d\.\d\d  because of the \w+$",
        "parts": r"^state \d+/\d+ .*checks \d+/\d+$",
        "finding": r"^x step +\d+ ",
        "finding's kind": r"\[check_failed\s+yes_before_write\]",
        "difference": r"^field +expected +is$",
        "row": r"^\w+/\w+  step \d+ \w+$",
        "field": r'^  \w+ +"[^"]+" +"[^"]+"$',
    }
    stripped = "\n".join(line.rstrip() for line in transcript.splitlines())
    return {kind for kind, pattern in kinds.items() if re.search(pattern, stripped, re.MULTILINE)}
