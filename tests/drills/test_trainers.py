"""What RL trainers bring: OpenEnv's stock clients, and the function by which TRL reads tools off methods."""

from json import loads
from pathlib import Path
from typing import Any

import pytest

from domains.kit.domain import Domain
from tests.drills.drill_services import OPERATOR_KEY, Starter
from tests.drills.strangers import stranger_with

pytestmark = [pytest.mark.timeout(600), pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
PROGRAMS = Path(__file__).parent / "elsewhere"
JSON = Any


@pytest.mark.parametrize("version", ["0.2.1", "0.3.0"])
def test_openenvs_own_clients_play(version: str, tmp_path: Path, starter: Starter, retail: Domain) -> None:
    stranger = stranger_with(tmp_path, f"openenv-core=={version}")
    hidden = next(task.id for task in retail.tasks.values() if task.split == "test")

    assert stranger.run(PROGRAMS / "openenv_play.py", starter().url, OPERATOR_KEY, hidden) == "played\n"


def test_a_trainer_reads_the_schemas_of_the_tools_back_from_the_methods(
    tmp_path: Path, starter: Starter, retail: Domain
) -> None:
    stranger = stranger_with(tmp_path, "transformers==5.24.0", "jinja2", "httpx==0.28.1")
    read = loads(stranger.run(PROGRAMS / "tool_schemas.py", starter().url, OPERATOR_KEY))
    schemas = {tool["function"]["name"]: tool["function"] for tool in read}

    assert schemas.keys() == {tool.name for tool in retail.tools} | {"talk_to_customer"}
    for tool in retail.tools:
        ours, theirs = tool.openai["function"], schemas[tool.name]
        assert theirs["description"] == ours["description"]
        assert theirs["parameters"].get("required", []) == ours["parameters"].get("required", [])
        fields = ours["parameters"]["properties"]
        assert theirs["parameters"]["properties"] == {name: _plain(field) for name, field in fields.items()}


def _plain(field: JSON) -> JSON:
    """A field of a schema in the words that annotations have: no patterns, and `nullable` for an option of null."""
    if "anyOf" in field:
        (option,) = [each for each in field["anyOf"] if each != {"type": "null"}]
        told = {"description": field["description"]} if "description" in field else {}
        return _plain(option) | {"nullable": True} | told
    return {name: field[name] for name in ("type", "enum", "items", "description") if name in field}
