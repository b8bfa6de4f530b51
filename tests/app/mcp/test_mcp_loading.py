"""The SDK takes half a second to load: only a service that agents meet over MCP spends it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_service_without_such_agents_never_loads_the_sdk() -> None:
    loaded = "import sys, app.main; print('mcp' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)

    assert printed.stdout.strip() == "False"
