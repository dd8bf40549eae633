"""Fitting: logistic regression and ridge regression on sparse rows, by L-BFGS, the same on every run.

Nothing is drawn at random and nothing depends on the number of threads: sums run in the order of the rows.
"""

from collections.abc import Callable

import numpy as np

from analysis.sentiment.model.sparse import Mixed, Rows

MEMORY = 10  # pairs of steps that L-BFGS remembers: the usual number (Nocedal 1980)
STEPS = 80  # by then the loss falls by less than a millionth a step on both benchmarks
Loss = Callable[[np.ndarray], tuple[float, np.ndarray]]


def logistic(rows: Rows | Mixed, classes: np.ndarray, *, penalty: float, number: int = 3) -> np.ndarray:
    """Weights of a multinomial logistic regression, a row a class; the last column is the intercept.

    The classes weigh the same, however often each occurs, since what is measured is their mean F1. `penalty`
    is the weight of the squared weights (half of it, as usual); the intercept has none.
    """
    balance = len(classes) / (number * np.maximum(np.bincount(classes, minlength=number), 1))
    weight = np.sqrt(balance[classes])  # half way to balance; nothing else was tried
    wanted = np.eye(number)[classes]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(number, -1)
        scores = np.stack([rows.times(v[:-1]) + v[-1] for v in w], axis=1)
        scores -= scores.max(1, keepdims=True)
        p = np.exp(scores)
        p /= p.sum(1, keepdims=True)
        error = weight[:, None] * (p - wanted)
        value = -(weight * np.log(p[np.arange(len(p)), classes])).sum() + penalty / 2 * (w[:, :-1] ** 2).sum()
        slope = np.stack([np.append(rows.back(e), e.sum()) for e in error.T])
        slope[:, :-1] += penalty * w[:, :-1]
        return float(value), slope.ravel()

    return minimum(loss, np.zeros(number * (rows.shape[1] + 1))).reshape(number, -1)


def ridge(rows: Rows | Mixed, ratings: np.ndarray, *, penalty: float) -> np.ndarray:
    """Weights of a ridge regression; the last is the intercept."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        error = rows.times(w[:-1]) + w[-1] - ratings
        slope = np.append(rows.back(error) + penalty * w[:-1], error.sum())
        return float((error**2).sum() + penalty * (w[:-1] ** 2).sum()) / 2, slope

    start = np.zeros(rows.shape[1] + 1)
    start[-1] = ratings.mean()
    return minimum(loss, start)


def minimum(loss: Loss, start: np.ndarray) -> np.ndarray:
    """The minimum of a smooth convex function by L-BFGS with step halving (Liu and Nocedal 1989)."""
    x, (value, slope) = start, loss(start)
    moves: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(STEPS):
        way = -_direction(slope, moves)
        step, drop = (1.0 if moves else min(1.0, 1 / np.abs(slope).sum())), float(slope @ way)
        while True:
            ahead, ahead_slope = loss(x + step * way)
            if ahead <= value + 1e-4 * step * drop or step < 1e-8:
                break
            step /= 2
        move, turn = step * way, ahead_slope - slope
        done = value - ahead < 1e-7 * abs(value)
        x, value, slope = x + move, ahead, ahead_slope
        if done:
            break
        if float(move @ turn) > 1e-12:
            moves = [*moves[-MEMORY + 1 :], (move, turn, 1 / float(move @ turn))]
    return x


def _direction(slope: np.ndarray, moves: list[tuple[np.ndarray, np.ndarray, float]]) -> np.ndarray:
    q, parts = slope.copy(), []
    for move, turn, rho in reversed(moves):
        part = rho * float(move @ q)
        parts.append(part)
        q -= part * turn
    if moves:
        move, turn, _ = moves[-1]
        q *= float(move @ turn) / float(turn @ turn)
    for (move, turn, rho), part in zip(moves, reversed(parts), strict=True):
        q += move * (part - rho * float(turn @ q))
    return q
