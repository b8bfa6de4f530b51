"""Examples at the end of every help text."""


def examples(*lines: tuple[str, str]) -> str:
    """An epilog of commands, each under what it is for; the mark keeps it from being rewrapped."""
    blocks = (f"  # {purpose}\n  {command}" for command, purpose in lines)
    return "\b\nExamples:\n" + "\n".join(blocks)
