"""The one error that commands raise for what was to be expected."""


class CommandFailed(Exception):
    """A command could not do what was asked: what is wrong, and what to do about it."""

    def __init__(self, what: str, to_do: str = "", *, exit_code: int = 2) -> None:
        super().__init__(" ".join(" ".join((what, to_do)).split()))
        self.exit_code = exit_code
