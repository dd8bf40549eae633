"""Fitting: makes the table of weights of the learned layer from marked sentences with their roots.

Multinomial logistic regression with an L2 penalty, in numpy. There are fewer sentences than features, so the
weights are sought as sums of sentences: the work is done on a square table of their likenesses.

The rules were written by people who had read the corpus, so they look better on it than they are. Therefore
each sentence is shown to the learner as it would look if nobody had thought of the cues that stand in no
other sentence (`apart`); what is left tells how far the rules can be trusted on news they have not seen.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.cooperation.features import features
from analysis.cooperation.learned import FILE, LENGTH, Table
from analysis.cooperation.pair_cues import OF_PAIRS, cues_without
from analysis.cooperation.pairs import ROOTS, Marked, Pair, judge
from analysis.cooperation.taxonomy import Taxonomy, load

# Chosen by five-fold cross-validation on the training part of PLV; the figures around them differ by half a
# point.
PENALTY = 0.1
BALANCE = 0.5  # weight of a sentence: how rare its root is, to this power
SEEN = 2  # sentences in which a feature must stand
STEPS = 400
SMALLEST = 0.005  # a weight that is rounded away


class Lesson(NamedTuple):
    """A marked sentence and the root that people gave it."""

    marked: Marked
    root: str


class Firing:
    """Which cues of pairs stand in which sentences of a corpus, so that a sentence can be shown without
    its own.
    """

    def __init__(self, sentences: Sequence[Marked]) -> None:
        self.sentences = sentences
        self.where: dict[str, set[str]] = defaultdict(set)
        self.of: dict[str, set[str]] = defaultdict(set)
        for marked in sentences:
            for hit in Pair(marked).hits:
                if OF_PAIRS in hit.cue.flags:
                    self.where[hit.cue.rule].add(marked.text)
                    self.of[marked.text].add(hit.cue.rule)

    def only(self, text: str, among: Collection[str]) -> frozenset[str]:
        """The cues of a sentence that stand in no sentence but those `among` which it is."""
        return frozenset(rule for rule in self.of[text] if self.where[rule] <= set(among))


def apart(
    marked: Marked, without: Collection[str], taxonomy: Taxonomy | None = None
) -> tuple[Pair, dict[str, float]]:
    """A sentence and its features as they would be without some cues."""
    taxonomy = taxonomy or load()
    pair = Pair(marked, index=cues_without(without)) if without else Pair(marked)
    return pair, features(pair, judge(pair, taxonomy), taxonomy)


def fit(lessons: Sequence[Lesson], *, firing: Firing | None = None, aside: Collection[str] = ()) -> Table:
    """Make the weights; the same lessons give the same weights.

    `firing` knows the cues of a corpus, `aside` are sentences of it that nobody has read (of another fold):
    the cues that stand in them alone are unknown, too.
    """
    firing = firing or Firing([lesson.marked for lesson in lessons])
    found = [apart(one.marked, firing.only(one.marked.text, {one.marked.text, *aside}))[1] for one in lessons]
    seen = Counter(name for row in found for name in row)
    names = sorted(name for name, n in seen.items() if n >= SEEN)
    weights = _weights(_matrix(found, names), np.array([ROOTS.index(one.root) for one in lessons]))
    rounded = np.where(np.abs(weights) < SMALLEST, 0.0, np.round(weights, 2)) + 0.0
    return Table(
        {name: tuple(map(float, row)) for name, row in zip(names, rounded, strict=True) if row.any()}
    )


def _matrix(found: Sequence[Mapping[str, float]], names: Sequence[str]) -> np.ndarray:
    at = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(found), len(names)))
    for i, row in enumerate(found):
        scale = LENGTH / sum(v * v for v in row.values()) ** 0.5
        for name, value in row.items():
            if name in at:
                matrix[i, at[name]] = value * scale
    return matrix


def _weights(matrix: np.ndarray, roots: np.ndarray) -> np.ndarray:
    """Nesterov's accelerated descent on the sentences' own coefficients; the weights are sums over
    sentences.
    """
    n, k = len(matrix), len(ROOTS)
    likeness = matrix @ matrix.T
    wanted = np.eye(k)[roots]
    often = np.bincount(roots, minlength=k)
    heavy = ((n / k / often[roots]) ** BALANCE)[:, None]
    step = 1 / (np.linalg.eigvalsh(likeness)[-1] * heavy.max() / 2 + PENALTY)
    at = ahead = np.zeros((n, k))
    momentum = 1.0
    for _ in range(STEPS):
        scores = likeness @ ahead
        parts = np.exp(scores - scores.max(axis=1, keepdims=True))
        parts /= parts.sum(axis=1, keepdims=True)
        following = ahead - step * ((parts - wanted) * heavy + PENALTY * ahead)
        faster = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = following + (momentum - 1) / faster * (following - at)
        at, momentum = following, faster
    return matrix.T @ at


def save(table: Table, folder: str | Path) -> Path:
    """Write the weights as a table of text, a row a feature, sorted; an empty cell is a weight of zero."""
    folder = Path(folder).expanduser()
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(("feature", *ROOTS))]
    for name in sorted(table.weights):
        lines.append("\t".join((name, *(f"{w:g}" if w else "" for w in table.weights[name]))))
    path = folder / FILE
    path.write_bytes(("\n".join(lines) + "\n").encode())
    return path
