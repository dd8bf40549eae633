"""How far scores agree with people: Pearson's r, accuracy and macro-F1, with bootstrap intervals.

All three are statistics of sums over rows, so a resample is a weighted sum: rows are summed within their
cluster (the article, the sentence) first, and whole clusters are drawn again, since rows of one article are
not independent.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

import numpy as np

from analysis.evaluation.measures import DRAWS, SEED

CLASSES = ("neg", "neu", "pos")
Statistic = Callable[[np.ndarray], np.ndarray]


class Figure(NamedTuple):
    """One figure with its 95 % bootstrap interval; the figure is None where it cannot be computed."""

    value: float | None
    low: float | None
    high: float | None


def sign(score: float, band: float) -> str:
    """The class of a score: neutral within the band around zero, as VADER's authors cut it (>=, <=).

    >>> sign(0.05, 0.05), sign(-0.2, 0.05), sign(0.01, 0.05)
    ('pos', 'neg', 'neu')
    """
    return "pos" if score >= band else "neg" if score <= -band else "neu"


def correlation(scores: Sequence[float], ratings: Sequence[float], clusters: Sequence[Hashable]) -> Figure:
    """Pearson's r of scores with ratings.

    >>> correlation([1, 2, 3], [2, 4, 6], "abc").value
    1.0
    """
    x, y = np.asarray(scores, float), np.asarray(ratings, float)
    x, y = x - x.mean(), y - y.mean()
    rows = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], axis=1)
    return _figure(rows, clusters, _pearson)


def accuracy(found: Sequence[str], wanted: Sequence[str], clusters: Sequence[Hashable]) -> Figure:
    """The share of rows whose class is right."""
    rows = np.array([[1.0, f == w] for f, w in zip(found, wanted, strict=True)])
    return _figure(rows, clusters, lambda sums: sums[:, 1] / sums[:, 0])


def macro_f1(found: Sequence[str], wanted: Sequence[str], clusters: Sequence[Hashable]) -> Figure:
    """The mean F1 of the three classes; a class that neither side uses is left out of the mean.

    >>> macro_f1(["pos", "neg"], ["pos", "neg"], "ab").value
    1.0
    """
    sides = [[[c == one for one in side] for c in CLASSES] for side in (found, wanted)]
    guessed, true = np.array(sides, float)
    return _figure(np.concatenate([guessed * true, guessed + true]).T, clusters, _macro)


def _pearson(sums: np.ndarray) -> np.ndarray:
    n, x, y, xx, yy, xy = sums.T
    with np.errstate(invalid="ignore", divide="ignore"):
        return (n * xy - x * y) / np.sqrt((n * xx - x * x) * (n * yy - y * y))


def _macro(sums: np.ndarray) -> np.ndarray:
    right, either = sums[:, :3], sums[:, 3:]
    with np.errstate(invalid="ignore"):
        return np.nanmean(np.where(either > 0, 2 * right / either, np.nan), axis=1)


def _figure(rows: np.ndarray, clusters: Sequence[Hashable], statistic: Statistic) -> Figure:
    value = float(statistic(rows.sum(0, keepdims=True))[0])
    if not np.isfinite(value):
        return Figure(None, None, None)
    numbers: dict[Hashable, int] = {}
    places = np.array([numbers.setdefault(c, len(numbers)) for c in clusters])
    sums = np.zeros((len(numbers), rows.shape[1]))
    np.add.at(sums, places, rows)
    # RandomState's stream is frozen by numpy's policy, so that two versions draw the same clusters.
    lots = np.random.RandomState(SEED % 2**32)
    drawn = [sums[lots.randint(0, len(sums), len(sums))].sum(0) for _ in range(DRAWS)]
    low, high = np.nanquantile(statistic(np.array(drawn)), [0.025, 0.975])
    return Figure(round(value, 6), round(float(low), 6), round(float(high), 6))
