"""Precision and recall, one-to-one matching, share distance, reliability, bootstrap, worked out by hand."""

import pytest

from analysis.evaluation.measures import (
    Bin,
    Counts,
    distance,
    f1,
    interval,
    leaders,
    one_to_one,
    overlaps,
    quantile,
    ratio,
    reliability,
    resamples,
)


def test_counts_add_up_to_precision_recall_and_f1():
    counts = Counts(1, 2, 4) + Counts(2, 2, 2)
    assert counts == Counts(right=3, predicted=4, gold=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(0, 0, 0), (None, None, None)),
        (Counts(0, 0, 3), (None, 0.0, 0.0)),
        (Counts(0, 3, 0), (0.0, None, 0.0)),
    ],
)
def test_what_has_no_denominator_is_none(counts, expected):
    assert (counts.precision, counts.recall, counts.f1) == expected


def test_overlaps_count_shared_members_of_each_pair():
    assert overlaps([{1, 2, 3}, {4}, set()], [{2, 3, 4}, {1}, {9}]) == {(0, 0): 2, (0, 1): 1, (1, 0): 1}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ({}, {}),
        ({(0, 0): 1, (1, 0): 2}, {1: 0}),  # the heavier one gets it
        ({(0, 0): 2, (0, 1): 3, (1, 1): 1}, {0: 1}),  # greedy: 0-0 and 1-1 would have made two
        ({(1, 1): 2, (0, 1): 2, (0, 0): 2, (1, 0): 2}, {0: 0, 1: 1}),  # equals in the order of the text
    ],
)
def test_matching_is_greedy_and_one_to_one(pairs, expected):
    assert one_to_one(pairs) == expected


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ({"A": 10}, {"A": 3}, 0.0),  # amounts do not matter, fractions do
        ({"A": 10}, {"B": 10}, 1.0),
        ({"A": 30, "B": 10}, {"A": 5, "B": 5}, 0.25),
        ({"A": 50, "B": 30, "C": 20}, {"A": 20, "C": 20, "D": 60}, 0.6),  # (.3 + .3 + 0 + .6) / 2
        ({"A": 1}, {}, 1.0),
        ({}, {"A": 1}, 1.0),
        ({}, {}, None),
    ],
)
def test_distance_of_shares(gold, predicted, expected):
    found = distance(gold, predicted)
    assert found is None if expected is None else found == pytest.approx(expected)


def test_leaders_may_be_level():
    assert leaders({"A": 3, "B": 3, "C": 1}) == {"A", "B"}
    assert leaders({}) == set()
    assert leaders({"A": 0}) == set()


def test_quantiles_lie_on_a_straight_line_between_neighbours():
    assert quantile([5], 0.9) == 5
    assert quantile([10, 0], 0.9) == 9
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([], 0.5) is None


def test_reliability_sorts_by_confidence():
    rows = reliability([(0.5, True), (0.58, False), (0.3, True), (1.0, True), (0.0, False)])
    assert [(row.low, row.n, row.right) for row in rows] == [
        (0.0, 1, 0),
        (0.3, 1, 1),
        (0.5, 2, 0.5),
        (0.9, 1, 1),
    ]
    assert rows[2] == Bin(0.5, 0.6, 2, pytest.approx(0.54), 0.5)


def test_every_draw_has_as_many_articles_as_there_are():
    drawn = resamples(7, draws=50)
    assert len(drawn) == 50
    assert {sum(times) for times in drawn} == {7}
    assert len({tuple(times) for times in drawn}) > 1


def test_the_same_seed_draws_the_same_articles_and_another_one_does_not():
    assert resamples(20, draws=5) == resamples(20, draws=5)
    assert resamples(20, draws=5) != resamples(20, draws=5, seed=1)


def test_an_interval_holds_the_statistic_and_has_no_width_where_articles_are_alike():
    drawn = resamples(30, draws=300)
    alike = interval([[1] * 30, [2] * 30, [2] * 30], f1, drawn)
    assert alike == (0.5, 0.5)
    mixed = interval([[i % 2 for i in range(30)], [1] * 30], ratio, drawn)
    assert 0.2 < mixed[0] < 0.5 < mixed[1] < 0.8


def test_the_interval_is_the_middle_95_percent_of_the_draws():
    # 101 draws of one article each, whose sums are 0, 1, ... 100
    drawn = [[int(i == j) for i in range(101)] for j in range(101)]
    assert interval([list(range(101))], float, drawn) == (2.5, 97.5)


def test_draws_without_the_statistic_are_left_out():
    drawn = [[2, 0], [1, 1], [0, 2]]
    assert interval([[1, 0], [1, 0]], ratio, drawn) == (1.0, 1.0)
    assert interval([[0, 0], [0, 0]], ratio, drawn) is None
