"""Fitting: the weights of a chain model from sequences whose labels are known.

Training minimises the loss of a conditional random field (Lafferty, McCallum, Pereira 2001) or of a large
margin (Taskar, Guestrin, Koller 2003) by AdaGrad (Duchi, Hazan, Singer 2011) over mini-batches, in one thread
and from one seed: the same data make the same weights.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from analysis.speech.model.crf import FORBIDDEN, Model, emissions, viterbi

Array = np.ndarray
LIKE = 8  # tokens: sequences whose lengths fall into one such step may share a batch


class Wanted(NamedTuple):
    """What a model expects of a batch: of each label (tokens, labels), of each move, of each start."""

    labels: Array
    moves: Array
    starts: Array


class Learner:
    """Weights that are being learnt: each is moved against its gradient, by less the more it was moved."""

    def __init__(self, weights: Array, *, rate: float, start: float) -> None:
        self.weights, self.rate = weights, rate
        self.memory = np.full_like(weights, start)  # the sum of squared gradients
        self.total = np.zeros_like(weights)  # for the mean over the later epochs

    def step(self, gradient: Array, at: Array | slice = slice(None)) -> None:
        """Move the weights `at` some rows by one step of AdaGrad."""
        self.memory[at] += gradient * gradient
        self.weights[at] -= self.rate * gradient / np.sqrt(self.memory[at])


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
    tell: Callable[[int, int, float], None] | None = None,
) -> Model:
    """Train on sequences laid end to end: `rows` (tokens, features), `gold` (tokens,), `lengths`.

    `bits` is the size of the table, `decay` what draws weights to zero, `least` how often a feature must have
    been seen, `forbidden` the moves (from, to) that are never made (-1: at the start); `hinge` asks for the
    margin instead of the field; `tell` hears of each epoch: its number, how many there are, the loss a token.
    The weights returned are the mean over the second half of the epochs. Raises ValueError where the gold
    labels make a forbidden move: no weights can follow them, and those that try grow without bound.
    """
    moves, starts = _open(labels, forbidden)
    known = counted(gold, lengths, labels)
    if known.moves[moves == FORBIDDEN].any() or known.starts[starts == FORBIDDEN].any():
        raise ValueError("The labels to be learned make a move that is forbidden.")
    free, free_starts = moves > FORBIDDEN, starts > FORBIDDEN
    table = Learner(np.zeros((1 << bits, labels), dtype=np.float32), rate=rate, start=start)
    move = Learner(moves, rate=rate, start=1.0)
    first = Learner(starts, rate=rate, start=1.0)
    seen = np.bincount(rows.ravel(), minlength=1 << bits).astype(np.float32)
    rows = np.where(seen[rows] < least, 0, rows)  # rare features share one row, which stays zero
    seen[0] = max(seen[0], 1)
    model = Model(table.weights, moves, starts)
    dice = np.random.default_rng(seed)
    for epoch in range(epochs):
        loss = 0.0
        for index, own in _batches(lengths, batch, dice):
            here, right = rows[index], gold[index]
            scores = emissions(model, here)
            found = worst(model, scores, own, right) if hinge else margins(model, scores, own)
            real = counted(right, own, labels)
            each = np.arange(len(right))
            loss -= np.log(np.maximum(found.labels[each, right], 1e-12)).sum()
            found.labels[each, right] -= 1
            _learn(table, here, found.labels, seen=seen, decay=decay)
            move.step((found.moves - real.moves) * free)
            first.step((found.starts - real.starts) * free_starts)
        if epoch >= epochs // 2:
            for one in (table, move, first):
                one.total += one.weights
        if tell:
            tell(epoch + 1, epochs, loss / len(gold))
    return Model(*(one.total / (epochs - epochs // 2) for one in (table, move, first)))


def margins(model: Model, scores: Array, lengths: Sequence[int]) -> Wanted:
    """What the field expects (forward-backward): chances of labels, sums of those of moves and starts."""
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
            ways = forward[:, t - 1][:, :, None] + model.moves[None]
            pairs += np.exp((ways + message[:, None, :] - whole[:, :, None])[live]).sum(0)
            backward = np.where(live[:, None], _sum(model.moves[None] + message[:, None, :], 2), backward)
    return Wanted(gamma[mask], pairs, gamma[:, 0].sum(0))


def worst(model: Model, scores: Array, lengths: Sequence[int], right: Array) -> Wanted:
    """What most needs correction: the best labels when each wrong one is given one point more."""
    helped = scores + 1.0
    helped[np.arange(len(right)), right] -= 1.0
    return counted(viterbi(model, helped, lengths), lengths, scores.shape[1])


def counted(found: Array, lengths: Sequence[int], labels: int) -> Wanted:
    """Labels that are known, in the form of what is expected: each is sure, moves and starts are counted."""
    heads = np.cumsum(lengths) - lengths
    behind = np.delete(np.arange(len(found)), heads)
    moves = np.zeros((labels, labels))
    np.add.at(moves, (found[behind - 1], found[behind]), 1)
    return Wanted(np.eye(labels)[found], moves, np.bincount(found[heads], minlength=labels).astype(float))


def pad(values: Array, lengths: Sequence[int]) -> tuple[Array, Array]:
    """Cut a long array into sequences and pad them to one length: (batch, longest, ...), and the mask."""
    longest = max(lengths)
    out = np.zeros((len(lengths), longest, *values.shape[1:]), dtype=values.dtype)
    mask = np.arange(longest)[None, :] < np.asarray(lengths)[:, None]
    out[mask] = values
    return out, mask


def _open(labels: int, forbidden: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
    """Moves and starts to begin with: nothing is known of them but what is forbidden."""
    moves, starts = np.zeros((labels, labels)), np.zeros(labels)
    for a, b in forbidden:
        if a < 0:
            starts[b] = FORBIDDEN
        else:
            moves[a, b] = FORBIDDEN
    return moves, starts


def _batches(lengths: Array, size: int, dice: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """The tokens and the lengths of each batch of an epoch: like lengths together, a new order each time."""
    offsets = np.cumsum(lengths) - lengths
    order = dice.permutation(len(lengths))
    order = order[np.argsort(lengths[order] // LIKE, kind="stable")]
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    for pick in dice.permutation(len(batches)):
        chosen = batches[pick]
        tokens = [np.arange(offsets[s], offsets[s] + lengths[s]) for s in chosen]
        yield np.concatenate(tokens), lengths[chosen]


def _learn(table: Learner, rows: Array, missed: Array, *, seen: Array, decay: float) -> None:
    """Move the rows of the table that a batch touches; `missed` is what was expected less what is so."""
    touched, inverse = np.unique(rows.ravel(), return_inverse=True)
    spread = np.repeat(missed.astype(np.float64), rows.shape[1], axis=0)
    sums = [np.bincount(inverse, weights=column, minlength=len(touched)) for column in spread.T]
    gradient = np.stack(sums, axis=1).astype(np.float32)
    times = np.bincount(inverse, minlength=len(touched)).astype(np.float32)
    gradient += (decay * times / seen[touched])[:, None] * table.weights[touched]
    gradient[touched == 0] = 0
    table.step(gradient, touched)


def _sum(values: Array, axis: int) -> Array:
    """The logarithm of a sum of exponentials along one axis."""
    top = values.max(axis, keepdims=True)
    return np.log(np.exp(values - top).sum(axis)) + np.squeeze(top, axis)
