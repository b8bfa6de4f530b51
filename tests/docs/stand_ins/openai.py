"""Stands where the real `openai` does when the README's program is run: a model with a script.

It asks for an e-mail address, thinks, and then says no to everything. Messages have all the fields that a
chat-completions server sends, empty ones too.
"""

from types import SimpleNamespace
from typing import Any

ANSWERS_AT_MOST = 20


class Message:
    """A message as the real client gives it: an object that can be dumped."""

    def __init__(self, content: str | None, calls: list[dict[str, Any]] | None = None) -> None:
        self.role = "assistant"
        self._fields = {
            "content": content,
            "refusal": None,
            "role": "assistant",
            "annotations": [],
            "audio": None,
            "function_call": None,
            "tool_calls": calls,
        }

    def model_dump(self) -> dict[str, Any]:
        """The message as a dictionary."""
        return dict(self._fields)


class OpenAI:
    """A client with the one method that agents use."""

    def __init__(self) -> None:
        self.chat = SimpleNamespace(completions=self)
        self._answers = 0

    def create(self, *, model: str, messages: list[Any], tools: list[dict[str, Any]]) -> SimpleNamespace:
        """The next answer; fails where the conversation so far is not what a real server would take."""
        roles = [message["role"] if isinstance(message, dict) else message.role for message in messages]
        assert roles[:2] == ["system", "user"]
        assert model
        assert all(tool["type"] == "function" for tool in tools)
        self._answers += 1
        return SimpleNamespace(choices=[SimpleNamespace(message=self._answer(roles[2:]))])

    def _answer(self, roles: list[str]) -> Message:
        assert self._answers <= ANSWERS_AT_MOST, "the conversation does not end"
        if self._answers == 1:
            assert roles == []
            return Message("Could you please tell me your e-mail address?")
        if self._answers == 2:
            assert roles == ["assistant", "user"]
            function = {"name": "think", "arguments": '{"thought": "I would rather not."}'}
            return Message(None, [{"id": "call_1", "type": "function", "function": function}])
        if self._answers == 3:
            assert roles == ["assistant", "user", "assistant", "tool"]
        return Message("I am sorry, but that is not possible.")
