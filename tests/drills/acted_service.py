"""`python -m tests.drills.acted_service`: the service with a scripted customer who takes their time.

As `regulars serve --json --port 0 --until-stdin-closes`; `DRILL_PATIENCE` is how many seconds each reply takes.
"""

import json
import os
import socket
import sys
from threading import Thread

import uvicorn

from app.main import create_app
from app.settings import Settings
from simulators.protocol import CustomerEnd, Reply
from simulators.scripted import ScriptedCustomer

SCRIPT = ("Hello, I need help.", "Sure.", "That is right.", Reply(text="Bye.", end=CustomerEnd.DONE))


def main() -> None:
    """Serve until standard input closes."""
    customer = ScriptedCustomer(SCRIPT, delay=float(os.environ["REGULARS_DRILL_PATIENCE"]))
    del os.environ["REGULARS_DRILL_PATIENCE"]
    app = create_app(Settings(), customers={customer.kind: customer})
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))

    def watch() -> None:
        sys.stdin.buffer.read()
        server.should_exit = True

    Thread(target=watch, daemon=True).start()
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{listener.getsockname()[1]}"}) + "\n")
    sys.stdout.flush()
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
