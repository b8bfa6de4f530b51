"""A pantry: the smallest world that has every kind of field, table and tool."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from domains.kit.changes import Actor
from domains.kit.records import JSON, Mark, Record
from domains.kit.state import Context, State
from domains.kit.tools import Refused, Toolbox, ToolKind, tool
from domains.kit.world import Table, World

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Jar(Record):
    id: str
    shelf: str = "low"
    grams: float = 0.0
    layers: tuple[tuple[str, int], ...] = ()
    best_before: date | None = None
    tags: Annotated[tuple[str, ...], Mark.UNORDERED] = ()
    note: Annotated[str, Mark.BOOKKEEPING] = ""


class Letter(Record):
    id: str
    jar_id: str
    text: str


TABLES = (
    Table("jars", Jar, generated=False, indexes=("shelf",)),
    Table("letters", Letter, append_only=True),
)
JARS = (
    Jar(id="j1", shelf="low", grams=0.1, tags=("red", "sweet")),
    Jar(id="j2", shelf="low", grams=2.5, layers=(("plum", 2), ("fig", 1)), best_before=date(2026, 5, 1)),
    Jar(id="j3", shelf="high", note="chipped"),
)


class Shelf(StrEnum):
    LOW = "low"
    HIGH = "high"


class Layer(BaseModel):
    """One layer."""

    fruit: str = Field(description="What is in it.")
    title: int = Field(1, description="A field with the name of a schema keyword.")


@tool(ToolKind.READ)
def read_jar(context: Context, jar_id: str) -> JSON:
    """Read one jar by its id."""
    return context.get(Jar, jar_id)


@tool(ToolKind.READ)
def list_jars(context: Context, shelf: str) -> JSON:
    """List the jars of a shelf."""
    return [jar.id for jar in context.find(Jar, shelf=shelf)]


@tool(ToolKind.WRITE)
def put_jar(context: Context, jar: dict[str, JSON]) -> JSON:
    """Put a jar there, whole."""
    context.put(Jar.model_validate(jar))
    return "put"


@tool(ToolKind.WRITE)
def drop_jar(context: Context, jar_id: str) -> JSON:
    """Drop a jar that is there."""
    if context.get(Jar, jar_id) is None:
        raise Refused(f"There is no jar {jar_id}.")
    context.delete(Jar, jar_id)
    return "dropped"


@tool(ToolKind.WRITE)
def send_letter(context: Context, jar_id: str, text: str = "Hello.") -> JSON:
    """Send a letter about a jar."""
    letter = Letter(id=context.new_id(Letter, jar_id, prefix="L-", digits=6), jar_id=jar_id, text=text)
    context.put(letter)
    return {"letter_id": letter.id}


@tool(ToolKind.WRITE)
def rewrite_letter(context: Context, letter_id: str) -> JSON:
    """Try to change a letter that has been sent."""
    letter = context.get(Letter, letter_id)
    if letter is not None:
        context.put(letter.model_copy(update={"text": "never sent"}))
    return "rewritten"


@tool(ToolKind.WRITE)
def burn_letter(context: Context, letter_id: str) -> JSON:
    """Try to delete a letter that has been sent."""
    context.delete(Letter, letter_id)
    return "burnt"


@tool(ToolKind.WRITE)
def move_all_then_refuse(context: Context) -> JSON:
    """Move every jar, read them again, and refuse in the end."""
    for jar in context.find(Jar, shelf="low"):
        context.put(jar.model_copy(update={"shelf": "high"}))
    raise Refused(f"{len(context.find(Jar, shelf='high'))} jars would be up there.")


@tool(ToolKind.WRITE)
def spoil_jar(context: Context, jar_id: str) -> JSON:
    """Move another jar, and write a value of a wrong type to this one."""
    jar, other = context.get(Jar, jar_id), context.get(Jar, "j3")
    if jar is not None and other is not None:
        context.put(other.model_copy(update={"shelf": "floor"}))
        context.put(jar.model_copy(update={"grams": "plenty"}))
    return "spoilt"


@tool(ToolKind.READ)
def sly_read(context: Context) -> JSON:
    """Claim to read, and write."""
    context.put(Jar(id="sly"))
    return "nothing happened"


@tool(ToolKind.WRITE, callers=(Actor.CUSTOMER,))
def taste(context: Context, jar_id: str) -> JSON:
    """Taste from a jar, which only its owner can do."""
    jar = context.get(Jar, jar_id)
    if jar is None:
        raise Refused("No such jar.")
    context.put(jar.model_copy(update={"grams": jar.grams / 2}))
    return "good"


@tool(ToolKind.THINK)
def ponder(context: Context, layers: list[Layer], shelf: Shelf = Shelf.LOW) -> JSON:
    """Think about layers and shelves."""
    return f"{len(layers)} on {shelf}"


@tool(ToolKind.READ, ends_session=True)
def leave(context: Context) -> JSON:
    """Close the door."""
    return "closed"


TOOLS = (
    read_jar,
    list_jars,
    put_jar,
    drop_jar,
    send_letter,
    rewrite_letter,
    burn_letter,
    move_all_then_refuse,
    spoil_jar,
    sly_read,
    taste,
    ponder,
    leave,
)
TOOLBOX = Toolbox(TOOLS)


def make_world(jars: tuple[Jar, ...] = JARS) -> World:
    return World(name="pantry", now=NOW, tables=TABLES, rows={"jars": jars})


WORLD = make_world()


def open_pantry(seed: str = "s1", world: World = WORLD) -> State:
    return State(world, TOOLBOX, seed=seed)


def put(state: State, **jar: JSON) -> None:
    assert not state.call("put_jar", {"jar": jar}).is_error
