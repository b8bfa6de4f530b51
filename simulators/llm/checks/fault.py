"""What a check finds wrong with a text."""

from typing import NamedTuple


class Fault(NamedTuple):
    """Why a text cannot be said."""

    check: str
    """The name under which it is recorded."""
    reason: str
    """For the model that is asked again. It repeats nothing that the model has not written or been given."""
