"""The same task, seed and agent make the same session, byte for byte, under every supported Python."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.drills import interpreters
from tests.drills.test_determinism import played_elsewhere

pytestmark = pytest.mark.timeout(1200)
EVERY = 8
"""Of so many tasks one is played."""
AT_ONCE = 2


def test_versions_of_python_and_databases_make_no_difference(
    tmp_path: Path, postgres_url: str, request: pytest.FixtureRequest
) -> None:
    """Customers' words, tool results and states, in fresh processes with other string hashes each."""
    found = interpreters.found()
    absent = [version for version in interpreters.SUPPORTED if version not in found]
    _tell(request, f"compares Python {', '.join(found)}" + (f"; not here: {', '.join(absent)}" if absent else ""))
    if len(found) < 2:
        pytest.xfail(f"no Python but {interpreters.THIS} is here, so that there is nothing to compare")
    pythons = _prepared(found, tmp_path, request)
    places = [(version, database) for version in pythons for database in (None, postgres_url)]

    def told(number: int) -> str:
        version, database = places[number]
        return played_elsewhere(
            tmp_path / f"played-{number}",
            hash_seed=str(number),
            database_url=database,
            python=pythons[version],
            every=EVERY,
        )

    with ThreadPoolExecutor(AT_ONCE) as threads:
        first, *others = threads.map(told, range(len(places)))
    sessions = [json.loads(line) for line in first.splitlines()]
    assert sum(bool(event["payload"]["kind"] == "customer") for each in sessions for event in each["events"]) > 50
    for place, other in zip(places[1:], others, strict=True):
        for here, there in zip(first.splitlines(), other.splitlines(), strict=True):
            assert here == there, place


def _prepared(found: dict[str, Path], folder: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """Interpreters that can run Regulars: this one as it is, the others in environments of their own."""

    def prepared(version: str) -> str:
        if version == interpreters.THIS:
            return sys.executable
        return str(interpreters.environment(found[version], folder / f"environment-{version}"))

    try:
        with ThreadPoolExecutor(AT_ONCE) as threads:
            return dict(zip(found, threads.map(prepared, found), strict=True))
    except interpreters.NotInstalled as error:
        _tell(request, str(error))
        pytest.skip(f"an environment for another Python cannot be made: {error}")


def _tell(request: pytest.FixtureRequest, text: str) -> None:
    """Says on the terminal what was compared, whatever comes of it."""
    plugins = request.config.pluginmanager
    reporter, capture = plugins.get_plugin("terminalreporter"), plugins.get_plugin("capturemanager")
    assert reporter is not None
    assert capture is not None
    with capture.global_and_fixture_disabled():
        reporter.write_line(f"\n{text}")
