"""A chat-completions server on loopback that answers from a script, and fails on a request that is not in it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

JSON = Any


class ScriptedChat:
    """Gives the scripted messages one after another, to whoever asks."""

    def __init__(self, *messages: JSON):
        self.left = list(messages)
        self.requests: list[JSON] = []
        self.complaints: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever)

    @property
    def url(self) -> str:
        """What stands in OPENAI_BASE_URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answer(self, request: JSON) -> tuple[int, JSON]:
        """The status and body for a request."""
        self.requests.append(request)
        if fault := fault_in(request):
            self.complaints.append(fault)
            return 400, {"error": {"message": fault}}
        if not self.left:
            self.complaints.append("unscripted")
            return 400, {"error": {"message": "nothing is left of the script"}}
        message = {"role": "assistant", "refusal": None, "annotations": [], **self.left.pop(0)}
        reason = "tool_calls" if message.get("tool_calls") else "stop"
        choice = {"index": 0, "message": message, "finish_reason": reason, "logprobs": None}
        usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
        about = {"id": f"chatcmpl-{len(self.requests)}", "object": "chat.completion", "created": 1_780_000_000}
        return 200, {**about, "model": request["model"], "choices": [choice], "usage": usage}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def fault_in(request: JSON) -> str | None:
    """Why a real server would not take the request: tool calls without their results, or results without a call."""
    waiting: set[str] = set()
    if not request.get("tools"):
        return "no tools"
    for message in request["messages"]:
        if message["role"] == "tool":
            if message["tool_call_id"] not in waiting:
                return f"a result without a call: {message['tool_call_id']}"
            waiting.discard(message["tool_call_id"])
        elif waiting:
            return f"calls without a result: {sorted(waiting)}"
        waiting |= {call["id"] for call in message.get("tool_calls") or []}
    return f"calls without a result: {sorted(waiting)}" if waiting else None


def _handler(chat: ScriptedChat) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            known = self.path == "/v1/chat/completions"
            status, answer = chat.answer(json.loads(body)) if known else (404, {"error": {"message": self.path}})
            text = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *args: JSON) -> None:  # noqa: A002 - named so by the server
            """Say nothing."""

    return Handler
