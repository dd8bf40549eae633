"""The learned layer: a linear table of weights that corrects the rules' root of a marked sentence.

One row a feature, one column a root; the scores of a sentence are added up and made probabilities. Quad and
binary are the sums over their roots. Where the rules found no cue but a loose word ("explosion"), that word
decides about conflict or cooperation: it is one sentence in twenty-five in the training corpus, one in
eight in other news, and there the weights are wrong three times in four.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.cooperation.features import features
from analysis.cooperation.pairs import FIRST_OF_CONFLICT, QUADS, ROOTS, Pair, Verdict, judge
from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.errors import CommuniqueError
from analysis.paths import models_with

FILE = "cooperation.tsv"
LENGTH = 3.0  # to which the features of a sentence are scaled: long ones count as much as short ones


class Answer(NamedTuple):
    """What a coder says of one pair; binary is 0 for cooperation and 1 for conflict."""

    root: str
    quad: int
    binary: int


@dataclass(frozen=True, eq=False)
class Table:
    """The weights of each feature, in the order of `ROOTS`."""

    weights: Mapping[str, tuple[float, ...]]

    @cached_property
    def _rows(self) -> tuple[dict[str, int], np.ndarray]:
        return {name: n for n, name in enumerate(self.weights)}, np.array(list(self.weights.values()))

    def probabilities(self, found: Mapping[str, float]) -> list[float]:
        """How probable each root is; the features are scaled to one length first."""
        scale = LENGTH / sqrt(sum(v * v for v in found.values()))
        at, weights = self._rows
        known = [(at[name], value) for name, value in found.items() if name in at]
        if not known:
            return [1 / len(ROOTS)] * len(ROOTS)
        rows, values = zip(*known, strict=True)
        scores = (np.array(values) @ weights[list(rows)] * scale).tolist()
        most = max(scores)
        parts = [exp(s - most) for s in scores]
        whole = sum(parts)
        return [p / whole for p in parts]


def by_rules(verdict: Verdict) -> Answer:
    """The answer of the rules alone: quad and binary follow from the root."""
    quad = QUADS[verdict.root]
    return Answer(verdict.root, quad, int(quad >= FIRST_OF_CONFLICT))


def by_table(pair: Pair, verdict: Verdict, table: Table, taxonomy: Taxonomy | None = None) -> Answer:
    """The answer of the learned layer on top of the rules' verdict."""
    found = answer(table.probabilities(features(pair, verdict, taxonomy or load())))
    if verdict.hit is None and verdict.rule:
        return found._replace(binary=by_rules(verdict).binary)
    return found


def answer(probabilities: list[float]) -> Answer:
    """The most probable root, quad and side, each by the sum over its roots."""
    quads = dict.fromkeys(sorted(set(QUADS.values())), 0.0)
    for root, p in zip(ROOTS, probabilities, strict=True):
        quads[QUADS[root]] += p
    root = ROOTS[max(range(len(ROOTS)), key=probabilities.__getitem__)]
    conflict = sum(p for quad, p in quads.items() if quad >= FIRST_OF_CONFLICT)
    return Answer(root, max(quads, key=quads.__getitem__), int(conflict > 1 - conflict))


def read(folder: str | Path | None = None) -> Table:
    """Read the table of weights of a folder, by default the shipped one (or that of COMMUNIQUE_MODELS)."""
    return _read(Path(folder or models_with(FILE)))


@cache
def _read(folder: Path) -> Table:
    path = folder / FILE
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("# ")]
    except OSError as error:
        raise CommuniqueError(f"{path}: the weights cannot be read ({error.strerror}).") from error
    head, body = lines[0].split("\t"), lines[1:]
    if head[1:] != list(ROOTS):
        raise CommuniqueError(f"{path}: the columns are not feature and the {len(ROOTS)} roots of PLOVER.")
    try:
        rows = (line.split("\t") for line in body)
        weights = {row[0]: tuple(float(cell) if cell else 0.0 for cell in row[1:]) for row in rows}
    except ValueError as error:
        raise CommuniqueError(f"{path}: a weight is no number ({error}).") from error
    if any(len(row) != len(ROOTS) for row in weights.values()):
        raise CommuniqueError(f"{path}: a row has not {len(ROOTS)} weights.")
    return Table(weights)


def judged(pair: Pair, taxonomy: Taxonomy | None = None) -> Answer:
    """The answer of the shipped table for one pair.

    >>> from analysis.cooperation.pairs import unmark
    >>> judged(Pair(unmark("<s>Oslo</s> thanked <t>Porto</t> for its help."))).root
    'SUPPORT'
    """
    return by_table(pair, judge(pair, taxonomy), read(), taxonomy)
