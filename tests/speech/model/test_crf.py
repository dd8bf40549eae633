"""The chain model against arithmetic that goes through every path."""

from itertools import product

import numpy as np
import pytest

from analysis.speech.model.crf import FORBIDDEN, Model, emissions, margins, train, viterbi
from analysis.speech.model.learning import forbidden
from analysis.speech.model.tagging import CUE_LABELS, LINK_LABELS

DICE = np.random.default_rng(3)
LABELS = 3
MODEL = Model(DICE.normal(size=(16, LABELS)), DICE.normal(size=(LABELS, LABELS)), DICE.normal(size=LABELS))


def score(scores, path):
    moves = sum(MODEL.moves[a, b] for a, b in zip(path, path[1:], strict=False))
    return MODEL.starts[path[0]] + sum(scores[i, k] for i, k in enumerate(path)) + moves


@pytest.mark.parametrize("lengths", [[1], [4], [4, 1, 3]])
def test_viterbi_finds_the_best_of_all_paths(lengths):
    scores = DICE.normal(size=(sum(lengths), LABELS)).astype(np.float32)
    found, at = viterbi(MODEL, scores, lengths), 0
    for n in lengths:
        own = scores[at : at + n]
        best = max(product(range(LABELS), repeat=n), key=lambda path, own=own: score(own, path))
        assert tuple(found[at : at + n]) == best
        at += n


def test_margins_are_the_sums_over_all_paths():
    lengths = [3, 2]
    scores = DICE.normal(size=(5, LABELS)).astype(np.float32)
    found, pairs, starts = margins(MODEL, scores, lengths)
    at, all_pairs, all_starts = 0, np.zeros((LABELS, LABELS)), np.zeros(LABELS)
    for n in lengths:
        own = scores[at : at + n]
        paths = list(product(range(LABELS), repeat=n))
        weights = np.exp([score(own, path) for path in paths])
        weights /= weights.sum()
        labels = np.zeros((n, LABELS))
        for path, weight in zip(paths, weights, strict=True):
            all_starts[path[0]] += weight
            for i, k in enumerate(path):
                labels[i, k] += weight
            for a, b in zip(path, path[1:], strict=False):
                all_pairs[a, b] += weight
        assert np.allclose(found[at : at + n], labels)
        at += n
    assert np.allclose(pairs, all_pairs)
    assert np.allclose(starts, all_starts)


def test_packed_weights_score_as_plain_ones():
    table = DICE.integers(-127, 128, size=(16, 8)).astype(np.int8)
    table[:, LABELS:] = 0
    packed = Model(table, MODEL.moves, MODEL.starts, table.view(np.int64)[:, 0], 0.5)
    rows = DICE.integers(0, 16, size=(5, 4)).astype(np.int32)
    assert np.allclose(emissions(packed, rows), table[rows].sum(1, dtype=float)[:, :LABELS] * 0.5)


def lesson():
    """Label 1 behind feature 3, label 2 after it, else 0: learnt from forty short sequences."""
    rows, gold, lengths = [], [], []
    for _ in range(40):
        n = int(DICE.integers(3, 7))
        at = int(DICE.integers(0, n - 1))
        for i in range(n):
            rows.append([3 if i == at else 5, 7])
            gold.append(1 if i == at else 2 if i == at + 1 else 0)
        lengths.append(n)
    return np.array(rows, dtype=np.int32), np.array(gold), np.array(lengths)


@pytest.mark.parametrize("hinge", [False, True])
def test_training_learns_and_is_the_same_twice(hinge):
    rows, gold, lengths = lesson()
    options = {"bits": 4, "epochs": 12, "batch": 8, "hinge": hinge, "forbidden": [(-1, 2), (0, 2)], "decay": 0.0}
    one = train(rows, gold, lengths, LABELS, **options)
    two = train(rows, gold, lengths, LABELS, **options)
    assert (viterbi(one, emissions(one, rows), lengths.tolist()) == gold).all()
    assert all(np.array_equal(a, b) for a, b in zip(one[:3], two[:3], strict=True))
    assert one.moves[0, 2] == FORBIDDEN


@pytest.mark.parametrize("labels", [CUE_LABELS, LINK_LABELS])
def test_an_inside_label_only_goes_on_with_its_own_role(labels):
    bad = set(forbidden(labels))
    for to, label in enumerate(labels):
        froms = {a for a in range(-1, len(labels)) if (a, to) not in bad}
        if label.startswith("I-"):
            assert froms == {labels.index("B-" + label[2:]), to}
        else:
            assert froms == set(range(-1, len(labels)))
