"""A server on loopback that speaks chat completions, and answers as its models are named."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any

Answer = dict[str, Any]
TOOL_CALL = {"id": "a", "type": "function", "function": {"name": "find", "arguments": '{"id": 7}'}}
IN_TEXT = '<tool_call>{"name": "find", "arguments": {"id": 7}}</tool_call>'


def completion(message: Answer, *, finish_reason: str = "stop", **fields: Any) -> Answer:
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish_reason}
    usage = {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [choice],
        "usage": usage,
    } | fields


ANSWERS: dict[str, Answer] = {
    "plain": completion({"content": "Hi."}),
    "gpt-4o-mini": completion({"content": "Hi."}),
    "calls": completion({"content": None, "tool_calls": [TOOL_CALL]}, finish_reason="tool_calls"),
    "thinks": completion({"content": "Hi.", "reasoning_content": "Hm."}),
    "nothing": completion({"content": None}),
    "uncounted": completion({"content": "Hi."}, usage=None),
    "in-text": completion({"content": IN_TEXT}),
    "no-choices": completion({"content": "Hi."}, choices=[]),
    "no-completion": {"detail": "x"},
    "hesitant": completion({"content": "One two three four."}),
    "broken": completion({"content": "One two three four."}),
}


def parts_of(answer: Answer) -> Iterator[Answer]:
    """The same as it comes in parts: a frame, word by word, tool calls in two pieces, the reason, the count."""
    (choice,) = answer["choices"]
    message: Answer = choice["message"]
    yield _part({"role": "assistant", "content": ""})
    for name in ("reasoning_content", "content"):
        for word in re.findall(r"\s*\S+", message.get(name) or ""):
            yield _part({name: word})
    for index, call in enumerate(message.get("tool_calls", ())):
        arguments = call["function"]["arguments"]
        yield _part({"tool_calls": [{**call, "index": index, "function": {**call["function"], "arguments": ""}}]})
        for piece in (arguments[:3], arguments[3:]):
            yield _part({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})
    yield _part({}, finish_reason=choice["finish_reason"])
    if answer["usage"]:
        yield {**_part({}), "choices": [], "usage": answer["usage"]}


def _part(delta: Answer, finish_reason: str | None = None) -> Answer:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


@dataclass
class ModelServer:
    """What was asked of it, and where it is."""

    api_base: str
    asked: list[Answer] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    """Of the last request, by their names in lower case."""
    refusal: Answer | None = None
    """What it says with a status of 400 or above, where it is not to quote the key it was given."""


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A model named by an HTTP status fails with it, `slow` waits a second, others answer as above.

    In parts, `hesitant` thinks after each word, and `broken` stops after the third part.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(body)
            server.keys.append(self.headers["authorization"])
            server.paths.append(self.path)
            server.headers = {name.lower(): value for name, value in self.headers.items()}
            model = body.get("model", "plain")
            if model == "slow":
                sleep(1)
            status = int(model) if model.isdigit() else 200
            if status == 200 and body.get("stream"):
                self.give_in_parts(model)
                return
            quoting = {"error": {"message": f"refused for {self.headers['authorization']}\nand so on", "type": "x"}}
            answer = server.refusal or quoting if status >= 400 else ANSWERS.get(model, ANSWERS["plain"])
            text = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(text)))
            if status in {429, 503}:
                self.send_header("retry-after", "7")
            self.end_headers()
            self.wfile.write(text)

        def give_in_parts(self, model: str) -> None:
            self.close_connection = True
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for number, part in enumerate(parts_of(ANSWERS.get(model, ANSWERS["plain"]))):
                if model == "broken" and number == 3:
                    return
                if model == "hesitant" and number > 1:
                    sleep(0.2)
                self.wfile.write(f"data: {json.dumps(part)}\n\n".encode())
            self.wfile.write(b"data: [DONE]\n\n")

        def handle(self) -> None:
            """A client that has hung up meanwhile is nothing to speak of."""
            with suppress(ConnectionError):
                super().handle()

        def log_message(self, *_args: object) -> None:
            """Nothing is said."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = ModelServer(f"http://127.0.0.1:{listening.server_port}/v1")
    thread = Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
