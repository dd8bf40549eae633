"""Sparse rows in plain numpy: features become columns, and products are sums over entries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix: entry k is `values[k]`, in row `row[k]` and column `column[k]`."""

    row: np.ndarray
    column: np.ndarray
    values: np.ndarray
    shape: tuple[int, int]

    def times(self, weights: np.ndarray) -> np.ndarray:
        """The product with a weight vector, a number a row."""
        return np.bincount(self.row, self.values * weights[self.column], self.shape[0])

    def back(self, residuals: np.ndarray) -> np.ndarray:
        """The product of the transposed matrix with a number a row: a number a column."""
        return np.bincount(self.column, self.values * residuals[self.row], self.shape[1])

    def take(self, chosen: np.ndarray) -> "Rows":
        """The chosen rows (a mask), renumbered, with all columns."""
        number = np.cumsum(chosen) - 1
        kept = chosen[self.row]
        return Rows(
            number[self.row[kept]], self.column[kept], self.values[kept], (int(chosen.sum()), self.shape[1])
        )


def vocabulary(rows: Sequence[Features], *, least: int) -> dict[str, int]:
    """The features that at least `least` rows have, sorted, each with its column."""
    seen = Counter(name for row in rows for name in row)
    return {name: k for k, name in enumerate(sorted(n for n, times in seen.items() if times >= least))}


def matrix(rows: Sequence[Features], columns: Mapping[str, int]) -> Rows:
    """Lay feature rows out in the given columns; what has no column is passed over."""
    row, column, values = [], [], []
    for number, features in enumerate(rows):
        for name, value in features.items():
            at = columns.get(name)
            if at is not None:
                row.append(number)
                column.append(at)
                values.append(value)
    return Rows(
        np.array(row, np.int64),
        np.array(column, np.int64),
        np.array(values, float),
        (len(rows), len(columns)),
    )


@dataclass(frozen=True, slots=True)
class Mixed:
    """Sparse rows with dense columns behind them; it multiplies as `Rows` does."""

    sparse: Rows
    dense: np.ndarray

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and of columns."""
        return self.sparse.shape[0], self.sparse.shape[1] + self.dense.shape[1]

    def times(self, weights: np.ndarray) -> np.ndarray:
        """The product with a weight vector, a number a row."""
        wide = self.sparse.shape[1]
        return self.sparse.times(weights[:wide]) + self.dense @ weights[wide:]

    def back(self, residuals: np.ndarray) -> np.ndarray:
        """The product of the transposed matrix with a number a row: a number a column."""
        return np.append(self.sparse.back(residuals), self.dense.T @ residuals)
