"""The proof that the score means something, on a part of the tasks; `make proof` plays all of it."""

import subprocess
import sys
from pathlib import Path


def test_all_that_the_proof_claims_holds_and_the_report_is_the_same_for_any_number_of_processes(tmp_path: Path) -> None:
    reports = []
    for jobs in ("1", "2"):
        file = tmp_path / f"{jobs}.md"
        sized = ("--tasks", "40", "--pairs", "20", "--trials", "1", "--jobs", jobs, "--out", str(file))
        ran = subprocess.run(
            [sys.executable, "-m", "tests.proof", *sized], capture_output=True, text=True, check=False, timeout=900
        )
        assert ran.returncode == 0, ran.stderr[-2000:]
        _first, *rest = file.read_text(encoding="utf-8").partition("| what must hold |")
        reports.append("".join(rest))
    assert reports[0] == reports[1]
    assert reports[0].count("| holds |") == 8
