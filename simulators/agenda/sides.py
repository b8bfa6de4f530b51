"""The two sides of a clause: its parts that say no to something, and the others."""

from dataclasses import dataclass

from simulators.agenda.deliberation import Deliberation


@dataclass(frozen=True)
class Sides:
    """The parts of a clause in their order, cut where it turns or pauses."""

    against: tuple[str, ...]
    """Those that say that something cannot be, is not there, or does not do."""
    rest: tuple[str, ...]


def sides_of(talk: Deliberation, text: str) -> Sides:
    """What a clause says no to, and what else it says."""
    cues = talk.cues
    negative = (cues.cannot, cues.unavailable, cues.turns.there_is_no, cues.turns.does_not_do)
    parts = [part.strip() for part in cues.contrast.split(text)]
    against = tuple(part for part in parts if any(cue.search(part) for cue in negative))
    return Sides(against, tuple(part for part in parts if part not in against))
