"""The set-up that all tests share: what CI forbids, and the databases it hands out."""

import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy import create_engine, inspect

SHARED = Path(__file__).parents[1] / "conftest.py"
MARKS = "import pytest\n"
SKIPPED = MARKS + "def test_needs_a_friend():\n    pytest.skip('no friend is here')\n"
SKIPPED_WHOLE = MARKS + "pytest.skip('not on this machine', allow_module_level=True)\n"
EXPECTED_TO_FAIL = MARKS + "@pytest.mark.xfail\ndef test_known_fault():\n    assert False\n"


def outcome(folder: Path, test: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    copy(SHARED, folder)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = postgres\n")
    (folder / "test_it.py").write_text(test)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    variables = variables | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("test", "reason"), [(SKIPPED, "test_needs_a_friend"), (SKIPPED_WHOLE, "not on this machine")])
def test_in_ci_a_skipped_test_is_a_failure_that_is_named(tmp_path: Path, test: str, reason: str) -> None:
    ran = outcome(tmp_path, test, {"REGULARS_CI": "1"})
    assert ran.returncode != 0
    assert "was skipped, and REGULARS_CI=1 forbids that" in ran.stdout
    assert reason in ran.stdout


def test_in_ci_a_fault_that_is_known_may_stay(tmp_path: Path) -> None:
    assert outcome(tmp_path, EXPECTED_TO_FAIL, {"REGULARS_CI": "1"}).returncode == 0


def test_elsewhere_tests_may_be_skipped(tmp_path: Path) -> None:
    ran = outcome(tmp_path, SKIPPED, {})
    assert ran.returncode == 0
    assert "1 skipped" in ran.stdout


def test_every_test_gets_a_database_of_its_own(database_url: str) -> None:
    engine = create_engine(database_url)
    try:
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE left_behind (id INTEGER)")
    finally:
        engine.dispose()


def test_a_database_has_nothing_of_the_test_before(database_url: str) -> None:
    test_every_test_gets_a_database_of_its_own(database_url)
