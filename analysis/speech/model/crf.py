"""A linear-chain model in numpy: emissions are sums of table rows, decoding is Viterbi over a batch.

Each feature is a row of a table (its number comes from a hash), each label a column. How the weights are
found is in `fitting`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

Array = np.ndarray
FORBIDDEN = -1e4  # the score of a move that is never made


class Model(NamedTuple):
    """Weights: `table` has a row a feature and a column a label, `moves[a, b]` scores b behind a."""

    table: Array
    moves: Array
    starts: Array
    packed: Array | None = None  # eight weights of one byte in one number, for speed
    scale: float = 1.0


def emissions(model: Model, rows: Array) -> Array:
    """Scores of each token (n, labels) from its feature rows (n, features)."""
    if model.packed is None:
        return model.table[rows].sum(1, dtype=np.float32)
    found = model.packed.take(rows.T).view(np.int8)
    total = np.add.reduce(found, 0, dtype=np.int16).reshape(len(rows), 8)
    return total[:, : len(model.starts)] * np.float32(model.scale)


def viterbi(model: Model, scores: Array, lengths: Sequence[int]) -> Array:
    """The best labels of a batch of sequences; `scores` (tokens, labels) are those of all in a row.

    The sequences are walked side by side, the longest first, so that at each step those that still go on
    stand together. No back pointers are kept: on the way back they are worked out again for the one label
    that the best path goes through.
    """
    place, steps = _side_by_side(np.asarray(lengths))
    scores_at = np.empty((len(model.starts), len(scores)), dtype=scores.dtype)
    scores_at[:, place] = scores.T
    best = np.empty(scores_at.shape)  # of the best way to each label
    best[:, : steps[1]] = now = scores_at[:, : steps[1]] + model.starts[:, None]
    moves = model.moves[:, :, None]
    for low, high in pairwise(steps[1:]):
        now = np.maximum.reduce(now[:, None, : high - low] + moves, 0)
        now += scores_at[:, low:high]
        best[:, low:high] = now
    return _backwards(model, best, steps)[place]


def _side_by_side(lengths: Array) -> tuple[Array, list[int]]:
    """Where each token stands when all first ones come first, then all second ones; where steps begin."""
    rank = np.empty_like(lengths)
    rank[np.argsort(-lengths, kind="stable")] = np.arange(len(lengths))
    heads = np.cumsum(lengths) - lengths
    step = np.arange(lengths.sum()) - np.repeat(heads, lengths)
    steps = np.concatenate([[0], np.cumsum(np.bincount(step))])
    return steps[step] + np.repeat(rank, lengths), steps.tolist()


def _backwards(model: Model, best: Array, steps: Sequence[int]) -> Array:
    """Follow the best paths from their ends; of equally good labels the first is taken."""
    ways = np.ascontiguousarray(best.T)
    into = np.ascontiguousarray(model.moves.T)
    path = ways.argmax(1)
    for k in range(len(steps) - 2, 0, -1):
        low, high = steps[k], steps[k + 1]
        before = steps[k - 1]
        until = before + high - low
        path[before:until] = (ways[before:until] + into[path[low:high]]).argmax(1)
    return path
