"""What a model's rewording must be like to be said: the same as the draft, in a customer's words."""

from simulators.agenda.moves import MoveKind
from simulators.llm.checks.endings import ending_fault
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.form import form_fault, most_words_like
from simulators.llm.checks.language import language_fault, lexicon_words
from simulators.llm.checks.marks import marks_fault
from simulators.llm.checks.questions import questions_fault
from simulators.llm.checks.role import role_fault
from simulators.llm.checks.secrets import secrets_fault
from simulators.llm.checks.stance import stance_fault
from simulators.llm.checks.topics import topics_fault
from simulators.llm.checks.values import values_fault
from simulators.llm.draft import Draft

__all__ = ["Fault", "rewording_fault"]


def rewording_fault(text: str, draft: Draft, *, instructions: str = "") -> Fault | None:
    """The first thing that is wrong with a rewording of the draft; None if it can be said.

    `instructions` are what the model was told beside the draft, which it must not recite. Cheap checks come first, and
    those on length before any that search the text.
    """
    if text == draft.text:
        return None
    like = draft.text
    return (
        form_fault(text, like=like, most_words=most_words_like(like))
        or language_fault(text, language=draft.scenario.language, known=draft.words | lexicon_words(draft.lexicon))
        or role_fault(text, said=_sayable(draft), instructions=instructions, heard=draft.last_heard)
        or values_fault(text, draft)
        or secrets_fault(text, draft)
        or ending_fault(text, like=like, ends=draft.reply.end is not None)
        or stance_fault(text, draft)
        or questions_fault(text, draft)
        or topics_fault(text, draft)
        or marks_fault(text, draft)
    )


def _sayable(draft: Draft) -> str:
    """The draft, and what only the company says elsewhere: somebody who looks for their own number lets it wait."""
    looks = MoveKind.LOOK_UP in draft.kinds
    return f"{draft.text} Let me check. Let me look. Let me see what" if looks else draft.text
