"""A linear-chain model in numpy: emissions are sums of table rows, decoding is Viterbi over a batch.

Each feature is a row of a table (its number comes from a hash), each label a column. Training minimises the
loss of a conditional random field (Lafferty, McCallum, Pereira 2001) or of a large margin (Taskar, Guestrin,
Koller 2003) by AdaGrad (Duchi, Hazan, Singer 2011) over mini-batches, in one thread and from one seed:
the same data make the same weights.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

Array = np.ndarray
FORBIDDEN = -1e4


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
    found = np.take(model.packed, rows.T).view(np.int8).reshape(rows.shape[1], -1)
    total = np.add.reduce(found, 0, dtype=np.int16).reshape(len(rows), 8)
    return total[:, : len(model.starts)] * np.float32(model.scale)


def pad(values: Array, lengths: Sequence[int], fill: float = 0.0) -> tuple[Array, Array]:
    """Cut a long array into sequences and pad them to one length: (batch, longest, ...), and the mask."""
    longest = max(lengths)
    out = np.full((len(lengths), longest, *values.shape[1:]), fill, dtype=values.dtype)
    mask = np.arange(longest)[None, :] < np.asarray(lengths)[:, None]
    out[mask] = values
    return out, mask


def viterbi(model: Model, scores: Array, lengths: Sequence[int]) -> Array:
    """The best labels of a batch of sequences; `scores` (tokens, labels) are those of all in a row."""
    padded, mask = pad(scores, lengths)
    batch, longest, labels = padded.shape
    best = padded[:, 0] + model.starts
    back = np.zeros((batch, longest, labels), dtype=np.int8)
    for t in range(1, longest):
        ways = best[:, :, None] + model.moves[None]
        back[:, t] = ways.argmax(1)
        step = ways.max(1) + padded[:, t]
        best = np.where(mask[:, t, None], step, best)
    path = np.zeros((batch, longest), dtype=np.int8)
    last = best.argmax(1)
    ends = np.asarray(lengths) - 1
    for t in range(longest - 1, -1, -1):
        path[:, t] = last
        inside = (t <= ends) & (t > 0)
        last = np.where(inside, back[np.arange(batch), t, last], last)
    return path[mask]


def margins(model: Model, scores: Array, lengths: Sequence[int]) -> tuple[Array, Array, Array]:
    """Forward-backward: probabilities of labels (tokens, labels), sums of those of moves and of starts."""
    padded, mask = pad(scores, lengths)
    padded = padded.astype(np.float64)
    batch, longest, labels = padded.shape
    forward = np.empty((batch, longest, labels))
    forward[:, 0] = padded[:, 0] + model.starts
    for t in range(1, longest):
        step = _sum(forward[:, t - 1][:, :, None] + model.moves[None], 1) + padded[:, t]
        forward[:, t] = np.where(mask[:, t, None], step, forward[:, t - 1])
    whole = _sum(forward[:, -1], 1)[:, None]
    backward = np.zeros((batch, labels))
    gamma = np.empty((batch, longest, labels))
    pairs = np.zeros((labels, labels))
    for t in range(longest - 1, -1, -1):
        gamma[:, t] = np.exp(forward[:, t] + backward - whole)
        if t:
            live = mask[:, t]
            message = padded[:, t] + backward
            joint = (
                forward[:, t - 1][:, :, None] + model.moves[None] + message[:, None, :] - whole[:, :, None]
            )
            pairs += np.exp(joint[live]).sum(0)
            backward = np.where(live[:, None], _sum(model.moves[None] + message[:, None, :], 2), backward)
    return gamma[mask], pairs, gamma[:, 0].sum(0)


def _worst(model: Model, scores: Array, lengths: Sequence[int], right: Array) -> tuple[Array, Array, Array]:
    """The labels that most need correction: the best ones when each wrong label is given one point more."""
    labels = scores.shape[1]
    helped = scores + 1.0
    helped[np.arange(len(right)), right] -= 1.0
    found = viterbi(model, helped, lengths).astype(np.int64)
    heads = np.concatenate([[0], np.cumsum(lengths)])[:-1]
    inner = np.ones(len(found), dtype=bool)
    inner[heads] = False
    at = np.flatnonzero(inner)
    pairs = np.zeros((labels, labels))
    np.add.at(pairs, (found[at - 1], found[at]), 1)
    return np.eye(labels)[found], pairs, np.bincount(found[heads], minlength=labels).astype(float)


def _sum(values: Array, axis: int) -> Array:
    """The logarithm of a sum of exponentials along one axis."""
    top = values.max(axis, keepdims=True)
    return np.log(np.exp(values - top).sum(axis)) + np.squeeze(top, axis)


def train(
    rows: Array,
    gold: Array,
    lengths: Array,
    labels: int,
    *,
    bits: int,
    epochs: int,
    rate: float = 0.05,
    start: float = 0.1,
    decay: float = 0.5,
    least: int = 3,
    batch: int = 64,
    seed: int = 1,
    forbidden: Sequence[tuple[int, int]] = (),
    hinge: bool = False,
    tell=None,
) -> Model:
    """Train on sequences laid end to end: `rows` (tokens, features), `gold` (tokens,), `lengths`."""
    table = np.zeros((1 << bits, labels), dtype=np.float32)
    memory = np.full((1 << bits, labels), start, dtype=np.float32)
    moves = np.zeros((labels, labels))
    starts = np.zeros(labels)
    for a, b in forbidden:
        if a < 0:
            starts[b] = FORBIDDEN
        else:
            moves[a, b] = FORBIDDEN
    seen = np.bincount(rows.ravel(), minlength=1 << bits).astype(np.float32)
    rows = np.where(seen[rows] < least, 0, rows)  # rare features share one row, which stays zero
    seen[0] = max(seen[0], 1)
    open_moves, open_starts = moves > FORBIDDEN, starts > FORBIDDEN
    moves_memory, starts_memory = np.full_like(moves, 1.0), np.full_like(starts, 1.0)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    dice = np.random.default_rng(seed)
    average = np.zeros_like(table)
    average_moves, average_starts = np.zeros_like(moves), np.zeros_like(starts)
    taken = 0
    for epoch in range(epochs):
        order = dice.permutation(len(lengths))
        # sequences of like length together: less padding, and still another order each time
        order = order[np.argsort(lengths[order] // 8, kind="stable")]
        batches = [order[i : i + batch] for i in range(0, len(order), batch)]
        loss = 0.0
        for pick in dice.permutation(len(batches)):
            chosen = batches[pick]
            index = np.concatenate([np.arange(offsets[s], offsets[s + 1]) for s in chosen])
            own = lengths[chosen]
            here, right = rows[index], gold[index]
            model = Model(table, moves, starts)
            find = _worst if hinge else margins
            p, pairs, first = find(model, emissions(model, here), own, *([right] if hinge else []))
            loss -= np.log(np.maximum(p[np.arange(len(right)), right], 1e-12)).sum()
            p[np.arange(len(right)), right] -= 1
            flat = here.ravel()
            touched, inverse = np.unique(flat, return_inverse=True)
            spread = np.repeat(p.astype(np.float64), here.shape[1], axis=0)
            grad = np.stack(
                [np.bincount(inverse, weights=spread[:, k], minlength=len(touched)) for k in range(labels)],
                axis=1,
            ).astype(np.float32)
            here_now = np.bincount(inverse, minlength=len(touched)).astype(np.float32)
            grad += (decay * here_now / seen[touched])[:, None] * table[touched]
            grad[touched == 0] = 0
            memory[touched] += grad * grad
            table[touched] -= rate * grad / np.sqrt(memory[touched])
            heads = np.concatenate([[0], np.cumsum(own)])[:-1]
            real = np.zeros_like(moves)
            inner = np.ones(len(right), dtype=bool)
            inner[heads] = False
            at = np.flatnonzero(inner)
            np.add.at(real, (right[at - 1], right[at]), 1)
            step = (pairs - real) * open_moves
            moves_memory += step * step
            moves -= rate * step / np.sqrt(moves_memory)
            step = (first - np.bincount(right[heads], minlength=labels)) * open_starts
            starts_memory += step * step
            starts -= rate * step / np.sqrt(starts_memory)
        if epoch >= epochs // 2:
            average += table
            average_moves += moves
            average_starts += starts
            taken += 1
        if tell:
            tell(epoch + 1, epochs, loss / len(gold))
    return Model(average / taken, average_moves / taken, average_starts / taken)
