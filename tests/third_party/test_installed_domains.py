"""Domains of other distributions: installed for real, found through their entry point, and stopped if broken."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

DISCOVER = "from domains.kit.domain import discover; print(*discover())"

Run = subprocess.CompletedProcess[str]


def install(site: Path, name: str, module: str) -> Path:
    """A distribution with one module and an entry point for its `DOMAIN`."""
    information = site / f"{name}-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[regulars.domains]\n{name} = {name}_domain:DOMAIN\n")
    (site / f"{name}_domain.py").write_text(module)
    return site


def test_an_installed_domain_is_found_beside_ours(site: Path, python: Callable[..., Run]) -> None:
    found = python("-c", DISCOVER, sites=(site,))
    assert found.returncode == 0, found.stderr
    assert "library" in found.stdout.split()


def test_an_installed_domain_brings_its_world_its_policy_and_its_tasks(site: Path, python: Callable[..., Run]) -> None:
    ask = "from domains.kit.domain import discover; d = discover()['library']; print(len(d.world.rows['books']), "
    asked = python("-c", f"{ask} len(d.tasks), d.policy.splitlines()[0])", sites=(site,))
    assert asked.stdout.split(maxsplit=2) == ["20", "8", "# The desk of the lending library\n"], asked.stderr


def test_an_installed_domain_conforms(site: Path, python: Callable[..., Run]) -> None:
    code = "from domains.kit.conformance import problems; from lending_library import DOMAIN; print(problems(DOMAIN))"
    checked = python("-c", code, sites=(site,))
    assert (checked.stdout, checked.stderr) == ("[]\n", "")


def test_the_tests_of_a_stranger_run_the_conformance_suite(
    source: Path, site: Path, tmp_path: Path, python: Callable[..., Run]
) -> None:
    copytree(source / "tests", tmp_path / "tests")
    ran = python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", sites=(site,))
    assert ran.returncode == 0, ran.stdout
    assert "21 passed" in ran.stdout


def test_a_domain_that_cannot_be_imported_stops_discovery(tmp_path: Path, python: Callable[..., Run]) -> None:
    broken = install(tmp_path / "site", "broken", "raise KeyError('no such book')")
    found = python("-c", DISCOVER, sites=(broken,))
    assert found.returncode != 0
    last = found.stderr.splitlines()[-1]
    assert "DomainError: broken_domain:DOMAIN (entry point 'broken' of broken) cannot be loaded" in last
    assert "KeyError: 'no such book'" in last


def test_something_that_is_no_domain_stops_discovery(tmp_path: Path, python: Callable[..., Run]) -> None:
    wrong = install(tmp_path / "site", "wrong", "DOMAIN = {'name': 'wrong'}")
    found = python("-c", DISCOVER, sites=(wrong,))
    assert found.returncode != 0
    assert "(entry point 'wrong' of wrong) is dict, and a Domain was expected" in found.stderr.splitlines()[-1]


def test_two_domains_of_one_name_stop_discovery(site: Path, tmp_path: Path, python: Callable[..., Run]) -> None:
    twice = install(tmp_path / "site", "copycat", "from lending_library import DOMAIN")
    found = python("-c", DISCOVER, sites=(site, twice))
    assert found.returncode != 0
    last = found.stderr.splitlines()[-1]
    assert "two domains are named 'library'" in last
    assert "of regulars-lending-library" in last
    assert "of copycat" in last
