"""A lending library: members renew loans and wait for books."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from domains.kit.checks import Before, Confirmed, Identified, JSONObject, Mentions
from domains.kit.domain import Domain
from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.state import State
from domains.kit.values import ValueKind
from domains.kit.world import World

from .families import FAMILIES
from .records import TABLES, Book, Loan
from .tools import TOOLS

_FOLDER = Path(__file__).parent
_NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

LEXICON = Lexicon(
    slots=(
        Slot(key="email", kind=ValueKind.EMAIL, label="e-mail address", ask=("the e-mail you registered with",)),
        Slot(key="full_name", kind=ValueKind.NAME, label="full name", ask=("what is your name",)),
        Slot(key="title", kind=ValueKind.TEXT, label="title of the book", ask=("which book is it",)),
    ),
    actions=(
        Action(key="renew", words=("renew", "renewed", "renewal", "extend", "extended", "extension")),
        Action(key="hold", words=("hold", "reserve", "reserved", "reservation")),
    ),
)

CHECKS = (
    Before(
        id="identity-first",
        text="Find the member before you do or tell anything about loans.",
        tools=("list_loans", "renew_loan", "place_hold"),
        requires=Identified(by=("find_member",), customer_field="member_id", whose={"list_loans": "member_id"}),
    ),
    Before(
        id="yes-before-a-write",
        text="Say which book it is and what will happen, and wait for a yes.",
        tools=("renew_loan", "place_hold"),
        requires=Confirmed(values={"renew_loan": ("loan_id",), "place_hold": ("book_id",)}),
    ),
)


def mentions(state: State, _tool: str, arguments: JSONObject) -> Mentions:
    """Loans and books are spoken of by their titles."""
    said: Mentions = {}
    book_id = arguments.get("book_id")
    if loan := state.get(Loan, arguments.get("loan_id", "")):
        book_id = loan.book_id
    if book := state.get(Book, book_id or ""):
        said = {name: ((arguments[name],), (book.title,)) for name in ("loan_id", "book_id") if name in arguments}
    return said


DOMAIN = Domain(
    name="library",
    title="Lending library",
    load_world=partial(World.load, _FOLDER / "data", name="library", now=_NOW, tables=TABLES),
    tools=TOOLS,
    policy_file=_FOLDER / "policy.md",
    lexicon=LEXICON,
    checks=CHECKS,
    families=FAMILIES,
    task_files=(_FOLDER / "tasks" / "train.json", _FOLDER / "tasks" / "test.json"),
    mentions=mentions,
    customer_table="members",
)
