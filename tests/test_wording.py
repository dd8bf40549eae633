"""Numbers as words: each is rounded once, halves up, and agrees with its noun."""

import pytest

from analysis import wording


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.5755, "58%"),
        (0.125, "13%"),
        (0.0, "0%"),
        (1.0, "100%"),
        (0.004, "under 1%"),
        (0.998, "over 99%"),
        (0.005, "1%"),
        (0.285, "29%"),
        (float("nan"), "no share"),
    ],
)
def test_percent(share, text):
    assert wording.percent(share) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "no acts"),
        (1, "one act"),
        (2, "two acts"),
        (12, "twelve acts"),
        (13, "13 acts"),
        (1200, "1,200 acts"),
    ],
)
def test_count(number, text):
    assert wording.count(number, "act") == text


def test_irregular_plurals():
    assert (wording.count(1, "city", "cities"), wording.counted(3, "city", "cities")) == (
        "one city",
        "3 cities",
    )


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(names, text):
    assert wording.listed(names) == text


@pytest.mark.parametrize(
    ("tone", "sign", "word"),
    [
        (0.31, "+0.31", "warm"),
        (-0.07, "−0.07", "slightly cool"),
        (0.001, "0.00", "neutral"),
        (-0.9, "−0.90", "very cool"),
        (0.049, "+0.05", "neutral"),
        (None, "no tone", "without a tone"),
        (float("nan"), "no tone", "without a tone"),
    ],
)
def test_tone_in_figures_and_words(tone, sign, word):
    assert (wording.signed(tone), wording.temper(tone)) == (sign, word)


def test_a_text_is_cut_at_a_word():
    assert wording.shortened("The two mayors met again, and again", 20) == "The two mayors met…"
    assert wording.shortened("short", 20) == "short"
    assert len(wording.shortened("x" * 50, 20)) == 20
    assert wording.quoted("“Yes,” he said", 40) == "“‘Yes,’ he said”"


def test_possessives():
    assert (wording.owner("Yin Yong"), wording.owner("the two mayors")) == ("Yin Yong’s", "the two mayors’")
