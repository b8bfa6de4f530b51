"""What the README says is so: settings, commands, options, files, addresses, words."""

import re
from collections.abc import Iterator
from json import dumps
from pathlib import Path
from typing import Any

import pytest
import typer

from app.cli.root import cli
from app.engine.events import NOT_THE_AGENTS, EndReason
from app.errors import RegularsError
from app.grading.verdict import Attribution
from app.main import create_app
from app.settings import Settings
from tests.docs.readme_page import BLOCKS, INLINE, PROSE, ROOT, TEXT, calls, table

OTHER_VARIABLES = {"REGULARS_URL", "REGULARS_KEY", "REGULARS_TEST_POSTGRES"}
"""Not settings of the service: the commands' own, and the tests'."""
COMMAND = typer.main.get_command(cli)


def test_every_setting_is_in_the_table_with_its_default_and_no_other_is() -> None:
    rows = {name.strip("`"): default.strip("`") for name, default, meaning in _settings() if meaning}

    assert rows == {f"REGULARS_{name.upper()}": _default(name) for name in Settings.model_fields}


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_a_setting_means_what_its_description_says(name: str) -> None:
    (meaning,) = [row[2] for row in _settings() if row[0] == f"`REGULARS_{name.upper()}`"]

    description = Settings.model_fields[name].description or ""
    assert meaning.replace("`", "").startswith(description.rstrip("."))


def test_every_variable_that_is_named_exists() -> None:
    known = {f"REGULARS_{name.upper()}" for name in Settings.model_fields} | OTHER_VARIABLES

    assert set(re.findall(r"REGULARS_[A-Z_]*[A-Z]", TEXT)) <= known


def test_every_link_leads_to_a_file_of_the_repository() -> None:
    links = re.findall(r"\]\(([^)#]+)", PROSE)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("words", list(calls()), ids=" ".join)
def test_a_command_and_its_options_exist(words: list[str]) -> None:
    command: Any = COMMAND
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    known = {name for parameter in command.params for name in _names(parameter)} | {"--help"}

    assert {word.partition("=")[0] for word in words if word.startswith("-")} <= known
    assert not (hasattr(command, "commands") and words and not words[0].startswith("-")), f"no command {words[0]}"


def test_options_named_by_themselves_belong_to_some_command() -> None:
    known = {name for _, command in _leaves(COMMAND, "") for parameter in command.params for name in _names(parameter)}

    named = {code.partition(" ")[0] for code in INLINE if code.startswith("--")}
    assert named - {"--help"} <= known


def test_every_public_command_is_in_the_table_of_commands() -> None:
    named = set()
    for cell, _ in table("command", "what it does"):
        group = ""
        for code in re.findall(r"`([^`]+)`", cell):
            whole = code if code.startswith("regulars ") else f"{group} {code}"
            group = whole.rpartition(" ")[0]
            named.add(whole)

    assert named == {name for name, _ in _leaves(COMMAND, "regulars")}


def test_every_make_target_exists_and_is_named() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    named = set(re.findall(r"^make ([a-z]+)", "\n".join(block.text for block in BLOCKS), re.MULTILINE))
    named |= {code.split()[1] for code in INLINE if code.startswith("make ")}
    assert named == targets - {"help"}


def test_every_address_is_one_of_the_service(tmp_path: Path) -> None:
    known = {*create_app(Settings(data_dir=tmp_path)).openapi()["paths"], "/docs", "/openapi.json"}
    named = {code.removeprefix("GET ").removeprefix("POST ").partition("?")[0] for code in INLINE}

    addresses = {name for name in named if name.startswith("/")}
    assert len(addresses) > 5
    assert {re.sub(r"\{\w+\}", "{}", address) for address in addresses} <= {
        re.sub(r"\{\w+\}", "{}", address) for address in known
    }


def test_every_reason_to_end_is_explained_on_its_side() -> None:
    section = PROSE.partition("## Read a grade")[2].partition("\n## ")[0]
    apart, _, counted = section.partition("Some ends say nothing")[2].partition("All other ends count")
    reasons = {reason.value for reason in EndReason}

    assert reasons & set(re.findall(r"`(\w+)`", apart)) == {reason.value for reason in NOT_THE_AGENTS}
    assert reasons & set(re.findall(r"`(\w+)`", counted)) == reasons - {reason.value for reason in NOT_THE_AGENTS}


def test_every_attribution_is_named() -> None:
    for attribution in Attribution:
        assert attribution is Attribution.NONE or re.search(rf"\b{attribution.value}\b", PROSE)


def test_problems_have_the_status_and_name_of_the_page() -> None:
    known = {(problem.status, problem.name) for problem in _problems(RegularsError)}
    named = {(int(status), name) for status, name in re.findall(r"\b(4\d\d|5\d\d)\s`(\w+)`", PROSE)}

    assert len(named) == 3
    assert named <= known


def _settings() -> list[list[str]]:
    return table("variable", "default", "meaning")


def _default(name: str) -> str:
    match Settings.model_fields[name].get_default(call_default_factory=True):
        case None:
            return "none"
        case bool() as value:
            return str(value).lower()
        case float() as value:
            return f"{value:g}"
        case list() as value:
            return dumps(value)
        case value:
            return str(value)


def _names(parameter: Any) -> list[str]:
    return [*parameter.opts, *parameter.secondary_opts]


def _leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "commands"):
        yield name, command
        return
    for word, below in command.commands.items():
        if not below.hidden:
            yield from _leaves(below, f"{name} {word}".strip())


def _problems(problem: type[RegularsError]) -> Iterator[type[RegularsError]]:
    yield problem
    for below in problem.__subclasses__():
        yield from _problems(below)
