"""Sources: which Python files a domain's tools depend on."""

import ast
from collections.abc import Iterable, Iterator
from importlib.util import find_spec, resolve_name
from pathlib import Path


def sources_of(modules: Iterable[str]) -> dict[str, Path]:
    """The files of these modules and of all that they import from their own top-level packages, the kit left out.

    Read from the text of the modules: what a tool imports is part of the tool, whatever it is, and the families and
    tasks beside it are not.
    """
    found: dict[str, Path] = {}
    waiting = sorted(module for module in modules if not _in_kit(module))
    while waiting:
        module = waiting.pop()
        path = _path(module)
        if module in found or path is None:
            continue
        found[module] = path
        root = module.partition(".")[0]
        waiting += (name for name in _imported(module, path) if name.partition(".")[0] == root and not _in_kit(name))
    return dict(sorted(found.items()))


def _imported(module: str, path: Path) -> Iterator[str]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_bytes(), filename=str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if _in_package(base) and _path(inner) is not None else base


def _path(module: str) -> Path | None:
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return None
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return None
    return Path(spec.origin)


def _in_package(module: str) -> bool:
    path = _path(module)
    return path is not None and path.name == "__init__.py"


def _in_kit(module: str) -> bool:
    return module == "domains" or module.startswith("domains.kit")
