"""Learns the weights of `simulators.understand.evidence` from the labelled messages.

    python -m tests.simulators.understand.train           writes weights.json and slot_weights.json beside it
    python -m tests.simulators.understand.train --cross   weighs the words of blind.jsonl anew, in some minutes

Words are weighed on all messages of `TAUGHT`, those for slots on the requests among them. How far to trust the rules
and how far the words is learnt from `blind.jsonl`: what the rules read of messages before anybody had made them fit
these messages, and what the words say by weights learnt from other messages only. The rules as they are now read the
labelled messages better than they read any others, and would be trusted too far. By the same messages it is learnt
below which chance an act is still taken, for each act by itself, as F1 is highest. Where the slots that the rules read
were kept as well, `slots` and `slot_words` hold the same of them.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from simulators.understand import evidence
from simulators.understand.acts import Act
from simulators.understand.clauses import sentences
from simulators.understand.evidence import (
    ACTS,
    UNIT,
    Feature,
    Said,
    any_of,
    features_of,
    flags,
    grounds,
    name_of,
    pieces_of,
)
from simulators.understand.slot_evidence import slot_grounds
from tests.simulators.understand.learning import best_leniency, learn_messages, learn_rows

HERE = Path(__file__).parent
WEIGHTS = Path(evidence.__file__).with_name("weights.json")
SLOT_WEIGHTS = WEIGHTS.with_name("slot_weights.json")
TAUGHT = ("labelled.jsonl", "played.jsonl", "agents.jsonl")
"""Messages that the rules were made to fit, turns of whole conversations, and messages in the manners of agents with
tools: words are learnt from all."""
_ROUNDS, _PENALTY, _SEEN, _LEAST = 20, 0.5, 2, 0.1
_TRUST_PENALTY = 1.0
_WARY = 0.0
"""What is added to the log odds of CLAIM_DONE, instead of what gives the highest F1 as for the other acts: a change
that is heard though none was told costs more than one that is missed."""
_FOLDS = 5
_OFTEN = 8
"""Slots that fewer messages ask for are left to the rules."""
Words = dict[str, list[int]]
"""For each feature the acts or slots and the weights that it has, flat, in hundredths."""


class Example(NamedTuple):
    """A labelled message: the features of each of its sentences, its acts, and the slots that it asks for."""

    rows: list[list[str]]
    acts: frozenset[str]
    slots: frozenset[str]


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@cache
def examples() -> dict[str, Example]:
    """The labelled messages by id, without those that have no words."""
    found = {}
    for line in (line for name in TAUGHT for line in lines(name)):
        own, shared = features_of(sentences(line["text"]))
        if own:
            found[line["id"]] = Example(
                [_row(one, shared) for one in own],
                frozenset(line["acts"]),
                frozenset(line["slots"]),
            )
    return found


def _row(said: Said, shared: set[Feature]) -> list[str]:
    """What is weighed of a sentence: its features, of which "=" is in each, and the pieces of each of its words."""
    names = map(name_of, (said.features | shared) - {"="})
    return ["=", *sorted([*names, *chain.from_iterable(map(pieces_of, said.words))])]


def learn_words(learning: Sequence[Example], labels: Sequence[str]) -> Words:
    """What each feature that tells something says of each label, which is an act or a slot."""
    seen = Counter(feature for example in learning for row in example.rows for feature in row)
    names = ["=", *sorted(name for name, count in seen.items() if count >= _SEEN and name != "=")]
    places = {name: place for place, name in enumerate(names)}
    messages = [[[places[name] for name in row if name in places] for row in one.rows] for one in learning]
    flat: Words = {name: [] for name in names}
    for at, label in enumerate(labels):
        answers = [label in one.acts or label in one.slots for one in learning]
        weights = learn_messages(messages, answers, size=len(names), rounds=_ROUNDS, penalty=_PENALTY)
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= _LEAST:
                flat[name] += [at, round(weight * UNIT)]
    return {name: pairs for name, pairs in flat.items() if pairs}


def act_words(learning: Sequence[Example]) -> Words:
    """What is said of the acts."""
    return learn_words(learning, [act.value for act in ACTS])


def slot_words(learning: Sequence[Example], keys: Sequence[str]) -> Words:
    """What is said of slots, by requests."""
    return learn_words([one for one in learning if one.slots], keys)


def often_asked(learning: Iterable[Example]) -> list[str]:
    """The slots that enough messages ask for."""
    asked = Counter(key for one in learning for key in one.slots)
    return sorted(key for key, count in asked.items() if count >= _OFTEN)


def say(example: Example, words: Words, count: int) -> list[float]:
    """What the words of a message say for each of `count` acts or slots, as log odds to two decimals."""
    scores = [[0] * count for _ in example.rows]
    for row, score in zip(example.rows, scores, strict=True):
        for name in row:
            pairs = words.get(name, [])
            for at, weight in zip(pairs[::2], pairs[1::2], strict=True):
                score[at] += weight
    return [round(any_of([score[at] / UNIT for score in scores]), 2) for at in range(count)]


def _folds(read: Iterable[dict[str, Any]]) -> list[set[str]]:
    """The ids of messages in parts, each of which is judged by what the others teach."""
    names = sorted({one["id"] for one in read})
    return [set(names[fold::_FOLDS]) for fold in range(_FOLDS)]


def learn_trust(read: Sequence[dict[str, Any]], known: dict[str, Example]) -> list[list[int]]:
    """For each act the weight of each of its `grounds`."""
    times = Counter(one["id"] for one in read)
    shares = [1 / times[one["id"]] for one in read]
    fold_of = {name: fold for fold, names in enumerate(_folds(read)) for name in names}
    folds = [fold_of[one["id"]] for one in read]
    trust = []
    for at, act in enumerate(ACTS):
        rows = [
            grounds(
                at, one["words"][at], flags({Act(name) for name in one["rules"]}), alone=len(known[one["id"]].rows) == 1
            )
            for one in read
        ]
        answers = [act.value in known[one["id"]].acts for one in read]
        constant, *rest = learn_rows(rows, answers, shares=shares, penalty=_TRUST_PENALTY)
        lenient = (
            _WARY
            if act is Act.CLAIM_DONE
            else best_leniency(rows, answers, shares=shares, folds=folds, penalty=_TRUST_PENALTY)
        )
        trust.append([round(weight * UNIT) for weight in (constant + lenient, *rest)])
    return trust


def learn_slot_trust(read: Sequence[dict[str, Any]], known: dict[str, Example]) -> list[int]:
    """The weight of each of the `slot_grounds`, the same for all slots."""
    rows, answers = [], []
    for one in read:
        for key, words in one.get("slot_words", {}).items():
            rows.append(slot_grounds(key, words, one["slots"]))
            answers.append(key in known[one["id"]].slots)
    learnt = learn_rows(rows, answers, shares=[1.0] * len(rows), penalty=_TRUST_PENALTY)
    return [round(weight * UNIT) for weight in learnt]


def weights_text() -> str:
    """The file of weights for acts, as JSON with a feature on each line."""
    known = examples()
    return _text({"trust": learn_trust(lines("blind.jsonl"), known)}, act_words(list(known.values())))


def slot_weights_text() -> str:
    """The file of weights for slots."""
    known = examples()
    keys = often_asked(known.values())
    head = {"keys": keys, "trust": learn_slot_trust(lines("blind.jsonl"), known)}
    return _text(head, slot_words(list(known.values()), keys))


def _text(head: dict[str, Any], words: Words) -> str:
    compact = {"separators": (",", ":"), "ensure_ascii": False}
    rows = ",\n".join(f"{json.dumps(name, **compact)}:{json.dumps(words[name], **compact)}" for name in sorted(words))  # type: ignore[arg-type]
    return f'{json.dumps(head, **compact)[:-1]},\n"features":{{\n{rows}\n}}}}\n'  # type: ignore[arg-type]


def cross() -> str:
    """`blind.jsonl` with its words weighed anew, each message by weights learnt from those of other folds."""
    known, read = examples(), lines("blind.jsonl")
    keys = often_asked(known.values())
    said: dict[str, list[float]] = {}
    of_slots: dict[str, dict[str, float]] = {}
    for away in _folds(read):
        others = [example for name, example in known.items() if name not in away]
        words, asked = act_words(others), slot_words(others, keys)
        said |= {name: say(known[name], words, len(ACTS)) for name in sorted(away)}
        of_slots |= {name: dict(zip(keys, say(known[name], asked, len(keys)), strict=True)) for name in sorted(away)}
    weighed = [{**one, "words": said[one["id"]]} for one in read]
    for one in weighed:
        if one.get("slots"):
            one["slot_words"] = of_slots[one["id"]]
    return "".join(f"{json.dumps(one)}\n" for one in weighed)


if __name__ == "__main__":
    if sys.argv[1:] == ["--cross"]:
        (HERE / "blind.jsonl").write_text(cross(), encoding="utf-8")
    else:
        WEIGHTS.write_text(weights_text(), encoding="utf-8")
        SLOT_WEIGHTS.write_text(slot_weights_text(), encoding="utf-8")
