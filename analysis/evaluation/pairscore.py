"""The scores of the benchmarks `plover` and `aw`: F1 of each class, their mean with its interval,
accuracy.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.cooperation.pairs import ROOTS
from analysis.evaluation.measures import Interval, quantile

COOPERATION = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID")
QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


class Class(NamedTuple):
    """One class: how often people gave it, how often it was answered, how often both."""

    name: str
    gold: int
    answered: int
    right: int

    @property
    def f1(self) -> float:
        """2 right / (gold + answered)."""
        return 2 * self.right / (self.gold + self.answered) if self.gold + self.answered else 0.0


@dataclass(frozen=True, slots=True)
class Level:
    """One level of classes: its macro-F1 with a 95 % bootstrap interval over rows, its accuracy, its
    classes.
    """

    macro: float
    interval: Interval
    accuracy: float
    classes: tuple[Class, ...]


def score(level: str, gold: Sequence[Any], given: Sequence[Any], drawn: Sequence[Sequence[int]]) -> Level:
    """Score the answers of one level; `drawn` comes from `resamples`."""
    order = {"root": ROOTS, "quad": (1, 2, 3, 4), "binary": (0, 1)}[level]
    kinds = sorted({*gold, *given}, key=order.index)
    cells = Counter(zip(gold, given, strict=True))

    def classes(counts: Mapping[tuple[Any, Any], int]) -> tuple[Class, ...]:
        marked: Counter = Counter()
        answered: Counter = Counter()
        for (g, a), n in counts.items():
            marked[g] += n
            answered[a] += n
        return tuple(
            Class(_name(level, kind), marked[kind], answered[kind], counts.get((kind, kind), 0))
            for kind in kinds
        )

    def macro(found: Sequence[Class]) -> float:
        known = [c for c in found if c.gold or c.answered]
        return sum(c.f1 for c in known) / len(known)

    macros = []
    for times in drawn:
        counts: Counter = Counter()
        for cell, n in zip(zip(gold, given, strict=True), times, strict=True):
            counts[cell] += n
        macros.append(macro(classes(counts)))
    found = classes(cells)
    low, high = quantile(macros, 0.025), quantile(macros, 0.975)
    right = sum(n for (g, a), n in cells.items() if g == a)
    mean = macro(found)
    return Level(
        mean, (mean if low is None else low, mean if high is None else high), right / len(gold), found
    )


def _name(level: str, kind: Any) -> str:
    if level == "root":
        return kind
    return QUAD_NAMES[kind] if level == "quad" else ("cooperation", "conflict")[kind]


def cooperation(levels: Mapping[str, Level]) -> float:
    """The mean F1 of the five roots of cooperation."""
    return sum(c.f1 for c in levels["root"].classes if c.name in COOPERATION) / len(COOPERATION)


def record(level: Level) -> dict[str, Any]:
    """A level as plain values."""
    return {
        "macro_f1": round(level.macro, 6),
        "interval": [round(v, 6) for v in level.interval],
        "accuracy": round(level.accuracy, 6),
        "classes": {
            c.name: {"f1": round(c.f1, 6), "gold": c.gold, "answered": c.answered, "right": c.right}
            for c in level.classes
        },
    }
