"""The tables of the library."""

from datetime import date
from typing import Annotated

from domains.kit.records import Mark, Record
from domains.kit.world import Table


class Member(Record):
    """Someone with a library card."""

    id: str
    name: Annotated[str, Mark.PERSONAL]
    email: Annotated[str, Mark.PERSONAL]


class Book(Record):
    """A title; the library has one copy of each."""

    id: str
    title: str
    author: str


class Loan(Record):
    """A book that is out."""

    id: str
    member_id: str
    book_id: str
    due: date
    renewals: int = 0


class Hold(Record):
    """A member's place in the line for a book that is out."""

    id: str
    member_id: str
    book_id: str


class Notice(Record):
    """A message that has been sent; it cannot be taken back."""

    id: str
    member_id: str
    about: str
    text: Annotated[str, Mark.BOOKKEEPING]


TABLES = (
    Table("members", Member, generated=False, indexes=("email",), owner="id"),
    Table("books", Book, generated=False),
    Table("loans", Loan, indexes=("member_id", "book_id"), owner="member_id"),
    Table("holds", Hold, indexes=("book_id",), owner="member_id"),
    Table("notices", Notice, append_only=True, owner="member_id"),
)
