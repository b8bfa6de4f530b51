"""`regulars keys …`: who may connect."""

from typing import Annotated, Any

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Key

group = typer.Typer(
    no_args_is_help=True,
    help="Keys of agents: list, create, revoke.",
    epilog=examples(("regulars keys create ada --split dev --feedback reward", "a key for one team")),
)


@group.command("list", epilog=examples(("regulars keys list", "without their secrets, which are not kept")))
def list_keys(data_dir: DataDir = DEFAULT_DATA_DIR, url: URL = None, key: Key = None, as_json: AsJSON = False) -> None:
    """List keys with what they allow."""
    from app.cli import output
    from app.cli.service import connect

    with connect(url, key, data_dir) as service:
        body = service.operator.keys()
    if as_json:
        output.print_json(body)
        return
    made = output.table("key", "name", "plane", "allows", "created", fold=("allows",))
    for row in body["keys"]:
        revoked = " (revoked)" if row.get("revoked_at") else ""
        made.add_row(
            *output.cells((row["id"], f"{row['name']}{revoked}", row.get("plane"), scopes_text(row), _day(row)))
        )
    output.console().print(made)


@group.command(
    "create",
    epilog=examples(
        ("regulars keys create ada", "an agent key that allows everything an agent may do"),
        ("regulars keys create ada --split train --split dev --feedback full", "no test tasks, whole grades"),
    ),
)
def create(
    name: Annotated[str, typer.Argument(help="Whose key it is.")],
    *,
    domain: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only these businesses.")] = None,
    split: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only these splits.")] = None,
    seed: Annotated[list[str] | None, typer.Option(metavar="SEED", help="Only these seeds.")] = None,
    customer: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Only these kinds of customer.")] = None,
    feedback: Annotated[
        str, typer.Option(metavar="WHAT", help="What is said after the end: none, reward or full.")
    ] = "none",
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Make a key for an agent; it is shown once."""
    from app.cli import output
    from app.cli.service import connect

    scopes: dict[str, Any] = {"name": name, "feedback": feedback}
    scopes |= {
        field: given
        for field, given in (("domains", domain), ("splits", split), ("seeds", seed), ("customers", customer))
        if given
    }
    with connect(url, key, data_dir) as service:
        made = service.operator.make_key(**scopes)
    if as_json:
        output.print_json(made)
        return
    screen = output.console()
    screen.print(f"{made['key']}", style="bold")
    screen.print(f"Key {made['id']} for {name}. It is shown this once; an agent sends it as `Authorization: Bearer …`.")


@group.command("revoke", epilog=examples(("regulars keys revoke key_123", "its requests are refused from now on")))
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the key, as `keys list` shows it.")],
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Revoke a key; requests with it are refused."""
    from app.cli import output
    from app.cli.service import connect

    with connect(url, key, data_dir) as service:
        service.operator.revoke_key(key_id)
    if as_json:
        output.print_json({"revoked": key_id})
    else:
        output.console().print(f"Revoked {key_id}.")


def scopes_text(row: dict[str, Any]) -> str:
    """What a key allows, in words."""
    scopes = row.get("scopes") or {}
    return "; ".join(
        f"{name} {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in scopes.items()
        if value not in (None, [], "")
    )


def _day(row: dict[str, Any]) -> str:
    return str(row.get("created_at") or "")[:10]
