"""The one error that commands raise for what was to be expected."""

from collections.abc import Iterator
from contextlib import contextmanager


class CommandFailed(Exception):
    """A command could not do what was asked: what is wrong, and what to do about it."""

    def __init__(self, what: str, to_do: str = "", *, exit_code: int = 2) -> None:
        super().__init__(" ".join(" ".join((what, to_do)).split()))
        self.exit_code = exit_code


@contextmanager
def expected() -> Iterator[None]:
    """Errors of the service's own tree, raised in this process, as errors of one line."""
    from app.errors import RegularsError

    try:
        yield
    except RegularsError as error:
        raise CommandFailed(error.detail.rstrip(".") + ".", error.what_to_do) from None
