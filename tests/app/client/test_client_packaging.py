"""The client is installed by itself as `regulars_client`, so it may lean on nothing but httpx."""

import ast
import sys
from pathlib import Path

import pytest

import app.client

FILES = sorted(Path(app.client.__file__).parent.glob("*.py"))
OPTIONAL = {"gym": {"gymnasium"}}
"""What single modules need, which nothing else of the client imports."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_client_imports_only_itself_httpx_and_the_standard_library(path: Path) -> None:
    allowed = sys.stdlib_module_names | {"httpx"} | OPTIONAL.get(path.stem, set())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name.partition(".")[0] for alias in node.names} <= allowed
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            assert (node.module or "").partition(".")[0] in allowed
        if isinstance(node, ast.ImportFrom) and node.level > 0:
            assert node.module not in OPTIONAL
