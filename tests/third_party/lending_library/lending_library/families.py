"""The errands of the library's members."""

from datetime import timedelta

from domains.kit.draws import Draw
from domains.kit.goal import Ask, CallPattern, ChangePattern, Goal, GoldCall, Look, Propose, Refuse, Tell, ToldFact
from domains.kit.scenario import (
    Branch,
    BranchOn,
    BranchThen,
    CustomerGoal,
    Disclosure,
    Fact,
    Persona,
    Question,
    Scenario,
    Want,
)
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind, date_text
from domains.kit.world import World

from .records import Book, Hold, Loan, Member
from .tools import LOAN_DAYS, RENEWALS_AT_MOST

RENEW = {
    "a": ("Hello, I have not finished {title} yet. Can I keep it for longer?", "Please renew {title} for me."),
    "b": ("I need some more time with {title}.", "Is it possible to extend my loan of {title}?"),
}
HOLD = {
    "a": ("I would like to borrow {title}, and it is never there.", "Can you keep {title} for me?"),
    "b": ("Somebody else seems to have {title}. I want to be next.", "How do I get hold of {title}?"),
}


def make_renewal(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """A pair of twins: one member's book is wanted by nobody else, the other's is."""
    loans = [loan for loan in world.rows_of(Loan) if loan.renewals < RENEWALS_AT_MOST]
    wanted = {hold.book_id for hold in world.rows_of(Hold)}
    free = draw.choice([loan for loan in loans if loan.book_id not in wanted], "free")
    waited_for = draw.choice([loan for loan in loans if loan.book_id in wanted], "waited for")
    return (
        Draft(_renewal_scenario(world, free, draw, wording), _renewed(world, free), "allowed"),
        Draft(_renewal_scenario(world, waited_for, draw, wording), _not_renewed(world, waited_for), "refused"),
    )


def make_hold(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """A member wants a book that is out, and wants to know for how long."""
    loan = draw.choice(world.rows_of(Loan), "loan")
    member = draw.choice(world.rows_of(Member), "member")
    if member.id == loan.member_id:
        return ()
    book = world.row(Book, loan.book_id)
    when = Question(key="due_back", kind=ValueKind.DATE, say=("When is it due back?", "When will it be back?"))
    place = GoldCall(tool="place_hold", arguments={"member_id": member.id, "book_id": book.id})
    goal = Goal(
        script=(
            Ask(slots=("email",)),
            Look(calls=(_found(member), GoldCall(tool="search_books", arguments={"words": book.title}))),
            Tell(keys=("due_back",)),
            Propose(
                summary=f"place a hold on {book.title} for you",
                receipt=f"a hold on {book.title} has been placed",
                calls=(place,),
            ),
        ),
        tell=(
            ToldFact(
                key="due_back",
                kind=ValueKind.DATE,
                value=loan.due.isoformat(),
                say=f"{book.title} is due back on {date_text(loan.due)}.",
            ),
        ),
    )
    errand = CustomerGoal(
        id="hold",
        action="hold",
        intent=HOLD[wording],
        wants=(Want(key="title", kind=ValueKind.TEXT, value=book.title),),
        questions=(when,),
    )
    return (Draft(_scenario(member, book, errand, draw, wording), goal),)


def _renewal_scenario(world: World, loan: Loan, draw: Draw, wording: str) -> Scenario:
    book = world.row(Book, loan.book_id)
    errand = CustomerGoal(
        id="renew",
        action="renew",
        intent=RENEW[wording],
        wants=(Want(key="title", kind=ValueKind.TEXT, value=book.title),),
        branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
    )
    return _scenario(world.row(Member, loan.member_id), book, errand, draw, wording)


def _renewed(world: World, loan: Loan) -> Goal:
    title = world.row(Book, loan.book_id).title
    until = date_text(loan.due + timedelta(days=LOAN_DAYS))
    propose = Propose(
        summary=f"renew {title} until {until}",
        receipt=f"{title} has been renewed until {until}",
        calls=(GoldCall(tool="renew_loan", arguments={"loan_id": loan.id}),),
    )
    return Goal(script=(*_looked_up(world, loan), propose))


def _not_renewed(world: World, loan: Loan) -> Goal:
    refuse = Refuse(
        what=f"renew {world.row(Book, loan.book_id).title}", because="another member is waiting for the book"
    )
    return Goal(
        script=(*_looked_up(world, loan), refuse),
        evidence=(CallPattern(tool="list_loans", arguments={"member_id": loan.member_id}),),
        forbidden_changes=(ChangePattern(table="loans"),),
    )


def _looked_up(world: World, loan: Loan) -> tuple[Ask, Look]:
    member = world.row(Member, loan.member_id)
    loans = GoldCall(tool="list_loans", arguments={"member_id": member.id})
    return Ask(slots=("email",)), Look(calls=(_found(member), loans))


def _found(member: Member) -> GoldCall:
    return GoldCall(tool="find_member", arguments={"email": member.email})


def _scenario(member: Member, book: Book, errand: CustomerGoal, draw: Draw, wording: str) -> Scenario:
    return Scenario(
        persona=Persona(name=member.name),
        facts=(
            Fact(key="title", kind=ValueKind.TEXT, value=book.title, disclose=Disclosure.OPENLY),
            Fact(key="full_name", kind=ValueKind.NAME, value=member.name),
            Fact(key="email", kind=ValueKind.EMAIL, value=member.email),
        ),
        goals=(errand.model_copy(update={"intent": tuple(draw.shuffled(errand.intent, "intent"))}),),
        wording=wording,
    )


FAMILIES = (
    Family("renew", "Keep a book for longer, which the policy allows or not.", make_renewal, frozenset(Split)),
    Family("hold", "Get in line for a book that is out, and learn until when.", make_hold, frozenset({Split.TEST})),
)
