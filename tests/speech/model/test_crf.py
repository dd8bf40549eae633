"""The chain model against arithmetic that goes through every path."""

from itertools import pairwise, product

import numpy as np
import pytest

from analysis.speech.model.crf import Model, emissions, viterbi

DICE = np.random.default_rng(3)
LABELS = 3
MODEL = Model(DICE.normal(size=(16, LABELS)), DICE.normal(size=(LABELS, LABELS)), DICE.normal(size=LABELS))


def score(scores, path):
    moves = sum(MODEL.moves[a, b] for a, b in pairwise(path))
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


def test_packed_weights_score_as_plain_ones():
    table = DICE.integers(-127, 128, size=(16, 8)).astype(np.int8)
    table[:, LABELS:] = 0
    packed = Model(table, MODEL.moves, MODEL.starts, table.view(np.int64)[:, 0], 0.5)
    rows = DICE.integers(0, 16, size=(5, 4)).astype(np.int32)
    assert np.allclose(emissions(packed, rows), table[rows].sum(1, dtype=float)[:, :LABELS] * 0.5)


def test_of_equally_good_labels_the_first_is_taken():
    even = Model(np.zeros((1, LABELS)), np.zeros((LABELS, LABELS)), np.zeros(LABELS))
    assert viterbi(even, np.zeros((5, LABELS)), [2, 3]).tolist() == [0] * 5


def test_a_sequence_is_labelled_the_same_in_any_batch():
    lengths = [5, 2, 9, 2, 1]
    scores = DICE.normal(size=(sum(lengths), LABELS)).astype(np.float32)
    ends = np.cumsum(lengths)
    alone = [viterbi(MODEL, scores[end - n : end], [n]) for n, end in zip(lengths, ends, strict=True)]
    assert np.array_equal(viterbi(MODEL, scores, lengths), np.concatenate(alone))
