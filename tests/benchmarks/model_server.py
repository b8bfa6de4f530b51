"""A language model with a manner, that answers after some seconds; its address names both.

`/wayward/0.5/v1/chat/completions` never says what it should, `/faithful/0.5/v1/chat/completions` always does.
"""

import asyncio
import json
import re
import socket
import sys
import threading
from itertools import count

import uvicorn
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

ADJECTIVES = ("deep", "long", "thin", "small", "large", "dark", "pale", "fresh", "nasty", "plain")
FLAWS = ("scratch", "dent", "crack", "stain", "hole", "tear", "bump", "mark", "spot", "chip")
PARTS = ("lid", "side", "back", "front", "base", "edge", "handle", "corner", "cover", "seam")
DRAFT = re.compile(rb"<draft>(.*?)</draft>")
_answered = count()


def own_words() -> bytes:
    """A thousand messages in turn, none of which is what was to be said."""
    number = next(_answered)
    adjective, flaw, part = ADJECTIVES[number % 10], FLAWS[number // 10 % 10], PARTS[number // 100 % 10]
    return f"I would like to return my order, please. It came with a {adjective} {flaw} on its {part}.".encode()


def faithful_words(asked: bytes) -> bytes:
    """The draft, with a word of one's own; the escapes of JSON stay as they came."""
    drafts = DRAFT.findall(asked)
    return b"Well, " + drafts[-1] if drafts else own_words()


def completion(words: bytes) -> bytes:
    """A chat completion that says the words."""
    return (
        b'{"id":"fixed","object":"chat.completion","created":1,"model":"fixed","choices":[{"index":0,"message":'
        b'{"role":"assistant","content":"' + words + b'"},"finish_reason":"stop"}],'
        b'"usage":{"prompt_tokens":200,"completion_tokens":18,"total_tokens":218}}'
    )


async def answer(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    """One chat completion."""
    if scope["type"] != "http":
        return
    asked, more = b"", True
    while more:
        message = await receive()
        more = message["type"] == "http.request" and message["more_body"]
        asked += message["body"] if message["type"] == "http.request" else b""
    manner, latency = scope["path"].split("/")[1:3]
    await asyncio.sleep(float(latency))
    body = completion(faithful_words(asked) if manner == "faithful" else own_words())
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers, "trailers": False})
    await send({"type": "http.response.body", "body": body, "more_body": False})


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
