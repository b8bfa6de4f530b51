"""Learns the weights of `simulators.understand.evidence` from the labelled messages.

    python -m tests.simulators.understand.train           writes simulators/understand/weights.json
    python -m tests.simulators.understand.train --cross   weighs the words of blind.jsonl anew, which takes a minute

Words are weighed on all messages of `TAUGHT`. How far to trust the rules and how far the words is learnt from
`blind.jsonl`: what the rules read of messages before anybody had made them fit these messages, and what the words say
by weights learnt from other messages only. The rules as they are now read the labelled messages better than they read
any others, and would be trusted too far.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from simulators.understand import evidence
from simulators.understand.acts import Act
from simulators.understand.clauses import sentences
from simulators.understand.evidence import ACTS, UNIT, any_of, features_of, flags, grounds, name_of
from tests.simulators.understand.learning import learn_messages, learn_rows

HERE = Path(__file__).parent
WEIGHTS = Path(evidence.__file__).with_name("weights.json")
TAUGHT = ("labelled.jsonl", "played.jsonl")
"""Messages that the rules were made to fit, and turns of whole conversations: words are learnt from both."""
_ROUNDS, _PENALTY, _SEEN, _LEAST = 20, 0.5, 2, 0.1
_TRUST_PENALTY = 1.0
_LENIENT = 0.3
"""Log odds added to each act: F1 is highest where an act is taken whose chance is over half of it, some 0.9 here."""
_FOLDS = 5


class Example(NamedTuple):
    """A labelled message: the features of each of its sentences, and its acts."""

    rows: list[list[str]]
    acts: frozenset[str]


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def examples() -> dict[str, Example]:
    """The labelled messages by id, without those that have no words."""
    found = {}
    for line in (line for name in TAUGHT for line in lines(name)):
        own, shared = features_of(sentences(line["text"]))
        if own:
            found[line["id"]] = Example(
                [["=", *sorted(set(map(name_of, one | shared)) - {"="})] for one in own], frozenset(line["acts"])
            )
    return found


def learn_words(learning: Sequence[Example]) -> dict[str, list[int]]:
    """For each feature that tells something, the acts and weights it has, flat, in hundredths."""
    seen = Counter(feature for example in learning for row in example.rows for feature in row)
    names = ["=", *sorted(name for name, count in seen.items() if count >= _SEEN and name != "=")]
    places = {name: place for place, name in enumerate(names)}
    messages = [[[places[name] for name in row if name in places] for row in one.rows] for one in learning]
    flat: dict[str, list[int]] = {name: [] for name in names}
    for act, label in enumerate(ACTS):
        answers = [label.value in one.acts for one in learning]
        weights = learn_messages(messages, answers, size=len(names), rounds=_ROUNDS, penalty=_PENALTY)
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= _LEAST:
                flat[name] += [act, round(weight * UNIT)]
    return {name: pairs for name, pairs in flat.items() if pairs}


def say(example: Example, words: dict[str, list[int]]) -> list[float]:
    """What the words of a message say for each act, as log odds to two decimals."""
    scores = [[0] * len(ACTS) for _ in example.rows]
    for row, score in zip(example.rows, scores, strict=True):
        for name in row:
            pairs = words.get(name, [])
            for act, weight in zip(pairs[::2], pairs[1::2], strict=True):
                score[act] += weight
    return [round(any_of([score[act] / UNIT for score in scores]), 2) for act in range(len(ACTS))]


def learn_trust(read: Sequence[dict[str, Any]], known: dict[str, Example]) -> list[list[int]]:
    """For each act the weight of each of its `grounds`."""
    times = Counter(one["id"] for one in read)
    shares = [1 / times[one["id"]] for one in read]
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
        trust.append([round(weight * UNIT) for weight in (constant + _LENIENT, *rest)])
    return trust


def weights_text() -> str:
    """The file of weights, as JSON with a feature on each line."""
    known = examples()
    words = learn_words(list(known.values()))
    trust = learn_trust(lines("blind.jsonl"), known)
    compact = {"separators": (",", ":"), "ensure_ascii": False}
    rows = ",\n".join(f"{json.dumps(name, **compact)}:{json.dumps(words[name], **compact)}" for name in sorted(words))  # type: ignore[arg-type]
    return f'{{"trust":{json.dumps(trust)},\n"features":{{\n{rows}\n}}}}\n'


def cross() -> str:
    """`blind.jsonl` with its words weighed anew, each message by weights learnt from those of other folds."""
    known, read = examples(), lines("blind.jsonl")
    blind = sorted({one["id"] for one in read})
    said: dict[str, list[float]] = {}
    for fold in range(_FOLDS):
        away = set(blind[fold::_FOLDS])
        words = learn_words([example for name, example in known.items() if name not in away])
        said |= {name: say(known[name], words) for name in sorted(away)}
    return "".join(f"{json.dumps({**one, 'words': said[one['id']]})}\n" for one in read)


if __name__ == "__main__":
    if sys.argv[1:] == ["--cross"]:
        (HERE / "blind.jsonl").write_text(cross(), encoding="utf-8")
    else:
        WEIGHTS.write_text(weights_text(), encoding="utf-8")
