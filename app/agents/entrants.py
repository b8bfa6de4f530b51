"""Which agent is meant by a text like `gold`, `model:openai/gpt-x` or `react:…`, and what it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from app.agents.minds.mind import Mind
from app.agents.minds.minimal import Minimal
from app.agents.minds.react import ReAct
from app.agents.minds.tool_calling import ToolCalling
from app.agents.protocol import Brief, ReferenceAgent
from app.agents.registry import AGENTS
from domains.kit.domain import Domain
from domains.kit.task import Task

DESIGNS: Mapping[str, Callable[[Mind, str], ReferenceAgent]] = {
    "model": ToolCalling,
    "react": ReAct,
    "minimal": Minimal,
}
"""Ways to make an agent of a model, by the word before the colon."""


def _always(_task: Task, _domain: Domain) -> bool:
    return True


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
    plays: Callable[[Task, Domain], bool] = _always
    """Whether there is anything for it to do in a task."""
    mind: Mind | None = None
    """The model that it asks, where it asks one."""


def entrant(spec: str, mind_of: Callable[[str], Mind], *, name: str | None = None) -> Entrant:
    """The agent that `spec` names; `mind_of` gives a model its settings. Raises `UnknownAgent`."""
    if spec in AGENTS:
        return Entrant(name or spec, {}, AGENTS[spec].make, AGENTS[spec].plays)
    design, _, model = spec.partition(":")
    if design in DESIGNS and model:
        mind = mind_of(model)
        metadata = {"design": design, "model": model, "temperature": f"{mind.temperature:g}"}
        return Entrant(name or spec, metadata, partial(_made, DESIGNS[design], mind), mind=mind)
    raise UnknownAgent(
        f"there is no agent {spec!r}: write {', '.join(f'{word}:MODEL' for word in DESIGNS)}, "
        f"or one of {', '.join(AGENTS)}"
    )


def _made(design: Callable[[Mind, str], ReferenceAgent], mind: Mind, brief: Brief) -> ReferenceAgent:
    return design(mind, brief.seed)
