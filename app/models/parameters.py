"""What a request asks for beside its conversation, in the words of chat completions."""

from app.models.schemas import response_format
from domains.kit.records import JSON
from simulators.model import ChatRequest


def parameters_of(request: ChatRequest) -> dict[str, JSON]:
    """The parameters that a request sets."""
    wanted: dict[str, JSON] = {
        "temperature": request.temperature,
        "tools": list(request.tools) or None,
        "response_format": None if request.answer_schema is None else response_format(request.answer_schema),
        "max_tokens": request.max_tokens,
        "seed": request.seed,
    }
    return {name: value for name, value in wanted.items() if value is not None}
