"""What can keep a session from being graded: the grader raises when it is in doubt, and never scores."""


class GradingError(Exception):
    """A session cannot be graded; the message names what is wrong and what was expected."""


class UnfinishedSession(GradingError):
    """The session has not ended yet."""


class BrokenLog(GradingError):
    """The events contradict themselves, or do not fit the world."""


class StaleLog(GradingError):
    """The events were made by other components (a newer schema, another world or other tools)."""


class BadGoal(GradingError):
    """The goal asks for nothing, or for something that the domain does not have."""


class BadCheck(GradingError):
    """A check of the domain cannot be evaluated."""


class DomainFailed(GradingError):
    """A function of the domain (a predicate, or its mentions) raised."""
