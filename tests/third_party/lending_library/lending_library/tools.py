"""What an agent at the library's desk can do."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool

from .records import Book, Hold, Loan, Member, Notice

LOAN_DAYS = 14
RENEWALS_AT_MOST = 2

MemberId = Annotated[str, Field(description="Member number, for example M-104.")]
BookId = Annotated[str, Field(description="Book number, for example B-07.")]
LoanId = Annotated[str, Field(description="Loan number, for example L-3120.")]


@tool(ToolKind.READ)
def find_member(context: Context, email: Annotated[str, Field(description="E-mail address of the member.")]) -> JSON:
    """Find a member by e-mail address. Gives the member number and the name."""
    found = context.find(Member, email=email.strip().lower())
    if not found:
        raise Refused(f"No member has the e-mail address {email}.")
    return {"member_id": found[0].id, "name": found[0].name}


@tool(ToolKind.READ)
def list_loans(context: Context, member_id: MemberId) -> JSON:
    """List what a member has borrowed: loan, book, day due, renewals so far, and how many members wait for it."""
    return [_described(context, loan) for loan in context.find(Loan, member_id=member_id)]


@tool(ToolKind.READ)
def search_books(context: Context, words: Annotated[str, Field(description="Words of the title or author.")]) -> JSON:
    """Search the catalogue. Gives each book with the day it is due back, or null where it is on the shelf."""
    wanted = words.lower().split()
    books = [book for book in context.find(Book) if all(w in f"{book.title} {book.author}".lower() for w in wanted)]
    return [
        {"book_id": book.id, "title": book.title, "author": book.author, "due_back": loans[0].due if loans else None}
        for book in books
        for loans in [context.find(Loan, book_id=book.id)]
    ]


@tool(ToolKind.WRITE)
def renew_loan(context: Context, loan_id: LoanId) -> JSON:
    """Renew a loan by 14 days from the day on which it is due. A loan can be renewed twice."""
    loan = context.get(Loan, loan_id)
    if loan is None:
        raise Refused(f"There is no loan {loan_id}.")
    if loan.renewals >= RENEWALS_AT_MOST:
        raise Refused(f"Loan {loan_id} has been renewed {loan.renewals} times already.")
    renewed = loan.model_copy(update={"due": loan.due + timedelta(days=LOAN_DAYS), "renewals": loan.renewals + 1})
    context.put(renewed)
    _notify(context, loan.member_id, about=loan_id, text=f"Your loan is now due on {renewed.due}.")
    return _described(context, renewed)


@tool(ToolKind.WRITE)
def place_hold(context: Context, member_id: MemberId, book_id: BookId) -> JSON:
    """Put a member in the line for a book that is out. They are told when it is back."""
    if context.get(Member, member_id) is None or context.get(Book, book_id) is None:
        raise Refused("There is no such member, or no such book.")
    if not context.find(Loan, book_id=book_id):
        raise Refused(f"Book {book_id} is on the shelf: it can be borrowed at once.")
    hold = Hold(id=context.new_id(Hold, member_id, book_id, prefix="H-"), member_id=member_id, book_id=book_id)
    context.put(hold)
    _notify(context, member_id, about=hold.id, text="You are in the line.")
    return {"hold_id": hold.id, "place_in_line": len(context.find(Hold, book_id=book_id))}


@tool(ToolKind.READ, ends_session=True)
def call_librarian(_context: Context, summary: Annotated[str, Field(description="What it is about.")]) -> JSON:
    """Hand the conversation over to a librarian. This ends it."""
    return f"A librarian takes over: {summary}"


def _described(context: Context, loan: Loan) -> JSON:
    book = context.get(Book, loan.book_id)
    waiting = len(context.find(Hold, book_id=loan.book_id))
    shown = loan.model_dump(mode="json", exclude={"id", "member_id"})
    return {"loan_id": loan.id, "title": book.title if book else None, **shown, "members_waiting": waiting}


def _notify(context: Context, member_id: str, *, about: str, text: str) -> None:
    notice_id = context.new_id(Notice, member_id, about, prefix="N-")
    context.put(Notice(id=notice_id, member_id=member_id, about=about, text=text))


TOOLS = (find_member, list_loans, search_books, renew_loan, place_hold, call_librarian)
