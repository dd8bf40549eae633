"""The measures themselves: precision and recall, one-to-one matching, share distance, reliability, bootstrap.

Nothing here knows what is counted. Units are whatever was handed in (attributions, spans, words, articles);
a figure that has no denominator is None, never 0.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

DRAWS = 1000  # resamples of a bootstrap: enough for two decimals of a 95 % interval
SEED = 20180507  # any fixed number will do; two runs draw the same articles
BINS = 10  # of the reliability table, each a tenth wide

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were predicted, how many there are, and how many of them were right.

    >>> Counts(right=2, predicted=4, gold=3).f1
    0.5714285714285714
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """The share of what was predicted that is right."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that was predicted right."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall: 2 right / (predicted + gold)."""
        return f1(self.right, self.predicted, self.gold)


class Bin(NamedTuple):
    """One row of a reliability table: predictions with a confidence in [low, high), the last in [low, 1]."""

    low: float
    high: float
    n: int
    confidence: float  # mean
    right: float  # share


def f1(right: float, predicted: float, gold: float) -> float | None:
    """The F1 of three counts, or None where there is nothing to find and nothing found."""
    return 2 * right / (predicted + gold) if predicted + gold else None


def ratio(part: float, whole: float) -> float | None:
    """A part of a whole, or None of nothing."""
    return part / whole if whole else None


def overlaps(
    gold: Sequence[Collection[Hashable]], predicted: Sequence[Collection[Hashable]]
) -> dict[tuple[int, int], int]:
    """Count the members that each gold set shares with each predicted one, where there are any.

    >>> overlaps([{1, 2}, {3}], [{2, 3}])
    {(0, 0): 1, (1, 0): 1}
    """
    holders: dict[Hashable, list[int]] = {}
    for p, members in enumerate(predicted):
        for member in members:
            holders.setdefault(member, []).append(p)
    shared: dict[tuple[int, int], int] = {}
    for g, members in enumerate(gold):
        for member in members:
            for p in holders.get(member, ()):
                shared[g, p] = shared.get((g, p), 0) + 1
    return shared


def one_to_one(pairs: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Match gold to predicted greedily, the heaviest pair first; equals go in the order of the text.

    >>> one_to_one({(0, 0): 5, (0, 1): 9, (1, 1): 7})
    {0: 1}
    """
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for g, p in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if g not in matched and p not in taken:
            matched[g] = p
            taken.add(p)
    return matched


def distance(gold: Mapping[str, float], predicted: Mapping[str, float]) -> float | None:
    """The total variation distance of two shares, 0 (the same) to 1 (nobody in common).

    Amounts are turned into fractions first. One side empty costs 1; both empty is no distance at all (None).

    >>> distance({"Oslo": 30, "Porto": 10}, {"Oslo": 5, "Porto": 5})
    0.25
    """
    wholes = sum(gold.values()), sum(predicted.values())
    if not all(wholes):
        return 1.0 if any(wholes) else None
    names = sorted({*gold, *predicted})
    return sum(abs(gold.get(n, 0) / wholes[0] - predicted.get(n, 0) / wholes[1]) for n in names) / 2


def leaders(amounts: Mapping[str, float]) -> set[str]:
    """Whoever has the most; several where they are level."""
    most = max(amounts.values(), default=0)
    return {name for name, amount in amounts.items() if amount == most and amount}


def quantile(values: Iterable[float], part: float) -> float | None:
    """The value below which a part of the values lies, with a straight line between neighbours.

    >>> quantile([4, 1, 2, 3], 0.5)
    2.5
    """
    ordered = sorted(values)
    if not ordered:
        return None
    at = part * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def reliability(sure: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Sort predictions, each (confidence, right), into tenths: is .8 right eight times in ten?

    >>> reliability([(0.82, True), (0.88, False)])
    (Bin(low=0.8, high=0.9, n=2, confidence=0.85, right=0.5),)
    """
    boxes: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in sure:
        # a millionth up, so that .3 / .1 = 2.999... falls where a reader expects it
        number = min(max(int(confidence * BINS + 1e-6), 0), BINS - 1)
        boxes.setdefault(number, []).append((confidence, right))
    return tuple(
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            n=len(box),
            confidence=sum(c for c, _ in box) / len(box),
            right=sum(r for _, r in box) / len(box),
        )
        for number, box in sorted(boxes.items())
    )


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa: how much oftener two people say the same than chance would have it (Cohen 1960).

    1 is agreement everywhere, 0 that of chance; None where there is nothing, or but one answer.

    >>> kappa([("yes", "yes"), ("no", "no"), ("yes", "no"), ("no", "no")])
    0.5
    """
    pairs = list(pairs)
    if not pairs:
        return None
    n = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(times * right[answer] for answer, times in left.items()) / n**2
    return (sum(a == b for a, b in pairs) / n - chance) / (1 - chance) if chance < 1 else None


def resamples(n: int, *, draws: int = DRAWS, seed: int = SEED) -> list[list[int]]:
    """Draw n articles with replacement, again and again: for each draw, how often each article came up."""
    lots = random.Random(seed)
    drawn = []
    for _ in range(draws):
        times = [0] * n
        for i in lots.choices(range(n), k=n):
            times[i] += 1
        drawn.append(times)
    return drawn


def interval(
    columns: Sequence[Sequence[float]],
    statistic: Callable[..., float | None],
    drawn: Sequence[Sequence[int]],
) -> Interval | None:
    """The 95 % bootstrap interval of a statistic of sums over articles (percentile method).

    `columns` holds for each argument of `statistic` one number an article; `drawn` comes from `resamples`.
    """
    values = (statistic(*(sum(map(mul, times, column)) for column in columns)) for times in drawn)
    known = sorted(value for value in values if value is not None)
    low, high = quantile(known, 0.025), quantile(known, 0.975)
    return None if low is None or high is None else (low, high)
