"""Options that several commands share, with the same name and meaning everywhere."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DATA_DIR = Path(".regulars")


def place(data_dir: Path, url: str | None = None) -> str:
    """The options with which another command finds the same service."""
    if url is not None:
        return f" --url {url}"
    return "" if data_dir == DEFAULT_DATA_DIR else f" --data-dir {data_dir}"


AsJSON = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
DataDir = Annotated[
    Path,
    typer.Option("--data-dir", envvar="REGULARS_DATA_DIR", metavar="DIR", help="Folder with the database and keys."),
]
URL = Annotated[
    str | None,
    typer.Option(
        "--url",
        envvar="REGULARS_URL",
        metavar="URL",
        help="Service to ask; without it the one running on the data directory, or the data directory itself.",
    ),
]
Key = Annotated[
    str | None,
    typer.Option(
        "--key",
        envvar="REGULARS_KEY",
        metavar="KEY",
        help="Operator key; without it the one in the data directory.",
        show_envvar=True,
    ),
]
Domain = Annotated[str, typer.Option("--domain", metavar="NAME", help="The business.")]
