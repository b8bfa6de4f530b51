"""`domains/README.md`: its blocks are the lending library's own files, and what it says to run runs."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from domains.kit.scenario import Pressure, Trait

README = Path(__file__).parents[2] / "domains" / "README.md"
BLOCKS = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
EXCERPTS = [(path, text) for _, path, text in BLOCKS if path not in {"", "run"}]
SCRIPTS = [text for _, path, text in BLOCKS if path == "run"]
COMMANDS = [line for language, _, text in BLOCKS if language == "sh" for line in text.splitlines()]

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_every_block_is_an_excerpt_a_script_or_a_command() -> None:
    assert len(EXCERPTS) + len(SCRIPTS) + sum(language == "sh" for language, _, _ in BLOCKS) == len(BLOCKS)
    assert README.read_text(encoding="utf-8").count("\n```") == 2 * len(BLOCKS)
    assert len(EXCERPTS) > 10


@pytest.mark.parametrize(("path", "text"), EXCERPTS, ids=[f"{path}:{text[:30]}" for path, text in EXCERPTS])
def test_an_excerpt_stands_in_its_file_word_for_word(source: Path, path: str, text: str) -> None:
    assert text in (source / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("script", "printed"), list(zip(SCRIPTS, ["", "[] []\n"], strict=True)))
def test_a_script_runs_where_the_library_is_installed(site: Path, python: Run, script: str, printed: str) -> None:
    ran = python("-c", script, sites=(site,))
    assert (ran.stdout, ran.stderr) == (printed, "")


def test_the_commands_run_in_a_checkout_of_the_library(source: Path, python: Run, tmp_path: Path) -> None:
    checkout = copytree(source, tmp_path, dirs_exist_ok=True)
    made = checkout / "lending_library" / "tasks" / "train.json"
    committed = made.read_text(encoding="utf-8")
    made.unlink()
    for command in COMMANDS:
        program, *arguments = command.split()
        assert program == "python"
        ran = python(*arguments, sites=(checkout,))
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert made.read_text(encoding="utf-8") == committed


def test_the_tree_names_what_is_there(source: Path) -> None:
    tree = re.findall(r"^ {4,}([\w./*]+)", README.read_text(encoding="utf-8").partition("## 1.")[0], flags=re.MULTILINE)
    assert len(tree) > 8
    for name in tree:
        assert any(source.rglob(Path(name).name)) or (source.parent / name).is_dir(), name


def test_the_page_names_every_trait_and_every_kind_of_pressure() -> None:
    named = set(re.findall(r"`([a-z_]+)`", README.read_text(encoding="utf-8")))
    assert {each.value for each in (*Trait, *Pressure)} <= named
