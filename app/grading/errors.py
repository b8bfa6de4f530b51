"""What can keep a session from being graded: the grader raises when it is in doubt, and never scores."""

from app.errors import RegularsError


class GradingError(RegularsError):
    """A session cannot be graded; the message names what is wrong and what was expected."""

    status = 422
    name = "ungradable"
    title = "The session cannot be graded"
    what_to_do = "Put right what the detail names, and grade the session again."


class UnfinishedSession(GradingError):
    """The session has not ended yet."""


class BrokenLog(GradingError):
    """The events contradict themselves, or do not fit the world."""


class StaleLog(GradingError):
    """The events were made by other components (a newer schema, another world or other tools)."""


class BadGoal(GradingError):
    """The goal asks for nothing, or for something that the domain does not have."""


class TooManyAlike(GradingError):
    """So many new rows are alike that it could not be found out whether they are the expected ones."""


class BadCheck(GradingError):
    """A check of the domain cannot be evaluated."""


class DomainFailed(GradingError):
    """A function of the domain (a predicate, or its mentions) raised."""


class EstimateError(RegularsError):
    """There is not enough to estimate from; the message says what is missing."""

    status = 422
    name = "too_few_trials"
    title = "There are too few trials to estimate from"
    what_to_do = "Play more trials of every task, or ask for a smaller k."
