"""Fitting: what a model expects against sums over every path, and that training learns."""

from itertools import pairwise, product

import numpy as np
import pytest

from analysis.speech.model.crf import FORBIDDEN, Model, emissions, viterbi
from analysis.speech.model.fitting import counted, margins, train, worst
from analysis.speech.model.learning import forbidden
from analysis.speech.model.tagging import CUE_LABELS, LINK_LABELS

DICE = np.random.default_rng(3)
LABELS = 3
MODEL = Model(DICE.normal(size=(16, LABELS)), DICE.normal(size=(LABELS, LABELS)), DICE.normal(size=LABELS))


def score(scores, path):
    moves = sum(MODEL.moves[a, b] for a, b in pairwise(path))
    return MODEL.starts[path[0]] + sum(scores[i, k] for i, k in enumerate(path)) + moves


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
            for a, b in pairwise(path):
                all_pairs[a, b] += weight
        assert np.allclose(found[at : at + n], labels)
        at += n
    assert np.allclose(pairs, all_pairs)
    assert np.allclose(starts, all_starts)


def lesson():
    """Label 1 behind feature 3, label 2 after it, else 0: learnt from forty short sequences."""
    dice = np.random.default_rng(9)
    rows, gold, lengths = [], [], []
    for _ in range(40):
        n = int(dice.integers(3, 7))
        at = int(dice.integers(0, n - 1))
        for i in range(n):
            rows.append([3 if i == at else 5, 7])
            gold.append(1 if i == at else 2 if i == at + 1 else 0)
        lengths.append(n)
    return np.array(rows, dtype=np.int32), np.array(gold), np.array(lengths)


OPTIONS = {"bits": 4, "epochs": 20, "rate": 0.2, "batch": 8, "forbidden": [(-1, 2), (0, 2)], "decay": 0.0}


@pytest.mark.parametrize("hinge", [False, True])
def test_training_learns_and_is_the_same_twice(hinge):
    rows, gold, lengths = lesson()
    one = train(rows, gold, lengths, LABELS, hinge=hinge, **OPTIONS)
    two = train(rows, gold, lengths, LABELS, hinge=hinge, **OPTIONS)
    assert (viterbi(one, emissions(one, rows), lengths.tolist()) == gold).all()
    assert all(np.array_equal(a, b) for a, b in zip(one[:3], two[:3], strict=True))
    assert one.moves[0, 2] == FORBIDDEN


def test_a_feature_that_is_seen_too_seldom_weighs_nothing():
    rows, gold, lengths = lesson()
    rows[0, 1] = 9
    model = train(rows, gold, lengths, LABELS, **OPTIONS | {"least": 2})
    assert not model.table[9].any() and not model.table[0].any()
    assert model.table[[3, 5, 7]].any(1).all()


def test_training_tells_of_each_epoch_and_the_loss_falls():
    told = []
    train(*lesson(), LABELS, tell=lambda *one: told.append(one), **OPTIONS)
    assert [one[:2] for one in told] == [(n, 20) for n in range(1, 21)]
    assert told[-1][2] < told[0][2] / 2


def test_what_is_known_is_counted():
    known = counted(np.array([0, 1, 2, 0, 1]), [3, 2], LABELS)
    assert known.labels.argmax(1).tolist() == [0, 1, 2, 0, 1] and known.labels.sum() == 5
    assert known.moves.tolist() == [[0, 2, 0], [0, 0, 1], [0, 0, 0]]
    assert known.starts.tolist() == [2, 0, 0]


def test_the_worst_labels_are_those_that_are_right_by_less_than_a_point():
    flat = Model(np.zeros((1, LABELS)), np.zeros((LABELS, LABELS)), np.zeros(LABELS))
    scores = np.array([[0.5, 0, 0], [1.5, 0, 0]])
    assert worst(flat, scores, [1, 1], np.array([0, 0])).labels.argmax(1).tolist() == [1, 0]


@pytest.mark.parametrize("labels", [CUE_LABELS, LINK_LABELS])
def test_an_inside_label_only_goes_on_with_its_own_role(labels):
    bad = set(forbidden(labels))
    for to, label in enumerate(labels):
        froms = {a for a in range(-1, len(labels)) if (a, to) not in bad}
        if label.startswith("I-"):
            assert froms == {labels.index("B-" + label[2:]), to}
        else:
            assert froms == set(range(-1, len(labels)))


def test_labels_that_no_path_can_make_are_refused():
    rows, gold, lengths = np.zeros((3, 1), dtype=np.int64), np.array([1, 2, 0]), np.array([1, 2])
    options = {"bits": 4, "epochs": 1}
    train(rows, gold, lengths, LABELS, forbidden=[(0, 2)], **options)
    with pytest.raises(ValueError, match="forbidden"):
        train(rows, gold, lengths, LABELS, forbidden=[(-1, 2)], **options)  # the second begins with 2
    with pytest.raises(ValueError, match="forbidden"):
        train(rows, gold, lengths, LABELS, forbidden=[(2, 0)], **options)
