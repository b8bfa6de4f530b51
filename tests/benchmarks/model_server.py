"""A language model that always says the same, after the seconds that its address names: `/0.5/v1/chat/completions`."""

import asyncio
import json
import socket
import sys
import threading

import uvicorn
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

MESSAGE = {
    "role": "assistant",
    "content": "I would like to return my order, please. It came with a scratch on its lid.",
}
ANSWER = json.dumps(
    {
        "id": "fixed",
        "object": "chat.completion",
        "created": 1,
        "model": "fixed",
        "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 200, "completion_tokens": 18, "total_tokens": 218},
    }
).encode()
HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(ANSWER)).encode())]


async def answer(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    """One chat completion; what is asked is not looked at."""
    if scope["type"] != "http":
        return
    more = True
    while more:
        message = await receive()
        more = message["type"] == "http.request" and message["more_body"]
    await asyncio.sleep(float(scope["path"].split("/")[1]))
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS, "trailers": False})
    await send({"type": "http.response.body", "body": ANSWER, "more_body": False})


def main() -> None:
    """Serve until standard input closes; the first line on standard output names the URL."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    options = {"log_config": None, "access_log": False, "server_header": False, "lifespan": "off"}
    server = uvicorn.Server(uvicorn.Config(answer, timeout_keep_alive=60, **options))  # type: ignore[arg-type]

    def watch() -> None:
        sys.stdin.buffer.read()
        server.should_exit = True

    threading.Thread(target=watch, daemon=True).start()
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{listener.getsockname()[1]}"}) + "\n")
    sys.stdout.flush()
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
