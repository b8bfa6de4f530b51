"""`agent.yaml`: how a running agent is told what the customer said, and where in its answer the reply stands."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.client import JSON

KNOWN: Mapping[str, str] = {
    "customer.text": "what the customer has just said",
    "customer.account": "who is logged in, as the business knows them; null where nobody is",
    "session.id": "the session: keep the agent's thread under it",
    "session.token": "the key to the session's tools",
    "session.tools_url": "POST {tools_url}/NAME with the arguments calls a tool",
    "session.openapi_url": "describes the tools",
    "session.mcp_url": "the same tools over MCP",
    "task.domain": "the business",
    "turn": "counts what the customer has said, from 1",
    "step": "the step that the turn began with",
    "traceparent": "W3C trace context of the turn",
}
"""What a template may name, and what it stands for."""
_SLOT = re.compile(r"\{\{\s*([a-z_.]+)\s*\}\}")
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


class ContractError(ValueError):
    """The file cannot be followed; the message names the field, and says what was expected."""


class Contract(BaseModel):
    """How to talk to one agent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    """Called with every message of the customer."""
    name: str | None = None
    """What its sessions are listed under: `name@version`."""
    method: Literal["POST", "PUT"] = "POST"
    headers: dict[str, str] = {}
    """`${NAME}` stands for an environment variable."""
    request: JSON = Field(
        default_factory=lambda: {
            "session": "{{session.id}}",
            "text": "{{customer.text}}",
            "account": "{{customer.account}}",
        }
    )
    """The JSON body, with `{{name}}` where one of `KNOWN` belongs; alone in its string, it keeps its type."""
    reply: str = "reply"
    """Where the reply stands in the answer: names and numbers with dots, `*` for every item of a list."""
    timeout: Annotated[float, Field(gt=0, le=3600)] = 120.0
    """Seconds for one answer; its tool calls come within them."""


def read_contract(path: Path) -> Contract:
    """The contract in a YAML file; raises `ContractError`."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        contract = Contract.model_validate(found)
    except OSError as error:
        raise ContractError(f"the file {path} cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContractError(f"the file {path} is no YAML: {' '.join(str(error).split())}") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "it"
        raise ContractError(f"the file {path}: {place}: {first['msg']}") from None
    if unknown := sorted(_named(contract.request) - set(KNOWN)):
        raise ContractError(
            f"the file {path}: request: there is no {{{{{unknown[0]}}}}}; there are: {', '.join(KNOWN)}"
        )
    return contract


def headers(contract: Contract, variables: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The headers with the environment's values.

    Raises `ContractError` where a variable is not set, or has in it what no header can have; it does not say what.
    """

    def value(match: re.Match[str]) -> str:
        if match[1] not in variables:
            raise ContractError(f"headers: the environment variable {match[1]} is not set")
        return variables[match[1]]

    found = {name: _VARIABLE.sub(value, text) for name, text in contract.headers.items()}
    for name, text in found.items():
        if not (name.isascii() and text.isascii() and text.isprintable() and text == text.strip()):
            raise ContractError(f"headers: {name}: only printable ASCII can be sent; does a line break end it?")
    return found


def variables_in(contract: Contract) -> frozenset[str]:
    """The environment variables that the headers name: they are keys, and nobody else is told them."""
    return frozenset(name for text in contract.headers.values() for name in _VARIABLE.findall(text))


def filled(template: JSON, values: Mapping[str, JSON]) -> JSON:
    """The template with its slots filled."""
    if isinstance(template, dict):
        return {name: filled(part, values) for name, part in template.items()}
    if isinstance(template, list):
        return [filled(part, values) for part in template]
    if not isinstance(template, str):
        return template
    if (alone := _SLOT.fullmatch(template.strip())) is not None:
        return values[alone[1]]
    return _SLOT.sub(lambda slot: "" if values[slot[1]] is None else str(values[slot[1]]), template)


def replies_in(answer: JSON, path: str) -> list[str]:
    """The agent's messages in its answer, in order; raises `ContractError` where none can stand there."""
    found = [answer]
    for part in filter(None, path.split(".")):
        found = [inner for outer in found for inner in _inside(outer, part, path)]
    texts = [text for each in found for text in (each if isinstance(each, list) else [each])]
    if wrong := [text for text in texts if text is not None and not isinstance(text, str)]:
        raise ContractError(f"reply: at {path!r} is {type(wrong[0]).__name__}, and text was expected")
    return [text for text in texts if text]


def _inside(outer: JSON, part: str, path: str) -> list[JSON]:
    if part == "*" and isinstance(outer, list):
        return outer
    if isinstance(outer, dict) and part in outer:
        return [outer[part]]
    if isinstance(outer, list) and part.lstrip("-").isdigit() and -len(outer) <= int(part) < len(outer):
        return [outer[int(part)]]
    there = f"there are: {', '.join(map(str, outer))}" if isinstance(outer, dict) else f"it is a {type(outer).__name__}"
    raise ContractError(f"reply: the answer has no {part!r} of {path!r}; {there}")


def _named(template: JSON) -> set[str]:
    if isinstance(template, dict):
        return {name for part in template.values() for name in _named(part)}
    if isinstance(template, list):
        return {name for part in template for name in _named(part)}
    return set(_SLOT.findall(template)) if isinstance(template, str) else set()
