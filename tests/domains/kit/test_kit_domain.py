"""Domains: what they are made of, and what a session depends on."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from domains.kit.domain import Domain, DomainError, discover, source_digest
from domains.kit.generation import write_tasks
from domains.kit.lexicon import Lexicon
from domains.kit.sources import sources_of
from domains.kit.task import Split, Task


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package whose tools import some of its modules, and not its families."""
    folder = tmp_path / "corner_shop"
    files = {
        "__init__.py": "from . import families\n",
        "families.py": "from .tools import sell\n",
        "limits.py": "MOST = 3\n",
        "words/__init__.py": "",
        "words/labels.py": "from ..limits import MOST\n",
        "rules.py": "import corner_shop.words.labels\nfrom corner_shop.limits import MOST\n",
        "tools.py": "import json\nfrom pydantic import Field\nfrom domains.kit.records import JSON\n"
        "from .rules import MOST as most\nfrom .words import labels\n\ndef sell() -> None: ...\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "corner_shop"]:
        del sys.modules[name]


def test_what_tools_import_from_their_own_package_belongs_to_them(shop: Path) -> None:
    found = sources_of(["corner_shop.tools"])
    assert list(found) == [
        "corner_shop.limits",
        "corner_shop.rules",
        "corner_shop.tools",
        "corner_shop.words.labels",
    ]
    assert found["corner_shop.rules"] == shop / "rules.py"


def test_component_digests_change_with_their_component_only(library: Domain, tmp_path: Path) -> None:
    (tmp_path / "policy.md").write_text("Do as you like.")
    digests = dict(library.component_digests)
    changed = (
        ("policy", replace(library, policy_file=tmp_path / "policy.md")),
        ("tools", replace(library, tools=library.tools[:-1])),
        ("checks", replace(library, checks=library.checks[:-1])),
        ("checks", replace(library, lexicon=Lexicon())),
    )
    for component, domain in changed:
        differing = [name for name, digest in domain.component_digests.items() if digest != digests[name]]
        assert differing == [component]


def test_how_words_are_read_belongs_to_the_checks(library: Domain, shop: Path) -> None:
    (shop / "spoken.py").write_text("from .limits import MOST\n\ndef mentions(state, tool, arguments): return {}\n")
    reading = import_module("corner_shop.spoken").mentions
    before = replace(library, mentions=reading).component_digests
    (shop / "limits.py").write_text("MOST = 4\n")
    after = replace(library, mentions=reading).component_digests
    assert [name for name in before if before[name] != after[name]] == ["checks"]
    assert before["checks"] != library.component_digests["checks"]


def test_data_beside_the_sources_belongs_to_them(tmp_path: Path) -> None:
    (tmp_path / "reader.py").write_text("")
    (tmp_path / "weights.json").write_text("[1]")
    before = source_digest(tmp_path)
    (tmp_path / "weights.json").write_text("[2]")
    assert source_digest(tmp_path) != before


def test_two_tasks_of_one_id_are_refused(library: Domain) -> None:
    twice = replace(library, task_files=(library.task_files[0], library.task_files[0]))
    with pytest.raises(DomainError, match="domain 'library': two tasks have the id 'library-"):
        _ = twice.tasks


@pytest.mark.parametrize("text", ["[{}]", "nonsense", '{"id": 1}'])
def test_a_task_file_that_cannot_be_read_is_named(library: Domain, tmp_path: Path, text: str) -> None:
    (tmp_path / "train.json").write_text(text)
    with pytest.raises(DomainError, match=r"domain 'library': the tasks in train\.json cannot be read"):
        _ = replace(library, task_files=(tmp_path / "train.json",)).tasks


def test_a_missing_task_file_is_named(library: Domain, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match=r"gone\.json"):
        _ = replace(library, task_files=(tmp_path / "gone.json",)).tasks


def test_a_changed_copy_of_a_task_has_a_digest_of_its_own(library: Domain) -> None:
    task = next(iter(library.tasks.values()))
    before = task.digest, task.goal_digest
    changed = task.model_copy(update={"goal": task.goal.model_copy(update={"may_change": ("loans",)})})
    assert changed.digest != before[0]
    assert changed.goal_digest != before[1]
    assert (task.digest, task.goal_digest) == before


def test_the_digest_of_a_task_is_that_of_its_content(library: Domain, tmp_path: Path) -> None:
    task = next(iter(library.tasks.values()))
    same = task.model_copy(update={"id": "library-1234", "twin": None, "split": Split.DEV})
    other = task.model_copy(update={"goal": task.goal.model_copy(update={"may_change": ("loans",)})})
    assert same.digest == task.digest != other.digest
    assert (same.goal_digest, same.scenario_digest) == (task.goal_digest, task.scenario_digest)
    assert other.goal_digest != task.goal_digest
    write_tasks(tmp_path / "tasks.json", [task])
    read = next(iter(replace(library, task_files=(tmp_path / "tasks.json",)).tasks.values()))
    assert isinstance(read, Task)
    assert read.digest == task.digest


def test_built_in_domains_are_found_by_name() -> None:
    found = discover()
    assert found == dict(sorted(found.items()))
    assert all(domain is import_module(f"domains.{name}").DOMAIN for name, domain in found.items())
