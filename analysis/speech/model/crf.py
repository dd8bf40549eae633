"""A linear-chain model in numpy: emissions are sums of table rows, decoding is Viterbi over a batch.

Each feature is a row of a table (its number comes from a hash), each label a column. How the weights are
found is in `fitting`.
"""

from collections.abc import Sequence
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
    best = np.empty((len(model.starts), len(scores)))  # of the best way to each label; the scores first
    best[:, place] = scores.T
    best[:, : steps[1]] += model.starts[:, None]
    moves, ways, highest = model.moves[:, :, None], best[:, None], np.maximum.reduce
    for before, low, high in zip(steps, steps[1:], steps[2:], strict=False):
        now = best[:, low:high]
        now += highest(ways[:, :, before : before + high - low] + moves, 0)
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
    into = np.ascontiguousarray(model.moves.T).take
    path = ways.argmax(1)
    for k in range(len(steps) - 2, 0, -1):
        before, low, high = steps[k - 1 : k + 2]
        until = before + high - low
        (ways[before:until] + into(path[low:high], 0)).argmax(1, path[before:until])
    return path
