"""Which agent is meant by a text like `gold`, `model:openai/gpt-x`, a URL or `agent.yaml`, and what it needs."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx

from app.agents.black_box import BlackBox
from app.agents.contract import headers, read_contract
from app.agents.minds.mind import Mind
from app.agents.minds.minimal import Minimal
from app.agents.minds.react import ReAct
from app.agents.minds.tool_calling import ToolCalling
from app.agents.protocol import Brief, ReferenceAgent
from app.agents.registry import AGENTS, always
from app.models.outbound import check_address
from app.models.redaction import Redactor
from domains.kit.domain import Domain
from domains.kit.task import Task

DESIGNS: Mapping[str, Callable[[Mind, str], ReferenceAgent]] = {
    "model": ToolCalling,
    "react": ReAct,
    "minimal": Minimal,
}
"""Ways to make an agent of a model, by the word before the colon."""


class UnknownAgent(ValueError):
    """No agent is meant by the text; the message says what may be written."""


@dataclass(frozen=True)
class Entrant:
    """An agent that takes part in a run."""

    name: str
    """As its sessions are listed."""
    metadata: Mapping[str, str]
    """What is kept with its sessions."""
    make: Callable[[Brief], ReferenceAgent]
    plays: Callable[[Task, Domain], bool] = always
    """Whether there is anything for it to do in a task."""
    mind: Mind | None = None
    """The model that it asks, where it asks one."""


@dataclass(frozen=True)
class Outside:
    """What agents reach the world with."""

    mind_of: Callable[[str], Mind]
    """Gives a model its settings."""
    http: httpx.AsyncClient
    """Calls agents that have a URL of their own."""
    service: str
    """The URL under which such an agent reaches the service."""
    hosts: Collection[str] = ()
    """Where such agents may be, beside this machine."""


def entrant(spec: str, outside: Outside, *, name: str | None = None) -> Entrant:
    """The agent that `spec` names.

    Raises `UnknownAgent`, `AddressRefused` for a URL that must not be called, and `ContractError` for a file that
    cannot be followed.
    """
    if spec in AGENTS:
        return Entrant(name or spec, {}, AGENTS[spec].make, AGENTS[spec].plays)
    if spec.startswith(("http://", "https://")):
        mind = outside.mind_of(check_address(spec, outside.hosts))
        shown = Redactor().text(spec)
        return Entrant(name or shown, {"design": "url", "url": shown}, partial(_made, ToolCalling, mind), mind=mind)
    if spec.endswith((".yaml", ".yml")):
        return _black_box(Path(spec), outside, name)
    design, _, model = spec.partition(":")
    if design in DESIGNS and model:
        mind = outside.mind_of(model)
        metadata = {"design": design, "model": model, "temperature": f"{mind.temperature:g}"}
        return Entrant(name or spec, metadata, partial(_made, DESIGNS[design], mind), mind=mind)
    raise UnknownAgent(
        f"there is no agent {spec!r}: write {', '.join(f'{word}:MODEL' for word in DESIGNS)}, the URL of a "
        f"chat-completions server, the path of an agent.yaml, or one of {', '.join(AGENTS)}"
    )


def _black_box(file: Path, outside: Outside, name: str | None) -> Entrant:
    contract = read_contract(file)
    check_address(contract.url, outside.hosts)
    headers(contract)
    box = BlackBox(contract, outside.http, service=outside.service)
    listed = name or contract.name or file.stem
    return Entrant(listed, {"design": "black box", "url": Redactor().text(contract.url)}, lambda _brief: box)


def _made(design: Callable[[Mind, str], ReferenceAgent], mind: Mind, brief: Brief) -> ReferenceAgent:
    return design(mind, brief.seed)
